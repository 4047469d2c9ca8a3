"""The library's face: its documented examples run, and it answers what the command line answers."""

import doctest
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
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_its_text_is_that_of_the_command_line(words: list[str], ask) -> None:
    record = actorgraph.load(ROOT / "data")
    run = [sys.executable, "-m", "actorgraph", *words]
    printed = subprocess.run(run, capture_output=True, encoding="utf-8", check=True, cwd=ROOT).stdout
    assert record.text(ask(record)) == printed


def test_an_unknown_option_of_the_lens_is_told_with_those_there_are() -> None:
    with pytest.raises(actorgraph.Fault, match="known-by"):
        actorgraph.load(ROOT / "data").seen(before="2020")


def test_a_folder_that_is_no_data_set_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(actorgraph.Fault, match=r"dataset\.yaml"):
        actorgraph.load(tmp_path)
