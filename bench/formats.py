"""What 100,000 ties cost on their way out and in beside the plain call of a library. `make bench`.

The yardsticks are `csv.writer` over the same rows, and networkx writing the same graph with the same attributes as
GraphML. Both are also timed with their rows or their graph made in advance (`bare`), which spares them what ours pays for.
On the way in they are `csv.DictReader` over the same files and networkx reading the same GraphML; ours has made records.
"""

import csv
import io
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable

import networkx as nx

from actorgraph.formats import flat, read_record, tables, write_csv, write_graphml
from actorgraph.formats.mapping import Plan
from actorgraph.formats.outgoing import Outgoing, outgoing
from actorgraph.lens import PLAIN
from actorgraph.loading import build
from actorgraph.view.memory import MemoryView

ACTORS, TIES, TYPES = 3000, 100_000, ("enmity", "support", "fighting", "cooperation", "threat")


def record(ties: int) -> Outgoing:
    """A record of that many ties with an item of evidence each, already looked at."""
    rng = random.Random(1)  # noqa: S311  # the same graph each time
    rows = []
    for number in range(ties):
        one, other = rng.sample(range(ACTORS), 2)
        rows.append(
            f"  - {{id: t{number}, from: a{one}, type: {rng.choice(TYPES)}, to: a{other}, scope: somewhere in the east,\n"
            f"     evidence: {{source: s, at: p{number % 300}, as-of: {2000 + number % 20}, gist: words {number}}}}}\n"
        )
    actors = "".join(
        f"  a{number}: {{name: Actor number {number}, kind: faction}}\n" for number in range(ACTORS)
    )
    files = {
        "dataset.yaml": "format: 1\ntitle: Bench\n",
        "actors.yaml": f"actors:\n{actors}",
        "sources.yaml": "sources:\n  s: {title: S, author: me, published: 2020}\nvoices:\n  me: {name: Me, kind: author}\n",
        "relations.yaml": f"relations:\n{''.join(rows)}",
    }
    loaded = build({name: text.encode() for name, text in files.items()}, [])
    view = MemoryView(loaded.dataset, PLAIN)
    view.relations()
    return outgoing(view)


def plain_csv(made: tuple[tables.Table, ...]) -> None:
    """The library's own way to write rows."""
    for table in made:
        writer = csv.writer(io.StringIO())
        writer.writerow([column.name for column in table.columns])
        writer.writerows(table.rows)


def graph(out: Outgoing) -> "nx.MultiDiGraph[str]":
    """The graph that our GraphML holds, as networkx has it."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, label, row in flat.nodes(out):
        made.add_node(id_, label=label, **cells(flat.NODE, row))
    for id_, from_, to, _, row in flat.edges(out):
        made.add_edge(from_, to, key=id_, label=row[0], **cells(flat.EDGE, row))
    return made


def cells(columns: tuple[tables.Column, ...], row: tables.Row) -> dict[str, str]:
    """What a row holds."""
    return {column.name: cell for column, cell in zip(columns, row, strict=True) if cell}


def rows_of(folder: str) -> None:
    """The library's own way to read rows."""
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            list(csv.DictReader(file))


def came_in(out: Outgoing) -> None:
    """The way in: each format beside the library."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in write_csv.write(out).files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        mine = took(lambda: read_record.read([folder], Plan({}, {}, {})))
        other = took(lambda: rows_of(folder))
        print(f"{'csv, in':16}{mine:9.2f}{other:12.2f}{mine / other:7.2f}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "graph.graphml")
        with open(path, "wb") as file:
            file.write(write_graphml.write(out).files["graph.graphml"])
        mine = took(lambda: read_record.read([path], Plan({}, {}, {})))
        other = took(lambda: nx.read_graphml(path, force_multigraph=True), 1)
        print(f"{'graphml, in':16}{mine:9.2f}{other:12.2f}{mine / other:7.2f}")


def took(work: Callable[[], object], runs: int = 3) -> float:
    """The shortest of some runs, in seconds of this process."""
    found = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)


def main() -> None:
    """Print the table."""
    ties = int(sys.argv[1]) if len(sys.argv) > 1 else TIES
    out = record(ties)
    made, theirs = tables.tables(out), graph(out)
    compared: tuple[tuple[str, Callable[[], object], Callable[[], object], Callable[[], object]], ...] = (
        ("csv", lambda: write_csv.write(out), lambda: plain_csv(tables.tables(out)), lambda: plain_csv(made)),
        (
            "graphml",
            lambda: write_graphml.write(out),
            lambda: nx.write_graphml_xml(graph(out), io.BytesIO()),
            lambda: nx.write_graphml_xml(theirs, io.BytesIO()),
        ),
    )
    print(f"{f'{ties:,} ties':16}{'ours, s':>9}{'library, s':>12}{'ratio':>7}{'bare, s':>9}{'ratio':>7}")
    for name, own, library, bare in compared:
        runs = 1 if name == "graphml" else 3
        mine, other, less = took(own), took(library, runs), took(bare, runs)
        print(f"{name:16}{mine:9.2f}{other:12.2f}{mine / other:7.2f}{less:9.2f}{mine / less:7.2f}")
    came_in(out)


if __name__ == "__main__":
    main()
