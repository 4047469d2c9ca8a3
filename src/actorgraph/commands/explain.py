"""What a word of an answer means: a type of tie, a kind, a standing, a check."""

from typing import Annotated

import typer

from ..errors import Fault
from .asking import write
from .offering import explicable

EXAMPLES = (
    "actorgraph explain",
    "actorgraph explain quote-not-found",
    "actorgraph explain sees-as-threat",
    "actorgraph explain attributed",
    "actorgraph explain stake",
)


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            autocompletion=explicable,
            help="As check, list or a page prints it; none lists all.",
        ),
    ] = None,
) -> None:
    """What a word of an answer means: a type of tie, a kind, a standing, a check."""
    from ..presenters import explained
    from ..vocabulary import shipped

    vocabulary = shipped()
    if name is None:
        write(explained.index(vocabulary), None)
        return
    found = explained.present("-".join(name.lower().replace("_", " ").split()), vocabulary)
    if not found:
        raise Fault(f'Nothing is called "{name}". {_nearest(name, explained.names(vocabulary))}')
    write(found, None)


def _nearest(name: str, names: tuple[str, ...]) -> str:
    from shlex import join

    from ..page import listing
    from ..vocabulary.everyday import nearest

    found = nearest(name, names)
    if not found:
        return "All: actorgraph explain"
    return f"Nearest: {listing(found, 'or')}. Try: {join(['actorgraph', 'explain', found[0]])}"
