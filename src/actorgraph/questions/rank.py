"""Positions in a signed network: friends and foes, PN index, signed eigenvector, brokerage; never of persons."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..balance.optima import Optima, optima
from ..balance.rank import Brokerage, Degree, brokerage, degrees, eigenvector, pn_index
from ..errors import Fault
from ..text import near
from ..view import View
from .basis import basis
from .counted_ties import Counted, counted
from .signed import Ties

MEASURES = {
    "degree": "friendly ties less hostile ones",
    "pn": "PN index (Everett and Borgatti 2014): friends raise it, foes lower it, 1 without ties",
    "eigenvector": "signed eigenvector (Bonacich and Lloyd 2004): near 1 and near -1 are opposed",
    "brokerage": "pairs of friends in different camps, no friends of each other, between whom the actor stands",
}
_PATHS = "it counts shortest paths, and what a hostile tie would pass on along them is defined nowhere"
_FLOWS = "it lets standing flow along ties, and a negative share of it is defined nowhere"
UNDEFINED = {
    "betweenness": (_PATHS, "brokerage"),
    "closeness": (_PATHS, "pn"),
    "harmonic": (_PATHS, "pn"),
    "eccentricity": (_PATHS, "pn"),
    "pagerank": (_FLOWS, "pn"),
    "katz": (_FLOWS, "pn"),
    "hits": (_FLOWS, "eigenvector"),
    "clustering": ("it counts closed triads whatever their signs", "the triads of: actorgraph balance"),
}
EACH = 2e-9  # seconds; PN and eigenvector grow with actors cubed, and nothing stops them half way
COLUMNS = (
    "actor", "friendly", "hostile", "net", "pn", "eigenvector",
    "coordinator", "consultant", "gatekeeper", "liaison", "brokerage",
)  # fmt: skip


class Position(NamedTuple):
    """One actor; figures are None where they are not defined for the network."""

    actor: str
    degree: Degree
    pn: float | None
    eigenvector: float | None
    brokerage: Brokerage | None


class Rank(NamedTuple):
    """The answer: `refused` says why nothing is ranked, `unsaid` why one measure is missing. Of a record also its lens, what
    counts, and what --with takes in.
    """

    ties: Ties
    by: str
    refused: tuple[str, ...]
    positions: tuple[Position, ...]
    unsaid: dict[str, str]
    interrupted: bool
    lens: tuple[str, ...] = ()
    counted: Counted | None = None
    with_: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row an actor, in the order asked for."""
        return [
            (
                one.actor, str(one.degree.positive), str(one.degree.negative), str(one.degree.net),
                shown(one.pn), shown(one.eigenvector),
                *(map(str, one.brokerage) if one.brokerage else ("", "", "", "")),
                str(one.brokerage.between) if one.brokerage else "",
            )
            for one in self.positions
        ]  # fmt: skip

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "lens": self.lens,
            "by": self.by,
            "refused": self.refused,
            "not-told": self.unsaid,
            "actors": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
        }


def measure(word: str) -> str:
    """A word of --by; a Fault says why a measure of unsigned networks is none of these, and what is nearest."""
    if word in MEASURES:
        return word
    if word in UNDEFINED:
        why, nearest = UNDEFINED[word]
        raise Fault(f"No {word} on signed ties: {why}. Nearest: {nearest}.")
    found = near(word, [*MEASURES, *UNDEFINED])
    raise Fault(f'--by "{word}" is none of {", ".join(MEASURES)}.{f" Nearest: {found[0]}." if found else ""}')


def refusals(view: View) -> tuple[str, ...]:
    """Why a record's actors can't be compared by how many ties each has; empty where they can."""
    dataset = view.dataset
    coverage = dataset.about.coverage
    if coverage is None or not coverage.actors:
        return (
            "the data set declares no coverage (dataset.yaml, coverage), so that few ties may be few that were looked for",
        )
    if len(coverage.actors) == 1 and coverage.actors[0] in dataset.actors:
        return (f"the declared coverage is {dataset.name_of(coverage.actors[0])} alone",)
    rows = dataset.record.relations
    for actor in dataset.actors:
        held = sum(actor in row.ends for row in rows)
        if 2 * held > len(rows) > 0:
            stands = f"{dataset.name_of(actor)} stands in {held} of the {len(rows)} ties recorded"
            return (f"{stands}: what was read is about it, and ties of the others were not looked for alike",)
    return ()


def ask(of: Ties, by: str = "degree", refused: Sequence[str] = (), *, seconds: float | None = None) -> Rank:
    """Each actor's figures, the highest of one measure first; nothing where that is refused."""
    measure(by)
    if refused:
        return Rank(of, by, tuple(refused), (), {}, False)
    graph = of.graph
    unsaid: dict[str, str] = {}
    pn = eigen = None
    try:
        if seconds is not None and graph.n**3 * EACH > seconds:
            raise Fault(f"it takes longer than that on {graph.n:,} actors")
        pn, eigen = pn_index(graph), eigenvector(graph)
        if pn is None:
            unsaid["pn"] = "the system of the network has no one solution"
        if eigen is None:
            unsaid["eigenvector"] = "no eigenvalue stands out: components alike, or friends and foes mirrored"
    except Fault as fault:
        unsaid["pn"] = unsaid["eigenvector"] = "; ".join([str(fault), *fault.hints])
    best = optima(graph, seconds=seconds)
    brokers = None
    if why := _no_camps(best):
        unsaid["brokerage"] = why
    else:
        brokers = brokerage(graph, best.splits[0])
    each = degrees(graph)
    found = [
        Position(
            actor,
            each[at],
            pn[at] if pn else None,
            eigen[at] if eigen else None,
            brokers[at] if brokers else None,
        )
        for at, actor in enumerate(of.actors)
    ]
    place = {actor: at for at, actor in enumerate(of.actors)}
    found.sort(key=lambda one: (-_value(one, by), place[one.actor]))
    return Rank(of, by, (), tuple(found), unsaid, "interrupted" in (best.ended, best.best.ended))


def of_record(
    view: View,
    by: str = "degree",
    with_: frozenset[str] = frozenset(),
    ambivalent: str = "drop",
    *,
    seconds: float | None = None,
) -> Rank:
    """The same for a record, unless what was read is centred on one actor."""
    found = counted(view, with_, ambivalent)
    answer = ask(found.ties, by, refusals(view), seconds=seconds)
    return answer._replace(lens=basis(view).lens, counted=found, with_=with_)


def shown(figure: float | None) -> str:
    """Three decimals; nothing where there is no figure, and no minus before a zero."""
    return "" if figure is None else f"{round(figure, 3) + 0.0:.3f}"


def _no_camps(best: Optima) -> str:
    if not best.settled:
        return "the camps were not settled in that time"
    if len(best.splits) != 1:
        many = str(len(best.splits)) if best.splits else "more than 64"
        return f"{many} splits into camps do equally well, and each would say another thing"
    return ""


def _value(one: Position, by: str) -> float:
    figures = {
        "degree": float(one.degree.net),
        "pn": one.pn,
        "eigenvector": one.eigenvector,
        "brokerage": float(one.brokerage.between) if one.brokerage else None,
    }
    return round(figures[by] or 0.0, 9)
