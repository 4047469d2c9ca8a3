"""The formats that can be written: what each is for, its module, and what its writing gives."""

from importlib import import_module
from types import ModuleType
from typing import Final, NamedTuple


class Format(NamedTuple):
    """What a format is for, its module `write_...`, the ending of its file (none: a folder), and the extra it needs."""

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
    return import_module(f".write_{INDEX[name].module}", __package__)
