"""What git calls to make two branches of a file one."""

import os
import subprocess
from typing import Annotated

import typer

from ..errors import Fault
from ..text import safe

EXAMPLES = ("actorgraph merge-driver --help",)


def command(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The file both began from: %O.")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Ours, which becomes the outcome: %A.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Theirs: %B.")],
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="Its name in the repository: %P.")] = "",
) -> None:
    """Merge two branches of a data file by record; git calls it.

    Once in the repository, a line in .gitattributes:

    \b
      *.yaml merge=actorgraph

    and once on each machine:

    \b
      git config merge.actorgraph.driver 'actorgraph merge-driver %O %A %B %P'

    Both branches may add, change and take out records; only where they change the same field of the same record
    otherwise is there a conflict, told in words and marked around that record. Then it exits with 1.
    """  # noqa: D301  # the mark keeps these lines as they are in help
    from ..record.threeway import merged

    old, mine, other = (_text(one) for one in (base, ours, theirs))
    name = path or os.path.basename(ours)
    found = None
    if old is not None and mine is not None and other is not None:
        found = merged(old, mine, other, os.path.basename(name))
    if found is None:
        raise typer.Exit(_by_lines(base, ours, theirs))
    with open(ours, "w", encoding="utf-8", newline="") as file:
        file.write(found.text)
    for conflict in found.conflicts:
        typer.echo(safe(f"{name}: {conflict.words}"), err=True)
    if found.conflicts:
        raise typer.Exit(1)


def _text(name: str) -> str | None:
    """The file as text; None where it is not UTF-8."""
    try:
        with open(name, encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        return None


def _by_lines(base: str, ours: str, theirs: str) -> int:
    """As git would have done it: a file that can't be read as records, such as one with a fault."""
    line = ["git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", "--", ours, base, theirs]
    try:
        done = subprocess.run(line, check=False)  # noqa: S603  # git's own, with the files that git named
    except FileNotFoundError as error:
        raise Fault("There is no git here to merge the files line by line.") from error
    return min(done.returncode, 1) if done.returncode >= 0 else 2
