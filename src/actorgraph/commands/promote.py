"""A segment that is to be an actor of its own."""

from typing import Annotated

import typer

from .offering import kinds, segments
from .recording import Data, DryRun, recording

EXAMPLES = ('actorgraph promote taliban-base --kind faction --evidence "mir-2021 p29" --dry-run',)


def command(
    segment: Annotated[
        str, typer.Argument(metavar="SEGMENT", help="What the segment is called.", autocompletion=segments)
    ],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", help="What it is; else what its whole is.", autocompletion=kinds
        ),
    ] = None,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", metavar="WORDS", help='Who says it is a part: "SOURCE PLACE".'),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="WORDS", help="And its new printed name.")
    ] = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Make a segment an actor of its own, tied to its whole by a relation.

    `of` goes, and a row `part-of` takes its place. That a segment belongs to its whole needs no source; that an actor
    does is a claim. Without --evidence the row is unsourced, rolls nothing up, and check says so.
    """
    from ..record.promoting import promote
    from ..record.renaming import called
    from ..record.retiring import item

    if evidence is not None:
        item(evidence)
    with recording(data, dry_run) as draft:
        segment = called(draft, segment, "who")
        found = promote(draft, segment, kind, evidence, name)
    typer.echo(f"{segment} is an actor of kind {found.kind} now; its whole: {found.relation}", err=True)
