"""Typed blocks of an answer: what a page says, before anybody decides how wide or in which colours.

A `Run` is text with a role; the presenters know what a role looks like, and nothing is said by a role alone.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Run(NamedTuple):
    """A piece of text with its role: see `ROLES`."""

    text: str
    role: str = ""


Text = tuple[Run, ...]
ROLES = (
    "name",
    "heading",
    "dim",
    "place",
    "hostile",
    "cooperative",
    "contested",
    "open",
    "voice",
    "command",
    "lens",
)


class Title(NamedTuple):
    """The first line: what is asked, and to what date the record knows."""

    left: Text
    right: Text = ()


class Paragraph(NamedTuple):
    """Prose, wrapped; `hang` is the indent of the lines after the first."""

    text: Text
    indent: int = 0
    hang: int = 0


class Column(NamedTuple):
    """A column of a table. Those of `width` 0 share what is left; `most` bounds one that fits its cells.

    `wide` is its bound on a page of 100 cells or more.
    """

    heading: str = ""
    width: int = -1
    most: int = 0
    shared: str = ""
    wide: int = 0


class Group(NamedTuple):
    """A heading inside a table."""

    text: Text
    right: Text = ()


class Row(NamedTuple):
    """One row: a cell a column. `wide` lets the cell of that index run on over the later empty ones."""

    cells: tuple[Text, ...]
    indent: int = 0


class Table(NamedTuple):
    """Rows under a heading; `gap` blanks stand between columns."""

    heading: Text
    columns: tuple[Column, ...]
    rows: tuple[Row | Group | Paragraph, ...]
    gap: int = 2


class Gap(NamedTuple):
    """An empty line."""


class Work(NamedTuple):
    """A work as a list of references has it: a document, or the data set with the claims cited from it.

    Names are as the record has them, never taken apart; dates as typed. `places` are in words, `marks` of handling.
    """

    key: str
    kind: Literal["document", "dataset"]
    label: str
    title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    version: str = ""
    licence: str = ""
    cite: str = ""
    places: str = ""
    claims: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


Block = Title | Paragraph | Table | Gap
Page = tuple[Block, ...]


def text(*pieces: str | Run) -> Text:
    """Runs from plain strings and runs."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces if piece)


def headed(words: str) -> Text:
    """The words as the heading of a block."""
    return (Run(words, "heading"),)


def plain(runs: Text) -> str:
    return "".join(run.text for run in runs)


def listing(names: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 tie`, `2 ties`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
