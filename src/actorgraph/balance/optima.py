"""All splits into two camps of least cost: how many there are, and who is together, apart or free in them."""

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import NamedTuple

from .blocks import Near, blocks, within
from .graph import Signed, components
from .reduce import Core, Follow, core
from .search import cost_of
from .split import Closing, Split, solve
from .undo import Camps, glue, undo
from .watch import Report, TimeUp, Watch

CAP = 64
"""So many optimal splits are listed; more are no list anybody reads."""


class Optima(NamedTuple):
    """What all optimal splits share.

    Two vertices of one `group` are in every one of them together where they have the same `side`, else apart. Two
    vertices of unlike `seen` are together in some and apart in others. Where `settled`, group and seen say the same,
    and every pair is one or the other. `splits` lists them all, or is empty where there are more than asked for or
    time was short. The camps of a component are counted once, whichever of the two comes first: in each split the
    lowest vertex of a component is in camp 0. `ended` is "settled", or "time", "interrupted" or "open" as in `Split`.
    """

    best: Split
    settled: bool
    ended: str
    group: tuple[int, ...]
    side: tuple[int, ...]
    seen: tuple[int, ...]
    splits: tuple[tuple[int, ...], ...]

    def pair(self, u: int, v: int) -> str:
        """Whether two vertices are "together", "apart" or "free"; "open" where that was not settled."""
        if self.group[u] == self.group[v]:
            return "together" if self.side[u] == self.side[v] else "apart"
        return "free" if self.seen[u] != self.seen[v] else "open"


def optima(
    graph: Signed, *, cap: int = CAP, seconds: float | None = None, report: Report | None = None
) -> Optima:
    """All optimal splits of a graph into two camps; often there are several (Doreian and Mrvar 1996).

    A pair is settled by asking for an optimum in which it stands otherwise. `seconds` bounds all of it; Ctrl-C ends
    it too.
    """
    watch = Watch(seconds, report)
    best = solve(graph, 2, watch)
    same, like = _Ties(graph.n), _Ties(graph.n)
    left = core(graph, 2, strict=True)
    parts: list[_Block] = []
    settled = False
    ended = best.ended
    splits: tuple[tuple[int, ...], ...] = ()
    try:
        if best.proved:
            left.reduce(watch)
            parts = [
                _Block(within(left.near, block), dict(enumerate(best.camp))) for block in blocks(left.near)
            ]
            for part in parts:
                part.settle(watch)
            settled = True
            splits = _splits(graph, left, parts, cap, watch)
            ended = "settled"
    except TimeUp:
        ended = "time"
    except KeyboardInterrupt:
        ended = "interrupted"
    joined = [(step.vertex, step.to, step.sign) for step in left.steps if isinstance(step, Follow)]
    for vertex, to, sign in joined + [tie for part in parts for tie in part.joined]:
        same.join(vertex, to, sign)
        like.join(vertex, to, 1)
    for vertex, to in [pair for part in parts for pair in part.alike()]:
        like.join(vertex, to, 1)
    if not parts and not settled:
        return Optima(best, settled, ended, *same.groups(), (0,) * graph.n, splits)
    return Optima(best, settled, ended, *same.groups(), like.groups()[0], splits)


