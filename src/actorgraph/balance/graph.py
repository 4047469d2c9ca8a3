"""A signed graph on the vertices 0 to n-1, and what can be counted on it directly."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Edge = tuple[int, int, int]
"""u, v, weight: u < v, and the weight is not 0. Its sign is the tie's, its size what it costs to leave the tie out of
line (1 for most)."""


class Signed(NamedTuple):
    """An undirected graph without loops, each pair at most once, sorted: build it with `signed`."""

    n: int
    edges: tuple[Edge, ...]

    @property
    def negatives(self) -> int:
        """The summed weight of the negative ties: what one camp for all would cost."""
        return sum(-weight for _, _, weight in self.edges if weight < 0)


def signed(n: int, ties: Iterable[Edge], *, weigh: bool = False) -> Signed:
    """An undirected graph of directed, repeated or contrary ties: a pair takes the sign of its sum, and is no tie
    where that is 0.

    Loops are left out. With `weigh` the sum itself is kept as the weight. A vertex outside 0 to n-1 is a ValueError.
    """
    total: dict[tuple[int, int], int] = {}
    for u, v, weight in ties:
        if not (0 <= u < n and 0 <= v < n):
            raise ValueError(f"tie {u}-{v} leaves the vertices 0 to {n - 1}")
        if u != v:
            pair = (u, v) if u < v else (v, u)
            total[pair] = total.get(pair, 0) + weight
    kept = sorted((pair, weight) for pair, weight in total.items() if weight)
    return Signed(n, tuple((u, v, weight if weigh else (1 if weight > 0 else -1)) for (u, v), weight in kept))


def neighbours(graph: Signed) -> list[dict[int, int]]:
    """For each vertex, its neighbours and the weight of the tie to each."""
    near: list[dict[int, int]] = [{} for _ in range(graph.n)]
    for u, v, weight in graph.edges:
        near[u][v] = near[v][u] = weight
    return near


def components(graph: Signed) -> tuple[int, ...]:
    """For each vertex the lowest vertex it is connected with, whatever the signs."""
    near = neighbours(graph)
    lowest = [-1] * graph.n
    for root in range(graph.n):
        if lowest[root] < 0:
            lowest[root] = root
            queue = [root]
            for vertex in queue:
                for other in near[vertex]:
                    if lowest[other] < 0:
                        lowest[other] = root
                        queue.append(other)
    return tuple(lowest)


def out_of_line(graph: Signed, camp: Sequence[int]) -> tuple[Edge, ...]:
    """Positive ties between camps and negative ties within one."""
    return tuple(edge for edge in graph.edges if (camp[edge[0]] == camp[edge[1]]) == (edge[2] < 0))


def cost(graph: Signed, camp: Sequence[int]) -> int:
    """The summed weight of the ties out of line."""
    return sum(abs(weight) for _, _, weight in out_of_line(graph, camp))
