"""What signs can and cannot show of a what-if: closed triads before and after, and what no sign holds."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Paragraph, Row, Run, Table, Text, count, listing, text
from ..sight import Seen
from ..view import View
from .scenario import Outlook
from .triads import Triad
from .wording import bracketed

HINT = "; structure, a hint, no forecast"
MOST = 6
WORDS = {"strained": "strained", "consistent": "consistent", "both": "with a pair of both signs"}
TRIADS = (Column(width=1), Column(most=16), Column(width=0))


def signs(answer: Outlook, view: View) -> Iterable[Block]:
    """The counts, the triads that change or touch what changes, and what the counts leave out."""
    yield Gap()
    yield Paragraph(text(Run("WHAT SIGNS CAN AND CANNOT SHOW", "heading"), HINT))
    day = answer.scenario.on.text
    rule = (
        f"Counted are undisputed signed ties of actors that act, certain on {day} and not aimed against a third; "
        "three actors with such ties between all are a closed triad, strained where the signs multiply to a minus."
    )
    yield Paragraph(text(rule), 2, 2)
    before, after = (_number(found) for found in (answer.before, answer.after))
    yield Paragraph(text(f"Closed triads now: {before}. Then: {after}.", _same(answer)), 2, 2)
    rows = [*_rows(answer, view)]
    if rows:
        yield Table((), TRIADS, tuple(rows[:MOST]), 1)
    if len(rows) > MOST:
        yield Paragraph(text(f"{count(len(rows) - MOST, 'more triad')}: --format json has all."), 2, 2)
    yield from (Paragraph(text(words), 2, 2) for words in _limits(answer, view))


def _number(found: Sequence[Triad]) -> str:
    told = [
        f"{number} {WORDS[reading]}"
        for reading in WORDS
        if (number := sum(one.reading == reading for one in found)) or reading == "strained"
    ]
    return f"{len(found)} ({', '.join(told)})" if found else "none"


def _key(one: Triad) -> tuple[tuple[str, ...], str]:
    return one.actors, one.reading


def _same(answer: Outlook) -> str:
    if {_key(one) for one in answer.before} == {_key(one) for one in answer.after}:
        return " Nothing changes."
    return ""


def _rows(answer: Outlook, view: View) -> Iterable[Row]:
    """First what changes, then the strained ones of a pair that the scenario touches, then the other strained ones."""
    before, after = ({one.actors: one for one in found} for found in (answer.before, answer.after))
    touched = {frozenset((pair.one, pair.other)) for pair in answer.changed}
    moved: list[Row] = []
    near: list[Row] = []
    rest: list[Row] = []
    for actors in sorted({*before, *after}):
        old, new = before.get(actors), after.get(actors)
        if old and new and old.reading == new.reading:
            if new.reading == "strained":
                (near if touched & {*new.pairs} else rest).append(_row("strained", new, view))
        elif new and old:
            moved.append(_row(f"then {new.reading}", new, view, f"; now {old.reading}"))
        elif new:
            moved.append(_row(f"then {new.reading}", new, view, "; now not closed"))
        elif old:
            moved.append(_row(f"now {old.reading}", old, view, "; then not closed"))
    yield from (*moved, *near, *rest)


def _row(label: str, one: Triad, view: View, end: str = "") -> Row:
    a, b, c = (view.dataset.name_of(actor) for actor in one.actors)
    pairs = ((a, b), (b, c), (a, c))
    words: list[Text] = [
        text(f"{'; ' if number else ''}{pair[0]} {_signs(rows, view)} {pair[1]} ", _where(rows, view))
        for number, (pair, rows) in enumerate(zip(pairs, one.rows, strict=True))
    ]
    return Row(((), text(Run(label, "dim")), text(*(run for part in words for run in part), end)))


def _signs(rows: Sequence[Seen], view: View) -> str:
    """The sign of a pair, `if` before one that only what is supposed brings."""
    found = sorted({view.dataset.type_of(row.relation).sign for row in rows}, reverse=True)
    return f"{'if' if all(row.supposed for row in rows) else ''}{''.join(found)}"


def _where(rows: Sequence[Seen], view: View) -> Run | str:
    items = [item for row in rows for item in row.items]
    return bracketed(items, view.dataset) if items else ""


def _limits(answer: Outlook, view: View) -> Iterable[str]:
    """What the scenario does that signs do not hold."""
    noun = {row.relation.id: view.dataset.type_of(row.relation).noun for row in answer.uncounted}
    aimed = [row for row in answer.uncounted if row.relation.against]
    if aimed:
        told = listing(list(dict.fromkeys(noun[row.relation.id] for row in aimed)))
        who = listing(
            list(dict.fromkeys(view.dataset.name_of(one) for row in aimed for one in row.relation.against))
        )
        yield f"Not counted: {told}, aimed against {who} and so no sign of the two as a whole."
    rest = [row for row in answer.uncounted if not row.relation.against]
    if rest:
        told = listing(list(dict.fromkeys(noun[row.relation.id] for row in rest)))
        yield f"Not counted: {told}, without a sign, not certain on that day, or with one that does not act by itself."
    if answer.follows:
        yield "Not counted: what could follow, for a forecast is no tie."
    inside: dict[str, list[str]] = {}
    for number, risk in enumerate(answer.risks, 1):
        if len(risk.to) == 1:
            inside.setdefault(risk.to[0], []).append(str(number))
    for actor, numbers in inside.items():
        lie = f"Risk {numbers[0]} lies" if len(numbers) == 1 else f"Risks {listing(numbers)} lie"
        yield f"{lie} inside one actor, {view.dataset.name_of(actor)}: signs between actors do not hold that."
