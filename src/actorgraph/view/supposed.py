"""The record as a scenario would have it: what it adds, ends and changes, each such relation marked with its name."""

from collections.abc import Sequence

from ..dataset import Dataset
from ..decode.scenario import retimed, since
from ..model import Edit, Ended, Relation, Scenario


def supposed(dataset: Dataset, scenarios: Sequence[Scenario]) -> Dataset:
    """The data set with the edits of those scenarios, in their order; itself where there are none.

    What a scenario does begins and ends on its day. What only could follow is added as a forecast, and ends nothing.
    """
    if not scenarios:
        return dataset
    rows = {relation.id: relation for relation in dataset.record.relations}
    ended: dict[str, Ended] = {}
    for scenario in scenarios:
        for edit in scenario.do:
            row = _new(edit, rows.get(edit.id), scenario)
            if row:
                rows[_free(row.id, rows)] = row
            if edit.verb != "add":
                says = row.evidence if row else edit.evidence or scenario.evidence
                before = ended.get(edit.id)
                if before is None or scenario.on.first < before.on.first:
                    ended[edit.id] = Ended(scenario.on, says)
        for edit in scenario.then:
            if edit.relation:
                row = _added(edit.relation, scenario)
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
        return _added(edit.relation, scenario)
    if edit.verb == "end" or old is None:
        return None
    values = dict(edit.fields) if edit.verb == "change" else {"modality": "actual", "if_": ""}
    if not {"when", "as_of", "gone_by"} & values.keys():
        values |= {"when": since(scenario.on), "as_of": None, "gone_by": None}
    says = edit.evidence or scenario.evidence
    evidence = (*old.evidence, *edit.evidence) if edit.verb == "holds" else says or old.evidence
    return retimed(
        old._replace(**values, id=f"{scenario.id}:{old.id}", scenario=scenario.id, evidence=evidence)
    )


def _added(row: Relation, scenario: Scenario) -> Relation:
    """What has no evidence of its own is said by the passages of the scenario."""
    return retimed(row._replace(id=f"{scenario.id}:{row.id}", evidence=row.evidence or scenario.evidence))


def _free(id_: str, taken: dict[str, Relation]) -> str:
    """The id, numbered where another edit has brought the like."""
    number, found = 2, id_
    while found in taken:
        found, number = f"{id_}-{number}", number + 1
    return found
