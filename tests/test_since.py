"""What is new since a date or a revision, on one page: nothing is called new without a source dated after it."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.errors import Fault
from actorgraph.period import as_date
from actorgraph.presenters import plain
from actorgraph.questions import diff_records
from actorgraph.questions.diff_sides import since_date
from actorgraph.questions.since import TELLING, Since, by_date, by_revision
from actorgraph.questions.since_page import LINES, page
from actorgraph.view.memory import MemoryView
from generated import Files, data_sets, read
from worlds import loaded, shipped, view

ROOT = Path(__file__).resolve().parent.parent
WORLD: dict[str, Any] = {
    "actors": {name: {"name": name.title()} for name in ("red", "blue", "far", "near")},
    "voices": {"envoy": {"name": "the envoy", "kind": "official"}},
    "sources": {
        "old": {"author": "ann", "published": "2019-03", "label": "A"},
        "new": {"author": "bob", "published": "2021-05", "label": "B"},
        "bare": {"author": "cyn", "label": "C"},
    },
}


def tie(from_: str, type_: str, to: str, *evidence: Any, **more: Any) -> dict[str, Any]:
    return {"from": from_, "type": type_, "to": to, "evidence": list(evidence), **more}


TIES = [
    tie("red", "enmity", "blue", "old p1", "new p1 envoy disputes"),
    tie("red", "support", "far", "old p2", {"source": "new", "at": "p2", "when": "2010/2020"}),
    tie("blue", "alliance", "far", "new p3"),
    tie("near", "alliance", "far", "bare p1"),
    tie("near", "enmity", "blue"),
    tie("red", "contact", "near", "old p9"),
]


def world(ties: list[dict[str, Any]] = TIES, lens: dict[str, Any] | None = None) -> MemoryView:
    return view(loaded(WORLD, ties), lens)


def since(asked: MemoryView, word: str, *names: str) -> Since:
    return by_date(asked, since_date(word), names)


def told(answer: Since) -> list[tuple[str, str]]:
    return [(one.kind, one.id_after or one.id_before) for one in answer.records.changes if one.row == "tie"]


def printed(answer: Since, asked: MemoryView, cells: int = 80) -> str:
    return plain.present(page(answer, asked), cells)


def test_what_later_sources_say_is_new_and_nothing_else_is() -> None:
    answer = since(world(), "2020")
    assert told(answer) == [
        ("changed standing", "blue.enmity.red"),
        ("changed standing", "red.support.far"),
        ("ended", "red.support.far"),
        ("added with a source", "blue.alliance.far"),
        ("changed voice", "blue.enmity.red"),
        ("changed voice", "red.support.far"),
        ("gained a source", "blue.enmity.red"),
        ("gained a source", "red.support.far"),
        ("gained an independent support", "red.support.far"),
    ]
    assert [one.id for one in answer.published] == ["new"]


def test_a_source_without_a_date_makes_nothing_new_and_is_named() -> None:
    asked = world()
    for word in ("2018", "2020", "2022"):
        answer = since(asked, word)
        assert "far.alliance.near" not in {id_ for _, id_ in told(answer)}
        assert "[C] has no date of publication" in printed(answer, asked)


def test_a_tie_that_nobody_published_is_never_new() -> None:
    assert "blue.enmity.near" not in {id_ for _, id_ in told(since(world(), "2018"))}


def test_the_page_tells_a_row_once_with_who_turned_it() -> None:
    asked = world()
    shown = printed(since(asked, "2020"), asked, 120)
    assert "was undisputed, now contested; denied: the envoy" in shown
    assert shown.count("Blue with Red: enmity") == 1
    assert shown.index("standing") < shown.index("ended") < shown.index("new tie")


def test_an_actor_of_whom_only_later_sources_speak_is_new() -> None:
    answer = since(
        world([tie("blue", "alliance", "far", "new p3"), tie("red", "enmity", "blue", "old p1")]), "2020"
    )
    new = {one.id_after for one in answer.records.changes if (one.kind, one.row) == ("added", "actor")}
    assert new == {"far"}


def test_after_the_last_source_nothing_is_new() -> None:
    asked = shipped()
    answer = since(asked, "2021-09")
    assert not answer.differs
    assert "No source was published after 2021-09." in printed(answer, asked)


def test_before_the_first_source_everything_is_and_the_page_stays_a_page() -> None:
    asked = shipped()
    answer = since(asked, "2021-07")
    assert sum(row == "tie" and kind.startswith("added") for kind, row, *_ in answer.rows()) == 76
    for cells in (60, 80, 120):
        shown = printed(answer, asked, cells)
        assert max(map(len, shown.splitlines())) <= cells
    assert len(printed(answer, asked).splitlines()) <= LINES
    assert "None was by 2021-07" in printed(answer, asked)
    assert "All of it: actorgraph diff --since 2021-07" in printed(answer, asked)


def test_of_new_ties_the_firmest_stand_first_and_the_rule_is_said() -> None:
    rows = [
        tie("red", "enmity", "blue", "new p1 envoy mentions"),
        tie("red", "support", "far", "new p2", modality="intended"),
        *(
            tie("red", "attack", "near", f"new p{n}", id=f"raid-{n}", when=str(1950 + n))
            for n in range(3, 60)
        ),
    ]
    asked = world(rows)
    shown = printed(since(asked, "2020"), asked)
    assert shown.index("attack") < shown.index("support") < shown.index("enmity")
    assert "new ties (shown: the firmest, one of each mark in turn)" in " ".join(shown.split())


def test_what_is_not_shown_is_counted_so_that_all_add_up() -> None:
    """Each row that is shown has its place at the edge."""
    asked = shipped()
    shown = printed(since(asked, "2021-07"), asked)
    rows = [
        line for line in shown.partition("new actor")[0].splitlines() if re.search(r"  p\d+( p\d+)*$", line)
    ]
    assert f"Not shown: {76 - len(rows)} new ties" in shown
    assert len(rows) >= 4


def test_the_command_for_all_repeats_the_actors_and_the_lens() -> None:
    asked = shipped({"family": "hostile"})
    shown = printed(since(asked, "2021-07", "IS-K", "Taliban"), asked)
    assert "actorgraph diff --since 2021-07 --about IS-K --about Taliban --family hostile" in " ".join(
        shown.split()
    )


def test_every_kind_of_difference_has_a_place_in_the_telling() -> None:
    told = {kind for _, kinds, _ in TELLING for kind in kinds}
    assert told == set(diff_records.KINDS)


def test_since_a_revision_a_changed_sign_comes_first() -> None:
    before = world([tie("red", "enmity", "blue", "old p1"), tie("far", "contact", "near", "old p2")])
    after = world([tie("red", "alliance", "blue", "old p1"), tie("far", "support", "red", "old p3")])
    answer = by_revision(before, after, "main~1", ("then", "now"))
    assert [kind for kind, _ in told(answer)] == ["changed sign", "added", "removed"]
    shown = printed(answer, after)
    assert shown.splitlines()[0].startswith("New since main~1")
    assert "All of it: actorgraph diff --rev 'main~1'" in shown
    assert "[" not in shown.split("changed sign")[1].split("new tie")[0]
    assert "p1" in shown.split("changed sign")[1].split("new tie")[0]


@pytest.mark.parametrize("word", ["2021", "2021-07", "2021-07-15", "2021~"])
def test_what_reads_as_a_date_is_one(word: str) -> None:
    assert since_date(word)


@pytest.mark.parametrize("word", ["main", "2021-7", "refs/heads/2021", "2020/2021", "20210715", ""])
def test_other_words_are_no_date(word: str) -> None:
    with pytest.raises(Fault, match="is no date"):
        since_date(word)


# -- laws


@given(data_sets(undated=True))
@settings(max_examples=40)
def test_since_the_last_publication_nothing_is_new(files: Files) -> None:
    asked = view(read(files))
    dates = [source.published for source in asked.dataset.sources.values() if source.published]
    if dates:
        assert not by_date(asked, max(dates, key=lambda date: date.last)).differs


@given(data_sets(), st.sampled_from(["2000", "2004-05", "2009", "2012", "2016-12"]))
@settings(max_examples=60)
def test_where_all_sources_are_dated_it_is_known_by_then_beside_known_by_now(files: Files, word: str) -> None:
    found = read(files)
    answer = since(view(found), word)
    before, after = view(found, {"known-by": word}), view(found, {"known-by": "2030"})
    direct = diff_records.ask(before, after, "", "")
    flat = [
        Counter(
            (one.kind, one.row, one.id_before, one.id_after, one.before, one.after) for one in side.changes
        )
        for side in (answer.records, direct)
    ]
    assert flat[0] == flat[1]
    shown = printed(answer, view(found))
    assert len(shown.splitlines()) <= LINES


@given(data_sets(undated=True), st.sampled_from(["2000", "2004-05", "2009", "2012"]))
@settings(max_examples=60)
def test_no_tie_is_new_or_other_without_an_item_of_a_source_dated_after(files: Files, word: str) -> None:
    asked = view(read(files))
    answer, date = since(asked, word), as_date(word)
    assert date
    later = {
        source.id
        for source in asked.dataset.sources.values()
        if source.published and source.published.last > date.last
    }
    for one in answer.records.changes:
        if one.row in ("tie", "fact", "event") and one.kind != "changed standing":
            assert {item.source for item in one.new} & later, one


# -- on the command line


def test_json_and_csv_have_all_of_it(actorgraph: Any) -> None:
    answer = json.loads(actorgraph("brief", "--since", "2021-07", "--format", "json").stdout)["brief"]
    assert (answer["since"], answer["read-as"], answer["published-since"]) == (
        "2021-07",
        "date",
        ["mir-2021"],
    )
    rows = actorgraph("brief", "--since", "2021-07", "--format", "csv").stdout.splitlines()
    assert len(answer["rows"]) == len(rows) - 1
    assert actorgraph("brief", "--since", "2021-07", "--format", "markdown").stdout.startswith(
        "# New since 2021-07"
    )


@pytest.mark.parametrize("words", [(), ("--since", ""), ("--since", "2021-7"), ("Nobody", "--since", "2021")])
def test_what_cannot_be_asked_is_one_line(actorgraph: Any, words: tuple[str, ...]) -> None:
    done = actorgraph("brief", *words, "--quiet")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "line", [["brief", "--since", "2020"], ["diff", "--since", "2020"], ["diff", "data"]]
)
def test_days_are_refused_where_whole_records_are_compared(line: list[str]) -> None:
    run = [sys.executable, "-m", "actorgraph", *line, "--on", "2019"]
    done = subprocess.run(run, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "leave them out" in done.stderr
