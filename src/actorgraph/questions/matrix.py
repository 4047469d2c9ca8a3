"""Friend and foe as a grid: what each actor is towards each other one, on a day, with every kind of blank.

A cell holds the state of the ties that lead from its row to its column; a symmetric tie and a part stand in both cells.
What holds on no day asked stands in brackets: it is the state with no day asked.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..errors import Fault
from ..lens import Days
from ..model import Actor
from ..pair import State, cell, state
from ..period import Date
from ..sight import Hidden, Seen, Sight
from ..view import View
from .basis import Basis, basis
from .statements import ASIDE, not_yet

ORDERS = ("whole", "ties", "name")
COLUMNS = ("from", "to", "mark", "state", "corner", "on-other-days", "pair", "ties", "at")
DISPUTED = ASIDE | {"claimed", "unsourced"}
LATER = ("unknown", "ended", "not yet")


class Cell(NamedTuple):
    """One actor towards another. `elsewhen` is the state with no day asked, where none of the rows reaches the day."""

    row: str
    column: str
    state: State
    elsewhen: State | None
    pair: State
    rows: tuple[Seen, ...]
    mark: str

    @property
    def coded(self) -> bool:
        """Whether the record has a tie for it."""
        return any(not row.supposed for row in self.rows)


class Matrix(NamedTuple):
    """The answer. `day` is the last day evidenced where none was asked; `left_out` have no signed tie among the actors."""

    basis: Basis
    actors: tuple[Actor, ...]
    left_out: tuple[tuple[Actor, tuple[Seen, ...]], ...]
    day: Days | None
    chosen: bool
    cells: tuple[Cell, ...]
    sight: Sight

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a cell, blanks too."""
        return [
            (
                one.row, one.column, one.mark, one.state.text, "yes" if one.state.corner else "",
                one.elsewhen.text if one.elsewhen else "", one.pair.text,
                " ".join(row.relation.id for row in one.rows),
                " ".join(dict.fromkeys(at for row in one.rows for item in row.items for at in item.places)),
            )
            for one in self.cells
        ]  # fmt: skip

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "day": self.day.text if self.day else "",
            "lens": self.basis.lens,
            "actors": [actor.id for actor in self.actors],
            "left-out": [actor.id for actor, _ in self.left_out],
            "cells": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
        }


def ask(view: View, order: str = "whole") -> Matrix:
    """The grid of all actors that act, of the kinds asked for, on the day asked or the last one evidenced."""
    if order not in ORDERS:
        raise Fault(f'No order "{order}". It is one of: {", ".join(ORDERS)}.')
    day = None if view.lens.dated else last_evidenced(view.relations())
    sight = Sight(view.dataset, view.lens._replace(days=day)) if day else view.sight
    dataset, top = view.dataset, sight.belonging.top
    everybody = {
        actor.id: actor
        for actor in view.actors()
        if dataset.vocabulary.acts(actor.kind)
        and not (view.lens.roll_up and top(actor.id, sight.lens.days) != actor.id)
    }
    seen, hidden = _looked(sight, set(everybody))
    signed = {end for row in seen for end in (row.from_, row.to) if _signed(row, sight)}
    ties = {id_: sum(id_ in (row.from_, row.to) for row in seen) for id_ in everybody}
    ids = sorted((id_ for id_ in everybody if id_ in signed), key=lambda id_: _place(id_, order, ties, sight))
    aside = [
        (actor, tuple(row for row in seen if id_ in (row.from_, row.to)))
        for id_, actor in everybody.items()
        if id_ not in signed
    ]
    return Matrix(
        basis(view),
        tuple(everybody[id_] for id_ in ids),
        tuple(sorted(aside, key=lambda one: (-len(one[1]), one[0].name.casefold()))),
        sight.lens.throughout or sight.lens.days,
        day is not None,
        tuple(_what_if(_cells(ids, seen, hidden, sight), ids, view, sight)),
        sight,
    )


def last_evidenced(rows: Iterable[Seen]) -> Days | None:
    """The latest date that the evidence bears; of several that end on one day the widest."""
    found = [date for row in rows if row.relation.modality != "expected" for date in _dates(row)]
    last = max(found, key=lambda date: (date.last, -date.first), default=None)
    return Days(last.first, last.last, last.text) if last else None


def _signed(row: Seen, sight: Sight) -> bool:
    """Whether the tie says friend or foe, for certain or not; that one is part of another says neither."""
    type_ = sight.dataset.type_of(row.relation)
    return type_.sign != "0" and type_.balance


def live(row: Seen) -> bool:
    """Whether the row reaches the days asked."""
    return row.answer in (None, "certainly", "possibly")


def row_mark(row: Seen, sight: Sight) -> str:
    """What one row alone would put into a cell."""
    kind, type_ = cell(row, sight), sight.dataset.type_of(row.relation)
    family = sight.dataset.vocabulary.families[type_.family].mark
    hoped = not_yet(row, sight.dataset)
    if kind == "none":
        return "0"
    if kind == "unsettled":
        return f"~{family}" if hoped and row.standing not in DISPUTED else "?"
    if kind == "linked":
        return "o" if type_.family in ("hostile", "cooperative") else family
    return f"~{type_.sign}" if hoped or row.answer == "possibly" else type_.sign


def _what_if(cells: Iterable[Cell], ids: Sequence[str], view: View, sight: Sight) -> Iterable[Cell]:
    """Each cell that reads otherwise in the record has `if` before its mark."""
    if not view.lens.suppose:
        yield from cells
        return
    record = view.through(sight.lens._replace(suppose=()))
    seen, hidden = _looked(record.sight, set(ids))
    marks = {(one.row, one.column): one.mark for one in _cells(ids, seen, hidden, record.sight)}
    for one in cells:
        other = marks[one.row, one.column] != one.mark
        yield one._replace(mark=_supposed(one.mark)) if other else one


