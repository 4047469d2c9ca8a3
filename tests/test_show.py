"""One actor's pages: a record of red, blue and green in one source, its answers worked out by hand."""

import re
import shlex
from typing import Any

import pytest

import worlds
from actorgraph.presenters import csv, plain
from actorgraph.questions import brief, listing, show, show_page
from actorgraph.questions.wording import options
from actorgraph.view.options import lens as read_lens

WORLD: dict[str, Any] = {
    "actors": {
        "red": {
            "name": "Red",
            "kind": "armed-group",
            "traits": [
                {"trait": "origin", "is": "emerged", "when": "2015", "evidence": "one p1"},
                {"trait": "ideology", "is": "plain dress", "as-of": "2018", "evidence": "one p2"},
                {"trait": "capacity", "is": "skilled", "as-of": "2018", "evidence": "one p3 author mentions"},
                {
                    "trait": "capacity",
                    "is": "rich",
                    "as-of": "2018",
                    "evidence": ["one p4", "one p5 envoy doubts"],
                },
            ],
        },
        "blue": {"name": "Blue", "kind": "government"},
        "green": {"name": "Green", "kind": "armed-group"},
        "town": {"name": "townspeople", "kind": "community"},
        "young": {"name": "young recruits", "kind": "community"},
        "crowd": {"name": "international community", "kind": "community"},
    },
    "voices": {"ann": {"name": "Ann", "kind": "author"}, "envoy": {"name": "the envoy", "kind": "official"}},
    "sources": {"one": {"author": "ann", "published": "2020-05", "label": "A"}},
    "events": {
        "raid": {
            "name": "Raid on the town",
            "when": "2018-03",
            "who": {"perpetrator": "red", "victim": "town"},
            "figures": {"killed": "12"},
            "evidence": ["one p6", "one p7 envoy supports"],
        }
    },
}


def tie(type_: str, evidence: Any, from_: str = "red", to: str = "blue", **more: Any) -> dict[str, Any]:
    return {"from": from_, "type": type_, "to": to, "evidence": evidence, **more}


def seen(rows: list[dict[str, Any]], lens: dict[str, Any] | None = None) -> Any:
    found = worlds.loaded(WORLD, rows)
    assert not found.problems, found.problems
    return worlds.view(found, {key.replace("_", "-"): value for key, value in (lens or {}).items()})


def lines(rows: list[dict[str, Any]], actor: str = "red", *, of: Any = show_page, **lens: Any) -> list[str]:
    view = seen(rows, lens)
    return plain.present(of.page(show.ask(view, actor), view), 80).splitlines()


def page(rows: list[dict[str, Any]], actor: str = "red", *, of: Any = show_page, **lens: Any) -> str:
    """The page with its line breaks and indents taken out."""
    return " ".join(" ".join(lines(rows, actor, of=of, **lens)).split())


def test_one_screen_of_a_day_calls_possible_what_is_only_possible() -> None:
    rows = [tie("attack", "one p1", when="2015/2018"), tie("support", "one p2", to="green", when="/2019")]
    shown = page(rows, of=brief, on="2017")
    assert "hostile: to Blue, 2015 to 2018 [p1]" in shown
    assert "cooperative: possibly to Green" in shown
    assert "Nothing is certain" not in shown


def test_a_partner_of_certain_and_possible_ties_stands_with_each_apart() -> None:
    rows = [tie("attack", "one p1", when="2015/2018"), tie("denouncement", "one p2", when="/2019")]
    shown = page(rows, of=brief, on="2017")
    assert "hostile: to Blue, 2015 to 2018 [p1]; possibly to Blue, until 2019 [p2]" in shown


def test_one_screen_dates_a_partner_only_where_all_its_ties_have_that_date() -> None:
    attack = tie("attack", "one p1", when="2012")
    fight = tie("fighting", "one p2", when="2013/2014")
    assert "hostile: Blue, both ways [p1 p2]" in page([attack, fight], of=brief)
    alike = tie("fighting", "one p2", when="2012")
    assert "hostile: Blue, both ways, in 2012 [p1 p2]" in page([attack, alike], of=brief)


