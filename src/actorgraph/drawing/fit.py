"""Text that keeps its room: a system without Arial shows wider letters, which would run over lines and boxes.

Each piece of Latin text says how long it is in Arial; a viewer that has only another font then narrows its letters.
"""

import html
import re
from unicodedata import normalize

# Thousandths of the font's size, as Arial has them, by the letters that share a width.
_PLAIN = {
    191: "'", 222: "ijl’‘", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r“”", 334: "{}", 355: '"', 389: "*", 469: "^",
    500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu–", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw",
    778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "…—→←", 1015: "@",
}  # fmt: skip
_BOLD = {
    238: "'", 278: " ,./I\\ijl’‘", 280: "|", 333: "!()-:;[]`ft", 389: "*r{}", 474: '"', 500: "z“”",
    556: "#$0123456789J_aceksvxy–", 584: "+<=>^~", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@", 1000: "…—→←",
}  # fmt: skip
WIDTHS = tuple(
    {letter: size for size, letters in table.items() for letter in letters} for table in (_PLAIN, _BOLD)
)


def fitted(svg: str) -> str:
    """The SVG with the length of each text whose letters are known."""
    return re.sub(r'<text ([^>]*font-size="([\d.]+)"[^>]*)>([^<]*)</text>', _text, svg)


def _text(found: re.Match[str]) -> str:
    attributes, size, words = found.groups()
    em = length(html.unescape(words), bold='font-weight="bold"' in attributes)
    if not em:
        return found[0]
    room = f'textLength="{em * float(size) / 1000:.2f}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {attributes} {room}>{words}</text>"


def length(text: str, *, bold: bool) -> int:
    """Thousandths of the font's size that the text takes in Arial; 0 where a letter is not known."""
    widths = WIDTHS[bold]
    bare = [letter for letter in normalize("NFKD", text) if not "\u0300" <= letter <= "\u036f"]
    return sum(widths[letter] for letter in bare) if all(letter in widths for letter in bare) else 0
