"""What a path may step along: which ties are steps, which actors are stepped through, and why the others are not."""

from collections.abc import Sequence
from typing import NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..sight import Seen
from ..standing import FIRM, STANDINGS
from ..text import fold, near
from ..view import View
from ..view.names import resolve

VOICES = "voices"
ALL = "all"


class Avoided(NamedTuple):
    """One word of --avoid: what it was taken for, its id and name, and the types of tie it takes away."""

    what: str
    id: str
    name: str
    types: frozenset[str]


class Terms(NamedTuple):
    """How a path may go; None where nothing is asked of that kind. `through` holds ids once they are known."""

    first: int | None = None
    max_steps: int | None = None
    directed: bool = False
    avoid: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    hint: bool = False


class Steps:
    """The ties of a view that are steps, looked at only around the actors that a search reaches."""

    def __init__(
        self,
        view: View,
        ends: tuple[str, str],
        terms: Terms,
        *,
        firm: bool = True,
        dated: bool = True,
        shut: frozenset[str] = frozenset(),
    ) -> None:
        self.view = view
        self.ends = ends
        self.avoided = tuple(avoided(word, view.dataset) for word in terms.avoid)
        self.over = frozenset(name for word in terms.over for name in admitted(word, view.dataset))
        self.over |= {*terms.through}
        self.directed = terms.directed
        self._firm = firm
        self._dated = dated
        self._shut = shut | {one.id for one in self.avoided if one.what == "actor"}
        self._types = frozenset().union(*(one.types for one in self.avoided))
        self._near: dict[tuple[str, bool], dict[str, tuple[Seen, ...]]] = {}
        self._through: dict[str, str] = {}

    def forth(self, actor: str) -> dict[str, tuple[Seen, ...]]:
        """By neighbour: the ties that lead from the actor to it."""
        return self._around(actor, False)

    def back(self, actor: str) -> dict[str, tuple[Seen, ...]]:
        """By neighbour: the ties that lead from it to the actor."""
        return self._around(actor, self.directed)

    def _around(self, actor: str, inward: bool) -> dict[str, tuple[Seen, ...]]:
        found = self._near.get((actor, inward))
        if found is None:
            rows: dict[str, list[Seen]] = {}
            for row in self.view.relations(actor):
                if not self.refused(row) and self._leads(row, actor, inward):
                    rows.setdefault(row.other(actor), []).append(row)
            name = self.view.dataset.name_of
            order = sorted(
                (o for o in rows if not self.barred(o)), key=lambda other: (name(other).casefold(), other)
            )
            found = self._near[actor, inward] = {other: tuple(rows[other]) for other in order}
        return found

    def usable(self, a: str, b: str, actors: Sequence[str]) -> list[Seen]:
        """The ties from A to B that may stand in a path of those actors, the best first.

        One that exists only against somebody is not continued beyond them. Strongest standing first, then what
        is unconditional, dated, signed, and said in the direction walked.
        """
        inner = {*actors[1:-1]}
        rows = [row for row in self.forth(a)[b] if inner.isdisjoint(row.relation.against)]
        if len(rows) > 1:
            rows.sort(key=lambda row: self._order(row, a))
        return rows

    def _order(self, row: Seen, a: str) -> tuple[int, bool, bool, bool, bool]:
        type_ = self.view.dataset.type_of(row.relation)
        stands = STANDINGS.index(row.standing)
        undated = row.spell.reach is None
        against = row.from_ != a and not type_.symmetric
        return stands, bool(row.relation.against), undated, type_.sign == "0", against

    def _leads(self, row: Seen, actor: str, inward: bool) -> bool:
        if not self.directed or self.view.dataset.type_of(row.relation).symmetric:
            return True
        return (row.to if inward else row.from_) == actor

    def refused(self, row: Seen) -> str:
        """Why the tie is no step; empty where it is one."""
        relation, dataset = row.relation, self.view.dataset
        if relation.type in self._types or not self._shut.isdisjoint((row.from_, row.to)):
            return "avoided"
        if self._firm:
            asked = self.view.lens.standing
            if row.standing not in (FIRM if asked is None else asked):
                return row.standing
            if relation.modality != "actual":
                return relation.modality
        elif row.standing == "denied":
            return row.standing
        if row.answer == "no" or (self._dated and row.answer == "not known"):
            return "other days"
        type_ = dataset.type_of(relation)
        if not type_.steps:
            return "no dealings"
        if type_.rolls_up and {row.from_, row.to} != {*self.ends}:
            return "part"
        return ""

    def barred(self, actor: str) -> str:
        """Why nobody steps through the actor: `avoided`, its kind, or `voices`; empty where one may."""
        if actor in self.ends:
            return ""
        found = self._through.get(actor)
        if found is None:
            found = self._through[actor] = self._barred(actor)
        return found

    def _barred(self, actor: str) -> str:
        if actor in self._shut:
            return "avoided"
        vocabulary, kind = self.view.dataset.vocabulary, self.view.dataset.actors[actor].kind
        if actor in self.over:
            return ""
        if not vocabulary.acts(kind):
            return "" if kind in self.over else kind
        return VOICES if VOICES not in self.over and self._only_speaks(actor) else ""

    def _only_speaks(self, actor: str) -> bool:
        """A mere voice: each firm tie of it is a word of its own about somebody."""
        view, spoken = self.view, False
        rows = view.dataset.around.get(actor, ())
        for row in (seen.relation for seen in view.relations(actor)) if view.lens.roll_up else rows:
            if view.sight.belonging.firm(row):  # asked of the tie alone, for most actors the first one tells
                type_ = view.dataset.type_of(row)
                if row.from_ != actor or type_.kind != "word" or type_.symmetric:
                    return False
                spoken = True
        return spoken


