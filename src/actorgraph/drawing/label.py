"""Text inside a picture: harmless whatever a name holds, broken into lines, cut where nobody would read on."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from unicodedata import bidirectional

from ..text import safe

LONGEST = 90  # of a name; a note is cut at NOTE
NOTE = 900
MARK = "\u200e"  # after a right-to-left name, so that what follows does not change places with it


def shown(text: str, most: int = LONGEST) -> str:
    """The text as a picture shows it, before it is escaped."""
    found = " ".join(filter(None, safe(text[: most * 4]).split(" "))) or "(blank)"
    return found if len(found) <= most else f"{found[: most - 1].rstrip()}…"


def escaped(text: str) -> str:
    """For an HTML-like label. DOT looks for escapes of its own once it has read the label, so a backslash goes twice."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\\", "&#92;&#92;")):
        text = text.replace(sign, entity)
    return text


def quoted(text: str) -> str:
    """For a quoted attribute, such as a tooltip, whose escapes engines read once or twice: no backslash stays in it."""
    return '"' + text.replace("&", "&amp;").replace("\\", "∖").replace('"', '\\"') + '"'


def broken(text: str, width: int) -> list[str]:
    return wrap(text, width, break_on_hyphens=False) or [text]


def name(text: str, width: int = 24) -> str:
    """A name in bold, over as many lines as it needs."""
    return "<BR/>".join(f"<B>{escaped(line)}</B>" for line in broken(shown(text), width))


def in_prose(text: str) -> str:
    """A name within a sentence that runs from left to right."""
    return f"{text}{MARK}" if any(bidirectional(letter) in ("R", "AL") for letter in text) else text


def font(text: str, size: int = 0, colour: str = "") -> str:
    """Never empty: an empty element is a fault of syntax to some engines."""
    attributes = (f' POINT-SIZE="{size}"' if size else "") + (f' COLOR="{colour}"' if colour else "")
    return f"<FONT{attributes}>{text}</FONT>" if text else ""


def table(rows: Iterable[str], spacing: int = 0, more: str = "") -> str:
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="{spacing}" CELLPADDING="1"{more}>{"".join(rows)}</TABLE>'


def row(cells: Iterable[str]) -> str:
    return f"<TR>{''.join(cells)}</TR>"


def cell(text: str, more: str = "") -> str:
    return f'<TD ALIGN="LEFT"{more}>{text}</TD>'


def columns(notes: Sequence[str], number: int, width: int, colour: str) -> str:
    """Notes in so many columns of about equal height, each broken at that many letters."""
    told = [broken(note, width) for note in notes]
    height = -(-sum(map(len, told)) // number)
    held: list[list[str]] = [[]]
    for note in told:
        if len(held[-1]) + len(note) / 2 > height and len(held) < number:
            held.append([])
        held[-1] += [note[0], *(f"      {line}" for line in note[1:])]
    cells = []
    for lines in held:
        body = "".join(f'{escaped(line)}<BR ALIGN="LEFT"/>' for line in lines)
        cells.append(cell(font(body, 10, colour), ' BALIGN="LEFT" VALIGN="TOP"'))
    return table([row(cells)], 8)
