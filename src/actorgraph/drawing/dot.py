"""A Scene as DOT: the same bytes for the same scene, and every name as text whatever it holds."""

from collections.abc import Iterable
from itertools import pairwise

from ..standing import SUPPOSED
from .canvas import wide
from .fit import length
from .label import NOTE, broken, cell, columns, escaped, font, name, quoted, row, shown, table
from .legend import entries, in_dot
from .lines import Line
from .scene import Cluster, Node, Scene
from .style import DASHES, FAMILIES, LIGHT, SHAPES, Theme, cut

FONT = "Arial"
FEW = 8  # notes that stand in one column
NATIVE = 36  # letters in a line of a native name


def write(scene: Scene, theme: Theme = LIGHT, *, framed: bool = True) -> str:
    """The whole picture: title and lens above, legend, notes and sources below; not `framed`, only what is laid out."""
    sideways = any(node.place is not None for node in scene.nodes)
    foot = f"label=<{_foot(scene, theme)}>" if framed else 'label=""'
    lines = [
        "// dir=back: the line leads from the second actor to the first, who stands further left.",
        "digraph actorgraph {",
        f"  graph [rankdir={'LR' if sideways else 'TB'}, newrank=true, splines=true, pad={0.3 if framed else 0.05},",
        f'    fontname="{FONT}", bgcolor="{theme.paper}",',
        f"    nodesep={0.24 if sideways else 0.45}, ranksep={0.35 if sideways else 0.75}, outputorder=edgesfirst,",
        f"    labelloc=b, labeljust=l, {foot}];",
        f'  node [fontname="{FONT}", fontsize=12, fontcolor="{theme.ink}", color="{theme.grey}",',
        '    margin="0.16,0.09", penwidth=1.1];',
        f'  edge [fontname="{FONT}", fontsize=10, fontcolor="{theme.ink}", arrowsize=0.8];',
    ]
    # What stands in no cluster is laid out with fewer crossings, but then a title has no place, nor parts a whole.
    boxed = framed or scene.form != "comparison"
    if boxed:
        head = f"label=<{_head(scene, theme)}>" if framed else 'label=""'
        lines.append(f"  subgraph cluster_picture {{ peripheries=0; labelloc=t; labeljust=l; {head};")
    inside = {member for cluster in scene.clusters for member in cluster.members}
    nodes = {node.id: node for node in scene.nodes}
    for number, cluster in enumerate(scene.clusters):
        lines += _cluster(cluster, number, nodes, scene, theme)
    lines += [f"    {_node(node, scene, theme)}" for node in scene.nodes if node.id not in inside]
    lines += ["  }"] if boxed else []
    lines += [f"  {_edge(line, scene, nodes, theme)}" for line in scene.lines]
    lines += [*_columns(scene), "}"]
    return "\n".join(lines) + "\n"


def _cluster(
    cluster: Cluster, number: int, nodes: dict[str, Node], scene: Scene, theme: Theme
) -> Iterable[str]:
    label = font(f"<B>{escaped(shown(cluster.name))}</B>", 11, theme.grey)
    yield f"    subgraph cluster_{number} {{ label=<{label}>; labelloc=b; labeljust=r; margin=12;"
    yield f'      style="rounded,filled"; color="{theme.cluster[1]}"; fillcolor="{theme.cluster[0]}";'
    yield from (f"      {_node(nodes[member], scene, theme)}" for member in cluster.members)
    yield "    }"


def _node(node: Node, scene: Scene, theme: Theme) -> str:
    label = name(node.name)
    if node.shape == "person":
        label = f"{font('○', 14)}<BR/>{label}"
    if node.native:
        native = broken(shown(node.native), NATIVE)
        label += "".join(f"<BR/>{font(escaped(line), 9, theme.grey)}" for line in native)
    attributes = [f"label=<{label}>", SHAPES[node.shape].attributes]
    if node.shape in theme.fills:
        attributes.append(f'fillcolor="{theme.fills[node.shape]}"')
    if node.focus:
        attributes.append(f'penwidth=2.8, color="{theme.focus}", fontsize=18')
    if across := _width(node):
        attributes.append(f"width={across:.2f}")
    room = _room(node, scene)
    if room > 0.8:
        attributes.append(f"height={room:.1f}")
    attributes.append(f"tooltip={quoted(shown(node.name))}")
    return f'"{node.id}" [{", ".join(attributes)}];'


def _width(node: Node) -> float:
    """The least width in inches of a name in letters that engines do not know the size of, and make no room for."""
    size = 18 if node.focus else 12
    lines = broken(shown(node.name), 24)
    if all(length(line, bold=True) for line in lines):
        return 0
    return (
        max(wide(line, size, bold=True) for line in lines) / 72 * (1.4 if node.shape == "community" else 1)
        + 0.32
    )


