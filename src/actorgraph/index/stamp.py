"""Whether files are what they were: names, sizes, times and inodes, and the bytes where times can't tell.

A file that changed less than two seconds before it was read may change again without another time to show for it: its
digest is compared as well. A change of content that keeps size, inode and both times is not seen otherwise; no
system call of a user can bring it about, since nobody sets the time of the last change of an inode.
"""

import os
import time
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from ..tree import MOST_FILES, NAMES

YAML: Final = (".yaml", ".yml")
RACY: Final = 2_000_000_000
MADE_BY: Final = (
    "", "decode", "nodes", "vocabulary", "index",
)  # fmt: skip


class Mark(NamedTuple):
    """What tells one file; `digest` is empty where the times are old enough to be believed."""

    name: str
    size: int
    changed: int
    touched: int
    inode: int
    device: int
    racy: bool
    digest: str = ""


class Stamp(NamedTuple):
    """The folder, every name in it that may matter, and the marks of the files that are read."""

    folder: str
    names: tuple[str, ...]
    files: tuple[Mark, ...]


def taken(folder: str) -> Stamp | None:
    """The stamp of a folder as it is now, without digests; None where it can't be read."""
    now = time.time_ns()
    home = os.path.realpath(folder)
    names: list[str] = []
    marks: list[Mark] = []
    try:
        with os.scandir(home) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.lower().endswith(YAML) or entry.is_dir():
                    names.append(entry.name)
                if entry.name in NAMES[1:] and entry.is_dir():
                    held = (one for one in os.listdir(entry.path) if one.lower().endswith(YAML))
                    names += [f"{entry.name}/{one}" for one in sorted(held)]
        if len(names) > MOST_FILES:
            return None
        for name in names:
            stem, _, inner = name.removesuffix(".yaml").partition("/")
            if name.endswith(".yaml") and stem in NAMES and not inner.startswith("."):
                found = os.stat(f"{home}/{name}")
                times = found.st_mtime_ns, found.st_ctime_ns
                racy = max(times) > now - RACY
                marks.append(Mark(name, found.st_size, *times, found.st_ino, found.st_dev, racy))
    except (OSError, ValueError):
        return None
    return Stamp(home, tuple(names), tuple(marks))


def digested(stamp: Stamp, texts: Mapping[str, bytes]) -> Stamp | None:
    """The stamp with the digests of what was read of those files; None where another file was read than is marked."""
    if {mark.name for mark in stamp.files} != texts.keys():
        return None
    if any(mark.size != len(texts[mark.name]) for mark in stamp.files):
        return None
    return stamp._replace(
        files=tuple(mark._replace(digest=digest((texts[mark.name],))) for mark in stamp.files)
    )


def same(was: Stamp, now: Stamp) -> bool:
    """Whether nothing has changed since."""
    if (was.folder, was.names) != (now.folder, now.names) or len(was.files) != len(now.files):
        return False
    if any(one[:6] != other[:6] for one, other in zip(was.files, now.files, strict=True)):
        return False
    return all(_unchanged(was.folder, mark) for mark in was.files if mark.racy)


def _unchanged(folder: str, mark: Mark) -> bool:
    try:
        with open(f"{folder}/{mark.name}", "rb") as file:
            return digest((file.read(mark.size + 1),)) == mark.digest
    except OSError:
        return False


def digest(parts: Iterable[bytes]) -> str:
    """A short digest of those bytes."""
    from hashlib import blake2b

    found = blake2b(digest_size=16)
    for part in parts:
        found.update(part)
    return found.hexdigest()


def program() -> str:
    """What makes records of files: another version or other sources of it make another index."""
    import sys

    from .. import __version__

    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    told = [__version__, sys.version.partition(" ")[0]]
    for folder in MADE_BY:
        try:
            with os.scandir(os.path.join(home, folder)) as entries:
                files = [entry for entry in entries if entry.name.endswith((".py", ".yaml"))]
                told += sorted(f"{one.name}:{one.stat().st_mtime_ns}:{one.stat().st_size}" for one in files)
        except OSError:  # in a zip archive: the version has to tell
            continue
    import zlib

    return f"{__version__}:{zlib.crc32(' '.join(told).encode()):08x}"
