"""Dated ties, traits and events in order; what is undated is listed as undated."""

from typing import Annotated

import typer

from . import offering
from .asking import Asked, question

EXAMPLES = (
    "actorgraph timeline IS-K",
    "actorgraph timeline Taliban --during 2018/2021",
    "actorgraph timeline --family hostile --bucket year",
)


@question
def command(
    asked: Asked,
    actors: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ACTOR...]", help="Whose time; all without.", autocompletion=offering.actors),
    ] = None,
    bucket: Annotated[
        str, typer.Option("--bucket", metavar="year|month", help="What one sign stands for; else what fits.")
    ] = "",
) -> None:
    """Dated ties, traits and events in order; what is undated is listed as undated."""
    from ..questions.timeline import ask
    from ..questions.timeline_page import page

    asked.tell_tops(*(actors or ()))
    answer = ask(asked.view, actors or ())
    asked.give("timeline", answer, lambda: page(answer, asked.view, asked.cells, bucket, asked.folder))
