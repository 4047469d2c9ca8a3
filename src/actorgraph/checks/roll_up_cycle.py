"""An actor is part of itself, by way of others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..belonging import Belonging
from ..dataset import Dataset
from ..lens import PLAIN
from ..model import Relation
from ..period import FOREVER, NEVER
from ..problems import Problem, Span
from ..standing import positions
from ..timing import spell_of

WHY = (
    "Nobody could say which of them is the whole, so none of them is put in its whole's place. One of the "
    "rows has its ends the wrong way round, is over, or is an affiliation rather than a part."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: part-of, to: south, evidence: report p1}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: militia, type: part-of, to: south, evidence: report p1}
  - {from: south, type: part-of, to: militia, evidence: report p2}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  wing: {name: The wing, kind: segment, of: militia}
""",
    "relations.yaml": """\
relations:
  - {from: militia, type: part-of, to: wing, evidence: report p1}
""",
}


class Up(NamedTuple):
    """An actor and its whole, by a row or, of a segment, by its `of`."""

    part: str
    whole: str
    where: Span
    row: Relation | None


def check(dataset: Dataset) -> Iterator[Problem]:
    for first, *others in _circles(dataset):
        names = " in ".join([first.part, first.whole, *(up.whole for up in others)])
        places = ", ".join(f"{up.where.file}:{up.where.line}:{up.where.column}" for up in others)
        also = f"See also {places}: one of them can't be so." if others else "It can't be so."
        yield Problem(
            "roll-up-cycle",
            "error",
            first.where,
            f'"{first.part}" is made a part of itself: {names}',
            (
                f"{also} Turn its ends round, end it with `gone-by`,",
                "or, where the two are actors apart, write a type such as",
            ),
            ("type: affiliate-of",),
        )


def _circles(dataset: Dataset) -> Iterator[list[Up]]:
    """Each circle that can hold on one day, once, beginning with the row that comes first."""
    ups = _ups(dataset)
    told: set[Up] = set()
    for start in ups:
        path: list[Up] = []
        todo = [iter(ups[start])]
        seen = {start}
        while todo:
            up = next(todo[-1], None)
            if up is None:
                todo.pop()
                del path[-1:]
            elif up.whole == start:
                if up not in told and _at_once([*path, up], dataset):
                    told |= {*path, up}
                    yield [*path, up]
            elif up.whole in ups and up.whole not in seen:
                seen.add(up.whole)
                path.append(up)
                todo.append(iter(ups[up.whole]))


def _ups(dataset: Dataset) -> dict[str, list[Up]]:
    belonging = Belonging(dataset, PLAIN)
    found = {
        actor.id: [Up(actor.id, actor.of, actor.where, None)] for actor in dataset.actors.values() if actor.of
    }
    for rows in dataset.belonging.values():
        for row in rows:
            if dataset.type_of(row).rolls_up and belonging.firm(row):
                found.setdefault(row.from_, []).append(Up(row.from_, row.to, row.where, row))
    return found


def _at_once(ups: Sequence[Up], dataset: Dataset) -> bool:
    begin, end = NEVER, FOREVER
    for row in (up.row for up in ups if up.row):
        days = spell_of(row, positions(row.evidence).timing, dataset).days
        begin, end = max(begin, days.s1), min(end, days.e2)
    return begin <= end
