"""Paths between two actors: napkin worlds answered by hand, and laws held against networkx."""

from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import worlds
from actorgraph.errors import Fault
from actorgraph.presenters import csv, json, plain
from actorgraph.questions.path import MOST, Paths, ask
from actorgraph.questions.path_page import page
from actorgraph.questions.steps import Terms

WORLD: dict[str, Any] = {
    "actors": {
        "ayr": {"name": "Ayr", "kind": "state"},
        "bute": {"name": "Bute", "kind": "state"},
        "clan": {"name": "Clan"},
        "dene": {"name": "Dene"},
        "esk": {"name": "Esk"},
        "fort": {"name": "Fort"},
        "ayrish-government": {"name": "Ayr government", "kind": "government"},
        "ayr-guards": {"name": "Guards", "kind": "armed-forces"},
        "herders": {"name": "Herders", "kind": "community"},
        "chief": {"name": "the chief", "kind": "person"},
        "wing": {"name": "some of the Clan", "kind": "segment", "of": "clan"},
        "league": {"name": "League", "kind": "international-organisation"},
    },
    "voices": {
        "ann": {"name": "Ann", "kind": "author"},
        "press": {"name": "the press", "kind": "unnamed"},
        "envoy": {"name": "the envoy", "kind": "official"},
    },
    "sources": {"one": {"author": "ann", "published": "2022-05", "label": "A"}},
}
PART = {"from": "ayr-guards", "type": "part-of", "to": "ayr", "evidence": "one p9"}


def tie(
    from_: str, to: str, type_: str = "cooperation", evidence: Any = "one p1", **more: Any
) -> dict[str, Any]:
    return {"from": from_, "type": type_, "to": to, "evidence": evidence, **more}


def asked(
    rows: list[dict[str, Any]], a: str, b: str, terms: dict[str, Any] | None = None, **lens: Any
) -> tuple[Paths, str]:
    """The answer and its page at 120 cells, with its line breaks and indents taken out."""
    found = worlds.loaded(WORLD, rows)
    assert not [one for one in found.problems if one.severity == "error"], found.problems
    view = worlds.view(found, {key.replace("_", "-"): value for key, value in lens.items()})
    answer = ask(view, a, b, Terms(**(terms or {})))
    return answer, " ".join(plain.present(page(answer, view), 120).split())


def ways(answer: Paths) -> list[str]:
    """The actors of each path, `ayr clan bute`, in the page's order; those of parts left out."""
    return [" ".join(path.actors) for group in answer.groups for path in group.paths]


def left(answer: Paths) -> dict[str, list[str]]:
    return {name: [row.relation.type for row in rows] for name, rows in answer.left.rows.items()}


TWO = [tie("ayr", "clan", evidence="one p1"), tie("clan", "bute", "enmity", evidence="one p2")]


def test_a_step_shows_who_to_whom_its_words_its_date_and_its_place() -> None:
    rows = [
        tie(
            "ayr", "clan", "support", {"source": "one", "at": "p1", "gist": "gave it arms"}, when="2015/2018"
        ),
        tie("clan", "bute", "enmity", "one p2", **{"as-of": "2017"}),
    ]
    answer, shown = asked(rows, "Ayr", "Bute")
    assert ways(answer) == ["ayr clan bute"]
    assert (
        "2 STEPS when at A + Ayr > Clan gave it arms 2015 to 2018 p1 - Clan - Bute are enemies seen 2017 p2"
        in shown
    )
    assert "all steps together: seen 2017" in shown


def test_a_direct_tie_stands_with_the_paths_of_two_steps() -> None:
    answer, shown = asked([*TWO, tie("ayr", "bute", "attack", "one p3")], "ayr", "bute")
    assert ways(answer) == ["ayr bute", "ayr clan bute"]
    assert [group.steps for group in answer.groups] == [1, 2]
    assert "how Ayr and Bute stand to each other is said by A alone" in shown


def test_a_direct_tie_without_sign_says_nothing_of_how_the_two_stand() -> None:
    _, shown = asked([tie("ayr", "bute", "defection")], "ayr", "bute")
    assert "nothing here says how Ayr and Bute stand" in shown


