"""How many friends and foes each actor has, and between whom it stands."""

from typing import Annotated

import typer

from .asking import Asked, question
from .networking import AMBIVALENT, EDGES, TIME_LIMIT, WIDE, Edges, ended, networked

EXAMPLES = (
    "actorgraph rank",
    "actorgraph rank --on 2021-09 --by brokerage",
)


def measures() -> list[str]:
    """What can be ranked by."""
    from ..questions.rank import MEASURES

    return list(MEASURES)


def of_file(edges: Edges, by: str, time_limit: float | None) -> None:
    """The positions in a plain network."""
    from ..questions.rank import ask
    from ..questions.rank_page import page_of_file

    answer = ask(edges.ties, by, seconds=time_limit)
    edges.give("rank", answer, lambda: page_of_file(answer, edges.file))
    ended([answer.interrupted])


@networked(of_file)
@question
def command(
    asked: Asked,
    edges: EDGES = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="degree|pn|eigenvector|brokerage",
            autocompletion=measures,
            help="Highest of which first.",
        ),
    ] = "degree",
    with_: WIDE = None,
    ambivalent: AMBIVALENT = None,
    time_limit: TIME_LIMIT = None,
) -> None:
    """How many friends and foes each actor has, and between whom it stands; never persons.

    Refused where what was read is centred on one actor: the others' ties were then not looked for alike.
    """
    from ..questions.counted_ties import wide
    from ..questions.rank import of_record
    from ..questions.rank_page import page

    answer = of_record(asked.view, by, wide(with_ or ()), ambivalent or "drop", seconds=time_limit)
    asked.give("rank", answer, lambda: page(answer, asked.view, asked.folder))
    ended([answer.interrupted])
