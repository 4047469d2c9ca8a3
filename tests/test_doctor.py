"""What a report of a fault needs: versions, the data found, the terminal."""

import subprocess
import sys
from pathlib import Path

import typer

import actorgraph


def doctor(*words: str, cwd: Path) -> str:
    run = [sys.executable, "-m", "actorgraph", "doctor", *words]
    return subprocess.run(run, cwd=cwd, capture_output=True, encoding="utf-8", check=True).stdout


def test_it_tells_the_versions_that_run_and_the_data_that_answer(tmp_path: Path) -> None:
    told = " ".join(doctor(cwd=tmp_path).split())
    assert f"actorgraph {actorgraph.__version__}" in told
    assert f"Python {sys.version.split()[0]}" in told
    assert f"typer {typer.__version__}" in told
    assert "the shipped one" in told
    assert "no terminal" in told


def test_it_says_that_a_folder_is_no_data_set(tmp_path: Path) -> None:
    assert "holds no data set" in doctor("--data", str(tmp_path), cwd=tmp_path)


def test_it_counts_the_errors_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text("format: 1\ntitle: Mine\n")
    (tmp_path / "actors.yaml").write_text("actors:\n  a: {name: A, kind: nonsense}\n")
    told = doctor(cwd=tmp_path)
    assert "the nearest from here" in told
    assert "see: actorgraph check" in told
