"""The search for paths: plain functions over names and their neighbours, bounded in work, blind to what a step is."""

from collections.abc import Callable, Iterable, Iterator, Sequence

Near = Callable[[str], Iterable[str]]
FAR = 1 << 30


class Reach:
    """How far each actor is from one of them, found out only as far as somebody asks."""

    def __init__(self, start: str, near: Near) -> None:
        self.far = {start: 0}
        self.radius = 0
        self.edge = [start]
        self._near = near

    def grow(self) -> list[str]:
        """One step further out: the actors found there."""
        found: dict[str, None] = {}
        for actor in self.edge:
            for other in self._near(actor):
                if other not in self.far:
                    found[other] = None
        self.radius += 1
        self.far.update(dict.fromkeys(found, self.radius))
        self.edge = list(found)
        return self.edge

    def of(self, actor: str, most: int) -> int:
        """The steps to the actor; FAR where they are more than `most`."""
        while self.radius < most and self.edge:
            self.grow()
        return self.far.get(actor, FAR)


class Work:
    """What a search may still spend; `spent` once it has stopped for want of it."""

    def __init__(self, most: int) -> None:
        self.left = most

    @property
    def spent(self) -> bool:
        return self.left < 0

    def one(self) -> bool:
        self.left -= 1
        return self.left >= 0


def shortest(forth: Reach, back: Reach, most: int) -> int | None:
    """The fewest steps between the starts of two reaches, at most so many; the smaller edge grows first."""
    best = 0 if forth.far.keys() & back.far.keys() else None
    while best is None and forth.edge and back.edge and forth.radius + back.radius < most:
        grown, other = (forth, back) if len(forth.edge) <= len(back.edge) else (back, forth)
        met = [other.far[actor] for actor in grown.grow() if actor in other.far]
        best = grown.radius + min(met) if met else None
    return best


def walks(
    start: str, goal: str, steps: int, near: Near, reaches: Sequence[tuple[str, Reach]], work: Work
) -> Iterator[tuple[str, ...]]:
    """Every path of exactly so many steps that enters no actor twice, in the order of the neighbours.

    `reaches` tells how far the goal is, and each actor that must be passed: (its name, how far others are from
    it); the goal's stands first. What can't arrive in time is not entered.
    """
    (_, home), *through = reaches
    path = [start]
    ways = [iter(near(start))]
    while ways:
        other = next(ways[-1], None)
        if other is None:
            ways.pop()
            path.pop()
            continue
        if not work.one():
            return
        left = steps - len(path)
        if other in path or (other == goal) != (left == 0):
            continue
        if left == 0:
            if all(name in path for name, _ in through):
                yield (*path, other)
            continue
        if home.of(other, left) > left:
            continue
        if any(
            name not in path and other != name and reach.of(other, left) >= left for name, reach in through
        ):
            continue
        path.append(other)
        ways.append(iter(near(other)))
