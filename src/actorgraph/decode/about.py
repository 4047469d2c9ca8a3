"""dataset.yaml: what the record is about and what was searched."""

from ..model import About, Coverage, Suppression
from ..nodes import Node
from .reader import Field, Nested, Reader, Several, Shape, fields, require
from .values import interval, text, texts, word_of

FORMAT = "1"
COVERAGE = Shape(
    "coverage",
    {
        "sources": Field("sources", texts),
        "actors": Field("actors", texts),
        "types": Field("types", texts),
        "period": Field("period", interval),
    },
)
SUPPRESSION = Shape(
    "suppress",
    {"check": Field("check", text), "at": Field("at", text), "why": Field("why", text)},
    required=("check", "at", "why"),
)


def format_(reader: Reader, node: Node, key: str) -> str | None:
    word = text(reader, node, key)
    if word is None or word == FORMAT:
        return word
    return reader.fault(
        "unknown-format",
        node,
        f'the format "{word}" is not known here',
        (f"This version reads format {FORMAT}: is the data newer, take a newer actorgraph. Else write:",),
        (f"format: {FORMAT}",),
    )


def _coverage(reader: Reader, node: Node, key: str) -> Coverage | None:
    values = fields(reader, node, COVERAGE, "`coverage`")
    return None if values is None else Coverage(**values)


def _suppression(reader: Reader, node: Node, key: str) -> Suppression | None:
    values = fields(reader, node, SUPPRESSION, "a row of `suppress`") or {}
    require(reader, node, SUPPRESSION, "this row of `suppress`")
    return Suppression(where=reader.span(node), **values) if len(values) == len(SUPPRESSION.fields) else None


SHAPE = Shape(
    "dataset",
    {
        "format": Field("format", format_),
        "title": Field("title", text),
        "question": Field("question", text),
        "coverage": Field("coverage", Nested(COVERAGE, _coverage)),
        "coders": Field("coders", texts),
        "handling": Field("handling", word_of("handling")),
        "licence": Field("licence", text),
        "version": Field("version", text),
        "cite": Field("cite", text),
        "corrections": Field("corrections", text),
        "suppress": Field("suppress", Several(Nested(SUPPRESSION, _suppression), apart=True)),
    },
    required=("format", "title"),
)


def about(reader: Reader, node: Node) -> About:
    """What could be read of dataset.yaml."""
    values = fields(reader, node, SHAPE, "dataset.yaml") or {}
    require(reader, node, SHAPE, "dataset.yaml")
    return About(**values)
