"""One statement is written down twice."""

from collections.abc import Iterable, Iterator

from ..dataset import Dataset
from ..model import Evidence, Relation
from ..problems import Problem, Severity, Span

SEVERITY: Severity = "warning"
WHY = (
    "The same words at the same place count once; twice they look like two statements. Delete one. Two rows that "
    "say the same of two spells, scopes or means have to differ in that field."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: [report p1, report p2]}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: [report p1, report p1]}
""",
}
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
  - {id: support-again, from: north, type: support, to: militia, evidence: report p1}
""",
}
NOWHERE = Span("", 0, 0)


def check(dataset: Dataset) -> Iterator[Problem]:
    alike: dict[tuple[str, str, str], list[Relation]] = {}
    for row in dataset.relations:
        alike.setdefault((row.from_, row.type, row.to), []).append(row)
    for rows in alike.values():
        items = [item for row in rows for item in row.evidence]
        if len({(item.source, item.at, item.says, item.gist) for item in items}) < len(items):
            yield from _twice((_said(row), item) for row in rows for item in row.evidence)
    for actor in dataset.actors.values():
        for trait in actor.traits:
            yield from _twice((None, item) for item in trait.evidence)
    for event in dataset.events.values():
        yield from _twice((None, item) for item in event.evidence)


def _twice(statements: Iterable[tuple[Relation | None, Evidence]]) -> Iterator[Problem]:
    first: dict[tuple[Relation | None, Evidence], Span] = {}
    for row, item in statements:
        place = first.setdefault((row, item._replace(where=NOWHERE)), item.where)
        if place != item.where:
            yield Problem(
                "same-evidence",
                SEVERITY,
                item.where,
                "the same evidence for the same thing a second time",
                (f"It stands at {place.file}:{place.line}:{place.column}. Delete one of the two.",),
            )


def _said(row: Relation) -> Relation:
    """The row without its place, its id and what the coder says of it."""
    bare = row._replace(id="", typed="", where=NOWHERE, evidence=(), see=(), note="", handling="")
    return bare._replace(assessment=None, coding="sure", coded=None, reviewed=())
