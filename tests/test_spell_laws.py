"""Laws of the time of a tie, hunted with small rows of coarse, marked and open dates.

A few months of the calendar are enough: months stand for what is coarse, days for what is sharp. What the
program derives from four days is held against worlds, that is every beginning and end that an item allows.
"""

from datetime import date
from functools import cache
from itertools import permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from actorgraph.period import Date, Interval, read_date, read_interval
from actorgraph.spell import Answer, Claim, Clash, Spell, combine, days, faults, weakest, words

FIRST, LAST = date(2003, 11, 1).toordinal(), date(2004, 6, 30).toordinal()
WINDOW = range(FIRST, LAST + 1)
LONG_AGO, LONG_AFTER = FIRST - 400, LAST + 400
STRENGTH: tuple[Answer, ...] = ("no", "not known", "possibly", "certainly")

texts = st.builds(
    lambda day, size, mark: date.fromordinal(day).isoformat()[:size] + mark,
    st.integers(date(2003, 12, 30).toordinal(), date(2004, 4, 2).toordinal()),
    st.sampled_from([7, 7, 10]),
    st.sampled_from(["", "", "", "~", "?", "%"]),
)


def intervals(field: str = "when") -> st.SearchStrategy[Interval]:
    ends = st.one_of(texts, st.sampled_from(["", ".."])) if field != "as-of" else texts
    both = st.builds("{}/{}".format, ends, ends)
    found = st.one_of(texts, both).map(lambda text: read_interval(text, field))
    return found.filter(lambda found: isinstance(found, Interval)).map(_interval)


def _interval(found: object) -> Interval:
    assert isinstance(found, Interval)
    return found


def _date(text: str) -> Date:
    found = read_date(text)
    assert isinstance(found, Date)
    return found


dates = texts.map(_date)


def claims(expected: bool = False) -> st.SearchStrategy[Claim]:
    """Items that are sound by themselves."""
    return st.builds(
        Claim,
        st.none() | intervals(),
        st.none() if expected else st.none() | intervals("as-of"),
        st.none() | dates,
        st.none() | dates,
        st.none(),
        st.just(expected),
    ).filter(lambda claim: not isinstance(days(claim), Clash))


lives = st.lists(st.tuples(st.sampled_from(["a", "b"]), intervals("existed")), max_size=2)
periods = st.tuples(st.sampled_from(WINDOW), st.integers(0, 75)).map(lambda p: (p[0], min(p[0] + p[1], LAST)))


@st.composite
def rows(draw: st.DrawFn, least: int = 1) -> tuple[list[Claim], list[tuple[str, Interval]], bool]:
    """Up to three items, each of which fits into the life of both ends; they may still be two spells."""
    expected = draw(st.sampled_from([False, False, False, True]))
    items = draw(st.lists(claims(expected), min_size=least, max_size=3))
    existed = draw(lives)
    assume(all(clash.name == "two-rows" for clash in faults(items, existed, expected)))
    return items, existed, expected


def spell(items: list[Claim], existed: list[tuple[str, Interval]], expected: bool) -> Spell:
    found = combine(items, existed, expected)
    assert isinstance(found, Spell), found
    return found


@given(rows(), periods)
def test_possible_in_a_period_is_possible_on_some_day_of_it(row, period) -> None:
    found, (first, last) = spell(*row), period
    possible = {found.on(day, day) for day in range(first, last + 1)} & {"possibly", "certainly"}
    assert bool(possible) == (found.on(first, last) in ("possibly", "certainly"))


@given(rows(), periods)
def test_no_in_a_period_is_no_on_each_day(row, period) -> None:
    found, (first, last) = spell(*row), period
    assert (found.on(first, last) == "no") == all(
        found.on(day, day) == "no" for day in range(first, last + 1)
    )


@given(rows(), periods)
def test_certain_on_a_day_is_certain_in_the_period(row, period) -> None:
    found, (first, last) = spell(*row), period
    if any(found.on(day, day) == "certainly" for day in range(first, last + 1)):
        assert found.on(first, last) == "certainly"


@given(rows(), periods)
def test_throughout_is_the_weakest_of_the_days(row, period) -> None:
    found, (first, last) = spell(*row), period
    assert found.throughout(first, last) == min(
        (found.on(day, day) for day in range(first, last + 1)), key=STRENGTH.index
    )


@given(rows(), st.sampled_from(WINDOW))
def test_on_a_single_day_the_questions_agree(row, day) -> None:
    found = spell(*row)
    assert found.on(day, day) == found.throughout(day, day)
    assert weakest(found.on(day, day), found.throughout(day, day)) == found.on(day, day)


@given(rows())
def test_no_start_or_end_is_torn_whichever_items_a_lens_leaves(row) -> None:
    items, existed, expected = row
    for chosen in range(1, 2 ** len(items)):
        left = [item for place, item in enumerate(items) if chosen >> place & 1]
        s1, s2, e1, e2 = spell(left, existed, expected).days
        assert s1 <= s2 <= e2
        assert s1 <= e1 <= e2


@given(rows(least=2), periods)
def test_what_one_unmarked_item_makes_certain_stays_certain_beside_others(row, period) -> None:
    items, existed, expected = row
    whole = spell(items, existed, expected)
    for item in items:
        if spell([item], existed, expected).throughout(*period) == "certainly":
            assert whole.throughout(*period) == "certainly"
        if spell([item], existed, expected).on(*period) == "certainly":
            assert whole.on(*period) == "certainly"


