"""Problems -> annotations of a GitHub workflow: a line each, which the page of a change shows beside the file."""

from ..checks import Report
from ..problems import Problem
from ..text import safe
from . import faults

COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def present(report: Report, folder: str, files: int) -> str:
    """The annotations, the gravest first since few are shown; `folder` leads from the repository to the data."""
    order = list(COMMANDS)
    problems = sorted(report.problems, key=lambda problem: order.index(problem.severity))
    lines = [_annotation(problem, folder) for problem in problems]
    return "\n".join([*lines, faults.summary(report, files), ""])


def _annotation(problem: Problem, folder: str) -> str:
    where = problem.where
    place = {"file": folder + where.file}
    if where.line:
        place |= {"line": str(where.line), "col": str(where.column)}
    place["title"] = problem.name
    properties = ",".join(f"{key}={_property(safe(value))}" for key, value in place.items())
    return f"::{COMMANDS[problem.severity]} {properties}::{_data(faults.message(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
