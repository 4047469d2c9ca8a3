r"""Works -> BibTeX. What strangers wrote is text in it: no command, no comment, no brace that ends a field early.

Every entry is `misc`, which each style knows: a record does not say whether a source is an article or a report.
Names stand in braces of their own, since BibTeX would take them apart. A brace of a stranger is written as a
command, for BibTeX counts even those behind a backslash.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..page import Work
from ..text import safe

_TEX: Final = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "$": "\\$", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", '"': "\\textquotedbl{}",
    "<": "\\textless{}", ">": "\\textgreater{}",
}  # fmt: skip
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KEPT: Final = re.compile(r"[^A-Za-z0-9:/?#\[\]@!&'()*+,;=._~%-]")


def present(works: Sequence[Work]) -> str:
    """An entry a work, its key the id of the source."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    fields = [(name, value) for name, value in _fields(work) if value]
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields]
    return f"@misc{{{work.key},\n{''.join(lines)}}}\n"


def _fields(work: Work) -> Iterable[tuple[str, str]]:
    yield "author", _name(work.author)
    yield "title", f"{{{_tex(work.title)}}}"
    yield "howpublished", _name(work.publisher)
    year, _, rest = work.published.rstrip("~?%").partition("-")
    yield "year", year
    yield "month", MONTHS[int(rest[:2]) - 1] if rest else ""
    yield "day", rest.partition("-")[2].lstrip("0")
    yield "version", _tex(work.version)
    address = work.url.startswith(("https://", "http://"))
    yield "url", _KEPT.sub(_percent, work.url) if address else ""
    yield "note", _tex("; ".join(filter(None, notes(work))))


def notes(work: Work) -> Iterable[str]:
    """What an entry has no field for: the places used, claims, licence, marks, what a date or an address lacks."""
    yield work.places
    yield f"claims {', '.join(work.claims)}" if work.claims else ""
    yield work.cite.strip()
    yield work.licence
    yield f"date given as {work.published}" if work.published.endswith(("~", "?", "%")) else ""
    yield work.url if not work.url.startswith(("https://", "http://")) else ""
    yield ", ".join(work.marks)


def _name(name: str) -> str:
    return f"{{{_tex(name)}}}" if name else ""


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in safe(text))


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
