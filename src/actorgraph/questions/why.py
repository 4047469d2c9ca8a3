"""On whose word: what a pair of actors, or all that is said of one, rests on."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..model import Actor, Evidence, Signature
from ..pair import State, cell, state
from ..sight import ENDED, Seen
from ..spell import words
from ..view import View
from .around_pair import Apart, Shared, kept_apart, near, shared_events
from .basis import Basis, basis
from .falling import Fall, Numbered, falls
from .kin import crossing
from .pairs import of_pair
from .warrant import weighed

COLUMNS = (
    "number", "relation", "from", "type", "to", "family", "sign", "modality", "standing", "through-parts",
    "says", "stance", "chain", "source", "at", "when", "answer", "said", "hedge", "likelihood", "confidence",
    "credibility", "overtaken", "party", "stake", "gist", "quote",
)  # fmt: skip
CELLS = ("firm", "linked", "unsettled", "none")
ANSWERS = ("certainly", "possibly", "not known", "no")


class Grounds(NamedTuple):
    """The answer. Two `actors`: their ties, then those of their parts; one: all at whose end it stands.

    `recorded` is the state of the pair in the record, where a what-if may change it.
    """

    actors: tuple[Actor, ...]
    basis: Basis
    state: State | None
    ties: tuple[Numbered, ...]
    hidden: int
    falls: tuple[Fall, ...]
    near: tuple[Seen, ...]
    events: tuple[Shared, ...]
    apart: tuple[Apart, ...]
    coded: tuple[str, ...]
    reviewed: tuple[str, ...]
    dataset: Dataset
    recorded: State | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row an item of evidence; one with no voice where a tie has none."""
        return [row for tie in self.ties for row in _rows(tie, self.dataset)]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it: who, the lens in words, the state, items, what falls, what is near."""
        hangs = [
            {
                "without": fall.place,
                "changes": fall.changes,
                "no-longer-part-of": fall.wholes,
                "stakes-fall": fall.stakes,
                "state": fall.state.text if fall.state else None,
            }
            for fall in self.falls
        ]
        return {
            "actors": [actor.id for actor in self.actors],
            "lens": self.basis.lens,
            "state": self.state.text if self.state else None,
            **({"state-in-the-record": self.recorded.text} if self.recorded else {}),
            "hidden": self.hidden,
            "statements": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
            "hangs-on": hangs,
            "not-evidence": [
                {"relation": seen.relation.id, "places": [place for i in seen.items for place in i.places]}
                for seen in self.near
            ],
            "events": [
                {"event": one.event.id, "both": one.both, "roles": one.roles, "places": one.places}
                for one in self.events
            ],
            "kept-apart": [
                {"actor": one.actor.id, "from": one.with_.id, "ties": one.ties} for one in self.apart
            ],
            "coded-by": self.coded,
            "second-readers": self.reviewed,
        }


def ask(view: View, a: str, b: str | None = None) -> Grounds:
    """On whose word A and B are tied, or whatever is said of A."""
    one = _resolved(view, a)
    if b is None:
        return _of_one(view, one)
    other = _resolved(view, b)
    if one.id == other.id:
        raise Fault(f'"{a}" and "{b}" are one actor, {one.name}. What is said of it: actorgraph why {one.id}')
    seen, hidden = of_pair(view, one.id, other.id)
    between, parts = ties_of(view, one.id, other.id)
    ties = _numbered(view, between, parts)
    return Grounds(
        (one, other),
        _basis(view, one.id, ties),
        state(one.id, other.id, seen, hidden, view.sight),
        ties,
        sum(row.reason != ENDED for row in hidden),
        falls(view, ties, (one.id, other.id), lambda left: _all(left, one.id, other.id)),
        near(view, ties, one.id, other.id),
        shared_events(view, one.id, other.id, bool(between)),
        kept_apart(view, one, other) if not between else (),
        *_hands(ties, view),
        view.dataset,
        _recorded(view, one.id, other.id) if view.lens.suppose else None,
    )


def _recorded(view: View, one: str, other: str) -> State:
    """The state of the pair without what is supposed."""
    record = view.through(view.lens._replace(suppose=()))
    return state(one, other, *of_pair(record, one, other), record.sight)


def _resolved(view: View, name: str) -> Actor:
    """The actor of that name; under roll-up the top in whose place it stands."""
    found = view.resolve(name)
    if not view.lens.roll_up:
        return found
    return view.dataset.actors[view.sight.belonging.top(found.id, view.lens.days)]


def _of_one(view: View, actor: Actor) -> Grounds:
    ties = _numbered(view, view.relations(actor.id), [])
    hidden = len(view.hidden(actor.id))
    fallen = falls(view, ties, (actor.id,), lambda left: left.relations(actor.id))
    found = _basis(view, actor.id, ties)
    return Grounds((actor,), found, None, ties, hidden, fallen, (), (), (), *_hands(ties, view), view.dataset)


def _numbered(view: View, between: Sequence[Seen], parts: Sequence[Seen]) -> tuple[Numbered, ...]:
    told = [(row, False) for row in between] + [(row, True) for row in parts]
    return tuple(
        Numbered(number, row, part, weighed(row, view.sight)) for number, (row, part) in enumerate(told, 1)
    )


def ties_of(view: View, one: str, other: str) -> tuple[list[Seen], list[Seen]]:
    """The ties of the two, those that tell most first, and those of their parts."""
    seen, _ = of_pair(view, one, other)
    kinds = {row.relation.id: CELLS.index(cell(row, view.sight)) for row in seen}

    def telling(row: Seen) -> tuple[int, int, bool]:
        answered = ANSWERS.index(row.answer) if row.answer else 0
        return answered, kinds[row.relation.id], row.relation.modality != "actual"

    return sorted(seen, key=telling), [row for row, _ in crossing(view, one, other)]


def _all(view: View, one: str, other: str) -> list[Seen]:
    between, parts = ties_of(view, one, other)
    return [*between, *parts]


def _basis(view: View, around: str, ties: Sequence[Numbered]) -> Basis:
    """The documents and voices of these ties alone."""
    found = basis(view, around)
    if not ties:
        return found
    used = {item.source for tie in ties for item in tie.seen.items}
    sources = view.dataset.cited(used)
    voices = dict.fromkeys(word.item.says for tie in ties for word in tie.words if not tie.seen.supposed)
    return found._replace(sources=sources, voices=tuple(voices))


def _hands(ties: Sequence[Numbered], view: View) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who coded the ties and who read them after."""
    coded: dict[str, None] = {}
    reviewed: dict[str, None] = {}
    for tie in ties:
        row = tie.seen.relation
        coded.update(dict.fromkeys([_signed(row.coded)] if row.coded else view.dataset.about.coders))
        reviewed.update(dict.fromkeys(_signed(one) for one in row.reviewed))
    return tuple(coded), tuple(reviewed)


