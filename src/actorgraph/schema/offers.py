"""What a record has declared, as an editor offers it where an id is typed. What is offered is never all that is taken."""

from collections.abc import Iterable
from typing import Any

from ..dataset import Dataset
from ..decode import evidence, relation, source, values
from ..text import safe
from .leaves import Schema

Named = Iterable[tuple[str, str]]


def offers(dataset: Dataset) -> dict[Any, tuple[str, list[Schema]]]:
    """By the reader of a value: a name for what it takes, and the ids that it may take, each with its name."""
    actors = _offered((id_, actor.name) for id_, actor in dataset.actors.items())
    speakers = actors + _offered((id_, voice.name) for id_, voice in dataset.voices.items())
    sources = _offered((id_, source.title) for id_, source in dataset.sources.items())
    return {
        values.actor: ("an-actor", actors),
        values.voice: ("a-voice", _offered([("author", "the own voice of the source")]) + speakers),
        source.speaker: ("a-speaker", speakers),
        values.source: ("a-source", sources),
        evidence.short: ("short-evidence", sources),
        relation.event: ("an-event", _offered((id_, event.name) for id_, event in dataset.events.items())),
    }


def _offered(named: Named) -> list[Schema]:
    return [{"label": id_, "body": id_, "description": safe(name)} for id_, name in named]
