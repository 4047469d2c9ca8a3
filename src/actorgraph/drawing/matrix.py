"""Friend and foe as a picture of a grid: row towards column, a sign on the colour of its family, blanks told apart."""

from collections.abc import Iterable
from typing import NamedTuple

from .canvas import bar, broken, cut, number, shape, stroke, tip, wide, words
from .fit import fitted
from .frame import Sample, Words, around
from .label import shown
from .style import LIGHT, Theme

WIDE, HIGH = 38.0, 26.0
NAME = 160.0  # the most room for a line of a name, of which there are two at most
LINE = 11.5
SIGNS = {"-": "–"}
FAMILIES = {"-": "hostile", "+": "cooperative", "^": "belongs", "<": "movement", "o": "neutral"}
BLANKS = {
    ".": "not coded",
    "_": "unknown: no search is declared",
    "h": "hidden by the lens",
    "0": "assessed: none",
}
SAYS = {
    "-": "hostile", "+": "cooperative", "-+": "both, firm", "^": "part, branch, office", "<": "people drawn from and to",
    "o": "firm, without sign", "?": "contested, doubted, asked or claimed",
}  # fmt: skip


class Cell(NamedTuple):
    """One actor towards another: the mark as the grid in text has it, the note behind it, and words on pointing."""

    row: int
    column: int
    mark: str
    note: int
    tip: str

    @property
    def elsewhen(self) -> bool:
        """Whether it holds on other days only."""
        return self.bare.startswith("(")

    @property
    def supposed(self) -> bool:
        """Whether the record reads otherwise: what if."""
        return self.mark.startswith("if")

    @property
    def bare(self) -> str:
        """The mark without what says that it is supposed."""
        return self.mark.removeprefix("if")

    @property
    def plan(self) -> bool:
        """Whether it is no fact, or not for certain."""
        return self.bare.strip("()").startswith("~")

    @property
    def sign(self) -> str:
        """The mark without what stands in front of it and behind it."""
        bare = self.bare.strip("()").removeprefix("~")
        return bare if bare in ("?", "-+") else bare[:2] if bare.startswith("-+") else bare[:1]

    @property
    def corner(self) -> str:
        """`?` or `~` for such a tie beside a firm one."""
        rest = self.bare.strip("()").removeprefix("~").removeprefix(self.sign)
        return rest[:1]


class Grid(NamedTuple):
    """Who stands in it, in order, where a new whole begins, and every cell off the diagonal."""

    names: tuple[str, ...]
    begins: frozenset[int]
    cells: tuple[Cell, ...]


def svg(grid: Grid, told: Words, theme: Theme = LIGHT, scale: float = 1) -> str:
    """The whole picture."""
    names = [_lines(shown(name)) for name in grid.names]
    room = max((wide(part, 11, bold=True) for name in names for part in name), default=0) + 14
    size = len(names)
    parts = []
    for place, name in enumerate(names):
        y = room + place * HIGH
        x = room + place * WIDE
        for at, part in enumerate(name):
            down = 4 + LINE * (at - (len(name) - 1) / 2)
            parts.append(words(room - 8, y + HIGH / 2 + down, part, 11, theme.ink, bold=True, anchor="end"))
            turned = words(0, 0, part, 11, theme.ink, bold=True)
            parts.append(
                f'<g transform="translate({number(x + WIDE / 2 + down)},{number(room - 8)}) rotate(-90)">\n{turned}</g>\n'
            )
        parts.append(bar(x, y, WIDE, HIGH, theme.rule))
    parts += [_cell(cell, room, theme) for cell in grid.cells]
    for line in range(size + 1):
        strong = line in (0, size) or line in grid.begins
        colour, width = (theme.grey, 1.1) if strong else (theme.rule, 0.6)
        end = room + size * WIDE
        parts.append(stroke(room, room + line * HIGH, end, room + line * HIGH, colour, width))
        parts.append(stroke(room + line * WIDE, room, room + line * WIDE, room + size * HIGH, colour, width))
    whole = told._replace(legend=(*_legend(grid, theme), *told.legend))
    return fitted(around("".join(parts), room + size * WIDE, room + size * HIGH, whole, theme, scale))