def _signed(by: Signature) -> str:
    return f"{by.by}, {by.on.text}" if by.on else by.by


def item_when(item: Evidence, seen: Seen) -> str:
    """One item's own period in words."""
    return words([item.time], seen.relation.modality == "expected")


def _rows(tie: Numbered, dataset: Dataset) -> Iterable[tuple[str, ...]]:
    seen, row = tie.seen, tie.seen.relation
    type_ = dataset.type_of(row)
    head = (
        str(tie.number), row.id, seen.from_, row.type, seen.to, type_.family, type_.sign, row.modality,
        seen.standing, _yes(tie.part),
    )  # fmt: skip
    if not tie.words:
        yield (*head, *[""] * 5, seen.spell.words, seen.answer or "", *[""] * 10)
    for word in tie.words:
        item = word.item
        derived = word.stakes is not None
        yield (
            *head, item.says, item.stance, " -> ".join(word.chain), item.source, "+".join(item.at),
            item_when(item, seen), seen.answer or "", item.said.text if item.said else "", item.hedge,
            item.likelihood, item.confidence, item.credibility, _yes(word.overtaken),
            _yes(word.party) if derived else "",
            " ".join(one.id for one in word.stakes or ()) if derived else "not derived", item.gist, item.quote,
        )  # fmt: skip


def _yes(so: bool) -> str:
    return "yes" if so else "no"
