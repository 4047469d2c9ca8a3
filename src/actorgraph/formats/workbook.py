"""Tables of a workbook (XLSX), read row by row: values as they were stored, whatever the file unpacks to is bounded."""

import datetime
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final, NamedTuple

from ..errors import Fault
from ..text import near, safe
from . import cells, markup
from .cells import Table
from .losses import Loss, Losses

LARGEST_UNPACKED: Final = 512 * 2**20
MOST_RATIO: Final = 200
MOST_PARTS: Final = 10_000
_SMALL: Final = 2**20
MOST_MERGED: Final = 10_000
LOSSES: Final = {
    **cells.LOSSES,
    "other-sheet": Loss(
        "lost", "sheets of the workbook", "one sheet is read at a time: name another by `sheet:`"
    ),
    "formula-without-value": Loss(
        "read",
        "formulas without a stored value",
        "taken for empty: open the file in its program and save it once",
    ),
    "formula": Loss("read", "formulas", "the value is taken that was stored when the file was saved last"),
    "error-cell": Loss("read", "cells with an error such as #N/A", "taken for empty"),
    "merged": Loss("read", "merged areas", "each row of one is read as if its first value stood in it"),
    "time-of-day": Loss("lost", "times of day", "a date of the record is a day"),
    "hidden": Loss("read", "hidden rows", "read like the others"),
}


class _Sheet(NamedTuple):
    """What one walk through a sheet's markup tells: its merged areas as first row, last row, first and last column."""

    merged: list[tuple[int, int, int, int]]
    formulas: set[str]


def names(name: str) -> list[str]:
    """What its sheets are called."""
    with cells.opened(name) as stream, _readable(name):
        _bounded(stream, name)
    with _book(name) as book:
        return [one.title for one in book.worksheets]


def table(name: str, losses: Losses, sheet: str = "", header: int = 1, *, alone: bool = True) -> Table:
    """A sheet of the workbook, the first where none is named; told of the others, unless it is not read alone."""
    with cells.opened(name) as stream, _readable(name):
        _bounded(stream, name)
    with _book(name) as book:
        titles = [one.title for one in book.worksheets]
        found = _sheet(titles, sheet, name)
        place = titles.index(found)
        about = _walked(name, book.worksheets[place]._worksheet_path, losses)
    for other in titles if alone else ():
        if other != found:
            losses.tell("other-sheet", f'"{safe(other)}"')
    records = _records(name, place, about, losses)
    return cells.headed(found, records, losses, header, cells.MOST_COLUMNS + 1, exact=not alone)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """What readers of others raise at a strange file is of any kind: told in one line."""
    try:
        yield
    except Fault:
        raise
    except Exception as error:
        raise Fault(
            f'"{safe(name)}" is no workbook that can be read: {type(error).__name__}: {safe(str(error))[:200]}.',
            "An old .xls, or one with a password? Save it as .xlsx without one, or the sheet as CSV in UTF-8.",
        ) from error


@contextmanager
def _book(name: str) -> Iterator[Any]:
    openpyxl = _openpyxl()
    with cells.opened(name) as stream, _readable(name):
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise Fault(
            "To read a workbook: pip install 'actorgraph[xlsx]'",
            "Or save the sheet as CSV in UTF-8 and import that.",
        ) from error
    return openpyxl


def _bounded(stream: IO[bytes], name: str) -> None:
    """That nothing in it unpacks to more than can be read, and none of its parts declares entities."""
    with zipfile.ZipFile(stream) as found:
        parts = found.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
            raise Fault(
                f'"{safe(name)}" unpacks to {unpacked / 2**20:,.0f} MiB in {len(parts):,} parts;'
                f" at most {LARGEST_UNPACKED // 2**20} are read. Save the sheet as CSV, or split it."
            )
        for part in parts:
            if part.file_size > _SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1):
                raise Fault(
                    f'"{safe(name)}" packs {part.file_size / 2**20:,.0f} MiB into'
                    f" {part.compress_size:,} bytes, as no workbook does: not read."
                )
            if part.filename.endswith((".xml", ".rels", ".vml")):
                with found.open(part) as inner:
                    markup.proved(inner, name)


def _sheet(names: list[str], wanted: str, name: str) -> str:
    if not names:
        raise Fault(f'"{safe(name)}" has no sheet with cells.')
    if not wanted:
        return names[0]
    if wanted in names:
        return wanted
    raise Fault(f'No sheet "{safe(wanted)}". There are: {safe(", ".join(near(wanted, names) or names))}.')


def _walked(name: str, path: str, losses: Losses) -> _Sheet:
    merged: list[tuple[int, int, int, int]] = []
    formulas: set[str] = set()
    cell = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal cell
        tag = tag.rpartition(":")[2]
        if tag == "c":
            cell = attributes.get("r", "")
        elif tag == "f":
            formulas.add(cell)
        elif tag == "row" and attributes.get("hidden") in ("1", "true"):
            losses.tell("hidden", f"r{attributes.get('r', '?')}")
        elif tag == "mergeCell" and (area := _area(attributes.get("ref", ""))):
            if len(merged) >= MOST_MERGED:
                raise Fault(f'"{safe(name)}" has more than {MOST_MERGED:,} merged areas: not read.')
            merged.append(area)
            losses.tell("merged", safe(attributes["ref"]))

    with (
        cells.opened(name) as stream,
        zipfile.ZipFile(stream) as found,
        found.open(path.lstrip("/")) as inner,
    ):
        markup.counted(inner, name, start)
    return _Sheet(merged, formulas)


def _area(ref: str) -> tuple[int, int, int, int] | None:
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", ref)
    return (int(found[2]), int(found[4]), _number(found[1]), _number(found[3])) if found else None


def _number(letters: str) -> int:
    found = 0
    for one in letters:
        found = found * 26 + ord(one) - 64
    return found


def _records(name: str, place: int, about: _Sheet, losses: Losses) -> Iterator[tuple[int, list[str]]]:
    firsts: dict[tuple[int, int], str] = {}
    waiting = sorted(about.merged)
    open_: list[tuple[int, int, int, int]] = []
    with _book(name) as book:
        sheet = book.worksheets[place]
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), 1):
            values = [_text(cell, about, losses) for cell in row]
            while waiting and waiting[0][0] <= number:
                open_.append(waiting.pop(0))
            open_ = [area for area in open_ if area[1] >= number]
            for area in open_:
                _fill(values, number, area, firsts)
            yield number, values


def _fill(
    values: list[str], number: int, area: tuple[int, int, int, int], firsts: dict[tuple[int, int], str]
) -> None:
    """Down the first column of the area only: what is merged across columns is a heading as a rule."""
    top, _, left, _ = area
    if number == top:
        firsts[top, left] = values[left - 1] if left <= len(values) else ""
    elif word := firsts.get((top, left)):
        values += [""] * (left - len(values))
        values[left - 1] = values[left - 1] or word


def _text(cell: Any, about: _Sheet, losses: Losses) -> str:
    """The value as people would type it: no decimals where it has none, a date as year, month and day."""
    value = cell.value
    formula = about.formulas and getattr(cell, "coordinate", "") in about.formulas
    place = f"{cell.coordinate}" if value is not None or formula else ""
    if formula:
        losses.tell("formula" if value is not None else "formula-without-value", place)
    if value is None:
        return ""
    if cell.data_type == "e":
        losses.tell("error-cell", place)
        return ""
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            losses.tell("time-of-day", place)
        return value.date().isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
