"""The least number of ties out of line in a split into camps, with proof: two camps, k camps, or any number."""

from collections.abc import Iterator
from typing import NamedTuple

from . import narrow
from .blocks import blocks, within
from .graph import Signed, cost
from .reduce import SCALE, Core, core
from .relax import Part, close
from .undo import Camps, glue, named, undo
from .watch import Report, TimeUp, Watch


class Split(NamedTuple):
    """Camps, and what is known of the least cost: `lower` <= least <= `upper`, and `upper` is the cost of `camp` on
    the graph given.

    `camp` has a number for each vertex, from 0 in the order of the lowest vertices; the camps of two components say
    nothing of each other. `ended` is "proved", "time", "interrupted", or "open" where the solver stopped short of
    both.
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
    """Two camps: the line index of balance of Harary (1959), or frustration index; computed exactly as Aref, Mason
    and Wilson (2020) do, by an integer program, but over cycles and after data reduction.

    `seconds` limits the time; Ctrl-C ends it too: both leave honest bounds. `report(lower, upper)` is called whenever
    one of them moves. A network that needs the solver where it is not installed is a Fault.
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


def ladder(graph: Signed, *, seconds: float | None = None) -> Iterator[Split]:
    """The splits into at most 1, 2, 3 ... camps, up to the number from which on more camps save nothing; `seconds`
    for each of them.

    What the next camp saves is the difference of two neighbours. The last is the optimum of any number of camps,
    where that was proved.
    """
    least = blocs(graph, seconds=seconds)
    for camps in range(1, least.camps):
        split = blocs(graph, camps, seconds=seconds)
        lower = max(split.lower, least.lower)
        yield split._replace(lower=lower, ended="proved" if lower == split.upper else split.ended)
        if split.upper <= least.upper:
            return
    yield least


def solve(graph: Signed, camps: int | None, watch: Watch, *, work: int = narrow.WORK) -> Split:
    """Reduce, close the bounds of every block, and put the camps together.

    Blocks whose enumeration takes more than `work` entries go to the solver: 0 sends all of them.
    """
    closing: Closing | None = None
    ended = "open"
    try:
        watch.tell(0, graph.negatives)
        closing = Closing(core(graph, camps))
        closing.close(watch, work=work)
    except TimeUp:
        ended = "time"
    except KeyboardInterrupt:
        ended = "interrupted"
    try:
        return _split(graph, closing, ended)
    except KeyboardInterrupt:
        return _split(graph, closing, "interrupted")


def _split(graph: Signed, closing: "Closing | None", ended: str) -> Split:
    if not closing or not closing.reduced:
        # Stopped while reducing: what is certain by then is not worth telling.
        return Split(0, graph.negatives, (0,) * graph.n, ended)
    found = closing.camps()
    camp = named([found[vertex] for vertex in range(graph.n)])
    upper = cost(graph, camp)
    assert upper * SCALE == closing.upper
    lower = -(-closing.lower // SCALE)
    return Split(lower, upper, camp, "proved" if lower == upper else ended)


class Closing:
    """A graph on its way to an optimum: reduced, then block by block. Bounds are scaled, and true at any time once it
    is reduced.
    """

    def __init__(self, left: Core) -> None:
        self._left = left
        self._parts: list[Part] = []
        self.reduced = False

    @property
    def lower(self) -> int:
        return self._left.paid + sum(part.lower for part in self._parts)

    @property
    def upper(self) -> int:
        return self._left.paid + sum(part.upper for part in self._parts)

    def camps(self) -> Camps:
        """Camps of all vertices, of cost `upper`."""
        camps = self._left.camps
        return undo(self._left.steps, glue([part.camp for part in self._parts], camps), camps)

    def close(self, watch: Watch, *, work: int = narrow.WORK, limit: int | None = None) -> None:
        """Bring the bounds together, or as far as to tell whether the optimum is at most `limit`.

        TimeUp and KeyboardInterrupt leave them where they are.
        """
        left = self._left
        left.reduce(watch)
        self._parts = [Part(within(left.near, block), left.camps) for block in blocks(left.near)]
        self.reduced = True

        def tell() -> None:
            watch.tell(-(-self.lower // SCALE), self.upper // SCALE)

        for part in self._parts:
            watch.check()
            if limit is not None:
                part.hopeless = limit - self.lower + part.lower
                part.enough = part.hopeless if len(self._parts) == 1 else None
                if part.hopeless < part.lower:
                    return
            sequence = narrow.order(part.near, part.camps, work)
            if sequence:
                least, camp = narrow.least(part.near, *sequence)
                part.better(camp)
                part.lower = least
            else:
                close(part, watch, tell)
            tell()
