"""When a tie held: the four days of items, the four answers, the faults that are told, and the words."""

from datetime import date

import pytest

from actorgraph.period import FOREVER, NEVER, Date, Interval, read_date, read_interval
from actorgraph.spell import Answer, Claim, Clash, Spell, combine, days, disputed, faults, weakest, words


def interval(text: str, field: str = "when") -> Interval:
    found = read_interval(text, field)
    assert isinstance(found, Interval)
    return found


def item(
    when: str = "",
    as_of: str = "",
    gone_by: str = "",
    said: str = "",
    published: str = "2010-06",
    expected: bool = False,
) -> Claim:
    """An item of evidence as the loader hands it on."""
    return Claim(
        interval(when) if when else None,
        interval(as_of, "as-of") if as_of else None,
        interval(gone_by).start if gone_by else None,
        interval(said or published).start if said or published else None,
        interval(published).start if published else None,
        expected,
    )


def spell(*items: Claim, existed: dict[str, str] | None = None) -> Spell:
    bounds = [(name, interval(text)) for name, text in (existed or {}).items()]
    found = combine(items, bounds, any(one.expected for one in items))
    assert isinstance(found, Spell), found
    return found


def four(found: Spell) -> str:
    return " ".join(
        ".." if day in (NEVER, FOREVER) else date.fromordinal(day).isoformat() for day in found.days
    )


def on(found: Spell, text: str) -> Answer:
    asked = read_date(text)
    assert isinstance(asked, Date)
    return found.on(asked.first, asked.last)


def throughout(found: Spell, text: str) -> Answer:
    asked = interval(text)
    assert asked.start and asked.end
    return found.throughout(asked.start.first, asked.end.last)


def fault(
    *items: Claim, existed: dict[str, str] | None = None
) -> list[tuple[str, tuple[str, ...], tuple[int, ...]]]:
    bounds = [(name, interval(text)) for name, text in (existed or {}).items()]
    found = faults(items, bounds, any(one.expected for one in items))
    for clash in found:
        assert all(field in clash.what for field in clash.fields)
    return [(clash.name, clash.fields, clash.items) for clash in found]


def test_a_year_is_certain_as_a_whole_and_on_none_of_its_days() -> None:
    found = spell(item(when="1998"))
    assert on(found, "1998") == "certainly"
    assert on(found, "1998-05-05") == on(found, "1998-05") == throughout(found, "1998") == "possibly"
    assert on(found, "1997") == on(found, "1999-01-01") == "no"


def test_what_goes_on_is_certain_until_its_voice_spoke() -> None:
    found = spell(item(when="1998/..", said="2003-04"))
    assert throughout(found, "1999/2003-04-01") == "certainly"
    assert on(found, "2003-04-02") == on(found, "2020") == "possibly"


def test_an_end_not_stated_is_not_one_that_goes_on() -> None:
    assert on(spell(item(when="1998/")), "2003") == "possibly"
    assert on(spell(item(when="1998/..")), "2003") == "certainly"


def test_a_sighting_says_nothing_of_other_days() -> None:
    found = spell(item(as_of="1998-05/1999-05"))
    assert on(found, "1998-12-24") == on(found, "1999-05") == "certainly"
    assert on(found, "1998-05-03") == "possibly"
    assert on(found, "1998-04") == on(found, "1999-06") == throughout(found, "1999") == "not known"


def test_a_sharp_end_of_a_sighting_tells_more_than_a_coarse_one() -> None:
    assert on(spell(item(as_of="1998-05/1998")), "1998-05") == "certainly"
    assert on(spell(item(as_of="1998/1998-05")), "1998-05") == "certainly"


def test_over_by_then_reaches_back() -> None:
    found = spell(item(gone_by="1998"))
    assert on(found, "1950") == "possibly"
    assert on(found, "1999") == throughout(found, "1998/1999") == "no"


def test_a_tie_without_any_date_is_known_on_no_day() -> None:
    found = spell(item())
    assert found.words == "undated"
    assert on(found, "1998") == throughout(found, "1998") == "not known"


