"""The fewest ties out of line on a page: the bounds, the camps of the best splits, and who is together in all of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..balance.graph import components, out_of_line
from ..balance.optima import CAP, Optima
from ..balance.split import Split
from ..page import Block, Column, Paragraph, Row, Run, Table, count, listing, text
from .signed import Tie, Ties

SPLITS = (Column(width=1), Column(most=11), Column(width=0))
CAMPS = 4  # best splits shown in full
NAMES = 40  # names a camp, else its size
ENDED = {
    "time": "not proved: the time was over",
    "interrupted": "not proved: interrupted",
    "open": "not proved: the solver stopped short of it",
}


class Words(NamedTuple):
    """How actors are called, and what a tie is cited with."""

    name: Callable[[str], str]
    cited: Callable[[Tie], str]

    def pair(self, tie: Tie) -> str:
        """`US government - al-Qaeda [p27]`."""
        at = self.cited(tie)
        return f"{self.name(tie.one)} {tie.mark} {self.name(tie.other)}{f' [{at}]' if at else ''}"

    def camp(self, actors: Sequence[str]) -> str:
        """Its names, or how many they are."""
        if len(actors) > NAMES:
            return f"{len(actors):,} actors"
        return listing([self.name(actor) for actor in actors])


def bound_words(lower: int, upper: int, number: int, split: Split) -> str:
    """`at least 2 of 10 ties (proved)`, `between 12 and 30 of 90 ties (not proved: ...)`."""
    of = f"of {count(number, 'tie')}"
    if split.proved:
        return f"none {of}" if not upper else f"at least {upper} {of}"
    return f"{ENDED.get(split.ended, 'not proved')}; at least {lower} {of}, at most {upper}"


def split_blocks(ties: Ties, best: Optima, words: Words) -> Iterable[Block]:
    """The number, the splits that reach it, and what they share."""
    split = best.best
    lower, upper = split.lower + ties.twice, split.upper + ties.twice
    told = f"{bound_words(lower, upper, ties.number, split)} in any split into two"
    proved = " (proved)" if split.proved and upper else ""
    yield Paragraph((Run("OUT OF LINE", "heading"), Run(f"  {told}{proved}.")), 0, 2)
    yield Paragraph(text("A tie is out of line where friends stand apart or foes side by side."), 1, 1)
    rows: list[Row] = []
    few = 0 < len(best.splits) <= CAMPS and len(ties.actors) <= NAMES
    shown = best.splits if few else (split.camp,)
    for number, camp in enumerate(shown, 1):
        lead = (
            f"split {number}" if len(shown) > 1 else ("the split" if len(best.splits) == 1 else "one split")
        )
        rows += _split(lead, ties, camp, words)
    yield Table((), SPLITS, tuple(rows), 1)
    if len(ties.actors) > NAMES:
        yield Paragraph(
            text(f"Camps of more than {NAMES} are named by --format json, ties by --format csv."), 1, 3
        )
    if ties.twice:
        yield Paragraph(
            text(f"{count(ties.twice, 'pair')} of both signs: one tie of each is among them."), 1, 3
        )
    yield from (Paragraph(text(line), 1, 3) for line in shared(ties, best, words))


def _split(lead: str, ties: Ties, camp: Sequence[int], words: Words) -> Iterable[Row]:
    """The two camps of each component, then the ties out of line."""
    root = components(ties.graph)
    parts: dict[int, tuple[list[str], list[str]]] = {}
    for actor, side, lowest in zip(ties.actors, camp, root, strict=True):
        parts.setdefault(lowest, ([], []))[side != camp[lowest]].append(actor)
    for one, other in sorted(parts.values(), key=lambda sides: -len(sides[0]) - len(sides[1])):
        yield Row(((), text(lead), text(words.camp(one), Run(" | ", "dim"), words.camp(other) or "nobody")))
        lead = ""
    pairs = ties.by_pair
    graph = ties.graph
    found = [pairs[frozenset((ties.actors[u], ties.actors[v]))] for u, v, _ in out_of_line(graph, camp)]
    if found:
        more = f"; {len(found) - NAMES} more" if len(found) > NAMES else ""
        yield Row(((), text("out of line"), text(f"{'; '.join(map(words.pair, found[:NAMES]))}{more}")))


def shared(ties: Ties, best: Optima, words: Words) -> Iterable[str]:
    """How many best splits there are; who is together, apart or free in all of them."""
    if not best.settled:
        if best.best.proved:
            yield "Whether other splits do as well was not settled in that time."
        return
    number = len(best.splits)
    if number == 1:
        yield "No other split does as well." if not several(ties) else apart(ties)
        return
    many = f"{number} splits" if number else f"More than {CAP} splits"
    yield f"{many} do equally well; nothing here chooses between them."
    if several(ties):
        yield apart(ties)
    for piece in _pieces(ties):
        if len(piece) > 1:
            yield from _together(piece, ties, best, words)


def _together(piece: Sequence[int], ties: Ties, best: Optima, words: Words) -> Iterable[str]:
    groups: dict[int, tuple[list[str], list[str]]] = {}
    first: dict[int, int] = {}
    for vertex in piece:
        group, side = best.group[vertex], best.side[vertex]
        lead = first.setdefault(group, side)
        groups.setdefault(group, ([], []))[side != lead].append(ties.actors[vertex])
    held = sorted(groups.values(), key=lambda sides: -len(sides[0]) - len(sides[1]))
    free = [sides[0][0] for sides in held if len(sides[0]) + len(sides[1]) == 1]
    for one, other in held:
        if len(one) + len(other) > 1:
            told = [f"Together in all: {words.camp(side)}." for side in (one, other) if len(side) > 1]
            apart = f"Always apart: {words.camp(one)} from {words.camp(other)}." if other else ""
            yield " ".join([*told, *([apart] if apart else [])])
    if free:
        yield f"Free, in some with these, in others with those: {words.camp(free)}."


def _pieces(ties: Ties) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for vertex, root in enumerate(components(ties.graph)):
        found.setdefault(root, []).append(vertex)
    return sorted(found.values(), key=lambda one: (-len(one), one))


def several(ties: Ties) -> bool:
    """Whether the network falls into parts without a tie between them."""
    return len(_pieces(ties)) > 1


def apart(ties: Ties) -> str:
    """What several parts mean for the camps."""
    return (
        f"{len(_pieces(ties))} parts without a tie between them: the camps of one say nothing of another's."
    )
