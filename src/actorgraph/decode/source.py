"""Sources and voices. Authors and publishers that are neither become voices of that name."""

from ..model import Source, Voice
from ..nodes import Mapping, Node
from ..text import slug
from .reader import Field, Reader, Shape, fields, require
from .values import date, sources, text, word_of

AUTHOR_KINDS = {"author": "author", "publisher": "publisher"}


def speaker(reader: Reader, node: Node, key: str) -> str | None:
    """A voice, an actor, or free text, which makes a voice of that name."""
    word = text(reader, node, key)
    if word is None or word in reader.names.actors or word in reader.names.voices:
        return word
    made = slug(word) or "voice"
    if made not in reader.names.voices and made not in reader.names.actors:
        reader.names.voices[made] = Voice(made, word, AUTHOR_KINDS[key], reader.span(node))
    return made


VOICE = Shape(
    "voice",
    {
        "name": Field("name", text),
        "kind": Field("kind", word_of("voice-kinds")),
        "note": Field("note", text),
    },
    required=("name", "kind"),
)
SHAPE = Shape(
    "source",
    {
        "title": Field("title", text),
        "author": Field("author", speaker),
        "publisher": Field("publisher", speaker),
        "published": Field("published", date),
        "url": Field("url", text),
        "reliability": Field("reliability", word_of("reliability")),
        "derives-from": Field("derives_from", sources),
        "text": Field("text", text),
        "sha256": Field("sha256", text),
        "label": Field("label", text),
        "handling": Field("handling", word_of("handling")),
        "note": Field("note", text),
    },
    required=("title", "published"),
    either=("author", "publisher"),
)


def voice(reader: Reader, id_: str, node: Node) -> Voice:
    """The voice; where its record has a fault, what could be read of it."""
    values = fields(reader, node, VOICE, f"the voice {id_}") or {}
    require(reader, node, VOICE, f"the voice {id_}")
    return Voice(id_, values.get("name", id_), values.get("kind", "official"), reader.span(node))


def source(reader: Reader, id_: str, node: Node) -> Source:
    """The source; where its record has a fault, what could be read of it, so that rows can still name it."""
    values = fields(reader, node, SHAPE, f"the source {id_}") or {}
    require(reader, node, SHAPE, f"the source {id_}")
    if isinstance(node, Mapping) and all(node.get(key) is None for key in SHAPE.either):
        reader.fault(
            "missing-key",
            reader.span(node)._replace(length=1),
            f"the source {id_} has neither `author` nor `publisher`",
            ("Say whose own voice it is:",),
            ("author: ...",),
        )
    values.setdefault("title", id_)
    return Source(id=id_, where=reader.span(node), **values)
