"""Two to eight actors side by side: what is between them, how each is described, third parties, and what it hangs on."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..model import Actor
from ..pair import State, state
from ..sight import Seen
from ..view import View
from ..view.dropping import Dropping, kind_of
from .basis import Basis, basis
from .falling import Ties, ordered
from .kin import crossing, kin
from .pairs import Pairs, of_pair
from .show import Fact, facts_of
from .statements import COLUMNS, Statement, statements
from .third import Third, partners, reached, thirds
from .third_turns import ThirdTurn, third_turns

MOST = 8
MOST_PLACES = 200  # beyond so many paragraphs nobody reads what each bears


class Between(NamedTuple):
    """The ties of two of the actors: their state, the two's own statements, and those of their parts.

    `other_days` counts the ties of the two that the days asked do not reach.
    """

    one: str
    other: str
    state: State
    own: tuple[Statement, ...]
    parts: tuple[Statement, ...]
    other_days: int


class Hinge(NamedTuple):
    """What changes without one paragraph: the state of the pair; of a third party reading and common days, old and new."""

    place: str
    state: str
    thirds: tuple[ThirdTurn, ...]


class Comparison(NamedTuple):
    """The answer. `facts`, `ties` and `alone` are by actor, in the order asked for."""

    actors: tuple[Actor, ...]
    basis: Basis
    between: tuple[Between, ...]
    facts: tuple[tuple[Fact, ...], ...]
    ties: tuple[int, ...]
    thirds: tuple[Third, ...]
    alone: tuple[dict[str, tuple[Seen, ...]], ...]
    hinges: tuple[Hinge, ...]
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return ("section", "third", "reading", *COLUMNS)

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a statement: between the actors, through their parts, then by third party."""
        found: list[Sequence[str]] = []
        for pair in self.between:
            found += [("between", "", "", *one.row(self.dataset)) for one in pair.own]
            found += [("through parts", "", "", *one.row(self.dataset)) for one in pair.parts]
        for third in self.thirds:
            for actor, leg in zip(self.actors, third.legs, strict=True):
                for one in (item for seen in leg for item in statements(seen, actor.id, self.dataset)):
                    found.append(("third parties", third.party, third.reading, *one.row(self.dataset)))
        return found

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "actors": [actor.id for actor in self.actors],
            "lens": self.basis.lens,
            "pairs": [{"pair": [pair.one, pair.other], "state": pair.state.text} for pair in self.between],
            "statements": [dict(zip(self.columns, row, strict=True)) for row in self.rows()],
            "thirds": [
                {
                    "party": one.party,
                    "reading": one.reading,
                    "common": one.shared,
                    **({"what-if": True} if one.supposed else {}),
                }
                for one in self.thirds
            ],
            "coded-for-one-only": [
                {"actor": actor.id, "partners": list(alone)}
                for actor, alone in zip(self.actors, self.alone, strict=True)
            ],
            "hangs-on": [
                {"without": hinge.place, "state": hinge.state, "thirds": hinge.thirds}
                for hinge in self.hinges
            ],
        }


def ask(view: View, names: Sequence[str], traits: str | None = None) -> Comparison:
    """Those actors compared through the view's lens; of traits only that kind, where one is named."""
    if traits is not None and traits not in view.dataset.vocabulary.traits:
        raise Fault(
            f'No kind of trait "{traits}". It is one of: {", ".join(view.dataset.vocabulary.traits)}.'
        )
    actors = tuple(view.resolve(name) for name in names)
    ids = [actor.id for actor in actors]
    if len(set(ids)) < len(ids):
        twice = next(actor for actor in actors if ids.count(actor.id) > 1)
        raise Fault(f"{twice.name} is named twice; compare needs two to {MOST} different actors.")
    if not 2 <= len(ids) <= MOST:
        raise Fault(f"compare takes two to {MOST} actors. All: actorgraph list actors")
    parties = _thirds(view, ids) if len(ids) == 2 else _of_many(view, ids)
    shared = {one.party for one in parties}
    related = {one for actor in ids for one in kin(view, actor)}
    return Comparison(
        actors,
        basis(view),
        tuple(between(view, one, other) for number, one in enumerate(ids) for other in ids[number + 1 :]),
        tuple(
            tuple(fact for fact in facts_of(view, actor) if traits in (None, fact.trait.trait))
            for actor in actors
        ),
        tuple(sum(not row.supposed for row in view.relations(actor)) for actor in ids),
        parties,
        tuple(_alone(view, actor, shared | related) for actor in ids),
        hinges(view, ids[0], ids[1], parties) if len(ids) == 2 else (),
        view.dataset,
    )


