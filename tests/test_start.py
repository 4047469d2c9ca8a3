"""Starting is cheap: what is not needed for an answer is not imported for it."""

import pytest

import start

HEAVY = {"networkx", "numpy", "pydantic", "rich"}


def imported(done) -> set[str]:
    """The top-level names of what a run under -X importtime imported."""
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert lines, done.stderr
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["show", "--help"], ["shwo"]], ids=" ".join)
def test_talk_about_the_program_imports_nothing_heavy_and_reads_no_data(actorgraph, words: list[str]) -> None:
    assert not imported(actorgraph(*words, python=("-X", "importtime"))) & {*HEAVY, "yaml"}


@pytest.mark.parametrize("words", [[""], ["sh"], ["show", "--"]], ids=" ".join)
def test_completing_commands_and_options_imports_nothing_heavy(actorgraph, words: list[str]) -> None:
    done = actorgraph(*words, python=("-X", "importtime"), _ACTORGRAPH_COMPLETE="1")
    assert done.stdout.strip()
    assert not imported(done) & {*HEAVY, "yaml"}


def test_an_answer_in_a_pipe_imports_no_networkx_and_no_rich(actorgraph) -> None:
    done = actorgraph("show", "IS-K", python=("-X", "importtime"))
    assert done.returncode == 0, done.stderr[-2000:]
    assert not imported(done) & HEAVY


@pytest.mark.slow
def test_help_starts_within_its_budget() -> None:
    bare, ours = "bare typer --help", "actorgraph --help"
    ratios = []
    for _ in range(3):  # a busy machine may spoil one measurement, not three
        took = start.medians([bare, ours], runs=9)
        ratios.append(took[ours] / took[bare])
        if ratios[-1] <= 1.3:
            return
    pytest.fail(f"help takes {min(ratios):.2f} times a bare Typer program; `make bench` shows more")
