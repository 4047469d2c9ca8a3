"""JSON Schemas of the files, for an editor that completes and checks as you type."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from .asking import called, opened, show_page, write

if TYPE_CHECKING:
    from ..dataset import Dataset

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
    data: Annotated[
        str | None, typer.Option("--data", metavar="DIR", help="Offer the ids and types of this data set.")
    ] = None,
) -> None:
    """JSON Schemas of the files, for an editor that completes and checks as you type.

    Without FILE: which there are. Run in a data set, or with --data, they offer its ids and know its types. A schema
    sees one file: whether an id is declared in another, and whether dates agree, is told by actorgraph check.
    docs/editors.md shows how VS Code, Vim and Emacs take them.
    """
    from .. import schema

    wanted = schema.FILES if file is None else (_known(file),)
    if output is not None:
        _into(output, wanted, _dataset(data))
    elif file is None:
        from ..page import Column, Row, Table, text

        rows = tuple(Row((text(name), text(schema.sentence(name)))) for name in wanted)
        show_page((Table((), (Column(width=10), Column(width=0)), rows),), None, paged=False)
    else:
        write(schema.text(wanted[0], _dataset(data)), None)


def _dataset(data: str | None) -> "Dataset | None":
    """The data set that was named or lies nearby: nobody wants the ids of the shipped one in a record of their own."""
    from ..tree import find

    if find(os.getcwd(), data, os.environ.get("ACTORGRAPH_DATA")).how == "shipped":
        typer.echo("No ids are offered, for no data set is here. Name one: --data DIR", err=True)
        return None
    found, loaded = opened(data)
    typer.echo(safe(f"With the ids and types of: {called(found.folder)}"), err=True)
    return loaded.dataset


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


def _into(folder: str, names: tuple[str, ...], dataset: "Dataset | None") -> None:
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise Fault(f'"{folder}" is a file. Name a folder: actorgraph schema -o DIR')
    from ..schema import text

    os.makedirs(folder, exist_ok=True)
    for name in names:
        path = os.path.join(folder, f"{name}.schema.json")
        write(text(name, dataset), path)
        write(f"{path}\n", None)
