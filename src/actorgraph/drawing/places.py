"""Where actors stand: columns from left to right, so that most lines lead from one column to another.

One actor in the middle has left whose firmest tie with it is hostile, and all others right. Two have what only the
first knows left, what both know between them, and what only the second knows right. Where that would leave too many
lines within a column, no place is given and the engine decides.
"""

from collections.abc import Iterable, Mapping, Sequence

from .lines import Line

MOST_INSIDE = 4  # one line in so many may stay within its column


def around(
    focus: str, ids: Iterable[str], lines: Sequence[Line], wholes: Mapping[str, str]
) -> dict[str, int]:
    """Left of the actor whose firmest tie with it is hostile, others right; a part stands on the side of its whole."""
    places = {id_: 0 if id_ == focus else _side(id_, focus, lines) for id_ in ids}
    for id_, place in list(places.items()):
        whole = wholes.get(id_, id_)
        if place and places.get(whole):
            places[id_] = places[whole]
    return places


def between(
    one: str, other: str, ids: Sequence[str], lines: Sequence[Line], wholes: Mapping[str, str]
) -> dict[str, int]:
    """The two with what they share between them; who knows neither stands with its whole, or outside of whom it knows."""
    known = neighbours(lines)
    places = {one: 0, other: 4}
    for id_ in ids:
        ties = {*known.get(id_, ()), wholes.get(id_, id_)} & {one, other}
        if id_ not in places and ties:
            places[id_] = 2 if len(ties) == 2 else -2 if one in ties else 6
    for id_ in ids:
        if id_ not in places and wholes.get(id_) in places:
            places[id_] = places[wholes[id_]]
    todo = [id_ for id_ in ids if id_ not in places]
    while todo:
        reached = {
            id_: near
            for id_ in todo
            if (near := [places[o] for o in sorted(known.get(id_, ())) if o in places])
        }
        for id_, near in reached.items():
            places[id_] = near[0] - 1 if near[0] < 2 else near[0] + 1
        if not reached:
            places |= dict.fromkeys(todo, 6)
        todo = [id_ for id_ in todo if id_ not in places]
    return places


def hubs(lines: Sequence[Line]) -> list[str]:
    """The two with most partners."""
    known = neighbours(lines)
    return sorted(known, key=lambda id_: (-len(known[id_]), id_))[:2]


def crowded(places: Mapping[str, int], lines: Sequence[Line]) -> bool:
    """Whether too many lines would stay within a column."""
    inside = sum(places[line.from_] == places[line.to] for line in lines)
    return inside * MOST_INSIDE > len(lines)


def apart(places: Mapping[str, int], lines: Sequence[Line], fixed: Iterable[str]) -> dict[str, int]:
    """Two that several lines join do not stand in one column, where the labels would lie on each other."""
    found, held = dict(places), set(fixed)
    seen: set[frozenset[str]] = set()
    for line in lines:
        pair = frozenset((line.from_, line.to))
        if pair in seen and found.get(line.from_) == found.get(line.to) is not None:
            mover = line.to if line.from_ in held else line.from_
            found[mover] += -1 if found[mover] < 0 else 1
        seen.add(pair)
    return found


def neighbours(lines: Iterable[Line]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in lines:
        found.setdefault(line.from_, set()).add(line.to)
        found.setdefault(line.to, set()).add(line.from_)
    return found


def _side(actor: str, focus: str, lines: Sequence[Line]) -> int:
    """By the firmest line with the focus, of equal ones the first."""
    own = [line for line in lines if {line.from_, line.to} == {actor, focus}]
    firmest = min(own, key=lambda line: (line.standing != "firm", line.plan), default=None)
    return -1 if firmest and firmest.family == "hostile" else 1
