"""Positions, independent support and standing of one relation, from its surviving evidence.

The rule table of the format's section 7. Pure: who is a party and who has a stake is handed in.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from .model import Evidence, Source
from .period import Date

SUPPOSED = "supposed"  # what a scenario brings: no evidence makes it so
FIRM = frozenset({"corroborated", "undisputed", "attributed", SUPPOSED})
FOR = frozenset({"supports", "suggests"})
AGAINST = frozenset({"withholds", "doubts", "disputes"})
STANDINGS = (
    "corroborated",
    "undisputed",
    "attributed",
    "supposed",
    "claimed",
    "suggested",
    "contested",
    "denied",
    "doubted",
    "open",
    "unsourced",
)


class Positions(NamedTuple):
    """What each voice holds (`now`), what it has left (`earlier`), and the items that make either.

    `for_items` are the items that lend support and dates, `made_by` those that make the positions.
    """

    now: dict[str, frozenset[str]]
    earlier: dict[str, frozenset[str]]
    for_items: tuple[Evidence, ...]
    made_by: tuple[Evidence, ...]

    @property
    def two_minds(self) -> tuple[str, ...]:
        """Voices that support or suggest and also withhold, doubt or dispute."""
        return tuple(sorted(voice for voice, held in self.now.items() if held & FOR and held & AGAINST))

    @property
    def held(self) -> frozenset[str]:
        return frozenset().union(*self.now.values())

    @property
    def timing(self) -> tuple[Evidence, ...]:
        """The items from which the relation's time is taken."""
        return self.for_items or self.made_by


class Support(NamedTuple):
    """Independent support: its groups, each a set of supporting items that hang together."""

    items: tuple[Evidence, ...]
    groups: tuple[tuple[Evidence, ...], ...]

    @property
    def voices(self) -> int:
        return len({item.says for item in self.items})

    @property
    def sources(self) -> int:
        return len({item.source for item in self.items})


def positions(items: Sequence[Evidence]) -> Positions:
    """Each voice's latest stance; what can't be put in order is all kept."""
    if len(items) == 1:
        only = items[0]
        return Positions({only.says: frozenset((only.stance,))}, {}, items_for(items), tuple(items))
    by_voice: dict[str, list[Evidence]] = {}
    for item in items:
        by_voice.setdefault(item.says, []).append(item)
    if len(by_voice) == len(items):  # nobody speaks twice
        held = {item.says: frozenset((item.stance,)) for item in items}
        return Positions(held, {}, items_for(items), tuple(items))
    now: dict[str, frozenset[str]] = {}
    earlier: dict[str, frozenset[str]] = {}
    made_by: set[int] = set()
    for voice, spoken in by_voice.items():
        taken = [item for item in spoken if item.stance in FOR or item.stance in AGAINST]
        moments = {(item.time.said, item.time.published): item for item in taken}  # far fewer than items
        last = {
            moment
            for moment, item in moments.items()
            if not any(_later(other, item) for other in moments.values())
        }
        latest = [item for item in taken if (item.time.said, item.time.published) in last]
        aside = [item for item in spoken if item.stance not in FOR and item.stance not in AGAINST]
        current = frozenset(item.stance for item in latest)
        now[voice] = current | {item.stance for item in aside}
        left = frozenset(item.stance for item in taken) - current
        if left:
            earlier[voice] = left
        made_by.update(id(item) for item in (*latest, *aside))
    return Positions(
        now,
        earlier,
        tuple(item for item in items if item.stance in FOR and now[item.says] & FOR),
        tuple(item for item in items if id(item) in made_by),
    )


def items_for(items: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(item for item in items if item.stance in FOR)


def _later(one: Evidence, other: Evidence) -> bool:
    """Whether `one` is wholly later than `other`: by said, and where said is equal by publication."""
    if _same(one.time.said, other.time.said):
        return _after(one.time.published, other.time.published)
    return _after(one.time.said, other.time.said)


def _same(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and (one.first, one.last) == (other.first, other.last)


def _after(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and one.first > other.last


def support(place: Positions, sources: Mapping[str, Source]) -> Support:
    """The connected groups among the supporting items of the voices that still support.

    Items hang together through a root source or a voice, relays included. A source that derives from
    several roots joins none of them, and adds a group only where none of its roots supports.
    """
    items = tuple(i for i in place.for_items if i.stance == "supports" and "supports" in place.now[i.says])
    if len(items) < 2:
        return Support(items, (items,) if items else ())
    rooted = [(item, roots(item.source, sources)) for item in items]
    plain = frozenset[str]().union(*(found for _, found in rooted if len(found) == 1))
    counted = [(item, found) for item, found in rooted if len(found) == 1 or not found & plain]
    groups: list[tuple[set[str], list[Evidence]]] = []
    for item, found in counted:
        names = {f"voice {voice}" for voice in (item.says, *item.via)} | {f"source {root}" for root in found}
        joined = [group for group in groups if group[0] & names]
        merged = joined[0] if joined else (names, [])
        for others, members in joined[1:]:
            merged[0].update(others)
            merged[1].extend(members)
        merged[0].update(names)
        merged[1].append(item)
        groups = [group for group in groups if all(group is not one for one in joined)] + [merged]
    return Support(items, tuple(tuple(members) for _, members in groups))


def roots(source: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources at the beginning of every chain of `derives-from` that leads to this one."""
    found: set[str] = set()
    seen: set[str] = set()
    todo = [source]
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        above = sources[name].derives_from if name in sources else ()
        todo.extend(above)
        if not above:
            found.add(name)
    return frozenset(found or {source})


def standing(
    place: Positions,
    backing: Support,
    own: Callable[[Evidence], bool],
    unnamed: Callable[[str], bool],
    party: Callable[[Evidence], bool],
    stake: Callable[[Evidence], bool],
) -> str:
    """The first rule of the table that fits. `own`: the item speaks in its source's own voice."""
    held = place.held
    if not held:
        return "unsourced"
    if held & FOR:
        if held & AGAINST:
            return "contested"
        if "supports" not in held:
            return "suggested"
        if any(own(item) and not party(item) for item in backing.items):
            firm = sum(any(_free(i, unnamed, party, stake) for i in group) for group in backing.groups)
            return "corroborated" if firm > 1 else "undisputed"
        named = any(not unnamed(item.says) and not party(item) for item in backing.items)
        return "attributed" if named else "claimed"
    if "disputes" in held:
        return "denied"
    if held & AGAINST:
        return "doubted"
    return "claimed" if "frames" in held else "open"


def _free(
    item: Evidence,
    unnamed: Callable[[str], bool],
    party: Callable[[Evidence], bool],
    stake: Callable[[Evidence], bool],
) -> bool:
    return not unnamed(item.says) and not party(item) and not stake(item)


def assessed_none(items: Iterable[Evidence], impartial: Callable[[Evidence], bool]) -> bool:
    """Whether a denied relation counts as assessed none: some denial comes from a named voice, no party."""
    return any(item.stance == "disputes" and impartial(item) for item in items)
