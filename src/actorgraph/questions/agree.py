"""How far two coders of the same text agree: what both found, how alike they coded it, and where they did not."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..text import near
from ..view import View
from .aligned import Ids, Pair, align, same
from .coded import Statement, named, statements, within
from .coefficient import Measured, measure
from .matching import Renames, span

COLUMNS = (
    "found", "row", "id-a", "id-b", "places-a", "places-b", "family-a", "family-b", "type-a", "type-b",
    "says-a", "says-b", "stance-a", "stance-b", "modality-a", "modality-b", "time-a", "time-b", "differ",
)  # fmt: skip


class Found(NamedTuple):
    """How many each coder found and how many both; a share is None where there is nothing to take it of."""

    what: str
    first: int
    second: int
    both: int

    @property
    def precision(self) -> float | None:
        """The share of A's that B has too."""
        return _share(self.both, self.first)

    @property
    def recall(self) -> float | None:
        """The share of B's that A has too."""
        return _share(self.both, self.second)

    @property
    def f1(self) -> float | None:
        """Twice what both found, of all that each found."""
        return _share(2 * self.both, self.first + self.second)

    def swapped(self) -> "Found":
        """The same with B against A."""
        return Found(self.what, self.second, self.first, self.both)


class Periods(NamedTuple):
    """Of the statements found by both: how many neither, one or both dated, and of the last how many agree."""

    undated: int
    half: int
    dated: int
    overlap: int
    equal: int


class Agreement(NamedTuple):
    """The answer. `actors` pairs A's ids with B's; `left_out` counts what stands in a source or place not compared."""

    names: tuple[str, str]
    places: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    left_out: tuple[int, int]
    found: tuple[Found, ...]
    measured: tuple[Measured, ...]
    periods: Periods
    actors: tuple[tuple[str, str], ...]
    actors_alone: tuple[tuple[str, ...], tuple[str, ...]]
    by_hand: tuple[tuple[str, str], ...]
    both: tuple[Pair, ...]
    alone: tuple[tuple[Statement, ...], tuple[Statement, ...]]
    first: Dataset
    second: Dataset

    @property
    def differing(self) -> tuple[Pair, ...]:
        """What both found and coded otherwise."""
        return tuple(pair for pair in self.both if pair.differ)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a statement: of both, of A alone, of B alone."""
        pairs: list[tuple[str, Statement | None, Statement | None, tuple[str, ...]]] = [
            *(("both", pair.first, pair.second, pair.differ) for pair in self.both),
            *(("a", one, None, ()) for one in self.alone[0]),
            *(("b", None, other, ()) for other in self.alone[1]),
        ]
        return [_row(found, one, other, differ) for found, one, other, differ in pairs]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "a": self.names[0], "b": self.names[1], "at": list(self.places),
            "sources": [list(pair) for pair in self.sources], "left-out": list(self.left_out),
            "not-read": [self.first.left_out, self.second.left_out],
            "found": [_shares(one) for one in self.found],
            "coded": [{**one._asdict(), "advice": one.advice} for one in self.measured],
            "periods": self.periods._asdict(),
            "actors": [list(pair) for pair in self.actors], "actors-a": list(self.actors_alone[0]),
            "actors-b": list(self.actors_alone[1]), "same-by-hand": [list(pair) for pair in self.by_hand],
            "statements": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
        }  # fmt: skip


def ask(
    first: View, second: View, names: tuple[str, str], at: Iterable[str] = (), by_hand: Ids | None = None
) -> Agreement:
    """A against B, in the sources that both have and, if `at` names any, at those places alone."""
    one, other = first.dataset, second.dataset
    hand = by_hand or {}
    _known(hand, one, other, names)
    ids = same(one, other, hand)
    wanted = tuple(at)
    here = _places(wanted, one, tuple(ids.sources), ids.sources)
    there = {(ids.sources[source], place) for source, place in here}
    sides = [list(statements(dataset)) for dataset in (one, other)]
    kept = [
        [s for s in held if within(s.item, places)] for held, places in zip(sides, (here, there), strict=True)
    ]
    aligned = align(kept[0], kept[1], ids)
    actors = named(kept[0], one, here), named(kept[1], other, there)
    return Agreement(
        names,
        wanted,
        tuple(ids.sources.items()),
        (len(sides[0]) - len(kept[0]), len(sides[1]) - len(kept[1])),
        _found(actors, kept, aligned.both, ids),
        _measured(aligned.both),
        _periods(aligned.both),
        tuple((id_, ids.actors[id_]) for id_ in actors[0] if ids.actors.get(id_) in actors[1]),
        (
            tuple(id_ for id_ in actors[0] if ids.actors.get(id_) not in actors[1]),
            tuple(id_ for id_ in actors[1] if id_ not in {ids.actors.get(one) for one in actors[0]}),
        ),
        tuple(hand.items()),
        aligned.both,
        (aligned.first, aligned.second),
        one,
        other,
    )


def _known(hand: Ids, first: Dataset, second: Dataset, names: tuple[str, str]) -> None:
    sides = ((first, list(hand), names[0]), (second, list(hand.values()), names[1]))
    for dataset, ids, name in sides:
        for id_ in ids:
            if id_ not in dataset.actors:
                nearest = near(id_, dataset.actors, 1)
                hint = f" Nearest: {nearest[0]}." if nearest else ""
                raise Fault(
                    f'No actor with the id "{id_}" in {name}.{hint} Say which is which: --same A_ID=B_ID'
                )
    if len(set(hand.values())) < len(hand):
        raise Fault("--same names one actor of the second data set twice: an actor has one counterpart.")


def _places(
    wanted: Sequence[str], first: Dataset, shared: Sequence[str], sources: Ids
) -> set[tuple[str, str]]:
    """The places asked for, as A's source with a paragraph; all of the shared sources where none is asked for."""
    if not wanted:
        return {(source, "") for source in shared}
    found = set()
    for word in wanted:
        source, colon, place = word.partition(":")
        if colon or source in sources:
            if source not in sources:
                why = "is not in both data sets" if source in first.sources else "is no source here"
                held = f" Both have: {', '.join(shared)}." if shared else ""
                raise Fault(f'--at {word}: "{source}" {why}.{held}')
            found.add((source, place))
        else:
            found |= {(one, word) for one in shared}
    return found


