"""What ties hang on: the same ties without one paragraph, voice or source, exactly as `--without` leaves them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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


def ordered(names: Iterable[str], view: View) -> list[str]:
    """Paragraphs in their order in their sources, then voices, then sources, as the files have them."""
    sources = list(view.dataset.sources)
    voices = [*view.dataset.voices, *view.dataset.actors]

    def order(name: str) -> tuple[int, int, int, str]:
        kind = kind_of(name, view)
        source, _, at = name.partition(":")
        first = voices.index(name) if kind == "voice" and name in voices else 0
        return KINDS.index(kind), first if kind == "voice" else sources.index(source), figure(at), at

    return sorted(names, key=order)


def after(rows: Sequence[Seen], dropped: Dropped, select: Select) -> Sequence[Seen]:
    """What the same question finds then: asked anew where others may belong to it, else the same rows."""
    return select(dropped.view) if dropped.regroups else dropped.left(rows)


def changes(before: Sequence[Seen], left: Sequence[Seen]) -> tuple[Change, ...]:
    """Tie by tie, in the order before; then those that come in."""
    then = {row.relation.id: row for row in left}
    known = {row.relation.id for row in before}
    found = [_change(number, row, then.get(row.relation.id)) for number, row in enumerate(before, 1)]
    comes = [
        Change(0, row.relation.id, False, row.standing, "", (), "", True)
        for row in left
        if row.relation.id not in known
    ]
    return (*(change for change in found if change), *comes)


def _change(number: int, before: Seen, after: Seen | None) -> Change | None:
    if after is before:
        return None
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


def falls(
    view: View, ties: Sequence[Numbered], pair: tuple[str, str] | tuple[str], select: Select
) -> tuple[Fall, ...]:
    """Each paragraph on which the ties, or who is a party or has a stake in them, could hang."""
    dropping = Dropping(view)
    ids = {tie.seen.relation.id for tie in ties}
    stakes = {row.id for tie in ties for word in tie.words for row in word.stakes or ()}
    wholes = wholes_of(view, view.sight, pair)
    found = []
    for name in ordered(_places(dropping, view), view):
        dropped = dropping.without(name)
        if dropped.regroups or not ids.isdisjoint(dropped.again) or not stakes.isdisjoint(dropped.touched):
            found.append(_fall(view, ties, pair, wholes, dropped, select))
    return tuple(fall for fall in found if fall.bears or fall.changes or fall.wholes or fall.stakes)


def _places(dropping: Dropping, view: View) -> list[str]:
    """Paragraphs, and sources that some item cites without one."""
    bare = {item.source for row in view.dataset.relations for item in row.evidence if not item.at}
    return [name for name in dropping.names if kind_of(name, view) == "paragraph" or name in bare]


def _fall(
    view: View,
    ties: Sequence[Numbered],
    pair: tuple[str, str] | tuple[str],
    wholes: Sequence[tuple[str, str]],
    dropped: Dropped,
    select: Select,
) -> Fall:
    before = [tie.seen for tie in ties]
    left = after(before, dropped, select)
    then = {row.relation.id: row for row in left}
    own, state_ = _own(view, ties, pair, dropped, then) if len(pair) == 2 else (left, None)
    staked = any(
        _staked_less(tie, then[tie.seen.relation.id], dropped) for tie in ties if tie.seen.relation.id in then
    )
    then_of = {*wholes_of(view, dropped.sight, pair)} if dropped.regroups else {*wholes}
    lost = [one for one in wholes if one not in then_of]
    bears = any(dropped.name in item.places for row in before for item in row.items)
    return Fall(dropped.name, bears, changes(before, left), tuple(lost), staked, state_, bool(own))


def _own(
    view: View, ties: Sequence[Numbered], pair: tuple[str, str], dropped: Dropped, then: Mapping[str, Seen]
) -> tuple[Sequence[Seen], State]:
    """What is left of the two's own ties, and what the pair reads by it."""
    if dropped.regroups:
        seen, hidden = of_pair(dropped.view, *pair)
    else:
        _, hidden = of_pair(view, *pair)
        own = [tie.seen.relation for tie in ties if not tie.part]
        seen = [then[row.id] for row in own if row.id in then]
        hidden += [Hidden(row, "lens") for row in own if row.id not in then]
    return seen, state(*pair, seen, hidden, dropped.sight)


def wholes_of(view: View, sight: Sight, actors: Sequence[str]) -> list[tuple[str, str]]:
    """Who is directly part of whom, those alone that are or hold one of the actors where any are named."""
    found = (
        (part, whole)
        for part in view.dataset.belonging
        for whole in sight.belonging.wholes(part, sight.lens.days)
    )
    return [pair for pair in found if not actors or not {*actors}.isdisjoint(pair)]


def _staked_less(tie: Numbered, after: Seen, dropped: Dropped) -> bool:
    """Whether a voice that still speaks has lost a stake of its own, or is a party no more."""
    before = {word.item.where: word for word in tie.words if word.stakes is not None}
    if not before:
        return False
    belonging = dropped.sight.belonging
    for item in after.items:
        word = before.get(item.where)
        if word is None:
            continue
        stakes = {row.id for row in word.stakes or ()}
        if not stakes.isdisjoint(dropped.touched) or dropped.regroups:
            if stakes - {row.id for row in belonging.stake(after.relation, item)}:
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
