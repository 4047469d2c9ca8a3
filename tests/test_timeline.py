"""A record in time: what is dated stands in lanes, what is not is listed, nothing is dropped."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.errors import Fault
from actorgraph.loading import load
from actorgraph.presenters import markdown, plain, terminal
from actorgraph.questions.timeline import Timeline, ask
from actorgraph.questions.timeline_page import page
from actorgraph.view.memory import MemoryView
from generated import data_sets, read
from worlds import loaded, shipped, view

POWERS = Path(__file__).parent.parent / "examples" / "great-powers"
WORLD: dict[str, Any] = {
    "actors": {
        "red": {"name": "Red", "traits": [
            {"trait": "goal", "on": "rule", "is": "to rule", "when": "2011/..", "evidence": "s p9"},
        ]},
        "blue": {"name": "Blue"},
        "wing": {"name": "Wing of Red", "kind": "segment", "of": "red"},
        "far": {"name": "Far"},
    },
    "voices": {"envoy": {"name": "the envoy", "kind": "official"}},
    "sources": {"s": {"author": "ann", "published": "2020-06", "label": "S"}},
    "events": {
        "raid": {"name": "The raid", "when": "2014-03", "who": {"perpetrator": "red"}, "evidence": "s p8"},
        "feast": {"name": "The feast", "who": {"party": "red"}, "evidence": "s p8"},
    },
}  # fmt: skip
TIES: list[dict[str, Any]] = [
    {"from": "red", "type": "enmity", "to": "blue", "when": "2010/2015", "evidence": "s p1"},
    {"from": "red", "type": "collaboration", "to": "blue", "as-of": "2012/2013",
     "evidence": ["s p2", "s p2 envoy disputes"]},
    {"from": "blue", "type": "recruits-from", "to": "red", "evidence": "s p3"},
    {"from": "blue", "type": "attack", "to": "red", "modality": "expected", "evidence": "s p4"},
    {"from": "red", "type": "cooperation", "to": "far", "as-of": "2020-06", "evidence": "s p5"},
    {"from": "far", "type": "support", "to": "blue", "against": "red", "when": "/2013", "evidence": "s p6"},
    {"from": "wing", "type": "attack", "to": "far", "when": "2016", "evidence": "s p7"},
]  # fmt: skip


def world(**lens: str) -> MemoryView:
    found = loaded(WORLD, TIES)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return view(found, {key.replace("_", "-"): value for key, value in lens.items()})


def shown(asked: MemoryView, *names: str, cells: int = 80, bucket: str = "") -> str:
    return plain.present(page(ask(asked, names), asked, cells, bucket), cells)


def placed(answer: Timeline) -> dict[str, str]:
    return {f"{entry.id} {entry.at}": entry.placed for entry in answer.entries}


def test_each_statement_has_its_place() -> None:
    assert placed(ask(world(), ["red"])) == {
        "red.goal.rule p9": "lane",
        "blue.enmity.red p1": "lane",
        "blue.collaboration.red p2": "lane",
        "red.recruitment-source.blue p3": "undated",
        "blue.attack.red.expected p4": "lane",  # a forecast beside dated ties of its pair
        "far.cooperation.red p5": "seen",  # only seen when its source appeared
        "far.support.blue.against.red p6": "lane",
        "wing.attack.far p7": "lane",
        "raid p8": "lane",
        "feast p8": "undated",
    }


def test_the_undated_and_what_is_seen_once_are_told_in_words() -> None:
    words = " ".join(shown(world(), "red").split())
    assert "SEEN 2020-06 ONLY; before and after are not stated + cooperation with Far [p5]" in words
    assert "UNDATED; the source gives no date < recruits to Blue [p3]" in words
    assert "The feast [p8]" in words


def test_a_date_that_the_signs_are_too_coarse_to_tell_stands_in_words() -> None:
    coarse = " ".join(shown(world(), "red").split())
    assert "The raid, in 2014-03" in coarse
    assert "2016" not in coarse.partition("HOSTILE")[2].partition("SEEN")[0]  # the axis tells a whole year
    assert "in 2014-03" not in shown(world(during="2014/2014"), "red", bucket="month")


def test_a_contested_spell_bears_its_mark_and_who_disputes_it() -> None:
    told = shown(world(), "red").partition("CONTESTED")[2].partition("THROUGH")[0]
    assert re.search(
        r"^ \? +with Blue: asserted by +\.\.:::oo:::\.\. +p2$", told.replace("\n    ann", ""), re.MULTILINE
    )
    assert re.search(r"the same: denied by the .*\n +envoy", told)


def test_parts_and_what_is_aimed_at_an_actor_stand_apart() -> None:
    text = shown(world(), "red")
    assert text.index("THROUGH ITS PARTS") < text.index("Wing of Red to Far") < text.index("BETWEEN OTHERS")
    assert text.index("BETWEEN OTHERS") < text.index("Far to Blue") < text.index("EVENTS")


def test_the_days_asked_cut_the_axis_and_what_lies_elsewhere_is_counted() -> None:
    answer = ask(world(during="2014/2015"), ["red"])
    assert {entry.id for entry in answer.entries if entry.placed == "elsewhere"} == {
        "blue.collaboration.red", "far.cooperation.red", "far.support.blue.against.red", "wing.attack.far",
        "blue.attack.red.expected",
    }  # fmt: skip
    assert {e.id for e in answer.entries if e.placed == "undated"} == {"red.recruitment-source.blue", "feast"}
    assert "5 rows on other days" in shown(world(during="2014/2015"), "red")


def test_a_sign_stands_for_what_is_asked_or_the_page_says_why_not() -> None:
    assert "One sign is a year" in shown(world(), "red", bucket="year")
    assert "One sign is a month" in shown(world(on="2014"), "red")
    with pytest.raises(Fault, match=r"months do not fit 80 cells, .* --during FROM/TO"):
        shown(world(), bucket="month")
    with pytest.raises(Fault, match='No bucket "week"'):
        shown(world(), bucket="week")


def test_rows_are_in_order_and_give_the_four_days() -> None:
    answer = ask(world(), ["red"])
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]
    enmity = next(row for row in rows if row["id"] == "blue.enmity.red")
    days = ("starts-from", "starts-by", "ends-from", "ends-by")
    assert [enmity[day] for day in days] == ["2010-01-01", "2010-12-31", "2015-01-01", "2015-12-31"]
    assert [row["id"] for row in rows[-2:]] == ["red.recruitment-source.blue", "feast"]
    assert answer.plain()["entries"] == rows


@pytest.mark.parametrize("cells", [60, 80, 100, 120])
@pytest.mark.parametrize("names", [(), ("is-k",), ("is-k", "taliban")], ids=["all", "one", "two"])
def test_the_shipped_data_fit_every_width_in_colour_and_without(cells: int, names: tuple[str, ...]) -> None:
    asked = shipped()
    blocks = page(ask(asked, names), asked, cells)
    text = plain.present(blocks, cells)
    assert max(map(len, text.splitlines())) <= cells
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal.present(blocks, cells)) == text


def test_the_two_blocs_are_seen_to_form() -> None:
    asked = MemoryView(load(str(POWERS)).dataset, view(load(str(POWERS))).lens)
    lines = shown(asked).splitlines()
    assert max(map(len, lines)) <= 80
    axis = next(line for line in lines if "1872" in line)
    alliance = next(line for line in lines if "France with Russia" in line)
    assert alliance.index(":#") == axis.index("1890") + 1  # their alliance is of 1891


def test_markdown_has_the_periods_in_words_since_it_keeps_no_columns() -> None:
    asked = world()
    text = markdown.present(page(ask(asked, ["red"]), asked, None))
    assert "2010 to 2015" in text
    assert "###:" not in text


@given(data_sets(), st.booleans())
@settings(max_examples=40)
def test_nothing_is_dropped_and_every_page_fits(files: Any, one: bool) -> None:
    dataset = read(files).dataset
    asked = view(read(files))
    names = [next(iter(dataset.actors))] if one else []
    answer = ask(asked, names)
    if not one:
        told = {entry.id for entry in answer.entries}
        assert {row.relation.id for row in asked.relations()} <= told
        items = sum(len(row.items) or 1 for row in asked.relations())
        assert sum(entry.row == "tie" for entry in answer.entries) == items
    text = shown(asked, *names)
    assert max(map(len, text.splitlines())) <= 80
    words = " ".join(text.split())
    for entry in answer.entries:
        if entry.placed == "undated" and entry.row == "tie":
            assert entry.what.split()[0] in words
