"""`check --changed` leaves out no error, and of warnings and hints only those of files as committed."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.cli import main
from test_revision import FILES, commit, git

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here"),
    pytest.mark.slow,
]

HINTED = {
    **FILES,
    "actors.yaml": FILES["actors.yaml"] + "  green: {name: Green, kind: faction}\n",
    "sources.yaml": FILES["sources.yaml"] + "  unread: {title: Unread, author: ann, published: 2021}\n",
    "relations/more.yaml": "relations:\n  - {from: green, type: alliance, to: blue}\n",
}
WORDS = sorted({word for text in HINTED.values() for word in text.replace(":", " ").split()})


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    git(folder, "init", "-q", "-b", "main")
    written(folder, HINTED)
    commit(folder, "all")
    return folder


def written(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def told(folder: Path, *options: str) -> list[dict[str, object]]:
    out = folder.parent / f"{folder.name}.json"
    main(["check", "--data", str(folder), "--format", "json", "-o", str(out), *options])
    problems = json.loads(out.read_text(encoding="utf-8"))["problems"]
    assert isinstance(problems, list)
    return problems


@settings(max_examples=25, deadline=None)
@given(
    name=st.sampled_from(sorted(HINTED)),
    old=st.sampled_from(WORDS),
    new=st.sampled_from([*WORDS, "", "nobody", "2020-13"]),
)
def test_errors_are_the_same_whatever_was_changed(record: Path, name: str, old: str, new: str) -> None:
    text = HINTED[name].replace(old, new)
    written(record, {**HINTED, name: text})
    everything, changed = told(record), told(record, "--changed")
    assert [one for one in everything if one["severity"] == "error"] == [
        one for one in changed if one["severity"] == "error"
    ]
    assert all(one in everything for one in changed)
    assert text == HINTED[name] or all(one in changed for one in everything if one["file"] == name)


def test_hints_of_files_as_committed_are_left_to_a_plain_check(record: Path) -> None:
    written(record, HINTED)
    assert {one["file"] for one in told(record)} == {"relations/more.yaml", "sources.yaml"}
    assert told(record, "--changed") == []
    written(record, {**HINTED, "sources.yaml": HINTED["sources.yaml"] + "\n# read it again\n"})
    assert {one["file"] for one in told(record, "--changed")} == {"sources.yaml"}


def test_an_error_in_a_file_that_nobody_touched_is_told(record: Path) -> None:
    written(record, {**HINTED, "actors.yaml": FILES["actors.yaml"]})
    assert [(one["name"], one["file"]) for one in told(record, "--changed")] == [
        ("unknown-actor", "relations/more.yaml")
    ]


def test_a_folder_outside_git_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, FILES)
    assert main(["check", "--data", str(tmp_path), "--changed"]) == 2
    assert "is in no git repository" in capsys.readouterr().err
