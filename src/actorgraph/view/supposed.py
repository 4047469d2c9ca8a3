"""The record as a scenario would have it: what it adds, ends and changes, each such relation marked with its name."""

from collections.abc import Sequence

from ..dataset import Dataset
from ..decode.scenario import retimed, since
from ..model import Edit, Relation, Scenario
from ..period import Date


def supposed(dataset: Dataset, scenarios: Sequence[Scenario]) -> Dataset:
    """The data set with the edits of those scenarios, in their order; itself where there are none.

    What a scenario does begins and ends on its day. What only could follow is added as a forecast, and ends nothing.
    """
    if not scenarios:
        return dataset
    rows = {relation.id: relation for relation in dataset.record.relations}
    ended: dict[str, Date] = {}
    for scenario in scenarios:
        for edit in scenario.do:
            if edit.verb != "add":
                ended[edit.id] = scenario.on
            if row := _new(edit, rows.get(edit.id), scenario):
                rows[_free(row.id, rows)] = row
        for edit in scenario.then:
            if edit.relation:
                row = edit.relation._replace(id=f"{scenario.id}:{edit.relation.id}")
                rows[_free(row.id, rows)] = row
    found = tuple(row if row.id == id_ else row._replace(id=id_) for id_, row in rows.items())
    record = dataset.record
    return Dataset(
        record.about, record.actors, record.voices, record.sources, found, record.events, record.vocabulary,
        record.left_out, record.scenarios, ended, record,
    )  # fmt: skip


def _new(edit: Edit, old: Relation | None, scenario: Scenario) -> Relation | None:
    """The relation that an edit brings, if any, from the scenario's day on."""
    if edit.relation:
        return edit.relation._replace(id=f"{scenario.id}:{edit.relation.id}")
    if edit.verb == "end" or old is None:
        return None
    values = dict(edit.fields) if edit.verb == "change" else {"modality": "actual", "if_": ""}
    if not {"when", "as_of", "gone_by"} & values.keys():
        values |= {"when": since(scenario.on), "as_of": None, "gone_by": None}
    evidence = (*old.evidence, *edit.evidence)
    return retimed(
        old._replace(**values, id=f"{scenario.id}:{old.id}", scenario=scenario.id, evidence=evidence)
    )


def _free(id_: str, taken: dict[str, Relation]) -> str:
    """The id, numbered where another edit has brought the like."""
    number, found = 2, id_
    while found in taken:
        found, number = f"{id_}-{number}", number + 1
    return found
