"""What an answer hangs on: each paragraph, voice and source is dropped in turn, and what then reads otherwise."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..model import Actor, Evidence
from ..sight import Seen
from ..timing import spell_of_trait
from ..view import View
from ..view.dropping import Dropped, Dropping, kind_of, names
from .basis import Basis, basis
from .falling import Change, Ties, ordered, wholes_of
from .hinged import Watched, watched
from .kin import parts
from .pairs import Pairs, Turned
from .routes import Route, Way, shortest
from .show import chooses_ties, events_of
from .third import thirds
from .third_turns import ThirdTurn, third_turns
from .warrant import dated

COLUMNS = ("without", "kind", "change", "of", "before", "after")


class Told(NamedTuple):
    """A trait or an event of the actor described: it falls, or its dates or voices change."""

    what: str
    of: str
    words: str
    falls: bool
    when: tuple[str, str]
    voices: tuple[str, ...]


class Loss(NamedTuple):
    """What reads otherwise without one paragraph, voice or source; `way` is then the shortest one, if another."""

    name: str
    kind: str
    changes: tuple[Change, ...]
    pairs: tuple[Turned, ...]
    wholes: tuple[tuple[str, str], ...]
    thirds: tuple[ThirdTurn, ...]
    told: tuple[Told, ...]
    way: Way | None

    @property
    def empty(self) -> bool:
        """Whether nothing reads otherwise."""
        return not (self.changes or self.pairs or self.wholes or self.thirds or self.told or self.way)

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """By which losses are ranked: what reads otherwise, ties that fall, other standings, other dates."""
        read = len(self.pairs) + len(self.thirds) + bool(self.way)
        fallen = sum(one.falls for one in self.changes) + sum(one.falls for one in self.told)
        return read, fallen, sum(bool(one.standing) for one in self.changes), len(self.changes)


class Hinges(NamedTuple):
    """The answer. `losses` are in the order of the files; `idle` are words of --without that change nothing."""

    question: str
    actors: tuple[Actor, ...]
    basis: Basis
    ties: tuple[Seen, ...]
    pairs: int
    way: Way | None
    losses: tuple[Loss, ...]
    idle: tuple[str, ...]
    dataset: Dataset

    @property
    def recorded(self) -> tuple[Seen, ...]:
        """The ties of the record: what is only supposed rests on no evidence."""
        return tuple(row for row in self.ties if not row.supposed)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a change, with what stood before and what stands then."""
        before = {row.relation.id: row for row in self.ties}
        return [
            (loss.name, loss.kind, *cells) for loss in self.losses for cells in _cells(loss, before, self.way)
        ]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it: what is asked again, and the changes by what is dropped."""
        found: dict[str, dict[str, Any]] = {
            loss.name: {"without": loss.name, "kind": loss.kind, "changes": []} for loss in self.losses
        }
        for row in self.rows():
            found[row[0]]["changes"].append(dict(zip(COLUMNS[2:], row[2:], strict=True)))
        return {
            "question": self.question,
            "actors": [actor.id for actor in self.actors],
            "lens": self.basis.lens,
            "ties": len(self.recorded),
            "pairs": self.pairs,
            "losses": list(found.values()),
            "nothing-changes-without": self.idle,
        }


def ask(view: View, question: str = "", actors: Sequence[str] = ()) -> Hinges:
    """What the answer to a question about those actors hangs on; without a question, the whole record."""
    asked = watched(view, question, actors)
    rows = asked.select(view)
    pairs = Pairs(view, [row for row in rows if asked.pair(row.from_, row.to)])
    found = [*_losses(view, asked, rows, pairs)]
    idle = tuple(loss.name for loss in found if loss.empty)
    return Hinges(
        question,
        asked.actors,
        _basis(view, asked, rows),
        tuple(rows),
        pairs.number,
        shortest(view, asked.ends) if asked.ends else None,
        tuple(loss for loss in found if not loss.empty),
        idle,
        view.dataset,
    )


def _basis(view: View, asked: Watched, rows: Sequence[Seen]) -> Basis:
    """The documents of what the question reads, and the lens."""
    found = basis(view, asked.actors[0].id if asked.actors else None)
    used = {item.source for row in rows for item in row.items} | {
        item.source for item in _described(view, asked)
    }
    return found._replace(sources=tuple(one for one in view.dataset.sources.values() if one.id in used))


def _losses(view: View, asked: Watched, rows: Sequence[Seen], pairs: Pairs) -> Iterator[Loss]:
    """Each thing that the question's ties or traits cite or lean on, with what it changes."""
    ids = [actor.id for actor in asked.actors]
    parties = thirds(view, asked.thirds) if asked.thirds else ()
    concerned = {row.relation.id: row for row in rows}
    for actor in asked.thirds:
        concerned |= {row.relation.id: row for row in view.relations(actor)}
    way = Route(view, asked.ends) if asked.ends else None
    if way:
        concerned |= {row.relation.id: row for row in way.concerned}
    bearing = {row.relation.id for row in rows}
    bearing |= {row.relation.id for third in parties for leg in third.legs for row in leg}
    described = {name for item in _described(view, asked) for name in names(item)}
    dropping = Dropping(view, [*concerned.values()], [] if asked.ends else ids, way.beside if way else ())
    ties = Ties(view, rows, None if asked.ends else asked.select)
    wholes = wholes_of(view, view.sight, ids)
    known = dict.fromkeys([*dropping.names, *described])
    for name in ordered((one for one in known if one not in view.lens.without), view):
        dropped = dropping.without(name)
        then = ties.then(dropped)
        kept = {*wholes_of(view, dropped.sight, ids)} if dropped.splits else wholes
        loss = Loss(
            name,
            kind_of(name, view),
            ties.changes(then),
            tuple(one for one in pairs.turned(dropped, *then) if asked.pair(one.one, one.other)),
            tuple(one for one in wholes if one not in kept) if dropped.splits else (),
            third_turns(view, asked.thirds, parties, dropped) if asked.thirds else (),
            tuple(_told(view, asked, dropped)) if dropped.regroups or name in described else (),
            way.then(dropped) if way else None,
        )
        if not loss.empty or name in described or not bearing.isdisjoint(dropped.touched):
            yield loss


