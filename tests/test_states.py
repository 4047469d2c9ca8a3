"""Two hundred states and two centuries of pacts and rivalries: whole answers, in bounded time, that a historian knows."""

import subprocess
import sys
from pathlib import Path

import pytest

import states

pytestmark = [
    pytest.mark.skipif(not states.there(), reason="the tables of states are not at hand (ACTORGRAPH_SHARED)"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return states.write(tmp_path_factory.mktemp("states"))


def answer(record: Path, *words: str) -> str:
    run = [sys.executable, "-m", "actorgraph", *words, "--data", str(record)]
    return subprocess.run(run, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_tables_go_in_without_an_error(record: Path) -> None:
    told = answer(record, "check").splitlines()[-2]
    assert "8 hints in 1 of 5 files" in told, "years before 1500 are asked about, and nothing else"


def test_the_two_blocs_of_1914_read_as_they_stood(record: Path) -> None:
    told = " ".join(answer(record, "compare", "France", "Germany", "--on", "1914").split())
    assert "Opposite signs on a common date towards: Austria-Hungary, Russia and United Kingdom." in told
    assert "HOW ALIKE: no figure" in told


def test_allies_of_today_share_allies_and_a_share_is_told_only_from_ten(record: Path) -> None:
    told = " ".join(answer(record, "compare", "France", "Belgium", "--on", "2015").split())
    assert "have the same sign" in told


def test_a_path_is_found_or_refused_in_words(record: Path) -> None:
    told = answer(record, "path", "Japan", "Germany", "--on", "1914")
    assert "Japan" in told
    assert "1914" in told


def test_the_camps_of_1914_and_who_fits_neither_are_told_in_seconds(record: Path) -> None:
    told = " ".join(answer(record, "balance", "--on", "1914").split())
    assert "at least 6 of 56 ties in any split into two (proved)" in told
    assert (
        "Austria-Hungary + Romania [1 r5180 1 r7211]" in told and "Germany + Italy [1 r4665 1 r5777]" in told
    )
    assert "Together in all: France, Greece, Iran, Italy, Japan" in told
    assert "Russia +- United Kingdom" in told, "rivals with an understanding count for neither side"
