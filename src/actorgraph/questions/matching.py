"""Which row of one data set is which of another: ids may be new, a pair may have several spells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from ..dataset import Dataset
from ..model import Actor, Evidence, Source, Voice
from ..period import FOREVER, NEVER
from ..sight import Seen
from ..spell import Days
from ..text import fold

Row = TypeVar("Row")


class Renames(NamedTuple):
    """Old id to new one, of the actors, voices and sources whose id is another."""

    actors: dict[str, str]
    voices: dict[str, str]
    sources: dict[str, str]

    def voice(self, id_: str) -> str:
        return self.actors.get(id_) or self.voices.get(id_) or id_

    def item(self, item: Evidence) -> tuple[str, tuple[str, ...], str]:
        """Where an item stands and who speaks in it, by the new ids."""
        return self.sources.get(item.source, item.source), item.at, self.voice(item.says)


def renames(old: Dataset, new: Dataset) -> Renames:
    """A record whose id is gone and one whose id is new are the same where a name or a mark is theirs alone."""
    return Renames(
        _renamed(old.actors, new.actors, _marks_of_actor),
        _renamed(old.voices, new.voices, _marks_of_voice),
        _renamed(old.sources, new.sources, _marks_of_source),
    )


def _marks_of_actor(actor: Actor) -> Iterable[tuple[str, ...]]:
    yield from (("id", *pair) for pair in actor.ids)
    yield ("name", fold(actor.name), actor.of)
    yield from (("name", fold(alias.name), actor.of) for alias in actor.aliases if not alias.shared)


def _marks_of_voice(voice: Voice) -> Iterable[tuple[str, ...]]:
    yield ("name", fold(voice.name), voice.kind)


def _marks_of_source(source: Source) -> Iterable[tuple[str, ...]]:
    yield from ((mark,) for mark in (source.url, source.sha256) if mark)
    yield (fold(source.title), source.published.text if source.published else "", source.own)


def _renamed(
    old: Mapping[str, Row], new: Mapping[str, Row], marks: Callable[[Row], Iterable[tuple[str, ...]]]
) -> dict[str, str]:
    gone = {id_: list(marks(row)) for id_, row in old.items() if id_ not in new}
    fresh = {id_: list(marks(row)) for id_, row in new.items() if id_ not in old}
    found: dict[str, str] = {}
    for mark in dict.fromkeys(mark for held in gone.values() for mark in held):
        one = [id_ for id_, held in gone.items() if mark in held]
        other = [id_ for id_, held in fresh.items() if mark in held]
        if len(one) == len(other) == 1 and one[0] not in found and other[0] not in found.values():
            found[one[0]] = other[0]
    return found


class Side(NamedTuple):
    """What decides whether two rows are one: what it says, its own id, its days, where it stands."""

    key: tuple[object, ...]
    id: str
    ends: tuple[str, ...]
    span: tuple[int, int]
    items: frozenset[tuple[str, tuple[str, ...], str]]


def match(old: Sequence[Side], new: Sequence[Side]) -> list[tuple[int | None, int | None]]:
    """Pairs of places, None where a row has no other: spells of one key by greatest overlap, then ids, then evidence."""
    left, right = set(range(len(old))), set(range(len(new)))
    pairs: list[tuple[int | None, int | None]] = []
    steps: tuple[Callable[[Side, Side], bool], ...] = (
        lambda one, other: one.key == other.key and (_overlap(one, other) >= 0 or one.id == other.id),
        lambda one, other: one.id == other.id and one.ends == other.ends,
        lambda one, other: one.ends == other.ends and bool(one.items & other.items),
    )
    for fits in steps:
        for here, there in _ranked(old, new, left, right, fits):
            if here in left and there in right:
                left.remove(here)
                right.remove(there)
                pairs.append((here, there))
    return [*pairs, *((place, None) for place in sorted(left)), *((None, place) for place in sorted(right))]


def _ranked(
    old: Sequence[Side],
    new: Sequence[Side],
    left: set[int],
    right: set[int],
    fits: Callable[[Side, Side], bool],
) -> list[tuple[int, int]]:
    """The pairs that fit, best first; an order that is the same whichever side is called the old one."""
    by_ends: dict[tuple[str, ...], list[int]] = {}
    for there in sorted(right):
        by_ends.setdefault(new[there].ends, []).append(there)
    found = []
    for here in sorted(left):
        for there in by_ends.get(old[here].ends, ()):
            one, other = old[here], new[there]
            if fits(one, other):
                rank = (-_overlap(one, other), one.id != other.id, -len(one.items & other.items))
                found.append((*rank, sorted((one.id, other.id)), here, there))
    return [(here, there) for *_, here, there in sorted(found)]


def _overlap(one: Side, other: Side) -> int:
    """The days that both name, below 0 where they are apart."""
    return min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])


def span(days: Days) -> tuple[int, int]:
    """The days that a spell names: of an end that is not stated only as far as it is seen; all for one without dates."""
    named = [day for day in days if NEVER < day < FOREVER]
    return (min(named), max(named)) if named else (NEVER, FOREVER)


def side_of_tie(seen: Seen, dataset: Dataset, new: Renames) -> Side:
    """What decides of a tie, by the new ids."""
    row = seen.relation
    ends = tuple(new.actors.get(end, end) for end in (seen.from_, seen.to))
    against = tuple(sorted(new.actors.get(one, one) for one in row.against))
    told = tuple(sorted(ends)) if dataset.type_of(row).symmetric else ends
    items = frozenset(new.item(item) for item in seen.items)
    return Side(
        (told, row.type, against, row.modality), row.id, tuple(sorted(ends)), span(seen.spell.days), items
    )
