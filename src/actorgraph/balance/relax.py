"""The cycle program of one block: bounds that close in on its optimum.

The linear program asks for the least weight of edges that touches every cycle out of balance (Grötschel, Barahona and Mahjoub 1985 for cuts);
cycles are added as they are found violated. Its value is a lower bound, its values along a spanning forest are camps, and where the two
do not meet an integer program over the same rows goes on.
"""

from collections.abc import Callable
from math import gcd

from .blocks import Near
from .cycles import Cycles, Row
from .reduce import SCALE
from .search import Search, cost_of, grown
from .solver import Program, Solution
from .undo import Camps
from .watch import Watch

NEAR_INTEGER = 1e-6
KICKS = 0
"""Kicks of the first local search, for each vertex."""


class Part:
    """A block, the best camps known, and what is proved of its scaled cost."""

    def __init__(self, near: Near, camps: int | None) -> None:
        self.near = near
        self.camps = camps
        self.camp: Camps = {vertex: 0 for vertex in near}
        self.upper = cost_of(near, self.camp)
        self.lower = 0
        weights = [abs(weight) for row in near.values() for weight in row.values()]
        self._step = gcd(*weights)
        # Moving a vertex changes the cost by its ties, each added or taken off: by an even number of steps where they sum to one.
        even = camps == 2 and all(sum(map(abs, row.values())) % (2 * self._step) == 0 for row in near.values())
        if even:
            self._step *= 2

    @property
    def proved(self) -> bool:
        return self.lower >= self.upper

    def better(self, camp: Camps) -> bool:
        """Take these camps where they cost less; whether they do."""
        cost = cost_of(self.near, camp)
        if cost < self.upper:
            # One assignment after the other: Ctrl-C in between leaves an upper bound that is still true.
            self.camp, self.upper = camp, cost
            return True
        return False

    def prove(self, bound: float) -> None:
        """Raise the lower bound to the least cost that is possible above `bound`, in ties."""
        missing = (self.upper - bound * SCALE) / self._step
        lower = self.upper - self._step * int(max(missing + NEAR_INTEGER * (1 + abs(bound)), 0))
        self.lower = max(self.lower, min(lower, self.upper))


def close(part: Part, watch: Watch, tell: Callable[[], None]) -> None:
    """Bring lower and upper bound of a block together."""
    near, camps = part.near, part.camps
    index = {vertex: place for place, vertex in enumerate(near)}
    pairs = [(u, v) for u, row in near.items() for v in row if u < v]
    edges = [(index[u], index[v]) for u, v in pairs]
    weights = [near[u][v] for u, v in pairs]

    def improve(length: list[float], kicks: int) -> bool:
        search = Search(near, camps, grown(near, dict(zip(pairs, length, strict=True)), camps))
        search.descend()
        found = part.better(search.camp)
        search.shake(kicks, watch)
        return part.better(search.camp) or found

    def separator() -> Cycles:
        if camps != 2:
            return Cycles(len(near), edges, [weight < 0 for weight in weights], two=False)
        camp = part.camp
        out = [(camp[u] == camp[v]) == (weight < 0) for (u, v), weight in zip(pairs, weights, strict=True)]
        return Cycles(len(near), edges, out, two=True)

    improve([0.0] * len(pairs), KICKS * len(near))
    tell()
    program = Program([abs(weight) / SCALE for weight in weights])
    cycles = separator()
    known: set[Row] = set()
    values = [0.0] * len(pairs)

    def step(solution: Solution) -> list[Row]:
        nonlocal values, cycles
        part.prove(solution.bound)
        values = solution.values
        if not part.proved and improve(values, 0) and camps == 2:
            cycles = separator()
        tell()
        return [] if part.proved else [row for row in cycles.violated(values, watch) if row not in known]

    rows = cycles.violated(values, watch)
    while rows:
        known.update(rows)
        program.cover(rows)
        rows = step(program.relaxed(watch))
    if not part.proved and improve(values, 20 * len(near)):
        part.prove(0)
        tell()
    while not part.proved:
        try:
            best = [int((part.camp[u] == part.camp[v]) == (weight < 0)) for (u, v), weight in zip(pairs, weights, strict=True)]
            rows = step(program.integral(watch, best))
        finally:
            part.prove(program.reached)
        if not rows:
            return
        known.update(rows)
        program.cover(rows)
