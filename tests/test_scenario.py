"""What a what-if changes, and what it leaves alone."""

from typing import Any

import pytest

from actorgraph.errors import Fault
from actorgraph.questions import balance, scenario
from actorgraph.questions.signed import triads
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import asked
from worlds import loaded, shipped

WORLD: dict[str, Any] = {
    "actors": {name: {"name": name.title(), "kind": "state"} for name in ("north", "south", "east")},
    "sources": {
        "report": {"author": "ann", "published": "2020-06"},
        "letter": {"author": "north", "published": "2020-07"},
    },
    "scenarios": {
        "break": {
            "name": "They break",
            "on": "2020-06",
            "do": [
                {"end": "north.alliance.south", "reason": "a quarrel", "evidence": "report p3"},
                {
                    "add": {"from": "north", "type": "alliance", "to": "east"},
                    "reason": "a new friend",
                    "evidence": "report p3",
                },
            ],
            "then": [
                {
                    "add": {"from": "south", "type": "enmity", "to": "north"},
                    "reason": "revenge",
                    "evidence": "report p4",
                }
            ],
        },
        "nothing": {
            "name": "Nothing",
            "on": "2020-06",
            "then": [{"holds": "south.attack.east.expected", "reason": "anyway"}],
        },
    },
}
ROWS: list[dict[str, Any]] = [
    {"from": "north", "type": "alliance", "to": "south", "when": "2010/..", "evidence": "report p1"},
    {"from": "south", "type": "enmity", "to": "east", "evidence": "letter p1"},
    {"from": "south", "type": "attack", "to": "east", "modality": "expected", "evidence": "report p2"},
]


def seen(**lens: str) -> dict[str, tuple[str, str | None]]:
    found = loaded(WORLD, ROWS)
    assert not found.problems
    view = MemoryView(
        found.dataset, asked({key.replace("_", "-"): [value] for key, value in lens.items()}, found.dataset)
    )
    return {row.relation.id: (row.standing, row.answer) for row in view.relations()}


def test_what_is_done_is_added_and_ended_from_its_day_on_and_what_could_follow_is_a_forecast() -> None:
    then = seen(scenario="break", on="2020-06")
    assert "north.alliance.south" not in then
    assert then["break:east.alliance.north"] == ("supposed", "certainly")
    assert then[
        "break:north.enmity.south.expected"
        if "break:north.enmity.south.expected" in then
        else "break:north.enmity.south"
    ] == (
        "supposed",
        "possibly",
    )


def test_before_its_day_the_record_reads_as_it_did() -> None:
    before, with_it = seen(on="2015"), seen(scenario="break", on="2015")
    assert {id_: with_it[id_] for id_ in before} == before
    assert with_it["break:east.alliance.north"] == ("supposed", "no")


def test_what_is_supposed_gives_nobody_a_stake_in_what_the_record_holds() -> None:
    before, with_it = seen(), seen(scenario="break")
    assert {id_: standing for id_, standing in with_it.items() if id_ in before} == {
        id_: standing for id_, standing in before.items() if id_ != "north.alliance.south"
    }


def test_a_scenario_that_does_nothing_changes_nothing() -> None:
    assert seen(scenario="nothing", on="2020-06") == seen(on="2020-06")


def test_a_line_may_assume_a_tie_or_its_absence() -> None:
    assert seen(assume="north enmity south", on="2020-06")["Assumed:north.enmity.south"] == (
        "supposed",
        "certainly",
    )
    assert "north.alliance.south" not in seen(assume_not="north alliance south", on="2020-06")


@pytest.mark.parametrize(
    ("lens", "told"),
    [
        ({"scenario": "brek"}, "break"),
        ({"assume": "north south"}, "names no tie"),
        ({"assume": "north alliance north"}, "same actor"),
        ({"assume": "north alliance nowhere"}, "nowhere"),
        ({"assume_not": "north enmity east"}, "has no"),
    ],
)
def test_what_cannot_be_supposed_is_told_with_what_is_near(lens: dict[str, str], told: str) -> None:
    with pytest.raises(Fault) as fault:
        seen(**lens)
    assert told in str(fault.value)


def test_the_triads_of_a_scenario_are_those_of_balance_without_and_with_it() -> None:
    for name in ("joint-targeting", "tacit-again", "do-nothing", "takeover"):
        told = scenario.ask(shipped(), name)
        on = told.scenario.on.text
        assert tuple(triads(told.before)) == balance.ask(shipped({"on": on})).triads
        assert tuple(triads(told.after)) == balance.ask(shipped({"on": on, "scenario": name})).triads
