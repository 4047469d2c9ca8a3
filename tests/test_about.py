"""A comparison about some actors: all of one and its parts, or what is between several, and nothing else."""

from typing import Any

import pytest
from hypothesis import given, settings

from actorgraph.errors import Fault
from actorgraph.lens import Days
from actorgraph.presenters import plain
from actorgraph.questions import diff, diff_records, diff_voices
from actorgraph.questions.about import about
from actorgraph.questions.diff_page import page
from actorgraph.questions.untold import MANY
from actorgraph.view.dates import one_day
from generated import Files, data_sets, read
from worlds import loaded, shipped, view

WORLD: dict[str, Any] = {
    "actors": {
        "red": {"name": "Red", "traits": [
            {"trait": "goal", "on": "rule", "is": "to rule", "when": "2017/..", "evidence": "s p20"},
            {"trait": "goal", "on": "gains", "is": "to win over", "toward": "blue", "when": "2018/..", "evidence": "s p21"},
        ]},
        "wing": {"name": "Wing of Red", "kind": "segment", "of": "red"},
        "blue": {"name": "Blue"},
        "far": {"name": "Far"},
        "near": {"name": "Near"},
    },
    "sources": {"s": {"author": "ann", "published": "2020-06", "label": "S"}},
    "events": {
        "raid": {"name": "The raid", "when": "2017-03", "who": {"perpetrator": "red", "target": "blue"}, "evidence": "s p1"},
        "vote": {"name": "The vote", "when": "2018-03", "who": {"participant": "far"}, "evidence": "s p2"},
    },
}  # fmt: skip
TIES = [
    {"from": "red", "type": "enmity", "to": "blue", "when": "2010/2016", "evidence": "s p3"},
    {"from": "wing", "type": "contact", "to": "blue", "when": "2017/..", "evidence": "s p4"},
    {"from": "red", "type": "support", "to": "far", "when": "2017/..", "evidence": "s p5"},
    {"from": "far", "type": "support", "to": "near", "against": "red", "when": "2017/..", "evidence": "s p6"},
    {"from": "far", "type": "support", "to": "blue", "against": "red", "when": "2017/..", "evidence": "s p7"},
    {"from": "far", "type": "enmity", "to": "near", "when": "2017/..", "evidence": "s p8"},
]


def days(text: str) -> Days:
    return one_day(text, "from")


def ids(*names: str) -> set[str]:
    return {fate.id for fate in diff.ask(view(loaded(WORLD, TIES)), days("2015"), days("2020"), names).fates}


def test_of_one_actor_all_that_is_of_it_its_parts_or_aimed_at_it() -> None:
    assert ids("Red") == {
        "blue.enmity.red", "blue.contact.wing", "red.support.far", "far.support.near.against.red",
        "far.support.blue.against.red", "red.goal.rule", "red.goal.gains", "raid",
    }  # fmt: skip
    assert ids("Near") == {"far.support.near.against.red", "far.enmity.near"}


def test_of_several_what_is_between_them() -> None:
    assert ids("Red", "Blue") == {
        "blue.enmity.red", "blue.contact.wing", "far.support.blue.against.red", "red.goal.gains", "raid",
    }  # fmt: skip
    assert ids("Blue", "Red") == ids("Red", "Blue")


def test_who_is_unknown_or_named_twice_is_told() -> None:
    with pytest.raises(Fault, match="named twice"):
        ids("Red", "red")
    with pytest.raises(Fault, match="Nearest"):
        ids("Rid")


def test_the_page_says_whom_it_is_about_and_leads_on_about_them() -> None:
    asked = shipped()
    answer = diff.ask(asked, days("2016"), days("2021-09"), ["Taliban", "IS-K"])
    shown = plain.present(page(answer, asked), 80)
    assert shown.startswith("From 2016 to 2021-09, between Taliban and IS-K")
    assert "actorgraph compare Taliban IS-K --on 2016" in shown
    assert "actorgraph timeline Taliban IS-K" in shown


