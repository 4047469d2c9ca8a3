"""The page of two coders: what both found, how alike they coded it, and each disagreement with its place."""

from collections.abc import Iterable, Sequence

from ..dataset import Dataset
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, headed, listing, text
from ..view import View
from .agree import Agreement, Found
from .coded import Statement
from .coefficient import FEW, REWRITE_IT, Measured
from .wording import places

FOUND = ("   A", "   B", "both", "precision", "recall", "  F1")
CODED = ("  of", "alike", "share", "alpha", "95 in 100")
ROWS = (Column(width=2), Column(width=0), Column("at", most=12, shared="at", wide=16))


def page(answer: Agreement, view: View) -> Page:
    """Figures first, then what they are made of."""
    first, second = answer.names
    blocks: list[Block] = [
        Paragraph(text("Agreement of ", Run(first, "name"), " (A) and ", Run(second, "name"), " (B)")),
        Paragraph(text(_compared(answer))),
        Gap(),
        _found(answer.found),
        Gap(),
        Paragraph(
            text(
                "Precision: the share of A's that B has too. Recall: the share of B's that A has too. For B against A "
                "the two change places."
            )
        ),
    ]
    if answer.both:
        blocks += [Gap(), _coded(answer.measured)]
        notes = list(_notes(answer.measured))
        blocks += [Gap(), *(Paragraph(note, 0, 2) for note in notes)] if notes else []
        blocks += [Gap(), Paragraph(text(Run("PERIODS", "heading"), f" {_periods(answer)}"), 0, 2)]
    return (*blocks, *_actors(answer), *_statements(answer))


def _compared(answer: Agreement) -> str:
    if not answer.sources:
        return (
            "Both have no source in common (by id, address, checksum, or title with date and author), so "
            "nothing can be compared."
        )
    told = [one if one == other else f"{one} (in B {other})" for one, other in answer.sources]
    shown = listing(told) if len(told) < 6 else count(len(told), "source")
    only = f", at {', '.join(answer.places)} alone" if answer.places else ""
    left = [
        f"{count(number, 'statement')} of {side}"
        for number, side in zip(answer.left_out, "AB", strict=True)
        if number
    ]
    rest = f" Left out as they stand elsewhere: {listing(left)}." if left else ""
    for side, dataset in (("A", answer.first), ("B", answer.second)):
        if dataset.left_out:
            rest += (
                f" {count(dataset.left_out, 'record')} of {side} can't be read, so they count as not found."
            )
    return f"Compared: what both coded of {shown}{only}.{rest}"


def _found(found: Iterable[Found]) -> Table:
    rows = []
    for one in found:
        shares = (_two(share) for share in (one.precision, one.recall, one.f1))
        rows.append(_figures(one.what, FOUND, str(one.first), str(one.second), str(one.both), *shares))
    return Table(headed("FOUND"), (Column(), *map(Column, FOUND)), tuple(rows))


def _coded(measured: Iterable[Measured]) -> Table:
    rows = []
    for one in measured:
        share = _two(one.alike / one.units if one.units else None)
        alpha = f"{one.alpha:.3f}" if one.alpha is not None else "-"
        between = f"{one.low:.3f} to {one.high:.3f}" if one.low is not None else ""
        name = f"{one.field} (of ties)" if one.field == "family" else one.field
        row = _figures(name, CODED, str(one.units), str(one.alike), share, alpha)
        rows.append(Row((*row.cells, text(between))))
    return Table(headed("CODED ALIKE"), (Column(), *map(Column, CODED)), tuple(rows))


def _figures(name: str, heads: Sequence[str], *cells: str) -> Row:
    """A name and figures, each below the end of its heading."""
    return Row((text(name), *(text(cell.rjust(len(head))) for head, cell in zip(heads, cells, strict=False))))


