"""What two voices hold: who speaks alone, who against the other, and where neither answers the other."""

from typing import Any

from hypothesis import given, settings

from actorgraph.presenters import plain
from actorgraph.questions.diff_voices import Voices, ask
from actorgraph.questions.diff_voices_page import page
from actorgraph.view.memory import MemoryView
from generated import VOICES, data_sets, read
from worlds import loaded, shipped, view

WORLD: dict[str, Any] = {
    "actors": {name: {"name": name.title()} for name in ("red", "blue", "green")},
    "voices": {name: {"name": name.title(), "kind": "official"} for name in ("envoy", "clerk")},
    "sources": {"s": {"author": "ann", "published": "2020-06", "label": "S"}},
}


def tie(type_: str, *evidence: Any, to: str = "blue", **more: Any) -> dict[str, Any]:
    return {"from": "red", "type": type_, "to": to, "evidence": list(evidence), **more}


def compared(*ties: dict[str, Any]) -> tuple[Voices, MemoryView]:
    found = loaded(WORLD, list(ties))
    assert not found.problems, found.problems
    asked = view(found)
    return ask(asked, "envoy", "clerk"), asked


def kinds(answer: Voices) -> dict[str, str]:
    return {one.id: one.kind for one in answer.told}


def test_each_row_of_which_one_speaks_has_its_kind() -> None:
    answer, _ = compared(
        tie("collaboration", "s p1 envoy supports", "s p1 clerk disputes"),
        tie("support", "s p2 envoy supports"),
        tie("recruits-from", "s p3 clerk suggests"),
        tie("fighting", "s p4 envoy supports", "s p4 clerk suggests"),
        tie("enmity", "s p5 envoy supports", "s p6 clerk supports"),
        tie("distrust", "s p7 envoy supports", "s p7 clerk mentions"),
        tie("attack", "s p8"),
    )
    assert kinds(answer) == {
        "blue.collaboration.red": "against each other",
        "red.support.blue": "first only",
        "blue.recruitment-source.red": "second only",
        "blue.fighting.red": "both, not alike",
        "blue.enmity.red": "both",
        "red.distrust.blue": "aside",
    }
    assert answer.silent == 1


def test_events_are_compared_as_ties_are() -> None:
    events = {
        "raid": {"name": "The raid", "when": "2017-03", "evidence": "s p9 envoy supports"},
        "truce": {"name": "The truce", "evidence": ["s p10 envoy supports", "s p10 clerk disputes"]},
        "fire": {"name": "The fire", "evidence": "s p11"},
    }
    asked = view(loaded({**WORLD, "events": events}, []))
    answer = ask(asked, "envoy", "clerk")
    assert kinds(answer) == {"raid": "first only", "truce": "against each other"}
    assert answer.silent == 1
    lines = plain.present(page(answer, asked)).splitlines()
    assert next(line.split() for line in lines if "The raid" in line) == [
        "The",
        "raid",
        "in",
        "2017-03",
        "p9",
    ]


def test_who_asserts_friendship_and_who_asserts_enmity_are_set_against_each_other() -> None:
    answer, asked = compared(
        tie("alliance", "s p1 envoy supports"), tie("enmity", "s p2 clerk supports"),
    )  # fmt: skip
    (pair,) = answer.pairs
    assert pair.kind == "opposite signs"
    text = plain.present(page(answer, asked))
    assert text.index("OF OPPOSITE SIGN") < text.index("Envoy: alliance") < text.index("Clerk: enmity")


def test_signs_that_share_no_day_are_no_contradiction() -> None:
    answer, _ = compared(
        tie("alliance", "s p1 envoy supports", when="2001/2003"),
        tie("enmity", "s p2 clerk supports", when="2010/2012"),
    )
    assert [pair.kind for pair in answer.pairs] == ["another proposition"]


def test_a_voice_on_one_proposition_has_not_spoken_on_another() -> None:
    answer, asked = compared(
        tie("collaboration", "s p1 envoy supports"), tie("alignment", "s p1 clerk doubts"),
    )  # fmt: skip
    assert [pair.kind for pair in answer.pairs] == ["another proposition"]
    assert "ON THE SAME TWO, ANOTHER PROPOSITION" in plain.present(page(answer, asked))
    assert not {"against each other"} & set(kinds(answer).values())


def test_the_article_is_read_right() -> None:
    answer = ask(shipped(), "editor", "asfandyar-mir")
    against = [one.id for one in answer.told if one.kind == "against each other"]
    assert against == ["taliban.cooperation.united-states.against.is-k"]
    un = ask(shipped(), "united-nations", "former-afghan-government")
    assert {one.kind for one in un.told} == {"first only", "second only"}
    assert max(map(len, plain.present(page(answer, shipped())).splitlines())) <= 80


SWAPPED = {"first only": "second only", "second only": "first only"}


@given(data_sets())
@settings(max_examples=40)
def test_two_voices_the_other_way_round_are_the_same_differences(files: Any) -> None:
    asked = view(read(files))
    one, other, *_ = VOICES
    there, back = ask(asked, one, other), ask(asked, other, one)
    assert [(t.id, SWAPPED.get(t.kind, t.kind), t.second, t.first) for t in there.told] == [
        (t.id, t.kind, t.first, t.second) for t in back.told
    ]
    assert [(p.ends, p.kind, {t.id for t in p.first}) for p in there.pairs] == [
        (p.ends, p.kind, {t.id for t in p.second}) for p in back.pairs
    ]
    assert there.silent == back.silent


@given(data_sets())
@settings(max_examples=40)
def test_a_voice_differs_in_nothing_from_itself(files: Any) -> None:
    asked = view(read(files))
    for voice in VOICES:
        answer = ask(asked, voice, voice)
        assert not answer.differs
        assert not any(pair.kind == "another proposition" for pair in answer.pairs)
