"""The lists: what a line of each says, what is counted, and what is left out and said to be."""

import csv
import io
import json
from typing import Any

import pytest

from actorgraph.presenters import plain
from actorgraph.questions.listing import ask, page
from worlds import loaded, shipped, view

WORLD: dict[str, Any] = {
    "actors": {
        "red": {"name": "Red Front"},
        "blue": {"name": "Blue League", "kind": "state"},
        "envoy": {"name": "the Envoy", "kind": "person"},
        "cell": {"name": "a cell of Red Front", "kind": "segment", "of": "red"},
        "wing": {"name": "Red Wing"},
    },
    "voices": {"press": {"name": "press reports", "kind": "unnamed"}},
    "sources": {"ann": {"author": "Ann Author", "published": "2021-09"}},
}
ROWS: list[dict[str, Any]] = [
    {"from": "red", "type": "military-campaign", "to": "blue", "when": "2015/2018", "evidence": "ann p2"},
    {"from": "red", "type": "attack", "to": "blue", "modality": "intended", "evidence": "ann p3"},
    {"from": "red", "type": "opposition", "to": "blue", "modality": "expected", "evidence": "ann p4"},
    {"from": "wing", "type": "part-of", "to": "red", "evidence": "ann p5"},
    {"from": "envoy", "type": "leads", "to": "blue", "as-of": "2017", "evidence": "ann p6 press supports"},
    {
        "from": "wing",
        "type": "collaboration",
        "to": "blue",
        "gone-by": "2019",
        "evidence": ["ann p7", "ann p8 press doubts"],
    },
    {
        "from": "cell",
        "type": "support",
        "to": "blue",
        "against": "wing",
        "evidence": "ann p9 author suggests",
    },
]


def listed(what: str, **lens: Any) -> str:
    seen = view(loaded(WORLD, ROWS), {name.replace("_", "-"): value for name, value in lens.items()})
    return plain.present(page(ask(seen, what), seen), 120)


def rows(what: str, **lens: Any) -> list[dict[str, str]]:
    answer = ask(view(loaded(WORLD, ROWS), lens), what)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]


