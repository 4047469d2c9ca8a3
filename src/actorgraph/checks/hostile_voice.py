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
ALSO_BAD = {
    "relations.yaml": """\
relations:
  - {from: south, type: sees-as-threat, to: north, evidence: report p1}
  - {from: north, type: support, to: militia, evidence: {source: report, at: p2, says: south}}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    belonging = Belonging(dataset, PLAIN)
    foes = _foes(dataset)
    wholes = _wholes(dataset)
    above = {name: _above(name, wholes) for name in wholes}
    for row in dataset.relations:
        asked: set[str] = set()
        for item in row.evidence:
            voice = item.says
            if item.stance != "supports" or voice not in foes or voice in row.ends or voice in asked:
                continue
            # Most voices have no foe here: that is seen before anybody's party and stake are worked out.
            here = {name for end in row.ends for name in above.get(end, (end,))}
            if foes[voice].isdisjoint(here) or belonging.party(row, item):
                continue
            for tie in belonging.stake(row, item):
                if dataset.type_of(tie).sign == "-":
                    asked.add(voice)
                    yield _problem(item, tie)
                    break


def _foes(dataset: Dataset) -> dict[str, set[str]]:
    """The other ends of an actor's hostile rows, firm or not."""
    found: dict[str, set[str]] = {}
    for row in dataset.relations:
        if dataset.type_of(row).sign == "-":
            found.setdefault(row.from_, set()).add(row.to)
            found.setdefault(row.to, set()).add(row.from_)
    return found


def _wholes(dataset: Dataset) -> dict[str, set[str]]:
    """What an actor could be part of, on any day and by whatever row."""
    found = {actor.id: {actor.of} for actor in dataset.actors.values() if actor.of}
    for rows in dataset.belonging.values():
        for row in rows:
            if dataset.type_of(row).rolls_up:
                found.setdefault(row.from_, set()).add(row.to)
    return found


def _above(start: str, wholes: dict[str, set[str]]) -> set[str]:
    seen, todo = {start}, [start]
    while todo:
        new = wholes.get(todo.pop(), set()) - seen
        seen |= new
        todo += new
    return seen


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
