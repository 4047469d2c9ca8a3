"""Dates and intervals: a subset of EDTF (ISO 8601-2), read into first and last days.

A day is its ordinal (`datetime.date.toordinal`); NEVER and FOREVER lie just outside the calendar.
"""

from datetime import date
from typing import Final, NamedTuple

NEVER: Final = 0
FOREVER: Final = date.max.toordinal() + 1
MARKS: Final = ("~", "?", "%")
ONE_DATE: Final = frozenset({"gone-by", "published", "said", "on", "known-by", "retrieved", "from", "to"})
BOTH_ENDS: Final = frozenset({"as-of"})

_EARLY: Final = date(1500, 1, 1).toordinal()
_LONGEST: Final = len("2015-06-03~")
_MOST_KEPT: Final = 10_000


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


# The same few dates stand in thousands of rows. Only what is short enough to be a date is kept.
_kept: dict[str, Date | None] = {}
_single: dict[str, Interval] = {}


def read_date(text: str, field: str = "when") -> Date | Refusal:
    """One date: `2015`, `2015-06`, `2015-06-03`, with at most one mark at the end.

    >>> read_date("2015-06").text, read_date("June 2015").write
    ('2015-06', ('2015-06',))
    """
    return as_date(text) or _refused(text, field)


def read_interval(text: str, field: str = "when") -> Interval | Refusal:
    """A date, or `A/B` with at least one date in it; the name of the field decides what is allowed."""
    return as_interval(text, field) or _refused(text, field)


def hint(found: Date) -> str | None:
    """A word on a year before 1500, which is mostly a Hijri or Solar Hijri year."""
    if found.typed[0] >= _EARLY:
        return None
    return f"the year {found.text[:4]}: is it Hijri? Dates are Gregorian, and nothing is converted"


def as_date(text: str) -> Date | None:
    """The date, or None where it can't be read."""
    if text in _kept:
        return _kept[text]
    if len(text) > _LONGEST:
        return None
    found = _parsed(text)
    if len(_kept) < _MOST_KEPT:
        _kept[text] = found
    return found


def as_interval(text: str, field: str) -> Interval | None:
    """The interval, or None where it can't be read or that field does not take it."""
    start_text, slash, end_text = text.partition("/")
    start = as_date(start_text)
    if not slash:
        if start is None:
            return None
        return _single.get(text) or _keep(Interval(text, start, start, False, True))
    end = as_date(end_text)
    if field in ONE_DATE:
        return None
    if start is not None and end is not None:
        return None if end.typed[1] < start.typed[0] else Interval(text, start, end, False, False)
    if field in BOTH_ENDS or (start is None and end is None):
        return None
    if (start is None and start_text not in ("", "..")) or (end is None and end_text not in ("", "..")):
        return None
    return Interval(text, start, end, end_text == "..", False)


def _keep(found: Interval) -> Interval:
    if len(_single) < _MOST_KEPT:
        _single[found.text] = found
    return found


def _refused(text: str, field: str) -> Refusal:
    from .redate import refusal

    return refusal(text, field)


def _parsed(text: str) -> Date | None:
    mark = text[-1:] if text.endswith(MARKS) else ""
    body = text[: len(text) - len(mark)]
    year, month, day = body[:4], body[5:7], body[8:]
    size = len(body)
    # isdigit alone lets Arabic digits and superscripts through.
    if size not in (4, 7, 10) or not (body.isascii() and year.isdigit()):
        return None
    if size > 4 and not (body[4] == "-" and month.isdigit()):
        return None
    if size > 7 and not (body[7] == "-" and day.isdigit()):
        return None
    try:
        if size == 4:
            first, last = _year(int(year))
        elif size == 7:
            first, last = _month(int(year), int(month))
        else:
            first = last = date(int(year), int(month), int(day)).toordinal()
    except ValueError:  # no such year, month or day
        return None
    typed = (first, last)
    if mark in ("~", "%"):
        first, last = _widened(size, first, last)
    return Date(text, first, last, mark, typed)


def _year(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _month(year: int, month: int) -> tuple[int, int]:
    first = date(year, month, 1).toordinal()
    return first, date(year, month + 1, 1).toordinal() - 1 if month < 12 else first + 30


def _widened(size: int, first: int, last: int) -> tuple[int, int]:
    """One unit of its own precision at each side, stopping at the ends of the calendar."""
    before, after = max(first - 1, NEVER + 1), min(last + 1, FOREVER - 1)
    if size == 10:
        return before, after
    early, late = date.fromordinal(before), date.fromordinal(after)
    if size == 4:
        return _year(early.year)[0], _year(late.year)[1]
    return _month(early.year, early.month)[0], _month(late.year, late.month)[1]
