"""How far two second readers agree with the shipped coding: figures from the tables in docs/data/second-reading/.

`python tests/agreement.py` prints them; docs/data/second-reading.md shows them, and a test holds the two together.
"""

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).resolve().parent.parent / "docs" / "data" / "second-reading"
NAMES = {"ours": "ours", "a": "A", "b": "B"}
FEW = 30  # below so many shared units a coefficient says nothing
DRAWS = 2000

Item = dict[str, str]
Values = list[tuple[str, str]]


class Pairing(NamedTuple):
    """What two coders found: each alone, and the statements of both, item beside item."""

    first: int
    second: int
    both: list[tuple[Item, Item]]


def table(name: str) -> list[Item]:
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def actors(one: str, other: str) -> tuple[int, int, int]:
    rows = table("actors.csv")
    return (
        sum(bool(row[one]) for row in rows),
        sum(bool(row[other]) for row in rows),
        sum(bool(row[one] and row[other]) for row in rows),
    )


def statements(one: str, other: str, *, strict: bool = True, unshown: bool = False) -> Pairing:
    """Found by both means the same row of the table and, if `strict`, ends that are the same referents."""
    referents = {(coder, row[coder]): row["referent"] for row in table("actors.csv") for coder in NAMES}
    found: dict[str, dict[str, Item]] = {one: {}, other: {}}
    for item in table("alignment.csv"):
        if item["coder"] in found and not (unshown and item["shown"]):
            found[item["coder"]][item["statement"]] = item

    def ends(item: Item) -> set[str]:
        return {referents[item["coder"], item[end]] for end in ("from", "to")}

    pairs = [(item, found[other][key]) for key, item in found[one].items() if key in found[other]]
    both = [(here, there) for here, there in pairs if not strict or ends(here) == ends(there)]
    return Pairing(len(found[one]), len(found[other]), both)


def alpha(values: Values) -> float | None:
    """Krippendorff's alpha for two coders, nominal, nothing missing; None where all values are one."""
    counts = Counter(value for pair in values for value in pair)
    total = sum(counts.values())
    expected = total**2 - sum(count**2 for count in counts.values())
    unlike = 2 * sum(here != there for here, there in values)
    return 1 - (total - 1) * unlike / expected if expected else None


def interval(values: Values) -> tuple[float, float]:
    """The middle 95 in 100 of alphas of samples drawn from the units, always the same samples."""
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    drawn = (alpha(draw.choices(values, k=len(values))) for _ in range(DRAWS))
    alphas = sorted(one for one in drawn if one is not None)
    return alphas[len(alphas) * 25 // 1000], alphas[len(alphas) * 975 // 1000 - 1]


def days(time: str) -> tuple[str, str]:
    """First and last month of a dated item; an open end has no bound."""
    first, _, last = time.partition(" ")[2].partition("/")
    last = last or first
    return (first + "-01")[:7], last if len(last) > 4 else last + "-12"


def overlap(here: str, there: str) -> bool:
    (start, end), (begin, stop) = days(here), days(there)
    return start <= stop and begin <= end


def found_by_both(first: int, second: int, both: int) -> str:
    return f"{first} | {second} | {both} | {both / first:.2f} | {both / second:.2f} | {2 * both / (first + second):.2f}"


def agreed(both: list[tuple[Item, Item]], field: str) -> str:
    values = [(here[field], there[field]) for here, there in both]
    raw = f"{sum(here == there for here, there in values)} of {len(values)}"
    if len(values) < FEW:
        return f"{raw} | (n below {FEW})"
    coefficient = alpha(values)
    if coefficient is None:
        return f"{raw} | (all alike)"
    low, high = interval(values)
    return f"{raw} | {coefficient:.2f} ({low:.2f} to {high:.2f})"


def report() -> Iterator[str]:
    pairs = list(combinations(NAMES, 2))
    yield "| found | first has | second has | both | precision | recall | F1 |"
    yield "|---|---|---|---|---|---|---|"
    for one, other in pairs:
        name = f"{NAMES[one]} and {NAMES[other]}"
        yield f"| actors, {name} | {found_by_both(*actors(one, other))} |"
    kinds = {
        "statements": {},
        "statements, ends of another grain too": {"strict": False},
        "statements not shown in the rules": {"unshown": True},
    }
    for kind, how in kinds.items():
        for one, other in pairs:
            pairing = statements(one, other, **how)
            counts = found_by_both(pairing.first, pairing.second, len(pairing.both))
            yield f"| {kind}, {NAMES[one]} and {NAMES[other]} | {counts} |"
    yield ""
    yield "| of the statements found by both | alike | alpha (95 in 100) |"
    yield "|---|---|---|"
    for field in ("type", "family", "stance", "modality"):
        for one, other in pairs:
            both = statements(one, other).both
            yield f"| {field}, {NAMES[one]} and {NAMES[other]} | {agreed(both, field)} |"
    yield ""
    yield "| period | both undated | one undated | both dated | of these overlap | of these equal |"
    yield "|---|---|---|---|---|---|"
    for one, other in pairs:
        times = [(here["time"], there["time"]) for here, there in statements(one, other).both]
        dated = [pair for pair in times if all(pair)]
        undated = sum(not any(pair) for pair in times)
        yield (
            f"| {NAMES[one]} and {NAMES[other]} | {undated} | {len(times) - undated - len(dated)} | {len(dated)} "
            f"| {sum(overlap(*pair) for pair in dated)} | {sum(here == there for here, there in dated)} |"
        )


if __name__ == "__main__":
    sys.stdout.write("\n".join(report()) + "\n")
