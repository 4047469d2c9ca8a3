"""Closed triads by their signs, and balance over all closed walks."""

from typing import TYPE_CHECKING, NamedTuple

from ..errors import Fault, installing
from .graph import Signed, neighbours

if TYPE_CHECKING:
    import numpy as np


class Triads(NamedTuple):
    """How many triangles have no, one, two, three negative ties. By Heider (1946) the first and third are balanced;
    by Davis (1967), who allows many camps, the last is as well.
    """

    none: int
    one: int
    two: int
    three: int

    @property
    def balanced(self) -> int:
        return self.none + self.two

    @property
    def total(self) -> int:
        return sum(self)


def triads(graph: Signed) -> Triads:
    """The census of triangles, each counted once. Time grows with ties times the smaller degree at each."""
    near = neighbours(graph)
    rank = {
        vertex: place
        for place, vertex in enumerate(sorted(range(graph.n), key=lambda one: (len(near[one]), one)))
    }
    # Each triangle is met once, at its lowest vertex.
    above = [
        {other: weight < 0 for other, weight in row.items() if rank[other] > rank[at]}
        for at, row in enumerate(near)
    ]
    count = [0, 0, 0, 0]
    for row in above:
        for second, hostile in row.items():
            for third, also in above[second].items():
                if third in row:
                    count[hostile + also + row[third]] += 1
    return Triads(*count)


def walks(graph: Signed) -> float:
    """The trace of exp(A) over that of exp(|A|), A the signed adjacency matrix: 1 where all closed walks are
    positive, towards 0 the fewer are (Estrada and Benzi 2014). Weights count by their sign alone; a graph without
    ties has 1.

    Needs numpy (a Fault where it is missing), n x n numbers of memory and time that grows with n cubed: seconds for
    2,000 vertices. Rounding errs by about 1e-13 of the value.
    """
    if not graph.edges:
        return 1.0
    matrix = adjacency(graph)
    import numpy as np

    signed, plain = np.linalg.eigvalsh(matrix), np.linalg.eigvalsh(np.abs(matrix))
    # No eigenvalue of A exceeds the largest of |A|, so that nothing overflows.
    top = plain[-1]
    return float(np.exp(signed - top).sum() / np.exp(plain - top).sum())


def adjacency(graph: Signed) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """The n x n matrix of signs. A Fault where numpy is missing."""
    try:
        import numpy as np
    except ImportError as missing:
        raise Fault(
            "this measure needs numpy", f"install it: {installing('actorgraph[balance]')}"
        ) from missing

    matrix = np.zeros((graph.n, graph.n))
    for u, v, weight in graph.edges:
        matrix[u, v] = matrix[v, u] = 1.0 if weight > 0 else -1.0
    return matrix
