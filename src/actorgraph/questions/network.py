"""Balance of a plain signed network, as researchers have one: all figures, no record behind the ties."""

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any, NamedTuple

from ..balance.optima import Optima, optima
from ..balance.triads import Triads, triads
from ..balance.watch import Report
from .balance import named, standing
from .balance_index import Figure, of_census
from .signed import Pair, Ties, how_read, ties

COLUMNS = ("one", "other", "sign", "out-of-line")


class Network(NamedTuple):
    """The answer."""

    ties: Ties
    census: Triads
    optima: Optima
    figures: tuple[Figure, ...]

    @property
    def interrupted(self) -> bool:
        return "interrupted" in (self.optima.ended, self.optima.best.ended)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a pair: out of line always, in some best splits, never, or not known."""
        found = standing(self.ties, self.optima)
        return [(tie.one, tie.other, tie.mark, found[tie.one, tie.other]) for tie in self.ties.ties]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        best = self.optima.best
        return {
            "actors": self.ties.actors,
            "ties": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
            "of-both-signs": [[tie.one, tie.other] for tie in self.ties.mixed],
            "ambivalent": self.ties.how,
            "triads": {
                "+++": self.census.none,
                "++-": self.census.one,
                "+--": self.census.two,
                "---": self.census.three,
            },
            "out-of-line": {
                "at-least": best.lower + self.ties.twice,
                "at-most": best.upper + self.ties.twice,
                "proved": best.proved,
                "ended": best.ended,
            },
            "camps": named(best.camp, self.ties.actors),
            "best-splits": [named(split, self.ties.actors) for split in self.optima.splits],
            "index": {one.name: one.text for one in self.figures},
        }


def read(rows: Iterable[Sequence[str]], how: str) -> Ties:
    """Source, target and sign, a row each, as one sign a pair; the vertices in the order in which they are met."""
    how_read(how)
    place: dict[str, int] = {}
    signs: dict[Pair, list[int]] = {}
    for source, target, sign in rows:
        one, other = (place.setdefault(end, len(place)) for end in (source, target))
        if one != other:
            pair = (source, target) if one < other else (target, source)
            signs.setdefault(pair, []).append(1 if sign == "+" else -1)
    return ties([*place], signs, how, {})


def ask(of: Ties, *, seconds: float | None = None, report: Report | None = None) -> Network:
    """Census of triads, splits and figures; `seconds` bounds the search for splits."""
    begun = monotonic()
    graph = of.graph
    census = triads(graph)
    left = None if seconds is None else max(0.0, seconds - (monotonic() - begun))
    best = optima(graph, seconds=left, report=report)
    return Network(of, census, best, of_census(of, census, best.best))
