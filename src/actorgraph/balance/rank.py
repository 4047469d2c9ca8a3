"""Positions of vertices in a signed graph. Nothing here is a judgement of whoever stands there."""

from collections.abc import Sequence
from typing import NamedTuple

from .graph import Signed, neighbours
from .triads import adjacency


class Degree(NamedTuple):
    """How many positive and negative ties a vertex has."""

    positive: int
    negative: int

    @property
    def net(self) -> int:
        return self.positive - self.negative


class Brokerage(NamedTuple):
    """Pairs of vertices between which a vertex stands, by their camps: both in its own, both in one other, one in its
    own, all three apart.

    These are the roles of Gould and Fernandez (1989) where ties have no direction, so that gatekeeper and
    representative are one.
    """

    coordinator: int
    consultant: int
    gatekeeper: int
    liaison: int

    @property
    def between(self) -> int:
        """Pairs that belong to different camps."""
        return self.gatekeeper + self.liaison


def degrees(graph: Signed) -> tuple[Degree, ...]:
    found = []
    for row in neighbours(graph):
        positive = sum(weight > 0 for weight in row.values())
        found.append(Degree(positive, len(row) - positive))
    return tuple(found)


def brokerage(graph: Signed, camp: Sequence[int]) -> tuple[Brokerage, ...]:
    """For each vertex, the pairs of its friends who are not friends of each other, by the camps of the three."""
    friends = [{other for other, weight in row.items() if weight > 0} for row in neighbours(graph)]
    found = []
    for vertex, near in enumerate(friends):
        own, roles = camp[vertex], [0, 0, 0, 0]
        some = sorted(near)
        for place, first in enumerate(some):
            for second in some[place + 1 :]:
                if second in friends[first]:
                    continue
                if camp[first] == camp[second]:
                    roles[0 if camp[first] == own else 1] += 1
                else:
                    roles[2 if own in (camp[first], camp[second]) else 3] += 1
        found.append(Brokerage(*roles))
    return tuple(found)


def pn_index(graph: Signed) -> tuple[float, ...] | None:
    """The PN index of Everett and Borgatti (2014): (I - (P - 2N) / (2n - 2))^-1 applied to ones, P and N the positive
    and negative ties.

    1 is a vertex without ties; friends raise it, the more so the better placed they are, enemies lower it. None where
    the system has no one solution (two vertices that are enemies) or fewer than two vertices. Needs numpy and n x n
    numbers of memory; errs by 1e-12 or so.
    """
    if graph.n < 2 or (graph.n == 2 and graph.negatives):
        return None
    matrix = adjacency(graph)
    import numpy as np

    system = np.eye(graph.n) - np.where(matrix < 0, 2 * matrix, matrix) / (2 * graph.n - 2)
    return tuple(float(value) for value in np.linalg.solve(system, np.ones(graph.n)))


def eigenvector(graph: Signed) -> tuple[float, ...] | None:
    """The eigenvector of the signed adjacency matrix whose eigenvalue is largest in size (Bonacich and Lloyd 2004),
    scaled to 1 at its largest entry.

    Of the two signs it may have, that with the larger positive sum. None where no eigenvalue stands out (by 1e-9), as
    where two components are alike or friends and enemies mirror each other, and without ties. Needs numpy, as
    `pn_index`; entries err by 1e-13 over the gap.
    """
    if not graph.edges:
        return None
    matrix = adjacency(graph)
    import numpy as np

    values, vectors = np.linalg.eigh(matrix)
    sequence = np.argsort(-np.abs(values), kind="stable")
    first, second = (abs(float(values[place])) for place in sequence[:2])
    if first - second < 1e-9:
        return None
    vector = vectors[:, sequence[0]]
    vector = vector / np.abs(vector).max()
    total = float(vector.sum())
    # A sum of nothing but rounding leaves the choice to the first entry that is more than that.
    lead = total if abs(total) > 1e-9 else float(vector[np.flatnonzero(np.abs(vector) > 1e-9)[0]])
    return tuple(float(value) for value in (vector if lead > 0 else -vector))
