"""What the sources say, asked of the data: see answers*.yaml, written from the sources alone."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ANSWERS = [
    answer
    for file in (
        "answers.yaml",
        "answers_of_time.yaml",
        "answers_of_scenarios.yaml",
        "answers_of_balance.yaml",
    )
    for answer in yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
]
NEAR = 6


@cache
def said(command: str) -> str:
    """What the command prints in a pipe, or writes into the file that it names."""
    words = shlex.split(command)[1:]
    environment = {**os.environ, "ACTORGRAPH_DATA": str(HERE.parent / "data")}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE.parent / "examples", Path(folder, "examples"))
        run = [sys.executable, "-m", "actorgraph", *words]
        done = subprocess.run(
            run, capture_output=True, encoding="utf-8", check=True, cwd=folder, env=environment
        )
        file = Path(folder, words[words.index("-o") + 1]) if "-o" in words else None
        return file.read_text(encoding="utf-8") if file else done.stdout


def cases(kind: str, name: str) -> list[Any]:
    return [
        pytest.param(answer["command"], case, id=f"{answer['command']}: {case[name]}")
        for answer in ANSWERS
        for case in answer[kind]
    ]


@pytest.mark.parametrize(("command", "case"), cases("holds", "fact"))
def test_the_answer_holds(command: str, case: dict[str, Any]) -> None:
    lines = between(said(command).splitlines(), case.get("between"))
    wanted = [re.compile(pattern, re.IGNORECASE) for pattern in case["near"]]
    windows = ["\n".join(lines[at : at + case.get("within", NEAR)]) for at in range(len(lines))]
    assert any(all(one.search(window) for one in wanted) for window in windows), "\n".join(lines)


@pytest.mark.parametrize(("command", "case"), cases("lacks", "why"))
def test_the_answer_lacks(command: str, case: dict[str, Any]) -> None:
    found = re.search(case["text"], said(command), re.IGNORECASE)
    assert not found, f"{found and found[0]!r}: {case['why']}"


def test_each_command_has_enough_to_hold_and_to_lack() -> None:
    """Where a lens leaves the article less than ten facts, the file says why."""
    for answer in ANSWERS:
        few = "--says" in answer["command"] or "--known-by" in answer["command"]
        assert len(answer["holds"]) >= (3 if few else 10), answer["command"]
        assert len(answer["lacks"]) >= 3, answer["command"]


def between(lines: list[str], headings: list[str | None] | None) -> list[str]:
    """The lines after the first heading, up to the second or to the next one printed in its place."""
    if headings is None:
        return lines
    first, second = headings
    start = next(number for number, line in enumerate(lines) if line.startswith(str(first)))
    rest = lines[start + 1 :]
    if second is None:
        return rest
    order = ["CERTAINLY", "POSSIBLY", "NOT KNOWN", "CERTAINLY NOT", "NOT PASSED", "EVENTS", "COVERAGE"]
    ends = tuple(order[order.index(second) :])
    end = next((number for number, line in enumerate(rest) if line.startswith(ends)), len(rest))
    return rest[:end]
