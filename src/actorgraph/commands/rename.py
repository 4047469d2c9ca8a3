"""Another id for a record, and for every reference to it."""

from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from .offering import nameable
from .recording import Data, DryRun, recording

if TYPE_CHECKING:
    from ..record.draft import Draft

EXAMPLES = (
    "actorgraph rename is-k isis-k --dry-run",
    'actorgraph rename press news-media --name "news media" --dry-run',
    'actorgraph rename taliban --alias "Islamic Emirate" --dry-run',
)
_TOLD = 5


def command(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="What it is called: an actor, voice, source, relation, ...",
            autocompletion=nameable,
        ),
    ],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The id it gets; left out, it keeps its id.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="WORDS", help="Its new printed name.")] = None,
    alias: Annotated[
        list[str] | None,
        typer.Option(
            "--alias",
            metavar="WORDS",
            help="One more name of an actor, such as its old one; may be repeated.",
        ),
    ] = None,
    what: Annotated[
        str | None,
        typer.Option(
            "--what",
            metavar="who|source|event|type|scenario|relation",
            help="Which is meant, where two have that id; actors and voices are `who`.",
        ),
    ] = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Give a record another id, and every reference to it in all files.

    Its printed name stays: --name gives it another one, --alias one more, and without NEW the id stays.
    Only the characters of the ids change. A relation's id that is made of its actors' ids follows, and so does
    what names it. Words in notes, gists and remarks stay as they are; where they hold the id, the lines are named.
    """
    from ..record.renaming import called, rename

    given = [one.strip() for one in (name, *(alias or ())) if one is not None]
    if not all(given) or any(safe(one) != one for one in given):
        raise Fault("--name or --alias is empty or holds what can't be seen. Give it words of one line.")
    if new is None and not given:
        raise Fault(f"What is to change? A new id: actorgraph rename {quote(old)} NEW; or --name, or --alias")
    with recording(data, dry_run) as draft:
        old = called(draft, old, what)
        found = rename(draft, old, new or old, what, name, alias or ())
    if new in (None, old):
        typer.echo(f"{old} keeps its id.", err=True)
        return
    count = len(found.relations)
    ids = f"; {count} relation{'s have' if count != 1 else ' has'} another id" if count else ""
    typer.echo(f"{old} is {new} in {found.places} place{'s' if found.places != 1 else ''}{ids}.", err=True)
    tell_mentions(draft, old)


def tell_mentions(draft: "Draft", id_: str) -> None:
    """Name the lines where the id stands in words, which are the coder's to change."""
    from ..record.renaming import mentions

    places = list(islice(mentions(draft, id_), _TOLD + 1))
    if places:
        more = ", ..." if len(places) > _TOLD else ""
        typer.echo(safe(f'"{id_}" still stands in words: {", ".join(places[:_TOLD])}{more}'), err=True)
