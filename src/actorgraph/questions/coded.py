"""What one coder found: each item of evidence of a tie or a trait is a statement, with what the coder made of it."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from ..dataset import Dataset
from ..model import Evidence, Relation, Trait
from ..spell import Spell
from .row_names import stated

# What two coders can disagree on; `on` and the gist are a coder's own words for the same.
FIELDS = ("type", "against", "toward", "extent", "says", "stance", "modality", "time")


class Statement(NamedTuple):
    """One item of evidence as coded. A trait has one end; `family` is empty for it, `on` and `toward` for a tie."""

    row: Literal["tie", "trait"]
    id: str
    ends: tuple[str, ...]
    type: str
    family: str
    symmetric: bool
    against: tuple[str, ...]
    on: str
    toward: str
    extent: str
    modality: str
    item: Evidence
    spell: Spell

    @property
    def dated(self) -> bool:
        """Whether any period is stated."""
        time = self.item.time
        return bool(time.when or time.as_of or time.gone_by)

    @property
    def time(self) -> str:
        """The period as typed: `when 2016/2020`."""
        time = self.item.time
        typed = (("when", time.when), ("as-of", time.as_of), ("gone-by", time.gone_by))
        return " ".join(f"{field} {date.text}" for field, date in typed if date)

    def told(self, field: str) -> str:
        """A field in the coder's own words, empty where nothing is stated."""
        if field in ("says", "stance"):
            return str(getattr(self.item, field))
        value = getattr(self, field)
        return " ".join(value) if isinstance(value, tuple) else str(value)


def statements(dataset: Dataset) -> Iterator[Statement]:
    """Every statement of a data set, ties before traits, in the order of the files."""
    for relation in dataset.relations:
        type_ = dataset.type_of(relation)
        for item in relation.evidence:
            yield Statement(
                "tie", relation.id, relation.ends, relation.type, type_.family, type_.symmetric,
                relation.against, "", "", relation.extent, relation.modality, item, _spell(item, relation),
            )  # fmt: skip
    for actor in dataset.actors.values():
        for trait in actor.traits:
            id_ = f"{actor.id}.{trait.trait}.{trait.on}".strip(".")
            for item in trait.evidence:
                yield Statement(
                    "trait", id_, (actor.id,), trait.trait, "", False,
                    (), trait.on, trait.toward, "", trait.modality, item, _spell(item, trait),
                )  # fmt: skip


def named(found: Collection[Statement], dataset: Dataset, places: Collection[tuple[str, str]]) -> list[str]:
    """The actors that stand in those statements, as a voice too, or in an event told at those places."""
    held: list[str] = []
    for one in found:
        held += [*one.ends, *one.against, one.toward, one.item.says]
    for event in dataset.events.values():
        if any(within(item, places) for item in event.evidence):
            held += [actor for _, who in event.who for actor in who]
    return [actor for actor in dict.fromkeys(held) if actor in dataset.actors]


def within(item: Evidence, places: Collection[tuple[str, str]]) -> bool:
    """Whether an item stands at one of the places: a source with a paragraph, or with nothing for all of it."""
    return any((item.source, at) in places for at in ("", *item.at))


def _spell(item: Evidence, row: Relation | Trait) -> Spell:
    return stated([item.time], row)
