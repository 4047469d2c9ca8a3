"""One actor: what it is, its ties, and who says so."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import actors as known

EXAMPLES = (
    "actorgraph show IS-K",
    "actorgraph show IS-K --brief",
    "actorgraph show Taliban --on 2018",
    "actorgraph show Taliban --says united-nations --format json",
)


@question
def command(
    asked: Asked,
    actor: Annotated[
        str,
        typer.Argument(
            metavar="ACTOR", help="A name, an id, an alias, or how one begins.", autocompletion=known
        ),
    ],
    brief: Annotated[bool, typer.Option("--brief", help="One screen; what is cut is counted.")] = False,
) -> None:
    """One actor: what it is, its ties, and who says so."""
    from ..questions.show import ask

    if brief:
        from ..questions.brief import page
    else:
        from ..questions.show_page import page
    asked.tell_tops(actor)
    answer = ask(asked.view, actor)
    asked.give("show", answer, lambda: page(answer, asked.view, asked.folder))
