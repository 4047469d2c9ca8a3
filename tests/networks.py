"""Signed networks for the tests of balance: real ones beside the project, random ones, and answers by trying everything."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from actorgraph.balance.graph import Signed, signed
from worlds import SHARED

FOLDER = Path(SHARED) / "data" / "signed"


def there() -> bool:
    return (FOLDER / "reference.json").exists()


needs_networks = pytest.mark.skipif(
    not there(),
    reason="the real signed networks are not beside the project (set ACTORGRAPH_SHARED to their folder)",
)


def named(name: str) -> tuple[list[str], Signed]:
    """A network by its file's name: its vertices in order, isolated ones included, and its graph."""
    listed = FOLDER / f"{name}.nodes.txt"
    names = listed.read_text(encoding="utf-8").split("\n")[:-1] if listed.exists() else []
    at = {one: place for place, one in enumerate(names)}
    ties = []
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            ends = [at.setdefault(row[end], len(at)) for end in ("source", "target")]
            ties.append((ends[0], ends[1], int(row["sign"])))
    return list(at), signed(len(at), ties)


def reference() -> dict[str, Any]:
    if not there():
        return {}
    return json.loads((FOLDER / "reference.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def anyhow(n: int, density: float, hostile: float, seed: int, most: int = 1) -> Signed:
    """A random graph of n vertices, its ties there and negative by chance, of weights 1 to `most`."""
    chance = Random(seed)  # noqa: S311 - no secret
    ties = [
        (u, v, chance.randint(1, most) * (-1 if chance.random() < hostile else 1))
        for v in range(n)
        for u in range(v)
        if chance.random() < density
    ]
    return signed(n, ties, weigh=True)


def several(count: int, largest: int, seed: int) -> Iterator[Signed]:
    """Random graphs of 1 to `largest` vertices, sparse and dense, friendly and hostile, some with weights."""
    chance = Random(seed)  # noqa: S311 - no secret
    for number in range(count):
        n = 1 + number % largest
        yield anyhow(n, chance.random(), chance.random(), seed * 1_000_000 + number, chance.choice((1, 1, 3)))


def two_camps(graph: Signed) -> tuple[int, list[tuple[int, ...]]]:
    """The least cost of a split into two, and all splits of that cost in which vertex 0 is in camp 0."""
    costs = [0]  # by the set of vertices in camp 1, a bit for each of them from 1 on
    for vertex in range(1, graph.n):
        ties = [(u, weight) for u, v, weight in graph.edges if v == vertex]
        both = []
        for side in (0, 1):
            for mask, cost in enumerate(costs):
                more = sum(
                    abs(weight) for u, weight in ties if ((mask << 1 >> u & 1) == side) == (weight < 0)
                )
                both.append(cost + more)
        costs = both
    least = min(costs)
    return least, [
        tuple(mask << 1 >> vertex & 1 for vertex in range(graph.n))
        for mask, cost in enumerate(costs)
        if cost == least
    ]


def any_camps(graph: Signed) -> int:
    """The least cost of a split into any number of camps: over all sets, the best camp that holds their lowest vertex."""
    inner = [0] * (1 << graph.n)
    for mask in range(1, 1 << graph.n):
        low = mask & -mask
        rest = mask ^ low
        inner[mask] = inner[rest] + sum(
            weight
            for u, v, weight in graph.edges
            if (1 << u == low and rest >> v & 1) or (1 << v == low and rest >> u & 1)
        )
    best = [0] * (1 << graph.n)
    for mask in range(1, 1 << graph.n):
        low = mask & -mask
        rest = part = mask ^ low
        most = inner[low] + best[rest]
        while part:
            most = max(most, inner[low | part] + best[rest ^ part])
            part = (part - 1) & rest
        best[mask] = most
    return sum(weight for _, _, weight in graph.edges if weight > 0) - best[-1]
