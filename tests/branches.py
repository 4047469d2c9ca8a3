"""Pairs of branches of one data set, drawn by a seed, with what a merge by record and field must come to.

Each branch is a list of deeds on records; both are typed by hand in ways of their own, or by one edit each.
"""

import copy
import itertools
from random import Random
from typing import Any

from actorgraph.nodes import read
from byhand import Hand
from generated import Dice, files_of

NAMES = ("actors.yaml", "relations.yaml")
FIELDS = ("note", "scope", "place", "existed")


def dice(seed: int) -> Dice:
    return Dice(Random(seed).randbytes(8000))  # noqa: S311  # no secret


def base_of(seed: int, name: str) -> Any:
    value = files_of(dice(seed), False, 6)[name]
    for number, row in enumerate(
        value["relations"] if name == "relations.yaml" else value["actors"].values()
    ):
        if name == "relations.yaml":
            row["id"] = f"r{number}"
    return value


def records(value: Any) -> dict[str, Any]:
    """The records of a file by id."""
    [(key, there)] = value.items()
    return {row["id"]: row for row in there} if key == "relations" else dict(there)


def branched(value: Any, random: Random, side: str, apart: list[str] | None = None) -> tuple[Any, set[str]]:
    """The file after some deeds on records, of `apart` alone where that is given; and which records it touched."""
    new = copy.deepcopy(value)
    [(key, there)] = new.items()
    touched = set()
    ids = list(records(new)) if apart is None else apart
    for id_ in random.sample(ids, min(len(ids), random.randint(1, 3))):
        row = records(new)[id_]
        touched.add(id_)
        deed = random.choice(("set", "set", "set", "out", "evidence", "drop"))
        if deed == "out":
            there.remove(row) if key == "relations" else there.pop(id_)
        elif deed == "evidence":
            row["evidence" if key == "relations" else "aliases"] = [f"s1 p{random.randint(1, 9)}"]
        elif deed == "drop" and "note" in row:
            del row["note"]
        else:
            row[random.choice(FIELDS)] = random.choice((f"by {side}", "by both", ["a", "b"]))
    for _ in range(random.randint(0, 2)):
        id_ = f"{side}-{random.randint(1, 3)}" if random.random() < 0.8 else f"both-{random.randint(1, 2)}"
        if id_ in records(new) or (apart is not None and id_.startswith("both")):
            continue
        row = {"from": "alba", "type": "support", "to": "brel", "id": id_, "note": random.choice(("x", "y"))}
        if key == "relations":
            there.insert(random.randint(0, len(there)), row)
        else:
            there[id_] = {"name": id_, "kind": "faction", "note": row["note"]}
        touched.add(id_)
    return new, touched


def expected(base: Any, ours: Any, theirs: Any) -> tuple[dict[str, Any], set[tuple[str, str]]]:
    """The records both come to, and each field that both changed otherwise; of a record taken out, "" for the field."""
    old, mine, others = (records(value) for value in (base, ours, theirs))
    found: dict[str, Any] = {}
    conflicts: set[tuple[str, str]] = set()
    for id_ in {**mine, **others, **old}:
        o, a, b = old.get(id_), mine.get(id_), others.get(id_)
        if a is None or b is None:
            here = a if a is not None else b
            if o is None or (here is not None and here != o):
                conflicts |= {(id_, "")} if o is not None else set()
                found[id_] = here
            continue
        found[id_] = {}
        for field in {**a, **b}:
            x, y, z = (o or {}).get(field), a.get(field), b.get(field)
            if y != z and x not in (y, z):
                conflicts.add((id_, field))
            kept = z if y == x else y
            if kept is not None:
                found[id_][field] = kept
        for field in o or {}:
            if field not in a and field not in b:
                found[id_].pop(field, None)
    return found, conflicts


def typed(value: Any, seed: int) -> str:
    """The file as somebody types it whom the reader understands."""
    for number in itertools.count():
        text = Hand(dice(seed + 1000 * number)).file(value)
        if not read(text.encode(), "a.yaml")[1]:
            return text
    raise AssertionError