def avoided(word: str, dataset: Dataset) -> Avoided:
    """What a word of --avoid takes away: an actor, a type or a family. A Fault where it could be several."""
    kind, colon, rest = word.partition(":")
    asked, name = (kind, rest) if colon and kind in ("actor", "type", "family") else ("", word)
    vocabulary = dataset.vocabulary
    found: list[Avoided] = []
    if asked in ("", "family") and name in vocabulary.families:
        types = frozenset(type_.name for type_ in vocabulary.types.values() if type_.family == name)
        found.append(Avoided("family", name, name, types))
    if asked in ("", "type") and (type_ := vocabulary.canonical(name)):
        found.append(Avoided("type", type_, name, frozenset((type_,))))
    actor = resolve(name, dataset) if asked in ("", "actor") else None
    if isinstance(actor, Fault):
        if actor.hints and not found:
            raise actor
        actor = None
    if actor and (not found or fold(name) in (fold(actor.id), fold(actor.name))):
        found.append(Avoided("actor", actor.id, actor.name, frozenset()))
    if len(found) == 1:
        return found[0]
    if found:
        tries = " or ".join(f"--avoid {one.what}:{name}" for one in found)
        raise Fault(
            f'--avoid "{name}" may be {" or ".join(_article(one.what) for one in found)}. Try: {tries}'
        )
    known = [*vocabulary.families, *vocabulary.types, *vocabulary.inverses]
    known += [word for one in dataset.actors.values() for word in (one.id, one.name)]
    nearest = near(name, known, 1)
    tail = f"Nearest: {nearest[0]}." if nearest else f"Families: {', '.join(vocabulary.families)}."
    raise Fault(f'--avoid takes an actor, a type of tie or a family, and "{name}" is none. {tail}')


def _article(what: str) -> str:
    return f"an {what}" if what == "actor" else f"a {what}"


def admitted(word: str, dataset: Dataset) -> Sequence[str]:
    """What a word of --over admits: kinds that are not stepped through by themselves, voices, or one actor."""
    kinds = [kind.name for kind in dataset.vocabulary.kinds.values() if not kind.acts]
    plurals = {f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s": kind for kind in kinds}
    if word.casefold() == ALL:
        return [*kinds, VOICES]
    if word.casefold() in (*kinds, *plurals, VOICES):
        return [plurals.get(word.casefold(), word.casefold())]
    found = resolve(word, dataset)
    if isinstance(found, Fault):
        if found.hints:
            raise found
        raise Fault(f'--over takes {", ".join([*plurals, VOICES])}, {ALL} or an actor, and "{word}" is none.')
    return [found.id]
