"""The shipped vocabulary out of its YAML. Apart, so that a vocabulary from elsewhere needs no YAML parser."""

import os

from ..nodes import Mapping, Node, Scalar, Sequence, read
from . import Family, Kind, TraitKind, Vocabulary, Words, inverses, relation_type

_FOLDER = os.path.dirname(__file__)


def vocabulary() -> Vocabulary:
    """What the files of this folder say."""
    relations, actors, words = (_file(name) for name in ("relations", "actors", "words"))
    types = {name: relation_type(name, _words(row)) for name, row in _rows(relations, "types")}
    return Vocabulary(
        {name: _family(name, _words(row)) for name, row in _rows(relations, "families")},
        types,
        inverses(types),
        {name: _kind(name, _words(row)) for name, row in _rows(actors, "kinds")},
        {name: _trait(name, _words(row)) for name, row in _rows(actors, "traits")},
        {group: _group(rows) for group, rows in _mapping(words)},
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
        name: _words(row) if isinstance(row, Mapping) else {"": _text(row)} for name, row in _mapping(rows)
    }


def _file(name: str) -> Mapping:
    path = os.path.join(_FOLDER, f"{name}.yaml")
    with open(path, "rb") as file:
        node, problems = read(file.read(), f"vocabulary/{name}.yaml")
    if problems or not isinstance(node, Mapping):
        raise RuntimeError(f"vocabulary/{name}.yaml can't be read: {problems}")
    return node


def _mapping(node: Node) -> list[tuple[str, Node]]:
    return [(key.text, value) for key, value in node.pairs] if isinstance(node, Mapping) else []


def _rows(node: Mapping, key: str) -> list[tuple[str, Node]]:
    found = node.get(key)
    return _mapping(found) if found is not None else []


def _words(node: Node) -> Words:
    """A row's fields as text; the entries of a list are joined by a tab."""
    return {key: _text(value) for key, value in _mapping(node)}


def _text(node: Node) -> str:
    if isinstance(node, Sequence):
        return "\t".join(item.text for item in node.items if isinstance(item, Scalar))
    return node.text if isinstance(node, Scalar) else ""
