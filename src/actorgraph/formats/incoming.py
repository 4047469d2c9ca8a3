"""Records on their way in, as people would type them; the YAML made of them goes through the door of all YAML."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ..decode import actor, event, relation, source, types
from ..decode.relation import derived_id
from ..errors import Fault
from ..model import Relation
from ..problems import Span
from ..text import LONGEST_ID, fold, safe, slug
from ..vocabulary import Vocabulary, shipped
from ..vocabulary import relation_type as made_type
from .losses import Loss, Losses
from .mapping import Plan

# A record: texts, lists and mappings of them.
Value = str | list["Value"] | dict[str, "Value"]
Record = dict[str, Value]

ORDER: Final = {
    "types": tuple(types.SHAPE.fields),
    "sources": tuple(source.SHAPE.fields),
    "voices": tuple(source.VOICE.fields),
    "actors": tuple(actor.SHAPE.fields),
    "events": tuple(event.SHAPE.fields),
    "relations": tuple(relation.SHAPE.fields),
}
ELSEWHERE: Final = Loss(
    "same",
    "actors that the record has already",
    "only their ties are taken over; by another name than their id",
    every=True,
)
MOST_RECORDS: Final = 200_000
_LONGEST_PLACES: Final = 150  # of one item of evidence; the format ends at 200


class Item(NamedTuple):
    """An item of evidence without its place, comparable: what stands at two places is one item."""

    source: str
    fields: tuple[tuple[str, str], ...] = ()


class _Tie(NamedTuple):
    record: Record
    items: dict[Item, list[str]]
    first: str


class Incoming:
    """The records of a file, each once: what a second row repeats becomes one more place of the first one's evidence."""

    def __init__(self, title: str, losses: Losses, plan: Plan) -> None:
        self.title = title
        self.losses = losses
        self._same = plan.same
        self._bearers = plan.bearers
        self.about: Record = {"format": "1", "title": title}
        self.types: dict[str, Record] = {}
        self.sources: dict[str, Record] = {}
        self.voices: dict[str, Record] = {}
        self.actors: dict[str, Record] = {}
        self.events: dict[str, Record] = {}
        self._ids: dict[str, str] = {}
        self._whole: dict[str, Record] = {}
        self._ties: dict[tuple[object, ...], _Tie] = {}
        self._turned: set[tuple[str, str, str]] = set()
        self._vocabulary = shipped()

    def type(self, name: str, record: Record) -> None:
        """A relation type of the file's own."""
        self.types[name] = record
        words = {key: value for key, value in record.items() if isinstance(value, str)}
        self._vocabulary = self._vocabulary.with_types({name: made_type(name, words)})

    @property
    def vocabulary(self) -> Vocabulary:
        return self._vocabulary

    def source(self, id_: str, record: Record) -> str:
        self.sources[id_] = record
        return id_

    def known(self, key: str) -> str | None:
        """The id of the actor that the file calls so; None where it was not met."""
        return self._ids.get(key)

    def actor(self, key: str, name: str, record: Record, *, id_: str = "", apart: str = "") -> str:
        """An actor under the key by which the file tells it from others; `apart` goes to its id where that is taken."""
        if there := self._same.get(name) or self._same.get(key):
            return self._elsewhere(key, name, there)
        made = id_ or self._free(slug(name), apart)
        self._ids[key] = made
        self.actors[made] = record
        self._bounded()
        return made

    def end(self, name: str, kind: str) -> str:
        """The actor at the end of a tie that the file knows by its name only."""
        key = fold(name)
        if key not in self._ids and name not in self._same and (there := self._bearers.get(key)):
            return self._elsewhere(key, name, there)
        return self._ids.get(key) or self.actor(key, name, {"name": name, "kind": kind})

    def called(self, key: str, id_: str) -> None:
        """One more key for an actor."""
        self._ids.setdefault(key, id_)

    def relation(self, record: Record, item: Item, place: str) -> bool:
        """A tie at a place of the file; whether it is a new one."""
        type_, from_, to = (str(record[key]) for key in ("type", "from", "to"))
        found = self.vocabulary.types.get(type_)
        if found and found.symmetric:
            if (type_, to, from_) in self._turned:
                record = {**record, "from": to, "to": from_}
            else:
                self._turned.add((type_, from_, to))
        key = tuple((name, repr(value)) for name, value in record.items())
        tie = self._ties.setdefault(key, _Tie(record, {}, place))
        tie.items.setdefault(item, []).append(place)
        self._bounded()
        return tie.first == place and len(tie.items) == 1

    def whole(self, id_: str, record: Record) -> bool:
        """A tie that brings its id and its evidence; False where the id is taken."""
        if id_ in self._whole:
            return False
        self._whole[id_] = record
        self._bounded()
        return True

    def relations(self) -> dict[str, Record]:
        """The ties by id, in the order of the file; those that would share one are told apart by source and place."""
        found: dict[str, Record] = {**self._whole}
        for tie in self._ties.values():
            record = dict(tie.record)
            id_ = str(record.get("id", "")) or usual_id(record, self.vocabulary)
            if id_ in found:
                id_ = record["id"] = f"{next(iter(tie.items)).source}.{tie.first}"
            record["evidence"] = _evidence(tie.items)
            found[id_] = record
        return found

    def records(self) -> dict[str, dict[str, Record]]:
        """Everything by top key and id, the keys of each record in the order of the format."""
        found = {
            "types": self.types,
            "sources": self.sources,
            "voices": self.voices,
            "actors": self.actors,
            "events": self.events,
            "relations": self.relations(),
        }
        return {
            key: {id_: _ordered(one, ORDER[key]) for id_, one in rows.items()}
            for key, rows in found.items()
            if rows
        }

    def share_names(self) -> int:
        """Mark names that two of these actors bear as shared: the file itself keeps the two apart."""
        bearers: dict[str, set[str]] = {}
        for id_, record in self.actors.items():
            for name in _names(record):
                bearers.setdefault(fold(name), set()).add(id_)
        shared = {name for name, ids in bearers.items() if len(ids) > 1}
        for record in self.actors.values():
            if fold(str(record["name"])) in shared:
                record["shared"] = "yes"
            aliases = record.get("aliases", [])
            assert isinstance(aliases, list)
            for number, alias in enumerate(aliases):
                name = str(alias["name"] if isinstance(alias, dict) else alias)
                if fold(name) in shared:
                    aliases[number] = {
                        **(alias if isinstance(alias, dict) else {"name": name}),
                        "shared": "yes",
                    }
        return len(shared)

    def _elsewhere(self, key: str, name: str, there: str) -> str:
        self._ids[key] = there
        plain = slug(name) == there
        self.losses.tell("elsewhere", "" if plain else f'"{safe(name)}" is {there}')
        return there

    def _free(self, wanted: str, apart: str) -> str:
        wanted = wanted or "actor"
        if wanted not in self.actors:
            return wanted
        for tail in (apart, *map(str, range(2, MOST_RECORDS + 3))):
            made = f"{wanted[: LONGEST_ID - 1 - len(tail)].rstrip('-')}-{tail}"
            if tail and made not in self.actors:
                return made
        raise AssertionError("more actors than may come in")

    def _bounded(self) -> None:
        if len(self.actors) + len(self._ties) + len(self._whole) > MOST_RECORDS:
            raise Fault(
                f"More than {MOST_RECORDS:,} records would come of it. Split the file and import its parts one by one."
            )


