"""What stands between the values of a file: remarks and empty lines, each at its column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import Fault
from ..nodes import Mapping, Node, Scalar, Sequence
from .edits import is_flow, value_end

_MARKER = re.compile(r"(?:---|\.\.\.)(?=\s|$)|%")


class Line(NamedTuple):
    """A remark with the column it stands at; an empty line is one without words."""

    column: int
    words: str


class Gap:
    """The remark beside the value before, and the lines from there to the value after."""

    def __init__(self, beside: str = "", lines: list[Line] | None = None) -> None:
        self.beside = beside
        self.lines = lines or []

    def take_beside(self) -> str:
        """The remark beside the value before, with the blanks before it."""
        found, self.beside = self.beside, ""
        return found

    def take(self) -> list[str]:
        """The lines that nobody took before, runs of empty ones made one."""
        found, self.lines = self.lines, []
        return _single(found)

    def take_inside(self, column: int) -> list[str]:
        """Those at the front that stand at the column or further in; an empty line goes with the remark below it."""
        count = 0
        for number, line in enumerate(self.lines, 1):
            if line.words and line.column < column:
                break
            if line.words:
                count = number
        found, self.lines = self.lines[:count], self.lines[count:]
        return _single(found)


def _single(lines: list[Line]) -> list[str]:
    words = [line.words for line in lines]
    return [one for number, one in enumerate(words) if one or not number or words[number - 1]]


def leaves(text: str, node: Node, *, inside: bool = False) -> Iterator[Node]:
    """Keys and values in the order typed; what stands between brackets is one, or with `inside` each text in it."""
    if isinstance(node, Scalar) or (is_flow(text, node) and not inside):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key
            yield from leaves(text, value, inside=inside)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from leaves(text, item, inside=inside)


def gaps(text: str, root: Node, name: str) -> list[Gap]:
    """The gap before each leaf, and the one after the last."""
    found, at = [], 0
    for leaf in leaves(text, root):
        found.append(_gap(text, at, leaf.start.index, name))
        at = value_end(text, leaf)
    return [*found, _gap(text, at, len(text), name)]


def remarks(text: str, root: Node) -> list[str]:
    """Every remark of a file, sorted; those in the heads of texts on lines of their own are left out."""
    found, at = [], 0
    for leaf in leaves(text, root, inside=True):
        found += re.findall(r"#[^\n]*", text[at : leaf.start.index])
        at = value_end(text, leaf)
    return sorted(one.rstrip() for one in [*found, *re.findall(r"#[^\n]*", text[at:])])


def _gap(text: str, start: int, end: int, name: str) -> Gap:
    rows = text[start:end].split("\n")
    last = len(rows) - 1
    gap = Gap()
    for number, row in enumerate(rows):
        if (number or not start) and _MARKER.match(row):
            gap.lines.append(Line(0, row.rstrip()))
            continue
        signs, mark, words = row.partition("#")
        if signs.strip(" \t:-,"):
            line = text.count("\n", 0, start) + number + 1
            raise Fault(
                f'{name}:{line}: a key that begins with "?" has no canonical layout.'
                " Write it as `key: value`. Nothing was changed."
            )
        remark = (mark + words).rstrip()
        if number == 0 and start:
            blanks = len(signs) - len(signs.rstrip(" "))
            gap.beside = f"{' ' * max(blanks, 1)}{remark}" if remark else ""
        elif remark or (number < last and not signs.strip()):
            gap.lines.append(Line(len(signs), remark))
    return gap
