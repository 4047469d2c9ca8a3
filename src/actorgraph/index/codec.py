"""A record as plain values, and back: read off the fields of its class, so that no record needs a line here.

A date or an interval is its text where reading that text gives it back, as it nearly always does. Fields at the end
that have their defaults are left out.
"""

from collections.abc import Callable
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any

from ..model import Edit, Relation
from ..period import Date, Interval, as_date, as_interval

Maker = Callable[[Any], Any]
_new = tuple.__new__
_kept: dict[str, Interval | None] = {}


def encoded(value: Any) -> Any:
    """The value as JSON can hold it; `decoded` with its type makes it again."""
    if isinstance(value, dict):
        return {key: encoded(one) for key, one in value.items()}
    if not isinstance(value, tuple):
        return value
    if isinstance(value, Date) and as_date(value.text) == value:
        return value.text
    if isinstance(value, Interval) and as_interval(value.text, "when") == value:
        return value.text
    size = len(value)
    defaults: dict[str, Any] = getattr(value, "_field_defaults", {})
    if defaults:
        names: tuple[str, ...] = value._fields  # type: ignore[attr-defined]
        while size and names[size - 1] in defaults and value[size - 1] == defaults[names[size - 1]]:
            size -= 1
    return [encoded(one) for one in value[:size]]


def decoded(kind: Any, value: Any) -> Any:
    """A value of that type from what `encoded` made of it."""
    make = _maker(kind)
    return make(value) if make else value


@cache
def _maker(kind: Any) -> Maker | None:
    """What makes a value of that type; None where JSON has it as it is."""
    if isinstance(kind, UnionType):
        (inner,) = (one for one in kind.__args__ if one is not NoneType)
        return _optional(inner)
    if isinstance(kind, GenericAlias):
        if kind.__origin__ is list:  # of plain values: as JSON has it
            return None
        return _dict(kind.__args__[1]) if kind.__origin__ is dict else _tuple(kind.__args__)
    if kind is Date:
        return _date
    if kind is Interval:
        return _interval
    return _record(kind) if isinstance(kind, type) and issubclass(kind, tuple) else None


def _optional(kind: Any) -> Maker | None:
    make = _maker(kind)
    return make and (lambda value: None if value is None else make(value))


def _dict(kind: Any) -> Maker | None:
    make = _maker(kind)
    return make and (lambda value: {key: make(one) for key, one in value.items()})


def _tuple(kinds: tuple[Any, ...]) -> Maker:
    if kinds[-1] is not Ellipsis:
        return lambda value: tuple([decoded(*one) for one in zip(kinds, value, strict=True)])
    make = _maker(kinds[0])
    return (lambda value: tuple([make(one) for one in value])) if make else tuple


@cache
def _record(kind: Any) -> Maker:
    defaults = [kind._field_defaults.get(name) for name in kind._fields]
    size = len(defaults)
    makers = [(at, _maker(kind.__annotations__[name])) for at, name in enumerate(kind._fields)]
    if kind is Edit:  # its values are those of a relation's attributes, which their names tell
        makers[kind._fields.index("fields")] = (kind._fields.index("fields"), _attributes)
    made = [(at, make) for at, make in makers if make]

    def record(row: list[Any]) -> Any:
        given = len(row)
        for at, make in made:
            if at >= given:
                break
            row[at] = make(row[at])
        return _new(kind, row + defaults[given:] if given < size else row)

    return record


def _attributes(value: Any) -> tuple[tuple[str, Any], ...]:
    return tuple([(name, decoded(Relation.__annotations__[name], one)) for name, one in value])


def _date(value: Any) -> Date | None:
    found: Date | None = as_date(value) if isinstance(value, str) else _record(Date)(value)
    return found


def _interval(value: Any) -> Interval | None:
    found: Interval | None
    if not isinstance(value, str):
        found = _record(Interval)(value)
    elif (found := _kept.get(value)) is None:
        found = _kept[value] = as_interval(value, "when")
    return found
