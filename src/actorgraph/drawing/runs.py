"""Each text of an SVG taken apart into pieces of one font, side by side.

What draws pixels gives one text one font, and shows boxes, or wrong shapes, where a name holds a second script.
"""

import html
import re
from collections.abc import Iterable, Sequence
from unicodedata import category, name

from .canvas import FONTS, number, wide
from .fonts import Font

TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")


class Missing(set[str]):
    """Scripts that no font at hand can show."""


def spread(svg: str, fonts: Sequence[Font]) -> tuple[str, list[str]]:
    """The SVG in the families of those fonts, and the scripts for which there is none."""
    missing = Missing()
    put = TEXT.sub(lambda found: _pieces(found[1], html.unescape(found[2]), fonts, missing), svg)
    return put, sorted(missing)


def _pieces(attributes: str, text: str, fonts: Sequence[Font], missing: Missing) -> str:
    runs = list(_runs(text, fonts, missing))
    plain = attributes.replace(f'font-family="{FONTS}"', 'font-family="%"')
    if len(runs) < 2:
        family = runs[0][0].family if runs else fonts[0].family
        return f"<text {plain.replace('%', family)}>{html.escape(text)}</text>"
    size = float(_value(attributes, "font-size") or 14)
    bold = _value(attributes, "font-weight") == "bold"
    widths = [wide(piece, size, bold=bold) for _, piece in runs]
    start = float(_value(attributes, "x") or 0)
    start -= {"middle": sum(widths) / 2, "end": sum(widths)}.get(_value(attributes, "text-anchor"), 0)
    keep = re.sub(r'\s*\b(?:x|text-anchor|textLength|lengthAdjust)="[^"]*"', "", plain)
    out = []
    for (font, piece), room in zip(runs, widths, strict=True):
        if piece.strip():
            fit = f'textLength="{number(room)}" lengthAdjust="spacingAndGlyphs"'
            out.append(
                f'<text {keep.replace("%", font.family)} x="{number(start)}" {fit}>{html.escape(piece)}</text>'
            )
        start += room
    return "\n".join(out)


def _runs(text: str, fonts: Sequence[Font], missing: Missing) -> Iterable[tuple[Font, str]]:
    """Pieces of one font: a letter takes the first font that has it, what is no letter stays with what stands before."""
    font, piece = fonts[0], ""
    for letter in text:
        stays = category(letter)[0] not in "LN" and font.has(letter)
        wanted = (
            font
            if stays or category(letter) == "Cf"
            else next((one for one in fonts if one.has(letter)), None)
        )
        if wanted is None:
            missing.add(script(letter))
            wanted = font
        if wanted is not font:
            if piece:
                yield font, piece
            font, piece = wanted, ""
        piece += letter
    if piece:
        yield font, piece


def script(letter: str) -> str:
    """What a person calls the script of a letter; of what is no letter, its code."""
    told = name(letter, "")
    word = told.partition(" ")[0]
    if not word or category(letter)[0] not in "LM":
        return f"U+{ord(letter):04X}"
    return word if word == "CJK" else word.title()


def _value(attributes: str, key: str) -> str:
    found = re.search(rf'(?:^|\s){key}="([^"]*)"', attributes)
    return found[1] if found else ""
