"""A data set open for writing: what was read, the edits to it, the check of the outcome, and the writing."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from .. import checks, loading, nodes, tree
from ..dataset import Loaded
from ..errors import Fault
from ..nodes import Mapping, Node
from ..problems import Problem
from . import lock, writing
from .edits import Edit, applied


class Refused(Fault):
    """The outcome would have errors that the record did not have; `problems` with places in `texts`."""

    code = 1

    def __init__(self, problems: list[Problem], texts: dict[str, bytes]) -> None:
        number = f"{len(problems)} error{'s' if len(problems) != 1 else ''}"
        super().__init__(f"This would bring {number} into the record. Nothing was changed.")
        self.problems = problems
        self.texts = texts


def refuse_shipped(found: tree.Found) -> None:
    """A Fault where the data set is the one that came with the program."""
    installed = os.path.join(os.path.dirname(tree.__file__), "data")
    if found.how == "shipped" or os.path.realpath(found.folder) == os.path.realpath(installed):
        raise Fault(
            "The shipped data set is not written to. Name your own: --data DIR",
            "Or begin one: actorgraph init",
        )


@contextmanager
def opened(found: tree.Found) -> "Iterator[Draft]":
    """The data set as a draft; nobody else writes until the block is left."""
    refuse_shipped(found)
    with lock.held(found.folder):
        writing.sweep(found.folder)
        yield Draft(found.folder)


class Draft:
    """The files of a data set as they were read, and as they are to be.

    Edits are placed by the characters of the files as read, or as last settled, so nodes stay true however many there are.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        files, self._faults = tree.read(folder)
        self.before = {file.name: file.data for file in files}
        self._settled = self.before
        self._edits: dict[str, list[Edit]] = {}
        self._whole: dict[str, str] = {}
        self._roots: dict[str, tuple[Node | None, list[Problem]]] = {}

    @cached_property
    def loaded(self) -> Loaded:
        """The data set as it was read."""
        return loading.build(self.before, self._faults)._replace(folder=self.folder)

    # -- the files as read

    def names(self, family: str) -> list[str]:
        """The files of `actors`, `relations` and so on, in the order of reading."""
        return [name for name in self._settled if name == f"{family}.yaml" or name.startswith(f"{family}/")]

    def text(self, name: str) -> str:
        """A file as read, without a byte-order mark; empty where there is none."""
        return self._settled.get(name, b"").decode("utf-8-sig")

    def root(self, name: str) -> Mapping | None:
        """What a file holds, None where that is nothing; a file that can't be read whole is not written to."""
        if name not in self._settled:
            return None
        if name not in self._roots:
            self._roots[name] = nodes.read(self._settled[name], name)
        root, problems = self._roots[name]
        faults = [one for one in problems if one.severity == "error" and one.name != "empty-file"]
        if faults:
            where, what = faults[0].where, faults[0].what
            raise Fault(
                f"{where.file}:{where.line}:{where.column}: {what}. Mend that first: nothing was changed.",
                "All that is wrong: actorgraph check",
            )
        if root is not None and not isinstance(root, Mapping):
            raise Fault(f"{name} does not begin with a key. Mend that first: actorgraph check")
        return root

    # -- the files as they are to be

    def edit(self, name: str, *edits: Edit) -> None:
        """Change some characters of a file; the rest of it stays to the byte."""
        self.root(name)
        self._edits.setdefault(name, []).extend(edits)

    def put(self, name: str, text: str) -> None:
        """The whole text of a file, new or not, as it is to be."""
        for problem in self._faults:
            if problem.where.file == name and problem.name not in ("missing-file", "unknown-file"):
                raise Fault(f"{name} is not written over: {problem.what}.", *problem.advice)
        self._whole[name] = text

    def settle(self) -> None:
        """From here on edits are placed in the outcome of those so far; on disk nothing changes yet."""
        settled = self.after
        for name in {*self._edits, *self._whole}:
            self._roots.pop(name, None)
        self._settled, self._edits, self._whole = settled, {}, {}

    def put_text(self, name: str) -> str | None:
        """The whole text that a file was given, None where it was given none."""
        return self._whole.get(name)

    @property
    def after(self) -> dict[str, bytes]:
        """Every file as it is to be, those that stay as they are included, in the order of reading."""
        found = dict(self._settled)
        for name, edits in self._edits.items():
            mark = b"\xef\xbb\xbf" if self._settled[name].startswith(b"\xef\xbb\xbf") else b""
            found[name] = mark + applied(self.text(name), edits).encode()
        found |= {name: text.encode() for name, text in self._whole.items()}
        rank = {family: number for number, family in enumerate(tree.NAMES)}
        order = sorted(found, key=lambda name: (rank[name.partition("/")[0].removesuffix(".yaml")], name))
        return {name: found[name] for name in order}

    @property
    def changed(self) -> dict[str, bytes]:
        """The files that differ from what was read."""
        return {name: data for name, data in self.after.items() if self.before.get(name) != data}

    def check(self) -> list[Problem]:
        """What the outcome has against it that the record did not have; where that is an error it is refused."""
        after = self.after
        there = [one for one in self._faults if one.name != "missing-file" or one.where.file not in after]
        found = checks.report(loading.build(after, there)._replace(folder=self.folder)).problems
        if not found:
            return []
        known = Counter(map(_fault, checks.report(self.loaded).problems))
        fresh = []
        for problem in found:
            if known[_fault(problem)] > 0:
                known[_fault(problem)] -= 1
            else:
                fresh.append(problem)
        errors = [problem for problem in fresh if problem.severity == "error"]
        if errors:
            raise Refused(errors, after)
        return fresh

    def difference(self) -> str:
        """What is to change, as a unified diff."""
        from difflib import unified_diff

        lines: list[str] = []
        for name, data in self.changed.items():
            old, new = (_lines(one) for one in (self.before.get(name, b""), data))
            label = name if name in self.before else "/dev/null"
            for line in unified_diff(old, new, label, name):
                lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
        return "".join(lines)

    def write(self) -> list[str]:
        """Put the outcome on disk, unless the files are no longer those that were read; the names written."""
        files, faults = tree.read(self.folder)
        now = {file.name: file.data for file in files}
        moved = [name for name in {**self.before, **now} if self.before.get(name) != now.get(name)]
        if moved or faults != self._faults:
            named = moved or sorted({problem.where.file for problem in faults})
            raise Fault(
                f"{', '.join(named[:3])} changed while this was at work. Nothing was written. Try again."
            )
        changed = self.changed
        writing.replace(self.folder, changed)
        return list(changed)


def _fault(problem: Problem) -> tuple[str, str, str]:
    """The problem wherever it now stands."""
    return problem.name, problem.where.file, problem.what


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "surrogateescape").splitlines(keepends=True)
