"""Two actors that turn out to be one: what is said of the one is said of the other from now on."""

from collections.abc import Iterator
from typing import NamedTuple

from ..errors import Fault
from ..nodes import Mapping, Node, Scalar, Sequence
from ..text import fold
from . import joining
from .draft import Draft
from .emitting import Value
from .fields import lengthened, setting, without
from .gathering import below, noted, plain, remarks
from .inserting import into
from .order import order
from .references import records, references
from .renaming import Renamed, follow, space_of

# What an actor has one of: where both have it, it must be the same.
_SINGLE = ("kind", "of", "existed")


class _Record(NamedTuple):
    key: str
    file: str
    there: Mapping
    node: Mapping


def merge(draft: Draft, kept: str, gone: str, *, join: bool = False) -> Renamed:
    """`gone` goes into `kept`; a Fault lists what stands against it.

    With `join` rows that become one are joined where they differ in evidence alone, and fields in which the
    two differ stay as `kept` has them, the others told in its note.
    """
    one, other = _record(draft, kept), _record(draft, gone)
    against = [] if join else _unlike(one, other)
    against += [*joining.loops(draft, kept, gone), *_own(draft, kept, gone)]
    twice = joining.twice(draft, kept, gone)
    against += joining.hindered(twice) if join else joining.told(twice)
    if against:
        raise Fault(f"{gone} can't go into {kept} yet. Nothing was changed.", *against)
    note, differs = _note(other, gone), [_words(other, key) for key in _differing(one, other)]
    if differs:
        note += f" It had {', '.join(differs)}."
    found = follow(draft, "who", gone, kept, itself=False)
    draft.settle()
    for group in twice:
        joining.join(draft, group)
    _single(draft, kept)
    _take(draft, kept, other)
    _annotate(draft, kept, note)
    _out(draft, kept, gone)
    return found


def _record(draft: Draft, id_: str) -> _Record:
    space_of(draft, id_, "who")
    for key in ("actors", "voices"):
        for file, there, one, node in records(draft, key):
            if one.text == id_ and isinstance(node, Mapping):
                return _Record(key, file, there, node)
    raise Fault(
        f'The record of "{id_}" is not written as `key: value` pairs. Mend that first: actorgraph check'
    )


def _unlike(one: _Record, other: _Record) -> list[str]:
    """What both have and only one can stay."""
    if one.key == "voices" and other.key == "actors":
        return ["  An actor does not go into a voice. Name them the other way round."]
    return [
        f"  They differ: {_words(one, key)}, and {_words(other, key)}. Make them alike,"
        " or --join to keep the first and note the other."
        for key in _differing(one, other)
    ]


def _differing(one: _Record, other: _Record) -> list[str]:
    if one.key != other.key:
        return []
    found = []
    for key in _SINGLE:
        first, second = one.node.get(key), other.node.get(key)
        if second is not None and (first is None or plain(first) != plain(second)):
            found += [key] if first is not None or key == "of" else []
    mine, theirs = (one.node.get("ids"), other.node.get("ids"))
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        pairs = [(mine.get(key.text), value) for key, value in theirs.pairs]
        if any(first is not None and plain(first) != plain(second) for first, second in pairs):
            found.append("ids")
    return found


def _words(record: _Record, key: str) -> str:
    value = record.node.get(key)
    held = plain(value) if value is not None else "nothing"
    if isinstance(held, dict):
        held = " ".join(f"{name} {one}" for name, one in held.items())
    return f"`{key}` {held}"


def _own(draft: Draft, kept: str, gone: str) -> list[str]:
    """Each as a part, or the aim of a trait, of the other."""
    found = []
    for name, _, id_, node in records(draft, "actors"):
        if id_.text not in (kept, gone) or not isinstance(node, Mapping):
            continue
        whole = node.get("of")
        if id_.text == kept and isinstance(whole, Scalar) and whole.text == gone:
            found.append(
                f"  {kept} is a segment of {gone}. Promote it first, or merge them the other way round."
            )
        for trait in _listed(node.get("traits")):
            toward = trait.get("toward") if isinstance(trait, Mapping) else None
            if isinstance(toward, Scalar) and toward.text in (kept, gone):
                found.append(
                    f"  {name}:{toward.line}: a trait of {id_.text} is toward {toward.text}. Take that out."
                )
    return found


def _listed(node: Node | None) -> list[Node]:
    return [] if node is None else node.items if isinstance(node, Sequence) else [node]


