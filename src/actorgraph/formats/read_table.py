"""Tables of ties or actors (CSV, TSV, XLSX), by a mapping that says which column is what."""

from collections.abc import Iterable
from typing import Final

from ..decode.actor import REGISTERS
from ..errors import Fault
from ..text import fold, safe, slug
from . import cells, signs, workbook
from .cells import Layout, Table
from .incoming import ELSEWHERE, Incoming, Item, Record, Value
from .losses import Loss, Losses
from .mapping import PERIODS, Part, Plan
from .takes import Take, dated

# Read with the ends of a tie, not as fields of it.
_ENDS: Final = ("kind", "from-kind", "to-kind", "against")
OPEN: Final = ("..",)
MANY: Final = {"against", "means", "place", "aliases"}
DATES: Final = {"gone-by", "said", "retrieved"}
COMMON: Final = {
    "elsewhere": ELSEWHERE,
    "no-end": Loss("out", "rows without one of the two ends", "a tie has two"),
    "no-type": Loss("out", "rows without a type of tie", "a tie has one"),
    "unlisted": Loss(
        "out", "rows with a word that `values` does not list, in", "say in the mapping what it means"
    ),
    "same-ends": Loss("out", "rows whose two ends are one actor", "a tie is between two"),
    "no-name": Loss("out", "rows without a name", "an actor has one"),
    "twice": Loss("out", "rows of an actor that an earlier row has", "give each an id, or take the row out"),
    "kindless": Loss("read", "ends of ties that are none of the actors:", "taken for actors of kind `other`"),
    "repeat": Loss("same", "rows that repeat a tie", "each is one more place of its evidence"),
    "column": Loss("lost", "cells of the column", "the mapping does not name it"),
    "half": Loss("lost", "periods without a date at either end", "a tie without a date is undated"),
}
LOSSES: Final = {**COMMON, **workbook.LOSSES}


def tables(name: str, losses: Losses, plan: Plan) -> dict[str, Table]:
    """The tables of the file by the part of the mapping that reads them."""
    found = {}
    for what, part in plan.parts.items():
        if name.lower().endswith((".xlsx", ".xlsm")):
            found[what] = workbook.table(name, losses, part.sheet, part.header)
        else:
            if len(plan.parts) > 1:
                raise Fault(
                    "A text file has one table. Import actors and relations one after the other: table: ..."
                )
            found[what] = cells.table(name, losses, Layout(plan.delimiter, part.header))
    return found


def read(files: list[str], plan: Plan) -> Incoming:
    """The records of one table, or of a workbook's sheets."""
    if len(files) != 1:
        raise Fault("A table is one file. Import several one after the other.")
    if not plan.parts:
        raise Fault(
            "The mapping says of no table what becomes of it. Begin with `table: relations` or `table: actors`."
        )
    losses = Losses(LOSSES)
    return gathered(tables(files[0], losses, plan), plan, losses)


def gathered(found: dict[str, Table], plan: Plan, losses: Losses) -> Incoming:
    """What the mapping makes of the tables: actors first, so that ties find them."""
    incoming = Incoming(plan.source["title"], losses, plan)
    source = incoming.source(plan.source["id"], {k: v for k, v in plan.source.items() if k != "id"})
    for what in ("actors", "relations"):
        if what in found:
            Reading(incoming, plan, plan.parts[what], found[what], source).read()
    return incoming


