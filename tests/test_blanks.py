"""Two actors of whom a question shows no tie: an undated tie and one that a lens hides are told in plain words."""

from typing import Any

import pytest

import worlds
from actorgraph.presenters import plain
from actorgraph.questions import compare, compare_page, path, path_page, show, show_page, why, why_page
from actorgraph.questions.steps import Terms

WORLD: dict[str, Any] = {
    "actors": {"red": {"name": "Red"}, "blue": {"name": "Blue"}, "green": {"name": "Green"}},
    "sources": {"one": {"author": "Ann", "published": "2020-05"}},
    "voices": {"press": {"name": "the press", "kind": "unnamed"}},
}
UNDATED = [
    {"from": "red", "type": "collaboration", "to": "blue", "evidence": "one p1 press supports"},
    {"from": "red", "type": "recruits-from", "to": "blue", "evidence": "one p2 press supports"},
]
SEEN = {"from": "red", "type": "enmity", "to": "blue", "as-of": "2020", "evidence": "one p3"}
QUESTIONS = ("why", "compare", "path")


def page(question: str, rows: list[dict[str, Any]], **lens: str) -> str:
    found = worlds.loaded(WORLD, rows)
    view = worlds.view(found, lens)
    if question == "why":
        made = why_page.page(why.ask(view, "red", "blue"), view)
    elif question == "compare":
        made = compare_page.page(compare.ask(view, ["red", "blue"]), view)
    else:
        made = path_page.page(path.ask(view, "red", "blue", Terms()), view)
    return " ".join(plain.present(made).split())


@pytest.mark.parametrize("question", QUESTIONS)
def test_undated_ties_are_told_with_that_the_year_cant_be(question: str) -> None:
    shown = page(question, UNDATED, on="2018")
    told = "2 ties of the two are coded, both without a date: whether they held in 2018 can't be told."
    assert told in shown
    assert "Blue and Red collaborate" in shown
    assert "ties of any day actorgraph why Red Blue" in shown
    assert "certainly not then" not in shown


@pytest.mark.parametrize("question", QUESTIONS)
def test_ties_dated_elsewhere_are_told_apart_from_undated_ones(question: str) -> None:
    shown = page(question, [*UNDATED, SEEN], on="2018-03-01")
    assert "3 ties of the two are coded, 2 without a date, 1 dated on other days only: whether" in shown
    assert "held on 2018-03-01 can't be told" in shown
    assert "can't be told" not in page(question, [*UNDATED, SEEN], on="2020")


def test_a_voice_that_says_nothing_of_the_two_is_told_with_how_many_others_do() -> None:
    other = {"from": "red", "type": "enmity", "to": "green", "evidence": "one p4 press supports"}
    shown = page("compare", [SEEN, other], says="press")
    assert "the press says nothing of the two in this record; 1 tie of the two is coded" in shown
    assert "without lens actorgraph compare Red Blue" in shown
    assert "says nothing of the two" not in page("compare", [SEEN, other])


def test_what_an_actor_says_as_a_voice_is_one_command_away() -> None:
    row = {"from": "red", "type": "enmity", "to": "blue", "evidence": "one p4 green supports"}
    view = worlds.view(worlds.loaded(WORLD, [row]))
    shown = plain.present(show_page.page(show.ask(view, "green"), view))
    assert "actorgraph list relations --says green" in shown
    assert "--says" not in plain.present(show_page.page(show.ask(view, "blue"), view))
