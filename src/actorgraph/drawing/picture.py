"""A scene as SVG: laid out by an engine, then put into its frame. Text and shapes, nothing a browser would run or fetch."""

import html
import re

from . import dot
from .canvas import FONTS, number, wide
from .fit import fitted, length
from .frame import Words, around
from .legend import entries, samples
from .render import SECONDS, laid
from .scene import Scene
from .style import LIGHT, Theme

NODE = re.compile(r'<g id="[^"]*" class="node">.*?\n</g>(?=\n(?:<!--|<g |</g>))', re.DOTALL)
TEXT = re.compile(
    r'<text xml:space="preserve" text-anchor="\w+" x="[-\d.]+"([^>]*font-size="([\d.]+)"[^>]*)>([^<]*)</text>'
)
INSIDE = 10.0
LINE = re.compile(
    r'(<g id="line([^"]*)" class="edge[^"]*">\n<title>[^<]*</title>\n<g id="a_[^"]*"><a [^>]*>\n.*?</a>\n</g>\n)'
    r"(.*?)(</g>\n)(?=<!--|<g |</g>)",
    re.DOTALL,
)
PLAN = re.compile(r'<g id="[^"]*" class="edge [^"]*\bplan">.*?\n</g>(?=\n(?:<!--|</g>))', re.DOTALL)


def svg(
    scene: Scene,
    theme: Theme = LIGHT,
    engine: str = "graphviz-pure",
    scale: float = 1,
    seconds: float = SECONDS,
) -> str:
    """The whole picture."""
    inner, width, height = bare(scene, theme, engine, seconds)
    words = Words(
        scene.title, scene.subtitle, samples(entries(scene, theme), theme), tuple(scene.told), scene.sources
    )
    return fitted(around(inner.lstrip(), width, height, words, theme, scale))


def bare(
    scene: Scene, theme: Theme = LIGHT, engine: str = "graphviz-pure", seconds: float = SECONDS
) -> tuple[str, float, float]:
    """What stands inside the frame, with its width and height."""
    drawn = laid(dot.write(scene, theme, framed=False), engine, seconds).decode()
    inner, width, height = inside(drawn)
    inner = inner.replace('font-family="Arial"', f'font-family="{FONTS}"')
    inner = PLAN.sub(lambda found: _whole_heads(found[0], theme), inner)
    return _labels_last(NODE.sub(lambda found: _middled(found[0]), inner)), width, height


def inside(drawn: str) -> tuple[str, float, float]:
    """What stands in an engine's SVG, with its width and height."""
    size = re.search(r'viewBox="0(?:\.0+)? 0(?:\.0+)? ([\d.]+) ([\d.]+)"', drawn)
    assert size, "an engine's SVG says how large it is"
    return drawn[drawn.index(">", size.end()) + 1 : drawn.rindex("</svg>")], float(size[1]), float(size[2])


def _middled(group: str) -> str:
    """What Arial has no letters for, so no engine could measure it: in the middle of its box, and no wider."""
    shape = re.search(r'<(?:polygon|path) [^>]*(?:points|d)="([^"]*)"', group)
    ellipse = re.search(r'<ellipse [^>]*cx="([-\d.]+)" cy="[-\d.]+" rx="([\d.]+)"', group)
    if ellipse:
        middle, half = float(ellipse[1]), float(ellipse[2]) * 0.85
    elif shape:
        xs = [float(one) for one in re.findall(r"(-?[\d.]+),-?[\d.]+", shape[1])]
        middle, half = (min(xs) + max(xs)) / 2, (max(xs) - min(xs)) / 2
    else:
        return group

    def put(found: re.Match[str]) -> str:
        told, size, bold = html.unescape(found[3]), float(found[2]), 'font-weight="bold"' in found[1]
        if length(told, bold=bold):
            return found[0]
        room = 2 * half - INSIDE
        long = wide(told, size, bold=bold) > room
        fit = f' textLength="{number(room)}" lengthAdjust="spacingAndGlyphs"' if long else ""
        return f'<text xml:space="preserve" text-anchor="middle" x="{number(middle)}"{found[1]}{fit}>{found[3]}</text>'

    return TEXT.sub(put, group)


def _labels_last(inner: str) -> str:
    """What is written on lines above all lines, so that none runs through words."""
    labels = [
        f'<g id="label{number}" class="label">\n{label}</g>\n' for _, number, label, _ in LINE.findall(inner)
    ]
    bare = LINE.sub(r"\1\4", inner)
    end = bare.rindex("</g>")
    return bare[:end] + "".join(labels) + bare[end:]


def _whole_heads(group: str, theme: Theme) -> str:
    """Of a hollow shaft the engine draws the second head in the colour of the hollow."""
    colour = re.search(r'<path fill="none" stroke="([^"]+)"', group)
    if not colour:
        return group
    paper = re.escape(theme.paper)
    pattern = rf'(<poly(?:gon|line) fill=")(none|{paper})(" stroke="){paper}"'
    keep = rf'(<ellipse fill=")(none|{paper})(" stroke="){paper}"'
    for one in (pattern, keep):
        group = re.sub(
            one,
            lambda at: f'{at[1]}{colour[1] if at[2] != "none" else at[2]}{at[3]}{colour[1]}"',
            group,
            flags=re.IGNORECASE,
        )
    return group
