"""A file in the canonical layout: the same values, every remark where it was, and one way to indent and order.

Keys stand in the order of the format, two columns further in at each level; hyphens too. Nothing stands at the
ends of lines, of empty lines in a row one is left, the last line ends. How a value is typed stays: its quotes,
its brackets and where its lines break; what goes on over several lines moves as a whole.
"""

from typing import NamedTuple

from .. import nodes
from ..nodes import Mapping, Node, Scalar, Sequence
from .edits import is_block_text, is_flow, keeps_blanks, line_break, value_end
from .gaps import gaps, leaves, remarks
from .order import TOP, below, ordered


class _Part(NamedTuple):
    """A key with its value, or a collection: the remarks above it and its lines."""

    above: list[str]
    lines: list[str]


def formatted(data: bytes, name: str) -> bytes:
    """The file in the canonical layout; it has been read without an error."""
    typed = data.decode("utf-8-sig")
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    root = _read(text, name)
    if root is None or is_flow(text, root):
        new = text.rstrip("\n") + "\n" if text.strip() else ""
    else:
        new = _Layout(text, root, name).file()
    after = _read(new, name)
    assert _same(root, after), f"{name} would read otherwise once laid out"
    if root is not None and after is not None:
        assert remarks(text, root) == remarks(new, after), f"{name} would lose a remark"
    return new.replace("\n", line_break(typed)).encode()


def _read(text: str, name: str) -> Node | None:
    root, problems = nodes.read(text.encode(), name)
    faults = [one for one in problems if one.severity == "error" and one.name != "empty-file"]
    assert not faults, faults[0]
    return root


