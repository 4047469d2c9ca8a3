"""Biconnected components: what a signed graph says of balance is said within them."""

Near = dict[int, dict[int, int]]


def blocks(near: Near) -> list[list[tuple[int, int]]]:
    """The blocks of a graph as lists of edges; bridges are blocks of one edge. Deterministic, no recursion (Hopcroft
    and Tarjan 1973).
    """
    seen: dict[int, int] = {}
    low: dict[int, int] = {}
    found: list[list[tuple[int, int]]] = []
    edges: list[tuple[int, int]] = []
    for root in near:
        if root in seen:
            continue
        seen[root] = low[root] = len(seen)
        walk = [(root, -1, iter(near[root]))]
        while walk:
            vertex, parent, rest = walk[-1]
            for other in rest:
                if other == parent:
                    continue
                if other not in seen:
                    edges.append((vertex, other))
                    seen[other] = low[other] = len(seen)
                    walk.append((other, vertex, iter(near[other])))
                    break
                if seen[other] < seen[vertex]:
                    edges.append((vertex, other))
                    low[vertex] = min(low[vertex], seen[other])
            else:
                walk.pop()
                if parent < 0:
                    continue
                low[parent] = min(low[parent], low[vertex])
                if low[vertex] >= seen[parent]:
                    start = _last(edges, (parent, vertex))
                    found.append(edges[start:])
                    del edges[start:]
    return found


def _last(edges: list[tuple[int, int]], edge: tuple[int, int]) -> int:
    place = len(edges) - 1
    while edges[place] != edge:
        place -= 1
    return place


def sides(near: Near, block: list[tuple[int, int]]) -> dict[int, int] | None:
    """+1 or -1 for each vertex of a block so that no tie is out of line; None where a cycle has an odd number of
    negative ties.

    That such a split exists just where every cycle is positive is Harary's theorem (1953); this is the test of Harary
    and Kabell (1980).
    """
    around: dict[int, list[int]] = {}
    for u, v in block:
        around.setdefault(u, []).append(v)
        around.setdefault(v, []).append(u)
    root = block[0][0]
    side = {root: 1}
    queue = [root]
    for vertex in queue:
        for other in around[vertex]:
            due = side[vertex] if near[vertex][other] > 0 else -side[vertex]
            if other not in side:
                side[other] = due
                queue.append(other)
            elif side[other] != due:
                return None
    return side


def within(near: Near, block: list[tuple[int, int]]) -> Near:
    """The block as a graph of its own."""
    alone: Near = {}
    for u, v in sorted((min(edge), max(edge)) for edge in block):
        alone.setdefault(u, {})[v] = near[u][v]
        alone.setdefault(v, {})[u] = near[u][v]
    return dict(sorted(alone.items()))
