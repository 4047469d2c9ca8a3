"""The permanent id of a claim: the tie's id, then a mark that is another as soon as the claim means something else.

The mark is a letter for how it is made and five digits each of three hashes: what is claimed, when, on whose word.
Order, layout, comments, notes and names are in none of them; actors, voices and sources count by their ids.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..model import Evidence
from ..period import Interval
from ..sight import Seen

LETTER: Final = "v"  # another one as soon as the same record gets other digits; from g on, which no digit is
PARTS: Final = ("what is claimed", "when", "on whose word")
DIGITS: Final = 5
_ALL: Final = DIGITS * len(PARTS)
_WRITTEN: Final = re.compile(
    r"(?<![A-Za-z0-9.@-])([a-z0-9]+(?:[.-][a-z0-9]+)*)@([g-z])([0-9a-f]{15}|(?<=v)[0-9a-f]{8,40})(?![A-Za-z0-9])"
)
_SHAPE: Final = re.compile(r"([^@\s]+)@([a-z])([0-9a-f]+)", re.IGNORECASE)


class Permanent(NamedTuple):
    """A permanent id as it was written down: the tie's id, the letter and the digits of its mark."""

    relation: str
    letter: str
    digits: str

    @property
    def text(self) -> str:
        return f"{self.relation}@{self.letter}{self.digits}"

    @property
    def whole(self) -> bool:
        """Whether it has as many digits as such an id has; of another letter that is not known."""
        return self.letter != LETTER or len(self.digits) == _ALL

    def changed(self, now: "Permanent") -> tuple[str, ...]:
        """The parts in which the claim has changed since."""
        pairs = zip(PARTS, _cut(self.digits), _cut(now.digits), strict=True)
        return tuple(part for part, was, is_ in pairs if was != is_)


def permanent(seen: Seen, dataset: Dataset) -> Permanent:
    """The permanent id of a tie seen through no lens."""
    parts = (_claimed(seen, dataset), _when(seen), _word(seen))
    return Permanent(seen.relation.id, LETTER, "".join(map(_hash, PARTS, parts)))


def read(word: str) -> Permanent | None:
    """The permanent id in a word, None where it has no mark."""
    if "@" not in word:
        return None
    found = _SHAPE.fullmatch(word.strip())
    if found is None:
        raise Fault(
            f'"{word}" is no permanent id. It ends in @, a letter and {_ALL} digits 0 to 9 or a to f.'
        )
    return Permanent(found[1].lower(), found[2].lower(), found[3].lower())


def written(text: str) -> Iterator[tuple[int, Permanent]]:
    """The permanent ids in a text, each with its line."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in _WRITTEN.finditer(line):
            yield number, Permanent(*found.groups())


def _claimed(seen: Seen, dataset: Dataset) -> list[Any]:
    row = seen.relation
    return [
        row.from_, row.type, dataset.type_of(row).sign, row.to, sorted(row.against), row.modality, _flat(row.if_),
        sorted(row.means), row.extent, row.priority, _flat(row.scope), sorted(map(_flat, row.place)), row.event,
    ]  # fmt: skip


def _when(seen: Seen) -> list[Any]:
    """The dates of each item; those of the row where there is none."""
    row = seen.relation
    if not row.evidence:
        return [[_interval(row.when), _interval(row.as_of), row.gone_by.text if row.gone_by else ""]]
    return sorted(
        [
            *_place(item), _interval(item.time.when), _interval(item.time.as_of),
            item.time.gone_by.text if item.time.gone_by else "", item.time.said.text if item.time.said else "",
        ]
        for item in row.evidence
    )  # fmt: skip


def _word(seen: Seen) -> list[Any]:
    """What each voice says, the standing that follows, and how surely it was read and judged."""
    row = seen.relation
    items = sorted(
        [
            *_place(item), list(item.via), item.stance, _flat(item.hedge), item.likelihood, item.confidence,
            item.credibility, _flat(item.gist), _flat(item.quote),
        ]
        for item in row.evidence
    )  # fmt: skip
    judged = row.assessment
    told = [judged.confidence, _flat(judged.by), judged.on.text, _flat(judged.why)] if judged else []
    return [items, seen.standing, len(seen.backing.groups), told, row.coding]


def _place(item: Evidence) -> list[Any]:
    return [item.source, sorted(item.at), item.says]


def _interval(found: Interval | None) -> list[str]:
    """An interval by what it means: a start `..` and an empty one are the same."""
    if found is None:
        return []
    start = found.start.text if found.start else ""
    end = found.end.text if found.end else ".." if found.goes_on else ""
    return [start] if found.single else [start, end]


def _flat(text: str) -> str:
    """Words however they are broken into lines, and letters however they are composed."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFC", text)
    return " ".join(text.split())


def _hash(part: str, content: list[Any]) -> str:
    from hashlib import sha256
    from json import dumps

    told = dumps([LETTER, part, content], ensure_ascii=True, separators=(",", ":"))
    return sha256(told.encode("ascii")).hexdigest()[:DIGITS]


def _cut(digits: str) -> list[str]:
    return [digits[at : at + DIGITS] for at in range(0, _ALL, DIGITS)]
