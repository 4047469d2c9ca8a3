"""Bytes onto the disk: each file whole in its old form or whole in its new one, whenever the power goes."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from ..errors import Fault
from ..tree import NAMES

# New ones lie beside their file under this name. No reader takes them for data, and the next writer sweeps them up.
_ASIDE: Final = ".{}.actorgraph"
# What names others comes after what they name, so that a power cut between two files leaves no tie without ends.
_ORDER: Final = ("types", "sources", "actors", "events", "relations", "scenarios", "dataset")


def replace(folder: str, files: dict[str, bytes]) -> None:
    """Put the files in the place of what is there; on any trouble before the first is in place none is.

    Whoever calls holds the lock of the folder.
    """
    home = os.path.realpath(folder)
    ready: list[tuple[str, str, str]] = []
    done: list[str] = []
    name = ""
    try:
        for name in _in_order(files):
            target = _target(home, name)
            aside = os.path.join(os.path.dirname(target), _ASIDE.format(os.path.basename(target)))
            ready.append((name, aside, target))
            _write(aside, target, files[name])
        for name, aside, target in ready:
            os.replace(aside, target)
            done.append(name)
        for inner in dict.fromkeys(os.path.dirname(target) for _, _, target in ready):
            _settle(inner)
    except OSError as error:
        raise _cannot(name, error.strerror or str(error), done) from error
    finally:
        for _, aside, _ in ready[len(done) :]:
            with suppress(OSError):
                os.unlink(aside)


def sweep(folder: str) -> None:
    """Take away what a writer that was killed left lying; whoever calls holds the lock."""
    home = os.path.realpath(folder)
    for inner in (home, *(os.path.join(home, name) for name in NAMES[1:])):
        with suppress(OSError), os.scandir(inner) as found:
            for entry in found:
                if entry.name.startswith(".") and entry.name.endswith(".yaml.actorgraph"):
                    with suppress(OSError):
                        os.unlink(entry.path)


def _in_order(names: Iterable[str]) -> list[str]:
    def rank(name: str) -> tuple[int, str]:
        family = name.partition("/")[0].removesuffix(".yaml")
        return (_ORDER.index(family) if family in _ORDER else len(_ORDER), name)

    return sorted(names, key=rank)


def _target(home: str, name: str) -> str:
    """The file itself: a link inside the folder stays one, a link that leaves it is not followed."""
    target = os.path.realpath(os.path.join(home, name))
    if os.path.commonpath([home, target]) != home:
        raise Fault(
            f'Can\'t write "{name}": it is a link that leaves the folder of the data set. Nothing was changed.',
            "Put the file itself there.",
        )
    return target


def _write(aside: str, target: str, data: bytes) -> None:
    before = _standing(target)
    if before is None:
        os.makedirs(os.path.dirname(target), exist_ok=True)
    with suppress(FileNotFoundError):
        os.unlink(aside)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(handle, "wb") as stream:
        if before is not None:
            if not os.access(target, os.W_OK):  # a rename would not ask
                raise OSError(0, "the file is read-only")
            _like(before, target, handle, aside)
        stream.write(data)
        stream.flush()
        os.fsync(handle)


def _standing(target: str) -> os.stat_result | None:
    """What is there, if it is a file or nothing."""
    try:
        about = os.lstat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(about.st_mode):
        raise OSError(0, "it is no plain file")
    return about


def _like(before: os.stat_result, target: str, handle: int, aside: str) -> None:
    """Owner, permissions and access list of the file that was there, as far as this user may give them."""
    if hasattr(os, "fchown"):
        now = os.fstat(handle)
        if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
            with suppress(OSError):
                os.fchown(handle, before.st_uid, before.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(aside, name, os.getxattr(target, name))
    os.chmod(handle if os.chmod in os.supports_fd else aside, stat.S_IMODE(before.st_mode))


def _settle(folder: str) -> None:
    """The new names too are on disk; where folders can't be synced, the file system sees to it."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot(name: str, why: str, done: list[str]) -> Fault:
    after = f"Written before it: {', '.join(done)}." if done else "Nothing was changed."
    why = why[:1].lower() + why[1:]
    return Fault(f'Can\'t write "{name}": {why}. {after}')
