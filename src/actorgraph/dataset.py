"""Everything loaded, indexed, immutable."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from .model import About, Actor, Ended, Event, Evidence, Relation, Scenario, Source, Voice
from .problems import Problem
from .vocabulary import RelationType, Vocabulary


class Borne(NamedTuple):
    """What the relations of the record rest on: how many items, and their sources and voices as they first appear."""

    items: int
    sources: tuple[str, ...]
    voices: tuple[str, ...]


class Dataset:
    """A data set as it stands in its files. `left_out` counts records that an error kept out.

    Under a scenario `ended` holds the relations that it ends, and `record` what stands in the files.
    Read from an index, records come one by one: ask for those around an actor before asking for all.
    """

    def __init__(
        self,
        about: About,
        actors: Mapping[str, Actor],
        voices: Mapping[str, Voice],
        sources: Mapping[str, Source],
        relations: tuple[Relation, ...],
        events: Mapping[str, Event],
        vocabulary: Vocabulary,
        left_out: int = 0,
        scenarios: Mapping[str, Scenario] | None = None,
        ended: dict[str, Ended] | None = None,
        record: "Dataset | None" = None,
    ) -> None:
        self.about = about
        self.actors = actors
        self.voices = voices
        self.sources = sources
        self._relations = relations
        self.events = events
        self.vocabulary = vocabulary
        self.left_out = left_out
        self.scenarios = scenarios or {}
        self.ended = ended or {}
        self.record = record or self

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relations, in the file's order."""
        return self._relations

    @cached_property
    def by_id(self) -> Mapping[str, Relation]:
        return {relation.id: relation for relation in self.relations}

    @cached_property
    def around(self) -> Mapping[str, Sequence[Relation]]:
        """The relations at whose end an actor stands, in the file's order."""
        return gathered(self.relations, lambda relation: relation.ends)

    @cached_property
    def naming(self) -> Mapping[str, Sequence[Relation]]:
        """The relations that are against an actor, or on which it speaks, in the file's order."""
        return gathered(self.relations, named)

    @cached_property
    def belonging(self) -> Mapping[str, Sequence[Relation]]:
        """By FROM: the rows of family `belongs`, the only ones that make wholes and parties."""
        rows = [relation for relation in self.relations if self.type_of(relation).family == "belongs"]
        return gathered(rows, lambda relation: (relation.from_,))

    def under(self, actor: str) -> Sequence[Sequence[str]]:
        """Who may belong to the actor, a step below: those that roll up to it, segments too; and the others."""
        return self._under.get(actor, ((), ()))

    @cached_property
    def _under(self) -> dict[str, tuple[list[str], list[str]]]:
        found: dict[str, tuple[list[str], list[str]]] = {}
        for actor in self.actors.values():
            if actor.of:
                found.setdefault(actor.of, ([], []))[0].append(actor.id)
        for part, rows in self.belonging.items():
            for row in rows:
                held = found.setdefault(row.to, ([], []))[not self.type_of(row).rolls_up]
                if part not in held:
                    held.append(part)
        return found

    @cached_property
    def borne(self) -> Borne:
        return borne_by(relation.evidence for relation in self.relations)

    @cached_property
    def described(self) -> tuple[str, ...]:
        """The sources of traits and of events."""
        held = [trait.evidence for actor in self.actors.values() for trait in actor.traits]
        held += [event.evidence for event in self.events.values()]
        return borne_by(held).sources

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Where each relation stands in the file's order, by id."""
        return {relation.id: number for number, relation in enumerate(self.relations)}

    def below(self, actor: str, *, everyone: bool = False) -> list[str]:
        """Who may be part of the actor, however far below, in the file's order; with `everyone`, who belongs to it.

        Whether it is, on the days asked and by firm ties, a chain tells.
        """
        found: set[str] = set()
        todo = [actor]
        while todo:
            parts, others = self.under(todo.pop())
            for part in (*parts, *others) if everyone else parts:
                if part not in found and part != actor:
                    found.add(part)
                    todo.append(part)
        return sorted(found, key=self.place.__getitem__)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each actor stands in the file's order, by id."""
        return {id_: number for number, id_ in enumerate(self.actors)}

    def between(self, actor: str, others: Collection[str]) -> Sequence[Relation]:
        """The relations of the actor that have one of those at the other end, in the file's order."""
        return [
            row
            for row in self.around.get(actor, ())
            if (row.to if row.from_ == actor else row.from_) in others
        ]

    def bearing(self, name: str) -> Sequence[str]:
        """Who bears a folded name; none where it takes a look at all names."""
        return ()

    def cited(self, used: Collection[str]) -> tuple[Source, ...]:
        """Those sources, in the file's order."""
        return tuple([self.sources[id_] for id_ in self.sources if id_ in used])

    def type_of(self, relation: Relation) -> RelationType:
        return self.vocabulary.types[relation.type]

    def name_of(self, id_: str) -> str:
        """The printed name of an actor or a voice; the id itself where there is none."""
        found = self.actors.get(id_) or self.voices.get(id_)
        return found.name if found else id_

    def unnamed(self, voice: str) -> bool:
        found = self.voices.get(voice)
        return found is not None and found.kind == "unnamed"

    def label_of(self, source: str) -> str:
        """What stands in brackets for a source: its label, or its number in the file."""
        found = self.sources.get(source)
        return source if found is None else found.label or str(self._numbers[source])

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(self.sources, 1)}


class Loaded(NamedTuple):
    """The data set, what is wrong with its files, and their text for excerpts.

    `folder` is where they lie: `check` reads the texts of sources there, questions never do.
    Out of an index come no texts.
    """

    dataset: Dataset
    problems: list[Problem]
    texts: dict[str, bytes]
    folder: str | None = None


def gathered(
    relations: Iterable[Relation], by: Callable[[Relation], Iterable[str]]
) -> dict[str, list[Relation]]:
    """The relations by each name that they have, in their order."""
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        for name in dict.fromkeys(by(relation)):
            found.setdefault(name, []).append(relation)
    return found


def named(relation: Relation) -> Iterable[str]:
    """Whom it is against, and who speaks on it."""
    return (*relation.against, *(item.says for item in relation.evidence))


def borne_by(evidence: Iterable[Sequence[Evidence]]) -> Borne:
    """What that evidence is, of one relation after another."""
    items = [item for held in evidence for item in held]
    sources, voices = ({getattr(item, name): None for item in items} for name in ("source", "says"))
    return Borne(len(items), tuple(sources), tuple(voices))
