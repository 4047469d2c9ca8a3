"""Structural balance: closed triads, the fewest ties out of line in any split into two, and what that hangs on."""

from collections.abc import Sequence
from time import monotonic
from typing import Any, NamedTuple

from ..balance.optima import Optima, optima
from ..balance.watch import Report
from ..dataset import Dataset
from ..view import View
from .balance_index import Figure, figures, immodest
from .balance_turns import Turn, turns
from .basis import Basis, basis
from .counted_ties import Counted, counted
from .signed import Ties, Triad, triads
from .wording import places

COLUMNS = ("one", "other", "sign", "relations", "at", "strained-triads", "consistent-triads", "out-of-line")


class Balance(NamedTuple):
    """The answer. `turns` is None where time did not allow to look; `withheld` says why there is no index."""

    basis: Basis
    counted: Counted
    with_: frozenset[str]
    triads: tuple[Triad, ...]
    optima: Optima
    turns: tuple[Turn, ...] | None
    withheld: tuple[str, ...]
    figures: tuple[Figure, ...]
    dataset: Dataset

    @property
    def ties(self) -> Ties:
        return self.counted.ties

    @property
    def interrupted(self) -> bool:
        return "interrupted" in (self.optima.ended, self.optima.best.ended)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a pair that counts; out of line: always, in some best splits, never, or not known."""
        in_line = standing(self.ties, self.optima)
        found = []
        for tie in self.ties.ties:
            held = [one for one in self.triads if tie in one.ties]
            found.append((
                tie.one, tie.other, tie.mark, " ".join(row.relation.id for row in tie.rows),
                places([item for row in tie.rows for item in row.items], self.dataset),
                str(sum(one.strained for one in held)), str(sum(not one.strained for one in held)),
                in_line[tie.one, tie.other],
            ))  # fmt: skip
        return found

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        best = self.optima.best
        return {
            "lens": self.basis.lens,
            "actors": self.ties.actors,
            "ties": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
            "of-both-signs": [[tie.one, tie.other] for tie in self.ties.mixed],
            "ambivalent": self.ties.how,
            "left-out": {name: [row.relation.id for row in rows] for name, rows in self.counted.left.items()},
            "hidden-by-lens": self.counted.hidden,
            "triads": [
                {"actors": one.actors, "hostile": one.hostile, "strained": one.strained}
                for one in self.triads
            ],
            "out-of-line": {
                "at-least": best.lower + self.ties.twice,
                "at-most": best.upper + self.ties.twice,
                "proved": best.proved,
                "ended": best.ended,
            },
            "camps": named(best.camp, self.ties.actors),
            "best-splits": [named(split, self.ties.actors) for split in self.optima.splits],
            "hangs-on": None if self.turns is None else [turn.plain() for turn in self.turns],
            "index": {one.name: one.text for one in self.figures},
            "no-index": self.withheld,
        }


def ask(
    view: View,
    with_: frozenset[str] = frozenset(),
    ambivalent: str = "drop",
    *,
    index: bool = False,
    seconds: float | None = None,
    report: Report | None = None,
) -> Balance:
    """What the signed ties of a view make together. `seconds` bounds all of it; Ctrl-C ends it with what is known."""
    begun = monotonic()
    found = counted(view, with_, ambivalent)
    held = triads(found.ties)
    best = optima(found.ties.graph, seconds=seconds, report=report)
    told = None
    if best.settled:
        left = None if seconds is None else max(0.0, seconds - (monotonic() - begun))
        try:
            told = turns(view, found, held, best, with_, left)
        except KeyboardInterrupt:
            best = best._replace(ended="interrupted")
    withheld = immodest(found, held, view.dataset)
    shown = figures(found.ties, held, best.best) if index or not withheld else ()
    used = {item.source for row in found.rows if not row.supposed for item in row.items}
    rests = basis(view)
    rests = rests._replace(sources=tuple(one for one in view.dataset.sources.values() if one.id in used))
    return Balance(rests, found, with_, tuple(held), best, told, withheld, shown, view.dataset)


def named(camp: Sequence[int], actors: Sequence[str]) -> list[list[str]]:
    """The camps by their actors."""
    found: dict[int, list[str]] = {}
    for actor, number in zip(actors, camp, strict=True):
        found.setdefault(number, []).append(actor)
    return [found[number] for number in sorted(found)]


def standing(ties: Ties, best: Optima) -> dict[tuple[str, str], str]:
    """Of each pair whether its tie is out of line in all best splits, in some or in none."""
    at = {actor: place for place, actor in enumerate(ties.actors)}
    words = {True: {"together": "never", "apart": "always"}, False: {"together": "always", "apart": "never"}}
    found = {}
    for tie in ties.ties:
        pair = best.pair(at[tie.one], at[tie.other])
        found[tie.one, tie.other] = words[tie.sign > 0].get(
            pair, "in some" if pair == "free" else "not known"
        )
    return found
