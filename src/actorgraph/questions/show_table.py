"""The portrait of an actor as a table: a row a statement on a tie, a fact or an event, under one set of columns."""

from collections.abc import Iterator

from ..model import Evidence
from ..page import listing, plain
from .event_rows import event_figures, when_event
from .rows import fact_when, fact_words
from .show import Fact, Portrait
from .statements import COLUMNS, when

Cells = tuple[str, ...]


def table(answer: Portrait) -> list[Cells]:
    """The actor's own statements, those of its parts, its facts, its events."""
    ties = [("tie", *statement.row(answer.dataset)) for statement in (*answer.own, *answer.parts)]
    return [*ties, *(_fact(fact, answer) for fact in answer.facts), *_events(answer)]


def _fact(fact: Fact, answer: Portrait) -> Cells:
    trait = fact.trait
    return _cells(
        "fact",
        fact.item,
        actor=answer.actor.id,
        other=trait.toward,
        type=trait.trait,
        modality=trait.modality,
        when=fact_when(fact),
        answer=fact.answer or "",
        text=plain(fact_words(fact, answer.dataset)),
        mark=fact.mark,
        coding=trait.coding,
    )


def _events(answer: Portrait) -> Iterator[Cells]:
    """A row an item of evidence; `link` holds the roles, `relation` the event's id."""
    for event, roles in answer.events:
        figures = event_figures(event, roles, answer.dataset)
        for item in event.evidence or (None,):
            yield _cells(
                "event",
                item,
                actor=answer.actor.id,
                link=listing(roles),
                relation=event.id,
                when=when_event(event) if event.when or item is None else when(item.time, False),
                text="; ".join(filter(None, [figures, item.gist if item else ""])),
            )


def _cells(row: str, item: Evidence | None, **given: str) -> Cells:
    """The cells in the order of COLUMNS; what a kind of row has none of stays empty."""
    if item:
        given |= {"says": item.says, "stance": item.stance, "source": item.source, "at": "+".join(item.at)}
    return (row, *(given.get(column, "") for column in COLUMNS))
