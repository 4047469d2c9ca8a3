"""Dated ties, traits and events in order: each statement with the days it names, and what is undated."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from ..dataset import Dataset
from ..model import Event, Evidence
from ..page import Run, Text, plain, text
from ..period import FOREVER, NEVER
from ..sight import Seen
from ..timing import existed, own_claim
from ..view import View
from .basis import Basis, basis
from .event_rows import only_possible
from .lanes import Extent, extent
from .row_names import event_time, tie_name, trait_words
from .rows import SECTIONS
from .show import Fact, chooses_ties, facts_of
from .statements import Statement, statements, when
from .wording import held_by, places, qualifiers, row_text, said

Placed = Literal["lane", "seen", "ahead", "undated", "elsewhere"]
COLUMNS = (
    "row", "id", "actors", "type", "mark", "modality", "standing", "says", "stance", "when", "starts-from",
    "starts-by", "ends-from", "ends-by", "placed", "answer", "source", "at", "text",
)  # fmt: skip
ORDER = ("facts", *(section for section, _ in SECTIONS), "contested", "parts", "against", "events")


class Entry(NamedTuple):
    """One statement in time. `of` is who it is about: a pair, an actor or an event; `what` heads its rows."""

    row: Literal["tie", "fact", "event"]
    id: str
    of: tuple[str, ...]
    section: str
    what: str
    link: str
    name: str
    words: Text
    mark: str
    seen: Seen | None
    item: Evidence | None
    when: str
    extent: Extent | None
    placed: Placed
    at: str
    modality: str = "actual"
    standing: str = ""
    answer: str = ""

    @property
    def begin(self) -> tuple[int, int]:
        """By which entries are put in order; what names no day comes last."""
        return (self.extent.first, self.extent.last) if self.extent else (FOREVER, FOREVER)


class Timeline(NamedTuple):
    """The answer: every statement about the actors, or of the whole record, dated or not."""

    actors: tuple[str, ...]
    basis: Basis
    entries: tuple[Entry, ...]
    hidden: int
    known: tuple[int, int]
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`; the four days are empty where no source states that limit."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a statement, oldest first, undated ones last."""
        return [_cells(entry) for entry in sorted(self.entries, key=lambda entry: entry.begin)]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()]
        return {"actors": self.actors, "lens": self.basis.lens, "hidden": self.hidden, "entries": rows}


def ask(view: View, names: Sequence[str] = ()) -> Timeline:
    """The time of those actors, or of all."""
    actors = tuple(dict.fromkeys(view.resolve(name).id for name in names))
    found = basis(view, actors[0]) if len(actors) == 1 else basis(view)
    entries = [*_facts(view, actors), *_ties(view, actors), *_events(view, actors)]
    entries = _placed([_elsewhere(entry, view) for entry in entries], view)
    hidden = {row.relation.id for actor in actors or (None,) for row in view.hidden(actor)}
    entries.sort(key=lambda entry: ORDER.index(entry.section))
    return Timeline(actors, found, tuple(entries), len(hidden), _known(found), view.dataset)


def _known(found: Basis) -> tuple[int, int]:
    """The first and the last day of the date to which the record knows."""
    dates = [source.published for source in found.sources if source.published]
    latest = max(dates, key=lambda one: one.last, default=None)
    return (latest.first, latest.last) if latest else (FOREVER, FOREVER)


# -- what is told of each: traits, ties, events


def _facts(view: View, actors: tuple[str, ...]) -> Iterable[Entry]:
    if chooses_ties(view):
        return
    for actor in view.actors():
        if actors and actor.id not in actors:
            continue
        for fact in facts_of(view, actor):
            yield _fact(fact, actor.id, "" if len(actors) == 1 else actor.name, view)


def _fact(fact: Fact, actor: str, name: str, view: View) -> Entry:
    trait, item, dataset = fact.trait, fact.item, view.dataset
    expected = trait.modality == "expected"
    time = item.time if item else own_claim(trait)
    topic = trait.on or fact.label
    return Entry(
        "fact", f"{actor}.{trait.trait}.{trait.on}".strip("."), (actor, trait.trait, trait.on), "facts", topic,
        "", name, trait_words(trait, item, dataset), fact.mark, None, item, when(time, expected),
        extent(time, existed((actor,), dataset), expected), "lane", _at(item, dataset), trait.modality,
    )  # fmt: skip


def _ties(view: View, actors: tuple[str, ...]) -> Iterable[Entry]:
    parts = set() if view.lens.roll_up else _parts(view, actors)
    for seen in view.relations():
        ends, own = {seen.from_, seen.to}, ""
        if actors and not ends & set(actors):
            section = (
                "parts" if ends & parts else "against" if set(seen.relation.against) & set(actors) else ""
            )
            if not section:
                continue
        else:
            section, own = "", actors[0] if len(actors) == 1 else ""
        told = statements(seen, own or seen.from_, view.dataset)
        several = len({one.when for one in told if one.when != "undated"}) > 1
        for one in told:
            yield _tie(one, section, bool(own), several, view.dataset)


def _parts(view: View, actors: tuple[str, ...]) -> set[str]:
    chain, day = view.sight.belonging.chain, view.lens.days
    return {
        part for part in view.dataset.actors if part not in actors and set(chain(part, day)) & set(actors)
    }