class Reading:
    """One table on its way in: its rows, by its part of the mapping."""

    def __init__(self, incoming: Incoming, plan: Plan, part: Part, table: Table, source: str) -> None:
        self.incoming = incoming
        self.losses = incoming.losses
        self.plan = plan
        self.part = part
        self.table = table
        self.source = source
        self.left = list(table.columns)
        self.kinds = "kind" in part.fields or {"from-kind", "to-kind"} <= part.fields.keys()
        signs.declare(incoming, part.fields.get("type"))
        for take in (*part.fields.values(), *part.item.values()):
            for name in filter(None, take.columns):
                cells.column(table, name)
                if name in self.left:
                    self.left.remove(name)

    def read(self) -> None:
        if self.part.what == "relations" and not self.kinds and not self.incoming.actors:
            raise Fault(
                "The mapping does not say what the actors are. Add, for instance: kind: {is: armed-group}"
            )
        one = self._relation if self.part.what == "relations" else self._actor
        for row in self.table.rows:
            for name in self.left:
                if row.cells[name]:
                    self.losses.tell("column", of=f'"{safe(name)}"')
            one(row.cells, row.place)

    # -- an actor

    def _actor(self, row: dict[str, str], place: str) -> None:
        name = self._one("name", row, place)
        kind = self._one("kind", row, place)
        if not name:
            self.losses.tell("no-name", place)
            return
        if kind is None:
            return
        given = self._one("id", row, place) or ""
        id_ = slug(given)
        key = self._one("key", row, place) or given or fold(name)
        if self.incoming.known(key) or (id_ and id_ in self.incoming.actors):
            self.losses.tell("twice", place)
            return
        record: Record = {"name": name}
        if aliases := self._many("aliases", row, place):
            record["aliases"] = [one for one in aliases if one != name]
        record["kind"] = kind
        for field in ("existed", "place"):
            self._put(record, field, row, place)
        ids: Record = {one: word for one in REGISTERS if (word := self._one(one, row, place))}
        if ids:
            record["ids"] = ids
        self._put(record, "note", row, place)
        made = self.incoming.actor(key, name, record, id_=id_)
        self.incoming.called(fold(name), made)

    # -- a tie

    def _relation(self, row: dict[str, str], place: str) -> None:
        from_, to, type_ = (self._one(key, row, place) for key in ("from", "to", "type"))
        if None in (from_, to, type_):
            return
        if not from_ or not to:
            self.losses.tell("no-end", place)
            return
        if not type_:
            self.losses.tell("no-type", place)
            return
        record: Record = {"from": from_, "type": type_, "to": to}
        for field in self.part.fields:
            if field not in (*record, *_ENDS) and not self._put(record, field, row, place):
                return
        against = self._many("against", row, place)
        item = self._item(row, place)
        kinds = [
            self._one(f"{key}-kind" if f"{key}-kind" in self.part.fields else "kind", row, place)
            for key in ("from", "to")
        ]
        if against is None or item is None or None in kinds:
            return
        ends = [self._end(name, kind or "other") for name, kind in zip((from_, to), kinds, strict=True)]
        if ends[0] == ends[1]:
            self.losses.tell("same-ends", place)
            return
        record["from"], record["to"] = ends
        if against:
            record["against"] = [self._end(name, kinds[1] or "other") for name in against]
        if not self.incoming.relation(record, item, place):
            self.losses.tell("repeat", place)

    def _end(self, name: str, kind: str) -> str:
        found = self.incoming.known(name)
        if found is None and not self.kinds and self.incoming.known(fold(name)) is None:
            self.losses.tell("kindless", of=f'"{safe(name)}"')
        return found or self.incoming.end(name, kind)

    def _item(self, row: dict[str, str], place: str) -> Item | None:
        found: Record = {}
        for field in self.part.item:
            if field not in ("source", "at") and not self._put(found, field, row, place, self.part.item):
                return None
        return Item(self.source, tuple((name, str(value)) for name, value in found.items()))

    # -- fields

    def _put(
        self,
        record: Record,
        field: str,
        row: dict[str, str],
        place: str,
        takes: dict[str, Take] | None = None,
    ) -> bool:
        """The field's value into the record, where it has one; False where its word is unlisted."""
        takes = self.part.fields if takes is None else takes
        take = takes.get(field)
        if take is None:
            return True
        value: Value | None
        if field in PERIODS:
            value = self._period(take, row, place)
        elif field in MANY:
            found = self._many(field, row, place)
            value = None if found is None else list(found)
        else:
            value = self._one(field, row, place, takes)
        if value is None:
            return False
        if value:
            record[field] = value
        return True

    def _one(
        self, field: str, row: dict[str, str], place: str, takes: dict[str, Take] | None = None
    ) -> str | None:
        """The word of the field, empty where there is none, None where `values` does not list it."""
        take = (self.part.fields if takes is None else takes).get(field)
        if take is None:
            return ""
        if take.fixed:
            return take.fixed
        words = self._words(take, take.cells(row), place)
        if words is None:
            return None
        if field in DATES:
            words = [dated(word, self.plan.dates) for word in words]
        if len(take.columns) > 1:
            named = zip(take.columns, words, strict=True)
            return "; ".join(f"{column}: {word}" for column, word in named if word)
        return words[0] if words else ""

    def _many(self, field: str, row: dict[str, str], place: str) -> list[str] | None:
        take = self.part.fields.get(field)
        if take is None:
            return []
        if take.fixed:
            return [take.fixed]
        parts = [
            part for cell in take.cells(row) for part in (cell.split(take.split) if take.split else [cell])
        ]
        words = self._words(take, [part.strip() for part in parts], place)
        return None if words is None else list(dict.fromkeys(word for word in words if word))

    def _period(self, take: Take, row: dict[str, str], place: str) -> str | None:
        words = [take.fixed] if take.fixed else self._words(take, take.cells(row), place)
        if words is None:
            return None
        words = [dated(word, self.plan.dates) for word in words]
        if len(words) < 2:
            return words[0] if words else ""
        begin, end = words[0], words[1]
        if begin in ("", *OPEN) and end in ("", *OPEN):
            if begin or end:
                self.losses.tell("half", place)
            return ""
        return begin if begin == end else f"{begin}/{end}"

    def _words(self, take: Take, found: Iterable[str], place: str) -> list[str] | None:
        words = []
        for cell in found:
            word = take.word(cell)
            if word is None:
                self.losses.tell("unlisted", place, f'"{safe(take.columns[0])}": "{safe(cell)[:60]}"')
                return None
            words.append(word)
        return words
