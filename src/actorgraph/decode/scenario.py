"""A scenario: an option that somebody has, as edits of the record, with what its source says of it."""

from typing import Any, NamedTuple

from ..model import Attitude, Edit, Relation, Risk, Scenario
from ..nodes import Mapping, Node, Scalar
from ..period import Date, Interval
from ..spell import Claim
from ..text import near
from . import relation as ties
from .evidence import evidence
from .reader import Field, Nested, Reader, Several, Shape, fields, require
from .values import actors, date, new_id, text, texts, word_of

VERBS = ("add", "end", "change", "holds")
UNCHANGED = ("from", "to", "id", "evidence", "coded", "reviewed", "handling", "assessment", "see")
NEW = Shape("added", {**ties.SHAPE.fields, "reason": Field("reason", text)}, ties.SHAPE.required)
ROW = Shape(
    "changed",
    {
        "id": Field("id", new_id),
        "reason": Field("reason", text),
        **{key: field for key, field in ties.SHAPE.fields.items() if key not in UNCHANGED},
    },
    required=("id",),
)


def _node(reader: Reader, node: Node, key: str) -> Node | None:
    """The record as typed: it is read once the scenario's day is known."""
    if isinstance(node, Mapping):
        return node
    return reader.misshapen(
        node,
        f"`{key}` is written as `key: value` pairs",
        "Such as: {from: ..., type: ..., to: ..., reason: ...}",
    )


EDIT = Shape(
    "edit",
    {
        "add": Field("add", Nested(NEW, _node)),
        "end": Field("end", new_id),
        "change": Field("change", Nested(ROW, _node)),
        "holds": Field("holds", new_id),
        "reason": Field("reason", text),
        "evidence": Field("evidence", evidence),
    },
    either=VERBS,
)
REASONED = Shape("edit", EDIT.fields, required=("reason",))
ATTITUDE = Shape(
    "attitude",
    {
        "stands": Field("stands", word_of("stands")),
        "who": Field("who", actors),
        "why": Field("why", text),
        "evidence": Field("evidence", evidence),
    },
    required=("stands", "why", "evidence"),
)
RISK = Shape(
    "risk",
    {"risk": Field("risk", text), "to": Field("to", actors), "evidence": Field("evidence", evidence)},
    required=("risk", "evidence"),
)


class Typed(NamedTuple):
    """An edit as typed. A relation below it is read once the scenario's day is known."""

    verb: str
    node: Node
    values: dict[str, Any]


def _edit(reader: Reader, node: Node, key: str) -> Typed | None:
    before = reader.errors
    values = fields(reader, node, EDIT, "an edit")
    if values is None or not isinstance(node, Mapping):
        return None
    verbs = [verb for verb in VERBS if verb in node.fields]
    if len(verbs) == 1:
        _reasoned(reader, node, node.get(verbs[0]))
        return Typed(verbs[0], node, values)
    if reader.errors == before:
        told = (
            f"it has {' and '.join(f'`{verb}`' for verb in verbs)}" if verbs else "this one has none of them"
        )
        reader.fault(
            "wrong-shape",
            reader.span(node)._replace(length=1),
            f"an edit has one of `add`, `end`, `change` and `holds`; {told}",
            ("Write each change as an entry of its own.",),
        )
    return None


def _reasoned(reader: Reader, node: Mapping, inner: Node | None) -> None:
    """Every edit has a reason, beside its verb or among the fields below it."""
    keys = [key.text for key, _ in inner.pairs] if isinstance(inner, Mapping) else []
    if not any(near(key, ("reason",)) for key in keys):
        require(reader, node, REASONED, "an edit")


def _attitude(reader: Reader, node: Node, key: str) -> Attitude | None:
    before = reader.errors
    values = fields(reader, node, ATTITUDE, f"an entry of `{key}`")
    if (
        values is None
        or not require(reader, node, ATTITUDE, f"this entry of `{key}`")
        or reader.errors > before
    ):
        return None
    return Attitude(where=reader.span(node), **values)