def _same(one: Node | None, other: Node | None) -> bool:
    """Whether two trees hold the same; in which order the keys of a mapping stand is no part of it."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.fields.keys() == other.fields.keys() and all(
            _same(value, other.get(key.text)) for key, value in one.pairs
        )
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one.items) == len(other.items) and all(map(_same, one.items, other.items))
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text == other.text and (one.plain and not one.text) == (other.plain and not other.text)
    return one is other


class _Layout:
    """The leaves of a file are met in the order typed; each finds what stands before it in the gap of its number."""

    def __init__(self, text: str, root: Node, name: str) -> None:
        self.text = text
        self.root = root
        self.kind = "dataset" if name == "dataset.yaml" else TOP
        self.gaps = gaps(text, root, name)
        self.at = 0

    def file(self) -> str:
        above, lines = self.collection(self.root, 0, self.kind, -1)
        return "\n".join([*above, *lines]).lstrip("\n") + "\n"

    def collection(self, node: Node, column: int, kind: str, outer: int, *, listed: bool = False) -> _Part:
        """A mapping or list by lines, at its new column; `outer` is the old column of the one around it."""
        if isinstance(node, Mapping):
            parts = self.pairs(node, column, kind, listed=listed)
        else:
            parts = self.items(node, column, kind)
        # A list may stand at the column of its key: a remark there is on the next key.
        edge = int(node.start.column) + (node.start.column == outer)
        lines = list(parts[0].lines)
        for part in parts[1:]:
            lines += [*_at(column, part.above), *part.lines]
        return _Part(parts[0].above, [*lines, *_at(column, self.gaps[self.at].take_inside(edge))])

    def pairs(self, node: Mapping, column: int, kind: str, *, listed: bool) -> list[_Part]:
        parts: dict[str, _Part] = {}
        for key, value in node.pairs:
            above = self.gaps[self.at].take()
            self.at += 1
            head = f"{' ' * column}{self.text[key.start.index : key.end.index]}:"
            beside = self.gaps[self.at].take_beside()
            if self.by_lines(value):
                inner, lines = self.collection(value, column + 2, below(kind, key.text), node.start.column)
                parts[key.text] = _Part(above, [head + beside, *_at(column + 2, inner), *lines])
            else:
                between = [beside.strip(), *self.gaps[self.at].take()]
                lines = self.leaf(head, value, column, node.start.column)
                parts[key.text] = _Part([*above, *filter(None, between)], lines)
        found = list(parts.values())
        # An empty line that came to stand below a text with empty lines at its end would lengthen it.
        if not any(keeps_blanks(self.text, leaf) for leaf in leaves(self.text, node)):
            found = [parts[key] for key in ordered(list(parts), kind)]
        first = next(iter(parts.values()))
        if listed and found[0] is not first:  # what stands above the hyphen is about the whole
            found[0].above[:0] = first.above
            first.above.clear()
        return found

    def items(self, node: Node, column: int, kind: str) -> list[_Part]:
        assert isinstance(node, Sequence)
        parts = []
        for item in node.items:
            head = f"{' ' * column}-"
            if self.by_lines(item):
                inner = below(kind, "") if isinstance(item, Mapping) else kind
                above, (first, *rest) = self.collection(
                    item, column + 2, inner, node.start.column, listed=True
                )
                parts.append(_Part(above, [f"{head} {first[column + 2 :]}", *rest]))
            else:
                above = self.gaps[self.at].take()
                parts.append(_Part(above, self.leaf(head, item, column, node.start.column)))
        return parts

    def by_lines(self, node: Node) -> bool:
        return not isinstance(node, Scalar) and not is_flow(self.text, node)

    def leaf(self, head: str, node: Node, column: int, outer: int) -> list[str]:
        """The value as typed after its key or hyphen, and the remark beside it."""
        typed = self.text[node.start.index : value_end(self.text, node)]
        self.at += 1
        beside = self.gaps[self.at].take_beside()
        first, *rest = typed.split("\n")
        if isinstance(node, Scalar) and is_block_text(self.text, node):
            return [f"{head} {_header(first, node)}", *_body(first, rest, column, outer)]
        shift = len(head) + 1 - int(node.start.column)
        # Blanks at the end of a line inside quotes may be part of the text.
        quoted = {
            line - node.start.line
            for leaf in leaves(self.text, node, inside=True)
            if not (isinstance(leaf, Scalar) and leaf.plain)
            for line in range(leaf.start.line, leaf.end.line)
        }
        lines = [f"{head} {first}" if first else head, *(_moved(line, shift, column + 1) for line in rest)]
        lines = [line if number in quoted else line.rstrip() for number, line in enumerate(lines)]
        return [*lines[:-1], lines[-1] + beside]


def _at(column: int, remarks: list[str]) -> list[str]:
    return [" " * column + remark if remark else "" for remark in remarks]


def _moved(line: str, shift: int, least: int) -> str:
    bare = line.lstrip(" ")
    return " " * max(least, len(line) - len(bare) + shift) + bare if bare.strip() else ""


def _header(typed: str, node: Scalar) -> str:
    """The head of a text on lines of its own. At the end of a file that has no line end the text has none either."""
    signs, mark, remark = typed.partition("#")
    if not node.text.endswith("\n") and "-" not in signs and node.text:
        signs = signs.replace("+", "")
        signs = f"{signs.rstrip()}-{' ' if mark else ''}"
    return (signs + mark + remark).rstrip()


def _body(head: str, lines: list[str], column: int, outer: int) -> list[str]:
    """The lines of such a text. A digit in its head counts from the column of what it stands in."""
    digits = [sign for sign in head.partition("#")[0] if sign.isdigit()]
    full = [line for line in lines if line.strip(" ")]
    if digits:
        old, new = outer + int(digits[0]), column + int(digits[0])
    else:
        old, new = (len(full[0]) - len(full[0].lstrip(" ")) if full else 0), column + 2
    body = [" " * new + line[old:] if len(line) > old and (full or digits) else "" for line in lines]
    while body and not body[-1] and "+" not in head.partition("#")[0]:
        body.pop()
    return body
