"""The files of the vocabulary that comes with the program, into its records."""

import os

from ..nodes import Mapping, Node, Scalar, Sequence
from ..nodes import read as read_node
from . import Family, Kind, TraitKind, Vocabulary, Words, inverses, relation_type

_FOLDER = os.path.dirname(__file__)


def read() -> Vocabulary:
    """Types, kinds, traits and closed lists as the files have them."""
    relations, actors, words = (_file(name) for name in ("relations", "actors", "words"))
    types = {name: relation_type(name, fields_of(row)) for name, row in _rows(relations, "types")}
    return Vocabulary(
        {name: _family(name, fields_of(row)) for name, row in _rows(relations, "families")},
        types,
        inverses(types),
        {name: _kind(name, fields_of(row)) for name, row in _rows(actors, "kinds")},
        {name: _trait(name, fields_of(row)) for name, row in _rows(actors, "traits")},
        {group: _group(rows) for group, rows in pairs_of(words)},
    )


def _family(name: str, row: Words) -> Family:
    return Family(name, row["mark"], row["heading"])


def _kind(name: str, row: Words) -> Kind:
    return Kind(name, row["one"], row["many"], row.get("under", ""), row.get("acts") != "no")


def _trait(name: str, row: Words) -> TraitKind:
    return TraitKind(name, row["label"], tuple(filter(None, row.get("for", "").split("\t"))))


def _group(rows: Node) -> dict[str, Words]:
    if isinstance(rows, Sequence):
        return {item.text: {} for item in rows.items if isinstance(item, Scalar)}
    return {
        name: fields_of(row) if isinstance(row, Mapping) else {"": _text(row)} for name, row in pairs_of(rows)
    }


def _file(name: str) -> Mapping:
    path = os.path.join(_FOLDER, f"{name}.yaml")
    with open(path, "rb") as file:
        node, problems = read_node(file.read(), f"vocabulary/{name}.yaml")
    if problems or not isinstance(node, Mapping):
        raise RuntimeError(f"vocabulary/{name}.yaml can't be read: {problems}")
    return node


def pairs_of(node: Node) -> list[tuple[str, Node]]:
    """The names of a mapping and what stands under each."""
    return [(key.text, value) for key, value in node.pairs] if isinstance(node, Mapping) else []


def _rows(node: Mapping, key: str) -> list[tuple[str, Node]]:
    found = node.get(key)
    return pairs_of(found) if found is not None else []


def fields_of(node: Node) -> Words:
    """A row's fields as text; the entries of a list are joined by a tab."""
    return {key: _text(value) for key, value in pairs_of(node)}


def _text(node: Node) -> str:
    if isinstance(node, Sequence):
        return "\t".join(item.text for item in node.items if isinstance(item, Scalar))
    return node.text if isinstance(node, Scalar) else ""
