"""What balance hangs on, on a page: a line for each paragraph or class of ties without or with which it reads otherwise."""

from collections.abc import Iterable

from ..page import Block, Column, Gap, Paragraph, Row, Run, Table, count, headed, listing, text
from ..view import View
from .balance_turns import Turn
from .falling import name_of
from .signed import Tie, Ties, Triad

TURNS = (Column(width=1), Column(most=20), Column(width=0))
MOST = 20
PAIRS = 3


def turn_blocks(
    turns: tuple[Turn, ...] | None, ties: Ties, triads: tuple[Triad, ...], upper: int, view: View
) -> Iterable[Block]:
    """The paragraphs first, then what is left out; `upper` is how many ties are out of line as it stands."""
    yield Gap()
    if turns is None:
        yield Paragraph(
            (Run("WHAT IT HANGS ON", "heading"), Run("  not looked at: there was no time for it.")), 0, 2
        )
        return
    if not turns:
        told = "  with no single paragraph do the number, the triads or the camps change."
        yield Paragraph((Run("WHAT IT HANGS ON", "heading"), Run(told)), 0, 2)
        return
    rows = [
        Row(((), text(_name(turn, view)), text(turn_words(turn, ties, triads, upper, view))))
        for turn in turns[:MOST]
    ]
    yield Table(headed("WHAT IT HANGS ON"), TURNS, tuple(rows), 1)
    if len(turns) > MOST:
        yield Paragraph(text(f"{len(turns) - MOST} more: --format json has all of them."), 1, 3)


def _name(turn: Turn, view: View) -> str:
    return f"without {name_of(turn.name, view.dataset)}" if turn.drops else f"--with {turn.name}"


def turn_words(turn: Turn, ties: Ties, triads: tuple[Triad, ...], upper: int, view: View) -> str:
    """`no tie US government - al-Qaeda; nothing is out of line; no triad is strained`."""
    name = view.dataset.name_of
    said = []
    if turn.gone:
        said.append(f"no tie {_some([_pair(tie, view) for tie in turn.gone], 'or')}")
    if turn.mixed:
        pairs = [f"{name(tie.one)} and {name(tie.other)}" for tie in turn.mixed]
        said.append(f"of both signs: {'; '.join(pairs)}")
    if turn.come:
        pairs = [_pair(tie, view) for tie in turn.come]
        said.append(f"{_some(pairs, 'and')} {'counts' if len(pairs) == 1 else 'count'}")
    if turn.upper != turn.lower:
        said.append(f"{turn.lower} to {turn.upper} out of line")
    elif turn.upper == upper:
        said.append(f"still {upper or 'nothing'} out of line")
    else:
        said.append(f"{turn.upper or 'nothing'} out of line")
    before = sum(one.strained for one in triads)
    if turn.triads_differ:
        told = f"{len(turn.strained)} strained" if turn.strained else "no triad strained" if before else ""
        consistent = f"{turn.consistent} consistent"
        said.append(
            f"triads: {told}, {consistent}" if turn.strained else ", ".join(filter(None, [told, consistent]))
        )
    if turn.fewer_actors:
        said.append(f"{listing([name(actor) for actor in turn.fewer_actors])} in no camp")
    if turn.camps_differ and not turn.fewer_actors:
        splits = count(turn.splits, "best split") if turn.splits else "more than 64 best splits"
        said.append(f"other camps ({splits})")
    return "; ".join(said)


def _pair(tie: Tie, view: View) -> str:
    name = view.dataset.name_of
    return f"{name(tie.one)} {tie.mark} {name(tie.other)}"


def _some(pairs: list[str], last: str) -> str:
    if len(pairs) <= PAIRS + 1:
        return listing(pairs, last)
    return f"{', '.join(pairs[:PAIRS])} {last} {len(pairs) - PAIRS} others"