def test_existence_takes_days_away_and_lends_none_to_the_undated() -> None:
    found = spell(item(), existed={"the league": "1998-05-05"})
    assert found.words == "undated"
    assert on(found, "1998-05-05") == "not known"
    assert on(found, "1998-05-04") == on(found, "1999") == "no"


def test_existence_reaches_to_a_sighting_and_no_further() -> None:
    found = spell(item(as_of="2001"), existed={"the league": "1998/"})
    assert [on(found, year) for year in ("1997", "1999", "2001", "2002")] == [
        "no",
        "possibly",
        "certainly",
        "not known",
    ]


def test_two_sightings_make_one_unbroken_spell() -> None:
    found = spell(item(as_of="1998"), item(as_of="2004"))
    assert on(found, "2001-01-01") == "certainly"
    assert found.words == "from at least 1998 to at least 2004"


def test_the_earliest_start_and_the_latest_end_stand() -> None:
    found = spell(item(when="1998/2003"), item(when="1999/2005"))
    assert four(found) == "1998-01-01 1998-12-31 2005-01-01 2005-12-31"
    assert disputed([item(when="1998/2003"), item(when="1999/2005")]) == ("start", "end")


def test_whoever_says_that_it_goes_on_keeps_the_end_open() -> None:
    found = spell(item(when="1998/2003"), item(when="1998/.."))
    assert four(found) == "1998-01-01 1998-12-31 2010-06-01 .."


def test_what_goes_on_for_now_and_is_over_by_then_has_an_end() -> None:
    found = spell(item(when="1998/..", gone_by="2012", said="2003", published=""), item(as_of="2001"))
    assert four(found) == "1998-01-01 1998-12-31 2003-01-01 2012-12-31"


def test_a_sighting_before_the_stated_start_moves_it() -> None:
    items = item(when="1998/"), item(as_of="1995")
    assert four(spell(*items)) == "1995-01-01 1995-12-31 1998-01-01 .."
    assert disputed(items) == ("start",)


def test_a_coarse_sighting_that_may_lie_inside_moves_nothing() -> None:
    items = item(when="1998-06/2003-06"), item(as_of="1998"), item(as_of="2003")
    assert four(spell(*items)) == "1998-06-01 1998-06-30 2003-06-01 2003-06-30"
    assert disputed(items) == ()


def test_over_by_the_day_before_another_begins_is_one_spell() -> None:
    items = item(gone_by="1997"), item(when="1998/")
    assert fault(*items) == []
    assert four(spell(*items)) == "1997-12-31 1997-12-31 1998-01-01 1998-12-31"


def test_a_doubtful_date_caps_its_own_item_only() -> None:
    doubtful, plain = item(when="1998?/2003"), item(as_of="2001")
    assert on(spell(doubtful), "2000") == "possibly"
    both = spell(doubtful, plain)
    assert [on(both, year) for year in ("1997", "2000", "2001", "2002")] == [
        "no",
        "possibly",
        "certainly",
        "possibly",
    ]


def test_between_two_sightings_of_which_one_is_doubtful_it_is_possible() -> None:
    found = spell(item(as_of="1998?"), item(as_of="2004"))
    assert on(found, "2001") == "possibly"
    assert on(found, "1997") == "not known"


def test_a_doubtful_day_of_speaking_makes_nothing_certain_that_rests_on_it() -> None:
    assert on(spell(item(when="1998/..", said="2003?")), "2000") == "possibly"
    assert on(spell(item(as_of="1999", said="2003?")), "1999") == "certainly"


