"""Why libyaml gave up, in plain words, and what to write instead."""

from ..problems import Problem
from .layout import colon, conflict, level
from .stop import Stop, fault
from .values import brackets, first_character, quotes, tail, too_deep


def explained(stop: Stop, lines: list[str], file: str) -> tuple[int, Problem | None]:
    """The line (from 0) whose record cannot be read, and why; None where the alias before it is told."""
    for reason in (too_deep, conflict, first_character, quotes, brackets, tail, colon, level):
        told = reason(stop, lines, file)
        if told is not None:
            break
    else:
        if stop.last == "Alias" and stop.ended[0] == stop.at[0]:
            return stop.at[0], None
        at = stop.at if stop.context.startswith("while parsing a block") else stop.opened
        told = fault(
            "syntax",
            file,
            at,
            f"this is not YAML: {stop.problem or 'it cannot be read'}",
            "Write `key: value`, and text with unusual characters in quotes.",
        )
    line = min(told.where.line - 1, len(lines) - 1)
    return line, told
