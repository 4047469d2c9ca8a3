"""Closed triads of signed ties: three actors, each with a counted tie to both others; strained or consistent."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal, NamedTuple

from ..sight import Seen, Sight
from .counted_ties import reason

Reading = Literal["strained", "consistent", "both"]


class Triad(NamedTuple):
    """Three actors in the order of their ids, and the ties of each pair: a and b, b and c, a and c.

    Strained: the signs multiply to a minus. A pair with both signs makes it neither.
    """

    actors: tuple[str, str, str]
    reading: Reading
    rows: tuple[tuple[Seen, ...], tuple[Seen, ...], tuple[Seen, ...]]

    @property
    def pairs(self) -> tuple[frozenset[str], ...]:
        """The three pairs of its actors."""
        one, two, three = self.actors
        return frozenset((one, two)), frozenset((two, three)), frozenset((one, three))


def countable(rows: Iterable[Seen], sight: Sight) -> list[Seen]:
    """The ties that balance counts."""
    return [row for row in rows if not reason(row, sight)]


def triads(rows: Iterable[Seen], sight: Sight) -> tuple[Triad, ...]:
    """All closed triads of the ties that count, by the ids of their actors."""
    ties: dict[frozenset[str], list[Seen]] = {}
    near: dict[str, set[str]] = {}
    for row in countable(rows, sight):
        ties.setdefault(frozenset((row.from_, row.to)), []).append(row)
        near.setdefault(row.from_, set()).add(row.to)
        near.setdefault(row.to, set()).add(row.from_)
    return tuple(_triad(names, ties, sight) for names in _closed(near))


def _closed(near: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    for one in sorted(near):
        for two in sorted(other for other in near[one] if other > one):
            for three in sorted(other for other in near[one] & near[two] if other > two):
                yield one, two, three


def _triad(names: tuple[str, str, str], ties: dict[frozenset[str], list[Seen]], sight: Sight) -> Triad:
    one, two, three = names
    rows = tuple(tuple(ties[frozenset(pair)]) for pair in ((one, two), (two, three), (one, three)))
    signs = [{sight.dataset.type_of(row.relation).sign for row in held} for held in rows]
    minus = {sum(sign == "-" for sign in choice) % 2 == 1 for choice in product(*signs)}
    reading: Reading = "both" if len(minus) == 2 else "strained" if True in minus else "consistent"
    return Triad(names, reading, (rows[0], rows[1], rows[2]))
