"""What every question has in common: its options, the view they make, and how the answer is given."""

import inspect
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from ..errors import Fault
from ..text import safe
from . import offering

if TYPE_CHECKING:  # a command's help and completion read no data
    from ..dataset import Loaded
    from ..page import Page
    from ..tree import Found
    from ..view.memory import MemoryView

FORMATS = ("text", "json", "csv", "markdown")
SUFFIXES = {".json": "json", ".csv": "csv", ".txt": "text", ".md": "markdown"}


# Formats that one question has beside these, each with the endings of its files.
Beside = Mapping[str, tuple[str, ...]]
SHIPPED = "the shipped data set (your own: --data DIR)"
NAME_IT = "Name a data set's folder: --data DIR"


class Answer(Protocol):
    """What a question answers: rows for a table, and itself for JSON."""

    @property
    def columns(self) -> tuple[str, ...]: ...

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a statement, a cell a column."""

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""


def _lens(name: str, metavar: str, help_: str) -> Any:
    offers = offering.LENS.get(name)
    return Annotated[
        list[str] | None, typer.Option(f"--{name}", metavar=metavar, help=help_, autocompletion=offers)
    ]


LENS: dict[str, Any] = {
    "on": _lens("on", "DATE", "At some time in this year, month or day."),
    "during": _lens("during", "FROM/TO", "At some time in this period."),
    "throughout": _lens("throughout", "FROM/TO", "On each day of this period."),
    "known_by": _lens("known-by", "DATE", "Only from sources published by then."),
    "says": _lens("says", "VOICE", "Only what this voice says."),
    "source": _lens("source", "ID", "Only from this source."),
    "type": _lens("type", "TYPE", "Only ties of this type or family."),
    "family": _lens("family", "FAMILY", "Only hostile, cooperative, belongs, movement or neutral ties."),
    "sign": _lens("sign", "+|-|0", "Only ties of this sign."),
    "kind": _lens(
        "kind", "KIND", "Ties with actors of this kind; in list, such actors and ties with one at an end."
    ),
    "standing": _lens("standing", "STANDING", "Only ties of this standing: firm, contested, claimed ..."),
    "without": _lens("without", "PLACE", "Drop a source, a paragraph such as mir-2021:p27, or a voice."),
    "scenario": _lens("scenario", "NAME", "What if: with the edits of a scenario of the record, marked."),
    "assume": _lens("assume", '"A TYPE B"', "What if: with this tie, marked."),
    "assume_not": _lens("assume-not", '"A TYPE B"', "What if: without this tie; a relation's id will do."),
}
ROLL_UP = Annotated[bool, typer.Option("--roll-up", help="Put parts and segments in their wholes' place.")]
OUTPUT: dict[str, tuple[Any, Any]] = {
    "data": (
        Annotated[str | None, typer.Option("--data", metavar="DIR", help="The data set's folder.")],
        None,
    ),
    "format_": (
        Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="text|json|csv|markdown",
                autocompletion=offering.formats,
                help="How to answer.",
            ),
        ],
        None,
    ),
    "output": (
        Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")],
        None,
    ),
    "width": (
        Annotated[int | None, typer.Option("--width", min=60, max=120, help="Cells a line, 60 to 120.")],
        None,
    ),
    "strict": (Annotated[bool, typer.Option("--strict", help="Refuse if the data have errors.")], False),
    "no_cache": (Annotated[bool, typer.Option("--no-cache", help="Read the files themselves.")], False),
    "quiet": (Annotated[bool, typer.Option("--quiet", "-q", help="No talk on standard error.")], False),
}


class Asked:
    """A question on its way: the view through its lens, and how its answer is to be given."""

    def __init__(self, options: dict[str, Any], beside: Beside | None = None, name_it: str = NAME_IT) -> None:
        from ..view.memory import MemoryView
        from ..view.options import asked

        self.quiet: bool = options["quiet"]
        self.strict: bool = options["strict"]
        self._output: str | None = options["output"]
        self.format = _format(options.get("format_"), self._output, beside or {})
        self._width: int | None = options.get("width")
        self.found, self.loaded = opened(options["data"], name_it, cached=not options["no_cache"])
        self._talk(self.strict)
        self.says: list[str] = [
            word for words in options.get("says") or () for word in words.split(",") if word
        ]
        given = {name.replace("_", "-"): options[name] for name in LENS if options.get(name)}
        if options.get("roll_up"):
            given["roll-up"] = []
        self.view = MemoryView(self.loaded.dataset, asked(given, self.loaded.dataset))
        self.errors = sum(problem.severity == "error" for problem in self.loaded.problems)

    @property
    def output(self) -> str | None:
        """The file to write into, or None for standard output."""
        return self._output

    @property
    def cells(self) -> int | None:
        """How many cells a line of the page will have; None for Markdown, which has none."""
        if self.format == "markdown":
            return None
        return self._width or (_columns() if self._output is None else 80)

    @property
    def folder(self) -> str:
        """The data set's folder where the line named it: commands to copy from a page repeat it."""
        return self.found.folder if self.found.how == "option" else ""

    def give(self, name: str, answer: Answer, page: "Callable[[], Page]", *, paged: bool = True) -> None:
        """The answer in the format asked for, on standard output or into the file."""
        from . import kept_out

        def whole() -> "Page":
            return kept_out.marked(page(), self.loaded, check_line(self.found))

        if self.format == "json":
            from ..presenters import json

            faults = kept_out.places(self.loaded)
            self._write(json.present(name, answer.plain(), self.errors, self.loaded.dataset.left_out, faults))
        elif self.format == "csv":
            from ..presenters import csv

            self._write(csv.present(answer.columns, answer.rows()))
        elif self.format == "markdown":
            from ..presenters import markdown

            self._write(markdown.present(whole()))
        else:
            show_page(whole(), self._width, self._output, paged=paged)

    def takes_no_day(self) -> None:
        """Refuses days and what-ifs, where whole records are compared: a day would change nothing."""
        from ..questions.diff_sides import refuse_what_ifs

        refuse_what_ifs(self.view)
        if self.view.lens.dated:
            raise Fault(
                "--on, --during and --throughout choose days, and here whole records are compared: leave them out. "
                "Two days are compared by: actorgraph diff --from DATE --to DATE"
            )

    def tell_tops(self, *names: str) -> None:
        """Of a part that --roll-up puts in its whole's place: who answers for it."""
        from ..view.names import resolve

        if self.quiet or not self.view.lens.roll_up:
            return
        for name in names:
            found = resolve(name, self.loaded.dataset)
            if not isinstance(found, Fault) and (top := self.view.resolve(name)) != found:
                typer.echo(safe(f"{found.name} stands under {top.name} with --roll-up."), err=True)

    @property
    def called(self) -> str:
        """The data set as a page calls it beside another one."""
        return "the shipped data set" if self.found.how == "shipped" else called(self.found.folder)

    def at_revision(self, rev: str, option: str = "--rev") -> "tuple[MemoryView, tuple[str, str]]":
        """This data set as git has it at a revision, through the same lens; and what a page calls the two."""
        from ..questions.diff_sides import at_revision
        from ..view.memory import MemoryView

        loaded = at_revision(self.found.folder, rev, option)
        name = safe(f"{self.called} at {rev}")
        self.tell_errors(loaded, name)
        return MemoryView(loaded.dataset, self.view.lens), (name, "now")

    def tell_errors(self, loaded: "Loaded", name: str) -> None:
        """Of errors in another data set: what they keep out would look added."""
        errors = sum(problem.severity == "error" for problem in loaded.problems)
        if errors and not self.quiet:
            left = loaded.dataset.left_out
            told = f"{_errors(errors)} in {name}, {left} record{'s' if left != 1 else ''} left out."
            typer.echo(safe(told), err=True)

    def _write(self, text: str) -> None:
        write(text, self._output)

    def _talk(self, strict: bool) -> None:
        errors = sum(problem.severity == "error" for problem in self.loaded.problems)
        if errors and strict:
            raise Refused(
                f"{_errors(errors)} in the data, and --strict refuses. See: {check_line(self.found)}"
            )
        if self.quiet:
            return
        if self.found.how == "shipped":
            typer.echo(f"Data: {SHIPPED}.", err=True)
        if errors:
            left = self.loaded.dataset.left_out
            records = f"{left} record{'s' if left != 1 else ''} left out"
            typer.echo(f"{_errors(errors)} in the data, {records}. See: {check_line(self.found)}", err=True)