def usual_id(record: Record, vocabulary: Vocabulary) -> str:
    """The id that a tie has without one of its own."""
    from_, typed, to = (str(record[key]) for key in ("from", "type", "to"))
    type_ = vocabulary.canonical(typed) or typed
    if type_ != typed:
        from_, to = to, from_
    if type_ in vocabulary.types and vocabulary.types[type_].symmetric:
        from_, to = sorted((from_, to))
    against = record.get("against", ())
    thirds = tuple(map(str, against)) if isinstance(against, list) else (str(against),) if against else ()
    modality = str(record.get("modality", "actual"))
    return derived_id(Relation("", from_, type_, to, Span("", 0, 0), against=thirds, modality=modality))


def _ordered(record: Record, order: tuple[str, ...]) -> Record:
    return {key: record[key] for key in order if key in record}


def _names(record: Record) -> Iterable[str]:
    yield str(record["name"])
    aliases = record.get("aliases", [])
    for alias in aliases if isinstance(aliases, list) else []:
        yield str(alias["name"] if isinstance(alias, dict) else alias)


def evidence(item: Item, places: list[str]) -> list[Value]:
    """The item in its short form where source and place are all there is; with very many places, several items."""
    found: list[Value] = []
    while True:
        end = 0
        while end < len(places) and len("+".join(places[: end + 1])) <= _LONGEST_PLACES:
            end += 1
        at = "+".join(places[: end or 1])
        if item.fields:
            found.append({"source": item.source, **({"at": at} if at else {}), **dict(item.fields)})
        else:
            found.append(f"{item.source} {at}".strip())
        places = places[end or 1 :]
        if not places:
            return found


def _evidence(items: dict[Item, list[str]]) -> Value:
    every = [one for item, places in items.items() for one in evidence(item, list(dict.fromkeys(places)))]
    return every[0] if len(every) == 1 else every
