"""What differs between two data sets besides ties: traits, events, actors, sources and voices."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from ..dataset import Dataset
from ..model import Event, Evidence, Trait
from ..page import listing, plain
from ..spell import Spell
from ..view import View
from .about import asked_about, concerned, events, there
from .event_rows import event_figures, when_event
from .matching import Renames, Side, match, span
from .row_names import own_first, stated, trait_words
from .show import chooses_ties
from .tie_aspects import source_kind, time_kind
from .wording import short

Told = tuple[Any, ...]  # the fields of a change, in their order


def others(old: View, new: View, found: Renames) -> Iterator[Told]:
    """All that is no tie; a lens that chooses ties leaves it out."""
    if chooses_ties(new):
        return
    yield from _facts(old, new, found)
    yield from _events(old, new, found)
    one, other = old.dataset, new.dataset
    here, now, asked = there(old), there(new), _asked(old, new)
    yield from _named("actor", one.actors, other.actors, found.actors, here.actors, now.actors, asked)
    yield from _actors(one, other, found, here.actors, now.actors, asked)
    yield from _named("source", one.sources, other.sources, found.sources, here.sources, now.sources, asked)
    yield from _named("voice", one.voices, other.voices, found.voices, here.voices, now.voices, asked)


def _asked(old: View, new: View) -> AbstractSet[str] | None:
    """The ids that a comparison about some actors concerns on either side; None where it is about all."""
    if not asked_about(new):
        return None
    ids = {id_ for view in (old, new) for held in concerned(view) for id_ in held}
    return ids | {*asked_about(old), *asked_about(new)}


# -- traits


def _facts(old: View, new: View, found: Renames) -> Iterator[Told]:
    none = Renames({}, {}, {})
    here, later = list(_traits(old, found)), list(_traits(new, none))
    for left, right in match([side for side, *_ in here], [side for side, *_ in later]):
        if left is not None and right is not None:
            yield from _fact(here[left], later[right], old.dataset, new.dataset, found)
        elif right is not None:
            _, id_, name, words, when, items = later[right]
            yield ("added", "fact", "", id_, name, "", "", _dated(words, when), (), items)
        elif left is not None:
            _, id_, name, words, when, items = here[left]
            yield ("removed", "fact", id_, "", name, "", _dated(words, when), "", items, ())


Fact = tuple[Side, str, str, str, Spell, tuple[Evidence, ...]]


def _traits(view: View, found: Renames) -> Iterator[Fact]:
    dataset = view.dataset
    for actor in view.actors():
        for trait in actor.traits:
            items = view.sight.evidence(trait.evidence)
            if items or not (trait.evidence or view.lens.chooses or view.lens.empty):
                yield _trait(trait, items, actor.id, found, dataset)


def _trait(trait: Trait, items: tuple[Evidence, ...], actor: str, found: Renames, dataset: Dataset) -> Fact:
    spell = stated([item.time for item in items], trait)
    owner, toward = found.actors.get(actor, actor), found.actors.get(trait.toward, trait.toward)
    id_ = f"{owner}.{trait.trait}.{trait.on}".strip(".")
    words = plain(trait_words(trait, own_first(items, dataset), dataset))
    said = frozenset(found.item(item) for item in items)
    key = (owner, trait.trait, trait.on, toward, trait.modality, trait.is_, trait.figure)
    side = Side(key, id_, (owner, trait.trait), span(spell.days), said)
    return (
        side,
        f"{actor}.{trait.trait}.{trait.on}".strip("."),
        dataset.name_of(actor),
        words,
        spell,
        items,
    )


def _fact(one: Fact, other: Fact, old: Dataset, new: Dataset, moved: Renames) -> Iterator[Told]:
    side, id_, _, words, when, items = one
    _, later, name, told, now, found = other
    here = {moved.sources.get(item.source, item.source) for item in items}
    if here != (later_on := {item.source for item in found}):
        labels = [
            listing([f"[{data.label_of(source)}]" for source in dict.fromkeys(i.source for i in held)])
            or "none"
            for held, data in ((items, old), (found, new))
        ]
        yield (source_kind(here, later_on), "fact", id_, later, f"{name}: {told}", "", *labels, items, found)
    if side.key != other[0].key:
        kind = (
            "changed"
            if side.key[:-2] != other[0].key[:-2] or side.key[-1] != other[0].key[-1]
            else "other words"
        )
        yield (kind, "fact", id_, later, name, "", words, told, items, found)
    if moment := time_kind(when, now):
        told_times = short(when.words), short(now.words)
        yield (moment, "fact", id_, later, f"{name}: {told}", "", *told_times, items, found)


def _dated(words: str, spell: Spell) -> str:
    return f"{words}, {short(spell.words)}"


# -- events


def _events(old: View, new: View, found: Renames) -> Iterator[Told]:
    here, later = ({event.id: (event, items) for event, items in events(view)} for view in (old, new))
    gone = {(event.name, _when(event)): id_ for id_, (event, _) in here.items() if id_ not in later}
    moved = {
        gone[key]: id_
        for id_, (event, _) in later.items()
        if id_ not in here and (key := (event.name, _when(event))) in gone
    }
    for id_, (event, was) in here.items():
        after = later.get(moved.get(id_, id_))
        if after is None:
            yield ("removed", "event", id_, "", event.name, "", _when(event), "", was, ())
            continue
        now, is_ = after
        pair = (id_, now.id, now.name, "")
        if id_ != now.id:
            yield ("renamed", "event", *pair, id_, now.id, was, is_)
        if _when(event) != _when(now):
            yield ("re-dated", "event", *pair, _when(event), _when(now), was, is_)
        told = [event_figures(one, (), view.dataset) for one, view in ((event, old), (now, new))]
        if told[0] != told[1]:
            kind = "other words" if event.figures == now.figures else "changed"
            yield (kind, "event", *pair, *told, was, is_)
    for id_, (event, items) in later.items():
        if id_ not in here and id_ not in moved.values():
            yield ("added", "event", "", id_, event.name, "", "", _when(event), (), items)


def _when(event: Event) -> str:
    return when_event(event)


# -- what is named


def _named(
    row: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    moved: dict[str, str],
    here: AbstractSet[str],
    later: AbstractSet[str],
    asked: AbstractSet[str] | None,
) -> Iterator[Told]:
    """Records that came, went, or bear another id."""
    back = {after: before for before, after in moved.items()}
    for id_ in (one for one in old if one in here and _concerns(one, moved, asked)):
        if id_ in moved and moved[id_] in later:
            yield ("renamed", row, id_, moved[id_], _name(new[moved[id_]]), "", id_, moved[id_])
        elif moved.get(id_, id_) not in later:
            yield ("removed", row, id_, "", _name(old[id_]), "", _name(old[id_]), "")
    for id_ in (one for one in new if one in later and _concerns(one, back, asked)):
        if back.get(id_, id_) not in here:
            yield ("added", row, "", id_, _name(new[id_]), "", "", _name(new[id_]))


def _concerns(id_: str, moved: dict[str, str], asked: AbstractSet[str] | None) -> bool:
    return asked is None or id_ in asked or moved.get(id_) in asked


def _name(record: Any) -> str:
    return str(getattr(record, "name", "") or getattr(record, "title", ""))


def _actors(
    old: Dataset,
    new: Dataset,
    found: Renames,
    here: AbstractSet[str],
    later: AbstractSet[str],
    asked: AbstractSet[str] | None,
) -> Iterable[Told]:
    for id_, one in old.actors.items():
        other = new.actors.get(found.actors.get(id_, id_))
        if (
            other is None
            or id_ not in here
            or other.id not in later
            or not _concerns(id_, found.actors, asked)
        ):
            continue
        fields = (
            ("name", one.name, other.name),
            ("kind", one.kind, other.kind),
            ("existed", one.existed.text if one.existed else "", other.existed.text if other.existed else ""),
            ("of", found.actors.get(one.of, one.of), other.of),
        )
        for field, was, now in fields:
            if was != now:
                told = [f"{field} {word or 'not stated'}" for word in (was, now)]
                kind = "other words" if field == "name" else "changed"
                yield (kind, "actor", id_, other.id, other.name, "", *told)
