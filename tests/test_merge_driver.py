"""Two branches of a file: the union where they touch different records, a conflict exactly where the same field."""

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from actorgraph.nodes import read
from actorgraph.record.draft import Draft
from actorgraph.record.renaming import rename
from actorgraph.record.threeway import Merged, merged
from branches import NAMES, base_of, branched, expected, records, typed
from byhand import REMARK, plain

BASE = """\
# what is so
relations:
  # north
  - {from: north, type: support, to: south, note: first}   # one
  - from: south
    type: distrust
    to: north
    scope: in the hills   # two
    evidence: s1 p1

  # the end
  - {from: west, type: enmity, to: east, evidence: s1 p2}
"""


def held(text: str) -> dict[str, Any]:
    root, problems = read(text.encode(), "a.yaml")
    assert not [one for one in problems if one.name != "empty-file"], problems
    value = plain(root)
    return (
        records({key: there or ([] if key == "relations" else {}) for key, there in value.items()})
        if value
        else {}
    )


def done(base: str, ours: str, theirs: str) -> Merged:
    found = merged(base, ours, theirs, "relations.yaml")
    assert found is not None
    return found


def changed(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_both_change_other_records_and_each_keeps_its_layout() -> None:
    ours = changed(("note: first}   # one", "note: ours}   # one, ours"), ("# the end", "# near the end"))
    theirs = changed(
        ("    scope: in the hills   # two\n", "    scope: everywhere   # two, theirs\n"),
        ("  # the end\n", "  # new\n  - {from: east,  type: support, to: north}\n\n  # the end\n"),
    )
    assert done(BASE, ours, theirs) == Merged(
        theirs.replace("note: first}   # one", "note: ours}   # one, ours").replace(
            "# the end", "# near the end"
        ),
        (),
    )


def test_both_change_other_fields_of_one_record() -> None:
    ours = changed(("scope: in the hills   # two", "scope: in towns   # two\n    # why: they said so"))
    theirs = changed(("    evidence: s1 p1\n", "    evidence: s1 p1   # read again\n    note: theirs\n"))
    text = done(BASE, ours, theirs).text
    assert ours.replace("    evidence: s1 p1\n", "    evidence: s1 p1\n    note: theirs\n") == text.replace(
        "  # read again\n", ""
    )
    assert "\n  # read again\n" in text


def test_both_change_one_field_and_are_told_in_words() -> None:
    ours, theirs = (
        changed(("in the hills", "in towns"), ("first", "ours")),
        changed(("in the hills", "at sea")),
    )
    found = done(BASE, ours, theirs)
    assert found.text == ours.replace(
        "  - from: south\n    type: distrust\n    to: north\n    scope: in towns   # two\n    evidence: s1 p1\n",
        """\
<<<<<<< ours: south.distrust.north, field scope
  - from: south
    type: distrust
    to: north
    scope: in towns   # two
    evidence: s1 p1
=======
  - from: south
    type: distrust
    to: north
    scope: at sea   # two
    evidence: s1 p1
>>>>>>> theirs: south.distrust.north, field scope
""",
    )
    [conflict] = found.conflicts
    assert (
        conflict.words
        == "south.distrust.north, field scope: ours: in towns, theirs: at sea, before: in the hills"
    )


def test_a_record_taken_out_by_the_one_and_changed_by_the_other_is_a_conflict() -> None:
    out = BASE.replace("  - {from: north, type: support, to: south, note: first}   # one\n", "")
    other = changed(("note: first", "note: second"))
    found = done(BASE, out, other)
    assert [one.words for one in found.conflicts] == [
        "north.support.south: ours took it out, theirs changed it"
    ]
    assert "<<<<<<< ours: north.support.south, taken out\n=======\n  - {from: north" in found.text
    assert done(BASE, out, BASE).text == out
    assert done(BASE, BASE, out).text == out
    assert ">>>>>>> theirs: north.support.south, taken out" in done(BASE, other, out).text


def test_a_record_that_both_add_is_there_once() -> None:
    row = "  - {from: north, type: enmity, to: west}\n"
    one, other = BASE + row, BASE.replace("  # north\n", f"  # north\n{row}")
    assert done(BASE, one, other).text.count("north, type: enmity") == 1
    mirrored = BASE + "  - {from: south, type: distrusted-by, to: west}\n"
    added = BASE + "  - {from: west, type: distrust, to: south}\n"
    assert [one.field for one in done(BASE, mirrored, added).conflicts] == [
        ["from", "type", "to"][0],
        "type",
        "to",
    ]


def test_a_branch_that_laid_the_file_out_anew_loses_nothing_of_the_other() -> None:
    ours = "relations:\n" + "".join(
        f"- {line[4:]}\n" if line.startswith("  - ") else f"{line[2:]}\n" if line else "\n"
        for line in BASE.splitlines()[2:]
    )
    theirs = changed(("in the hills", "at sea"), ("s1 p2}", "s1 p2}\n  - {from: a, type: enmity, to: b}"))
    found = done(BASE, ours, theirs)
    assert plain(read(found.text.encode(), "a.yaml")[0]) == plain(read(theirs.encode(), "a.yaml")[0])
    assert "\n- {from: a, type: enmity, to: b}\n" in found.text


def test_fields_of_dataset_yaml_and_suppressions_merge_one_by_one() -> None:
    base = "format: 1\ntitle: A  # the title\ncoverage: {types: all, period: 2000}\n"
    base += "suppress:\n  - {check: a, at: x, why: so}\n"
    ours = base.replace("period: 2000", "period: 2001").replace(
        "suppress:\n", "suppress:\n  - {check: b, at: x, why: ours}\n"
    )
    theirs = (
        base.replace("types: all", "types: [enmity]").replace("A  #", "B  #")
        + "  - {check: c, at: x, why: theirs}\n"
    )
    found = merged(base, ours, theirs, "dataset.yaml")
    assert found == Merged(
        "format: 1\ntitle: B  # the title\ncoverage: {types: [enmity], period: 2001}\nsuppress:\n"
        "  - {check: b, at: x, why: ours}\n  - {check: a, at: x, why: so}\n  - {check: c, at: x, why: theirs}\n", (),
    )  # fmt: skip


def test_line_ends_and_the_end_of_the_file_are_those_of_ours() -> None:
    ours = BASE.replace("\n", "\r\n").removesuffix("\r\n")
    found = done(BASE, ours, changed(("first", "second")))
    assert found.text == ours.replace("first", "second")


def test_a_file_that_is_no_record_is_left_to_git() -> None:
    assert merged("jobs: {a: 1}\n", "jobs: {a: 2}\n", "jobs: {a: 1, b: 2}\n", "check.yaml") is None
    assert merged(BASE, BASE + "  - {from: [\n", BASE, "relations.yaml") is None
    assert done("", BASE, BASE.replace("first", "second")).conflicts


def pair(seed: int, apart: bool) -> tuple[str, str, str, Any, set[tuple[str, str]]]:
    """Base, ours and theirs as typed, and what they must come to."""
    random = Random(seed)  # noqa: S311
    base = base_of(seed, NAMES[seed % 2])
    ids = list(records(base))
    ours, _ = branched(base, random, "ours", ids[::2] if apart else None)
    theirs, _ = branched(base, random, "theirs", ids[1::2] if apart else None)
    hand = (seed, seed, seed) if seed % 3 else (seed, seed + 1, seed + 2)
    texts = [
        typed(value, one) if records(value) else f"{next(iter(value))}:\n"
        for value, one in zip((base, ours, theirs), hand, strict=True)
    ]
    return (*texts, *expected(base, ours, theirs))


@pytest.mark.parametrize("seed", range(200))
def test_two_branches_come_to_what_record_and_field_say(seed: int) -> None:
    base, ours, theirs, value, conflicts = pair(seed, seed % 4 == 0)
    found = merged(base, ours, theirs, NAMES[seed % 2])
    assert found is not None
    assert {(one.id, one.field) for one in found.conflicts} == conflicts
    assert not (seed % 4 == 0 and conflicts), "records of their own can't conflict"
    if not conflicts:
        assert held(found.text) == value
    else:
        for side in ("ours", "theirs"):
            assert {**value, **held(resolved(found.text, side))}.keys() == value.keys()
    assert found.text.count("<<<<<<< ") == len({id_ for id_, _ in conflicts})


def resolved(text: str, side: str) -> str:
    """The file once one side is taken everywhere."""
    taken = r"\1" if side == "ours" else r"\2"
    return re.sub(
        r"<<<<<<< [^\n]*\n(.*?)=======\n(.*?)>>>>>>> [^\n]*\n",
        taken,
        text.replace("\r\n", "\n"),
        flags=re.DOTALL,
    )


def test_no_remark_of_either_branch_is_lost() -> None:
    met = 0
    for seed in range(200):
        base, ours, theirs, _, conflicts = pair(seed, seed % 4 == 0)
        if conflicts:
            continue
        met += 1
        found = merged(base, ours, theirs, NAMES[seed % 2])
        assert found is not None
        first, mine, other, both = ({*REMARK.findall(text)} for text in (base, ours, theirs, found.text))
        assert (mine - first) | (other - first) <= both, seed
    assert met > 60


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(folder)}
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def repository(folder: Path, name: str, base: str, ours: str, theirs: str) -> None:
    """Two branches of one file, ours checked out, and the driver set up as the docs say."""
    git(folder, "init", "-q", "-b", "ours")
    driver = f"'{sys.executable}' -m actorgraph merge-driver %O %A %B %P"
    git(folder, "config", "merge.actorgraph.driver", driver)
    (folder / ".gitattributes").write_text("*.yaml merge=actorgraph -text\n")
    for branch, text in (("base", base), ("theirs", theirs), ("ours", ours)):
        if branch == "theirs":
            git(folder, "checkout", "-q", "-b", branch)
        elif branch == "ours":
            git(folder, "checkout", "-q", branch)
        (folder / name).write_bytes(text.encode())
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", branch, "--allow-empty")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_git_merges_what_it_can_and_leaves_what_it_can_t(seed: int, tmp_path: Path) -> None:
    base, ours, theirs, value, conflicts = pair(seed, seed % 4 == 0)
    name = NAMES[seed % 2]
    repository(tmp_path, name, base, ours, theirs)
    done = git(tmp_path, "merge", "-q", "--no-edit", "theirs")
    text = (tmp_path / name).read_bytes().decode()
    assert (done.returncode == 1) == bool(conflicts), done.stderr
    assert (name in git(tmp_path, "diff", "--name-only", "--diff-filter=U").stdout) == bool(conflicts)
    if not conflicts:
        assert held(text) == value
    for id_, field in conflicts:
        assert (
            f"{name}: {id_}, field {field}: ours" in done.stderr
            if field
            else f"{name}: {id_}: " in done.stderr
        )


