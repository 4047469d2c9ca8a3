"""Every problem in the data, with what to write instead."""

from typing import Annotated

import typer

from .asking import opened, write

EXAMPLES = ("actorgraph check",)


def command(
    data: Annotated[str | None, typer.Option("--data", metavar="DIR", help="The data set's folder.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
) -> int:
    """Every problem in the data, with what to write instead."""
    from .. import checks
    from ..presenters import faults

    _, loaded = opened(data)
    problems = checks.report(loaded)
    write(faults.present(problems, loaded.texts), None)
    grave = {"error", "warning"} if strict else {"error"}
    return int(any(problem.severity in grave for problem in problems))
