"""Which document and voice bears how much, and who repeats whom: a small record worked out by hand, and laws."""

import json as parser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import worlds
from actorgraph.loading import load
from actorgraph.presenters import csv, json, markdown, plain
from actorgraph.questions import hinges
from actorgraph.questions.chains import chains, roots
from actorgraph.questions.sources import Sources, ask
from actorgraph.questions.sources_page import page
from actorgraph.standing import roots as roots_of
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from generated import data_sets, lenses, read
from test_disputes import said, tie

QUOTES = Path(__file__).parent.parent / "examples" / "quotes"
WORLD: dict[str, Any] = {
    "actors": {
        "red": {"name": "Red"},
        "wing": {"name": "Wing"},
        "blue": {"name": "Blue"},
        "state": {"name": "State", "kind": "government"},
    },
    "voices": {
        "ann": {"name": "Ann", "kind": "author"},
        "bob": {"name": "Bob", "kind": "author"},
        "cleo": {"name": "Cleo", "kind": "author"},
        "press": {"name": "the press", "kind": "unnamed"},
    },
    "sources": {
        "wire": {"author": "ann", "published": "2020-01", "label": "W", "reliability": "B"},
        "paper": {"author": "bob", "published": "2020-02", "label": "P", "derives-from": ["wire"]},
        "report": {"author": "cleo", "published": "2020-03", "label": "R", "derives-from": ["paper"]},
        "note": {"author": "dan", "published": "2020-04", "label": "N"},
    },
}


def asked(
    rows: list[dict[str, Any]], world: dict[str, Any] = WORLD, *, drawn: bool = False, **lens: Any
) -> tuple[Sources, str]:
    """The answer and its page in a pipe, its line breaks and indents taken out."""
    found = worlds.loaded(world, rows)
    assert not found.problems, found.problems
    view = worlds.view(found, {key.replace("_", "-"): value for key, value in lens.items()})
    answer = ask(view)
    shown = plain.present(page(answer, view, drawn=drawn), 80)
    assert max(map(len, shown.splitlines())) <= 80
    parser.loads(json.present("sources", answer.plain(), 0, 0))
    assert {len(row) for row in answer.rows()} <= {len(answer.columns)}
    assert csv.present(answer.columns, answer.rows())
    assert markdown.present(page(answer, view, drawn=drawn))
    return answer, " ".join(shown.split())


def cells(answer: Sources, kind: str, *names: str) -> dict[str, list[str]]:
    """Of the rows of a kind: those columns, by id."""
    at = [answer.columns.index(name) for name in names]
    return {row[1]: [row[number] for number in at] for row in answer.rows() if row[0] == kind}


ROWS = [
    tie("attack", ["wire p1", "paper p2", "report p3"], when="2019"),
    tie("enmity", ["wire p4", "note p1+p2"]),
    tie("contact", [said("press", "supports", "p5", "paper"), said("state", "disputes", "p6", "paper")]),
    tie("opposition", "wire p4", "state", "red"),
    tie("threat", [said("state", "supports", "p7", "wire"), said("blue", "disputes", "p7", "wire")]),
]


# -- how much each bears


def test_a_document_bears_statements_ties_and_those_that_have_no_other() -> None:
    answer, shown = asked(ROWS)
    assert cells(answer, "document", "statements", "ties", "alone", "root-alone", "reliability") == {
        "wire": ["5", "4", "2", "4", "B"],
        "paper": ["3", "2", "1", "", ""],
        "report": ["1", "1", "0", "", ""],
        "note": ["1", "1", "0", "0", ""],
    }
    assert "by: Ann; published 2020-01; graded B, usually reliable" in shown
    assert "by: dan; published 2020-04; reliability not graded" in shown
    assert "bears most: p4 2 ties (1 alone), p7 1 tie (1 alone), p1 1 tie" in shown


def test_a_paragraph_beside_another_of_the_same_item_bears_the_tie_not_alone() -> None:
    answer, _ = asked([tie("attack", "note p1+p2")])
    assert cells(answer, "paragraph", "ties", "alone") == {"note:p1": ["1", "0"], "note:p2": ["1", "0"]}
    assert cells(answer, "document", "alone")["note"] == ["1"]


