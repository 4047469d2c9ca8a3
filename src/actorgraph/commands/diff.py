"""What differs in meaning: between two dates, two voices, or two data sets."""

from typing import Annotated

import typer

from .asking import Asked, question

EXAMPLES = ("actorgraph diff --from 2018 --to 2021-09",)


@question
def command(
    asked: Asked,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The earlier date.")] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The later date; else the last known.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> None:
    """What differs in meaning: between two dates, two voices, or two data sets."""
    from ..questions.diff import ask
    from ..questions.diff_page import page
    from ..view.dates import asked_days

    then, now = asked_days(from_ or "", "from"), asked_days(to or "", "to")
    answer = ask(asked.view, then, now)
    folder = asked.found.folder if asked.found.how == "option" else ""
    asked.give("diff", answer, lambda: page(answer, asked.view, folder))
    if exit_code and answer.differs:
        raise typer.Exit(1)
