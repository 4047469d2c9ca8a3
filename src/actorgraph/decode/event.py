"""An event: what happened at a time, to whom, with which figures."""

from ..model import Event, Figure
from ..nodes import Node
from .actor import figure
from .evidence import evidence, timed
from .reader import Either, Field, Nested, Pairs, Reader, Shape, fields, require
from .values import actors, interval, text, texts, voice, word_of

FIGURE = Shape(
    "figure", {"figure": Field("figure", figure), "says": Field("says", voice)}, required=("figure",)
)


def bare_figure(reader: Reader, node: Node, key: str) -> Figure | None:
    number = figure(reader, node, key)
    return Figure(key, number) if number else None


def _figure(reader: Reader, node: Node, key: str) -> Figure | None:
    values = fields(reader, node, FIGURE, "a figure") or {}
    if require(reader, node, FIGURE, "this figure") and "figure" in values:
        return Figure(key, **values)
    return None


_who = Pairs("role", "actor", actors, word_of("roles", "unknown-role"))
_figures = Pairs(
    "unit",
    "number",
    Either(bare_figure, Nested(FIGURE, _figure)),
    such="Such as: {civilians killed: '>170'}",
)
SHAPE = Shape(
    "event",
    {
        "name": Field("name", text),
        "when": Field("when", interval),
        "place": Field("place", texts),
        "who": Field("who", _who),
        "figures": Field("figures", _figures),
        "evidence": Field("evidence", evidence),
        "see": Field("see", texts),
        "handling": Field("handling", word_of("handling")),
        "note": Field("note", text),
    },
    required=("name",),
)


def event(reader: Reader, id_: str, node: Node) -> Event | None:
    before = reader.errors
    values = fields(reader, node, SHAPE, f"the event {id_}")
    if values is None or not require(reader, node, SHAPE, f"the event {id_}") or reader.errors > before:
        return None
    values["figures"] = tuple(number for _, number in values.get("figures", ()))
    found = Event(id=id_, where=reader.span(node), **values)
    return found._replace(evidence=timed(found.evidence, found.when, None, None, "actual", reader))
