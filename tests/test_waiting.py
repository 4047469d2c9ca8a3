"""Long work says on a terminal that it goes on, and nothing anywhere else."""

import io
import time

import pytest

from actorgraph.commands import waiting
from actorgraph.commands.waiting import patient


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)
    return seen


def test_quick_work_says_nothing(terminal: Terminal) -> None:
    with patient("Checking"):
        pass
    assert terminal.getvalue() == ""


def test_long_work_is_told_and_its_line_wiped(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_PATIENCE", 0.01)
    with patient("Checking"):
        while "Checking ... 2 s" not in terminal.getvalue():
            time.sleep(0.01)
    assert terminal.getvalue().endswith("\r")
    assert terminal.getvalue().rpartition("\r")[0].endswith(" ")
    assert "\x1b" not in terminal.getvalue()


def test_a_pipe_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    monkeypatch.setattr(waiting, "_PATIENCE", 0.001)
    with patient("Checking"):
        time.sleep(0.05)
    assert pipe.getvalue() == ""
