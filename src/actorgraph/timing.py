"""The spell of a relation, from the evidence that a lens leaves of it."""

from collections.abc import Iterable, Sequence

from .dataset import Dataset
from .model import Evidence, Relation, Trait
from .period import Interval
from .spell import Claim, Clash, Spell, combine


def spell_of(relation: Relation, timing: Sequence[Evidence], dataset: Dataset) -> Spell:
    """The relation's time from those items; from the row itself where it has none."""
    expected = relation.modality == "expected"
    claims = [item.time for item in timing] or [own_claim(relation)]
    return _combined(claims, existed(relation.ends, dataset), expected)


def spell_of_trait(trait: Trait, timing: Sequence[Evidence], actor: str, dataset: Dataset) -> Spell:
    expected = trait.modality == "expected"
    claims = [item.time for item in timing] or [own_claim(trait)]
    return _combined(claims, existed((actor,), dataset), expected)


def own_claim(row: Relation | Trait) -> Claim:
    """What the row's own fields say, for a row without evidence."""
    return Claim(row.when, row.as_of, row.gone_by, None, None, row.modality == "expected")


def existed(actors: Iterable[str], dataset: Dataset) -> list[tuple[str, Interval]]:
    """The names of those actors whose existence is bounded, with its bounds."""
    found = (dataset.actors[actor] for actor in actors if actor in dataset.actors)
    return [(actor.name, actor.existed) for actor in found if actor.existed is not None]


def _combined(claims: list[Claim], bounds: list[tuple[str, Interval]], expected: bool) -> Spell:
    spell = combine(claims, bounds, expected)
    if isinstance(spell, Clash):  # the loader keeps such rows out, and a lens only takes items away
        raise AssertionError(spell.what)  # noqa: TRY004  # not a caller's wrong type but our own broken promise
    return spell
