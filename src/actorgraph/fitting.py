"""Whether a scenario fits the record: every relation that it names is there on its day."""

from .dataset import Dataset
from .decode.reader import Reader, nearest
from .model import Edit, Scenario
from .nodes import Mapping, Node, Sequence
from .period import Date
from .standing import positions
from .timing import spell_of


def fits(reader: Reader, node: Node, found: Scenario, dataset: Dataset) -> bool:
    """Whether every relation that the scenario names is in the record, and is there on the scenario's day."""
    before = reader.errors
    for key, edits in (("do", found.do), ("then", found.then)):
        for edit, typed in zip(edits, _items(_at(node, key)), strict=True):
            if edit.verb != "add":
                _edit_fits(reader, edit, _named(typed, edit.verb), found.on, dataset)
    for key, ids in (("unless", found.unless), ("see", found.see)):
        for id_, typed in zip(ids, _items(_at(node, key)), strict=True):
            if id_ not in dataset.by_id and not (key == "see" and id_ in dataset.events):
                _no_row(reader, typed, id_, key, dataset)
    return reader.errors == before


def _at(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None


def _items(node: Node | None) -> list[Node]:
    """What was read from a value: of a list its entries, else the value itself."""
    if isinstance(node, Sequence):
        return list(node.items)
    return [] if node is None else [node]


def _named(edit: Node, verb: str) -> Node:
    """Where an edit names its relation."""
    found = _at(edit, verb)
    inner = _at(found, "id")
    return inner or found or edit


def _edit_fits(reader: Reader, edit: Edit, where: Node, on: Date, dataset: Dataset) -> None:
    row = dataset.by_id.get(edit.id)
    if row is None:
        _no_row(reader, where, edit.id, edit.verb if edit.verb != "change" else "id", dataset)
        return
    if edit.verb == "holds" and row.modality != "expected":
        reader.fault(
            "holds-not-expected",
            where,
            f'"{edit.id}" is no forecast of the record, so there is nothing in it to come true',
            (
                "`holds` names a relation with `modality: expected`. For another, use `add`, `change` or `end`.",
            ),
        )
        return
    spell = spell_of(row, positions(row.evidence).timing, dataset)
    if edit.verb != "holds" and spell.on(on.first, on.last) == "no":
        reader.fault(
            "absent-row",
            where,
            f'"{edit.id}" does not hold on {on.text}: {spell.words}',
            ("Is another relation meant, or another `on`? What is over can't be ended or changed.",),
        )


def _no_row(reader: Reader, where: Node, id_: str, key: str, dataset: Dataset) -> None:
    new = "All ids: actorgraph list relations"
    if dataset.left_out:
        new = "Is it a row with an error? Mend that first: a row that can't be read is not there."
    advice, write = nearest(id_, dataset.by_id, key, new)
    reader.fault("unknown-relation", where, f'no relation "{id_}"', advice, write)
