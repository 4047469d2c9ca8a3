"""What reading leaves behind or changes, from the fixed table of its format: nothing is dropped without a word."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final, NamedTuple

# The headings of the report, in its order.
KINDS: Final = {
    "out": "Left out",
    "lost": "Not taken over",
    "read": "Read otherwise than it stands",
    "same": "Taken together",
}
_SHOWN: Final = 5
_EVERY: Final = 200
WIDTH: Final = 79


class Loss(NamedTuple):
    """One way to lose something: of which kind (KINDS), what of, and why; `every` place is told, or the first ones."""

    kind: str
    what: str
    why: str
    every: bool = False


class Losses:
    """The losses met in reading: how often each, of which thing, and at which places first."""

    def __init__(self, table: Mapping[str, Loss]) -> None:
        self._table = table
        self._met: dict[tuple[str, str], tuple[int, list[str]]] = {}

    def tell(self, name: str, place: str = "", of: str = "", times: int = 1) -> None:
        """A loss of the table was met: at a place of the file, of a thing such as a column."""
        assert name in self._table, f"{name} is in no table of losses"
        if not times:
            return
        count, places = self._met.get((name, of), (0, []))
        if place and len(places) < (_EVERY if self._table[name].every else _SHOWN) and place not in places:
            places.append(place)
        self._met[name, of] = (count + times, places)

    def count(self, name: str) -> int:
        """How often a loss was met."""
        return sum(count for (met, _), (count, _) in self._met.items() if met == name)

    def lines(self) -> Iterator[str]:
        """The report: a heading a kind; below it how often, what, why, and where first, in the order of the table."""
        for kind, heading in KINDS.items():
            lines = [
                line for name, loss in self._table.items() if loss.kind == kind for line in self._of(name)
            ]
            if lines:
                yield f"{heading}:"
                yield from lines

    def _of(self, name: str) -> Iterator[str]:
        loss = self._table[name]
        for (met, of), (count, places) in self._met.items():
            if met != name:
                continue
            more = ", ..." if count > len(places) and places else ""
            at = f" ({', '.join(places)}{more})" if places else ""
            yield from wrap(
                f"{count:>7,}  {loss.what}{f' {of}' if of else ''}: {loss.why}{at}",
                WIDTH,
                subsequent_indent=" " * 9,
            )
