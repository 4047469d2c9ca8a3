"""Problems -> text: where, what, the line as typed with a caret, and what to write instead."""

from collections.abc import Iterable, Sequence

from ..problems import Problem
from ..text import safe, width


def present(problems: Sequence[Problem], texts: dict[str, bytes]) -> str:
    """All problems in the order given, and how many there are."""
    lines = {
        name: data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for name, data in texts.items()
    }
    out = [line for problem in problems for line in (*_one(problem, lines.get(problem.where.file, [])), "")]
    return "\n".join([*out, summary(problems, len(texts)), ""])


def summary(problems: Sequence[Problem], files: int) -> str:
    """How many of each severity, in how many files."""
    if not problems:
        return f"No problem in {files} files."
    counts = []
    for severity in ("error", "warning", "hint"):
        number = sum(problem.severity == severity for problem in problems)
        if number:
            counts.append(f"{number} {severity}{'s' if number != 1 else ''}")
    faulty = len({problem.where.file for problem in problems})
    return f"{', '.join(counts)} in {faulty} of {files} files; all were read to the end."


def _one(problem: Problem, lines: Sequence[str]) -> Iterable[str]:
    where = problem.where
    place = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
    yield f"{safe(place)}: {problem.severity}: {safe(problem.what)}"
    if 0 < where.line <= len(lines):
        yield from _excerpt(lines[where.line - 1], where.line, where.column, where.length)
    for line in problem.advice:
        yield f"      {safe(line)}"
    for line in problem.write:
        yield f"          {safe(line)}"
    for line in problem.after:
        yield f"      {safe(line)}"


def _excerpt(typed: str, number: int, column: int, length: int) -> Iterable[str]:
    """The line without its indent, and a caret under all of the value."""
    bare = typed.lstrip()
    indent = len(typed) - len(bare)
    before, marked = typed[indent : column - 1], typed[column - 1 : column - 1 + length]
    yield f"{number:5} | {safe(bare)}"
    yield f"      | {' ' * width(safe(before))}{'^' * max(1, width(safe(marked)))}"
