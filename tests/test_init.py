"""A new record: valid, whole or not there, and in nobody's way."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from actorgraph.record.beginning import begin, files

DATA = ("dataset", "actors", "sources", "relations")


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_record_is_valid_and_answers(actorgraph, tmp_path: Path) -> None:
    done = actorgraph(
        "init", "river", "--title", 'A title: with "marks" # and more', "--question", "who: where"
    )
    assert (done.returncode, done.stdout.splitlines()) == (0, [f"river/{name}" for name in files("x")])
    checked = actorgraph("check", "--strict", "--data", "river")
    assert (checked.returncode, checked.stdout) == (0, "No problem in 4 files.\n")
    read = yaml.safe_load((tmp_path / "river/dataset.yaml").read_text())
    assert (read["title"], read["question"]) == ('A title: with "marks" # and more', "who: where")
    assert actorgraph("list", "actors", "--data", "river").returncode == 0


def test_each_file_names_a_schema_that_lies_there_and_takes_it(tmp_path: Path) -> None:
    begin(str(tmp_path / "river"), files("A river"))
    for name in DATA:
        path = tmp_path / "river" / f"{name}.yaml"
        first = path.read_text().splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = json.loads((path.parent / first.partition("=")[2]).read_text())
        jsonschema.validate(yaml.safe_load(path.read_text()), schema)


def test_the_workflow_stops_with_a_word_until_it_knows_where_the_program_comes_from(tmp_path: Path) -> None:
    flow = yaml.safe_load(files("A river")[".github/workflows/check.yml"])
    steps = [step["run"] for step in flow["jobs"]["check"]["steps"] if "run" in step]
    done = subprocess.run(
        ["/bin/bash", "-c", steps[0]], env={**os.environ, "ACTORGRAPH": "", "PATH": ""}, capture_output=True
    )
    assert done.returncode != 0
    assert b"write at the top of this file" in done.stderr
    assert steps[1] == "actorgraph check --data . --format github"


def test_git_keeps_line_ends_and_the_bytes_of_texts(actorgraph, tmp_path: Path) -> None:
    actorgraph("init", "river")
    river = tmp_path / "river"
    (river / "texts").mkdir()
    (river / "texts/one.txt").write_bytes(b"one\r\ntwo\r\n")
    git = ["git", "-c", "core.autocrlf=true", "-C", str(river)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True, capture_output=True)
    kept = subprocess.run([*git, "show", ":texts/one.txt"], check=True, capture_output=True).stdout
    assert kept == b"one\r\ntwo\r\n"
    told = subprocess.run([*git, "check-attr", "eol", "actors.yaml"], check=True, capture_output=True).stdout
    assert told == b"actors.yaml: eol: lf\n"


@pytest.mark.parametrize("there", ["relations.yaml", "actors/a.yaml", ".gitattributes", ".github/workflows/check.yml",
                                   ".schema/types.schema.json", "data/dataset.yaml", "events.yaml"])  # fmt: skip
def test_a_folder_that_holds_one_of_the_files_is_refused_and_left_alone(
    actorgraph, tmp_path: Path, there: str
) -> None:
    path = tmp_path / "river" / there
    path.parent.mkdir(parents=True)
    path.write_text("mine\n")
    done = actorgraph("init", "river")
    assert (done.returncode, done.stdout) == (2, "")
    assert there.partition("/a.yaml")[0] in done.stderr
    assert "Nothing was changed" in done.stderr
    assert everything(tmp_path / "river") == {there: b"mine\n"}


def test_other_files_of_the_folder_stay(actorgraph, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine\n")
    done = actorgraph("init")
    assert done.returncode == 0
    assert everything(tmp_path) == {**files(tmp_path.name), "README.md": b"mine\n"}
    again = actorgraph("init")
    assert (again.returncode, everything(tmp_path)) == (2, {**files(tmp_path.name), "README.md": b"mine\n"})


def test_a_file_is_no_place_for_a_record(actorgraph, tmp_path: Path) -> None:
    (tmp_path / "river").write_text("mine\n")
    done = actorgraph("init", "river")
    assert (done.returncode, done.stderr) == (2, '"river" is no folder. Name one: actorgraph init DIR\n')


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("most", [10, 10_000, 30_000])
def test_a_disk_that_is_full_midway_leaves_nothing(tmp_path: Path, there: bool, most: int) -> None:
    if there:
        (tmp_path / "river").mkdir()
        (tmp_path / "river" / "README.md").write_text("mine\n")
    done = subprocess.run(
        [sys.executable, "-m", "actorgraph", "init", "river"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'Can\'t begin a record in "river": file too large. Nothing was written.\n'
    left = [str(path.relative_to(tmp_path)) for path in sorted(tmp_path.rglob("*"))]
    assert left == (["river", "river/README.md"] if there else [])


def test_a_file_where_a_folder_is_needed_leaves_nothing(actorgraph, tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("mine\n")
    done = actorgraph("init")
    assert done.returncode == 2
    assert "Nothing was written." in done.stderr
    assert everything(tmp_path) == {".github": b"mine\n"}
    assert [path.name for path in tmp_path.iterdir()] == [".github"]


@pytest.mark.slow
def test_a_title_that_can_not_be_seen_is_refused(actorgraph, tmp_path: Path) -> None:
    for title in ("", "  ", "a\nb", "a\x1b[2Jb", "a\u202eb"):
        done = actorgraph("init", "river", "--title", title)
        assert (done.returncode, done.stdout, (tmp_path / "river").exists()) == (2, "", False)


def test_below_the_root_of_a_repository_one_is_told_where_workflows_are_read(
    actorgraph, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    assert "where the repository begins" in actorgraph("init", "river").stderr


def test_a_folder_that_nobody_named_and_that_holds_files_is_not_filled(actorgraph, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    done = actorgraph("init")
    assert done.returncode == 2
    assert "holds other files: notes.txt. Nothing was written." in done.stderr
    assert not (tmp_path / "dataset.yaml").exists()
    assert actorgraph("init", ".").returncode == 0


def test_an_empty_folder_is_begun_without_a_name(actorgraph, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert actorgraph("init").returncode == 0
    assert (tmp_path / "dataset.yaml").exists()


def test_check_without_a_record_says_that_the_shipped_one_is_sound(actorgraph, tmp_path: Path) -> None:
    assert actorgraph("check").stdout.startswith("No problem in 6 files of the shipped record")
