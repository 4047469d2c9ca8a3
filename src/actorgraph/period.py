"""Dates and intervals: a subset of EDTF (ISO 8601-2), read into first and last days.

A day is its ordinal (`datetime.date.toordinal`); NEVER and FOREVER lie just outside the calendar.
"""

from datetime import date
from typing import Final, NamedTuple

NEVER: Final = 0
FOREVER: Final = date.max.toordinal() + 1
MARKS: Final = "~?%"
EARLY: Final = 1500


class Date(NamedTuple):
    """A year, month or day. `first` and `last` are its days, widened by `~` or `%`; `typed` those before."""

    text: str
    first: int
    last: int
    mark: str
    typed: tuple[int, int]


class Interval(NamedTuple):
    """A date (`single`) or two ends. `goes_on`: the end was typed `..`; None is an end not stated."""

    text: str
    start: Date | None
    end: Date | None
    goes_on: bool
    single: bool


class Refusal(NamedTuple):
    """Why a text is no date here, what to write instead (values, ready to paste), and a word of advice."""

    what: str
    write: tuple[str, ...] = ()
    advice: str = ""


ONE_DATE: Final = frozenset({"gone-by", "published", "said", "on", "known-by", "retrieved"})
BOTH_ENDS: Final = frozenset({"as-of"})
_known: dict[str, Date | None] = {}


def read_date(text: str, field: str = "when") -> Date | Refusal:
    """One date: `2015`, `2015-06`, `2015-06-03`, with at most one mark at the end."""
    found = _date(text)
    return found if found is not None else _refused(text, field)


def read_interval(text: str, field: str = "when") -> Interval | Refusal:
    """A date, or `A/B` with at least one date in it; what a field allows is told by its name."""
    start_text, slash, end_text = text.partition("/")
    if not slash:
        only = _date(text)
        return Interval(text, only, only, False, True) if only else _refused(text, field)
    start, end = _date(start_text), _date(end_text)
    if (start is None and start_text not in ("", "..")) or (end is None and end_text not in ("", "..")):
        return _refused(text, field)
    if (start is None and end is None) or field in ONE_DATE:
        return _refused(text, field)
    if field in BOTH_ENDS and (start is None or end is None):
        return _refused(text, field)
    if start and end and end.typed[1] < start.typed[0]:
        return _refused(text, field)
    return Interval(text, start, end, end_text == "..", False)


def hint(found: Date) -> str | None:
    """A word on a year before 1500, which is mostly a Hijri or Solar Hijri year."""
    if found.typed[0] >= date(EARLY, 1, 1).toordinal():
        return None
    year = found.text[:4]
    return f"the year {year}: is it Hijri? Dates are Gregorian, and nothing is converted"


def _refused(text: str, field: str) -> Refusal:
    from .redate import refusal

    return refusal(text, field)


def _date(text: str) -> Date | None:
    if text in _known:
        return _known[text]
    found = _parsed(text)
    if len(_known) < 10_000:
        _known[text] = found
    return found


def _parsed(text: str) -> Date | None:
    mark = text[-1:] if text[-1:] in MARKS else ""
    body = text[: len(text) - len(mark)]
    if len(body) not in (4, 7, 10) or not body.isascii():
        return None
    parts = body.split("-")
    if len(parts) != (len(body) - 1) // 3 or not all(part.isdigit() for part in parts):
        return None
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
        return None
    numbers = [int(part) for part in parts]
    try:
        first, last = _days(numbers)
    except ValueError:
        return None
    wide = _widened(numbers, first, last) if mark in ("~", "%") else (first, last)
    return Date(text, *wide, mark, (first, last))


def _days(numbers: list[int]) -> tuple[int, int]:
    if len(numbers) == 1:
        return date(numbers[0], 1, 1).toordinal(), date(numbers[0], 12, 31).toordinal()
    if len(numbers) == 2:
        return date(numbers[0], numbers[1], 1).toordinal(), _month_end(numbers[0], numbers[1])
    day = date(*numbers).toordinal()
    return day, day


def _month_end(year: int, month: int) -> int:
    if (year, month) == (9999, 12):
        return FOREVER - 1
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def _widened(numbers: list[int], first: int, last: int) -> tuple[int, int]:
    """One unit of its own precision at each side, stopping at the ends of the calendar."""
    if len(numbers) == 3:
        return max(first - 1, NEVER + 1), min(last + 1, FOREVER - 1)
    before, after = max(first - 1, NEVER + 1), min(last + 1, FOREVER - 1)
    earlier, later = date.fromordinal(before), date.fromordinal(after)
    if len(numbers) == 1:
        return date(earlier.year, 1, 1).toordinal(), date(later.year, 12, 31).toordinal()
    return date(earlier.year, earlier.month, 1).toordinal(), _month_end(later.year, later.month)
