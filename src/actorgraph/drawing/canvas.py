"""Pieces of SVG: words, bars and lines at their place. Whatever is written through here is text or a number."""

from html import escape
from unicodedata import combining

from ..standing import SUPPOSED
from ..text import safe
from .fit import length

FONTS = "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"

# What a letter takes on the average that Arial's own table here lacks, by the last letter of a stretch of scripts:
# Greek and Cyrillic, Hebrew, Arabic, what stands between, East Asia, Arabic once more.
GUESSES = (
    ("\u02ff", 600), ("\u052f", 540), ("\u05ff", 510), ("\u08ff", 430), ("\u2e7f", 600), ("\ufb1c", 1000),
    ("\ufdff", 430), ("\U0010ffff", 1000),
)  # fmt: skip


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """How long the text is in Arial; of letters that Arial lacks an estimate."""
    known = length(text, bold=bold)
    if not known:
        known = sum(
            length(letter, bold=bold) or _guess(letter, bold=bold) for letter in text if not combining(letter)
        )
    return known * size / 1000


def _guess(letter: str, *, bold: bool) -> int:
    size = next(size for last, size in GUESSES if letter <= last)
    return size + size // 12 if bold else size


def broken(text: str, size: float, room: float, indent: str = "", *, bold: bool = False) -> list[str]:
    """The text in lines no longer than the room; a word longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if wide(longer, size, bold=bold) <= room or not line:
            line = longer
        else:
            lines.append(line)
            line = indent + word
        while wide(line, size, bold=bold) > room and len(line) > len(indent) + 4:
            keep = int(len(line) * room / wide(line, size, bold=bold))
            keep = max(len(indent) + 4, min(keep, len(line) - 1))  # more than goes into the next line again
            lines.append(line[:keep])
            line = indent + line[keep:]
    return [*lines, line]


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, with an ellipsis where it is longer than the room."""
    if wide(text, size, bold=bold) <= room:
        return text
    text = text[: int(room / size) * 8]  # no letter is narrower than an eighth of its size
    while text and wide(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def words(
    x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False, anchor: str = "start"
) -> str:
    """One line of text on its base line."""
    if not text.strip():
        return ""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text xml:space="preserve" text-anchor="{anchor}" x="{number(x)}" y="{number(y)}" font-family="{FONTS}"{weight} '
        f'font-size="{number(size)}" fill="{colour}">{escape(safe(text))}</text>\n'
    )


def bar(x: float, y: float, w: float, h: float, fill: str, stroke: str = "none", more: str = "") -> str:
    """A rectangle; `more` are attributes of ours."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}" fill="{fill}" '
        f'stroke="{stroke}"{f" {more}" if more else ""}/>\n'
    )


def stroke(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1.6, dash: str = ""
) -> str:
    """A straight line; `dash` as DOT calls it."""
    pattern = {"dashed": "5,2", "dotted": "1,4", SUPPOSED: "10,3"}.get(dash, "")
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{number(width)}"{dashes} '
        f'd="M{number(x1)},{number(y1)} L{number(x2)},{number(y2)}"/>\n'
    )


def shape(points: str, fill: str, stroke_: str = "none") -> str:
    """A polygon through `x,y x,y ...`."""
    return f'<polygon fill="{fill}" stroke="{stroke_}" points="{points}"/>\n'


def tip(text: str) -> str:
    """What a reader sees on pointing at the group it stands in."""
    return f"<title>{escape(safe(text))}</title>\n"


def number(value: float) -> str:
    """With two digits behind the point at most: the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
