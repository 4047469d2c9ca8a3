"""Enumeration of cores that are small or narrow: every split is looked at, vertex by vertex along an elimination
order.

Bucket elimination (Dechter 1999): once the costs of a vertex's camps are folded into a table over its neighbours, the
vertex is done with. The work is exponential in the width of the order only, and the tables lead back to an optimum.
No solver, no third-party package.
"""

from heapq import heappop, heappush

from .blocks import Near
from .undo import Camps

WORK = 1 << 20
"""How many entries all tables may have: a fraction of a second."""


def order(near: Near, camps: int | None, work: int = WORK) -> tuple[list[int], int] | None:
    """Vertices by least degree, each joined to what it leaves behind, and the number of camps to count; None where
    tables grow too large.

    The last is the vertex of most ties, whose camp is fixed. Any number of camps is no more than the largest
    neighbourhood and one: the camps of an optimum can be taken as connected, and so merged they are still as narrow.
    """
    root = max(near, key=lambda vertex: (len(near[vertex]), -vertex))
    left = {
        vertex: {other for other in row if other != root} for vertex, row in near.items() if vertex != root
    }
    heap = sorted((len(around), vertex) for vertex, around in left.items())
    found: list[int] = []
    widths: dict[int, int] = {}
    most = camps or min(2, len(near))
    while heap:
        degree, vertex = heappop(heap)
        if vertex not in left or degree != len(left[vertex]):
            continue
        around = left.pop(vertex)
        found.append(vertex)
        widths[degree] = widths.get(degree, 0) + 1
        if camps is None:
            most = max(most, min(len(near), degree + 2))
        if sum(count * most ** (width + 1) for width, count in widths.items()) > work:
            return None
        for other in around:
            left[other] |= around
            left[other] -= {other, vertex}
            heappush(heap, (len(left[other]), other))
    return [*found, root], most


def least(near: Near, sequence: list[int], camps: int) -> tuple[int, Camps]:
    """The least cost of a split into so many camps, and one of that cost (the first in the order of camps)."""
    *rest, root = sequence
    rank = {vertex: place for place, vertex in enumerate(sequence)}
    # A factor: vertices in the order of their elimination, the first running fastest, and a cost for each setting.
    held: dict[int, list[tuple[tuple[int, ...], list[int]]]] = {vertex: [] for vertex in rest}
    for u in rest:
        for v, weight in near[u].items():
            within, across = (0, weight) if weight > 0 else (-weight, 0)
            if v == root:
                held[u].append(((u,), [within] + [across] * (camps - 1)))
            elif rank[u] < rank[v]:
                table = [within if i == j else across for j in range(camps) for i in range(camps)]
                held[u].append(((u, v), table))
    paid = 0
    trail: list[tuple[int, tuple[int, ...], list[list[int]]]] = []
    for vertex in rest:
        factors = held.pop(vertex)
        scope = tuple(
            sorted({one for ends, _ in factors for one in ends if one != vertex}, key=rank.__getitem__)
        )
        tables: list[list[int]] = []
        for camp in range(camps):
            total = [0] * camps ** len(scope)
            for ends, costs in factors:
                # `vertex` comes first in the order, so it runs fastest in each of its factors.
                steps = _spread(scope, ends[1:], camps)
                part = costs[camp::camps]
                total = [old + part[step] for old, step in zip(total, steps, strict=True)]
            tables.append(total)
        best = tables[0] if camps == 1 else list(map(min, *tables))
        trail.append((vertex, scope, tables))
        if scope:
            held[scope[0]].append((scope, best))
        else:
            paid += best[0]
    found = {root: 0}
    for vertex, scope, tables in reversed(trail):
        place = sum(found[one] * camps**at for at, one in enumerate(scope))
        costs = [table[place] for table in tables]
        found[vertex] = costs.index(min(costs))
    return paid, found


def _spread(scope: tuple[int, ...], ends: tuple[int, ...], camps: int) -> list[int]:
    """For each setting of `scope`, the place of its setting in a table over `ends`, some of the same vertices in the
    same order.
    """
    steps = [0]
    stride = 1
    for vertex in scope:
        if vertex in ends:
            steps = [step + camp * stride for camp in range(camps) for step in steps]
            stride *= camps
        else:
            steps = steps * camps
    return steps
