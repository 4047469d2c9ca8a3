"""Figures of balance for a whole network, and where they would say more than the record knows."""

from collections.abc import Sequence
from typing import NamedTuple

from ..balance.split import Split
from ..balance.triads import walks
from ..dataset import Dataset
from ..errors import Fault
from ..page import count, listing
from ..standing import roots
from .counted_ties import Counted
from .signed import Ties, Triad

TRIADS, ROOTS = 10, 3


class Figure(NamedTuple):
    """One figure: its name, what it is counted from, its text."""

    name: str
    text: str
    words: str


def immodest(counted: Counted, triads: Sequence[Triad], dataset: Dataset) -> tuple[str, ...]:
    """Why an index would be a figure without meaning; empty where it would not."""
    found = []
    told = [
        one for one in triads if not any(tie.what_if for tie in one.ties)
    ]  # a what-if bears witness to nothing
    if len(told) < TRIADS:
        found.append(f"{count(len(told), 'closed triad')}{_of_the_record(told, triads)}, fewer than ten")
    rows = [row for row in counted.rows if not row.supposed]
    begun = frozenset().union(*(roots(item.source, dataset.sources) for row in rows for item in row.items))
    if len(begun) < ROOTS:
        found.append(f"{count(len(begun), 'independent source')}, fewer than three")
    pairs = counted.ties.ties
    held = {actor: sum(tie.has(actor) for tie in pairs) for actor in counted.ties.actors}
    most = max(held, key=held.__getitem__, default=None)
    if most and 2 * held[most] >= len(pairs):
        found.append(f"{dataset.name_of(most)} has {held[most]} of {count(len(pairs), 'tie')}")
    return tuple(found)


def _of_the_record(told: Sequence[Triad], triads: Sequence[Triad]) -> str:
    return " of recorded ties" if len(told) < len(triads) else ""


def figures(ties: Ties, triads: Sequence[Triad], best: Split) -> tuple[Figure, ...]:
    """Triangle index, line index and walk index, each where it is defined."""
    census = [0, 0, 0, 0]
    for one in triads:
        census[one.hostile] += 1
    return of_census(ties, census, best)


def of_census(ties: Ties, census: Sequence[int], best: Split) -> tuple[Figure, ...]:
    """The same, from how many triads have no, one, two, three hostile ties."""
    found = []
    total, number = sum(census), ties.number
    if total:
        fit = census[0] + census[2]
        found.append(Figure("triangles", f"{fit / total:.3f}", f"{fit} of {total} closed triads consistent"))
    if number:
        lower, upper = best.lower + ties.twice, best.upper + ties.twice
        low, high = 1 - 2 * upper / number, 1 - 2 * lower / number
        told = f"{low:.3f}" if lower == upper else f"{low:.3f} to {high:.3f}"
        found.append(Figure("line", told, f"1 - 2L/m, L out of line of m = {number} ties"))
        found.append(_walks(ties, best))
    return tuple(found)


def _walks(ties: Ties, best: Split) -> Figure:
    """Not where somebody waits no longer: it takes seconds on thousands of actors."""
    if best.ended in ("time", "interrupted"):
        return Figure("walks", "", "not counted: the time was over")
    try:
        return Figure("walks", f"{walks(ties.graph):.3f}", "tr exp(A) / tr exp(|A|), all closed walks")
    except Fault as fault:
        return Figure("walks", "", listing([str(fault), *fault.hints]))
