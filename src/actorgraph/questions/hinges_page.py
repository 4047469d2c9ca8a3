"""The page of what an answer hangs on: in short, then paragraphs, voices and documents, the heaviest first."""

from collections.abc import Iterable, Sequence

from ..lens import PLAIN
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, count, listing, text
from ..view import View
from ..view.dropping import kind_of
from .basis import document_line, title
from .falling import name_of
from .hinges import Hinges, Loss
from .hinges_rows import in_numbers, named
from .legend import mark_words, onward
from .statements import mark_of
from .wording import options, typed

HEADS = {"paragraph": "PARAGRAPHS", "voice": "VOICES", "source": "DOCUMENTS"}
ONE = {"paragraph": "paragraph", "voice": "voice", "source": "document"}
MOST = {"paragraph": 12, "voice": 12, "source": 8}  # losses told in full; the rest are named
WHOLE = (Column(width=1), Column(most=24), Column(width=0))
NAMED = (Column(width=1), Column(most=18), Column(width=2), Column(width=0))


def page(answer: Hinges, view: View, folder: str = "") -> Page:
    """What reads otherwise without each; `folder` is the data set's, where it was named."""
    blocks: list[Block] = [title(_subject(answer), answer.basis)]
    blocks += [Paragraph(document_line(answer.basis, view)), _how(answer)]
    blocks += [Gap(), Paragraph((Run("IN SHORT", "heading"),)), *_in_short(answer, view)]
    for kind, heading in HEADS.items():
        blocks += _losses(heading, kind, answer, view)
    if answer.question and (
        words := mark_words({mark_of(row, None, view.dataset) for row in answer.ties}, view)
    ):
        blocks += [Gap(), Paragraph(text(Run("; ".join(words) + ".", "dim")))]
    return (*blocks, Gap(), _next(answer, view, folder))


def _subject(answer: Hinges) -> str:
    names = [actor.name for actor in answer.actors]
    if len(names) == 1:
        told = {"show": f"the page of {names[0]}", "why": f"what is said of {names[0]}"}[answer.question]
    elif answer.question == "path":
        told = f"the shortest path from {' to '.join(names)}"
    elif answer.question == "why":
        return f"What the ties of {listing(names)} hang on"
    else:
        told = f"the comparison of {listing(names)}" if names else "the record"
    return f"What {told} hangs on"


def _how(answer: Hinges) -> Paragraph:
    example = _heaviest(answer)
    lead = f", as by --without {example}" if example else ""
    what = "ties alone; traits and events: hinges show ACTOR" if not answer.question else ""
    told = f"Each paragraph, voice and document is dropped in turn{lead}; below is what then reads otherwise"
    return Paragraph(text(f"{told}{f' ({what})' if what else ''}."))


def _heaviest(answer: Hinges) -> str:
    """The word of --without for the paragraph that changes most, of another kind where none is cited."""
    paragraphs = [loss for loss in answer.losses if loss.kind == "paragraph"]
    found = max(paragraphs or answer.losses, key=lambda loss: loss.weight, default=None)
    return found.name if found else ""


def _in_short(answer: Hinges, view: View) -> Iterable[Block]:
    """How many ties fall with one paragraph, one voice, one document; and how many pairs read otherwise."""
    ties = len(answer.recorded)
    if not ties:
        yield Paragraph(text(f"No tie is {'left by this lens' if answer.basis.lens else 'coded'}."), 2, 4)
        return
    for kind in HEADS:
        if sentence := _resting(kind, answer, view):
            yield Paragraph(text(sentence), 2, 4)


def _resting(kind: str, answer: Hinges, view: View) -> str:
    """How many ties fall with a single one, and how many pairs then read otherwise."""
    held = [loss for loss in answer.losses if loss.kind == kind]
    named = [*(loss.name for loss in held), *(name for name in answer.idle if kind_of(name, view) == kind)]
    if not named:
        return ""
    ties, one = len(answer.recorded), ONE[kind]
    known = {row.relation.id for row in answer.recorded}
    fallen = len({c.relation for loss in held for c in loss.changes if c.falls and c.relation in known})
    moved = len({frozenset((pair.one, pair.other)) for loss in held for pair in loss.pairs})
    rest = "rests" if fallen == 1 else "rest"
    if len(named) == 1:
        told = f"{_of(fallen, ties, 'tie')} {rest} on {name_of(named[0], view.dataset)}, the only {one}"
    elif not fallen:
        told = f"No tie rests on a single one of {len(named)} {one}s"
    else:
        told = f"{_of(fallen, ties, 'tie')} {rest} on a single one of {len(named)} {one}s"
    read = "reads" if moved == 1 else "read"
    it = "it" if len(named) == 1 else "one"
    return (
        f"{told}; {_of(moved, answer.pairs, 'pair').lower()} {read} otherwise without {it}."
        if moved
        else f"{told}."
    )


