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


@cache
def order(key: str) -> tuple[str, ...]:
    """The keys of a record under that top key, or in that field, in order; of dataset.yaml for "dataset"."""
    shape: Shape | None = about.SHAPE if key == "dataset" else RECORDS.get(key) or NESTED.get(key)
    return tuple(shape.fields) if shape else ()
