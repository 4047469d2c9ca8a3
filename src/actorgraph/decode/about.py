"""dataset.yaml: what the record is about and what was searched."""

from ..model import About, Coverage, Suppression
from ..nodes import Node, Sequence
from .reader import Field, Reader, fields, require
from .values import interval, text, texts, word_of

COVERAGE = {
    "sources": Field("sources", texts),
    "actors": Field("actors", texts),
    "types": Field("types", texts),
    "period": Field("period", interval),
}
SUPPRESSION = {"check": Field("check", text), "at": Field("at", text), "why": Field("why", text)}


FORMAT = "1"


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


def coverage(reader: Reader, node: Node, key: str) -> Coverage | None:
    values = fields(reader, node, COVERAGE, "`coverage`")
    return None if values is None else Coverage(**values)


def suppress(reader: Reader, node: Node, key: str) -> tuple[Suppression, ...] | None:
    nodes = node.items if isinstance(node, Sequence) else [node]
    found = []
    for one in nodes:
        values = fields(reader, one, SUPPRESSION, "a row of `suppress`") or {}
        if require(reader, one, values, "this row of `suppress`", "check", "at", "why") and len(values) == 3:
            found.append(Suppression(where=reader.span(one), **values))
    return tuple(found)


SHAPE = {
    "format": Field("format", format_),
    "title": Field("title", text),
    "question": Field("question", text),
    "coverage": Field("coverage", coverage),
    "coders": Field("coders", texts),
    "handling": Field("handling", word_of("handling")),
    "licence": Field("licence", text),
    "version": Field("version", text),
    "cite": Field("cite", text),
    "corrections": Field("corrections", text),
    "suppress": Field("suppress", suppress),
}


def about(reader: Reader, node: Node) -> About:
    """What could be read of dataset.yaml."""
    values = fields(reader, node, SHAPE, "dataset.yaml") or {}
    require(reader, node, values, "dataset.yaml", "format", "title")
    return About(**values)
