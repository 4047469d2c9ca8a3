"""What `export` wrote, back as records: a folder of CSV, a workbook, GraphML, GEXF, Cytoscape or node-link JSON.

No mapping is needed. Ids, dates and evidence stand as they were typed; columns that the export derived (`standing`,
`time`, `sign` ...) are made anew. A graph holds less than tables: `actorgraph export --losses graphml` says what.
"""

import gc
import os
from typing import Final

from ..errors import Fault
from ..text import safe
from . import cells, workbook
from .exported import Tables, tables
from .incoming import ELSEWHERE, Incoming, Record
from .losses import Loss, Losses
from .mapping import Plan
from .rebuilt import Rebuilding

SOURCES: Final = "sources"
LOSSES: Final = {
    "elsewhere": ELSEWHERE,
    "no-id": Loss("out", "rows without an id or a name, in", "the row could be no record"),
    "no-end": Loss("out", "rows without one of the two ends or a type", "a tie has all three"),
    "twice": Loss("out", "rows with an id that an earlier row has, in", "give each an id of its own"),
    "astray": Loss(
        "out",
        "items of evidence of a record that no table has",
        "its row was taken out, or its id changed",
        True,
    ),
    "table": Loss("lost", "tables that no export writes:", "the record has no place for them"),
    "column": Loss(
        "lost", "cells of a column that no export writes:", "the record has no field of that name"
    ),
    "type": Loss(
        "read",
        "types of the data set's own, in a graph",
        "family, sign and direction are kept: say the rest in types.yaml",
        every=True,
    ),
    "event": Loss("read", "events that a graph names by their id only", "called by that id", every=True),
    "shared": Loss(
        "read", "names that several actors of a graph bear", "marked as shared: the export was checked"
    ),
    "text-file": Loss("lost", "texts of sources", "an export holds their name and not the file", every=True),
    "rolled-up": Loss(
        "read", "ties of an export with --roll-up", "read between the parts that the source names", every=True
    ),
    **{name: loss for name, loss in workbook.LOSSES.items() if name != "other-sheet"},
    **{name: loss for name, loss in cells.LOSSES.items() if name not in workbook.LOSSES},
}


def read(files: list[str], plan: Plan) -> Incoming:
    """The records of one export."""
    if len(files) != 1:
        raise Fault("Name one export: the folder of its tables, its workbook or its graph.")
    losses = Losses(LOSSES)
    collecting = gc.isenabled()
    gc.disable()  # all that is read stays: walking it again and again would take a third of the time
    try:
        return _read(files[0], plan, losses)
    finally:
        if collecting:
            gc.enable()


def _read(name: str, plan: Plan, losses: Losses) -> Incoming:
    found = tables(name, losses)
    if not found.rows.get("actors"):
        raise Fault(
            f'"{safe(os.path.basename(name))}" is no export of this program that can be read back.',
            "A table or graph of others: actorgraph import table FILE, or graphml, gexf, node-link.",
        )
    return _made(found, plan, losses)


def _made(found: Tables, plan: Plan, losses: Losses) -> Incoming:
    incoming = Incoming("", losses, plan)
    making = Rebuilding(found, losses)
    about: Record = making.about()
    incoming.about = {"format": "1", "title": "Untitled", **about}
    incoming.title = str(incoming.about["title"])
    incoming.sources = making.records("sources")
    incoming.voices = making.records("voices")
    for name, record in making.types().items():
        incoming.type(name, record)
    for id_, record in making.actors().items():
        incoming.actor(id_, id_, record, id_=id_)
    incoming.events = making.events()
    for id_, record in making.relations():
        if not incoming.whole(id_, record):
            losses.tell("twice", of="relations")
    making.astray()
    if found.graph:
        losses.tell("shared", times=incoming.share_names())
    return incoming
