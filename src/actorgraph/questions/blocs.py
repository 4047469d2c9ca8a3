"""Camps of any number: the fewest ties out of line in a split into k, and what one camp more would save."""

from collections.abc import Sequence
from time import monotonic
from typing import Any, NamedTuple

from ..balance.split import Split, blocs
from ..balance.watch import Report
from ..errors import Fault
from ..view import View
from .balance import named
from .basis import basis
from .counted_ties import Counted, counted
from .signed import Ties

LONGEST = 12  # steps of the ladder that are looked at
COLUMNS = ("actor", "camp")


class Blocs(NamedTuple):
    """The answer: the least for at most 1, 2, 3 ... camps, as far as looked at; `chosen` is the split that is told.

    `any_` is the least for any number of camps, `asked` the number asked for. Of a record: its lens in
    words, what counts, and what --with takes in.
    """

    ties: Ties
    steps: tuple[tuple[int, Split], ...]
    any_: Split
    chosen: Split
    asked: int | None
    lens: tuple[str, ...] = ()
    counted: Counted | None = None
    with_: frozenset[str] = frozenset()

    @property
    def saves(self) -> bool:
        """Whether camps beyond those looked at may save something."""
        return not (self.any_.proved and self.steps and self.steps[-1][1].upper <= self.any_.upper)

    @property
    def interrupted(self) -> bool:
        return any(split.ended == "interrupted" for split in (self.any_, *(split for _, split in self.steps)))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row an actor, with the number of its camp."""
        return [
            (actor, str(camp + 1)) for actor, camp in zip(self.ties.actors, self.chosen.camp, strict=True)
        ]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "lens": self.lens,
            "actors": self.ties.actors,
            "ties": self.ties.number,
            "asked": self.asked,
            "camps": named(self.chosen.camp, self.ties.actors),
            "out-of-line": self._bounds(self.chosen),
            "by-number": [{"camps": k, **self._bounds(split)} for k, split in self.steps],
            "any-number": {"camps": self.any_.camps, **self._bounds(self.any_)},
        }

    def _bounds(self, split: Split) -> dict[str, Any]:
        return {
            "at-least": split.lower + self.ties.twice,
            "at-most": split.upper + self.ties.twice,
            "proved": split.proved,
            "ended": split.ended,
        }


def ask(
    of: Ties, k: int | None = None, *, seconds: float | None = None, report: Report | None = None
) -> Blocs:
    """The split into at most k camps, or into as many as save something; `seconds` bounds all of it together."""
    if k is not None and k < 1:
        raise Fault(f"--k {k}: a split has at least one camp. Try: --k 2")
    graph = of.graph
    end = None if seconds is None else monotonic() + seconds

    def left() -> float | None:
        return None if end is None else max(0.0, end - monotonic())

    def part() -> float | None:
        """Half of the time that is left: what is asked comes first, and the rest is to have some too."""
        rest = left()
        return None if rest is None else rest / 2

    asked = None if k is None else blocs(graph, k, seconds=part(), report=report)
    if asked and k is not None and asked.ended == "interrupted":
        return Blocs(of, ((k, asked),), asked._replace(lower=0), asked, k)
    least = blocs(graph, seconds=part(), report=report)
    steps: list[tuple[int, Split]] = []
    stop = least.ended == "interrupted"
    number = 1 if k is None or k <= LONGEST else k
    while not stop:
        split = asked if asked and number == k else blocs(graph, number, seconds=part(), report=report)
        lower = max(split.lower, least.lower)
        if steps and steps[-1][1].upper <= split.upper:  # fewer camps will do as well
            split = split._replace(upper=steps[-1][1].upper, camp=steps[-1][1].camp)
        split = split._replace(lower=lower, ended="proved" if lower == split.upper else split.ended)
        steps.append((number, split))
        done = number >= LONGEST if k is None else number > k  # the next one too: its price
        ended = split.ended == "interrupted" or (split.ended == "time" and k is None)
        stop = done or (split.upper <= least.upper and least.proved) or ended
        number += 1
    for at in range(len(steps) - 2, -1, -1):  # as many are out of line in fewer camps, if not more
        number, split = steps[at]
        lower = max(split.lower, steps[at + 1][1].lower)
        steps[at] = (
            number,
            split._replace(lower=lower, ended="proved" if lower == split.upper else split.ended),
        )
    chosen = least
    if k is None and steps and steps[-1][1].upper <= least.upper:
        chosen = steps[-1][1]  # as few camps as do
    elif k is not None:
        known = [split for number, split in steps if number <= k]
        chosen = known[-1] if known else Split(least.lower, graph.negatives, (0,) * graph.n, least.ended)
    return Blocs(of, tuple(steps), least, chosen, k)


def of_record(
    view: View,
    k: int | None = None,
    with_: frozenset[str] = frozenset(),
    ambivalent: str = "drop",
    *,
    seconds: float | None = None,
    report: Report | None = None,
) -> Blocs:
    """The same for a record."""
    found = counted(view, with_, ambivalent)
    answer = ask(found.ties, k, seconds=seconds, report=report)
    return answer._replace(lens=basis(view).lens, counted=found, with_=with_)
