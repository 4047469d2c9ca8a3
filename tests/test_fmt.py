"""`fmt`, and `check --watch`, as a user runs them; and the hooks that run them before a commit."""

import os
import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from actorgraph.errors import Fault
from actorgraph.loading import load
from actorgraph.record.draft import Draft
from actorgraph.record.migrating import migrated
from actorgraph.tree import shipped

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped data set, its actors laid out otherwise."""
    place = tmp_path / "mine"
    shutil.copytree(shipped(), place)
    text = (place / "actors.yaml").read_text()
    (place / "actors.yaml").write_text(text.replace("    kind: ", "    kind:   "))
    assert not load(str(place)).problems
    return place


def test_fmt_lays_out_what_is_not_and_then_has_nothing_to_do(actorgraph, folder: Path) -> None:
    before = load(str(folder)).dataset
    done = actorgraph("fmt", "--data", str(folder))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Written: actors.yaml.\n")
    assert load(str(folder)).dataset.actors.keys() == before.actors.keys()
    again = actorgraph("fmt", "--data", str(folder))
    assert (again.returncode, again.stderr) == (0, "Nothing to write.\n")
    assert not actorgraph("diff", shipped(), "--data", str(folder), "--exit-code").returncode


def test_check_names_the_files_and_writes_nothing(actorgraph, folder: Path) -> None:
    before = (folder / "actors.yaml").read_bytes()
    done = actorgraph("fmt", "--check", "--data", str(folder))
    assert (done.returncode, done.stdout) == (1, "actors.yaml is laid out otherwise.\n")
    assert f"actorgraph fmt --data {folder}" in done.stderr
    assert (folder / "actors.yaml").read_bytes() == before
    assert actorgraph("fmt", "--check", "--data", shipped()).returncode == 0


def test_a_dry_run_prints_a_patch_that_git_takes(actorgraph, folder: Path) -> None:
    before = (folder / "actors.yaml").read_bytes()
    done = actorgraph("fmt", "--dry-run", "--data", str(folder))
    assert done.returncode == 0
    assert "Nothing was written: --dry-run." in done.stderr
    assert (folder / "actors.yaml").read_bytes() == before
    subprocess.run(["git", "apply", "-p0"], cwd=folder, input=done.stdout, text=True, check=True)
    assert actorgraph("fmt", "--check", "--data", str(folder)).returncode == 0


def test_a_diff_cannot_steer_the_terminal(actorgraph, tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text("format: 1\ntitle: T\n")
    (tmp_path / "actors.yaml").write_text("actors:\n   a: {name: A, kind: faction, note: 'x\u202ey'}\n")
    done = actorgraph("fmt", "--dry-run", "--data", str(tmp_path))
    assert "<U+202E>" in done.stdout
    assert "\u202e" not in done.stdout


def test_a_file_that_cannot_be_read_whole_stops_fmt_before_it_writes(actorgraph, folder: Path) -> None:
    (folder / "events.yaml").write_text("events:\n  a: b: c\n")
    before = (folder / "actors.yaml").read_bytes()
    done = actorgraph("fmt", "--data", str(folder))
    assert done.returncode == 2
    assert done.stderr.startswith("events.yaml:2:6: ")
    assert "Mend that first: nothing was changed." in done.stderr
    assert (folder / "actors.yaml").read_bytes() == before


def test_the_shipped_data_set_is_not_laid_out_in_place(actorgraph) -> None:
    done = actorgraph("fmt")
    assert done.returncode == 2
    assert "--data DIR" in done.stderr


def test_check_and_dry_run_are_two_requests(actorgraph) -> None:
    assert actorgraph("fmt", "--check", "--dry-run").returncode == 2


# -- older formats


def test_a_data_set_of_this_format_has_nothing_to_migrate(actorgraph, folder: Path) -> None:
    done = actorgraph("fmt", "--migrate", "--check", "--data", str(folder))
    assert "The data set is already at format 1." in done.stderr


def test_a_newer_format_is_not_guessed_at(actorgraph, tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text("format: 7\ntitle: T\n")
    done = actorgraph("fmt", "--migrate", "--data", str(tmp_path))
    assert done.returncode == 2
    assert 'There is no way from format "7" to format 1' in done.stderr


def test_steps_lead_from_version_to_version(tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text("format: 0.8\ntitle: T\n")

    def step(old: str, new: str):
        return new, lambda texts: {name: text.replace(old, new) for name, text in texts.items()}

    steps = {"0.8": step("0.8", "0.9"), "0.9": step("0.9", "1")}
    begun, texts = migrated(Draft(str(tmp_path)), steps)
    assert (begun, texts) == ("0.8", {"dataset.yaml": "format: 1\ntitle: T\n"})
    with pytest.raises(Fault, match="no way from format"):
        migrated(Draft(str(tmp_path)), {"0.8": steps["0.8"]})


# -- check --watch


def test_watching_checks_again_after_a_change_and_ends_quietly(folder: Path) -> None:
    words = [sys.executable, "-m", "actorgraph", "check", "--watch", "--data", str(folder)]
    heard = partial(
        signal.signal, signal.SIGINT, signal.SIG_DFL
    )  # whoever started the tests may ignore Ctrl-C
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("No problem in 6 files")
        path = folder / "events.yaml"
        good = path.read_text()
        path.write_text(good + "  odd:\n    name: Odd\n    when: once\n")
        told = process.stdout.readline()
        assert told.startswith("events.yaml:")
        while not told.startswith("1 error"):
            told = process.stdout.readline()
        assert process.stdout.readline()
        path.write_text(good)
        while not told.startswith("No problem in 6 files"):
            told = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said


def test_a_folder_without_data_is_not_watched(actorgraph, tmp_path: Path) -> None:
    assert actorgraph("check", "--watch", "--data", str(tmp_path)).returncode == 2


# -- before a commit


def hooks() -> dict[str, dict[str, str]]:
    """The hooks that the repository offers, by id."""
    import yaml

    with open(ROOT / ".pre-commit-hooks.yaml", encoding="utf-8") as file:
        return {hook["id"]: hook for hook in yaml.safe_load(file)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("id_", "spoilt"), [("actorgraph-check", "kind: no-such-kind"), ("actorgraph-fmt", "kind:  state")]
)
def test_a_hook_lets_a_sound_record_pass_and_stops_another(folder: Path, id_: str, spoilt: str) -> None:
    hook = hooks()[id_]
    assert hook["language"] == "python"
    assert re.search(hook["files"], "data/actors.yaml")
    assert hook["pass_filenames"] is False
    shutil.copy(Path(shipped()) / "actors.yaml", folder)
    program, *words = hook["entry"].split()
    assert program == "actorgraph"

    def run() -> int:
        line = [sys.executable, "-m", program, *words]
        return subprocess.run(line, cwd=folder, capture_output=True, env={**os.environ}).returncode

    assert run() == 0
    path = folder / "actors.yaml"
    path.write_text(
        path.read_text().replace("kind: state", spoilt, 1).replace("kind: armed-group", spoilt, 1)
    )
    assert run() == 1
