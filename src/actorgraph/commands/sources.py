"""Which document and voice bears how much, and which documents only repeat another."""

from typing import Annotated

import typer

from .asking import Asked, question

EXAMPLES = (
    "actorgraph sources",
    "actorgraph sources --map",
    "actorgraph sources --says united-nations",
)


@question
def command(
    asked: Asked,
    map_: Annotated[
        bool, typer.Option("--map", help="Draw who repeats whom, each chain from its beginning.")
    ] = False,
) -> None:
    """Which document and voice bears how much, and which documents only repeat another."""
    from ..questions.sources import ask
    from ..questions.sources_page import page

    answer = ask(asked.view)
    asked.give("sources", answer, lambda: page(answer, asked.view, asked.folder, drawn=map_))
