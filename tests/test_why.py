"""On whose word: a record of red, blue and green in two sources, its answers worked out by hand."""

import re
from typing import Any

import pytest

import worlds
from actorgraph.errors import Fault
from actorgraph.presenters import csv, json, plain
from actorgraph.questions.why import Grounds, ask
from actorgraph.questions.why_page import page

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


def asked(rows: list[dict[str, Any]], *actors: str, **lens: Any) -> tuple[Grounds, str]:
    """The answer and its page in a pipe, with its line breaks and indents taken out."""
    found = worlds.loaded(WORLD, rows)
    assert not found.problems, found.problems
    view = worlds.view(found, {key.replace("_", "-"): value for key, value in lens.items()})
    answer = ask(view, *actors)
    return answer, " ".join(plain.present(page(answer, view)).split())


def tie(type_: str, evidence: Any, from_: str = "red", to: str = "blue", **more: Any) -> dict[str, Any]:
    return {"from": from_, "type": type_, "to": to, "evidence": evidence, **more}


def test_each_voice_has_its_letter_its_chain_and_its_stake() -> None:
    rows = [
        tie("collaboration", ["one p2 state supports", "one p3 blue disputes", "one p4 press doubts"]),
        tie("military-campaign", "two p9", "state", "red", when="2015/2018"),
    ]
    answer, shown = asked(rows, "Red", "Blue")
    assert answer.state is not None
    assert answer.state.text == "unsettled"
    assert "contested: asserted by State; denied by Blue; doubted by the press" in shown
    assert "a asserted by State -> Ann -> [A] p2 stake" in shown
    assert "stake wages a military campaign against Red, from 2015 to 2018 [B p9]" in shown
    assert "b denied by Blue -> Ann -> [A] p3 stake a party to it" in shown
    assert "c doubted by the press -> Ann -> [A] p4 stake cannot be derived: an unnamed voice" in shown


def test_a_relay_stands_in_the_chain_between_voice_and_author() -> None:
    item = {"source": "one", "at": "p2", "says": "envoy", "via": ["state", "press"]}
    _, shown = asked([tie("cooperation", item)], "red", "blue")
    assert "asserted by the envoy -> the press -> State -> Ann -> [A] p2" in shown


@pytest.mark.parametrize(
    ("evidence", "standing", "why"),
    [
        (["one p1"], "undisputed", "undisputed in [A]: asserted by its author, contradicted by none"),
        (["one p1", "two p1"], "corroborated", "2 independent groups of support, each with a named voice"),
        (["one p1 envoy supports"], "attributed", "asserted by the envoy, a named voice and no party to it"),
        (["one p1 red supports"], "claimed", "asserted by Red (a party to it) only"),
        (["one p1 press supports"], "claimed", "asserted by the press (unnamed) only"),
        (["one p1 envoy frames"], "claimed", "a framing by the envoy; asserted by nobody"),
        (["one p1 envoy suggests"], "suggested", "held possible by the envoy; asserted by nobody"),
        (["one p1 envoy doubts"], "doubted", "doubted by the envoy; asserted by nobody"),
        (["one p1 envoy mentions"], "open", "asked by the envoy; asserted by nobody"),
        (["one p1 envoy disputes"], "denied", "denied by the envoy, asserted by nobody: assessed none"),
        (["one p1 red disputes"], "denied", "denied by Red, unnamed or a party to it"),
    ],
)
def test_the_standing_is_told_with_its_rule(evidence: list[str], standing: str, why: str) -> None:
    answer, shown = asked([tie("cooperation", evidence)], "red", "blue")
    assert answer.ties[0].seen.standing == standing
    assert why in shown


def test_support_counts_voices_sources_and_groups() -> None:
    _, shown = asked([tie("cooperation", ["one p1", "one p2 envoy supports", "two p1"])], "red", "blue")
    assert "support 3 voices, 2 sources, 2 independent groups" in shown


def test_firm_ties_stand_before_contested_ones_and_plans() -> None:
    rows = [
        tie("attack", "one p1", modality="expected"),
        tie("alliance", ["one p2", "one p2 envoy doubts"]),
        tie("recruits-from", "one p3"),
        tie("enmity", "one p4"),
    ]
    answer, _ = asked(rows, "red", "blue")
    types = [numbered.seen.relation.type for numbered in answer.ties]
    assert types == ["enmity", "recruitment-source", "alliance", "attack"]


def test_a_pair_made_hostile_by_an_aim_alone_is_told_so() -> None:
    aim = tie("seeks-to-punish", "one p1")
    answer, shown = asked([aim], "Red", "Blue")
    assert answer.state is not None
    assert answer.state.name == "hostile"  # a firm tie of that sign, and so balance counts it
    told = "State of the pair: hostile by an aim alone, which is held; what it aims at is not (yet) a fact."
    assert told in shown
    _, shown = asked([aim, tie("attack", "one p2")], "Red", "Blue")
    assert "State of the pair: hostile. 2 ties of the two:" in shown


