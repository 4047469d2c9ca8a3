"""What every command that writes has in common: the data set open, the outcome checked, then shown or written."""

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe

if TYPE_CHECKING:
    from ..problems import Problem
    from ..record.draft import Draft
    from ..tree import Found

Data = Annotated[str | None, typer.Option("--data", metavar="DIR", help="The data set's folder.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]


@contextmanager
def recording(
    data: str | None, dry_run: bool, natural: tuple[str, ...] = (), options: Collection[str] = ()
) -> "Iterator[Draft]":
    """The data set as a draft; on leaving, its edits are checked, then written or, with `dry_run`, shown.

    `natural` are warnings not worth a word: of a source just added, that nothing is cited from it yet.
    `options` are the fields that stand on the line as options, by which what to write is then told.
    """
    from ..record.draft import opened

    with opened(named(data)) as draft:
        yield draft
        checked(draft, natural, options)
        give(draft, dry_run)


def checked(draft: "Draft", natural: tuple[str, ...] = (), options: Collection[str] = ()) -> None:
    """Tell what the outcome has against it; an error refuses it."""
    from ..record.draft import Refused

    try:
        fresh = [problem for problem in draft.check() if problem.name not in natural]
    except Refused as refused:
        if options:
            typer.echo("As it would stand in the file; nothing was written:", err=True)
        problems = [
            one._replace(write=tuple(_on_line(line, options) for line in one.write))
            for one in refused.problems
        ]
        typer.echo(told(problems, refused.texts), err=True, nl=False)
        raise
    if fresh:
        typer.echo(told(fresh, draft.after), err=True, nl=False)


def _on_line(line: str, options: Collection[str]) -> str:
    """A line of a file as what is typed after the command: `of: ...` as `--of ...`."""
    key, colon, value = line.partition(": ")
    if not colon or not {key, key.upper()} & {*options}:
        return line
    value = value.strip("'\"")
    shown = value if value == "..." else quote(value)
    return shown if key.upper() in options else f"--{key} {shown}"


def named(data: str | None) -> "Found":
    """The data set to write to, which is there."""
    from ..tree import find

    found = find(os.getcwd(), data, os.environ.get("ACTORGRAPH_DATA"))
    if not os.path.isfile(os.path.join(found.folder, "dataset.yaml")):
        raise Fault(f'No data set in "{found.folder}". Name the folder of one: --data DIR')
    return found


def give(draft: "Draft", dry_run: bool) -> None:
    """Write the draft and say which files, or show the difference and write nothing."""
    if dry_run:
        for line in draft.difference().splitlines():
            sys.stdout.write(f"{safe(line)}\n")
        sys.stdout.flush()
        typer.echo("Nothing was written: --dry-run.", err=True)
        return
    names = draft.write()
    typer.echo(safe(f"Written: {', '.join(names)}." if names else "Nothing to write."), err=True)


def told(problems: "list[Problem]", texts: dict[str, bytes]) -> str:
    """Problems with places in those texts, as check prints them."""
    from ..checks import Report
    from ..presenters import faults

    return faults.present(Report(problems, []), texts)
