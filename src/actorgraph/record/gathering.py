"""What a record holds, as plain values, and the remarks in it; where both go when the record goes into another."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

from ..nodes import Mapping, Node, Scalar, Sequence
from .edits import Edit, is_block_text, keeps_blanks, line_end, remarks_end, value_end
from .emitting import WIDTH, Value
from .fields import setting
from .order import order


def plain(node: Node | None) -> Value:
    """A value as a command has it."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(one) for one in node.items]
    return node.text if isinstance(node, Scalar) else ""


def remarks(text: str, start: int, end: int, within: Iterable[Node]) -> list[str]:
    """The remarks between those characters, in order; `within` are the values that stand there."""
    found, at = [], start
    for leaf in sorted(
        (leaf for node in within for leaf in _leaves(node)), key=lambda leaf: leaf.start.index
    ):
        begin = int(leaf.start.index)
        found += _between(text[at:begin])
        at = value_end(text, leaf)
        if is_block_text(text, leaf):
            found += _between(text[begin : line_end(text, begin)])
    return [*found, *_between(text[at:end])]


def noted(text: str, record: Mapping, words: str, kind: str) -> Edit:
    """The words after those that the record's note has."""
    note = record.get("note")
    if not isinstance(note, Scalar) or not note.text.strip():
        return setting(text, record, "note", words, order(kind))
    lines = text[note.start.index : value_end(text, note)].splitlines()
    if is_block_text(text, note) and len(lines) > 1 and not keeps_blanks(text, note):
        end = value_end(text, note)
        blanks = " " * (len(lines[1]) - len(lines[1].lstrip(" ")))
        folded = lines[0].startswith(">") and "  " not in words
        new = [part for line in words.split("\n") for part in (_wrapped(line, blanks) if folded else [line])]
        return Edit(end, end, "".join(f"\n{blanks}{line}" if line else "\n" for line in new))
    return setting(text, record, "note", f"{note.text.rstrip()} {words}", order(kind))


def _wrapped(line: str, blanks: str) -> list[str]:
    return wrap(line, WIDTH - len(blanks), break_long_words=False, break_on_hyphens=False) or [line]


def below(text: str, there: Mapping | Sequence, node: Node, found: Iterable[str]) -> list[Edit]:
    """Remarks on lines of their own below a record."""
    column = int(there.start.column)
    lines = "".join(f"\n{' ' * (column + 2)}{one}" for one in found)
    end = remarks_end(text, node, column)
    return [Edit(end, end, lines)] if lines else []


def _between(text: str) -> list[str]:
    return [one.rstrip() for one in re.findall(r"#[^\r\n]*", text)]


def _leaves(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key
            yield from _leaves(value)
    elif isinstance(node, Sequence):
        for one in node.items:
            yield from _leaves(one)
