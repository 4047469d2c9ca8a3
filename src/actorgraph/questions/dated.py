"""A page asked for certain days: its rows by what their time answers, and which item of a tie answers it."""

from collections.abc import Iterable, Sequence

from ..lens import answer as answered
from ..page import Block, Gap, Group, Paragraph, Row, Run, Table, text
from ..spell import Clash, combine
from ..view import View
from .basis import month
from .rows import SECTIONS, TIES, blocks_of, fact_rows, tie_rows
from .show import Fact, Portrait
from .statements import Statement

ANSWERS = (
    ("certainly", "CERTAINLY"),
    ("possibly", "POSSIBLY, a stated limit allows it"),
    ("not known", "NOT KNOWN, nothing in the record reaches that day"),
    ("no", "CERTAINLY NOT then, over or not begun by its own dates"),
)
ASKED = "ASKED, DOUBTED OR DENIED of the actor, whatever the day"


def by_answer(answer: Portrait, view: View) -> Iterable[Block]:
    """Facts and ties together, by answer; last the facts that no voice leaves unquestioned."""
    listed = told = 0
    if beyond := known_to(answer, view):
        yield Paragraph(text(beyond))
    for wanted, heading in ANSWERS:
        facts = [fact for fact in answer.facts if fact.answer == wanted and fact.mark != "?"]
        ties = [tie for tie in answer.own if tie.seen.answer == wanted]
        number = len(facts) + len({tie.seen.relation.id for tie in ties})
        listed += number
        told += number * (wanted in ("certainly", "possibly"))
        if number:
            yield Gap()
            yield Table((Run(heading, "heading"),), TIES, tuple(_rows(facts, ties, view)))
        elif wanted in ("certainly", "possibly"):
            yield Gap()
            yield Paragraph(text(Run(heading.split(",")[0], "heading"), ": nothing"))
    if asked := [fact for fact in answer.facts if fact.mark == "?"]:
        yield Gap()
        yield Table((Run(ASKED, "heading"),), TIES, tuple(_rows(asked, (), view)))
    if told * 2 < listed:
        yield Gap()
        yield Paragraph(text("That little is certain says how the sources date, not how little there was."))


def nothing_certain(answer: Portrait, view: View) -> str:
    """`Nothing is certain on 2030.` where no fact and no tie is; empty elsewhere."""
    found = any(fact.answer == "certainly" and fact.mark != "?" for fact in answer.facts)
    found = found or any(tie.seen.answer == "certainly" and tie.section != "contested" for tie in answer.own)
    return "" if found or not view.lens.dated else f"Nothing is certain {days_asked(answer)}."


def days_asked(answer: Portrait) -> str:
    """The days of the lens in words: `on 2030`."""
    words = ("on ", "during ", "throughout ")
    return " and ".join(word for word in answer.basis.lens if word.startswith(words))


def known_to(answer: Portrait, view: View) -> str:
    """`The record knows to Sept 2021.` where the days asked lie beyond; empty elsewhere."""
    ends = [source.published.last for source in answer.basis.sources if source.published]
    days, every = view.lens.days, view.lens.throughout
    beyond = ends and ((days and days.first > max(ends)) or (every and every.last > max(ends)))
    return f"The record knows to {month(answer.basis.known)}." if beyond else ""


def _rows(facts: Sequence[Fact], ties: Sequence[Statement], view: View) -> Iterable[Row | Group | Paragraph]:
    for row in fact_rows(facts, view):
        mark, *rest = row.cells
        yield Row((text(mark[0]._replace(text=mark[0].text.rjust(3))) if mark else (), *rest))
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
        yield from tie_rows(held, starred=True)


def _deciding(ties: Sequence[Statement], view: View) -> Iterable[Row]:
    """Of each tie first the rows whose own dates give the answer, then those that are dated otherwise."""
    order: list[Statement] = []
    for relation in dict.fromkeys(tie.seen.relation.id for tie in ties):
        held = [tie for tie in ties if tie.seen.relation.id == relation]
        deciding = [tie for tie in held if _decides(tie, view)] or held
        order += [*deciding, *(_same(tie) for tie in held if tie not in deciding)]
    return tie_rows(order, starred=True)


def _same(tie: Statement) -> Statement:
    """A row of a tie that another row has dated."""
    lead = "same tie, undated: " if tie.when == "undated" else "same tie: "
    return tie._replace(text=(Run(lead), *tie.text))


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
