"""What differs between two dates, in meaning: what began, ended or changed, and what can't be told.

Began and ended need a source that says so. A tie seen at the later date only is never new.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from ..dataset import Dataset
from ..lens import Days
from ..model import Evidence, Relation, Trait
from ..page import plain
from ..period import FOREVER, NEVER
from ..spell import Answer, Spell
from ..standing import AGAINST
from ..timing import spell_of_trait
from ..view import View
from .about import about, asked_about, events, rests_on
from .basis import Basis
from .changed import Change, changes
from .lanes import extent
from .row_names import event_time, own_first, stated, tie_name, trait_words
from .show import chooses_ties
from .statements import mark_of, when
from .tie_words import tie_words

Kind = Literal[
    "began", "ended", "between", "began with its actor", "ended with its actor", "last evidenced", "same",
    "start uncertain", "end uncertain", "known later only", "seen between", "undated", "other days", "forecast", "happened",
]  # fmt: skip
DIFFERS = ("began", "ended", "between", "began with its actor", "ended with its actor")
COLUMNS = ("difference", "row", "id", "from", "to", "type", "mark", "when", "then", "now", "places", "text")
HELD = ("certainly", "possibly")


class Fate(NamedTuple):
    """A tie, trait or event on the two dates: what its time answers then and now, and what came of it between."""

    kind: Kind
    row: Literal["tie", "fact", "event"]
    id: str
    ends: tuple[str, str]
    type: str
    what: str
    name: str
    words: str
    mark: str
    when: str
    then: Answer
    now: Answer
    items: tuple[Evidence, ...]
    bound: str = ""


class Diff(NamedTuple):
    """The answer: the fate of every row, and the pairs whose sign or kind of tie is another."""

    basis: Basis
    then: Days
    now: Days
    fates: tuple[Fate, ...]
    changes: tuple[Change, ...]
    dataset: Dataset
    about: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether something began, ended or changed; what can't be told is no difference."""
        return bool(self.changes) or any(fate.kind in DIFFERS for fate in self.fates)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a tie, trait or event with its fate, then one a pair that changed sign or kind."""
        fates = [
            (
                one.kind, one.row, one.id, *one.ends, one.type, one.mark, one.when, one.then, one.now,
                " ".join(dict.fromkeys(at for item in one.items for at in item.places)),
                ": ".join(filter(None, [one.name, one.words])),
            )
            for one in self.fates
        ]  # fmt: skip
        return [*fates, *(change.row() for change in self.changes)]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()]
        return {"from": self.then.text, "to": self.now.text, "lens": self.basis.lens, "rows": rows}


def ask(view: View, then: Days, now: Days, names: Sequence[str] = ()) -> Diff:
    """Every row of the record on the two dates, the earlier one first; all, or about those actors."""
    view = about(view, names)
    fates = [*_ties(view, then, now), *_facts(view, then, now), *_events(view, then, now)]
    ended = {fate.id for fate in fates if fate.kind in ("ended", "ended with its actor")}
    begun = {fate.id for fate in fates if fate.kind in ("began", "began with its actor")}
    found = changes(view, then, now, ended, begun)
    return Diff(rests_on(view), then, now, tuple(fates), tuple(found), view.dataset, asked_about(view))


# -- the fate of each row


def _ties(view: View, then: Days, now: Days) -> Iterable[Fate]:
    dataset = view.dataset
    for seen in view.relations():
        relation, type_ = seen.relation, dataset.type_of(seen.relation)
        own = stated([item.time for item in seen.place.timing], relation)
        kind = _fate(seen.spell, own, relation, then, now)
        when_, _, bound = seen.spell.words.partition("; bounded by ")
        yield Fate(
            kind, "tie", relation.id, (seen.from_, seen.to), relation.type, type_.noun, tie_name(seen, dataset),
            tie_words(seen, view, dated=False), mark_of(seen, None, dataset), when_, seen.spell.on(then.first, then.last),
            seen.spell.on(now.first, now.last), seen.items, bound,
        )  # fmt: skip


def _facts(view: View, then: Days, now: Days) -> Iterable[Fate]:
    if chooses_ties(view):
        return
    for actor in view.actors():
        for trait in actor.traits:
            items = view.sight.evidence(trait.evidence)
            if items or not (trait.evidence or view.lens.chooses or view.lens.empty):
                yield _fact(trait, items, actor.id, view, then, now)


def _fact(trait: Trait, items: tuple[Evidence, ...], actor: str, view: View, then: Days, now: Days) -> Fate:
    spell = spell_of_trait(trait, items, actor, view.dataset)
    own = stated([item.time for item in items], trait)
    stances = {item.stance for item in items}
    mark = "?" if stances & (AGAINST | {"mentions"}) else ""
    mark = mark or ("~" if trait.modality != "actual" or stances == {"suggests"} else "")
    when_, _, bound = spell.words.partition("; bounded by ")
    id_ = f"{actor}.{trait.trait}.{trait.on}".strip(".")
    words = plain(trait_words(trait, own_first(items, view.dataset), view.dataset))
    return Fate(
        _fate(spell, own, trait, then, now), "fact", id_, (actor, trait.toward), trait.trait,
        trait.on or trait.trait, view.dataset.name_of(actor), words, mark, when_,
        spell.on(then.first, then.last), spell.on(now.first, now.last), items, bound,
    )  # fmt: skip


def _fate(spell: Spell, own: Spell, row: Relation | Trait, then: Days, now: Days) -> Kind:
    """What came of the row between the dates. `own` is its time by its sources, without the lives of its actors."""
    if row.modality == "expected":
        return "forecast"
    begins, ends = own.days.s1 > then.last, own.days.e2 < now.first
    if (
        own.days.s1 > now.last
        or own.days.e2 < then.first
        or spell.days.s1 > now.last
        or spell.days.e2 < then.first
    ):
        return "other days"
    if begins or ends:
        return "between" if begins and ends else "began" if begins else "ended"
    if spell.days.s1 > then.last:
        return "began with its actor"
    if spell.days.e2 < now.first:
        return "ended with its actor"
    return _undecided(spell, own, then, now)


def _undecided(spell: Spell, own: Spell, then: Days, now: Days) -> Kind:
    """Of a row that neither date rules out: what is known on each."""
    held = [spell.on(days.first, days.last) in HELD for days in (then, now)]
    if all(held):
        if own.days.s1 > NEVER and own.days.s1 <= then.last < own.days.s2 and not _sure(spell, then):
            return "start uncertain"
        if own.days.e2 < FOREVER and own.days.e1 < now.first <= own.days.e2 and not _sure(spell, now):
            return "end uncertain"
        return "same"
    if any(held):
        return "last evidenced" if held[0] else "known later only"
    if spell.reach is None:
        return "undated"
    return "seen between" if spell.reach[0] > then.last and spell.reach[1] < now.first else "other days"


def _sure(spell: Spell, days: Days) -> bool:
    return spell.on(days.first, days.last) == "certainly"


def _events(view: View, then: Days, now: Days) -> Iterable[Fate]:
    """The events that lie after the one date and not after the other."""
    for event, items in events(view):
        time = event_time(event, items)
        found = extent(time, (), False)
        kind: Kind = "undated"
        if found:
            inside = found.first > then.last and min(found.last, found.spell.days.e2) <= now.last
            kind = "happened" if inside else "other days"
        spell = found.spell if found else None
        answers: list[Answer] = [
            spell.on(days.first, days.last) if spell else "not known" for days in (then, now)
        ]
        yield Fate(
            kind, "event", event.id, ("", ""), "event", "", event.name, "", "", when(time, False), answers[0],
            answers[1], items,
        )  # fmt: skip