def test_what_is_expected_is_never_certain_and_counts_from_the_day_it_was_said() -> None:
    bare = spell(item(expected=True, said="2009-03"))
    assert bare.words == "after 2009-03"
    assert on(bare, "2009-02") == "no"
    assert on(bare, "2030") == "possibly"
    assert on(spell(item(when="2012", expected=True)), "2012") == "possibly"


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([item(when="1998")], "in 1998"),
        ([item(when="1998-05-05")], "on 1998-05-05"),
        ([item(when="1998~")], "in about 1998"),
        ([item(when="1998%")], "in about 1998 (uncertain)"),
        ([item(when="1998/2003~")], "from 1998 to about 2003"),
        ([item(when="1998?/2003")], "from 1998 (uncertain) to 2003"),
        ([item(when="1998/")], "from 1998"),
        ([item(when="/2003")], "until 2003"),
        ([item(when="1998/..")], "since 1998, last evidenced 2010-06"),
        ([item(when="1998/..", published="")], "since 1998"),
        ([item(when="1998/..", published=""), item(as_of="2001")], "since 1998, last evidenced 2001"),
        (
            [item(when="1998/..", said="2003"), item(when="1998/..", said="2005")],
            "since 1998, last evidenced 2005",
        ),
        (
            [item(when="1998/..", said="2003"), item(as_of="1995")],
            "since 1998, last evidenced 2003, seen 1995",
        ),
        (
            [item(when="1998/..", said="2003"), item(when="1998/2005")],
            "since 1998, last evidenced 2003, or until 2005",
        ),
        ([item(as_of="1998")], "seen 1998"),
        ([item(as_of="1998"), item(as_of="1998")], "seen 1998"),
        ([item(as_of="1998/2003-05")], "from at least 1998 to at least 2003-05"),
        ([item(when="1998/", as_of="2001")], "from 1998, seen 2001"),
        ([item(when="1998/"), item(as_of="2001/2003")], "from 1998, seen 2001 to 2003"),
        ([item(when="1998/", gone_by="2003")], "from 1998, over by 2003"),
        ([item(as_of="1998", gone_by="2003~")], "seen 1998, over by about 2003"),
        ([item(gone_by="2003"), item()], "over by 2003"),
        ([item(when="1998/2003"), item(as_of="2005")], "from 1998 to 2003, seen 2005"),
        ([item(expected=True, said="2009"), item(expected=True)], "after 2009"),
        ([item(when="2012/..", expected=True)], "from 2012"),
        ([item()], "undated"),
        ([], "undated"),
    ],
)
def test_words(items: list[Claim], told: str) -> None:
    expected = any(one.expected for one in items)
    assert words(items, expected) == told
    assert words(items[::-1], expected) == told


@pytest.mark.parametrize(
    ("existed", "told"),
    [
        ({"the league": "1990/2020"}, "from 1998 to 2003"),
        ({"the league": "1990/2003-05"}, "from 1998 to 2003; bounded by the league, 1990/2003-05"),
        (
            {"the league": "/2003-05", "the band": "1998-05/.."},
            "from 1998 to 2003; bounded by the league, /2003-05 and the band, 1998-05/..",
        ),
        (
            {"the league": "1998-03/", "the band": "1998-05/.."},
            "from 1998 to 2003; bounded by the band, 1998-05/..",
        ),
    ],
)
def test_the_words_name_the_actor_whose_existence_bounds_it(existed: dict[str, str], told: str) -> None:
    assert spell(item(when="1998/2003"), existed=existed).words == told


@pytest.mark.parametrize(
    ("claim", "fields"),
    [
        (item(as_of="2001", gone_by="1998"), ("as-of", "gone-by")),
        (item(when="2001/", gone_by="1998"), ("when", "gone-by")),
        (item(when="1998/..", gone_by="2003"), ("when", "gone-by")),
        (item(when="1998/2003", as_of="2005"), ("when", "as-of")),
        (item(when="1998/", as_of="1995"), ("when", "as-of")),
        (item(when="1998-02", as_of="1998-03/1998"), ("when", "as-of")),
        (item(when="1998/", as_of="2005", gone_by="2003"), ("as-of", "gone-by")),
        (item(gone_by="2003", expected=True), ("gone-by", "modality")),
    ],
)
def test_fields_that_clash_are_named(claim: Claim, fields: tuple[str, ...]) -> None:
    assert fault(claim) == [("clash", fields, (0,))]
    found = days(claim)
    assert isinstance(found, Clash)
    assert found.fields == fields


def test_a_clash_says_which_days_do_not_fit() -> None:
    found = days(item(when="1998/..", gone_by="2003"))
    assert isinstance(found, Clash)
    assert "`when: 1998/..` said 2010-06" in found.what
    assert "2010-06-01" in found.what and "2003-12-31" in found.what


