"""The ties of one screen: a row a family and mark, its partners with their places, as many as a few lines hold."""

from collections.abc import Sequence
from typing import NamedTuple

from ..page import Row, Run, Text, count, plain, text
from ..text import safe, width
from ..view import View
from .dated import days_asked
from .in_short import contested
from .rows import SECTIONS
from .show import Portrait
from .statements import Statement
from .wording import bracketed, short

CELLS = 80
FIRMEST = ("corroborated", "undisputed", "attributed")
LABELS = {
    "-": "hostile", "+": "cooperative", "^": "part, office, leader", "<": "people drawn from and to",
    "o": "without sign",
}  # fmt: skip
ALONE = {
    "supposed": "what if, not in the record", "people": "groups of people", "claimed": "claimed only",
    "unsourced": "without evidence",
}  # fmt: skip
CUT = {
    "supposed": "supposed here",
    "belongs": "of belonging", "movement": "of joining or leaving", "people": "with people",
    "neutral": "without sign", "claimed": "only claimed", "unsourced": "without evidence",
    "hostile aim": "by an aim", "cooperative aim": "by an aim",
    "hostile open": "not yet facts", "cooperative open": "not yet facts", "other open": "not yet facts",
}  # fmt: skip


class Piece(NamedTuple):
    """A row that may be cut: where it stands, its height, and the ties it tells of, under which mark."""

    block: str
    section: str
    row: Row
    height: int
    mark: str = ""
    ties: frozenset[str] = frozenset()


def height(words: Text, cells: int) -> int:
    """The lines that a paragraph takes at that many cells."""
    lines, used = 1, 0
    for word in safe(plain(words)).split():
        size = width(word)
        if used and used + 1 + size > cells:
            lines, used = lines + 1, size
        else:
            used += size + (1 if used else 0)
    return lines


def tie_pieces(ties: Sequence[Statement], answer: Portrait) -> list[Piece]:
    """A row a family and mark: what is held possible never stands under the mark of a fact."""
    pieces = []
    for section, _ in SECTIONS:
        here = [tie for tie in ties if _section(tie) == section and tie.item]
        for mark in sorted({tie.mark for tie in here}, key=lambda mark: (mark[:1] == "~", mark)):
            held = [tie for tie in here if tie.mark == mark]
            words = _partners(f"{_label(section, mark)}: ", held, 3 if section == "hostile" else 2, answer)
            row = _marked(mark, words)
            ids = frozenset(tie.seen.relation.id for tie in held)
            pieces.append(Piece("ties", section, row, height(words, CELLS - 5), mark, ids))
    return pieces


def asked(aside: Sequence[Statement], answer: Portrait, view: View) -> list[Piece]:
    """The row of what is contested, doubted or asked."""
    words = _asked(aside, answer, view)
    return [Piece("ties", "contested", _marked("?", words), height(words, CELLS - 5), "?")] if words else []


def cut_words(ties: Sequence[Statement], shown: Sequence[Piece]) -> list[str]:
    """`15 ties (3 without sign, 1 only claimed)`: those that no row shown tells of."""
    told = {relation for piece in shown for relation in piece.ties}
    cut: dict[str, set[str]] = {}
    for section, _ in SECTIONS:
        for tie in ties:
            if _section(tie) == section and tie.seen.relation.id not in told:
                cut.setdefault(CUT.get(section, section), set()).add(tie.seen.relation.id)
    kinds = ", ".join(f"{len(ids)} {words}" for words, ids in cut.items())
    number = len(set().union(*cut.values()))
    return [f"{count(number, 'tie')} ({kinds})"] if number else []


def _section(tie: Statement) -> str:
    """Where the statement stands: an item that only suggests a firm tie stands with what is no fact."""
    if tie.section.endswith(" aim") and tie.item and tie.item.stance == "suggests":
        return tie.section.replace(" aim", " open")
    if not tie.mark.startswith("~") or tie.section not in (
        "hostile",
        "cooperative",
        "belongs",
        "movement",
        "neutral",
    ):
        return tie.section
    return f"{tie.section} open" if tie.section in ("hostile", "cooperative") else "other open"


