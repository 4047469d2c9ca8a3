"""A view without one paragraph, voice or source after another: what `--without` leaves, looked at no more than needed.

A loss reaches the ties that cite what is lost, and those whose standing or ends lean on such a tie: on who is part
of whom, who answers for whom, and what stake a voice has. All others look as before.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..model import Evidence, Relation
from ..sight import Hidden, Seen, Sight
from . import View

KINDS = ("paragraph", "voice", "source")
_FOR_GOOD = frozenset({"empty-lens", "lens", "type", "family", "sign", "standing"})


class Dropped(NamedTuple):
    """One loss: its name as `--without` takes it, the ties that cite it, and how those it reaches look then.

    `regroups`: who is part of whom, or answers for whom, may differ too.
    """

    name: str
    sight: Sight
    touched: frozenset[str]
    again: dict[str, Seen | Hidden]
    regroups: bool
    whole: View

    @property
    def view(self) -> View:
        """The whole view that is left."""
        return self.whole.changed(self.sight, self.again)

    def left(self, rows: Iterable[Seen]) -> list[Seen]:
        """How those ties look then, without those that fall."""
        found = (self.again.get(row.relation.id, row) for row in rows)
        return [row for row in found if isinstance(row, Seen)]


class Dropping:
    """The losses of a view. Its own standing filter is set aside then: a standing that changes is an answer."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._sight = Sight(view.dataset, view.lens.evidence)
        self._seen = {row.relation.id: row for row in view.relations()}
        self._gone = {row.relation.id for row in view.hidden() if row.reason in _FOR_GOOD}
        self._citing: dict[str, dict[str, None]] = {}
        for row in view.dataset.relations:
            for item in self._sight.evidence(row.evidence):
                for name in names(item):
                    self._citing.setdefault(name, {})[row.id] = None

    @cached_property
    def names(self) -> Sequence[str]:
        """All that the ties of the record cite in what the lens leaves of them; what it hides is not named."""
        sight = self._view.sight
        rows = self._view.dataset.relations
        return [
            *dict.fromkeys(n for row in rows for item in sight.evidence(row.evidence) for n in names(item))
        ]

    def reach(self, name: str) -> set[str]:
        """The ties that may look otherwise without it."""
        touched = self._citing.get(name, {})
        found = {other for id_ in touched for other in self._leaning.get(id_, ())}
        return (found | touched.keys()) - self._gone

    def without(self, name: str) -> Dropped:
        """What is left without that paragraph, voice or source."""
        dataset, lens = self._view.dataset, self._view.lens
        sight = Sight(dataset, lens._replace(standing=None, without=lens.without | {name}))
        touched = self._citing.get(name, {})
        again = {id_: sight.see(dataset.by_id[id_]) for id_ in self.reach(name)}
        return Dropped(name, sight, frozenset(touched), again, self.regroups(name), self._view)

    def regroups(self, name: str) -> bool:
        """Whether who is part of whom, or answers for whom, may differ without it."""
        rows = (self._view.dataset.by_id[id_] for id_ in self._citing.get(name, ()))
        return any(self._view.dataset.type_of(row).family == "belongs" for row in rows)

    @cached_property
    def _leaning(self) -> dict[str, list[str]]:
        """By tie: those whose standing or ends it helps to decide."""
        dataset = self._view.dataset
        found: dict[str, list[str]] = {}
        for row in dataset.relations:
            for id_ in {*self._leans_on(row)}:
                found.setdefault(id_, []).append(row.id)
        return found

    def _leans_on(self, row: Relation) -> Iterator[str]:
        dataset = self._view.dataset
        voices = {item.says for item in row.evidence if item.says in dataset.actors}
        if voices or self._view.lens.roll_up:
            yield from self._above({*row.ends, *row.against, *voices})
        seen = self._seen.get(row.id)
        if seen and len(seen.backing.groups) > 1:  # only there is a voice without a stake worth more
            yield from (
                other.id
                for voice in voices
                for other in dataset.around.get(voice, ())
                if dataset.type_of(other).sign != "0"
            )

    def _above(self, actors: Iterable[str]) -> Iterator[str]:
        """The ties by which those actors could belong to others, and these to further ones, firm or not."""
        dataset = self._view.dataset
        todo, known = [*actors], {*actors}
        while todo:
            actor = todo.pop()
            rows = dataset.belonging.get(actor, ())
            yield from (row.id for row in rows)
            found = dataset.actors.get(actor)
            above = {row.to for row in rows} | ({found.of} if found and found.of else set())
            todo += above - known
            known |= above


def names(item: Evidence) -> tuple[str, ...]:
    """The words of `--without` that take away the item or one of its places."""
    return (*(f"{item.source}:{at}" for at in item.at), item.says, item.source)


def kind_of(name: str, view: View) -> str:
    """Whether the word of `--without` names a paragraph, a voice or a source."""
    return "paragraph" if ":" in name else "source" if name in view.dataset.sources else "voice"
