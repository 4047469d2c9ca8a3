"""What signs can and cannot show of a what-if: closed triads before and after, and what no sign holds."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Paragraph, Row, Run, Table, Text, count, listing, text
from ..view import View
from .balance_page import pair_name
from .scenario import Outlook
from .signed import Tie, Triad, triads
from .wording import bracketed

HINT = "; structure, a hint, no forecast"
MOST = 6
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
    before, after = triads(answer.before), triads(answer.after)
    told = f"Closed triads now: {_number(before)}. Then: {_number(after)}.{_same(before, after)}"
    yield Paragraph(text(told), 2, 2)
    rows = [*_rows(before, after, {frozenset((pair.one, pair.other)) for pair in answer.changed}, view)]
    if rows:
        yield Table((), TRIADS, tuple(rows[:MOST]), 1)
    if len(rows) > MOST:
        yield Paragraph(text(f"{count(len(rows) - MOST, 'more triad')}: --format json has all."), 2, 2)
    yield from (Paragraph(text(words), 2, 2) for words in _limits(answer, view))


def _number(found: Sequence[Triad]) -> str:
    strained = sum(one.strained for one in found)
    rest = f", {len(found) - strained} consistent" if len(found) > strained else ""
    return f"{len(found)} ({strained} strained{rest})" if found else "none"


def _key(one: Triad) -> tuple[frozenset[str], bool]:
    return frozenset(one.actors), one.strained


def _same(before: Sequence[Triad], after: Sequence[Triad]) -> str:
    return " Nothing changes." if {*map(_key, before)} == {*map(_key, after)} else ""


def _rows(
    before: Sequence[Triad], after: Sequence[Triad], touched: set[frozenset[str]], view: View
) -> Iterable[Row]:
    """First what changes, then the strained ones of a pair that the scenario touches, then the other strained ones."""
    was, then = ({frozenset(one.actors): one for one in found} for found in (before, after))
    moved: list[Row] = []
    near: list[Row] = []
    rest: list[Row] = []
    for actors in dict.fromkeys((*then, *was)):
        old, new = was.get(actors), then.get(actors)
        if old and new and old.strained == new.strained:
            if new.strained:
                (near if touched & _pairs(new) else rest).append(_row("strained", new, view))
        elif new and old:
            moved.append(_row(f"then {_reading(new)}", new, view, f"; now {_reading(old)}"))
        elif new:
            moved.append(_row(f"then {_reading(new)}", new, view, "; now not closed"))
        elif old:
            moved.append(_row(f"now {_reading(old)}", old, view, "; then not closed"))
    yield from (*moved, *near, *rest)


def _reading(one: Triad) -> str:
    return "strained" if one.strained else "consistent"


def _pairs(one: Triad) -> set[frozenset[str]]:
    return {frozenset((tie.one, tie.other)) for tie in one.ties}


def _row(label: str, one: Triad, view: View, end: str = "") -> Row:
    words: list[Text] = [
        text(f"{'; ' if number else ''}{pair_name(tie, view)}", *_where(tie, view))
        for number, tie in enumerate(one.ties)
    ]
    return Row(((), text(Run(label, "dim")), text(*(run for part in words for run in part), end)))


def _where(tie: Tie, view: View) -> Iterable[Run | str]:
    items = [item for row in tie.rows for item in row.items]
    return (" ", bracketed(items, view.dataset)) if items else ()


def _limits(answer: Outlook, view: View) -> Iterable[str]:
    """What the scenario does that signs do not hold."""
    was = {(tie.one, tie.other) for tie in answer.before.mixed}
    name = view.dataset.name_of
    mixed = [(tie.one, tie.other) for tie in answer.after.mixed]
    for told, pairs in (
        ("Of both signs then, and so in no triad", [pair for pair in mixed if pair not in was]),
        ("Of both signs now and then, and so in no triad", [pair for pair in mixed if pair in was]),
    ):
        if pairs:
            yield f"{told}: {'; '.join(f'{name(one)} and {name(other)}' for one, other in pairs)}."
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