@given(rows(least=2))
def test_the_order_of_items_changes_nothing(row) -> None:
    items, existed, expected = row
    assert len({spell(list(order), existed, expected) for order in permutations(items)}) == 1


@given(rows())
def test_an_item_twice_is_an_item_once(row) -> None:
    items, existed, expected = row
    assert spell(items * 2, existed, expected) == spell(items, existed, expected)


@given(rows(), st.integers(0, 2))
def test_an_item_without_dates_changes_nothing(row, place) -> None:
    items, existed, expected = row
    assume(not expected)
    undated = Claim(None, None, None, _date("2004-02"), _date("2004-03"), False)
    assert spell([*items[:place], undated, *items[place:]], existed, expected) == spell(
        items, existed, expected
    )


@given(claims())
def test_one_item_alone_has_its_own_four_days(claim) -> None:
    assert spell([claim], [], False).days == days(claim)


@given(rows())
def test_the_words_show_only_dates_of_these_items(row) -> None:
    items, _, expected = row
    borne = {
        found.text.rstrip("~?%")
        for item in items
        for interval in (item.when, item.as_of)
        for found in (*((interval.start, interval.end) if interval else ()), item.gone_by, item.said)
        if found
    }
    shown = {word.strip(",") for word in words(items, expected).split() if word[0].isdigit()}
    assert shown <= borne


@given(rows(least=2), st.sampled_from(WINDOW))
def test_an_unmarked_day_is_no_only_where_every_item_that_speaks_of_that_end_says_so(row, day) -> None:
    items, _, expected = row
    if spell(items, [], expected).on(day, day) != "no":
        return
    alone = [spell([item], [], expected) for item in items]
    begun = [one for item, one in zip(items, alone, strict=True) if one.days.s1 > 0]
    over = [one for item, one in zip(items, alone, strict=True) if one.days.e2 < 3_000_000]
    too_early = bool(begun) and all(one.days.s1 > day for one in begun)
    too_late = bool(over) and all(one.days.e2 < day for one in over)
    assert too_early or too_late


# -- worlds: every (beginning, end) that an item allows; days on which nothing changes are left out

World = tuple[int, int]


def worlds(claim: Claim, existed: list[tuple[str, Interval]]) -> list[World]:
    marks = {LONG_AGO, LONG_AFTER}
    stated = [claim.when, claim.as_of, *(interval for _, interval in existed)]
    known = [found for interval in stated if interval for found in (interval.start, interval.end) if found]
    for found in [*known, *(found for found in (claim.gone_by, claim.said) if found)]:
        marks |= {found.first - 1, found.first, found.last, found.last + 1}
    return [
        (begin, end)
        for begin in sorted(marks)
        for end in sorted(marks)
        if begin <= end and allowed(claim, begin, end) and all(alive(life, begin, end) for _, life in existed)
    ]


def allowed(claim: Claim, begin: int, end: int) -> bool:
    when, as_of = claim.when, claim.as_of
    return (
        (not (when and when.start) or when.start.first <= begin <= when.start.last)
        and (not (when and when.end) or when.end.first <= end <= when.end.last)
        and (not (when and when.goes_on and claim.said) or end >= claim.said.first)
        and (not as_of or all(begin <= seen.last and end >= seen.first for seen in (as_of.start, as_of.end)))
        and (not claim.gone_by or end <= claim.gone_by.last)
    )


def alive(life: Interval, begin: int, end: int) -> bool:
    return (not life.start or begin >= life.start.first) and (not life.end or end <= life.end.last)


def doubtful(claim: Claim) -> bool:
    dated = [
        found
        for interval in (claim.when, claim.as_of)
        if interval
        for found in (interval.start, interval.end)
    ]
    dated += [claim.gone_by, claim.said if claim.when and claim.when.goes_on else None]
    return any(found is not None and found.mark in ("?", "%") for found in dated)


@cache
def undated(claim: Claim) -> bool:
    return not (claim.when or claim.as_of or claim.gone_by)


@given(claims(), lives, periods)
def test_one_item_is_certain_where_it_holds_in_all_of_its_worlds(claim, existed, period) -> None:
    assume(not faults([claim], existed, False))
    first, last = period
    each = worlds(claim, existed)
    found = spell([claim], existed, False)
    never = all(end < first or begin > last for begin, end in each)
    assert (found.on(first, last) == "no") == never
    gap = any(not (begin <= first and last <= end) for begin, end in each)
    meets = all(begin <= last and end >= first for begin, end in each)
    plain = not doubtful(claim) and not undated(claim)
    assert (found.on(first, last) == "certainly") == (meets and plain)
    assert (found.throughout(first, last) == "certainly") == (not gap and plain)
    # A world that spans the whole period is what keeps `throughout` from being no.
    assert (found.throughout(first, last) == "no") == (not any(b <= first and last <= e for b, e in each))


@given(rows(least=2), periods)
def test_several_items_are_certain_where_one_unbroken_spell_over_all_of_their_worlds_is(row, period) -> None:
    items, existed, expected = row
    assume(not expected)
    first, last = period
    each = [worlds(item, existed) for item in items if not doubtful(item) and not undated(item)]
    begins = [max(begin for begin, _ in one) for one in each]
    ends = [min(end for _, end in one) for one in each]
    found = spell(items, existed, False)
    assert (found.on(first, last) == "certainly") == bool(each and min(begins) <= last and max(ends) >= first)
    assert (found.throughout(first, last) == "certainly") == bool(
        each and min(begins) <= first and max(ends) >= last
    )