def test_a_day_beyond_the_record_is_told_on_both_pages() -> None:
    rows = [tie("attack", "one p1", modality="expected")]
    for of in (brief, show_page):
        assert "The record knows to May 2020." in page(rows, of=of, on="2030")
        assert "The record knows to" not in page(rows, of=of, on="2020")
    assert "Nothing is certain on 2030." in page(rows, of=brief, on="2030")


def test_one_screen_never_gives_the_mark_of_a_fact_to_what_is_none() -> None:
    rows = [
        tie("attack", "one p1", to="town"),
        tie("targets", "one p2", to="young", modality="intended"),
        tie("support", ["one p3", "one p4 envoy suggests"]),
        tie("enmity", "one p5 red supports", to="green"),
        tie("contact", "one p6 blue supports"),
    ]
    shown = lines(rows, of=brief)
    marks = {line[:3].strip(): line for line in shown if "people" in line}
    assert "townspeople" in marks["-"]
    assert "townspeople" not in marks["~-"]
    assert any(line.startswith("  +  cooperative: to Blue [p3]") for line in shown)
    assert any(line.startswith(" ~+  cooperative, not (yet) a fact: to Blue [p4]") for line in shown)
    claimed = {line[:3].strip() for line in shown if "claimed only" in line}
    assert claimed == {"-", "o"}


def test_an_aim_is_told_as_held_and_what_it_aims_at_as_no_fact() -> None:
    rows = [tie("seeks-to-punish", "one p1"), tie("attack", "one p2", to="green", modality="intended")]
    shown = lines(rows)
    aim = shown.index(" hostile by an aim: held, not (yet) reached")
    assert "to Blue" in shown[aim + 1]
    plan = shown.index(" hostile, not (yet) a fact")
    assert "to Green" in shown[plan + 1]
    one_screen = lines(rows, of=brief)
    assert " ~-  hostile by an aim: to Blue [p1]" in one_screen
    assert " ~-  hostile, not (yet) a fact: to Green [p2]" in one_screen


def test_a_forecast_that_a_voice_doubts_is_told_as_a_forecast() -> None:
    rows = [tie("support", "one p1 envoy doubts", modality="expected")]
    shown = page(rows, of=show_page)
    assert "A forecast, no fact: Red supports Blue: doubted by the envoy [p1]." in shown  # in short
    assert "? a forecast, no fact: Red supports Blue: doubted" in shown  # in full
    assert "A forecast, no fact: Red supports Blue: doubted by the envoy [p1]." in page(rows, of=brief)


def test_that_nobody_is_firmly_a_friend_is_said_where_foes_are() -> None:
    foe = tie("enmity", "one p1", to="green")
    for of in (show_page, brief):
        assert "No firm cooperative tie is coded." in page([foe], of=of)
        assert "No firm" not in page([foe, tie("support", "one p2")], of=of)
        assert "No firm" not in page([tie("contact", "one p2")], of=of)
    only_says = [foe, tie("support", "one p2 envoy supports", to="blue", modality="intended")]
    assert "No firm cooperative tie is coded; 1 tie of that kind less firm" in page(only_says, of=show_page)
    hidden = [foe, tie("support", "one p2 envoy supports", to="blue")]
    assert "No firm cooperative tie is left by the lens." in page(hidden, of=show_page, without="envoy")


def test_what_one_screen_cuts_is_counted_in_words_and_the_kinds_add_up() -> None:
    view = worlds.shipped()
    shown = " ".join(plain.present(brief.page(show.ask(view, "is-k"), view), 80).split())
    cut = re.search(r"Cut: (\d+) ties \(([^)]+)\), \d+ facts", shown)
    assert cut, shown
    kinds = [re.fullmatch(r"(\d+) [a-z ]+", kind) for kind in cut[2].split(", ")]
    assert sum(int(kind[1]) for kind in kinds if kind) == int(cut[1])


