"""A claim to paste into a footnote, its sources for a reference list, and whether what was cited still holds."""

import os
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from .asking import Asked, question, write
from .offering import citable

if TYPE_CHECKING:
    from ..questions.cite import Citation
    from ..questions.cite_since import Earlier

EXAMPLES = (
    "actorgraph cite is-k.enmity.taliban",
    'actorgraph cite IS-K "ISIS"',
    "actorgraph cite is-k.enmity.taliban --format bibtex",
)
LARGEST = 16 * 2**20


@partial(question, lens={}, beside={"csl": (".csl.json",), "bibtex": (".bib",)})
def command(
    asked: Asked,
    relations: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RELATION...]",
            help="A tie's id, or a permanent id made earlier; or two actors that have one tie.",
            autocompletion=citable,
        ),
    ] = None,
    check: Annotated[
        str | None,
        typer.Option("--check", metavar="FILE", help="What became of the permanent ids in a text, as UTF-8."),
    ] = None,
    rev: Annotated[
        str | None, typer.Option("--rev", metavar="REV", help="And what the claim was as git has it at REV.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if a claim is not what was cited.")
    ] = False,
) -> None:
    """A claim with its text, sources and permanent id; and whether what was cited has changed.

    A claim is cited as it is recorded, so there is no lens here.
    """
    from ..questions.cite import ask
    from ..questions.cite_page import page

    if (check is None) == (not relations):
        raise Fault(
            "Say what to cite:",
            "  a tie:           actorgraph cite is-k.enmity.taliban   (ids: actorgraph list relations --format csv)",
            "  of two actors:   actorgraph cite IS-K ISIS",
            "  or a text whose citations are looked up:   actorgraph cite --check FILE",
        )
    earlier = _earlier(asked, rev) if rev is not None else None
    answer = ask(asked.view, relations or (), earlier) if check is None else _checked(asked, check, earlier)
    if check is None and not asked.quiet:
        _tell(answer)
    if asked.format == "csl":
        from ..presenters import csl

        write(csl.present(answer.works), asked.output)
    elif asked.format == "bibtex":
        from ..presenters import bibtex

        write(bibtex.present(answer.works), asked.output)
    else:
        asked.give("cite", answer, lambda: page(answer, asked.view))
    if exit_code and answer.differs:
        raise typer.Exit(1)


def _checked(asked: Asked, name: str, earlier: "Earlier | None") -> "Citation":
    from ..questions.cite import check
    from ..questions.permanent import written

    return check(asked.view, written(_text(name)), os.path.basename(name), earlier)


def _text(name: str) -> str:
    """The text of a file, as far as it is UTF-8; a Fault where it can't be had or is too large."""
    if not os.path.isfile(name):
        raise Fault(f'No file "{name}". Name the text whose citations are to be looked up: --check FILE')
    if (size := os.path.getsize(name)) > LARGEST:
        raise Fault(f'"{name}" has {size / 2**20:,.0f} MiB; at most {LARGEST // 2**20} are read. Split it.')
    with open(name, encoding="utf-8-sig", errors="replace", newline=None) as file:
        text = file.read(LARGEST)
    if "\0" in text:
        raise Fault(
            f'"{name}" is no plain text. Save it as text or Markdown first (a .docx: pandoc -o FILE.md).'
        )
    return text


def _earlier(asked: Asked, rev: str) -> "Earlier":
    from ..lens import PLAIN
    from ..loading import build
    from ..questions.cite_since import Earlier
    from ..revision import read
    from ..view.memory import MemoryView

    loaded = build({file.name: file.data for file in read(asked.found.folder, rev)}, [])
    return Earlier(MemoryView(loaded.dataset, PLAIN), asked.view, safe(f"At {rev}"))


def _tell(answer: "Citation") -> None:
    """Beside the citation, since it is no part of the footnote: whether it still is what was cited."""
    from ..questions.cite_page import state_words

    for one in answer.claims:
        if one.state == "cited" or one.now is None:
            continue
        now = "" if one.now.text == one.asked else f". What it says now is cited here, as {one.now.text}"
        lead = "Warning: " if one.lapsed else ""
        typer.echo(safe(f"{lead}{one.asked}: {state_words(one)}{now}."), err=True)
