"""Statements: each item of evidence on a tie, as it stands on the page of one of its ends."""

from collections.abc import Iterable
from typing import NamedTuple

from ..dataset import Dataset
from ..model import Evidence
from ..page import Text, plain
from ..sight import Seen
from ..spell import Claim, words
from .wording import places, row_text

ASIDE = frozenset({"contested", "doubted", "denied", "open"})
COLUMNS = (
    "actor", "link", "other", "relation", "type", "family", "sign", "modality", "standing",
    "says", "stance", "when", "answer", "source", "at", "text", "mark", "coding",
)  # fmt: skip


class Statement(NamedTuple):
    """One voice at one place on one tie; `link` is the preposition that names the other end."""

    actor: str
    link: str
    other: str
    name: str
    seen: Seen
    item: Evidence | None
    section: str
    mark: str
    text: Text
    when: str
    at: str

    def row(self, dataset: Dataset) -> tuple[str, ...]:
        """The statement as cells of a table, in the order of COLUMNS."""
        row, item = self.seen.relation, self.item
        type_ = dataset.type_of(row)
        says, stance = (item.says, item.stance) if item else ("", "")
        return (
            self.actor, self.link, self.other, row.id, row.type, type_.family, type_.sign, row.modality,
            self.seen.standing, says, stance, self.when, self.seen.answer or "",
            item.source if item else "", "+".join(item.at) if item else "", plain(self.text),
            self.mark, row.coding,
        )  # fmt: skip


def statements(seen: Seen, actor: str, dataset: Dataset) -> list[Statement]:
    """The tie's statements on the actor's page; one without evidence where the row is unsourced."""
    type_ = dataset.type_of(seen.relation)
    outward = seen.from_ == actor
    other = seen.other(actor)
    section = section_of(seen, other, dataset)
    items: Iterable[Evidence | None] = seen.items or (None,)
    return [
        Statement(
            actor,
            type_.near if outward else type_.far,
            other,
            _name(seen, actor, dataset),
            seen,
            item,
            section,
            mark_of(seen, item, dataset),
            row_text(seen.relation, item, dataset),
            when(item.time if item else _own(seen), seen.relation.modality == "expected"),
            places([item], dataset) if item else "",
        )
        for item in items
    ]


def when(time: Claim, expected: bool) -> str:
    """One item's own period in words."""
    return words([time], expected)


def section_of(seen: Seen, other: str, dataset: Dataset) -> str:
    """Under which heading of an actor's page the tie stands."""
    type_ = dataset.type_of(seen.relation)
    if seen.supposed:
        return "supposed"
    if seen.standing in ASIDE:
        return "contested"
    if seen.standing in ("claimed", "unsourced"):
        return seen.standing
    signed = type_.family in ("hostile", "cooperative")
    if signed and dataset.actors[other].kind == "community":
        return "people"
    if not_yet(seen, dataset):
        if signed and seen.firm:
            return f"{type_.family} aim"
        return f"{type_.family} open" if signed else "other open"
    return type_.family


def not_yet(seen: Seen, dataset: Dataset) -> bool:
    """A plan, a forecast, something only held possible, or an aim, which is held but not yet reached."""
    return (
        seen.relation.modality != "actual"
        or seen.standing == "suggested"
        or dataset.type_of(seen.relation).kind == "aim"
    )


def mark_of(seen: Seen, item: Evidence | None, dataset: Dataset) -> str:
    mark = dataset.vocabulary.family_of(seen.relation.type).mark
    if seen.supposed:
        return "if~" if not_yet(seen, dataset) else f"if{mark}"
    if seen.standing in ASIDE:
        return "?"
    held_possible = item is not None and item.stance == "suggests"
    return f"~{mark}" if not_yet(seen, dataset) or held_possible else mark


def _name(seen: Seen, actor: str, dataset: Dataset) -> str:
    """The other end's name; under roll-up with the part that the row names."""
    other = seen.other(actor)
    typed = seen.relation.to if other == seen.to else seen.relation.from_
    name = dataset.name_of(other)
    return name if typed == other else f"{name} ({dataset.name_of(typed)})"


def _own(seen: Seen) -> Claim:
    row = seen.relation
    return Claim(row.when, row.as_of, row.gone_by, None, None, row.modality == "expected")