def _described(view: View, asked: Watched) -> Iterator[Evidence]:
    """The evidence of the traits and events that the question tells."""
    if asked.described:
        for trait in asked.described.traits:
            yield from view.sight.evidence(trait.evidence)
        for event, _ in events_of(view, {*parts(view, asked.described.id)}):
            yield from event.evidence


def _told(view: View, asked: Watched, dropped: Dropped) -> Iterator[Told]:
    """The traits and events of the actor described that fall, or are told of other days or by fewer voices."""
    actor = asked.described
    if actor is None:
        return
    if not chooses_ties(view):
        for trait in actor.traits:
            before, left = view.sight.evidence(trait.evidence), dropped.sight.evidence(trait.evidence)
            if before == left:
                continue
            words = trait.is_ or f"{trait.figure} {trait.on}"
            label = view.dataset.vocabulary.traits[trait.trait].label
            old, new = (
                spell_of_trait(trait, items, actor.id, view.dataset).words for items in (before, left)
            )
            lost = _lost(before, left)
            if not left or old != new or lost:
                yield Told("trait", label, words, not left, ("", "") if old == new else (old, new), lost)
    events = [event for event, _ in events_of(view, {*parts(view, actor.id)})]
    if dropped.regroups:
        anew = dropped.anew()
        then = {event.id: event.evidence for event, _ in events_of(anew, {*parts(anew, actor.id)})}
    else:
        then = {event.id: dropped.sight.evidence(event.evidence) for event in events}
    for event in events:
        left = then.get(event.id, ())
        falls = bool(event.evidence) and not left
        if falls or _lost(event.evidence, left):
            yield Told("event", event.id, event.name, falls, ("", ""), _lost(event.evidence, left))


def _lost(before: Sequence[Evidence], left: Sequence[Evidence]) -> tuple[str, ...]:
    kept = {item.says for item in left}
    return tuple(dict.fromkeys(item.says for item in before if item.says not in kept)) if left else ()


def _cells(loss: Loss, before: dict[str, Seen], way: Way | None) -> Iterator[tuple[str, str, str, str]]:
    for change in loss.changes:
        row = before.get(change.relation)
        if row is None:
            yield "comes in", change.relation, "", change.standing
        elif change.falls:
            yield "falls", change.relation, row.standing, ""
        else:
            if change.standing:
                yield "standing", change.relation, row.standing, change.standing
            if change.when:
                yield "dates", change.relation, dated(row), change.when
            if change.answer:
                yield "answer", change.relation, row.answer or "", change.answer
            for voice in change.voices:
                yield "voice", change.relation, voice, ""
    for pair in loss.pairs:
        yield "pair", f"{pair.one} {pair.other}", pair.before, pair.after
    for part, whole in loss.wholes:
        yield "part", part, whole, ""
    for third in loss.thirds:
        old, new = (": ".join(filter(None, reading)) for reading in (third.before, third.after))
        yield "third party", third.party, old, new
    for told in loss.told:
        if told.falls:
            yield told.what, told.of, told.words, ""
        if told.when != ("", ""):
            yield f"{told.what}, dates", told.of, *told.when
        for voice in told.voices:
            yield f"{told.what}, voice", told.of, voice, ""
    if loss.way:
        yield "shortest path", "", _steps(way), _steps(loss.way)


def _steps(way: Way | None) -> str:
    if way is None or way.steps is None:
        return "none"
    return f"{way.steps}: {'; '.join(' '.join(names) for names in way.paths)}"
