"""The legend of a picture: a sample of each line and each shape that occurs in it, and no other."""

from collections.abc import Iterable

from ..standing import SUPPOSED
from .label import cell, escaped, font, row, table
from .lines import Line
from .scene import Scene
from .style import FAMILIES, INK, SHAPES, faded


def legend(scene: Scene, across: int) -> str:
    """Rows of samples, as an HTML-like table."""
    cells = [*_families(scene.lines), *_standings(scene.lines), *_shapes(scene)]
    lines = [row(cells[start : start + across]) for start in range(0, len(cells), across)]
    return table(lines, 5) if lines else ""


def _families(found: Iterable[Line]) -> Iterable[str]:
    used = {line.family for line in found}
    for name, style in FAMILIES.items():
        if name in used:
            yield _sample(style.colour, "solid", style.sign, style.says)


def _standings(found: Iterable[Line]) -> Iterable[str]:
    lines = list(found)
    if any(line.standing == "firm" and not line.plan for line in lines):
        yield _sample(INK, "solid", " ", "firm in the sources")
    if any(line.standing == "claimed" for line in lines):
        yield _sample(INK, "dashed", " ", "claimed by a party")
    if any(line.standing == "open" for line in lines):
        yield _sample(INK, "dotted", " ", "? contested, or only held possible")
    if any(line.standing == "unsourced" for line in lines):
        yield _sample("#999999", "solid", " ", "without evidence")
    if any(line.standing == SUPPOSED for line in lines):
        yield _sample(INK, "solid", " ", "if: what if, supposed and not in the record", bars=3)
    if any(line.plan and line.standing != SUPPOSED for line in lines):
        yield _sample(INK, "solid", " ", "~ hollow: aim, plan or forecast", hollow=True)
    if any(line.over for line in lines):
        yield _sample(faded(INK), "solid", " ", "paler: over by the date above")
    if any(line.width != 1.6 for line in lines):
        yield _sample(INK, "solid", " ", "wider or thinner: an analyst's confidence", 3)


def _shapes(scene: Scene) -> Iterable[str]:
    used = {node.shape for node in scene.nodes}
    told = [style.says for name, style in SHAPES.items() if name in used]
    yield from (cell(font(escaped(said), 10, "#444444"), ' COLSPAN="3"') for said in told)


def _sample(
    colour: str, style: str, sign: str, says: str, width: int = 2, *, hollow: bool = False, bars: int = 1
) -> str:
    """A short piece of line beside its arrowhead, in so many dashes, and what it means."""
    bar = (
        f'<TD WIDTH="{34 if bars == 1 else 10}" HEIGHT="{7 if hollow else 5}" FIXEDSIZE="TRUE" BORDER="{width}" '
        f'SIDES="{"TB" if hollow else "B"}" '
        f'STYLE="{style}" COLOR="{colour}"></TD>'
    )
    bar = '<TD WIDTH="3" HEIGHT="5" FIXEDSIZE="TRUE"></TD>'.join([bar] * bars)
    line = table([row([bar]), '<TR><TD HEIGHT="5"></TD></TR>'])
    return f"<TD>{line}</TD>{cell(font(escaped(sign), 12, colour))}{cell(font(escaped(f'{says}   '), 10))}"
