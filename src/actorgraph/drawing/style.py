"""How a picture looks: colour and arrowhead tell the family, the dash the standing, the width an assessment."""

from typing import NamedTuple

INK = "#333333"
NEUTRAL = "#767676"


class FamilyStyle(NamedTuple):
    """Colour of the line and of its label, arrowhead, what the legend shows and says, and a class for style sheets."""

    colour: str
    text: str
    head: str
    sign: str
    says: str
    css: str
    bold: bool = False


class ShapeStyle(NamedTuple):
    """How an actor's kind is drawn: attributes of DOT, and what the legend says."""

    attributes: str
    says: str


FAMILIES = {
    "hostile": FamilyStyle("#C1272D", "#C1272D", "tee", "|", "hostile", "hostile", bold=True),
    "cooperative": FamilyStyle("#0B6FB8", "#0B6FB8", "normal", "►", "cooperative", "cooperative"),
    "belongs": FamilyStyle("#444444", "#444444", "odiamond", "◊", "part, branch, office", "belongs"),
    "movement": FamilyStyle("#C58A00", "#7A5600", "vee", ">", "people drawn from and to", "movement"),
    "neutral": FamilyStyle(NEUTRAL, "#5F5F5F", "dot", "•", "without sign", "unsigned"),
}
DASHES = {"firm": "solid", "claimed": "dashed", "open": "dotted", "unsourced": "solid", "supposed": "solid"}
SHAPES = {
    "armed-group": ShapeStyle(
        'shape=box, style="rounded,filled", fillcolor="#FFFFFF"', "rounded: armed group"
    ),
    "state": ShapeStyle('shape=box, style="filled", fillcolor="#ECEFF3"', "square: state, government"),
    "community": ShapeStyle('shape=ellipse, style="filled", fillcolor="#F7F3EA"', "ellipse: community"),
    "person": ShapeStyle("shape=plaintext", "○ person"),
    "segment": ShapeStyle(
        'shape=box, style="rounded,filled,dashed", fillcolor="#FFFFFF"', "dashed border: a part of one"
    ),
    "other": ShapeStyle('shape=box, style="rounded,filled", fillcolor="#F0F0F0"', "grey: other organisation"),
}


def cut(colour: str) -> str:
    """Seven long dashes along the line, for what is only supposed: no dash of DOT's own is left for it."""
    dashes = ":".join(f"{colour};0.11:#FFFFFF;0.03" for _ in range(7))
    return f"{dashes}:{colour}"


def faded(colour: str) -> str:
    """The colour half way to white."""
    return "#" + "".join(f"{(int(colour[at : at + 2], 16) + 255) // 2:02X}" for at in (1, 3, 5))
