"""Trouble inside the data: where, what, and what to write instead."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "hint"]


def clipped(text: str, most: int = 300) -> str:
    """`text` without its middle where it is longer than anybody reads: a stranger's value may be a whole book."""
    return text if len(text) <= most else f"{text[: most - 60]} ... {text[-50:]}"


class Span(NamedTuple):
    """A place in a file of the data set; lines and columns count characters from 1."""

    file: str
    line: int
    column: int
    length: int = 1


class Problem(NamedTuple):
    """One fault. `advice` is prose, `write` lines ready to paste, `after` prose that follows them."""

    name: str
    severity: Severity
    where: Span
    what: str
    advice: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
