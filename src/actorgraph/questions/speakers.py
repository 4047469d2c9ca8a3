"""The voices of the record: what each holds how often, what no other asserts, and in how much it has a stake."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..sight import Seen
from ..view import View


class Speaker(NamedTuple):
    """One voice. `only`: ties that no other voice asserts; `party` and `stake` are None where none can be derived.

    `party` counts its ties to which it is a party, `stake` the others to whose ends it has a signed tie of its own.
    """

    id: str
    kind: str
    stances: tuple[tuple[str, int], ...]
    only: int
    party: int | None
    stake: int | None


def speakers(view: View, seen: Sequence[Seen], order: Sequence[str]) -> list[Speaker]:
    """Those voices, in that order."""
    dataset, belonging = view.dataset, view.sight.belonging
    stances: dict[str, Counter[str]] = {voice: Counter() for voice in order}
    only: Counter[str] = Counter()
    party: Counter[str] = Counter()
    stake: Counter[str] = Counter()
    for row in seen:
        for item in row.items:
            stances[item.says][item.stance] += 1
        asserting = {item.says for item in row.backing.items}
        only.update(asserting if len(asserting) == 1 else ())
        acting = {item.says for item in row.items if item.says in dataset.actors}
        for voice in acting:
            spoken = [item for item in row.items if item.says == voice]
            if any(belonging.party(row.relation, item) for item in spoken):
                party[voice] += 1
            elif any(belonging.stake(row.relation, item) for item in spoken):
                stake[voice] += 1
    words = list(dataset.vocabulary.words["stances"])
    kinds = {id_: voice.kind for id_, voice in dataset.voices.items()}
    return [
        Speaker(
            voice,
            kinds.get(voice, "actor"),
            tuple((stance, stances[voice][stance]) for stance in words if stances[voice][stance]),
            only[voice],
            party[voice] if voice in dataset.actors else None,
            stake[voice] if voice in dataset.actors else None,
        )
        for voice in order
    ]
