"""In what one tie, met in two data sets, means something else."""

from collections.abc import Iterable
from typing import NamedTuple

from ..dataset import Dataset
from ..page import listing
from ..period import FOREVER
from ..sight import Seen
from ..spell import Spell
from .matching import Renames
from .row_names import stated
from .wording import short

SIGNS = {"-": "hostile", "+": "cooperative", "0": "without sign"}


class Aspect(NamedTuple):
    """One respect in which the tie differs, with both states in words."""

    kind: str
    before: str
    after: str


def aspects(was: Seen, now: Seen, old: Dataset, new: Dataset, found: Renames) -> Iterable[Aspect]:
    """Every respect in turn."""
    yield from _type(was, now, old, new, found)
    yield from _fields(was, now, old, new, found)
    yield from _time(was, now)
    if was.standing != now.standing:
        yield Aspect("changed standing", was.standing, now.standing)
    yield from _support(was, now, old, new, found)
    yield from _voices(was, now, old, new, found)


def _type(was: Seen, now: Seen, old: Dataset, new: Dataset, found: Renames) -> Iterable[Aspect]:
    one, other = old.type_of(was.relation), new.type_of(now.relation)
    if one.sign != other.sign:
        told = [f"{SIGNS[type_.sign]}, {type_.noun}" for type_ in (one, other)]
        yield Aspect("changed sign", *told)
    elif was.relation.type != now.relation.type:
        yield Aspect("changed type", one.noun, other.noun)
    ends = tuple(found.actors.get(end, end) for end in (was.from_, was.to))
    turned = ends == (now.to, now.from_)
    if turned and not (one.symmetric and other.symmetric):
        yield Aspect(
            "changed direction",
            *(f"from {side.name_of(row.from_)}" for row, side in ((was, old), (now, new))),
        )


def _fields(was: Seen, now: Seen, old: Dataset, new: Dataset, found: Renames) -> Iterable[Aspect]:
    one, other = was.relation, now.relation
    if one.modality != other.modality:
        yield Aspect("changed modality", one.modality, other.modality)
    if one.extent != other.extent:
        yield Aspect("changed extent", one.extent or "not stated", other.extent or "not stated")
    against = sorted(found.actors.get(actor, actor) for actor in one.against)
    if against != sorted(other.against):
        told = [
            listing([side.name_of(actor) for actor in row.against]) or "nobody"
            for row, side in ((one, old), (other, new))
        ]
        yield Aspect("changed qualifier", f"against {told[0]}", f"against {told[1]}")
    for field in ("scope", "if_", "priority"):
        mine, theirs = getattr(one, field), getattr(other, field)
        if mine != theirs:
            name = field.rstrip("_")
            yield Aspect(
                "changed qualifier", f"{name} {mine or 'not stated'}", f"{name} {theirs or 'not stated'}"
            )
    if set(one.means) != set(other.means):
        means = [listing(row.means) or "not stated" for row in (one, other)]
        yield Aspect("changed qualifier", f"by {means[0]}", f"by {means[1]}")


def _time(was: Seen, now: Seen) -> Iterable[Aspect]:
    """The dates that sources give; when its actors existed is told of these."""
    one, other = (stated([item.time for item in row.place.timing], row.relation) for row in (was, now))
    if kind := time_kind(one, other):
        yield Aspect(kind, short(one.words), short(other.words))


def time_kind(one: Spell, other: Spell) -> str:
    """What became of the dates; empty where they say the same."""
    if one[:3] == other[:3]:
        return ""
    closed = (one.days.e2 < FOREVER, other.days.e2 < FOREVER)
    return {(False, True): "ended", (True, False): "end taken back"}.get(closed, "re-dated")


def _support(was: Seen, now: Seen, old: Dataset, new: Dataset, found: Renames) -> Iterable[Aspect]:
    """Documents and independent groups of support; how often one document is cited is no support."""
    here = {found.sources.get(item.source, item.source) for item in was.items}
    there = {item.source for item in now.items}
    if here != there:
        kind = source_kind(here, there)
        names = [
            listing([f"[{side.label_of(item)}]" for item in dict.fromkeys(i.source for i in row.items)])
            or "none"
            for row, side in ((was, old), (now, new))
        ]
        yield Aspect(kind, *names)
    groups = [len(row.backing.groups) for row in (was, now)]
    if groups[0] != groups[1]:
        more = "gained" if groups[1] > groups[0] else "lost"
        yield Aspect(f"{more} an independent support", str(groups[0]), str(groups[1]))


def source_kind(here: set[str], there: set[str]) -> str:
    """What became of the documents that bear a row."""
    if not there:
        return "lost its only source"
    if not here:
        return "gained its first source"
    if here - there and there - here:
        return "changed source"
    return "lost a source" if here - there else "gained a source"


def _voices(was: Seen, now: Seen, old: Dataset, new: Dataset, found: Renames) -> Iterable[Aspect]:
    """Of each voice what it holds; one that speaks on one side only held nothing on the other."""
    here = {found.voice(voice): stances for voice, stances in was.place.now.items()}
    there = now.place.now
    for voice in dict.fromkeys((*here, *there)):
        mine, theirs = here.get(voice, frozenset()), there.get(voice, frozenset())
        if mine != theirs:
            name = new.name_of(voice) if voice in there else _old_name(voice, old, found)
            told = [
                listing([_verb(stance, new) for stance in sorted(held)]) or "silent"
                for held in (mine, theirs)
            ]
            yield Aspect("changed voice", f"{told[0]}: {name}", f"{told[1]}: {name}")


def _old_name(voice: str, old: Dataset, found: Renames) -> str:
    back = {new: before for before, new in (*found.actors.items(), *found.voices.items())}
    return old.name_of(back.get(voice, voice))


def _verb(stance: str, dataset: Dataset) -> str:
    return dataset.vocabulary.words["stances"][stance]["own"]


def wording(row: Seen, found: Renames) -> tuple[object, ...]:
    """What is said of the tie besides its meaning: the coder's words, the places, the verbatim text."""
    items = tuple(
        sorted(
            (*found.item(item), item.stance, item.gist, item.quote, item.hedge, item.likelihood)
            for item in row.items
        )
    )
    return (items, row.relation.note, tuple(sorted(row.relation.place)), row.relation.coding)