def test_longer_paths_come_only_where_no_shorter_one_has_a_common_time() -> None:
    longer = [tie("ayr", "dene", when="2015/2016"), tie("dene", "esk", when="2015/2016")]
    longer.append(tie("esk", "bute", when="2015/2016"))
    answer, shown = asked([*TWO, *longer], "ayr", "bute")
    assert ways(answer) == ["ayr clan bute", "ayr dene esk bute"]
    assert "shown too, since no shorter path has a common time" in shown
    dated = [tie("ayr", "clan", when="2015/2016"), tie("clan", "bute", when="2015/2016")]
    assert ways(asked([*dated, *longer], "ayr", "bute")[0]) == ["ayr clan bute"]


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        ({"when": "2010/2015"}, {"when": "2013/2018"}, "throughout", "within 2013 to 2015"),
        ({"as-of": "2014"}, {"when": "2010/2018"}, "at some time", "seen 2014"),
        (
            {"when": "/2014"},
            {"when": "2010/2018"},
            "at some time",
            "at some time in 2014; possibly within 2010 to 2014",
        ),
        ({"as-of": "2014-03"}, {"as-of": "2014-03"}, "seen", "seen 2014-03"),
        ({"as-of": "2014-03"}, {"as-of": "2014"}, "seen", "seen 2014"),
        ({"when": "2010/"}, {"when": "/2018"}, "possibly", "possibly within 2010 to 2018"),
        ({"as-of": "2011"}, {"as-of": "2014"}, "cannot be told", "cannot be told, seen at different times"),
        ({"as-of": "2011"}, {}, "cannot be told", "cannot be told, one step is undated"),
        ({}, {}, "cannot be told", "cannot be told, 2 steps are undated"),
        ({"when": "2010/2011"}, {"when": "2014/2018"}, "never", "never, by their dates one was over"),
        ({"when": "2015?"}, {"when": "2010/2018"}, "at some time", "at some time in 2015 (uncertain)"),
        ({"when": "2010/.."}, {"when": "2012/.."}, "throughout", "from end of 2012 to start of 2022-05"),
    ],
)
def test_all_steps_together(one: dict[str, str], other: dict[str, str], kind: str, words: str) -> None:
    answer, shown = asked([tie("ayr", "clan", **one), tie("clan", "bute", **other)], "ayr", "bute")
    window = answer.groups[0].paths[0].window
    assert window is not None
    assert window.kind == kind
    assert f"all steps together: {words}" in shown


def test_an_undated_step_never_hides_that_two_others_were_apart() -> None:
    rows = [tie("ayr", "clan", when="2010/2011"), tie("clan", "dene"), tie("dene", "bute", when="2014/2018")]
    assert "never" in asked(rows, "ayr", "bute")[1]


def test_of_parallel_ties_the_one_that_shares_a_date_stands_in_the_path_and_the_others_beside() -> None:
    rows = [
        tie("ayr", "clan", "alliance", "one p1"),
        tie("ayr", "clan", "cooperation", "one p2", **{"as-of": "2016"}),
        tie("clan", "bute", "attack", "one p3", **{"as-of": "2012"}),
        tie("clan", "bute", "enmity", "one p4", **{"as-of": "2016"}),
    ]
    answer, shown = asked(rows, "ayr", "bute")
    assert [step.told.relation.type for step in answer.groups[0].paths[0].steps] == ["cooperation", "enmity"]
    aside = shown[shown.index("SAME STEP, OTHER WORDS") :]
    assert "+ alliance, undated [p1]" in aside
    assert "- attacks, seen 2012 [p3]" in aside


def test_a_step_with_both_signs_shows_both() -> None:
    rows = [tie("ayr", "clan", "attack", "one p8"), *TWO]
    _, shown = asked(rows, "ayr", "bute")
    path = shown[shown.index("2 STEPS") : shown.index("all steps")]
    assert "- Ayr > Clan" in path
    assert "+ Ayr + Clan" in path


@pytest.mark.parametrize(
    ("row", "class_"),
    [
        (tie("ayr", "bute", "attack", ["one p1", "one p2 envoy doubts"]), "contested"),
        (tie("ayr", "bute", "attack", "one p2 envoy suggests"), "contested"),
        (tie("ayr", "bute", "attack", "one p2 envoy disputes"), "contested"),
        (tie("ayr", "bute", "attack", "one p2 press supports"), "claimed"),
        (tie("ayr", "bute", "attack", "one p2 envoy frames"), "claimed"),
        (tie("ayr", "bute", "attack", modality="intended"), "open"),
        (tie("ayr", "bute", "attack", modality="expected"), "open"),
        (tie("ayr", "bute", "ideological-difference"), "no dealings"),
        (tie("wing", "bute", "attack"), "people"),
    ],
)
def test_what_is_no_firm_fact_is_no_step_and_is_left_out_with_its_class(
    row: dict[str, Any], class_: str
) -> None:
    answer, shown = asked([*TWO, row], "ayr", "bute")
    assert ways(answer) == ["ayr clan bute"]
    assert left(answer) == {class_: [row["type"]]}
    assert "LEFT OUT" in shown