def _note(other: _Record, gone: str) -> str:
    """Where the merged actor comes from, and what its own note said."""
    name, note = other.node.get("name"), other.node.get("note")
    called = f" ({plain(name)})" if isinstance(name, Scalar) else ""
    return f"{gone}{called} was merged into this." + (f" Its note: {plain(note)}" if note is not None else "")


def _take(draft: Draft, kept: str, other: _Record) -> None:
    """Names, traits, places, ids and what the kept one lacks."""
    held = plain(other.node)
    assert isinstance(held, dict)
    if _record(draft, kept).key == "voices":
        return
    names = [_record(draft, kept).node.get("name"), *_called(_record(draft, kept))]
    known = {fold(one.text) for one in names if isinstance(one, Scalar)}
    aliases = []
    for alias in _aliases(held):
        called = fold(str(alias["name"] if isinstance(alias, dict) else alias))
        aliases += [alias] if called not in known else []
        known.add(called)
    _more(draft, kept, "aliases", aliases)
    if other.key == "voices":
        return
    for key in ("traits", "place"):
        given = held.get(key, [])
        here = [plain(one) for one in _listed(_record(draft, kept).node.get(key))]
        _more(
            draft,
            kept,
            key,
            [one for one in (given if isinstance(given, list) else [given]) if one not in here],
        )
    for key in ("existed", "shared"):
        if key in held and _record(draft, kept).node.get(key) is None:
            _set(draft, kept, key, held[key])
    ids = held.get("ids")
    for key, value in ids.items() if isinstance(ids, dict) else ():
        _register(draft, kept, key, value)


def _aliases(held: dict[str, Value]) -> list[Value]:
    """The name and the other names; one that several actors bear says so wherever it goes."""
    name, others = held["name"], held.get("aliases", [])
    first: Value = {"name": name, "shared": "yes"} if held.get("shared") == "yes" else name
    return [first, *(others if isinstance(others, list) else [others])]


def _called(record: _Record) -> Iterator[Node]:
    for alias in _listed(record.node.get("aliases")):
        name = alias.get("name") if isinstance(alias, Mapping) else alias
        if name is not None:
            yield name


def _more(draft: Draft, kept: str, key: str, values: list[Value]) -> None:
    """Further entries in a list, which may not be there yet."""
    if values and _record(draft, kept).node.get(key) is None:
        _set(draft, kept, key, values)
        return
    for value in values:
        record = _record(draft, kept)
        draft.edit(
            record.file, *lengthened(draft.text(record.file), record.node, key, value, order("actors"))
        )
        draft.settle()


def _set(draft: Draft, kept: str, key: str, value: Value) -> None:
    record = _record(draft, kept)
    draft.edit(record.file, setting(draft.text(record.file), record.node, key, value, order(record.key)))
    draft.settle()


def _register(draft: Draft, kept: str, key: str, value: Value) -> None:
    record = _record(draft, kept)
    there = record.node.get("ids")
    if not isinstance(there, Mapping):
        _set(draft, kept, "ids", {key: value})
    elif there.get(key) is None:
        column = int(record.node.start.column) + 2
        edits = into(draft.text(record.file), there, value, key, column=column, top=record.node.key("ids"))
        draft.edit(record.file, *edits)
        draft.settle()


def _annotate(draft: Draft, kept: str, words: str) -> None:
    record = _record(draft, kept)
    draft.edit(record.file, noted(draft.text(record.file), record.node, words, record.key))
    draft.settle()


def _single(draft: Draft, kept: str) -> None:
    """A list that named both names the one once."""
    while True:
        seen: set[tuple[int, str]] = set()
        for ref in references(draft):
            mark = (id(ref.among), ref.id)
            if ref.among is not None and mark in seen and kept in ref.id.split("."):
                draft.edit(ref.file, without(draft.text(ref.file), ref.among, ref.node))
                draft.settle()
                break
            seen.add(mark)
        else:
            return


def _out(draft: Draft, kept: str, gone: str) -> None:
    """The merged record goes; the remarks in it come to stand below the one that stays."""
    record = _record(draft, kept)
    text = draft.text(record.file)
    file, there, one, node = next(
        found for key in ("actors", "voices") for found in records(draft, key) if found[2].text == gone
    )
    old = draft.text(file)
    edit = without(old, there, node)
    found = remarks(old, edit.start, edit.end, (one, node))
    draft.edit(file, edit)
    draft.edit(record.file, *below(text, record.there, record.node, found))