def _thirds(view: View, ids: Sequence[str]) -> tuple[Third, ...]:
    """The third parties of two, those marked that read otherwise in the record."""
    found = thirds(view, ids)
    if not view.lens.suppose:
        return found
    record = thirds(view.through(view.lens._replace(suppose=())), ids)
    reads = {one.party: (one.reading, one.shared) for one in record}
    return tuple(one._replace(supposed=reads.get(one.party) != (one.reading, one.shared)) for one in found)


def between(view: View, one: str, other: str) -> Between:
    """The ties of the two, and those between one of them or its parts and the other or its parts."""
    dataset = view.dataset
    seen, hidden = of_pair(view, one, other)
    found = state(one, other, seen, hidden, view.sight)
    live = [row for row in seen if reached(row)]
    own = tuple(item for row in live for item in statements(row, one, dataset))
    through = [(row, actor) for row, actor in crossing(view, one, other) if reached(row)]
    parts = tuple(item for row, actor in through for item in statements(row, actor, dataset))
    return Between(one, other, found, own, parts, len(seen) - len(live))


def hinges(view: View, one: str, other: str, parties: Sequence[Third]) -> tuple[Hinge, ...]:
    """Each paragraph without which the pair or a third party would read otherwise, as `--without` shows it."""
    rows, _ = of_pair(view, one, other)
    around = {row.relation.id: row for actor in (one, other) for row in view.relations(actor)}
    dropping = Dropping(view, [*around.values()], (one, other))
    places = [name for name in dropping.names if kind_of(name, view) == "paragraph"]
    if len(places) > MOST_PLACES:
        return ()
    pairs, ties = Pairs(view, rows), Ties(view, rows, lambda left: of_pair(left, one, other)[0])
    found = []
    for place in ordered(places, view):
        dropped = dropping.without(place)
        then = ties.then(dropped)
        turned = [turn for turn in pairs.turned(dropped, *then) if {turn.one, turn.other} == {one, other}]
        changed = third_turns(view, (one, other), parties, dropped)
        if turned or changed:
            found.append(Hinge(place, turned[0].after if turned else "", changed))
    return tuple(found)


def _of_many(view: View, ids: Sequence[str]) -> tuple[Third, ...]:
    """Whoever has a tie to two or more of the actors; no common reading is made of more than two."""
    legs = [partners(view, actor, ids) for actor in ids]
    names = dict.fromkeys(party for leg in legs for party in leg)
    found = [(sum(party in leg for leg in legs), party) for party in names]
    order = sorted(
        (one for one in found if one[0] > 1),
        key=lambda one: (-one[0], view.dataset.name_of(one[1]).casefold()),
    )
    return tuple(Third(party, "no sign", "", tuple(leg.get(party, ()) for leg in legs)) for _, party in order)


def _alone(view: View, actor: str, taken: set[str]) -> dict[str, tuple[Seen, ...]]:
    """The rows with everybody who is neither one of the actors, nor kin of theirs, nor a shared third party."""
    found: dict[str, list[Seen]] = {}
    for row in view.relations(actor):
        if row.other(actor) not in taken and reached(row):
            found.setdefault(row.other(actor), []).append(row)
    return {other: tuple(rows) for other, rows in found.items()}
