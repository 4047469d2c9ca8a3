"""Structural balance: closed triads, and the fewest ties out of line in any split into two."""

from typing import Annotated

import typer

from .asking import Asked, question

EXAMPLES = (
    "actorgraph balance --on 2021-09",
    "actorgraph balance --on 2021-09 --with contested",
    "actorgraph balance --on 2021-09 --left-out",
)
WITH = "possibly|planned|suggested|claimed|contested|against|communities|segments"


@question
def command(
    asked: Asked,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar=WITH, help="Count these ties too; several by commas."),
    ] = None,
    ambivalent: Annotated[
        str,
        typer.Option(
            "--ambivalent",
            metavar="drop|majority|both|worst",
            help="What a pair of both signs counts as.",
        ),
    ] = "drop",
    left_out: Annotated[bool, typer.Option("--left-out", help="List the ties that don't count.")] = False,
    index: Annotated[
        bool, typer.Option("--index", help="Figures for the whole, also where they say little.")
    ] = False,
    time_limit: Annotated[
        float | None,
        typer.Option("--time-limit", min=0, metavar="SECONDS", help="Bounds, if no proof by then."),
    ] = None,
) -> None:
    """Who is with whom as a whole: triads, and the fewest ties out of line in any split into two."""
    from ..questions.balance import ask
    from ..questions.balance_page import page
    from ..questions.counted_ties import wide

    answer = ask(asked.view, wide(with_ or ()), ambivalent, index=index, seconds=time_limit)
    asked.give("balance", answer, lambda: page(answer, asked.view, asked.folder, left_out=left_out))
    if answer.interrupted:
        raise typer.Exit(130)
