"""When all steps of a path held together: a window of days, or why there is none to be told."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from ..page import count
from ..period import FOREVER, NEVER
from ..sight import Seen
from .third import attested, spans

Kind = Literal["never", "cannot be told", "possibly", "seen", "at some time", "throughout"]
KINDS: tuple[Kind, ...] = ("never", "cannot be told", "possibly", "seen", "at some time", "throughout")
Days = tuple[int, int]


class Window(NamedTuple):
    """How all steps stand together in time: the kind, its days where there are any, and words for a page."""

    kind: Kind
    days: Days | None
    text: str

    @property
    def common(self) -> bool:
        """Whether there is a date at which every step is attested."""
        return KINDS.index(self.kind) >= KINDS.index("seen")

    def plain(self) -> dict[str, str]:
        """The window as JSON has it, an open side left out."""
        first, last = self.days or (NEVER, FOREVER)
        found = {"kind": self.kind, "words": self.text}
        found |= {"first": _iso(first)} if first > NEVER else {}
        return found | ({"last": _iso(last)} if last < FOREVER else {})


def together(steps: Sequence[Sequence[Seen]]) -> tuple[Window, tuple[Seen, ...]]:
    """The best window over the ties of each step, and the tie of each that bears it.

    The ties of a step are alternatives, the best one first: the step held while any of them did.
    """
    dated = _choices(steps, attested)
    if dated:
        windows = [(_window(rows), rows) for rows in dated]
        return max(windows, key=lambda one: (KINDS.index(one[0].kind), one[0].days or (0, 0)))
    for rows in _choices(steps, _possible):
        days = _shared(rows, _possible)
        return Window("possibly", days, f"possibly {_within(days)}"), rows
    for rows in _choices(steps, _lasting):
        return Window("cannot be told", None, f"cannot be told, {_why(rows)}"), rows
    first = tuple(rows[0] for rows in steps)
    return Window("never", None, "never, by their dates one was over before another began"), first


def _choices(steps: Sequence[Sequence[Seen]], days: Callable[[Seen], Days | None]) -> list[tuple[Seen, ...]]:
    """For each day on which some tie begins: the first tie of each step that has that day, where all have one."""
    each = [[(row, held) for row in rows if (held := days(row))] for rows in steps]
    found: dict[tuple[str, ...], tuple[Seen, ...]] = {}
    for day in sorted({held[0] for rows in each for _, held in rows}):
        picked = [next((row for row, held in rows if held[0] <= day <= held[1]), None) for rows in each]
        rows = tuple(row for row in picked if row is not None)
        if len(rows) == len(steps):
            found[tuple(row.relation.id for row in rows)] = rows
    return list(found.values())


def _window(rows: Sequence[Seen]) -> Window:
    """Of ties that are attested on a common date: every day of it, some day of it, or each seen then."""
    first, last = _shared(rows, attested)
    doubt = " (uncertain)" if any(row.spell.sure is None for row in rows) else ""
    brief = [row for row in rows if row.spell.days.s2 > row.spell.days.e1]
    seen = [held for row in brief if (held := attested(row))]
    could = _shared(rows, _possible)
    bounded = could[0] > NEVER and could[1] < FOREVER and could != (first, last)
    if not seen:
        words = f"within {spans([could])}" if bounded else _from_to(first, last)
        return Window("throughout", (first, last), words + doubt)
    if len(seen) == 1 and (first, last) == seen[0]:
        more = f"; possibly within {spans([could])}" if bounded else ""
        words = f"seen {spans(seen)}" if _sighted(brief[0]) else f"at some time in {spans(seen)}"
        return Window("at some time", (first, last), words + doubt + more)
    hull = min(one[0] for one in seen), max(one[1] for one in seen)
    return Window("seen", hull, f"seen {spans([hull])}{doubt}")


def _sighted(row: Seen) -> bool:
    """Whether nothing but sightings dates the tie."""
    return not any(item.time.when or item.time.gone_by for item in row.place.timing)


def _shared(rows: Sequence[Seen], days: Callable[[Seen], Days | None]) -> Days:
    held = [one for row in rows if (one := days(row))]
    return max(one[0] for one in held), min(one[1] for one in held)


def _possible(row: Seen) -> Days | None:
    """The days on which it may have held by a stated limit."""
    reach, days = row.spell.reach, row.spell.days
    if reach is None:
        return None
    first, last = max(reach[0], days.s1), min(reach[1], days.e2)
    return (first, last) if first <= last else None


def _lasting(row: Seen) -> Days:
    """The days on which nothing says that it did not hold."""
    return row.spell.days.s1, row.spell.days.e2


def _why(rows: Sequence[Seen]) -> str:
    undated = sum(row.spell.reach is None for row in rows)
    if undated == 0:
        return "seen at different times"
    return "one step is undated" if undated == 1 else f"{count(undated, 'step')} are undated"


def _within(days: Days) -> str:
    first, last = days
    if first > NEVER and last < FOREVER:
        return f"within {spans([days])}"
    if first > NEVER:
        return f"from {_coarse(date.fromordinal(first), date.fromordinal(first))}"
    if last < FOREVER - 1:
        return f"until {_coarse(date.fromordinal(last), date.fromordinal(last + 1))}"
    return "at any time"


def _from_to(first: int, last: int) -> str:
    words = spans([(first, last)])
    return f"from {words}" if " to " in words else f"in {words}"


def _coarse(day: date, turn: date) -> str:
    """The day as a year or a month where one turns there."""
    if turn.day != 1:
        return day.isoformat()
    return f"{day.year:04}" if turn.month == 1 else day.isoformat()[:7]


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
