"""What is new in the record since a date or a revision, on one page."""

from typing import Annotated

import typer

from . import offering
from .asking import Asked, question

EXAMPLES = (
    "actorgraph brief --since 2021-07",
    "actorgraph brief IS-K Taliban --since 2020",
)
SINCE = (
    "What sources published after this date say: 2021, 2021-07, 2021-07-15. Any other word is a git revision: what"
    " changed in the files since. A branch called 2021 is refs/heads/2021."
)


@question
def command(
    asked: Asked,
    actors: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTOR...]",
            help="All about one actor, or what is between several.",
            autocompletion=offering.actors,
        ),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE|REV", help=SINCE)] = None,
) -> None:
    """What is new in the record since a date or a revision, on one page."""
    from ..errors import Fault
    from ..questions.diff_sides import is_date, since_date
    from ..questions.since import by_date, by_revision
    from ..questions.since_page import page

    if since is None:
        raise Fault("Since when? Try: actorgraph brief --since 2021-07, or a git revision: --since HEAD~1")
    asked.takes_no_day()
    asked.tell_tops(*(actors or ()))
    if is_date(since):
        answer = by_date(asked.view, since_date(since), actors or ())
    else:
        old, words = asked.at_revision(since, "--since")
        answer = by_revision(old, asked.view, since, words, actors or ())
    asked.give("brief", answer, lambda: page(answer, asked.view, asked.folder), paged=False)
