"""What a new record may stand there already as: names near its own, and the same tie."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..dataset import Dataset
from ..model import Relation
from ..period import Date, Interval, read_date, read_interval
from ..spell import Claim, Clash, combine, days
from ..standing import positions
from ..text import fold, near
from ..view.names import bare

_SHORTEST = 4
_CAPITALS = re.compile(r"(?=.*[A-Z])[A-Z0-9]+")


class Near(NamedTuple):
    """A record that bears a name near one of the new ones."""

    id: str
    name: str
    what: str


def near_names(names: Iterable[str], dataset: Dataset) -> list[Near]:
    """Actors and voices that bear one of the names, or one that is nearly so."""
    called = {
        id_: ("actor", [actor.id, actor.name, *(alias.name for alias in actor.aliases)])
        for id_, actor in dataset.actors.items()
    }
    called |= {id_: ("voice", [voice.id, voice.name]) for id_, voice in dataset.voices.items()}
    return _near(names, called)


def near_titles(titles: Iterable[str], dataset: Dataset) -> list[Near]:
    """Sources and events under such a title or name."""
    called = {id_: ("source", [source.title]) for id_, source in dataset.sources.items()}
    called |= {id_: ("event", [event.name]) for id_, event in dataset.events.items()}
    return _near(titles, called)


def _near(names: Iterable[str], called: dict[str, tuple[str, list[str]]]) -> list[Near]:
    wanted = list(dict.fromkeys(names))
    found = []
    for id_, (what, borne) in called.items():
        alike = next((name for name in borne if any(_alike(one, name) for one in wanted)), None)
        if alike is not None:
            other = f', also called "{alike}"' if alike not in borne[:2] else ""
            found.append(Near(id_, f"{borne[-1] if len(borne) == 1 else borne[1]}{other}", what))
    return found


def _alike(one: str, other: str) -> bool:
    """One name in two spellings; short ones and those that differ in a number are two."""
    if bare(one) == bare(other) or _stands_for(one, other) or _stands_for(other, one):
        return True
    if min(len(fold(one)), len(fold(other))) < _SHORTEST or _figures(one) != _figures(other):
        return False
    return bool(near(one, [other])) and bool(near(other, [one]))


def _stands_for(short: str, name: str) -> bool:
    """Capitals that a name is cut down to (M23 for March 23 Movement), or that stand in it (FDLR in Hutu FDLR)."""
    if len(short) < _SHORTEST - 1 or not _CAPITALS.fullmatch(short) or short == name:
        return False
    parts = [part for part in re.split(r"[^\w]+", name) if part]
    initials = "".join(
        part if part.isdigit() else part[0] for part in parts if part[0].isupper() or part.isdigit()
    )
    cut = len(parts) > 1 and (
        initials.upper() == short or (any(c.isdigit() for c in short) and initials.upper().startswith(short))
    )
    return cut or short in parts


def _figures(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def same_ties(row: Relation, dataset: Dataset) -> list[Relation]:
    """Relations of the same ends, type, third parties and modality, whatever their ids."""
    return [
        other
        for other in dataset.relations
        if (other.ends, other.type, other.against, other.modality)
        == (row.ends, row.type, row.against, row.modality)
    ]


def may_be_one(row: Relation, typed: dict[str, str]) -> bool:
    """Whether what is dated so can belong to the row's one unbroken spell: some days in common, or next to each other."""
    expected = row.modality == "expected"
    dates = {name: read_interval(word, name) for name, word in typed.items() if name != "gone-by"}
    gone_by = read_date(typed["gone-by"], "gone-by") if "gone-by" in typed else None
    if not all(isinstance(one, Interval) for one in dates.values()) or not isinstance(gone_by, Date | None):
        return True  # the check tells that it is no date
    when, as_of = (
        found if isinstance(found := dates.get(name), Interval) else None for name in ("when", "as-of")
    )
    claims = [item.time for item in positions(row.evidence).timing]
    there = combine(claims or [Claim(row.when, row.as_of, row.gone_by, None, None, expected)], (), expected)
    new = days(Claim(when, as_of, gone_by, None, None, expected))
    if isinstance(there, Clash) or isinstance(new, Clash):
        return True
    return new.s1 <= there.days.e2 + 1 and there.days.s1 <= new.e2 + 1