def _supposed(mark: str) -> str:
    """Five cells hold no more than `if~+?` and `if(+)`."""
    return f"if({mark.strip('()')[:1]})" if mark.startswith("(") else f"if{mark}"


def _cells(
    ids: Sequence[str], seen: Sequence[Seen], hidden: Sequence[Hidden], sight: Sight
) -> Iterable[Cell]:
    open_ = Sight(sight.dataset, sight.lens._replace(days=None, throughout=None))
    rows: dict[tuple[str, str], list[Seen]] = {}
    unseen: dict[tuple[str, str], list[Hidden]] = {}
    for row in seen:
        rows.setdefault((row.from_, row.to), []).append(row)
    for gone in hidden:
        unseen.setdefault(_ends(gone, sight), []).append(gone)
    for one in ids:
        for other in ids:
            if one != other:
                yield _cell(one, other, rows, unseen, sight, open_)


def _cell(
    one: str,
    other: str,
    rows: dict[tuple[str, str], list[Seen]],
    unseen: dict[tuple[str, str], list[Hidden]],
    sight: Sight,
    open_: Sight,
) -> Cell:
    there, back = rows.get((one, other), []), rows.get((other, one), [])
    gone, gone_back = unseen.get((one, other), []), unseen.get((other, one), [])
    own = [*there, *(row for row in back if mutual(row, sight))]
    own_gone = [*gone, *(row for row in gone_back if mutual(row, sight))]
    found = state(one, other, own, own_gone, sight)
    pair = state(one, other, [*there, *back], [*gone, *gone_back], sight)
    elsewhen = None
    if own and found.name in LATER:
        elsewhen = state(one, other, [row._replace(answer=None) for row in own], [], open_)
    return Cell(one, other, found, elsewhen, pair, tuple(own), _mark(found, elsewhen, own, sight))


def mutual(row: Seen | Hidden, sight: Sight) -> bool:
    """Whether the tie stands in both cells of its pair."""
    type_ = sight.dataset.type_of(row.relation)
    return type_.symmetric or type_.family == "belongs"


def _mark(found: State, elsewhen: State | None, rows: Sequence[Seen], sight: Sight) -> str:
    if elsewhen is None:
        return _glyph(found, [row for row in rows if live(row)], sight)
    inside = _glyph(elsewhen, [row._replace(answer=None) for row in rows], sight)
    return f"({inside})" if len(inside) < 4 else f"({inside[:3]})"


def _glyph(found: State, rows: Sequence[Seen], sight: Sight) -> str:
    """`-`, `~+`, `-?` and so on: a sign in its place, before it what makes it less than a fact, behind it what is beside."""
    name = found.name
    if name in ("not coded", "unknown", "hidden"):
        return {"not coded": ".", "unknown": "_", "hidden": "h"}[name]
    marks = {id(row): row_mark(row, sight) for row in rows}
    kinds = {id(row): cell(row, sight) for row in rows}
    beside = ""
    if found.corner:
        beside = "?" if any(marks[id(row)] == "?" for row in rows) else "~"
    if not rows:  # a what-if has ended them all
        return "."
    if name == "assessed none":
        return "~0" if found.about else "0"
    if name == "linked":
        held = {marks[id(row)] for row in rows if kinds[id(row)] == "linked"}
        return ("~" if found.about else "") + next((one for one in ("^", "<") if one in held), "o") + beside
    if name == "unsettled":
        plans = {marks[id(row)][1:] for row in rows if marks[id(row)] != "?"}
        asked = "?" if any(mark == "?" for mark in marks.values()) else ""
        return f"~{_signs(plans)}{asked}" if plans else asked
    firm = {marks[id(row)] for row in rows if kinds[id(row)] == "firm"}
    hoped = found.about or all(mark.startswith("~") for mark in firm)
    return ("~" if hoped else "") + _signs({mark[-1] for mark in firm}) + beside


def _signs(marks: set[str]) -> str:
    if {"-", "+"} <= marks:
        return "-+"
    return next((one for one in ("-", "+", "^", "<") if one in marks), "o")


def _looked(sight: Sight, actors: set[str]) -> tuple[list[Seen], list[Hidden]]:
    """Every relation between two of the actors through this lens, which may be dated where the view's is not."""
    seen, hidden = [], []
    for relation in sight.dataset.relations:
        row = sight.see(relation)
        if isinstance(row, Seen):
            if {row.from_, row.to} <= actors:
                seen.append(row)
        elif actors.issuperset(_ends(row, sight)):
            hidden.append(row)
    return seen, hidden


def _ends(row: Hidden, sight: Sight) -> tuple[str, str]:
    from_, to = row.relation.ends
    if not sight.lens.roll_up:
        return from_, to
    top = sight.belonging.top
    return top(from_, sight.lens.days), top(to, sight.lens.days)


def _place(id_: str, order: str, ties: dict[str, int], sight: Sight) -> tuple[Any, ...]:
    name = sight.dataset.name_of(id_).casefold()
    if order == "name":
        return (name, id_)
    if order == "ties":
        return (-ties[id_], name, id_)
    whole = sight.belonging.top(id_, sight.lens.days)
    above = (-ties.get(whole, 0), sight.dataset.name_of(whole).casefold(), whole)
    return (*above, id_ != whole, -ties[id_], name, id_)


def _dates(row: Seen) -> Iterable[Date]:
    for item in row.items:
        time = item.time
        for interval in (time.when, time.as_of):
            yield from (date for date in (interval.start, interval.end) if date) if interval else ()
        if time.when and time.when.goes_on and time.said:
            yield time.said
