"""Two actors side by side: a small world with third parties of every kind, answered by hand."""

from typing import Any

import pytest

from actorgraph.errors import Fault
from actorgraph.presenters import plain
from actorgraph.questions import compare, compare_many_page, compare_page
from actorgraph.questions.third import thirds
from worlds import loaded, shipped, view

WORLD: dict[str, Any] = {
    "actors": {
        "a": None, "b": None, "foe-of-both": None, "friend-of-a": None, "later": None, "hoped": None,
        "accused": None, "linked": None, "part": None, "villagers": {"kind": "community"},
        "chief": {"kind": "person"}, "alone": None,
    },
    "sources": {"s": {"author": "Ann Author", "published": "2020-06"}},
    "voices": {"press": {"name": "press", "kind": "unnamed"}},
}  # fmt: skip


def tie(from_: str, type_: str, to: str, at: str, **more: Any) -> dict[str, Any]:
    item = {"source": "s", "at": at, **more.pop("item", {})}
    return {"from": from_, "type": type_, "to": to, "evidence": [item], **more}


TIES = [
    tie("a", "enmity", "b", "p1", **{"as-of": "2020-06"}),
    tie("a", "enmity", "foe-of-both", "p2", when="2015/2019"),
    tie("b", "enmity", "foe-of-both", "p3", when="2018/2020"),
    tie("a", "cooperation", "friend-of-a", "p4", **{"as-of": "2020"}),
    tie("b", "enmity", "friend-of-a", "p5", **{"as-of": "2020"}),
    tie("a", "cooperation", "later", "p6", when="2010/2011"),
    tie("b", "enmity", "later", "p7", when="2015/2016"),
    tie("a", "cooperation", "hoped", "p8", **{"as-of": "2020"}),
    tie("b", "cooperation", "hoped", "p9", modality="intended", **{"as-of": "2020"}),
    tie("a", "cooperation", "accused", "p10", **{"as-of": "2020"}),
    tie("b", "cooperation", "accused", "p11", item={"says": "press"}, **{"as-of": "2020"}),
    tie("a", "cooperation", "linked", "p12", **{"as-of": "2020"}),
    tie("b", "recruits-from", "linked", "p13", **{"as-of": "2020"}),
    tie("part", "part-of", "a", "p14", **{"as-of": "2020"}),
    tie("b", "enmity", "part", "p15", **{"as-of": "2020"}),
    tie("a", "enmity", "villagers", "p16"),
    tie("b", "enmity", "villagers", "p17"),
    tie("chief", "leads", "a", "p18"),
    tie("chief", "leads", "b", "p19"),
    tie("a", "enmity", "alone", "p20"),
]


def world(**lens: str) -> Any:
    found = loaded(WORLD, TIES)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return view(found, {key.replace("_", "-"): value for key, value in lens.items()})


def test_each_third_party_stands_under_the_leg_that_is_missing() -> None:
    readings = {third.party: third.reading for third in compare.ask(world(), ["a", "b"]).thirds}
    assert readings == {
        "friend-of-a": "opposite",
        "foe-of-both": "same",
        "hoped": "open",
        "accused": "disputed",
        "later": "no date",
        "linked": "no sign",
    }


def test_parts_communities_and_persons_are_never_third_parties() -> None:
    parties = {third.party for third in thirds(world(), ["a", "b"])}
    assert parties.isdisjoint({"part", "villagers", "chief", "a", "b"})


def test_an_aim_stands_in_short_apart_from_plans() -> None:
    rows = [tie("a", "seeks-to-punish", "b", "p1"), tie("a", "attack", "b", "p2", modality="intended")]
    asked = view(loaded(WORLD, rows))
    shown = plain.present(compare_page.page(compare.ask(asked, ["a", "b"]), asked))
    assert "Held as an aim: aims to punish by a [p1]." in shown
    assert "Not (yet) a fact: attacks by a [p2]." in shown


