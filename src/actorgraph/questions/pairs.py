"""The ties of pairs of actors, seen and hidden, and which pairs read otherwise without something."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..pair import state
from ..sight import Hidden, Seen
from ..view import View
from ..view.dropping import Dropped

Pair = tuple[str, str]


class Turned(NamedTuple):
    """A pair and what it reads before and after; `left`: some tie of it is left."""

    one: str
    other: str
    before: str
    after: str
    left: bool


def of_pair(view: View, one: str, other: str) -> tuple[list[Seen], list[Hidden]]:
    """The ties of the two, in both directions."""
    seen = [row for row in view.relations(one) if other in (row.from_, row.to)]
    return seen, [row for row in view.hidden(one) if other in ends_of(row, view)]


def ends_of(row: Seen | Hidden, view: View) -> Pair:
    """Between whom the tie stands: under roll-up, between their tops."""
    if isinstance(row, Seen):
        return row.from_, row.to
    if not view.lens.roll_up:
        return row.relation.ends
    one, other = (view.sight.belonging.top(end, view.lens.days) for end in row.relation.ends)
    return one, other


class Pairs:
    """The pairs that some ties make, whose states are then read without one thing after another."""

    def __init__(self, view: View, rows: Iterable[Seen]) -> None:
        self._view = view
        self._rows = _by_pair(rows)
        self._states = {pair: state(*pair, held, (), view.sight).text for pair, held in self._rows.items()}

    @property
    def number(self) -> int:
        """How many pairs there are."""
        return len(self._rows)

    def turned(self, dropped: Dropped, left: Sequence[Seen]) -> tuple[Turned, ...]:
        """The pairs that read otherwise, `left` being what is left of the ties."""
        then = {row.relation.id: row for row in left}
        if self._view.lens.roll_up and dropped.regroups:
            rows = _by_pair(left, self._rows)
            moved = list({**self._rows, **rows})
        else:
            moved = [
                pair for pair, held in self._rows.items() if any(r.relation.id in dropped.again for r in held)
            ]
            rows = {
                pair: [then[row.relation.id] for row in self._rows[pair] if row.relation.id in then]
                for pair in moved
            }
        found = []
        for pair in moved:
            held = rows.get(pair, [])
            gone = [
                Hidden(row.relation, "lens")
                for row in self._rows.get(pair, ())
                if row.relation.id not in then
            ]
            before = self._states.get(pair, "")
            after = state(*pair, held, gone, dropped.sight).text if held or gone else ""
            if after != before:
                found.append(Turned(*pair, before, after, bool(held)))
        return tuple(found)


def _by_pair(rows: Iterable[Seen], known: Iterable[Pair] = ()) -> dict[Pair, list[Seen]]:
    """By the two ends in one order: that of the pairs known, else as the first tie of the two has them."""
    found: dict[Pair, list[Seen]] = {pair: [] for pair in known}
    for row in rows:
        pair = (row.to, row.from_) if (row.to, row.from_) in found else (row.from_, row.to)
        found.setdefault(pair, []).append(row)
    return found
