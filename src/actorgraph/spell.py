"""The time of a relation: four days from its evidence, four answers to any day or period, and its words.

The format's section 6. Pure: an item of evidence comes as a Claim, a day as an ordinal.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from .period import FOREVER, NEVER, Date, Interval

Answer = Literal["certainly", "possibly", "not known", "no"]
WEAKEST_FIRST: Final = ("no", "not known", "possibly", "certainly")


class Claim(NamedTuple):
    """What one item of evidence states about time; `said` is the source's `published` where not given."""

    when: Interval | None
    as_of: Interval | None
    gone_by: Date | None
    said: Date | None
    published: Date | None
    expected: bool

    @property
    def dates(self) -> tuple[tuple[str, Date], ...]:
        """The dates that stand in the item, each with its field."""
        found = []
        for field, interval in (("when", self.when), ("as-of", self.as_of)):
            if interval is not None:
                found += [(field, date) for date in (interval.start, interval.end) if date is not None]
        return (*found, ("gone-by", self.gone_by)) if self.gone_by else tuple(found)

    @property
    def capped(self) -> bool:
        """Whether a `?` or `%` keeps the item from ever being certain."""
        return any(date.mark in ("?", "%") for _, date in self.dates)


class Days(NamedTuple):
    """Earliest and latest start, earliest and latest end."""

    s1: int
    s2: int
    e1: int
    e2: int


class Clash(NamedTuple):
    """Dates that can't stand together: a stable name, the fields, the items (by index), and a sentence."""

    name: Literal["clash", "two-rows", "after-publication", "as-of-expected"]
    fields: tuple[str, ...]
    items: tuple[int, ...]
    what: str


class Spell(NamedTuple):
    """One unbroken spell. `sure` is (s2, e1) of the items that can be certain; `reach` the days that a
    stated limit reaches, None where none does.
    """

    days: Days
    sure: tuple[int, int] | None
    reach: tuple[int, int] | None
    words: str

    def on(self, first: int, last: int) -> Answer:
        """Whether it held at some time from `first` to `last`; for one day both are the same."""
        if self.sure and self.sure[0] <= last and self.sure[1] >= first:
            return "certainly"
        low, high = max(first, self.days.s1), min(last, self.days.e2)
        if low > high:
            return "no"
        reached = self.reach and max(low, self.reach[0]) <= min(high, self.reach[1])
        return "possibly" if reached else "not known"

    def throughout(self, first: int, last: int) -> Answer:
        """Whether it held on each day from `first` to `last`."""
        if self.sure and self.sure[0] <= first and self.sure[1] >= last:
            return "certainly"
        if first < self.days.s1 or last > self.days.e2:
            return "no"
        reached = self.reach and self.reach[0] <= first and last <= self.reach[1]
        return "possibly" if reached else "not known"


def weakest(one: Answer, other: Answer) -> Answer:
    return min(one, other, key=WEAKEST_FIRST.index)


def days(claim: Claim) -> Days | Clash:
    """The four days of one item."""
    when, as_of, gone_by = claim.when, claim.as_of, claim.gone_by
    s1, s2, e1, e2 = NEVER, FOREVER, NEVER, FOREVER
    by = {"s1": "when", "s2": "when", "e1": "when", "e2": "when"}
    if when is not None:
        if when.start is not None:
            s1, s2 = when.start.first, when.start.last
        if when.end is not None:
            e1, e2 = when.end.first, when.end.last
        if when.goes_on and claim.said is not None:
            e1 = claim.said.first
    elif claim.expected and claim.said is not None:
        s1, by["s1"] = claim.said.first, "modality"
    if as_of is not None and as_of.start is not None and as_of.end is not None:
        if as_of.start.last < s2:
            s2, by["s2"] = as_of.start.last, "as-of"
        if as_of.end.first > e1:
            e1, by["e1"] = as_of.end.first, "as-of"
    if gone_by is not None and gone_by.last < e2:
        e2, by["e2"] = gone_by.last, "gone-by"
    if e2 < s2:
        s2, by["s2"] = e2, by["e2"]
    if s1 > e1:
        e1, by["e1"] = s1, by["s1"]
    if s1 > s2:
        return _clash(by["s1"], by["s2"])
    return Days(s1, s2, e1, e2) if e1 <= e2 else _clash(by["e1"], by["e2"])


