"""Everything loaded, indexed, immutable."""

from functools import cached_property

from .model import About, Actor, Ended, Event, Relation, Scenario, Source, Voice
from .vocabulary import RelationType, Vocabulary


class Dataset:
    """A data set as it stands in its files. `left_out` counts records that an error kept out.

    Under a scenario `ended` holds the relations that it ends, and `record` what stands in the files.
    """

    def __init__(
        self,
        about: About,
        actors: dict[str, Actor],
        voices: dict[str, Voice],
        sources: dict[str, Source],
        relations: tuple[Relation, ...],
        events: dict[str, Event],
        vocabulary: Vocabulary,
        left_out: int = 0,
        scenarios: dict[str, Scenario] | None = None,
        ended: dict[str, Ended] | None = None,
        record: "Dataset | None" = None,
    ) -> None:
        self.about = about
        self.actors = actors
        self.voices = voices
        self.sources = sources
        self.relations = relations
        self.events = events
        self.vocabulary = vocabulary
        self.left_out = left_out
        self.scenarios = scenarios or {}
        self.ended = ended or {}
        self.record = record or self

    @cached_property
    def by_id(self) -> dict[str, Relation]:
        return {relation.id: relation for relation in self.relations}

    @cached_property
    def around(self) -> dict[str, list[Relation]]:
        """The relations at whose end an actor stands, in the file's order."""
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.from_, []).append(relation)
            found.setdefault(relation.to, []).append(relation)
        return found

    @cached_property
    def belonging(self) -> dict[str, list[Relation]]:
        """By FROM: the rows of family `belongs`, the only ones that make wholes and parties."""
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            if self.type_of(relation).family == "belongs":
                found.setdefault(relation.from_, []).append(relation)
        return found

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
        return self._labels.get(source, source)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {id_: one.label or str(number) for number, (id_, one) in enumerate(self.sources.items(), 1)}
