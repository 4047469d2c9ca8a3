"""The what-ifs of a record, a line each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, count, text
from ..view import View
from .basis import Basis, basis, document_line, title
from .legend import onward
from .scenario import Option, option
from .wording import options, places

COLUMNS = ("id", "name", "on", "brings", "ends", "could-follow", "stands", "risks", "places")


class Scenarios(NamedTuple):
    """The answer, in the order of the files."""

    basis: Basis
    options: tuple[Option, ...]
    hidden: int
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a scenario; ties by their ids."""
        return [
            (
                one.scenario.id, one.scenario.name, one.scenario.on.text,
                *(" ".join(row.id for row in rows) for rows in (one.does, one.ends, one.could)),
                str(len(one.stands)), str(len(one.risks)),
                " ".join(dict.fromkeys(place for item in one.scenario.evidence for place in item.places)),
            )
            for one in self.options
        ]  # fmt: skip

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()]
        return {"lens": self.basis.lens, "scenarios": rows, "left-out-by-the-lens": self.hidden}


def ask(view: View) -> Scenarios:
    """Every scenario of which the lens leaves something."""
    record = view.through(view.lens._replace(suppose=()))
    every = record.dataset.scenarios.values()
    found = [option(one, record) for one in every]
    chooses = record.lens.chooses or record.lens.without
    kept = [one for one in found if not chooses or one.left]
    return Scenarios(basis(record), tuple(kept), len(every) - len(kept), view.dataset)


def page(answer: Scenarios, view: View, folder: str = "") -> Page:
    """By id and name, with what each holds."""
    blocks: list[Block] = [title("What-ifs", answer.basis), Paragraph(document_line(answer.basis, view))]
    lens = options(view.lens._replace(suppose=()), view.dataset, folder)
    if not answer.options:
        none = (
            "None is left by this lens."
            if answer.hidden
            else "The record has none: they stand in scenarios.yaml."
        )
        return (*blocks, Gap(), Paragraph(text(none)))
    rows = []
    for one in answer.options:
        found = one.scenario
        at = text(Run(places(found.evidence, view.dataset), "place")) if found.evidence else ()
        rows.append(Row(((), text(Run(found.id, "name")), text(found.name), text(found.on.text), at)))
        rows.append(Row(((), (), text(Run(_holds(one), "dim")), (), ())))
    columns = (
        Column(width=1),
        Column(most=24),
        Column(width=0),
        Column("on", most=10),
        Column("at", most=16),
    )
    blocks += [Gap(), Table((), columns, tuple(rows))]
    if answer.hidden:
        blocks.append(Paragraph(text(f"{answer.hidden} hidden by the lens.")))
    told = "Options that a source discusses: no forecasts, and in no order of likelihood or merit."
    blocks += [Gap(), Paragraph(text(told))]
    first = answer.options[0].scenario.id
    lines = [("one of them", f"actorgraph scenario {first}{lens}")]
    return (*blocks, Gap(), onward(lines))


def _holds(one: Option) -> str:
    told = [f"{count(len(one.does), 'tie')} added or changed"] if one.does else []
    told += [f"{len(one.ends)} ended"] if one.ends else []
    told += [f"{count(len(one.could), 'forecast')} of what could follow"] if one.could else []
    told += [count(len(one.risks), "stated risk")] if one.risks else []
    return "; ".join(told) or "only what is said of it"
