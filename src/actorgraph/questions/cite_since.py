"""What a claim was at an earlier state of the record: its permanent id then, and what differs since."""

from typing import NamedTuple

from ..view import View
from .matching import Renames, match, renames, side_of_tie
from .permanent import Permanent, permanent
from .tie_aspects import Aspect, aspects


class Since(NamedTuple):
    """The claim at that state. `then` is its permanent id there, empty where it was not there.

    `changed` are the parts that are another now; `left_out` counts the records that an error kept out there.
    """

    name: str
    then: str
    changed: tuple[str, ...]
    differs: tuple[Aspect, ...]
    left_out: int


class Earlier:
    """An earlier state of the record beside this one: which tie of the one is which of the other."""

    def __init__(self, old: View, new: View, name: str) -> None:
        self.name = name
        self._old, self._new = old, new
        self._renames = renames(old.dataset, new.dataset)
        rows, later = old.relations(), new.relations()
        before = [side_of_tie(row, old.dataset, self._renames) for row in rows]
        after = [side_of_tie(row, new.dataset, Renames({}, {}, {})) for row in later]
        pairs = match(before, after)
        kept = [(rows[a], later[b]) for a, b in pairs if a is not None and b is not None]
        self._pairs = {seen.relation.id: (was, seen) for was, seen in kept}
        self.now = {was.relation.id: seen.relation.id for was, seen in kept}

    def of(self, now: Permanent) -> Since:
        """What that tie of now was then."""
        left_out = self._old.dataset.left_out
        if now.relation not in self._pairs:
            return Since(self.name, "", (), (), left_out)
        was, seen = self._pairs[now.relation]
        then = permanent(was, self._old.dataset)
        told = aspects(was, seen, self._old.dataset, self._new.dataset, self._renames)
        return Since(self.name, then.text, then.changed(now), tuple(told), left_out)