def test_what_would_lead_on_by_somebody_else_is_told_with_its_other_step() -> None:
    rows = [
        *TWO,
        tie("ayr", "dene", "alliance", "one p3"),
        tie("dene", "bute", "attack", modality="intended"),
    ]
    _, shown = asked(rows, "ayr", "bute")
    assert "planned: Dene attacked Bute; the other step: Ayr + Dene (alliance) p1 p3" in shown


def test_what_leads_nowhere_is_not_listed() -> None:
    answer, shown = asked([*TWO, tie("ayr", "fort", "attack", modality="intended")], "ayr", "bute")
    assert not answer.left.rows
    assert "LEFT OUT" not in shown


def test_the_standing_asked_for_decides_what_a_step_is() -> None:
    row = tie("ayr", "bute", "attack", ["one p1", "one p2 envoy doubts"])
    answer, shown = asked([*TWO, row], "ayr", "bute", standing="contested")
    assert ways(answer) == ["ayr bute"]
    assert "? Ayr > Bute contested: attacked it" in shown


def test_people_and_parts_without_a_life_are_not_stepped_through_unless_asked() -> None:
    rows = [tie("ayr", "herders", "support"), tie("herders", "bute", "support")]
    rows += [tie("ayr", "chief", "support"), tie("chief", "bute", "support")]
    answer, _ = asked(rows, "ayr", "bute")
    assert ways(answer) == []
    assert left(answer) == {"people": ["support"] * 4}
    assert ways(asked(rows, "ayr", "bute", {"over": ("communities",)})[0]) == ["ayr herders bute"]
    assert ways(asked(rows, "ayr", "bute", {"over": ("the chief",)})[0]) == ["ayr chief bute"]
    assert len(ways(asked(rows, "ayr", "bute", {"over": ("all",)})[0])) == 2
    assert ways(asked(rows, "herders", "bute")[0])[0] == "herders bute"


def test_who_only_speaks_is_not_stepped_through() -> None:
    rows = [tie("league", "ayr", "denouncement"), tie("league", "bute", "endorsement")]
    answer, _ = asked(rows, "ayr", "bute")
    assert ways(answer) == []
    assert left(answer) == {"voices": ["denouncement", "endorsement"]}
    assert ways(asked(rows, "ayr", "bute", {"over": ("voices",)})[0]) == ["ayr league bute"]
    assert ways(asked([*rows, tie("league", "esk", "sanctions")], "ayr", "bute")[0]) == ["ayr league bute"]


def test_a_tie_against_somebody_ends_there_and_is_never_continued_beyond() -> None:
    aimed = tie("ayr", "clan", "support", "one p1", against=["bute"])
    answer, shown = asked([aimed, tie("clan", "bute", "enmity", "one p2")], "ayr", "bute")
    assert ways(answer) == ["ayr clan bute"]
    assert "no way round: Ayr > Clan is coded only as aimed against Bute" in shown
    beyond = [aimed, tie("clan", "bute", "enmity", "one p2"), tie("bute", "dene")]
    assert ways(asked(beyond, "ayr", "dene")[0]) == []
    round_ = [*beyond, tie("clan", "esk"), tie("esk", "fort"), tie("fort", "dene")]
    assert ways(asked(round_, "ayr", "dene")[0]) == ["ayr clan esk fort dene"]


