"""An answer's rows -> CSV. A cell that a spreadsheet would run as a formula is led by an apostrophe."""

import csv
import io
from collections.abc import Sequence

from ..text import inert


def present(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([inert(one) for one in row])
    return out.getvalue()
