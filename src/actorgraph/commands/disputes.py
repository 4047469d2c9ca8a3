"""Who disagrees with whom about what, and which ties can't be so together."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import actors as known

EXAMPLES = (
    "actorgraph disputes",
    "actorgraph disputes IS-K Taliban",
    "actorgraph disputes --mixed",
)


@question
def command(
    asked: Asked,
    actors: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTOR...]",
            help="Only those of this actor and its parts, or between these.",
            autocompletion=known,
        ),
    ] = None,
    mixed: Annotated[
        bool, typer.Option("--mixed", help="Also pairs with ties of different kinds that can be so together.")
    ] = False,
) -> None:
    """Who disagrees with whom about what, and which ties can't be so together."""
    from ..questions.disputes import ask
    from ..questions.disputes_page import page

    asked.tell_tops(*(actors or ()))
    answer = ask(asked.view, actors or ())
    asked.give("disputes", answer, lambda: page(answer, asked.view, asked.folder, mixed=mixed))
