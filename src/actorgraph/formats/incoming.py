"""Records on their way in, as people would type them; the YAML made of them goes through the door of all YAML."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ..errors import Fault
from ..text import LONGEST_ID, fold, slug
from ..vocabulary import Vocabulary, shipped
from ..vocabulary import relation_type as made_type
from .losses import Losses

# A record: texts, lists and mappings of them.
Value = str | list["Value"] | dict[str, "Value"]
Record = dict[str, Value]

MOST_RECORDS: Final = 100_000
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

    def __init__(self, title: str, losses: Losses) -> None:
        self.title = title
        self.losses = losses
        self.types: dict[str, Record] = {}
        self.sources: dict[str, Record] = {}
        self.voices: dict[str, Record] = {}
        self.actors: dict[str, Record] = {}
        self.stubs: dict[str, str] = {}
        self._ids: dict[str, str] = {}
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
        made = id_ or self._free(slug(name), apart)
        self._ids[key] = made
        self.actors[made] = record
        self._bounded()
        return made

    def end(self, name: str, kind: str) -> str:
        """The actor at the end of a tie that the file knows by its name only."""
        key = fold(name)
        found = self._ids.get(key)
        if found is None:
            found = self.actor(key, name, {"name": name, "kind": kind})
            self.stubs[found] = name
        return found

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

    def relations(self) -> list[Record]:
        """The ties in the order of the file; those that would share an id are told apart by source and place."""
        found, used = [], set()
        for tie in self._ties.values():
            record = dict(tie.record)
            usual = tuple(repr(record.get(key)) for key in ("from", "type", "to", "against", "modality"))
            if usual in used and "id" not in record:
                record["id"] = f"{next(iter(tie.items)).source}.{tie.first}"
            used.add(usual)
            record["evidence"] = _evidence(tie.items)
            found.append(record)
        return found

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
                    aliases[number] = {**(alias if isinstance(alias, dict) else {"name": name}), "shared": "yes"}
        return len(shared)

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
        if len(self.actors) + len(self._ties) > MOST_RECORDS:
            raise Fault(
                f"More than {MOST_RECORDS:,} records would come of it. Split the file and import its parts one by one."
            )


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
