"""The lines of a file, and how records are laid out on them."""

import re
from typing import Final

from .node import Node, Sequence

LED_BY_TAB: Final = 10_000


def split(text: str) -> list[str]:
    """The lines of a file as libyaml counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def indent(lines: list[str], line: int) -> int:
    """The blanks before the first character; beyond every column where a tab is among them."""
    here = lines[line] if line < len(lines) else ""
    bare = here.lstrip(" ")
    return LED_BY_TAB if bare[:1] == "\t" else len(here) - len(bare)


def quoted(text: str) -> str:
    """`text` in the quotes that need the fewest changes."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def is_entry(lines: list[str], line: int, column: int, records: Node | None) -> bool:
    """Whether `line` begins an entry of `records` at `column`; without records, a key."""
    if line >= len(lines) or indent(lines, line) != column:
        return False
    here = lines[line][column:]
    if isinstance(records, Sequence):
        return here.startswith("- ") or here == "-"
    return re.match(r"""["']?\w[\w.-]*["']?\s*:""", here) is not None


def following(lines: list[str], at: int, column: int, records: Node | None) -> int:
    """The next line after `at` that begins an entry at `column`, or stands further to the left."""
    for line in range(at + 1, len(lines)):
        here = lines[line].lstrip()[:1]
        if here not in ("", "#") and (
            is_entry(lines, line, column, records) or (indent(lines, line) < column and here not in "]}")
        ):
            return line
    return len(lines)


def beginning(lines: list[str], at: int, records: Node) -> int:
    """The first line of the record that line `at` stands in or below."""
    while at > records.start.line and not is_entry(lines, at, records.start.column, records):
        at -= 1
    return at


def blank(lines: list[str], start: int, end: int) -> int:
    """Take the lines from `start` to before `end` out; the lines below stay where they are."""
    lines[start:end] = [""] * (end - start)
    return end