def test_recruits_make_a_step_that_says_nothing_of_the_two_ends() -> None:
    rows = [
        tie("ayr", "clan"),
        tie("clan", "bute", "recruits-from", {"source": "one", "at": "p1", "gist": "drew men"}),
    ]
    _, shown = asked(rows, "ayr", "bute")
    assert "< Clan < Bute drew men" in shown
    assert "says nothing of Ayr and Bute: people or means went over (recruits), which is no contact" in shown


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("hostile", 'the family "hostile", in this record: enmity'),
        ("enmity", 'the type "enmity"'),
        ("Clan", "the actor Clan"),
    ],
)
def test_avoiding_says_what_it_took_and_which_path_it_took_away(word: str, said: str) -> None:
    rows = [*TWO, tie("ayr", "dene"), tie("dene", "esk"), tie("esk", "bute")]
    answer, shown = asked(rows, "ayr", "bute", {"avoid": (word,)})
    assert ways(answer)[0] == "ayr dene esk bute"
    assert f"Avoided: {said}" in shown
    assert "without --avoid: Ayr + Clan (cooperation), Clan - Bute (enmity); cannot be told" in shown
    assert answer.plain()["without-avoid"] == ("ayr", "clan", "bute")


def test_avoiding_takes_an_inverse_for_its_type() -> None:
    rows = [tie("ayr", "bute", "support"), tie("ayr", "bute", "trade")]
    answer, _ = asked(rows, "ayr", "bute", {"avoid": ("supported-by",)})
    assert [row.relation.type for row in answer.groups[0].paths[0].steps[0].rows] == ["trade"]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"avoid": ("hostil",)}, "Nearest: hostile"),
        ({"avoid": ("Ayr",)}, "Ayr is an end of the path"),
        ({"through": ("bute",)}, "Bute is an end of the path already"),
        ({"over": ("nobody",)}, "--over takes communities"),
        ({"first": 0}, "--count takes a number from 1"),
        ({"max_steps": 0}, "--max-steps takes a number from 1"),
    ],
)
def test_terms_that_can_not_be_meant_are_refused_with_a_way_out(terms: dict[str, Any], said: str) -> None:
    with pytest.raises(Fault, match=said):
        asked(TWO, "ayr", "bute", terms)


def test_a_word_that_is_both_an_actor_and_a_type_is_asked_about() -> None:
    world = {**WORLD, "actors": {**WORLD["actors"], "trade": {"name": "Trade"}}}
    view = worlds.view(worlds.loaded(world, TWO))
    with pytest.raises(Fault, match="--avoid type:trade or --avoid actor:trade"):
        ask(view, "ayr", "bute", Terms(avoid=("trade",)))
    assert ask(view, "ayr", "bute", Terms(avoid=("actor:trade",))).avoided[0].what == "actor"


def test_one_actor_makes_no_path() -> None:
    with pytest.raises(Fault, match="are one actor, Ayr"):
        asked(TWO, "ayr", "Ayr")


def test_through_an_actor_the_path_is_as_long_as_it_takes() -> None:
    rows = [*TWO, tie("clan", "dene"), tie("dene", "bute")]
    assert ways(asked(rows, "ayr", "bute", {"through": ("Dene",)})[0])[0] == "ayr clan dene bute"


def test_directed_paths_follow_who_does_it_to_whom() -> None:
    rows = [tie("ayr", "clan", "support"), tie("bute", "clan", "support")]
    assert ways(asked(rows, "ayr", "bute")[0]) == ["ayr clan bute"]
    answer, _ = asked(rows, "ayr", "bute", {"directed": True})
    assert (ways(answer), answer.plain()["no_path"]) == ([], ["not-coded", "lens"])
    assert ways(asked([tie("ayr", "clan", "support"), *TWO[1:]], "ayr", "bute", {"directed": True})[0]) != []


def test_so_many_paths_shortest_first_then_best_known_then_by_name() -> None:
    rows = [
        *(tie(end, middle) for middle in ("dene", "esk") for end in ("ayr", "bute")),
        *(tie(end, "clan", evidence="one p1 envoy supports") for end in ("ayr", "bute")),
        *(tie(end, "fort", **{"as-of": "2016"}) for end in ("ayr", "bute")),
        tie("dene", "esk", "trade"),
    ]
    order = [
        "ayr fort bute",
        "ayr dene bute",
        "ayr esk bute",
        "ayr clan bute",
        "ayr dene esk bute",
        "ayr esk dene bute",
    ]
    assert ways(asked(rows, "ayr", "bute", {"first": 5})[0]) == order[:5]
    assert ways(asked(rows, "ayr", "bute", {"first": 50})[0]) == order
    assert ways(asked(rows, "ayr", "bute", {"max_steps": 2})[0]) == order[:4]


