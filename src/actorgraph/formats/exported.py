"""The files of an export as the tables that it was made of: each row the cells that hold something, by column."""

import json
import os
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from ..errors import Fault
from ..text import safe
from . import cells, markup, workbook
from .incoming import MOST_RECORDS
from .losses import Losses
from .tables import joined, parted
from .write_csv import LED

Cells = dict[str, str]
TABLES: Final = (
    "actors",
    "relations",
    "evidence",
    "names",
    "traits",
    "events",
    "sources",
    "voices",
    "types",
    "dataset",
)
MOST_ROWS: Final = 2 * MOST_RECORDS  # a tie has several items of evidence
_SOURCE: Final = ("id", "title", "author", "publisher", "published")
_VOICE: Final = ("id", "name", "kind")


class Tables(NamedTuple):
    """The rows of each table, its columns, and whether a graph held them: then evidence is in the short form."""

    rows: dict[str, list[Cells]]
    columns: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 (never changed)
    graph: bool = False


def tables(name: str, losses: Losses) -> Tables:
    """The tables of a folder, a workbook or a graph that an export wrote."""
    if os.path.isdir(name):
        return _folder(name, losses)
    with cells.opened(name) as stream:
        head = stream.read(4096).lstrip(b"\xef\xbb\xbf \r\n\t")
    if head[:2] == b"PK":
        return _workbook(name, losses)
    if head[:1] == b"<":
        return _graph(name, gexf=b"<gexf" in head)
    if head[:1] == b"{":
        return _json(name, losses)
    raise Fault(
        f'"{safe(os.path.basename(name))}" is no export that can be read back: its text begins as none of them does.',
        "Of tables in CSV name the folder: actorgraph import record DIR",
    )


def _folder(name: str, losses: Losses) -> Tables:
    found: dict[str, list[Cells]] = {}
    columns = {}
    for one in sorted(os.listdir(name)):
        table, ending = os.path.splitext(one)
        if ending.lower() != ".csv":
            continue
        if table not in TABLES:
            losses.tell("table", of=safe(one))
            continue
        read = cells.table(os.path.join(name, one), losses, cells.Layout(",", exact=True))
        columns[table] = read.columns
        found[table] = [
            {
                key: cell[1:] if cell[:1] == "'" and LED.match(cell) else cell
                for key, cell in row.cells.items()
                if cell
            }
            for row in _bounded(read)
        ]
    return Tables(found, columns)


def _workbook(name: str, losses: Losses) -> Tables:
    found: dict[str, list[Cells]] = {}
    columns = {}
    for sheet in workbook.names(name):
        if sheet in TABLES:
            read = workbook.table(name, losses, sheet, alone=False)
            columns[sheet] = read.columns
            found[sheet] = [{key: cell for key, cell in row.cells.items() if cell} for row in _bounded(read)]
        elif sheet != "columns":
            losses.tell("table", of=safe(sheet))
    return Tables(found, columns)


def _bounded(table: cells.Table) -> Iterator[cells.Row]:
    for number, row in enumerate(table.rows):
        if number >= MOST_ROWS:
            raise Fault(
                f"{safe(table.name)} has more than {MOST_ROWS:,} rows. Export it in parts: --type, --family."
            )
        yield row


def _whole(about: Cells, nodes: list[Cells], edges: list[Cells]) -> Tables:
    """A graph: what it says as a whole holds the data set, its sources and its voices."""
    rows = {
        "actors": nodes,
        "relations": edges,
        "dataset": [{"field": key, "value": about[key]} for key in about],
    }
    for table, names in (("sources", _SOURCE), ("voices", _VOICE)):
        held = (zip(names, parted(one), strict=False) for one in parted(about.get(table, "")))
        rows[table] = [{key: cell for key, cell in one if cell} for one in held]
    return Tables(rows, graph=True)


