"""The two pictures that draw makes without an engine: the grid of friend and foe, and ties in time."""

from typing import TYPE_CHECKING

from ..errors import Fault
from .scenes import caption, footing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..drawing.frame import Words
    from ..drawing.matrix import Grid
    from ..drawing.timeline import Lane, Lanes, Row, Span
    from ..questions.matrix import Cell, Matrix
    from ..questions.timeline import Entry
    from ..sight import Seen
    from ..view import View

MOST = 45  # actors of a grid, and of rows in time twice as many, that can be taken in
STANDINGS = {
    "claimed": "claimed",
    "contested": "open",
    "suggested": "open",
    "denied": "open",
    "doubted": "open",
    "open": "open",
    "supposed": "supposed",
}


def matrix(view: "View", order: str, *, anyway: bool = False) -> "tuple[Grid, Words]":
    """The answer of the matrix question as cells, with a note for each pair that is coded."""
    from ..drawing import matrix as drawing
    from ..drawing.frame import Words
    from ..page import count
    from ..questions.matrix import ask

    answer = ask(view, order)
    if not answer.actors:
        raise Fault("Nothing to draw: no signed tie between two actors is left by this lens.")
    if len(answer.actors) > MOST and not anyway:
        raise Fault(
            f"{len(answer.actors)} actors make a grid that nobody can take in; at most {MOST} are drawn.",
            "  fewer actors   --kind, --family, --standing firm, --on DATE",
            "  all the same   --anyway",
        )
    place = {actor.id: number for number, actor in enumerate(answer.actors)}
    numbers, notes = _notes(answer, view)
    cells = tuple(
        drawing.Cell(
            place[one.row], place[one.column], one.mark, numbers.get(frozenset((one.row, one.column)), 0) if one.rows else 0,
            f"{view.dataset.name_of(one.row)} towards {view.dataset.name_of(one.column)}: {one.state.text}",
        )
        for one in answer.cells
    )  # fmt: skip
    top = answer.sight.belonging.top
    wholes = [top(actor.id, answer.sight.lens.days) for actor in answer.actors]
    begins = frozenset(
        n
        for n in range(1, len(wholes))
        if wholes[n] != wholes[n - 1] and wholes.count(wholes[n]) + wholes.count(wholes[n - 1]) > 2
    )
    lens, sources = footing(view)
    day = (
        f" Day: {answer.day.text}{', the last one evidenced' if answer.chosen else ''}." if answer.day else ""
    )
    left = count(len(answer.left_out), "actor")
    told = f" Left out: {left} without a signed tie among these." if answer.left_out else ""
    coded = sum(one.coded for one in answer.cells)
    words = Words(
        "Friend and foe, row towards column",
        f"{count(len(answer.actors), 'actor')}, {count(coded, 'cell')} coded.{day}{lens}",
        (), tuple(notes), f"{sources}{told}",
    )  # fmt: skip
    return drawing.Grid(tuple(actor.name for actor in answer.actors), begins, cells), words


def _notes(answer: "Matrix", view: "View") -> "tuple[dict[frozenset[str], int], list[str]]":
    """A number for each pair that is coded, and what stands behind it."""
    said = caption(view)
    pairs: dict[frozenset[str], list[Cell]] = {}
    for one in answer.cells:
        if one.rows:
            pairs.setdefault(frozenset((one.row, one.column)), []).append(one)
    notes = []
    for number, held in enumerate(pairs.values(), 1):
        first, other = held[0].row, held[0].column
        rows = {row.relation.id: row for one in held for row in one.rows}
        told = [f"{_way(row, first, view)}{said(row)}" for row in rows.values()]
        name = view.dataset.name_of
        notes.append(f"[{number}] {name(first)}, {name(other)}: {'; '.join(told)}")
    return {pair: number for number, pair in enumerate(pairs, 1)}, notes


def _way(row: "Seen", first: str, view: "View") -> str:
    if view.dataset.type_of(row.relation).symmetric:
        return ""
    return "→\xa0" if row.from_ == first else "←\xa0"


