"""The tables as one workbook: a sheet a table, all cells text, nothing in it that Excel would run.

The first sheet is the data set with its handling mark, the last says what each column holds. Headings stay in
sight and filter. The same record gives the same bytes: the parts carry no time of writing.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..errors import Fault
from ..text import FORMULA, safe
from .columns import Column
from .fields import Loss
from .outgoing import Outgoing
from .tables import Row, Table, tables
from .writing import Written

LOSSES: Final = (
    Loss("dataset", ("suppress",), "judgements on checks of the files"),
    Loss("scenario", (), "a what-if is not of the record"),
)
NOTES: Final = (
    "All cells are text, formulas and dates too: Excel runs nothing and turns no date into another.",
    "A cell holds at most 32,767 characters; what is longer is cut and told of.",
    "Line breaks become blanks; what steers a terminal or hides is shown as a mark such as <U+202E>.",
)
LONGEST: Final = 32_767
MOST_ROWS: Final = 1_048_576
_COLUMNS: Final = (
    Column("table", "sheet"),
    Column("column", "its column"),
    Column("meaning", "what stands in it"),
    Column("derived", "yes: by the program"),
)
_WIDE: Final = {"note", "gist", "quote", "title", "meaning", "value", "name", "other-names", "who", "figures"}


def write(out: Outgoing) -> Written:
    from openpyxl import Workbook

    found = tables(out)
    meanings = [
        (table.name, column.name, column.meaning, "yes" if column.derived else "")
        for table in found
        for column in table.columns
    ]
    book = Workbook(write_only=True)
    cut = sum(
        _sheet(book, table)
        for table in (found[-1], *found[:-1], Table("columns", "one column", _COLUMNS, meanings))
    )
    made = BytesIO()
    book.save(made)
    cells = "cells were" if cut != 1 else "cell was"
    left = (f"{cut} {cells} cut at {LONGEST:,} characters, which is all a cell holds",) if cut else ()
    return Written({"record.xlsx": _timeless(made)}, left)


def _sheet(book: Any, table: Table) -> int:
    """One table as a sheet; how many of its cells were cut."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    if len(table.rows) >= MOST_ROWS:
        raise Fault(
            f"{len(table.rows):,} rows of {table.name} are more than a sheet holds. Try: actorgraph export csv -o DIR"
        )
    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = 48 if column.name in _WIDE else 16
    heading = []
    for column in table.columns:
        cell = WriteOnlyCell(sheet, column.name)
        cell.font = Font(bold=True)
        heading.append(cell)
    sheet.append(heading)
    cut = 0
    for row in table.rows:
        cut += sum(len(cell) > LONGEST for cell in row)
        sheet.append(list(_cells(sheet, row)))
    return cut


def _cells(sheet: Any, row: Row) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell

    for text in row:
        shown = safe(text)[:LONGEST]
        if not shown.startswith((*FORMULA, "#")):
            yield shown or None
            continue
        cell = WriteOnlyCell(sheet, shown)
        cell.data_type = "s"  # text, though it begins as a formula or an error does
        cell.quotePrefix = True  # and stays text when somebody edits the cell
        yield cell


def _timeless(made: BytesIO) -> bytes:
    """The same workbook without the moment of its making."""
    out = BytesIO()
    with ZipFile(made) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", data)
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, data)
    return out.getvalue()