@pytest.mark.parametrize(
    "lens",
    [
        {},
        {"on": "2018"},
        {"during": "2016/2018", "known-by": "2020~", "roll-up": []},
        {"throughout": "2016/2018", "says": ["envoy", "Ann"], "without": "one:p1"},
        {"type": ["hostile", "support"], "sign": ["-", "+"], "standing": "firm"},
        {"standing": ["firm", "contested"], "family": "belongs", "kind": "state", "source": "one"},
    ],
    ids=str,
)
def test_a_lens_written_as_options_reads_as_the_same_lens(lens: dict[str, Any]) -> None:
    view = seen([tie("attack", "one p1")], lens)
    given: dict[str, list[str]] = {}
    words = shlex.split(options(view.lens, view.dataset, "a folder"))
    assert words[-2:] == ["--data", "a folder"]
    for word in words[:-2]:
        if word.startswith("--"):
            given[word.removeprefix("--")] = []
        else:
            given[list(given)[-1]].append(word)
    assert read_lens(given, view.dataset) == view.lens


def test_commands_that_lead_on_keep_the_lens_and_the_folder() -> None:
    view = seen([tie("attack", "one p1", when="2017")], {"on": "2017"})
    for of, line in (
        (brief, "actorgraph show Red --on 2017"),
        (show_page, "actorgraph why Red Blue --on 2017"),
    ):
        told = plain.present(of.page(show.ask(view, "red"), view, "my record"), 80)
        assert f"{line} --data 'my record'" in told


def test_what_is_asked_or_doubted_of_an_actor_is_not_certain() -> None:
    shown = lines([], on="2018")
    at = {
        word: next(i for i, line in enumerate(shown) if word in line) for word in ("skilled", "rich", "plain")
    }
    asked = next(i for i, line in enumerate(shown) if line.startswith("ASKED, DOUBTED OR DENIED"))
    assert shown.index(next(line for line in shown if line.startswith("CERTAINLY"))) < at["plain"] < asked
    assert asked < at["skilled"]
    assert asked < at["rich"]
    assert shown[asked + 1].strip().startswith("?")


def test_an_origin_in_the_past_is_over_and_not_denied() -> None:
    shown = page([], on="2018")
    assert shown.index("CERTAINLY NOT then, over or not begun") < shown.index("origin emerged")


def test_a_row_of_a_dated_tie_that_bears_no_date_says_so() -> None:
    rows = [tie("attack", [{"source": "one", "at": "p1", "when": "2015/2018"}, "one p2"])]
    assert "same tie, undated: attacked it" in page(rows, on="2017")


def test_a_lens_that_chooses_ties_leaves_facts_out_and_says_so() -> None:
    for lens in (
        {"type": "attack"},
        {"standing": "firm"},
        {"kind": "state"},
        {"sign": "-"},
        {"family": "hostile"},
    ):
        for of in (brief, show_page):
            shown = page([tie("attack", "one p1")], of=of, **lens)
            assert "Facts are left out: this lens chooses ties." in shown
            assert "plain dress" not in shown
    assert "plain dress" in page([tie("attack", "one p1")], says="ann")


def test_no_page_has_two_empty_lines_in_a_row() -> None:
    for rows in ([], [tie("attack", "one p1")], [tie("contact", "one p1", from_="town")]):
        for actor in WORLD["actors"]:
            shown = "\n".join(lines(rows, actor))
            assert "\n\n\n" not in shown, actor


def test_either_end_of_a_patronage_or_of_leading_reads_right() -> None:
    rows = [tie("patron-of", "one p1", "blue", "red"), tie("leads", "one p2", "green", "red")]
    assert "patron of Red" in page(rows, "blue")
    assert "client of Blue" in page(rows, "red")
    assert "led by Green" in page(rows, "red")
    assert "leader of Red" in page(rows, "green")