def line_of(text: str, place: str) -> str:
    """The entry that stands at that place, its lines joined."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.endswith(f" {place}"))
    end = next(
        number for number, line in enumerate(lines[start + 1 :], start + 1) if line[:5].strip() or not line
    )
    return " ".join(" ".join(lines[start:end]).split())


def test_a_tie_is_told_with_its_mark_its_type_and_its_place() -> None:
    line = line_of(listed("relations"), "p2")
    assert line.startswith("- Red Front")
    assert "(military-campaign)" in line
    assert "2015 to 2018" in line


@pytest.mark.parametrize(
    ("place", "word"), [("p3", "planned,"), ("p4", "forecast,"), ("p9", "held possible")]
)
def test_what_is_not_a_fact_is_marked_and_called_so_beside_its_standing(place: str, word: str) -> None:
    line = line_of(listed("relations"), place)
    assert line.startswith("~")
    assert word in line


def test_an_aim_is_called_so() -> None:
    seen = shipped()
    line = line_of(plain.present(page(ask(seen, "relations"), seen), 120), "p6 p8")
    assert line.startswith("~- IS-K aims to")
    assert "aim," in line


def test_another_voice_than_the_sources_own_is_named_and_the_author_is_not() -> None:
    text = listed("relations")
    assert "says press reports" in line_of(text, "p6")
    assert "Ann Author" not in line_of(text, "p2")
    assert "says Ann Author, doubted by press" in line_of(text, "p7 p8")


def test_on_days_asked_ties_stand_under_their_answers_and_those_that_are_over_are_counted() -> None:
    text = listed("relations", on="2020")
    assert text.index("CERTAINLY: nothing") < text.index("POSSIBLY") < text.index("NOT KNOWN")
    assert "p2" not in text, "it ended in 2018"
    assert "3 more are over or not begun on the days asked" in " ".join(text.split())
    assert "military-campaign" in listed("relations", on="2016").partition("POSSIBLY")[0]


def test_long_before_all_of_it_nothing_is_certain() -> None:
    text = listed("relations", on="1990")
    assert "CERTAINLY: nothing" in text
    assert "over or not begun" in text


def test_throughout_a_period_is_answered_too() -> None:
    assert "p2" in listed("relations", throughout="2016/2017").partition("POSSIBLY")[0]
    assert "p2" not in listed("relations", throughout="2016/2019")


def test_a_table_has_every_tie_with_its_answer() -> None:
    found = rows("relations", on="2020")
    assert len(found) == len(ROWS)
    over = next(row for row in found if row["places"] == "ann:p2")
    assert (over["answer"], over["mark"], over["standing"]) == ("no", "-", "undisputed")
    plan = next(row for row in found if row["places"] == "ann:p3")
    assert (plan["modality"], plan["mark"], plan["sign"]) == ("intended", "~-", "-")
    split = next(row for row in found if row["type"] == "collaboration")
    assert split["voices"] == "ann-author:supports press:doubts"
    assert split["id"] == "blue.collaboration.wing"


def test_csv_and_json_bear_the_same_columns(actorgraph) -> None:
    table = list(csv.reader(io.StringIO(actorgraph("list", "relations", "--format", "csv").stdout)))
    found = json.loads(actorgraph("list", "relations", "--format", "json").stdout)["list"]["rows"]
    assert table[0] == list(found[0])
    assert {"id", "from", "type", "to", "modality", "mark", "standing", "answer", "places"} <= set(table[0])
    assert len(table) == len(found) + 1


def test_segments_stand_under_their_wholes_and_are_listed_when_asked_for() -> None:
    text = " ".join(listed("actors").split())
    assert "a cell of Red Front" not in text
    assert "Left out: 1 segment, which stands under its whole (--kind segment lists them)." in text
    own = listed("actors", kind="segment")
    assert "a cell of Red Front" in own
    assert "of Red Front" in own.partition("a cell of Red Front")[2]
    assert "Left out" not in own


def counts(actor: str, **lens: Any) -> tuple[str, str, str]:
    row = next(row for row in rows("actors", **lens) if row["id"] == actor)
    return row["ends"], row["against"], row["says"]


def test_counts_of_actors_on_a_day_are_of_ties_that_may_hold_then() -> None:
    assert counts("blue") == ("6", "0", "0")
    assert counts("blue", on="2016") == ("2", "0", "0"), "the campaign, and what was over by 2019"
    assert "Counted are the 2 of 7 ties" in " ".join(listed("actors", on="2016").split())


def test_a_kind_chooses_actors_and_all_their_ties_count() -> None:
    assert [row["id"] for row in rows("actors", kind="state")] == ["blue"]
    assert counts("blue", kind="state") == counts("blue")
    assert counts("wing", kind="faction") == counts("wing") == ("2", "1", "0"), (
        "aimed at it by others than factions"
    )


def test_a_kind_chooses_ties_with_such_an_actor_at_either_end() -> None:
    assert [row["type"] for row in rows("relations", kind="person")] == ["leads"]
    assert "6 ties hidden by this lens" in listed("relations", kind="person")


def test_around_an_actor_a_kind_is_that_of_the_other_end() -> None:
    seen = view(loaded(WORLD, ROWS), {"kind": "person"})
    assert [row.from_ for row in seen.relations("blue")] == ["envoy"]
    assert not seen.relations("envoy"), "the other end is a state"


def test_what_is_rolled_up_is_no_entry_of_its_own() -> None:
    assert "wing" not in {row["id"] for row in rows("actors", **{"roll-up": []})}
    text = " ".join(listed("actors", roll_up=[]).split())
    assert "Rolled up: Red Wing and 1 segment stand under their wholes" in text


def test_no_line_is_wider_than_the_page() -> None:
    for what in ("actors", "relations", "sources", "voices"):
        for lens in ({}, {"on": "2018"}, {"kind": "segment"}):
            seen = shipped(lens)
            assert max(map(len, plain.present(page(ask(seen, what), seen), 80).splitlines())) <= 80
