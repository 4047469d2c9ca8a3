"""What a terminal gets and a pipe does not: a pager that says how to leave it, and no picture as text."""

import shutil
import subprocess

import pytest

from actorgraph.commands.pager import options
from sitting import Asked


@pytest.mark.skipif(shutil.which("less") is None, reason="no less on this machine")
def test_the_pager_says_how_to_leave_it_and_takes_its_own_options() -> None:
    assert "q\\: quit" in options({})[-1]
    done = subprocess.run(["less", *options({})], input="a\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "a\n", "")


def test_what_the_reader_has_set_for_less_stands() -> None:
    assert options({"LESS": "-M"}) == ["-R"]  # colours alone; less reads the rest from LESS itself


def test_a_picture_asked_for_at_a_terminal_wants_a_file_and_a_pipe_gets_text(actorgraph, tmp_path) -> None:
    with Asked(tmp_path, "draw", "IS-K") as at:
        said = at.sees("--format dot")
        assert "A picture goes into a file" in said
        assert "digraph" not in said
    assert "digraph" in actorgraph("draw", "IS-K").stdout
