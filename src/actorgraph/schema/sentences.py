"""The sentence on each file, record and field, and its examples: vocabulary/fields.yaml."""

import os
from functools import cache

from .. import vocabulary
from ..nodes import Mapping, Node, Scalar, Sequence, read
from .leaves import Schema

MADE_OF = {"added": "relation", "changed": "relation"}  # a scenario's records with the keys of another


def told(record: str, field: str) -> Schema:
    """The sentence on a field of a record, with its examples."""
    sentences = _read()
    like = MADE_OF.get(record, record)
    found = sentences.get(record, {}).get(field) or sentences.get(like, {}).get(field)
    return found or sentences["any"][field]


@cache
def _read() -> dict[str, dict[str, Schema]]:
    path = os.path.join(os.path.dirname(vocabulary.__file__), "fields.yaml")
    with open(path, "rb") as file:
        root, problems = read(file.read(), "vocabulary/fields.yaml")
    if problems:
        raise RuntimeError(f"vocabulary/fields.yaml can't be read: {problems}")
    return {record: {key: _sentence(row) for key, row in _pairs(rows)} for record, rows in _pairs(root)}


def _sentence(row: Node) -> Schema:
    found = dict(_pairs(row))
    is_, such = found["is"], found.get("as")
    told: Schema = {"description": is_.text if isinstance(is_, Scalar) else ""}
    if isinstance(such, Sequence):
        told["examples"] = [one.text for one in such.items if isinstance(one, Scalar)]
    return told


def _pairs(node: Node | None) -> list[tuple[str, Node]]:
    return [(key.text, value) for key, value in node.pairs] if isinstance(node, Mapping) else []
