"""What differs in meaning: between two dates, two voices, or two data sets."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from . import offering
from .asking import Asked, called, opened, question

if TYPE_CHECKING:
    from ..questions.diff import Diff
    from ..questions.diff_records import Records
    from ..questions.diff_voices import Voices
    from ..questions.since import Since

EXAMPLES = (
    "actorgraph diff --from 2018 --to 2021-09",
    "actorgraph diff --from 2018 --about Taliban --about IS-K",
    "actorgraph diff --says united-nations --says former-afghan-government",
    "actorgraph diff --since 2021-07",
)
WAYS = (
    "  two dates:      actorgraph diff --from 2018 --to 2021-09",
    "  two voices:     actorgraph diff --says A --says B",
    "  two data sets:  actorgraph diff OTHER_FOLDER, or this one before: actorgraph diff --rev main~3",
    "  what sources published after a date say: actorgraph diff --since 2021-07",
)
ABOUT = "Only what is about this actor and its parts; given again, only what is between them."


@question
def command(
    asked: Asked,
    other: Annotated[
        list[str] | None,
        typer.Argument(metavar="[OTHER_FOLDER]", help="The data set to compare this one with."),
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The earlier date.")] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The later date; else the last one known.")
    ] = None,
    rev: Annotated[
        str | None, typer.Option("--rev", metavar="REV", help="This data set as git has it at REV.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="What sources published after it say.")
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option("--about", metavar="ACTOR", help=ABOUT, autocompletion=offering.actors),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="With --from: one by one what can't be told, however long.")
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> None:
    """What differs in meaning: between two dates, two voices, or two data sets."""
    dates = from_ is not None or to is not None
    voices = len(asked.says) > 1
    ways = [bool(other), rev is not None, since is not None, dates, voices]
    if sum(ways) != 1:
        _no_actors(asked, other)
        what = "Say what to compare" if not any(ways) else "One comparison at a time"
        raise Fault(f"{what}:", *WAYS)
    if whole and not dates:
        raise Fault("--all goes with --from and --to; the other comparisons leave nothing out.")
    names = about or []
    asked.tell_tops(*names)
    answer: Diff | Records | Voices | Since
    if voices:
        answer = _voices(asked, names)
    elif dates:
        answer = _dates(asked, from_, to, names, whole)
    elif since is not None:
        asked.takes_no_day()
        answer = _since(asked, since, names)
    else:
        asked.takes_no_day()
        answer = _records(asked, other, rev, names)
    if exit_code and answer.differs:
        raise typer.Exit(1)


def _dates(asked: Asked, from_: str | None, to: str | None, names: list[str], whole: bool) -> "Diff":
    from ..questions.diff import ask
    from ..questions.diff_page import page
    from ..questions.diff_sides import refuse_endings, two_days

    refuse_endings(asked.view)
    answer = ask(asked.view, *two_days(asked.view, from_, to), names)
    asked.give("diff", answer, lambda: page(answer, asked.view, asked.folder, whole=whole))
    return answer


def _voices(asked: Asked, names: list[str]) -> "Voices":
    from ..questions.diff_sides import two_voices
    from ..questions.diff_voices import ask
    from ..questions.diff_voices_page import page

    view, first, second = two_voices(asked.view, asked.says)
    answer = ask(view, first, second, names)
    asked.give("diff", answer, lambda: page(answer, view, asked.folder))
    return answer


def _since(asked: Asked, since: str, names: list[str]) -> "Since":
    from ..questions.diff_sides import since_date
    from ..questions.since import by_date
    from ..questions.since_page import whole

    answer = by_date(asked.view, since_date(since), names)
    asked.give("diff", answer, lambda: whole(answer, asked.view))
    return answer


def _records(asked: Asked, other: list[str] | None, rev: str | None, names: list[str]) -> "Records":
    from ..questions.diff_records import ask
    from ..questions.diff_records_page import page
    from ..view.memory import MemoryView

    if rev is not None:
        old, words = asked.at_revision(rev)
    else:
        _no_actors(asked, other)
        found, loaded = opened(
            (other or [""])[0], "Name the folder of the other data set: actorgraph diff OTHER_FOLDER"
        )
        words = safe(called(found.folder)), safe(asked.called)
        asked.tell_errors(loaded, words[0])
        old = MemoryView(loaded.dataset, asked.view.lens)
    answer = ask(old, asked.view, *words, names)
    asked.give("diff", answer, lambda: page(answer, asked.view))
    return answer


def _no_actors(asked: Asked, other: list[str] | None) -> None:
    """Whoever types actors where a folder stands is told how actors are asked for."""
    import os

    from ..model import Actor
    from ..questions.wording import typed
    from ..view.names import resolve

    words = [word for word in other or () if not os.path.isdir(word)]
    actors = [one for word in words if isinstance(one := resolve(word, asked.view.dataset), Actor)]
    if words and len(actors) == len(words):
        told = " ".join(f"--about {typed(one)}" for one in actors)
        raise Fault(
            f"{words[0]} is an actor, and a folder stands there. Try: actorgraph diff --from DATE --to DATE {told}"
        )
    if other and len(other) > 1:
        raise Fault(f"{len(other)} folders are named; one at a time: actorgraph diff OTHER_FOLDER")
