"""The order of a record's keys: that of the tables by which reading knows them."""

from functools import cache

from ..decode import about, actor, event, evidence, relation, source, types
from ..decode.reader import Shape

# By the top key under which the records stand; what is nested in them, by the name of the field.
RECORDS = {
    "actors": actor.SHAPE,
    "relations": relation.SHAPE,
    "sources": source.SHAPE,
    "voices": source.VOICE,
    "events": event.SHAPE,
    "types": types.SHAPE,
}
NESTED = {
    "aliases": actor.ALIAS,
    "traits": actor.TRAIT,
    "evidence": evidence.SHAPE,
    "assessment": relation.ASSESSMENT,
    "coded": relation.SIGNATURE,
    "reviewed": relation.SIGNATURE,
    "coverage": about.COVERAGE,
    "suppress": about.SUPPRESSION,
}
# The kind of a file's own mapping, whose keys are names of families.
TOP = "top"
_OF = "of "


@cache
def order(key: str) -> tuple[str, ...]:
    """The keys of a record under that top key, or in that field, in order; of dataset.yaml for "dataset"."""
    shape: Shape | None = about.SHAPE if key == "dataset" else RECORDS.get(key) or NESTED.get(key)
    return tuple(shape.fields) if shape else ()


def below(kind: str, key: str) -> str:
    """The kind of what stands under a key of a mapping of that kind, or in a list of it; empty where it has none."""
    if kind == TOP:
        return _OF + key
    if kind.startswith(_OF):
        return kind.removeprefix(_OF)
    return kind if not key else key if kind and key in NESTED else ""


def ordered(keys: list[str], kind: str) -> list[str]:
    """The keys of one mapping in the order of its kind; one that is unknown stays behind the one it followed."""
    known = order(kind)
    ranks, rank = {}, -1
    for key in keys:
        rank = known.index(key) if key in known else rank
        ranks[key] = rank
    return sorted(keys, key=ranks.__getitem__)