def test_a_voice_has_its_stances_what_it_alone_asserts_and_its_stake() -> None:
    answer, shown = asked(ROWS)
    voices = cells(answer, "voice", "statements", "alone", "stances", "only-voice", "party", "stake")
    assert voices["ann"] == ["3", "1", "supports 3", "1", "not derived", "not derived"]
    assert voices["press"] == ["1", "0", "supports 1", "1", "not derived", "not derived"]
    # What State opposes is Red, an end of the two ties it speaks of.
    assert voices["state"] == ["2", "0", "supports 1, disputes 1", "1", "0", "2"]
    assert voices["blue"] == ["1", "0", "disputes 1", "0", "1", "0"]
    assert "stake: in 2 ties, by ties of its own with an end" in shown
    assert "stake: a party to 1 tie" in shown


def test_the_page_says_that_its_figures_are_no_verdict() -> None:
    for drawn in (False, True):
        _, shown = asked(ROWS, drawn=drawn)
        assert "not who is right" in shown and "who is silent denies nothing" in shown
        assert "%" not in shown


def test_traits_and_events_are_borne_too_and_not_asked_where_ties_are_chosen() -> None:
    goal = {"trait": "goal", "is": "a port", "evidence": "note p3", "as-of": "2018"}
    world = {
        **WORLD,
        "actors": {**WORLD["actors"], "red": {"name": "Red", "traits": [goal]}},
        "events": {"raid": {"name": "Raid", "who": {"target": "blue"}, "evidence": "note p3"}},
    }
    answer, _ = asked(ROWS, world)
    assert cells(answer, "paragraph", "statements", "traits", "events")["note:p3"] == ["0", "1", "1"]
    answer, shown = asked(ROWS, world, type="attack")
    assert cells(answer, "document", "ties", "traits", "events")["note"] == ["0", "0", "0"]
    assert "Traits and events are not counted: the lens asks for some ties only." in shown


def test_on_a_day_only_what_may_hold_then_is_counted() -> None:
    answer, shown = asked(ROWS, on="2019-06")
    assert (answer.ties, answer.others) == (1, 4)
    assert "Counted are the 1 of 5 ties" in shown


# -- who repeats whom


def test_a_chain_is_told_from_its_root_and_what_stands_alone_apart() -> None:
    _, shown = asked(ROWS, drawn=True)
    assert "4 documents from 2 roots" in shown
    assert (
        "[W] wire, Ann, 2020-01: 5 statements on 4 ties, 2 on it alone; 4 ties rest on this chain alone."
        in shown
    )
    assert "<- [P] paper, Bob, 2020-02, from [W]: 3 statements on 2 ties, 1 on it alone." in shown
    assert "<- [R] report, Cleo, 2020-03, from [P]: 1 statement on 1 tie." in shown
    assert (
        shown.index("[W] wire")
        < shown.index("<- [P]")
        < shown.index("<- [R]")
        < shown.index("STANDING ALONE")
    )
    assert "STANDING ALONE [N] note, dan, 2020-04: 1 statement on 1 tie." in shown


def test_a_tie_that_several_documents_of_one_root_support_is_an_echo() -> None:
    answer, shown = asked(ROWS)
    assert cells(answer, "tie", "derives-from", "roots", "supports") == {
        "red.attack.blue": ["wire paper report", "wire", "1"]
    }
    assert "Red attacked Blue, undisputed [W], [P] and [R] go back to [W]: 1 independent support" in shown


def test_documents_that_quote_one_voice_are_an_echo_and_independent_ones_are_none() -> None:
    quoting = [said("state", "supports", "p1", one) for one in ("wire", "note")]
    answer, shown = asked([tie("attack", quoting), tie("enmity", ["wire", "note"])])
    assert [one.seen.relation.id for one in answer.echoes] == ["red.attack.blue"]
    assert "[W] and [N] have a voice in common: 1 independent support" in shown


def test_a_document_of_several_roots_stands_below_the_first_and_is_named_below_the_other() -> None:
    sources = {
        **WORLD["sources"],
        "sum": {"author": "ann", "published": "2021", "label": "S", "derives-from": ["wire", "note"]},
    }
    answer, shown = asked(ROWS, {**WORLD, "sources": sources}, drawn=True)
    assert (
        "[N] note, dan, 2020-04: 1 statement on 1 tie. <- [S] sum, Ann, 2021, from [W] and [N]: no " in shown
    )
    assert shown.count("<- [S] stands above, from [W] and [N].") == 1
    assert cells(answer, "document", "roots")["sum"] == ["note wire"]


