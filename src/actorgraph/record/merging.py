"""Many records into a data set at once: what is there already, what stands against it, and the rest appended."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from ..nodes import Mapping as Fields
from ..nodes import Node, Scalar, Sequence
from ..text import fold
from .draft import Draft
from .edits import Edit, is_flow, line_end, remarks_end, value_end
from .emitting import Value, item, pair
from .fields import without
from .inserting import insert

# Of each top key, the family of files in which it stands.
FAMILIES: Final = {
    "types": "types", "sources": "sources", "voices": "sources", "actors": "actors", "events": "events",
    "relations": "relations",
}  # fmt: skip
Record = dict[str, Value]


class Met(NamedTuple):
    """What the new records met: by top key how many are new, how many stand there as they are, and ids that differ."""

    new: dict[str, int]
    there: dict[str, int]
    unlike: dict[str, list[str]]
    alike: list[tuple[str, str, str]]


class _Place(NamedTuple):
    file: str
    within: Fields | Sequence
    value: Node


def text(key: str, records: Mapping[str, Record]) -> str:
    """The records under their top key, as a file has them: one that fits stands on one line."""
    return "\n".join([f"{key}:", *_lines(key, records)]) + "\n"


def merge(draft: Draft, records: Mapping[str, Mapping[str, Record]], replace: bool) -> Met:
    """The records into the draft; those that differ from one of the same id there only where `replace` says so."""
    met = Met({}, {}, {}, list(_alike(draft, records.get("actors", {}))))
    for key, rows in records.items():
        places = _places(draft, key)
        fresh: dict[str, Record] = {}
        for id_, record in rows.items():
            place = places.get(id_)
            if place is None:
                fresh[id_] = record
                met.new[key] = met.new.get(key, 0) + 1
            elif _plain(place.value) == record:
                met.there[key] = met.there.get(key, 0) + 1
            else:
                met.unlike.setdefault(key, []).append(id_)
                if replace:
                    draft.edit(place.file, without(draft.text(place.file), place.within, place.value))
                    fresh[id_] = record
        if fresh:
            _append(draft, key, fresh, {id(place.value) for id_, place in places.items() if id_ in fresh})
    return met


def _append(draft: Draft, key: str, records: dict[str, Record], gone: set[int]) -> None:
    """After the last record under the key; what is taken out meanwhile is passed over."""
    family = FAMILIES[key]
    names = draft.names(family)
    having = [name for name in names if (root := draft.root(name)) is not None and root.get(key) is not None]
    if not having:
        name = (names or [f"{family}.yaml"])[-1]
        before = draft.after.get(name, b"").decode("utf-8-sig")
        draft.put(
            name, (before if not before or before.endswith("\n") else f"{before}\n") + text(key, records)
        )
        return
    name = having[-1]
    words, root = draft.text(name), draft.root(name)
    assert root is not None
    there = root.get(key)
    assert there is not None
    entries = [one for one in _entries(there) if id(one) not in gone]
    (first, record), *rest = records.items()
    if is_flow(words, there) or not entries:
        # Between brackets, or in an empty place: one by one, as a person would.
        for id_, one in records.items() if entries else [(first, record)]:
            insert(draft, family, one, None if key == "relations" else id_, key=key, file=name)
        if entries or not rest:
            return
        top = root.key(key)
        assert top is not None
        at = line_end(words, max(value_end(words, there), words.index(":", top.end.index) + 1))
        draft.edit(name, Edit(at, at, "".join(f"\n{line}" for line in _lines(key, dict(rest)))))
        return
    column = int(there.start.column)
    end = remarks_end(words, entries[-1], column)
    draft.edit(name, Edit(end, end, "".join(f"\n{line}" for line in _lines(key, records, column))))


def _lines(key: str, records: Mapping[str, Record], column: int = 2) -> Iterable[str]:
    for id_, record in records.items():
        yield from item(record, column) if key == "relations" else pair(id_, record, column)


def _places(draft: Draft, key: str) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for name in draft.names(FAMILIES[key]):
        root = draft.root(name)
        there = root.get(key) if root is not None else None
        if isinstance(there, Fields):
            found |= {one.text: _Place(name, there, value) for one, value in there.pairs}
        elif isinstance(there, Sequence) and key == "relations":
            starts = {
                (row.where.line, row.where.column): row.id
                for row in draft.loaded.dataset.relations
                if row.where.file == name
            }
            for value in there.items:
                if id_ := starts.get((value.line, value.column)):
                    found[id_] = _Place(name, there, value)
    return found


def _alike(draft: Draft, actors: Mapping[str, Record]) -> Iterable[tuple[str, str, str]]:
    """New actors that bear a name of one that is there under another id: id, name, the other id."""
    bearers: dict[str, str] = {}
    for actor in draft.loaded.dataset.actors.values():
        for name in (actor.name, *(alias.name for alias in actor.aliases)):
            bearers.setdefault(fold(name), actor.id)
    for id_, record in actors.items():
        aliases = record.get("aliases", [])
        named = [alias.get("name", "") if isinstance(alias, dict) else alias for alias in aliases]
        for name in map(str, (record.get("name", ""), *named)):
            other = bearers.get(fold(name), id_)
            if other != id_:
                yield id_, name, other
                break


def _entries(there: Node) -> list[Node]:
    if isinstance(there, Fields):
        return [value for _, value in there.pairs]
    return list(there.items) if isinstance(there, Sequence) else []


def _plain(node: Node) -> Value:
    if isinstance(node, Fields):
        return {key.text: _plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [_plain(one) for one in node.items]
    return node.text if isinstance(node, Scalar) else ""
