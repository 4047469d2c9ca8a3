"""A git revision -> the data set's files, as names and bytes in the order of `tree`; the working tree is not read.

A revision's name is a stranger's word: git turns it into a hash first, and nothing but the hash goes further.
"""

import os
import re
import shutil
import subprocess
from typing import Final

from .errors import Fault
from .text import safe
from .tree import LARGEST_FILE, MOST_FILES, NAMES, File

_HASH: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# Nothing is run for the working tree, nothing is fetched, and nobody is asked for a password.
_CAUTION: Final = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
_QUIET: Final = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# What would make git look at another repository than that of the folder.
_ELSEWHERE: Final = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
_FILE: Final = ("100644", "100755")
_LINK: Final = "120000"


def read(folder: str, rev: str, option: str = "--rev") -> list[File]:
    """The files of the data set in that folder as they stood at a revision; a Fault where they can't be had.

    `option` is what the revision was given to.
    """
    git = shutil.which("git")
    if git is None:
        raise Fault(
            f"{option} needs git, and there is none here. Compare with a folder: actorgraph diff OTHER_FOLDER"
        )
    home = _text(_run(git, folder, "rev-parse", "--show-prefix"), folder)
    tree = _tree(git, folder, rev, option)
    listed = _run(git, folder, "ls-tree", "-r", "-z", "--full-tree", tree, "--", *([home] if home else []))
    if listed.returncode:
        raise Fault(f'git can\'t list the files of "{safe(rev)}": {_why(listed)}')
    blobs = _chosen(listed.stdout, home, rev)
    if not any(name == "dataset.yaml" for name, _ in blobs):
        where = f"{safe(home)}dataset.yaml"
        raise Fault(f'"{safe(rev)}" has no {where}, so this data set was not there. Try a later revision.')
    return _contents(git, folder, blobs, rev)


def _tree(git: str, folder: str, rev: str, option: str) -> str:
    """The hash of the tree of a revision."""
    if not rev or "\0" in rev:
        raise Fault(f"{option} is empty. Give it a revision, such as {option} HEAD~1")
    found = _run(git, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{tree}}")
    hash_ = found.stdout.decode("ascii", "replace").strip()
    if found.returncode == 0 and _HASH.fullmatch(hash_):
        return hash_
    shallow = _run(git, folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    told = (
        "This clone is shallow and lacks older ones: git fetch --unshallow"
        if shallow
        else "See: git log --oneline"
    )
    raise Fault(f'No revision "{safe(rev)}" in the git repository of this data set. {told}')


def _text(done: "subprocess.CompletedProcess[bytes]", folder: str) -> str:
    """The folder's path inside its repository, as git has it."""
    if done.returncode:
        why = _why(done)
        if "not a git repository" in why:
            raise Fault(
                f'"{safe(folder)}" is in no git repository, so it has no revisions.'
                " Compare with a folder: actorgraph diff OTHER_FOLDER"
            )
        raise Fault(f'git can\'t read the repository of "{safe(folder)}": {why}')
    return os.fsdecode(done.stdout.removesuffix(b"\n"))


def _chosen(listed: bytes, home: str, rev: str) -> list[tuple[str, str]]:
    """Name and hash of the data set's files, in the order in which a folder's are read."""
    found: dict[str, tuple[str, str]] = {}
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, kind, hash_ = about.decode("ascii").split()
        name = os.fsdecode(path)
        if name.startswith(home):
            found[name[len(home) :]] = (mode if kind == "blob" else kind, hash_)
    names = [name for top in NAMES for name in _of(top, found)]
    for name in names:
        mode, _ = found[name]
        if mode == _LINK:
            raise Fault(f'At "{safe(rev)}" {safe(name)} is a link, and links in a revision are not followed.')
        if mode not in _FILE:
            raise Fault(f'At "{safe(rev)}" {safe(name)} is no plain file.')
    if len(names) > MOST_FILES:
        raise Fault(f'At "{safe(rev)}" the data set has more than {MOST_FILES:,} files.')
    return [(name, found[name][1]) for name in names]


def _of(top: str, found: dict[str, tuple[str, str]]) -> list[str]:
    """The file of that name, then the files of the folder of that name; a link in the folder's place is told."""
    one = [f"{top}.yaml"] if f"{top}.yaml" in found else []
    if top == "dataset":
        return one
    inside = [
        name
        for name in found
        if name.startswith(f"{top}/")
        and name.count("/") == 1
        and name.endswith(".yaml")
        and name[len(top) + 1] != "."
    ]
    in_its_place = [top] if found.get(top, _FILE)[0] not in _FILE else []
    return [*one, *in_its_place, *sorted(inside)]


def _contents(git: str, folder: str, blobs: list[tuple[str, str]], rev: str) -> list[File]:
    asked = "".join(f"{hash_}\n" for _, hash_ in blobs).encode("ascii")
    checked = _run(git, folder, "cat-file", "--batch-check", given=asked).stdout.splitlines()
    for number, (name, _) in enumerate(blobs):
        told = checked[number].split() if number < len(checked) else []
        if len(told) != 3 or told[1] != b"blob":
            raise Fault(
                f'{safe(name)} of "{safe(rev)}" is not in this clone, and nothing is fetched for it.'
                " Fetch the whole of it first: git fetch --refetch --no-filter"
            )
        if (size := int(told[2])) > LARGEST_FILE:
            raise Fault(f'At "{safe(rev)}" {safe(name)} has {size / 2**20:,.0f} MiB; at most 64 are read.')
    whole = _run(git, folder, "cat-file", "--batch", given=asked).stdout
    files, at = [], 0
    for name, _ in blobs:
        end = whole.index(b"\n", at) + 1
        size = int(whole[at:end].split()[2])
        files.append(File(name, whole[end : end + size]))
        at = end + size + 1
    return files


def _run(git: str, folder: str, *words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    try:
        return subprocess.run(  # noqa: S603  # git by its full path; the one word of a stranger's stands after --end-of-options
            [git, *_CAUTION, *words],
            cwd=folder,
            env={**kept, **_QUIET},
            input=given,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError) as error:
        raise Fault(f"git can't be run: {error}") from error


def _why(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    lines = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
    return safe(lines[0].removeprefix("fatal: ")) if lines else f"exit code {done.returncode}"
