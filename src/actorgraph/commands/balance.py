"""Structural balance: closed triads, and the fewest ties out of line in any split into two."""

from typing import Annotated

import typer

from ..errors import Fault
from .asking import Asked, question
from .networking import AMBIVALENT, EDGES, TIME_LIMIT, WIDE, Edges, ended, networked, progress

EXAMPLES = (
    "actorgraph balance --on 2021-09",
    "actorgraph balance --on 2021-09 --with contested,against",
    "actorgraph balance --on 2021-09 --left-out",
    "actorgraph balance --over-time",
)


def of_file(edges: Edges, time_limit: float | None, over_time: bool) -> None:
    """The balance of a plain network."""
    from ..questions.network import ask
    from ..questions.network_page import page

    if over_time:
        raise Fault("--over-time asks a record: a plain network has no dates. Leave it out.")
    answer = ask(edges.ties, seconds=time_limit, report=progress(edges.quiet))
    edges.give("balance", answer, lambda: page(answer, edges.file))
    ended([answer.interrupted])


@networked(of_file)
@question
def command(
    asked: Asked,
    edges: EDGES = None,
    with_: WIDE = None,
    ambivalent: AMBIVALENT = None,
    left_out: Annotated[bool, typer.Option("--left-out", help="List the ties that don't count.")] = False,
    over_time: Annotated[
        bool,
        typer.Option("--over-time", help="At each date that the evidence names, where something changes."),
    ] = False,
    index: Annotated[
        bool, typer.Option("--index", help="Figures for the whole, also where they say little.")
    ] = False,
    time_limit: TIME_LIMIT = None,
) -> None:
    """Who is with whom as a whole: triads, and the fewest ties out of line in any split into two."""
    from ..questions.counted_ties import wide

    also, how = wide(with_ or ()), ambivalent or "drop"
    report = progress(asked.quiet)
    if over_time and (left_out or index):
        raise Fault("--left-out and --index ask one day: leave them out, or --over-time.")
    if over_time:
        from ..questions.balance_time import ask as ask_over_time
        from ..questions.balance_time_page import page as page_over_time

        course = ask_over_time(asked.view, also, how, seconds=time_limit)
        asked.give("balance", course, lambda: page_over_time(course, asked.view))
        ended([course.interrupted])
        return
    from ..questions.balance import ask
    from ..questions.balance_page import page

    answer = ask(asked.view, also, how, index=index, seconds=time_limit, report=report)
    asked.give("balance", answer, lambda: page(answer, asked.view, asked.folder, left_out=left_out))
    ended([answer.interrupted])
