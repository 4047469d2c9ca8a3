"""An engine's SVG without what a page has no use for: it is most of its bytes."""

import re

# A rounded box as Graphviz draws it: twelve curves, eight of them straight or a corner.
_BOX = re.compile(r'<path ([^>]*?) d="(M[^"]*)"/>')
# What most lines and labels have stands once, around them all.
USUAL = {"stroke-width": "1.6", "font-size": "10"}

_GONE = (
    r"<!--.*?-->",
    r"<title>[^<]*</title>",  # the ids of DOT; the page names what it shows
    r'<g id="a_[^"]*"><a [^>]*>',
    r"<text [^>]*>\s*</text>",
    r' (?:lengthAdjust="spacingAndGlyphs"|xml:space="preserve"|text-anchor="start"|font-family="[^"]*")',
    r' class="(?:graph|label)"',
)


def slim(inner: str) -> str:
    """The same picture; the group of an actor bears its id as `node-isis`, that of a line its number as `line-4`."""
    inner = re.sub(
        r'<g id="node\d+" class="node">\n<title>([^<]*)</title>', r'<g id="node-\1" class="node">', inner
    )
    for one in _GONE:
        inner = re.sub(one, "", inner, flags=re.DOTALL)
    inner = inner.replace("</a>\n</g>\n", "").replace("</a>\n</g>", "").replace("&#45;", "-")
    inner = re.sub(
        r'(?<=[\s,"MCL-])(\d+\.\d\d+)(?=[\s,"C])', lambda at: f"{float(at[1]):.1f}".removesuffix(".0"), inner
    )
    inner = _BOX.sub(_box, inner)
    inner = re.sub(r'font-size="(\d+)\.00"', r'font-size="\1"', inner)
    for name, value in USUAL.items():
        inner = inner.replace(f' {name}="{value}"', "")
    return re.sub(r"\n+", "\n", inner).strip()


def _box(found: re.Match[str]) -> str:
    """The rounded box as a rectangle; any other path as it is."""
    points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", found[2])]
    if len(points) != 25 or points[0] != points[-1]:
        return found[0]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, foot = min(xs), max(xs), min(ys), max(ys)
    round_ = min(x for x, y in points if y == top) - left
    if not 3 < round_ < 15:
        return found[0]
    size = f'x="{left:g}" y="{top:g}" width="{right - left:.1f}" height="{foot - top:.1f}" rx="{round_:.1f}"'
    return f"<rect {found[1]} {size}/>"
