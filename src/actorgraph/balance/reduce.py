"""Data reduction: a smaller graph with the same optimum, what is certainly paid, and the steps that lead back.

The rules are those of Hüffner, Betzler and Niedermeier (2007) for low degrees, twins and separators, and the
single-edge criterion of persistency (Lange, Andres and Swoboda 2019), here in a form that takes in dominated vertices
and twins at once, see `_dominated`. Weights are scaled by SCALE, so that a star of degree three can become a triangle
of halves.
"""

from math import gcd
from typing import NamedTuple

from .blocks import Near, blocks, sides
from .graph import Signed
from .watch import Watch

SCALE = 64


class Follow(NamedTuple):
    """A vertex that in some optimum is in the camp of another (sign +1), or in the other one (-1)."""

    vertex: int
    to: int
    sign: int


class Choose(NamedTuple):
    """A vertex that takes its best camp once its neighbours have theirs."""

    vertex: int
    near: dict[int, int]


class Core:
    """A graph being reduced, for a number of camps (None: any number).

    `near` is what is left, `paid` the scaled cost no split avoids. Where `strict`, only what holds in every optimum
    is used, so that the splits of the core are all there are.
    """

    def __init__(self, near: Near, camps: int | None, *, strict: bool = False) -> None:
        self.near = {vertex: dict(row) for vertex, row in near.items()}
        self.paid = 0
        self.steps: list[Follow | Choose] = []
        self.camps = camps
        self._slack = 1 if strict else 0
        self._strict = strict
        # Dictionaries serve as sets that keep their order: the same graph is always reduced the same way.
        self._fresh = dict.fromkeys(near)
        self._stale = dict.fromkeys(near)

    def reduce(self, watch: Watch) -> None:
        """Apply every rule until none applies; TimeUp leaves the core half reduced, and of no use."""
        while True:
            watch.check()
            self._peel()
            self._settle_blocks()
            if self._fresh or self._dominate() or (not self._strict and self._twins()):
                continue
            return

    def _add(self, u: int, v: int, weight: int) -> None:
        """Lay a tie beside what is there; of two contrary ones the lesser is paid in any case."""
        if not weight:
            return
        old = self.near[u].get(v, 0)
        if old * weight < 0:
            self.paid += min(abs(old), abs(weight))
        if old + weight:
            self.near[u][v] = self.near[v][u] = old + weight
        else:
            del self.near[u][v], self.near[v][u]
        for end in (u, v):
            self._fresh[end] = self._stale[end] = None

    def _drop(self, vertex: int) -> dict[int, int]:
        near = self.near.pop(vertex)
        for other in near:
            del self.near[other][vertex]
            self._fresh[other] = self._stale[other] = None
        return near

    def follow(self, vertex: int, to: int, sign: int) -> None:
        """Merge a vertex with another whose camp it shares (sign +1) or shuns (-1), and pay what that costs between
        the two.
        """
        near = self._drop(vertex)
        self.steps.append(Follow(vertex, to, sign))
        for other, weight in near.items():
            if other != to:
                self._add(to, other, sign * weight)
            elif sign * weight < 0:
                self.paid += abs(weight)
        self._fresh[to] = self._stale[to] = None

    def _choose(self, vertex: int) -> None:
        near = self._drop(vertex)
        self.steps.append(Choose(vertex, near))
        (*ends,) = near.items()
        if len(ends) == 2 and (self.camps == 2 or max(near.values()) > 0):
            (a, x), (b, y) = ends
            self._add(a, b, min(abs(x), abs(y)) * (1 if x * y > 0 else -1))
        elif len(ends) == 3 and self.camps == 2:
            triangle = star(*near.values())
            assert triangle
            (a, b, c), (ab, ac, bc) = near, triangle
            total = sum(map(abs, near.values()))
            self.paid += (total - abs(sum(near.values()))) // 2 + sum(w for w in triangle if w < 0)
            self._add(a, b, ab)
            self._add(a, c, ac)
            self._add(b, c, bc)

    def _peel(self) -> None:
        """Low degrees, and vertices that one tie outweighs."""
        two = self.camps == 2
        while self._fresh:
            vertex, _ = self._fresh.popitem()
            near = self.near.get(vertex)
            if near is None:
                continue
            degree = len(near)
            if not self._strict and (
                degree <= 1
                or (degree == 2 and (two or max(near.values()) > 0))
                or (degree == 3 and two and star(*near.values()))
                or ((self.camps is None or degree < self.camps) and max(near.values()) < 0)
            ):
                self._choose(vertex)
            elif near:
                to = max(near, key=lambda other: (abs(near[other]) if two else near[other], -other))
                if (near[to] > 0 or two) and 2 * abs(near[to]) >= sum(map(abs, near.values())) + self._slack:
                    self.follow(vertex, to, 1 if near[to] > 0 else -1)

    def _settle_blocks(self) -> None:
        """Blocks that cost nothing become one vertex; ties of enmity that any number of camps satisfies go."""
        if self.camps is None:
            self._part()
        for block in blocks(self.near):
            if self.camps == 2:
                side = sides(self.near, block)
            else:
                friendly = all(self.near[u][v] > 0 for u, v in block)
                side = {vertex: 1 for edge in block for vertex in edge} if friendly else None
            if side:
                root, *rest = side
                for vertex in rest:
                    self.follow(vertex, root, side[vertex] * side[root])

    def _part(self) -> None:
        label: dict[int, int] = {}
        for root in self.near:
            if root not in label:
                label[root] = root
                queue = [root]
                for vertex in queue:
                    for other, weight in self.near[vertex].items():
                        if weight > 0 and other not in label:
                            label[other] = root
                            queue.append(other)
        for u in self.near:
            for v in [v for v in self.near[u] if label[u] != label[v]]:
                del self.near[u][v], self.near[v][u]
                self._fresh[u] = self._fresh[v] = self._stale[u] = self._stale[v] = None

    def _dominate(self) -> bool:
        """Merge vertices with a neighbour that decides for them; whether any was."""
        stale, self._stale = self._stale, {}
        done = False
        for vertex in stale:
            for other in self.near.get(vertex, ()):
                weight = self.near[vertex][other]
                if (weight > 0 or self.camps == 2) and self._dominated(vertex, other, weight):
                    self.follow(vertex, other, 1 if weight > 0 else -1)
                    done = True
                    break
        return done

    def _dominated(self, u: int, v: int, weight: int) -> bool:
        """Whether some optimum has the tie of u and v in line.

        Say it has not. Moving u across gains `weight` less what u's other ties may lose, moving v likewise, and the
        better of the two moves is no worse than their mean. So nothing is lost where, over all other vertices x, the
        sum of |w(u,x) - w(v,x)| is at most 2 `weight` (for a negative tie: of |w(u,x) + w(v,x)|).
        """
        a, b = self.near[u], self.near[v]
        sign, size = (1, weight) if weight > 0 else (-1, -weight)
        left, right = sum(map(abs, a.values())) - size, sum(map(abs, b.values())) - size
        limit = 2 * size - self._slack
        if abs(left - right) > limit:
            return False
        few, many = (a, b) if len(a) <= len(b) else (b, a)
        lost = left + right
        for x, y in few.items():
            if x in many:
                z = sign * many[x]
                lost += abs(y - z) - abs(y) - abs(z)
        return lost <= limit

    def _twins(self) -> bool:
        """Merge vertices without a tie between them whose ties are in proportion; whether any were."""
        first: dict[tuple[tuple[int, int], ...], tuple[int, int]] = {}
        found: list[tuple[int, int, int]] = []
        for vertex, near in self.near.items():
            if not near:
                continue
            row = sorted(near.items())
            unit = gcd(*near.values())
            if self.camps == 2 and row[0][1] < 0:
                unit = -unit
            twin, scale = first.setdefault(tuple((x, w // unit) for x, w in row), (vertex, unit))
            if twin != vertex:
                found.append((vertex, twin, 1 if unit * scale > 0 else -1))
        for vertex, twin, sign in found:
            self.follow(vertex, twin, sign)
        return bool(found)


def star(x: int, y: int, z: int) -> tuple[int, int, int] | None:
    """The triangle of ties (ab, ac, bc) that stands for a vertex tied to a, b, c by x, y, z; None where it takes
    finer weights.
    """
    all_, ab, ac, bc = abs(x + y + z), abs(x + y - z), abs(x - y + z), abs(y + z - x)
    found = (all_ + ab - ac - bc, all_ + ac - ab - bc, all_ + bc - ab - ac)
    if any(weight % 4 for weight in found):
        return None
    return found[0] // 4, found[1] // 4, found[2] // 4


def core(graph: Signed, camps: int | None, *, strict: bool = False) -> Core:
    """The graph, scaled, before any reduction."""
    near: Near = {vertex: {} for vertex in range(graph.n)}
    for u, v, weight in graph.edges:
        near[u][v] = near[v][u] = weight * SCALE
    return Core(near, camps, strict=strict)
