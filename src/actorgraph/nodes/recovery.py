"""After libyaml gave up: the record at fault becomes Lost, and indents tell where the next one begins."""

import re
from typing import NamedTuple

from yaml.error import Mark

from .lines import LED_BY_TAB, beginning, blank, following, indent, is_entry
from .node import Lost, Mapping, Node, Scalar, Sequence

# Open collections, outermost first, each with the key it waits to fill.
Open = list[tuple[Node | None, Node | None]]


class Again(NamedTuple):
    """Where to begin again: the line, the collections open there, how many of libyaml's events to skip.

    `lost` is the top key of which nothing could be kept.
    """

    line: int
    open: Open
    skip: int
    lost: str = ""


# A stream, a document and a mapping begin; below the top also the key and the collection under it.
TOP, BELOW = 3, 4


def recover(opened: Open, at: int, lines: list[str]) -> Again:
    """Give up the record that holds line `at` (from 0), and blank its lines: each time less is left."""
    root, key = opened[0]
    if not isinstance(root, Mapping) or at < root.start.line:
        return Again(blank(lines, at, following(lines, at, 0, None)), [], 0)
    column = root.start.column
    if len(opened) == 1 and indent(lines, at) < column and is_entry(lines, at, indent(lines, at), None):
        return Again(at, [(root, None)], TOP)
    records, waiting = opened[1] if len(opened) > 1 else (None, None)
    if records is None and key is None and root.fields:
        key, records = list(root.fields.values())[-1]
    if not isinstance(records, Mapping | Sequence) and isinstance(key, Scalar):
        records = _begun(key, lines)
    if not isinstance(key, Scalar) or at <= key.start.line or not _listed(records, lines):
        # No line tells where the next record begins.
        lost = key.text if isinstance(key, Scalar) else ""
        if isinstance(key, Scalar):
            root.fields[key.text] = (key, Lost(key.start, key.end))
        return Again(blank(lines, at, following(lines, at, column, None)), [(root, None)], TOP, lost)
    assert isinstance(records, Mapping | Sequence)
    level = records.start.column
    # A line to the left of its record may be the next line of the record above: that one is not whole either.
    start = beginning(lines, at, records)
    begins = [start, at] if column < indent(lines, at) < level else [start]
    end = following(lines, at, level, records)
    if indent(lines, at) < level and end == following(lines, at, LED_BY_TAB, None) and _bare(lines[at]):
        # Perhaps a top key: what stands below must not pass for records of the key above.
        end = following(lines, at, column + 1, None)
        begins += [line for line in range(at, end) if is_entry(lines, line, level, records)]
    # libyaml looks ahead: it may still have been in the record above the one at fault.
    doing = opened[2][0] if len(opened) > 2 else waiting
    within = beginning(lines, doing.start.line, records) if doing else start
    _drop(records, min(start, within))
    for line in dict.fromkeys(begins):
        _lose(records, waiting, line, lines)
    blank(lines, start, end)
    root.fields.pop(key.text, None)
    return Again(within if within < start else end, [(root, key), (records, None)], BELOW)


def _begun(key: Scalar, lines: list[str]) -> Mapping | Sequence | None:
    """The level of records under `key` when libyaml gave up before its first one was whole."""
    line = key.start.line + 1
    while line < len(lines) and lines[line].lstrip()[:1] in ("", "#"):
        line += 1
    column = indent(lines, line)
    listed = lines[line][column : column + 1] == "-" if line < len(lines) else False
    if column == LED_BY_TAB or column < key.start.column + (not listed):
        return None
    mark = place(line, column)
    return (Sequence if listed else Mapping)(mark, mark)


def _listed(records: Node | None, lines: list[str]) -> bool:
    """Whether the records stand on lines of their own, not between brackets on the line of their key."""
    return isinstance(records, Mapping | Sequence) and not lines[records.start.line][
        : records.start.column
    ].strip(" ")


def _bare(line: str) -> bool:
    """Whether the line holds one word and at most a colon with a slip of the finger."""
    return re.match(r"\s*[A-Za-z][\w-]*\s*(:\S?\s*)?$", line) is not None


def _drop(records: Mapping | Sequence, line: int) -> None:
    """Forget what was read from `line` on."""
    if isinstance(records, Sequence):
        records.items = [item for item in records.items if item.start.line < line]
    else:
        records.fields = {name: pair for name, pair in records.fields.items() if pair[0].start.line < line}


def _lose(records: Mapping | Sequence, waiting: Node | None, line: int, lines: list[str]) -> None:
    """Put Lost in the place of the record that begins on `line`; its id stays known."""
    column = records.start.column
    if isinstance(records, Sequence):
        records.items.append(Lost(place(line, column), place(line, column + 1)))
        return
    key = waiting if isinstance(waiting, Scalar) and waiting.start.line == line else None
    typed = re.match(r"""\s*["']?([\w.-]+)["']?\s*:""", lines[line])
    if key is None and typed:
        begin, end = (place(line, column) for column in typed.span(1))
        key = Scalar(typed[1], True, begin, end)
    if key is not None:
        records.fields.setdefault(key.text, (key, Lost(key.start, key.end)))


def place(line: int, column: int) -> Mark:
    """A place as libyaml would tell it."""
    return Mark("", column, line, column, None, 0)
