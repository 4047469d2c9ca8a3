"""Who repeats whom on a page: how many beginnings there are, the tree, and ties whose documents are not independent."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Group, Paragraph, Row, Run, Table, count, listing, text
from ..view import View
from .borne import Borne
from .chains import Link
from .sources import Echo, Sources
from .statements import mark_of
from .warrant import proposition, standing_word

MOST_LINES, MOST_ECHOES, MOST_NAMED, DEEPEST = 120, 24, 8, 8


def opening(answer: Sources) -> Iterable[Block]:
    """How many documents there are, and how many beginnings these have."""
    number, roots = len(answer.documents), len(answer.roots)
    if not number:
        return
    circles = sum(link.turns for link in answer.chains)
    if not answer.chains:
        alone = "which derives from no other" if number == 1 else "none of which derives from another"
        yield Paragraph(text(f"{'One document' if number == 1 else f'{number} documents'}, {alone}."))
        return
    begin = f"{count(number, 'document')} from {count(roots, 'root')}: what derives from another document, by whatever"
    yield Paragraph(text(f"{begin} chain, is no independent beginning."))
    if circles:
        told = "One chain goes in a circle" if circles == 1 else f"{circles} chains go in circles"
        each = f"{told}: no document of a circle came first, and each counts as a root of its own."
        yield Paragraph(text(f"{each} See: ", Run("actorgraph explain source-circle", "command")))


def label(id_: str, view: View) -> str:
    """`[M]`; the id of a document that the record does not declare."""
    return f"[{view.dataset.label_of(id_)}]"


def named(ids: Sequence[str], view: View) -> str:
    """`[A], [B] and 3 more`."""
    rest = [f"{len(ids) - MOST_NAMED} more"] if len(ids) > MOST_NAMED else []
    return listing([*(label(id_, view) for id_ in ids[:MOST_NAMED]), *rest])


def tree(answer: Sources, view: View) -> Iterable[Block]:
    """Each beginning with what derives from it below; then what stands alone."""
    borne = {one.source.id: one.borne for one in answer.documents}
    chains = {link.source for link in answer.chains}
    alone = [Link(id_, 0, (), False, False) for id_ in borne if id_ not in chains]
    for heading, links in (("WHO REPEATS WHOM", answer.chains), ("STANDING ALONE", alone)):
        if links:
            yield Gap()
            yield Paragraph((Run(heading, "heading"),))
            yield from (_line(link, borne.get(link.source), answer, view) for link in links[:MOST_LINES])
        if len(links) > MOST_LINES:
            told = f"{count(len(links) - MOST_LINES, 'more line')}: --format csv has every document with its roots."
            yield Paragraph(text(told), 2, 4)


def _line(link: Link, borne: Borne | None, answer: Sources, view: View) -> Paragraph:
    """A document at its depth; one that the lens leaves out, or that stands above already, by its label alone."""
    depth = min(link.depth, DEEPEST)
    indent = 3 * depth
    lead = ("<- " if depth else "") + (f"({link.depth} deep) " if link.depth > DEEPEST else "")
    place = Run(label(link.source, view), "place")
    source = answer.dataset.sources.get(link.source)
    if source is None:
        words = " is not in the record"
    elif borne is None:
        words = " is left out by the lens"
    elif link.again:
        words = " stands above"
    else:
        date = f", {source.published.text}" if source.published else ""
        words = f" {source.title}, {view.dataset.name_of(source.own)}{date}"
    above = f", from {named(link.above, view)}" if link.above and borne is not None else ""
    turns = ", in a circle where none came first" if link.turns else ""
    bears = f": {_figures(link, borne, answer)}" if borne is not None and not link.again else ""
    told = text(lead, place, f"{words}{above}{turns}{bears}.")
    return Paragraph(told, indent + 2, indent + 5)


def _figures(link: Link, borne: Borne, answer: Sources) -> str:
    """`4 statements on 3 ties, 1 on it alone`; of a beginning also the ties that only it and what repeats it bear."""
    alone = f", {borne.alone} on it alone" if borne.alone else ""
    if not borne.statements:
        return "no statement on a tie"
    told = f"{count(borne.statements, 'statement')} on {count(borne.ties, 'tie')}{alone}"
    resting = 0 if link.above else dict(answer.resting).get(link.source, 0)
    if not resting or resting == borne.alone:
        return told
    return f"{told}; {count(resting, 'tie')} {'rests' if resting == 1 else 'rest'} on this chain alone"


def echo_blocks(answer: Sources, view: View) -> Iterable[Block]:
    """Ties that look supported several times over, the fewest independent supports first."""
    if not answer.echoes:
        return
    order = sorted(answer.echoes, key=lambda one: len(one.seen.backing.groups))
    rows: list[Row | Group | Paragraph] = []
    for one in order[:MOST_ECHOES]:
        mark = mark_of(one.seen, None, view.dataset)
        head = text(
            proposition(one.seen, view.dataset), Run(f", {standing_word(one.seen, view.dataset)}", "dim")
        )
        rows += [Row(((), text(mark.rjust(2)), head)), Row(((), (), text("  ", _why(one, view))))]
    yield Gap()
    told = ", ties whose documents are more than their independent supports"
    yield Paragraph(text(Run("ECHOES", "heading"), told), 0, 2)
    yield Table((), (Column(width=1), Column(width=2), Column(width=0)), tuple(rows), 1)
    if len(order) > MOST_ECHOES:
        yield Paragraph(text(f"{count(len(order) - MOST_ECHOES, 'more tie')}: --format csv has all."), 2, 4)


def _why(one: Echo, view: View) -> str:
    """`[A], [N] and [R] go back to [A]: 1 independent support`."""
    supports = f"{count(len(one.seen.backing.groups), 'independent support')}"
    documents = named(one.documents, view)
    if len(one.roots) >= len(one.documents):
        return f"{documents} have a voice in common: {supports}"
    return f"{documents} go back to {named(one.roots, view)}: {supports}"
