"""Questions of structure: asked of a record, or of a plain signed network in a file, with progress on standard error."""

import inspect
import sys
import time
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import Fault
from ..text import safe
from .asking import LENS, Answer, _format, show_page, write

if TYPE_CHECKING:
    from ..page import Page
    from ..questions.signed import Ties

EVERY = 1.0  # seconds between two words of progress
EDGES = Annotated[
    str | None,
    typer.Argument(
        metavar="[FILE]", help="A signed network in place of a record: a line a tie, source, target, sign."
    ),
]
TIME_LIMIT = Annotated[
    float | None,
    typer.Option("--time-limit", min=0, metavar="SECONDS", help="Stop then, with the bounds known by then."),
]


def readings() -> list[str]:
    """What a pair of both signs can count as."""
    from ..questions.signed import AMBIVALENT

    return list(AMBIVALENT)


def classes() -> list[str]:
    """Ties that count only if asked for."""
    from ..questions.counted_ties import WITH

    return list(WITH)


WIDE = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="CLASS",
        autocompletion=classes,
        help="Count these ties too, several by commas: possibly, planned, suggested, claimed, contested, against, "
        "communities, segments.",
    ),
]
AMBIVALENT = Annotated[
    str | None,
    typer.Option(
        "--ambivalent",
        metavar="drop|majority|both|worst",
        autocompletion=readings,
        help="What a pair of both signs counts as; in a record drop, in a file majority.",
    ),
]


class Edges:
    """A signed network from a file, and how its answer is to be given."""

    def __init__(self, file: str, given: dict[str, Any]) -> None:
        asked = [
            name for name in (*LENS, "roll_up", "data", "strict", "with_", "left_out") if given.get(name)
        ]
        if asked:
            option = f"--{asked[0].rstrip('_').replace('_', '-')}"
            raise Fault(f"{option} asks a record, and {safe(file)} is a plain network. Leave it out.")
        self.file = file
        self.quiet: bool = given["quiet"]
        self._output: str | None = given["output"]
        self._width: int | None = given["width"]
        self._format = _format(given["format_"], self._output, {})
        self.ties = self._read(given.get("ambivalent") or "majority")

    def _read(self, how: str) -> "Ties":
        from ..formats.losses import Losses
        from ..formats.read_signed import COLUMNS, LOSSES, table
        from ..questions.network import read

        losses = Losses(LOSSES)
        rows = ([row.cells[column] for column in COLUMNS] for row in table(self.file, losses).rows)
        found = read(rows, how)
        told = [*losses.lines()]
        if told and not self.quiet:
            typer.echo("\n".join(map(safe, told)), err=True)
        return found

    def give(self, name: str, answer: Answer, page: "Callable[[], Page]") -> None:
        """The answer in the format asked for."""
        if self._format == "json":
            from ..presenters import json

            write(json.present(name, answer.plain(), 0, 0), self._output)
        elif self._format == "csv":
            from ..presenters import csv

            write(csv.present(answer.columns, answer.rows()), self._output)
        elif self._format == "markdown":
            from ..presenters import markdown

            write(markdown.present(page()), self._output)
        else:
            show_page(page(), self._width, self._output)


def networked(of_file: Callable[..., None]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A question that takes a file in place of a record: `of_file` then answers, with the options that it names."""
    takes = list(inspect.signature(of_file).parameters)[1:]

    def decorate(question: Callable[..., None]) -> Callable[..., None]:
        @wraps(question)
        def run(*args: Any, **given: Any) -> None:
            if given.get("edges") is None:
                question(*args, **given)
                return
            of_file(Edges(given["edges"], given), **{name: given[name] for name in takes})

        del run.__wrapped__  # what question() made of the signature is the one to read
        return run

    return decorate


def progress(quiet: bool) -> Callable[[int, int], None] | None:
    """Tells the bounds on standard error as they move, once a second at most and never in the first."""
    if quiet:
        return None
    told = time.monotonic()

    def report(lower: int, upper: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= EVERY:
            told = now
            sys.stderr.write(f"out of line: at least {lower}, at most {upper}\n")
            sys.stderr.flush()

    return report


def ended(answers: Sequence[bool]) -> None:
    """Exit as an interrupted program does, once what is known has been printed."""
    if any(answers):
        raise typer.Exit(130)
