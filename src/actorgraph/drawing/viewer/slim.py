"""An engine's SVG without what a page has no use for: it is most of its bytes."""

import re

_GONE = (
    r"<!--.*?-->",
    r"<title>[^<]*</title>",  # the ids of DOT; the page names what it shows
    r'<g id="a_[^"]*"><a [^>]*>',
    r"<text [^>]*>\s*</text>",
    r' (?:lengthAdjust="spacingAndGlyphs"|xml:space="preserve"|text-anchor="start"|font-family="[^"]*"|class="(?:graph|label)")',
)


def slim(inner: str) -> str:
    """The same picture; the group of an actor bears its id as `node-isis`, that of a line its number as `line-4`."""
    inner = re.sub(r'<g id="node\d+" class="node">\n<title>([^<]*)</title>', r'<g id="node-\1" class="node">', inner)
    for one in _GONE:
        inner = re.sub(one, "", inner, flags=re.DOTALL)
    inner = inner.replace("</a>\n</g>\n", "").replace("</a>\n</g>", "").replace("&#45;", "-")
    inner = re.sub(
        r'(?<=[\s,"MCL-])(\d+\.\d\d+)(?=[\s,"C])', lambda at: f"{float(at[1]):.1f}".removesuffix(".0"), inner
    )
    inner = re.sub(r'font-size="(\d+)\.00"', r'font-size="\1"', inner)
    return re.sub(r"\n+", "\n", inner).strip()
