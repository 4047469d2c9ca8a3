"""Problems -> SARIF 2.1.0, the format in which tools for code show what a check found."""

import json
from typing import Any
from urllib.parse import quote

from .. import __version__, checks
from ..checks import Report, Rule
from ..problems import Problem
from . import faults
from .explained import sampled

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def present(report: Report, folder: str) -> str:
    """One run with the rules that found something; `folder` leads from the repository to the data."""
    names = sorted({problem.name for problem in (*report.problems, *(kept.problem for kept in report.kept))})
    results = [_result(problem, names, folder) for problem in report.problems]
    for problem, why in report.kept:
        kept = {"kind": "external", "status": "accepted", "justification": why}
        results.append({**_result(problem, names, folder), "suppressions": [kept]})
    driver = {"name": "actorgraph", "version": __version__, "rules": [_rule(checks.rule(n)) for n in names]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": _help(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _help(rule: Rule) -> str:
    return "\n".join((rule.why, "", *sampled("Wrong", rule.bad), "", *sampled("Right", rule.good)))


def _result(problem: Problem, names: list[str], folder: str) -> dict[str, Any]:
    where = problem.where
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(folder + where.file)}}
    if where.line:
        end = where.column + max(1, where.length)
        place["region"] = {"startLine": where.line, "startColumn": where.column, "endColumn": end}
    return {
        "ruleId": problem.name,
        "ruleIndex": names.index(problem.name),
        "level": LEVELS[problem.severity],
        "message": {"text": faults.message(problem)},
        "locations": [{"physicalLocation": place}],
    }