class Refused(Fault):
    """--strict met errors in the data."""

    code = 1


def question(
    function: Callable[..., None],
    lens: Mapping[str, Any] = LENS,
    beside: Beside | None = None,
    folder: tuple[str, str] | None = None,
    less: frozenset[str] = frozenset(),
) -> Callable[..., None]:
    """The command with the options that every question takes; its first parameter is what was `Asked`.

    Without a lens it looks at the record as it is. `beside` are formats of its own, `folder`
    the argument that names the data set in place of --data, and what to say where it names none;
    `less` what it does not take.
    """
    own = list(inspect.signature(function).parameters.values())[1:]
    keyword = inspect.Parameter.KEYWORD_ONLY
    shared = [inspect.Parameter(name, keyword, default=None, annotation=kind) for name, kind in lens.items()]
    if lens:
        shared.append(inspect.Parameter("roll_up", keyword, default=False, annotation=ROLL_UP))
    output = {**OUTPUT, **({"format_": _formats(beside)} if beside else {})}
    shared += [
        inspect.Parameter(name, keyword, default=default, annotation=kind)
        for name, (kind, default) in output.items()
        if name not in less and (name != "data" or folder is None)
    ]

    @wraps(function)
    def run(*args: Any, **given: Any) -> None:
        options = {parameter.name: given.pop(parameter.name) for parameter in shared}
        if folder is None:
            function(Asked(options, beside), *args, **given)
        else:
            options["data"] = given[folder[0]]
            function(Asked(options, beside, folder[1]), *args, **given)

    del run.__wrapped__  # the signature below is the one to read
    run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*own, *shared)}
    return run


