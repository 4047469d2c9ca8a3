"""The page of a timeline: lanes on one axis, then in words what has no length there or no date at all."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..errors import Fault
from ..model import Evidence
from ..page import (
    Block,
    Column,
    Gap,
    Group,
    Page,
    Paragraph,
    Row,
    Run,
    Table,
    listing,
    plain,
    text,
)
from ..period import FOREVER, NEVER
from ..text import width
from ..view import View
from .basis import document_line, title
from .lanes import MARGIN, Axis, axis, draw, ruler, sign_words
from .legend import READINGS, mark_words, onward
from .rows import SECTIONS, STARS
from .timeline import ORDER, Entry, Timeline
from .undrawn import paragraphs
from .wording import options, places, short, typed

BUCKETS = {"": 0, "year": 12, "month": 1}
HEADINGS = {
    "facts": "what it is",
    **dict(SECTIONS),
    "contested": "contested, doubted, asked",
    "parts": "through its parts",
    "against": "between others, against it",
    "events": "events",
}
LABEL = {60: 16, 80: 22, 100: 34}  # the least room for names, by the width of the page
MARKS = 3
PLACES = 8
DATE = re.compile(r"\d{4,}(-\d\d){1,2}")


class Drawn(NamedTuple):
    """An entry with its lane, and the date in words where a sign is too coarse to tell it."""

    entry: Entry
    lane: str
    date: str = ""


def page(answer: Timeline, view: View, cells: int | None = 80, bucket: str = "", folder: str = "") -> Page:
    """Lanes that fit so many cells; without a number, as in a wiki, the words of each period stand instead."""
    if bucket not in BUCKETS:
        raise Fault(f'No bucket "{bucket}". It is one of: year, month.')
    name = (
        listing([view.dataset.name_of(actor) for actor in answer.actors]) if answer.actors else "The record"
    )
    blocks: list[Block] = [
        title(f"{name} in time", answer.basis),
        Paragraph(document_line(answer.basis, view)),
    ]
    lanes = [entry for entry in answer.entries if entry.placed == "lane"]
    if lanes and cells is not None:
        on = _axis(lanes, answer, view, cells, BUCKETS[bucket])
        drawn = [Drawn(one, draw(one.extent, on), _finer(one, on)) for one in lanes if one.extent]
        blocks += [Paragraph(text(_legend(on, [one.lane for one in drawn]))), Gap()]
        blocks.append(Table((), _columns(on), tuple(_rows(drawn, answer, view, ruler(on)))))
    elif lanes:
        worded = [Drawn(entry, short(entry.when)) for entry in lanes]
        columns = (Column(), Column(), Column("when"), Column("at"))
        blocks += [Gap(), Table((), columns, tuple(_rows(worded, answer, view, None)))]
    else:
        blocks += [Gap(), Paragraph(text(_nothing(answer, view)))]
    blocks += paragraphs(answer)
    if marks := mark_words({entry.mark for entry in answer.entries if entry.mark}, view):
        stars = [said for coding, said in READINGS.items() if coding in _codings(lanes)]
        blocks += [Gap(), Paragraph((Run(" ".join([f"{'; '.join(marks)}.", *stars]), "dim"),))]
    return (*blocks, Gap(), _next(answer, view, folder))


def _axis(lanes: Sequence[Entry], answer: Timeline, view: View, cells: int, months: int) -> Axis:
    """From the first day that a lane names to the last, or the days asked where these are fewer."""
    extents = [entry.extent for entry in lanes if entry.extent and not entry.extent.ahead]
    first = min((one.first for one in extents), default=answer.known[0])
    last = max((min(one.last, answer.known[1]) for one in extents), default=answer.known[1])
    asked = view.lens.throughout or view.lens.days
    if asked:
        first, last = max(first, asked.first), min(max(last, first), asked.last)
        if "/" not in asked.text:
            first, last = asked.first, asked.last
    first, last = max(first, NEVER + 1), min(max(first, last), FOREVER - 1)
    cells = max(60, min(cells, 120))
    label = LABEL[max(size for size in LABEL if size <= cells)]
    room = cells - MARKS - label - 2 * MARGIN - _places_width(lanes) - 3
    found = axis(first, last, answer.known[0], room, months)
    if len(found.signs) <= room:
        return found
    what = {1: "months", 12: "years"}[months]
    raise Fault(
        f"--bucket: {len(found.signs)} {what} do not fit {cells} cells, {room} do."
        " Ask for a part with --during FROM/TO, or leave --bucket out."
    )


def _places_width(lanes: Iterable[Entry]) -> int:
    return min(max((width(entry.at) for entry in lanes), default=2), PLACES)


def _columns(on: Axis) -> tuple[Column, ...]:
    above, _ = ruler(on)
    return (
        Column(width=MARKS - 1),
        Column(width=0),
        Column(above, width=2 * MARGIN + len(on.signs)),
        Column("at", most=PLACES, wide=16),
    )


def _rows(
    drawn: Sequence[Drawn], answer: Timeline, view: View, ruler_: tuple[str, str] | None
) -> Iterable[Row | Group]:
    if ruler_:
        yield Row(((), (), text(Run(ruler_[1], "dim")), ()))
    for section in ORDER:
        held = [one for one in drawn if one.entry.section == section]
        if not held:
            continue
        words = HEADINGS[section]
        if section == "facts" and len(answer.actors) != 1:
            words = "what they are"
        yield Group(text(Run(words.upper(), "heading")))
        what = before = ""
        for group in _merged(held, view):
            entry = group[0].entry
            if _kind(entry) != what:
                yield Group(text(f" {entry.what}"))
            what = _kind(entry)
            yield _row(group, before)
            before = entry.id if len(group) == 1 else ""


def _merged(held: Sequence[Drawn], view: View) -> list[list[Drawn]]:
    """Rows that differ in a name only stand as one; kinds and pairs in order of their first day."""
    groups: dict[tuple[str, ...], list[Drawn]] = {}
    for one in _joined(held, view):
        entry = one.entry
        alone = "" if entry.row == "tie" and entry.link else f"{entry.id} {entry.name}"
        key = (
            _kind(entry),
            entry.mark,
            entry.link,
            plain(entry.words),
            one.lane,
            one.date,
            entry.at,
            _star(entry),
            alone,
        )
        groups.setdefault(key, []).append(one)
    kinds: dict[str, tuple[int, int]] = {}
    pairs: dict[str, tuple[int, int]] = {}
    for entry, *_ in held:
        kinds[_kind(entry)] = min(entry.begin, kinds.get(_kind(entry), entry.begin))
        pairs[entry.id] = min(entry.begin, pairs.get(entry.id, entry.begin))

    def order(group: Sequence[Drawn]) -> tuple[object, ...]:
        first = group[0].entry
        own = (pairs[first.id], first.id) if first.row == "tie" else ()
        return (kinds[_kind(first)], _kind(first), *own, first.begin)

    return sorted(groups.values(), key=order)


def _joined(held: Sequence[Drawn], view: View) -> Iterable[Drawn]:
    """Statements of one tie with one and the same lane as one, in the words of the source's own voice if it speaks."""
    rows: dict[tuple[str, ...], list[Drawn]] = {}
    for one in held:
        entry = one.entry
        alone = plain(entry.words) if entry.row != "tie" or entry.section == "contested" else ""
        rows.setdefault((entry.id, entry.mark, one.lane, one.date, alone), []).append(one)
    for same in rows.values():
        items = [one.entry.item for one in same if one.entry.item]
        own = [one for one in same if one.entry.item and _own(one.entry.item, view)]
        first = (own or same)[0]
        at = places(items, view.dataset) if len(same) > 1 else first.entry.at
        yield first._replace(entry=first.entry._replace(at=at))