def timeline(view: "View", names: "Sequence[str]", *, anyway: bool = False) -> "tuple[Lanes, Words]":
    """The dated ties of the timeline question as lanes, a pair each; what has no date is counted."""
    from ..drawing import timeline as drawing
    from ..drawing.frame import Words
    from ..page import count, listing
    from ..questions.timeline import ask

    answer = ask(view, names)
    own = answer.actors[0] if len(answer.actors) == 1 else ""
    entries = [
        e
        for e in answer.entries
        if e.row == "tie" and e.extent and not e.extent.ahead and e.placed in ("lane", "seen")
    ]
    if not entries:
        raise Fault("Nothing to draw: no dated tie is left by this lens. Undated ones: actorgraph timeline")
    lanes = _lanes(entries, own, view)
    rows = sum(len(lane.rows) for lane in lanes)
    if rows > 2 * MOST and not anyway:
        raise Fault(
            f"{count(rows, 'bar')} would be more than one can take in; at most {2 * MOST} are drawn.",
            "  one actor      actorgraph draw timeline ACTOR -o FILE.svg",
            "  fewer ties     --kind, --family, --standing firm, --during FROM/TO",
            "  all the same   --anyway",
        )
    first, last = _axis(entries, answer.known, view)
    lens, sources = footing(view, own or None)
    name = listing([view.dataset.name_of(actor) for actor in answer.actors]) or "The record"
    undated = len({e.id for e in answer.entries if e.row == "tie"} - {e.id for e in entries})
    facts = sum(e.row != "tie" for e in answer.entries)
    left = [
        count(undated, "tie") + " without a date" if undated else "",
        count(facts, "statement") + " of what an actor is or what happened" if facts else "",
    ]
    told = " and ".join(filter(None, left))
    ties = count(len({e.id for e in entries}), "tie")
    subtitle = f"Ties whose time a source tells. {count(len(lanes), 'pair')}, {ties}.{lens}"
    edge = " The broken line is where the evidence ends." if first <= answer.known[1] <= last else ""
    words = Words(
        f"{name} in time",
        subtitle,
        (),
        (),
        f"{sources} In brackets where it stands.{edge}{f' Not drawn: {told}.' if told else ''}",
    )
    return drawing.Lanes(tuple(lanes), first, last, answer.known[1] if edge else None), words


def _lanes(entries: "Sequence[Entry]", own: str, view: "View") -> "list[Lane]":
    from ..drawing.timeline import Lane

    pairs: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        pairs.setdefault(entry.of, []).append(entry)
    order = sorted(pairs.items(), key=lambda one: (min(e.begin for e in one[1]), one[0]))
    name = view.dataset.name_of
    return [
        Lane(
            name(_other(of, own)) if own in of else ", ".join(name(one) for one in of),
            tuple(_rows(held, view)),
        )
        for of, held in order
    ]


def _other(of: tuple[str, ...], own: str) -> str:
    return next((one for one in of if one != own), own)


def _rows(held: "Sequence[Entry]", view: "View") -> "Iterable[Row]":
    """One row a kind of tie, direction and standing."""
    from ..drawing.timeline import Row
    from ..questions.wording import places

    groups: dict[tuple[str, str, str, str, bool], list[Entry]] = {}
    for entry in held:
        assert entry.seen
        type_ = view.dataset.type_of(entry.seen.relation)
        way = "" if type_.symmetric else entry.seen.from_
        standing = STANDINGS.get(entry.standing, "firm")
        plan = entry.modality != "actual" or type_.kind == "aim"
        groups.setdefault((entry.what, way, type_.family, standing, plan), []).append(entry)
    for (what, way, family, standing, plan), same in sorted(
        groups.items(), key=lambda one: min(e.begin for e in one[1])
    ):
        at = places([e.item for e in same if e.item], view.dataset)
        by = view.dataset.name_of(way) if way else ""
        told = f"{what}{f', by {by}' if by else ''}: {'; '.join(dict.fromkeys(e.when for e in same))} [{at}]"
        yield Row(what, by, at, family, standing, plan, tuple(dict.fromkeys(map(_span, same))), told)


def _span(entry: "Entry") -> "Span":
    from ..drawing.timeline import Span

    found = entry.extent
    assert found
    return Span(found.first, found.last, found.open_first, found.open_last, found.spell.sure)


def _axis(entries: "Sequence[Entry]", known: tuple[int, int], view: "View") -> tuple[int, int]:
    """From the first day that a bar names to the last, or the days asked where these are fewer."""
    from ..period import FOREVER, NEVER

    extents = [entry.extent for entry in entries if entry.extent]
    first = max(NEVER + 1, min(one.first for one in extents))
    last = min(FOREVER - 1, max(one.last for one in extents))
    asked = view.lens.throughout or view.lens.days
    if asked:
        first, last = max(first, asked.first), min(last, asked.last)
    elif last < known[1] < FOREVER and known[1] - last < 400:
        last = known[1]
    return first, max(first, last)
