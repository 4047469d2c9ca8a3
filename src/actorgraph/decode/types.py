"""A data set's own relation types: the fields of the vocabulary, added to or redefined."""

from ..nodes import Node, Scalar
from ..vocabulary import RelationType, Words, relation_type
from .reader import Field, Reader, Shape, fields, require
from .values import text, texts, word_of, yes

SIGNS = ("+", "-", "0")
CLASSES = ("attitude", "word", "act", "status", "aim", "movement", "contact")


SHAPE = Shape(
    "type",
    {
        "family": Field("family", word_of(lambda vocabulary: vocabulary.families)),
        "sign": Field("sign", word_of(lambda _: SIGNS)),
        "class": Field("class", word_of(lambda _: CLASSES)),
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
        "steps": Field("steps", yes),
    },
    required=("family", "sign", "class", "reads"),
)


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
        require(reader, node, SHAPE, f"the type {name}")
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
