"""Which words, dates and places stand for a tie in a path: those of the passage that bears the time told of it."""

from typing import NamedTuple

from ..dataset import Dataset
from ..model import Evidence
from ..page import Text, text
from ..sight import Seen
from ..spell import Clash, combine, words
from .warrant import dated, standing_word
from .wording import row_text


class Told(NamedTuple):
    """A tie's row: its text, its date in words, and the items that stand there."""

    text: Text
    when: str
    items: tuple[Evidence, ...]


def telling(row: Seen, days: tuple[int, int] | None, dataset: Dataset) -> Told:
    """The first passage that has the tie on those days; else all that date it; else the first that is dated."""
    items = sorted(row.place.timing, key=lambda item: item.stance != "supports")
    sure = [item for item in items if has_date(item)]
    bearing = [item for item in sure if days and _bears(item, days)]
    if not items:
        return Told(_text(row, None, dataset), row.spell.words, ())
    if bearing or len(sure) < 2 or days is None:
        first = (bearing or sure or items)[0]
        same = [item for item in items if (item.says, when(item)) == (first.says, when(first))]
        return Told(_text(row, first, dataset), when(first), tuple(same))
    return Told(_text(row, sure[0], dataset), dated(row), tuple(sure))


def tellings(row: Seen, dataset: Dataset) -> list[Told]:
    """Each passage that makes the tie's time, dated ones first; what one voice says of one date is told once."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for item in sorted(row.place.timing, key=lambda item: (item.stance != "supports", not has_date(item))):
        found.setdefault((item.says, when(item)), []).append(item)
    told = [Told(_text(row, held[0], dataset), date, tuple(held)) for (_, date), held in found.items()]
    return told or [telling(row, None, dataset)]


def when(item: Evidence) -> str:
    return words([item.time])


def has_date(item: Evidence) -> bool:
    return bool(item.time.when or item.time.as_of or item.time.gone_by)


def _bears(item: Evidence, days: tuple[int, int]) -> bool:
    """Whether the passage alone has the tie from the first to the last of those days, or at some time in them."""
    alone = combine([item.time], (), expected=False)
    if isinstance(alone, Clash):
        return False
    first, last = min(alone.days.s2, alone.days.e1), max(alone.days.s2, alone.days.e1)
    return first <= days[1] and last >= days[0] and (first <= days[0] or alone.days.s2 > alone.days.e1)


def _text(row: Seen, item: Evidence | None, dataset: Dataset) -> Text:
    """The row's words; a tie that is no firm one is led by its standing."""
    told = row_text(row.relation, item, dataset)
    return told if row.firm else text(f"{standing_word(row, dataset)}: ", *told)
