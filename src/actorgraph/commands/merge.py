"""Two actors that turn out to be one."""

from typing import Annotated

import typer

from .offering import actors
from .recording import Data, DryRun, recording
from .rename import tell_mentions

EXAMPLES = ("actorgraph merge us-government united-states --join --dry-run",)


def command(
    a: Annotated[str, typer.Argument(metavar="A", help="The actor that stays.", autocompletion=actors)],
    b: Annotated[str, typer.Argument(metavar="B", help="The one that goes.", autocompletion=actors)],
    join: Annotated[
        bool,
        typer.Option(
            "--join",
            help="Put the evidence of rows that become one together; where A and B differ, keep A's and note B's.",
        ),
    ] = False,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Make two actors one: B's ties, names, traits and references go to A.

    B's names become aliases of A with their evidence, and A's note says where they come from. A tie between the two
    is never dropped, nor are two rows made one, unless you say so: they are listed, with what to do. Voices merge too.
    """
    from ..record.renaming import called
    from ..record.uniting import merge

    with recording(data, dry_run) as draft:
        a, b = called(draft, a, "who"), called(draft, b, "who")
        found = merge(draft, a, b, join=join)
    count = len(found.relations)
    ids = f"; {count} relation{'s have' if count != 1 else ' has'} another id" if count else ""
    named = f"{found.places} place{'s name' if found.places != 1 else ' names'} it so" if found.places else ""
    typer.echo(f"{b} is part of {a} now; {named or 'nothing else named it'}{ids}.", err=True)
    tell_mentions(draft, b)