def _tie(one: Statement, section: str, own: bool, several: bool, dataset: Dataset) -> Entry:
    seen, item, relation = one.seen, one.item, one.seen.relation
    type_, expected = dataset.type_of(relation), relation.modality == "expected"
    time = item.time if item else own_claim(relation)
    narrowed = "; ".join(qualifiers(relation, dataset))
    if one.section == "contested" and item:
        verb, voice = held_by(item, dataset)
        lead = f"{narrowed}, {verb} " if narrowed else f"{verb} "
        words = text(lead, Run(voice, "voice"), f": {item.gist}" if item.gist else "")
    elif several:
        words = row_text(relation, item, dataset)
    else:  # the heading and the names say it
        told = said(item, dataset) if item else ()
        words = text(narrowed, *told) if narrowed else _begun(told)
    return Entry(
        "tie", relation.id, tuple(sorted({seen.from_, seen.to})), section or one.section, type_.noun,
        one.link if own else "", one.name if own else tie_name(seen, dataset),
        words, one.mark, seen, item, one.when, extent(time, existed(relation.ends, dataset), expected), "lane",
        one.at, relation.modality, seen.standing, seen.answer or "",
    )  # fmt: skip


def _begun(voice: Text) -> Text:
    """What `said` gives to stand behind a row's text, where nothing stands before it."""
    if not voice:
        return ()
    return (voice[0]._replace(text=voice[0].text.removeprefix(", ")), *voice[1:])


def _events(view: View, actors: tuple[str, ...]) -> Iterable[Entry]:
    everybody = set(actors) | (_parts(view, actors) if actors else set())
    for event in view.dataset.events.values():
        roles = [role for role, who in event.who if everybody & set(who)]
        items = view.sight.evidence(event.evidence)
        if (actors and not roles) or (not items and (event.evidence or view.lens.chooses)):
            continue
        yield _event(event, items, view)


def _event(event: Event, items: tuple[Evidence, ...], view: View) -> Entry:
    time = event_time(event, items)
    voice = said(items[0]._replace(hedge=""), view.dataset) if items else ()
    mark = "~" if only_possible(event, view) else ""
    return Entry(
        "event", event.id, (event.id,), "events", "", "", event.name, _begun(voice), mark, None,
        items[0] if items else None, when(time, False), extent(time, (), False), "lane",
        places(items, view.dataset),
    )  # fmt: skip


def _at(item: Evidence | None, dataset: Dataset) -> str:
    return places([item], dataset) if item else ""


# -- where each stands: in a lane, in a paragraph, outside the days asked


def _elsewhere(entry: Entry, view: View) -> Entry:
    """An entry whose own dates lie outside the days asked is only counted."""
    every, some = view.lens.throughout, view.lens.days
    asked = every or some
    if asked is None or entry.extent is None:
        return entry
    spell = entry.extent.spell
    answer = spell.throughout(asked.first, asked.last) if every else spell.on(asked.first, asked.last)
    out = answer == "no" or entry.extent.last < asked.first or entry.extent.first > asked.last
    return entry._replace(answer=answer, placed="elsewhere" if out else entry.placed)


def _placed(entries: Sequence[Entry], view: View) -> list[Entry]:
    """A bare sighting of the day its source appeared, and a forecast, have a lane only beside dated rows of theirs."""
    bare: dict[int, Placed] = {}
    for place, entry in enumerate(entries):
        if entry.placed == "elsewhere":
            continue
        if entry.extent is None:
            bare[place] = "undated"
        elif entry.extent.ahead:
            bare[place] = "ahead"
        elif entry.item and _only_seen(entry.item):
            bare[place] = "seen"
    dated = {e.of for n, e in enumerate(entries) if n not in bare and e.placed == "lane"}
    return [
        entry._replace(placed=bare[n])
        if n in bare and (bare[n] == "undated" or entry.of not in dated)
        else entry
        for n, entry in enumerate(entries)
    ]


def _only_seen(item: Evidence) -> bool:
    """Whether all that is told is that it was so when the source appeared."""
    time = item.time
    if (
        time.when
        or time.gone_by
        or not (time.as_of and time.as_of.single and time.as_of.start and time.published)
    ):
        return False
    return time.as_of.start.last >= time.published.first


# -- as a table


def _cells(entry: Entry) -> tuple[str, ...]:
    item, days = entry.item, entry.extent.spell.days if entry.extent else ()
    four = [date.fromordinal(day).isoformat() if NEVER < day < FOREVER else "" for day in days] or [""] * 4
    actors = (entry.seen.from_, entry.seen.to) if entry.seen else entry.of[:1]
    type_ = entry.seen.relation.type if entry.seen else entry.of[1] if entry.row == "fact" else ""
    return (
        entry.row, entry.id, " ".join(actors) if entry.row != "event" else "", type_, entry.mark, entry.modality,
        entry.standing, item.says if item else "", item.stance if item else "", entry.when, *four, entry.placed,
        entry.answer, item.source if item else "", "+".join(item.at) if item else "", told(entry),
    )  # fmt: skip


def told(entry: Entry) -> str:
    """The entry in words, without its heading."""
    who = f"{entry.link} {entry.name}".strip()
    return ": ".join(filter(None, [who, plain(entry.words)])) or entry.what
