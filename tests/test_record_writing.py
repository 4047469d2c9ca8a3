"""What is on disk is the old file or the new one, whatever happens to the writer; and no edit of anybody is lost."""

import ctypes
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actorgraph.errors import Fault
from actorgraph.loading import load
from actorgraph.record import lock
from actorgraph.record.draft import Draft, Refused, opened
from actorgraph.record.inserting import insert
from actorgraph.tree import Found, shipped
from writer import MARK

WRITER = str(Path(__file__).parent / "writer.py")
FILES = {
    "dataset.yaml": b"format: 1\ntitle: A small record\n",
    "actors.yaml": b"actors:\n  # one\n  alba:\n    name: Alba\n    kind: faction\n",
    "sources.yaml": b"sources:\n  s1: {title: One, author: alba, published: 2000}  # the first\n",
    "relations.yaml": b"relations:\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "record")


def made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def writer(folder: Path, name: str, *more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, WRITER, str(folder), name, *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run(
    folder: Path, name: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, WRITER, str(folder), name],
        preexec_fn=before,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def written(tmp_path: Path, name: str = "brel") -> dict[str, bytes]:
    """The files once that writer is done."""
    folder = made(tmp_path / "done")
    assert run(folder, name).returncode == 0
    return held(folder)


# -- a writer that is killed


def calls(folder: Path, log: Path, *inject: str) -> list[str]:
    """The names of the system calls on files that a writer makes, with the mark where the writing begins."""
    tracing = ["strace", "-f", "-qq", "-e", "trace=file,desc", *inject, "-o", str(log)]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*tracing, sys.executable, WRITER, str(folder), "brel"],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    if done.returncode not in (0, -signal.SIGKILL, 128 + signal.SIGKILL):
        pytest.skip(f"no process may be traced here: {done.stderr.decode()[:200]}")
    found = []
    for line in log.read_text().splitlines():
        call = re.match(r"\d+\s+(\w+)\(", line)
        if call:
            found.append("MARK" if MARK in line else call[1])
    return found


def recorded(folder: Path, log: Path, *inject: str) -> tuple[list[str], list[str]]:
    """The calls of a writer on fresh files: those before it begins to write, and from its mark on."""
    shutil.rmtree(folder, ignore_errors=True)
    made(folder)
    found = calls(folder, log, *inject)
    assert "MARK" in found, "killed before it began to write"
    begin = found.index("MARK")
    return found[:begin], found[begin:]


Calls = tuple[list[str], list[str]]


def killed_at(folder: Path, log: Path, at: int, known: Calls) -> Calls:
    """The folder as a writer leaves it that is killed at that call after its mark, and at no other.

    Calls are counted from the start of the process, and what an interpreter looks for before the writing may differ
    from run to run: other tests write byte code beside it. Then it is recorded anew, until the boundary is met.
    """
    for _ in range(5):
        before, writing = known
        name = writing[at]
        # The mark is a call of its own name, which is counted too.
        nth = sum(
            call == name or (call == "MARK" and "stat" in name) for call in [*before, *writing[: at + 1]]
        )
        if len(recorded(folder, log, f"--inject={name}:signal=KILL:when={nth}")[1]) == at + 1:
            return known
        known = recorded(folder, log)
    raise AssertionError(f"the call {at} after the mark was never met")


@pytest.mark.slow
def test_a_writer_killed_at_any_system_call_leaves_old_files_or_new_ones(tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    new = written(tmp_path)
    folder, log = tmp_path / "record", tmp_path / "log"
    known = recorded(folder, log)
    assert held(folder) == new
    seen: set[tuple[str, ...]] = set()
    for at in range(1, len(known[1])):
        known = killed_at(folder, log, at, known)
        left = held(folder)
        state = tuple(name for name in FILES if left[name] == new[name] != FILES[name])
        assert all(left[name] in (FILES[name], new[name]) for name in FILES)
        strays = set(left) - set(FILES)
        assert strays <= {f".{name}.actorgraph" for name in FILES}
        assert not load(str(folder)).problems
        seen.add(state)
        if strays and state not in seen:
            assert run(folder, "corvo").returncode == 0
            assert set(held(folder)) == set(FILES), "the next writer sweeps up"
    # What is named comes before what names it.
    assert seen == {
        (),
        ("sources.yaml",),
        ("actors.yaml", "sources.yaml"),
        ("actors.yaml", "sources.yaml", "relations.yaml"),
    }


def test_what_a_killed_writer_left_is_swept_up_by_the_next(folder: Path) -> None:
    (folder / ".actors.yaml.actorgraph").write_bytes(b"half a f")
    assert run(folder, "brel").returncode == 0
    assert set(held(folder)) == set(FILES)
    assert b"half" not in (folder / "actors.yaml").read_bytes()


# -- two writers


def test_a_second_writer_waits_for_the_first_and_both_edits_stand(folder: Path) -> None:
    with writer(folder, "brel", "hold") as first:
        assert first.stdout
        assert first.stdout.readline() == "open\n"
        with writer(folder, "corvo") as second:
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(1)
            first.communicate()
            assert (first.wait(), second.wait()) == (0, 0)
    assert {"alba", "brel", "corvo"} <= load(str(folder)).dataset.actors.keys()
    assert len(load(str(folder)).dataset.relations) == 2


def test_many_writers_at_once_lose_nothing(folder: Path) -> None:
    names = [f"actor-{number}" for number in range(6)]
    started = [writer(folder, name) for name in names]
    for one in started:
        one.communicate()
    found = load(str(folder))
    assert not found.problems
    done = [name for name, one in zip(names, started, strict=True) if one.returncode == 0]
    assert done
    assert set(done) | {"alba"} == found.dataset.actors.keys()


def test_a_lock_is_not_waited_for_for_ever_and_dies_with_its_writer(folder: Path) -> None:
    with writer(folder, "brel", "hold") as first:
        assert first.stdout
        first.stdout.readline()
        with pytest.raises(Fault, match="Another actorgraph is writing"), lock.held(str(folder), 0.1):
            pass
        first.kill()
        first.wait()
        with lock.held(str(folder), 0):
            assert set(held(folder)) == set(FILES), "a lock leaves no file in the folder"


def test_a_file_that_an_editor_saved_meanwhile_is_not_written_over(folder: Path) -> None:
    with writer(folder, "brel", "hold") as first:
        assert first.stdout
        first.stdout.readline()
        (folder / "actors.yaml").write_bytes(FILES["actors.yaml"] + b"# mine\n")
        _, said = first.communicate()
    assert first.returncode == 2
    assert said.startswith("actors.yaml changed while this was at work. Nothing was written.")
    assert held(folder) == {**FILES, "actors.yaml": FILES["actors.yaml"] + b"# mine\n"}


# -- a disk that does not take it


def assert_refused(done: subprocess.CompletedProcess[str], folder: Path, *words: str) -> None:
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert any(word in done.stderr for word in words), done.stderr
    assert "Nothing was changed." in done.stderr
    assert held(folder) == FILES


def test_a_file_that_outgrows_what_is_allowed_leaves_all_as_it_was(folder: Path) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    assert_refused(run(folder, "brel", small), folder, "file too large")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few pages of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(place)]
    done = subprocess.run(mount, capture_output=True, encoding="utf-8") if shutil.which("mount") else None
    if done is None or done.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_all_as_it_was(disk: Path) -> None:
    folder = made(disk / "record")
    with open(disk / "filler", "wb", buffering=0) as filler, pytest.raises(OSError, match="No space"):
        while True:
            filler.write(bytes(4096))
    assert_refused(run(folder, "brel"), folder, "no space left on device")


def test_a_read_only_disk_leaves_all_as_it_was(disk: Path) -> None:
    folder = made(disk / "record")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert_refused(run(folder, "brel"), folder, "read-only file system")


def as_others() -> None:
    """As anybody: the superuser without the right to pass over permissions, which is given back at no start."""
    if os.geteuid() == 0:
        drop, passes_over, reads_over = 24, 1, 2
        libc = ctypes.CDLL(None, use_errno=True)
        for right in (passes_over, reads_over):
            if libc.prctl(drop, right, 0, 0, 0):
                os._exit(99)


@pytest.mark.parametrize("name", [".", "actors.yaml"])
def test_what_may_not_be_written_is_left_as_it_was(folder: Path, name: str) -> None:
    (folder / name).chmod(0o555 if name == "." else 0o444)
    try:
        done = run(folder, "brel", as_others)
        if done.returncode == 99:
            pytest.skip("the superuser may write anywhere here")
        assert_refused(done, folder, "permission denied", "the file is read-only")
    finally:
        (folder / name).chmod(0o755)


# -- what the file was like


def test_a_link_inside_the_folder_stays_one(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "relations.yaml").rename(folder / "kept" / "ties.yaml")
    (folder / "relations.yaml").symlink_to("kept/ties.yaml")
    assert run(folder, "brel").returncode == 0
    assert (folder / "relations.yaml").is_symlink()
    assert b"to: brel" in (folder / "kept" / "ties.yaml").read_bytes()
    assert [path.name for path in (folder / "kept").iterdir()] == ["ties.yaml"]


def test_a_link_that_leaves_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "relations.yaml").rename(tmp_path / "elsewhere.yaml")
    (folder / "relations.yaml").symlink_to("../elsewhere.yaml")
    done = run(folder, "brel")
    assert done.returncode == 2
    assert "relations.yaml is not written over: a link that leaves the folder" in done.stderr
    assert (tmp_path / "elsewhere.yaml").read_bytes() == FILES["relations.yaml"]
    assert (folder / "actors.yaml").read_bytes() == FILES["actors.yaml"]


