"""What an answer hangs on: each paragraph, voice and source dropped in turn."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import actors as known

EXAMPLES = (
    "actorgraph hinges",
    "actorgraph hinges show IS-K",
    "actorgraph hinges compare IS-K Taliban",
    "actorgraph hinges why IS-K al-Qaeda",
)


def words(ctx: typer.Context) -> list[str] | list[tuple[str, str]]:
    """The questions that can be asked again, then actors."""
    from ..questions.hinged import ASKED

    return known(ctx) if ctx.params.get("words") else list(ASKED)


@question
def command(
    asked: Asked,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUESTION ACTOR...]",
            help="show A, why A [B], compare A B or path A B; nothing: the whole record.",
            autocompletion=words,
        ),
    ] = None,
) -> None:
    """What an answer hangs on: each paragraph, voice and source dropped in turn."""
    from ..questions.hinges import ask
    from ..questions.hinges_page import page

    name, *actors = words or [""]
    asked.tell_tops(*actors)
    answer = ask(asked.view, name, actors)
    asked.give("hinges", answer, lambda: page(answer, asked.view, asked.folder))
