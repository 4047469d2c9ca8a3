"""One actor: what it is, its ties and who says so, the events it is in, and what was not coded."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..model import Actor, Event, Evidence, Trait
from ..sight import Seen
from ..spell import Answer
from ..standing import AGAINST, FIRM
from ..timing import spell_of_trait
from ..view import View
from . import kin
from .basis import Basis, basis
from .statements import COLUMNS, Statement, statements


class Fact(NamedTuple):
    """A trait as the lens leaves it, an item of evidence at a time.

    `mark` is `~` for a plan, a forecast or what is only held possible, `?` for what is asked, doubted or denied.
    """

    trait: Trait
    item: Evidence | None
    label: str
    answer: Answer | None
    mark: str = ""


class Passed(NamedTuple):
    """A firm tie of a whole, which says nothing of its part."""

    whole: str
    seen: Seen


class Coverage(NamedTuple):
    """Three counts, never one: statements at whose end the actor stands, aimed at it, spoken by it."""

    statements: int
    ends: int
    against: int
    says: int
    missing: tuple[str, ...]
    hidden: int
    reasons: tuple[str, ...]


class Portrait(NamedTuple):
    """The answer. `own` are the actor's statements, `parts` those of its parts and segments."""

    actor: Actor
    wholes: tuple[str, ...]
    basis: Basis
    facts: tuple[Fact, ...]
    own: tuple[Statement, ...]
    parts: tuple[Statement, ...]
    passed: tuple[Passed, ...]
    events: tuple[tuple[Event, tuple[str, ...]], ...]
    coverage: Coverage
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`; the first says whether a row is a tie, a fact or an event."""
        return ("row", *COLUMNS)

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a statement on a tie (the actor's own, then those of its parts), a fact or an event."""
        from .show_table import table

        return table(self)

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it: the actor, the lens in words, facts, statements, events, coverage."""
        facts = [
            {
                "trait": one.trait,
                "says": one.item.says if one.item else "",
                "answer": one.answer,
                "mark": one.mark,
            }
            for one in self.facts
        ]
        return {
            "actor": self.actor._replace(traits=()),
            "part-of": self.wholes,
            "lens": self.basis.lens,
            "facts": facts,
            "statements": [
                dict(zip(COLUMNS, one.row(self.dataset), strict=True)) for one in (*self.own, *self.parts)
            ],
            "events": [{"event": event, "roles": roles} for event, roles in self.events],
            "coverage": self.coverage,
        }


def ask(view: View, name: str) -> Portrait:
    """The actor of that name, through the view's lens."""
    dataset, sight = view.dataset, view.sight
    actor = view.resolve(name)
    days = view.lens.days
    rows = view.relations(actor.id)
    own = tuple(one for seen in rows for one in statements(seen, actor.id, dataset))
    below = kin.parts(view, actor.id)[1:]
    parts = tuple(
        one
        for part in below
        for seen in view.relations(part)
        if actor.id not in seen.relation.ends
        for one in statements(seen, part, dataset)
    )
    wholes = _told(actor, sight.belonging.wholes(actor.id, days), view)
    passed = tuple(
        Passed(whole, seen)
        for whole in wholes[:1]
        for seen in view.relations(whole)
        if seen.firm and actor.id not in seen.relation.ends and seen.answer in (None, "certainly", "possibly")
    )
    facts = () if chooses_ties(view) else facts_of(view, actor)
    return Portrait(
        _seen(actor, view),
        wholes,
        basis(view, actor.id),
        facts,
        own,
        parts,
        passed,
        events_of(view, {actor.id, *below}),
        _coverage(view, actor, own, facts),
        dataset,
    )


def _seen(actor: Actor, view: View) -> Actor:
    """The actor with those of its aliases that the lens leaves; their evidence too."""
    kept = [(alias, view.sight.evidence(alias.evidence)) for alias in actor.aliases]
    aliases = tuple(alias._replace(evidence=left) for alias, left in kept if left or not alias.evidence)
    return actor._replace(aliases=aliases)


def _told(actor: Actor, wholes: tuple[str, ...], view: View) -> tuple[str, ...]:
    """The wholes as far as the lens leaves their evidence: what only another voice bears is not told."""
    if actor.of or not (view.lens.chooses or view.lens.without):
        return wholes
    seen = {row.relation.to for row in view.relations(actor.id) if row.relation.from_ == actor.id}
    return tuple(whole for whole in wholes if whole in seen)


def facts_of(view: View, actor: Actor) -> tuple[Fact, ...]:
    """The traits that the lens leaves, in the order of the vocabulary."""
    dataset, sight = view.dataset, view.sight
    kinds = dataset.vocabulary.traits
    order = list(kinds)
    found = []
    for trait in actor.traits:
        items = sight.evidence(trait.evidence)
        if not items and (trait.evidence or view.lens.chooses or view.lens.empty):
            continue
        spell = spell_of_trait(trait, items, actor.id, dataset)
        on = view.lens.days
        answer = spell.on(on.first, on.last) if on else None
        if view.lens.throughout:
            answer = spell.throughout(view.lens.throughout.first, view.lens.throughout.last)
        disputed = any(item.stance in AGAINST for item in items)
        found += [
            Fact(trait, item, kinds[trait.trait].label, answer, _mark(trait, item, disputed))
            for item in items or (None,)
        ]
    return tuple(sorted(found, key=lambda fact: order.index(fact.trait.trait)))


def _mark(trait: Trait, item: Evidence | None, disputed: bool) -> str:
    if disputed or (item is not None and item.stance == "mentions"):
        return "?"
    return "~" if trait.modality != "actual" or (item is not None and item.stance == "suggests") else ""


def chooses_ties(view: View) -> bool:
    """Whether the lens asks for some ties rather than others: what an actor is, is then not asked."""
    lens = view.lens
    return any(one is not None for one in (lens.type, lens.family, lens.sign, lens.kind, lens.standing))


def events_of(view: View, actors: set[str]) -> tuple[tuple[Event, tuple[str, ...]], ...]:
    """Events in which any of them has a role, oldest first, undated ones last; with the roles."""
    found = []
    for event in view.dataset.events.values():
        roles = tuple(role for role, who in event.who if actors & set(who))
        shown = view.sight.evidence(event.evidence)
        if roles and (shown or not (event.evidence or view.lens.chooses)):
            figures = tuple(one for one in event.figures if _heard(one.says, view))
            found.append((event._replace(evidence=shown, figures=figures), roles))
    return tuple(sorted(found, key=lambda pair: _begin(pair[0])))


def _heard(voice: str, view: View) -> bool:
    """Whether the lens leaves what that voice says; a figure without a voice of its own is the item's."""
    lens = view.lens
    return not voice or ((lens.says is None or voice in lens.says) and voice not in lens.without)


def _begin(event: Event) -> tuple[int, int, str]:
    if event.when is None:
        return (2**40, 2**40, event.id)
    start, end = event.when.start or event.when.end, event.when.end or event.when.start
    return (start.first if start else 0, end.last if end else 0, event.id)


def _coverage(view: View, actor: Actor, own: tuple[Statement, ...], facts: tuple[Fact, ...]) -> Coverage:
    """What the page rests on, and the keys under which nothing is coded for an actor of this kind."""
    dataset = view.dataset
    naming = [row for row in view.naming(actor.id) if not row.supposed]
    kinds = dataset.vocabulary.traits
    filled = {fact.trait.trait for fact in facts}
    missing = tuple(
        kind.label
        for kind in kinds.values()
        if kind.name not in filled
        and not chooses_ties(view)
        and any(dataset.vocabulary.is_kind(actor.kind, expected) for expected in kind.expected_of)
    )
    hidden = view.hidden(actor.id)
    return Coverage(
        view.borne().items,
        sum(1 for statement in own if statement.item and not statement.seen.supposed),
        sum(
            len(row.items)
            for row in naming
            if actor.id in row.relation.against and actor.id not in row.relation.ends
        ),
        sum(1 for row in naming for item in row.items if item.says == actor.id),
        tuple(dict.fromkeys(missing)),
        len(hidden),
        tuple(sorted({row.reason for row in hidden})),
    )


def firm(statement: Statement) -> bool:
    """Whether the statement stands on a firm row."""
    return statement.seen.standing in FIRM
