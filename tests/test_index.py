"""Whatever is wrong with an index, and whoever else is at it: the answer is the one of the files."""

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.index import opened, place
from actorgraph.index.indexed import Indexed
from actorgraph.loading import load
from test_index_laws import run

FILES = {
    "dataset.yaml": "format: 1\ntitle: A small record\n",
    "actors.yaml": "actors:\n  alba: {name: Alba, kind: faction}\n  brel: {name: Brel, kind: faction}\n",
    "sources.yaml": "sources:\n  s1: {title: One, author: quill, published: 2000}\n"
    "voices:\n  quill: {name: Quill, kind: author}\n",
    "relations.yaml": "relations:\n  - {from: alba, type: enmity, to: brel, evidence: s1 p1}\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("ACTORGRAPH_NO_CACHE", raising=False)
    return made(tmp_path / "record")


def made(folder: Path) -> Path:
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


def index_of(folder: Path) -> Path:
    return Path(place.file_of(os.path.realpath(folder)))


def warm(folder: Path) -> bool:
    """Whether the record is read from its index."""
    return isinstance(opened(str(folder)).dataset, Indexed)


def answers(folder: Path) -> bool:
    """Whether a question is answered as the files answer it; both are asked."""
    words = ("show", "alba", "--data", str(folder))
    found, true = run(*words), run(*words, "--no-cache")
    assert found == true
    return found[0] == 0


def test_the_second_question_is_answered_from_the_index_which_is_nobody_elses(folder: Path) -> None:
    assert not warm(folder)
    assert warm(folder)
    index = index_of(folder)
    assert stat.S_IMODE(index.stat().st_mode) == 0o600
    assert stat.S_IMODE(index.parent.stat().st_mode) == 0o700
    assert os.listdir(index.parent) == [index.name]


def test_a_record_with_errors_is_neither_kept_nor_asked_of_what_was_kept(folder: Path) -> None:
    assert not warm(folder)
    with open(folder / "relations.yaml", "a") as file:
        file.write("  - {from: alba, type: enmity, to: nobody, evidence: s1 p1}\n")
    assert not warm(folder)
    assert not warm(folder)


@pytest.mark.parametrize("name", [*FILES, "events.yaml", "relations/more.yaml", "types.yaml", "event.yaml"])
def test_another_file_or_a_changed_one_is_noticed(folder: Path, name: str) -> None:
    assert not warm(folder)
    assert warm(folder)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        path.read_text() + "# more\n" if path.exists() else f"{name.split('/')[0].split('.')[0]}:\n"
    )
    assert not warm(folder)
    path.unlink() if name not in FILES else path.write_text(FILES[name])
    assert not warm(folder)


@pytest.mark.parametrize("age", [0, 1, -3600, 3600, 10**8])
@pytest.mark.parametrize("way", ["in place", "replaced"])
def test_the_same_size_and_time_hide_no_change(folder: Path, age: int, way: str) -> None:
    path = folder / "actors.yaml"
    then = path.stat().st_mtime_ns - age * 10**9
    os.utime(path, ns=(then, then))
    run("show", "alba", "--data", str(folder))
    other = FILES["actors.yaml"].replace("Alba", "Alma")
    if way == "replaced":
        (folder / "aside").write_text(other)
        os.utime(folder / "aside", ns=(then, then))
        os.replace(folder / "aside", path)
    else:
        path.write_text(other)
    os.utime(path, ns=(then, then))
    assert answers(folder)
    assert "Alma" in run("show", "alba", "--data", str(folder))[1]


def test_a_clock_that_jumps_changes_no_answer(folder: Path) -> None:
    for year in (1971, 2100, 1999, 2038):
        for name in FILES:
            os.utime(folder / name, (year * 31_556_952 - 62_167_219_200,) * 2)
        assert answers(folder)
        assert warm(folder)


def test_a_flipped_byte_anywhere_changes_no_answer(folder: Path) -> None:
    assert not warm(folder)
    index = index_of(folder)
    whole, dice = index.read_bytes(), random.Random(1)  # noqa: S311  # the same bytes each time
    expected = run("show", "alba", "--data", str(folder), "--no-cache")
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 1, 4, 200))):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        index.write_bytes(data)
        assert run("show", "alba", "--data", str(folder)) == expected


@pytest.mark.parametrize("part", [0, 1, 15, 100, 4096, 5000, -1])
def test_a_short_file_changes_no_answer(folder: Path, part: int) -> None:
    assert not warm(folder)
    index_of(folder).write_bytes(index_of(folder).read_bytes()[:part])
    assert answers(folder)


def test_strange_files_in_its_place_are_neither_read_nor_followed(folder: Path, tmp_path: Path) -> None:
    assert not warm(folder)
    index = index_of(folder)
    for bytes_ in (b"", b"\0" * 9000, b"SQLite format 3\0" + b"\xff" * 5000):
        index.write_bytes(bytes_)
        assert answers(folder)
    other = tmp_path / "other"
    shutil.move(index, other)
    index.symlink_to(other)
    assert not warm(folder)
    assert not index.is_symlink()
    os.chmod(index, 0o666)  # noqa: S103  # anybody could have written it
    assert not warm(folder)
    index.unlink()
    index.mkdir()
    assert answers(folder)


