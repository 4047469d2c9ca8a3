"""What each format leaves behind, as an answer: all formats in a line each, or one with its fields and numbers."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Title, listing, text
from .fields import MANY, Loss, counted
from .outgoing import Outgoing
from .writing import INDEX, module

COLUMNS = ("format", "record", "field", "held-by", "why")


class Lost(NamedTuple):
    """The answer: of each format each field that it leaves behind, and how many records here hold it."""

    format: str | None
    entries: tuple[tuple[str, str, str, str, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a format and field."""
        return self.entries

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        notes = {name: module(name).NOTES for name in self._formats}
        return {"losses": [dict(zip(COLUMNS, row, strict=True)) for row in self.entries], "notes": notes}

    @property
    def _formats(self) -> list[str]:
        return [self.format] if self.format else list(INDEX)


def ask(out: Outgoing, name: str | None) -> Lost:
    """The losses of one format, or of all, in what would go out."""
    names = [name] if name else list(INDEX)
    return Lost(name, tuple(row for one in names for row in _rows(one, out)))


def _rows(name: str, out: Outgoing) -> Iterator[tuple[str, str, str, str, str]]:
    found = {
        (loss.record, loss.fields): (numbers, every)
        for loss, numbers, every in counted(module(name).LOSSES, out)
    }
    for loss in module(name).LOSSES:
        numbers, every = found.get((loss.record, loss.fields), ({}, 0))
        if loss.whole:
            yield name, loss.record, "all", str(every), loss.why
        for field in loss.fields:
            yield name, loss.record, field, str(numbers.get(field, 0)), loss.why


def page(answer: Lost) -> Page:
    """The formats with what they are for and lose, or the table of one."""
    return tuple(_one(answer) if answer.format else _all())


def _all() -> Iterator[Block]:
    yield Title(text("Formats"), ())
    rows = []
    for name, kind in INDEX.items():
        into = f"FILE{kind.suffix}" if kind.suffix else "DIR"
        words = f"{kind.summary}. {_brief(module(name).LOSSES)}"
        rows.append(Row((text(Run(name, "heading")), text(f"-o {into}"), text(words))))
    yield Table((), (Column(most=10), Column(most=15), Column(width=0)), tuple(rows), gap=2)
    yield Gap()
    yield Paragraph(
        text("What one leaves out, field by field, with numbers: actorgraph export --losses FORMAT")
    )
    yield Paragraph(text("A picture, Mermaid or DOT: actorgraph draw"))


def _brief(losses: Sequence[Loss]) -> str:
    """The losses of a format in a few words: which records go whole, and which in part."""
    whole = [MANY[loss.record] for loss in losses if loss.whole]
    parts = [MANY[loss.record] for loss in losses if not loss.whole and loss.fields != ("suppress",)]
    if not whole and not parts:
        return "Leaves out judgements on checks only."
    told = [f"Leaves out {listing(whole)}"] if whole else []
    told += [f"{'and ' if told else 'Leaves out '}fields of {listing(parts)}"] if parts else []
    return f"{' '.join(told)}."


def _one(answer: Lost) -> Iterator[Block]:
    assert answer.format is not None
    yield Title(text(f"What {answer.format} leaves out"), ())
    rows = []
    for (record, why), group in groupby(answer.entries, key=lambda row: (row[1], row[4])):
        held = [(field, number) for _, _, field, number, _ in group]
        here = ", ".join(f"{field} {number}" for field, number in held if number != "0")
        none = ", ".join(field for field, number in held if number == "0")
        rows.append(Row((text(Run(record, "heading")), text("because"), text(why))))
        rows += [Row(((), text("here"), text(here)))] if here else []
        rows += [Row(((), text("not held"), text(Run(none, "dim"))))] if none else []
    yield Table((), (Column(most=9), Column(most=8), Column(width=0)), tuple(rows), gap=2)
    yield Gap()
    yield Paragraph(
        text("here: fields that records of this data set hold, and how many do, so that it is lost.")
    )
    for note in module(answer.format).NOTES:
        yield Paragraph(text(note))


def told(losses: Sequence[Loss], out: Outgoing) -> Iterator[str]:
    """After a writing: which fields had no room, and how many records held them; a line a kind of record."""
    for loss, numbers, every in counted(losses, out):
        each = ", ".join(f"{field} {number}" for field, number in numbers.items())
        yield f"{loss.record}: {f'all {every}' if loss.whole else each} ({loss.why})"
