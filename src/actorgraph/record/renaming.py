"""Another id for a record, and every reference to it; the ids made of it follow."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..decode.relation import derived_id
from ..decode.values import is_id
from ..errors import Fault
from ..model import Relation
from ..nodes import Mapping
from ..text import near, slug
from ..view.names import bearers, words
from .draft import Draft
from .emitting import Value
from .fields import lengthened, setting
from .naming import relation
from .order import order
from .references import ANY, SPACES, Reference, records, references, renamed, rows

NOUNS = {
    "who": "an actor or voice",
    "source": "a source",
    "event": "an event",
    "type": "a type",
    "scenario": "a scenario",
    "relation": "a relation",
}
_NAMED = {"actors": "name", "voices": "name", "sources": "title", "events": "name", "scenarios": "name"}


class Renamed(NamedTuple):
    """How many places named the record, and the ids of relations that were made of its id: before, after."""

    places: int
    relations: dict[str, str]


def called(draft: Draft, word: str, what: str | None = None) -> str:
    """The id of the record that is meant: by its id, or by a name as questions take it; a Fault names those it may be."""
    known = _known(draft)
    if what is not None and what not in known:
        raise Fault(f'"{what}" is no kind of record. It is one of: {", ".join(known)}')
    ids = [one for space, ids in known.items() if what in (None, space) for one in ids]
    if word in ids:
        return word
    dataset = draft.loaded.dataset
    named: dict[str, list[str]] = {}
    if what in (None, "who"):
        named |= {one.id: words(one) for one in dataset.actors.values()}
        named |= {one.id: [one.id, one.name] for one in dataset.voices.values()}
    if what in (None, "source"):
        named |= {one.id: [one.id, one.title, *filter(None, [one.label])] for one in dataset.sources.values()}
    if what in (None, "event"):
        named |= {one.id: [one.id, one.name] for one in dataset.events.values()}
    found = bearers(word, named)
    if len(found) > 1:
        raise Fault(
            f'"{word}" may stand for {len(found)} records; say which:',
            *(f"  {id_}  {named[id_][1]}" for id_ in found),
        )
    if found:
        return found[0]
    if what in (None, "relation") and len(word.split()) > 2:
        return relation(word, dataset).id
    raise unknown(word, ids)


def rename(
    draft: Draft,
    old: str,
    new: str,
    what: str | None = None,
    name: str | None = None,
    aliases: Sequence[str] = (),
) -> Renamed:
    """The record `old` is `new` from now on, in all files; `name` is its new printed name, `aliases` further ones."""
    space = space_of(draft, old, what)
    if old != new:
        _fit(draft, space, old, new)
    elif name is None and not aliases:
        raise Fault(
            f"{old} has that id already. Another name for it: --name NAME, one more: --alias NAME",
        )
    found = follow(draft, space, old, new) if old != new else Renamed(0, {})
    if name is not None:
        draft.settle()
        _name(draft, space, new, name)
    for alias in aliases:
        draft.settle()
        _alias(draft, new, alias)
    return found


def space_of(draft: Draft, id_: str, what: str | None = None) -> str:
    """Among which ids that one stands; a Fault names those near it, or asks which of several is meant."""
    known = _known(draft)
    if what is not None and what not in known:
        raise Fault(f'"{what}" is no kind of record. It is one of: {", ".join(known)}')
    spaces = [space for space, ids in known.items() if id_ in ids and what in (None, space)]
    if len(spaces) == 1:
        return _declared(draft, spaces[0], id_)
    if spaces:
        told = " and ".join(NOUNS[space] for space in spaces)
        raise Fault(f'"{id_}" is {told}. Say which: {" or ".join(f"--what {space}" for space in spaces)}')
    raise unknown(id_, [one for space, ids in known.items() if what in (None, space) for one in ids])


def unknown(id_: str, ids: list[str]) -> Fault:
    """No record bears that id; the nearest that are borne."""
    found = near(id_, list(dict.fromkeys(ids)), 3)
    if not found:
        return Fault(f'No record has the id "{id_}". All ids: actorgraph list actors --format csv')
    return Fault(f'No record has the id "{id_}". Nearest: {", ".join(found)}')


def _known(draft: Draft) -> dict[str, list[str]]:
    dataset = draft.loaded.dataset
    found = {
        "who": [*dataset.actors, *dataset.voices],
        "relation": [row.id for row in dataset.relations],
    }
    for key, space in SPACES.items():
        if space != "relation":
            found.setdefault(space, []).extend(id_.text for _, _, id_, _ in records(draft, key))
    return found


def _declared(draft: Draft, space: str, id_: str) -> str:
    """The space, where the id is written down as one; a voice may be made of the words of a source."""
    if space == "relation":
        return space
    for key in SPACES:
        if SPACES[key] == space and any(one.text == id_ for _, _, one, _ in records(draft, key)):
            return space
    voice = draft.loaded.dataset.voices[id_]
    raise Fault(
        f'{id_} is made of the words "{voice.name}" of a source ({voice.where.file}:{voice.where.line}).'
        f" Declare it under `voices:` in sources.yaml first, and write its id there."
    )


def _fit(draft: Draft, space: str, old: str, new: str) -> None:
    """Whether the new id is one, and free."""
    if not is_id(new.replace(".", "-") if space == "relation" else new):
        write = slug(new)
        raise Fault(
            f'"{new}" is not an id: small letters a to z, digits and single hyphens, at most 64.'
            + (f" Such as: {write}" if write else "")
        )
    if new in _known(draft)[space] or (space == "type" and draft.loaded.dataset.vocabulary.canonical(new)):
        more = f" To make them one: actorgraph merge {new} {old}" if space == "who" else ""
        raise Fault(f'The id "{new}" is taken.{more}')
    if space == "who" and new == "author":
        raise Fault('"author" stands for the own voice of each source. Choose another id.')


def follow(draft: Draft, space: str, old: str, new: str, *, itself: bool = True) -> Renamed:
    """Every reference to `old` names `new`, and the ids of relations made of it follow; `itself`: its own id too."""
    if space == "type":
        _own(old)
    ids = {old: new} if space == "relation" else _following(draft, space, old, new)
    places = 0
    for ref in references(draft):
        to = _to(ref, space, old, new, ids)
        if to and (itself or not ref.declares):
            draft.edit(ref.file, renamed(draft.text(ref.file), ref, to))
            places += 1
    if space == "relation":
        for row in rows(draft):
            if (
                row.read
                and row.read.id == old
                and isinstance(row.node, Mapping)
                and row.node.get("id") is None
            ):
                text = draft.text(row.file)
                draft.edit(row.file, setting(text, row.node, "id", new, order("relations")))
                places += 1
    return Renamed(places, {} if space == "relation" else ids)


def _own(name: str) -> None:
    from ..vocabulary import shipped

    if name in shipped().types:
        raise Fault(
            f'"{name}" is a type of the program\'s own, which types.yaml redefines: it keeps its name.'
        )


def _to(ref: Reference, space: str, old: str, new: str, ids: dict[str, str]) -> str | None:
    if ref.id == old and ref.space in (space, ANY):
        return new
    return ids.get(ref.id) if ref.space in ("relation", ANY) and not ref.declares else None


def _following(draft: Draft, space: str, old: str, new: str) -> dict[str, str]:
    """The ids of relations that are made of the one that changes."""
    found = {}
    for row in rows(draft):
        if row.read is None or (isinstance(row.node, Mapping) and row.node.get("id") is not None):
            continue
        after = derived_id(changed(draft, row.read, space, old, new))
        if after != row.read.id:
            found[row.read.id] = after
    return found


def changed(draft: Draft, row: Relation, space: str, old: str, new: str) -> Relation:
    """The relation once the id has changed; the ends of a symmetric one are in order again."""
    if space == "type":
        return row._replace(type=new if row.type == old else row.type)
    if space != "who":
        return row
    from_, to, *against = (new if one == old else one for one in (*row.ends, *row.against))
    if draft.loaded.dataset.type_of(row).symmetric and from_ > to:
        from_, to = to, from_
    return row._replace(from_=from_, to=to, against=tuple(against))


def _name(draft: Draft, space: str, id_: str, name: str) -> None:
    for key, field in _NAMED.items():
        if SPACES[key] != space:
            continue
        for file, _, one, node in records(draft, key):
            if one.text == id_ and isinstance(node, Mapping):
                draft.edit(file, setting(draft.text(file), node, field, name, order(key)))
                return
    raise Fault(f"{NOUNS[space]} has no name of its own: leave --name out.".capitalize())


def _alias(draft: Draft, id_: str, alias: str) -> None:
    """One more name of an actor, at the end of those it has."""
    actor = draft.loaded.dataset.actors.get(id_)
    if actor and alias in (one.name for one in actor.aliases):
        raise Fault(f'{id_} is called "{alias}" already ({actor.where.file}:{actor.where.line}).')
    for file, _, one, node in records(draft, "actors"):
        if one.text == id_ and isinstance(node, Mapping):
            value: Value = alias if node.get("aliases") is not None else [alias]
            draft.edit(file, *lengthened(draft.text(file), node, "aliases", value, order("actors")))
            return
    raise Fault(f"{id_} is no actor, and only actors have other names: leave --alias out.")


def mentions(draft: Draft, id_: str) -> Iterator[str]:
    """Where the id still stands in words, such as a note or a remark: `FILE:LINE`."""
    word = re.compile(rf"(?<![\w.-]){re.escape(id_)}(?![\w-])")
    for name, data in draft.after.items():
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if word.search(line):
                yield f"{name}:{number}"