class _Ties:
    """Who is in one group with whom, and on which side."""

    def __init__(self, n: int) -> None:
        self._to = [(vertex, 1) for vertex in range(n)]

    def _root(self, vertex: int) -> tuple[int, int]:
        side = 1
        while self._to[vertex][0] != vertex:
            vertex, step = self._to[vertex]
            side *= step
        return vertex, side

    def join(self, u: int, v: int, sign: int) -> None:
        (a, x), (b, y) = self._root(u), self._root(v)
        if a != b:
            self._to[max(a, b)] = (min(a, b), x * y * sign)

    def groups(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """For each vertex the lowest of its group, and its side there: 0 with the lowest, or 1."""
        roots = [self._root(vertex) for vertex in range(len(self._to))]
        return tuple(root for root, _ in roots), tuple((1 - side) // 2 for _, side in roots)


def _another(near: Near, u: int, v: int, sign: int, limit: int, watch: Watch) -> Camps | None:
    """Camps of cost at most `limit` in which u and v are together (sign +1) or apart; None where there are none."""
    left = Core(near, 2)
    left.follow(u, v, sign)
    closing = Closing(left)
    closing.close(watch.quiet(), limit=limit)
    return closing.camps() if closing.upper <= limit else None


class _Block:
    """A block of the strict core, one of its optima, and what is known of the others."""

    def __init__(self, near: Near, camp: Camps) -> None:
        self.near = near
        self.camp = {vertex: camp[vertex] for vertex in near}
        self.least = cost_of(near, self.camp)
        self.joined: list[tuple[int, int, int]] = []
        # Vertices that stand alike in every optimum found so far, up to swapping camps.
        self._classes: list[list[int]] = [list(near)]
        self._shrunk = Core(near, 2)

    def settle(self, watch: Watch) -> None:
        """For each class, ask whether another optimum parts its first two vertices: where none does they become
        one.
        """
        done = 0
        while done < len(self._classes):
            one = self._classes[done]
            if len(one) == 1:
                done += 1
                continue
            watch.check()
            to, vertex = one[0], one[1]
            sign = 1 if self.camp[vertex] == self.camp[to] else -1
            left = self._shrunk
            found = _another(left.near, vertex, to, -sign, self.least - left.paid, watch)
            if found is None:
                left.follow(vertex, to, sign)
                self.joined.append((vertex, to, sign))
                one.remove(vertex)
            else:
                self._part(found)

    def _part(self, found: Camps) -> None:
        parted = []
        for one in self._classes:
            same = [vertex for vertex in one if found[vertex] == self.camp[vertex]]
            other = [vertex for vertex in one if found[vertex] != self.camp[vertex]]
            parted += [half for half in (same, other) if half]
        self._classes = parted

    def alike(self) -> list[tuple[int, int]]:
        """Pairs that make up the classes: those no two optima found so far tell apart."""
        pairs = [(vertex, one[0]) for one in self._classes for vertex in one[1:]]
        return pairs + [(vertex, to) for vertex, to, _ in self.joined]

    def every(self, watch: Watch) -> Iterator[Camps]:
        """All optima, each up to swapping its camps; every branch leads to one."""
        camp = self.camp
        stack = [(self._shrunk.near, self.least - self._shrunk.paid, camp, self._shrunk.steps)]
        while stack:
            near, least, camp, steps = stack.pop()
            root, *rest = near
            if not rest:
                yield undo(steps, {root: 0}, 2)
                continue
            vertex = rest[0]
            sign = 1 if camp[vertex] == camp[root] else -1
            watch.check()
            other = _another(near, vertex, root, -sign, least, watch)
            for next_, turn in ((other, -sign), (camp, sign)):
                if next_ is not None:
                    left = Core(near, 2)
                    left.follow(vertex, root, turn)
                    stack.append((left.near, least - left.paid, next_, [*steps, *left.steps]))


def _pieces(graph: Signed, near: Near) -> list[list[int]]:
    """The components of the strict core, save the first of each of the graph's: what hangs on no other ties swaps its
    camps freely.
    """
    lowest = components(graph)
    met: set[int] = set()
    seen: set[int] = set()
    found: list[list[int]] = []
    for root in near:
        if root in seen:
            continue
        piece = [root]
        seen.add(root)
        for vertex in piece:
            fresh = near[vertex].keys() - seen
            seen |= fresh
            piece.extend(sorted(fresh))
        if lowest[root] in met:
            found.append(piece)
        met.add(lowest[root])
    return found


def _splits(
    graph: Signed, left: Core, parts: list[_Block], cap: int, watch: Watch
) -> tuple[tuple[int, ...], ...]:
    """The optima of blocks put together in every way; none where that makes more than `cap`."""
    pieces = _pieces(graph, left.near)
    lists: list[list[Camps]] = []
    for part in parts:
        found: list[Camps] = []
        for camp in part.every(watch):
            found.append(camp)
            if prod(map(len, lists)) * len(found) << len(pieces) > cap:
                return ()
        lists.append(found)
    if 1 << len(pieces) > cap:
        return ()
    lowest = components(graph)
    splits = []
    for choice in product(*lists):
        whole = {**dict.fromkeys(left.near, 0), **glue(choice, 2)}
        for swaps in product((0, 1), repeat=len(pieces)):
            turned = dict(whole)
            for piece, swap in zip(pieces, swaps, strict=True):
                for vertex in piece:
                    turned[vertex] ^= swap
            camp = undo(left.steps, turned, 2)
            splits.append(tuple(camp[vertex] ^ camp[lowest[vertex]] for vertex in range(graph.n)))
    return tuple(sorted(splits))
