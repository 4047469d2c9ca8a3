"""An answer's rows -> CSV. A cell that a spreadsheet would run as a formula is led by an apostrophe."""

import csv
import io
from collections.abc import Sequence

from ..text import safe

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def present(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(one) for one in row])
    return out.getvalue()


def _cell(word: str) -> str:
    shown = safe(word)
    return f"'{shown}" if shown.startswith(FORMULA) and shown not in ("+", "-") else shown
