"""On whose word two actors are tied, or one is described, and what it hangs on."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import actors as known

EXAMPLES = (
    'actorgraph why IS-K "Haqqani Network"',
    "actorgraph why IS-K Taliban --on 2018",
    "actorgraph why IS-K",
)


@question
def command(
    asked: Asked,
    a: Annotated[
        str,
        typer.Argument(metavar="A", help="A name, an id, an alias, or how one begins.", autocompletion=known),
    ],
    b: Annotated[
        str | None,
        typer.Argument(metavar="[B]", help="The other actor, for what ties the two.", autocompletion=known),
    ] = None,
) -> None:
    """On whose word two actors are tied, or one is described, and what it hangs on."""
    from ..questions.why import ask
    from ..questions.why_page import page

    asked.tell_tops(a, *([b] if b else []))
    answer = ask(asked.view, a, b)
    asked.give("why", answer, lambda: page(answer, asked.view, asked.folder))
