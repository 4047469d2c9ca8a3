"""The least number of ties out of line in a split into camps, with proof: two camps, k camps, or any number."""

from typing import NamedTuple

from . import narrow
from .blocks import blocks, within
from .graph import Signed, cost
from .reduce import SCALE, Core, core
from .relax import Part, close
from .undo import glue, named, undo
from .watch import Report, TimeUp, Watch


class Split(NamedTuple):
    """Camps, and what is known of the least cost: `lower` <= least <= `upper`, and `upper` is the cost of `camp` on the graph given.

    `camp` has a number for each vertex, from 0 in the order of the lowest vertices; the camps of two components say nothing of each other.
    `ended` is "proved", "time", "interrupted", or "open" where the solver stopped short of both.
    """

    lower: int
    upper: int
    camp: tuple[int, ...]
    ended: str

    @property
    def proved(self) -> bool:
        return self.lower == self.upper

    @property
    def camps(self) -> int:
        return len(set(self.camp))


def frustration(graph: Signed, *, seconds: float | None = None, report: Report | None = None) -> Split:
    """Two camps: the line index of balance of Harary (1959), or frustration index; computed exactly as Aref, Mason and Wilson (2020) do,
    by an integer program, but over cycles and after data reduction.

    `seconds` limits the time; Ctrl-C ends it too: both leave honest bounds. `report(lower, upper)` is called whenever one of them moves.
    A network that needs the solver where it is not installed is a Fault.
    """
    return solve(graph, 2, Watch(seconds, report))


def blocs(
    graph: Signed, camps: int | None = None, *, seconds: float | None = None, report: Report | None = None
) -> Split:
    """At most `camps` camps, or any number: weak balance (Davis 1967), the criterion of Doreian and Mrvar (1996).

    Time, interrupts and progress as for `frustration`.
    """
    if camps is not None and camps < 1:
        raise ValueError("a split has at least one camp")
    watch = Watch(seconds, report)
    if camps == 1:
        return Split(graph.negatives, graph.negatives, (0,) * graph.n, "proved")
    return solve(graph, camps, watch)


def solve(graph: Signed, camps: int | None, watch: Watch) -> Split:
    """Reduce, close the bounds of every block, and put the camps together."""
    work = core(graph, camps)
    parts: list[Part] = []
    ended = "open"
    try:
        _close(graph, work, parts, watch)
    except TimeUp:
        ended = "time"
    except KeyboardInterrupt:
        ended = "interrupted"
    try:
        return _put_together(graph, work, parts, ended)
    except KeyboardInterrupt:
        return _put_together(graph, work, parts, "interrupted")


def _close(graph: Signed, work: Core, parts: list[Part], watch: Watch) -> None:
    watch.tell(0, graph.negatives)
    work.reduce(watch)
    parts[:] = [Part(within(work.near, block), work.camps) for block in blocks(work.near)]

    def tell() -> None:
        lower = work.paid + sum(one.lower for one in parts)
        upper = work.paid + sum(one.upper for one in parts)
        watch.tell(-(-lower // SCALE), upper // SCALE)

    for part in parts:
        watch.check()
        sequence = narrow.order(part.near, part.camps)
        if sequence:
            best, camp = narrow.least(part.near, *sequence)
            part.better(camp)
            part.lower = best
        else:
            close(part, watch, tell)
        tell()


def _put_together(graph: Signed, work: Core, parts: list[Part], ended: str) -> Split:
    if not parts and work.near:
        # Stopped while reducing: what is certain by then is not worth telling.
        return Split(0, graph.negatives, (0,) * graph.n, ended)
    lower = -(-(work.paid + sum(part.lower for part in parts)) // SCALE)
    found = undo(work.steps, glue([part.camp for part in parts], work.camps), work.camps)
    camp = named([found[vertex] for vertex in range(graph.n)])
    upper = cost(graph, camp)
    assert upper * SCALE == work.paid + sum(part.upper for part in parts)
    return Split(lower, upper, camp, "proved" if lower == upper else ended)
