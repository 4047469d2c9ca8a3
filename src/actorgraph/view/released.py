"""What of a data set may go out under a handling mark: nothing marked stricter, and nothing that only such items bear.

A source that is withheld takes its evidence along, and evidence the ties, traits, names and events that rest on
nothing else; actors and voices go that are named by nothing that is left. Of a source that repeats a withheld one
it stays known that it repeats something, or its word would pass for independent support.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from ..dataset import Dataset
from ..errors import Fault
from ..model import About, Actor, Alias, Event, Evidence, Relation, Source, Trait
from ..vocabulary import Vocabulary, shipped
from .cited import evidence, no_such

CLEAR: Final = "TLP:CLEAR"


class Withheld(NamedTuple):
    """How many records of each kind stay behind."""

    sources: int
    items: int
    ties: int
    traits: int
    names: int
    events: int
    actors: int
    voices: int


Resting = TypeVar("Resting", Alias, Event, Relation, Trait)


def mark(word: str, vocabulary: Vocabulary) -> str:
    """The handling mark in a word, also without `TLP:` and in small letters."""
    known = list(vocabulary.words["handling"])
    upper = word.strip().upper()
    for found in (upper, f"TLP:{upper}"):
        if found in known:
            return found
    raise no_such("handling mark", word, known, f"Marks: {', '.join(known)}.")


def strictest(marks: Iterable[str], vocabulary: Vocabulary) -> str:
    """The strictest of some marks; none given means that all may see it."""
    order = list(vocabulary.words["handling"])
    return max((one or CLEAR for one in marks), key=order.index, default=CLEAR)


def marks(dataset: Dataset) -> dict[str, int]:
    """How many sources, ties and events bear a mark stricter than the data set's own."""
    own, found = dataset.about.handling, dict[str, int]()
    typed = [one.handling for one in dataset.sources.values()]
    typed += [one.handling for one in dataset.relations]
    typed += [one.handling for one in dataset.events.values()]
    for one in typed:
        if strictest((own, one), dataset.vocabulary) != own:
            found[one] = found.get(one, 0) + 1
    order = list(dataset.vocabulary.words["handling"])
    return {one: found[one] for one in sorted(found, key=order.index)}


def released(dataset: Dataset, word: str) -> tuple[Dataset, Withheld]:
    """The data set as it may go out under that mark, and how much of it stays behind."""
    limit = mark(word, dataset.vocabulary)
    own = dataset.about.handling
    if strictest((own, limit), dataset.vocabulary) != limit:
        raise Fault(
            f"The data set as a whole is marked {own}: nothing of it may go out as {limit}.",
            f"Where its parts may: set `handling: {limit}` in dataset.yaml and mark what is stricter row by row.",
        )
    return _Release(dataset, limit).made()


