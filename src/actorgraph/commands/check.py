"""Every problem in the data, with what to write instead."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from .asking import opened, tell_checked, write
from .waiting import patient

if TYPE_CHECKING:
    from ..checks import Report
    from ..dataset import Loaded

EXAMPLES = (
    "actorgraph check",
    "actorgraph check --changed",
    "actorgraph check --format json",
    "actorgraph check --format github",
)
FORMATS = ("text", "json", "github", "sarif")
SUFFIXES = {".json": "json", ".sarif": "sarif"}


def command(
    data: Annotated[str | None, typer.Option("--data", metavar="DIR", help="The data set's folder.")] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="|".join(FORMATS), help="For people, programs or a code host."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    changed: Annotated[
        bool,
        typer.Option(
            "--changed", help="Every error; warnings and hints only of files changed since the last commit."
        ),
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
) -> int:
    """Every problem in the data, with what to write instead."""
    chosen = format_ or SUFFIXES.get(os.path.splitext(output or "")[1], "text")
    if chosen not in FORMATS:
        raise Fault(f'No format "{chosen}". It is one of: {", ".join(FORMATS)}.')
    if watch:
        from ..tree import find
        from . import watching

        folder = find(os.getcwd(), data, os.environ.get("ACTORGRAPH_DATA")).folder
        opened(data)  # a folder that is not there will not come
        watching.watch(folder, lambda: _checked(data, chosen, output, changed))
    report = _checked(data, chosen, output, changed)
    grave = {"error", "warning"} if strict else {"error"}
    return int(any(problem.severity in grave for problem in report.problems))


def _checked(data: str | None, format_: str, output: str | None, changed: bool) -> "Report":
    from .. import checks

    with patient("Checking"):
        found, loaded = opened(data)
        tell_checked(found)
        report = checks.report(loaded)
    if changed:
        report = _narrowed(report, loaded, found.folder)
    of = " of the shipped record" if found.how == "shipped" else ""
    write(_presented(format_, report, loaded, _from_the_root(found.folder), of), output)
    return report


def _narrowed(report: "Report", loaded: "Loaded", folder: str) -> "Report":
    """Every error, for one that a change brings about may stand in a file that nobody touched; else what changed."""
    from ..revision import read

    committed = {file.name: file.data for file in read(folder, "HEAD", "--changed")}
    same = {name for name, data in loaded.texts.items() if committed.get(name) == data}
    left = [
        problem
        for problem in report.problems
        if problem.severity == "error" or problem.where.file not in same
    ]
    return report._replace(
        problems=left, kept=[kept for kept in report.kept if kept.problem.where.file not in same]
    )


def _presented(format_: str, report: "Report", loaded: "Loaded", folder: str, of: str) -> str:
    if format_ == "github":
        from ..presenters import github

        return github.present(report, folder, len(loaded.texts))
    if format_ == "sarif":
        from ..presenters import sarif

        return sarif.present(report, folder)
    from ..presenters import faults

    return faults.as_json(report) if format_ == "json" else faults.present(report, loaded.texts, of)


def _from_the_root(folder: str) -> str:
    """The way to the folder from where the repository begins, as a code host names files; from here without one."""
    start = os.path.realpath(folder)
    root = start
    while not os.path.exists(os.path.join(root, ".git")):
        above = os.path.dirname(root)
        if above == root:
            root = os.getcwd()
            break
        root = above
    try:
        way = os.path.relpath(start, root).replace(os.sep, "/")
    except ValueError:  # another drive
        way = start.replace(os.sep, "/")
    return "" if way == "." else f"{way}/"