def test_hedge_likelihood_confidence_and_credibility_each_have_their_line() -> None:
    item = {
        "source": "one", "at": "p1", "says": "envoy", "hedge": "it seems", "likelihood": "likely",
        "confidence": "high", "credibility": "2", "gist": "as friends do", "quote": "They are friends.",
        "said": "2019",
    }  # fmt: skip
    _, shown = asked([tie("cooperation", item)], "red", "blue")
    for said in (
        "gist as friends do",
        'words "They are friends."',
        'hedge "it seems"',
        "likely likelihood in its own words: likely",
        "sure confidence it states in its own judgement: high",
        "graded credibility 2, by the coder",
        "said 2019",
    ):
        assert said in shown


def test_a_voice_that_changed_its_word_is_shown_with_both() -> None:
    early = {"source": "two", "at": "p1", "says": "envoy", "said": "2018"}
    late = {"source": "two", "at": "p2", "says": "envoy", "said": "2021", "stance": "disputes"}
    answer, shown = asked([tie("cooperation", [early, late])], "red", "blue")
    assert answer.ties[0].seen.standing == "denied"
    assert "asserted by the envoy -> Bob -> [B] p1 said 2018 earlier overtaken" in shown


def test_a_voice_in_two_minds_is_told() -> None:
    _, shown = asked([tie("cooperation", ["one p1 envoy supports", "one p2 envoy doubts"])], "red", "blue")
    assert "in two minds: the envoy" in shown


def test_ties_of_parts_stand_apart_and_set_nothing() -> None:
    rows = [PART, tie("attack", "one p7", "wing", "blue"), tie("cooperation", "one p8")]
    answer, shown = asked(rows, "Red", "Blue")
    assert answer.state is not None
    assert answer.state.text == "cooperative"
    assert [(one.number, one.part) for one in answer.ties] == [(1, False), (2, True)]
    assert shown.index("THROUGH PARTS") < shown.index("Wing attacked Blue")


def test_what_is_said_of_the_whole_is_no_evidence_for_its_part() -> None:
    rows = [PART, tie("attack", "one p7", "wing", "blue"), tie("enmity", "one p7 envoy supports")]
    answer, shown = asked(rows, "Wing", "Blue")
    assert [numbered.seen.relation.type for numbered in answer.ties] == ["attack"]
    near = shown[shown.index("NOT EVIDENCE FOR THIS PAIR") :]
    assert "Blue and Red are enemies asserted by the envoy A p7" in near


def test_each_paragraph_tells_what_falls_without_it() -> None:
    rows = [
        tie("enmity", ["one p1", "two p2"]),
        tie("attack", "one p3", when="2016"),
        tie(
            "military-campaign",
            [{"source": "one", "at": "p3"}, {"source": "two", "at": "p4", "when": "2017"}],
        ),
    ]
    answer, shown = asked(rows, "red", "blue")
    told = {fall.place: fall for fall in answer.falls}
    assert [(c.number, c.falls, c.standing) for c in told["one:p1"].changes] == [(1, False, "undisputed")]
    assert [(c.number, c.falls, c.standing) for c in told["one:p3"].changes] == [
        (2, True, ""),
        (3, False, "undisputed"),
    ]
    assert "without A p1 tie 1 becomes undisputed; the pair stays hostile." in shown
    assert "tie 2 falls; tie 3 becomes undisputed; the pair stays hostile" in shown
    assert "tie 3 becomes undisputed and becomes undated" in shown


def test_what_falls_is_what_the_lens_without_that_paragraph_leaves() -> None:
    rows = [
        PART,
        tie("collaboration", ["one p2 wing supports", "one p3 envoy doubts"]),
        tie("attack", ["one p3", "two p4"], when="2016"),
        tie("enmity", "two p4"),
    ]
    answer, _ = asked(rows, "red", "blue")
    before = {one.number: one.seen for one in answer.ties}
    for fall in answer.falls:
        after, _ = asked(rows, "red", "blue", without=fall.place)
        left = {one.seen.relation.id: one.seen.standing for one in after.ties}
        said = {change.relation: change for change in fall.changes}
        for seen in before.values():
            change = said.get(seen.relation.id)
            if seen.relation.id not in left:
                assert change is not None and change.falls, fall.place
            else:
                stands = (change.standing if change else "") or seen.standing
                assert left[seen.relation.id] == stands, fall.place


def test_a_party_that_is_no_part_without_a_paragraph_changes_the_standing() -> None:
    answer, shown = asked([PART, tie("cooperation", "two p2 wing supports")], "red", "blue")
    assert answer.ties[0].seen.standing == "claimed"
    assert "tie 1 becomes attributed; the pair becomes cooperative; Wing is then no part of Red." in shown


