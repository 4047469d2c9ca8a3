"""Long work says on a terminal that it goes on, and nothing anywhere else."""

import io
import time

import pytest

from actorgraph.commands import waiting
from actorgraph.commands.waiting import patient


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put in place in the test itself: pytest sets its own between a fixture and the test."""
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)
    return seen


def test_quick_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    with patient("Checking"):
        pass
    assert terminal.getvalue() == ""


def test_long_work_is_told_and_its_line_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    monkeypatch.setattr(waiting, "_PATIENCE", 0.01)
    with patient("Checking"):
        end = time.monotonic() + 20
        while "Checking ... 2 s" not in terminal.getvalue():
            assert time.monotonic() < end, terminal.getvalue()
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
