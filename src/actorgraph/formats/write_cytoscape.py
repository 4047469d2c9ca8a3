"""A graph as JSON for Cytoscape and Cytoscape.js: `elements` with `nodes` and `edges`, each a flat `data` of text.

`data` of a node has `id` and `name`, that of an edge `id`, `source`, `target` and `interaction`, the type of tie.
"""

from collections.abc import Iterator
from typing import Any, Final

from . import flat
from .json import line, lines
from .outgoing import Outgoing
from .writing import Written

LOSSES: Final = flat.LOSSES
NOTES: Final = flat.NOTES


def write(out: Outgoing) -> Written:
    about = {"name": out.view.dataset.about.title, **dict(flat.cited(out))}
    text = (
        f'{{"data": {line(about)},\n"directed": true,\n"multigraph": true,\n'
        f'"elements": {{"nodes": {lines(_nodes(out))},\n"edges": {lines(_edges(out))}}}}}\n'
    )
    return Written({"graph.cyjs": text.encode()})


def _nodes(out: Outgoing) -> Iterator[dict[str, Any]]:
    for id_, name, row in flat.nodes(out):
        # networkx takes `value` for the node.
        yield {"data": {"id": id_, "value": id_, "name": name, **_cells(flat.NODE, row)}}


def _edges(out: Outgoing) -> Iterator[dict[str, Any]]:
    for id_, from_, to, label, row in flat.edges(out):
        # networkx reads `key` where two actors have several ties.
        ends = {"id": id_, "key": id_, "source": from_, "target": to, "interaction": label}
        yield {"data": {**ends, **_cells(flat.EDGE, row)}}


def _cells(columns: tuple[Any, ...], row: tuple[str, ...]) -> dict[str, str]:
    return {column.name: cell for column, cell in zip(columns, row, strict=True) if cell}
