"""A new record: its files without a record in them, the schemas they name, and what git and a code host need."""

import os
import sys
from typing import Annotated

import typer

from ..errors import Fault
from ..text import safe
from .asking import write

EXAMPLES = ('actorgraph init river --title "The dispute over the river port"',)


def command(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[DIR]", help="Where; this folder, if it is empty, where none is named."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="What it is called.")] = None,
    question: Annotated[
        str | None, typer.Option("--question", metavar="WORDS", help="What it is to answer.")
    ] = None,
) -> None:
    """A new record: a small data set with comments, schemas for an editor, settings for git.

    It writes dataset.yaml, actors.yaml, sources.yaml and relations.yaml; .schema/, which each of them names in its
    first line, so that an editor completes and checks without a network; .gitattributes; and
    .github/workflows/check.yml, which checks every change. All of them or none: a folder that holds a data set or
    one of these is refused.
    """
    from ..record.beginning import begin, files

    if folder is None:
        folder = "."
        _empty()
    given = {"--title": title, "--question": question}
    for option, words in given.items():
        if words is not None and (not words.strip() or safe(words) != words):
            raise Fault(f"{option} is empty or holds what can't be seen. Give it words of one line.")
    called = (title or os.path.basename(os.path.abspath(folder)) or "A record").strip()
    made = files(safe(called), question and question.strip())
    begin(folder, made)
    write("".join(f"{safe(os.path.join(folder, name) if folder != '.' else name)}\n" for name in made), None)
    sys.stdout.flush()  # in a pipe the files come first too
    typer.echo(_next(folder), err=True)


def _empty() -> None:
    """Whether this folder, which nobody named, holds nothing but what a repository begins with."""
    usual = (".", "README", "LICEN", "COPYING")  # what a repository begins with
    there = sorted(name for name in os.listdir() if not name.upper().startswith(usual))
    if not there or "dataset.yaml" in there:  # of a record that is there, beginning one tells
        return
    shown = ", ".join(there[:3]) + (", ..." if len(there) > 3 else "")
    raise Fault(
        f"This folder holds other files: {safe(shown)}. Nothing was written.",
        "A record in a folder of its own: actorgraph init NAME",
        "Or here, beside them: actorgraph init .",
    )


def _next(folder: str) -> str:
    from shlex import quote

    steps = [] if os.path.samefile(folder, ".") else [f"cd {quote(folder)}"]
    steps += [
        'actorgraph add source ID --title "..." --author "..." --published 2026-03',
        "actorgraph add --help",
    ]
    told = "Next:" + "".join(f"\n  {safe(step)}" for step in steps)
    root = os.path.realpath(folder)
    while not os.path.exists(os.path.join(root, ".git")):
        if root == (root := os.path.dirname(root)):
            return told
    if root == os.path.realpath(folder):
        return told
    return f"{told}\nA code host reads .github only where the repository begins: move it to {safe(root)}."
