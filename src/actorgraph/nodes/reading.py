"""The loop that reads: libyaml's events become a tree, with no recursion that depth could hurt."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from yaml._yaml import CParser
from yaml.error import Mark, MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..problems import Problem
from . import refused
from .characters import decoded, forbidden
from .lines import split
from .node import Lost, Mapping, Node, Scalar, Sequence
from .recovery import BELOW, Open, recover
from .stop import Stop

LARGEST: Final = 64 * 1024 * 1024
DEEPEST: Final = 32
LONGEST: Final = 100_000
MOST_EVENTS: Final = 8_000_000
MOST_LINES: Final = 4_000_000
MOST_STOPS: Final = 20
MOST_PROBLEMS: Final = 1_000


def read(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree that the YAML text holds, every scalar as text, and all its faults by place."""
    if len(data) > LARGEST:
        return None, [refused.too_large(file, f"a file of {len(data) / 2**20:,.0f} MiB; at most 64 are read")]
    if max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
        return None, [refused.too_large(file, f"more than {MOST_LINES:,} lines")]
    text, problems = decoded(data, file)
    if text is None:
        return None, problems
    reader = _Reader(text, file, masked=any(problem.severity == "error" for problem in problems))
    with _uncollected():
        reader.read()
    root = reader.root
    problems += reader.stops + reader.problems
    if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
        root = None
        if not any(problem.severity == "error" for problem in problems):
            problems.append(refused.empty(file))
    return root, sorted(problems, key=lambda problem: problem.where)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collector: nothing read here dies young, and walking it again and again doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Enough(Exception):
    """More than is read at once."""


