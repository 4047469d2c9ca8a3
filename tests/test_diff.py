"""What differs between two dates: only what a source dates has begun or ended; the rest can't be told."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.lens import Days
from actorgraph.loading import load
from actorgraph.presenters import plain
from actorgraph.questions.diff import HELD, Diff, ask
from actorgraph.questions.diff_page import page
from actorgraph.view.dates import one_day
from actorgraph.view.memory import MemoryView
from generated import data_sets, read
from worlds import loaded, shipped, view

POWERS = Path(__file__).parent.parent / "examples" / "great-powers"
WORLD: dict[str, Any] = {
    "actors": {
        "red": {"name": "Red", "traits": [
            {"trait": "tactic", "on": "cities", "is": "targets cities", "when": "2017/..", "evidence": "s p20"},
            {"trait": "goal", "on": "rule", "is": "to rule", "evidence": "s p21"},
        ]},
        "blue": {"name": "Blue"},
        "gone": {"name": "Gone", "existed": "2000/2016"},
        "far": {"name": "Far"},
    },
    "sources": {"s": {"author": "ann", "published": "2020-06", "label": "S"}},
    "events": {"raid": {"name": "The raid", "when": "2017-03", "who": {"perpetrator": "red"}, "evidence": "s p22"}},
}  # fmt: skip


def tie(from_: str, type_: str, to: str, place: str, **more: Any) -> dict[str, Any]:
    fields = {key.replace("_", "-"): value for key, value in more.items()}
    return {"from": from_, "type": type_, "to": to, "evidence": f"s {place}", **fields}


TIES = [
    tie("red", "enmity", "blue", "p1", when="2010/2016"),
    tie("red", "alliance", "blue", "p2", when="2017/.."),
    tie("red", "military-campaign", "gone", "p3", when="2012/"),
    tie("far", "support", "red", "p4", as_of="2012/2016"),
    tie("far", "alignment", "red", "p5", as_of="2020-06"),
    tie("far", "recruits-from", "red", "p6"),
    tie("far", "attack", "blue", "p7", when="2016-03/2016-05"),
    tie("far", "attack", "blue", "p8", id="attack-later", modality="expected"),
    tie("blue", "cooperation", "far", "p9", as_of="2014/2020-06"),
    tie("blue", "support", "far", "p10", when="2005/2007"),
    tie("blue", "contact", "far", "p11", as_of="2017"),
    tie("gone", "cooperation", "far", "p12", when="2014~/"),
]


def days(text: str) -> Days:
    return one_day(text, "from")


def world() -> MemoryView:
    found = loaded(WORLD, TIES)
    assert not [problem for problem in found.problems if problem.severity == "error"], found.problems
    return view(found)


def between(asked: MemoryView, then: str, now: str) -> Diff:
    return ask(asked, days(then), days(now))


def kinds(answer: Diff) -> dict[str, str]:
    return {fate.id: fate.kind for fate in answer.fates}


def test_every_row_has_its_fate() -> None:
    assert kinds(between(world(), "2015", "2020-06")) == {
        "blue.enmity.red": "ended",
        "blue.alliance.red": "began",
        "red.military-campaign.gone": "ended with its actor",
        "far.support.red": "last evidenced",
        "far.alignment.red": "known later only",
        "red.recruitment-source.far": "undated",
        "far.attack.blue": "between",
        "attack-later": "forecast",
        "blue.cooperation.far": "same",
        "blue.support.far": "other days",
        "blue.contact.far": "seen between",
        "far.cooperation.gone": "ended with its actor",
        "red.tactic.cities": "began",
        "red.goal.rule": "undated",
        "raid": "happened",
    }


def test_an_end_that_may_lie_on_either_side_is_not_told_as_an_end() -> None:
    found = loaded(WORLD, [
        tie("red", "enmity", "far", "p1", as_of="2010", gone_by="2018"),
        tie("red", "alliance", "blue", "p2", when="2015~/.."),
    ])  # fmt: skip
    assert kinds(between(view(found), "2015", "2018-03"))["far.enmity.red"] == "end uncertain"
    assert kinds(between(view(found), "2015", "2018-03"))["blue.alliance.red"] == "start uncertain"
    assert kinds(between(view(found), "2016-12", "2019"))["far.enmity.red"] == "ended"


def test_a_pair_that_goes_from_foe_to_friend_changes_sign() -> None:
    answer = between(world(), "2015", "2020-06")
    (change,) = [one for one in answer.changes if one.kind == "sign"]
    assert (change.ends, change.then, change.now) == (("blue", "red"), "hostile", "cooperative")
    assert "Blue and Red: hostile, then cooperative" in plain.present(page(answer, world()))


def test_another_kind_of_tie_of_the_same_sign_is_told_of_one_pair_only() -> None:
    found = loaded(WORLD, [
        tie("red", "support", "blue", "p1", when="2010/2016"),
        tie("red", "cooperation", "blue", "p2", when="2017/..", extent="limited"),
        tie("red", "support", "far", "p3", when="2010/2016"),
        tie("red", "alignment", "gone", "p4", when="2011/"),
    ])  # fmt: skip
    (change,) = between(view(found), "2015", "2020").changes
    assert (change.kind, change.then, change.now) == ("kind", "support", "cooperation, limited in extent")


def test_silence_is_no_beginning_and_changes_no_sign() -> None:
    found = loaded(WORLD, [
        tie("red", "enmity", "blue", "p1", as_of="2015"),
        tie("red", "alliance", "blue", "p2", as_of="2020"),
    ])  # fmt: skip
    answer = between(view(found), "2014", "2020")
    assert not answer.changes
    assert {fate.kind for fate in answer.fates if fate.row == "tie"} == {"seen between", "known later only"}


def test_what_is_told_of_the_great_powers_is_the_closing_of_two_blocs() -> None:
    loaded_ = load(str(POWERS))
    asked = MemoryView(loaded_.dataset, view(loaded_).lens)
    answer = between(asked, "1890", "1907")
    signs = {change.ends: (change.then, change.now) for change in answer.changes if change.kind == "sign"}
    assert signs == {
        ("britain", "france"): ("hostile", "cooperative"),
        ("britain", "russia"): ("hostile", "cooperative"),
        ("france", "russia"): ("possibly hostile", "cooperative"),  # seen in 1882, not drawn in 1890
    }
    fates = {fate.id: fate.kind for fate in answer.fates if fate.row == "tie"}
    assert {id_ for id_, kind in fates.items() if kind == "began"} == {
        "britain.alignment.france", "britain.alignment.russia", "france.alliance.russia",
    }  # fmt: skip
    assert fates["austria-hungary.alliance.russia"] == fates["germany.alliance.russia"] == "ended"
    assert fates["austria-hungary.alliance.germany"] == fates["germany.alliance.italy"] == "same"
    assert fates["britain.enmity.germany"] == "known later only"


def test_the_page_says_where_one_of_the_dates_is_only_possible() -> None:
    loaded_ = load(str(POWERS))
    asked = MemoryView(loaded_.dataset, view(loaded_).lens)
    words = " ".join(plain.present(page(between(asked, "1890", "1907"), asked), 120).split())
    assert "Germany with Russia: alliance; possibly in 1890" in words
    assert "Britain with France: enmity;" not in words
    assert "Britain and Russia: hostile, then cooperative, possibly still hostile in 1907" in words
    assert "and 1 with an end too uncertain to tell" in words


def test_the_shipped_data_keep_what_was_only_overtaken() -> None:
    fates = kinds(between(shipped(), "2018", "2021-09"))
    assert fates["is-k.seeks-to-topple.pakistani-government"] == "same"
    assert fates["us-military.support.taliban.against.is-k"] == "ended"
    assert fates["is-k.sees-as-enemy.taliban"] == "known later only"
    assert (
        fates["shahab-al-muhajir.leads.is-k"] == "known later only"
    )  # seen by 2020-05: may have led in 2018


@pytest.mark.parametrize("cells", [60, 80, 120])
def test_the_page_fits(cells: int) -> None:
    text = plain.present(page(between(shipped(), "2018", "2021-09"), shipped()), cells)
    assert max(map(len, text.splitlines())) <= cells


dates = st.sampled_from(["1961", "1970-03", "1979", "1980-01-01", "1980", "1985-06", "1999", "2003"])


@given(data_sets(), dates)
@settings(max_examples=40)
def test_a_date_differs_in_nothing_from_itself(files: Any, date: str) -> None:
    answer = between(view(read(files)), date, date)
    assert not answer.differs
    assert not {fate.kind for fate in answer.fates} & {"last evidenced", "known later only", "seen between"}


@given(data_sets(), dates, dates)
@settings(max_examples=60)
def test_what_held_then_without_what_ended_and_with_what_began_is_what_holds_now(
    files: Any, one: str, other: str
) -> None:
    then, now = sorted((days(one), days(other)), key=lambda found: (found.first, found.last))
    if then.last > now.last:
        then, now = now, then
    answer = ask(view(read(files)), then, now)
    rows = [fate for fate in answer.fates if fate.row != "event" and fate.kind != "forecast"]
    held = {fate.id for fate in rows if fate.then in HELD}
    gone = {fate.id for fate in rows if fate.kind in ("ended", "ended with its actor", "last evidenced")}
    come = {fate.id for fate in rows if fate.kind in ("began", "began with its actor", "known later only")}
    unknown = {fate.id for fate in rows if fate.now not in HELD and fate.kind.startswith("began")}
    assert (held - gone) | (come - unknown) == {fate.id for fate in rows if fate.now in HELD}
    for fate in rows:
        if fate.kind in ("ended", "ended with its actor"):
            assert fate.now == "no"
        if fate.kind in ("began", "began with its actor"):
            assert fate.then == "no"
