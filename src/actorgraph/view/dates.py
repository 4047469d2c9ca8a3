"""The dates of lens options, as typed on a command line, into days."""

import re
from collections.abc import Sequence

from ..errors import Fault
from ..lens import Days, days
from ..period import Date, Interval, Refusal, as_date, as_interval, read_date, read_interval

DATE = "A date is 2015, 2015-06 or 2015-06-03."


def date(word: str, option: str) -> Date:
    """One date."""
    found = read_date(word, option)
    if isinstance(found, Refusal):
        raise _refused(word, option, found)
    return found


def one_day(word: str, option: str) -> Days:
    """The days of one date, be it a year, a month or a day."""
    found = date(word, option)
    return Days(found.first, found.last, found.text)


def asked_days(word: str, option: str) -> Days:
    """The days of a date or of a period; `on` takes one date."""
    found = read_interval(word, option)
    if isinstance(found, Interval):
        return days(found)
    if option != "on":
        raise _refused(word, option, found)
    period = as_interval(word, "during")
    wider = () if period else _periods(read_interval(word, "during"))
    if period or wider:
        what = f'"{word}" is a period, and --on takes one date' if period else f'"{word}" is not a date'
        raise Fault(f"--on: {what}. Try: --during {period.text if period else wider[0]}")
    raise _refused(word, option, found)


def apart(asked: Sequence[tuple[str, Days]]) -> Fault | None:
    """What to say of days asked, each with its option as typed, that share none: two of them are then apart."""
    for number, (one, first) in enumerate(asked):
        for other, second in asked[number + 1 :]:
            if first.last < second.first or second.last < first.first:
                return Fault(f"{one} and {other} have no day in common. Ask them one at a time.")
    return None


def _periods(found: Interval | Refusal) -> tuple[str, ...]:
    return tuple(one for one in found.write if "/" in one) if isinstance(found, Refusal) else ()


def _refused(word: str, option: str, refusal: Refusal) -> Fault:
    """What is wrong with the word and what a date looks like; no date is invented for it."""
    short = _past_the_month(word)
    if short:
        return Fault(f'--{option}: "{word}" is not a date. {short}')
    what = refusal.what.replace(f"`{option}`", f"--{option}")
    fitting = [one for one in refusal.write if option != "on" or "/" not in one]
    if fitting:
        return Fault(f"--{option}: {what}. Try: --{option} {fitting[0]}")
    shapes = (
        DATE
        if option in ("on", "known-by", "from", "to")
        else f"{DATE[:-1]}; a period is two of them with a slash."
    )
    advice = refusal.advice.partition(DATE[:-1])[0].strip()
    told = "" if "leave it out" in advice else advice  # said to who writes a file
    return Fault(f"--{option}: {what}. {f'{told} {shapes}'.strip()}")


def _past_the_month(word: str) -> str:
    """Of a day that its month does not have, how many it has."""
    for part in word.split("/"):
        typed = None if as_date(part) else re.fullmatch(r"(\d{4}-\d\d)-\d\d[~?%]?", part)
        month = as_date(typed[1]) if typed else None
        if month:
            return f"{month.text} has {month.typed[1] - month.typed[0] + 1} days."
    return ""
