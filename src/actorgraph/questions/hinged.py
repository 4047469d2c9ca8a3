"""What each question reads, so that it can be asked again without something: its ties, pairs, third parties, paths."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from ..errors import Fault
from ..model import Actor
from ..sight import Seen
from ..view import View
from .kin import crossing, parts
from .pairs import of_pair
from .routes import Names, Route


class Watched(NamedTuple):
    """What a question reads: its ties, and of which pairs the state; the rest only where it is asked for.

    `thirds` are the two whose third parties it reads, `described` the actor whose traits and events it tells,
    `ends` those between whom it looks for a path: its ties are then those on the way, whatever comes in.
    """

    select: Callable[[View], Sequence[Seen]]
    pair: Callable[[str, str], bool]
    actors: tuple[Actor, ...] = ()
    thirds: Names = ()
    described: Actor | None = None
    ends: Names = ()


def record(view: View, actors: Sequence[Actor]) -> Watched:
    """Every tie and every pair of the record."""
    return Watched(lambda seen: seen.relations(), lambda one, other: True)


def show(view: View, actors: Sequence[Actor]) -> Watched:
    """The ties of an actor and of its parts, its pairs, its traits and events."""
    (actor,) = actors
    return Watched(
        lambda seen: with_parts(seen, actor.id),
        lambda one, other: actor.id in (one, other),
        (actor,),
        described=actor,
    )


def why(view: View, actors: Sequence[Actor]) -> Watched:
    """The ties of two actors and of their parts with each other; of one, all at whose end it stands."""
    from .why import ties_of

    if len(actors) == 1:
        (actor,) = actors
        return Watched(
            lambda seen: seen.relations(actor.id), lambda one, other: actor.id in (one, other), (actor,)
        )
    ids = tuple(actor.id for actor in actors)
    return Watched(
        lambda seen: [row for rows in ties_of(seen, *ids) for row in rows],
        lambda one, other: {one, other} == {*ids},
        tuple(actors),
    )


def compare(view: View, actors: Sequence[Actor]) -> Watched:
    """The ties between the actors and between their parts; of two also who stands how towards both."""
    ids = tuple(actor.id for actor in actors)

    def select(seen: View) -> Sequence[Seen]:
        rows = [row for pair in combinations(ids, 2) for row in of_pair(seen, *pair)[0]]
        rows += [row for pair in combinations(ids, 2) for row, _ in crossing(seen, *pair)]
        return [*{row.relation.id: row for row in rows}.values()]

    return Watched(
        select,
        lambda one, other: one in ids and other in ids,
        tuple(actors),
        thirds=ids if len(ids) == 2 else (),
    )


def path(view: View, actors: Sequence[Actor]) -> Watched:
    """The shortest paths between two actors, and the ties that bear them."""
    ids = tuple(actor.id for actor in actors)
    return Watched(
        lambda seen: Route(seen, ids).rows, lambda one, other: {one, other} == {*ids}, tuple(actors), ends=ids
    )


ASKED: dict[str, tuple[int, int, Callable[[View, Sequence[Actor]], Watched]]] = {
    "show": (1, 1, show),
    "compare": (2, 8, compare),
    "path": (2, 2, path),
    "why": (1, 2, why),
}


def watched(view: View, question: str, names: Sequence[str]) -> Watched:
    """What that question reads of those actors; without a question the whole record."""
    if not question:
        return record(view, ())
    if question not in ASKED:
        raise Fault(_unknown(view, question, names))
    least, most, watch = ASKED[question]
    if not least <= len(names) <= most:
        wanted = {(1, 1): "one actor", (1, 2): "one or two actors", (2, 2): "two actors"}
        told = wanted.get((least, most), f"{least} to {most} actors")
        raise Fault(f"{question} is asked of {told}: actorgraph hinges {question} {' '.join('AB'[:least])}")
    actors = [view.resolve(name) for name in names]
    ids = [actor.id for actor in actors]
    if len({*ids}) < len(ids):
        twice = next(actor for actor in actors if ids.count(actor.id) > 1)
        raise Fault(f"{twice.name} is named twice.")
    return watch(view, actors)


def _unknown(view: View, word: str, names: Sequence[str]) -> str:
    """A word that is no question: perhaps an actor, whose question was left out."""
    from shlex import join

    told = f'No question "{word}" to ask again. It is one of: {", ".join(ASKED)}.'
    try:
        view.resolve(word)
    except Fault:
        return told
    meant = "why" if len(names) == 1 else "show" if not names else "compare"
    return f"{told} Try: {join(['actorgraph', 'hinges', meant, word, *names])}"


def with_parts(view: View, actor: str) -> list[Seen]:
    """The ties of the actor, then those of its parts and segments."""
    found = {row.relation.id: row for one in parts(view, actor) for row in view.relations(one)}
    return [*found.values()]
