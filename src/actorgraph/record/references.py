"""Every place in the files that names a record: found by the tables by which reading knows the fields."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..decode import about, evidence, relation, scenario, source, values
from ..decode.reader import Either, Nested, Pairs, Several, Shape
from ..model import Relation
from ..nodes import Mapping, Node, Scalar, Sequence
from .draft import Draft
from .edits import Edit, is_block_text, line_end, value_end
from .fields import reworded
from .order import RECORDS

# Ids are unique within one of these; actors and voices share `who`. A row of `suppress` names any of them.
SPACES = {
    "actors": "who",
    "voices": "who",
    "sources": "source",
    "events": "event",
    "types": "type",
    "scenarios": "scenario",
    "relations": "relation",
}
ANY = "any"
_READERS = {
    values.actor: "who",
    values.voice: "who",
    source.speaker: "who",
    values.source: "source",
    relation.event: "event",
    relation.type_: "type",
}
# Fields that are read as plain text, since a check looks them up later: by the name of their shape.
_TEXTS = {
    ("relation", "see"): "relation",
    ("event", "see"): "relation",
    ("added", "see"): "relation",
    ("scenario", "see"): "relation",
    ("scenario", "unless"): "relation",
    ("edit", "end"): "relation",
    ("edit", "holds"): "relation",
    ("changed", "id"): "relation",
    ("coverage", "actors"): "who",
    ("coverage", "sources"): "source",
    ("coverage", "types"): "type",
    ("suppress", "at"): ANY,
}


class Reference(NamedTuple):
    """An id in a file: the whole of a text, or one word of it; the list it stands in; whether it declares a record."""

    space: str
    file: str
    node: Scalar
    id: str
    word: int | None = None
    among: Sequence | None = None
    declares: bool = False


class Row(NamedTuple):
    """A relation as typed, where it stands, and as it was read; None where an error kept it out."""

    file: str
    there: Sequence
    node: Node
    read: Relation | None


def rows(draft: Draft) -> Iterator[Row]:
    """The relations of a draft that has not been settled yet."""
    found = {
        (row.where.file, row.where.line, row.where.column): row for row in draft.loaded.dataset.relations
    }
    for name in draft.names("relations"):
        root = draft.root(name)
        there = root.get("relations") if root else None
        for node in there.items if isinstance(there, Sequence) else ():
            assert isinstance(there, Sequence)
            yield Row(name, there, node, found.get((name, node.line, node.column)))


def records(draft: Draft, key: str) -> Iterator[tuple[str, Mapping, Scalar, Node]]:
    """The records under that top key: the file, the mapping they stand in, the id and the record."""
    family = "sources" if key == "voices" else key
    for name in draft.names(family):
        root = draft.root(name)
        there = root.get(key) if root else None
        if isinstance(there, Mapping):
            for id_, node in there.pairs:
                yield name, there, id_, node


def references(draft: Draft) -> Iterator[Reference]:
    """Every reference in every file, those that declare included."""
    for name in draft.names("dataset"):
        yield from _placed(name, _fields(about.SHAPE, draft.root(name)))
    for key, shape in _shapes().items():
        for name, _, id_, node in records(draft, key):
            yield Reference(SPACES[key], name, id_, id_.text, declares=True)
            yield from _placed(name, _fields(shape, node))
    for name in draft.names("relations"):
        root = draft.root(name)
        there = root.get("relations") if root else None
        for node in there.items if isinstance(there, Sequence) else ():
            own = node.get("id") if isinstance(node, Mapping) else None
            if isinstance(own, Scalar):
                yield Reference("relation", name, own, own.text, declares=True)
            yield from _placed(name, _fields(relation.SHAPE, node))


def renamed(text: str, ref: Reference, new: str) -> Edit:
    """The id alone replaced, whatever else its text holds and however it is quoted."""
    begin, end = int(ref.node.start.index), value_end(text, ref.node)
    if is_block_text(text, ref.node):
        begin = line_end(text, begin)
    word = re.compile(rf"(?<![^\s'\"]){re.escape(ref.id)}(?![^\s'\"])")
    typed, read = list(word.finditer(text, begin, end)), list(word.finditer(ref.node.text))
    words = list(re.finditer(r"\S+", ref.node.text))
    at = words[ref.word or 0].start()
    if len(typed) == len(read):  # else it is typed with escapes
        found = typed[[one.start() for one in read].index(at)]
        return Edit(found.start(), found.end(), new)
    return reworded(text, ref.node, f"{ref.node.text[:at]}{new}{ref.node.text[at + len(ref.id) :]}")


def _shapes() -> dict[str, Shape]:
    return {
        key: shape for key, shape in {**RECORDS, "scenarios": scenario.SHAPE}.items() if key != "relations"
    }


def _placed(file: str, found: Iterator[Reference]) -> Iterator[Reference]:
    for one in found:
        yield one._replace(file=file)


def _fields(shape: Shape, node: Node | None) -> Iterator[Reference]:
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            field = shape.fields.get(key.text)
            if field:
                yield from _value(field.read, value, _TEXTS.get((shape.name, key.text), ""))


def _value(read: Any, node: Node, space: str, among: Sequence | None = None) -> Iterator[Reference]:
    """What is named in a value; readers made of readers tell in their attributes what they are made of."""
    if isinstance(read, Several):
        listed = node if isinstance(node, Sequence) else None
        for one in listed.items if listed else [node]:
            yield from _value(read.one, one, space, listed)
    elif isinstance(read, Either) and not isinstance(node, Scalar):
        yield from _value(read.long, node, space)
    elif isinstance(read, Either):
        if read.short is evidence.short:
            yield from _short(node)
    elif isinstance(read, Nested):
        yield from _fields(read.shape, node)
    elif isinstance(read, Pairs):
        for _, value in node.pairs if isinstance(node, Mapping) else ():
            yield from _value(read.one, value, space)
    elif isinstance(node, Scalar) and (space or read in _READERS) and node.text.strip() == node.text != "":
        yield Reference(space or _READERS[read], "", node, node.text, among=among)


def _short(node: Node) -> Iterator[Reference]:
    words = node.text.split() if isinstance(node, Scalar) else []
    for number, space in ((0, "source"), (2, "who")):
        if len(words) > number:
            assert isinstance(node, Scalar)
            yield Reference(space, "", node, words[number], number)