def picture(function: Callable[..., None]) -> Callable[..., None]:
    """A question whose answer is no page: it has formats of its own, and no width in cells."""
    return question(function, less=frozenset(("format_", "width")))


def opened(folder: str | None, name_it: str = NAME_IT, *, cached: bool = False) -> "tuple[Found, Loaded]":
    """The data set to ask: where it was found, and what was read of it, from its index where that will do."""
    from ..index import read
    from ..tree import find

    found = find(os.getcwd(), folder, os.environ.get("ACTORGRAPH_DATA"))
    if not os.path.isdir(found.folder):
        raise Fault(f'No folder "{found.folder}". {name_it}')
    if not os.path.exists(os.path.join(found.folder, "dataset.yaml")):
        raise Fault(f'No dataset.yaml in "{found.folder}", so it holds no data set. {name_it}')
    return found, read(found.folder, cached=cached)


def called(folder: str) -> str:
    """A folder as a page names it: from here where it lies below."""
    near_by = os.path.relpath(folder)
    return folder if near_by.startswith("..") else near_by


def tell_checked(found: "Found") -> None:
    """Which folder is checked: nobody wants to hear that somebody else's data are sound."""
    near_by = os.path.relpath(found.folder) if found.how == "nearby" else found.folder
    near_by = "this folder" if near_by == "." else near_by
    shipped = f", {SHIPPED}" if found.how == "shipped" else ""
    typer.echo(safe(f"Checked: {near_by}{shipped}."), err=True)


def show_page(page: "Page", width: int | None, output: str | None = None, *, paged: bool = True) -> None:
    """Colour and a pager on a terminal; plain text at 80 cells elsewhere."""
    if output is not None or not _colour():
        from ..presenters import plain

        write(plain.present(page, width or (_columns() if output is None else 80)), output)
        return
    from ..presenters import terminal

    text = terminal.present(page, width or _columns())
    from .pager import pages

    if not (paged and text.count("\n") >= os.get_terminal_size().lines and pages(text)):
        write(text, None)


def write(text: str | bytes, output: str | None) -> None:
    """To standard output, or whole into a file or not at all."""
    if output is None:
        if isinstance(text, str):
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
        return
    folder = os.path.dirname(output)
    if folder and not os.path.isdir(folder):
        raise Fault(
            f'Can\'t write "{output}": there is no folder "{folder}". Make it first, or name another file: -o'
        )
    if os.path.isdir(output):
        raise Fault(f'Can\'t write "{output}": it is a folder. Name a file in it: -o')
    aside = f"{output}.part"
    try:
        with open(aside, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        os.replace(aside, output)
    except OSError as error:
        raise Fault(f'Can\'t write "{output}": {error.strerror or error}. Name another file: -o') from error


def check_line(found: "Found") -> str:
    """The command that shows what is wrong with the data found."""
    from shlex import quote

    return (
        f"actorgraph check --data {safe(quote(found.folder))}"
        if found.how == "option"
        else "actorgraph check"
    )


def _errors(number: int) -> str:
    return f"{number} error{'s' if number != 1 else ''}"


def _formats(beside: Beside) -> tuple[Any, None]:
    """--format with formats of the question's own."""
    named = "|".join([*FORMATS, *beside])

    def offers() -> list[str]:
        return [*FORMATS, *beside]

    return (
        Annotated[
            str | None,
            typer.Option("--format", metavar=named, autocompletion=offers, help="How to answer."),
        ],
        None,
    )


def _format(asked: str | None, output: str | None, beside: Beside) -> str:
    if asked is None:
        own = [name for name, ends in beside.items() if output and output.lower().endswith(ends)]
        return (own or [SUFFIXES.get(os.path.splitext(output or "")[1].lower(), "text")])[0]
    if asked.lower() not in (*FORMATS, *beside):
        raise Fault(f'No format "{asked}". It is one of: {", ".join([*FORMATS, *beside])}.')
    return asked.lower()


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _columns() -> int:
    return os.get_terminal_size().columns if sys.stdout.isatty() else 80
