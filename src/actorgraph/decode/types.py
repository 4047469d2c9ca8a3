"""A data set's own relation types: the fields of the vocabulary, added to or redefined."""

from ..nodes import Node, Scalar
from ..vocabulary import RelationType, Words, relation_type
from .reader import Field, Reader, fields, require
from .values import chosen, text, texts, yes

CLASSES = ("attitude", "word", "act", "status", "aim", "movement", "contact")


def _family(reader: Reader, node: Node, key: str) -> str | None:
    return chosen(reader, node, key, reader.names.vocabulary.families)


def _sign(reader: Reader, node: Node, key: str) -> str | None:
    return chosen(reader, node, key, ("+", "-", "0"))


def _class(reader: Reader, node: Node, key: str) -> str | None:
    return chosen(reader, node, key, CLASSES)


SHAPE = {
    "family": Field("family", _family),
    "sign": Field("sign", _sign),
    "class": Field("class", _class),
    "symmetric": Field("symmetric", yes),
    "inverse": Field("inverse", text),
    "reads": Field("reads", text),
    "names": Field("names", texts),
    "noun": Field("noun", text),
    "def": Field("def", text),
    "balance": Field("balance", yes),
    "rolls-up": Field("rolls-up", yes),
    "means": Field("means", yes),
    "third": Field("third", yes),
    "view": Field("view", yes),
    "answers-for": Field("answers-for", yes),
}


def own_type(reader: Reader, key: Scalar, node: Node) -> RelationType | None:
    """The type; fields that a redefined one leaves out stay as the vocabulary has them."""
    name = key.text
    before = reader.errors
    values = fields(reader, node, SHAPE, f"the type {name}")
    vocabulary = reader.names.vocabulary
    base = vocabulary.types.get(name)
    if values is None:
        return None
    if base is None:
        require(reader, node, values, f"the type {name}", "family", "sign", "class", "reads")
    if name in vocabulary.families:
        reader.fault(
            "bad-id",
            key,
            f'"{name}" is a family of types and can\'t name one of them',
            ("Choose another name; `--type` takes both, and must tell them apart.",),
        )
    if reader.errors > before:
        return None
    row: Words = {key: _typed(value) for key, value in values.items()}
    return relation_type(name, row, base)


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "\t".join(value) if isinstance(value, tuple) else str(value)