def test_a_conflict_stops_git_and_check_and_is_told_in_words(tmp_path: Path, actorgraph: Any) -> None:
    ours, theirs = changed(("in the hills", "in towns")), changed(("in the hills", "at sea"))
    repository(tmp_path, "relations.yaml", BASE, ours, theirs)
    done = git(tmp_path, "merge", "theirs")
    assert done.returncode == 1
    assert "relations.yaml: south.distrust.north, field scope: ours: in towns, theirs: at sea" in done.stderr
    (tmp_path / "dataset.yaml").write_text("format: 1\ntitle: A\n")
    assert "git left a merge here" in actorgraph("check").stdout


def test_a_file_that_can_t_be_read_is_merged_by_lines(tmp_path: Path, actorgraph: Any) -> None:
    for name, text in (("o", "a: [\nb\nc\n"), ("a", "a: [\nb\nd\n"), ("b", "a: [\ne\nf\n")):
        (tmp_path / name).write_text(text)
    assert actorgraph("merge-driver", "o", "a", "b", "relations.yaml").returncode == 1
    assert (tmp_path / "a").read_text() == "a: [\n<<<<<<< ours\nb\nd\n=======\ne\nf\n>>>>>>> theirs\n"


def test_what_a_rename_wrote_merges_with_a_record_added_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "relations.yaml").write_text(BASE)
    (tmp_path / "actors.yaml").write_text(
        "actors:\n"
        + "".join(f"  {one}: {{name: {one}, kind: faction}}\n" for one in ("north", "south", "west", "east"))
    )
    draft = Draft(str(tmp_path))
    rename(draft, "north", "boreal")
    added = BASE + "  - {from: south, type: enmity, to: east, evidence: s1 p9}\n"
    found = done(BASE, draft.after["relations.yaml"].decode(), added)
    assert not found.conflicts
    assert "north" not in found.text.replace("# north", "")
    assert "s1 p9" in found.text
