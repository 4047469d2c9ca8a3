"""One what-if of the record: what it would change, who is said to stand where, risks stated, what signs can show."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..lens import days
from ..model import Attitude, Edit, Event, Evidence, Relation, Risk, Scenario
from ..pair import State, state
from ..period import Interval
from ..sight import Seen
from ..view import View
from ..view.assumed import named
from .basis import Basis, basis
from .counted_ties import counted, reason
from .pairs import ends_of, of_pair
from .signed import Ties

COLUMNS = (
    "scenario", "section", "kind", "relation", "from", "type", "to", "who", "text", "says", "stance", "hedge",
    "likelihood", "source", "at",
)  # fmt: skip


class Changed(NamedTuple):
    """A pair that the decider changes: its ties now, those that come, those that end, and what the pair reads.

    A tie that is changed stands with those that end, as it was, and with those that come.
    """

    one: str
    other: str
    now: tuple[Seen, ...]
    comes: tuple[Seen, ...]
    ends: tuple[Seen, ...]
    before: State
    after: State


class Follow(NamedTuple):
    """What a source says could follow: the edit, and the tie that it brings or names."""

    edit: Edit
    relation: Relation
    items: tuple[Evidence, ...]


class Told(NamedTuple):
    """A tie or an event of the record that the scenario names, as the lens leaves it."""

    id: str
    record: Relation | Event
    items: tuple[Evidence, ...]


class Option(NamedTuple):
    """A what-if of the same day, as the columns of the comparison have it."""

    scenario: Scenario
    does: tuple[Relation, ...]
    ends: tuple[Relation, ...]
    could: tuple[Relation, ...]
    stands: tuple[Attitude, ...]
    risks: tuple[Risk, ...]

    @property
    def left(self) -> bool:
        """Whether the lens leaves something of it."""
        return any(self[1:]) or bool(self.scenario.evidence)


class Outlook(NamedTuple):
    """The answer: the scenario as the lens leaves it, and `whole`.

    `before` and `after` are the ties that balance counts; `uncounted` those that it brings or ends and balance does not.
    """

    scenario: Scenario
    basis: Basis
    changed: tuple[Changed, ...]
    follows: tuple[Follow, ...]
    stands: tuple[Attitude, ...]
    unless: tuple[Told, ...]
    risks: tuple[Risk, ...]
    see: tuple[Told, ...]
    before: Ties
    after: Ties
    uncounted: tuple[Seen, ...]
    options: tuple[Option, ...]
    whole: Scenario
    dataset: Dataset

    @property
    def hidden(self) -> int:
        """How many of its edits, stands and risks the lens hides."""
        return _size(self.whole) - _size(self.scenario)

    @property
    def bare(self) -> bool:
        """Whether the lens leaves nothing of it."""
        return not (_size(self.scenario) or self.scenario.evidence)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row an item of evidence, by section; one where something has none."""
        from .scenario_table import table

        return table(self)

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        from .scenario_table import plain

        return plain(self)


def ask(view: View, name: str) -> Outlook:
    """The scenario of that id on its day, through the rest of the view's lens."""
    found = named(name, view.dataset.record)
    on = days(Interval(found.on.text, found.on, None, goes_on=False, single=True))
    lens = view.lens._replace(days=on, throughout=None, suppose=())
    record = view.through(lens)
    then = view.through(lens._replace(suppose=(found,)))
    left = _left(found, record)
    pairs = tuple(_pairs(record, then))
    brought = [row for row in then.relations() if row.supposed]
    ended = [row for row in map(record.sight.see, _ended(then)) if isinstance(row, Seen)]
    loose = [row for row in brought if row.firm and reason(row, then.sight)]
    loose += [row for row in ended if row.firm and reason(row, record.sight)]
    return Outlook(
        left,
        _basis(record, left),
        tuple(_changed(one, other, record, then) for one, other in pairs),
        tuple(_follows(left, record, then)),
        left.stands,
        tuple(_told(left.unless, record)),
        left.risks,
        tuple(_told(left.see, record)),
        counted(record).ties,
        counted(then).ties,
        tuple(loose),
        tuple(
            seen
            for one in record.dataset.scenarios.values()
            if one.on.text == found.on.text and ((seen := option(one, record)).left or one is found)
        ),
        found,
        view.dataset,
    )


def _size(found: Scenario) -> int:
    return len(found.stands) + len(found.risks) + len(found.edits)


