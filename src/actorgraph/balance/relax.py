"""The cycle program of one block: bounds that close in on its optimum.

The linear program asks for the least weight of edges that touches every cycle out of balance (Barahona and
Mahjoub 1986, of cuts); cycles are added as they are found violated. Its value is a lower bound, its values along a
spanning forest are camps, and where the two do not meet an integer program over the same rows goes on.
"""

from collections.abc import Callable
from math import gcd
from typing import TYPE_CHECKING

from .blocks import Near
from .cycles import Cycles, Row
from .reduce import SCALE
from .search import Search, cost_of, grown
from .undo import Camps
from .watch import TimeUp, Watch

if TYPE_CHECKING:
    from .solver import Solution

NEAR_INTEGER = 1e-6
TRIANGLES = 8
SHAKES = 20
"""Kicks of the local search after the linear program, for each vertex."""


class Part:
    """A block, the best camps known, and what is proved of its scaled cost."""

    def __init__(self, near: Near, camps: int | None) -> None:
        self.near = near
        self.camps = camps
        # Where it is only asked whether some camps cost at most so much, a bound above that, or such camps, will do.
        self.hopeless: int | None = None
        self.enough: int | None = None
        start = dict.fromkeys(near, 0)
        self._best = cost_of(near, start), start
        self.lower = 0
        weights = [abs(weight) for row in near.values() for weight in row.values()]
        self._step = gcd(*weights)
        # Moving a vertex changes the cost by its ties, each added or taken off: by an even number of steps where they
        # sum to one.
        even = camps == 2 and all(
            sum(map(abs, row.values())) % (2 * self._step) == 0 for row in near.values()
        )
        if even:
            self._step *= 2

    @property
    def upper(self) -> int:
        return self._best[0]

    @property
    def camp(self) -> Camps:
        return self._best[1]

    @property
    def done(self) -> bool:
        return (
            self.lower >= self.upper
            or (self.hopeless is not None and self.lower > self.hopeless)
            or (self.enough is not None and self.upper <= self.enough)
        )

    def better(self, camp: Camps) -> bool:
        """Take these camps where they cost less; whether they do."""
        cost = cost_of(self.near, camp)
        if cost < self.upper:
            # In one step, so that Ctrl-C finds camps and cost that belong together.
            self._best = cost, camp
            return True
        return False

    def prove(self, bound: float) -> None:
        """Raise the lower bound to the least cost that is possible above `bound`, in ties."""
        missing = (self.upper - bound * SCALE) / self._step
        lower = self.upper - self._step * int(max(missing + NEAR_INTEGER * (1 + abs(bound)), 0))
        self.lower = max(self.lower, min(lower, self.upper))


def close(part: Part, watch: Watch, tell: Callable[[], None]) -> None:
    """Bring lower and upper bound of a block together."""
    # Most graphs never come here, and start sooner without these.
    from .integer import Whole
    from .solver import Relaxation

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

    improve([0.0] * len(pairs), 0)
    tell()
    costs = [abs(weight) / SCALE for weight in weights]
    linear = Relaxation(costs)
    whole = Whole()
    cycles = separator()
    known: set[Row] = set()
    rounds = 0
    values = [0.0] * len(pairs)

    def step(solution: "Solution") -> list[Row]:
        """Take in what the solver found; the cycles to be covered next, none where the bounds met or all are covered."""
        nonlocal cycles, values, rounds
        rounds += 1
        values = solution.values
        part.prove(solution.bound)
        rows = [] if part.done else [row for row in cycles.violated(values, watch) if row not in known]
        # Rounding costs more than a round of the program, and its values tell more the later they come.
        if not part.done and (not rows or rounds & (rounds - 1) == 0) and improve(values, 0) and camps == 2:
            cycles = separator()
        tell()
        return [] if part.done else rows

    rows = triangles(near, pairs, part.camp, camps) or cycles.violated(values, watch)
    try:
        while rows:
            known.update(rows)
            linear.cover(rows)
            rows = step(linear.solve(watch))
            if rounds == 2 and 4 * part.upper > 5 * part.lower:
                # So wide a gap takes long to close, and whoever stops the search meanwhile should have good camps.
                improve(values, len(near))
    except (TimeUp, KeyboardInterrupt):
        part.prove(linear.bound())
        raise
    if not part.done and improve(values, SHAKES * len(near)):
        tell()
    all_rows = list(linear.rows)
    while not part.done:
        best = [
            int((part.camp[u] == part.camp[v]) == (weight < 0))
            for (u, v), weight in zip(pairs, weights, strict=True)
        ]
        try:
            rows = step(whole.solve(costs, all_rows, best, watch))
        finally:
            part.prove(whole.bound)
        if not rows:
            return
        known.update(rows)
        all_rows += rows


def triangles(near: Near, pairs: list[tuple[int, int]], camp: Camps, camps: int | None) -> list[Row]:
    """Up to TRIANGLES triangles out of balance for each edge that `closes` one: the first rows, as they come
    cheap.
    """
    at = {pair: place for place, pair in enumerate(pairs)}
    found: dict[Row, None] = {}

    def closing(u: int, v: int) -> bool:
        return near[u][v] < 0 if camps != 2 else (camp[u] == camp[v]) == (near[u][v] < 0)

    for u, v in pairs:
        if not closing(u, v):
            continue
        few, many = (near[u], near[v]) if len(near[u]) <= len(near[v]) else (near[v], near[u])
        count = 0
        for x in few:
            if x in many and closing(u, x) + closing(v, x) in ((0, 2) if camps == 2 else (0,)):
                found[tuple(sorted(at[min(a, b), max(a, b)] for a, b in ((u, v), (u, x), (v, x))))] = None
                count += 1
                if count == TRIANGLES:
                    break
    return list(found)
