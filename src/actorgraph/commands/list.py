"""What is in the record: actors, relations, sources or voices, a line each."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import lists

EXAMPLES = (
    "actorgraph list actors",
    "actorgraph list actors --kind armed-group",
    "actorgraph list relations --standing contested",
)


@question
def command(
    asked: Asked,
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", autocompletion=lists, help="actors, relations, sources or voices."),
    ] = "actors",
) -> None:
    """What is in the record: actors, relations, sources or voices, a line each."""
    from ..questions.listing import ask, page

    answer = ask(asked.view, what)
    asked.give("list", answer, lambda: page(answer, asked.view))
