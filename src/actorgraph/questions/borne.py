"""How much each document, paragraph and voice bears of what is seen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..lens import answer
from ..model import Evidence
from ..sight import Seen
from ..timing import spell_of_trait
from ..view import View
from ..view.dropping import holding_up, names
from .show import chooses_ties
from .wording import figure

LIVE = (None, "certainly", "possibly")


class Borne(NamedTuple):
    """What something bears. `alone`: ties of which no evidence would be left without it."""

    statements: int
    ties: int
    alone: int
    traits: int
    events: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The figures as text."""
        return tuple(str(number) for number in self)


class Tally:
    """How much each document, paragraph and voice bears of what is seen, counted in one go."""

    def __init__(self, view: View, seen: Sequence[Seen]) -> None:
        self._statements: Counter[str] = Counter()
        self._ties: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._traits: Counter[str] = Counter()
        self._events: Counter[str] = Counter()
        self._places: dict[str, dict[str, None]] = {}
        self._heard: dict[str, None] = {}
        self.voices: dict[str, Counter[str]] = {id_: Counter() for id_ in view.dataset.sources}
        for row in seen:
            for item in row.items:
                self._statements.update({*names(item)})
                self.voices[item.source][item.says] += 1
            self._ties.update(self._all(row.items))
            self._alone.update(holding_up(row.items))
        for kind, items in _told(view):
            (self._traits if kind == "trait" else self._events).update(self._all(items))

    def _all(self, items: Sequence[Evidence]) -> set[str]:
        for item in items:
            self._places.setdefault(item.source, {}).update(dict.fromkeys(item.at))
            self._heard[item.says] = None
        return {name for item in items for name in names(item)}

    def borne(self, name: str) -> Borne:
        """What that document, `source:paragraph` or voice bears."""
        return Borne(
            *(one[name] for one in (self._statements, self._ties, self._alone, self._traits, self._events))
        )

    def places(self, source: str) -> list[str]:
        """The paragraphs cited, in the order of the document."""
        return sorted(self._places.get(source, ()), key=lambda at: (figure(at), at))

    @property
    def speaking(self) -> list[str]:
        """Whoever says something, first those who say most of ties."""
        return sorted(self._heard, key=lambda voice: -self._statements[voice])


def _told(view: View) -> Iterator[tuple[str, Sequence[Evidence]]]:
    """The evidence of each trait and event that the lens leaves; none where it asks for some ties only."""
    if chooses_ties(view):
        return
    sight, dataset = view.sight, view.dataset
    for actor in dataset.actors.values():
        for trait in actor.traits:
            items = sight.evidence(trait.evidence)
            if answer(spell_of_trait(trait, items, actor.id, dataset), view.lens) in LIVE:
                yield "trait", items
    for event in dataset.events.values():
        yield "event", sight.evidence(event.evidence)
