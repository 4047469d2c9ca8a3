"""Which third parties of two actors read otherwise without one paragraph, voice or source."""

from collections.abc import Sequence
from typing import NamedTuple

from ..sight import Seen
from ..view import View
from ..view.dropping import Dropped
from .third import Third, reached, read, thirds

Reading = tuple[str, str]


class ThirdTurn(NamedTuple):
    """A third party, with its reading and common days before and after; both empty where it is none."""

    party: str
    before: Reading
    after: Reading


def third_turns(
    view: View, actors: Sequence[str], before: Sequence[Third], dropped: Dropped
) -> tuple[ThirdTurn, ...]:
    """Those that read otherwise, in the order before; then those that come in."""
    if dropped.regroups or view.lens.dated:  # who is a third party, or reaches the days asked, may differ too
        then = {one.party: _of(one) for one in thirds(dropped.anew(), actors)}
        known = [one.party for one in before]
        found = [ThirdTurn(one.party, _of(one), then.get(one.party, ("", ""))) for one in before]
        found += [ThirdTurn(party, ("", ""), now) for party, now in then.items() if party not in known]
    else:
        moved = [
            one for one in before if any(row.relation.id in dropped.reach for leg in one.legs for row in leg)
        ]
        found = [ThirdTurn(one.party, _of(one), _again(one, dropped)) for one in moved]
    return tuple(one for one in found if one.before != one.after)


def _again(one: Third, dropped: Dropped) -> Reading:
    legs = [_left(leg, dropped) for leg in one.legs]
    return _of(read(one.party, legs, dropped.sight)) if all(legs[:2]) else ("", "")


def _left(leg: Sequence[Seen], dropped: Dropped) -> tuple[Seen, ...]:
    return tuple(row for row in dropped.left(leg) if reached(row))


def _of(one: Third) -> Reading:
    return one.reading, one.shared
