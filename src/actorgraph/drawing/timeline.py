"""Ties in time as a picture: a lane for each two actors, a bar for each kind of tie, ends that nobody states fading out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ..standing import SUPPOSED
from .canvas import bar, cut, stroke, tip, wide, words
from .fit import fitted
from .frame import Sample, Words, around
from .label import shown
from .style import FAMILIES, LIGHT, Theme, mixed

DASHES = {
    "claimed": 'stroke-dasharray="4,2"',
    "open": 'stroke-dasharray="1,2"',
    SUPPOSED: 'stroke-dasharray="9,3"',
}

WIDE = 620.0  # of the axis
LEAST = 4.0  # the shortest bar
FADE = 14.0
ROW, THICK = 15.0, 8.0
NAME = 340.0
PLACES = 90.0  # at most so much of it for where it stands
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)  # months between two ticks
APART = 46.0


class Span(NamedTuple):
    """The days a statement names, and those that are sure; an end that is not stated is open."""

    first: int
    last: int
    open_first: bool
    open_last: bool
    sure: tuple[int, int] | None


class Row(NamedTuple):
    """One kind of tie of two actors: how it is drawn, its spans, and words on pointing."""

    label: str
    by: str
    at: str
    family: str
    standing: str
    plan: bool
    spans: tuple[Span, ...]
    tip: str


class Lane(NamedTuple):
    """Two actors, or an event."""

    name: str
    rows: tuple[Row, ...]


class Lanes(NamedTuple):
    """All lanes on one axis. `known` is the day on which the evidence ends, if it lies on the axis."""

    lanes: tuple[Lane, ...]
    first: int
    last: int
    known: int | None


class _Axis(NamedTuple):
    first: int
    last: int
    left: float

    def at(self, day: float) -> float:
        return self.left + WIDE * (day - self.first) / max(1, self.last - self.first)


def svg(lanes: Lanes, told: Words, theme: Theme = LIGHT, scale: float = 1) -> str:
    """The whole picture."""
    rows = [row for lane in lanes.lanes for row in lane.rows]
    sizes = [
        wide(shown(_label(row)), 10, bold=True) + min(wide(shown(row.at), 8), PLACES) + 30 for row in rows
    ]
    sizes += [wide(shown(lane.name), 10.5, bold=True) + 10 for lane in lanes.lanes]
    left = min(NAME, max(sizes, default=0.0)) + 2 * FADE
    pad = max(1, (lanes.last - lanes.first) // 60)
    axis = _Axis(lanes.first - pad, lanes.last + pad, left)
    parts: list[str] = []
    bands: list[str] = []
    y = 34.0
    for number_, lane in enumerate(lanes.lanes):
        high = ROW * (len(lane.rows) + 1) + 5
        if number_ % 2 == 0:
            bands.append(bar(0, y - 2, left + WIDE + FADE, high, theme.cluster[0]))
        parts.append(
            words(
                6, y + 10, cut(shown(lane.name), 10.5, left - 2 * FADE, bold=True), 10.5, theme.ink, bold=True
            )
        )
        for place, row in enumerate(lane.rows, 1):
            parts.append(_row(row, y + place * ROW, axis, f"{number_}-{place}", theme))
        y += high
    foot = y
    ruler = list(_ruler(axis, foot, lanes.known, theme))
    whole = told._replace(legend=(*_legend(rows, theme), *told.legend))
    defs = _fades(rows, theme)
    return fitted(
        around(defs + "".join(bands + ruler + parts), left + WIDE + FADE, foot, whole, theme, scale)
    )


def _label(row: Row) -> str:
    mark = f"{'if ' if row.standing == SUPPOSED else ''}{'~ ' if row.plan else ''}"
    by = f", by {row.by}" if row.by else ""
    return f"{mark}{row.label}{'?' if row.standing == 'open' else ''}{by}"


def _row(row: Row, y: float, axis: _Axis, id_: str, theme: Theme) -> str:
    room = axis.left - 2 * FADE - 16
    at = cut(f"[{shown(row.at)}]", 8, PLACES) if row.at else ""
    label = cut(shown(_label(row)), 10, room - wide(at, 8) - 6)
    colour = theme.words.get(row.family, theme.grey)
    parts = [tip(shown(row.tip, 600)), words(16, y + 10, label, 10, colour, bold=FAMILIES[row.family].bold)]
    bold = FAMILIES[row.family].bold
    parts.append(words(5, y + 10, FAMILIES[row.family].sign, 9, colour))
    parts.append(words(16 + wide(label, 10, bold=bold) + 5, y + 10, at, 8, theme.faint))
    parts += [_span(span, row, y + 3, axis, theme) for span in row.spans]
    return f'<g id="row-{id_}" class="row">\n{"".join(parts)}</g>\n'


def _span(span: Span, row: Row, y: float, axis: _Axis, theme: Theme) -> str:
    """Full where it held for certain, pale where it may have held; an open end fades out beyond it."""
    first, last = axis.at(max(span.first, axis.first)), axis.at(min(span.last + 1, axis.last))
    if last - first < LEAST:
        middle = (first + last) / 2
        first, last = middle - LEAST / 2, middle + LEAST / 2
    colour = theme.lines[row.family]
    dash = DASHES.get(row.standing, "")
    parts = []
    hollow = row.plan or bool(dash)
    thin = (theme.paper, colour, dash) if hollow else (theme.faded(colour),)
    thick = (theme.paper, colour, dash) if hollow else (colour,)
    short = last - first <= 2 * LEAST
    if not (hollow and short):
        parts.append(bar(first, y + 1.5, last - first, THICK - 3, *thin))
    if span.sure and span.sure[0] <= span.sure[1]:
        one, other = axis.at(max(span.sure[0], span.first)), axis.at(min(span.sure[1], span.last) + 1)
        if other > one:
            parts.append(
                bar(one, y, min(max(other, one + LEAST), max(last, one + LEAST)) - one, THICK, *thick)
            )
    elif short:
        parts.append(bar(first, y, last - first, THICK, *thick))
    if span.open_first:
        parts.append(bar(first - FADE, y + 1.5, FADE, THICK - 3, f"url(#in-{row.family})"))
    if span.open_last:
        parts.append(bar(last, y + 1.5, FADE, THICK - 3, f"url(#out-{row.family})"))
    return "".join(parts)


def _fades(rows: Iterable[Row], theme: Theme) -> str:
    """The gradients of open ends, one of each family that occurs."""
    parts = []
    for family in dict.fromkeys(row.family for row in rows):
        for name, start, end in (("in", 0, 0.5), ("out", 0.5, 0)):
            parts.append(
                f'<linearGradient id="{name}-{family}">'
                f'<stop offset="0" stop-color="{theme.lines[family]}" stop-opacity="{start}"/>'
                f'<stop offset="1" stop-color="{theme.lines[family]}" stop-opacity="{end}"/></linearGradient>\n'
            )
    return f"<defs>\n{''.join(parts)}</defs>\n" if parts else ""


def _ruler(axis: _Axis, foot: float, known: int | None, theme: Theme) -> Iterable[str]:
    ticks = _ticks(axis)
    for day, text in ticks:
        x = axis.at(day)
        yield stroke(x, 26, x, foot, theme.rule, 0.7)
        yield words(x, 20, text, 9.5, theme.grey, anchor="middle")
    if known is not None and axis.first <= known <= axis.last:
        yield stroke(axis.at(known + 1), 26, axis.at(known + 1), foot, theme.grey, 1, "dashed")


def _ticks(axis: _Axis) -> list[tuple[int, str]]:
    for months in STEPS:
        found = list(_every(axis, months))
        if len(found) < 2 or axis.at(found[1][0]) - axis.at(found[0][0]) >= APART:
            return found
    return found


def _every(axis: _Axis, months: int) -> Iterable[tuple[int, str]]:
    begin = date.fromordinal(max(1, axis.first))
    month = -(-(begin.year * 12 + begin.month - 1) // months) * months
    while month // 12 < 9999:
        day = date(max(1, month // 12), month % 12 + 1, 1).toordinal()
        if day > axis.last:
            return
        if day >= axis.first:
            yield day, f"{month // 12}" if month % 12 == 0 else f"{month // 12}-{month % 12 + 1:02}"
        month += months


def _legend(rows: Sequence[Row], theme: Theme) -> Iterable[Sample]:
    """What occurs."""
    for family, style in FAMILIES.items():
        if any(row.family == family for row in rows):
            sign = words(28, 3.5, style.sign, 10, theme.words[family])
            yield Sample(bar(0, -4, 24, THICK, theme.lines[family]) + sign, style.says)
    spans = [(row, span) for row in rows for span in row.spans]
    ink = theme.ink
    if any(row.standing == "claimed" for row in rows):
        yield Sample(bar(0, -4, 34, THICK, theme.paper, ink, 'stroke-dasharray="4,2"'), "claimed by a party")
    if any(row.standing == "open" for row in rows):
        yield Sample(
            bar(0, -4, 34, THICK, theme.paper, ink, 'stroke-dasharray="1,2"'),
            "? contested, or only held possible",
        )
    if any(row.standing == SUPPOSED for row in rows):
        yield Sample(
            bar(0, -4, 34, THICK, theme.paper, ink, DASHES[SUPPOSED]),
            "if: what if, supposed and not in the record",
        )
    if any(row.plan for row in rows):
        yield Sample(bar(0, -4, 34, THICK, theme.paper, ink), "~ hollow: aim, plan or forecast")
    if spans:
        yield Sample(
            bar(0, -2.5, 34, THICK - 3, theme.faded(ink)) + bar(12, -4, 12, THICK, ink),
            "thick: held for certain; thin: may have held",
        )
    if any(span.open_first or span.open_last for _, span in spans):
        steps = "".join(bar(18 + 4 * n, -2.5, 4, THICK - 3, _mix(ink, n, theme)) for n in range(4))
        yield Sample(bar(4, -4, 14, THICK, ink) + steps, "fading: the source states no beginning or end")


def _mix(colour: str, step: int, theme: Theme) -> str:
    return mixed(colour, theme.paper, 0.45 + 0.15 * step)