def _graph(name: str, *, gexf: bool) -> Tables:
    about: Cells = {}
    nodes: list[Cells] = []
    edges: list[Cells] = []
    names: dict[str, str] = {}
    row, key, text = about, "", [""]

    def begin(tag: str, found: dict[str, str]) -> None:
        nonlocal row, key
        if tag == "attvalue":
            row[names.get(row["\0"] + found.get("for", ""), "")] = found.get("value", "")
        elif tag == "data":
            key = names.get(found.get("key", ""), "")
        elif tag in ("node", "edge"):
            row = {"id": found.get("id", ""), "\0": tag}
            if gexf:
                row["label"] = found.get("label", "")
            if tag == "edge":
                row |= {"from": found.get("source", ""), "to": found.get("target", "")}
            (nodes if tag == "node" else edges).append(row)
        elif tag == "attributes":
            row = {"\0": found.get("class", "")}
        elif tag == "attribute":
            names[row["\0"] + found.get("id", "")] = found.get("title", "")
        elif tag == "key":
            names[found.get("id", "")] = found.get("attr.name", "")
        elif tag == "description":
            key = tag
        text.clear()

    def end(tag: str) -> None:
        nonlocal key
        if key and tag in ("data", "description"):
            row[key] = "".join(text)
            key = ""

    with cells.opened(name) as stream:
        markup.counted(stream, name, begin, end, text.append)
    if described := about.pop("description", ""):
        about |= {one.partition(": ")[0]: one.partition(": ")[2] for one in parted(described)}
    for found in nodes:
        found["name"] = found.pop("label", "")
    for found in (*nodes, *edges):
        found.pop("\0", None)
    return _whole(about, nodes, edges)


def _json(name: str, losses: Losses) -> Tables:
    with cells.words(name, losses) as text:
        try:
            found = json.load(text)
        except (ValueError, RecursionError) as error:
            raise Fault(
                f'"{safe(os.path.basename(name))}" is no JSON that can be read: {safe(str(error))}.'
            ) from error
    try:
        if isinstance(found.get("elements"), dict):
            nodes, edges = (
                [_flat(one["data"]) for one in found["elements"][part]] for part in ("nodes", "edges")
            )
            for one in edges:
                one["from"], one["to"] = one.pop("source"), one.pop("target")
            return _whole({key: str(value) for key, value in found["data"].items()}, nodes, edges)
        return _linked(found)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Fault(
            f'"{safe(os.path.basename(name))}" is no graph that an export wrote: {safe(str(error))}.'
        ) from error


def _linked(found: dict[str, Any]) -> Tables:
    rows: dict[str, list[Cells]] = {name: [] for name in TABLES}
    about = found["graph"]
    coverage = about.pop("coverage", {})
    held = {key: value for key, value in about.items() if key not in TABLES}
    held |= {f"coverage {key}": value for key, value in coverage.items()}
    rows["dataset"] = [{"field": key, "value": _cell(value, key)} for key, value in held.items()]
    for table in ("sources", "voices", "types"):
        rows[table] = [_row(one) for one in about.get(table, ())]
    for one in about.get("events", ()):
        rows["events"].append(_row(one))
        rows["evidence"] += _items(one, one["id"])
    for one in found["nodes"]:
        rows["actors"].append(_row(one))
        for table, key in (("names", "aliases"), ("traits", "traits")):
            for number, inner in enumerate(one.get(key, ()), 1):
                ref = f"{one['id']}/{table[:-1]}/{number}"
                rows[table].append({**_row(inner), "ref": ref, "actor": one["id"]})
                rows["evidence"] += _items(inner, ref)
    for one in found["edges"]:
        rows["relations"].append({**_row(one), "id": one["key"], "from": one["source"], "to": one["target"]})
        rows["evidence"] += _items(one, one["key"])
    return Tables(rows)


def _items(record: dict[str, Any], of: str) -> Iterator[Cells]:
    for item in record.get("evidence", ()):
        yield {**_row(item), "at": "+".join(item.get("at", ())), "of": of}


def _flat(record: dict[str, Any]) -> Cells:
    return {key: str(value) for key, value in record.items()}


def _row(record: dict[str, Any]) -> Cells:
    return {
        key: _cell(value, key)
        for key, value in record.items()
        if key not in ("evidence", "aliases", "traits")
    }


def _cell(value: Any, key: str) -> str:
    """A value of JSON as the cell of a table."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key == "assessment":
        return joined(value[name] for name in ("confidence", "by", "on", "why") if name in value)
    if key == "coded":
        return joined([_signature(value)])
    if key == "reviewed":
        return joined(map(_signature, value))
    if key == "ids":
        return joined(f"{name}: {id_}" for name, id_ in value.items())
    if key == "who":
        return joined(f"{role}: {name}" for role, names in value.items() for name in names)
    if key == "figures":
        return joined(
            f"{one['unit']}: {one['figure']}" + (f" (says {one['says']})" if "says" in one else "")
            for one in value
        )
    return joined(map(str, value)) if isinstance(value, list) else str(value)


def _signature(found: dict[str, str]) -> str:
    return f"{found['by']} {found['on']}" if "on" in found else found["by"]