def combine(
    claims: Sequence[Claim], existed: Sequence[tuple[str, Interval]], expected: bool
) -> Spell | Clash:
    """The spell of items that speak of one unbroken tie, bounded by the existence of its ends."""
    each = []
    for claim in claims:
        found = days(claim)
        if isinstance(found, Clash):
            return found
        each.append(found)
    begin, end = _bounds(existed)
    whole = _joined(claims, each)
    bound = _bounded(whole, begin, end)
    if bound.s1 > bound.s2 or bound.e1 > bound.e2:
        fields = tuple(dict.fromkeys(field for claim in claims for field, _ in claim.dates))
        named = " and ".join(f"{name} existed {interval.text}" for name, interval in existed)
        what = f"{_listed(fields)} and existed leave no time" if fields else "existed leaves no time to both"
        return Clash("clash", (*fields, "existed"), tuple(range(len(claims))), f"{what}: {named}")
    told = words(claims, expected)
    if told != "undated":
        tight = [
            f"{name}, {interval.text}"
            for name, interval in existed
            if (interval.start and interval.start.first > whole.s1)
            or (interval.end and interval.end.last < whole.e2)
        ]
        told += f"; bounded by {' and '.join(tight)}" if tight else ""
    return Spell(bound, _sure(claims, each, begin, end, expected), _reach(claims, bound, begin, end), told)


def faults(
    claims: Sequence[Claim],
    existed: Sequence[tuple[str, Interval]],
    expected: bool,
    timing: Sequence[int] | None = None,
) -> tuple[Clash, ...]:
    """All that is wrong with the dates of a row as typed; `timing` are the items that make its time."""
    found: list[Clash] = []
    sound = []
    for index, claim in enumerate(claims):
        if expected and claim.as_of is not None:
            what = "as-of on an expected tie (modality: expected): what has not happened can't be seen"
            found.append(Clash("as-of-expected", ("as-of", "modality"), (index,), what))
            continue
        late = _late(claim, index, expected)
        if late:
            found.append(late)
            continue
        alone = combine([claim], existed, expected)
        if isinstance(alone, Clash):
            found.append(alone._replace(items=(index,)))
        elif timing is None or index in timing:
            sound.append(index)
    if len(sound) > 1:
        found += _apart(claims, sound)
    return tuple(found)


def disputed(claims: Sequence[Claim]) -> tuple[Literal["start", "end"], ...]:
    """Which ends the items state differently; a tie seen after another's end disputes the end."""
    starts = [(c.when.start.first, c.when.start.last) for c in claims if c.when and c.when.start]
    ends = [(c.when.end.first, c.when.end.last) for c in claims if c.when and c.when.end]
    ends += [(NEVER, c.gone_by.last) for c in claims if c.gone_by]
    seen = [c.as_of.end.first for c in claims if c.as_of and c.as_of.end]
    seen += [c.said.first for c in claims if c.when and c.when.goes_on and c.said]
    found: list[Literal["start", "end"]] = []
    if len(claims) > 1 and _differ(starts):
        found.append("start")
    if len(claims) > 1 and (_differ(ends) or any(day > end for day in seen for _, end in ends)):
        found.append("end")
    return tuple(found)


def words(claims: Sequence[Claim], expected: bool = False) -> str:
    """The time in words: `since 2015, last evidenced 2021-09`, `seen 2017`, `undated`."""
    starts = [c.when.start for c in claims if c.when and c.when.start]
    ends = [c.when.end for c in claims if c.when and c.when.end]
    going = [c.said for c in claims if c.when and c.when.goes_on and c.said]
    on = any(c.when and c.when.goes_on for c in claims)
    gone = [c.gone_by for c in claims if c.gone_by]
    first_seen = [c.as_of.start for c in claims if c.as_of and c.as_of.start]
    last_seen = [c.as_of.end for c in claims if c.as_of and c.as_of.end]
    start = min(starts, key=_early) if starts else None
    end = max(ends, key=_late_end) if ends else None
    parts = []
    if on and start:
        parts.append(f"since {_about(start)}")
        if going:
            parts.append(f"last evidenced {_about(max(going, key=_late_end))}")
    elif start and end:
        single = all(c.when is None or c.when.single for c in claims) and start.text == end.text
        day = "on" if len(start.text) == 10 and not start.mark else "in"
        parts.append(f"{day} {_about(start)}" if single else f"from {_about(start)} to {_about(end)}")
    elif start:
        parts.append(f"from {_about(start)}")
    elif end:
        parts.append(f"until {_about(end)}")
    if first_seen:
        early, late = min(first_seen, key=_early), max(last_seen, key=_late_end)
        if parts:
            parts.append(f"seen {_about(late)}")
        elif early.text == late.text:
            parts.append(f"seen {_about(early)}")
        else:
            parts.append(f"from at least {_about(early)} to at least {_about(late)}")
    if gone:
        parts.append(f"over by {_about(max(gone, key=_late_end))}")
    said = [c.said for c in claims if c.said]
    if expected and not parts and said:
        parts.append(f"after {_about(min(said, key=_early))}")
    if not parts:
        return "undated"
    doubt = all(c.capped for c in claims if c.dates) and any(c.dates for c in claims)
    return ", ".join(parts) + (" (uncertain)" if doubt else "")


