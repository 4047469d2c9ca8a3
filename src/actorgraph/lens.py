"""Through what a question looks at the data set: one merged value, and which evidence survives it."""

from collections.abc import Mapping
from typing import NamedTuple

from .model import Evidence, Relation, Scenario, Source
from .period import FOREVER, NEVER, Date, Interval
from .spell import Answer, Spell, weakest


class Days(NamedTuple):
    """The days asked for, first to last, with the words they were asked in."""

    first: int
    last: int
    text: str


class Lens(NamedTuple):
    """What is asked and what is left aside. None means that nothing is asked of that kind.

    Evaluated in this order: what is supposed, evidence (known_by, says, source, without), standing, relation (the rest).
    """

    days: Days | None = None
    throughout: Days | None = None
    known_by: Date | None = None
    says: frozenset[str] | None = None
    source: frozenset[str] | None = None
    type: frozenset[str] | None = None
    family: frozenset[str] | None = None
    sign: frozenset[str] | None = None
    kind: frozenset[str] | None = None
    standing: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    roll_up: bool = False
    suppose: tuple[Scenario, ...] = ()
    empty: bool = False

    def merged(self, other: "Lens") -> "Lens":
        """The lens that asks for both; `empty` where they have nothing in common."""
        days, no_day = _shared_days(self.days, other.days)
        sets = {
            name: _shared(getattr(self, name), getattr(other, name))
            for name in ("says", "source", "type", "family", "sign", "kind", "standing")
        }
        known = [date for date in (self.known_by, other.known_by) if date]
        return Lens(
            days=days,
            throughout=_span(self.throughout, other.throughout),
            known_by=min(known, key=lambda date: (date.last, date.first, date.text)) if known else None,
            without=self.without | other.without,
            roll_up=self.roll_up or other.roll_up,
            suppose=_supposed(self.suppose, other.suppose),
            empty=self.empty or other.empty or no_day or any(found == frozenset() for found in sets.values()),
            **sets,
        )

    @property
    def evidence(self) -> "Lens":
        """The part that decides which evidence is left, without the eyes of a voice: known_by, source, without."""
        return Lens(known_by=self.known_by, source=self.source, without=self.without)

    @property
    def chooses(self) -> bool:
        """Whether a row without any evidence is hidden: the lens asks for evidence of some kind."""
        return self.known_by is not None or self.says is not None or self.source is not None

    @property
    def whole(self) -> bool:
        """Whether all of the record is seen through it: a date hides nothing, it is answered."""
        return self._replace(days=None, throughout=None) == PLAIN

    @property
    def dated(self) -> bool:
        return self.days is not None or self.throughout is not None


PLAIN = Lens()


def days(interval: Interval) -> Days:
    """The days of a date or an interval, an open end reaching to the end of the calendar."""
    first = interval.start.first if interval.start else NEVER + 1
    last = interval.end.last if interval.end else (first if interval.single else FOREVER - 1)
    if interval.single and interval.start:
        last = interval.start.last
    return Days(first, last, interval.text)


def survivors(items: tuple[Evidence, ...], lens: Lens, sources: Mapping[str, Source]) -> tuple[Evidence, ...]:
    """The evidence that the lens leaves, each item with the places that are left of it."""
    if lens.known_by is None and lens.says is None and lens.source is None and not lens.without:
        return items
    kept = []
    for item in items:
        if lens.known_by is not None:
            source = sources.get(item.source)
            if source is None or source.published is None or source.published.last > lens.known_by.last:
                continue
        if lens.says is not None and item.says not in lens.says:
            continue
        if lens.source is not None and item.source not in lens.source:
            continue
        if item.source in lens.without or item.says in lens.without:
            continue
        left = tuple(at for at in item.at if f"{item.source}:{at}" not in lens.without)
        if item.at and not left:
            continue
        kept.append(item if left == item.at else item._replace(at=left))
    return tuple(kept)


def answer(spell: Spell, lens: Lens) -> Answer | None:
    """What the relation's time answers to the days asked; None where none are asked."""
    on = spell.on(lens.days.first, lens.days.last) if lens.days else None
    every = spell.throughout(lens.throughout.first, lens.throughout.last) if lens.throughout else None
    return weakest(on, every) if on and every else on or every


def refused(relation: Relation, standing: str, sign: str, family: str, lens: Lens) -> str:
    """Which option of the lens hides the relation; empty where none does."""
    if lens.type is not None and relation.type not in lens.type:
        return "type"
    if lens.family is not None and family not in lens.family:
        return "family"
    if lens.sign is not None and sign not in lens.sign:
        return "sign"
    if lens.standing is not None and standing not in lens.standing:
        return "standing"
    return ""


def _supposed(one: tuple[Scenario, ...], other: tuple[Scenario, ...]) -> tuple[Scenario, ...]:
    """What either supposes, by id."""
    found = {scenario.id: scenario for scenario in (*one, *other)}
    return tuple(found[id_] for id_ in sorted(found))


def _shared(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _shared_days(one: Days | None, other: Days | None) -> tuple[Days | None, bool]:
    if one is None or other is None:
        return other if one is None else one, False
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return min(one, other), True
    return Days(first, last, _text(one, other, first, last)), False


def _span(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return other if one is None else one
    first, last = min(one.first, other.first), max(one.last, other.last)
    return Days(first, last, _text(one, other, first, last))


def _text(one: Days, other: Days, first: int, last: int) -> str:
    for days_ in sorted((one, other), key=lambda days_: days_.text):
        if (days_.first, days_.last) == (first, last):
            return days_.text
    starts = min(days_.text.split("/")[0] for days_ in (one, other) if days_.first == first)
    ends = min(days_.text.split("/")[-1] for days_ in (one, other) if days_.last == last)
    return f"{starts}/{ends}"
