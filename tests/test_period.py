"""Dates as people type them: what is read, what is refused, and what they are told to write instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actorgraph.period import (
    FOREVER,
    NEVER,
    ONE_DATE,
    Date,
    Interval,
    Refusal,
    hint,
    read_date,
    read_interval,
)


def days(text: str) -> tuple[str, str]:
    found = read_date(text)
    assert isinstance(found, Date)
    return date.fromordinal(found.first).isoformat(), date.fromordinal(found.last).isoformat()


def refused(text: str, field: str = "when") -> Refusal:
    found = read_date(text, field) if field in ONE_DATE else read_interval(text, field)
    assert isinstance(found, Refusal), found
    return found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1998", "1998-01-01", "1998-12-31"),
        ("1998-09", "1998-09-01", "1998-09-30"),
        ("1998-12", "1998-12-01", "1998-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1998-09-07", "1998-09-07", "1998-09-07"),
        ("1998~", "1997-01-01", "1999-12-31"),
        ("1998-12~", "1998-11-01", "1999-01-31"),
        ("1998-12-31~", "1998-12-30", "1999-01-01"),
        ("1998?", "1998-01-01", "1998-12-31"),
        ("1998-09%", "1998-08-01", "1998-10-31"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
        ("9999-12-31%", "9999-12-30", "9999-12-31"),
    ],
)
def test_a_date_is_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


def test_a_mark_widens_the_days_but_not_those_typed() -> None:
    plain, about, doubtful = read_date("1998"), read_date("1998~"), read_date("1998?")
    assert isinstance(plain, Date) and isinstance(about, Date) and isinstance(doubtful, Date)
    assert plain.typed == about.typed == doubtful.typed == (plain.first, plain.last)
    assert (plain.mark, about.mark, doubtful.mark) == ("", "~", "?")


def test_the_bounds_lie_just_outside_the_calendar() -> None:
    assert (date.min.toordinal(), date.max.toordinal()) == (NEVER + 1, FOREVER - 1)


@pytest.mark.parametrize(
    ("text", "start", "end", "goes_on", "single"),
    [
        ("1998", "1998", "1998", False, True),
        ("1998/2001-05", "1998", "2001-05", False, False),
        ("1998/..", "1998", None, True, False),
        ("1998/", "1998", None, False, False),
        ("/1998", None, "1998", False, False),
        ("../1998", None, "1998", False, False),
        ("1998-06/1998", "1998-06", "1998", False, False),
        ("1999~/1999-06?", "1999~", "1999-06?", False, False),
    ],
)
def test_an_interval_keeps_what_was_typed(
    text: str, start: str | None, end: str | None, goes_on: bool, single: bool
) -> None:
    found = read_interval(text)
    assert isinstance(found, Interval)
    assert (found.start and found.start.text, found.end and found.end.text) == (start, end)
    assert (found.text, found.goes_on, found.single) == (text, goes_on, single)


@pytest.mark.parametrize("field", ["when", "existed", "during", "throughout", "period"])
def test_most_fields_take_an_open_interval(field: str) -> None:
    assert isinstance(read_interval("1998/", field), Interval)


@pytest.mark.parametrize("field", ["gone-by", "published", "said", "on", "known-by"])
def test_some_fields_take_one_date_only(field: str) -> None:
    assert isinstance(read_date("1998-06~", field), Date)
    assert isinstance(read_interval("1998-06~", field), Interval)
    assert refused("1996/1998", field).write == ("1998",)
    assert isinstance(read_interval("1996/1998", field), Refusal)


def test_a_sighting_has_both_ends() -> None:
    assert isinstance(read_interval("1996/1998", "as-of"), Interval)
    going = refused("1996/..", "as-of")
    assert "when: 1996/.." in going.advice
    assert going.write == ("1996",)
    assert refused("/1998", "as-of").write == ("1998",)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("circa 1998", "1998~"),
        ("c1998", "1998~"),
        ("about June 1998", "1998-06~"),
        ("1998 ?", "1998?"),
        ("?1998~", "1998%"),
        ("26 August 1998", "1998-08-26"),
        ("Aug. 26th, 1998", "1998-08-26"),
        ("26-Sept-1998", "1998-09-26"),
        ("late August 1998", "1998-08"),
        ("spring 1998", "1998"),
        ("1998.8.26", "1998-08-26"),
        ("1998/08/26", "1998-08-26"),
        ("26/08/1998", "1998-08-26"),
        ("8/1998", "1998-08"),
        ("199808", "1998-08"),
        ("1998-08-26 23:59", "1998-08-26"),
        ("1998-08-26T23:59:00Z", "1998-08-26"),
        ("1998 AD", "1998"),
        ("1998-04-31~", "1998-04-30~"),
        ("1998-08-XX", "1998-08"),
        ("१९९८", "1998"),
        ("1998\N{NON-BREAKING HYPHEN}08", "1998-08"),
        ("1998 ", "1998"),
        ("1996 - 1998", "1996/1998"),
        ("1996-05-1998-06", "1996-05/1998-06"),
        ("from 1996 to 1998", "1996/1998"),
        ("between June 1996 and c. 1998", "1996-06/1998~"),
        ("1998-1996", "1996/1998"),
        ("June 1996 until today", "1996-06/.."),
        ("1996+", "1996/.."),
        ("1996/unknown", "1996/"),
        ("after 1996", "1996/"),
        ("before 1996", "/1996"),
        ("1996-7/1996-9", "1996-07/1996-09"),
        ("the early 1990s", "1990/1999"),
        ("1997/1998/1999", "1997/1999"),
        ("1997-99", "1997/1999"),
    ],
)
def test_what_to_write_instead(typed: str, written: str) -> None:
    assert refused(typed).write == (written,)


def test_day_first_or_month_first_is_for_the_coder_to_say() -> None:
    assert refused("03.04.1998").write == ("1998-04-03", "1998-03-04")


def test_an_interval_that_ends_before_it_begins_is_judged_as_typed() -> None:
    found = refused("1998~/1997")
    assert found.write == ("1997/1998~",)
    assert "ends before it begins" in found.what
    assert isinstance(read_interval("1998/1998-02"), Interval)


@pytest.mark.parametrize("text", ["1401 AH", "12 Hamal 1400", "Ramadan 1443", "1400 SH"])
def test_another_calendar_is_not_converted(text: str) -> None:
    found = refused(text)
    assert found.write == ()
    assert "Gregorian" in found.advice


@pytest.mark.parametrize("text", ["0000", "-0300", "300 B.C.", "12 BCE", "44BC"])
def test_years_begin_at_0001(text: str) -> None:
    assert "0001" in refused(text).advice


@pytest.mark.parametrize("text", ["n/a", "../..", "/", "Undated", "?"])
def test_no_date_means_no_field(text: str) -> None:
    assert "leave it out" in refused(text).advice


@pytest.mark.parametrize("text", ["1996, 1998", "1996 and 1998", "1996; June 1998"])
def test_two_spells_are_two_rows(text: str) -> None:
    assert "two rows" in refused(text).advice


@pytest.mark.parametrize(
    "text", ["1998-13", "1998-00", "1998-00-00", "98", "19980", "\xb9998", "tomorrow", "//"]
)
def test_where_nothing_can_be_guessed_the_shapes_are_told(text: str) -> None:
    found = refused(text)
    assert "1998" in found.write or "2015-06-03" in found.advice


def test_a_year_before_1500_is_perhaps_a_hijri_year() -> None:
    early, late = read_date("1401"), read_date("1500")
    assert isinstance(early, Date) and isinstance(late, Date)
    told = hint(early)
    assert told and "1401" in told and "Gregorian" in told
    assert hint(late) is None
    assert "Hijri" in refused("1399/05/12").advice


def test_a_long_text_is_cut_in_the_message() -> None:
    assert len(refused("1998 " * 1000).what) < 200


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]), st.sampled_from([4, 7, 10]))
def test_whatever_is_read_can_be_read_again_from_its_text(day: date, mark: str, size: int) -> None:
    text = day.isoformat()[:size] + mark
    found = read_date(text)
    assert isinstance(found, Date)
    assert found.text == text
    assert NEVER < found.first <= found.typed[0] <= day.toordinal() <= found.typed[1] <= found.last < FOREVER


PIECES = [*"0123456789-/.~?% ", "to", "since ", "June", "c. ", "19", "98", "1998", "٣", "AH", "..", " - "]


@given(
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.sampled_from(["when", "as-of", "gone-by", "existed", "published"]),
)
def test_what_is_proposed_can_be_read(text: str, field: str) -> None:
    found = read_interval(text, field)
    if isinstance(found, Refusal):
        assert found.what
        assert found.write or found.advice
        assert all(isinstance(read_interval(value, field), Interval) for value in found.write)


@pytest.mark.parametrize("typed", ["early 2012", "late 2012", "spring 2012"])
def test_a_part_of_a_year_is_not_dropped_without_a_word(typed: str) -> None:
    refused = read_interval(typed, "when")
    assert isinstance(refused, Refusal)
    assert refused.write == ("2012",)
    assert f'"{typed.split()[0]}" can stand in `gist`' in refused.advice
