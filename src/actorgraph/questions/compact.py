"""Many ties in few lines: one mark for those that share it, one word for those of a kind."""

from collections.abc import Iterable
from typing import NamedTuple

from ..page import Paragraph, Run, Text, listing, text


class Piece(NamedTuple):
    """One tie: its mark, its kind, the names of its ends (or the other end behind a link), what narrows it, where."""

    mark: str
    what: str
    name: str
    words: str = ""
    at: str = ""
    link: str = ""


def paragraphs(pieces: Iterable[Piece]) -> Iterable[Paragraph]:
    """One for each mark, kind after kind; ties that differ in the other end only share one place."""
    groups: dict[Piece, list[str]] = {}
    for piece in pieces:
        key = piece._replace(name="") if piece.link else piece
        groups.setdefault(key, []).append(piece.name)
    for mark in dict.fromkeys(key.mark for key in groups):
        held = [key for key in groups if key.mark == mark]
        kinds = list(dict.fromkeys(key.what for key in held))
        told: list[Run] = []
        before = ""
        for key in sorted(held, key=lambda one: kinds.index(one.what)):
            names = listing(list(dict.fromkeys(groups[key])))
            who = f"{key.what} {key.link} {names}" if key.link else names
            lead = f"{key.what}: " if key.what and not key.link and key.what != before else ""
            told += text("; " if told else f"{mark} ".lstrip())
            told += text(lead, ", ".join(filter(None, [who, key.words])), *place(key.at))
            before = key.what
        yield Paragraph(tuple(told), 2, 4)


def place(at: str) -> Text:
    return text(" ", Run(f"[{at}]", "place")) if at else ()
