"""The page of camps: what each further camp saves, then the camps of the split that was asked for."""

from collections.abc import Iterable

from ..balance.graph import out_of_line
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Title, count, text
from ..text import safe
from ..view import View
from .balance import named
from .balance_page import counted_blocks, counts, same, words
from .balance_splits import ENDED, NAMES, Words, apart, bound_words, several
from .basis import basis, document_line, title
from .blocs import LONGEST, Blocs
from .legend import onward
from .network_page import WORDS

LADDER = (Column(width=1), Column(most=14), Column(most=24), Column(width=0))
CAMPS = (Column(width=1), Column(most=11), Column(width=0))


def page(answer: Blocs, view: View, folder: str = "") -> Page:
    """The camps of a record."""
    rests = basis(view)
    ties = answer.ties
    assert answer.counted
    blocks: list[Block] = [
        title("Camps", rests),
        Paragraph(document_line(rests, view)),
        Paragraph(text(counts(ties.number, len(ties.actors), ties.hostile, ties.friendly))),
        *counted_blocks(answer.counted, answer.with_, view),
    ]
    again = same(view, answer.with_, ties.how, folder)
    lines = [("left out", f"actorgraph balance{again} --left-out")] if answer.counted.left else []
    lines += [("in two", f"actorgraph balance{again}")] if ties.ties else []
    most = answer.steps[-1][0] if answer.steps else 0
    if ties.ties and (answer.saves or (answer.asked or most) < most):
        lines.append(("in more", f"actorgraph blocs{again} --k {(answer.asked or most) + 1}"))
    return (*blocks, *_told(answer, words(view)), *((Gap(), onward(lines)) if lines else ()))


def page_of_file(answer: Blocs, name: str) -> Page:
    """The camps of a plain network."""
    ties = answer.ties
    told = counts(ties.number, len(ties.actors), ties.hostile, ties.friendly)
    lead = Title(text(Run(f"Camps of {safe(name)}", "heading")))
    return (lead, Paragraph(text(told)), *_told(answer, WORDS))


def _told(answer: Blocs, words: Words) -> Iterable[Block]:
    ties = answer.ties
    if not ties.ties:
        return
    yield Gap()
    yield Table(
        (Run("HOW MANY CAMPS", "heading"), Run("  ties out of line, at least")),
        LADDER,
        tuple(_ladder(answer)),
    )
    last, least = (answer.steps[-1] if answer.steps else (0, None)), answer.any_
    if not answer.saves:
        yield Paragraph(
            text(f"More than {last[0]} save nothing: with any number of camps as many are out of line."), 1, 3
        )
    elif answer.asked is None and last[0] >= LONGEST:
        bounds = bound_words(least.lower + ties.twice, least.upper + ties.twice, ties.number, least)
        yield Paragraph(text(f"With any number, {least.camps} camps: {bounds}."), 1, 3)
    split = answer.chosen
    told = bound_words(split.lower + ties.twice, split.upper + ties.twice, ties.number, split)
    proved = " (proved)" if split.proved and split.upper else ""
    yield Gap()
    yield Paragraph(
        (Run("THE CAMPS", "heading"), Run(f"  {count(split.camps, 'camp')}: out of line {told}{proved}.")),
        0,
        2,
    )
    yield Paragraph(
        text("Other camps may do as well. A tie is out of line where friends stand apart or foes together."),
        1,
        1,
    )
    if several(ties):
        yield Paragraph(text(apart(ties)), 1, 1)
    rows = [
        Row(((), text(f"camp {number}"), text(words.camp(camp))))
        for number, camp in enumerate(named(split.camp, ties.actors)[:NAMES], 1)
    ]
    if split.camps > NAMES:
        rows.append(Row(((), (), text(f"{split.camps - NAMES} more camps: --format json"))))
    pairs = ties.by_pair
    broken = [
        pairs[frozenset((ties.actors[u], ties.actors[v]))] for u, v, _ in out_of_line(ties.graph, split.camp)
    ]
    if broken:
        more = f"; {len(broken) - NAMES} more" if len(broken) > NAMES else ""
        rows.append(Row(((), text("out of line"), text("; ".join(map(words.pair, broken[:NAMES])) + more))))
    yield Table((), CAMPS, tuple(rows), 1)


def _ladder(answer: Blocs) -> Iterable[Row]:
    before = None
    twice = answer.ties.twice
    for number, split in answer.steps:
        lower, upper = split.lower + twice, split.upper + twice
        least = f"{upper} (proved)" if split.proved else f"{lower} to {upper}"
        why = "" if split.proved else ENDED.get(split.ended, "not proved")
        saved = f"saves {count(before - upper, 'tie')}" if before is not None and split.proved else why
        yield Row(((), text(count(number, "camp")), text(least), text(saved)))
        before = upper if split.proved else None