def test_groups_of_many_take_the_verb_in_the_plural() -> None:
    rows = [
        tie("leads", ["one p1", "one p2 envoy doubts"], "young"),
        tie("recruitment-source", ["one p3", "one p4 envoy doubts"], "town"),
        tie("denouncement", ["one p5", "one p6 envoy doubts"], "crowd"),
        tie("attack", ["one p5", "one p6 envoy doubts"], "young"),
    ]
    shown = page(rows, "blue")
    assert "young recruits lead Blue" in shown
    assert "townspeople is a source of recruits" in shown, "a name without an s is taken as one"
    assert "international community denounces Blue" in shown
    assert "young recruits attacked Blue" in shown
    assert "young recruits stand at one end of 4" in page(rows, "young")


def test_what_a_coder_read_by_judgement_is_marked() -> None:
    rows = [
        tie("attack", {"source": "one", "at": "p1", "gist": "a raid"}, coding="judgement"),
        tie("alliance", ["one p2", "one p3 envoy doubts"], coding="unsure"),
    ]
    shown = page(rows)
    assert "a raid*" in shown
    assert "* read by the coder's judgement." in shown
    assert "Blue and Red are allies: contested, read unsurely" in shown
    assert "read by" not in page([tie("attack", "one p1")])


def test_only_a_plan_that_a_voice_asserts_is_called_planned() -> None:
    rows = [
        tie("attack", "one p1", modality="intended"),
        tie("plot", "one p2 envoy suggests", modality="intended"),
        tie("targets", {"source": "one", "at": "p3", "hedge": "seems"}, to="green", modality="intended"),
    ]
    shown = page(rows)
    assert "Wanted or planned: attacks by it (Blue) [p1]." in shown
    assert "Wanted or planned, as it appears: plots by it (Blue); targeting by it (Green) [p2 p3]." in shown


def test_the_table_holds_ties_facts_and_events() -> None:
    answer = show.ask(seen([tie("attack", "one p1", modality="intended"), tie("contact", "one p2")]), "red")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]
    assert [row["row"] for row in rows] == ["tie"] * 2 + ["fact"] * 5 + ["event"] * 2
    assert [row["mark"] for row in rows if row["row"] == "tie"] == ["~-", "o"]
    assert {(row["type"], row["at"], row["mark"]) for row in rows if row["row"] == "fact"} == {
        ("origin", "p1", ""), ("ideology", "p2", ""), ("capacity", "p3", "?"), ("capacity", "p4", "?"),
        ("capacity", "p5", "?"),
    }  # fmt: skip
    raid = next(row for row in rows if row["row"] == "event")
    assert (raid["link"], raid["when"], raid["at"]) == ("perpetrator", "2018-03", "p6")
    assert "Raid on the town" in raid["text"]
    assert csv.present(answer.columns, answer.rows()).count("\n") == 10


def test_an_actor_with_an_event_alone_is_no_bare_header() -> None:
    answer = show.ask(seen([]), "town")
    assert [row[0] for row in answer.rows()] == ["event", "event"]


def test_the_table_shows_no_place_that_the_lens_leaves_out() -> None:
    answer = show.ask(seen([], {"says": "envoy"}), "red")
    at = answer.columns.index("at")
    assert {row[at] for row in answer.rows()} == {"p5", "p7"}


def test_a_command_that_fits_80_cells_is_never_broken() -> None:
    view = worlds.shipped()
    for actor in view.dataset.actors:
        shown = plain.present(show_page.page(show.ask(view, actor), view), 80).splitlines()
        first = shown.index("NEXT")
        assert all(" actorgraph " in line or not line.startswith("     ") for line in shown[first + 1 :]), (
            actor
        )


def test_as_one_voice_says_nothing_is_told_that_only_another_bears() -> None:
    seen = worlds.shipped({"says": "united-nations"})
    answer = show.ask(seen, "haqqani-network")
    assert answer.wholes == ()
    assert answer.passed == ()
    assert show.ask(worlds.shipped(), "haqqani-network").wholes == ("taliban",)
    assert show.ask(seen, "is-k").plain()["actor"].aliases == ()


def test_a_list_of_sources_known_by_then_names_none_of_later() -> None:
    assert listing.ask(worlds.shipped({"known-by": "2012"}), "sources").rows() == []