def test_a_page_holds_twenty_paths_and_counts_the_others() -> None:
    world = {**WORLD, "actors": {**WORLD["actors"], **{f"m{n}": None for n in range(60)}}}
    rows = [tie(end, f"m{n}") for n in range(60) for end in ("ayr", "bute")]
    view = worlds.view(worlds.loaded(world, rows))
    answer = ask(view, "ayr", "bute")
    assert len(ways(answer)) == 20
    assert "40 more paths of 2 steps; more: --count 40" in plain.present(page(answer, view))


def test_parts_are_reached_in_a_block_of_their_own() -> None:
    rows = [*TWO, PART, tie("ayr-guards", "bute", "attack", "one p7")]
    answer, shown = asked(rows, "ayr", "bute")
    assert ways(answer) == ["ayr clan bute"]
    assert (
        "THROUGH A PART, Guards (Guards is part of Ayr [p9]; what is said of a part is not said of the whole)"
        in shown
    )
    assert "B - Guards > Bute attacked it undated p7" in shown
    assert "nothing here says how Ayr and Bute stand" in shown


def test_what_the_whole_does_is_told_apart_and_is_no_path_of_its_part() -> None:
    answer, shown = asked([PART, tie("ayr", "bute", "attack", "one p7")], "Guards", "bute")
    assert ways(answer) == []
    assert "No path is known." in shown
    assert "BY WAY OF THE WHOLE, Ayr (Guards is part of Ayr [p9]" in shown


def test_part_and_whole_are_one_step_apart_and_nobody_else_passes_there() -> None:
    assert ways(asked([PART], "Guards", "ayr")[0]) == ["ayr-guards ayr"]
    rows = [PART, tie("clan", "ayr-guards"), tie("ayr", "bute")]
    assert ways(asked(rows, "clan", "bute")[0]) == []
    assert ways(asked(rows, "clan", "bute", roll_up=[])[0]) == ["clan ayr bute"]


def test_an_actor_of_a_near_name_is_kept_apart_and_its_ties_are_told() -> None:
    world = {**WORLD, "actors": {**WORLD["actors"], "ayr": {"name": "Ayrshire", "kind": "state"}}}
    world["actors"]["ayrish-government"] = {"name": "Ayrshire government", "kind": "government"}
    view = worlds.view(worlds.loaded(world, [*TWO, tie("ayrish-government", "bute", "attack", "one p7")]))
    shown = " ".join(plain.present(page(ask(view, "ayr", "bute"), view), 120).split())
    assert "are two actors; Ayrshire government with Bute: attacks p7" in shown


COVERED = {"sources": ["one"], "actors": "all", "period": "2000/2022"}


@pytest.mark.parametrize(
    ("rows", "lens", "terms", "kinds"),
    [
        ([], {}, {}, ["not-coded"]),
        ([tie("ayr", "bute", "attack", "one p2 envoy disputes")], {}, {}, ["assessed-none"]),
        ([tie("ayr", "bute", "attack", "one p2 envoy suggests")], {}, {}, ["contested"]),
        ([tie("ayr", "bute", "attack", modality="intended")], {}, {}, ["contested"]),
        (TWO, {"on": "2015"}, {}, ["not-coded", "undated", "lens"]),
        ([tie("ayr", "bute", when="2010/2012")], {"on": "2015"}, {}, ["lens"]),
        (TWO, {"family": "hostile"}, {}, ["not-coded", "lens"]),
        (TWO, {}, {"avoid": ("clan",)}, ["not-coded", "lens"]),
        (TWO, {}, {"max_steps": 1}, ["not-coded", "lens"]),
        ([tie("ayr", "herders"), tie("herders", "bute")], {}, {}, ["not-coded", "lens"]),
    ],
)
def test_no_path_says_which_kind_of_no(rows: Any, lens: Any, terms: Any, kinds: list[str]) -> None:
    answer, shown = asked(rows, "ayr", "bute", terms, **lens)
    assert answer.plain()["no_path"] == kinds
    order = [
        "assessed none",
        "searched, none found",
        "not coded",
        "only contested ties",
        "not known on that day",
    ]
    places = [
        shown.index(words, shown.index("WHICH KIND OF NO")) for words in [*order, "cut by the question"]
    ]
    assert places == sorted(places)
    assert 'This answer does not support "Ayr and Bute have no relation".' in shown