def _lines(name: str) -> list[str]:
    first, *more = broken(name, 11, NAME, bold=True)
    return [first, cut(" ".join(more), 11, NAME, bold=True)] if more else [first]


def _cell(cell: Cell, room: float, theme: Theme) -> str:
    x, y = room + cell.column * WIDE, room + cell.row * HIGH
    parts = [tip(shown(cell.tip, 600)), _ground(cell, x, y, theme)]
    if cell.corner:
        parts.append(
            shape(
                f"{number(x + WIDE - 9)},{number(y)} {number(x + WIDE)},{number(y)} {number(x + WIDE)},{number(y + 9)}",
                theme.grey,
            )
        )
    sign = _sign(cell)
    colour = _colour(cell, theme)
    note = f"{cell.note}" if cell.note else ""
    middle = x + WIDE / 2 - (4 if note else 0)
    parts.append(words(middle, y + HIGH / 2 + 4.5, sign, 13, colour, bold=not cell.elsewhen, anchor="middle"))
    parts.append(words(x + WIDE - 2.5, y + HIGH - 3, note, 7, theme.faint, anchor="end"))
    return f'<g id="cell-{cell.row}-{cell.column}" class="cell">\n{"".join(parts)}</g>\n'


def _ground(cell: Cell, x: float, y: float, theme: Theme) -> str:
    family = FAMILIES.get(cell.sign[:1])
    if not family or cell.elsewhen:
        return bar(x, y, WIDE, HIGH, theme.paper)
    return bar(x, y, WIDE, HIGH, theme.paper if cell.plan else theme.tint(family))


def _sign(cell: Cell) -> str:
    sign = "".join(SIGNS.get(letter, letter) for letter in cell.sign)
    sign = f"{'~' if cell.plan else ''}{sign}"
    sign = f"({sign})" if cell.elsewhen else {".": "·"}.get(sign, sign)
    return f"if {sign}" if cell.supposed else sign


def _colour(cell: Cell, theme: Theme) -> str:
    if cell.sign in BLANKS:
        return theme.faint
    family = FAMILIES.get(cell.sign[:1])
    colour = theme.words[family] if family else theme.ink
    return theme.grey if cell.elsewhen else colour


def _legend(grid: Grid, theme: Theme) -> Iterable[Sample]:
    """What occurs."""
    used = {cell.sign for cell in grid.cells}
    for sign, says in SAYS.items():
        if sign in used:
            yield Sample(_tile(sign, theme), says)
    if any(cell.plan for cell in grid.cells):
        yield Sample(_tile("~", theme), "in front, on white: aim, plan, forecast, or not for certain")
    if any(cell.supposed for cell in grid.cells):
        yield Sample(_tile("if", theme), "in front: what if, not in the record")
    if any(cell.corner for cell in grid.cells):
        corner = shape("21,-7 30,-7 30,2", theme.grey)
        yield Sample(
            bar(4, -7, 26, 14, theme.paper, theme.rule) + corner,
            "corner: a contested tie or a plan beside it",
        )
    if any(cell.elsewhen for cell in grid.cells):
        yield Sample(_tile("( )", theme), "not on that day: earlier, later or undated")
    for sign, says in BLANKS.items():
        if sign in used:
            yield Sample(_tile(sign, theme), says)


def _tile(sign: str, theme: Theme) -> str:
    family = FAMILIES.get(sign[:1])
    fill = theme.tint(family) if family else theme.paper
    colour = theme.faint if sign in BLANKS else theme.words[family] if family else theme.ink
    shown_ = "".join(SIGNS.get(letter, letter) for letter in sign).replace(".", "·")
    return bar(4, -7, 26, 14, fill, theme.rule) + words(17, 4, shown_, 12, colour, bold=True, anchor="middle")
