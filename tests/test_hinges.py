"""What an answer hangs on: a small record in two sources, its losses worked out by hand."""

import json as parser
from typing import Any

import pytest

import worlds
from actorgraph.errors import Fault
from actorgraph.presenters import csv, json, plain
from actorgraph.questions import compare, why
from actorgraph.questions.hinges import Hinges, ask
from actorgraph.questions.hinges_page import page
from test_disputes import PART, WORLD, said, tie

Change = tuple[str, str, str, str]


def asked(rows: list[dict[str, Any]], question: str = "", *actors: str, **lens: Any) -> tuple[Hinges, str]:
    """The answer and its page in a pipe, its line breaks and indents taken out."""
    found = worlds.loaded(WORLD, rows)
    assert not found.problems, found.problems
    view = worlds.view(found, {key.replace("_", "-"): value for key, value in lens.items()})
    answer = ask(view, question, actors)
    shown = plain.present(page(answer, view), 80)
    assert max(map(len, shown.splitlines())) <= 80
    parser.loads(json.present("hinges", answer.plain(), 0, 0))
    assert csv.present(answer.columns, answer.rows())
    return answer, " ".join(shown.split())


def of(answer: Hinges, name: str) -> list[Change]:
    """What changes without it."""
    return [
        (what, of_, before, after)
        for without, _, what, of_, before, after in answer.rows()
        if without == name
    ]


ROWS = [
    tie("enmity", ["one p1", "two p2"]),
    tie("alliance", [said("envoy", "supports", "p3"), said("press", "doubts", "p4")], "red", "green"),
    tie("attack", [{"source": "one", "at": "p5+p6"}], "blue", "green", when="2016"),
]


def test_a_claim_that_hangs_on_one_accuser_is_told_although_the_pair_reads_as_before() -> None:
    _, shown = asked([
        tie("alliance", [said("envoy", "supports", "p3"), said("press", "doubts", "p4")], "red", "green"),
    ])  # fmt: skip
    assert "the envoy 1 tie changes standing. Green with Red, alliance: doubted; with it contested." in shown


def test_each_paragraph_voice_and_source_is_dropped_in_turn() -> None:
    answer, shown = asked(ROWS)
    assert of(answer, "one:p1") == [
        ("standing", "blue.enmity.red", "corroborated", "undisputed"),
        ("voice", "blue.enmity.red", "ann", ""),
    ]
    assert of(answer, "one:p3") == [
        ("standing", "green.alliance.red", "contested", "doubted"),
        ("voice", "green.alliance.red", "envoy", ""),
    ]
    assert of(answer, "press") == [
        ("standing", "green.alliance.red", "contested", "attributed"),
        ("voice", "green.alliance.red", "press", ""),
        ("pair", "green red", "unsettled", "cooperative"),
    ]
    assert {*of(answer, "one")} >= {
        ("falls", "green.alliance.red", "contested", ""),
        ("pair", "green red", "unsettled", "hidden"),
        ("falls", "blue.attack.green", "undisputed", ""),
    }
    assert answer.idle == ("one:p5", "one:p6")  # either place holds it up
    assert "No tie rests on a single one of 6 paragraphs; 1 of 3 pairs reads otherwise without one." in shown
    assert "1 of 3 ties rests on a single one of 4 voices; 2 of 3 pairs read otherwise without one." in shown
    assert (
        "2 of 3 ties rest on a single one of 2 documents; 2 of 3 pairs read otherwise without one." in shown
    )
    assert "Nothing reads otherwise without A p5 or A p6." in shown
    assert "Green and Red: cooperative; with it unsettled." in shown


def test_the_only_document_is_told_in_a_line() -> None:
    answer, shown = asked([tie("attack", "one p1"), tie("enmity", "one p2", to="green")])
    assert "Both ties rest on [A], the only document; both pairs read otherwise without it." in shown
    assert "[A] the only document: without it nothing is left of the record." in shown
    assert [loss.name for loss in answer.losses] == ["one:p1", "one:p2", "ann", "one"]


def test_a_part_that_is_none_without_a_paragraph_takes_ties_with_it() -> None:
    rows = [PART, tie("attack", "one p7", "wing", "blue")]
    answer, shown = asked(rows, "why", "red", "blue")
    assert of(answer, "one:p5") == [
        ("falls", "wing.attack.blue", "undisputed", ""),
        ("part", "wing", "red", ""),
    ]
    assert "Wing is then no part of Red." in shown


def test_ties_can_come_in() -> None:
    part = {**PART, "evidence": ["one p5", "two p6 envoy doubts"]}
    answer, shown = asked([part, tie("attack", "one p7", "wing", "blue")], "why", "red", "blue")
    assert ("comes in", "wing.attack.blue", "", "undisputed") in of(answer, "envoy")
    assert "1 tie comes in: wing.attack.blue" in shown


