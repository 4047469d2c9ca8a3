"""Tables and graphs of others as records: printed as YAML, or merged into a data set."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import fold, near, safe

if TYPE_CHECKING:
    from ..formats.incoming import Incoming
    from ..formats.mapping import Plan
    from ..record.draft import Draft
    from ..record.merging import Met

EXAMPLES = ("actorgraph import", "actorgraph import table", "actorgraph import ucdp-actors")
LARGEST = 2**20
MOST_ABOVE = 5
_ALSO = {"csv": "table", "tsv": "table", "xlsx": "table", "ucdp": "ucdp-actors"}
_FILES = {"voices": "sources", "dataset": "dataset"}


def formats() -> list[str]:
    """The formats that are read."""
    from ..formats.reading import INDEX

    return list(INDEX)


def command(
    format_: Annotated[
        str | None, typer.Argument(metavar="[FORMAT]", help="Of what the files are.", autocompletion=formats)
    ] = None,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE...]", help="The files.")] = None,
    mapping: Annotated[
        str | None, typer.Option("--map", metavar="FILE", help="The mapping: which column is what.")
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="DIR", help="Merge into the data set here, or make one.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="With --into: overwrite records of the same id that differ.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --into: show what would change, and write nothing.")
    ] = False,
) -> None:
    """Tables and graphs of others as records, with every loss reported.

    Without FILE: what becomes of the format, and what it can leave behind. Without FORMAT: which there are.
    A table or graph needs a mapping; without one a mapping is offered, to be reviewed.
    """
    if format_ is None:
        _list()
        return
    name = _known(format_)
    if not files:
        _describe(name)
        return
    if (replace or dry_run) and into is None:
        raise Fault("--replace and --dry-run go with --into DIR.")
    from ..formats.reading import INDEX

    if name == "table" and len(files) == 1 and os.path.isdir(files[0]):
        name = "record"
    if mapping is None and INDEX[name].mapped:
        _offer(name, files)
    plan = _plan(mapping, mapped=INDEX[name].mapped)
    if into is None:
        _print(_read(name, files, plan))
    else:
        _merge(name, files, plan, into, replace, dry_run)


def _list() -> None:
    from ..formats.reading import INDEX
    from ..page import Column, Row, Table, text
    from .asking import show_page

    rows = tuple(Row((text(name), text(one.summary))) for name, one in INDEX.items())
    show_page((Table((), (Column(width=14), Column(width=0)), rows),), None, paged=False)


def _known(word: str) -> str:
    from ..formats.reading import INDEX

    name = _ALSO.get(word, word)
    if name in INDEX:
        return name
    found = near(word, [*INDEX, *_ALSO], 1)
    nearest = f"Nearest: {_ALSO.get(found[0], found[0])}." if found else f"It is one of: {', '.join(INDEX)}."
    raise Fault(f'No format "{safe(word)}" is read. {nearest} All: actorgraph import')


def _describe(name: str) -> None:
    """The docstring of the reader, and its table of losses."""
    from textwrap import wrap

    from ..formats.losses import KINDS
    from ..formats.reading import INDEX, module

    reader = module(name)
    ends = ", ".join(INDEX[name].suffixes)
    out = [f"{name}: {INDEX[name].summary} ({ends})", "", *(reader.__doc__ or "").strip().splitlines(), ""]
    for kind, heading in KINDS.items():
        losses = [loss for loss in reader.LOSSES.values() if loss.kind == kind]
        out += [f"{heading}:"] if losses else []
        for loss in losses:
            out += wrap(f"{loss.what}: {loss.why}", 78, initial_indent="  ", subsequent_indent="    ")
    typer.echo("\n".join(out))


def _offer(name: str, files: list[str]) -> None:
    """The mapping that the headings suggest, and nothing imported."""
    from ..formats import guessing, read_graph, read_signed, read_table
    from ..formats.losses import Losses
    from ..formats.mapping import Part, Plan
    from ..formats.reading import module

    reader, file = module(name), files[0]
    losses = Losses(reader.LOSSES)
    plain, header = True, 1
    if reader is read_graph:
        tables, plain = read_graph.tables(file, losses), False
    elif reader is read_signed:
        tables = {"relations": read_signed.table(file, losses)}
    else:
        for header in range(1, MOST_ABOVE + 1):  # a title may stand above the headings
            table = read_table.tables(file, losses, Plan({}, {"": Part("", {}, {}, header=header)}, {}))[""]
            if len(table.columns) > 1:
                break
        tables = {guessing.what_of(table): table}
    line = f"actorgraph import {name} {' '.join(map(_shown, files))} --map map.yaml"
    text = guessing.mapping(tables, os.path.basename(file), line, plain=plain, header=header)
    for one in text.splitlines():
        sys.stdout.write(f"{safe(one)}\n")
    record = tables.get("relations")
    if record and {"standing", "symmetric", "yaml"} <= {*record.columns}:
        raise Fault(
            "Nothing was imported. An export of this program needs no mapping:",
            f"actorgraph import record {_shown(os.path.dirname(file) or '.' if file.endswith('.csv') else file)}",
        )
    raise Fault(
        "Nothing was imported: the format does not say what its columns mean. The lines above are guesses.",
        f"Write them to a file, review them, then: {line}",
    )


def _shown(word: str) -> str:
    import shlex

    return shlex.quote(safe(word))


def _plan(name: str | None, *, mapped: bool) -> "Plan":
    from ..formats.mapping import Plan, read
    from .recording import told

    if name is None:
        return Plan({}, {}, {})
    try:
        with open(name, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise Fault(
            f'Can\'t read "{safe(name)}": {error.strerror or error}. Name the mapping: --map FILE'
        ) from error
    if len(data) > LARGEST:
        raise Fault(f'"{safe(name)}" is no mapping: it is larger than 1 MiB.')
    shown = os.path.basename(name)
    plan, problems = read(data, shown, None if mapped else {})
    if problems:
        typer.echo(told(problems, {shown: data}), err=True, nl=False)
    if any(problem.severity == "error" for problem in problems):
        raise Fault("The mapping has faults. Nothing was imported.")
    return plan


def _read(name: str, files: list[str], plan: "Plan") -> "Incoming":
    from ..formats.reading import module

    incoming: Incoming = module(name).read(files, plan)
    number = len(incoming.actors), len(incoming.relations())
    typer.echo(f"Read: actors {number[0]:,}, ties {number[1]:,}.", err=True)
    for line in incoming.losses.lines():
        typer.echo(safe(line) if not line.startswith(" ") else f"  {safe(line[2:])}", err=True)
    return incoming


def _texts(incoming: "Incoming") -> dict[str, str]:
    """The files of a data set of its own."""
    from ..record.emitting import block
    from ..record.merging import FAMILIES, text

    found = {"dataset.yaml": "\n".join(block(incoming.about, 0)) + "\n"}
    records: dict = {key: {} for key in ("sources", "actors", "relations")}  # type: ignore[type-arg]
    records |= incoming.records()
    for key, rows in records.items():
        file = f"{FAMILIES[key]}.yaml"
        found[file] = found.get(file, "") + text(key, rows)
    return found


def _print(incoming: "Incoming") -> None:
    """The files one after the other, and what check has against them."""
    from .. import checks, loading
    from .recording import told

    texts = _texts(incoming)
    data = {name: text.encode() for name, text in texts.items()}
    report = checks.report(loading.build(data, []))
    sys.stdout.write("\n".join(f"# {name}\n{text}" for name, text in texts.items()))
    if report.problems:
        typer.echo(told(report.problems, data), err=True, nl=False)
    if any(problem.severity == "error" for problem in report.problems):
        raise typer.Exit(1)


def _merge(name: str, files: list[str], plan: "Plan", into: str, replace: bool, dry_run: bool) -> None:
    if os.path.exists(os.path.join(into, "dataset.yaml")):
        _into(name, files, plan, into, replace, dry_run)
        return
    if os.path.exists(into) and (not os.path.isdir(into) or os.listdir(into)):
        raise Fault(
            f'"{safe(into)}" holds no data set, and is not empty. Name the folder of one, or a new one.'
        )
    _made(_read(name, files, plan), into, dry_run)


def _made(incoming: "Incoming", into: str, dry_run: bool) -> None:
    """A data set of its own in a folder that is new, or was empty; it is gone again where nothing is written."""
    from ..record.draft import opened
    from ..tree import Found
    from .recording import checked, give

    new = not os.path.exists(into)
    try:
        os.makedirs(into, exist_ok=True)
    except OSError as error:
        raise Fault(f'Can\'t make the folder "{safe(into)}": {error.strerror}.') from error
    try:
        with opened(Found(into, "option")) as draft:
            for file, text in _texts(incoming).items():
                draft.put(file, text)
            checked(draft)
            give(draft, dry_run)
    finally:
        if new and not os.listdir(into):
            os.rmdir(into)


def _into(name: str, files: list[str], plan: "Plan", into: str, replace: bool, dry_run: bool) -> None:
    from ..record.merging import merge
    from .recording import recording

    with recording(into, dry_run) as draft:
        incoming = _read(name, files, plan._replace(bearers=_bearers(draft)))
        met = merge(draft, incoming.records(), replace)
        _tell(met, replace)
        if met.unlike and not replace:
            raise Fault(
                "Nothing was written: records of the same id differ (above).",
                "Take theirs: --replace. Keep both: give the actor another id, or the tie an `id`, in the mapping.",
            )


def _bearers(draft: "Draft") -> dict[str, str]:
    """Whom of the record each name means, where it means one."""
    found: dict[str, set[str]] = {}
    for actor in draft.loaded.dataset.actors.values():
        for name in (actor.id, actor.name, *(alias.name for alias in actor.aliases)):
            found.setdefault(fold(name), set()).add(actor.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _tell(met: "Met", replace: bool) -> None:
    def counts(found: dict[str, int]) -> str:
        return ", ".join(f"{key} {number:,}" for key, number in found.items()) or "none"

    typer.echo(f"New: {counts(met.new)}. There already, word for word: {counts(met.there)}.", err=True)
    for key, ids in met.unlike.items():
        typer.echo(f"{'Replaced' if replace else 'Differ'} ({key}): {safe(', '.join(ids))}", err=True)
    for id_, called, other in met.alike:
        typer.echo(safe(f'Possible duplicate: {id_} is called "{called}", as {other} is.'), err=True)
