"""What was kept of data sets so that questions answer at once: where it lies, whether it is true, and away with it."""

import os
from typing import Annotated

import typer

from ..errors import Fault
from ..text import safe

EXAMPLES = ("actorgraph cache info", "actorgraph cache verify", "actorgraph cache clear")
ACTIONS = ("info", "verify", "clear")
VERIFIED = {
    True: "The index says what the files say.",
    False: "The index did not say what the files say. It was taken away; the next question makes another.",
    None: "No index of this data set is in use; the next question makes one.",
}


def _actions() -> list[str]:
    return [*ACTIONS]


def command(
    action: Annotated[
        str,
        typer.Argument(
            metavar="info|verify|clear",
            autocompletion=_actions,
            help="What is kept and where; whether it says what the files say; or take all of it away.",
        ),
    ] = "info",
    data: Annotated[str | None, typer.Option("--data", metavar="DIR", help="The data set's folder.")] = None,
) -> int:
    """What is kept of data sets to answer at once: see it, verify it against the files, or take it away."""
    from ..index import keeping

    if action not in ACTIONS:
        raise Fault(f'cache does not "{action}". It is one of: {", ".join(ACTIONS)}.')
    if action == "clear":
        number = keeping.clear()
        typer.echo(
            f"{_indexes(number)} taken away. The next question reads the files."
            if number
            else "Nothing is kept."
        )
        return 0
    from ..tree import find
    from .asking import NAME_IT

    found = find(os.getcwd(), data, os.environ.get("ACTORGRAPH_DATA"))
    if not os.path.exists(os.path.join(found.folder, "dataset.yaml")):
        raise Fault(f'No dataset.yaml in "{found.folder}", so it holds no data set. {NAME_IT}')
    if action == "info":
        typer.echo(safe(f"{_indexes(keeping.number())} in {keeping.folder()}"))
        typer.echo(f"Of this data set: {keeping.state(found.folder)}.")
        return 0
    true = keeping.verify(found.folder)
    typer.echo(VERIFIED[true])
    return int(true is False)


def _indexes(number: int) -> str:
    return f"{number} index{'' if number == 1 else 'es'}"