def _label(section: str, mark: str) -> str:
    """The words for a row's mark, so that no legend is needed to read it."""
    if section in ALONE:
        return f"{ALONE[section]}, not (yet) a fact" if mark.startswith("~") else ALONE[section]
    label = LABELS.get(mark.lstrip("~"), section)
    if section.endswith(" aim"):
        return f"{label} by an aim"
    return f"{label}, not (yet) a fact" if mark.startswith("~") else label


def _partners(lead: str, held: Sequence[Statement], most: int, answer: Portrait) -> Text:
    """Names, with a period where all ties that the places bear have the same, and not only the record's own date.

    Asked of certain days a partner stands first with what is certain, then, so called, with what is possible.
    """
    bare = ("undated", f"seen {answer.basis.known}")
    partners: dict[tuple[bool, str], list[Statement]] = {}
    for tie in held:
        partners.setdefault((tie.seen.answer == "possibly", tie.other), []).append(tie)
    order = sorted(
        ((maybe, sorted(ties, key=lambda tie: _first([tie]))) for (maybe, _), ties in partners.items()),
        key=lambda pair: (pair[0], _first(pair[1])),
    )
    pieces: list[str | Run] = [lead]
    for number, (maybe, ties) in enumerate(order):
        links = list(dict.fromkeys(tie.link for tie in ties))
        name = f"{links[0]} {ties[0].name}" if len(links) == 1 else f"{ties[0].name}, both ways"
        whens = {short(tie.seen.spell.words.partition(";")[0]) for tie in ties}
        dated = len(whens) == 1 and not whens & {*bare} and ties[0].section in ("hostile", "cooperative")
        name += f", {whens.pop()}" if dated else ""
        place = bracketed([tie.item for tie in ties if tie.item], answer.dataset)
        new = ["; " if number else "", "possibly " if maybe else "", f"{name} ", place]
        left = len(order) - number
        if height(text(*pieces, *new, f"; {left} more"), CELLS - 5) > most and number:
            return text(*pieces, f"; {left} more")
        pieces += new
    return text(*pieces)


def _first(ties: Sequence[Statement]) -> tuple[int, int, int, str]:
    """Undisputed and latest evidenced first, then more voices, then the name."""
    standing = min(
        FIRMEST.index(t.seen.standing) if t.seen.standing in FIRMEST and t.seen.firm else len(FIRMEST)
        for t in ties
    )
    voices = {tie.item.says for tie in ties if tie.item}
    return (standing, -max(tie.seen.spell.days.e1 for tie in ties), -len(voices), ties[0].name.casefold())


def _asked(aside: Sequence[Statement], answer: Portrait, view: View) -> Text:
    """Who holds what about what is contested, as many propositions as three lines hold; the rest is counted."""
    weight = ("contested", "denied", "doubted", "open")
    order = sorted(aside, key=lambda tie: (tie.seen.answer == "possibly", weight.index(tie.seen.standing)))
    relations = list(dict.fromkeys(tie.seen.relation.id for tie in order))
    pieces: list[str | Run] = []
    for number, relation in enumerate(relations):
        held = [tie for tie in order if tie.seen.relation.id == relation]
        maybe = f"Possibly {days_asked(answer)}: " if held[0].seen.answer == "possibly" else ""
        sentence: list[str | Run] = [maybe, *next(iter(contested(held, view)))]
        rest = [tie for tie in order if tie.seen.relation.id in relations[number:] and tie.item]
        more: list[str | Run] = [" " if pieces else "", f"{len(relations) - number} more asked or doubted ",
                bracketed([tie.item for tie in rest if tie.item], view.dataset), "."]  # fmt: skip
        if pieces and height(text(*pieces, " ", *sentence, *more), CELLS - 5) > 3:
            return text(*pieces, *more)
        pieces += [" " if pieces else "", *sentence]
    return text(*pieces)


def _marked(mark: str, words: Text) -> Row:
    role = (
        "open"
        if mark.startswith("~")
        else {"-": "hostile", "+": "cooperative", "?": "contested"}.get(mark, "")
    )
    return Row(((Run(mark.rjust(3), role),), words))
