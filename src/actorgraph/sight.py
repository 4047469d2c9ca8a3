"""One relation seen through a lens: the pure function that every view calls."""

from typing import NamedTuple

from .belonging import Belonging
from .dataset import Dataset
from .lens import Lens, answer, refused, survivors
from .model import Assessment, Evidence, Relation
from .spell import Answer, Spell
from .standing import FIRM, SUPPOSED, Positions, Support, positions, standing, support
from .timing import spell_of


class Seen(NamedTuple):
    """A relation with what the lens leaves of it. `from_` and `to` are its ends after roll-up."""

    relation: Relation
    items: tuple[Evidence, ...]
    place: Positions
    backing: Support
    standing: str
    spell: Spell
    answer: Answer | None
    from_: str
    to: str
    assessment: Assessment | None

    @property
    def firm(self) -> bool:
        """Corroborated, undisputed or attributed, and actual."""
        return self.standing in FIRM and self.relation.modality == "actual"

    @property
    def supposed(self) -> bool:
        """Whether a scenario brings it, or makes it other than the record has it."""
        return bool(self.relation.scenario)

    def other(self, actor: str) -> str:
        """The end across from the actor."""
        return self.to if self.from_ == actor else self.from_


ENDED = "scenario"  # the reason of a relation that a scenario has ended


class Hidden(NamedTuple):
    """A relation that the lens hides, and by which of its parts."""

    relation: Relation
    reason: str


class Sight:
    """A data set and a lens, ready to look at one relation after another."""

    def __init__(self, dataset: Dataset, lens: Lens) -> None:
        self.dataset = dataset
        self.lens = lens
        self.belonging = Belonging(dataset, lens)

    def evidence(self, items: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """What the lens leaves of some evidence, be it a relation's, a trait's or an event's."""
        return () if self.lens.empty else survivors(items, self.lens, self.dataset.sources)

    def see(self, relation: Relation) -> Seen | Hidden:
        """The relation through the lens, or why it is hidden. A date never hides: it is answered."""
        lens, dataset = self.lens, self.dataset
        if lens.empty:
            return Hidden(relation, "empty-lens")
        if self._ended(relation.id):
            return Hidden(relation, ENDED)
        items = self.evidence(relation.evidence)
        if not items and (relation.evidence or lens.chooses):
            return Hidden(relation, "lens")
        type_ = dataset.type_of(relation)
        place = positions(items)
        backing = support(place, dataset.sources)
        stands = SUPPOSED
        if not relation.scenario:
            stands = standing(
                place,
                backing,
                lambda item: item.says == dataset.sources[item.source].own,
                dataset.unnamed,
                lambda item: self.belonging.party(relation, item),
                lambda item: self.belonging.staked(relation, item),
            )
        reason = refused(relation, stands, type_.sign, type_.family, lens)
        if reason:
            return Hidden(relation, reason)
        from_, to = relation.ends
        if lens.roll_up:
            from_, to = self.belonging.top(from_, lens.days), self.belonging.top(to, lens.days)
            if from_ == to:
                return Hidden(relation, "loop")
        spell = spell_of(relation, place.timing, dataset)
        judged = self._judged(relation)
        return Seen(relation, items, place, backing, stands, spell, answer(spell, lens), from_, to, judged)

    def _ended(self, id_: str) -> bool:
        """Whether a scenario that the lens leaves has ended the relation before the days asked are over."""
        found, days = self.dataset.ended.get(id_), self.lens.throughout or self.lens.days
        if found is None or (days is not None and days.last < found.on.first):
            return False
        return bool(self.evidence(found.evidence)) or not (found.evidence or self.lens.chooses)

    def _judged(self, relation: Relation) -> Assessment | None:
        """The analyst's judgement, unless it was not made by then or is not by a voice that is asked."""
        found, lens = relation.assessment, self.lens
        if found is None or (lens.known_by and found.on.last > lens.known_by.last):
            return None
        return None if lens.says is not None and found.by not in lens.says else found

    def parties(self, seen: Seen) -> tuple[str, ...]:
        """The voices of the relation that are parties to it on the day they spoke, sorted."""
        return tuple(sorted({item.says for item in seen.items if self.belonging.party(seen.relation, item)}))

    def impartial(self, seen: Seen, item: Evidence) -> bool:
        """A named voice that is no party."""
        return not self.dataset.unnamed(item.says) and not self.belonging.party(seen.relation, item)
