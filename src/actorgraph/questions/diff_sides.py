"""The two sides that are compared, from what was asked: two days, two voices, or this data set and another."""

from collections.abc import Sequence

from ..dataset import Loaded
from ..errors import Fault
from ..lens import Days
from ..loading import build
from ..period import Date, as_date
from ..revision import read
from ..text import safe
from ..view import View
from ..view.cited import voice
from ..view.dates import one_day
from .basis import basis


def refuse_what_ifs(view: View) -> None:
    """What a scenario supposes is in neither record."""
    if view.lens.suppose:
        raise Fault(
            "--scenario, --assume and --assume-not suppose ties that no record has, and here whole records are "
            "compared: leave them out. What a scenario changes: actorgraph scenario NAME"
        )


def refuse_endings(view: View) -> None:
    """A tie that a what-if ends would be missing on the earlier date too."""
    if view.ended():
        raise Fault(
            "What is supposed here ends or changes ties, and between two dates that would hide them on both. "
            "What a scenario changes: actorgraph scenario NAME; one date: actorgraph list relations --on DATE"
        )


def two_days(view: View, from_: str | None, to: str | None) -> tuple[Days, Days]:
    """The earlier date and the later one, which is the last one known where none is given."""
    if view.lens.dated:
        raise Fault("diff compares the days of --from and --to. Leave --on, --during and --throughout out.")
    if from_ is None:
        raise Fault(f"--to {to} alone: from which date on? Try: --from DATE --to {to}")
    known = to or basis(view).known
    if not known:
        raise Fault("No source has a date, so say up to when: --to DATE")
    then, now = one_day(from_, "from"), one_day(known, "to")
    if then.first > now.last or then.last > now.last:
        raise Fault(f"--from {then.text} lies after --to {now.text}. Try: --from {now.text} --to {then.text}")
    return then, now


def two_voices(view: View, says: Sequence[str]) -> tuple[View, str, str]:
    """The view with every voice heard, and the two by id."""
    if len(says) != 2:
        raise Fault(f"--says {' --says '.join(says)}: two voices at a time.")
    first, second = (voice(word, view.dataset)[0] for word in says)
    return view.through(view.lens._replace(says=None)), first, second


def at_revision(folder: str | None, rev: str, option: str = "--rev") -> Loaded:
    """The data set of that folder as git has it at a revision."""
    if folder is None:
        raise Fault(f"{option}: this record was read from no folder, so it has no revisions.")
    try:
        return build({file.name: file.data for file in read(folder, rev, option)}, [])
    except Fault as fault:
        if option == "--since" and rev[:4].isdigit() and "No revision" in str(fault):
            shapes = "A date is 2015, 2015-06 or 2015-06-03"
            raise Fault(
                f"--since {safe(rev)} is neither a date nor a revision of this data set. {shapes}."
            ) from fault
        raise


def is_date(word: str) -> bool:
    """Whether --since means a date by that word; all else is a revision."""
    return as_date(word) is not None


def since_date(word: str) -> Date:
    """The date of --since where only a date will do."""
    found = as_date(word)
    if found is None:
        raise Fault(
            f'--since: "{safe(word)}" is no date (2021, 2021-07 or 2021-07-15).'
            " A revision is asked by: actorgraph diff --rev REV"
        )
    return found
