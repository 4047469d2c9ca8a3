"""Tables as text: bytes of a stranger's file into rows of cells, or why not.

A row's place is its number as a spreadsheet shows it: the headings stand in r1.
"""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Final, NamedTuple

from ..errors import Fault
from ..text import near, safe
from .losses import Loss, Losses

LARGEST: Final = 256 * 2**20
MOST_COLUMNS: Final = 2_000
_DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 100
LOSSES: Final = {
    "long-row": Loss(
        "out", "rows with more cells than headings", "a blank or a comma may have moved its cells along"
    ),
    "short-row": Loss("read", "rows with fewer cells than headings", "the missing ones are taken for empty"),
    "windows-1252": Loss(
        "read", "file that is not UTF-8", "read as Windows-1252: look at the accents of some names"
    ),
    "utf-16": Loss("read", "file in UTF-16", "read as such"),
    "empty-heading": Loss("read", "columns without a heading", "called by the letter of the column"),
}


class Row(NamedTuple):
    """A row by its columns; an empty cell is an empty text."""

    place: str
    cells: dict[str, str]


class Table(NamedTuple):
    """A table by the name that its file or sheet has. Its rows are read once, as they are asked for."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


class Layout(NamedTuple):
    """How a text file lays out a table, where its maker says so."""

    delimiter: str = ""
    header: int = 1
    exact: bool = False  # blanks at the ends of a cell are its own


def opened(name: str) -> IO[bytes]:
    """The file, of a size that is read."""
    if os.path.isdir(name):
        raise Fault(f'"{safe(name)}" is a folder. Name a file in it.')
    try:
        size = os.path.getsize(name)
        if size > LARGEST:
            raise Fault(
                f'"{safe(name)}" has {size / 2**20:,.0f} MiB; at most {LARGEST // 2**20} are read. Split it.'
            )
        return open(name, "rb")
    except OSError as error:
        raise Fault(f'Can\'t read "{safe(name)}": {error.strerror or error}.') from error


def words(name: str, losses: Losses) -> IO[str]:
    """The text of the file, decoded as it is read."""
    with opened(name) as bytes_:
        encoding = _encoding(bytes_, name)
    if encoding in LOSSES:
        losses.tell(encoding)
    return io.TextIOWrapper(opened(name), {"windows-1252": "cp1252"}.get(encoding, encoding), newline="")


def _encoding(stream: IO[bytes], name: str) -> str:
    import codecs

    head = stream.read(4)
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    position, utf8, western = 0, True, True
    while chunk := stream.read(2**20):
        if (at := chunk.find(b"\0")) >= 0:
            raise Fault(
                f'"{safe(name)}" is no text: byte {position + at + 1:,} is zero. Save it as CSV in UTF-8.'
            )
        position += len(chunk)
        western = western and not any(byte in chunk for byte in b"\x81\x8d\x8f\x90\x9d")
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            utf8 = False
            decoder.reset()
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        utf8 = False
    if utf8:
        return "utf-8-sig"
    if western:
        return "windows-1252"
    raise Fault(f'"{safe(name)}" is neither UTF-8 nor Windows-1252. Save it as CSV in UTF-8.')


def table(name: str, losses: Losses, layout: Layout = Layout()) -> Table:  # noqa: B008
    """The table in a text file: comma, semicolon, tab or bar between its cells, whichever fits."""
    if layout.delimiter:
        delimiter = layout.delimiter
    else:
        with words(name, Losses(LOSSES)) as text:
            delimiter = _delimiter(text, name, layout.header)
    records = _records(name, losses, delimiter)
    return headed(os.path.basename(name), records, losses, layout.header, exact=layout.exact)


def headed(
    name: str,
    records: Iterator[tuple[int, list[str]]],
    losses: Losses,
    header: int = 1,
    blank: int = 0,
    *,
    exact: bool = False,
) -> Table:
    """Numbered rows of cells as a table: the row `header` has its headings.

    A row may be longer by blank cells up to the column `blank`: where cells have places of their own, none has moved.
    """
    for number, cells in records:
        if number >= header and any(cell.strip() for cell in cells):
            columns = _columns(name, cells, losses)
            return Table(name, columns, _rows(columns, max(len(cells), blank), records, losses, exact))
    raise Fault(f'"{safe(name)}" has no row of headings: it is empty.')


def column(table: Table, name: str) -> str:
    """The column of that name; a fault that tells the nearest where there is none."""
    if name in table.columns:
        return name
    found = near(name, table.columns, 3) or list(table.columns[:12])
    raise Fault(f'{safe(table.name)} has no column "{safe(name)}". It has: {safe(", ".join(found))}.')


def _records(name: str, losses: Losses, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    with words(name, losses) as text:
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        number = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise Fault(
                    f'"{safe(name)}", row {number + 1}: {error}. Look for a quote that is not closed there.'
                ) from error
            number += 1
            yield number, cells


def _delimiter(text: IO[str], name: str, header: int) -> str:
    """The one that cuts the headings and most rows after them into the same number of cells, two at least."""
    lines = text.read(_LOOKED_AT * 10_000).splitlines(keepends=True)[: _LOOKED_AT + header]
    fits: dict[str, tuple[int, int]] = {}
    for one in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(lines[header - 1 :], delimiter=one) if row]
        except csv.Error:
            continue
        wide = len(rows[0]) if rows else 0
        if wide > 1:
            fits[one] = (sum(len(row) == wide for row in rows), wide)
    if not fits:
        return ","  # a table of one column
    best = max(fits.values())
    if sum(found == best for found in fits.values()) > 1:
        raise Fault(
            f'"{safe(name)}": can\'t tell what stands between its cells. Say so in the mapping: delimiter: ";"'
        )
    return max(fits, key=lambda one: fits[one])


def _columns(name: str, cells: list[str], losses: Losses) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise Fault(f'"{safe(name)}" has {len(names):,} columns; at most {MOST_COLUMNS:,} are read.')
    for number, one in enumerate(names):
        if not one:
            names[number] = f"column {letter(number)}"
            losses.tell("empty-heading")
    twice = [one for one, count in Counter(names).items() if count > 1]
    if twice:
        raise Fault(f'"{safe(name)}" has two columns "{safe(twice[0])}". Give each a heading of its own.')
    return tuple(names)


def letter(number: int) -> str:
    """What a spreadsheet calls the column.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def _rows(
    columns: tuple[str, ...],
    widest: int,
    records: Iterator[tuple[int, list[str]]],
    losses: Losses,
    exact: bool,
) -> Iterator[Row]:
    wide = len(columns)
    for number, raw in records:
        cells = raw if exact else [cell.strip() for cell in raw]
        if not any(cells):
            continue
        if len(cells) > widest or any(cells[wide:]):
            losses.tell("long-row", f"r{number}")
            continue
        if len(cells) < wide:
            if not exact:
                losses.tell("short-row", f"r{number}")
            cells = cells + [""] * (wide - len(cells))
        yield Row(f"r{number}", dict(zip(columns, cells, strict=False)))