def _columns(scene: Scene) -> Iterable[str]:
    """The columns, and an unseen tie from each to the next that keeps them apart."""
    held: dict[int, list[str]] = {}
    for node in scene.nodes:
        if node.place is not None:
            held.setdefault(node.place, []).append(node.id)
    columns = [held[place] for place in sorted(held)]
    for column in columns:
        yield f"  {{ rank=same; {'; '.join(quoted(id_) for id_ in column)} }}"
    for one, other in pairwise(columns):
        yield f'  "{one[0]}" -> "{other[0]}" [style=invis];'


def _room(node: Node, scene: Scene) -> float:
    """The height in inches that lets its lines end one below the other."""
    places = {one.id: one.place for one in scene.nodes}
    if node.place is None:
        return 0
    ends = [
        line.to if line.from_ == node.id else line.from_
        for line in scene.lines
        if node.id in (line.from_, line.to)
    ]
    sides = [(places[end] or 0) > node.place for end in ends if places[end] != node.place]
    return max(sides.count(True), sides.count(False)) * (0.45 if scene.form == "ego" and node.focus else 0.25)


def _edge(line: Line, scene: Scene, nodes: dict[str, Node], theme: Theme) -> str:
    family = FAMILIES[line.family]
    colour = theme.unsourced if line.standing == "unsourced" else theme.lines[line.family]
    if line.over:
        colour = theme.faded(colour)
    shaft = f"{colour}:{theme.paper}:{colour}" if line.plan else colour
    shaft = cut(colour, theme.paper) if line.standing == SUPPOSED else shaft
    here, there = nodes[line.from_].place, nodes[line.to].place
    back = here is not None and there is not None and here > there
    tail, head = (line.to, line.from_) if back else (line.from_, line.to)
    attributes = [
        f"label=<{_line_label(line, theme, inside=here is not None and here == there)}>",
        f'color="{shaft}"',
        f"style={DASHES[line.standing]}",
        f"penwidth={line.width}",
        f"arrowhead={family.head}, arrowtail={family.head}, dir={'both' if line.both else 'back' if back else 'forward'}",
        f"tooltip={quoted(shown(scene.notes[line.note - 1].text, NOTE))}",
        f'id="line-{line.note}", class="{family.css} {line.standing}{" plan" if line.plan else ""}"',
    ]
    if here is not None and here == there:
        attributes.append("constraint=false")
    return f'"{tail}" -> "{head}" [{", ".join(attributes)}];'


def _line_label(line: Line, theme: Theme, *, inside: bool) -> str:
    """Each verb with its years, and the number; `if` before what is supposed.

    `inside` a column the line is hardly longer than its label is high: room above and below leaves its ends in sight.
    """
    family = FAMILIES[line.family]
    told = []
    for at, (verb, when) in enumerate(line.label, 1):
        words = escaped(f"{'if ' if line.standing == SUPPOSED and at == 1 else ''}{verb}")
        end = (
            "," if at < len(line.label) else ""
        )  # in one piece with what stands before it, for engines leave gaps
        words = f"{words}{'' if when else end}"
        words = font(f"<B>{words}</B>" if family.bold else words, 0, theme.words[line.family])
        told.append(f"{words} {font(escaped(shown(when)) + end, 0, theme.grey)}" if when else words)
    mark = f"{font(escaped(f'{line.mark}:'), 0, theme.grey)} " if line.mark else ""
    words = f"{mark}{' '.join(told)} {font(f'[{line.note}]', 9, theme.faint)}"
    room = '<TR><TD HEIGHT="12"></TD></TR>' if inside else ""
    return table([room, row([f'<TD BGCOLOR="{theme.paper}">{words}</TD>']), room])


def _head(scene: Scene, theme: Theme) -> str:
    told = [font(f"<B>{escaped(shown(scene.title))}</B>", 22)]
    told += [font(escaped(line), 12, theme.grey) for line in _split(scene.subtitle, 110)]
    return table([*(row([cell(one)]) for one in told), '<TR><TD HEIGHT="30"></TD></TR>'], 1)


def _foot(scene: Scene, theme: Theme) -> str:
    notes = [shown(note, NOTE) for note in scene.told]
    few = len(notes) <= FEW
    parts = [in_dot(entries(scene, theme), 4 if few else 5, theme)]
    if notes:
        number, width = (1, 110) if few else (2 + (len(notes) > 24) + (len(notes) > 48), 70)
        parts.append(columns(notes, number, width, theme.small))
    told = "".join(
        f'{escaped(line)}<BR ALIGN="LEFT"/>' for line in _split(scene.sources, 110 if few else 150)
    )
    parts.append(font(told, 10, theme.small))
    return table([row([cell(part, ' BALIGN="LEFT"')]) for part in parts if part], 6)


def _split(text: str, width: int) -> list[str]:
    return broken(shown(text, 600), width) if text else []
