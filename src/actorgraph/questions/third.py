"""Third parties of two or more actors: where both ties are signed, undisputed and share a date, and which leg is
missing where not. Parts, wholes, communities, persons and mere voices are never third parties.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Literal, NamedTuple

from ..period import FOREVER, NEVER
from ..sight import Seen, Sight
from ..view import View
from .kin import kin

Reading = Literal["same", "opposite", "mixed", "open", "disputed", "no date", "no sign"]
READINGS: tuple[Reading, ...] = ("opposite", "same", "mixed", "open", "disputed", "no date", "no sign")


class Third(NamedTuple):
    """One third party: how the two legs read together, on which common days, and the rows of each leg.

    `supposed`: without what is supposed it would read otherwise.
    """

    party: str
    reading: Reading
    shared: str
    legs: tuple[tuple[Seen, ...], ...]
    supposed: bool = False


def thirds(view: View, actors: Sequence[str]) -> tuple[Third, ...]:
    """Whoever has a tie to the first two of the actors, the plainest readings first, then by name."""
    legs = [partners(view, actor, actors) for actor in actors]
    order = {reading: number for number, reading in enumerate(READINGS)}
    found = [
        read(party, [leg.get(party, ()) for leg in legs], view.sight)
        for party in dict.fromkeys(party for leg in legs for party in leg)
        if all(party in leg for leg in legs[:2])
    ]
    return tuple(
        sorted(found, key=lambda one: (order[one.reading], view.dataset.name_of(one.party).casefold()))
    )


def partners(view: View, actor: str, actors: Sequence[str]) -> dict[str, tuple[Seen, ...]]:
    """The rows of the actor by the other end, where that end can be a third party of all the actors."""
    related = {one for named in actors for one in kin(view, named)}
    found: dict[str, list[Seen]] = {}
    for row in view.relations(actor):
        other = row.other(actor)
        if other not in related and acts(other, view) and reached(row):
            found.setdefault(other, []).append(row)
    return {other: tuple(rows) for other, rows in found.items()}


def reached(row: Seen) -> bool:
    """Whether the row holds, certainly or possibly, on the days asked, if any are."""
    return row.answer in (None, "certainly", "possibly")


def acts(actor: str, view: View) -> bool:
    """Neither a community nor a person nor a part without a life of its own."""
    return view.dataset.vocabulary.acts(view.dataset.actors[actor].kind)


def read(party: str, legs: Sequence[tuple[Seen, ...]], sight: Sight) -> Third:
    """What two legs read together; of more than two only the first two are read."""
    one, other = legs[0], legs[1]
    firm = [[row for row in leg if signed(row, sight) and row.firm] for leg in (one, other)]
    shared = [
        (sight.dataset.type_of(a.relation).sign == sight.dataset.type_of(b.relation).sign, days)
        for a, b in product(*firm)
        if (days := common(a, b)) is not None
    ]
    if shared:
        alike = {same for same, _ in shared}
        reading: Reading = "mixed" if len(alike) == 2 else "same" if alike == {True} else "opposite"
        return Third(party, reading, spans(days for _, days in shared), tuple(legs))
    if all(firm):
        return Third(party, "no date", "", tuple(legs))
    if not all(any(signed(row, sight) for row in leg) for leg in (one, other)):
        return Third(party, "no sign", "", tuple(legs))
    left = [leg for leg, held in zip((one, other), firm, strict=True) if not held]
    hedged = all(any(signed(row, sight) and hopeful(row) for row in leg) for leg in left)
    return Third(party, "open" if hedged else "disputed", "", tuple(legs))


def signed(row: Seen, sight: Sight) -> bool:
    type_ = sight.dataset.type_of(row.relation)
    return type_.sign != "0" and type_.balance


def hopeful(row: Seen) -> bool:
    """A plan, a forecast or a possibility that nobody disputes."""
    plain = row.standing not in ("contested", "denied", "doubted", "open", "claimed", "unsourced")
    return plain and not row.firm


def common(one: Seen, other: Seen) -> tuple[int, int] | None:
    """The days on which both are attested: between latest start and earliest end, or within one sighting."""
    a, b = attested(one), attested(other)
    if a is None or b is None:
        return None
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else None


def attested(row: Seen) -> tuple[int, int] | None:
    """The days that the evidence speaks of: between its stated limits or its sightings; None where undated."""
    if not row.spell.reach:  # no item has a date; what the actors' lifetimes allow is attested by nobody
        return None
    days = row.spell.days
    first, last = min(days.s2, days.e1), max(days.s2, days.e1)
    return (first, last) if first > NEVER and last < FOREVER else None


def spans(found: Iterable[tuple[int, int]]) -> str:
    """Days in the coarsest words that fit them: `2016 to 2020; 2021-09`."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(set(found)):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return "; ".join(_span(*days) for days in merged)


def _span(first: int, last: int) -> str:
    start, end = date.fromordinal(first), date.fromordinal(last)
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return f"{start.year:04}" if start.year == end.year else f"{start.year:04} to {end.year:04}"
    if start.day == 1 and (end + timedelta(1) if end < date.max else start).day == 1:
        begun, done = start.isoformat()[:7], end.isoformat()[:7]
        return begun if begun == done else f"{begun} to {done}"
    if first == last:
        return _coarse(start)
    return f"{_limit(start, date.fromordinal(first + 1), 'end')} to {_limit(end, end, 'start')}"


def _coarse(day: date) -> str:
    """A single day; at the turn of a year or month it is the limit of a coarse date, and that is told instead."""
    if (day.month, day.day) in ((1, 1), (12, 31)):
        return f"{day.year:04}"
    turn = day.day == 1 or date.fromordinal(day.toordinal() + 1).day == 1
    return day.isoformat()[:7] if turn else day.isoformat()


def _limit(day: date, turn: date, word: str) -> str:
    """The last day of 2018 as `end of 2018`, the first of 2019-03 as `start of 2019-03`; else the day itself."""
    if turn.day != 1:
        return day.isoformat()
    return f"{word} of {day.year:04}" if turn.month == 1 else f"{word} of {day.isoformat()[:7]}"
