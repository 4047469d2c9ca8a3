"""What the lists share: an entry with its cells, and which ties count on the days asked."""

from collections.abc import Sequence
from typing import NamedTuple

from ..page import Column, Text
from ..sight import Seen
from ..view import View


class Entry(NamedTuple):
    """One line: under which heading, its cells, and how a page shows it; one with nothing to show is only counted."""

    group: str
    cells: tuple[str, ...]
    shown: tuple[Text, ...]


class Listed(NamedTuple):
    """The entries with the names of their cells; the columns, headings and notes of the page."""

    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    shown: tuple[Column, ...]
    groups: tuple[str, ...]
    notes: tuple[str, ...]
    gap: int = 1


def counted(view: View, rows: Sequence[Seen] | None = None) -> tuple[list[Seen], int]:
    """Of the ties of the record that are seen those that may hold on the days asked, and how many others there are."""
    seen = [row for row in (view.relations() if rows is None else rows) if not row.supposed]
    held = [row for row in seen if row.answer in (None, "certainly", "possibly")]
    return held, len(seen) - len(held)


def short_of_all(held: Sequence[Seen], left: int) -> tuple[str, ...]:
    """What to say where the days asked leave ties out of the counts."""
    if not left:
        return ()
    return (
        f"Counted are the {len(held)} of {len(held) + left} ties that hold certainly or possibly on the days asked.",
    )