def _about(date: Date) -> str:
    return f"about {date.text[:-1]}" if date.mark in ("~", "%") else date.text.rstrip("?")


def _early(date: Date) -> tuple[int, int, str]:
    return date.first, date.last, date.text


def _late_end(date: Date) -> tuple[int, int, str]:
    return date.last, date.first, date.text


def _joined(claims: Sequence[Claim], each: Sequence[Days]) -> Days:
    """The four days of several items, each stated end moved out to what another item has seen."""
    starts = [d.s1 for c, d in zip(claims, each, strict=True) if d.s1 > NEVER]
    ends = [d.e2 for d in each if d.e2 < FOREVER]
    goes_on = any(c.when and c.when.goes_on and not c.gone_by for c in claims)
    s1 = min(starts) if starts else NEVER
    e2 = max(ends) if ends and not goes_on else FOREVER
    for claim, own in zip(claims, each, strict=True):
        for first, last in _seen(claim):
            s1 = min(s1, max(first, own.s1))
            e2 = max(e2, min(last, own.e2))
    return Days(s1, min(d.s2 for d in each), max(d.e1 for d in each), e2)


def _seen(claim: Claim) -> list[tuple[int, int]]:
    """The spans in which the item has the tie hold at some time."""
    return [(date.first, date.last) for field, date in claim.dates if field != "gone-by"]


def _bounds(existed: Sequence[tuple[str, Interval]]) -> tuple[int, int]:
    begins = [interval.start.first for _, interval in existed if interval.start]
    ends = [interval.end.last for _, interval in existed if interval.end]
    return max(begins, default=NEVER), min(ends, default=FOREVER)


def _bounded(found: Days, begin: int, end: int) -> Days:
    s1, e2 = max(found.s1, begin), min(found.e2, end)
    return Days(s1, min(found.s2, e2), max(found.e1, s1), e2)


def _sure(
    claims: Sequence[Claim], each: Sequence[Days], begin: int, end: int, expected: bool
) -> tuple[int, int] | None:
    """Latest start and earliest end of the dated items without a mark of doubt; none of what is expected."""
    sound = [(c, d) for c, d in zip(claims, each, strict=True) if c.dates and not c.capped]
    if expected or not sound:
        return None
    found = _bounded(_joined([c for c, _ in sound], [d for _, d in sound]), begin, end)
    return found.s2, found.e1


def _reach(claims: Sequence[Claim], bound: Days, begin: int, end: int) -> tuple[int, int] | None:
    """The days that a stated limit reaches: all for a `when` or `gone-by`, those seen for an `as-of`."""
    if any(c.when or c.gone_by or (c.expected and c.said) for c in claims):
        return NEVER, FOREVER
    seen = [span for claim in claims for span in _seen(claim)]
    if not seen:
        return None
    low = begin if begin > NEVER else min(first for first, _ in seen)
    high = end if end < FOREVER else max(last for _, last in seen)
    return low, high


def _late(claim: Claim, index: int, expected: bool) -> Clash | None:
    if expected or claim.published is None:
        return None
    for field, date in claim.dates:
        if date.typed[0] > claim.published.last:
            what = f"{field} {date.text} begins after its source appeared ({claim.published.text})"
            return Clash("after-publication", (field,), (index,), what)
    return None


def _apart(claims: Sequence[Claim], sound: Sequence[int]) -> list[Clash]:
    """Items whose periods neither overlap nor touch, nor are bridged by another."""
    spans = []
    for index in sound:
        found = days(claims[index])
        if isinstance(found, Days):
            spans.append((found.s1, found.e2, index))
    spans.sort()
    reached = spans[0][1]
    for first, last, index in spans[1:]:
        if first > reached + 1:
            both = (*(i for _, end, i in spans if end <= reached), index)
            fields = tuple(dict.fromkeys(field for i in both for field, _ in claims[i].dates))
            what = f"{_listed(fields)}: the items speak of spells that neither overlap nor touch"
            return [Clash("two-rows", fields, (index,), what)]
        reached = max(reached, last)
    return []


def _differ(spans: Sequence[tuple[int, int]]) -> bool:
    """Whether some two of them share no day."""
    return bool(spans) and max(first for first, _ in spans) > min(last for _, last in spans)


def _clash(one: str, other: str) -> Clash:
    fields = tuple(dict.fromkeys((one, other)))
    return Clash("clash", fields, (0,), f"{_listed(fields)} clash: together they leave the tie no time")


def _listed(fields: Sequence[str]) -> str:
    return " and ".join(fields)
