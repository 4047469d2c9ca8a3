"""What two voices hold, side by side: asserted by one only, by one against the other, of opposite sign, or by both.

A voice that has not spoken on a proposition is silent on it, which is neither yes nor no.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from ..dataset import Dataset
from ..model import Evidence
from ..page import plain
from ..sight import Seen
from ..spell import words as time_words
from ..standing import AGAINST, FOR, Positions, positions
from ..view import View
from .about import about, asked_about, rests_on
from .basis import Basis
from .row_names import event_time, tie_name, trait_words
from .show import chooses_ties
from .statements import mark_of, when
from .wording import qualifiers

Kind = Literal[
    "against each other", "in two minds", "first only", "second only", "both, not alike", "both", "aside"
]
COLUMNS = (
    "difference", "row", "id", "name", "mark", "first", "first-when", "second", "second-when", "first-places",
    "second-places", "text",
)  # fmt: skip


class Held(NamedTuple):
    """What one voice holds of one row: its stances in words, its dates, and the items; empty where it is silent."""

    stances: tuple[str, ...]
    when: str
    items: tuple[Evidence, ...]

    @property
    def side(self) -> str:
        """For, against, both, neither (it frames or asks), or silent."""
        found = frozenset(self.stances)
        if found & FOR and found & AGAINST:
            return "both"
        return "for" if found & FOR else "against" if found & AGAINST else "neither" if found else "silent"


class Told(NamedTuple):
    """One row of which at least one of the two speaks."""

    kind: Kind
    row: Literal["tie", "fact", "event"]
    id: str
    name: str
    what: str
    words: str
    mark: str
    first: Held
    second: Held


class Pair(NamedTuple):
    """Rows on one pair, of which each voice speaks of its own: of opposite sign, or merely of another proposition."""

    kind: Literal["opposite signs", "another proposition"]
    ends: tuple[str, str]
    against: tuple[str, ...]
    first: tuple[Told, ...]
    second: tuple[Told, ...]


class Voices(NamedTuple):
    """The answer. `silent` counts rows of which neither speaks."""

    basis: Basis
    first: str
    second: str
    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]
    silent: int
    dataset: Dataset
    about: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two hold anything else: also what only one of them speaks of."""
        return any(one.kind != "both" for one in self.told)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a tie, trait or event of which at least one of the two speaks, then the pairs on which they differ."""
        rows = [
            (
                one.kind, one.row, one.id, one.name, one.mark, " ".join(one.first.stances), one.first.when,
                " ".join(one.second.stances), one.second.when, _places(one.first), _places(one.second), one.words,
            )
            for one in self.told
        ]  # fmt: skip
        return [*rows, *(_pair_row(one, self.dataset) for one in self.pairs)]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()]
        lens = self.basis.lens
        return {"first": self.first, "second": self.second, "lens": lens, "silent": self.silent, "rows": rows}


def ask(view: View, first: str, second: str, names: Sequence[str] = ()) -> Voices:
    """What the two voices, by id, hold of every tie, trait and event that the view shows; all, or about those actors."""
    view = about(view, names)
    told: list[Told] = []
    pairs: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Seen, Told]]] = {}
    silent = 0
    for seen in view.relations():
        found = _tie(seen, first, second, view.dataset)
        if found is None:
            silent += 1
            continue
        told.append(found)
        key = (tuple(sorted((seen.from_, seen.to))), tuple(sorted(seen.relation.against)))
        pairs.setdefault(key, []).append((seen, found))
    for other in () if chooses_ties(view) else (*_facts(view, first, second), *_events(view, first, second)):
        told += [other] if other else []
        silent += other is None
    compared = [_pair(ends, against, rows, view.dataset) for (ends, against), rows in pairs.items()]
    both = tuple(one for one in compared if one)
    return Voices(rests_on(view), first, second, tuple(told), both, silent, view.dataset, asked_about(view))


def _tie(seen: Seen, first: str, second: str, dataset: Dataset) -> Told | None:
    held = [_held(seen.items, voice, seen.relation.modality == "expected") for voice in (first, second)]
    noun = dataset.type_of(seen.relation).noun
    apart = {"intended": ["planned"], "expected": ["forecast"]}.get(seen.relation.modality, [])
    words = ", ".join([noun, *qualifiers(seen.relation, dataset), *apart])
    mark = mark_of(seen, None, dataset)
    return _told("tie", seen.relation.id, tie_name(seen, dataset), noun, words, mark, held[0], held[1])


def _facts(view: View, first: str, second: str) -> Iterable[Told | None]:
    for actor in view.actors():
        for trait in actor.traits:
            items = view.sight.evidence(trait.evidence)
            held = [_held(items, voice, trait.modality == "expected") for voice in (first, second)]
            id_ = f"{actor.id}.{trait.trait}.{trait.on}".strip(".")
            bare = items[0]._replace(hedge="", likelihood="", stance="supports", via=()) if items else None
            words = plain(
                trait_words(trait, bare and bare._replace(says=_own(bare, view.dataset)), view.dataset)
            )
            mark = "~" if trait.modality != "actual" else ""
            yield _told("fact", id_, actor.name, trait.on or trait.trait, words, mark, held[0], held[1])


def _events(view: View, first: str, second: str) -> Iterable[Told | None]:
    for event in view.dataset.events.values():
        items = view.sight.evidence(event.evidence)
        held = [_held(items, voice, False) for voice in (first, second)]
        one, other = (
            each._replace(when=when(event_time(event, each.items), False)) if each.items else each
            for each in held
        )
        yield _told("event", event.id, event.name, "", "", "", one, other)


def _own(item: Evidence, dataset: Dataset) -> str:
    return dataset.sources[item.source].own


def _told(
    row: Literal["tie", "fact", "event"],
    id_: str,
    name: str,
    what: str,
    words: str,
    mark: str,
    first: Held,
    second: Held,
) -> Told | None:
    sides = {first.side, second.side}
    if sides == {"silent"}:
        return None
    kind: Kind
    if "both" in sides:
        kind = "both" if first[:2] == second[:2] else "in two minds"
    elif sides == {"for", "against"}:
        kind = "against each other"
    elif "silent" in sides:
        kind = "second only" if first.side == "silent" else "first only"
    elif len(sides) == 1:
        alike = set(first.stances) == set(second.stances) and first.when == second.when
        kind = "both" if alike else "both, not alike"
    else:
        kind = "aside"
    return Told(kind, row, id_, name, what, words, mark, first, second)


def _held(items: Sequence[Evidence], voice: str, expected: bool) -> Held:
    """The voice's latest position, and the dates that its own items bear."""
    own = [item for item in items if item.says == voice]
    place: Positions = positions(own)
    stances = tuple(sorted(place.now.get(voice, ())))
    when = time_words([item.time for item in place.timing], expected) if own else ""
    return Held(stances, when, tuple(place.made_by))


