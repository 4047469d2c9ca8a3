"""What differs in meaning: between two dates, two voices, or two data sets."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from ..text import safe
from .asking import Asked, opened, question

if TYPE_CHECKING:
    from ..lens import Days
    from ..loading import Loaded
    from ..questions.diff import Diff
    from ..questions.diff_records import Records
    from ..questions.diff_voices import Voices

EXAMPLES = (
    "actorgraph diff --from 2018 --to 2021-09",
    "actorgraph diff --says united-nations --says former-afghan-government",
)
WAYS = (
    "  two dates:      actorgraph diff --from 2018 --to 2021-09",
    "  two voices:     actorgraph diff --says A --says B",
    "  two data sets:  actorgraph diff OTHER_FOLDER, or this one before: actorgraph diff --rev main~3",
)


@question
def command(
    asked: Asked,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER_FOLDER]", help="The data set to compare this one with.")
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The earlier date.")] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The later date; else the last one known.")
    ] = None,
    rev: Annotated[
        str | None, typer.Option("--rev", metavar="REV", help="This data set as git has it at REV.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> None:
    """What differs in meaning: between two dates, two voices, or two data sets."""
    voices = len(asked.says) > 1
    ways = [other is not None, rev is not None, from_ is not None or to is not None, voices]
    if sum(ways) != 1:
        what = "Say what to compare" if not any(ways) else "One comparison at a time"
        raise Fault(f"{what}:", *WAYS)
    if voices:
        answer: Diff | Records | Voices = _voices(asked)
    elif other is None and rev is None:
        answer = _dates(asked, from_, to)
    else:
        answer = _records(asked, other, rev)
    if exit_code and answer.differs:
        raise typer.Exit(1)


def _dates(asked: Asked, from_: str | None, to: str | None) -> "Diff":
    from ..questions.diff import ask
    from ..questions.diff_page import page

    answer = ask(asked.view, *two_days(asked, from_, to))
    asked.give("diff", answer, lambda: page(answer, asked.view, asked.folder))
    return answer


def two_days(asked: Asked, from_: str | None, to: str | None) -> "tuple[Days, Days]":
    """The days of --from and --to; without --to the last one known."""
    from ..questions.basis import basis
    from ..view.dates import one_day

    if asked.view.lens.dated:
        raise Fault("diff compares the days of --from and --to. Leave --on, --during and --throughout out.")
    if from_ is None and to is None:
        raise Fault("Say from which date on: --from DATE")
    if from_ is None:
        raise Fault(f"--to {to} alone: from which date on? Try: --from DATE --to {to}")
    known = to or basis(asked.view).known
    if not known:
        raise Fault("No source has a date, so say up to when: --to DATE")
    then, now = one_day(from_, "from"), one_day(known, "to")
    if then.first > now.last or then.last > now.last:
        raise Fault(f"--from {then.text} lies after --to {now.text}. Try: --from {now.text} --to {then.text}")
    return then, now


def _voices(asked: Asked) -> "Voices":
    from ..questions.diff_voices import ask
    from ..questions.diff_voices_page import page
    from ..view.cited import voice
    from ..view.memory import MemoryView

    if len(asked.says) > 2:
        raise Fault(f"--says {' --says '.join(asked.says)}: two voices at a time.")
    view = MemoryView(asked.loaded.dataset, asked.view.lens._replace(says=None))
    first, second = (voice(word, asked.loaded.dataset)[0] for word in asked.says)
    answer = ask(view, first, second)
    asked.give("diff", answer, lambda: page(answer, view, asked.folder))
    return answer


def _records(asked: Asked, other: str | None, rev: str | None) -> "Records":
    from ..questions.diff_records import ask
    from ..questions.diff_records_page import page
    from ..view.memory import MemoryView

    here = "the shipped data set" if asked.found.how == "shipped" else _called(asked.found.folder)
    if rev is not None:
        from ..loading import build
        from ..revision import read

        loaded = build({file.name: file.data for file in read(asked.found.folder, rev)}, [])
        name, after = f"{here} at {rev}", "now"
    else:
        found, loaded = opened(other, "Name the folder of the other data set: actorgraph diff OTHER_FOLDER")
        name, after = _called(found.folder), here
    _talk(asked, loaded, name)
    old = MemoryView(loaded.dataset, asked.view.lens)
    answer = ask(old, asked.view, safe(name), safe(after))
    asked.give("diff", answer, lambda: page(answer, asked.view))
    return answer


def _called(folder: str) -> str:
    near_by = os.path.relpath(folder)
    return folder if near_by.startswith("..") else near_by


def _talk(asked: Asked, loaded: "Loaded", name: str) -> None:
    """Of errors in the other data set: what they keep out would look added."""
    errors = sum(problem.severity == "error" for problem in loaded.problems)
    if errors and not asked.quiet:
        left = loaded.dataset.left_out
        told = f"{errors} error{'s' if errors != 1 else ''} in {name}, {left} record{'s' if left != 1 else ''} left out."
        typer.echo(safe(told), err=True)
