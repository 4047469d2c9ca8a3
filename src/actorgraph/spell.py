"""The time of a relation: four days from its evidence, four answers to any day or period, and its words.

The format's section 6. Pure: an item of evidence comes as a Claim, a day as an ordinal.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from .period import FOREVER, NEVER, Date, Interval

Answer = Literal["certainly", "possibly", "not known", "no"]
Existed = Sequence[tuple[str, Interval]]
_STRENGTH: Final[dict[Answer, int]] = {"no": 0, "not known": 1, "possibly": 2, "certainly": 3}
_DOUBT: Final = ("?", "%")
_FIELDS: Final = ("when", "as-of", "gone-by", "modality", "existed")


class Claim(NamedTuple):
    """What one item of evidence states about time; `said` is the source's `published` where not given."""

    when: Interval | None
    as_of: Interval | None
    gone_by: Date | None
    said: Date | None
    published: Date | None
    expected: bool


_UNDATED: Final = Claim(None, None, None, None, None, False)


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
    """One unbroken spell and what may be said of it.

    `sure` is its latest start and earliest end by the items that can be certain, None where there are none;
    `reach` the days that a stated limit makes possible, None where there is no limit.
    """

    days: Days
    sure: tuple[int, int] | None
    reach: tuple[int, int] | None
    words: str

    def on(self, first: int, last: int) -> Answer:
        """Whether it held at some time from `first` to `last`; of a single day both are the same."""
        if self.sure and self.sure[0] <= last and self.sure[1] >= first:
            return "certainly"
        low, high = max(first, self.days.s1), min(last, self.days.e2)
        if low > high:
            return "no"
        return "possibly" if self.reach and self.reach[0] <= high and self.reach[1] >= low else "not known"

    def throughout(self, first: int, last: int) -> Answer:
        """Whether it held on each day from `first` to `last`: the weakest answer of its days."""
        if self.sure and self.sure[0] <= first and self.sure[1] >= last:
            return "certainly"
        if first < self.days.s1 or last > self.days.e2:
            return "no"
        return "possibly" if self.reach and self.reach[0] <= first and self.reach[1] >= last else "not known"


def weakest(one: Answer, other: Answer) -> Answer:
    """The weaker of two answers: no, not known, possibly, certainly."""
    return one if _STRENGTH[one] <= _STRENGTH[other] else other


def days(claim: Claim) -> Days | Clash:
    """The four days of one item."""
    found = _days(claim)
    return _clash(claim, (), 0) if _torn(found) else found


def combine(claims: Sequence[Claim], existed: Existed, expected: bool) -> Spell | Clash:
    """The spell of items that speak of one unbroken tie, bounded by the existence of its ends.

    Items that `faults` finds nothing wrong with never clash here, whichever of them a lens leaves.
    """
    begin, end = _bounds(existed) if existed else (NEVER, FOREVER)
    if begin > end:
        return _never_together(existed, len(claims))
    each = [_days(claim) for claim in claims]
    for index, claim in enumerate(claims):
        if _torn(_days(claim, begin, end) if existed else each[index]):
            return _clash(claim, existed, index)
    whole = joined(claims, each)
    bound = _bounded(whole, begin, end) if existed else whole
    told = words(claims, expected)
    if bound != whole and told != "undated":
        told += _bounded_by(existed, whole, begin, end)
    sure = None if expected else _sure(claims, each, begin, end)
    return Spell(bound, sure, _reach(claims, begin, end), told)


def faults(
    claims: Sequence[Claim], existed: Existed, expected: bool, timing: Sequence[int] | None = None
) -> tuple[Clash, ...]:
    """All that is wrong with the dates of a row as typed; the same fault in several items is told once.

    `timing` are the items that make the row's time, all where None: only these can belong to two rows.
    """
    found: list[Clash] = []
    begin, end = _bounds(existed)
    if begin > end:
        found.append(_never_together(existed, len(claims)))
        existed, begin, end = (), NEVER, FOREVER
    spans = []
    timed = set(range(len(claims)) if timing is None else timing)
    for index, claim in enumerate(claims):
        found += _after_publication(claim, expected, index)
        if expected and claim.as_of is not None:
            what = f"`as-of: {claim.as_of.text}` on an expected tie (`modality: expected`): not yet seen"
            found.append(Clash("as-of-expected", ("as-of", "modality"), (index,), what))
            claim = claim._replace(as_of=None)
        own = _days(claim, begin, end)
        if _torn(own):
            found.append(_clash(claim, existed, index))
        elif index in timed:
            spans.append((*(_days(claim) if existed else own)[::3], index))
    found += _two_rows(claims, sorted(spans))
    if not found:
        return ()
    told: dict[str, list[Clash]] = {}
    for clash in found:
        told.setdefault(clash.what, []).append(clash)
    return tuple(
        same[0]._replace(items=tuple(i for one in same for i in one.items)) for same in told.values()
    )