def test_an_item_outside_the_life_of_an_end_clashes_with_it() -> None:
    existed = {"the league": "/1997", "the band": "1990/"}
    assert fault(item(when="1998/"), existed=existed) == [("clash", ("when", "existed"), (0,))]
    assert fault(item(as_of="1980"), existed=existed) == [("clash", ("as-of", "existed"), (0,))]
    found = combine([item(), item(as_of="1998")], [("the league", interval("/1997"))], False)
    assert isinstance(found, Clash)
    assert found.items == (1,)
    assert "the league" in found.what


def test_two_ends_that_never_lived_together_are_told_once() -> None:
    existed = {"the league": "/1997", "the band": "1998/"}
    assert fault(item(as_of="1998"), item(), existed=existed) == [("clash", ("existed",), (0, 1))]
    assert isinstance(
        combine([item()], [(name, interval(text)) for name, text in existed.items()], False), Clash
    )


def test_no_date_begins_after_its_source() -> None:
    late = item(when="1998/2011", as_of="2012")
    assert [name for name, _, _ in fault(late)] == ["after-publication", "after-publication", "clash"]
    assert fault(item(as_of="2010-06-30")) == []
    assert fault(item(as_of="2011~")) == []
    assert fault(item(as_of="2012", published="")) == []
    assert fault(item(as_of="2009", said="2011")) == [("after-publication", ("said",), (0,))]


def test_a_forecast_speaks_of_what_comes_but_is_not_seen() -> None:
    assert fault(item(when="2015", expected=True)) == []
    seen = item(as_of="2009", expected=True)
    assert fault(seen, seen) == [("as-of-expected", ("as-of", "modality"), (0, 1))]


def test_a_date_that_several_items_inherit_is_told_once() -> None:
    inherited = item(as_of="2012")
    assert fault(inherited, item(as_of="2001"), inherited) == [("after-publication", ("as-of",), (0, 2))]


def test_items_that_neither_meet_nor_are_bridged_are_two_rows() -> None:
    early, late = item(gone_by="1997"), item(when="1999/2001")
    assert fault(late, early) == [("two-rows", ("gone-by", "when"), (1, 0))]
    assert fault(early, late, item(when="1996/2000")) == []
    assert fault(item(when="/1998-12-31"), late) == []
    third = item(when="2005")
    assert [items for _, _, items in fault(early, third, late)] == [(0, 2), (2, 1)]


def test_an_item_that_does_not_make_the_time_belongs_to_no_second_row() -> None:
    supported, denied = item(when="1996/1997"), item(when="1999/2001")
    assert [clash.name for clash in faults([supported, denied], (), False)] == ["two-rows"]
    assert faults([supported, denied], (), False, timing=[0]) == ()


def test_all_that_is_wrong_is_told() -> None:
    found = fault(item(when="2012"), item(when="2001/", gone_by="1998"), item(when="1990"), item(when="1992"))
    assert [name for name, _, _ in found] == ["after-publication", "clash", "two-rows", "two-rows"]


def test_one_item_disputes_nothing() -> None:
    assert disputed([item(when="1998", as_of="1998")]) == ()
    assert disputed([]) == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (item(when="1998/"), item(when="1998-06/"), ()),
        (item(when="1998/"), item(when="1999~/"), ()),
        (item(when="1998/"), item(when="1999/"), ("start",)),
        (item(when="/1998"), item(gone_by="2001"), ()),
        (item(when="/2001"), item(gone_by="1998"), ("end",)),
        (item(when="1998/2001"), item(as_of="2001/2003"), ("end",)),
        (item(when="1998/2001"), item(when="1998/..", said="2003"), ("end",)),
        (item(when="1998/2003"), item(when="1998/..", said="2001"), ()),
        (item(as_of="1998"), item(as_of="2003"), ()),
        (item(when="1998/"), item(), ()),
    ],
)
def test_what_items_dispute(one: Claim, other: Claim, told: tuple[str, ...]) -> None:
    assert disputed([one, other]) == disputed([other, one]) == told


def test_the_weakest_answer() -> None:
    ordered: list[Answer] = ["no", "not known", "possibly", "certainly"]
    for place, one in enumerate(ordered):
        for other in ordered[place:]:
            assert weakest(one, other) == weakest(other, one) == one
