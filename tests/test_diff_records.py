"""What differs between two data sets, in meaning: laws on drawn ones, and each kind of difference in a small one."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.presenters import plain
from actorgraph.questions.diff_records import BACK, KINDS, Records, ask
from actorgraph.questions.diff_records_page import page
from actorgraph.questions.matching import renames
from actorgraph.questions.row_names import stated
from actorgraph.sight import Seen
from actorgraph.view.memory import MemoryView
from generated import data_sets, read
from worlds import loaded, shipped, view

WORLD: dict[str, Any] = {
    "actors": {"red": {"name": "Red"}, "blue": {"name": "Blue"}, "far": {"name": "Far"}},
    "voices": {"envoy": {"name": "the envoy", "kind": "official"}},
    "sources": {
        "one": {"author": "ann", "published": "2020-06", "label": "A"},
        "two": {"author": "bob", "published": "2021-03", "label": "B"},
    },
}


def tie(*evidence: Any, type_: str = "enmity", **more: Any) -> dict[str, Any]:
    fields = {key.replace("_", "-"): value for key, value in more.items()}
    return {"from": "red", "type": type_, "to": "blue", "evidence": list(evidence), **fields}


def compared(before: Any, after: Any, old: Any = WORLD, new: Any = WORLD) -> Records:
    sides = [
        loaded(world, rows if isinstance(rows, list) else [rows])
        for world, rows in ((old, before), (new, after))
    ]
    assert not any(problem.severity == "error" for side in sides for problem in side.problems)
    one, other = (view(side) for side in sides)
    answer = ask(one, other, "before", "after")
    assert max(map(len, plain.present(page(answer, other)).splitlines())) <= 80
    return answer


def kinds(answer: Records) -> list[str]:
    return [change.kind for change in answer.changes]


@pytest.mark.parametrize(
    ("before", "after", "kind", "words"),
    [
        (tie("one p1", when="2010/"), tie("one p1", when="2010/2015"), "ended", ("from 2010", "2010 to 2015")),
        (tie("one p1", when="2010/2015"), tie("one p1", when="2010/"), "end taken back", ("2010 to 2015", "from 2010")),
        (tie("one p1", when="2010/"), tie("one p1", when="2011/"), "re-dated", ("from 2010", "from 2011")),
        (tie("one p1"), tie("one p1", type_="alliance"), "changed sign", ("hostile, enmity", "cooperative, alliance")),
        (tie("one p1"), tie("one p1", type_="rivalry"), "changed type", ("enmity", "rivalry")),
        (tie("one p1", type_="support", extent="limited"), tie("one p1", type_="support", extent="close"),
         "changed extent", ("limited", "close")),
        (tie("one p1", type_="attack", modality="intended", id="x"), tie("one p1", type_="attack", id="x"),
         "changed modality", ("intended", "actual")),
        (tie("one p1"), [], "removed", ("enmity, undated", "")),
        ([], tie("one p1"), "added", ("", "enmity, undated")),
        (tie("one p1", scope="in the hills"), tie("one p1"), "changed qualifier",
         ("scope in the hills", "scope not stated")),
    ],
)  # fmt: skip
def test_each_difference_has_its_name(before: Any, after: Any, kind: str, words: tuple[str, str]) -> None:
    (change,) = compared(before, after).changes
    assert (change.kind, change.before, change.after) == (kind, *words)


def test_a_denial_changes_the_standing_and_names_the_voice() -> None:
    answer = compared(tie("one p1"), tie("one p1", "one p2 envoy disputes"))
    told = {change.kind: (change.before, change.after) for change in answer.changes}
    assert told == {
        "changed standing": ("undisputed", "contested"),
        "changed voice": ("silent: the envoy", "denied: the envoy"),
    }


def test_who_loses_its_only_source_is_told_apart_from_who_loses_one_of_two() -> None:
    without = {**WORLD, "sources": {"two": WORLD["sources"]["two"]}}
    answer = compared(tie("one p1"), tie(), new=without)
    assert [change.kind for change in answer.changes if change.row == "tie"][:2] == [
        "changed standing",
        "lost its only source",
    ]
    answer = compared([tie("one p1")], [], new=without)
    assert [change.kind for change in answer.changes if change.row == "tie"] == [
        "removed with its only source"
    ]
    answer = compared(tie("one p1", "two p1"), tie("two p1"), new=without)
    assert {change.kind for change in answer.changes if change.row == "tie"} == {
        "changed standing", "lost a source", "lost an independent support", "changed voice",
    }  # fmt: skip


def test_a_second_document_is_a_gain_only_where_it_is_independent() -> None:
    answer = compared(tie("one p1"), tie("one p1", "two p4"))
    assert {"gained a source", "gained an independent support"} <= set(kinds(answer))
    derived = {
        **WORLD,
        "sources": {**WORLD["sources"], "two": {**WORLD["sources"]["two"], "derives-from": ["one"]}},
    }
    answer = compared(tie("one p1"), tie("one p1", "two p4"), new=derived)
    assert "gained a source" in kinds(answer)
    assert "gained an independent support" not in kinds(answer)


def test_other_words_for_the_same_are_no_difference_and_counted() -> None:
    answer = compared(
        tie({"source": "one", "at": "p1", "gist": "old foes"}), tie({"source": "one", "at": "p1", "gist": "foes"}),
    )  # fmt: skip
    assert not answer.differs
    assert answer.words_only == 1
    assert "1 tie in words only" in plain.present(page(answer, shipped()))


def test_a_renamed_actor_or_source_is_recognised() -> None:
    new = {
        **WORLD,
        "actors": {"red-army": {"name": "Red"}, "blue": {"name": "Blue"}, "far": {"name": "Far"}},
        "sources": {"first": {**WORLD["sources"]["one"], "title": "one"}, "two": WORLD["sources"]["two"]},
    }
    after = {"from": "red-army", "type": "enmity", "to": "blue", "evidence": "first p1"}
    answer = compared(tie("one p1"), after, new=new)
    assert [(change.kind, change.row, change.before, change.after) for change in answer.changes] == [
        ("renamed", "actor", "red", "red-army"),
        ("renamed", "source", "one", "first"),
    ]


def test_spells_of_a_pair_are_matched_by_greatest_overlap() -> None:
    """The derived id goes to the newer spell in the one file and to the older one in the other."""
    answer = compared(
        [tie("one p1", when="2001/2004"), tie("one p2", when="2010/2015", id="later")],
        [tie("one p2", when="2010/2016"), tie("one p1", when="2001/2004", id="earlier")],
    )
    (change,) = answer.changes
    assert (change.kind, change.id_before, change.before, change.after) == (
        "re-dated", "later", "2010 to 2015", "2010 to 2016",
    )  # fmt: skip


def test_what_is_said_of_an_actor_is_compared_too() -> None:
    def world(**trait: str) -> Any:
        row = {"trait": "capacity", "on": "attacks", "evidence": "one p1", **trait}
        return {**WORLD, "actors": {**WORLD["actors"], "red": {"name": "Red", "traits": [row]}}}

    assert kinds(compared([], [], world(figure="21"), world(figure="77"))) == ["changed"]
    assert kinds(compared([], [], world(figure="21"), world(figure="21", when="2015"))) == ["ended"]
    assert kinds(compared([], [], world(**{"is": "strong"}), world(**{"is": "rather strong"}))) == [
        "other words"
    ]
    assert kinds(compared([], [], world(figure="21"), WORLD)) == ["removed"]


def test_the_shipped_data_differ_in_nothing_from_themselves() -> None:
    answer = ask(shipped(), shipped(), "before", "after")
    assert not answer.differs
    assert "Nothing means anything else; 76 ties unchanged." in plain.present(page(answer, shipped()))


def test_a_lens_is_looked_through_on_both_sides() -> None:
    without = {"without": "mir-2021:p13"}
    assert ask(shipped(without), shipped(without), "", "").alike < 76
    fallen = ask(shipped(), shipped(without), "", "")
    assert {change.kind for change in fallen.changes if change.row == "tie"} >= {"removed", "end taken back"}


# -- laws


def flat(answer: Records) -> Counter[tuple[str, ...]]:
    return Counter(
        (one.kind, one.row, one.id_before, one.id_after, one.before, one.after) for one in answer.changes
    )


@given(data_sets())
@settings(max_examples=40)
def test_a_data_set_differs_in_nothing_from_itself(files: Any) -> None:
    one, other = view(read(files)), view(read(files))
    answer = ask(one, other, "", "")
    assert not answer.differs
    assert answer.alike == len(one.relations())
    assert not answer.words_only


@given(data_sets(), data_sets())
@settings(max_examples=80)
def test_the_other_way_round_every_difference_is_turned(files: Any, others: Any) -> None:
    one, other = view(read(files)), view(read(others))
    there, back = ask(one, other, "", ""), ask(other, one, "", "")
    assert flat(there) == Counter(
        (BACK.get(kind, kind), row, after_id, before_id, after, before)
        for kind, row, before_id, after_id, before, after in flat(back).elements()
    )
    assert (there.alike, there.words_only) == (back.alike, back.words_only)
    assert {change.kind for change in there.changes} <= set(KINDS)


@given(data_sets(), data_sets())
@settings(max_examples=80)
def test_a_data_set_with_the_differences_put_in_is_the_other(files: Any, others: Any) -> None:
    one, other = view(read(files)), view(read(others))
    answer = ask(one, other, "", "")
    moved = renames(one.dataset, other.dataset).actors
    gone = [id(change.was) for change in answer.changes if change.was is not None]
    kept = [row for row in one.relations() if id(row) not in gone]
    put_in = {id(change.now): change.now for change in answer.changes if change.now is not None}
    result = Counter(state(row, one, moved) for row in kept)
    result += Counter(state(row, other, {}) for row in put_in.values())
    assert result == Counter(state(row, other, {}) for row in other.relations())


@given(data_sets(), data_sets())
@settings(max_examples=60)
def test_as_many_facts_are_added_and_removed_as_the_one_has_more_than_the_other(
    files: Any, others: Any
) -> None:
    one, other = view(read(files)), view(read(others))
    told = Counter(change.kind for change in ask(one, other, "", "").changes if change.row == "fact")
    number = [sum(len(actor.traits) for actor in side.actors()) for side in (one, other)]
    assert number[0] - told["removed"] + told["added"] == number[1]


def state(row: Seen, seen_in: MemoryView, moved: dict[str, str]) -> Any:
    """What a tie means: its ends, type, dates by its sources, standing, and who holds what."""
    relation = row.relation
    ends = [moved.get(end, end) for end in relation.ends]
    if seen_in.dataset.type_of(relation).symmetric:
        ends.sort()
    return (
        tuple(ends), relation.type, relation.modality, tuple(sorted(relation.against)),
        stated([item.time for item in row.place.timing], relation)[:3], row.standing,
        tuple(sorted((voice, tuple(sorted(held))) for voice, held in row.place.now.items())),
    )  # fmt: skip


@given(data_sets(), st.data())
@settings(max_examples=40)
def test_taking_a_source_away_is_told_of_every_tie_that_rests_on_it_alone(files: Any, data: Any) -> None:
    dropped = data.draw(st.sampled_from(sorted(files["sources.yaml"]["sources"])))
    old = view(read(files))
    new = view(read(files), {"without": dropped})
    answer = ask(old, new, "", "")
    alone = {
        row.relation.id for row in old.relations() if row.items and {i.source for i in row.items} == {dropped}
    }
    told = {
        change.id_before
        for change in answer.changes
        if change.kind.startswith("removed") and change.row == "tie"
    }
    assert told == alone
    shared = {row.relation.id for row in old.relations() if dropped in {i.source for i in row.items}} - alone
    lost = {
        change.id_before
        for change in answer.changes
        if change.kind == "lost a source" and change.row == "tie"
    }
    assert lost == shared
