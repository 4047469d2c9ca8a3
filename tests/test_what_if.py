"""What a what-if looks like wherever an answer goes: marked, counted apart, and witness to nothing."""

import csv
import io
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import worlds
from actorgraph.errors import Fault
from actorgraph.formats.outgoing import outgoing
from actorgraph.formats.writing import INDEX, module
from actorgraph.presenters.plain import present
from actorgraph.questions import balance, balance_page, balance_time, blocs, blocs_page, path, rank, scenario
from actorgraph.questions.scenario_signs import signs
from actorgraph.questions.steps import Terms
from actorgraph.questions.supposing import supposing
from actorgraph.view.memory import MemoryView

SUPPOSED = {"assume": ["us-government alliance al-qaeda"], "on": ["2021-09"]}
WORLD: dict[str, Any] = {
    "actors": {"a": {}, "b": {}, "c": {}},
    "sources": {"s": {"author": "somebody", "published": "2011"}},
    "scenarios": {
        "break": {
            "name": "They break",
            "on": "2000",
            "do": [
                {"end": "a.alliance.b", "reason": "a quarrel"},
                {"add": {"from": "a", "type": "enmity", "to": "c"}, "reason": "a quarrel"},
            ],
        },
        "turn": {
            "name": "They fall out too",
            "on": "2000",
            "do": [{"add": {"from": "a", "type": "enmity", "to": "b"}, "reason": "a quarrel"}],
        },
    },
}
ROWS = [
    {"from": "a", "type": "alliance", "to": "b", "when": "1990/2010", "evidence": "s p1"},
    {"from": "b", "type": "alliance", "to": "c", "when": "1990/2010", "evidence": "s p2"},
    {"from": "a", "type": "alliance", "to": "c", "when": "1990/1995", "evidence": "s p3"},
]


def world(**lens: str) -> MemoryView:
    found = worlds.loaded(WORLD, ROWS)
    assert not found.problems, found.problems
    return worlds.view(found, lens)


def flat(blocks: Iterable[Any]) -> str:
    return " ".join(present(tuple(blocks), 80).split())


def test_a_sign_that_only_a_what_if_brings_is_marked_and_its_ties_are_counted_apart() -> None:
    view = worlds.shipped({"assume": ["pakistan alliance us-government"], "on": ["2021-09"]})
    words = flat(balance_page.page(balance.ask(view), view))
    assert "Counted, 16 recorded ties and 1 supposed as one a pair" in words
    assert "Pakistan if+ US government" in words
    assert "[]" not in words
    assert ("pakistan", "us-government", "if+") in {row[:3] for row in balance.ask(view).rows()}


def test_a_pair_that_a_what_if_makes_one_of_both_signs_says_which_is_supposed() -> None:
    view = worlds.shipped(SUPPOSED)
    words = flat(balance_page.page(balance.ask(view), view))
    assert "al-Qaeda if+- US government: if alliance, views as a threat [p27]." in words


def test_a_pair_of_both_signs_then_is_told_by_the_scenario_and_is_in_no_triad() -> None:
    view = world()
    answer = scenario.ask(view, "turn")
    assert [(tie.one, tie.other) for tie in answer.after.mixed] == [("a", "b")]
    assert "Of both signs then, and so in no triad: a and b." in flat(signs(answer, view))


def test_balance_over_time_has_a_tie_until_the_what_if_ends_it() -> None:
    course = balance_time.ask(world(scenario="break"))
    told = {
        one.first.text: {(tie.one, tie.mark, tie.other) for tie in one.ties.ties} for one in course.periods
    }
    assert ("a", "+", "b") in told["1990"]
    assert all(("a", "+", "b") not in ties for text, ties in told.items() if text >= "2000")
    for one in course.periods:
        assert balance.ask(world(scenario="break", on=one.first.text)).ties == one.ties


def test_what_is_supposed_is_no_witness_for_an_index_and_centres_no_record() -> None:
    plain, with_it = (balance.ask(worlds.shipped(lens)) for lens in ({"on": ["2021-09"]}, SUPPOSED))
    assert "1 independent source, fewer than three" in plain.withheld
    assert "1 independent source, fewer than three" in with_it.withheld
    closing = balance.ask(worlds.shipped({"assume": ["pakistan alliance us-government"], "on": ["2021-09"]}))
    assert closing.withheld[0] == "3 closed triads of recorded ties, fewer than ten"
    refused = {rank.refusals(worlds.shipped(lens)) for lens in ({}, SUPPOSED)}
    assert len(refused) == 1, "the record is centred on IS-K whatever is supposed"


def test_a_path_may_go_by_what_is_supposed_and_is_marked() -> None:
    view = worlds.shipped({"assume": ["isis alliance us-government"]})
    found = path.ask(view, "ISIS", "US government", Terms(None, 1, False, (), (), ()))
    steps = [step for group in found.groups for one in group.paths for step in one.steps]
    assert [step.told.supposed for step in steps] == [True]


