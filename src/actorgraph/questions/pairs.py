"""The ties of pairs of actors, seen and hidden, and which pairs read otherwise without something."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..pair import state
from ..sight import Hidden, Seen, Sight
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
    gone = (*view.hidden(one), *view.ended(one))
    return seen, [row for row in gone if other in ends_of(row, view)]


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
        self._rows: dict[Pair, dict[str, Seen]] = {}
        self._of: dict[str, Pair] = {}
        for row in rows:
            pair = self._of[row.relation.id] = self._pair(row)
            self._rows.setdefault(pair, {})[row.relation.id] = row
        self._states = {pair: _text(pair, held.values(), (), view.sight) for pair, held in self._rows.items()}

    @property
    def number(self) -> int:
        """How many pairs there are."""
        return len(self._rows)

    def turned(
        self, dropped: Dropped, moved: Mapping[str, Seen | None], comes: Iterable[Seen]
    ) -> list[Turned]:
        """The pairs that read otherwise: `moved` are the ties that may look so, None where one falls."""
        then: dict[Pair, dict[str, Seen]] = {}
        for row in (*moved.values(), *comes):
            if row:
                then.setdefault(self._pair(row), {})[row.relation.id] = row
        pairs = dict.fromkeys([*(self._of[id_] for id_ in moved if id_ in self._of), *then])
        found = []
        for pair in pairs:
            before = self._rows.get(pair, {})
            held = {id_: row for id_, row in before.items() if id_ not in moved} | then.get(pair, {})
            gone = [Hidden(row.relation, "lens") for id_, row in before.items() if id_ not in held]
            was, reads = self._states.get(pair, ""), _text(pair, held.values(), gone, dropped.sight)
            if was != reads:
                found.append(Turned(*pair, was, reads, bool(held)))
        return found

    def _pair(self, row: Seen) -> Pair:
        """The two ends in one order: as the first tie of the two has them."""
        turned = (row.to, row.from_)
        return turned if turned in self._rows else (row.from_, row.to)


def _text(pair: Pair, rows: Iterable[Seen], gone: Sequence[Hidden], sight: Sight) -> str:
    return state(*pair, [*rows], gone, sight).text