class _Reader:
    """One text on its way to a tree. Where libyaml gives up, a new parser begins at the next record."""

    def __init__(self, text: str, file: str, *, masked: bool) -> None:
        self.text = text
        self.file = file
        self.masked = masked
        self.root: Node | None = None
        self.open: Open = []
        self.begun = False
        self.last: Any = None
        self.problems: list[Problem] = []
        self.stops: list[Problem] = []
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            self._lines = split(self.text)
        return self._lines

    def read(self) -> None:
        """Parse to the end, beginning again after each stop."""
        part, line, skip = self.text, 0, 0
        try:
            for _ in range(MOST_STOPS):
                stop = self._parse(part, skip)
                if stop is None:
                    return
                from .words import explained  # only a broken file needs them

                at, problem = explained(stop, self.lines, self.file)
                if problem:
                    self.stops.append(problem)
                    if problem.name == "several-documents":
                        return
                line, skip, lost = self._recover(max(at, line))
                if problem and lost:
                    self.stops[-1] = problem._replace(after=(f'Until then nothing under "{lost}" is read.',))
                if line >= len(self.lines):
                    return
                # A key above and empty lines keep every line where it was.
                part = ("k:" if skip == BELOW else "") + "\n" * line + "\n".join(self.lines[line:])
            self.stops.append(refused.too_many(self.file, line + 1))
        except _Enough:
            last = self.problems[-1]
            self._recover(last.where.line - 1)
            if last.name != "file-too-large":
                self.stops.append(refused.too_many(self.file, last.where.line))
            elif last not in self.problems:
                self.stops.append(last)
        finally:
            if len(self.open) == 2 and self.root is self.open[0][0]:
                (top, key), (records, _) = self.open
                if isinstance(top, Mapping) and isinstance(key, Scalar) and records is not None:
                    top.fields.setdefault(key.text, (key, records))

    def _recover(self, at: int) -> tuple[int, int, str]:
        again = recover(self.open or [(self.root, None)], at, self.lines)
        if not again.open:
            if isinstance(self.root, Sequence):
                return len(self.lines), 0, ""
            self.root, self.begun = None, False
        self.open = again.open
        # What stands below is read once more.
        self.problems = [problem for problem in self.problems if problem.where.line <= again.line]
        return again.line, again.skip, again.lost

    def _parse(self, text: str, skip: int) -> Stop | None:
        """Read to the end, or to where it cannot go on; `skip` events belong to what is open already."""
        # Any: this loop sees every value of the file, and asks for the class of each only once.
        event: Any
        node: Any
        box: Any
        key: Any
        last: Any = self.last
        masked = self.masked
        spoilt: set[int] = set()
        outer: list[tuple[Any, Any]] = [(None, None), *self.open[:-1]] if self.open else []
        box, key = self.open[-1] if self.open else (None, None)
        try:
            next_event = CParser(text).get_event
            for _ in range(skip):
                next_event()
            if skip == BELOW and next_event().__class__ is ScalarEvent:  # no record is left
                node, (box, key) = box, outer.pop()
                box.fields[key.text] = (key, node)
                key = None
            for _ in range(MOST_EVENTS):
                event = next_event()
                kind = event.__class__
                if kind is ScalarEvent:
                    last = event
                    style = event.style
                    node = Scalar(event.value, not style, event.start_mark, event.end_mark)
                    if event.tag or event.anchor or style == '"' or masked or len(event.value) > LONGEST:
                        node = self._checked(event, node)
                    if key is None and box.__class__ is Mapping:
                        key = node
                        if event.value == "<<" and not style:
                            self._note(refused.merge_key(self.file, node))
                            key = Lost(node.start, node.end)
                            spoilt.add(id(box))
                        continue
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if len(outer) == DEEPEST:
                        self.last = last
                        return self._stop(event.start_mark, "too deep")
                    node = (Mapping if kind is MappingStartEvent else Sequence)(
                        event.start_mark, event.end_mark
                    )
                    if event.tag or event.anchor:
                        self._checked(event, node)
                    if box is None and self.root is None:
                        self.root = node
                    outer.append((box, key))
                    box, key = node, None
                    continue
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    last = event
                    node = box
                    node.end = event.end_mark
                    box, key = outer.pop()
                    if spoilt and id(node) in spoilt and len(outer) > 1:
                        node = Lost(node.start, node.end)
                elif kind is AliasEvent:
                    last = event
                    node = Lost(event.start_mark, event.end_mark)
                    if key.__class__ is not Lost:
                        self._note(refused.alias(self.file, node, event.anchor))
                elif kind is DocumentStartEvent:
                    if self.begun and self.root is not None:
                        self._note(
                            refused.several_documents(self.file, Node(event.start_mark, event.end_mark))
                        )
                        return None
                    self.begun = True
                    continue
                elif kind is StreamEndEvent:
                    return None
                else:
                    continue
                if box.__class__ is Sequence:
                    box.items.append(node)
                elif box is None:
                    self.root = self.root or node
                elif key is None:
                    if kind is not AliasEvent:
                        self._note(refused.key_not_text(self.file, node))
                    key = Lost(node.start, node.end)
                    spoilt.add(id(box))
                else:
                    if key.__class__ is Scalar:
                        first = box.fields.get(key.text)
                        if first:
                            box.fields[key.text] = (first[0], Lost(first[0].start, first[0].end))
                            self._note(
                                refused.duplicate_key(
                                    self.file, key, first[0], first[1], outer[1:], self.lines
                                )
                            )
                        else:
                            box.fields[key.text] = (key, node)
                    key = None
            line = last.start_mark.line + 1
            self.problems.append(refused.too_large(self.file, f"more than {MOST_EVENTS:,} values", line))
            raise _Enough
        except MarkedYAMLError as error:
            self.last = last
            mark = error.problem_mark or error.context_mark
            if "nesting depth" in (
                error.problem or ""
            ):  # libyaml from 0.2.6 on has a limit of its own, far beyond ours
                return self._stop(mark, "too deep")
            return self._stop(mark, error.problem or "", error.context or "", error.context_mark)
        finally:
            self.last = last
            self.open = [*outer[1:], (box, key)] if box is not None else []

    def _stop(self, mark: Mark | None, problem: str, context: str = "", opened: Mark | None = None) -> Stop:
        assert mark is not None
        opened = opened or mark
        last = self.last
        return Stop(
            (mark.line, mark.column),
            problem,
            context,
            (opened.line, opened.column),
            last.__class__.__name__.removesuffix("Event") if last else "",
            (last.style or "") if last.__class__ is ScalarEvent else "",
            (last.start_mark.line, last.start_mark.column) if last else (0, 0),
            (last.end_mark.line, last.end_mark.column) if last else (0, 0),
        )

    def _note(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough

    def _checked(self, event: Any, node: Node) -> Node:
        """What to keep of a value with an anchor or a tag, of great length, or with a character no text may hold."""
        if event.anchor:
            self._note(refused.anchor(self.file, node, event.anchor))
        if event.tag:
            self._note(refused.tag(self.file, node, self.lines))
        elif not isinstance(node, Scalar):
            return node
        elif len(node.text) > LONGEST:
            self._note(refused.too_long(self.file, node, LONGEST))
        elif not self._spoilt(node):
            return node
        return Lost(node.start, node.end)

    def _spoilt(self, node: Scalar) -> bool:
        """Whether the text holds a forbidden character: one masked before, or one that an escape makes."""
        if self.masked and "\ufffd" in node.text:
            return True
        bad = None if node.text.isprintable() else re.search(forbidden(), node.text)
        if bad:
            self._note(refused.escape(self.file, node, bad[0]))
        return bad is not None
