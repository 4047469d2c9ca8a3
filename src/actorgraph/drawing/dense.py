"""A scene with more lines than anybody follows: straight lines without words, laid out by force; a map to search in."""

from .dot import FONT
from .label import name
from .lines import Line
from .scene import Node, Scene
from .style import DASHES, FAMILIES, LIGHT, SHAPES, Theme

LAYOUT = "sfdp"


def write(scene: Scene, theme: Theme = LIGHT) -> str:
    """The scene as DOT for that layout."""
    return "\n".join(
        (
            "digraph actorgraph {",
            f'  graph [overlap=scale, splines=line, outputorder=edgesfirst, pad=0.1, K=1.2, bgcolor="{theme.paper}"];',
            f'  node [fontname="{FONT}", fontsize=11, fontcolor="{theme.ink}", color="{theme.grey}", margin="0.1,0.05"];',
            *(f"  {_node(node, theme)}" for node in scene.nodes),
            *(f"  {_edge(line, theme)}" for line in scene.lines),
            "}\n",
        )
    )


def _node(node: Node, theme: Theme) -> str:
    attributes = [f"label=<{name(node.name)}>", SHAPES[node.shape].attributes]
    if node.shape in theme.fills:
        attributes.append(f'fillcolor="{theme.fills[node.shape]}"')
    return f'"{node.id}" [{", ".join(attributes)}];'


def _edge(line: Line, theme: Theme) -> str:
    family = FAMILIES[line.family]
    heads = f"arrowhead={family.head}, arrowtail={family.head}, dir={'both' if line.both else 'forward'}"
    return (
        f'"{line.from_}" -> "{line.to}" [color="{theme.lines[line.family]}", style={DASHES[line.standing]}, {heads}, '
        f'arrowsize=0.7, id="line-{line.note}", class="{family.css} {line.standing}"];'
    )
