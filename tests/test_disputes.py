"""Who disagrees with whom: a small record in two sources, its disputes worked out by hand."""

import json as parser
from typing import Any

import pytest

import worlds
from actorgraph.errors import Fault
from actorgraph.lens import PLAIN
from actorgraph.loading import load
from actorgraph.presenters import csv, json, plain
from actorgraph.questions import why
from actorgraph.questions.disputes import Disputes, ask
from actorgraph.questions.disputes_page import page
from actorgraph.view.memory import MemoryView

WORLD: dict[str, Any] = {
    "actors": {
        "red": {"name": "Red"},
        "wing": {"name": "Wing"},
        "blue": {"name": "Blue"},
        "green": {"name": "Green"},
        "state": {"name": "State", "kind": "government"},
    },
    "voices": {
        "ann": {"name": "Ann", "kind": "author"},
        "bob": {"name": "Bob", "kind": "author"},
        "press": {"name": "the press", "kind": "unnamed"},
        "envoy": {"name": "the envoy", "kind": "official"},
    },
    "sources": {
        "one": {"author": "ann", "published": "2020-05", "label": "A"},
        "two": {"author": "bob", "published": "2022-03", "label": "B"},
    },
}
PART = {"from": "wing", "type": "part-of", "to": "red", "evidence": "one p5"}


def tie(type_: str, evidence: Any, from_: str = "red", to: str = "blue", **more: Any) -> dict[str, Any]:
    return {"from": from_, "type": type_, "to": to, "evidence": evidence, **more}


def said(says: str, stance: str, at: str = "p1", source: str = "one", **more: Any) -> dict[str, Any]:
    return {"source": source, "at": at, "says": says, "stance": stance, **more}


def asked(rows: list[dict[str, Any]], *actors: str, mixed: bool = False, **lens: Any) -> tuple[Disputes, str]:
    """The answer and its page in a pipe, its line breaks and indents taken out."""
    found = worlds.loaded(WORLD, rows)
    assert not found.problems, found.problems
    view = worlds.view(found, {key.replace("_", "-"): value for key, value in lens.items()})
    answer = ask(view, actors)
    shown = plain.present(page(answer, view, mixed=mixed), 80)
    assert max(map(len, shown.splitlines())) <= 80
    parser.loads(json.present("disputes", answer.plain(), 0, 0))
    assert csv.present(answer.columns, answer.rows())
    return answer, " ".join(shown.split())


def disputed(answer: Disputes) -> list[list[str]]:
    """The relations of each question."""
    return [[prop.seen.relation.id for prop in one.propositions] for one in answer.questions]


# -- propositions


def test_each_voice_stands_with_its_verb_and_its_stake() -> None:
    rows = [
        tie(
            "collaboration",
            [said("state", "supports", "p2", gist="as it says"), said("press", "withholds", "p3")],
        ),
        tie("military-campaign", "two p9", "state", "red", when="2015/2018"),
    ]
    _, shown = asked(rows)
    assert "Blue and Red collaborate asserted by State: as it says" in shown
    assert "stake: wages a military campaign against Red, from 2015 to 2018 [B p9]" in shown
    assert "not supported by the press" in shown
    assert "stake: cannot be derived: an unnamed voice" in shown
    assert "not to support is not to deny" in shown
    assert "standing: contested" in shown


def test_voices_are_never_tallied() -> None:
    items = [said("state", "supports"), said("envoy", "disputes", "p2"), said("press", "disputes", "p3")]
    _, shown = asked([tie("collaboration", items)])
    assert " against 1" not in shown
    assert "1 against" not in shown
    assert "%" not in shown


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({}, {}, "cannot be told: no voice gives one"),
        ({"as-of": "2015"}, {}, "cannot be told: the envoy gives none"),
        ({"as-of": "2015"}, {"as-of": "2015-03"}, "yes: both sides speak of 2015-03"),
        ({"when": "2015"}, {"when": "2018"}, "no: State and the envoy speak of days apart"),
        ({"as-of": "2015"}, {"as-of": "2018"}, "perhaps: their dates do not exclude it"),
    ],
)
def test_whether_they_speak_of_one_period(first: dict[str, str], second: dict[str, str], told: str) -> None:
    items = [said("state", "supports", **first), said("envoy", "disputes", "p2", **second)]
    answer, shown = asked([tie("collaboration", items)])
    period = answer.questions[0].propositions[0].period
    assert period is not None
    assert period.text == told
    assert f"same period: {told}" in shown


def test_one_voice_alone_is_not_asked_for_a_common_period() -> None:
    answer, shown = asked([tie("alignment", [said("envoy", "doubts")])])
    assert answer.questions[0].propositions[0].period is None
    assert "same period" not in shown
    assert "doubted by the envoy; asserted by nobody" in shown


def test_propositions_on_parts_stand_with_those_on_their_wholes() -> None:
    rows = [
        PART,
        tie("collaboration", [said("state", "supports"), said("envoy", "doubts")], "wing"),
        tie("alignment", [said("envoy", "doubts", "p2")]),
        tie("alignment", [said("envoy", "doubts", "p3")], "green"),
    ]
    answer, shown = asked(rows)
    assert disputed(answer) == [["blue.collaboration.wing", "blue.alignment.red"], ["blue.alignment.green"]]
    assert "or parts of them" in shown
    assert "a voice on one has not spoken on the others" in shown


