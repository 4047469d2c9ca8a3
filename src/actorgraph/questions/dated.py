"""A page asked for certain days: its rows by what their time answers, and which item of a tie answers it."""

from collections.abc import Iterable, Sequence

from ..lens import answer as answered
from ..page import Block, Gap, Group, Paragraph, Row, Run, Table, text
from ..spell import Clash, combine
from ..view import View
from .rows import SECTIONS, TIES, blocks_of, fact_rows, tie_rows
from .show import Fact, Portrait
from .statements import Statement

ANSWERS = (
    ("certainly", "CERTAINLY"),
    ("possibly", "POSSIBLY, a stated limit allows it"),
    ("not known", "NOT KNOWN, nothing in the record reaches that day"),
    ("no", "CERTAINLY NOT, by its own dates"),
)


def by_answer(answer: Portrait, view: View) -> Iterable[Block]:
    """Facts and ties together, by answer."""
    listed = told = 0
    for wanted, heading in ANSWERS:
        facts = [fact for fact in answer.facts if fact.answer == wanted]
        ties = [tie for tie in answer.own if tie.seen.answer == wanted]
        number = len(facts) + len({tie.seen.relation.id for tie in ties})
        listed += number
        told += number * (wanted in ("certainly", "possibly"))
        if number:
            yield Gap()
            yield Table((Run(heading, "heading"),), TIES, tuple(_rows(facts, ties, view)))
        elif wanted in ("certainly", "possibly"):
            yield Gap()
            yield Paragraph(text(Run(heading.split(",")[0], "heading"), "   nothing"))
    if told * 2 < listed:
        yield Gap()
        yield Paragraph(text("That little is certain says how the sources date, not how little there was."))


def on_other_days(answer: Portrait, view: View) -> frozenset[str]:
    """The dated events that none of the days asked can hold."""
    days = view.lens.throughout or view.lens.days
    found = set()
    for event, _ in answer.events:
        if days and event.when:
            first = event.when.start.first if event.when.start else days.first
            last = event.when.end.last if event.when.end else days.last
            if first > days.last or last < days.first:
                found.add(event.id)
    return frozenset(found)


def _rows(facts: Sequence[Fact], ties: Sequence[Statement], view: View) -> Iterable[Row | Group | Paragraph]:
    for row in fact_rows(facts, view):
        mark, *rest = row.cells
        yield Row((text(Run(mark[0].text.rjust(3), "open")) if mark else (), *rest))
    lifetime: dict[str, list[Statement]] = {}
    plain: list[Statement] = []
    for tie in _in_order(ties):
        bound = _only_by_lifetime(tie, view)
        if bound:
            lifetime.setdefault(bound, []).append(tie)
        else:
            plain.append(tie)
    yield from _deciding(plain, view)
    for bound, held in lifetime.items():
        yield Group(text(f" bounded by {bound}: no source speaks of these days"))
        yield from tie_rows(held)


def _deciding(ties: Sequence[Statement], view: View) -> Iterable[Row]:
    """Of each tie first the rows whose own dates give the answer, then those that are dated otherwise."""
    order: list[Statement] = []
    for relation in dict.fromkeys(tie.seen.relation.id for tie in ties):
        held = [tie for tie in ties if tie.seen.relation.id == relation]
        deciding = [tie for tie in held if _decides(tie, view)] or held
        aside = [tie for tie in held if tie not in deciding]
        order += [*deciding, *(tie._replace(text=(Run("same tie: "), *tie.text)) for tie in aside)]
    return tie_rows(order)


def _decides(tie: Statement, view: View) -> bool:
    """Whether this item's dates alone give the tie's answer."""
    if tie.item is None:
        return True
    alone = combine([tie.item.time], (), tie.seen.relation.modality == "expected")
    return not isinstance(alone, Clash) and answered(alone, view.lens) == tie.seen.answer


def _only_by_lifetime(tie: Statement, view: View) -> str:
    """The bound that makes bare sightings possible on other days; empty where dates of their own do."""
    times = [item.time for item in tie.seen.items]
    if tie.seen.answer != "possibly" or any(time.when or time.gone_by for time in times):
        return ""
    return tie.seen.spell.words.partition("; bounded by ")[2]


def _in_order(ties: Sequence[Statement]) -> list[Statement]:
    order = [section for section, _ in SECTIONS] + ["contested"]
    return sorted(blocks_of(ties), key=lambda tie: order.index(tie.section))
