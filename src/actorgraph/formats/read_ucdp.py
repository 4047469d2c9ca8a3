"""The UCDP Actor Dataset (CSV): actors with their names, and who split from, joined or allied itself with whom.

Each row is an actor under its UCDP number. Names that an actor gave up stand as former ones; the file has no dates, so
every tie is undated. Where it says that an actor went into an alliance or a group, it does not say whether the actor
stayed an organisation of its own: that is a type of tie of its own here, `joined`.
"""

import os
import re
from typing import Final

from ..errors import Fault
from ..text import fold, safe
from . import cells
from .cells import Row
from .incoming import ELSEWHERE, Incoming, Item, Record, Value
from .losses import Loss, Losses
from .mapping import Plan

SOURCE: Final = {
    "id": "ucdp-actors",
    "title": "UCDP Actor Dataset",
    "author": "Uppsala Conflict Data Program",
    "url": "https://ucdp.uu.se/downloads/",
}
NEEDED: Final = (
    "ActorId", "NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NameChange", "NewName",
    "NewNameFullMotherTongue", "NewNameFullEng", "Org", "Splinter", "ActorIdPrev", "SplitTemp", "ActorIdSplitTemp",
    "Alliance", "ActorIdAlliance", "JoinGroup", "ActorIdGroup", "Location", "Version",
)  # fmt: skip
# What became of it is seen in the columns above.
_READ: Final = {*NEEDED, "NamePrev", "NameSplitTemp", "NameAlliance", "GroupName"}
KINDS: Final = {"1": "armed-group", "2": "community", "3": "community", "4": "government"}
TIES: Final = {
    "Splinter": ("ActorIdPrev", "NamePrev", "split-from", ""),
    "SplitTemp": ("ActorIdSplitTemp", "NameSplitTemp", "split-from", "for a time"),
    "Alliance": ("ActorIdAlliance", "NameAlliance", "joined", "an alliance"),
    "JoinGroup": ("ActorIdGroup", "GroupName", "joined", "an existing group"),
}
JOINED: Final[Record] = {
    "family": "movement",
    "sign": "0",
    "class": "movement",
    "inverse": "joined-by",
    "balance": "no",
    "names": ["with", "from"],
    "reads": "joined TO",
    "noun": "joining",
    "def": "went into TO, an alliance or a group; whether it stayed an organisation of its own is not stated",
}
_NO_PLACE: Final = "the record has no place for it"
LOSSES: Final = {
    "elsewhere": ELSEWHERE,
    "no-number": Loss("out", "rows without a number of the actor or without its name", "an actor has both"),
    "twice": Loss("out", "rows with the number of an earlier one", "the first is kept"),
    "not-there": Loss("out", "ties to an actor without a row in the file", "only its name is known"),
    "itself": Loss("out", "ties of an actor to itself", "a tie is between two"),
    "conflicts": Loss("lost", "cells of", f"numbers of conflicts and dyads: {_NO_PLACE}"),
    "coalitions": Loss("lost", "cells of", "numbers of coalitions, which are no actors of the file"),
    "PrimaryParty": Loss("lost", "cells of PrimaryParty", "the role in a conflict, which the record does not name"),
    "GWNOLoc": Loss("lost", "cells of GWNOLoc", "codes of the countries, which are kept by name as `place`"),
    "Region": Loss("lost", "cells of Region", "codes of five regions of the world; the countries are kept as `place`"),
    "unknown": Loss("lost", "cells of the column", "this version of the format is not known to have it"),
    "order": Loss("lost", "actors of which several names are former ones", "in which order it bore them is not kept"),
    "org": Loss("read", "actors of a level of organisation that is not 1 to 4", "kind `other`"),
    "level": Loss("lost", "actors of level 2 or 3 (supporters; communal groups)", "both are kind `community`"),
    "unlike-lists": Loss("read", "lists of new names of unlike length", "the names stand beside each other as former ones"),
    "places": Loss("read", "lists of countries of another length than their codes", "kept as one text"),
    "shared": Loss("read", "names that several actors of the file bear", "marked `shared: yes` with each"),
    **cells.LOSSES,
}  # fmt: skip
_LOST: Final = {
    **dict.fromkeys(("ConflictId", "DyadId", "OSID", "NSID"), "conflicts"),
    **dict.fromkeys(("OSCoalition", "OSCoalitionID", "NSCoalition", "NSCoalitionID"), "coalitions"),
    **{column: column for column in ("PrimaryParty", "GWNOLoc", "Region")},
}


