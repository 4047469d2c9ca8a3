"""Whether the voices on one proposition speak of one period: only where each of them gives one can it be told."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from ..model import Evidence
from ..page import listing
from ..period import FOREVER, NEVER
from ..sight import Seen
from ..spell import Clash, Days, days
from ..standing import AGAINST, FOR
from ..view import View
from .third import spans


class Period(NamedTuple):
    """`yes`, `no`, `perhaps` or `cannot be told`, and why, in words."""

    answer: str
    why: str

    @property
    def text(self) -> str:
        return f"{self.answer}: {self.why}"


def period_of(row: Seen, view: View) -> Period | None:
    """Of those for it beside those against it; of one side alone, of each voice beside each other. None of one voice."""
    made = row.place.made_by
    for_ = [item for item in made if item.stance in FOR]
    against = [item for item in made if item.stance in AGAINST]
    if not (for_ and against):
        return None
    silent = [item for item in made if _bare(item)]
    if silent:
        names = list(dict.fromkeys(view.dataset.name_of(item.says) for item in silent))
        all_ = len(names) == len({item.says for item in made})
        who = (
            "no voice gives one"
            if all_
            else f"{listing(names)} {'gives' if len(names) == 1 else 'give'} none"
        )
        return Period("cannot be told", who)
    return _told(for_, against, view)


def _bare(item: Evidence) -> bool:
    return not (item.time.when or item.time.as_of or item.time.gone_by)


def _told(for_: Sequence[Evidence], against: Sequence[Evidence], view: View) -> Period:
    shared = []
    for one, other in product(for_, against):
        a, b = _days(one), _days(other)
        if a.s1 > b.e2 or b.s1 > a.e2:
            name = view.dataset.name_of
            return Period("no", f"{name(one.says)} and {name(other.says)} speak of days apart")
        days_ = _common(a, b)
        if days_:
            shared.append(days_)
    if len(shared) == len(for_) * len(against):
        return Period("yes", f"both sides speak of {spans(shared)}")
    return Period("perhaps", "their dates do not exclude it")


def _days(item: Evidence) -> Days:
    found = days(item.time)
    assert not isinstance(found, Clash)  # the loader keeps such rows out
    return found


def _common(one: Days, other: Days) -> tuple[int, int] | None:
    """The days that both speak of, between their stated limits or sightings."""
    first = max(min(found.s2, found.e1) for found in (one, other))
    last = min(max(found.s2, found.e1) for found in (one, other))
    return (first, last) if NEVER < first <= last < FOREVER else None
