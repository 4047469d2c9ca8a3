"""The shortest paths between two actors, and what was left out of them."""

from typing import Annotated

import typer

from .asking import Asked, question
from .offering import actors as known
from .offering import avoidable, bystanders

EXAMPLES = (
    'actorgraph path "US government" IS-K',
    "actorgraph path Pakistan IS-K --avoid hostile",
    "actorgraph path TTP al-Qaeda --on 2021-09",
)


@question
def command(
    asked: Asked,
    a: Annotated[
        str,
        typer.Argument(metavar="A", autocompletion=known, help="A name, an id, an alias, or how one begins."),
    ],
    b: Annotated[str, typer.Argument(metavar="B", autocompletion=known, help="The actor at the other end.")],
    count: Annotated[
        int | None, typer.Option("--count", metavar="K", help="The first K paths, longer ones too.")
    ] = None,
    max_steps: Annotated[
        int | None, typer.Option("--max-steps", metavar="N", help="All paths of at most N steps.")
    ] = None,
    directed: Annotated[bool, typer.Option("--directed", help="Only from who does it to whom.")] = False,
    avoid: Annotated[
        list[str] | None,
        typer.Option(
            "--avoid",
            metavar="NAME",
            autocompletion=avoidable,
            help="Not through this actor, type of tie or family.",
        ),
    ] = None,
    through: Annotated[
        list[str] | None,
        typer.Option(
            "--through", metavar="ACTOR", autocompletion=known, help="Only paths by way of this actor."
        ),
    ] = None,
    over: Annotated[
        list[str] | None,
        typer.Option(
            "--over",
            metavar="KIND",
            autocompletion=bystanders,
            help="Also over communities, persons, segments, voices or all.",
        ),
    ] = None,
    hint: Annotated[
        bool, typer.Option("--hint", help="The product of the signs of two steps; no finding.")
    ] = False,
) -> None:
    """The shortest paths between two actors, and what was left out of them.

    A step is a firm tie: asserted, disputed by nobody, no plan. Beside direct ties the paths of two steps are
    shown, and longer ones where no shorter path has a common time.
    """
    from ..questions.path import ask
    from ..questions.path_page import page
    from ..questions.steps import Terms

    terms = Terms(
        count, max_steps, directed, tuple(avoid or ()), tuple(through or ()), tuple(over or ()), hint
    )
    answer = ask(asked.view, a, b, terms)
    asked.give("path", answer, lambda: page(answer, asked.view, asked.folder))
