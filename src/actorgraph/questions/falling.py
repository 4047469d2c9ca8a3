"""What ties hang on: the same ties without one paragraph, voice or source, exactly as `--without` leaves them."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..dataset import Dataset
from ..pair import State, state
from ..sight import Hidden, Seen, Sight
from ..view import View
from ..view.dropping import KINDS, Dropped, Dropping, kind_of
from .pairs import of_pair
from .warrant import Word, dated
from .wording import figure

Select = Callable[[View], Sequence[Seen]]


class Numbered(NamedTuple):
    """A tie as the page counts it. `part` is false where it stands between the two actors themselves."""

    number: int
    seen: Seen
    part: bool
    words: tuple[Word, ...]


class Change(NamedTuple):
    """What becomes of one tie: it falls or comes in, or its standing, dates, answer to the days asked or voices change.

    `number` counts the ties of the answer; it is 0 for one that comes in.
    """

    number: int
    relation: str
    falls: bool
    standing: str
    when: str
    voices: tuple[str, ...]
    answer: str = ""
    comes: bool = False


class Fall(NamedTuple):
    """What one paragraph bears. `wholes` are (part, whole) that no longer hold; `state` is None for one actor."""

    place: str
    bears: bool
    changes: tuple[Change, ...]
    wholes: tuple[tuple[str, str], ...]
    stakes: bool
    state: State | None
    left: bool


class Then(NamedTuple):
    """The ties that may look otherwise, None where one falls, and those that come in."""

    moved: dict[str, Seen | None]
    comes: tuple[Seen, ...]


class Ties:
    """The ties of a question in their order, found again without something; `select` asks which they are."""

    def __init__(self, view: View, rows: Sequence[Seen], select: Select | None) -> None:
        self.rows = rows
        self._select = select
        self._at = {row.relation.id: (number, row) for number, row in enumerate(rows, 1)}
        hidden = view.hidden() if view.lens.standing is not None else ()
        self._gone = {row.relation.id for row in hidden if row.reason == "standing"}

    def then(self, dropped: Dropped) -> Then:
        """Asked anew where other ties may belong to the question, else only what the loss reaches."""
        if dropped.regroups and self._select:
            found = {row.relation.id: row for row in self._select(dropped.anew())}
            comes = (row for id_, row in found.items() if id_ not in self._at and id_ not in self._gone)
            return Then({id_: found.get(id_) for id_ in self._at}, tuple(comes))
        reached = sorted((self._at[id_] for id_ in dropped.reach if id_ in self._at), key=lambda one: one[0])
        looked = ((row.relation.id, dropped.look(row)) for _, row in reached)
        return Then({id_: row if isinstance(row, Seen) else None for id_, row in looked}, ())

    def left(self, then: Then) -> list[Seen]:
        """All ties that are left, in their order, then those that come in."""
        found = (then.moved.get(row.relation.id, row) for row in self.rows)
        return [*(row for row in found if row), *then.comes]

    def changes(self, then: Then) -> tuple[Change, ...]:
        """Tie by tie, in the order before; then those that come in."""
        found = [_change(*self._at[id_], row) for id_, row in then.moved.items()]
        comes = [Change(0, row.relation.id, False, row.standing, "", (), "", True) for row in then.comes]
        return (*(change for change in found if change), *comes)


def _change(number: int, before: Seen, after: Seen | None) -> Change | None:
    if after is None:
        return Change(number, before.relation.id, True, "", "", ())
    standing = after.standing if after.standing != before.standing else ""
    when = dated(after) if dated(after) != dated(before) else ""
    answer = after.answer if after.answer != before.answer and after.answer else ""
    left = {item.says for item in after.items}
    lost = tuple(dict.fromkeys(item.says for item in before.items if item.says not in left))
    if not (standing or when or lost or answer):
        return None
    return Change(number, before.relation.id, False, standing, when, lost, answer)


def ordered(names: Iterable[str], view: View) -> list[str]:
    """Paragraphs in their order in their sources, then voices, then sources, as the files have them."""
    sources = {name: number for number, name in enumerate(view.dataset.sources)}
    voices = {name: number for number, name in enumerate([*view.dataset.voices, *view.dataset.actors])}

    def order(name: str) -> tuple[int, int, int, str]:
        kind = kind_of(name, view)
        source, _, at = name.partition(":")
        first = voices.get(name, 0) if kind == "voice" else sources[source]
        return KINDS.index(kind), first, figure(at), at

    return sorted(names, key=order)


def falls(
    view: View, ties: Sequence[Numbered], pair: tuple[str, str] | tuple[str], select: Select
) -> tuple[Fall, ...]:
    """Each paragraph on which the ties, or who is a party or has a stake in them, could hang."""
    rows = [tie.seen for tie in ties]
    stakes = [row for tie in ties for word in tie.words for row in word.stakes or ()]
    dropping = Dropping(view, rows, pair, stakes)
    asked = Ties(view, rows, select)
    wholes = wholes_of(view, view.sight, pair)
    hidden = of_pair(view, *pair)[1] if len(pair) == 2 else []
    bare = {item.source for row in rows for item in row.items if not item.at}
    found = []
    for name in ordered(dropping.names, view):
        if kind_of(name, view) != "paragraph" and name not in bare:
            continue
        dropped = dropping.without(name)
        then = asked.then(dropped)
        left = {row.relation.id: row for row in asked.left(then)}
        own = [row for row in left.values() if len(pair) == 1 or {row.from_, row.to} == {*pair}]
        gone = [Hidden(tie.seen.relation, "lens") for tie in ties if tie.seen.relation.id not in left]
        kept = wholes_of(view, dropped.sight, pair) if dropped.splits else wholes
        found.append(
            Fall(
                name,
                any(name in item.places for row in rows for item in row.items),
                asked.changes(then),
                tuple(one for one in wholes if one not in kept),
                any(_staked_less(tie, left.get(tie.seen.relation.id), dropped) for tie in ties),
                state(*pair, own, [*hidden, *gone], dropped.sight) if len(pair) == 2 else None,
                bool(own),
            )
        )
    return tuple(fall for fall in found if fall.bears or fall.changes or fall.wholes or fall.stakes)


def wholes_of(view: View, sight: Sight, actors: Sequence[str]) -> list[tuple[str, str]]:
    """Who is directly part of whom, those alone that are or hold one of the actors where any are named."""
    asked, dataset, days = {*actors}, view.dataset, sight.lens.days
    return [
        (part, whole)
        for part, rows in dataset.belonging.items()
        if not asked or part in asked or not asked.isdisjoint(row.to for row in rows)
        for whole in sight.belonging.wholes(part, days)
        if not asked or part in asked or whole in asked
    ]


def _staked_less(tie: Numbered, after: Seen | None, dropped: Dropped) -> bool:
    """Whether a voice that still speaks has lost a stake of its own, or is a party no more."""
    before = {word.item.where: word for word in tie.words if word.stakes is not None}
    if after is None or not before:
        return False
    stakes = {row.id for word in before.values() for row in word.stakes or ()}
    if stakes.isdisjoint(dropped.touched) and after.relation.id not in dropped.reach and not dropped.splits:
        return False
    belonging = dropped.sight.belonging
    for item in after.items:
        word = before.get(item.where)
        if word is None:
            continue
        if {row.id for row in word.stakes or ()} - {row.id for row in belonging.stake(after.relation, item)}:
            return True
        if word.party and not belonging.party(after.relation, item):
            return True
    return False


def name_of(name: str, dataset: Dataset) -> str:
    """What is lost, as a page names it: `p11`, led by its source's label where there are several; a voice; `[M]`."""
    source, colon, at = name.partition(":")
    if not colon:
        return f"[{dataset.label_of(name)}]" if name in dataset.sources else dataset.name_of(name)
    several = len(dataset.sources) > 1
    return f"{dataset.label_of(source)} {at}" if several else at
