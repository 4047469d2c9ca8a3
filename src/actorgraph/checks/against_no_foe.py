"""A tie is aimed at an actor to whom neither end is hostile in the record."""

from collections.abc import Iterator

from ..belonging import Belonging
from ..dataset import Dataset
from ..lens import PLAIN
from ..problems import Problem, Severity
from ..standing import positions

SEVERITY: Severity = "hint"
WHY = (
    "`against` makes no tie of its own, so the hostility that explains the tie would be missing from every "
    "answer. Look for the passage that states it; without one, check that the third party is the right one."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, against: south, evidence: report p1}
  - {from: militia, type: attack, to: south, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, against: south, evidence: report p1}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, against: south, evidence: report p1}
  - {from: south, type: fighting, to: militia, evidence: report p2 press disputes}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    if dataset.left_out:  # the row that is missed may be one of those
        return
    belonging = Belonging(dataset, PLAIN)
    hostile = {
        frozenset(belonging.top(end, None) for end in row.ends)
        for row in dataset.relations
        if dataset.type_of(row).sign == "-" and (not row.evidence or positions(row.evidence).for_items)
    }
    for row in dataset.relations:
        for third in row.against:
            top = belonging.top(third, None)
            if not any(frozenset((belonging.top(end, None), top)) in hostile for end in row.ends):
                yield Problem(
                    "against-no-foe",
                    SEVERITY,
                    row.where,
                    f'the tie is aimed at "{third}", and neither end is hostile to it here',
                    ("Does the source say that one of them is? Then a row is missing, such as:",),
                    (f"- {{from: {row.from_}, type: ..., to: {third}, evidence: ...}}",),
                )
