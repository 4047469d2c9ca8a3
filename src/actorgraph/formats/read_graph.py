"""Graphs (GraphML, GEXF, Pajek through networkx; node-link JSON) as two tables: vertices and edges with attributes.

A mapping in two parts says what becomes of the attributes. Edges have the columns `source` and `target`, vertices `id`;
a vertex is cited as n1, n2, an edge as e1, e2, in the order of the file.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from ..errors import Fault
from ..text import safe
from . import cells, markup, read_table
from .cells import Row, Table
from .incoming import Incoming
from .losses import Loss, Losses
from .mapping import Plan
from .takes import Take

LARGEST: Final = 64 * 2**20
_ELEMENTS: Final = {
    "hyperedge": Loss("out", "hyperedges", "a tie is between two"),
    "port": Loss("lost", "ports", "where on a vertex an edge ends is drawing"),
    "nested": Loss(
        "lost", "graphs within a graph", "their vertices are taken, what holds them together is not"
    ),
    "color": Loss("lost", "colours", "drawing"),
    "position": Loss("lost", "positions", "drawing"),
    "size": Loss("lost", "sizes", "drawing"),
    "shape": Loss("lost", "shapes", "drawing"),
    "thickness": Loss("lost", "thicknesses", "drawing"),
    "Geometry": Loss("lost", "shapes of yEd", "drawing"),
    "Path": Loss("lost", "lines of yEd", "drawing"),
}
LOSSES: Final = {
    **_ELEMENTS,
    "nested-value": Loss(
        "lost", "attributes that hold further attributes, or change with time:", "a cell is one value"
    ),
    "section": Loss("lost", "sections of Pajek:", "only vertices, arcs and edges are read"),
    "both-ways": Loss("read", "network with arcs and edges", "which of its lines were directed is not kept"),
    "graph": Loss("lost", "attributes of the graph as a whole:", "title and source stand in the mapping"),
    **read_table.COMMON,
    **{name: loss for name, loss in cells.LOSSES.items() if name in ("windows-1252", "utf-16")},
}
Attributes = dict[str, Any]
Graph = tuple[list[tuple[str, Attributes]], list[tuple[str, str, Attributes]]]


def read(files: list[str], plan: Plan) -> Incoming:
    """The records of one graph."""
    if len(files) != 1:
        raise Fault("A graph is one file.")
    if "relations" not in plan.parts:
        raise Fault("The mapping of a graph has two parts, `actors: {...}` and `relations: {...}`.")
    losses = Losses(LOSSES)
    found = tables(files[0], losses)
    if actors := plan.parts.get("actors"):
        own = actors._replace(fields={"key": Take(("id",)), **actors.fields})
        plan = plan._replace(parts={**plan.parts, "actors": own})
    return read_table.gathered({what: found[what] for what in plan.parts}, plan, losses)


def tables(name: str, losses: Losses) -> dict[str, Table]:
    """The vertices and the edges of the file."""
    with cells.opened(name) as stream:
        if os.fstat(stream.fileno()).st_size > LARGEST:
            raise Fault(f'"{safe(name)}" is larger than {LARGEST // 2**20} MiB. Split the graph.')
        head = stream.read(4096).lstrip(b"\xef\xbb\xbf \r\n\t")
    read_one: Callable[[str, Losses], Graph] = _pajek
    if head[:1] == b"<":
        read_one = _gexf if b"<gexf" in head else _graphml
    elif head[:1] in (b"{", b"["):
        read_one = _node_link
    try:
        nodes, edges = read_one(name, losses)
    except Fault:
        raise
    except Exception as error:  # what a reader of others raises at a strange file is of any kind
        why = f"{type(error).__name__}: {safe(str(error))[:200]}"
        raise Fault(f'"{safe(os.path.basename(name))}" can\'t be read as a graph: {why}.') from error
    base = os.path.basename(name)
    return {
        "actors": _table(base, "n", [({"id": id_}, found) for id_, found in nodes], losses),
        "relations": _table(
            base, "e", [({"source": a, "target": b}, found) for a, b, found in edges], losses
        ),
    }


def _table(name: str, letter: str, found: list[tuple[dict[str, str], Attributes]], losses: Losses) -> Table:
    columns = dict.fromkeys(key for own, _ in found for key in own)
    columns |= dict.fromkeys(str(key) for _, more in found for key in more)
    named = tuple(columns) or (("id",) if letter == "n" else ("source", "target"))
    return Table(name, named, _rows(named, letter, found, losses))


def _rows(
    columns: tuple[str, ...], letter: str, found: Iterable[tuple[dict[str, str], Attributes]], losses: Losses
) -> Iterator[Row]:
    for number, (own, more) in enumerate(found, 1):
        row = dict.fromkeys(columns, "")
        for key, value in more.items():
            row[str(key)] = _word(value, str(key), f"{letter}{number}", losses)
        yield Row(f"{letter}{number}", {**row, **own})


def _word(value: Any, key: str, place: str, losses: Losses) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list) and not any(isinstance(one, dict | list | tuple) for one in value):
        return "; ".join(str(one) for one in value)
    if isinstance(value, dict | list | tuple):
        losses.tell("nested-value", place, safe(key))
        return ""
    return " ".join(str(value).split())


def _graphml(name: str, losses: Losses) -> Graph:
    import networkx as nx

    _elements(name, losses)
    with cells.opened(name) as stream:
        return _taken(nx.read_graphml(stream, force_multigraph=True), losses)


def _gexf(name: str, losses: Losses) -> Graph:
    import networkx as nx

    _elements(name, losses)
    with cells.opened(name) as stream:
        nodes, edges = _taken(nx.read_gexf(stream), losses)
    for _, found in nodes:
        found.pop("viz", None)  # told of by its elements
    return nodes, [(a, b, one) for a, b, found in edges for one in _spells(found)]


def _spells(found: Attributes) -> Iterator[Attributes]:
    """An edge for each of its spells: one row of the record is one spell."""
    found.pop("viz", None)
    spells = found.pop("spells", None)
    for begin, end in spells or [(found.get("start"), found.get("end"))]:
        yield {
            **found,
            # networkx has an open end of a spell as the word None.
            **({"start": begin} if begin not in (None, "None") else {}),
            **({"end": end} if end not in (None, "None") else {}),
        }


def _elements(name: str, losses: Losses) -> None:
    with cells.opened(name) as stream:
        found = markup.counted(stream, name)
    for tag, count in found.items():
        if tag in _ELEMENTS:
            losses.tell(tag, times=count)
    losses.tell("nested", times=max(0, found["graph"] - 1))


def _pajek(name: str, losses: Losses) -> Graph:
    import networkx as nx

    with cells.words(name, losses) as text:
        lines = [line.rstrip("\r\n") for line in text if not line.startswith("%")]
    heads = {line.split()[0].lower() for line in lines if line.startswith("*")}
    if "*vertices" not in heads:
        raise Fault(f'"{safe(name)}" has no line *Vertices: it is no network of Pajek.')
    for head in sorted(heads - {"*network", "*vertices", "*arcs", "*edges"}):
        losses.tell("section", of=safe(head))
    losses.tell("both-ways", times={"*arcs", "*edges"} <= heads)
    return _taken(nx.parse_pajek(lines), losses)


def _node_link(name: str, losses: Losses) -> Graph:
    import json

    with cells.words(name, losses) as text:
        found = json.load(text)
    if not isinstance(found, dict) or not isinstance(found.get("nodes"), list):
        raise Fault(f'"{safe(name)}" has no list `nodes`: it is no node-link graph.')
    links = found.get("links", found.get("edges"))
    if not isinstance(links, list):
        raise Fault(f'"{safe(name)}" has no list `links` or `edges`: it is no node-link graph.')
    for key in found:
        if key not in ("nodes", "links", "edges", "directed", "multigraph") and found[key]:
            losses.tell("graph", of=safe(str(key)))
    names = {str(node["id"]) for node in found["nodes"]}
    edges = [(str(one["source"]), str(one["target"]), _without(one, "source", "target")) for one in links]
    if astray := next((end for a, b, _ in edges for end in (a, b) if end not in names), None):
        raise Fault(f'An edge ends in "{safe(astray)}", which is no vertex of the file.')
    return [(str(node["id"]), _without(node, "id")) for node in found["nodes"]], edges


def _without(found: Attributes, *names: str) -> Attributes:
    return {key: value for key, value in found.items() if key not in names}


def _taken(graph: Any, losses: Losses) -> Graph:
    for key in graph.graph:
        if key not in ("node_default", "edge_default", "mode", "name"):
            losses.tell("graph", of=safe(str(key)))
    nodes = [(str(id_), _without(found, "id")) for id_, found in graph.nodes(data=True)]
    return nodes, [(str(a), str(b), {**found}) for a, b, found in graph.edges(data=True)]
