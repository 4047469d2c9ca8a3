"""The page of balance in time: a block a period, with what began and ended, the number out of line, and the camps."""

from collections.abc import Iterable

from ..balance.optima import CAP
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, count, text
from ..view import View
from .balance_page import words
from .balance_splits import Words, bound_words, shared
from .balance_time import Course, Period
from .basis import document_line, title
from .signed import Tie

PERIOD = (Column(width=1), Column(most=11), Column(width=0))
PAIRS = 8


def page(answer: Course, view: View) -> Page:
    """The periods in order."""
    told = (
        "At each date that the evidence names, the ties certain then (undisputed, actual, signed, between actors "
        "that act); a line for each date where one begins or is certain no longer. Between two dates less may be "
        "certain: ask it by --on DATE."
    )
    blocks: list[Block] = [
        title("Balance in time", answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Paragraph(text(told)),
    ]
    if not answer.periods:
        blocks += [Gap(), Paragraph(text("No signed tie that counts is certain at any date."))]
    for one in answer.periods:
        blocks += [Gap(), *_period(one, words(view))]
    if answer.cut:
        blocks += [Gap(), Paragraph(text("The time was over before the last date."))]
    return tuple(blocks)


def _period(one: Period, words: Words) -> Iterable[Block]:
    days = one.first.text if one.first == one.last else f"{one.first.text} to {one.last.text}"
    best = one.optima.best
    told = bound_words(best.lower + one.ties.twice, best.upper + one.ties.twice, one.ties.number, best)
    proved = " (proved)" if best.proved and best.upper else ""
    head = (
        Run(days, "heading"),
        Run(f"  out of line: {told}{proved}; {count(len(one.ties.actors), 'actor')}"),
    )
    rows = []
    if len(one.optima.splits) == 1 or not one.optima.settled:
        camps: dict[int, list[str]] = {}
        for actor, camp in zip(one.ties.actors, best.camp, strict=True):
            camps.setdefault(camp, []).append(actor)
        rows.append(Row(((), text("camps"), text(" | ".join(words.camp(camp) for camp in camps.values())))))
    else:
        number = len(one.optima.splits) or f"more than {CAP}"
        lines = [*shared(one.ties, one.optima, words)][1:]
        rows.append(Row(((), text("camps"), text(f"{number} splits do equally well. {' '.join(lines)}"))))
    for lead, ties in (("now certain", one.begun), ("no longer", one.over)):
        if ties:
            rows.append(Row(((), text(lead), text(_pairs(ties, words)))))
    yield Table(head, PERIOD, tuple(rows), 1)


def _pairs(ties: tuple[Tie, ...], words: Words) -> str:
    more = f"; {len(ties) - PAIRS} more" if len(ties) > PAIRS else ""
    return "; ".join(words.pair(tie) for tie in ties[:PAIRS]) + more
