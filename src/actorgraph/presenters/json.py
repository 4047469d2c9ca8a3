"""Answer -> JSON: every record an object of its fields, dates as typed, with the version of the shape."""

import json
from typing import Any

from ..period import Date, Interval

VERSION = 1


def present(name: str, answer: Any, errors: int, left_out: int) -> str:
    """The answer under its question's name, after how many errors the data have and what they kept out."""
    found = {"actorgraph": VERSION, "errors": errors, "left-out": left_out, name: value(answer)}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


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
