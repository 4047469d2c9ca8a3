"""The library's face: its documented examples run, and it answers what the command line answers."""

import doctest
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import actorgraph

ROOT = Path(__file__).resolve().parent.parent


def test_the_documented_examples_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACTORGRAPH_DATA", raising=False)
    found = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)
    assert found.attempted > 8
    assert found.failed == 0


@pytest.mark.parametrize(
    ("words", "ask"),
    [
        (["show", "IS-K"], lambda record: record.show("IS-K")),
        (["why", "IS-K", "Taliban"], lambda record: record.why("IS-K", "Taliban")),
        (["compare", "IS-K", "al-Qaeda", "TTP"], lambda record: record.compare("IS-K", "al-Qaeda", "TTP")),
        (["path", "Pakistan", "IS-K"], lambda record: record.path("Pakistan", "IS-K")),
        (["matrix"], lambda record: record.matrix()),
        (["timeline", "IS-K"], lambda record: record.timeline("IS-K")),
        (["sources"], lambda record: record.sources()),
        (["list", "sources"], lambda record: record.list("sources")),
        (["diff", "--from", "2018"], lambda record: record.diff(from_="2018")),
        (
            ["diff", "--from", "2018", "--to", "2020", "--about", "IS-K", "--about", "Taliban"],
            lambda record: record.diff(from_="2018", to="2020", about=["IS-K", "Taliban"]),
        ),
        (
            ["diff", "--says", "editor", "--says", "asfandyar-mir"],
            lambda record: record.diff(says=("editor", "asfandyar-mir")),
        ),
        (["balance", "--over-time"], lambda record: record.balance_over_time()),
        (["rank"], lambda record: record.rank()),
        (["scenario"], lambda record: record.scenarios()),
        (["scenario", "tacit-again"], lambda record: record.scenario("tacit-again")),
        (["brief", "--since", "2021-07"], lambda record: record.brief(since="2021-07")),
        (["brief", "IS-K", "--since", "2022"], lambda record: record.brief("IS-K", since="2022")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_its_text_is_that_of_the_command_line(words: list[str], ask) -> None:
    record = actorgraph.load(ROOT / "data")
    run = [sys.executable, "-m", "actorgraph", *words]
    printed = subprocess.run(run, capture_output=True, encoding="utf-8", check=True, cwd=ROOT).stdout
    assert record.text(ask(record)) == printed


@pytest.mark.parametrize(
    ("lens", "words", "ask"),
    [
        ({"on": "2021-09"}, ["balance"], lambda view: view.balance()),
        ({"on": "2021-09"}, ["blocs", "--k", "2"], lambda view: view.blocs(2)),
        ({"scenario": "joint-targeting"}, ["blocs", "--with", "contested"], lambda view: view.blocs(with_=["contested"])),
        ({"assume": "us-government alliance taliban"}, ["list", "relations"], lambda view: view.list("relations")),
        ({"assume-not": "taliban.cooperation.us-government"}, ["rank"], lambda view: view.rank()),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)  # fmt: skip
def test_through_a_lens_its_text_is_that_of_the_command_line(
    lens: dict[str, str], words: list[str], ask
) -> None:
    view = actorgraph.load(ROOT / "data").seen(**lens)
    options = [part for name, word in lens.items() for part in (f"--{name}", word)]
    run = [sys.executable, "-m", "actorgraph", *words, *options]
    printed = subprocess.run(run, capture_output=True, encoding="utf-8", check=True, cwd=ROOT).stdout
    assert view.text(ask(view)) == printed


def test_an_unknown_option_of_the_lens_is_told_with_those_there_are() -> None:
    with pytest.raises(actorgraph.Fault, match="known-by"):
        actorgraph.load(ROOT / "data").seen(before="2020")


def test_a_folder_that_is_no_data_set_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(actorgraph.Fault, match=r"dataset\.yaml"):
        actorgraph.load(tmp_path)


def test_records_are_compared_with_another_folder_or_what_was_loaded() -> None:
    record = actorgraph.load(ROOT / "data")
    assert not record.diff(other=ROOT / "data").differs
    powers = actorgraph.load(ROOT / "examples" / "great-powers")
    found = powers.diff(other=record)
    assert found.differs
    assert "REMOVED WITH ITS ONLY SOURCE" in powers.text(found)


@pytest.mark.parametrize(
    "asked", [{}, {"from_": "2018", "rev": "main"}, {"since": "main"}, {"says": ("editor",)}]
)
def test_what_is_no_comparison_is_a_fault(asked: dict[str, str]) -> None:
    with pytest.raises(actorgraph.Fault):
        actorgraph.load(ROOT / "data").diff(**asked)


def test_since_a_revision_is_asked_of_the_folder_it_was_loaded_from(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    who = ["-c", "user.name=coder", "-c", "user.email=coder@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "first"]):
        subprocess.run(["git", *words], cwd=tmp_path / "data", check=True)
    record = actorgraph.load(tmp_path / "data")
    assert not record.diff(rev="HEAD").differs
    assert not record.brief(since="HEAD").differs
    with pytest.raises(actorgraph.Fault, match="No revision"):
        record.brief(since="nothing")
