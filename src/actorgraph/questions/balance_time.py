"""Balance in time: at each date that the evidence names, the ties that are certain then, and their best splits."""

from collections.abc import Iterable
from time import monotonic
from typing import Any, NamedTuple

from ..balance.optima import Optima, optima
from ..dataset import Dataset
from ..errors import Fault
from ..lens import Days
from ..period import Date
from ..sight import Seen
from ..spell import Answer
from ..view import View
from .balance import named
from .basis import Basis, basis
from .counted_ties import count_rows, reason
from .signed import Tie, Ties, how_read

COLUMNS = ("from", "to", "ties", "at-least", "at-most", "camp-one", "camp-two", "now-certain", "no-longer")
SURE: Answer = "certainly"


class Period(NamedTuple):
    """Dates in a row on which the same ties count; `begun` and `over` are the pairs new and gone since the last."""

    first: Days
    last: Days
    ties: Ties
    optima: Optima
    begun: tuple[Tie, ...]
    over: tuple[Tie, ...]


class Course(NamedTuple):
    """The answer: periods in order. `cut` where time was over before the last date."""

    basis: Basis
    periods: tuple[Period, ...]
    cut: bool
    dataset: Dataset

    @property
    def interrupted(self) -> bool:
        return any("interrupted" in (one.optima.ended, one.optima.best.ended) for one in self.periods)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> list[tuple[str, ...]]:
        """One row a period, with one best split; a pair is told by its two ids and its sign."""
        return [
            (
                one.first.text, one.last.text, str(one.ties.number), str(one.optima.best.lower + one.ties.twice),
                str(one.optima.best.upper + one.ties.twice),
                *(" ".join(camp) for camp in (*named(one.optima.best.camp, one.ties.actors), (), ())[:2]),
                "; ".join(map(_pair, one.begun)), "; ".join(map(_pair, one.over)),
            )
            for one in self.periods
        ]  # fmt: skip

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "lens": self.basis.lens,
            "cut": self.cut,
            "periods": [
                {
                    "from": one.first.text,
                    "to": one.last.text,
                    "ties": [[tie.one, tie.mark, tie.other] for tie in one.ties.ties],
                    "at-least": one.optima.best.lower + one.ties.twice,
                    "at-most": one.optima.best.upper + one.ties.twice,
                    "best-splits": [named(split, one.ties.actors) for split in one.optima.splits],
                }
                for one in self.periods
            ],
        }


def ask(
    view: View, with_: frozenset[str] = frozenset(), ambivalent: str = "drop", *, seconds: float | None = None
) -> Course:
    """The periods over all dates named by evidence of ties that could count; `seconds` bounds all of them together."""
    if view.lens.dated:
        raise Fault(
            "--over-time goes through all dates by itself: leave out --on, --during and --throughout."
        )
    how_read(ambivalent)
    end = None if seconds is None else monotonic() + seconds
    rows = [row for row in _rows(view) if not reason(row._replace(answer=SURE), view.sight, with_)]
    periods: list[Period] = []
    cut = False
    for days in _dates(rows):
        if view.lens.roll_up or view.ended():  # who is part of whom, and what is ended, hangs on the day
            asked = view.through(view.lens._replace(days=days))
            found = count_rows(asked.relations(), asked.sight, with_, ambivalent).ties
        else:
            then = [row._replace(answer=row.spell.on(days.first, days.last)) for row in rows]
            found = count_rows(then, view.sight, with_, ambivalent).ties
        before = periods[-1] if periods else None
        if before and _bare(before.ties) == _bare(found):
            periods[-1] = before._replace(last=days)
            continue
        left = None if end is None else end - monotonic()
        if left is not None and left <= 0:
            cut = True
            break
        best = optima(found.graph, seconds=left)
        old, new = (_bare(before.ties) if before else {}), _bare(found)
        begun = tuple(tie for key, tie in new.items() if key not in old)
        over = tuple(tie for key, tie in old.items() if key not in new)
        if begun or over:
            periods.append(Period(days, days, found, best, begun, over))
        if "interrupted" in (best.ended, best.best.ended):
            break
    return Course(basis(view), tuple(periods), cut, view.dataset)


def _rows(view: View) -> Iterable[Seen]:
    """All ties of the view, and those that are there until what is supposed ends them."""
    yield from view.relations()
    if ended := {gone.relation.id for gone in view.ended()}:
        record = view.through(view.lens._replace(suppose=()))
        yield from (row for row in record.relations() if row.relation.id in ended)


def _dates(rows: Iterable[Seen]) -> list[Days]:
    """Every date that the evidence names for itself, by where it ends; of several that end alike the widest first."""
    found: dict[tuple[int, int], str] = {}
    for row in rows:
        for item in row.items:
            for interval in (item.time.when, item.time.as_of):
                for date in (interval.start, interval.end) if interval else ():
                    if date:
                        found.setdefault((date.last, date.first), _plain(date))
    return [Days(first, last, words) for (last, first), words in sorted(found.items())]


def _plain(date: Date) -> str:
    return date.text.rstrip("~?%")


def _bare(of: Ties) -> dict[tuple[str, str, int], Tie]:
    return {(tie.one, tie.other, tie.sign): tie for tie in of.ties}


def _pair(tie: Tie) -> str:
    return f"{tie.one} {tie.mark} {tie.other}"
