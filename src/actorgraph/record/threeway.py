"""Two branches of a file made one: by record, and in a record that both changed by field."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from .. import nodes
from .chunks import Chunk, Pieces, pieces
from .edits import line_break
from .emitting import Value, flow
from .gathering import plain
from .splicing import put, remarked, remarks, shifted

MARK = 7
_SHOWN = 60
_REMARK = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)


class Conflict(NamedTuple):
    """A field that both changed, or a record that one changed and the other took out, where `field` is empty."""

    id: str
    field: str
    base: Value | None
    ours: Value | None
    theirs: Value | None

    @property
    def words(self) -> str:
        """What differs, in a line."""
        if not self.field:
            gone, changed = ("ours", "theirs") if self.ours is None else ("theirs", "ours")
            return f"{self.id}: {gone} took it out, {changed} changed it"
        was = f", before: {_shown(self.base)}" if self.base is not None else ""
        return f"{self.id}, field {self.field}: ours: {_shown(self.ours)}, theirs: {_shown(self.theirs)}{was}"


class Merged(NamedTuple):
    """The text of both, with markers around each record in which they conflict."""

    text: str
    conflicts: tuple[Conflict, ...]


class _Part(NamedTuple):
    """The outcome of a chunk; no value where one took it out and only a remark of the other's is left."""

    text: str
    value: Value | None
    conflicts: tuple[Conflict, ...] = ()


def merged(base: str, ours: str, theirs: str, name: str, mark: int = MARK) -> Merged | None:
    """The file with what both changed; None where it can't be told by record, and git has to go by lines."""
    ends, last = line_break(ours or theirs), ours.endswith(("\n", "\r")) or not ours
    bom = "\ufeff" if ours.startswith("\ufeff") else ""
    cut = [pieces(_plain(text), name) for text in (base, ours, theirs)]
    if cut[0] is None or cut[1] is None or cut[2] is None:
        return None
    found = _Merge(mark).pieces(cut[0], cut[1], cut[2])
    if not found.conflicts:
        root, problems = nodes.read(found.text.encode(), name)
        if any(one.severity == "error" and one.name != "empty-file" for one in problems):
            return None
        if plain(root) != (found.value or ""):
            return None
    text = found.text if last or found.conflicts else found.text.removesuffix("\n")
    return Merged(bom + text.replace("\n", ends), found.conflicts)


def _plain(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if not text or text.endswith("\n") else f"{text}\n"


def _shown(value: Value | None) -> str:
    if value is None:
        return "nothing"
    words = value if isinstance(value, str) else flow(value)
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 4]} ..."


