"""The fields of the record, and what a format leaves behind of them.

Each format declares a fixed table of its losses. A test writes a record in which every field is filled and looks for
each: what is neither in the file nor in the table, or in both, fails.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from ..model import About, Actor, Alias, Event, Evidence, Relation, Scenario, Source, Trait, Voice
from ..vocabulary import RelationType
from .outgoing import Outgoing

RECORDS: Final[dict[str, type]] = {
    "dataset": About,
    "actor": Actor,
    "name": Alias,
    "trait": Trait,
    "relation": Relation,
    "evidence": Evidence,
    "source": Source,
    "voice": Voice,
    "event": Event,
    "type": RelationType,
    "scenario": Scenario,
}
MANY: Final = {
    "dataset": "data sets", "actor": "actors", "name": "other names", "trait": "traits", "relation": "ties",
    "evidence": "items of evidence", "source": "sources", "voice": "voices", "event": "events",
    "type": "types of its own", "scenario": "scenarios",
}  # fmt: skip
# What the program keeps for itself, and records that are told of on their own.
_OWN: Final = {"where", "time", "typed", "scenario"}
_HELD: Final = {"actor": {"aliases", "traits"}}


class Loss(NamedTuple):
    """Fields of one record that a format leaves behind, all of them where none is named, and why."""

    record: str
    fields: tuple[str, ...]
    why: str

    @property
    def whole(self) -> bool:
        return not self.fields


def named(field: str) -> str:
    """A field as the format of the data calls it."""
    return field.rstrip("_").replace("_", "-")


def fields(record: str) -> dict[str, str]:
    """The fields of a record: as the data's format calls them, and as its class does."""
    own = _OWN | _HELD.get(record, set()) | (set() if record == "evidence" else {"evidence"})
    return {named(name): name for name in RECORDS[record]._fields if name not in own}  # type: ignore[attr-defined]


def lost(losses: Iterable[Loss]) -> set[tuple[str, str]]:
    """The single fields that these losses name."""
    return {(one.record, field) for one in losses for field in (one.fields or fields(one.record))}


def records(out: Outgoing) -> dict[str, list[Any]]:
    """The records that go out, by kind."""
    return {
        "dataset": [out.view.dataset.about],
        "actor": list(out.actors),
        "name": [one for actor in out.actors for one in actor.aliases],
        "trait": [one for actor in out.actors for one in actor.traits],
        "relation": [row.relation for row in out.rows],
        "evidence": [item for _, item in out.held()],
        "source": list(out.sources),
        "voice": list(out.voices),
        "event": list(out.events),
        "type": list(out.types),
        "scenario": list(out.view.dataset.scenarios.values()),
    }


def counted(losses: Iterable[Loss], out: Outgoing) -> Iterator[tuple[Loss, dict[str, int], int]]:
    """Of each loss that meets these records: how many hold each field, and how many records of the kind there are."""
    found = records(out)
    for loss in losses:
        held = found[loss.record]
        every = fields(loss.record)
        numbers = {}
        for name in loss.fields:
            field = every[name]
            plain = RECORDS[loss.record]._field_defaults.get(field)  # type: ignore[attr-defined]
            if number := sum(getattr(one, field) != plain for one in held):
                numbers[name] = number
        if numbers or (loss.whole and held):
            yield loss, numbers, len(held)