def _found(
    actors: tuple[list[str], list[str]],
    kept: Sequence[Sequence[Statement]],
    both: Sequence[Pair],
    ids: Renames,
) -> tuple[Found, ...]:
    shared = sum(ids.actors.get(id_) in actors[1] for id_ in actors[0])
    counts = [Found("actors", len(actors[0]), len(actors[1]), shared)]
    for what, rows in (("statements", ("tie", "trait")), ("on ties", ("tie",)), ("on traits", ("trait",))):
        one, other = (sum(s.row in rows for s in held) for held in kept)
        counts.append(Found(what, one, other, sum(pair.first.row in rows for pair in both)))
    return tuple(counts)


def _measured(both: Sequence[Pair]) -> tuple[Measured, ...]:
    ties = [(p.first.family, p.second.family) for p in both if p.first.row == "tie"]
    stances = [(p.first.item.stance, p.second.item.stance) for p in both]
    modalities = [(p.first.modality, p.second.modality) for p in both]
    named_values = (("family", ties), ("stance", stances), ("modality", modalities))
    return tuple(measure(field, values) for field, values in named_values)


def _periods(both: Sequence[Pair]) -> Periods:
    undated = sum(not p.first.dated and not p.second.dated for p in both)
    dated = [p for p in both if p.first.dated and p.second.dated]
    spans = [(span(p.first.spell.days), span(p.second.spell.days)) for p in dated]
    overlap = sum(one[0] <= other[1] and other[0] <= one[1] for one, other in spans)
    equal = sum("time" not in pair.differ for pair in dated)
    return Periods(undated, len(both) - undated - len(dated), len(dated), overlap, equal)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _shares(one: Found) -> dict[str, Any]:
    back = one.swapped()
    return {
        "what": one.what, "a": one.first, "b": one.second, "both": one.both,
        "a-against-b": {"precision": one.precision, "recall": one.recall, "f1": one.f1},
        "b-against-a": {"precision": back.precision, "recall": back.recall, "f1": back.f1},
    }  # fmt: skip


def _row(
    found: str, one: Statement | None, other: Statement | None, differ: tuple[str, ...]
) -> tuple[str, ...]:
    known = one or other
    assert known is not None  # a row has a side
    sides = (one, other)
    told = [
        side.told(field) if side else ""
        for field in ("family", "type", "says", "stance", "modality", "time")
        for side in sides
    ]
    ids = [side.id if side else "" for side in sides]
    places = [" ".join(side.item.places) if side else "" for side in sides]
    return (found, known.row, *ids, *places, *told, " ".join(differ))
