"""A table of pairs by year, as CSV: a line for each two actors that take sides and each year of the coverage.

`hostile` and `cooperative` are apart and never netted. 1: a firm tie of that sign certainly held at some time of the
year. 0: the pair and the whole year lie within the declared coverage, and nothing of that sign is coded that could
have held. NA: everything else: outside the coverage, only possible, undated, contested, claimed, planned. `state` is the
pair's state as the record's rules have it, for whoever wants to draw the lines otherwise; `ties` are the ids behind.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from ..errors import Fault
from ..lens import Days
from ..pair import cell, searched, state
from ..sight import Hidden, Seen, Sight
from ..view.released import strictest
from . import write_csv
from .columns import Column
from .fields import Loss
from .flat import nodes
from .outgoing import Outgoing
from .writing import Written

LOSSES: Final = (
    Loss(
        "relation",
        (
            *("type", "against", "modality", "if", "when", "as-of", "gone-by", "means", "extent", "priority"),
            *("scope", "place", "event", "see", "assessment", "coding", "coded", "reviewed", "note"),
        ),
        "a line holds a pair and a year; the ids lead back to the rest",
    ),
    Loss("evidence", (), "a line holds a pair and a year"),
    Loss("actor", ("name", "kind", "of", "existed", "place", "ids", "shared", "note"), "of actors the ids"),
    Loss("name", (), "of actors the ids"),
    Loss("trait", (), "of actors the ids"),
    Loss("event", (), "no room"),
    Loss("source", (), "no room"),
    Loss("voice", (), "no room"),
    Loss("type", (), "a sign says it all"),
    Loss("scenario", (), "a what-if is not of the record"),
    Loss(
        "dataset",
        (
            *(
                "title",
                "format",
                "question",
                "coverage",
                "coders",
                "licence",
                "version",
                "cite",
                "corrections",
            ),
            "suppress",
        ),
        "no room: cite it beside the table",
    ),
)
NOTES: Final = (
    "hostile and cooperative are apart and never netted; NA is not 0.",
    "0 needs a declared coverage (dataset.yaml) of both actors and the whole year. Without one there is no 0.",
    "Directions are put together, and persons, communities and segments are left out.",
)
COLUMNS: Final = (
    Column("a", "id of the first actor of the pair"),
    Column("b", "id of the second"),
    Column("year", "the year"),
    Column("hostile", "1, 0 or NA"),
    Column("cooperative", "1, 0 or NA"),
    Column(
        "state",
        "state of the pair in that year, by rule; ~ where it rests on what is only possible; "
        "`what if: ` before it where ties are supposed",
    ),
    Column(
        "ties", "ids of the ties that may have held at some time of the year, or of which that is not known"
    ),
    Column("handling", "the strictest handling mark of these ties and their sources"),
)
MOST: Final = 2_000_000


class _Year(NamedTuple):
    """A year and the sight of that year."""

    text: str
    days: Days
    sight: Sight


def write(out: Outgoing) -> Written:
    dataset = out.view.dataset
    if dataset.ended:
        raise Fault(
            "A panel goes year by year, and what is supposed here ends or changes ties: it would hide them in all years.",
            "Leave it out, or write: actorgraph export csv -o DIR",
        )
    kinds = {actor.id: actor.kind for actor in out.actors}
    actors = sorted(id_ for id_, _, _ in nodes(out) if dataset.vocabulary.acts(kinds[id_]))
    years = _years(out)
    pairs = len(actors) * (len(actors) - 1) // 2
    if pairs * len(years) > MOST:
        raise Fault(
            f"{len(actors)} actors in {len(years)} years would be {pairs * len(years):,} lines; {MOST:,} are the most.",
            "Fewer actors: --kind KIND. Fewer years: --during 2015/2020",
        )
    aside = sum(not {row.from_, row.to} <= set(actors) for row in out.rows)
    left = (f"{aside} tie{'' if aside == 1 else 's'} of persons, communities or segments",) if aside else ()
    rows = _rows(out, actors, [_year(year, out) for year in years])
    return Written(
        {"panel.csv": write_csv.text(COLUMNS, rows)},
        left if years else ("every year: the record has no date",),
    )


def _years(out: Outgoing) -> range:
    """Those asked for, else those of the coverage; without one those that certain dates reach."""
    asked = out.view.lens.throughout or out.view.lens.days
    coverage = out.view.dataset.about.coverage
    period = coverage.period if coverage else None
    sure = [
        day for row in out.rows if row.spell.sure for day in row.spell.sure if 0 < day <= date.max.toordinal()
    ]
    if asked:
        first, last = asked.first, asked.last
    elif period and period.start and period.end:
        first, last = period.start.first, period.end.last
    elif sure:
        first, last = min(sure), max(sure)
    else:
        return range(0)
    low, high = max(first, 1), min(last, date.max.toordinal())
    return range(date.fromordinal(low).year, date.fromordinal(high).year + 1)


def _year(year: int, out: Outgoing) -> _Year:
    days = Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), f"{year:04}")
    lens = out.view.lens._replace(days=days, throughout=None)
    return _Year(days.text, days, Sight(out.view.dataset, lens))


def _rows(out: Outgoing, actors: Sequence[str], years: Sequence[_Year]) -> Iterator[tuple[str, ...]]:
    seen: dict[tuple[str, str], list[Seen]] = {}
    hidden: dict[tuple[str, str], list[Hidden]] = {}
    for row in out.view.relations():
        seen.setdefault(_pair(row.from_, row.to), []).append(row)
    for gone in out.view.hidden():
        hidden.setdefault(_pair(*gone.relation.ends), []).append(gone)
    for pair in combinations(actors, 2):
        rows, lost = seen.get(pair, []), hidden.get(pair, [])
        for year in years:
            yield _line(pair, year, rows, lost)


def _line(
    pair: tuple[str, str], year: _Year, rows: Sequence[Seen], hidden: Sequence[Hidden]
) -> tuple[str, ...]:
    sight = year.sight
    then = [row._replace(answer=row.spell.on(year.days.first, year.days.last)) for row in rows]
    live = [row for row in then if row.answer != "no"]
    covered = not hidden and searched(pair, sight)
    signs = (_value(sign, live, covered, sight) for sign in ("-", "+"))
    sources = sight.dataset.sources
    marks = [sight.dataset.about.handling, *(row.relation.handling for row in live)]
    marks += [sources[item.source].handling for row in live for item in row.items]
    return (
        *pair,
        year.text,
        *signs,
        f"{'what if: ' if any(row.supposed for row in live) else ''}{state(*pair, then, hidden, sight).text}",
        " ".join(row.relation.id for row in live),
        strictest(marks, sight.dataset.vocabulary),
    )


def _value(sign: str, live: Sequence[Seen], covered: bool, sight: Sight) -> str:
    """1, 0 or NA for one sign, from the ties that are not over or not begun."""
    of_sign = [(row, cell(row, sight)) for row in live if sight.dataset.type_of(row.relation).sign == sign]
    if any(kind == "firm" and row.answer == "certainly" for row, kind in of_sign):
        return "1"
    unsure = any(kind in ("firm", "unsettled") for _, kind in of_sign)
    return "0" if covered and not unsure and _sought(sign, sight) else "NA"


def _sought(sign: str, sight: Sight) -> bool:
    """Whether all types of that sign were searched for."""
    dataset = sight.dataset
    types = dataset.about.coverage.types if dataset.about.coverage else ()
    if not types or "all" in types:
        return True
    signed = [one for one in dataset.vocabulary.types.values() if one.sign == sign and one.balance]
    return all(one.name in types or one.family in types for one in signed)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