def test_documents_in_a_circle_are_told_and_end() -> None:
    circle = {
        "a": {"author": "ann", "published": "2020", "derives-from": ["c"]},
        "b": {"author": "ann", "published": "2020", "derives-from": ["a"]},
        "c": {"author": "ann", "published": "2020", "derives-from": ["b"]},
        "below": {"author": "bob", "published": "2020", "derives-from": ["c"]},
        "itself": {"author": "bob", "published": "2020", "derives-from": ["itself"]},
    }
    answer, shown = asked([tie("attack", ["a", "below"])], {**WORLD, "sources": circle}, drawn=True)
    assert "2 chains go in circles: no document of a circle came first" in shown
    assert "in a circle where none came first" in shown
    assert [link.source for link in answer.chains] == ["a", "b", "c", "a", "below", "itself", "itself"]


def test_what_the_lens_leaves_out_of_a_chain_is_told_by_its_label_alone() -> None:
    _, shown = asked(ROWS, drawn=True, source="report")
    assert "[W] is left out by the lens. <- [P] is left out by the lens. <- [R] report, Cleo" in shown
    assert "2020-01" not in shown and "Ann" not in shown
    _, shown = asked(ROWS, drawn=True, known_by="2020-02")
    assert "[P] paper" in shown and "[R]" not in shown and "2020-03" not in shown


def test_through_a_voice_only_the_documents_that_bear_its_words_are_told() -> None:
    answer, shown = asked(ROWS, says="press")
    assert [one.source.id for one in answer.documents] == ["paper"]
    assert "3 documents left out by the lens." in shown and "2020-01" not in shown


def test_an_empty_record_is_no_fault() -> None:
    _, shown = asked([], {**WORLD, "sources": {}})
    assert "No document is declared." in shown
    asked([], {**WORLD, "sources": {}}, drawn=True)


# -- laws


@st.composite
def looks(draw: st.DrawFn) -> MemoryView:
    files = draw(data_sets(most=4))
    dataset = read(files).dataset
    return MemoryView(
        dataset, read_lens(draw(lenses(files, "known-by", "says", "source", "without")), dataset)
    )


@settings(max_examples=60)
@given(looks())
def test_what_rests_on_one_alone_is_what_hinges_finds_to_fall_without_it(view: MemoryView) -> None:
    answer = ask(view)
    fall = {loss.name: sum(change.falls for change in loss.changes) for loss in hinges.ask(view).losses}
    borne = {one.source.id: one.borne.alone for one in answer.documents}
    borne |= {f"{one.source.id}:{at}": b.alone for one in answer.documents for at, b in one.paragraphs}
    borne |= {one.id: b.alone for one, b in answer.speakers}
    assert {name: number for name, number in borne.items() if number} == {
        name: number for name, number in fall.items() if number
    }


@given(st.lists(st.lists(st.integers(0, 7), max_size=2), min_size=8, max_size=8))
def test_each_document_of_a_chain_is_told_in_full_once_and_roots_are_those_of_support(
    links: list[list[int]],
) -> None:
    world = {
        f"s{number}": {"author": "ann", "published": "2020", "derives-from": [f"s{one}" for one in above]}
        if above
        else {"author": "ann", "published": "2020"}
        for number, above in enumerate(links)
    }
    sources = worlds.loaded({**WORLD, "sources": world}, []).dataset.sources
    full = [link.source for link in chains(sources, list(sources)) if not link.again]
    assert len(full) == len({*full})
    in_chains = {
        f"s{one}" for number, above in enumerate(links) for one in (*above, *([number] if above else []))
    }
    assert {*full} == in_chains
    assert roots(sources, sources) == {name: roots_of(name, sources) for name in sources}


# -- the shipped data and the example


def test_the_shipped_record_has_one_document() -> None:
    answer = ask(worlds.shipped())
    assert cells(answer, "document", "ties", "alone") == {"mir-2021": [str(answer.ties)] * 2}
    assert not answer.chains and not answer.echoes


@pytest.mark.parametrize("words", [(), ("--map",)])
def test_the_example_has_a_chain_of_three_and_one_independent(actorgraph, words: tuple[str, ...]) -> None:
    assert not load(str(QUOTES)).problems
    done = actorgraph("sources", *words, "--data", str(QUOTES))
    assert done.returncode == 0
    shown = " ".join(done.stdout.split())
    assert "4 documents from 2 roots" in shown
    assert "[W], [C] and [S] go back to [W]: 1 independent support" in shown
    assert "[W], [C] and [M] go back to [W] and [M]: 2 independent supports" in shown