def _risk(reader: Reader, node: Node, key: str) -> Risk | None:
    before = reader.errors
    values = fields(reader, node, RISK, "a risk")
    if values is None or not require(reader, node, RISK, "this risk") or reader.errors > before:
        return None
    return Risk(where=reader.span(node), **values)


_edits = Several(Nested(EDIT, _edit), hyphen="Begin each edit with a hyphen.")
SHAPE = Shape(
    "scenario",
    {
        "name": Field("name", text),
        "on": Field("on", date),
        "do": Field("do", _edits),
        "then": Field("then", _edits),
        "unless": Field("unless", texts),
        "stands": Field(
            "stands", Several(Nested(ATTITUDE, _attitude), hyphen="Begin each entry with a hyphen.")
        ),
        "risks": Field("risks", Several(Nested(RISK, _risk), hyphen="Begin each risk with a hyphen.")),
        "see": Field("see", texts),
        "evidence": Field("evidence", evidence),
        "note": Field("note", text),
    },
    required=("name", "on"),
    either=("do", "then"),
)


def scenario(
    reader: Reader, id_: str, node: Node, existed: dict[str, tuple[str, Interval]]
) -> Scenario | None:
    """The scenario, or None where a fault was reported. `existed` bounds the actors that have bounds."""
    before = reader.errors
    values = fields(reader, node, SHAPE, f"the scenario {id_}")
    if values is None:
        return None
    whole = require(reader, node, SHAPE, f"the scenario {id_}")
    on: Date | None = values.get("on")
    for key in ("do", "then"):
        made = [_made(reader, one, id_, on, existed, could=key == "then") for one in values.get(key, ())]
        values[key] = tuple(edit for edit in made if edit)
    return Scenario(id_, where=reader.span(node), **values) if whole and reader.errors == before else None


def _made(
    reader: Reader,
    typed: Typed,
    id_: str,
    on: Date | None,
    existed: dict[str, tuple[str, Interval]],
    *,
    could: bool,
) -> Edit | None:
    verb, node, values = typed
    where, inner, items = reader.span(node), values.get(verb), values.get("evidence", ())
    reason = values.get("reason") or _reason(inner)
    if inner is None:
        return None
    if verb in ("end", "holds"):
        return Edit(verb, reason, where, id=inner, evidence=items)
    if verb == "change":
        changed = fields(reader, inner, ROW, "a change")
        if changed is None or not require(reader, inner, ROW, "this change"):
            return None
        changed.pop("reason", None)
        row = changed.pop("id", "")
        return Edit(verb, reason, where, id=row, fields=tuple(changed.items()), evidence=items)
    added = ties.relation(reader, inner, existed, NEW)
    if added is None or on is None:
        return None
    row = _supposed(added._replace(evidence=(*added.evidence, *items)), id_, on, could=could)
    return Edit(verb, reason, where, row, evidence=row.evidence)


def _reason(inner: Any) -> str:
    """The reason among the fields below the verb; a fault of it is told where those are read."""
    value = inner.get("reason") if isinstance(inner, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def _supposed(row: Relation, scenario_: str, on: Date, *, could: bool) -> Relation:
    """The new relation: from the scenario's day on where it has no time of its own.

    What only could follow is a forecast.
    """
    modality = "expected" if could and row.modality == "actual" else row.modality
    when = row.when or (None if row.as_of or row.gone_by else since(on))
    return retimed(row._replace(scenario=scenario_, when=when, modality=modality))


def since(on: Date) -> Interval:
    """From that day on, its end not stated."""
    return Interval(f"{on.text}/..", on, None, goes_on=True, single=False)


def retimed(row: Relation) -> Relation:
    """The relation with its own time on every item: what a scenario brings is dated by it, not by when somebody spoke."""
    claim = Claim(row.when, row.as_of, row.gone_by, None, None, row.modality == "expected")
    return row._replace(evidence=tuple(item._replace(time=claim) for item in row.evidence))
