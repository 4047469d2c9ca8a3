"""How a picture looks: colour and arrowhead tell the family, the dash the standing, the width an assessment.

A theme is a set of colours. Whatever a colour says is said by an arrowhead, a dash, a letter or a word as well.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ..errors import Fault


class FamilyStyle(NamedTuple):
    """Arrowhead, what the legend shows and says, and a class for style sheets."""

    head: str
    sign: str
    says: str
    css: str
    bold: bool = False


class ShapeStyle(NamedTuple):
    """How an actor's kind is drawn: attributes of DOT, and what the legend says."""

    attributes: str
    says: str


class Theme(NamedTuple):
    """The colours of a picture. `lines` are those of the families, `words` those of their labels."""

    paper: str
    ink: str
    grey: str
    faint: str
    small: str
    focus: str
    unsourced: str
    rule: str
    cluster: tuple[str, str]
    lines: Mapping[str, str]
    words: Mapping[str, str]
    fills: Mapping[str, str]
    fading: float

    def faded(self, colour: str) -> str:
        """The colour on its way into the paper."""
        return mixed(colour, self.paper, self.fading)

    def tint(self, family: str) -> str:
        """The family's colour as a ground to write on."""
        return mixed(self.lines[family], self.paper, 0.82)


FAMILIES = {
    "hostile": FamilyStyle("tee", "|", "hostile", "hostile", bold=True),
    "cooperative": FamilyStyle("normal", "►", "cooperative", "cooperative"),
    "belongs": FamilyStyle("odiamond", "◊", "part, branch, office", "belongs"),
    "movement": FamilyStyle("vee", ">", "people drawn from and to", "movement"),
    "neutral": FamilyStyle("dot", "•", "without sign", "unsigned"),
}
DASHES = {"firm": "solid", "claimed": "dashed", "open": "dotted", "unsourced": "solid", "supposed": "solid"}
SHAPES = {
    "armed-group": ShapeStyle('shape=box, style="rounded,filled"', "rounded: armed group"),
    "state": ShapeStyle('shape=box, style="filled"', "square: state, government"),
    "community": ShapeStyle('shape=ellipse, style="filled"', "ellipse: community"),
    "person": ShapeStyle("shape=plaintext", "○ person"),
    "segment": ShapeStyle('shape=box, style="rounded,filled,dashed"', "dashed border: a part of one"),
    "other": ShapeStyle('shape=box, style="rounded,filled"', "grey: other organisation"),
}

LIGHT = Theme(
    "#FFFFFF", "#222222", "#555555", "#777777", "#444444", "#111111", "#767676", "#D5DAE0", ("#F6F8FA", "#D9DEE4"),
    {"hostile": "#C1272D", "cooperative": "#0B6FB8", "belongs": "#444444", "movement": "#C58A00", "neutral": "#767676"},
    {"hostile": "#C1272D", "cooperative": "#0B6FB8", "belongs": "#444444", "movement": "#7A5600", "neutral": "#5F5F5F"},
    {"armed-group": "#FFFFFF", "state": "#ECEFF3", "community": "#F7F3EA", "segment": "#FFFFFF", "other": "#F0F0F0"},
    0.5,
)  # fmt: skip
DARK = Theme(
    "#15191E", "#ECEEF1", "#B4BBC4", "#97A0AA", "#C3C9D0", "#FFFFFF", "#8B949E", "#3A434D", ("#1B2128", "#333C46"),
    {"hostile": "#FF7B78", "cooperative": "#5CB3F7", "belongs": "#C9CED5", "movement": "#E3B341", "neutral": "#9AA4AF"},
    {"hostile": "#FF8F8C", "cooperative": "#74BEF8", "belongs": "#C9CED5", "movement": "#E8C063", "neutral": "#B0B8C1"},
    {"armed-group": "#1F262E", "state": "#2A333D", "community": "#322E25", "segment": "#1F262E", "other": "#2B2B2D"},
    0.5,
)  # fmt: skip
PRINT = Theme(
    "#FFFFFF", "#000000", "#333333", "#555555", "#222222", "#000000", "#6A6A6A", "#BBBBBB", ("#F7F7F7", "#C4C4C4"),
    {"hostile": "#000000", "cooperative": "#3A3A3A", "belongs": "#222222", "movement": "#505050", "neutral": "#6A6A6A"},
    {"hostile": "#000000", "cooperative": "#333333", "belongs": "#222222", "movement": "#444444", "neutral": "#555555"},
    {"armed-group": "#FFFFFF", "state": "#EEEEEE", "community": "#F8F8F8", "segment": "#FFFFFF", "other": "#F0F0F0"},
    0.55,
)  # fmt: skip
THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}


def theme(name: str) -> Theme:
    """The theme of that name."""
    if name not in THEMES:
        raise Fault(f'No theme "{name}". It is one of: {", ".join(THEMES)}.')
    return THEMES[name]


def cut(colour: str, paper: str) -> str:
    """Seven long dashes along the line, for what is only supposed: no dash of DOT's own is left for it."""
    dashes = ":".join(f"{colour};0.11:{paper};0.03" for _ in range(7))
    return f"{dashes}:{colour}"


def mixed(colour: str, ground: str, share: float) -> str:
    """So much of the ground in the colour."""
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)
