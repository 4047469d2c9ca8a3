"""A data set's own relation types: the fields of the vocabulary, added to or redefined."""

from ..nodes import Node
from ..vocabulary import RelationType, Words, relation_type
from .reader import Field, Reader, fields, require
from .values import chosen, is_id, text, texts, yes

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


def own_type(reader: Reader, name: str, node: Node) -> RelationType | None:
    """The type; fields that a redefined one leaves out stay as the vocabulary has them."""
    before = reader.errors
    values = fields(reader, node, SHAPE, f"the type {name}")
    vocabulary = reader.names.vocabulary
    base = vocabulary.types.get(name)
    if values is None:
        return None
    if base is None:
        require(reader, node, values, f"the type {name}", "family", "sign", "class", "reads")
    if not is_id(name) or name in vocabulary.families:
        reader.fault(
            "bad-id",
            node,
            f'"{name}" can\'t name a type',
            ("Use small letters and hyphens, and no family's name.",),
        )
    if reader.errors > before:
        return None
    row: Words = {key: _typed(value) for key, value in values.items()}
    return relation_type(name, row, base)


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "\t".join(value) if isinstance(value, tuple) else str(value)