class _Merge:
    def __init__(self, mark: int) -> None:
        self.mark = mark

    def pieces(self, base: Pieces | None, ours: Pieces, theirs: Pieces) -> _Part:
        """All chunks in the order of ours, those that only theirs has after the one they follow there."""
        known = {one.id: one for one in base.chunks} if base else {}
        other = {one.id: one for one in theirs.chunks}
        column = ours.chunks[0].column if ours.chunks else None
        parts: dict[str, _Part | None] = {
            one.id: self.chunk(known.get(one.id), one, other.get(one.id), column) for one in ours.chunks
        }
        order = [one.id for one in ours.chunks]
        before: str | None = None
        for one in theirs.chunks:
            if one.id not in parts:
                parts[one.id] = self.chunk(known.get(one.id), None, one, column)
                order.insert(order.index(before) + 1 if before is not None else 0, one.id)
            before = one.id
        kept = {id_: part for id_ in order if (part := parts[id_]) is not None}
        value: Value = (
            [part.value for part in kept.values() if part.value is not None]
            if ours.listed or theirs.listed
            else {id_: part.value for id_, part in kept.items() if part.value is not None}
        )
        head = _lines(base.head if base else "", ours.head, theirs.head)
        tail = _lines(base.tail if base else "", ours.tail, theirs.tail)
        text = head + "".join(part.text for part in kept.values()) + tail
        return _Part(text, value, tuple(one for part in kept.values() for one in part.conflicts))

    def chunk(
        self, base: Chunk | None, ours: Chunk | None, theirs: Chunk | None, column: int | None
    ) -> _Part | None:
        if theirs is not None and column is not None and theirs.column != column:
            theirs = shifted(theirs, column)
        if base is not None and column is not None and base.column != column:
            base = shifted(base, column)
        if ours is None or theirs is None:
            return self.alone(base, ours, theirs)
        if ours.text == theirs.text or (base and theirs.text == base.text):
            return _Part(ours.text, ours.value)
        if base and ours.text == base.text:
            return _Part(theirs.text, theirs.value)
        if ours.inner and theirs.inner and ours.inner.listed == theirs.inner.listed:
            return self.pieces(base.inner if base else None, ours.inner, theirs.inner)
        return self.fields(base, ours, theirs)

    def alone(self, base: Chunk | None, ours: Chunk | None, theirs: Chunk | None) -> _Part | None:
        """A record that one of the two does not have: it is new, or the other took it out."""
        here = ours or theirs
        assert here is not None
        if base is None:
            return _Part(here.text, here.value)
        if here.value == base.value:
            left = "".join(f"{' ' * here.column}{one}\n" for one in _added(base, here))
            return _Part(left, None) if left else None
        conflict = Conflict(
            here.id, "", base.value, ours.value if ours else None, theirs.value if theirs else None
        )
        lead, body = here.text[: here.lead], here.text[here.lead :]
        return _Part(
            lead + self.marked(here.id, "", body if ours else "", body if theirs else ""),
            here.value,
            (conflict,),
        )

    def fields(self, base: Chunk | None, ours: Chunk, theirs: Chunk) -> _Part:
        """A record that both changed: the fields of each, and those that both changed as conflicts."""
        old = base.value if base else None
        mine, others = ours.value, theirs.value
        if not isinstance(mine, dict) or not isinstance(others, dict):
            return self.whole(base, ours, theirs)
        was = old if isinstance(old, dict) else {}
        taken: list[str] = []
        both: list[str] = []
        for key in {**mine, **others}:
            a, b, o = mine.get(key), others.get(key), was.get(key)
            if a != b and b != o:
                (taken if a == o else both).append(key)
        left = put(ours, taken, others)
        right = put(ours, [*taken, *both], others)
        lead, left = remarked(left, ours, _new(base, ours, theirs))
        conflicts = tuple(
            Conflict(ours.id, key, was.get(key), mine.get(key), others.get(key)) for key in both
        )
        value = _with(mine, taken, others)
        if not conflicts:
            return _Part(lead + left, value)
        body = remarked(right, ours, ())[1]
        return _Part(lead + self.marked(ours.id, ", ".join(both), left, body), value, conflicts)

    def whole(self, base: Chunk | None, ours: Chunk, theirs: Chunk) -> _Part:
        """What has no fields."""
        new = _new(base, ours, theirs)
        if ours.value == theirs.value or (base and theirs.value == base.value):
            return _Part("".join(remarked(ours.text, ours, new)), ours.value)
        if base and ours.value == base.value:
            return _Part("".join(remarked(theirs.text, theirs, _new(base, theirs, ours))), theirs.value)
        lead, left = remarked(ours.text, ours, new)
        right = theirs.text[theirs.lead :]
        conflict = Conflict(ours.id, "value", base.value if base else None, ours.value, theirs.value)
        return _Part(lead + self.marked(ours.id, "", left, right), ours.value, (conflict,))

    def marked(self, id_: str, field: str, ours: str, theirs: str) -> str:
        """Both sides between the markers that git and editors know, with what they are about."""
        about = f"{id_}, field {field}" if field else id_
        gone = ", taken out"
        return (
            f"{'<' * self.mark} ours: {about}{gone if not ours else ''}\n{ours}"
            f"{'=' * self.mark}\n{theirs}"
            f"{'>' * self.mark} theirs: {about}{gone if not theirs else ''}\n"
        )


def _with(mine: dict[str, Value], keys: Iterable[str], others: dict[str, Value]) -> dict[str, Value]:
    found = dict(mine)
    for key in keys:
        if key in others:
            found[key] = others[key]
        else:
            found.pop(key, None)
    return found


def _new(base: Chunk | None, ours: Chunk, theirs: Chunk) -> list[str]:
    """The remarks of theirs that neither the base nor ours has."""
    return _added(base, theirs, remarks(ours))


def _added(base: Chunk | None, changed: Chunk, others: Iterable[str] = ()) -> list[str]:
    known = Counter(others) | Counter(remarks(base) if base else ())
    found = []
    for one in remarks(changed):
        if known[one]:
            known[one] -= 1
        else:
            found.append(one)
    return found


def _lines(base: str, ours: str, theirs: str) -> str:
    """Lines that hold no records: of whoever changed them, and where both did those of ours and what theirs has new."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    known = {one for text in (base, ours) for one in _REMARK.findall(text)}
    return "".join(f"{one}\n" for one in _REMARK.findall(theirs) if one not in known) + ours
