"""A period as a lane of signs on an axis: what held all through, what may have held, and which ends are not stated.

Pure: days are ordinals. A lane is never longer than its words: an end that no source states is two dots.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ..period import FOREVER, NEVER
from ..spell import Claim, Clash, Existed, Spell, combine, days

SIZES = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)  # months a sign may stand for
MARGIN = 2  # cells at each side, where an end that is not stated has its dots


class Extent(NamedTuple):
    """The days that one statement names, first to last, which of its ends it leaves open, and what it answers."""

    first: int
    last: int
    open_first: bool
    open_last: bool
    ahead: bool
    spell: Spell


class Axis(NamedTuple):
    """Signs of so many months each; `known` is the day on which the evidence ends."""

    signs: tuple[tuple[int, int], ...]
    months: int
    known: int

    @property
    def first(self) -> int:
        return self.signs[0][0]

    @property
    def last(self) -> int:
        return self.signs[-1][1]


def extent(time: Claim, existed: Existed, expected: bool) -> Extent | None:
    """What to draw of one statement's dates; None where it has none."""
    own, spell = days(time), combine([time], existed, expected)
    if isinstance(own, Clash) or isinstance(spell, Clash):
        return None
    typed = [
        end
        for interval in (time.when, time.as_of)
        if interval
        for end in (interval.start, interval.end)
        if end
    ]
    named = [day for end in typed for day in (end.first, end.last)]
    named += [day for day in own if NEVER < day < FOREVER]
    if not named:
        return None
    first, last = max(min(named), spell.days.s1), min(max(named), spell.days.e2)
    # A forecast that names no days begins where the record ends.
    ahead = expected and time.when is None
    return Extent(first, max(first, last), own.s1 == NEVER, own.e2 == FOREVER, ahead, spell)


def axis(first: int, last: int, known: int, cells: int, months: int = 0) -> Axis:
    """From the one day to the other, in the smallest signs that fit the cells, or in signs of so many months."""
    for size in (months,) if months else SIZES:
        found = tuple(_signs(first, last, size))
        if months or len(found) <= cells:
            return Axis(found, size, known)
    return Axis(found, size, known)


def _signs(first: int, last: int, months: int) -> Iterable[tuple[int, int]]:
    begin = date.fromordinal(first)
    month = begin.year * 12 + begin.month - 1
    month -= month % months if months <= 12 else month % 12
    while _day(month) <= last:
        yield max(_day(month), 1), min(_day(month + months) - 1, last)
        month += months


def _day(month: int) -> int:
    """The first day of that month, counted from year 0."""
    year = month // 12
    if year < 1:
        return NEVER
    return date(year, month % 12 + 1, 1).toordinal() if year < 10_000 else FOREVER


def draw(found: Extent, on: Axis) -> str:
    """The lane, with margins: `..:::###`."""
    if found.ahead or found.first > on.last:
        return " " * (MARGIN + len(on.signs)) + "> "
    if found.last < on.first:
        return " <" + " " * (len(on.signs) + MARGIN)
    middle = [_sign(sign, found, on) for sign in on.signs]
    if "#" not in middle and (point := _point(found.spell, on)):
        middle = [
            "o" if drawn != " " and one[0] <= point[1] and one[1] >= point[0] else drawn
            for one, drawn in zip(on.signs, middle, strict=True)
        ]
    lane = [" "] * MARGIN + middle + [" "] * MARGIN
    drawn = [place for place, sign in enumerate(lane) if sign != " "]
    if drawn:
        _ends(lane, drawn, found, on)
    return "".join(lane)


def _sign(sign: tuple[int, int], found: Extent, on: Axis) -> str:
    first, last = sign
    if last < found.first or first > found.last:
        return " "
    until = on.known if first <= on.known < last else last
    sure = found.spell.sure
    if sure and sure[0] <= first and sure[1] >= until:
        return "#"
    return " " if found.spell.on(first, last) == "no" else ":"


def _point(spell: Spell, on: Axis) -> tuple[int, int] | None:
    """The days of which it is certain only that it held at some time in them, too few to fill a sign."""
    if spell.sure is None or NEVER in spell.sure or FOREVER in spell.sure:
        return None
    start, end = spell.sure
    cut = start <= end and (start < on.first or end > on.last)  # what would fill signs lies beyond the axis
    return None if cut else (min(start, end), max(start, end))


def _ends(lane: list[str], drawn: Sequence[int], found: Extent, on: Axis) -> None:
    """Dots where an end is not stated, an arrow where it lies beyond the axis."""
    first, last = drawn[0], drawn[-1]
    if found.first < on.first:
        lane[first - 1] = "<"
    elif found.open_first:
        lane[first - 2 : first] = ".."
    if found.last > on.last:
        lane[last + 1] = ">"
    elif found.open_last and (on.last < on.known or last < len(lane) - MARGIN - 1):
        lane[last + 1 : last + 3] = ".."


def ruler(on: Axis) -> tuple[str, str]:
    """The years above their first signs, and a tick under each."""
    years = [(place, words) for place, sign in enumerate(on.signs) if (words := _label(sign[0], on))]
    step = next((size for size in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000) if _fit(years, size)), 5000)
    chosen = [one for one in years if _told(one, years, step)]
    begin = date.fromordinal(on.first)
    lead = (
        f"{begin.year:04d}-{begin.month:02d}" if on.months < 12 and begin.month > 1 else f"{begin.year:04d}"
    )
    if not chosen or chosen[0][0] > 0:
        chosen = [(0, lead), *(one for one in chosen if one[0] > len(lead))]
    above, ticks = "", "-" * len(on.signs)
    for place, words in chosen:
        above = above.ljust(place) + words
        ticks = f"{ticks[:place]}|{ticks[place + 1 :]}"
    return " " * MARGIN + above, " " * MARGIN + ticks


def _label(day: int, on: Axis) -> str:
    begin = date.fromordinal(day)
    return f"{begin.year:04d}" if begin.month == 1 or on.months >= 12 else ""


def _told(one: tuple[int, str], years: Sequence[tuple[int, str]], step: int) -> bool:
    """Whether a year is named: every second from the first on, or those that the step divides."""
    from_ = int(years[0][1]) if step == 2 else 0
    return (int(one[1]) - from_) % step == 0


def _fit(years: Sequence[tuple[int, str]], step: int) -> bool:
    kept = [one[0] for one in years if _told(one, years, step)]
    return all(after - before > 4 for before, after in pairwise(kept))


def sign_words(months: int) -> str:
    """`two months`, `a year`."""
    if months % 12 == 0:
        return "a year" if months == 12 else f"{months // 12} years"
    return {1: "a month", 2: "two months", 3: "three months"}.get(months, "half a year")
