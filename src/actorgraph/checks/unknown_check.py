"""`suppress` names a check that does not exist."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..decode.reader import nearest
from ..problems import Problem

WHY = (
    "The row would silence nothing, and whoever wrote it would think that the matter is settled. Write the "
    "name as `actorgraph check` prints it."
)
GOOD = {
    "dataset.yaml": """\
format: 1
title: A sample
suppress: [{check: near-places, at: militia, why: two towns of almost one name}]
""",
}
BAD = {
    "dataset.yaml": """\
format: 1
title: A sample
suppress: [{check: near-place, at: militia, why: two towns of almost one name}]
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    from . import NAMES, rule

    for row in dataset.about.suppress:
        judged = [name for name in NAMES if rule(name).severity != "error"]
        if row.check in judged:
            continue
        what = f'no check "{row.check}"'
        advice, write = nearest(row.check, judged, "check", f"It is one of: {', '.join(judged)}.")
        if row.check in NAMES:
            what = f'"{row.check}" is an error, and errors are mended, never kept'
            advice, write = ("Mend the data, then take this row out.",), ()
        yield Problem("unknown-check", "error", row.where, what, advice, write)
