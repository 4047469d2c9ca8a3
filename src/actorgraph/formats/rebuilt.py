"""Rows of an export as the records that they were: what `tables` does, the other way round."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ..text import safe
from ..vocabulary import shipped
from .columns import ACTOR, EVENT, EVIDENCE, NAME, RELATION, SOURCE, TRAIT, TYPE, VOICE, Column
from .exported import Cells, Tables
from .incoming import Record, Value
from .losses import Losses
from .tables import parted

_SHORT: Final = {"source", "at", "says", "stance"}
_DEFAULTS: Final = {"modality": "actual", "coding": "sure"}
_FIGURE: Final = re.compile(r"(.*): ([<>~.\d]+)(?: \(says ([^ ()]+)\))?")
_DATED: Final = re.compile(r"(.*) (-?\d{4}\S*)")
_DATASET: Final = ("title", "question", "licence", "version", "cite", "corrections", "handling")
COLUMNS: Final = {
    "actors": ACTOR,
    "relations": RELATION,
    "evidence": EVIDENCE,
    "names": NAME,
    "traits": TRAIT,
    "events": EVENT,
    "sources": SOURCE,
    "voices": VOICE,
    "types": TYPE,
}


def _several(cell: str) -> Value:
    found = parted(cell)
    return found[0] if len(found) == 1 else list(found)


def _assessed(cell: str) -> Value:
    return dict(zip(("confidence", "by", "on", "why"), parted(cell), strict=False))


def _signed(cell: str) -> Value:
    found = _DATED.fullmatch(cell)
    return {"by": found[1], "on": found[2]} if found else {"by": cell}


def _pairs(cell: str) -> Value:
    pairs = (one.partition(": ") for one in parted(cell))
    return {name: id_ for name, _, id_ in pairs}


def _who(cell: str) -> Value:
    found: dict[str, Value] = {}
    for one in parted(cell):
        role, _, name = one.partition(": ")
        names = found.setdefault(role, [])
        assert isinstance(names, list)
        names.append(name)
    return found


def _figures(cell: str) -> Value:
    found: Record = {}
    for one in parted(cell):
        if read := _FIGURE.fullmatch(one):
            found[read[1]] = {"figure": read[2], "says": read[3]} if read[3] else read[2]
    return found


_VALUES: Final[dict[str, Callable[[str], Value]]] = {
    **dict.fromkeys(("against", "means", "place", "see", "derives-from", "via", "by"), _several),
    "names": lambda cell: list(parted(cell)),
    "assessment": _assessed,
    "coded": lambda cell: _signed(parted(cell)[0]),
    "reviewed": lambda cell: [_signed(one) for one in parted(cell)],
    "ids": _pairs,
    "who": _who,
    "figures": _figures,
}


class Rebuilding:
    """The records of an export, made of its rows."""

    def __init__(self, found: Tables, losses: Losses) -> None:
        self._found = found
        self._losses = losses
        self._own = {
            name: {column.name: _VALUES.get(column.name) for column in columns if not column.derived}
            for name, columns in COLUMNS.items()
        }
        self._foreign(COLUMNS)
        self._items: dict[str, list[Value]] = {}
        for row in found.rows.get("evidence", ()):
            self._items.setdefault(row.get("of", ""), []).append(self._item(row))

    def about(self) -> Record:
        """dataset.yaml."""
        rows = {row.get("field", ""): row.get("value", "") for row in self._found.rows.get("dataset", ())}
        found: Record = {name: rows[name] for name in _DATASET if rows.get(name)}
        if coders := rows.get("coders"):
            found["coders"] = list(parted(coders))
        coverage: Record = {
            name: _several(cell) if name != "period" else cell
            for name in ("sources", "actors", "types", "period")
            if (cell := rows.get(f"coverage {name}"))
        }
        return {**found, **({"coverage": coverage} if coverage else {})}

    def records(self, table: str) -> dict[str, Record]:
        """Sources or voices by id."""
        found = dict(self._rows(table))
        for id_, record in found.items():
            if "text" in record:
                self._losses.tell("text-file", f"{id_}: {record['text']}")
        return found

    def types(self) -> dict[str, Record]:
        """The data set's own types; of a graph what its edges say of them."""
        found = {}
        for row in self._found.rows.get("types", ()):
            found[row.get("name", "")] = self._record("types", row, without="name")
        if "types" in self._found.rows or not self._found.graph:
            return found
        known = shipped()
        for row in self._found.rows.get("relations", ()):
            name = row.get("type", "")
            if name and name not in found and known.canonical(name) is None:
                found[name] = {
                    "family": row.get("family", "neutral"),
                    "sign": row.get("sign", "0"),
                    "class": "status",
                    "symmetric": "yes" if row.get("symmetric") == "yes" else "no",
                    "reads": f"{name} TO",
                }
                self._losses.tell("type", safe(name))
        return found

    def actors(self) -> dict[str, Record]:
        """The actors with their other names and traits."""
        found = dict(self._rows("actors"))
        for row in self._found.rows.get("names", ()):
            record = self._record("names", row)
            if record.get("kind") == "full":
                del record["kind"]
            self._borne(record, row.get("ref", ""))
            plain = record["name"] if {*record} == {"name"} else record
            self._within(found, row, "aliases", plain)
        for row in self._found.rows.get("traits", ()):
            record = self._record("traits", row)
            self._borne(record, row.get("ref", ""))
            self._within(found, row, "traits", record)
        if self._found.graph:
            for row in self._found.rows["actors"]:
                if (names := row.get("other-names")) and (id_ := row.get("id")) in found:
                    found[id_]["aliases"] = list(parted(names))
        return found

    def events(self) -> dict[str, Record]:
        """The events; of a graph those that a tie names."""
        found = dict(self._rows("events"))
        for id_, record in found.items():
            self._borne(record, id_)
        if self._found.graph:
            for row in self._found.rows.get("relations", ()):
                if (event := row.get("event")) and event not in found:
                    found[event] = {"name": event}
                    self._losses.tell("event", safe(event))
        return found

    def relations(self) -> Iterator[tuple[str, Record]]:
        """The ties by id."""
        for row in self._found.rows.get("relations", ()):
            if row.get("coded-from") or row.get("coded-to"):
                row = {
                    **row,
                    "from": row.get("coded-from") or row["from"],
                    "to": row.get("coded-to") or row["to"],
                }
                self._losses.tell("rolled-up", safe(row.get("id", "")))
            if not (row.get("id") and row.get("from") and row.get("to") and row.get("type")):
                self._losses.tell("no-end", safe(row.get("id", "")))
                continue
            record = self._record("relations", row)
            if self._found.graph:
                items = [_short(one) for one in parted(row.get("evidence", ""))]
                if items:
                    record["evidence"] = items[0] if len(items) == 1 else items
            else:
                self._borne(record, row["id"])
            yield row["id"], record

    def astray(self) -> None:
        """Tell of evidence that nothing was borne by."""
        for of, items in self._items.items():
            self._losses.tell("astray", safe(of), times=len(items))

    def _foreign(self, known: dict[str, tuple[Column, ...]]) -> None:
        for table, columns in known.items():
            names = {column.name for column in columns}
            for name in self._found.columns.get(table, ()):
                if name not in names and not self._found.graph:
                    number = sum(1 for row in self._found.rows[table] if row.get(name))
                    self._losses.tell("column", of=f'"{safe(name)}" of {table}', times=number)

    def _rows(self, table: str) -> Iterator[tuple[str, Record]]:
        seen = set()
        for row in self._found.rows.get(table, ()):
            id_ = row.get("id", "")
            if not id_ or not row.get("title" if table == "sources" else "name"):
                self._losses.tell("no-id", of=table)
            elif id_ in seen:
                self._losses.tell("twice", safe(id_), table)
            else:
                seen.add(id_)
                yield id_, self._record(table, row, without="id")

    def _record(self, table: str, row: Cells, without: str = "") -> Record:
        own = self._own[table]
        found: Record = {}
        for name, cell in row.items():  # most columns hold nothing
            if name in own and cell and name != without and _DEFAULTS.get(name) != cell:
                value = own[name]
                found[name] = value(cell) if value else cell
        return found

    def _item(self, row: Cells) -> Value:
        found = self._record("evidence", row, without="of")
        if found.keys() == _SHORT:
            return f"{row['source']} {row['at']} {row['says']} {row['stance']}"
        return found

    def _borne(self, record: Record, ref: str) -> None:
        if items := self._items.pop(ref, None):
            record["evidence"] = items[0] if len(items) == 1 else items

    def _within(self, found: dict[str, Record], row: Cells, key: str, value: Value) -> None:
        if record := found.get(row.get("actor", "")):
            held = record.setdefault(key, [])
            assert isinstance(held, list)
            held.append(value)
        else:
            self._losses.tell("no-id", of=key)


def _short(words: str) -> Value:
    """An item of a graph: source, place, voice and stance; the place may be none."""
    found = words.split(" ")
    if len(found) == 3:
        return dict(zip(("source", "says", "stance"), found, strict=True))
    return words
