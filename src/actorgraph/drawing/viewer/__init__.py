"""A page in one file: a picture inlined, its data as JSON, plain JavaScript, and a policy that lets nothing else run.

The page fetches nothing. A browser runs the one script whose digest the policy names, so that nothing a record
holds can run, whatever it holds; and no text of a record is ever read as markup.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, NamedTuple

from ...text import safe
from ..style import DARK, FAMILIES, LIGHT, Theme
from .slim import USUAL, slim

# In this order they make one script with one scope.
SCRIPTS = (
    "data", "choice", "picture", "evidence", "pairs", "matrix", "lanes", "list", "time", "copies", "start",
)  # fmt: skip


class Drawn(NamedTuple):
    """What an engine made, without a frame; `legend` are samples (a drawing 34 wide, and what it means)."""

    inner: str
    width: float
    height: float
    legend: tuple[tuple[str, str], ...]


def page(data: dict[str, Any], drawn: Drawn | None, *, served: bool = False) -> str:
    """The whole file. `served` lets it ask its own server, and nobody else, whether something changed."""
    script, style = _script(), _style()
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data: blob:; "
        f"base-uri 'none'; form-action 'none'{'; connect-src ' + chr(39) + 'self' + chr(39) if served else ''}"
    )
    full = {LIGHT.faded(line).lower(): line.lower() for line in LIGHT.lines.values()}
    parts = {
        "policy": escape(policy),
        "title": escape(safe(data["title"])),
        "style": style,
        "picture": _picture(drawn) if drawn else "",
        "data": _json({**_harmless(data), "legend": drawn.legend if drawn else (), "full": full}),
        "script": script,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], _text("page.html"))


def _picture(drawn: Drawn) -> str:
    wide, high = f"{drawn.width:g}", f"{drawn.height:g}"
    usual = " ".join(f'{name}="{value}"' for name, value in USUAL.items())
    return (
        f'<svg id="map" class="drawn" xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" '
        f'role="group" aria-label="Picture of the ties" {usual}>{slim(drawn.inner)}</svg>'
    )


def _harmless(told: Any) -> Any:
    """What terminals and browsers would obey or hide, such as a change of direction, shown as a mark."""
    if isinstance(told, str):
        return safe(told)
    if isinstance(told, dict):
        return {key: _harmless(value) for key, value in told.items()}
    return [_harmless(one) for one in told] if isinstance(told, list | tuple) else told


def _json(data: Any) -> str:
    """No `<` is left in it, so that no text can end the element it stands in or open a comment."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return told


@cache
def _script() -> str:
    """The scripts without their indents and comments."""
    lines = (line.strip() for name in SCRIPTS for line in _text(f"{name}.js").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@cache
def _style() -> str:
    """The style sheet; at night each colour of the picture gives way to the one that the dark theme has in its place."""
    night = "".join(_night(LIGHT, DARK))
    return _text("page.css") + f"@media screen and (prefers-color-scheme:dark){{{night}}}\n"


def _night(day: Theme, night: Theme) -> Iterable[str]:
    pairs = {day.paper: night.paper, day.ink: night.ink, day.grey: night.grey, day.faint: night.faint}
    pairs |= {day.small: night.small, day.focus: night.focus, day.cluster[0]: night.cluster[0]}
    pairs |= dict(zip(day.fills.values(), (night.fills[name] for name in day.fills), strict=True))
    pairs[day.paper] = night.paper
    pairs |= {day.unsourced: night.unsourced}
    for name in FAMILIES:
        line, words = day.lines[name], day.words[name]
        pairs |= {words: night.words[name], line: night.lines[name]}
        pairs[day.faded(line)] = night.faded(night.lines[name])
    for one, other in pairs.items():
        yield f'.drawn [fill="{one}" i]{{fill:{other}}}.drawn [stroke="{one}" i]{{stroke:{other}}}'


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
