"""The formats that are read: what each is for, its module, and what stands behind a mapping it needs.

A reader is the function `read(files, plan)` of its module, whose table LOSSES says all that it can leave behind.
"""

from importlib import import_module
from types import ModuleType
from typing import Final, NamedTuple


class Reading(NamedTuple):
    """What a format is for, its module, the endings of its files, and whether a mapping must say what is what."""

    summary: str
    module: str
    suffixes: tuple[str, ...]
    mapped: bool = True


INDEX: Final[dict[str, Reading]] = {
    "table": Reading(
        "a table of ties or of actors: CSV, TSV, XLSX", "read_table", (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
    ),
    "record": Reading(
        "what export wrote: tables, workbook or graph", "read_record",
        (".csv", ".xlsx", ".graphml", ".gexf", ".cyjs", ".json"), mapped=False,
    ),
    "graphml": Reading("a graph of yEd, Gephi, Cytoscape, igraph, networkx", "read_graph", (".graphml", ".xml")),
    "gexf": Reading("a graph of Gephi, its spells included", "read_graph", (".gexf",)),
    "pajek": Reading("a network of Pajek", "read_graph", (".net",)),
    "node-link": Reading("a graph as JSON of networkx or D3", "read_graph", (".json",)),
    "signed": Reading("an edge list with a sign or a signed weight", "read_signed", (".csv", ".tsv", ".txt", ".edges")),
    "ucdp-actors": Reading("the UCDP Actor Dataset", "read_ucdp", (".csv",), mapped=False),
    "states": Reading("ATOP alliances, rivalries and states", "read_states", (".csv",), mapped=False),
}  # fmt: skip


def module(name: str) -> ModuleType:
    """The module that reads the format."""
    return import_module(f".{INDEX[name].module}", __package__)
