"""Our types of tie beside the terms of others, from crosswalk.yaml: what docs/crosswalk.md is made of.

No answer reads it, and a start of the program does not load it.
"""

import os
from typing import Final, NamedTuple

from ..nodes import Mapping, Scalar, read

HOW: Final = ("near", "wider", "narrower", "overlaps")


class Term(NamedTuple):
    """A term of a set: how it stands to our type, and where in the source it is."""

    term: str
    how: str
    at: str
    note: str = ""


class Terms(NamedTuple):
    """A set of terms: where they were looked up, and how much of it was."""

    name: str
    title: str
    publisher: str
    checked: str
    note: str = ""


class Crosswalk(NamedTuple):
    """The sets by id, and of each of our types its terms by set."""

    sets: dict[str, Terms]
    terms: dict[str, dict[str, Term]]


def crosswalk() -> Crosswalk:
    """What crosswalk.yaml says."""
    with open(os.path.join(os.path.dirname(__file__), "crosswalk.yaml"), "rb") as file:
        root, problems = read(file.read(), "vocabulary/crosswalk.yaml")
    if problems or not isinstance(root, Mapping):
        raise RuntimeError(f"vocabulary/crosswalk.yaml can't be read: {problems}")
    sets = {name: Terms(**_words(row)) for name, row in _below(root, "sets").items()}
    terms: dict[str, dict[str, Term]] = {}
    for type_, row in _below(root, "terms").items():
        for name, one in ((key.text, value) for key, value in row.pairs):
            assert isinstance(one, Mapping)
            words = _words(one)
            terms.setdefault(type_, {})[name] = Term(
                words["term"], words["as"], words["at"], words.get("note", "")
            )
    return Crosswalk(sets, terms)


def _below(root: Mapping, key: str) -> dict[str, Mapping]:
    found = root.get(key)
    assert isinstance(found, Mapping)
    return {name.text: row for name, row in found.pairs if isinstance(row, Mapping)}


def _words(row: Mapping) -> dict[str, str]:
    return {key.text: value.text for key, value in row.pairs if isinstance(value, Scalar)}
