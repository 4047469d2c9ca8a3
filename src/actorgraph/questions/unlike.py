"""Ties of unlike sign on one pair that can hardly be so on the same days.

Two deeds of unlike sign can be: two that fight may truce in one valley. So only lasting conditions, an attitude or a
status each, are set against each other: enemies and allies.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ..dataset import Dataset
from ..period import FOREVER, NEVER
from ..sight import Seen
from ..view import View
from .degrees import by_pair, can_be_asked, can_meet, comparable
from .third import common, spans

LASTING = ("attitude", "status")


class Clash(NamedTuple):
    """Two ties, the days on which both are attested, and the days that their limits leave open to both; in words."""

    rows: tuple[Seen, Seen]
    attested: str
    open: str

    @property
    def text(self) -> str:
        """Whether they are so at one time."""
        if self.attested:
            return f"both attested {self.attested}"
        if self.open:
            return f"no day is attested for both; their limits leave {self.open} open, and one may have followed the other"
        return "whether at one time cannot be told: no dates part them"


def clashes(rows: Iterable[Seen], view: View) -> list[Clash]:
    """Those of any pair whose limits leave a day to both."""
    held = by_pair(row for row in rows if can_be_asked(row) and row.standing != "suggested")
    return [
        _clash(one, other)
        for of_pair in held.values()
        for one, other in combinations(of_pair, 2)
        if contrary(one, other, view.dataset)
    ]


def hardly_with(row: Seen, others: Iterable[Seen], view: View) -> Iterator[Seen]:
    """Those beside which the tie could hardly be so."""
    return (other for other in others if contrary(row, other, view.dataset))


def contrary(one: Seen, other: Seen, dataset: Dataset) -> bool:
    """Two unconditional conditions of unlike sign, of the same two, on days that can be the same."""
    types = [dataset.type_of(row.relation) for row in (one, other)]
    return (
        {type_.sign for type_ in types} == {"+", "-"}
        and all(type_.balance and type_.kind in LASTING for type_ in types)
        and {one.from_, one.to} == {other.from_, other.to}
        and not (one.relation.against or other.relation.against)
        and one.relation.modality == other.relation.modality == "actual"
        and comparable(one, other, dataset)
        and can_meet(one, other)
    )


def _clash(one: Seen, other: Seen) -> Clash:
    days = common(one, other)
    first = max(one.spell.days.s1, other.spell.days.s1)
    last = min(one.spell.days.e2, other.spell.days.e2)
    bounded = first > NEVER and last < FOREVER
    return Clash((one, other), spans([days]) if days else "", spans([(first, last)]) if bounded else "")
