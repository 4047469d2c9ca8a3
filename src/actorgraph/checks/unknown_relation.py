"""`see` names a relation that is not there."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..decode.reader import nearest
from ..problems import Problem

WHY = (
    "The reader is sent to a row that nobody can find; mostly its id changed when an end or the type was "
    "mended. Write the id as `actorgraph list relations` prints it."
)
GOOD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
  - {from: south, type: distrust, to: north, see: north.support.militia, evidence: report p2}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: report p1}
  - {from: south, type: distrust, to: north, see: north.suport.militia, evidence: report p2}
""",
}
ALSO_BAD = {
    "events.yaml": """\
events:
  border-clash: {name: Border clash, see: north.fighting.south}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    new = "All ids: actorgraph list relations"
    if dataset.left_out:
        new = "Is it a row with an error? Mend that first: a row that can't be read is not there."
    families = (dataset.relations, dataset.events.values())
    for see, where in ((one.see, one.where) for family in families for one in family):
        for id_ in see:
            if id_ not in dataset.by_id and id_ not in dataset.events:
                advice, write = nearest(id_, dataset.by_id, "see", new)
                yield Problem("unknown-relation", "error", where, f'no relation "{id_}"', advice, write)
