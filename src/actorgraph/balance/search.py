"""Local search: good camps soon, without a proof. Always the same for the same graph."""

from .blocks import Near
from .undo import Camps
from .watch import Watch


def cost_of(near: Near, camp: Camps) -> int:
    """The summed weight of the ties out of line."""
    return sum(
        abs(weight)
        for u, row in near.items()
        for v, weight in row.items()
        if u < v and (camp[u] == camp[v]) == (weight < 0)
    )


class Search:
    """Camps that are bettered by moving one vertex at a time; `camps` None allows a new camp at any move.

    A vertex is best off in the camp to which its ties sum highest; a camp without neighbours of it sums to 0.
    """

    def __init__(self, near: Near, camps: int | None, camp: Camps) -> None:
        self.camp = dict(camp)
        self.cost = cost_of(near, camp)
        self._near = near
        self._camps = camps
        self._pull: dict[int, dict[int, int]] = {}
        self._size: dict[int, int] = {}
        self._spare = 1 + max(camp.values(), default=0)
        for vertex, row in near.items():
            pull: dict[int, int] = {}
            self._pull[vertex] = pull
            for other, weight in row.items():
                pull[camp[other]] = pull.get(camp[other], 0) + weight
            self._size[camp[vertex]] = self._size.get(camp[vertex], 0) + 1

    def _move(self, vertex: int, to: int) -> None:
        old = self.camp[vertex]
        pull = self._pull[vertex]
        self.cost += pull.get(old, 0) - pull.get(to, 0)
        self.camp[vertex] = to
        self._size[old] -= 1
        self._size[to] = self._size.get(to, 0) + 1
        self._spare = max(self._spare, to + 1)
        for other, weight in self._near[vertex].items():
            pull = self._pull[other]
            pull[old] = pull.get(old, 0) - weight
            pull[to] = pull.get(to, 0) + weight

    def _best(self, vertex: int) -> int:
        """The camp this vertex is best off in: its own where none is better."""
        pull = self._pull[vertex]
        own = self.camp[vertex]
        best, most = own, pull.get(own, 0)
        if self._camps == 2:
            return 1 - own if pull.get(1 - own, 0) > most else own
        for camp, sum_ in pull.items():
            if sum_ > most:
                best, most = camp, sum_
        if most < 0:
            return self._spare if self._camps is None else self._free(pull, best)
        return best

    def _free(self, pull: dict[int, int], best: int) -> int:
        assert self._camps
        return max(range(self._camps), key=lambda camp: (pull.get(camp, 0), camp == best, -camp))

    def descend(self) -> None:
        """Move vertices while a move helps."""
        queue = list(self._near)
        while queue:
            vertex = queue.pop()
            to = self._best(vertex)
            if to != self.camp[vertex]:
                self._move(vertex, to)
                queue.extend(self._near[vertex])

    def shake(self, kicks: int, watch: Watch, depth: int = 60) -> None:
        """Move a vertex at random, let its surroundings answer, and keep what is no worse; so many times."""
        from random import Random

        chance = Random(1)  # noqa: S311 - the same for every run, and no secret
        vertices = list(self._near)
        for _ in range(kicks):
            watch.check()
            vertex = vertices[int(chance.random() * len(vertices))]
            pull = self._pull[vertex]
            others = range(self._camps) if self._camps else (*pull, self._spare)
            elsewhere = [camp for camp in others if camp != self.camp[vertex]]
            if not elsewhere:
                continue
            before = self.cost
            moved = [(vertex, self.camp[vertex])]
            self._move(vertex, elsewhere[int(chance.random() * len(elsewhere))])
            queue = list(self._near[vertex])
            touched = {vertex}
            while queue and len(moved) < depth:
                one = queue.pop()
                if one in touched:
                    continue
                to = self._best(one)
                if to != self.camp[one]:
                    moved.append((one, self.camp[one]))
                    touched.add(one)
                    self._move(one, to)
                    queue.extend(self._near[one])
            if self._best(vertex) != self.camp[vertex]:
                moved.append((vertex, self.camp[vertex]))
                self._move(vertex, self._best(vertex))
            if self.cost > before:
                for one, old in reversed(moved):
                    self._move(one, old)


def grown(near: Near, length: dict[tuple[int, int], float], camps: int | None) -> Camps:
    """Camps along a shortest spanning forest (Kruskal 1956), each of whose ties is put in line: how a relaxation is
    rounded.

    `length` is by (u, v) with u < v. With more than two camps only positive ties shorter than a half are followed.
    """
    lead = {vertex: (vertex, 1) for vertex in near}

    def root(vertex: int) -> tuple[int, int]:
        side = 1
        while lead[vertex][0] != vertex:
            vertex, step = lead[vertex]
            side *= step
        return vertex, side

    sizes = dict.fromkeys(near, 1)
    for (u, v), long in sorted(
        length.items(), key=lambda pair: (pair[1], -abs(near[pair[0][0]][pair[0][1]]), pair[0])
    ):
        if camps != 2 and (near[u][v] < 0 or long >= 0.5):
            continue
        (a, at_u), (b, at_v) = root(u), root(v)
        if a != b:
            if sizes[a] < sizes[b]:
                a, b = b, a
            sizes[a] += sizes[b]
            lead[b] = (a, at_u * at_v * (1 if near[u][v] > 0 else -1))
    if camps == 2:
        return {vertex: (1 - root(vertex)[1]) // 2 for vertex in near}
    number: dict[int, int] = {}
    found = {vertex: number.setdefault(root(vertex)[0], len(number)) for vertex in near}
    return found if camps is None else {vertex: min(one, camps - 1) for vertex, one in found.items()}
