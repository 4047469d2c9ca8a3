"""The legend of a picture of ties: a sample of each line and each shape that occurs in it, and no other."""

from collections.abc import Iterable
from typing import NamedTuple

from ..standing import SUPPOSED
from .canvas import shape, stroke
from .frame import Sample
from .label import cell, escaped, font, row, table
from .scene import Scene
from .style import FAMILIES, SHAPES, Theme


class Entry(NamedTuple):
    """A line with its colour, dash, width and head, or the shape of an actor; and what it means."""

    says: str
    colour: str = ""
    dash: str = "solid"
    family: str = ""
    width: float = 1.6
    hollow: bool = False
    shape: str = ""


def entries(scene: Scene, theme: Theme) -> list[Entry]:
    """What the picture holds."""
    return [*_families(scene, theme), *_standings(scene, theme), *_shapes(scene)]


def _families(scene: Scene, theme: Theme) -> Iterable[Entry]:
    used = {line.family for line in scene.lines}
    for name, style in FAMILIES.items():
        if name in used:
            yield Entry(style.says, theme.lines[name], family=name)


def _standings(scene: Scene, theme: Theme) -> Iterable[Entry]:
    lines = scene.lines
    if any(line.standing == "firm" and not line.plan for line in lines):
        yield Entry("firm in the sources", theme.ink)
    if any(line.standing == "claimed" for line in lines):
        yield Entry("claimed by a party", theme.ink, "dashed")
    if any(line.standing == "open" for line in lines):
        yield Entry("? contested, or only held possible", theme.ink, "dotted")
    if any(line.standing == "unsourced" for line in lines):
        yield Entry("without evidence", theme.unsourced)
    if any(line.standing == SUPPOSED for line in lines):
        yield Entry("if: what if, supposed and not in the record", theme.ink, SUPPOSED)
    if any(line.plan and line.standing != SUPPOSED for line in lines):
        yield Entry("~ hollow: aim, plan or forecast", theme.ink, hollow=True)
    if any(line.over for line in lines):
        by = "by the later date" if scene.form == "diff" else "by the date above"
        yield Entry(f"paler: over {by}", theme.faded(theme.ink))
    if any(line.width < 1.6 for line in lines):
        yield Entry("thinner: an analyst's confidence is low", theme.ink, width=1.0)
    if any(line.width > 1.6 for line in lines):
        yield Entry("wider: an analyst's confidence is high", theme.ink, width=2.4)


def _shapes(scene: Scene) -> Iterable[Entry]:
    used = {node.shape for node in scene.nodes}
    yield from (Entry(style.says, shape=name) for name, style in SHAPES.items() if name in used)


# -- in DOT


def in_dot(found: list[Entry], across: int, theme: Theme) -> str:
    """Rows of samples, as an HTML-like table."""
    cells = [_cells(one, theme) for one in found]
    lines = [row(cells[start : start + across]) for start in range(0, len(cells), across)]
    return table(lines, 5) if lines else ""


def _cells(one: Entry, theme: Theme) -> str:
    """A short piece of line beside its arrowhead, and what it means."""
    if one.shape:
        return cell(font(escaped(one.says), 10, theme.small), ' COLSPAN="3"')
    supposed = one.dash == SUPPOSED
    bar = (
        f'<TD WIDTH="{10 if supposed else 34}" HEIGHT="{7 if one.hollow else 5}" FIXEDSIZE="TRUE" CELLPADDING="0" '
        f'BORDER="{round(one.width + 0.4)}" SIDES="{"TB" if one.hollow else "B"}" '
        f'STYLE="{"solid" if supposed else one.dash}" COLOR="{one.colour}"></TD>'
    )
    bar = '<TD WIDTH="3" HEIGHT="5" FIXEDSIZE="TRUE" CELLPADDING="0"></TD>'.join(
        [bar] * (3 if supposed else 1)
    )
    line = table([row([bar]), '<TR><TD HEIGHT="5"></TD></TR>'])
    sign = FAMILIES[one.family].sign if one.family else " "
    said = font(escaped(f"{one.says}   "), 10, theme.ink)
    return f"<TD>{line}</TD>{cell(font(escaped(sign), 12, one.colour))}{cell(said)}"


# -- in SVG


def samples(found: list[Entry], theme: Theme) -> tuple[Sample, ...]:
    """The same as drawings about a middle line."""
    return tuple(
        Sample(_shape(one.shape, theme) if one.shape else _line(one, theme), _said(one)) for one in found
    )


def _said(one: Entry) -> str:
    """The drawing shows the shape, so the word for it can go."""
    return one.says.rpartition(": ")[2].removeprefix("○ ") if one.shape else one.says


def _line(one: Entry, theme: Theme) -> str:
    if one.hollow:
        return stroke(0, -2, 34, -2, one.colour) + stroke(0, 2, 34, 2, one.colour)
    end = {"hostile": 32.0, "": 34.0}.get(one.family, 26.0)
    return stroke(0, 0, end, 0, one.colour, one.width, one.dash) + head(one.family, 34, one.colour, theme)


def head(family: str, x: float, colour: str, theme: Theme) -> str:
    """The arrowhead of a family, its tip at x on the middle line."""
    return {
        "hostile": lambda: shape(
            f"{x - 2:g},-4.5 {x + 0.4:g},-4.5 {x + 0.4:g},4.5 {x - 2:g},4.5", colour, colour
        ),
        "cooperative": lambda: shape(f"{x - 9:g},-3.6 {x:g},0 {x - 9:g},3.6", colour, colour),
        "belongs": lambda: shape(f"{x - 10:g},0 {x - 5:g},-3 {x:g},0 {x - 5:g},3", theme.paper, colour),
        "movement": lambda: shape(
            f"{x - 9:g},-4 {x:g},0 {x - 9:g},4 {x - 6.5:g},0.7 {x - 6.5:g},-0.7", colour, colour
        ),
        "neutral": lambda: (
            f'<ellipse fill="{colour}" stroke="{colour}" cx="{x - 4:g}" cy="0" rx="3.2" ry="3.2"/>\n'
        ),
    }.get(family, str)()


def _shape(name: str, theme: Theme) -> str:
    if name == "person":
        return f'<ellipse fill="none" stroke="{theme.ink}" cx="17" cy="0" rx="3.4" ry="3.4"/>\n'
    look = f'fill="{theme.fills[name]}" stroke="{theme.grey}"'
    if name == "community":
        return f'<ellipse {look} cx="17" cy="0" rx="15" ry="5.5"/>\n'
    round_ = "" if name == "state" else ' rx="4"'
    dash = ' stroke-dasharray="5,2"' if name == "segment" else ""
    return f'<rect x="4" y="-5.5" width="26" height="11" {look}{round_}{dash}/>\n'
