"""What the page of disputes lists beside questions: ties of other degree, of unlike sign, dated differently, mixed."""

from collections.abc import Iterable

from ..page import Block, Gap, Group, Paragraph, Row, Run, Table, count, listing, text
from ..view import View
from .disputes import Dates, Disputes
from .disputes_rows import COLUMNS, Rows, marked, tie_row, told, voice_rows
from .warrant import proposition

MOST = 30  # blocks of a kind
MOST_NAMED = 4
HINT = "a hint from signs, said by no source"


def degree_blocks(answer: Disputes, view: View) -> Iterable[Block]:
    """A block a pair: each tie with who holds it."""
    name = view.dataset.name_of
    rows: Rows = []
    for one in answer.degrees[:MOST]:
        rows.append(Group(text(f" {name(one.one)} and {name(one.other)}")))
        for row, words in zip(one.rows, one.words, strict=True):
            rows.append(Row(((), marked(row, view), told(row, view), (), ())))
            rows += voice_rows(row, words, view)
    if rows:
        head = ", by different voices: not a conflict of sign"
        yield from _section("SAME SIGN, OTHER DEGREE", head, rows)
        yield from more(len(answer.degrees), "pair")


def unlike_blocks(answer: Disputes, view: View) -> Iterable[Block]:
    """Two ties and what their dates say of their being so together."""
    rows: Rows = []
    for clash in answer.clashes[:MOST]:
        rows += [tie_row(row, view) for row in clash.rows]
        rows.append(Row(((), (), text("  ", clash.text), (), ())))
    if rows:
        head = f": hardly so together, {HINT}"
        yield from _section("UNLIKE SIGN", head, rows)
        yield from more(len(answer.clashes), "pair")


def date_blocks(answer: Disputes, view: View) -> Iterable[Block]:
    """A tie, which end is in dispute, and the voices with their dates."""
    rows: Rows = []
    for one in answer.dates[:MOST]:
        words = f"{proposition(one.seen, view.dataset)}: {_ends(one)}"
        rows.append(Row(((), marked(one.seen, view), text(words), (), ())))
        rows += voice_rows(one.seen, one.words, view)
    if rows:
        yield from _section("DATED DIFFERENTLY", "", rows)
        yield from more(len(answer.dates), "tie")


def _ends(one: Dates) -> str:
    words = {"start": "its beginning", "end": "its end"}
    return f"{listing([words[end] for end in one.ends])} is stated differently, or the tie is seen beyond it"


def mixed_blocks(answer: Disputes, view: View, *, shown: bool) -> Iterable[Block]:
    """Pairs with ties of different kinds: named, or with `--mixed` told."""
    if not answer.mixed:
        return
    name = view.dataset.name_of
    if not shown:
        names = [f"{name(rows[0].from_)} with {name(rows[0].to)}" for rows in answer.mixed[:MOST_NAMED]]
        names += [f"{len(answer.mixed) - MOST_NAMED} more"] if len(answer.mixed) > MOST_NAMED else []
        lead = f"{count(len(answer.mixed), 'pair')} with ties of different kinds that can be so together: {listing(names)}"
        yield from (
            Gap(),
            Paragraph(text(f"Not listed: {lead}. ", Run("--mixed", "command"), " lists them."), 0, 2),
        )
        return
    rows: Rows = []
    for held in answer.mixed[:MOST]:
        rows.append(Group(text(f" {name(held[0].from_)} and {name(held[0].to)}")))
        rows += [tie_row(row, view) for row in held]
    head = ": ties that can be so together, whatever their signs"
    yield from _section("DIFFERENT KINDS", head, rows)
    yield from more(len(answer.mixed), "pair")


def _section(heading: str, head: str, rows: Rows) -> Iterable[Block]:
    yield Gap()
    yield Paragraph(text(Run(heading, "heading"), head))
    yield Table((), COLUMNS, tuple(rows), 1)


def more(number: int, what: str) -> Iterable[Block]:
    """How many blocks of a kind are not shown."""
    if number > MOST:
        yield Paragraph(text(f"{count(number - MOST, f'more {what}')}: --format csv lists them."), 1, 1)
