"""What balance hangs on: each paragraph dropped in turn, and each class of ties that is left out taken in."""

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any, NamedTuple

from ..balance.optima import Optima, optima
from ..sight import Seen
from ..view import View
from ..view.dropping import Dropped, Dropping, kind_of
from .counted_ties import WITH, Counted, count_rows, counted, reason
from .falling import ordered
from .signed import Tie, Ties, Triad, triads


class Turn(NamedTuple):
    """What reads otherwise without a paragraph (`drops`), or with a class of ties.

    `gone` and `come` are pairs whose tie falls, comes in, or has another sign; `mixed` those that are then of both.
    """

    name: str
    drops: bool
    gone: tuple[Tie, ...]
    come: tuple[Tie, ...]
    mixed: tuple[Tie, ...]
    lower: int
    upper: int
    strained: tuple[Triad, ...]
    consistent: int
    splits: int
    fewer_actors: tuple[str, ...]
    triads_differ: bool
    camps_differ: bool

    def plain(self) -> dict[str, Any]:
        """The turn as JSON has it."""
        return {
            "without" if self.drops else "with": self.name,
            "ties-gone": [[tie.one, tie.other] for tie in self.gone],
            "ties-come": [[tie.one, tie.other] for tie in self.come],
            "at-least": self.lower,
            "at-most": self.upper,
            "of-both-signs": [[tie.one, tie.other] for tie in self.mixed],
            "strained": [one.actors for one in self.strained],
            "consistent": self.consistent,
            "actors-gone": self.fewer_actors,
        }


class Reading(NamedTuple):
    """What is compared: the pairs, their triads, and the best splits."""

    ties: Ties
    triads: list[Triad]
    best: Optima


def turns(
    view: View,
    found: Counted,
    held: list[Triad],
    best: Optima,
    with_: frozenset[str],
    seconds: float | None,
) -> tuple[Turn, ...] | None:
    """Those without or with which the least number out of line, the triads or the camps are others; None: no time."""
    end = None if seconds is None else monotonic() + seconds
    before = Reading(found.ties, held, best)
    known: dict[tuple[Tie, ...], Reading | None] = {_key(found.ties): before}
    told = []
    for name, drops, ties in _others(view, found, with_):
        key = _key(ties)
        if key not in known:
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                return None
            then = optima(ties.graph, seconds=left)
            if then.ended == "interrupted" or then.best.ended == "interrupted":
                raise KeyboardInterrupt
            known[key] = Reading(ties, triads(ties), then) if then.settled else None
        after = known[key]
        if after is None:
            return None
        if turn := _turn(name, drops, before, after):
            told.append(turn)
    return tuple(told)


def _key(ties: Ties) -> tuple[Tie, ...]:
    """The pairs and their signs, whatever ties of the record stand behind them."""
    both = ties.mixed if ties.how == "both" else ()
    return tuple(tie._replace(rows=()) for tie in (*ties.ties, *both))


def _others(view: View, found: Counted, with_: frozenset[str]) -> Iterator[tuple[str, bool, Ties]]:
    rows = view.relations()
    dropping = Dropping(view, rows)
    counting = {row.relation.id for row in rows if not reason(row, view.sight, with_)}
    by_id = {row.relation.id: row for row in rows}
    for name in ordered((one for one in dropping.names if kind_of(one, view) == "paragraph"), view):
        if name in view.lens.without:
            continue
        dropped = dropping.without(name)
        if dropped.regroups or view.lens.standing is not None:
            then = view.through(view.lens._replace(without=view.lens.without | {name}))
            yield name, True, counted(then, with_, found.ties.how).ties
        elif _matters(dropped, by_id, counting, with_):
            # What counts neither before nor after makes no difference: a table of states has thousands of such rows.
            some = counting | dropped.reach
            left: Sequence[Seen] = dropped.left(row for row in rows if row.relation.id in some)
            yield name, True, count_rows(left, dropped.sight, with_, found.ties.how).ties
    for word in WITH:
        if word in found.left:
            yield word, False, count_rows(rows, view.sight, with_ | {word}, found.ties.how).ties


def _matters(dropped: Dropped, by_id: dict[str, Seen], counting: set[str], with_: frozenset[str]) -> bool:
    """Whether a tie that the loss reaches counts before it or after."""
    if not dropped.reach.isdisjoint(counting):
        return True
    looks = (dropped.look(by_id[id_]) for id_ in dropped.reach if id_ in by_id)
    return any(isinstance(one, Seen) and not reason(one, dropped.sight, with_) for one in looks)


def _turn(name: str, drops: bool, before: Reading, after: Reading) -> Turn | None:
    strained = tuple(one for one in after.triads if one.strained)
    triads_differ = _bare(before.triads) != _bare(after.triads)
    shared = {*before.ties.actors} & {*after.ties.actors}
    camps_differ = _camps(before, shared) != _camps(after, shared)
    fewer = tuple(actor for actor in before.ties.actors if actor not in shared)
    lower, upper = (bound + after.ties.twice for bound in (after.best.best.lower, after.best.best.upper))
    same = upper == before.best.best.upper + before.ties.twice
    if same and not (triads_differ or camps_differ or (drops and fewer)):
        return None
    old, new = ({_key_of(tie): tie for tie in one.ties.ties} for one in (before, after))
    was = {(tie.one, tie.other) for tie in before.ties.mixed}
    mixed = tuple(tie for tie in after.ties.mixed if (tie.one, tie.other) not in was)
    both = {(tie.one, tie.other) for tie in mixed}
    return Turn(
        name,
        drops,
        tuple(tie for key, tie in old.items() if key not in new and key[:2] not in both),
        tuple(tie for key, tie in new.items() if key not in old and key[:2] not in both),
        mixed,
        lower,
        upper,
        strained,
        len(after.triads) - len(strained),
        len(after.best.splits),
        fewer,
        triads_differ,
        camps_differ,
    )


def _key_of(tie: Tie) -> tuple[str, str, int]:
    return tie.one, tie.other, tie.sign


def _bare(found: Sequence[Triad]) -> set[tuple[tuple[str, str, str], int]]:
    return {(one.actors, one.hostile) for one in found}


def _camps(reading: Reading, shared: set[str]) -> dict[str, tuple[str, bool]]:
    """For each actor the first one of its group, and whether it is on that one's side."""
    best, first = reading.best, dict[int, tuple[str, int]]()
    found = {}
    for actor, group, side in zip(reading.ties.actors, best.group, best.side, strict=True):
        if actor in shared:
            lead = first.setdefault(group, (actor, side))
            found[actor] = lead[0], side == lead[1]
    return found
