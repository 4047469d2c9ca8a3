"""The page of positions: one row an actor, what each figure means, and why one is missing; or why there are none."""

from collections.abc import Callable, Iterable

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Title, text
from ..text import safe, width
from ..view import View
from .balance_page import counted_blocks, counts, same
from .basis import basis, document_line, title
from .legend import onward
from .rank import MEASURES, Position, Rank, shown
from .wording import options

LEAD, NAMES = "ACTORS", 34
FIGURES = (
    Column("friendly", 8),
    Column("hostile", 7),
    Column("PN", 6),
    Column("eigen.", 6),
    Column("between", 7),
)
MOST = 60
NO_MERIT = "A position in what was recorded; no judgement of an actor, and persons are never ranked."


def page(answer: Rank, view: View, folder: str = "") -> Page:
    """The positions in a record."""
    rests, ties = basis(view), answer.ties
    again = same(view, answer.with_, ties.how, folder)
    blocks: list[Block] = [title("Positions", rests), Paragraph(document_line(rests, view))]
    if answer.refused:
        told = f"Not ranked: {'; '.join(answer.refused)}."
        lines = [
            ("with whom", f"actorgraph balance{again}"),
            ("tie by tie", f"actorgraph matrix{options(view.lens, view.dataset, folder)}"),
        ]
        return (*blocks, Paragraph(text(told), 0, 2), Gap(), onward(lines))
    blocks.append(Paragraph(text(counts(ties.number, len(ties.actors), ties.hostile, ties.friendly))))
    assert answer.counted
    blocks += counted_blocks(answer.counted, answer.with_, view)
    lines = [("left out", f"actorgraph balance{again} --left-out")] if answer.counted.left else []
    lines += [
        ("the camps", f"actorgraph balance{again}"),
        ("as a table", f"actorgraph rank{again} --by {answer.by} --format csv"),
    ]
    return (*blocks, *_table(answer, view.dataset.name_of), Gap(), onward(lines))


def page_of_file(answer: Rank, name: str) -> Page:
    """The positions in a plain network."""
    ties = answer.ties
    told = counts(ties.number, len(ties.actors), ties.hostile, ties.friendly)
    lead = Title(text(Run(f"Positions in {safe(name)}", "heading")))
    return (lead, Paragraph(text(told)), *_table(answer, safe))


def _table(answer: Rank, name: Callable[[str], str]) -> Iterable[Block]:
    if not answer.positions:
        return
    shown_ = answer.positions[:MOST]
    longest = max(width(name(one.actor)) for one in shown_)
    columns = (Column(width=1), Column(width=min(NAMES, max(longest, len(LEAD)))), *FIGURES)
    yield Gap()
    yield Table((Run(LEAD, "heading"),), columns, tuple(_row(one, name) for one in shown_))
    if len(answer.positions) > MOST:
        yield Paragraph(text(f"{len(answer.positions) - MOST} more: --format csv."), 1, 3)
    yield Gap()
    yield Paragraph(text(f"Order: {MEASURES[answer.by]}; others: --by {', '.join(MEASURES)}."), 0, 2)
    for measure, column in (("pn", "PN"), ("eigenvector", "eigen."), ("brokerage", "between")):
        why = answer.unsaid.get(measure)
        yield Paragraph(text(f"{column}: {f'not told, {why}' if why else MEASURES[measure]}."), 0, 2)
    yield Paragraph(text(NO_MERIT), 0, 2)


def _row(one: Position, name: Callable[[str], str]) -> Row:
    figures = (
        str(one.degree.positive), str(one.degree.negative), shown(one.pn), shown(one.eigenvector),
        str(one.brokerage.between) if one.brokerage else "",
    )  # fmt: skip
    cells = (text(figure.rjust(column.width)) for figure, column in zip(figures, FIGURES, strict=True))
    return Row(((), text(Run(name(one.actor), "name")), *cells))
