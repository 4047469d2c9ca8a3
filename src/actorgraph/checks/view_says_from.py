"""An actor's view of another is put into its own mouth."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity

SEVERITY: Severity = "hint"
WHY = (
    "A type such as sees-as-enemy reports how FROM sees TO, and it is the author who reports it; `says` is for "
    "what somebody stated. If FROM did say it, a type of word, such as denouncement, tells more."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: sees-as-enemy, to: south, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: sees-as-enemy, to: south, evidence: report p1 militia supports}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: distrust, to: south, evidence: {source: report, at: p1, says: militia}}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.relations:
        if not dataset.type_of(row).view:
            continue
        for item in row.evidence:
            if item.says == row.from_:
                yield Problem(
                    "view-says-from",
                    SEVERITY,
                    item.where,
                    f'"{item.says}" is made to state its own view',
                    (
                        f"The type {row.type} reports how FROM sees TO, in the author's words: leave the voice out.",
                        "Did it say so itself? Then choose a type for what is said, such as:",
                    ),
                    ("type: denouncement",),
                )
