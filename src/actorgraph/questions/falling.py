"""What a tie hangs on: the same ties without one paragraph, exactly as `--without SOURCE:PLACE` leaves them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model import Evidence, Relation
from ..pair import State, state
from ..sight import Hidden, Seen, Sight
from ..view import View
from .warrant import Word, dated
from .wording import figure


class Numbered(NamedTuple):
    """A tie as the page counts it. `part` is false where it stands between the two actors themselves."""

    number: int
    seen: Seen
    part: bool
    words: tuple[Word, ...]


class Change(NamedTuple):
    """What becomes of one tie: it falls, or its standing, its dates or its voices change."""

    number: int
    relation: str
    falls: bool
    standing: str
    when: str
    voices: tuple[str, ...]


class Fall(NamedTuple):
    """What one paragraph bears. `wholes` are (part, whole) that no longer hold; `state` is None for one actor."""

    place: str
    bears: bool
    changes: tuple[Change, ...]
    wholes: tuple[tuple[str, str], ...]
    stakes: bool
    state: State | None
    left: bool


def falls(view: View, ties: Sequence[Numbered], pair: tuple[str, ...]) -> tuple[Fall, ...]:
    """Each paragraph on which the ties, or who is a party or has a stake in them, could hang."""
    own: dict[str, set[int]] = {}
    deciding: dict[str, set[int]] = {}
    for tie in ties:
        for place in _places(tie.seen.items):
            own.setdefault(place, set()).add(tie.number)
        for place in _deciding(tie, view):
            deciding.setdefault(place, set()).add(tie.number)
    sources = list(view.dataset.sources)

    def order(place: str) -> tuple[int, int, str]:
        source, _, at = place.partition(":")
        return sources.index(source), figure(at), at

    return tuple(
        _without(place, own.get(place, set()), deciding.get(place, set()), view, ties, pair)
        for place in sorted(own | deciding, key=order)
    )


def _without(
    place: str, own: set[int], deciding: set[int], view: View, ties: Sequence[Numbered], pair: tuple[str, ...]
) -> Fall:
    # A standing that changes is the answer here, so the lens must not hide the tie for it.
    lens = view.lens._replace(standing=None, without=view.lens.without | {place})
    sight = Sight(view.dataset, lens)
    changes: list[Change] = []
    rows: list[Seen] = []
    gone: list[Hidden] = []
    stakes = False
    for tie in ties:
        after: Seen | Hidden = tie.seen
        if tie.number in own or tie.number in deciding:
            after = sight.see(tie.seen.relation)
            if isinstance(after, Seen) and _strayed(tie, after, sight, pair):
                after = Hidden(after.relation, "pair")
            change = _change(tie, after)
            changes += [change] if change else []
        if isinstance(after, Hidden):
            gone += [] if tie.part else [after]
            continue
        rows += [] if tie.part else [after]
        stakes = stakes or (tie.number in deciding and _staked_less(tie, after, sight))
    days = view.lens.days
    wholes = tuple(
        (actor, whole)
        for actor in pair
        for whole in view.sight.belonging.wholes(actor, days)
        if whole not in sight.belonging.wholes(actor, days)
    )
    then = state(*pair, rows, gone, sight) if len(pair) == 2 else None
    return Fall(place, bool(own), tuple(changes), wholes, stakes, then, bool(rows))


def _change(tie: Numbered, after: Seen | Hidden) -> Change | None:
    before = tie.seen
    if isinstance(after, Hidden):
        return Change(tie.number, before.relation.id, True, "", "", ())
    standing = after.standing if after.standing != before.standing else ""
    when = dated(after) if dated(after) != dated(before) else ""
    left = {item.says for item in after.items}
    lost = tuple(dict.fromkeys(item.says for item in before.items if item.says not in left))
    if not (standing or when or lost):
        return None
    return Change(tie.number, before.relation.id, False, standing, when, lost)


def _strayed(tie: Numbered, after: Seen, sight: Sight, pair: tuple[str, ...]) -> bool:
    """Whether the tie is no longer one of the pair: a part that is a part no more, or rolls up no more."""
    if not tie.part:
        return {after.from_, after.to} != {tie.seen.from_, tie.seen.to}
    chains = [sight.belonging.chain(end, sight.lens.days) for end in (after.from_, after.to)]
    return not all(any(actor in chain for chain in chains) for actor in pair)


def _staked_less(tie: Numbered, after: Seen, sight: Sight) -> bool:
    before = {word.item.where: word for word in tie.words if word.stakes is not None}
    for item in after.items:
        word = before.get(item.where)
        if word is None:
            continue
        now = {row.id for row in sight.belonging.stake(after.relation, item)}
        if {row.id for row in word.stakes or ()} - now:
            return True
        if word.party and not sight.belonging.party(after.relation, item):
            return True
    return False


def _deciding(tie: Numbered, view: View) -> dict[str, None]:
    """Where it stands who is part of what, who answers for whom, and what stakes the voices have."""
    dataset, sight = view.dataset, view.sight
    voices = [word.item.says for word in tie.words if word.stakes is not None]
    if not voices and not tie.part:
        return {}
    rows: dict[str, Relation] = {row.id: row for word in tie.words for row in word.stakes or ()}
    for named in dict.fromkeys([*tie.seen.relation.ends, *tie.seen.relation.against, *voices]):
        for actor in sight.belonging.chain(named, None):
            rows.update({row.id: row for row in dataset.belonging.get(actor, ())})
    return _places(item for row in rows.values() for item in sight.evidence(row.evidence))


def _places(items: Iterable[Evidence]) -> dict[str, None]:
    return dict.fromkeys(place for item in items for place in item.places)
