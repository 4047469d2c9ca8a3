"""Problems -> text: where, what, the line as typed with a caret, and what to write instead; or -> JSON."""

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Any

from ..checks import Report
from ..problems import Problem
from ..text import safe, width

# The widest excerpt, and how much of a line stands before what is marked.
_WIDEST = 120
_BEFORE = 60
# Faults after which something of the data set was not looked at.
_UNREAD = frozenset(
    ("unreadable-file", "link-outside", "too-many-files", "file-too-large", "too-many-faults")
) | {"several-documents", "not-utf8"}
_GRAVEST = ("error", "warning", "hint")


def present(report: Report, texts: dict[str, bytes], of: str = "") -> str:
    """All problems in the order given, and how many there are; `of` says in whose files."""
    problems = report.problems
    last: dict[str, int] = {}
    for problem in problems:
        last[problem.where.file] = max(problem.where.line, last.get(problem.where.file, 0))
    lines = {file: _lines(texts[file], line) for file, line in last.items() if line and file in texts}
    out = [line for problem in problems for line in (*_one(problem, lines.get(problem.where.file, [])), "")]
    return "\n".join([*out, summary(report, len(texts), of), ""])


def summary(report: Report, files: int, of: str = "") -> str:
    """How many of each severity, in how many files, how many were kept, and which to have explained."""
    problems, kept = report
    reasons = "each with its reason" if len(kept) != 1 else "with its reason"
    suppressed = [f"{len(kept)} suppressed, {reasons} in dataset.yaml"] if kept else []
    if not problems:
        return f"{'; '.join([f'No problem in {files} files{of}', *suppressed])}."
    counts = []
    for severity in _GRAVEST:
        number = sum(problem.severity == severity for problem in problems)
        if number:
            counts.append(f"{number} {severity}{'s' if number != 1 else ''}")
    faulty = len({problem.where.file for problem in problems})
    read = (
        "not all could be read to the end"
        if _UNREAD & {p.name for p in problems}
        else "all were read to the end"
    )
    told = f"{', '.join(counts)} in {faulty} of {max(files, faulty)} files{of}; {read}"
    gravest = min(problems, key=lambda problem: _GRAVEST.index(problem.severity))
    # A command is never broken over two lines.
    explain = f"actorgraph explain {gravest.name}".replace(" ", "\N{NO-BREAK SPACE}")
    whole = f"{'; '.join([told, *suppressed])}. Explain one: {explain}"
    return "\n".join(wrap(whole, 80, break_on_hyphens=False)).replace("\N{NO-BREAK SPACE}", " ")


def message(problem: Problem) -> str:
    """What is wrong and what to do about it, without the excerpt."""
    write = [f"    {line}" for line in problem.write]
    return "\n".join(map(safe, (problem.what, *problem.advice, *write, *problem.after)))


def as_json(report: Report) -> str:
    """The problems as objects; what was suppressed stands apart, with the reason."""
    from .json import VERSION, dumped

    kept = [{**_object(problem), "why": why} for problem, why in report.kept]
    problems = [_object(problem) for problem in report.problems]
    found = {"actorgraph": VERSION, "problems": problems, "suppressed": kept}
    return dumped(found)


def _object(problem: Problem) -> dict[str, Any]:
    where = problem.where
    return {
        "name": problem.name,
        "severity": problem.severity,
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "length": where.length,
        "what": problem.what,
        "hints": [line.strip() for line in (*problem.advice, *problem.after)],
        "write": list(problem.write),
    }


def _lines(data: bytes, last: int) -> list[str]:
    """The first lines as reading counts them, `last` and the rest; of a large file there may be millions."""
    return re.split("\r\n|\r|\n", data.decode("utf-8-sig", "surrogateescape"), maxsplit=last)


def _shown(typed: str) -> str:
    """A piece of a line, each byte that is no text as one character."""
    return safe(re.sub("[\udc80-\udcff]", "\ufffd", typed))


def _one(problem: Problem, lines: Sequence[str]) -> Iterable[str]:
    where = problem.where
    place = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
    yield f"{safe(place)}: {problem.severity}: {safe(problem.what)}"
    if 0 < where.line <= len(lines):
        yield from _excerpt(lines[where.line - 1], where.line, where.column, where.length)
    yield from _prose(problem.advice)
    for line in problem.write:
        yield f"          {safe(line)}"
    yield from _prose(problem.after)


def _prose(lines: Iterable[str]) -> Iterable[str]:
    """Indented, and folded at 80 cells; what is indented already is there to be copied whole."""
    for line in map(safe, lines):
        folded = (
            [line] if line.startswith(" ") else wrap(line, 74, break_long_words=False, break_on_hyphens=False)
        )
        yield from (f"      {part}" for part in folded)


def _excerpt(typed: str, number: int, column: int, length: int) -> Iterable[str]:
    """The line without its indent, and a caret under all of the value; of a long line the part around it."""
    start = min(len(typed) - len(typed.lstrip()), column - 1)
    end = len(typed.rstrip())
    left = right = ""
    if end - start > _WIDEST:
        first = max(start, min(column - 1 - _BEFORE, end - _WIDEST))
        left, start = ("... " if first > start else ""), first
        right, end = ("", end) if start + _WIDEST >= end else (" ...", start + _WIDEST)
    before, marked = (
        left + typed[start : column - 1],
        typed[column - 1 : min(column - 1 + length, max(end, column))],
    )
    yield f"{number:5} | {left}{_shown(typed[start:end])}{right}"
    yield f"      | {' ' * width(_shown(before))}{'^' * max(1, width(_shown(marked)))}"
