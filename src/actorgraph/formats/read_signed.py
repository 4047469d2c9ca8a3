"""Plain signed edge lists: two vertices and a sign or a signed weight a line; a second file may list all vertices.

The list says who is for or against whom, and nothing of how: a mapping may name types, else the ties get types of their
own, `positive-tie` and `negative-tie`, which say just that and hold both ways.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from ..errors import Fault
from ..text import safe
from . import cells, read_table
from .cells import Row, Table
from .incoming import Incoming
from .losses import Loss, Losses
from .mapping import Part, Plan
from .takes import Take

COLUMNS: Final = ("source", "target", "sign")
_COMMENTS: Final = ("#", "%", "//")
DEFAULT: Final = {
    "from": Take(("source",)),
    "to": Take(("target",)),
    "kind": Take(fixed="other"),
    "type": Take(("sign",), values={"+": "positive-tie", "-": "negative-tie"}),
}
LOSSES: Final = {
    "zero": Loss("out", "edges with the sign or weight 0", "a tie that is neither for nor against has no type here"),
    "no-sign": Loss("out", "lines that are no edge with a sign", "two vertices and a number are wanted"),
    "weight": Loss("lost", "weights other than 1 and -1", "the sign is kept; how strong a tie is, is not counted"),
    **read_table.COMMON,
    **cells.LOSSES,
}  # fmt: skip


def read(files: list[str], plan: Plan) -> Incoming:
    """The ties of the list, and the vertices without one where a second file names them."""
    if len(files) > 2:
        raise Fault("A signed list is one file, and perhaps a second one with all its vertices, one a line.")
    losses = Losses(LOSSES)
    if not plan.parts:
        plan = plan._replace(parts={"relations": Part("relations", DEFAULT, {})})
    if {*plan.parts} != {"relations"}:
        raise Fault("The mapping of a signed list is one of relations.")
    part = plan.parts["relations"]
    incoming = Incoming(plan.source["title"], losses, plan)
    source = incoming.source(plan.source["id"], {k: v for k, v in plan.source.items() if k != "id"})
    type_ = part.fields["type"]
    if type_.values:  # 1 and -1 are as good as + and -
        type_ = type_._replace(values={_mark(value): word for value, word in type_.values.items()})
        part = part._replace(fields={**part.fields, "type": type_})
    if len(files) == 2:
        _vertices(incoming, files[1], part)
    read_table.Reading(incoming, plan, part, table(files[0], losses), source).read()
    return incoming


def table(name: str, losses: Losses) -> Table:
    """The edges, `sign` as + or -, further columns by their headings."""
    lines = _lines(name, losses)
    first = next(lines, None)
    if first is None:
        raise Fault(f'"{safe(name)}" holds no edge.')
    cells_ = first[1]
    headed = len(cells_) > 2 and _number(cells_[2]) is None
    more = cells_[3:] if headed else [f"column {cells.letter(at)}" for at in range(3, len(cells_))]
    rows = lines if headed else chain([first], lines)
    columns = (*COLUMNS, *(one for one in dict.fromkeys(more) if one not in COLUMNS))
    return Table(name, columns, _rows(rows, columns, losses))


def _rows(lines: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], losses: Losses) -> Iterator[Row]:
    for number, found in lines:
        place = f"r{number}"
        weight = _number(found[2]) if len(found) > 2 else None
        if weight is None or not found[0] or not found[1]:
            losses.tell("no-sign", place)
        elif weight == 0:
            losses.tell("zero", place)
        else:
            losses.tell("weight", place, times=abs(weight) != 1)
            cut = [*found[:2], "+" if weight > 0 else "-", *found[3:]]
            yield Row(place, dict(zip(columns, cut + [""] * len(columns), strict=False)))


def _lines(name: str, losses: Losses) -> Iterator[tuple[int, list[str]]]:
    """Numbered lines cut at commas, semicolons or tabs, and at blanks where there are none of these."""
    with cells.words(name, losses) as text:
        for number, line in enumerate(text, 1):
            line = line.strip()
            if not line or line.startswith(_COMMENTS):
                continue
            cut = next((mark for mark in (",", ";", "\t") if mark in line), None)
            yield number, [part.strip().strip('"') for part in line.split(cut)]


def _vertices(incoming: Incoming, name: str, part: Part) -> None:
    kind = part.fields["kind"].fixed or "other"
    with cells.words(name, incoming.losses) as text:
        for line in text:
            if (vertex := line.strip().strip('"')) and not vertex.startswith(_COMMENTS):
                incoming.end(vertex, kind)


def _mark(value: str) -> str:
    weight = _number(value)
    return value if weight is None else "-" if weight < 0 else "+"


def _number(word: str) -> float | None:
    """The sign or weight.

    >>> _number("+"), _number("-2.5"), _number("sign")
    (1.0, -2.5, None)
    """
    word = word.replace("\u2212", "-")
    if word in ("+", "-"):
        return float(word + "1")
    return float(word) if re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,15})?([eE][+-]?\d{1,2})?", word) else None
