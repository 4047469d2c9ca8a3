"""Some ties of a view without one paragraph, voice or source after another, exactly as `--without` leaves them.

A loss reaches the ties that cite what is lost, and those whose standing or ends lean on such a tie: on who is part
of whom, who answers for whom, and what stake a voice has. The others look as before and are not looked at again.
"""

from collections.abc import Iterable, Iterator, Sequence

from ..model import Evidence, Relation
from ..sight import Hidden, Seen, Sight
from . import View

KINDS = ("paragraph", "voice", "source")


class Dropped:
    """One loss: its name as `--without` takes it, the ties that cite it, and those that may look otherwise.

    `regroups`: other ties may belong to the question, since who is part of whom may differ. `splits`: some tie that
    makes a part of one actor another's is among those that cite it.
    """

    def __init__(
        self,
        view: View,
        name: str,
        touched: frozenset[str],
        reach: frozenset[str],
        regroups: bool,
        splits: bool,
    ) -> None:
        # A standing that changes is an answer, so the lens must not hide the tie for it.
        self.lens = view.lens._replace(standing=None, without=view.lens.without | {name})
        self.sight = Sight(view.dataset, self.lens)
        self.name = name
        self.touched = touched
        self.reach = reach
        self.regroups = regroups
        self.splits = splits
        self._view = view
        self._looked: dict[str, Seen | Hidden] = {}

    def look(self, row: Seen) -> Seen | Hidden:
        """How that tie looks then."""
        id_ = row.relation.id
        if id_ not in self.reach:
            return row
        found = self._looked.get(id_)
        if found is None:
            found = self._looked[id_] = self.sight.see(row.relation)
        return found

    def left(self, rows: Iterable[Seen]) -> list[Seen]:
        """How those ties look then, without those that fall."""
        return [found for row in rows if isinstance(found := self.look(row), Seen)]

    def anew(self) -> View:
        """All that is left, looked at anew."""
        return self._view.through(self.lens)


class Dropping:
    """The losses on which some ties hang, or the parts and wholes of some actors; `beside` are ties to watch too."""

    def __init__(
        self, view: View, rows: Iterable[Seen], actors: Sequence[str] = (), beside: Iterable[Relation] = ()
    ) -> None:
        self._view = view
        self._above: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        leaning = {row.id: self._leans_on(row, 2) for row in beside}
        leaning |= {row.relation.id: self._leans_on(row.relation, len(row.backing.groups)) for row in rows}
        self._leaners: dict[str, list[str]] = {}
        for id_, others in leaning.items():
            for other in others:
                self._leaners.setdefault(other, []).append(id_)
        parts = [*self._parts(actors)]
        self._regrouping = {row.id for row in parts} if actors or view.lens.roll_up else set()
        self._splitting = {row.id for row in parts}
        self._own = leaning.keys()
        self.names: list[str] = []
        self._citing = self._cited({*leaning, *self._leaners, *self._splitting})

    def _cited(self, ids: set[str]) -> dict[str, set[str]]:
        """By name: the ties that cite it. What the lens hides decides too, and is not named."""
        dataset, sight = self._view.dataset, self._view.sight
        whole = Sight(dataset, self._view.lens.evidence)
        found: dict[str, set[str]] = {}
        named: dict[str, None] = {}
        for row in (dataset.by_id[id_] for id_ in ids):
            for item in whole.evidence(row.evidence):
                for name in names(item):
                    found.setdefault(name, set()).add(row.id)
            named.update(dict.fromkeys(name for item in sight.evidence(row.evidence) for name in names(item)))
        self.names = list(named)
        return found

    def without(self, name: str) -> Dropped:
        """What is left without that paragraph, voice or source."""
        touched = self._citing.get(name, set())
        reach = {other for id_ in touched for other in self._leaners.get(id_, ())} | (touched & self._own)
        splits = not touched.isdisjoint(self._splitting)
        regroups = not touched.isdisjoint(self._regrouping)
        return Dropped(self._view, name, frozenset(touched), frozenset(reach), regroups, splits)

    def _leans_on(self, relation: Relation, groups: int) -> set[str]:
        """The ties that help to decide the standing or the ends of this one, which has so many groups of support."""
        dataset = self._view.dataset
        voices = {item.says for item in relation.evidence if item.says in dataset.actors}
        found: set[str] = set()
        if voices or self._view.lens.roll_up:
            for actor in {*relation.ends, *relation.against, *voices}:
                found |= self._up(actor)[1]
        if voices and groups > 1:  # only there is a voice without a stake worth more
            homes = frozenset().union(*(self._up(end)[0] for end in relation.ends))
            found |= {
                other.id
                for voice in voices
                for other in dataset.around.get(voice, ())
                if dataset.type_of(other).sign != "0" and not homes.isdisjoint(other.ends)
            }
        return found

    def _up(self, actor: str) -> tuple[frozenset[str], frozenset[str]]:
        """The actor with whoever it could belong to, firm or not, and the ties that say so."""
        held = self._above.get(actor)
        if held is None:
            dataset = self._view.dataset
            known, todo, rows = {actor}, [actor], set()
            while todo:
                one = todo.pop()
                above = dataset.belonging.get(one, ())
                rows |= {row.id for row in above}
                found = dataset.actors.get(one)
                further = {row.to for row in above} | ({found.of} if found and found.of else set())
                todo += further - known
                known |= further
            held = self._above[actor] = frozenset(known), frozenset(rows)
        return held

    def _parts(self, actors: Sequence[str]) -> Iterator[Relation]:
        """The ties by which somebody is part of another: those above and below the actors, all where none is named."""
        dataset = self._view.dataset
        above = frozenset().union(*(self._up(actor)[0] for actor in actors))
        found = [*dataset.belonging.values()] if not actors or self._view.lens.roll_up else []
        if not found:
            parts = {*above, *(part for actor in actors for part in dataset.below(actor, everyone=True))}
            held = (dataset.belonging.get(part, ()) for part in parts)
            found = sorted((rows for rows in held if rows), key=lambda rows: dataset.order[rows[0].id])
        for rows in found:
            yield from (row for row in rows if dataset.type_of(row).rolls_up)


def names(item: Evidence) -> tuple[str, ...]:
    """The words of `--without` that take away the item or one of its places."""
    return (*(f"{item.source}:{at}" for at in item.at), item.says, item.source)


def holding_up(items: Iterable[Evidence]) -> frozenset[str]:
    """The words of `--without` each of which by itself takes away all of these items."""
    each = [{*names(item)[-2:], *(item.places if len({*item.at}) == 1 else ())} for item in items]
    return frozenset(each[0].intersection(*each[1:])) if each else frozenset()


def kind_of(name: str, view: View) -> str:
    """Whether the word of `--without` names a paragraph, a voice or a source."""
    return "paragraph" if ":" in name else "source" if name in view.dataset.sources else "voice"
