"""Tables as CSV files: UTF-8, commas, a line of headings, one row a record; see `columns` for what stands in them.

A cell that a spreadsheet would run as a formula is led by an apostrophe; line breaks become blanks.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..text import inert, safe
from .columns import Column
from .fields import Loss
from .outgoing import Outgoing
from .tables import Row, tables
from .writing import Written

LOSSES: Final = (
    Loss("dataset", ("suppress",), "judgements on checks of the files"),
    Loss("scenario", (), "a what-if is not of the record"),
)
NOTES: Final = (
    "A cell that a spreadsheet would run as a formula is led by an apostrophe.",
    "Line breaks become blanks; what steers a terminal or hides is shown as a mark such as <U+202E>.",
)
_RUNS: Final = re.compile(r"(?m)^(?:[=+@\t\r-](?!$)|'+[=+@-])")
LED: Final = re.compile(r"'+[=+@-].")  # an apostrophe of the record's own, told from ours by one more


def write(out: Outgoing) -> Written:
    return Written({f"{table.name}.csv": text(table.columns, table.rows) for table in tables(out)})


def text(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """One table."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows(map(_harmless, rows))
    return made.getvalue().encode()


def _harmless(row: Row) -> Sequence[str]:
    """The cells as no spreadsheet runs them; looked at all at once, since hardly any row needs more."""
    whole = "".join(row)
    if safe(whole) is whole and not _RUNS.search("\n".join(row)):
        return row
    return [f"'{cell}" if LED.match(cell) else inert(cell) for cell in row]