def disputed(claims: Sequence[Claim]) -> tuple[Literal["start", "end"], ...]:
    """Which ends the items state differently; one that sees the tie beyond another's end disputes that end."""
    if len(claims) < 2:
        return ()
    starts = [(c.when.start.first, c.when.start.last) for c in claims if c.when and c.when.start]
    ends = [(c.when.end.first, c.when.end.last) for c in claims if c.when and c.when.end]
    ends += [(NEVER, c.gone_by.last) for c in claims if c.gone_by]
    seen = [(found.first, found.last) for c in claims for found in _sightings(c)]
    goes_on = [(c.said.first, c.said.last) for c in claims if c.when and c.when.goes_on and c.said]
    found: list[Literal["start", "end"]] = []
    if starts and min(last for _, last in starts + seen) < max(first for first, _ in starts):
        found.append("start")
    if ends and max(first for first, _ in ends + seen + goes_on) > min(last for _, last in ends):
        found.append("end")
    return tuple(found)


def words(claims: Sequence[Claim], expected: bool = False) -> str:
    """The time in words: `since 2015, last evidenced 2021-09`, `seen 2017`, `undated`."""
    whens = [c.when for c in claims if c.when]
    starts = [when.start for when in whens if when.start]
    ends = [when.end for when in whens if when.end]
    seen = [c.as_of for c in claims if c.as_of]
    seen_first = min((found.start for found in seen if found.start), key=_by_last, default=None)
    seen_last = max((found.end for found in seen if found.end), key=_by_first, default=None)
    over = max((c.gone_by for c in claims if c.gone_by), key=_ending, default=None)
    start, end = min(starts, key=_by_first, default=None), max(ends, key=_ending, default=None)
    parts = []
    if start and any(when.goes_on for when in whens) and not expected:
        parts.append(f"since {_about(start)}")
        known = [c.said for c in claims if c.said and c.when and c.when.goes_on]
        last = max([*known, *([seen_last] if seen_last else [])], key=_by_first, default=None)
        if last:
            parts.append(f"last evidenced {_about(last)}")
        if end and last and end.first > last.last:
            parts.append(f"or until {_about(end)}")
        if seen_first and seen_first.last >= start.first:
            seen_first = None
    elif start and end:
        one = start.text == end.text and any(when.single for when in whens)
        day = "on" if start.text.count("-") == 2 else "in"
        parts.append(f"{day} {_about(start)}" if one else f"from {_about(start)} to {_about(end)}")
    elif start or end:
        parts.append(f"from {_about(start)}" if start else f"until {_about(end)}" if end else "")
    elif expected:
        said = min((c.said for c in claims if c.said), key=_by_first, default=None)
        parts += [f"after {_about(said)}"] if said else []
    if seen_first and seen_last:
        early, late = _about(seen_first), _about(seen_last)
        if early == late or seen_first.first > seen_last.first:
            parts.append(f"seen {early}")
        else:
            parts.append(f"seen {early} to {late}" if parts else f"from at least {early} to at least {late}")
    if over:
        parts.append(f"over by {_about(over)}")
    return ", ".join(parts) or "undated"


def _about(found: Date) -> str:
    if not found.mark:
        return found.text
    about = "" if found.mark == "?" else "about "
    return f"{about}{found.text[:-1]}{' (uncertain)' if found.mark in _DOUBT else ''}"


# Which of several dates the words name: the one that gives the bound, of equal ones the sharper, then the plain.
def _by_first(found: Date) -> tuple[int, int, str]:
    return found.first, found.last, found.text


def _by_last(found: Date) -> tuple[int, int, str]:
    return found.last, -found.first, found.text


def _ending(found: Date) -> tuple[int, int, bool, str]:
    return found.last, found.first, not found.mark, found.text


