"""What stands around a pair: events of both, namesakes that are kept apart, and neither of them a tie."""

from typing import Any

import worlds
from actorgraph.presenters import plain
from actorgraph.questions.why import ask
from actorgraph.questions.why_page import page
from test_why import PART, WORLD, asked, tie

WIDER: dict[str, Any] = {
    **WORLD,
    "actors": {
        **WORLD["actors"],
        "home": {"name": "Freedonia", "kind": "state"},
        "rulers": {"name": "Freedonian government", "kind": "government"},
        "wing-men": {"name": "men of the Wing", "kind": "segment", "of": "wing"},
        "town": {"name": "townspeople", "kind": "community"},
    },
    "events": {
        "raid": {
            "name": "Raid", "when": "2018-03", "who": {"perpetrator": "wing-men", "victim": "town"},
            "evidence": "one p6",
        },
        "trial": {"name": "Trial", "who": {"subject": "blue"}, "evidence": "one p7"},
    },
}  # fmt: skip


def wider(rows: list[dict[str, Any]], *actors: str, **lens: Any) -> str:
    found = worlds.loaded(WIDER, rows)
    assert not found.problems, found.problems
    view = worlds.view(found, lens)
    return " ".join(plain.present(page(ask(view, *actors), view, "here"), 80).split())


def test_a_namesake_that_has_ties_is_named_and_kept_apart() -> None:
    rows = [tie("attack", "one p1", "red", "rulers"), tie("enmity", "one p2", "red", "rulers")]
    shown = wider(rows, "Red", "Freedonia")
    assert "State of the pair: unknown" in shown
    assert (
        "Kept apart: Freedonian government has 2 ties with Red. "
        'actorgraph why Red "Freedonian government" --data here' in shown
    )
    assert "Kept apart" not in wider(rows, "Blue", "Freedonia")
    assert "Kept apart" not in wider([*rows, tie("attack", "one p3", "red", "home")], "Red", "Freedonia")


def test_an_event_in_which_parts_of_both_have_a_role_is_told_and_is_no_tie() -> None:
    shown = wider([PART], "Red", "townspeople")
    assert "EVENTS in which both have a role; no tie is read from them" in shown
    assert "2018-03 Raid (men of the Wing: perpetrator and townspeople: victim)" in shown
    assert "EVENTS" not in wider([PART], "Red", "townspeople", on="2016")
    assert "EVENTS" not in wider([PART], "Red", "Blue")


def test_an_event_of_one_alone_in_a_paragraph_of_both_is_no_evidence_for_the_pair() -> None:
    shown = wider([tie("attack", "one p7", "red", "green")], "Red", "Blue")
    assert shown.index("NOT EVIDENCE FOR THIS PAIR") < shown.index("Trial (Blue: subject)")


def test_one_tie_more_is_told_in_the_singular() -> None:
    kinds = ("attack", "enmity", "plot", "fighting", "rivalry", "threat", "detains", "expelled", "endangers")
    rows = [tie(kind, "one p1", "red", "green") for kind in kinds]
    _, shown = asked([*rows, tie("attack", "one p1")], "red", "blue")
    assert "1 more tie stands there." in shown
