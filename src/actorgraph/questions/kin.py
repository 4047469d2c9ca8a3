"""Who belongs to an actor on the days asked, and the ties that cross between two actors and what belongs to them."""

from collections.abc import Iterator

from ..sight import Seen
from ..view import View


def parts(view: View, actor: str) -> list[str]:
    """The actor, then its parts and segments, however far below; alone where the lens puts wholes in their place."""
    if view.lens.roll_up:
        return [actor]
    days, chain = view.lens.days, view.sight.belonging.chain
    return [
        actor,
        *(other for other in view.dataset.below(actor) if actor in chain(other, days)),
    ]


def kin(view: View, actor: str) -> set[str]:
    """The actor, its wholes, its parts and segments."""
    return {*parts(view, actor), *view.sight.belonging.chain(actor, view.lens.days)}


def crossing(view: View, one: str, other: str) -> Iterator[tuple[Seen, str]]:
    """Ties between the two or parts of theirs that are not of the two themselves, each with its end on the side of
    `one`; none inside one of them, also where one is part of the other.
    """
    ours, theirs = parts(view, one), parts(view, other)
    ours = [actor for actor in ours if actor not in theirs or one in theirs]
    theirs = [actor for actor in theirs if actor not in ours]
    told: set[str] = set()
    for actor in ours:
        for row in view.relations(actor):
            far = row.other(actor)
            if far in theirs and (actor, far) != (one, other) and row.relation.id not in told:
                told.add(row.relation.id)
                yield row, actor
