"""Ties of one pair that have the same sign and differ in degree, as different voices have it. No conflict of sign."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ..dataset import Dataset
from ..sight import Seen
from ..standing import FOR
from ..view import View
from ..vocabulary import RelationType
from .statements import ASIDE
from .warrant import Word, weighed

SUMS_UP = "status"


class Degree(NamedTuple):
    """The ties of a pair, with who holds each."""

    one: str
    other: str
    rows: tuple[Seen, ...]
    words: tuple[tuple[Word, ...], ...]


def degrees(rows: Iterable[Seen], view: View) -> Iterator[Degree]:
    """By pair: those of which two differ in type or extent, and no voice holds both."""
    for held in by_pair(
        row for row in rows if can_be_asked(row) and row.relation.modality == "actual"
    ).values():
        for sign in ("+", "-"):
            same = [row for row in held if view.dataset.type_of(row.relation).sign == sign]
            unlike = {
                row.relation.id
                for pair in combinations(same, 2)
                if _differ(*pair, view.dataset)
                for row in pair
            }
            found = tuple(row for row in same if row.relation.id in unlike)
            if found:
                spoken = tuple(weighed(row, view.sight) for row in found)
                yield Degree(found[0].from_, found[0].to, found, spoken)


def _differ(one: Seen, other: Seen, dataset: Dataset) -> bool:
    """Whether the two say more and less of one thing: comparable, on days that can be the same, by other voices."""
    a, b = dataset.type_of(one.relation), dataset.type_of(other.relation)
    same = a.name == b.name and one.relation.extent != other.relation.extent
    return (
        a.family == b.family
        and (same or (a.name != b.name and _alike(a, b)))
        and comparable(one, other, dataset)
        and can_meet(one, other)
        and holders(one).isdisjoint(holders(other))
    )


def _alike(a: RelationType, b: RelationType) -> bool:
    """Whether both types tell how two stand, and not a deed, a word or an aim of one of them.

    A status sums up how they stand, so it is set beside what they do together and beside an attitude too.
    """
    stand = all(type_.symmetric or type_.kind in ("attitude", SUMS_UP) for type_ in (a, b))
    return stand and (a.kind == b.kind or SUMS_UP in (a.kind, b.kind))


def comparable(one: Seen, other: Seen, dataset: Dataset) -> bool:
    """Whether the two are of one direction, or one of them of both."""
    both = dataset.type_of(one.relation).symmetric or dataset.type_of(other.relation).symmetric
    return both or one.from_ == other.from_


def can_meet(one: Seen, other: Seen) -> bool:
    """Whether their limits leave a day on which both are so."""
    return one.spell.days.s1 <= other.spell.days.e2 and other.spell.days.s1 <= one.spell.days.e2


def can_be_asked(row: Seen) -> bool:
    """Neither disputed nor without evidence."""
    return row.standing not in ASIDE and row.standing != "unsourced"


def by_pair(rows: Iterable[Seen]) -> dict[frozenset[str], list[Seen]]:
    """The ties by the two between whom they stand."""
    found: dict[frozenset[str], list[Seen]] = {}
    for row in rows:
        found.setdefault(frozenset((row.from_, row.to)), []).append(row)
    return found


def holders(row: Seen) -> set[str]:
    """Who asserts the tie, holds it possible or frames it so."""
    return {voice for voice, held in row.place.now.items() if held & (FOR | {"frames"})}
