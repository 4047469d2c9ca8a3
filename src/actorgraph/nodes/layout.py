"""Faults between lines: a line at no level, without a colon, or with one too many."""

import re

from ..problems import Problem
from .lines import indent
from .stop import Stop, fault, line_at, pair_on, requoted


def conflict(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """The marks that git leaves where two sides changed the same lines."""
    for line in (stop.opened[0], stop.at[0], stop.at[0] - 1):
        if re.match(r"(<{7}|={7}|>{7})(\s|$)", line_at(lines, line)):
            return fault(
                "syntax",
                file,
                (line, 0),
                "git left a merge here that is not settled",
                "Keep one side, and take the lines <<<<<<<, ======= and >>>>>>> out.",
                length=len(line_at(lines, line)),
            )
    return None


def colon(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """A colon where no key may stand: inside a value, or on a line that is indented too far."""
    if "mapping values" not in stop.problem:
        return None
    line, column = stop.at
    here = line_at(lines, line)
    if re.search(r":\s", here[:column]):
        pair = pair_on(here)
        start = here.find(pair[1]) if pair else column
        return fault(
            "syntax",
            file,
            (line, start),
            "text with a colon and a blank in it needs quotes",
            "Write instead:",
            write=requoted(here),
            length=len(pair[1]) if pair else 1,
        )
    if line == 0:
        return None
    before = line - 1
    while before > 0 and not line_at(lines, before).strip():
        before -= 1
    above = line_at(lines, before)
    if indent(lines, line) > indent(lines, before) and re.search(r":(\s|$)", above):
        return _misplaced(file, line, lines)
    return _no_colon(file, before, lines)


def _misplaced(file: str, line: int, lines: list[str]) -> Problem:
    here = line_at(lines, line)
    column = len(here) - len(here.lstrip(" "))
    if here[column : column + 1] == "\t":
        return fault(
            "tab",
            file,
            (line, column),
            "a tab stands where only blanks may indent",
            "Put blanks in its place.",
            length=len(here) - column - len(here[column:].lstrip("\t ")),
        )
    levels: list[int] = []
    for above in reversed(lines[max(0, line - 500) : line]):
        dash = re.match(r"( *)((?:- +)*)[^\s#]", above)
        if dash and (not levels or len(dash[1]) < levels[-1]):
            levels += [len(dash[1])] if not dash[2] else [len(dash[1] + dash[2]), len(dash[1])]
    shown = " or ".join(str(level + 1) for level in [*dict.fromkeys(levels)][:4])
    advice = f"It begins at column {column + 1}, the lines above at column {shown}." if levels else ""
    return fault(
        "syntax",
        file,
        (line, column),
        "this line is not indented like the lines it belongs to",
        f"{advice} The keys of one record begin at one column.".strip(),
        length=len(here.strip()),
    )


def _no_colon(file: str, line: int, lines: list[str]) -> Problem:
    here = line_at(lines, line)
    tight = re.match(r"\s*(?:-\s+)*([\w.-]+):(\S.*)$", here)
    write = (f"{tight[1]}: {tight[2].rstrip()}",) if tight else ()
    advice = (
        "A blank follows the colon. Write instead:"
        if tight
        else (
            "A line is `key: value`. Text that goes on from the line above is indented further than its key."
        )
    )
    return fault(
        "syntax",
        file,
        (line, len(here) - len(here.lstrip())),
        "this line has no key with a colon and a blank",
        advice,
        write=write,
        length=len(here.strip()),
    )


def level(stop: Stop, lines: list[str], file: str) -> Problem | None:
    """A line that stands at no level, or is of another kind than its neighbours."""
    line, column = stop.at
    here = line_at(lines, line).strip()
    if "could not find expected ':'" in stop.problem:
        return _no_colon(file, stop.opened[0], lines)
    if "sequence entries are not allowed" in stop.problem:
        pair = pair_on(line_at(lines, line))
        write = (f"{pair[0]}:", f"  {pair[1]}") if pair else ()
        return fault(
            "syntax", file, stop.at, "a list begins on a line of its own", "Write instead:", write=write
        )
    if "document start" in stop.problem and any(
        text.startswith("...") for text in lines[max(0, line - 3) : line]
    ):
        return fault(
            "several-documents",
            file,
            stop.at,
            "text stands after the end of the document (...)",
            "Take the line of dots out.",
        )
    if stop.last == "Alias" or not here:
        return None
    if any(words in stop.problem for words in ("expected key", "'-' indicator", "document start")):
        if (
            here.startswith(("- ", "-"))
            and "expected key" in stop.problem
            and indent(lines, line) == stop.opened[1]
        ):
            return fault(
                "syntax",
                file,
                stop.at,
                "an entry of a list stands where a key belongs",
                "Indent it below the key whose list it belongs to.",
            )
        if "'-' indicator" in stop.problem and column == stop.opened[1]:
            return fault(
                "syntax",
                file,
                stop.at,
                'an entry of this list begins with "- "',
                "Write instead:",
                write=(f"- {here}",),
                length=len(here),
            )
        return _misplaced(file, line, lines)
    return None
