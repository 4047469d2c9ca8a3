"""An event: what happened at a time, to whom, with which figures."""

from ..model import Event, Figure
from ..nodes import Mapping, Node, Scalar
from .actor import figure
from .evidence import evidence, timed
from .reader import Field, Reader, fields, require
from .values import actors, interval, text, texts, voice, word_of

FIGURE = {"figure": Field("figure", figure), "says": Field("says", voice)}


def _who(reader: Reader, node: Node, key: str) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    roles = reader.names.vocabulary.words["roles"]
    if not isinstance(node, Mapping):
        return reader.misshapen(
            node, "`who` is written as `role: actor` pairs", f"Roles: {', '.join(roles)}."
        )
    found = []
    for role, value in node.pairs:
        if role.text not in roles:
            new = f"It is one of: {', '.join(roles)}."
            reader.unknown("unknown-role", role, f'no role "{role.text}"', role.text, roles, "", new)
        elif who := actors(reader, value, role.text):
            found.append((role.text, who))
    return tuple(found)


def _figures(reader: Reader, node: Node, key: str) -> tuple[Figure, ...] | None:
    if not isinstance(node, Mapping):
        return reader.misshapen(
            node, "`figures` is written as `unit: number` pairs", "Such as: {civilians killed: '>170'}"
        )
    found = []
    for unit, value in node.pairs:
        if isinstance(value, Scalar):
            number = figure(reader, value, unit.text)
            if number:
                found.append(Figure(unit.text, number))
            continue
        values = fields(reader, value, FIGURE, "a figure") or {}
        if require(reader, value, values, "this figure", "figure") and "figure" in values:
            found.append(Figure(unit.text, **values))
    return tuple(found)


SHAPE = {
    "name": Field("name", text),
    "when": Field("when", interval),
    "place": Field("place", texts),
    "who": Field("who", _who),
    "figures": Field("figures", _figures),
    "evidence": Field("evidence", evidence),
    "see": Field("see", texts),
    "handling": Field("handling", word_of("handling")),
    "note": Field("note", text),
}


def event(reader: Reader, id_: str, node: Node) -> Event | None:
    before = reader.errors
    values = fields(reader, node, SHAPE, f"the event {id_}")
    if (
        values is None
        or not require(reader, node, values, f"the event {id_}", "name")
        or reader.errors > before
    ):
        return None
    found = Event(id=id_, where=reader.span(node), **values)
    return found._replace(evidence=timed(found.evidence, found.when, None, None, "actual", reader))
