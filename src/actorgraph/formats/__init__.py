"""Formats of others, one a file: what of the record each holds is in its docstring, what it leaves behind in LOSSES.

A format NAME is the module of INDEX. `write(out)` gives its files by name, and in words what the writing itself left
out; `LOSSES` is the fixed table of the fields that it has no room for, `NOTES` what reads otherwise in it.

What they share: outgoing (which records go out), columns and tables (the record as tables), flat (actors and ties
in one flat row each), fields and losses (what a loss is, and its page), xml and json (harmless text).
"""

from importlib import import_module
from types import ModuleType
from typing import Final, NamedTuple


class Format(NamedTuple):
    """What a format is for, its module, the ending of its file (none: a folder of files), and the extra it needs."""

    summary: str
    module: str
    suffix: str = ""
    extra: str = ""


class Written(NamedTuple):
    """The files of an export by name, one where the format is one file; and in words which records it left out."""

    files: dict[str, bytes]
    left: tuple[str, ...] = ()


INDEX: Final[dict[str, Format]] = {
    "csv": Format("tables for any spreadsheet: actors, relations, evidence and six more", "csv"),
    "xlsx": Format("the same tables as one workbook for Excel or LibreOffice", "xlsx", ".xlsx", "xlsx"),
    "graphml": Format("a graph for Gephi, yEd, Cytoscape, igraph, networkx", "graphml", ".graphml"),
    "gexf": Format("a graph for Gephi with its timeline, GEXF 1.3", "gexf", ".gexf"),
    "node-link": Format("a graph as JSON for networkx and D3, with all evidence", "nodelink", ".json"),
    "cytoscape": Format("a graph as JSON for Cytoscape and Cytoscape.js", "cytoscape", ".cyjs"),
    "signed": Format("an edge list of friend and foe for signed-network programs", "signed", ".tsv"),
    "panel": Format("a table of pairs by year, hostile and cooperative apart", "panel", ".csv"),
    "paper": Format("a data paper: tables, dictionary, codebook, citation, licence", "paper"),
}


def module(name: str) -> ModuleType:
    """The module of a format, loaded when it is wanted."""
    return import_module(f".{INDEX[name].module}", __name__)
