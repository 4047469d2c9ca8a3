"""Faults inside a line: quotes, brackets, commas, and characters that mean something else to YAML."""

import re

from ..problems import Problem
from .lines import indent, quoted
from .stop import Stop, fault, line_at, pair_on, requoted


def too_deep(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """More levels than any record has."""
    if stop.problem != "too deep":
        return None
    return fault(
        "too-deep",
        file,
        stop.at,
        "lists and mappings stand more than 32 deep in each other",
        "No record needs more than six levels. Is a bracket not closed?",
    )


def first_character(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """A value begins with a character that means something else to YAML."""
    line, column = stop.at
    here = line_at(lines, line)
    first = here[column : column + 1]
    if "tab character" in stop.problem or ("cannot start any token" in stop.problem and first == "\t"):
        length = len(here[column:]) - len(here[column:].lstrip("\t "))
        return fault(
            "tab",
            file,
            stop.at,
            "a tab stands where only blanks may indent",
            "Put blanks in its place.",
            length=length,
        )
    if "cannot start any token" in stop.problem:
        value = re.match(r".*?(?=\s*(?:[,\]}]|\s#|$))", here[column:])
        return fault(
            "syntax",
            file,
            stop.at,
            f'text that begins with "{first}" needs quotes',
            "Write instead:",
            write=requoted(here) or (quoted(value[0] if value else first),),
        )
    if "alphabetic or numeric" in stop.problem:
        mark = line_at(lines, stop.opened[0])[stop.opened[1] : stop.opened[1] + 1]
        name = {"*": "alias", "&": "anchor"}.get(mark, "syntax")
        return fault(
            name,
            file,
            stop.opened,
            f'text that begins with "{mark}" needs quotes',
            "Write instead:",
            write=requoted(line_at(lines, stop.opened[0])),
        )
    if (
        "escape character" in stop.problem
        or "hexdecimal" in stop.problem
        or "unicode character" in stop.problem
    ):
        return fault(
            "syntax",
            file,
            stop.at,
            "inside double quotes a backslash stands for something else",
            "Single quotes keep it as it is:",
            write=requoted(here),
        )
    return None


def quotes(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """A quote is not closed, or closed too early."""
    if "quoted scalar" in stop.context and (
        "end of stream" in stop.problem or "document indicator" in stop.problem
    ):
        return _unclosed_quote(stop.opened, lines, file)
    if not stop.style or stop.style in "|>" or stop.ended[0] != stop.at[0]:
        return None
    if stop.begun[0] < stop.ended[0]:
        return _unclosed_quote(stop.begun, lines, file)
    here = line_at(lines, stop.at[0])
    if (
        "mapping values" in stop.problem
        or "expected ','" in stop.problem
        or here[stop.at[1] : stop.at[1] + 1] in ",:[]{}"
    ):
        return None
    return fault(
        "syntax",
        file,
        stop.at,
        "text goes on after the closing quote",
        "A quote of the same kind inside the text ended it. Write instead:",
        write=requoted(here),
        length=len(here.rstrip()) - stop.at[1],
    )


def _unclosed_quote(at: tuple[int, int], lines: list[str], file: str) -> Problem:
    here = line_at(lines, at[0])
    pair = pair_on(here)
    write = (
        (f"{pair[0]}: {quoted(pair[1][1:])}",) if pair and pair[1][0] in "\"'" and len(pair[1]) > 1 else ()
    )
    advice = "Close it on its line." if not write else "Write instead:"
    return fault(
        "syntax", file, at, "this quote is not closed", advice, write=write, length=len(here.rstrip()) - at[1]
    )


def brackets(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """A bracket is not closed, closed twice, or a comma is missing inside."""
    line, column = stop.at
    character = line_at(lines, line)[column : column + 1]
    if "expected ',' or" in stop.problem:
        bracket = line_at(lines, stop.opened[0])[stop.opened[1] : stop.opened[1] + 1]
        end = "]" if bracket == "[" else "}"
        outside = line > stop.opened[0] and indent(lines, line) <= indent(lines, stop.opened[0])
        if outside or (line >= len(lines) - 1 and not character):
            return fault(
                "syntax",
                file,
                stop.opened,
                f'"{bracket}" is not closed',
                f'Put "{end}" after its last entry.',
            )
        if character == ":" and stop.last == "Scalar" and not stop.style:
            return _colon_inside(stop, lines, file)
        return fault(
            "syntax",
            file,
            stop.at,
            f'a comma or "{end}" is missing before this',
            "Entries between brackets are parted by commas; text with a comma, a colon or brackets in it"
            " takes quotes.",
        )
    if "node content" in stop.problem and not "".join(lines[line:]).strip():
        before = next((n for n in range(min(line, len(lines)) - 1, 0, -1) if lines[n].strip()), 0)
        opened = max(line_at(lines, before).rfind(bracket) for bracket in "[{")
        return fault(
            "syntax",
            file,
            (before, max(0, opened)),
            "a bracket is not closed",
            "Close it after its last entry.",
        )
    if "end of stream" in stop.problem and "flow" in stop.context:
        return fault(
            "syntax", file, stop.opened, "this bracket is not closed", "Close it after its last entry."
        )
    if "node content" in stop.problem and character and character in ",]}":
        return fault(
            "syntax",
            file,
            stop.at,
            f'"{character}" stands where a value belongs',
            "Write the value, take the mark out, or put text that begins with it in quotes.",
        )
    return None


def _colon_inside(stop: Stop, lines: list[str], file: str) -> Problem:
    """Between brackets: `a: b c: d` lacks a comma, `a: b: c` needs quotes."""
    begun, ended = stop.begun, stop.ended
    if begun[0] != ended[0]:
        end = len(line_at(lines, begun[0]).rstrip())
        return fault(
            "syntax",
            file,
            (begun[0], max(0, end - 1)),
            "a comma is missing at the end of this line",
            "Entries between brackets are parted by commas.",
        )
    value = line_at(lines, begun[0])[begun[1] : ended[1]]
    first, blank, last = value.rpartition(" ")
    if blank:
        return fault(
            "syntax",
            file,
            (begun[0], begun[1] + len(first)),
            f'a comma is missing before "{last}"',
            "Entries between brackets are parted by commas; text with a colon in it takes quotes. Write:",
            write=(f"{first.rstrip()}, {last}:",),
        )
    rest = re.match(r"[^,\]}]*", line_at(lines, begun[0])[begun[1] :])
    whole = rest[0].rstrip() if rest else value
    return fault(
        "syntax",
        file,
        begun,
        "text with a colon and a blank in it needs quotes",
        "Write instead:",
        write=(quoted(whole),),
        length=len(whole),
    )


def tail(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """Something stands after a closing bracket."""
    if (
        stop.last not in ("MappingEnd", "SequenceEnd")
        or stop.ended[0] != stop.at[0]
        or stop.begun[0] != stop.at[0]
    ):
        return None
    here = line_at(lines, stop.at[0])
    if not here[: stop.at[1]].rstrip().endswith(("]", "}")):
        return None
    length = len(here.rstrip()) - stop.at[1]
    return fault(
        "syntax",
        file,
        stop.at,
        "something stands after the closing bracket",
        "Take it out, or put the whole value in quotes.",
        length=length,
    )
