"""Two to eight actors side by side, what is between them and around them."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import actors as known
from .offering import traits as kinds_of_trait

EXAMPLES = (
    "actorgraph compare IS-K Taliban",
    "actorgraph compare IS-K al-Qaeda TTP",
    "actorgraph compare IS-K Taliban --on 2021-09",
)


@question
def command(
    asked: Asked,
    actors: Annotated[
        list[str], typer.Argument(metavar="A B [C...]", help="Two to eight actors.", autocompletion=known)
    ],
    traits: Annotated[
        str | None,
        typer.Option(
            "--traits",
            metavar="KIND",
            autocompletion=kinds_of_trait,
            help="Only traits of this kind, such as ideology.",
        ),
    ] = None,
) -> None:
    """Two to eight actors side by side, what is between them and around them."""
    from ..questions.compare import ask

    asked.tell_tops(*actors)
    answer = ask(asked.view, actors, traits)
    if len(answer.actors) == 2:
        from ..questions.compare_page import page
    else:
        from ..questions.compare_many_page import page
    asked.give("compare", answer, lambda: page(answer, asked.view, asked.folder))
