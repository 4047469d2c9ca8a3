"""What is cited from one source: its items of evidence, and its own text where the folder holds it.

Paragraph N of a text is its line N, and a place pN in `at` names it. One text is held at a time.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from .. import tree
from ..dataset import Dataset
from ..model import Evidence, Source
from ..problems import Problem
from ..text import fold, paragraphs
from .verbatim import Passage, figured

# Every item is looked for in the text: what a stranger's file could make of that must end, and no report is longer.
LARGEST_TEXT = 2 * 2**20
UNREAD = {
    "link-outside": "it lies outside the folder of the data set",
    "file-too-large": f"it has more than {LARGEST_TEXT // 2**20} MiB",
}

# Words of a text that are searched for those nearest to a quote.
MOST_WORDS = 20_000


class Spelled(NamedTuple):
    """A word of a text: in which paragraph it stands, as it is spelled there, and as words are compared."""

    paragraph: int
    text: str
    folded: str


class Text:
    """The text of a source, by paragraphs."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.lines = paragraphs(data.decode("utf-8-sig"))
        self._folded: dict[tuple[str, ...], str] = {}
        self._passages: dict[tuple[str, ...], Passage] = {}

    def passage(self, at: tuple[str, ...]) -> str:
        """The paragraphs cited; the whole text where a place is none, and nothing where it has no such one."""
        numbers = [number_of(place) for place in at]
        if not at or None in numbers:
            return "\n".join(self.lines)
        return "\n".join(self.lines[n - 1] for n in numbers if n and n <= len(self.lines))

    @cached_property
    def sha256(self) -> str:
        """The checksum of the file."""
        return sha256(self.data).hexdigest()

    @cached_property
    def spelled(self) -> list[Spelled]:
        """Its first words."""
        words = (word for number, line in enumerate(self.lines, 1) for word in split(line, number))
        return [*islice(words, MOST_WORDS)]

    def words(self, at: tuple[str, ...]) -> Passage:
        """The passage as quotes are looked for in it."""
        key = () if any(number_of(place) is None for place in at) else at
        if key not in self._passages:
            self._passages[key] = Passage(self.passage(key))
        return self._passages[key]

    def folded(self, at: tuple[str, ...]) -> str:
        """The passage as words are compared: without case, accents, punctuation and blanks."""
        if at not in self._folded:
            self._folded[at] = fold(self.passage(at))
        return self._folded[at]

    def elsewhere(self, at: tuple[str, ...], holds: "re.Pattern[str]") -> list[str]:
        """Places of paragraphs other than those cited in which the pattern is found."""
        return [
            f"p{number}"
            for number, line in enumerate(self.lines, 1)
            if f"p{number}" not in at and holds.search(line)
        ]


class Cited(NamedTuple):
    """A source and what is cited from it. `text` is None where it names none or, then with a reason, it can't be read."""

    source: Source
    items: tuple[Evidence, ...]
    text: Text | None
    unread: str = ""

    @property
    def changed(self) -> bool:
        """Whether the text is another than the one whose checksum is stated."""
        stated = self.source.sha256
        return bool(stated) and self.text is not None and self.text.sha256 != stated.lower()


def split(line: str, paragraph: int) -> Iterator[Spelled]:
    """The words of a paragraph."""
    return (Spelled(paragraph, word, fold(figured(word))) for word in line.split())


def number_of(place: str) -> int | None:
    """The number of the paragraph that a place names."""
    return int(place[1:]) if re.fullmatch(r"p[1-9][0-9]{0,8}", place) else None


def evidence(dataset: Dataset) -> Iterator[Evidence]:
    """Every item of the record, wherever it stands."""
    for row in dataset.relations:
        yield from row.evidence
    for event in dataset.events.values():
        yield from event.evidence
    for actor in dataset.actors.values():
        for trait in actor.traits:
            yield from trait.evidence
        for alias in actor.aliases:
            yield from alias.evidence
    for scenario in dataset.scenarios.values():
        yield from scenario.cites


def read(dataset: Dataset, folder: str | None) -> Iterator[Cited]:
    """Each source with its items, and its text from the folder."""
    items: dict[str, list[Evidence]] = {}
    for item in evidence(dataset):
        items.setdefault(item.source, []).append(item)
    for source in dataset.sources.values():
        cited = Cited(source, tuple(items.get(source.id, ())), None)
        yield _with_text(cited, folder) if source.text and folder is not None else cited


def _with_text(cited: Cited, folder: str) -> Cited:
    found = tree.read_file(folder, cited.source.text)
    if isinstance(found, Problem):
        return cited._replace(unread=UNREAD.get(found.name) or found.what.partition(": ")[2])
    if len(found.data) > LARGEST_TEXT:
        return cited._replace(unread=f"it has more than {LARGEST_TEXT // 2**20} MiB")
    try:
        return cited._replace(text=Text(found.data))
    except UnicodeDecodeError:
        return cited._replace(unread="it is not UTF-8")
