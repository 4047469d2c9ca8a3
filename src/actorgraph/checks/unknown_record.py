"""`suppress` names a record that is not there."""

from collections.abc import Iterator
from itertools import chain

from ..dataset import Dataset
from ..decode.reader import nearest
from ..problems import Problem

WHY = (
    "The row silences nothing, and what it was to silence is told again or is gone. Write the id of the actor, "
    "source, voice, event or relation in which the problem stands, or take the row out."
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
suppress: [{check: near-places, at: milita, why: two towns of almost one name}]
""",
}
ALSO_BAD = {
    "dataset.yaml": """\
format: 1
title: A sample
suppress:
  - {check: hostile-voice, at: north.support.militia, why: it reports what it saw}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    families = (dataset.actors, dataset.sources, dataset.voices, dataset.events, dataset.by_id)
    new = (
        "An id is that of an actor, a source, a voice, an event or a relation. Is it gone? Take this row out."
    )
    if dataset.left_out:
        new = "Is it a record with an error? Mend that first: one that can't be read is not there."
    for row in dataset.about.suppress:
        if not any(row.at in family for family in families):
            advice, write = nearest(row.at, chain(*families), "at", new)
            yield Problem("unknown-record", "error", row.where, f'no record "{row.at}"', advice, write)
