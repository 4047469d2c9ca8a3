"""A long answer on a terminal: whoever never met a pager is told how to leave it."""

import shutil
import subprocess

import pytest

from actorgraph.commands.pager import options


@pytest.mark.skipif(shutil.which("less") is None, reason="no less on this machine")
def test_the_pager_says_how_to_leave_it_and_takes_its_own_options() -> None:
    assert "q\\: quit" in options({})[-1]
    done = subprocess.run(["less", *options({})], input="a\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "a\n", "")


def test_what_the_reader_has_set_for_less_stands() -> None:
    assert options({"LESS": "-M"}) == ["-R"]  # colours alone; less reads the rest from LESS itself
