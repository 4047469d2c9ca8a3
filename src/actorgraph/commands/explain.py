"""What a check, a type of tie, a trait, a standing or a stance means."""

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
)


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            autocompletion=explicable,
            help="As check, list or a page prints it; none lists all checks.",
        ),
    ] = None,
) -> None:
    """What a check, a type of tie, a trait, a standing or a stance means."""
    from ..presenters import explained
    from ..vocabulary import shipped

    if name is None:
        write(explained.index(), None)
        return
    vocabulary = shipped()
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
        return "All checks: actorgraph explain"
    return f"Nearest: {listing(found, 'or')}. Try: {join(['actorgraph', 'explain', found[0]])}"
