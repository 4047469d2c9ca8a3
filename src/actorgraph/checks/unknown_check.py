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
ALSO_BAD = {
    "dataset.yaml": """\
format: 1
title: A sample
suppress: [{check: not-a-date, at: militia, why: it is in words}]
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    from . import NAMES, severity

    for row in dataset.about.suppress:
        if row.check not in NAMES:
            judged = [name for name in NAMES if severity(name) != "error"]
            new = f"It is one of: {', '.join(judged)}."
            advice, write = nearest(row.check, judged, "check", new)
            yield Problem("unknown-check", "error", row.where, f'no check "{row.check}"', advice, write)
        elif severity(row.check) == "error":
            what = f'"{row.check}" is an error, and errors are mended, never kept'
            advice = ("Mend the data, then take this row out.",)
            yield Problem("unknown-check", "error", row.where, what, advice)
