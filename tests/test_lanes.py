"""A lane says of each stretch of time no more than the dates do, and shows which ends are not stated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actorgraph.period import FOREVER, read_date, read_interval
from actorgraph.questions.lanes import MARGIN, SIZES, Axis, axis, draw, extent, ruler
from actorgraph.spell import Claim
from generated import Dice, times

KNOWN = "2021-09"


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def claim(expected: bool = False, said: str = KNOWN, **fields: str) -> Claim:
    read = {
        name: read_interval(text, name.replace("_", "-"))
        for name, text in fields.items()
        if name != "gone_by"
    }
    gone = read_date(fields["gone_by"], "gone-by") if "gone_by" in fields else None
    uttered = read_date(said, "said")
    return Claim(read.get("when"), read.get("as_of"), gone, uttered, uttered, expected)  # type: ignore[arg-type]


def lane(months: int = 12, first: str = "2015-01-01", last: str = "2021-09-30", **fields: str) -> str:
    found = extent(claim(**fields), (), False)
    assert found
    return draw(found, axis(day(first), day(last), day("2021-09-01"), 0, months))


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({"when": "2016/2020"}, "   :###:   "),  # begins within 2016 and ends within 2020
        ({"when": "2018/.."}, "     :###  "),  # goes on to where the record ends
        ({"when": "2018/"}, "     o..   "),  # no word of an end: two dots, however long it may be
        ({"when": "/2019"}, "    ..o    "),
        ({"when": "2018"}, "     o     "),  # on some day of 2018
        ({"as_of": "2018"}, "   ..o..   "),
        ({"as_of": "2017/2020"}, "  ..:##:.. "),
        ({"as_of": "2017?"}, "  ..:..    "),  # a doubtful date is never certain
        ({"as_of": "2016/2018", "gone_by": "2020"}, " ..:#:::   "),
        ({"as_of": "2021-09"}, "      ..o  "),
    ],
)
def test_certain_days_possible_days_and_ends_that_are_not_stated(fields: dict[str, str], drawn: str) -> None:
    assert lane(**fields) == drawn


def test_a_forecast_without_dates_stands_behind_the_record() -> None:
    found = extent(claim(expected=True), (), True)
    assert found
    assert found.ahead
    assert draw(found, axis(day("2020-01-01"), day("2021-09-30"), day("2021-09-01"), 0, 12)).strip() == ">"


def test_what_lies_beyond_the_days_shown_has_an_arrow() -> None:
    assert lane(first="2018-01-01", last="2019-12-31", when="2016/2020") == " <##> "
    assert lane(first="2018-01-01", last="2019-12-31", when="2016").strip() == "<"


def test_what_has_no_date_has_no_lane() -> None:
    assert extent(claim(), (), False) is None


def test_a_point_of_a_day_stands_in_the_sign_that_holds_it() -> None:
    assert lane(months=6, when="2021-08-26").index("o") == MARGIN + 13


@pytest.mark.parametrize("cells", [10, 20, 36, 41, 90])
@pytest.mark.parametrize("years", [1, 3, 7, 36, 150, 2000])
def test_the_axis_fits_its_room_and_the_years_stand_above_their_signs(cells: int, years: int) -> None:
    first, last = date(1, 1, 1).toordinal(), date(years, 12, 31).toordinal()
    found = axis(first, last, FOREVER, cells)
    assert len(found.signs) <= cells
    assert found.first == first
    assert found.last == last
    above, ticks = ruler(found)
    assert len(ticks) == MARGIN + len(found.signs)
    for word in above.split():
        place = above.index(word)
        assert ticks[place] == "|"
        assert date.fromordinal(found.signs[place - MARGIN][0]).year == int(word[:4])


claims = st.binary(min_size=60, max_size=60).map(lambda thrown: times(Dice(thrown)))


@given(claims, st.sampled_from(SIZES[:8]), st.integers(1955, 1985), st.integers(1, 40))
def test_no_sign_says_more_than_the_dates(
    fields: dict[str, str], months: int, begin: int, years: int
) -> None:
    found = extent(
        claim(said="2005-06", **{name.replace("-", "_"): text for name, text in fields.items()}), (), False
    )
    assert (found is None) == (not fields)
    if found is None:
        return
    first, last = date(begin, 1, 1).toordinal(), date(begin + years, 12, 31).toordinal()
    on = axis(first, last, last + 1, 0, months)
    _says_no_more(draw(found, on), on, found.spell)


def _says_no_more(drawn: str, on: Axis, spell: object) -> None:
    assert len(drawn) == len(on.signs) + 2 * MARGIN
    points = []
    for sign, (first, last) in zip(drawn[MARGIN:-MARGIN], on.signs, strict=True):
        answer = spell.on(first, last)  # type: ignore[attr-defined]
        if sign == "#":
            assert spell.throughout(first, last) == "certainly"  # type: ignore[attr-defined]
        elif sign == ":":
            assert answer in ("certainly", "possibly")
        elif sign == "o":
            points.append((first, last))
        else:
            assert answer != "certainly"
    if points and not (drawn.strip().startswith("<") or drawn.strip().endswith(">")):
        assert spell.on(points[0][0], points[-1][1]) == "certainly"  # type: ignore[attr-defined]