def test_what_is_held_possible_stands_beside_what_is_disputed_of_the_same_sign_only() -> None:
    doubted = tie("alignment", [said("envoy", "doubts")])
    possible = tie("cooperation", [said("press", "suggests", "p2")])
    other = tie("attack", [said("press", "suggests", "p3")])
    assert disputed(asked([doubted, possible, other])[0]) == [["blue.alignment.red", "blue.cooperation.red"]]
    assert disputed(asked([possible, other])[0]) == []


def test_firm_ties_and_those_a_coder_sets_beside_it_are_told() -> None:
    rows = [
        tie(
            "collaboration", [said("state", "supports"), said("envoy", "doubts")], see="green.defection.blue"
        ),
        tie("enmity", "one p7"),
        tie("defection", ["one p8 press supports"], "green", "blue"),
        tie("seeks-to-topple", "one p9"),
    ]
    answer, shown = asked(rows)
    assert [row.relation.id for row in answer.questions[0].beside] == ["blue.enmity.red"]
    assert "beside it: hostile, undisputed: enmity [A p7]" in shown
    assert "read with it: Green has lost members to Blue: asserted by the press [A p8]" in shown


def test_a_condition_hardly_goes_with_one_of_the_other_sign_and_a_deed_does() -> None:
    enmity = tie("enmity", "one p7")
    for type_, hardly in (("alignment", ["blue.enmity.red"]), ("collaboration", [])):
        answer, shown = asked([tie(type_, [said("envoy", "doubts")]), enmity])
        assert [row.relation.id for row in answer.questions[0].propositions[0].hardly] == hardly
        assert ("hint from signs: hardly so beside enmity [A p7]" in shown) == bool(hardly)


def test_what_a_voice_said_before_is_told_as_earlier() -> None:
    items = [
        said("envoy", "supports", "p1", said="2018"),
        said("envoy", "disputes", "p2", said="2020-01"),
        said("state", "supports", "p3"),
    ]
    _, shown = asked([tie("collaboration", items)])
    assert "earlier asserted by the envoy" in shown


# -- degree


def test_ties_of_one_sign_and_other_degree_by_other_voices_are_no_conflict_of_sign() -> None:
    rows = [tie("cooperation", "one p1", extent="limited"), tie("alliance", [said("green", "frames", "p2")])]
    answer, shown = asked(rows)
    assert [[row.relation.type for row in one.rows] for one in answer.degrees] == [
        ["cooperation", "alliance"]
    ]
    assert "SAME SIGN, OTHER DEGREE" in shown
    assert "not a conflict of sign" in shown
    assert not answer.questions


@pytest.mark.parametrize(
    ("one", "other", "listed"),
    [
        (tie("alliance", "one p1"), tie("cooperation", "two p2"), True),
        (tie("alliance", "one p1"), tie("cooperation", "one p2"), False),  # one voice says both
        (tie("alliance", "one p1"), tie("endorsement", "two p2"), False),  # a word is of another kind
        (tie("cooperation", "one p1"), tie("cooperation", "two p2", id="again", extent="close"), True),
        (tie("cooperation", "one p1"), tie("cooperation", "two p2", id="again"), False),
        (tie("attack", "one p1"), tie("plot", "two p2"), False),  # two deeds
        (tie("fighting", "one p1"), tie("competition", "two p2"), True),
        (tie("sees-as-threat", "one p1"), tie("sees-as-enemy", "two p2"), True),
        (
            tie("sees-as-threat", "one p1"),
            tie("sees-as-enemy", "two p2", "blue", "red"),
            False,
        ),  # of either side
        (tie("alliance", "one p1", when="2001"), tie("cooperation", "two p2", when="2009"), False),
        (tie("alliance", "one p1"), tie("cooperation", "two p2", modality="expected"), False),
        (tie("alliance", "one p1"), tie("cooperation", "two p2", to="green"), False),
    ],
)
def test_what_differs_in_degree(one: dict[str, Any], other: dict[str, Any], listed: bool) -> None:
    assert bool(asked([one, other])[0].degrees) == listed