def _of(number: int, all_: int, what: str) -> str:
    """`All 76 ties`, `66 of 76 ties`."""
    if number == all_:
        return {1: f"The one {what}", 2: f"Both {what}s"}.get(all_, f"All {all_} {what}s")
    return f"{number} of {count(all_, what)}"


def _losses(heading: str, kind: str, answer: Hinges, view: View) -> Iterable[Block]:
    """The heaviest in full, the others by name; then those without which nothing changes."""
    held = sorted(
        (loss for loss in answer.losses if loss.kind == kind), key=lambda loss: [-n for n in loss.weight]
    )
    idle = [name for name in answer.idle if kind_of(name, view) == kind]
    if not held and not idle:
        return
    whole = not answer.question
    if len(held) == 1 and not idle and _all_fall(held[0], answer):
        fall = f"the only {ONE[kind]}: without it nothing is left of {_what(answer)}."
        line = text(" ", Run(name_of(held[0].name, view.dataset), "place"), f" {fall}")
        yield from (Gap(), Paragraph((Run(heading, "heading"),)), Paragraph(line, 1, 3))
        return
    rows: list[Row] = []
    for loss in held[: MOST[kind]]:
        told = in_numbers(loss, answer, view) if whole else named(loss, answer, view)
        for number, cells in enumerate(told):
            rows.append(
                Row(((), text(Run(name_of(loss.name, view.dataset), "place")) if not number else (), *cells))
            )
    yield Gap()
    yield Paragraph(text(Run(heading, "heading"), _order(kind, answer, len(held))), 0, 2)
    yield Table((), WHOLE if whole else NAMED, tuple(rows), 1)
    rest = held[MOST[kind] :]
    if rest:
        yield Paragraph(
            text("Fewer or lighter changes: ", _names([loss.name for loss in rest], view), "."), 1, 3
        )
    if idle:
        yield Paragraph(text("Nothing reads otherwise without ", _names(idle, view, "or"), "."), 1, 3)


def _all_fall(loss: Loss, answer: Hinges) -> bool:
    """Whether nothing is left of several ties, and nothing comes in their place."""
    nothing = len(answer.ties) > 1 and (loss.way is None or loss.way.steps is None)
    return nothing and [change.falls for change in loss.changes] == [True] * len(answer.ties)


def _what(answer: Hinges) -> str:
    return "the record" if not answer.question else f"these {count(len(answer.recorded), 'tie')}"


def _order(kind: str, answer: Hinges, number: int) -> str:
    if number < 2:
        return ", one dropped"
    most = "those without which most pairs read otherwise" if answer.pairs > 1 else "those that change most"
    return f", one dropped; first {most}"


def _names(names: Sequence[str], view: View, last: str = "and") -> str:
    return listing([name_of(name, view.dataset) for name in names], last)


def _next(answer: Hinges, view: View, folder: str) -> Table:
    lens, data = (options(seen, view.dataset, folder) for seen in (view.lens, PLAIN))
    names = " ".join(typed(actor) for actor in answer.actors)
    heaviest = _heaviest(answer)
    again = f"{lens if not view.lens.without else data} --without {heaviest}" if heaviest else ""
    lines = []
    if answer.question:
        lines.append(("the answer", f"actorgraph {answer.question} {names}{lens}"))
        if again:
            lines.append(("without it", f"actorgraph {answer.question} {names}{again}"))
        lines.append(("whole record", f"actorgraph hinges{lens}"))
    else:
        ends = [end for row in answer.recorded for end in (row.from_, row.to)]
        if ends:
            most = view.dataset.actors[max(dict.fromkeys(ends), key=ends.count)]
            lines.append(("one actor", f"actorgraph hinges show {typed(most)}{lens}"))
        if again:
            lines.append(("without it", f"actorgraph list relations{again}"))
    lines.append(
        (
            "as a table",
            f"actorgraph hinges{f' {answer.question} {names}' if answer.question else ''}{lens} --format csv",
        )
    )
    return onward(lines)