def _limits(claim: Claim, begin: int, end: int) -> tuple[tuple[int, str], ...]:
    """Its four days between the bounds of existence, each with the field that sets it."""
    when, as_of = claim.when, claim.as_of
    s1 = e1 = (NEVER, "")
    s2 = e2 = (FOREVER, "")
    if when is not None:
        if when.start is not None:
            s1, s2 = (when.start.first, "when"), (when.start.last, "when")
        if when.end is not None:
            e1, e2 = (when.end.first, "when"), (when.end.last, "when")
        elif when.goes_on and claim.said is not None:
            e1 = (claim.said.first, "when")
    elif claim.expected and claim.said is not None:
        s1 = (claim.said.first, "modality")
    if as_of is not None and as_of.start is not None and as_of.end is not None:
        # Seen in A and seen in B: of ends unlike in precision either may be the one that tells more.
        s2 = min(s2, (min(as_of.start.last, as_of.end.last), "as-of"))
        e1 = max(e1, (max(as_of.start.first, as_of.end.first), "as-of"))
    if claim.gone_by is not None:
        e2 = min(e2, (claim.gone_by.last, "gone-by"))
    s1, e2 = max(s1, (begin, "existed")), min(e2, (end, "existed"))
    return s1, min(s2, e2), max(e1, s1), e2


def _days(claim: Claim, begin: int = NEVER, end: int = FOREVER) -> Days:
    s1, s2, e1, e2 = _limits(claim, begin, end)
    return Days(s1[0], s2[0], e1[0], e2[0])


def _torn(found: Days) -> bool:
    return found.s1 > found.s2 or found.e1 > found.e2


def joined(claims: Sequence[Claim], each: Sequence[Days] = ()) -> Days:
    """The four days of several items, a stated end moved out to where another item has the tie beyond it."""
    each = each or [_days(claim) for claim in claims]
    if len(each) == 1:
        return each[0]
    s1 = min((own.s1 for own in each if own.s1 > NEVER), default=NEVER)
    e2 = max((own.e2 for own in each if own.e2 < FOREVER), default=FOREVER)
    if any(c.when and c.when.goes_on and own.e2 == FOREVER for c, own in zip(claims, each, strict=True)):
        e2 = FOREVER
    seen = [found for claim in claims for found in _sightings(claim)]
    low = min((found.first for found in seen if found.last < s1), default=s1)
    high = max((found.last for found in seen if found.first > e2), default=e2)
    s2 = min((own.s2 for own in each), default=FOREVER)
    e1 = max((own.e1 for own in each), default=NEVER)
    # A `gone-by` before another's start is no sighting, yet it held by then; so has a forecast its first day.
    return Days(min(low, s2), s2, e1, max(high, e1))


def _sightings(claim: Claim) -> list[Date]:
    """The dates at some time in which the item has the tie hold."""
    both = (claim.when, claim.as_of)
    return [found for interval in both if interval for found in (interval.start, interval.end) if found]


def _bounds(existed: Existed) -> tuple[int, int]:
    begins = [interval.start.first for _, interval in existed if interval.start]
    ends = [interval.end.last for _, interval in existed if interval.end]
    return max(begins, default=NEVER), min(ends, default=FOREVER)


def _bounded(found: Days, begin: int, end: int) -> Days:
    s1, e2 = max(found.s1, begin), min(found.e2, end)
    return Days(s1, min(found.s2, e2), max(found.e1, s1), e2)


def _bounded_by(existed: Existed, whole: Days, begin: int, end: int) -> str:
    tight = [
        f"{name}, {interval.text}"
        for name, interval in existed
        if (interval.start and whole.s1 < begin == interval.start.first)
        or (interval.end and whole.e2 > end == interval.end.last)
    ]
    return f"; bounded by {' and '.join(tight)}" if tight else ""


def _sure(claims: Sequence[Claim], each: Sequence[Days], begin: int, end: int) -> tuple[int, int] | None:
    """Latest start and earliest end by the dated items without a mark of doubt."""
    plain = [own for claim, own in zip(claims, each, strict=True) if _certain(claim)]
    if not plain:
        return None
    return min(end, *(own.s2 for own in plain)), max(begin, *(own.e1 for own in plain))


