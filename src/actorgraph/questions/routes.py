"""The shortest paths between two actors, looked for again without something only where they can differ."""

from itertools import islice, pairwise
from typing import NamedTuple

from ..sight import Seen
from ..view import View
from ..view.dropping import Dropped
from .searching import Search
from .steps import Steps, Terms

Names = tuple[str, ...]
MOST_PATHS = 50


class Way(NamedTuple):
    """The fewest steps between two actors, None where there is no path, and the first paths of so many."""

    steps: int | None
    paths: tuple[Names, ...]


class Route:
    """The shortest way of a view. Only a step on it that is lost, or a tie that becomes one, changes it."""

    def __init__(self, view: View, ends: Names) -> None:
        self._view = view
        self._ends = ends
        self._steps = _steps(view, ends)
        self.way = shortest(view, ends)
        self.rows = tuple(
            {
                row.relation.id: row
                for names in self.way.paths
                for a, b in pairwise(names)
                for row in self._steps.usable(a, b, names)
            }.values()
        )

        inner = {actor for names in self.way.paths for actor in names[1:-1]}
        seen = {row.relation.id: row for row in view.relations()}
        near = {row.id for actor in inner for row in view.dataset.around.get(actor, ())}
        # Whether somebody is a mere voice, through whom no path goes, is told from all ties of its own.
        self.beside = tuple(row for row in view.dataset.relations if row.id in near or row.id not in seen)
        self.concerned = (*self.rows, *(row for row in seen.values() if self._steps.refused(row)))
        self._near = frozenset(row.id for row in self.beside)

    def then(self, dropped: Dropped) -> Way | None:
        """The shortest way without something, where it is another one."""
        near = dropped.regroups or not self._near.isdisjoint(dropped.reach)
        if not near and not any(self._turns(row, dropped) for row in self.concerned):
            return None
        found = shortest(dropped.anew(), self._ends)
        return found if found != self.way else None

    def _turns(self, row: Seen, dropped: Dropped) -> bool:
        if row.relation.id not in dropped.reach:
            return False
        after = dropped.look(row)
        return not isinstance(after, Seen) or self._steps.refused(after) != self._steps.refused(row)


def shortest(view: View, ends: Names) -> Way:
    """How many steps the shortest path has, and the first paths of that length."""
    one, other = ends
    search = Search(_steps(view, ends), one, other)
    steps = search.shortest()
    return Way(steps, tuple(islice(search.of(steps), MOST_PATHS)) if steps else ())


def _steps(view: View, ends: Names) -> Steps:
    one, other = ends
    return Steps(view, (one, other), Terms())
