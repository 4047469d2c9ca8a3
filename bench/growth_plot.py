"""What bench/growth.py measured as a picture: a line a command, a dot a size, time and memory side by side.

Both axes are logarithmic, so that dots as far apart as those of `sizes` are in number would be cost that grows alike: the
scale over each panel shows that distance.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple, Protocol

WIDTH, ROW, TOP = 1000, 24, 118
INK, DIM, GRID = "#1f2328", "#57606a", "#d8dee4"
DOTS = ("#b9d3ea", "#74a9d8", "#2f78b7", "#0b3c6f")  # the larger the record, the darker
OVER = "#b35900"


class Ran(Protocol):
    """One run; without an answer only its text is shown."""

    seconds: float
    megabytes: float

    @property
    def answered(self) -> bool: ...
    @property
    def text(self) -> str: ...


class Panel(NamedTuple):
    """A logarithmic axis from `low` to `high` between two places of the picture."""

    title: str
    left: int
    right: int
    low: float
    high: float
    marks: Mapping[float, str]

    def at(self, value: float) -> float:
        share = math.log(min(max(value, self.low), self.high) / self.low) / math.log(self.high / self.low)
        return self.left + share * (self.right - self.left)

    def apart(self, times: float) -> float:
        """How far apart two dots are of which one costs so many times the other."""
        return self.at(self.low * times) - self.left


TIME = Panel(
    "processor time", 180, 590, 0.02, 150, {0.1: "0.1 s", 1: "1 s", 10: "10 s", 60: "1 min", 120: "2"}
)
MEMORY = Panel("most memory held", 730, 950, 10, 5000, {10: "10", 100: "100", 1000: "1,000 MB"})


def plot(
    found: Mapping[str, Sequence[Ran]],
    slopes: Mapping[str, tuple[float | None, float | None]],
    sizes: Sequence[int],
) -> str:
    """The picture, the same bytes for the same figures."""
    bottom = TOP + ROW * len(found)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 16}" role="img"',
        f'font-family="Helvetica, Arial, sans-serif" font-size="14" fill="{INK}">',
        "<title>Time and memory of every command, by how many relations the record has</title>",
        f'<rect width="{WIDTH}" height="{bottom + 16}" fill="#ffffff"/>',
        *_key(sizes),
    ]
    for panel in (TIME, MEMORY):
        lines.append(_text(panel.left, 62, panel.title, weight="bold"))
        for value, word in panel.marks.items():
            x = panel.at(value)
            lines.append(f'<path d="M{x:.1f} {TOP - 12}V{bottom}" stroke="{GRID}"/>')
            lines.append(_text(x, TOP - 18, word, anchor="middle", ink=DIM))
    lines += [
        _text(650, 62, "exponent", anchor="middle", weight="bold"),
        _text(626, TOP - 18, "all", anchor="middle", ink=DIM),
        _text(676, TOP - 18, "last step", anchor="middle", ink=DIM),
    ]
    for number, (name, row) in enumerate(found.items()):
        y = TOP + ROW * number + ROW // 2
        if number % 2 == 0:
            lines.append(
                f'<rect x="20" y="{y - 12}" width="940" height="{ROW}" fill="#0b3c6f" opacity="0.05"/>'
            )
        lines.append(_text(28, y + 5, name))
        lines += _row(row, y)
        for x, slope in zip((626, 676), slopes[name], strict=True):
            lines.append(_text(x, y + 5, "" if slope is None else f"{slope:.2f}", anchor="middle"))
    return "\n".join([*lines, "</svg>"]) + "\n"


def _key(sizes: Sequence[int]) -> Iterator[str]:
    yield _text(28, 30, "relations:")
    for number, size in enumerate(sizes):
        yield f'<circle cx="{118 + 100 * number}" cy="25" r="6" fill="{DOTS[number]}" stroke="{INK}" stroke-width="0.6"/>'
        yield _text(130 + 100 * number, 30, f"{size:,}")
    yield _text(540, 30, "ten times the cost moves a dot by")
    for panel, x in ((TIME, 766),):
        wide = panel.apart(10)
        yield f'<path d="M{x} 25h{wide:.1f}M{x} 20v10M{x + wide:.1f} 20v10" stroke="{INK}" fill="none"/>'


def _row(row: Sequence[Ran], y: int) -> Iterator[str]:
    answered = [(number, ran) for number, ran in enumerate(row) if ran.answered]
    for panel, values in (
        (TIME, [(number, ran.seconds) for number, ran in answered]),
        (MEMORY, [(number, ran.megabytes) for number, ran in answered]),
    ):
        places = [panel.at(value) for _, value in values]
        if places:
            yield f'<path d="M{min(places):.1f} {y}H{max(places):.1f}" stroke="{DIM}"/>'
        for (number, _), x in zip(values, places, strict=True):
            yield f'<circle cx="{x:.1f}" cy="{y}" r="5.5" fill="{DOTS[number]}" stroke="{INK}" stroke-width="0.6"/>'
    last = next((ran.text for ran in row if not ran.answered), "")
    if last:
        word = f"{last} s" if last != "refuses" else last
        yield _text(TIME.right, y + 5, word, anchor="end", ink=OVER)


def _text(x: float, y: float, words: str, *, anchor: str = "start", ink: str = INK, weight: str = "") -> str:
    bold = f' font-weight="{weight}"' if weight else ""
    return f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}" fill="{ink}"{bold}>{escape(words)}</text>'
