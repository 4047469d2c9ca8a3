"""The page of three to eight actors: ties coded first, each pair, third parties, and how each is described."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Group, Page, Paragraph, Row, Run, Table, Text, headed, listing, text
from ..sight import Seen
from ..view import View
from .basis import title
from .compare import Comparison
from .compare_page import aligned_rows, basis_lines
from .contest import contest_rows
from .legend import mark_words, onward
from .rows import TIES
from .statements import mark_of
from .third_rows import tie_line
from .wording import options, places, typed

ACROSS = 3  # actors that stand side by side in 80 cells


def page(answer: Comparison, view: View, folder: str = "") -> Page:
    """A grid a question; no reading is made of more than two at once."""
    names = [actor.name for actor in answer.actors]
    blocks: list[Block] = [title(", ".join(names), answer.basis), *basis_lines(answer, view)]
    coded = ", ".join(f"{name} {number}" for name, number in zip(names, answer.ties, strict=True))
    blocks.append(Paragraph(text(f"Ties coded: {coded}.{_uneven(answer)}")))
    blocks += [Gap(), Paragraph(headed("EACH PAIR")), _pairs(answer, view)]
    aside = [tie for pair in answer.between for tie in (*pair.own, *pair.parts) if tie.section == "contested"]
    if aside:
        columns = (Column(width=3), Column(width=0), TIES[3], TIES[4])
        blocks += [
            Gap(),
            Table(headed("CONTESTED, DOUBTED, ASKED"), columns, tuple(contest_rows(aside, view))),
        ]
    blocks += _thirds(answer, view)
    blocks += _described(answer, view)
    marks = {mark_of(row, None, view.dataset) for third in answer.thirds for leg in third.legs for row in leg}
    marks |= {tie.mark for pair in answer.between for tie in pair.own}
    if words := mark_words(marks, view):
        blocks += [Gap(), Paragraph(text(Run("; ".join(words) + ".", "dim")))]
    line = f"actorgraph compare {typed(answer.actors[0])} {typed(answer.actors[1])}"
    line += options(view.lens, view.dataset, folder)
    alike = (
        "no figure; a rate is made of two actors, ten third parties of a common date, and a declared search."
    )
    blocks += [Gap(), Paragraph(text(Run("HOW ALIKE: ", "heading"), alike))]
    return (*blocks, Gap(), onward([("two in full", line)]))


def _uneven(answer: Comparison) -> str:
    """A word where one actor is hardly coded, since its blanks then say nothing."""
    thin = [
        actor.name
        for actor, number in zip(answer.actors, answer.ties, strict=True)
        if number * 5 < max(answer.ties)
    ]
    if not thin:
        return ""
    stand = "stands" if len(thin) == 1 else "stand"
    return f" {listing(thin)} {stand} on few: too uneven to rank or group."


def _pairs(answer: Comparison, view: View) -> Table:
    rows: list[Row | Group | Paragraph] = []
    for pair in answer.between:
        one, other = view.dataset.name_of(pair.one), view.dataset.name_of(pair.other)
        seen = {tie.seen.relation.id: tie.seen for tie in (*pair.own, *pair.parts)}
        settled = [row for row in seen.values() if mark_of(row, None, view.dataset) != "?"]
        lines: list[Text] = [_tie(row, view) for row in settled]
        asked = len(seen) - len(settled)
        if asked:
            lines.append(text(f"? {asked} contested, doubted or asked, below"))
        name = text(f"{one}, {other}")
        for line in lines or [text(Run(pair.state.name, "dim"))]:
            rows.append(Row(((), name, line)))
            name = ()
    return Table((), (Column(width=1), Column(most=30), Column(width=0)), tuple(rows))


def _tie(row: Seen, view: View) -> Text:
    """The tie with its direction."""
    name = view.dataset.name_of
    ways = "" if view.dataset.type_of(row.relation).symmetric else f" ({name(row.from_)} > {name(row.to)})"
    return text(*tie_line(row, view), ways)


def _thirds(answer: Comparison, view: View) -> list[Block]:
    """A row a third party, a column an actor: the marks with their places, or that nothing is coded."""
    blocks: list[Block] = []
    for start in range(0, len(answer.actors), ACROSS):
        some = range(start, min(start + ACROSS, len(answer.actors)))
        rows: list[Row | Group | Paragraph] = []
        for third in answer.thirds:
            cells = [_marks(third.legs[number], view) for number in some]
            rows.append(Row(((), text(view.dataset.name_of(third.party)), *cells)))
        heads = [Column(answer.actors[number].name, width=0) for number in some]
        if rows:
            head = text(Run("THIRD PARTIES", "heading"), ", of two or more of them")
            blocks += [
                Gap(),
                Paragraph(head),
                Table((), (Column(width=1), Column(most=18), *heads), tuple(rows)),
            ]
    only = "; ".join(
        f"{actor.name} {len(alone) or 'none'}"
        for actor, alone in zip(answer.actors, answer.alone, strict=True)
    )
    if not answer.thirds:
        blocks += [Gap(), Paragraph(text(Run("THIRD PARTIES", "heading"), ": none has a tie to two of them"))]
    return [*blocks, Paragraph(text(f"Coded for one only, which says nothing of the others: {only}."), 1, 1)]


def _marks(leg: Sequence[Seen], view: View) -> Text:
    """`- p10 p26; ~+ p31`, or `not coded`."""
    if not leg:
        return (Run("not coded", "dim"),)
    by_mark: dict[str, list[Seen]] = {}
    for row in leg:
        mark = mark_of(row, None, view.dataset)
        by_mark.setdefault(f"{mark} claimed only" if row.standing == "claimed" else mark, []).append(row)
    pieces: list[str | Run] = []
    for mark, rows in by_mark.items():
        items = [item for row in rows for item in row.items]
        pieces += ["; " if pieces else "", f"{mark} ", Run(places(items, view.dataset), "place")]
    return text(*pieces)


def _described(answer: Comparison, view: View) -> Iterable[Block]:
    """Kinds of trait that two or more have, side by side; the others are named."""
    kinds = {kind for facts in answer.facts for kind in {fact.trait.trait for fact in facts}}
    shared = {
        kind for kind in kinds if sum(any(f.trait.trait == kind for f in facts) for facts in answer.facts) > 1
    }
    facts = [[fact for fact in facts if fact.trait.trait in shared] for facts in answer.facts]
    for start in range(0, len(answer.actors), ACROSS):
        rows = tuple(aligned_rows(facts[start : start + ACROSS], view))
        if rows:
            heads = [Column(actor.name, width=0) for actor in answer.actors[start : start + ACROSS]]
            yield Gap()
            yield Paragraph(text(Run("AS DESCRIBED", "heading"), ", statements made apart and aligned here"))
            yield Table((), (Column(width=1), Column(most=11), *heads), rows)
    labels = {kind: view.dataset.vocabulary.traits[kind].label for kind in view.dataset.vocabulary.traits}
    for actor, held in zip(answer.actors, answer.facts, strict=True):
        only = [
            label
            for kind, label in labels.items()
            if kind not in shared and any(f.trait.trait == kind for f in held)
        ]
        if only:
            yield Paragraph(text(f"Coded for {actor.name} only: {', '.join(dict.fromkeys(only))}."), 1, 3)
