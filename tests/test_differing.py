"""A diff of long files is one that `patch` takes, and is found in a moment."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actorgraph.record import differing

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "evidence:\n", "one\n", "two\n"]), max_size=12)


def applied(old: list[str], diff: list[str]) -> list[str]:
    """What the diff makes of the old lines, read as its format says."""
    found, at = [], 0
    for line in diff[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1].removeprefix("-").partition(",")
            begins = int(start) - (length != "0")
            found += old[at:begins]
            at = begins
        elif line[0] == "+":
            found.append(line[1:])
        else:
            assert line[1:] == old[at]
            at += 1
            if line[0] == " ":
                found.append(line[1:])
    return found + old[at:]


@given(LINES, LINES, LINES, LINES)
def test_a_diff_of_long_files_makes_the_new_one_of_the_old_one(head, one, other, tail) -> None:
    old, new = [*head, *one, *tail], [*head, *other, *tail]
    kept, differing.LONG = differing.LONG, 0
    try:
        assert applied(old, list(differing.unified(old, new, "old", "new"))) == new
    finally:
        differing.LONG = kept


@pytest.mark.skipif(not shutil.which("patch"), reason="patch is not installed")
def test_patch_takes_the_diff_of_a_rename_in_a_long_file(tmp_path) -> None:
    old = [f"  - from: a{number % 7}\n" if number % 2 else "    evidence:\n" for number in range(8000)]
    new = [line.replace("a3", "renamed") for line in old]
    (tmp_path / "file").write_text("".join(old))
    diff = "".join(differing.unified(old, new, "file", "file"))
    subprocess.run(["patch", "-s", "file"], input=diff, text=True, cwd=tmp_path, check=True)
    assert (tmp_path / "file").read_text() == "".join(new)
    assert diff.count("\n+") == sum(a != b for a, b in zip(old, new, strict=True)) + 1
