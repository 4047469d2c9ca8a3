"""The page of a plain signed network's balance: triads by their signs, ties out of line, figures."""

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Title, count, headed, text
from ..text import safe
from .balance_page import counts
from .balance_splits import Words, split_blocks
from .network import Network
from .signed import AMBIVALENT

CENSUS = (Column(width=1), Column(most=4), Column(most=12), Column(width=0))
FIGURES = (Column(width=1), Column(most=10), Column(most=16), Column(width=0))
WORDS = Words(safe, lambda tie: "")


def page(answer: Network, name: str) -> Page:
    """The answer; `name` is the file's."""
    ties = answer.ties
    blocks: list[Block] = [Title(text(Run(f"Balance of {safe(name)}", "heading")))]
    blocks.append(Paragraph(text(counts(ties.number, len(ties.actors), ties.hostile, ties.friendly))))
    if ties.mixed:
        how = f"{count(len(ties.mixed), 'pair')} of both signs, {AMBIVALENT[ties.how]} (--ambivalent {ties.how})."
        blocks.append(Paragraph(text(how)))
    if not ties.ties:
        return tuple(blocks)
    census = answer.census
    rows = [
        Row(((), text(signs), text(f"{number:>9,}"), text(words)))
        for signs, number, words in (
            ("+++", census.none, "consistent"),
            ("++-", census.one, "strained"),
            ("+--", census.two, "consistent"),
            ("---", census.three, "strained in two camps, not in three"),
        )
    ]
    blocks += [
        Gap(),
        Table((Run("TRIADS", "heading"), Run(f"  {census.total:,} closed")), CENSUS, tuple(rows)),
    ]
    blocks += [Gap(), *split_blocks(ties, answer.optima, WORDS)]
    figures = tuple(Row(((), text(one.name), text(one.text), text(one.words))) for one in answer.figures)
    return (*blocks, Gap(), Table(headed("INDEX"), FIGURES, figures))
