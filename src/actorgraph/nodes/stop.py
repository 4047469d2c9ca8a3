"""Where libyaml stopped, and the tools to say why: places, pairs, quotes."""

import re
from typing import NamedTuple

from ..problems import Problem, Span, clipped
from .lines import quoted


class Stop(NamedTuple):
    """Where libyaml gave up, its words, and the event before; places are (line, column) from 0."""

    at: tuple[int, int]
    problem: str
    context: str
    opened: tuple[int, int]
    last: str
    style: str
    begun: tuple[int, int]
    ended: tuple[int, int]


def fault(
    name: str,
    file: str,
    at: tuple[int, int],
    what: str,
    *advice: str,
    write: tuple[str, ...] = (),
    length: int = 1,
) -> Problem:
    """An error at a place from 0."""
    span = Span(file, at[0] + 1, at[1] + 1, max(1, length))
    return Problem(name, "error", span, clipped(what), advice, tuple(clipped(line, 1000) for line in write))


def line_at(lines: list[str], line: int) -> str:
    """The line, empty beyond the end."""
    return lines[line] if 0 <= line < len(lines) else ""


def pair_on(line: str) -> tuple[str, str] | None:
    """Key and value of a line that holds one pair alone, the comment left out."""
    found = re.match(r"""\s*(?:-\s+)*([\w.-]+):\s+([^\[{|>].*)$""", line)
    if not found:
        return None
    value = found[2] if found[2][0] in "\"'" else re.split(r"\s#", found[2])[0]
    return found[1], value.rstrip()


def requoted(line: str) -> tuple[str, ...]:
    """The pair of a line with its value in quotes that hold."""
    pair = pair_on(line)
    if not pair:
        return ()
    key, value = pair
    if value[0] in "\"'" and value[0] == value[-1] and len(value) > 1:
        value = value[1:-1]
    return (f"{key}: {quoted(value)}",)
