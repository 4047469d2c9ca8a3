"""Relations that become one, or a tie of an actor with itself, when two actors become one."""

from typing import NamedTuple

from ..decode.relation import derived_id
from ..nodes import Mapping, Node, Sequence
from .draft import Draft
from .emitting import Value
from .fields import lengthened, without
from .gathering import below, noted, plain, remarks
from .order import order
from .references import Row, rows
from .renaming import changed

# In these two rows of one id may differ and still be joined.
_TIME = ("when", "as-of", "gone-by")
_ALIKE = ("from", "type", "to", "against", "modality", "id", "evidence", "note", "see")


class Group(NamedTuple):
    """Rows that will have the same id; each by its file and its number in it, as lists keep their order."""

    id: str
    rows: tuple[Row, ...]
    places: tuple[tuple[str, int], ...]


def loops(draft: Draft, kept: str, gone: str) -> list[str]:
    """Rows that would tie the actor to itself."""
    found = []
    for row in rows(draft):
        if row.read is None:
            continue
        new = changed(draft, row.read, "who", gone, kept)
        if new.from_ == new.to or set(new.against) & {*new.ends}:
            what = (
                "is a tie between the two"
                if new.from_ == new.to
                else "has one of them at an end and against the other"
            )
            found.append(
                f"  {row.file}:{row.node.line}: {row.read.id} {what}. Take it out first, or give it another end."
            )
    return found


def twice(draft: Draft, kept: str, gone: str) -> list[Group]:
    """Rows that would have one id, and of which at least one is of the actor that goes."""
    found: dict[str, list[tuple[Row, tuple[str, int]]]] = {}
    numbers: dict[str, int] = {}
    for row in rows(draft):
        number = numbers[row.file] = numbers.get(row.file, -1) + 1
        if row.read is None:
            continue
        own = isinstance(row.node, Mapping) and row.node.get("id") is not None
        id_ = row.read.id if own else derived_id(changed(draft, row.read, "who", gone, kept))
        found.setdefault(id_, []).append((row, (row.file, number)))
    return [
        Group(id_, tuple(row for row, _ in group), tuple(place for _, place in group))
        for id_, group in found.items()
        if len(group) > 1
    ]


def told(groups: list[Group]) -> list[str]:
    """What to do about rows that become one."""
    return [
        f"  {_where(group)} become one relation, {group.id}. Give one of them an `id` of its own,"
        f" or --join to put their evidence together{_unless(group)}."
        for group in groups
    ]


def hindered(groups: list[Group]) -> list[str]:
    """What stands against putting their evidence together."""
    found = []
    for group in groups:
        why = _hindrance(group)
        if why:
            found.append(f"  {_where(group)} can't be joined: {why}. Give one of them an `id` of its own.")
    return found


def _where(group: Group) -> str:
    return " and ".join(f"{row.file}:{row.node.line}" for row in group.rows)


def _unless(group: Group) -> str:
    why = _hindrance(group)
    return f" (not yet: {why})" if why else ""


def _hindrance(group: Group) -> str:
    first, *others = (plain(row.node) for row in group.rows)
    assert isinstance(first, dict)
    for other in others:
        assert isinstance(other, dict)
        for key in {**first, **other}:
            if key not in (*_ALIKE, *_TIME) and first.get(key) != other.get(key):
                return f"they differ in `{key}`"
        mine, theirs = (_times(one) for one in (first, other))
        if mine != theirs and not theirs and any(not _dated(item) for item in _items(other)):
            return (
                "the dates of the first row would count for evidence of the second; put them into its items"
            )
        if mine != theirs and not (_items(first) and _items(other)):
            return "they have other dates, and one of them has no evidence"
    return ""


def _times(row: dict[str, Value]) -> dict[str, Value]:
    return {key: row[key] for key in _TIME if key in row}


def _items(row: dict[str, Value]) -> list[Value]:
    found = row.get("evidence", [])
    return found if isinstance(found, list) else [found]


def _dated(item: Value) -> bool:
    return isinstance(item, dict) and any(key in item for key in _TIME)


def join(draft: Draft, group: Group) -> None:
    """The first row takes the evidence, notes and `see` of the others, which go; the draft has been settled."""
    for place in reversed(group.places[1:]):  # from the end, so that the numbers stay true
        _, node = _at(draft, *place)
        other = plain(node)
        first = plain(_at(draft, *group.places[0])[1])
        assert isinstance(other, dict)
        assert isinstance(first, dict)
        own = _times(other) if _times(first) != _times(other) else {}
        for item in _items(other):
            _one_more(draft, group.places[0], "evidence", item if _dated(item) else _with(item, own))
        see = other.get("see", [])
        for id_ in see if isinstance(see, list) else [see]:
            if id_ != group.id:
                _one_more(draft, group.places[0], "see", id_)
        if isinstance(other.get("note"), str):
            row = _at(draft, *group.places[0])[1]
            draft.edit(
                group.places[0][0],
                noted(draft.text(group.places[0][0]), row, str(other["note"]), "relations"),
            )
            draft.settle()
        _out(draft, group.places[0], place)
    _not_itself(draft, group)


def _not_itself(draft: Draft, group: Group) -> None:
    """The rows that are one now may have been read together."""
    file = group.places[0][0]
    row = _at(draft, *group.places[0])[1]
    see = row.get("see")
    if see is not None and plain(see) in (group.id, [group.id]):
        draft.edit(file, without(draft.text(file), row, see))
    elif isinstance(see, Sequence):
        own = next((one for one in see.items if plain(one) == group.id), None)
        if own is not None:
            draft.edit(file, without(draft.text(file), see, own))
    draft.settle()


def _at(draft: Draft, file: str, number: int) -> tuple[Sequence, Mapping]:
    root = draft.root(file)
    there = root.get("relations") if root else None
    assert isinstance(there, Sequence)
    node: Node = there.items[number]
    assert isinstance(node, Mapping)
    return there, node


def _with(item: Value, own: dict[str, Value]) -> Value:
    """An item with the time of its row written into it."""
    if not own:
        return item
    if isinstance(item, str):
        item = dict(zip(("source", "at", "says", "stance"), item.split(), strict=False))
    assert isinstance(item, dict)
    keys = order("evidence")
    return dict(sorted({**item, **own}.items(), key=lambda pair: keys.index(pair[0])))


def _one_more(draft: Draft, place: tuple[str, int], key: str, value: Value) -> None:
    row = _at(draft, *place)[1]
    text = draft.text(place[0])
    here = plain(row.get(key)) if row.get(key) is not None else []
    if value not in (here if isinstance(here, list) else [here]):
        draft.edit(place[0], *lengthened(text, row, key, value, order("relations")))
        draft.settle()


def _out(draft: Draft, kept: tuple[str, int], gone: tuple[str, int]) -> None:
    there, node = _at(draft, *gone)
    text = draft.text(gone[0])
    edit = without(text, there, node)
    found = remarks(text, edit.start, edit.end, (node,))
    draft.edit(gone[0], edit)
    there, node = _at(draft, *kept)
    draft.edit(kept[0], *below(draft.text(kept[0]), there, node, found))
    draft.settle()