def test_an_index_of_another_version_is_made_anew(folder: Path) -> None:
    import sqlite3

    from actorgraph.index.store import checksum

    assert not warm(folder)
    base = sqlite3.connect(index_of(folder))
    body = base.execute("SELECT body FROM part WHERE key = 'meta'").fetchone()[0].replace("0.1.0", "0.0.9")
    base.execute("UPDATE part SET body = ?, sum = ? WHERE key = 'meta'", (body, checksum("meta", body)))
    base.commit()
    base.close()
    assert not warm(folder)
    assert warm(folder)


def test_the_index_of_one_folder_is_not_that_of_another_in_its_place(folder: Path, tmp_path: Path) -> None:
    assert not warm(folder)
    other = made(tmp_path / "second")
    shutil.copy(index_of(folder), index_of(other))
    assert not warm(other)


@pytest.mark.parametrize("home", ["a file", "read-only", "nowhere", "unset"])
def test_where_nothing_can_be_kept_the_files_answer(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    cache = tmp_path / "cache"
    if home == "a file":
        cache.write_text("")
    elif home == "read-only":
        cache.mkdir()
        cache.chmod(0o500)
    elif home == "nowhere":
        monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    else:
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setenv("HOME", str(tmp_path / "gone" / "\N{SNOWMAN}"))
    assert answers(folder)
    assert answers(folder)


def test_ten_at_once_on_a_cold_cache_all_answer(folder: Path) -> None:
    line = [sys.executable, "-m", "actorgraph", "show", "alba", "--data", str(folder)]
    started = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(10)]
    told = {process.communicate() for process in started}
    assert len(told) == 1
    assert b"Alba" in told.pop()[0]
    assert os.listdir(index_of(folder).parent) == [index_of(folder).name]
    assert warm(folder)


@pytest.mark.slow
def test_killed_at_any_system_call_it_leaves_no_index_or_a_true_one(folder: Path, tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    log = tmp_path / "log"
    line = [sys.executable, "-m", "actorgraph", "show", "alba", "--data", str(folder)]
    expected = run("show", "alba", "--data", str(folder), "--no-cache")[1]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}

    def traced(*inject: str) -> subprocess.CompletedProcess[bytes]:
        shutil.rmtree(index_of(folder).parent, ignore_errors=True)
        words = ["strace", "-f", "-qq", "-y", "-e", "trace=file,desc", *inject, "-o", str(log), *line]
        return subprocess.run(words, env=environment, capture_output=True, timeout=60)

    if traced().returncode:
        pytest.skip("no process may be traced here")
    calls = [entry.split(maxsplit=1)[1] for entry in log.read_text().splitlines()]
    here = str(index_of(folder).parent)
    ours = [number for number, call in enumerate(calls) if here in call]
    assert len(ours) > 10
    killed = 0
    for number in ours:
        name = calls[number].split("(")[0]
        nth = sum(call.split("(")[0] == name for call in calls[: number + 1])
        killed += traced(f"--inject={name}:signal=KILL:when={nth}").returncode in (-signal.SIGKILL, 137)
        done = subprocess.run(line, capture_output=True, encoding="utf-8", check=True)
        assert done.stdout == expected
        assert answers(folder)
        assert warm(folder)
    assert killed > len(ours) // 2


def test_what_a_killed_writer_left_is_swept_away_when_it_is_old(folder: Path) -> None:
    assert not warm(folder)
    index = index_of(folder)
    left = Path(place.begun(str(index)))
    os.utime(left, (0, 0))
    new = Path(place.begun(str(index)))
    (folder / "dataset.yaml").write_text("format: 1\ntitle: Another\n")
    assert not warm(folder)
    assert not left.exists()
    assert new.exists(), "it may be a writer at work"


def test_a_row_that_is_lost_while_it_is_asked_is_read_from_the_files(folder: Path) -> None:
    assert not warm(folder)
    dataset = opened(str(folder)).dataset
    assert isinstance(dataset, Indexed)
    data = index_of(folder).read_bytes()
    index_of(folder).write_bytes(data[:4096] + bytes(len(data) - 4096))
    true = load(str(folder)).dataset
    assert dataset.relations == true.relations
    assert {**dataset.actors} == {**true.actors}


def test_the_command_tells_verifies_and_clears(folder: Path) -> None:
    data = ("--data", str(folder))
    assert "none yet" in run("cache", "info", *data)[1]
    assert run("cache", "verify", *data)[1].startswith("No index of this data set is in use")
    assert not warm(folder)
    assert run("cache", "info", *data)[1].startswith("1 index in ")
    assert run("cache", "verify", *data) == (0, "The index says what the files say.\n", "")
    index = index_of(folder)
    whole = index.read_bytes()
    at = whole.rindex(b'"Brel"')
    index.write_bytes(whole[: at + 1] + b"X" + whole[at + 2 :])
    code, told, _ = run("cache", "verify", *data)
    assert (code, told.split(".")[0]) == (1, "The index did not say what the files say")
    assert not index.exists()
    assert not warm(folder)
    assert run("cache", "clear")[1].startswith("1 index taken away.")
    assert run("cache", "clear")[1] == "Nothing is kept.\n"
    assert run("cache", "burn")[0] == 2


def test_a_question_answered_from_the_index_reads_no_yaml(
    actorgraph: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    actorgraph("show", "IS-K")
    told = actorgraph("show", "IS-K", python=("-X", "importtime")).stderr
    imported = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert {"sqlite3", "actorgraph.index"} <= imported
    assert not {"yaml", "actorgraph.nodes", "actorgraph.decode", "actorgraph.loading", "networkx"} & imported