class _Release:
    def __init__(self, dataset: Dataset, limit: str) -> None:
        self._old = dataset
        self._limit = limit
        rows, events, sources = dataset.relations, dataset.events, dataset.sources
        self._closed = {id_ for id_, one in sources.items() if not self._open(one)}
        gone = {one.id for one in rows if not (self._open(one) and self._rests(one))}
        lost = {id_ for id_, one in events.items() if not (self._open(one) and self._rests(one))}
        self._gone = gone | lost

    def made(self) -> tuple[Dataset, Withheld]:
        old, gone = self._old, self._gone
        rows = tuple(self._row(one) for one in old.relations if one.id not in gone)
        events = {id_: self._seen(self._left(one)) for id_, one in old.events.items() if id_ not in gone}
        sources = self._sources()
        described = {id_: self._described(one) for id_, one in old.actors.items()}
        before = set(_named(old.actors, old.relations, old.events, old.sources))
        after = set(_named(described, rows, events, sources))
        actors = {id_: one for id_, one in described.items() if id_ in after or id_ not in before}
        voices = {id_: one for id_, one in old.voices.items() if id_ in after or id_ not in before}
        words = self._words(rows)
        new = Dataset(self._about(), actors, voices, sources, rows, events, words, old.left_out)
        return new, Withheld(
            sources=len(self._closed),
            items=_many(evidence(old)) - _many(evidence(new)),
            ties=len(old.relations) - len(rows),
            traits=_many(_traits(old)) - _many(_traits(new)),
            names=_many(_aliases(old)) - _many(_aliases(new)),
            events=len(old.events) - len(events),
            actors=len(old.actors) - len(actors),
            voices=len(old.voices) - len(voices),
        )

    def _open(self, record: Source | Relation | Event) -> bool:
        return strictest((record.handling, self._limit), self._old.vocabulary) == self._limit

    def _items(self, record: Resting) -> tuple[Evidence, ...]:
        return tuple(item for item in record.evidence if item.source not in self._closed)

    def _rests(self, record: Resting) -> bool:
        """Whether it still rests on something, or rested on nothing before."""
        return not record.evidence or bool(self._items(record))

    def _left(self, record: Resting) -> Resting:
        return record._replace(evidence=self._items(record))

    def _seen(self, event: Event) -> Event:
        return event._replace(see=tuple(id_ for id_ in event.see if id_ not in self._gone))

    def _row(self, row: Relation) -> Relation:
        see = tuple(id_ for id_ in row.see if id_ not in self._gone)
        return self._left(row)._replace(see=see, event="" if row.event in self._gone else row.event)

    def _described(self, actor: Actor) -> Actor:
        traits = tuple(self._left(one) for one in actor.traits if self._rests(one))
        aliases = tuple(self._left(one) for one in actor.aliases if self._rests(one))
        return actor._replace(traits=traits, aliases=aliases)

    def _words(self, rows: Iterable[Relation]) -> Vocabulary:
        """Without the data set's own types that withheld ties alone are of: their definitions tell what these say."""
        known = shipped()
        lost = {row.type for row in self._old.relations} - {row.type for row in rows}
        types = self._old.vocabulary.types
        own = {name: one for name, one in types.items() if known.types.get(name) != one and name not in lost}
        return known.with_types(own)

    def _sources(self) -> dict[str, Source]:
        """The open ones; a withheld one that they repeat stands among them without name and title."""
        found: dict[str, Source] = {}
        stand_ins: dict[str, Source] = {}
        for id_, one in self._old.sources.items():
            if id_ in self._closed:
                continue
            for root in one.derives_from:
                if root in self._closed and root not in stand_ins:
                    name = self._free_id(len(stand_ins) + 1)
                    stand_ins[root] = Source(name, "withheld under its handling mark", one.where)
            above = (stand_ins[root].id if root in stand_ins else root for root in one.derives_from)
            found[id_] = one._replace(derives_from=tuple(above))
        return {**found, **{one.id: one for one in stand_ins.values()}}

    def _free_id(self, number: int) -> str:
        name = f"withheld-{number}"
        while name in self._old.sources:
            name += "-x"
        return name

    def _about(self) -> About:
        """Without its coverage where anything is withheld: what is not there is then no longer "not coded"."""
        about = self._old.about
        if not (self._gone or self._closed):
            return about
        suppress = tuple(one for one in about.suppress if one.at not in self._gone | self._closed)
        return about._replace(coverage=None, suppress=suppress)


def _named(
    actors: Mapping[str, Actor],
    rows: Iterable[Relation],
    events: Mapping[str, Event],
    sources: Mapping[str, Source],
) -> Iterator[str]:
    """Every actor and voice that a record names. Who is described by a trait is named by it."""
    for row in rows:
        yield from (*row.ends, *row.against)
        yield from _speakers(row.evidence)
    for actor in actors.values():
        if actor.of:
            yield actor.of
        for trait in actor.traits:
            yield actor.id
            yield trait.toward
            yield from _speakers(trait.evidence)
        for alias in actor.aliases:
            yield from alias.by
            yield from _speakers(alias.evidence)
    for event in events.values():
        yield from (name for _, names in event.who for name in names)
        yield from (figure.says for figure in event.figures)
        yield from _speakers(event.evidence)
    for source in sources.values():
        yield from (source.author, source.publisher)


def _speakers(items: Iterable[Evidence]) -> Iterator[str]:
    for item in items:
        yield from (item.says, *item.via)


def _traits(dataset: Dataset) -> Iterator[Trait]:
    return (one for actor in dataset.actors.values() for one in actor.traits)


def _aliases(dataset: Dataset) -> Iterator[Alias]:
    return (one for actor in dataset.actors.values() for one in actor.aliases)


def _many(records: Iterable[object]) -> int:
    return sum(1 for _ in records)
