"""A data set as rows: one a record, and with each actor the numbers of its relations."""

from collections.abc import Iterator
from json import dumps
from typing import Any

from ..dataset import Dataset, Loaded
from ..view.names import bare, words
from .codec import encoded
from .store import Row

KINDS = ("actors", "voices", "sources", "events", "scenarios")


def rows(loaded: Loaded) -> Iterator[Row]:
    """Every row of an index, save what its files were when it was made."""
    dataset = loaded.dataset
    for number, relation in enumerate(dataset.relations):
        yield number, text(relation)
    for kind in KINDS:
        held = getattr(dataset, kind)
        yield kind, text(tuple(held))
        for id_, record in held.items():
            yield f"{kind}/{id_}", text(record)
    yield from _numbers(dataset)
    yield from _names(dataset)
    yield "borne", text(dataset.borne)
    yield "described", text(dataset.described)
    yield "about", text(dataset.about)
    yield "vocabulary", text(dataset.vocabulary)
    yield "problems", text(tuple(loaded.problems))
    yield "count", text(len(dataset.relations))


def _numbers(dataset: Dataset) -> Iterator[Row]:
    """By actor or voice: the numbers of the relations around it, naming it, and by which it belongs; who is under it."""
    order = dataset.order
    for id_ in dict.fromkeys((*dataset.actors, *dataset.voices)):
        found = [
            [order[row.id] for row in held.get(id_, ())]
            for held in (dataset.around, dataset.naming, dataset.belonging)
        ]
        yield f"ties/{id_}", text([*found, *dataset.under(id_)])
    for id_, number in order.items():
        yield f"relation/{id_}", text(number)


def _names(dataset: Dataset) -> Iterator[Row]:
    """By folded name: who bears it as id or name, and who as an alias; of voices too, for what is said of them."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for actor in dataset.actors.values():
        called = words(actor)
        for held, names in ((0, called[:2]), (1, called[2:])):
            for name in dict.fromkeys(map(bare, names)):
                found.setdefault(name, ([], []))[held].append(actor.id)
    for name, bearers in found.items():
        yield f"name/{name}", text(bearers)


def text(value: Any) -> str:
    """A value as the text of a row."""
    return dumps(encoded(value), separators=(",", ":"))