def test_a_what_if_makes_nobody_part_of_another() -> None:
    """A recorded tie that moved to another actor would stand there without a mark."""
    lens = {"roll-up": []}
    plain = worlds.shipped(lens)
    for what_if in ({"assume": ["ttp part-of is-k"]}, {"assume-not": ["haqqani-network part-of taliban"]}):
        view = worlds.shipped(lens | what_if)
        ends = {row.relation.id: (row.from_, row.to) for row in view.relations() if not row.supposed}
        before = {row.relation.id: (row.from_, row.to) for row in plain.relations()}
        assert ends.items() <= before.items()


def test_a_scenario_that_touches_no_tie_is_not_said_to_be_hidden_by_a_lens() -> None:
    assert supposing(worlds.shipped({"scenario": ["takeover"]})).startswith(
        "What if: it adds, changes and ends"
    )
    none = supposing(worlds.shipped({"scenario": ["joint-targeting"], "says": ["joe-biden"]}))
    assert none == "What if: nothing of it shows through this lens."


def test_a_tie_and_its_absence_are_not_supposed_together() -> None:
    with pytest.raises(Fault, match="one tie and its absence"):
        worlds.shipped(
            {
                "assume": ["us-government alliance taliban"],
                "assume-not": ["taliban alliance us-government"],
            }
        )


@pytest.mark.parametrize("format_", sorted(set(INDEX) - {"xlsx"}))
def test_an_export_says_what_is_supposed(format_: str) -> None:
    view = worlds.shipped({"scenario": ["joint-targeting"]})
    out = outgoing(view)
    assert out.what_if.endswith("not in the record: 2 ties with the standing supposed")
    files = {name: data.decode() for name, data in module(format_).write(out).files.items()}
    every = "\n".join(files.values())
    assert "what if" in every.casefold() or "what-if" in every
    ids = [row.relation.id for row in out.rows if row.supposed]
    if format_ == "signed":  # both are aimed against a third and so are no lines
        assert not any(id_ in every for id_ in ids)
    else:
        assert all(id_ in every for id_ in ids)
    plain = outgoing(worlds.shipped())
    assert plain.what_if == ""


def test_an_edge_that_is_supposed_is_labelled_so_in_every_graph() -> None:
    out = outgoing(worlds.shipped({"assume": ["us-government alliance taliban"]}))
    graphs = {name: next(iter(module(name).write(out).files.values())).decode() for name in INDEX if name in
              ("graphml", "gexf", "cytoscape", "node-link", "signed")}  # fmt: skip
    assert '<data key="e">if alliance</data>' in graphs["graphml"]
    assert 'label="if alliance"' in graphs["gexf"]
    edges = [one["data"] for one in json.loads(graphs["cytoscape"])["elements"]["edges"]]
    assert [one["standing"] for one in edges if one["interaction"] == "if alliance"] == ["supposed"]
    (edge,) = [one for one in json.loads(graphs["node-link"])["edges"] if one["standing"] == "supposed"]
    assert edge["scenario"] == "Assumed"
    assert "# what-if: as assumed on the command line" in graphs["signed"]


def test_a_panel_marks_the_years_in_which_something_is_supposed_and_refuses_what_ends_ties() -> None:
    written = module("panel").write(outgoing(world(assume="a enmity c", on="2000")))
    rows = list(csv.DictReader(io.StringIO(written.files["panel.csv"].decode())))
    assert {(row["a"], row["b"]): row["state"].startswith("what if: ") for row in rows} == {
        ("a", "b"): False,
        ("a", "c"): True,
        ("b", "c"): False,
    }
    with pytest.raises(Fault, match="year by year"):
        module("panel").write(outgoing(world(scenario="break")))


def test_commands_to_type_next_ask_the_same_again() -> None:
    view = worlds.shipped({**SUPPOSED, "without": ["mir-2021:p11"]})
    also = frozenset(["contested"])
    pages = (
        balance_page.page(balance.ask(view, also, "majority"), view, "folder"),
        blocs_page.page(blocs.of_record(view, None, also, "majority"), view, "folder"),
    )
    for page in pages:
        (line,) = [one for one in " ".join(present(page, 120).split()).split("actorgraph ") if "--left-out" in one
                   and one.startswith("balance")]  # fmt: skip
        for option in ("--on 2021-09", "--assume", "--without", "--with contested", "--ambivalent majority",
                       "--data folder"):  # fmt: skip
            assert option in line


def test_the_files_are_not_touched_by_a_what_if(actorgraph: Any, tmp_path: Path) -> None:
    folder = tmp_path / "record"
    shutil.copytree(Path(__file__).parent.parent / "data", folder)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    checked = actorgraph("check", "--data", str(folder)).stdout
    for words in (("balance",), ("export", "csv", "-o", str(tmp_path / "out")), ("matrix",)):
        done = actorgraph(*words, "--data", str(folder), "--scenario", "joint-targeting")
        assert done.returncode == 0, done.stderr
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    assert actorgraph("check", "--data", str(folder)).stdout == checked
