"""The what-ifs of one day side by side: what each does, what could follow, who objects, which risks are stated."""

from collections.abc import Iterable, Sequence

from ..model import Evidence, Relation
from ..page import Block, Column, Gap, Paragraph, Row, Run, Table, Text, count, listing, text
from ..view import View
from .scenario import Option, Outlook
from .wording import bracketed, claim

ACROSS = 3
NO_WEIGHT = "Risk lists are as long as the author made them: length is not weight."


def beside(answer: Outlook, view: View) -> Iterable[Block]:
    """This one first, then the others in the order of the files; beyond three by name."""
    others = [one for one in answer.options if one.scenario.id != answer.scenario.id]
    if not others:
        return
    own = [one for one in answer.options if one.scenario.id == answer.scenario.id]
    shown = [*own, *others][:ACROSS]
    rows: list[Row] = []
    for label, cells in (
        ("does", [_does(one, view) for one in shown]),
        ("could follow", [_could(one, view) for one in shown]),
        ("who stands", [_stands(one, view) for one in shown]),
        ("stated risks", [_risks(one, view) for one in shown]),
    ):
        rows += _lines(label, cells)
    columns = (Column(width=1), Column(most=12), *(Column(one.scenario.id, 0) for one in shown))
    yield from (Gap(), Paragraph(text(Run("BESIDE THE OTHER OPTIONS", "heading"))))
    yield Table((), columns, tuple(rows))
    rest = [one.scenario.id for one in others[ACROSS - 1 :]]
    if rest:
        yield Paragraph(text(f"{count(len(rest), 'more')} of that day: {listing(rest)}."), 1, 3)
    yield Paragraph(text(NO_WEIGHT), 1, 3)


def _lines(label: str, cells: Sequence[Sequence[Text]]) -> Iterable[Row]:
    for number in range(max(len(cell) for cell in cells)):
        line = [cell[number] if number < len(cell) else (Run(""),) for cell in cells]
        yield Row(((), text(Run(label if not number else "", "dim")) or (Run(""),), *line))


def _does(one: Option, view: View) -> list[Text]:
    told = [_tie(row, view) for row in one.does]
    told += [text("ends: ", *_tie(row, view)) for row in one.ends]
    return told or [text("no tie")]


def _could(one: Option, view: View) -> list[Text]:
    return [_tie(row, view) for row in one.could] or [text("nothing coded")]


def _tie(row: Relation, view: View) -> Text:
    return text(claim(row, view.dataset), *_at(row.evidence, view))


def _stands(one: Option, view: View) -> list[Text]:
    name = view.dataset.name_of
    told = [
        text(f"{listing([name(actor) for actor in stand.who])} {stand.stands}", *_at(stand.evidence, view))
        for stand in one.stands
        if stand.who and stand.stands != "weighs"
    ]
    return told or [text("nothing coded")]


def _risks(one: Option, view: View) -> list[Text]:
    return [text(risk.risk, *_at(risk.evidence, view)) for risk in one.risks] or [text("none coded")]


def _at(items: Sequence[Evidence], view: View) -> Text:
    left = view.sight.evidence(tuple(items))
    return text(" ", bracketed(left, view.dataset)) if left else ()