def test_permissions_line_ends_and_a_missing_last_line_end_are_kept(folder: Path) -> None:
    path = folder / "actors.yaml"
    path.write_bytes(FILES["actors.yaml"].replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    path.chmod(0o640)
    assert run(folder, "brel").returncode == 0
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == 7
    assert data.endswith(b"faction")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="files have no attributes of their own here")
def test_attributes_are_kept(folder: Path) -> None:
    try:
        os.setxattr(folder / "actors.yaml", "user.origin", b"a desk")
    except OSError:
        pytest.skip("files have no attributes of their own on this file system")
    assert run(folder, "brel").returncode == 0
    assert os.getxattr(folder / "actors.yaml", "user.origin") == b"a desk"


# -- what is not written at all


def test_an_outcome_with_a_new_error_is_refused_and_an_old_error_is_no_reason(folder: Path) -> None:
    (folder / "actors.yaml").write_bytes(
        FILES["actors.yaml"] + b"  odd:\n    name: Odd\n    kind: nonesuch\n"
    )
    before = held(folder)
    with opened(Found(str(folder), "option")) as draft:
        insert(draft, "relations", {"from": "alba", "type": "enmity", "to": "nobody", "evidence": "s1"})
        with pytest.raises(Refused) as refused:
            draft.check()
    assert [problem.name for problem in refused.value.problems] == ["unknown-actor"]
    assert held(folder) == before
    assert run(folder, "brel").returncode == 0


def test_a_file_that_cannot_be_read_whole_is_not_written_to(folder: Path) -> None:
    (folder / "relations.yaml").write_bytes(b"relations:\n  - from: a: b\n")
    done = run(folder, "brel")
    assert done.returncode == 2
    assert done.stderr.startswith("relations.yaml:2:11: ")


def test_the_shipped_data_set_is_not_written_to() -> None:
    with pytest.raises(Fault, match="--data DIR"), opened(Found(shipped(), "shipped")):
        pass


def test_the_difference_is_shown_as_lines_taken_and_added(folder: Path) -> None:
    draft = Draft(str(folder))
    insert(draft, "actors", {"name": "Brel", "kind": "faction"}, "brel")
    assert draft.difference() == (
        "--- actors.yaml\n+++ actors.yaml\n@@ -3,3 +3,6 @@\n   alba:\n     name: Alba\n     kind: faction\n"
        "+  brel:\n+    name: Brel\n+    kind: faction\n"
    )
    assert held(folder) == FILES
