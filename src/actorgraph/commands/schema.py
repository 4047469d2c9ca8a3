"""JSON Schemas of the files, for an editor that completes and checks as you type."""

import os
from typing import Annotated

import typer

from ..errors import Fault
from .asking import show_page, write

EXAMPLES = ("actorgraph schema", "actorgraph schema relations", "actorgraph schema -o .schema")


def files() -> list[str]:
    """The files there are schemas for."""
    from ..schema import FILES

    return list(FILES)


def command(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="Print this one's.", autocompletion=files)
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="DIR", help="Write them into this folder.")
    ] = None,
) -> None:
    """JSON Schemas of the files, for an editor that completes and checks as you type.

    Without FILE: which there are. A schema sees one file: whether an id is declared in another, and whether
    dates agree, is told by actorgraph check. docs/schema.md shows how an editor takes them.
    """
    from .. import schema

    wanted = schema.FILES if file is None else (_known(file),)
    if output is not None:
        _into(output, wanted)
    elif file is None:
        from ..page import Column, Row, Table, text

        rows = tuple(Row((text(name), text(schema.sentence(name)))) for name in wanted)
        show_page((Table((), (Column(width=10), Column(width=0)), rows),), None, paged=False)
    else:
        write(schema.text(*wanted), None)


def _known(file: str) -> str:
    """The name of the file, also where it was typed with its suffix."""
    from ..schema import FILES
    from ..text import near

    name = file.removesuffix(".yaml")
    if name in FILES:
        return name
    found = near(name, FILES, 1)
    nearest = (
        f"Nearest: {found[0]}. Try: actorgraph schema {found[0]}" if found else f"All: {', '.join(FILES)}."
    )
    raise Fault(f'No schema for "{file}". {nearest}')


def _into(folder: str, names: tuple[str, ...]) -> None:
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise Fault(f'"{folder}" is a file. Name a folder: actorgraph schema -o DIR')
    from ..schema import text

    os.makedirs(folder, exist_ok=True)
    for name in names:
        path = os.path.join(folder, f"{name}.schema.json")
        write(text(name), path)
        write(f"{path}\n", None)
