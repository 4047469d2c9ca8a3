"""What is perhaps meant by a word that the vocabulary does not have: by its meaning first, then by its letters."""

import os
from collections.abc import Iterable

from ..nodes import read
from ..text import near, slug
from . import Words
from .reading import fields_of, pairs_of

_meant: Words = {}


def nearest(word: str, known: Iterable[str], n: int = 3) -> list[str]:
    """Those of the words known that are nearest to it, nearest first."""
    words = list(known)
    there = set(words)
    meant = [one for one in table().get(slug(word) or word, "").split("\t") if one in there]
    return (meant or near(word, words, n))[:n]


def table() -> Words:
    """From an everyday word to those of the vocabulary, joined by a tab."""
    if not _meant:
        path = os.path.join(os.path.dirname(__file__), "everyday.yaml")
        with open(path, "rb") as file:
            root, problems = read(file.read(), "vocabulary/everyday.yaml")
        if problems or root is None or not pairs_of(root):
            raise RuntimeError(f"vocabulary/everyday.yaml can't be read: {problems}")
        _meant.update(fields_of(root))
    return _meant
