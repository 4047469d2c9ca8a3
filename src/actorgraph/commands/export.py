"""Tables, workbook, graphs, panel and data paper for others, and what each leaves behind."""

import os
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from .asking import Asked, question, write

if TYPE_CHECKING:
    from ..formats.outgoing import Outgoing
    from ..formats.writing import Format, Written
    from ..view import View

EXAMPLES = (
    "actorgraph export",
    "actorgraph export --losses graphml",
    "actorgraph export csv -o tables",
    "actorgraph export gexf --family hostile",
)


def formats() -> list[str]:
    """What there is to write."""
    from ..formats.writing import INDEX

    return list(INDEX)


def marks() -> list[str]:
    """Handling marks, as a shell takes them: without a colon, at which it would break the word."""
    from ..vocabulary import shipped

    return [mark.lower().removeprefix("tlp:") for mark in shipped().words["handling"]]


# The format is the word after export; -o FILE.json or FILE.csv answers a question for losses as any other is answered.
@partial(question, less=frozenset(("format_",)))
def command(
    asked: Asked,
    format: Annotated[  # noqa: A002  # what the user types
        str | None,
        typer.Argument(metavar="FORMAT", autocompletion=formats, help="Without it: which there are."),
    ] = None,
    losses: Annotated[
        str | None,
        typer.Option("--losses", metavar="FORMAT", autocompletion=formats, help="What that one leaves out."),
    ] = None,
    release: Annotated[
        str | None,
        typer.Option(
            "--release",
            metavar="TLP",
            autocompletion=marks,
            help="Leave out what is marked stricter, and what only that bears.",
        ),
    ] = None,
) -> None:
    """Tables, workbook, graphs, panel and data paper for others, and what each leaves behind.

    It goes through the lens, as an answer does. What a format has no room for is told after the writing.
    """
    from ..formats.lost import ask, page
    from ..formats.outgoing import outgoing

    if format is not None and losses is not None:
        raise Fault(f"Either write or ask what is lost: actorgraph export --losses {safe(losses)}")
    view = _released(asked, release) if release is not None else asked.view
    if format is None:
        answer = ask(outgoing(view), None if losses is None else _known(losses))
        asked.give("export", answer, lambda: page(answer))
        return
    _write(asked, view, _known(format), release)


def _known(word: str) -> str:
    from ..formats.writing import INDEX
    from ..view.cited import no_such

    name = word.lower()
    if name not in INDEX:
        raise no_such("format", word, INDEX, f"They are: {', '.join(INDEX)}.")
    return name


def _released(asked: Asked, word: str) -> "View":
    from ..page import count
    from ..view.memory import MemoryView
    from ..view.released import mark, released

    dataset, gone = released(asked.view.dataset, word)
    view = MemoryView(dataset, asked.view.lens)
    limit = mark(word, dataset.vocabulary)
    kept = [count(number, *words) for words, number in zip(_KINDS, gone, strict=True) if number]
    _tell(asked, [f"Released as {limit}. Left behind: {', '.join(kept) or 'nothing'}."])
    if kept:
        before = {row.relation.id: row.standing for row in asked.view.relations()}
        other = [row for row in view.relations() if before.get(row.relation.id) != row.standing]
        _tell(asked, _otherwise([row.relation.id for row in other]))
        _tell(
            asked, ["The coverage is left out too: what is missing may be withheld. Notes are not searched."]
        )
    return view


_KINDS = (
    *(
        ("source",),
        ("item of evidence", "items of evidence"),
        ("tie",),
        ("trait",),
        ("other name",),
        ("event",),
    ),
    *(("actor",), ("voice",)),
)


def _otherwise(ids: list[str]) -> Iterable[str]:
    """Whoever reads the release would take these for more, or less, than the whole record has."""
    if ids:
        shown = ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
        yield f"Look at these before it goes out, for without what stays behind they have another standing: {shown}."


def _write(asked: Asked, view: "View", name: str, release: str | None) -> None:
    from ..formats.outgoing import outgoing
    from ..formats.writing import INDEX, module

    kind = INDEX[name]
    if asked.output is None and (kind.extra or not kind.suffix):
        into = f"FILE{kind.suffix}" if kind.suffix else "DIR"
        raise Fault(f"{name} is no text for a screen. Say where to: actorgraph export {name} -o {into}")
    out = outgoing(view)
    try:
        written: Written = module(name).write(out)
    except ModuleNotFoundError as error:
        if not kind.extra:
            raise
        raise Fault(
            f'{name} needs {error.name}. Install it: pip install "actorgraph[{kind.extra}]"; or write: export csv -o DIR'
        ) from error
    if kind.suffix:
        write(next(iter(written.files.values())), asked.output)
    else:
        assert asked.output is not None
        _folder(asked.output, written.files)
    _told(asked, out, name, kind, written, release)


def _folder(folder: str, files: dict[str, bytes]) -> None:
    """The files of a folder, each whole or not at all; the folder is made where there is none."""
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise Fault(f'"{folder}" is a file. Name a folder: -o DIR')
    if os.path.exists(os.path.join(folder, "dataset.yaml")):
        raise Fault(f'"{folder}" holds a data set, and an export is none. Name another folder: -o DIR')
    for name, data in files.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write(data, path)
        write(f"{safe(path)}\n", None)


def _told(
    asked: Asked, out: "Outgoing", name: str, kind: "Format", written: "Written", release: str | None
) -> None:
    from ..formats.lost import told
    from ..formats.writing import module
    from ..view.released import marks as marked

    if asked.quiet:
        return
    target = f"{asked.output}: " if asked.output and kind.suffix else ""
    lines = [
        f"{target}{len(out.actors)} actors, {len(out.rows)} ties, {len(list(out.held()))} items of evidence."
    ]
    lines += [f"What if: {out.what_if}."] if out.what_if else []
    lines += [f"Not exported: {'; '.join(out.left)}."] if out.left else []
    lines += [f"Left out: {'; '.join(written.left)}."] if written.left else []
    if lost := list(told(module(name).LOSSES, out)):
        lost = [f"- {line}" for line in lost]
        lines += [f"{name} has no room for (actorgraph export --losses {name}):", *lost]
    if out.handling != "TLP:CLEAR":
        lines.append(f"Marked {out.handling}.")
        stricter = marked(out.view.dataset)
        if stricter and release is None:
            held = ", ".join(f"{number} {one}" for one, number in stricter.items())
            own = out.view.dataset.about.handling
            lines.append(f"Records marked stricter than {own}: {held}. To leave them behind: --release {own}")
    _tell(asked, lines)


def _tell(asked: Asked, lines: Iterable[str]) -> None:
    from textwrap import fill

    for line in lines if not asked.quiet else ():
        typer.echo(fill(safe(line), 80, subsequent_indent="    ", break_on_hyphens=False), err=True)