def _pair(
    ends: tuple[str, ...], against: tuple[str, ...], rows: Sequence[tuple[Seen, Told]], dataset: Dataset
) -> Pair | None:
    """What each asserts of the two, where signs differ and can share a day; else of what each speaks alone."""
    actual = [one for one in rows if one[0].relation.modality == "actual"]
    first = [one for one in actual if one[1].first.side == "for"]
    second = [one for one in actual if one[1].second.side == "for"]
    apart = [(mine, theirs) for mine in first for theirs in second if _opposed(mine[0], theirs[0], dataset)]
    if apart:
        sides = [tuple(dict.fromkeys(pair[side][1] for pair in apart)) for side in (0, 1)]
        return Pair("opposite signs", (ends[0], ends[-1]), against, *sides)
    alone = [tuple(told for _, told in rows if told.kind == kind) for kind in ("first only", "second only")]
    return Pair("another proposition", (ends[0], ends[-1]), against, *alone) if all(alone) else None


def _opposed(one: Seen, other: Seen, dataset: Dataset) -> bool:
    signs = {dataset.type_of(row.relation).sign for row in (one, other)}
    together = one.spell.days.s1 <= other.spell.days.e2 and other.spell.days.s1 <= one.spell.days.e2
    return signs == {"+", "-"} and together


def _places(held: Held) -> str:
    return " ".join(dict.fromkeys(at for item in held.items for at in item.places))


def _pair_row(one: Pair, dataset: Dataset) -> tuple[str, ...]:
    first, second = ([told.words for told in side] for side in (one.first, one.second))
    ids = " ".join(told.id for told in (*one.first, *one.second))
    name = " and ".join(dataset.name_of(end) for end in one.ends)
    places = (
        " ".join(_places(told.first) for told in one.first),
        " ".join(_places(t.second) for t in one.second),
    )
    return (one.kind, "pair", ids, name, "", "; ".join(first), "", "; ".join(second), "", *places, "")
