"""Who is with whom in as many camps as save something, or in K of them."""

from typing import Annotated

import typer

from .asking import Asked, question
from .networking import AMBIVALENT, EDGES, TIME_LIMIT, WIDE, Edges, ended, networked, progress

EXAMPLES = (
    "actorgraph blocs --on 2021-09",
    "actorgraph blocs --on 2021-09 --k 3",
)


def of_file(edges: Edges, k: int | None, time_limit: float | None) -> None:
    """The camps of a plain network."""
    from ..questions.blocs import ask
    from ..questions.blocs_page import page_of_file

    answer = ask(edges.ties, k, seconds=time_limit, report=progress(edges.quiet))
    edges.give("blocs", answer, lambda: page_of_file(answer, edges.file))
    ended([answer.interrupted])


@networked(of_file)
@question
def command(
    asked: Asked,
    edges: EDGES = None,
    k: Annotated[int | None, typer.Option("--k", metavar="N", help="At most so many camps.")] = None,
    with_: WIDE = None,
    ambivalent: AMBIVALENT = None,
    time_limit: TIME_LIMIT = None,
) -> None:
    """The camps of allies and foes, two or more, and what one camp more would save.

    Any number of camps: friends belong together and foes apart, and the enemy of an enemy need be no friend.
    """
    from ..questions.blocs import of_record
    from ..questions.blocs_page import page
    from ..questions.counted_ties import wide

    also, how = wide(with_ or ()), ambivalent or "drop"
    answer = of_record(asked.view, k, also, how, seconds=time_limit, report=progress(asked.quiet))
    asked.give("blocs", answer, lambda: page(answer, asked.view, asked.folder))
    ended([answer.interrupted])
