"""A folder -> the data set's files, as names and bytes in a fixed order; and which folder that is."""

import os
import stat
from itertools import islice
from typing import Final, Literal, NamedTuple

from actorgraph.problems import Problem, Severity, Span

REQUIRED: Final = ("dataset", "actors", "relations", "sources")
NAMES: Final = (*REQUIRED, "events", "scenarios", "types")
LARGEST_FILE: Final = 64 * 1024 * 1024
MOST_FILES: Final = 10_000


class File(NamedTuple):
    """One file of the data set; `name` is relative to its folder, with forward slashes."""

    name: str
    data: bytes


class Found(NamedTuple):
    """The folder of the data set, and how it was found."""

    folder: str
    how: Literal["option", "environment", "nearby", "shipped"]


def find(start: str, explicit: str | None, env: str | None) -> Found:
    """The data set asked for, else the nearest at or above `start`, else the shipped one.

    A folder that was named is given back as it is, also where it holds no data set: reading it says so.
    """
    if explicit is not None:
        return Found(explicit, "option")
    if env:
        return Found(env, "environment")
    folder = os.path.abspath(start)
    while True:
        for place in (folder, os.path.join(folder, "data")):
            if os.path.isfile(os.path.join(place, "dataset.yaml")):
                return Found(place, "nearby")
        above = os.path.dirname(folder)
        if above == folder:
            return Found(shipped(), "shipped")
        folder = above


def shipped() -> str:
    """The folder of the data set that comes with the program: inside the wheel, or beside the sources."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "data")
    if os.path.isdir(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data")


def read(folder: str) -> tuple[list[File], list[Problem]]:
    """The files of the data set in `folder`, in the order of `NAMES`, and what is wrong with them."""
    try:
        entries = _entries(folder)
    except OSError as error:
        return [], [
            _fault(
                "missing-file",
                "dataset.yaml",
                f'the folder "{folder}" cannot be read: {_why(error)}',
                "Name the folder of a data set:",
                write=("actorgraph check --data DIR",),
            )
        ]
    names, problems = _names(folder, entries)
    files: list[File] = []
    for name in names[:MOST_FILES]:
        got = read_file(folder, name)
        if isinstance(got, File):
            files.append(got)
        else:
            problems.append(got)
    if len(names) > MOST_FILES:
        problems.append(
            _fault(
                "too-many-files",
                names[MOST_FILES],
                f"more than {MOST_FILES:,} files",
                "This one and those after it were not read. Join the files.",
            )
        )
    # A file that is there but cannot be read is one fault, not two.
    told = [problem.where.file for problem in problems if problem.name != "unknown-file"]
    there = {_top(name) for name in (*names, *told)}
    problems += [_missing(name, folder) for name in REQUIRED if name not in there]
    return files, problems


def _entries(folder: str) -> list[str]:
    """At most one name more than may be read: enough to see that there are too many."""
    with os.scandir(folder or ".") as found:
        return sorted(islice((entry.name for entry in found), 2 * MOST_FILES))


def _names(folder: str, entries: list[str]) -> tuple[list[str], list[Problem]]:
    names: list[str] = []
    problems: list[Problem] = []
    for name in NAMES:
        if f"{name}.yaml" in entries:
            names.append(f"{name}.yaml")
        if name == "dataset" or name not in entries or not os.path.isdir(os.path.join(folder, name)):
            continue
        if _leaves(folder, name):
            problems.append(_outside(name))
            continue
        try:
            inner = _entries(os.path.join(folder, name))
        except OSError as error:
            problems.append(_unreadable(name, _why(error)))
            continue
        names += [
            f"{name}/{entry}" for entry in inner if entry.endswith(".yaml") and not entry.startswith(".")
        ]
        problems += [
            _misnamed(f"{name}/{entry}", f"{name}/{entry[: entry.rindex('.')]}.yaml")
            for entry in inner
            if not entry.endswith(".yaml") and entry.lower().endswith((".yml", ".yaml")) and entry[0] != "."
        ]
    known = {*NAMES[1:], *(f"{name}.yaml" for name in NAMES)}
    for entry in entries:
        if entry not in known and (meant := _meant(folder, entry)):
            problems.append(_misnamed(entry, meant))
    return names, problems


def _meant(folder: str, entry: str) -> str | None:
    """The name that a misnamed file or folder was probably meant to bear."""
    from actorgraph.text import near

    stem, dot, ending = entry.rpartition(".")
    if dot and ending.lower() in ("yaml", "yml") and stem:
        nearest = near(stem, NAMES, 1)
        return f"{nearest[0]}.yaml" if nearest else None
    if not dot and os.path.isdir(os.path.join(folder, entry)):
        nearest = near(entry, NAMES[1:], 1)
        return f"{nearest[0]}/" if nearest else None
    return None


def read_file(folder: str, name: str) -> File | Problem:
    """A plain file inside the folder, of a size that can be read; else why not."""
    path = os.path.join(folder, name)
    try:
        if _leaves(folder, name):
            return _outside(name)
        about = os.stat(path)
        # A pipe or a device would keep the reader waiting for ever.
        if not stat.S_ISREG(about.st_mode):
            what = "it is a folder" if stat.S_ISDIR(about.st_mode) else "it is no plain file"
            return _unreadable(name, what)
        if about.st_size <= LARGEST_FILE:
            with open(path, "rb") as stream:
                data = stream.read(LARGEST_FILE + 1)
            if len(data) <= LARGEST_FILE:
                return File(name, data)
        return _fault(
            "file-too-large",
            name,
            f"a file of {about.st_size / 2**20:,.0f} MiB; at most 64 are read",
            _split(name),
        )
    except (OSError, ValueError) as error:
        return _unreadable(name, _why(error))


def _split(name: str) -> str:
    top = _top(name)
    return "Split it." if top == "dataset" else f"Split it: every file in the folder {top}/ is read."


def _leaves(folder: str, name: str) -> bool:
    home = os.path.realpath(folder or ".")
    real = os.path.realpath(os.path.join(home, name))
    try:
        return os.path.commonpath([home, real]) != home
    except ValueError:  # another drive
        return True


def _top(name: str) -> str:
    return name.partition(".")[0].partition("/")[0]


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _fault(
    name: str, file: str, what: str, *advice: str, write: tuple[str, ...] = (), severity: Severity = "error"
) -> Problem:
    # Line 0: the file as a whole.
    return Problem(name, severity, Span(file, 0, 0), what, advice, write)


def _missing(name: str, folder: str) -> Problem:
    file = f"{name}.yaml"
    return _fault(
        "missing-file",
        file,
        f"there is no {file} in {os.path.abspath(folder)}",
        "Every data set has dataset.yaml, actors.yaml, relations.yaml and sources.yaml."
        " To read another folder:",
        write=("actorgraph check --data DIR",),
    )


def _unreadable(name: str, why: str) -> Problem:
    return _fault(
        "unreadable-file",
        name,
        f"this file cannot be read: {why}",
        "It is left out. Make it a plain file that you may read.",
    )


def _outside(name: str) -> Problem:
    return _fault(
        "link-outside",
        name,
        "a link that leaves the folder of the data set is not followed",
        "Put the file itself here, so that the record stays whole when it is copied.",
    )


def _misnamed(name: str, meant: str) -> Problem:
    return _fault(
        "unknown-file",
        name,
        f'"{name}" is not read',
        "Its name is near that of a file that is. If it belongs to the data set, name it:",
        write=(meant,),
        severity="warning",
    )