def test_what_cannot_be_told_is_counted_where_it_is_much_and_named_when_asked() -> None:
    asked = shipped()
    answer = diff.ask(asked, days("2016"), days("2021-09"))
    open_ = [fate for fate in answer.fates if fate.kind == "known later only"]
    assert len(open_) > MANY
    short, long = (plain.present(page(answer, asked, whole=whole), 80) for whole in (False, True))
    assert "actorgraph diff --from 2016 --to 2021-09 --all" in short
    assert "--all" not in long
    section = short.split("CANNOT BE TOLD")[1].split("CANNOT BE PLACED")[0]
    counted = [
        int(words[-2])
        for line in section.splitlines()
        if (words := line.split(": ")[0].split())[-1:] in (["tie"], ["ties"], ["facts"])
    ]
    assert sum(counted) == len(open_)
    for fate in open_:
        if fate.row == "tie":
            assert fate.what in " ".join(section.split())
    assert len(short.splitlines()) < 100 < len(long.splitlines())


def test_two_data_sets_are_compared_about_an_actor_that_one_of_them_calls_otherwise_or_lacks() -> None:
    moved = {
        **WORLD,
        "actors": {("crimson" if id_ == "red" else id_): row for id_, row in WORLD["actors"].items()},
    }
    moved["actors"]["wing"] = {**WORLD["actors"]["wing"], "of": "crimson"}
    moved["events"] = {
        "raid": {**WORLD["events"]["raid"], "who": {"perpetrator": "crimson", "target": "blue"}}
    }
    ties = [
        {key: "crimson" if value == "red" else value for key, value in row.items()} for row in TIES[:2]
    ] + [TIES[5]]
    old, new = view(loaded(WORLD, TIES)), view(loaded(moved, ties))
    told = diff_records.ask(old, new, "", "", ["Red"]).changes
    assert {one.id_before for one in told if one.row == "tie"} == {
        "red.support.far", "far.support.near.against.red", "far.support.blue.against.red",
    }  # fmt: skip
    assert ("renamed", "red", "crimson") in {(one.kind, one.id_before, one.id_after) for one in told}
    bare = {**WORLD, "actors": {id_: row for id_, row in WORLD["actors"].items() if id_ != "near"}}
    without = view(loaded(bare, TIES[:3]))
    gone = diff_records.ask(old, without, "", "", ["Near"]).changes
    assert {(one.kind, one.id_before) for one in gone if one.row == "tie"} == {
        ("removed", "far.support.near.against.red"), ("removed", "far.enmity.near"),
    }  # fmt: skip
    with pytest.raises(Fault):
        diff_records.ask(old, without, "", "", ["Nobody at all"])


def test_two_voices_are_compared_about_two_actors() -> None:
    answer = diff_voices.ask(shipped(), "editor", "asfandyar-mir", ["Taliban", "United States"])
    assert "taliban.cooperation.united-states.against.is-k" in {one.id for one in answer.told}
    assert all("taliban" in one.id for one in answer.told if one.row == "tie")


def test_an_actor_where_a_folder_stands_is_told_how_to_ask(actorgraph: Any) -> None:
    done = actorgraph("diff", "Taliban", "IS-K", "--from", "2016", "--quiet")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--about Taliban --about IS-K" in done.stderr


# -- laws


@pytest.mark.slow
@given(data_sets())
@settings(max_examples=40)
def test_about_an_actor_the_answer_is_a_part_of_the_whole_one(files: Files) -> None:
    asked = view(read(files))
    whole = diff.ask(asked, days("1979"), days("1985"))
    for actor in asked.dataset.actors:
        part = diff.ask(asked, days("1979"), days("1985"), [actor])
        assert set(part.fates) <= set(whole.fates)
        shown = {fate.id for fate in part.fates if fate.row == "tie"}
        assert {row.relation.id for row in asked.relations(actor)} <= shown
        assert not diff_records.ask(asked, view(read(files)), "", "", [actor]).differs


@given(data_sets())
@settings(max_examples=40)
def test_what_is_between_two_is_about_each_of_them(files: Files) -> None:
    asked = view(read(files))
    one, other, *_ = asked.dataset.actors
    both = {row.relation.id for row in about(asked, [one, other]).relations()}
    for actor in (one, other):
        assert both <= {row.relation.id for row in about(asked, [actor]).relations()}