def test_a_declared_search_that_found_nothing_is_told_as_such() -> None:
    view = worlds.view(worlds.loaded({**WORLD, "coverage": COVERED}, []))
    answer = ask(view, "ayr", "bute")
    assert answer.plain()["no_path"] == ["searched", "not-coded"]
    assert "found no direct tie, which is no finding" in " ".join(plain.present(page(answer, view)).split())


def test_of_a_search_whose_sources_the_lens_takes_nothing_is_told() -> None:
    view = worlds.view(worlds.loaded({**WORLD, "coverage": COVERED}, TWO), {"known-by": "2020"})
    answer = ask(view, "ayr", "bute")
    assert answer.plain()["no_path"] == ["not-coded", "lens"]
    shown = plain.present(page(answer, view))
    assert "no source of the declared search is left by the" in shown
    assert "2000/2022" not in shown


def test_the_option_that_cuts_is_named_and_so_are_the_ties_that_are_only_claimed() -> None:
    assert "without --on 2015 a path is found" in asked(TWO, "ayr", "bute", on="2015")[1]
    assert (
        "That both have ties with Clan makes no tie between them." in asked(TWO, "ayr", "bute", on="2015")[1]
    )
    assert "without --family hostile a path is found" in asked(TWO, "ayr", "bute", family="hostile")[1]
    _, shown = asked([tie("ayr", "bute", "attack", "one p2 envoy suggests")], "ayr", "bute")
    assert "no firm path, only: Ayr attacked Bute, held possible [p2]" in shown


def test_a_day_takes_only_steps_that_held_or_may_have() -> None:
    rows = [tie("ayr", "clan", when="2010/2018"), tie("clan", "bute", when="/2014")]
    answer, shown = asked(rows, "ayr", "bute", on="2012")
    assert ways(answer) == ["ayr clan bute"]
    assert "only possibly on the days asked" in shown
    assert ways(asked(rows, "ayr", "bute", on="2016")[0]) == []


def test_a_product_of_signs_is_told_only_as_a_hint_and_only_when_asked() -> None:
    assert "hint" not in asked(TWO, "ayr", "bute")[1]
    assert (
        "hint, no finding: + and - multiply to -; no source says so"
        in asked(TWO, "ayr", "bute", {"hint": True})[1]
    )
    mixed = [*TWO, tie("ayr", "clan", "attack", "one p8")]
    assert "hint: none, a step has both signs" in asked(mixed, "ayr", "bute", {"hint": True})[1]


def test_rows_fit_their_columns_and_json_names_the_shortest() -> None:
    answer, _ = asked([*TWO, tie("ayr", "clan", "trade")], "ayr", "bute")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]
    assert [(row["step"], row["type"], row["shown"]) for row in rows] == [
        ("1", "cooperation", "yes"),
        ("1", "trade", "no"),
        ("2", "enmity", "yes"),
    ]
    assert csv.present(answer.columns, answer.rows()).count("\n") == 4
    text = json.present("path", answer.plain(), 0, 0)
    assert '"shortest": 2' in text
    assert '"no_path": []' in text


@pytest.mark.parametrize("cells", [60, 80, 120])
def test_no_line_is_wider_than_asked(cells: int) -> None:
    rows = [
        *TWO,
        PART,
        tie("ayr-guards", "bute", "attack"),
        tie("ayr", "bute", "attack", "one p2 envoy doubts"),
    ]
    view = worlds.view(worlds.loaded(WORLD, rows))
    for pair in (("ayr", "bute"), ("dene", "esk"), ("Guards", "bute")):
        shown = plain.present(page(ask(view, *pair), view), cells)
        assert max(map(len, shown.splitlines())) <= cells


NODES = ("n0", "n1", "n2", "n3", "n4")
TYPES = ("cooperation", "attack", "support", "recruits-from", "trade")
STANCES = ("supports", "supports", "supports", "suggests")
drawn = st.lists(
    st.tuples(
        st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(TYPES), st.sampled_from(STANCES),
        st.sampled_from((None, None, None, *NODES[2:])),
    ),
    min_size=4,
    max_size=14,
)  # fmt: skip
Drawn = list[tuple[str, str, str, str, str | None]]


def world(ties: Drawn) -> Any:
    names = dict.fromkeys(NODES)
    source = {"s": {"author": "Ann Author", "published": "2020"}}
    rows = [
        {"id": f"r{n}", "from": a, "type": type_, "to": b, "evidence": f"s p1 author {stance}"}
        | ({"against": [foe]} if foe else {})
        for n, (a, b, type_, stance, foe) in enumerate(ties)
        if a != b and foe not in (a, b)
    ]
    return worlds.view(worlds.loaded({"actors": names, "sources": source}, rows))


