"""One search between two actors: how far they are, and all paths of a length along which every step may stand."""

from collections.abc import Iterator
from itertools import pairwise

from .steps import Steps
from .walking import FAR, Reach, Work, shortest, walks

MOST_WORK = 150_000  # neighbours looked at in one search, some tenths of a second


class Search:
    """Paths from a start to a goal along the steps, through whoever must be passed."""

    def __init__(self, steps: Steps, start: str, goal: str, through: tuple[str, ...] = ()) -> None:
        self.steps = steps
        self.start = start
        self.goal = goal
        self.work = Work(MOST_WORK)
        self.longest = len(steps.view.dataset.actors) - 1
        self._home = Reach(goal, steps.back)
        self.through = tuple((name, Reach(name, steps.back)) for name in through)

    def shortest(self, most: int | None = None) -> int | None:
        """The fewest steps of any path; None where there is none of at most so many."""
        most = most or self.longest
        forth = Reach(self.start, self.steps.forth)
        bound = shortest(forth, self._home, most)
        if bound is None:
            return None
        if any(reach.of(self.start, most) == FAR for _, reach in self.through):
            return None
        # A tie against somebody, or an actor to be passed, may make the shortest path longer than the bound.
        for length in range(bound, most + 1):
            if next(self.of(length), None):
                return length
            if self.work.spent:
                return None
        return None

    def of(self, length: int) -> Iterator[tuple[str, ...]]:
        """Every path of exactly that many steps, in the order of names."""
        reaches = ((self.goal, self._home), *self.through)
        for names in walks(self.start, self.goal, length, self.steps.forth, reaches, self.work):
            if all(self.steps.usable(a, b, names) for a, b in pairwise(names)):
                yield names