def test_a_pair_without_a_tie_is_told_which_kind_of_nothing() -> None:
    rows = [tie("attack", "one p1", "red", "green"), tie("attack", "one p1", "blue", "green")]
    answer, shown = asked(rows, "red", "blue")
    assert answer.state is not None
    assert answer.state.text == "unknown"
    assert "no search that covers both is declared" in shown
    assert "paragraphs that speak of both" in shown
    assert "actorgraph show Red" in shown


def test_a_searched_pair_without_a_tie_is_not_coded() -> None:
    world = {**WORLD, "coverage": {"sources": ["one"], "actors": "all", "period": "2010/2022"}}
    view = worlds.view(worlds.loaded(world, [tie("attack", "one p1", "red", "green")]))
    answer = ask(view, "red", "blue")
    shown = " ".join(plain.present(page(answer, view)).split())
    assert "not coded; a search of one for 2010/2022 found no tie of the two" in shown


def test_what_the_lens_hides_is_counted_and_the_way_back_named() -> None:
    rows = [tie("attack", "one p1"), tie("enmity", "one p2")]
    answer, shown = asked(rows, "red", "blue", says="envoy")
    assert (answer.hidden, answer.state and answer.state.text) == (2, "hidden")
    assert "2 ties (as said by the envoy)" in shown
    assert "without lens actorgraph why Red Blue" in shown


def test_a_stake_that_only_hidden_evidence_bears_is_not_printed() -> None:
    rows = [tie("collaboration", "one p2 state supports"), tie("attack", "one p9", "state", "red")]
    _, shown = asked(rows, "red", "blue", says="state")
    assert "p9" not in shown
    assert "has ties of its own, which this lens leaves out" in shown


def test_a_day_is_answered_for_each_tie_and_sorts_them() -> None:
    rows = [tie("attack", "one p1", when="2012"), tie("enmity", "one p2", when="2015/2018")]
    answer, shown = asked(rows, "red", "blue", on="2016")
    assert [one.seen.answer for one in answer.ties] == ["certainly", "no"]
    assert "asked on 2016: certainly" in shown
    assert "Asked on 2016: 1 certainly, 1 no." in shown


def test_rolled_up_a_part_is_asked_as_its_whole() -> None:
    rows = [PART, tie("attack", "one p7", "wing", "blue")]
    answer, shown = asked(rows, "Wing", "Blue", roll_up=[])
    assert [actor.id for actor in answer.actors] == ["red", "blue"]
    assert "1 Wing attacked Blue" in shown.replace(" - ", " ")


def test_two_names_of_one_actor_make_no_pair() -> None:
    with pytest.raises(Fault, match="are one actor, Red"):
        asked([tie("attack", "one p1")], "red", "Red")


def test_a_tie_without_evidence_is_told_as_such() -> None:
    found = worlds.loaded(WORLD, [{"from": "red", "type": "attack", "to": "blue"}])
    view = worlds.view(found)
    answer = ask(view, "red", "blue")
    assert len(answer.rows()) == 1
    assert "no item of evidence is coded" in plain.present(page(answer, view))


def test_where_a_tie_is_coded_is_told_in_words() -> None:
    _, shown = asked([tie("attack", "one p1", coding="judgement")], "red", "blue")
    assert re.search(r"coded in relations\.yaml, line \d+, read by judgement", shown)


def test_rows_are_an_item_each_and_fit_their_columns() -> None:
    answer, _ = asked(
        [tie("collaboration", ["one p2+p3 state supports", "two p3 blue disputes"])], "red", "blue"
    )
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]
    assert [(row["says"], row["stance"], row["at"], row["party"]) for row in rows] == [
        ("state", "supports", "p2+p3", "no"),
        ("blue", "disputes", "p3", "yes"),
    ]
    assert csv.present(answer.columns, answer.rows()).count("\n") == 3
    assert '"state": "unsettled"' in json.present("why", answer.plain(), 0, 0)


@pytest.mark.parametrize("cells", [60, 80, 120])
def test_no_line_is_wider_than_asked(cells: int) -> None:
    rows = [
        PART,
        tie(
            "collaboration", ["one p2 state supports", "two p3 blue disputes"], scope="attacks in the cities"
        ),
        tie("support", "one p8", means=["arms", "funds"], against=["green"], place=["the far north"]),
    ]
    view = worlds.view(worlds.loaded(WORLD, rows))
    for actors in (("red", "blue"), ("red",), ("green", "state")):
        answer = ask(view, *actors)
        assert max(map(len, plain.present(page(answer, view), cells).splitlines())) <= cells


def test_a_source_without_a_named_author_speaks_in_its_own_voice_all_the_same() -> None:
    world = {**WORLD, "sources": {"one": {"author": "press", "label": "A"}}}
    found = worlds.loaded(world, [{"from": "red", "type": "enmity", "to": "blue", "evidence": "one p1"}])
    view = worlds.view(found)
    text = plain.present(page(ask(view, "red", "blue"), view), 80)
    assert "undisputed in [A]: asserted by its author, contradicted by none" in text