def _left(found: Scenario, view: View) -> Scenario:
    """The scenario with what the lens leaves of its evidence; what loses all of it is gone."""

    def kept(items: tuple[Evidence, ...]) -> tuple[Evidence, ...] | None:
        seen = view.sight.evidence(items)
        return seen if seen or not (items or view.lens.chooses) else None

    def edits(several: tuple[Edit, ...]) -> Iterable[Edit]:
        for one in several:
            forecast = view.relation(one.id) if one.verb == "holds" else None
            own = one.evidence or (forecast.evidence if forecast else found.evidence)
            if (seen := kept(own)) is not None:
                yield one._replace(evidence=seen if one.evidence else ())

    return found._replace(
        do=tuple(edits(found.do)),
        then=tuple(edits(found.then)),
        stands=tuple(
            one._replace(evidence=seen) for one in found.stands if (seen := kept(one.evidence)) is not None
        ),
        risks=tuple(
            one._replace(evidence=seen) for one in found.risks if (seen := kept(one.evidence)) is not None
        ),
        evidence=view.sight.evidence(found.evidence),
    )


def _basis(view: View, found: Scenario) -> Basis:
    """The documents that the scenario cites, and the rest of the lens in words."""
    whole = basis(view)
    held = [found.evidence, *(one.evidence for one in found.stands), *(one.evidence for one in found.risks)]
    held += [one.evidence for one in found.edits]
    used = {item.source for items in held for item in items}
    used |= {
        item.source
        for id_ in (*found.unless, *found.see)
        if (row := view.relation(id_))
        for item in view.sight.evidence(row.evidence)
    }
    asked = tuple(word for word in whole.asked if not word.startswith(("on ", "during ")))
    sources = view.dataset.cited(used)
    return whole._replace(sources=sources, asked=asked)


def _ended(then: View) -> Iterable[Relation]:
    return (gone.relation for gone in then.ended())


def _pairs(record: View, then: View) -> Iterable[tuple[str, str]]:
    """The pairs of which the scenario itself adds, ends or changes a tie, each once."""
    done = [(row.from_, row.to) for row in then.relations() if row.supposed and not _could(row)]
    done += [ends_of(gone, record) for gone in then.ended()]
    known: dict[frozenset[str], tuple[str, str]] = {}
    for one, other in done:
        known.setdefault(frozenset((one, other)), (one, other))
    return known.values()


def _could(row: Seen) -> bool:
    """Whether it only could follow."""
    return row.relation.modality == "expected"


def _changed(one: str, other: str, record: View, then: View) -> Changed:
    seen, hidden = of_pair(record, one, other)
    after, gone = of_pair(then, one, other)
    over = {row.relation.id for row in gone} & {row.relation.id for row in then.ended(one)}
    live = [row for row in seen if row.answer in (None, "certainly", "possibly")]
    return Changed(
        one,
        other,
        tuple(row for row in live if row.relation.id not in over),
        tuple(row for row in after if row.supposed and not _could(row)),
        tuple(row for row in seen if row.relation.id in over),
        state(one, other, seen, hidden, record.sight),
        state(one, other, after, gone, then.sight),
    )


def _follows(found: Scenario, record: View, then: View) -> Iterable[Follow]:
    for edit in found.then:
        row = edit.relation or record.relation(edit.id)
        if row is None:
            continue
        items = record.sight.evidence((*(() if edit.relation else row.evidence), *edit.evidence))
        if items or not (row.evidence or edit.evidence or record.lens.chooses):
            yield Follow(edit, row, items)


def _told(ids: Sequence[str], view: View) -> Iterable[Told]:
    for id_ in ids:
        row = view.relation(id_) or view.dataset.events.get(id_)
        if row is None:
            continue
        items = view.sight.evidence(row.evidence)
        if items or not (row.evidence or view.lens.chooses):
            yield Told(id_, row, items)


def option(found: Scenario, record: View) -> Option:
    """What the scenario holds, as the lens leaves it."""
    left = _left(found, record)
    rows = record.dataset.by_id
    return Option(
        left,
        tuple(edit.relation or rows[edit.id] for edit in left.do if edit.verb in ("add", "change", "holds")),
        tuple(rows[edit.id] for edit in left.do if edit.verb == "end"),
        tuple(edit.relation or rows[edit.id] for edit in left.then),
        left.stands,
        left.risks,
    )
