"""What this installation is, finds and can do: for a first look, or for a report of a fault."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from .asking import opened, show_page

if TYPE_CHECKING:
    from ..page import Block

EXAMPLES = ("actorgraph doctor",)
PACKAGES = ("typer", "PyYAML", "rich", "networkx", "wcwidth")
EXTRAS = {"graphviz-pure": "pictures", "resvg-py": ".png of them", "typst": ".pdf of them"}


def command(
    data: Annotated[str | None, typer.Option("--data", metavar="DIR", help="The data set's folder.")] = None,
) -> None:
    """What this installation is, finds and can do."""
    from ..page import Column, Gap, Row, Run, Table, text

    blocks: list[Block] = []
    for heading, lines in (("PROGRAM", _program()), ("DATA", _data(data)), ("TERMINAL", _terminal())):
        rows = tuple(Row(((), text(name), text(words))) for name, words in lines)
        columns = (Column(width=1), Column(most=18, shared="name"), Column(width=0))
        blocks += [Gap()] if blocks else []
        blocks.append(Table((Run(heading, "heading"),), columns, rows))
    show_page(tuple(blocks), None, paged=False)


def _program() -> Iterable[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError, version

    from .. import __version__

    yield "actorgraph", f"{__version__}, {os.path.dirname(os.path.dirname(__file__))}"
    yield "Python", f"{sys.version.split()[0]}, {sys.platform}"
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "missing: install actorgraph again"
    for name, use in EXTRAS.items():
        try:
            yield name, f"{version(name)}, for {use}"
        except PackageNotFoundError:
            yield name, f"not installed; only {use} need it"


def _data(folder: str | None) -> Iterable[tuple[str, str]]:
    from ..errors import Fault
    from ..page import count

    how = {
        "option": "named by --data", "environment": "named by ACTORGRAPH_DATA", "nearby": "the nearest from here",
        "shipped": "the shipped one, since no other was found",
    }  # fmt: skip
    try:
        found, loaded = opened(folder)
    except Fault as fault:
        yield "folder", str(fault)
        return
    yield "folder", f"{os.path.abspath(found.folder)}, {how.get(found.how, found.how)}"
    dataset = loaded.dataset
    yield "title", dataset.about.title
    counts = {
        "actor": dataset.actors,
        "relation": dataset.relations,
        "source": dataset.sources,
        "event": dataset.events,
    }
    yield "records", ", ".join(count(len(records), name) for name, records in counts.items())
    errors = sum(problem.severity == "error" for problem in loaded.problems)
    yield (
        "errors",
        f"{errors}; see: actorgraph check" if errors else "none in reading; more: actorgraph check",
    )


def _terminal() -> Iterable[tuple[str, str]]:
    import shutil

    out = sys.stdout
    size = (
        f"{os.get_terminal_size().columns} columns" if out.isatty() else "no terminal: 80 columns, plain text"
    )
    yield "output", f"{size}, {out.encoding}"
    colour = out.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    yield "colour", "yes" if colour else "no"
    yield "pager", shutil.which("less") or "none: install less to page long answers"