def oracle(view: Any, directed: bool) -> list[tuple[str, ...]]:
    """Every simple path from n0 to n1 whose steps may stand together, found by brute force."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(NODES)
    for row in view.relations():
        if row.firm:
            graph.add_edge(row.from_, row.to, against={*row.relation.against})
            if not directed or view.dataset.type_of(row.relation).symmetric:
                graph.add_edge(row.to, row.from_, against={*row.relation.against})
    found = set()
    for path in nx.all_simple_paths(graph, "n0", "n1"):
        inner = {*path[1:-1]}
        steps = pairwise(path)
        if all(any(not inner & data["against"] for data in graph[a][b].values()) for a, b in steps):
            found.add(tuple(path))
    return sorted(found, key=len)


@given(drawn, st.booleans())
def test_the_paths_are_those_that_brute_force_finds_and_none_shorter_exists(
    ties: Drawn, directed: bool
) -> None:
    view = world(ties)
    known = oracle(view, directed)
    every = ask(view, "n0", "n1", Terms(first=MOST, directed=directed))
    found = [path.actors for group in every.groups for path in group.paths]
    assert sorted(found) == sorted(known)
    assert [len(path) for path in found] == sorted(len(path) for path in found)
    usual = ask(view, "n0", "n1", Terms(directed=directed))
    if known:
        shortest = {path for path in known if len(path) == len(known[0])}
        assert {path.actors for path in usual.groups[0].paths} == shortest
    else:
        assert not usual.groups
        assert usual.no


@given(drawn)
def test_every_step_is_a_tie_of_the_view(ties: Drawn) -> None:
    view = world(ties)
    seen = {row.relation.id: row for row in view.relations()}
    for group in ask(view, "n0", "n1", Terms(first=50)).groups:
        for path in group.paths:
            assert len(set(path.actors)) == len(path.actors) == group.steps + 1
            for step in path.steps:
                assert step.told.relation.id in {row.relation.id for row in step.rows}
                for row in step.rows:
                    assert seen[row.relation.id].firm
                    assert {row.from_, row.to} == {step.a, step.b}


@given(drawn, drawn)
def test_one_more_tie_never_makes_the_shortest_path_longer(ties: Drawn, more: Drawn) -> None:
    before = ask(world(ties), "n0", "n1").plain()["shortest"]
    after = ask(world([*ties, more[0]]), "n0", "n1").plain()["shortest"]
    assert before is None or (after is not None and after <= before)


@given(drawn)
def test_undirected_paths_read_the_same_from_either_end(ties: Drawn) -> None:
    view = world(ties)
    there = ask(view, "n0", "n1", Terms(first=MOST)).groups
    back = ask(view, "n1", "n0", Terms(first=MOST)).groups
    assert {p.actors for g in there for p in g.paths} == {p.actors[::-1] for g in back for p in g.paths}


@pytest.mark.slow
def test_a_search_that_has_too_many_ways_to_look_at_says_so() -> None:
    names = [f"n{number}" for number in range(30)]
    rows = [tie(one, other, id=f"{one}-{other}") for one in names for other in names if one < other]
    world = {**WORLD, "actors": dict.fromkeys([*names, "dead-end"])}
    view = worlds.view(worlds.loaded(world, [*rows, tie("dead-end", "n0")]))
    many = ask(view, "n0", "n1", Terms(first=MOST, max_steps=9))
    assert not many.plain()["complete"]
    assert "at least 1785 more paths of 4 steps" in plain.present(page(many, view))
    none = ask(view, "n0", "n1", Terms(through=("dead-end",)))
    assert not none.plain()["complete"]
    assert "No path was found before the search was stopped" in plain.present(page(none, view))


def test_a_path_in_a_pipe_imports_no_networkx_and_no_rich(actorgraph: Any) -> None:
    done = actorgraph("path", "Pakistan", "IS-K", "--avoid", "hostile", python=("-X", "importtime"))
    assert done.returncode == 0, done.stderr[-2000:]
    assert not [
        line for line in done.stderr.splitlines() if line.rpartition("|")[2].strip() in ("networkx", "rich")
    ]
