"""What stands around a pair: its parts, the ties and events of the same paragraphs, and namesakes kept apart."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model import Actor, Event
from ..sight import Seen
from ..text import akin, fold
from ..view import View
from .event_rows import on_other_days
from .falling import Numbered
from .kin import kin, parts

MOST_APART = 3


class Shared(NamedTuple):
    """An event with what the lens leaves of its evidence, and who of the pair or its parts has which role.

    Without `both` only one of the two has a role, in a paragraph that speaks of both.
    """

    event: Event
    roles: tuple[tuple[str, str], ...]
    both: bool

    @property
    def places(self) -> tuple[str, ...]:
        """Where it stands."""
        return tuple(dict.fromkeys(place for item in self.event.evidence for place in item.places))


class Apart(NamedTuple):
    """An actor whose name is near to one of the pair, and how many ties it has with the other, `with_`."""

    actor: Actor
    with_: Actor
    ties: int


def near(view: View, ties: Sequence[Numbered], one: str, other: str) -> tuple[Seen, ...]:
    """What the same paragraphs, or those that speak of both, hold on other pairs: the nearest pairs first,
    then what one of the two does against the other.

    Each tie with only those of its items that stand there.
    """
    ours = kin(view, one)
    theirs = kin(view, other)
    around = {row.relation.id: row for actor in (*ours, *theirs) for row in view.relations(actor)}
    for tie in ties:
        around.pop(tie.seen.relation.id, None)
    places = {place for tie in ties for item in tie.seen.items for place in item.places}
    places = places or _spoken(around.values(), one) & _spoken(around.values(), other)
    found = []
    for row in around.values():
        items = tuple(item for item in row.items if places & {*item.places})
        if items:
            first, second = row.from_, row.to
            both = (first in ours and second in theirs) or (first in theirs and second in ours)
            aimed = {first, second, *row.relation.against}
            across = not (ours.isdisjoint(aimed) or theirs.isdisjoint(aimed))
            found.append((not both, not across, row._replace(items=items)))
    position = view.dataset.order
    found.sort(key=lambda one: (*one[:2], position[one[2].relation.id]))
    return tuple(row for *_, row in found)


def _spoken(rows: Iterable[Seen], actor: str) -> set[str]:
    held = [row for row in rows if actor in (row.from_, row.to)]
    return {place for row in held for item in row.items for place in item.places}


def shared_events(view: View, one: str, other: str, tied: bool) -> tuple[Shared, ...]:
    """Events in which both or their parts have a role; of a pair that no tie binds also those that stand by."""
    events = view.dataset.events.values()
    elsewhere = on_other_days(events, view)
    ours, theirs = ({*parts(view, actor)} for actor in (one, other))
    if ours & theirs:  # one is part of the other
        ours, theirs = (ours - theirs, theirs) if one in theirs else (ours, theirs - ours)
    spoken = {} if tied else {id(side): _said_of(view, side) for side in (ours, theirs)}
    found = []
    for event in events:
        items = view.sight.evidence(event.evidence)
        if event.id in elsewhere or not items:
            continue
        roles = tuple((actor, role) for role, who in event.who for actor in who if actor in ours | theirs)
        named = {actor for actor, _ in roles}
        shared = Shared(event._replace(evidence=items), roles, bool(named & ours and named & theirs))
        far = theirs if named & ours else ours
        if shared.both or (named and not tied and spoken[id(far)] & {*shared.places}):
            found.append(shared)
    return tuple(sorted(found, key=lambda shared: not shared.both))


def _said_of(view: View, actors: Iterable[str]) -> set[str]:
    """The paragraphs that speak of a tie of theirs."""
    return {
        place
        for actor in actors
        for row in view.relations(actor)
        for item in row.items
        for place in item.places
    }


def kept_apart(view: View, one: Actor, other: Actor) -> tuple[Apart, ...]:
    """Actors that a reader may mean by one of the two, with the ties they have to the other; never merged."""
    found = [*_namesakes(view, other, one), *_namesakes(view, one, other)]
    return tuple(sorted(found, key=lambda apart: -apart.ties)[:MOST_APART])


def _namesakes(view: View, meant: Actor, with_: Actor) -> Iterator[Apart]:
    for actor in namesakes(view, meant):
        if with_.id in view.sight.belonging.chain(actor.id, view.lens.days):
            continue
        ties = sum(with_.id in (row.from_, row.to) for row in view.relations(actor.id))
        if ties:
            yield Apart(actor, with_, ties)


def namesakes(view: View, meant: Actor) -> Iterator[Actor]:
    """Other actors of a near name, of the same alias, or of that place; neither parts nor wholes of the one meant."""
    lines = kin(view, meant.id)
    aliases = {fold(alias.name) for alias in meant.aliases}
    for actor in view.dataset.actors.values():
        if actor.of or actor.id in lines:
            continue
        homes = {fold(place) for place in actor.place}, {fold(place) for place in meant.place}
        near = akin(actor.name, meant.name) or not aliases.isdisjoint(fold(one.name) for one in actor.aliases)
        if near or fold(meant.name) in homes[0] or fold(actor.name) in homes[1]:
            yield actor
