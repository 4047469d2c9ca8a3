"""Ties drawn as one line: those of two actors that share family and standing. A plan never shares one with a fact."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..period import NEVER
from ..sight import Seen
from ..standing import FIRM, SUPPOSED
from ..view import View
from ..vocabulary import RelationType
from .label import shown

STANDINGS = {"claimed": "claimed", "contested": "open", "suggested": "open", "unsourced": "unsourced"}
WIDTHS = {"low": 1.0, "high": 2.4}
PLAIN = 1.6
NOUNS = 2  # how many kinds of tie a label names


class Line(NamedTuple):
    """One line of a picture: from whom to whom, or both ways; what it says; and the ties behind it.

    `standing`: firm, claimed, open (contested or only held possible), unsourced, or supposed (what if, not in the
    record). `over`: each tie of it has ended.
    `mark`: what became of it between two dates. `said`: what a label calls its ties, each with its own years.
    """

    from_: str
    to: str
    family: str
    standing: str
    plan: bool
    both: bool
    over: bool
    contested: bool
    width: float
    said: tuple[tuple[str, str], ...]
    note: int
    rows: tuple[Seen, ...]
    mark: str = ""

    @property
    def label(self) -> list[tuple[str, str]]:
        """Words and their years: `~` before a plan, `?` behind what is contested or only held possible."""
        lead, ask = "~ " if self.plan else "", "?" if self.standing == "open" else ""
        return [
            (f"{lead if at == 0 else ''}{shown(words)}{ask}", when)
            for at, (words, when) in enumerate(self.said)
        ]


def lines(
    rows: Sequence[Seen], view: View, first: Mapping[str, int], marks: Mapping[str, str]
) -> tuple[Line, ...]:
    """The lines of those ties, numbered in the file's order; `first` are the actors to begin with."""
    groups: dict[tuple[frozenset[str], str, str, bool, str], list[Seen]] = {}
    for row in rows:
        family = view.dataset.type_of(row.relation).family
        mark = marks.get(row.relation.id, "")
        key = (frozenset((row.from_, row.to)), family, _standing(row), _plan(row, view), mark)
        groups.setdefault(key, []).append(row)
    last = _last_day(rows, view)
    order = sorted(
        groups.items(), key=lambda one: (min(first.get(end, len(first)) for end in one[0][0]), one[0][3])
    )
    return tuple(
        _line(held, family, standing, plan, last, number, view)._replace(mark=mark)
        for number, ((_, family, standing, plan, mark), held) in enumerate(order, 1)
    )


def _line(rows: list[Seen], family: str, standing: str, plan: bool, last: int, note: int, view: View) -> Line:
    rows.sort(
        key=lambda row: not view.dataset.type_of(row.relation).symmetric
    )  # what is said of both tells most
    types = [view.dataset.type_of(row.relation) for row in rows]
    ways = {(row.from_, row.to) for row in rows if not view.dataset.type_of(row.relation).symmetric}
    both = len(ways) != 1 or any(type_.symmetric for type_ in types)
    from_, to = (rows[0].from_, rows[0].to)
    if not both:
        from_, to = next(iter(ways))
    alone = len(set(types)) == 1
    nouns: dict[str, list[Seen]] = {}
    for row, type_ in zip(rows, types, strict=True):
        nouns.setdefault(_verb(type_, alone=alone), []).append(row)
    return Line(
        from_,
        to,
        family,
        standing,
        plan,
        both,
        not plan and all(row.spell.days.e2 < last for row in rows),
        any(row.standing == "contested" for row in rows),
        _width(rows),
        _said(nouns),
        note,
        tuple(rows),
    )


def _said(nouns: Mapping[str, list[Seen]]) -> tuple[tuple[str, str], ...]:
    """The first kinds of tie and how many more; one behind the other where no year could be taken for another's."""
    held = [(noun, years(rows)) for noun, rows in nouns.items()][:NOUNS]
    more = f" +{len(nouns) - NOUNS}" if len(nouns) > NOUNS else ""
    if len(whens := {when for _, when in held}) == 1 and not more:
        return ((", ".join(noun for noun, _ in held), whens.pop()),)
    held.sort(key=lambda one: not one[1])  # an undated one last: a year behind it would be read as its own
    if not held[-1][1]:
        return (*held[:-1], (held[-1][0] + more, ""))
    return (*held, (more.strip(), "")) if more else tuple(held)


def _verb(type_: RelationType, *, alone: bool) -> str:
    """What a label calls a type: its noun, but `part of` for one that belongs, whose line has a direction."""
    if type_.family == "belongs" and alone and not type_.symmetric:
        return re.sub(r"^is (an? )?", "", type_.reads.replace("TO", "")).strip()
    return type_.noun


def _standing(row: Seen) -> str:
    if row.supposed:
        return SUPPOSED
    return "firm" if row.standing in FIRM else STANDINGS[row.standing]


def _plan(row: Seen, view: View) -> bool:
    """An aim, a plan or a forecast."""
    return row.relation.modality != "actual" or view.dataset.type_of(row.relation).kind == "aim"


def _width(rows: Iterable[Seen]) -> float:
    """Wider or thinner only where a named analyst says so, and no two differ."""
    found = {WIDTHS.get(row.assessment.confidence, PLAIN) if row.assessment else PLAIN for row in rows}
    return found.pop() if len(found) == 1 else PLAIN


def _last_day(rows: Iterable[Seen], view: View) -> int:
    """The day by which a tie must have ended to be drawn as over: the first one asked, else the last one published."""
    asked = view.lens.throughout or view.lens.days
    if asked:
        return asked.first
    used = {item.source for row in rows for item in row.items}
    return max((s.published.first for one in used if (s := view.source(one)) and s.published), default=NEVER)


def years(rows: Iterable[Seen]) -> str:
    """The years of some ties as a label has them: `2016–20`, `–2019`, `2018–`, `2021`; of many the first and the last."""
    told = list(dict.fromkeys(_years(row) for row in rows if row.relation.modality != "expected"))
    found = sorted(filter(None, told))
    return ", ".join(found) if len(found) < 3 else f"{found[0]} … {found[-1]}"


def _years(row: Seen) -> str:
    """First to last year that a tie's evidence names; open at the end that it leaves open."""
    times = [item.time for item in row.items]
    whens = [time.when for time in times if time.when]
    spans = [*whens, *(time.as_of for time in times if time.as_of)]
    starts = [span.start.first for span in spans if span.start]
    ends = [span.end.last for span in spans if span.end] + [
        time.gone_by.last for time in times if time.gone_by
    ]
    ends += [span.start.last for span in spans if span.single and span.start]
    goes_on = any(not when.single and not when.end for when in whens)
    first = _year(min(starts)) if starts else ""
    last = "" if goes_on or not ends else _year(max(ends))
    if first == last:
        return first
    return f"{first}–{last[2:] if first[:2] == last[:2] else last}"


def _year(day: int) -> str:
    return f"{date.fromordinal(day).year:04}"
