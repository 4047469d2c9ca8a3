"""A segment that gets a life of its own: an actor with a kind, tied to its whole by a relation instead of a word."""

from typing import NamedTuple

from ..errors import Fault
from ..nodes import Mapping
from ..vocabulary.everyday import nearest
from .draft import Draft
from .emitting import Value
from .fields import setting, without
from .gathering import below, remarks
from .inserting import insert
from .order import order
from .references import records
from .renaming import unknown


class Promoted(NamedTuple):
    """What it is now, and the relation that ties it to its whole."""

    kind: str
    relation: str


def promote(
    draft: Draft, id_: str, kind: str | None = None, evidence: Value | None = None, name: str | None = None
) -> Promoted:
    """The segment is an actor of that kind, else of the kind of its whole."""
    dataset = draft.loaded.dataset
    segment = dataset.actors.get(id_)
    if segment is None:
        raise unknown(id_, [one.id for one in dataset.actors.values() if one.of])
    if not segment.of:
        raise Fault(f"{id_} is no segment: it is of kind {segment.kind} already.")
    whole = dataset.actors.get(segment.of)
    kind = kind or (whole.kind if whole else "")
    if kind == segment.kind or not kind:
        raise Fault(f"{segment.of}, of which it is a segment, is one too. Say what {id_} is: --kind KIND")
    if kind not in dataset.vocabulary.kinds:
        found = nearest(kind, dataset.vocabulary.kinds)
        told = (
            f"Nearest: {' or '.join(found)}"
            if found
            else f"It is one of: {', '.join(dataset.vocabulary.kinds)}"
        )
        raise Fault(f'No kind "{kind}". {told}')
    changes: dict[str, Value] = {"kind": kind, **({"name": name} if name is not None else {})}
    for key, value in changes.items():
        file, _, node = _record(draft, id_)
        draft.edit(file, setting(draft.text(file), node, key, value, order("actors")))
        draft.settle()
    _alone(draft, id_)
    part = next(type_ for type_ in dataset.vocabulary.types.values() if type_.rolls_up)
    row: dict[str, Value] = {"from": id_, "type": part.name, "to": segment.of}
    insert(draft, "relations", row | ({"evidence": evidence} if evidence is not None else {}))
    return Promoted(kind, f"{id_}.{part.name}.{segment.of}")


def _record(draft: Draft, id_: str) -> tuple[str, Mapping, Mapping]:
    for file, there, one, node in records(draft, "actors"):
        if one.text == id_ and isinstance(node, Mapping):
            return file, there, node
    raise AssertionError("an actor that was read, without a record")


def _alone(draft: Draft, id_: str) -> None:
    """`of` goes; a remark on it stays below the record."""
    file, _, node = _record(draft, id_)
    of, key, text = node.get("of"), node.key("of"), draft.text(file)
    assert of is not None
    assert key is not None
    edit = without(text, node, of)
    found = remarks(text, edit.start, edit.end, (key, of))
    draft.edit(file, edit)
    draft.settle()
    file, there, node = _record(draft, id_)
    draft.edit(file, *below(draft.text(file), there, node, found))
    draft.settle()