def _two(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _notes(measured: Sequence[Measured]) -> Iterable[Text]:
    """Why a coefficient is missing, and what its height asks for."""
    blanks = {one.blank for one in measured}
    if "not installed" in blanks:
        words = "No alpha: its library is not installed. "
        yield text(words, Run("pip install 'actorgraph[agree]'", "command"))
    if "few" in blanks:
        fields = listing([one.field for one in measured if one.blank == "few"])
        yield text(f"No coefficient for {fields}: below {FEW} shared units it says nothing.")
    if "no variation" in blanks:
        fields = listing([one.field for one in measured if one.blank == "no variation"])
        yield text(
            f"No coefficient for {fields}: where all values are one, agreement can't be told from chance."
        )
    if any(one.alpha is not None for one in measured):
        yield text(
            "Alpha is Krippendorff's, for names without order; its interval holds 95 in 100 of samples drawn from "
            "these units."
        )
    for one in measured:
        if one.advice:
            below = ".667" if one.advice == REWRITE_IT else ".8"
            yield text(Run(f"{one.field}: {one.advice}", "contested"), f", its alpha is below {below}.")


def _periods(answer: Agreement) -> str:
    found = answer.periods
    words = f"dated by both: {found.dated}; by one alone: {found.half}; by neither: {found.undated}."
    if found.dated:
        overlap, equal = (f"{part} ({part / found.dated:.2f})" for part in (found.overlap, found.equal))
        words += f" Of those dated by both, overlapping: {overlap}; equal: {equal}."
    return words


def _actors(answer: Agreement) -> Iterable[Block]:
    byhand = set(answer.by_hand)
    matched = [
        (pair, "said with --same" if pair in byhand else "by name")
        for pair in answer.actors
        if pair[0] != pair[1] or pair in byhand
    ]
    if matched:
        lines = [f"{one} is {other} ({how})" for (one, other), how in matched]
        yield Gap()
        yield Paragraph(text(Run("ACTORS UNDER TWO IDS", "heading"), f" {'; '.join(lines)}."), 0, 2)
    for side, alone, dataset in zip("AB", answer.actors_alone, (answer.first, answer.second), strict=True):
        if alone:
            named = "; ".join(f"{dataset.name_of(id_)} [{id_}]" for id_ in alone)
            yield Gap()
            yield Paragraph(text(Run(f"ACTORS ONLY IN {side}", "heading"), f" {named}."), 0, 2)


def _statements(answer: Agreement) -> Iterable[Block]:
    differing = answer.differing
    if differing:
        rows = tuple(
            row for pair in differing for row in _differing(pair.first, pair.second, pair.differ, answer)
        )
        yield Gap()
        yield Table(headed("CODED OTHERWISE"), ROWS, rows)
    for side, alone, dataset in zip("AB", answer.alone, (answer.first, answer.second), strict=True):
        if alone:
            yield Gap()
            rows = tuple(
                _row("", f"{_name(one, dataset)}: {_alone(one, dataset)}", one, dataset) for one in alone
            )
            yield Table(headed(f"FOUND BY {side} ALONE"), ROWS, rows)


def _differing(one: Statement, other: Statement, differ: Sequence[str], answer: Agreement) -> Iterable[Row]:
    what = "" if "type" in differ else f": {one.type}"
    yield _row("", f"{_name(one, answer.first)}{what}", one, answer.first)
    for field in differ:
        told = [
            f"{side} {_told(coded, field, dataset)}"
            for side, coded, dataset in (("A", one, answer.first), ("B", other, answer.second))
        ]
        yield Row(((), text(f"  {field}: {'; '.join(told)}"), ()))


def _row(mark: str, words: str, one: Statement, dataset: Dataset) -> Row:
    return Row((text(mark), text(words), text(Run(places((one.item,), dataset), "place"))))


def _name(one: Statement, dataset: Dataset) -> str:
    if one.row == "trait":
        return dataset.name_of(one.ends[0])
    return f" {dataset.vocabulary.types[one.type].near} ".join(dataset.name_of(end) for end in one.ends)


def _told(one: Statement, field: str, dataset: Dataset) -> str:
    if field == "says":
        return dataset.name_of(one.item.says)
    if field in ("against", "toward"):
        held = one.against if field == "against" else (one.toward,)
        return ", ".join(dataset.name_of(id_) for id_ in held if id_) or "nobody"
    return one.told(field) or "not stated"


def _alone(one: Statement, dataset: Dataset) -> str:
    words = [f"{one.type} ({one.on})" if one.on else one.type]
    if one.modality != "actual":
        words.append(one.modality)
    if one.item.stance != "supports":
        by = dataset.vocabulary.words["stances"][one.item.stance]["by"]
        words.append(f"{by} {dataset.name_of(one.item.says)}")
    elif dataset.sources[one.item.source].own != one.item.says:
        words.append(f"says {dataset.name_of(one.item.says)}")
    return ", ".join(words)
