"""A tie or a trait without evidence."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..model import Relation, Trait
from ..problems import Problem, Severity

SEVERITY: Severity = "warning"
WHY = (
    "Nobody could say where it comes from, so it has no standing and counts in no answer about who is with whom. "
    "Add the source and the place, or take it out; common knowledge is no source."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, traits: [{trait: ideology, is: localism}]}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.relations:
        if not row.evidence:
            yield _problem(row, "this tie has no evidence")
    for actor in dataset.actors.values():
        for trait in actor.traits:
            if not trait.evidence:
                yield _problem(trait, f"this trait of {actor.id} has no evidence")


def _problem(one: Relation | Trait, what: str) -> Problem:
    where = one.where._replace(length=1)
    return Problem(
        "unsourced", SEVERITY, where, what, ("Who says so, and where? Add:",), ("evidence: SOURCE PLACE",)
    )
