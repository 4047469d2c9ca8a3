"""What no path was made of: the ties that would make one as short, each with the reason why it is no step."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..sight import Seen
from ..view import View
from .around_pair import namesakes
from .steps import VOICES, Steps
from .walking import Near, Reach

CLASSES = (
    ("avoided", "by --avoid"),
    ("contested", "contested, doubted, asked or only possible"),
    ("claimed", "claimed by a party or an unnamed voice only, or a framing"),
    ("unsourced", "without evidence"),
    ("open", "not (yet) a fact"),
    ("other days", "not on the days asked, or not known to be"),
    ("no dealings", "a contrast, a limit, a danger or a report: no dealings of the two"),
    ("people", "people, not parties"),
    ("voices", "mere voices: all that is coded of them is their word"),
    ("part", "said of a part, not of the whole"),
)
REASONS = {
    "denied": "contested", "doubted": "contested", "suggested": "contested", "open": "contested",
    "intended": "open", "expected": "open",
}  # fmt: skip
MOST = 200  # of a class
APART = 3


class Apart(NamedTuple):
    """An end of the path, another actor of a near name, and the ties of that one that a reader may look for."""

    end: str
    actor: str
    rows: tuple[Seen, ...]


class Left(NamedTuple):
    """Ties left out by class; how many more of each; who is kept apart; how many ties the lens hides.

    `beside`: by the id of a tie with an actor on no path, the firm tie that would have led on from there.
    """

    rows: dict[str, tuple[Seen, ...]]
    more: dict[str, int]
    beside: dict[str, Seen]
    apart: tuple[Apart, ...]
    hidden: int

    def plain(self) -> dict[str, Any]:
        """Ids by class."""
        found: dict[str, Any] = {name: [row.relation.id for row in rows] for name, rows in self.rows.items()}
        found["kept-apart"] = [
            {"end": one.end, "actor": one.actor, "relations": [row.relation.id for row in one.rows]}
            for one in self.apart
        ]
        return {**found, "more": self.more, "hidden-by-lens": self.hidden}


class Loose:
    """Every tie that is seen, whatever it is worth, those of parts and segments also as their wholes'."""

    def __init__(self, view: View) -> None:
        self.view = view
        chain, days = view.sight.belonging.chain, view.lens.days
        self._chain = (lambda actor: (actor,)) if view.lens.roll_up else (lambda actor: chain(actor, days))
        self._ending: dict[str, dict[str, dict[tuple[str, str], tuple[str, str, Seen]]]] = {}
        self._stands: dict[str, tuple[str, ...]] = {}
        self._near: dict[str, list[tuple[str, str, Seen]]] = {}

    def ties(self, actor: str) -> list[tuple[str, str, Seen]]:
        """Who the other end stands for, whose tie it is, and the tie."""
        found = self._near.get(actor)
        if found is None:
            found = self._near[actor] = [
                (other, member, row)
                for member in self._members(actor)
                for row in self.view.relations(member)
                if actor not in self.stands(row.other(member))
                for other in self.stands(row.other(member))
                if other not in self.stands(member)
            ]
        return found

    def to(self, actor: str, end: str) -> list[tuple[str, str, Seen]]:
        """Those ties of the actor whose other end stands for that one."""
        if end not in self._ending:
            found = self._ending.setdefault(end, {})
            for _, member, row in self.ties(end):
                far = row.other(member)
                for one in self.stands(far):
                    if one not in self.stands(member):
                        found.setdefault(one, {})[far, row.relation.id] = (end, far, row)
        dataset = self.view.dataset
        held = self._ending[end].get(actor, {})
        return [
            held[key] for key in sorted(held, key=lambda key: (dataset.place[key[0]], dataset.order[key[1]]))
        ]

    def stands(self, actor: str) -> tuple[str, ...]:
        """The actor and its wholes."""
        found = self._stands.get(actor)
        if found is None:
            found = self._stands[actor] = self._chain(actor)
        return found

    def _members(self, actor: str) -> Iterable[str]:
        """The actor and its parts, in the file's order."""
        dataset = self.view.dataset
        below = [part for part in dataset.below(actor) if actor in self.stands(part)]
        return sorted([actor, *below], key=dataset.place.__getitem__)

    def before(self, end: str) -> Near:
        """The neighbours on ways that don't lead through that end."""

        def near(actor: str) -> Iterable[str]:
            return () if actor == end else (other for other, _, _ in self.ties(actor))

        return near


