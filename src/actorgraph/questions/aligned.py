"""Which statement of one coder is which of the other: the same place, the same actors, then what is most alike.

The order of preference is by family, for traits by topic, then by voice, type, stance, modality, third parties,
period and places in common. What only one coder found stays alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ..dataset import Dataset
from ..text import fold
from .coded import FIELDS, Statement
from .matching import Renames, renames

Ids = dict[str, str]


class Pair(NamedTuple):
    """A statement found by both, and the fields in which it was coded otherwise."""

    first: Statement
    second: Statement
    differ: tuple[str, ...]


class Alignment(NamedTuple):
    """The statements of both, and those of one coder alone, in the order of the files."""

    both: tuple[Pair, ...]
    first: tuple[Statement, ...]
    second: tuple[Statement, ...]


def same(first: Dataset, second: Dataset, by_hand: Ids) -> Renames:
    """Every record of the one and the record of the other that it is: said by hand, by id, or by a name all its own."""
    found = renames(first, second)
    actors = {id_: id_ for id_ in first.actors if id_ in second.actors} | found.actors
    taken = set(by_hand.values())
    actors = {one: other for one, other in actors.items() if one not in by_hand and other not in taken}
    return Renames(
        actors | by_hand,
        {id_: id_ for id_ in first.voices if id_ in second.voices} | found.voices,
        {id_: id_ for id_ in first.sources if id_ in second.sources} | found.sources,
    )


def align(first: Sequence[Statement], second: Sequence[Statement], ids: Renames) -> Alignment:
    """Each statement beside its best remaining match, the likest first; the same whoever is called the first."""
    by_actors: dict[tuple[str, ...], list[int]] = {}
    for there, other in enumerate(second):
        by_actors.setdefault(tuple(sorted(other.ends)), []).append(there)
    ranked = []
    for here, one in enumerate(first):
        ends = tuple(ids.actors.get(end, "") for end in one.ends)
        for there in by_actors.get(tuple(sorted(ends)), ()):
            other = second[there]
            if _may_be_one(one, other, ends, ids):
                ranked.append((_rank(one, other, ids), here, there))
    left, right = dict.fromkeys(range(len(first))), dict.fromkeys(range(len(second)))
    both = []
    for _, here, there in sorted(ranked):
        if here in left and there in right:
            del left[here], right[there]
            one, other = first[here], second[there]
            both.append((here, Pair(one, other, _differ(one, other, ids))))
    pairs = tuple(pair for _, pair in sorted(both, key=lambda held: held[0]))
    return Alignment(pairs, tuple(first[here] for here in left), tuple(second[there] for there in right))


def _may_be_one(one: Statement, other: Statement, ends: tuple[str, ...], ids: Renames) -> bool:
    """A trait has one end only, so it has to be of the same name; a direction counts where both types have one."""
    if one.row != other.row or not _shared(one, other, ids):
        return False
    if one.row == "trait":
        return one.type == other.type
    return ends == other.ends or one.symmetric or other.symmetric


def _shared(one: Statement, other: Statement, ids: Renames) -> int:
    """How many places both stand at."""
    if ids.sources.get(one.item.source) != other.item.source:
        return 0
    return len({*(one.item.at or ("",))} & {*(other.item.at or ("",))})


def _rank(one: Statement, other: Statement, ids: Renames) -> tuple[object, ...]:
    differ = _differ(one, other, ids)
    preferred = ("says", "type", "stance", "modality", "against", "toward", "extent", "time")
    unlike = tuple(field in differ for field in preferred)
    last = sorted(_words(side) for side in (one, other))
    topics = fold(one.on) != fold(other.on)
    return (one.family != other.family, topics, *unlike, -_shared(one, other, ids), last)


def _words(one: Statement) -> tuple[str, ...]:
    return (one.id, one.on, *one.item.places, *(one.told(field) for field in FIELDS), one.item.gist)


def _differ(one: Statement, other: Statement, ids: Renames) -> tuple[str, ...]:
    return tuple(field for field in FIELDS if _told(one, field, ids) != _told(other, field, None))


def _told(one: Statement, field: str, ids: Renames | None) -> object:
    """A field so that equal means the same in both data sets."""
    if field == "time":
        return (one.spell.days, one.spell.sure) if one.dated else None
    if field == "says":
        return ids.voice(one.item.says) if ids else one.item.says
    if field in ("against", "toward"):
        held = one.against if field == "against" else (one.toward,)
        return sorted(ids.actors.get(id_, id_) if ids else id_ for id_ in held)
    return one.told(field)
