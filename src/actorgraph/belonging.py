"""Who is part of whom on a day, who is a party to a relation, and what stake a voice has in it.

Read from the record, whatever a what-if supposes, and of it from the evidence that the lens leaves, `says` and the
relation part apart: looking through a voice's eyes does not make that voice impartial. Firmness never asks for a
stake, and rows of family `belongs` never ask who is part of whom, so nothing here turns in a circle.
"""

from .dataset import Dataset
from .lens import Days, Lens, survivors
from .model import Evidence, Relation
from .spell import Spell
from .standing import FIRM, SUPPOSED, Positions, positions, standing, support
from .timing import spell_of

OWN_WORD = frozenset({"attitude", "word", "aim"})


class Belonging:
    """Wholes, parties and stakes in a data set, through the evidence part of a lens."""

    def __init__(self, dataset: Dataset, lens: Lens) -> None:
        dataset = dataset.record  # a what-if gives nobody a stake and makes nobody part of another
        self._dataset = dataset
        self._lens = lens.evidence
        self._firm: dict[str, bool] = {}
        self._spells: dict[str, Spell] = {}
        self._places: dict[str, Positions] = {}

    def wholes(self, actor: str, days: Days | None) -> tuple[str, ...]:
        """What the actor is directly part of on those days, or on any; more than one does not roll up."""
        found = self._dataset.actors.get(actor)
        if found is not None and found.of:
            return (found.of,)
        types = self._dataset.vocabulary.types
        return tuple(
            dict.fromkeys(
                row.to
                for row in self._dataset.belonging.get(actor, ())
                if types[row.type].rolls_up and self.firm(row) and self._not_over(row, days)
            )
        )

    def chain(self, actor: str, days: Days | None) -> tuple[str, ...]:
        """The actor, its whole, and so on up to the top. A member of a cycle goes no further."""
        path = [actor]
        while True:
            above = self.wholes(path[-1], days)
            if len(above) != 1 or above[0] not in self._dataset.actors:  # its record may be left out
                return tuple(path)
            if above[0] in path:
                return tuple(path[: path.index(above[0]) + 1])
            path.append(above[0])

    def top(self, actor: str, days: Days | None) -> str:
        return self.chain(actor, days)[-1]

    def firm(self, relation: Relation) -> bool:
        """Corroborated, undisputed or attributed, and actual."""
        found = self._firm.get(relation.id)
        if found is None:
            found = relation.modality == "actual" and self._standing(relation) in FIRM
            self._firm[relation.id] = found
        return found

    def party(self, relation: Relation, item: Evidence) -> bool:
        """Whether the voice of this item is a party to the relation on the day it spoke."""
        voice = item.says
        if voice not in self._dataset.actors:
            return False
        type_ = self._dataset.type_of(relation)
        if voice == relation.from_ and type_.kind in OWN_WORD and not type_.symmetric:
            return False
        if type_.family == "belongs":
            return not set(relation.ends).isdisjoint(self._segment_chain(voice))
        days = _said(item)
        tops = {self.top(end, days) for end in (*relation.ends, *relation.against)}
        return self.top(voice, days) in tops or any(
            self._dataset.type_of(row).answers_for
            and self.top(row.to, days) in tops
            and self.firm(row)
            and self._not_over(row, days)
            for row in self._dataset.belonging.get(voice, ())
        )

    def stake(self, relation: Relation, item: Evidence) -> tuple[Relation, ...]:
        """The voice's own signed firm rows with an end of the relation or a whole of one, begun by then."""
        voice = item.says
        if voice not in self._dataset.actors:
            return ()
        days = _said(item)
        ends = {name for end in relation.ends for name in self.chain(end, days)}
        return tuple(
            row
            for row in self._dataset.between(voice, ends)
            if row.id != relation.id
            and self._dataset.type_of(row).sign != "0"
            and self.firm(row)
            and (days is None or self._spell(row).days.s1 <= days.last)
        )

    def staked(self, relation: Relation, item: Evidence) -> bool:
        return self.party(relation, item) or bool(self.stake(relation, item))

    def _segment_chain(self, voice: str) -> list[str]:
        chain = [voice]
        while (found := self._dataset.actors.get(chain[-1])) and found.of and found.of not in chain:
            chain.append(found.of)
        return chain

    def _not_over(self, relation: Relation, days: Days | None) -> bool:
        return days is None or self._spell(relation).on(days.first, days.last) != "no"

    def _place(self, relation: Relation) -> Positions:
        found = self._places.get(relation.id)
        if found is None:
            found = positions(survivors(relation.evidence, self._lens, self._dataset.sources))
            self._places[relation.id] = found
        return found

    def _spell(self, relation: Relation) -> Spell:
        found = self._spells.get(relation.id)
        if found is None:
            found = spell_of(relation, self._place(relation).timing, self._dataset)
            self._spells[relation.id] = found
        return found

    def _standing(self, relation: Relation) -> str:
        if relation.scenario:
            return SUPPOSED
        place = self._place(relation)
        return standing(
            place,
            support(place, self._dataset.sources),
            lambda item: item.says == self._dataset.sources[item.source].own,
            self._dataset.unnamed,
            lambda item: self.party(relation, item),
            lambda item: True,
        )


def _said(item: Evidence) -> Days | None:
    said = item.time.said
    return Days(said.first, said.last, said.text) if said else None