# -- unlike sign


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"when": "2015/2018"}, {"when": "2017/2020"}, "both attested end of 2017 to start of 2018"),
        (
            {"as-of": "2015", "gone-by": "2018"},
            {"when": "2018/"},
            "no day is attested for both; their limits leave 2018",
        ),
        ({}, {}, "whether at one time cannot be told: no dates part them"),
    ],
)
def test_conditions_of_unlike_sign_are_told_with_their_days(
    first: dict[str, str], second: dict[str, str], told: str
) -> None:
    answer, shown = asked([tie("alliance", "one p1", **first), tie("enmity", "two p2", **second)])
    (clash,) = answer.clashes
    assert clash.text.startswith(told)
    assert told in shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (tie("alliance", "one p1", when="2015"), tie("enmity", "two p2", when="2018")),  # days apart
        (tie("support", "one p1"), tie("attack", "two p2")),  # two deeds
        (tie("alliance", "one p1"), tie("attack", "two p2")),  # a deed beside a condition
        (tie("alliance", "one p1", against="green"), tie("enmity", "two p2")),  # only against somebody
        (tie("alliance", "one p1", modality="expected"), tie("enmity", "two p2")),
        (tie("shared-interest", "one p1"), tie("enmity", "two p2")),
    ],
)
def test_what_can_be_so_together_is_no_conflict(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not asked([one, other])[0].clashes


# -- dates, kinds, actors


def test_a_tie_whose_ends_are_stated_differently_is_listed_with_its_voices() -> None:
    items = [
        {"source": "one", "at": "p1", "when": "2015/2017"},
        {"source": "two", "at": "p2", "when": "2015/2019"},
    ]
    answer, shown = asked([tie("military-campaign", items)])
    assert [(one.seen.relation.type, one.ends) for one in answer.dates] == [("military-campaign", ("end",))]
    assert "its end is stated differently" in shown
    assert "2015 to 2017" in shown
    assert "2015 to 2019" in shown


def test_pairs_with_ties_of_different_kinds_are_named_and_listed_on_request() -> None:
    rows = [
        tie("support", "one p1"),
        tie("attack", "one p2"),
        tie("recruits-from", "one p3", "green", "blue"),
        PART,
        tie("attack", "one p4", "wing", "red"),
    ]
    answer, shown = asked(rows)
    assert [[row.relation.type for row in held] for held in answer.mixed] == [["support", "attack"]]
    assert "Not listed: 1 pair with ties of different kinds that can be so together: Red with Blue" in shown
    assert "DIFFERENT KINDS" not in shown
    assert "DIFFERENT KINDS" in asked(rows, mixed=True)[1]


def test_actors_narrow_what_is_asked() -> None:
    doubted = "one p1 envoy doubts"
    rows = [
        PART,
        tie("alignment", doubted),
        tie("alignment", doubted, "wing", "green"),
        tie("alignment", doubted, "blue", "green"),
    ]
    assert len(asked(rows)[0].questions) == 3
    assert disputed(asked(rows, "red")[0]) == [["blue.alignment.red"], ["green.alignment.wing"]]
    assert disputed(asked(rows, "wing")[0]) == [["green.alignment.wing"]]
    assert disputed(asked(rows, "Red", "Green")[0]) == [["green.alignment.wing"]]
    assert disputed(asked(rows, "red", "state")[0]) == []
    with pytest.raises(Fault, match="named twice"):
        asked(rows, "red", "Red")


def test_a_record_without_disputes_says_so() -> None:
    _, shown = asked([tie("attack", "one p1")])
    assert "No proposition is disputed" in shown


def test_ties_over_on_the_days_asked_are_counted_not_shown() -> None:
    items = [said("state", "supports", when="2015"), said("envoy", "doubts", "p2", when="2015")]
    answer, shown = asked([tie("collaboration", items)], on="2018")
    assert (answer.elsewhere, answer.questions) == (1, ())
    assert "1 tie that can't have been so on the days asked left out" in shown


# -- with the other answers


@pytest.mark.parametrize("folder", ["data", "examples/great-powers"])
def test_disputes_and_why_tell_the_same_of_each_voice(folder: str) -> None:
    dataset = load(f"{worlds.os.path.dirname(__file__)}/../{folder}").dataset
    answer = ask(MemoryView(dataset, PLAIN))
    for one in answer.questions:
        for prop in one.propositions:
            grounds = why.ask(MemoryView(dataset, PLAIN), *prop.seen.relation.ends)
            (tie_,) = [found for found in grounds.ties if found.seen.relation.id == prop.seen.relation.id]
            assert tie_.seen.standing == prop.seen.standing
            assert tie_.words == prop.words
    assert {row.standing for row in MemoryView(dataset, PLAIN).relations()} & {
        "contested",
        "doubted",
        "denied",
        "open",
    } == {
        prop.seen.standing
        for one in answer.questions
        for prop in one.propositions
        if prop.seen.standing != "suggested"
    }


def test_the_shipped_record_keeps_its_three_propositions_on_working_together_apart() -> None:
    (question, *_) = ask(worlds.shipped(), ["IS-K", "Taliban"]).questions
    assert [prop.seen.standing for prop in question.propositions] == [
        "contested",
        "doubted",
        "open",
        "suggested",
    ]
    assert {question.one, question.other} == {"is-k", "taliban"}
    assert [row.relation.id for row in question.read_with] == ["haqqani-network.defection.is-k"]


def test_the_great_powers_turned_and_were_not_two_things_at_once() -> None:
    dataset = load(f"{worlds.os.path.dirname(__file__)}/../examples/great-powers").dataset
    answer = ask(MemoryView(dataset, PLAIN))
    assert {one.open for one in answer.clashes} == {"1890", "1904", "1907"}
    assert not any(one.attested for one in answer.clashes)
