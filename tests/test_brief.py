"""One screen of an actor: never longer, and never in other words than the long page."""

import re

import pytest

from actorgraph.presenters import plain
from actorgraph.questions import brief, show, show_page
from worlds import shipped

LENSES = (
    {},
    {"on": ["2018"]},
    {"says": ["united-nations"]},
    {"known-by": ["2017"]},
    {"standing": ["contested"]},
    {"on": ["2030"]},
    {"during": ["2016/2018"], "says": ["united-nations", "us-government", "asfandyar-mir"], "sign": ["-"]},
)


def pages(actor: str, **lens: list[str]) -> tuple[str, str]:
    view = shipped(lens)
    answer = show.ask(view, actor)
    return plain.present(brief.page(answer, view), 80), plain.present(show_page.page(answer, view), 80)


@pytest.mark.parametrize("lens", LENSES, ids=str)
def test_it_fits_a_terminal_of_24_lines_with_its_prompt(lens) -> None:
    view = shipped(lens)
    for actor in view.dataset.actors:
        text = plain.present(brief.page(show.ask(view, actor), view), 80)
        assert len(text.splitlines()) <= 23, actor
        assert max(map(len, text.splitlines())) <= 80, actor


@pytest.mark.parametrize("lens", LENSES, ids=str)
def test_each_place_it_names_stands_on_the_long_page_too(lens) -> None:
    view = shipped(lens)
    for actor in view.dataset.actors:
        answer = show.ask(view, actor)
        short = plain.present(brief.page(answer, view), 80)
        long = plain.present(show_page.page(answer, view), 80)
        places = {place for found in re.findall(r"\[([^\]]+)\]", short) for place in found.split()}
        assert places <= set(re.findall(r"[\w-]+", long)), actor


def test_it_uses_the_words_of_the_long_page() -> None:
    short, long = (" ".join(page.split()) for page in pages("is-k"))
    assert "Jihadi-Salafism" in short
    assert "Jihadi-Salafism" in long
    sentence = re.search(r"Contested: .*?\[p11\]", short)
    assert sentence
    assert sentence[0] in long


def test_what_is_cut_is_counted_and_coverage_is_never_cut() -> None:
    short, _ = pages("is-k")
    facts = [line for line in short.split("\n\n")[1].splitlines() if line[3].isalpha()]
    cut = re.search(r"(\d+) facts", short)
    assert cut
    assert int(cut[1]) + len(facts) == len(show.ask(shipped({}), "is-k").facts)
    assert re.search(r"At one end of \d+ of \d+ statements", short)


def test_what_only_a_party_claims_is_called_so() -> None:
    short, _ = pages("us-government")
    assert re.search(r"claimed only: .*Taliban", short)
