"""What goes out: the records that a view leaves, each without what the view hides of it.

Where the lens drops evidence, so go a record's words and dates that no evidence left bears: the coder's note, who
coded it, and dates of the row that no item left takes over.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..lens import PLAIN, Lens, answer
from ..model import ASSUMED, Actor, Alias, Event, Evidence, Relation, Source, Trait, Voice
from ..sight import Seen
from ..standing import positions
from ..timing import spell_of_trait
from ..view import View
from ..view.released import strictest
from ..vocabulary import RelationType, shipped

LIVE = (None, "certainly", "possibly")


class Outgoing(NamedTuple):
    """The records that go out, in the files' order. `left` says in words what the lens keeps back."""

    view: View
    rows: tuple[Seen, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    voices: tuple[Voice, ...]
    left: tuple[str, ...]

    @property
    def handling(self) -> str:
        """The strictest handling mark of what goes out."""
        dataset = self.view.dataset
        cited = [one.handling for one in self.sources]
        ties = [row.relation.handling for row in self.rows]
        held = (dataset.about.handling, *cited, *ties, *(event.handling for event in self.events))
        return strictest(held, dataset.vocabulary)

    @property
    def what_if(self) -> str:
        """What is supposed and how much of it goes out; empty where nothing is."""
        if not self.view.lens.suppose:
            return ""
        told = [
            "as assumed on the command line" if one.id == ASSUMED else f"{one.id}, {one.name}"
            for one in self.view.lens.suppose
        ]
        brought = sum(row.supposed for row in self.rows)
        ended = len(self.view.ended())
        said = [f"{_ties(brought)} with the standing supposed"] if brought else []
        said += [f"{_ties(ended)} of the record ended or changed"] if ended else []
        return f"{'; '.join(told)}; not in the record: {' and '.join(said) or 'nothing that goes out'}"

    @property
    def types(self) -> tuple[RelationType, ...]:
        """The data set's own types: all of them, or through a lens those of the ties that go out."""
        used = {row.relation.type for row in self.rows}
        known = shipped().types
        return tuple(
            one
            for name, one in self.view.dataset.vocabulary.types.items()
            if known.get(name) != one and (name in used or self.view.lens == PLAIN)
        )

    def held(self) -> Iterator[tuple[str, Evidence]]:
        """Every item of evidence with a reference to what it bears."""
        for row in self.rows:
            for item in row.items:
                yield row.relation.id, item
        for actor in self.actors:
            for number, trait in enumerate(actor.traits, 1):
                for item in trait.evidence:
                    yield trait_ref(actor, number), item
            for number, alias in enumerate(actor.aliases, 1):
                for item in alias.evidence:
                    yield alias_ref(actor, number), item
        for event in self.events:
            for item in event.evidence:
                yield event.id, item


def trait_ref(actor: Actor, number: int) -> str:
    return f"{actor.id}/trait/{number}"


def alias_ref(actor: Actor, number: int) -> str:
    return f"{actor.id}/name/{number}"


def outgoing(view: View) -> Outgoing:
    """What the view leaves, ties of days not asked for aside."""
    return _Gathering(view).made()


class _Gathering:
    def __init__(self, view: View) -> None:
        self.view = view
        lens = view.lens
        self.narrow = lens.evidence != Lens() or lens.says is not None or lens.empty
        self.some = any(
            one is not None for one in (lens.type, lens.family, lens.sign, lens.kind, lens.standing)
        )

    def made(self) -> Outgoing:
        view, dataset = self.view, self.view.dataset
        seen = view.relations()
        rows = tuple(self._row(row) for row in seen if row.answer in LIVE)
        events = tuple(self._events({row.relation.event for row in rows}))
        described = {id_: self._described(actor) for id_, actor in dataset.actors.items()}
        mentioned = set(_in_ties(rows)) | set(_in_events(events))
        full = self._whole(described, mentioned & described.keys())
        cited = {item.source for item in _items(rows, (described[id_] for id_ in full), events)}
        sources = tuple(one for one in dataset.sources.values() if one.id in cited or view.lens == PLAIN)
        kept = {one.id for one in sources}
        aside = mentioned | {name for id_ in full for name in _in_actor(described[id_])}
        aside |= {name for one in sources for name in (one.author, one.publisher)}
        named = full | {id_ for id_ in aside if id_ in described}
        while above := {described[id_].of for id_ in named} - named - {""}:
            named |= above
        return Outgoing(
            view,
            rows,
            tuple(
                actor if id_ in full else actor._replace(traits=(), aliases=())
                for id_, actor in described.items()
                if id_ in named
            ),
            events,
            tuple(
                one._replace(derives_from=tuple(s for s in one.derives_from if s in kept)) for one in sources
            ),
            tuple(one for one in dataset.voices.values() if one.id in aside or view.lens == PLAIN),
            tuple(self._left(len(seen) - len(rows))),
        )

    def _whole(self, described: dict[str, Actor], named: set[str]) -> set[str]:
        """Who goes out with all that is left of it; whoever else is named goes out by name and kind."""
        lens = self.view.lens
        if lens == PLAIN:
            return named | described.keys()
        if lens.kind is not None and not self.narrow:
            return named | {actor.id for actor in self.view.actors()}
        return named | {id_ for id_, one in described.items() if one.traits and not self.some}

    def _left(self, undated: int) -> Iterable[str]:
        """Ties that stay behind, in words, by the option of the lens that keeps them."""
        hidden = len(self.view.hidden())
        if hidden:
            yield f"{_ties(hidden)} hidden by the lens"
        if undated:
            yield f"{_ties(undated)} not known or over on the days asked"
        if self.narrow:
            yield "notes, who coded, and dates that no evidence left bears"

    def _row(self, row: Seen) -> Seen:
        if not self.narrow:
            return row
        return row._replace(relation=self._bare(row.relation, row.items))

    def _bare(self, relation: Relation, items: tuple[Evidence, ...]) -> Relation:
        own = not items or any(_undated(item) for item in items)
        return relation._replace(
            note="",
            coded=None,
            reviewed=(),
            when=relation.when if own else None,
            as_of=relation.as_of if own else None,
            gone_by=relation.gone_by if own else None,
        )

    def _events(self, wanted: set[str]) -> Iterator[Event]:
        for event in self.view.dataset.events.values():
            items = self.view.sight.evidence(event.evidence)
            if not self._survives(event.evidence, items) or (self.some and event.id not in wanted):
                continue
            if self.narrow:
                speaking = {item.says for item in items}
                figures = tuple(one for one in event.figures if not one.says or one.says in speaking)
                event = event._replace(note="", figures=figures)
            yield event._replace(evidence=items)

    def _described(self, actor: Actor) -> Actor:
        traits = tuple(one for trait in actor.traits if (one := self._trait(actor, trait)) is not None)
        aliases = tuple(found for alias in actor.aliases if (found := self._alias(alias)) is not None)
        return actor._replace(traits=traits, aliases=aliases, note="" if self.narrow else actor.note)

    def _trait(self, actor: Actor, trait: Trait) -> Trait | None:
        items = self.view.sight.evidence(trait.evidence)
        if not self._survives(trait.evidence, items):
            return None
        if self.view.lens.dated:
            timing = positions(items).timing if items else ()
            spell = spell_of_trait(trait, timing, actor.id, self.view.dataset)
            if answer(spell, self.view.lens) not in LIVE:
                return None
        if self.narrow:
            own = not items or any(_undated(item) for item in items)
            trait = trait._replace(note="")
            trait = trait if own else trait._replace(when=None, as_of=None, gone_by=None)
        return trait._replace(evidence=items)

    def _alias(self, alias: Alias) -> Alias | None:
        items = self.view.sight.evidence(alias.evidence)
        if alias.evidence and not items:
            return None
        if self.narrow and not items:
            return alias._replace(by=(), when=None)
        return alias._replace(evidence=items)

    def _survives(self, before: tuple[Evidence, ...], after: tuple[Evidence, ...]) -> bool:
        lens = self.view.lens
        return bool(after) or not (before or lens.chooses or lens.empty)


def _in_ties(rows: Iterable[Seen]) -> Iterator[str]:
    for row in rows:
        yield from (row.from_, row.to, *row.relation.ends, *row.relation.against)
        yield from _speakers(row.items)


def _in_events(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        yield from (name for _, names in event.who for name in names)
        yield from (figure.says for figure in event.figures)
        yield from _speakers(event.evidence)


def _in_actor(actor: Actor) -> Iterator[str]:
    for trait in actor.traits:
        yield trait.toward
        yield from _speakers(trait.evidence)
    for alias in actor.aliases:
        yield from alias.by
        yield from _speakers(alias.evidence)


def _speakers(items: Iterable[Evidence]) -> Iterator[str]:
    for item in items:
        yield from (item.says, *item.via)


def _items(rows: Iterable[Seen], actors: Iterable[Actor], events: Iterable[Event]) -> Iterator[Evidence]:
    for row in rows:
        yield from row.items
    for actor in actors:
        for trait in actor.traits:
            yield from trait.evidence
        for alias in actor.aliases:
            yield from alias.evidence
    for event in events:
        yield from event.evidence


def _undated(item: Evidence) -> bool:
    """Whether the item takes over the dates of its row."""
    return item.when is None and item.as_of is None and item.gone_by is None


def _ties(number: int) -> str:
    return f"{number} tie{'' if number == 1 else 's'}"
