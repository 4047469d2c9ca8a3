"""What stands around every picture, so that it survives being pasted: title and lens above; legend, notes, sources below."""

from collections.abc import Sequence
from typing import NamedTuple

from .canvas import bar, broken, number, wide, words
from .label import NOTE, shown
from .style import Theme

EDGE = 28.0
LEAST = 600.0  # a picture narrower than that is widened: its notes want lines that can be read
FEW = 8  # notes that stand in one column
COLUMN = 360.0
LINE = 12.5
SAMPLE = 42.0  # room for the sample before its words


class Sample(NamedTuple):
    """One entry of a legend: a drawing 34 wide about its middle line, and what it means."""

    drawing: str
    says: str


class Words(NamedTuple):
    """What is written around a picture."""

    title: str
    subtitle: str
    legend: tuple[Sample, ...] = ()
    notes: tuple[str, ...] = ()
    sources: str = ""


def around(inner: str, width: float, height: float, told: Words, theme: Theme, scale: float = 1) -> str:
    """The whole SVG; `inner` is drawn from 0,0 to width,height."""
    whole = max(width, LEAST) + 2 * EDGE
    room = whole - 2 * EDGE
    y = EDGE + 16
    parts = []
    for line in broken(shown(told.title, 160), 22, room, bold=True):
        parts.append(words(EDGE, y, line, 22, theme.ink, bold=True))
        y += 26
    y -= 4
    for line in broken(shown(told.subtitle, 600), 12, room) if told.subtitle else []:
        parts.append(words(EDGE, y, line, 12, theme.grey))
        y += 16
    y += 8
    left = EDGE + (room - width) / 2
    parts.append(f'<g transform="translate({number(left)},{number(y)})">\n{inner}</g>\n')
    y += height + 24
    for put in (_legend, _notes, _sources):
        text, y = put(told, y, room, theme)
        parts.append(text)
    y += EDGE - 8
    size = f'width="{number(whole * scale)}pt" height="{number(y * scale)}pt"'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<svg {size} viewBox="0 0 {number(whole)} {number(y)}" xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">\n'
        f"{bar(0, 0, whole, y, theme.paper)}{''.join(parts)}</svg>\n"
    )


def _legend(told: Words, y: float, room: float, theme: Theme) -> tuple[str, float]:
    """Entries side by side in columns as wide as the widest of each, as many as fit."""
    if not told.legend:
        return "", y
    sizes = [(SAMPLE if one.drawing else 0) + wide(one.says, 10) + 22 for one in told.legend]
    across = next((n for n in range(len(sizes), 0, -1) if sum(_columns(sizes, n)) <= room), 1)
    columns = _columns(sizes, across)
    parts = []
    for place, one in enumerate(told.legend):
        x = EDGE + sum(columns[: place % across])
        at = y + 17 * (place // across)
        if one.drawing:
            parts.append(f'<g transform="translate({number(x)},{number(at)})">\n{one.drawing}</g>\n')
        parts.append(words(x + (SAMPLE if one.drawing else 0), at + 3.5, one.says, 10, theme.ink))
    return "".join(parts), y + 17 * -(-len(told.legend) // across) + 14


def _columns(sizes: Sequence[float], across: int) -> list[float]:
    return [max(sizes[place::across]) for place in range(min(across, len(sizes)))]


def _notes(told: Words, y: float, room: float, theme: Theme) -> tuple[str, float]:
    if not told.notes:
        return "", y
    number_ = 1 if len(told.notes) <= FEW else max(1, min(5, int(room / COLUMN), len(told.notes) // 5))
    each = min(room / number_, 620) if number_ == 1 else room / number_
    lines = [broken(shown(note, NOTE), 10, each - 24, "      ") for note in told.notes]
    most = -(-sum(map(len, lines)) // number_)
    columns: list[list[str]] = [[]]
    for note in lines:
        if len(columns[-1]) + len(note) / 2 > most and len(columns) < number_:
            columns.append([])
        columns[-1] += note
    parts = [
        words(EDGE + column * each, y + LINE * row, line, 10, theme.small)
        for column, held in enumerate(columns)
        for row, line in enumerate(held)
    ]
    return "".join(parts), y + LINE * max(map(len, columns)) + 8


def _sources(told: Words, y: float, room: float, theme: Theme) -> tuple[str, float]:
    lines = broken(shown(told.sources, 900), 10, min(room, 760)) if told.sources else []
    parts = [words(EDGE, y + LINE * row, line, 10, theme.small) for row, line in enumerate(lines)]
    return "".join(parts), y + LINE * len(lines)
