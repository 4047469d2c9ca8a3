"""Words that answers print and that are no names of the vocabulary, each with what it means."""

import os
from typing import NamedTuple

from ..nodes import Mapping, Node, Scalar, Sequence, read

_FILE = os.path.join(os.path.dirname(__file__), "glossary.yaml")


class Entry(NamedTuple):
    """A word, what it means, and other words for which it is the place to look."""

    word: str
    says: str
    also: tuple[str, ...]


def entries() -> dict[str, Entry]:
    """Every word, in the order of the file."""
    with open(_FILE, "rb") as file:
        root, problems = read(file.read(), "vocabulary/glossary.yaml")
    if problems or not isinstance(root, Mapping):
        raise RuntimeError(f"vocabulary/glossary.yaml can't be read: {problems}")
    found = {}
    for key, row in root.pairs:
        says, also = (row.get(field) if isinstance(row, Mapping) else None for field in ("says", "also"))
        found[key.text] = Entry(key.text, _texts(says)[0], _texts(also))
    return found


def _texts(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return (node.text,) if isinstance(node, Scalar) else ()
