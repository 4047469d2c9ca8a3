"""Friend and foe as a grid: each actor towards each other one."""

from typing import Annotated

import typer

from .asking import Asked, question

EXAMPLES = (
    "actorgraph matrix --kind armed-group,state",
    "actorgraph matrix --kind armed-group --on 2018",
)


@question
def command(
    asked: Asked,
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="whole|ties|name",
            help="Parts below their whole, or most ties first, or by name.",
        ),
    ] = "whole",
) -> None:
    """Friend and foe as a grid: each actor towards each other one."""
    from ..questions.matrix import ask
    from ..questions.matrix_page import page

    answer = ask(asked.view, order)
    asked.give("matrix", answer, lambda: page(answer, asked.view))