def test_who_leads_a_part_is_a_party_no_more_without_the_word_that_it_is_one() -> None:
    rows = [
        PART,
        {"from": "green", "type": "leads", "to": "wing", "evidence": "one p6"},
        tie("cooperation", [said("green", "supports", "p8")]),
    ]
    answer, _ = asked(rows, "why", "red", "blue")
    changed = ("standing", "blue.cooperation.red", "claimed", "attributed")
    assert changed in of(answer, "one:p5")
    assert changed in of(answer, "one:p6")
    found = {
        fall.place: fall for fall in why.ask(worlds.view(worlds.loaded(WORLD, rows)), "red", "blue").falls
    }
    assert [change.standing for change in found["one:p5"].changes] == ["attributed"]


def test_a_stake_that_falls_may_corroborate() -> None:
    rows = [
        tie("attack", ["one p1", said("state", "supports", "p2", "two")]),
        tie("enmity", "one p3", "state", "red"),
    ]
    answer, _ = asked(rows)
    assert ("standing", "red.attack.blue", "undisputed", "corroborated") in of(answer, "one:p3")


def test_the_days_asked_are_answered_anew() -> None:
    rows = [tie("attack", [{"source": "one", "at": "p1", "when": "2016"}, {"source": "two", "at": "p2"}])]
    answer, shown = asked(rows, on="2016")
    assert ("answer", "red.attack.blue", "certainly", "not known") in of(answer, "one:p1")
    assert "1 tie changes the answer to the days asked" in shown


def test_the_page_of_an_actor_hangs_on_its_traits_and_events_too() -> None:
    world = {
        **WORLD,
        "events": {"raid": {"name": "Raid", "when": "2016", "who": {"target": "red"}, "evidence": "one p9"}},
    }
    world["actors"] = {
        **WORLD["actors"],
        "red": {
            "name": "Red",
            "traits": [{"trait": "goal", "is": "power", "evidence": ["one p8", "two p8"]}],
        },
    }
    view = worlds.view(worlds.loaded(world, [tie("attack", "one p1")]))
    answer = ask(view, "show", ["red"])
    assert of(answer, "one:p9") == [("event", "raid", "Raid", "")]
    assert of(answer, "two") == [("trait, voice", "aim", "bob", "")]
    shown = " ".join(plain.present(page(answer, view), 80).split())
    assert "1 event falls: Raid" in shown
    assert "trait, power: without Bob" in shown
    assert of(ask(view, "why", ["red"]), "one:p9") == []


def test_the_shortest_path_is_looked_for_again() -> None:
    rows = [
        tie("alliance", "one p1", "red", "blue"),
        tie("alliance", "two p2", "red", "green"),
        tie("alliance", "two p3", "green", "blue"),
    ]
    answer, shown = asked(rows, "path", "red", "blue")
    assert ("shortest path", "", "1: red blue", "2: red green blue") in of(answer, "one:p1")
    assert "shortest path: 2 steps, Red - Green - Blue; with it 1 step, Red - Blue" in shown


def test_a_word_that_is_no_question_is_answered_with_the_one_perhaps_meant() -> None:
    for words, told in (
        (("Red",), "Try: actorgraph hinges show Red"),
        (("Red", "Blue"), "Try: actorgraph hinges why Red Blue"),
        (("nobody",), "It is one of: show, compare, path, why."),
        (("show",), "show is asked of one actor"),
        (("why", "red", "blue", "green"), "why is asked of one or two actors"),
        (("compare", "red"), "compare is asked of 2 to 8 actors"),
        (("why", "red", "Red"), "named twice"),
        (("show", "nobody"), "nobody"),
    ):
        with pytest.raises(Fault, match=told):
            asked(ROWS, *words)


def test_no_tie_no_hinge() -> None:
    answer, shown = asked(ROWS, "why", "red", "state")
    assert (answer.losses, answer.idle) == ((), ())
    assert "No tie is coded." in shown


@pytest.mark.parametrize(
    ("a", "b"), [("is-k", "taliban"), ("us-government", "taliban"), ("is-k", "al-qaeda")]
)
def test_compare_and_hinges_tell_the_same(a: str, b: str) -> None:
    view = worlds.shipped()
    told = {hinge.place: hinge for hinge in compare.ask(view, [a, b]).hinges}
    losses = {loss.name: loss for loss in ask(view, "compare", [a, b]).losses if loss.kind == "paragraph"}
    assert {name for name, loss in losses.items() if loss.thirds or loss.pairs} == {*told}
    for name, hinge in told.items():
        assert losses[name].thirds == hinge.thirds
        assert [pair.after for pair in losses[name].pairs] == ([hinge.state] if hinge.state else [])


def test_the_whole_record_is_what_all_its_pages_together_hang_on() -> None:
    view = worlds.shipped()
    falls = {(row[0], row[3]) for row in ask(view).rows() if row[2] == "falls"}
    pages = [ask(view, "why", [actor]).rows() for actor in view.dataset.actors]
    assert falls == {(row[0], row[3]) for rows in pages for row in rows if row[2] == "falls"}


def test_the_record_is_told_in_bounds() -> None:
    rows = [tie("attack", f"one p{number}", id=f"r{number}") for number in range(1, 90)]
    _, shown = asked(rows)
    assert shown.count("1 tie falls.") == 12
    assert "Fewer or lighter changes: A p13" in shown