def read(files: list[str], plan: Plan) -> Incoming:
    """The actors of the file and the ties between them."""
    if len(files) != 1:
        raise Fault("The UCDP Actor Dataset is one file.")
    losses = Losses(LOSSES)
    table = cells.table(files[0], losses)
    for name in NEEDED:
        if name not in table.columns:
            raise Fault(
                f'"{safe(table.name)}" has no column {name}: it is no UCDP Actor Dataset that is known.',
                "Any table can be read with a mapping: actorgraph import table FILE",
            )
    rows: dict[str, Row] = {}
    for row in table.rows:
        number = row.cells["ActorId"]
        if not number or not row.cells["NameData"]:
            losses.tell("no-number", row.place)
        elif number in rows:
            losses.tell("twice", row.place, number)
        else:
            rows[number] = row
    version = next((row.cells["Version"] for row in rows.values() if row.cells["Version"]), "")
    source = _source(plan, version, os.path.basename(files[0]))
    incoming = Incoming(source["title"], losses, plan)
    id_ = incoming.source(source.pop("id"), {**source})
    for number, row in rows.items():
        incoming.actor(number, row.cells["NameData"], _actor(number, row, losses), apart=number)
        _leave(row, table.columns, losses)
    if shared := incoming.share_names():
        losses.tell("shared", times=shared)
    for number, row in rows.items():
        for column in TIES:
            if row.cells[column] == "1":
                _ties(incoming, number, row, column, id_)
    return incoming


def _source(plan: Plan, version: str, name: str) -> dict[str, str]:
    """A version `22.1` came out in 2022."""
    found = {**SOURCE, **plan.source}
    year = f"20{version[:2]}" if re.fullmatch(r"\d\d\.\d", version) else ""
    if version and "title" not in plan.source:
        found["title"] += f" {version}"
    found.setdefault("published", year)
    if not found["published"]:
        raise Fault(
            f'"{safe(name)}" does not tell its version in the column Version. Say in a mapping when it was published:',
            "source: {published: ...}",
        )
    found.setdefault("note", f"Read from {safe(name)}.")
    return found


def _actor(number: str, row: Row, losses: Losses) -> Record:
    cell = row.cells
    record: Record = {"name": cell["NameData"]}
    if aliases := _aliases(row, losses):
        record["aliases"] = aliases
    kind = KINDS.get(cell["Org"], "other")
    if cell["Org"] not in KINDS:
        losses.tell("org", row.place)
    elif kind == "community":
        losses.tell("level", times=1)
    record["kind"] = kind
    if places := _listed(cell["Location"]):
        if len(places) == len(_listed(cell.get("GWNOLoc", ""))) or "GWNOLoc" not in cell:
            record["place"] = list(dict.fromkeys(places))
        else:
            losses.tell("places", row.place)
            record["place"] = cell["Location"]
    record["ids"] = {"ucdp": number}
    return record


def _aliases(row: Row, losses: Losses) -> list[Value]:
    """The other names: in full, in the language of the actor, and those it gave up."""
    cell = row.cells
    changed = cell["NameChange"] == "1"
    found: list[tuple[str, str]] = [
        (cell["NameOrig"], "former" if changed else "full"),
        (cell["NameOrigFullEng"], "former" if changed else "full"),
        (cell["NameOrigFull"], "former" if changed else "native"),
    ]
    if changed:
        found += _renamed(row, losses)
    seen, aliases = {fold(cell["NameData"])}, list[Value]()
    for name, kind in found:
        key = fold(name)
        if name and name != "n/a" and key and key not in seen:
            seen.add(key)
            aliases.append(name if kind == "full" else {"name": name, "kind": kind})
    return aliases


def _renamed(row: Row, losses: Losses) -> list[tuple[str, str]]:
    """The names it took one after the other; the last is the one it has. A name may hold a comma of its own."""
    lists = [_listed(row.cells[key]) for key in ("NewName", "NewNameFullEng", "NewNameFullMotherTongue")]
    short = lists[0]
    if len(short) > 1:
        losses.tell("order", row.place)
    found = [(name, "former") for name in short[:-1]]
    for names, last in zip(lists[1:], ("full", "native"), strict=True):
        if names and len(names) != len(short):
            losses.tell("unlike-lists", row.place)
            found += [(name, "former") for name in names]
        elif names:
            found += [*((name, "former") for name in names[:-1]), (names[-1], last)]
    return found


def _ties(incoming: Incoming, number: str, row: Row, column: str, source: str) -> None:
    ids, names, type_, scope = TIES[column]
    for other in _listed(row.cells[ids]):
        to = incoming.known(other)
        if to is None:
            incoming.losses.tell("not-there", row.place, f"{other} ({safe(row.cells.get(names, ''))[:60]})")
            continue
        if other == number:
            incoming.losses.tell("itself", row.place)
            continue
        if type_ == "joined" and not incoming.types:
            incoming.type("joined", JOINED)
        from_ = incoming.known(number)
        assert from_ is not None
        record: Record = {"from": from_, "type": type_, "to": to}
        if scope:
            record["scope"] = scope
        incoming.relation(record, Item(source), row.place)


def _leave(row: Row, columns: tuple[str, ...], losses: Losses) -> None:
    for column in columns:
        word = row.cells[column]
        if column in _READ or not word or (word == "0" and column.endswith(("Coalition", "Party"))):
            continue
        loss = _LOST.get(column, "unknown")
        of = f'"{safe(column)}"' if loss == "unknown" else column if loss != column else ""
        losses.tell(loss, of=of)


def _listed(cell: str) -> list[str]:
    """The entries of a comma list; a comma between brackets belongs to a name."""
    return [part.strip() for part in re.split(r",(?![^()]*\))", cell) if part.strip()]
