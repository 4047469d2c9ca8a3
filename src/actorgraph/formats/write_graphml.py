"""A graph as GraphML: a node an actor, a directed edge a tie, each with its fields as data of type string.

`label` is the actor's name or the type of tie; the graph's own data are title, cite, licence, version,
handling, and sources and voices with what is needed to cite them.
"""

from collections.abc import Iterator
from typing import Final

from . import flat
from .outgoing import Outgoing
from .writing import Written
from .xml import HEAD, escaped

LOSSES: Final = flat.LOSSES
NOTES: Final = flat.NOTES
_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"


def write(out: Outgoing) -> Written:
    return Written({"graph.graphml": "".join(_lines(out)).encode()})


def _lines(out: Outgoing) -> Iterator[str]:
    yield f'{HEAD}\n<graphml xmlns="{_SPACE}">\n'
    for name in flat.WHOLE:
        yield f'<key id="g-{name}" for="graph" attr.name="{name}" attr.type="string"/>\n'
    for letter, domain, columns in (("n", "node", flat.NODE), ("e", "edge", flat.EDGE)):
        yield f'<key id="{letter}" for="{domain}" attr.name="label" attr.type="string"/>\n'
        for at, column in enumerate(columns):
            yield f'<key id="{letter}{at}" for="{domain}" attr.name="{column.name}" attr.type="string"/>\n'
    yield '<graph edgedefault="directed">\n'
    for name, value in flat.cited(out):
        yield f'<data key="g-{name}">{escaped(value)}</data>\n'
    for id_, label, row in flat.nodes(out):
        cells = "".join(f'<data key="n{at}">{escaped(cell)}</data>' for at, cell in enumerate(row) if cell)
        yield f'<node id="{id_}"><data key="n">{escaped(label)}</data>{cells}</node>\n'
    for id_, from_, to, label, row in flat.edges(out):
        cells = "".join(f'<data key="e{at}">{escaped(cell)}</data>' for at, cell in enumerate(row) if cell)
        yield (
            f'<edge id="{escaped(id_)}" source="{from_}" target="{to}"><data key="e">{escaped(label)}</data>'
            f"{cells}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"
