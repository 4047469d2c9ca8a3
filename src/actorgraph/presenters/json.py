"""Answer -> JSON: every record an object of its fields, dates as typed, with the version of the shape."""

import json
import re
from typing import Any

from ..period import Date, Interval
from ..text import UNSAFE

VERSION = 1


def present(name: str, answer: Any, errors: int, left_out: int, faults: Any = ()) -> str:
    """The answer under its question's name, after how many errors the data have, where, and what they kept out."""
    found = {"actorgraph": VERSION, "errors": errors, "left-out": left_out}
    found |= {"faults": value(faults)} if faults else {}
    found[name] = value(answer)
    return dumped(found)


def dumped(found: Any) -> str:
    """The text of an object. What could steer a terminal is escaped: it stays the same to whoever parses it."""
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return "\n".join(re.sub(UNSAFE, _escaped, line) for line in text.split("\n")) + "\n"


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def value(thing: Any) -> Any:
    """Plain lists and objects; a trailing underscore of a field's name is dropped, others become hyphens."""
    if isinstance(thing, Date | Interval):
        return thing.text
    if hasattr(thing, "_fields"):
        return {field.rstrip("_").replace("_", "-"): value(getattr(thing, field)) for field in thing._fields}
    if isinstance(thing, dict):
        return {str(key): value(one) for key, one in thing.items()}
    if isinstance(thing, list | tuple):
        return [value(one) for one in thing]
    if isinstance(thing, frozenset | set):
        return sorted(value(one) for one in thing)
    return thing
