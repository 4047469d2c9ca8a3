"""Finding cycles that are out of balance and not yet covered: shortest paths, by scipy's compiled Dijkstra.

Two camps: a cycle with an odd number of negative ties (Harary 1953). Against any split into two this is a cycle with
an odd number of ties out of line, so some tie out of line closes a path with an even number of them: a path between
the copies of its ends on one sheet of the double cover, whose sheets are joined by the ties out of line. Any number
of camps: a cycle with exactly one negative tie (Davis 1967), which closes a path of positive ties.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ..errors import Fault, installing
from .watch import Watch, unbroken

if TYPE_CHECKING:
    import numpy as np

Row = tuple[int, ...]
TOLERANCE = 1e-6
CHUNK = 64
"""Sources searched from at once, between two looks at the clock."""


class Cycles:
    """The cycles of a graph that a value for each edge must cover: sum over the cycle at least 1.

    `edges` are (u, v) on 0 to n-1, `closing` says for each edge whether it is out of line (two camps) or negative
    (any number).
    """

    def __init__(
        self, n: int, edges: Sequence[tuple[int, int]], closing: Sequence[bool], *, two: bool
    ) -> None:
        try:
            with unbroken():
                import numpy as np
                from scipy.sparse import csr_array
                from scipy.sparse.csgraph import dijkstra
        except ImportError as missing:
            raise Fault(
                "this network is too large to try every split, and scipy is not installed",
                f"install it: {installing('actorgraph[balance]')}",
            ) from missing
        self._dijkstra = dijkstra
        self._n = n
        # The graph is simple, so that two vertices tell their edge.
        self._at = {(u, v): place for place, (u, v) in enumerate(edges)}
        ends = np.array(edges, dtype=np.int32).reshape(-1, 2)
        u, v = ends[:, 0], ends[:, 1]
        out = np.array(closing, dtype=bool)
        every = np.arange(len(edges), dtype=np.int32)
        if two:
            twist = np.where(out, n, 0).astype(np.int32)
            tails = np.concatenate([u, v, u + n, v + n])
            heads = np.concatenate([v + twist, u + twist, v + n - twist, u + n - twist])
            places = np.concatenate([every] * 4)
        else:
            tails, heads = np.concatenate([u[~out], v[~out]]), np.concatenate([v[~out], u[~out]])
            places = np.concatenate([every[~out]] * 2)
        size = 2 * n if two else n
        sequence = np.lexsort((heads, tails))
        starts = np.searchsorted(tails[sequence], np.arange(size + 1)).astype(np.int32)
        self._edge = places[sequence]
        self._matrix = csr_array((np.ones(len(places)), heads[sequence], starts), shape=(size, size))
        self._closing = _cover([(*edges[place], place) for place in np.flatnonzero(out).tolist()])
        self._active = set(self._closing)

    def violated(self, values: Sequence[float], watch: Watch) -> list[Row]:
        """Cycles that sum to less than 1, the shortest that some closing edges are on: rows of edges, sorted, each once.

        Where none comes back, every cycle is covered. Of equal sums the cycle of fewer edges is preferred.
        """
        import numpy as np

        value = np.asarray(values)
        small = TOLERANCE / 2 / self._n
        self._matrix.data = np.maximum(value, 0.0)[self._edge] + small
        # Sources that had nothing to tell last time are asked again only where the others have nothing either.
        for sources in (sorted(self._active), sorted(self._closing.keys() - self._active)):
            found: dict[Row, None] = {}
            telling: set[int] = set()
            for start in range(0, len(sources), CHUNK):
                watch.check()
                some = sources[start : start + CHUNK]
                _, before = self._dijkstra(self._matrix, indices=some, return_predecessors=True, limit=1.0)
                for source, row in zip(some, before, strict=True):
                    for target, edge in self._closing[source]:
                        cycle = self._cycle(row, source, target, edge)
                        if cycle and sum(values[one] for one in cycle) < 1 - TOLERANCE:
                            found[cycle] = None
                            telling.add(source)
            self._active = telling
            if found:
                return list(found)
        return []

    def _cycle(
        self, before: "np.ndarray[tuple[int], np.dtype[np.int32]]", source: int, target: int, edge: int
    ) -> Row | None:
        """The cycle that `edge` closes over a path; where the path meets itself on the other sheet, the odd cycle in
        between.
        """
        path = [target]
        while path[-1] != source:
            step = int(before[path[-1]])
            if step < 0:
                return None
            path.append(step)
        rows = [edge]
        seen: dict[int, int] = {}
        for place, vertex in enumerate(path):
            first = seen.get(vertex % self._n)
            if first is not None:
                path, rows = path[first : place + 1], []
                break
            seen[vertex % self._n] = place
        for after, step in pairwise(path):
            u, v = after % self._n, step % self._n
            rows.append(self._at[(u, v) if u < v else (v, u)])
        return tuple(sorted(rows))


def _cover(edges: list[tuple[int, int, int]]) -> dict[int, list[tuple[int, int]]]:
    """Few vertices that touch all edges, each with the far ends and numbers of those that it answers for."""
    around: dict[int, dict[int, int]] = {}
    for u, v, place in edges:
        around.setdefault(u, {})[v] = place
        around.setdefault(v, {})[u] = place
    found: dict[int, list[tuple[int, int]]] = {}
    queue = sorted(around, key=lambda vertex: (-len(around[vertex]), vertex))
    for vertex in queue:
        if around[vertex]:
            found[vertex] = sorted(around[vertex].items())
            for other in around[vertex]:
                del around[other][vertex]
            around[vertex] = {}
    return found
