"""A row of any kind by name and in few words: `Taliban to IS-K`, `targets main cities (Kabul), says the editor`."""

from collections.abc import Sequence

from ..dataset import Dataset
from ..model import Event, Evidence, Relation, Trait
from ..page import Text
from ..sight import Seen
from ..spell import Claim, Clash, Spell, combine
from ..timing import own_claim
from .rows import fact_words
from .show import Fact


def tie_name(seen: Seen, dataset: Dataset) -> str:
    """Both ends, joined by what the type calls its other end; a part that is rolled up stands in brackets."""
    names = []
    for end, typed in zip((seen.from_, seen.to), seen.relation.ends, strict=True):
        name = dataset.name_of(end)
        names.append(name if end == typed else f"{name} ({dataset.name_of(typed)})")
    return f" {dataset.type_of(seen.relation).near} ".join(names)


def own_first(items: Sequence[Evidence], dataset: Dataset) -> Evidence | None:
    """The item in which a source itself speaks, else the first."""
    own = (item for item in items if dataset.sources[item.source].own == item.says)
    return next(own, items[0] if items else None)


def trait_words(trait: Trait, item: Evidence | None, dataset: Dataset) -> Text:
    """What is said of the actor, and who says it; the item's gist only where the trait has no words of its own."""
    if item and (trait.is_ or trait.figure):
        item = item._replace(gist="")
    return fact_words(Fact(trait, item, "", None), dataset)


def event_time(event: Event, items: Sequence[Evidence]) -> Claim:
    """The dates of an event: its own, else those of the first passage that has any."""
    first = items[0].time if items else Claim(None, None, None, None, None, False)
    if event.when is None:
        return next((i.time for i in items if i.time.when or i.time.as_of or i.time.gone_by), first)
    return Claim(event.when, None, None, first.said, first.published, False)


def stated(times: Sequence[Claim], row: Relation | Trait) -> Spell:
    """A row's time by its sources alone, without the lives of its actors."""
    found = combine(times or [own_claim(row)], (), row.modality == "expected")
    assert not isinstance(found, Clash)  # reading keeps rows out whose own dates clash
    return found