def left_out(steps: Steps, a: str, b: str, depth: int, shown: Iterable[Sequence[str]]) -> Left:
    """What would lead from A to B in at most so many steps if it were a step."""
    view, loose = steps.view, Loose(steps.view)
    forth, back = Reach(a, loose.before(b)), Reach(b, loose.before(a))
    forth.of("", depth - 1)
    on_paths = {actor for path in shown for actor in path}
    found: dict[str, dict[str, tuple[int, bool, int, Seen]]] = {}
    beside: dict[str, Seen] = {}
    position = view.dataset.order
    for actor, far in list(forth.far.items()):
        if far >= depth or actor == b:
            continue
        # The last step leads to B, so that its ties tell: there may be a thousand actors to take it from.
        for other, member, row in loose.to(actor, b) if far == depth - 1 else loose.ties(actor):
            if other == a or far + 1 + back.of(other, depth - far - 1) > depth:
                continue
            name = _class(steps, actor, other, member, row)
            if name:
                away = len({actor, other} - on_paths - {a, b})
                key = (away, row.relation.modality != "actual", position[row.relation.id], row)
                found.setdefault(name, {}).setdefault(row.relation.id, key)
                if away and (leads := _other_step(steps, actor, other, a, b)):
                    beside.setdefault(row.relation.id, leads[0])
    rows = {
        name: sorted(found[name].values(), key=lambda one: one[:3]) for name, _ in CLASSES if name in found
    }
    hidden = {row.relation.id for end in (a, b) for row in view.hidden(end)}
    return Left(
        {name: tuple(row for *_, row in held[:MOST]) for name, held in rows.items()},
        {name: len(held) - MOST for name, held in rows.items() if len(held) > MOST},
        beside,
        tuple(_kept_apart(view, a, b, on_paths)),
        len(hidden),
    )


def _class(steps: Steps, actor: str, other: str, member: str, row: Seen) -> str:
    """The class of a tie that is no step between these two; empty where it is one, or belongs in no class."""
    why = steps.refused(row)
    if why == "avoided":
        return why
    bars = {steps.barred(end) for end in (row.from_, row.to)} - {""}
    if bars:
        return "avoided" if "avoided" in bars else VOICES if bars == {VOICES} else "people"
    if why == "part":
        return ""
    if why:
        return REASONS.get(why, why)
    return "" if (member, row.other(member)) == (actor, other) else "part"


def _kept_apart(view: View, a: str, b: str, on_paths: set[str]) -> Iterable[Apart]:
    """Who may be meant by one of the two and is another actor, with its ties to the other end or to those between."""
    actors, chain = view.dataset.actors, view.sight.belonging.chain
    for end, far in ((a, b), (b, a)):
        held = []
        for actor in namesakes(view, actors[end]):
            if far not in chain(actor.id, view.lens.days) and actor.id not in on_paths:
                ways = {far, *on_paths} - {end}
                rows = [row for row in view.relations(actor.id) if row.other(actor.id) in ways]
                rows.sort(key=lambda row: far not in (row.from_, row.to))
                held += [Apart(end, actor.id, tuple(rows))] if rows else []
        yield from sorted(held, key=lambda one: -len(one.rows))[:APART]


def _other_step(steps: Steps, actor: str, other: str, a: str, b: str) -> list[Seen]:
    """Of a tie with one end of the path: the firm tie that would lead on from it to the other end."""
    middle, near = (other, actor) if actor in (a, b) else (actor, other)
    far = b if near == a else a
    if near not in (a, b) or middle in (a, b) or far not in steps.forth(middle):
        return []
    return steps.usable(middle, far, (middle, far))[:1]