def _certain(claim: Claim) -> bool:
    if claim.gone_by and claim.gone_by.mark in _DOUBT:
        return False
    if claim.when and claim.when.goes_on and claim.said and claim.said.mark in _DOUBT:
        return False
    seen = _sightings(claim)
    return all(found.mark not in _DOUBT for found in seen) and (bool(seen) or claim.gone_by is not None)


def _reach(claims: Sequence[Claim], begin: int, end: int) -> tuple[int, int] | None:
    """The days that a stated limit reaches: all for a `when` or `gone-by`, those seen for an `as-of`."""
    if any(c.when or c.gone_by or (c.expected and c.said) for c in claims):
        return NEVER, FOREVER
    seen = [found for claim in claims for found in _sightings(claim)]
    if not seen:
        return None
    low = begin if begin > NEVER else min(found.first for found in seen)
    return low, end if end < FOREVER else max(found.last for found in seen)


def _clash(claim: Claim, existed: Existed, index: int) -> Clash:
    s1, s2, e1, e2 = _limits(claim, *_bounds(existed))
    early, late, verb = (s1, s2, "begin") if s1[0] > s2[0] else (e1, e2, "end")
    fields = tuple(field for field in _FIELDS if field in (early[1], late[1]))
    bounding = [
        (name, interval)
        for name, interval in existed
        if (interval.start and interval.start.first == early[0])
        or (interval.end and interval.end.last == late[0])
    ]
    shown = " and ".join(_shown(field, claim, bounding) for field in fields)
    what = f"{shown} clash: it would {verb} {_iso(early)} at the earliest and {_iso(late)} at the latest"
    return Clash("clash", fields, (index,), what)


def _shown(field: str, claim: Claim, existed: Existed) -> str:
    """The field as typed, for a message."""
    if field == "existed":
        return " and ".join(f"`existed: {interval.text}` of {name}" for name, interval in existed)
    if field == "modality":
        return f"`modality: expected`, said {claim.said.text if claim.said else ''},"
    typed = {"when": claim.when, "as-of": claim.as_of, "gone-by": claim.gone_by, "said": claim.said}[field]
    said = (
        f" said {claim.said.text}"
        if field == "when" and claim.when and claim.when.goes_on and claim.said
        else ""
    )
    return f"`{field}: {typed.text if typed else ''}`{said}"


def _never_together(existed: Existed, items: int) -> Clash:
    what = f"{_shown('existed', _UNDATED, existed)}: the two never were there at the same time"
    return Clash("clash", ("existed",), tuple(range(items)), what)


def _after_publication(claim: Claim, expected: bool, index: int) -> Iterable[Clash]:
    """Only a forecast may speak of days that no source had seen; none can be uttered after it was published."""
    published = claim.published
    seen = [claim.said] if expected else [claim.said, claim.gone_by, *_sightings(claim)]
    if published is None or all(found is None or found.first <= published.last for found in seen):
        return
    dated = {"said": [claim.said]}
    if not expected:
        dated["when"] = [claim.when.start, claim.when.end] if claim.when else []
        dated["as-of"] = [claim.as_of.start, claim.as_of.end] if claim.as_of else []
        dated["gone-by"] = [claim.gone_by]
    for field, dates in dated.items():
        if any(found and found.first > published.last for found in dates):
            what = f"{_shown(field, claim, ())} begins after its source was published, {published.text}"
            yield Clash("after-publication", (field,), (index,), what)


def _two_rows(claims: Sequence[Claim], spans: Sequence[tuple[int, int, int]]) -> Iterable[Clash]:
    """Items whose periods neither overlap nor touch, nor are bridged by another; spans are sorted."""
    reached, before = FOREVER, 0
    for place, (first, last, index) in enumerate(spans):
        if first > reached + 1:
            over = _limits(claims[before], NEVER, FOREVER)[3]
            begun = _limits(claims[index], NEVER, FOREVER)[0]
            shown = f"{_shown(over[1], claims[before], ())} and {_shown(begun[1], claims[index], ())}"
            what = f"{shown} are two spells: no day joins {_iso(over)} to {_iso(begun)}"
            yield Clash("two-rows", tuple(dict.fromkeys((over[1], begun[1]))), (before, index), what)
        if place == 0 or last > reached:
            reached, before = last, index


def _iso(limit: tuple[int, str]) -> str:
    return date.fromordinal(limit[0]).isoformat()
