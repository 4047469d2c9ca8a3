"""A third party asserts a tie of an actor that it is hostile to."""

from collections.abc import Iterator

from ..belonging import Belonging
from ..dataset import Dataset
from ..lens import PLAIN
from ..model import Evidence, Relation
from ..problems import Problem, Severity

SEVERITY: Severity = "hint"
WHY = (
    "What somebody says of his enemy may be a label or propaganda, and `supports` lets the tie count as "
    "attributed. Does the passage show that it calls them so, write `frames`; does it report, keep `supports`."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: south, type: fighting, to: militia, evidence: report p1}
  - {from: militia, type: client-of, to: north, evidence: report p2 south frames}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: south, type: fighting, to: militia, evidence: report p1}
  - {from: militia, type: client-of, to: north, evidence: report p2 south supports}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    belonging = Belonging(dataset, PLAIN)
    for row in dataset.relations:
        asked: set[str] = set()
        for item in row.evidence:
            voice = item.says
            if item.stance != "supports" or voice in row.ends or voice in asked or belonging.party(row, item):
                continue
            for tie in belonging.stake(row, item):
                if dataset.type_of(tie).sign == "-":
                    asked.add(voice)
                    yield _problem(item, tie)
                    break


def _problem(item: Evidence, tie: Relation) -> Problem:
    foe = tie.to if tie.from_ == item.says else tie.from_
    return Problem(
        "hostile-voice",
        SEVERITY,
        item.where,
        f'"{item.says}" supports this, and is hostile to {foe}',
        (
            f"Hostile by {tie.id} ({tie.where.file}:{tie.where.line}:{tie.where.column}).",
            "Does it only call them so, as a label or in propaganda? Write instead:",
        ),
        ("stance: frames",),
    )