def test_the_common_date_is_told_in_the_coarsest_words_that_fit() -> None:
    shared = {third.party: third.shared for third in compare.ask(world(), ["a", "b"]).thirds}
    assert shared["foe-of-both"] == "end of 2018 to start of 2019"
    assert shared["friend-of-a"] == "2020"
    assert shared["later"] == ""


def test_an_undated_tie_has_no_common_date_with_anything() -> None:
    ties = [tie("a", "enmity", "alone", "p1"), tie("b", "enmity", "alone", "p2", **{"as-of": "2020"})]
    (third,) = compare.ask(view(loaded(WORLD, ties)), ["a", "b"]).thirds
    assert third.reading == "no date"


def test_what_lifetimes_allow_is_no_date_of_a_tie() -> None:
    lived = {"actors": {**WORLD["actors"], "a": {"existed": "2010/2020"}, "alone": {"existed": "2010/2020"}}}
    ties = [tie("a", "enmity", "alone", "p1"), tie("b", "enmity", "alone", "p2", **{"as-of": "2015"})]
    (third,) = compare.ask(view(loaded({**WORLD, **lived}, ties)), ["a", "b"]).thirds
    assert third.reading == "no date"


def test_what_it_hangs_on_is_what_asking_without_the_paragraph_gives() -> None:
    asked = world()
    for hinge in compare.ask(asked, ["a", "b"]).hinges:
        again = compare.ask(world(without=hinge.place), ["a", "b"])
        now = {third.party: (third.reading, third.shared) for third in again.thirds}
        for party, _, after in hinge.thirds:
            assert now.get(party, ("", "")) == after
    moved = {hinge.place for hinge in compare.ask(asked, ["a", "b"]).hinges}
    assert {f"s:p{number}" for number in range(2, 14)} <= moved


@pytest.mark.parametrize(
    "pair", [("is-k", "taliban"), ("us-government", "taliban"), ("al-qaeda", "pakistan")]
)
def test_the_comparison_of_b_with_a_mirrors_that_of_a_with_b(pair: tuple[str, str]) -> None:
    there, back = (compare.ask(shipped(), list(order)) for order in (pair, pair[::-1]))
    assert [(t.party, t.reading, t.shared, t.legs) for t in there.thirds] == [
        (t.party, t.reading, t.shared, t.legs[::-1]) for t in back.thirds
    ]
    assert there.between[0].state == back.between[0].state
    assert {tie.seen.relation.id for tie in there.between[0].own} == {
        tie.seen.relation.id for tie in back.between[0].own
    }
    assert there.alone == back.alone[::-1]


def test_no_figure_of_likeness_is_made_of_few_third_parties() -> None:
    answer = compare.ask(world(), ["a", "b"])
    text = plain.present(compare_page.page(answer, world()), 80)
    assert "HOW ALIKE: no figure" in text
    assert "%" not in text


def test_three_actors_are_never_read_together() -> None:
    asked = world()
    answer = compare.ask(asked, ["a", "b", "alone"])
    text = plain.present(compare_many_page.page(answer, asked), 80)
    assert "common date" not in text.split("HOW ALIKE")[0]
    assert "not coded" in text
    assert max(map(len, text.splitlines())) <= 80


def test_one_actor_or_the_same_twice_is_refused_with_a_word() -> None:
    with pytest.raises(Fault, match="two to 8"):
        compare.ask(world(), ["a"])
    with pytest.raises(Fault, match="named twice"):
        compare.ask(world(), ["a", "A"])


def test_a_tie_inside_a_part_does_not_cross_between_whole_and_part() -> None:
    actors = {**WORLD["actors"], "squad": {"kind": "segment", "of": "part"}}
    ties = [
        tie("part", "part-of", "a", "p1", **{"as-of": "2020"}),
        tie("squad", "opposition", "part", "p2"),
        tie("squad", "opposition", "a", "p3"),
    ]
    (pair,) = compare.ask(view(loaded({**WORLD, "actors": actors}, ties)), ["a", "part"]).between
    assert [one.at for one in pair.parts] == ["p3"]
