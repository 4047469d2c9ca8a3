"""A scene as a Mermaid flowchart, for pages that draw Mermaid themselves: GitHub, GitLab, Obsidian and others.

Mermaid has one arrowhead for every family, so the family stands in the colour and, if hostile, in a cross. Whatever
is no plain letter, digit or blank is written by its number, so that no name is read as a command.
"""

from collections.abc import Iterable

from ..standing import SUPPOSED
from .label import NOTE, shown
from .lines import Line
from .scene import Node, Scene
from .style import LIGHT, Theme

DASHES = {
    "claimed": ",stroke-dasharray:6 3",
    "open": ",stroke-dasharray:2 4",
    SUPPOSED: ",stroke-dasharray:14 4",
}

SHAPES = {
    "armed-group": ("(", ")"),
    "state": ("[", "]"),
    "community": ("([", "])"),
    "person": (">", "]"),
    "segment": ("(", ")"),
}
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-")


def write(scene: Scene, theme: Theme = LIGHT) -> str:
    """The graph with its title; legend, notes and sources as comments, since a flowchart has no foot."""
    place = {node.id: f"n{number}" for number, node in enumerate(scene.nodes)}
    sideways = any(node.place is not None for node in scene.nodes)
    inside = {member for cluster in scene.clusters for member in cluster.members}
    nodes = {node.id: node for node in scene.nodes}
    out = [
        "---",
        f'title: "{_title(scene.title)}"',
        "---",
        f"flowchart {'LR' if sideways else 'TB'}",
    ]
    out += [f"  %% {_comment(told)}" for told in (scene.subtitle, scene.sources) if told]
    for number, cluster in enumerate(scene.clusters):
        out.append(f'  subgraph c{number}["{escaped(shown(cluster.name))}"]')
        out += [f"    {_node(nodes[id_], place)}" for id_ in cluster.members]
        out.append("  end")
    out += [f"  {_node(node, place)}" for node in scene.nodes if node.id not in inside]
    out += [f"  {_line(line, scene, place)}" for line in scene.lines]
    out += [f"  {style}" for style in _styles(scene, place, theme)]
    out += [f"  %% {_comment(told)}" for told in scene.told]
    return "\n".join(out) + "\n"


def escaped(text: str) -> str:
    """Text as Mermaid shows it and never reads it."""
    return "".join(
        letter if letter in PLAIN or ord(letter) > 0x17F else f"#{ord(letter)};" for letter in text
    )


def _title(text: str) -> str:
    """For the YAML in front, which has escapes of its own."""
    return "".join(letter if letter in PLAIN else f"\\U{ord(letter):08x}" for letter in shown(text, 160))


def _comment(text: str) -> str:
    """A line that Mermaid skips; braces in it would be taken for directives."""
    return shown(text, NOTE).translate({ord("{"): "(", ord("}"): ")", ord("%"): "‰"})


def _node(node: Node, place: dict[str, str]) -> str:
    before, after = SHAPES.get(node.shape, ("(", ")"))
    native = f"<br/>{escaped(shown(node.native))}" if node.native else ""
    return f'{place[node.id]}{before}"{escaped(shown(node.name))}{native}"{after}'


def _line(line: Line, scene: Scene, place: dict[str, str]) -> str:
    here, there = place[line.from_], place[line.to]
    tip = "x" if line.family == "hostile" else "o" if line.family == "neutral" else ">"
    back = ("<" if tip == ">" else tip) if line.both else ""
    shaft = "-.-" if line.standing in ("open", "claimed", SUPPOSED) or line.plan else "--"
    mark = f"{line.mark}: " if line.mark else "if: " if line.standing == SUPPOSED else ""
    told = ", ".join(f"{verb} {when}".strip() for verb, when in line.label)
    return f'{here} {back}{shaft}{tip}|"{escaped(f"{mark}{told} [{line.note}]")}"| {there}'


def _styles(scene: Scene, place: dict[str, str], theme: Theme) -> Iterable[str]:
    for number, line in enumerate(scene.lines):
        colour = theme.unsourced if line.standing == "unsourced" else theme.lines[line.family]
        colour = theme.faded(colour) if line.over else colour
        dash = DASHES.get(line.standing, "")
        yield f"linkStyle {number} stroke:{colour},stroke-width:{line.width:g}px{dash}"
    for node in scene.nodes:
        look = f"fill:{theme.fills.get(node.shape, theme.paper)},stroke:{theme.focus if node.focus else theme.grey}"
        wide = ",stroke-width:3px" if node.focus else ""
        dash = ",stroke-dasharray:5 2" if node.shape == "segment" else ""
        yield f"style {place[node.id]} {look},color:{theme.ink}{wide}{dash}"
