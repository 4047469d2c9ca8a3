"""The View whose home is memory."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from ..dataset import Borne, Dataset, borne_by
from ..errors import Fault
from ..lens import Lens
from ..model import Actor, Relation, Source
from ..sight import ENDED, Hidden, Seen, Sight
from .names import resolve


class MemoryView:
    """Every relation of a loaded data set is looked at, at most once."""

    def __init__(self, dataset: Dataset, lens: Lens) -> None:
        if lens.suppose:
            from .supposed import supposed

            dataset = supposed(dataset, lens.suppose)
        self.sight = Sight(dataset, lens)
        self._looked: dict[str, Seen | Hidden] = {}

    @property
    def dataset(self) -> Dataset:
        return self.sight.dataset

    @property
    def lens(self) -> Lens:
        return self.sight.lens

    def resolve(self, name: str) -> Actor:
        found = resolve(name, self.dataset)
        if isinstance(found, Fault):
            raise found
        if self.lens.roll_up:
            return self.dataset.actors[self.sight.belonging.top(found.id, self.lens.days)]
        return found

    def actors(self) -> Sequence[Actor]:
        return [actor for actor in self.dataset.actors.values() if self._kind(actor.id)]

    def relations(self, around: str | None = None) -> Sequence[Seen]:
        return [row for row in self._look(around) if isinstance(row, Seen)]

    def naming(self, actor: str) -> Sequence[Seen]:
        rows = self._looked_at(self.dataset.naming.get(actor, ()), None)
        return [row for row in rows if isinstance(row, Seen)]

    def borne(self, around: str | None = None) -> Borne:
        if around is None and self.lens.whole:
            return self.dataset.borne
        return borne_by(row.items for row in self.relations(around) if not row.supposed)

    def relation(self, id_: str) -> Relation | None:
        return self.dataset.by_id.get(id_)

    def source(self, id_: str) -> Source | None:
        return self.dataset.sources.get(id_)

    def hidden(self, around: str | None = None) -> Sequence[Hidden]:
        return [row for row in self._look(around) if isinstance(row, Hidden) and row.reason != ENDED]

    def ended(self, around: str | None = None) -> Sequence[Hidden]:
        if not self.dataset.ended:
            return []
        return [row for row in self._look(around) if isinstance(row, Hidden) and row.reason == ENDED]

    def through(self, lens: Lens) -> "MemoryView":
        """The same data through another lens."""
        return MemoryView(self.dataset.record, lens)

    def _look(self, around: str | None) -> Iterable[Seen | Hidden]:
        if around is None:
            return self._looked_at(self.dataset.relations, None)
        rows = (self._rolled if self.lens.roll_up else self.dataset.around).get(around, ())
        return self._looked_at(rows, around)

    def _looked_at(self, rows: Iterable[Relation], around: str | None) -> Iterable[Seen | Hidden]:
        for relation in rows:
            found = self._looked.get(relation.id)
            if found is None:
                found = self._looked[relation.id] = self.sight.see(relation)
            ends = self._ends(found)
            if around is not None and around not in ends:
                continue
            if any(self._kind(end) for end in ends if end != around):
                yield found
            else:
                yield Hidden(relation, "kind")

    @cached_property
    def _rolled(self) -> dict[str, list[Relation]]:
        """The relations at whose end an actor stands after roll-up, in the file's order."""
        tops = {actor: self.sight.belonging.top(actor, self.lens.days) for actor in self.dataset.actors}
        found: dict[str, list[Relation]] = {}
        for relation in self.dataset.relations:
            for top in dict.fromkeys(tops[end] for end in relation.ends):
                found.setdefault(top, []).append(relation)
        return found

    def _ends(self, row: Seen | Hidden) -> tuple[str, str]:
        if isinstance(row, Seen):
            return row.from_, row.to
        if not self.lens.roll_up:
            return row.relation.ends
        top = self.sight.belonging.top
        return top(row.relation.from_, self.lens.days), top(row.relation.to, self.lens.days)

    def _kind(self, actor: str) -> bool:
        if self.lens.kind is None:
            return True
        kind = self.dataset.actors[actor].kind
        return any(self.dataset.vocabulary.is_kind(kind, asked) for asked in self.lens.kind)
