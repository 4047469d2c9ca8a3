"""A graph as node-link JSON, as `networkx.node_link_graph` and D3 read it, with all of the record.

`nodes` are actors with their traits and other names, `edges` ties with every item of evidence under `evidence`;
`key` of an edge is the tie's id. `graph` holds what dataset.yaml says and sources, voices and events. Fields are
called as in the data's own format; those that hold nothing are left out.
"""

from collections.abc import Iterator
from typing import Any, Final

from .columns import TYPE
from .fields import Loss
from .json import line, lines, plain
from .outgoing import Outgoing
from .tables import day, type_rows
from .writing import Written

LOSSES: Final = (
    Loss("dataset", ("suppress",), "judgements on checks of the files"),
    Loss("scenario", (), "a what-if is not of the record"),
)
NOTES: Final = (
    "Its handling mark is the strictest of what is in it.",
    (
        "All edges have a direction; `symmetric` says where it means nothing. What is denied, doubted or only asked is an "
        "edge too: look at `standing` before counting it."
    ),
)


def write(out: Outgoing) -> Written:
    about = plain(out.view.dataset.about._replace(suppress=(), handling=out.handling))
    graph = ",\n".join(
        [f'"{key}": {line(value)}' for key, value in about.items()]
        + ([f'"what-if": {line(out.what_if)}'] if out.what_if else [])
        + [f'"{name}": {lines(map(plain, held))}' for name, held in _lists(out)]
    )
    text = (
        f'{{"directed": true,\n"multigraph": true,\n"graph": {{{graph}}},\n'
        f'"nodes": {lines(map(plain, out.actors))},\n"edges": {lines(_edges(out))}}}\n'
    )
    return Written({"graph.json": text.encode()})


def _lists(out: Outgoing) -> tuple[tuple[str, Any], ...]:
    types = [dict(zip((column.name for column in TYPE), row, strict=True)) for row in type_rows(out)]
    held = (("sources", out.sources), ("voices", out.voices), ("events", out.events))
    return (*held, ("types", types)) if types else held


def _edges(out: Outgoing) -> Iterator[dict[str, Any]]:
    dataset = out.view.dataset
    for seen in out.rows:
        row, days = seen.relation, seen.spell.days
        type_ = dataset.type_of(row)
        fields = plain(row._replace(evidence=seen.items, assessment=seen.assessment))
        ends = {name: fields.pop(name) for name in ("from", "to")}
        coded = (
            {f"coded-{name}": end for name, end in ends.items()}
            if ends != {"from": seen.from_, "to": seen.to}
            else {}
        )
        limits = {
            "start-earliest": day(days.s1),
            "start-latest": day(days.s2),
            "end-earliest": day(days.e1),
            "end-latest": day(days.e2),
        }
        yield {
            "source": seen.from_,
            "target": seen.to,
            "key": row.id,
            **fields,
            **coded,
            "family": type_.family,
            "sign": type_.sign,
            "symmetric": type_.symmetric,
            "standing": seen.standing,
            "time": seen.spell.words,
            **({"answer": seen.answer} if seen.answer else {}),
            **{name: value for name, value in limits.items() if value},
        }