def _own(item: Evidence, view: View) -> bool:
    return view.dataset.sources[item.source].own == item.says


def _kind(entry: Entry) -> str:
    return entry.what if entry.row == "tie" else ""


def _row(group: Sequence[Drawn], before: str) -> Row:
    """`before` is the tie of the row above: told of again, it is `the same`."""
    entry, lane, date = group[0]
    names = listing(list(dict.fromkeys(one.entry.name for one in group)))
    who = "the same" if entry.row == "tie" and entry.id == before else f"{entry.link} {names}".strip()
    dated = (*text(", " if who or entry.words else "", Run(date, "dim")),) if date else ()
    label = text(who, ": " if who and entry.words else "", *entry.words, *dated, _star(entry))
    role = {"?": "contested", "~": "open"}.get(entry.mark[:1], "")
    colour = role or {"-": "hostile", "+": "cooperative"}.get(entry.mark, "")
    mark = text(Run(entry.mark.rjust(MARKS - 1), colour)) if entry.mark else ()
    return Row((mark, label, text(Run(lane.rstrip(), role)), text(Run(entry.at, "place"))))


def _finer(entry: Entry, on: Axis) -> str:
    """The date in words, where it names a month or a day that the signs don't tell apart."""
    published = entry.item.time.published if entry.item else None
    found = [date for date in DATE.finditer(entry.when) if not published or date[0] != published.text]
    return short(entry.when) if any(on.months > 1 or date[0].count("-") > 1 for date in found) else ""


def _codings(entries: Iterable[Entry]) -> set[str]:
    return {entry.seen.relation.coding for entry in entries if entry.seen}


def _star(entry: Entry) -> str:
    return STARS.get(entry.seen.relation.coding, "") if entry.seen else ""


def _legend(on: Axis, lanes: Sequence[str]) -> str:
    drawn = "".join(lanes)
    signs = {
        "#": "# held all through",
        ":": ": may have held, in part or whole",
        "o": "o held at some time within these signs",
        ".": ".. limit not stated",
        "<": "< before the days shown",
        ">": "> after the days shown",
    }
    words = [told for sign, told in signs.items() if sign in drawn]
    return "; ".join([f"One sign is {sign_words(on.months)}", *words]) + "."


def _nothing(answer: Timeline, view: View) -> str:
    if any(entry.placed == "elsewhere" for entry in answer.entries):
        return "Nothing dated reaches the days asked."
    if not answer.entries:
        return "Nothing is left by this lens." if answer.basis.lens else "Nothing is coded."
    return "Nothing here has a date but that of its source."


def _next(answer: Timeline, view: View, folder: str) -> Block:
    lens = options(view.lens, view.dataset, folder)
    lines = []
    if len(answer.actors) == 1:
        name = typed(view.dataset.actors[answer.actors[0]])
        lines.append(("all that is coded", f"actorgraph show {name}{lens}"))
    if view.lens.days is None and view.lens.throughout is None:
        names = " ".join([*(typed(view.dataset.actors[actor]) for actor in answer.actors), ""])
        lines.append(("a part of it", f"actorgraph timeline {names}--during FROM/TO{lens}"))
    timeless = options(view.lens._replace(days=None, throughout=None), view.dataset, folder)
    lines.append(("between two dates", f"actorgraph diff --from DATE --to DATE{timeless}"))
    return onward(lines)
