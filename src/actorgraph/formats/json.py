"""Records as JSON: a line each, what could steer a terminal escaped, so that it stays the same to whoever parses it."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from ..period import Date, Interval
from ..problems import Span
from ..text import UNSAFE
from .fields import named
from .tables import line_of

_PAIRS: Final = {"ids", "who"}
_OWN: Final = {"time", "typed"}


def plain(thing: Any) -> Any:
    """A record as an object of its fields, called as in the data's format; what holds nothing is left out."""
    if isinstance(thing, Date | Interval):
        return thing.text
    if hasattr(thing, "_fields"):
        return dict(_fields(thing))
    if isinstance(thing, tuple):
        return [plain(one) for one in thing]
    return thing


def _fields(record: Any) -> Iterable[tuple[str, Any]]:
    for field in record._fields:
        value = getattr(record, field)
        if field in _OWN or value in ("", (), None, False):
            continue
        if isinstance(value, Span):
            yield "yaml", line_of(value)
        elif field in _PAIRS:
            yield named(field), {name: plain(one) for name, one in value}
        else:
            yield named(field), plain(value)


def line(thing: Any) -> str:
    """One object on one line."""
    return re.sub(UNSAFE, _escaped, json.dumps(thing, ensure_ascii=False))


def lines(things: Iterable[Any]) -> str:
    """A list, one object a line."""
    return "[\n" + ",\n".join(map(line, things)) + "\n]"


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
