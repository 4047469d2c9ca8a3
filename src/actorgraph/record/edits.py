"""A change of some characters of a file, and where on its lines a value begins and ends."""

from collections.abc import Collection
from typing import NamedTuple

from ..nodes import Mapping, Node, Scalar, Sequence


class Edit(NamedTuple):
    """Characters `start` to before `end` of a file become `text`, whose lines end with a line feed alone."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Collection[Edit]) -> str:
    """The text after the edits, each placed by the characters of the text before; line ends as the file has them.

    Two at one place come out in the order given; two that overlap are a fault of the program, save that the same
    characters may be taken out twice.
    """
    ends = line_break(text)
    parts, at = [], 0
    once = {edit: None for edit in edits if not edit.text}
    for edit in sorted(
        [*once, *(edit for edit in edits if edit.text)], key=lambda edit: (edit.start, edit.end)
    ):
        if edit.start < at:
            raise ValueError(f"two edits overlap at {edit.start}")
        parts += [text[at : edit.start], edit.text.replace("\n", ends)]
        at = edit.end
    return "".join([*parts, text[at:]])


def line_break(text: str) -> str:
    """The line end that the text has most often."""
    windows = text.count("\r\n")
    unix, old = text.count("\n") - windows, text.count("\r") - windows
    if windows > unix and windows >= old:
        return "\r\n"
    return "\r" if old > unix else "\n"


def line_start(text: str, at: int) -> int:
    """Where the line begins that holds the character."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line ends that holds the character, before its line end."""
    found = [index for index in (text.find("\n", at), text.find("\r", at)) if index >= 0]
    return min(found, default=len(text))


def next_line(text: str, at: int) -> int:
    """Where the line after the one that holds the character begins."""
    end = line_end(text, at)
    return end + (2 if text[end : end + 2] == "\r\n" else 1) if end < len(text) else end


def is_flow(text: str, node: Node) -> bool:
    """Whether a mapping or list stands between brackets."""
    return not isinstance(node, Scalar) and text[node.start.index : node.start.index + 1] in ("{", "[")


def is_block_text(text: str, node: Node) -> bool:
    """Whether a text stands on lines of its own below `|` or `>`."""
    return (
        isinstance(node, Scalar)
        and not node.plain
        and text[node.start.index : node.start.index + 1] in ("|", ">")
    )


def last(node: Node) -> Node:
    """The value that the node ends with: itself, or the last one in a mapping or list by lines."""
    if isinstance(node, Mapping) and node.fields:
        return next(reversed(node.fields.values()))[1]
    if isinstance(node, Sequence) and node.items:
        return node.items[-1]
    return node


def _last_leaf(text: str, node: Node) -> Node:
    while not isinstance(node, Scalar) and not is_flow(text, node) and last(node) is not node:
        node = last(node)
    return node


def keeps_blanks(text: str, node: Node) -> bool:
    """Whether the value ends in a text to which the empty lines below it belong."""
    leaf = _last_leaf(text, node)
    begin = leaf.start.index
    return is_block_text(text, leaf) and "+" in text[begin : line_end(text, begin)].partition("#")[0]


def value_end(text: str, node: Node) -> int:
    """Where the value ends; unlike the reader's mark it leaves the blank and comment lines that follow out."""
    leaf = _last_leaf(text, node)
    begin, end = leaf.start.index, leaf.end.index
    if not is_block_text(text, leaf):
        return int(end)
    body = text[begin:end]
    if keeps_blanks(text, leaf):
        return int(begin) + len(body.removesuffix("\n").removesuffix("\r"))
    # A line of more blanks than its indent is part of the text; with a digit in the head any blanks may be.
    head, *lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    full = next((line for line in lines if line.strip(" ")), "")
    counted = any(sign.isdigit() for sign in head.partition("#")[0])
    indent = 0 if counted else len(full) - len(full.lstrip(" "))
    while body and not (row := body[line_start(body, len(body)) :]).strip(" ") and len(row) <= indent:
        body = body[: line_start(body, len(body))].removesuffix("\n").removesuffix("\r")
    return int(begin) + len(body)


def remarks_end(text: str, node: Node, column: int) -> int:
    """The end of the value's last line, or of the last remark on it: a comment below that stands further in."""
    at = end = line_end(text, value_end(text, node))
    while (begin := next_line(text, at)) > at:
        at = line_end(text, begin)
        bare = text[begin:at].lstrip(" ")
        if bare.startswith("#") and at - begin - len(bare) > column:
            end = at
        elif bare:
            break
    return end
