"""The record as tables: one row a record, one column a field, ids where one record names another.

Columns are called as in the data's own format; those that the program adds are marked as derived, and reading them
back takes no notice of them. Several values of a field are joined by `; `, a semicolon in one of them is led by a
backslash. Dates stand as typed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..model import Assessment, Event, Evidence, Signature
from ..period import FOREVER, NEVER, Date, Interval
from ..problems import Span
from .columns import ACTOR, DATASET, EVENT, EVIDENCE, NAME, RELATION, SOURCE, TRAIT, TYPE, VOICE, Column
from .outgoing import Outgoing, alias_ref, trait_ref

Row = tuple[str, ...]


class Table(NamedTuple):
    """A table: its name, what a row of it is, its columns and its rows."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]


def tables(out: Outgoing) -> tuple[Table, ...]:
    """All tables, those that most people open first; one of types only where the data set has its own."""
    types = list(type_rows(out))
    return (
        Table("actors", "one actor", ACTOR, list(actor_rows(out))),
        Table("relations", "one tie: what would be so, whoever holds it", RELATION, list(relation_rows(out))),
        Table("evidence", "one voice at one place of one source", EVIDENCE, list(_evidence(out))),
        Table("names", "one other name of an actor", NAME, list(_names(out))),
        Table("traits", "one statement on one actor", TRAIT, list(_traits(out))),
        Table("events", "one event", EVENT, list(_events(out))),
        Table("sources", "one document", SOURCE, list(_sources(out))),
        Table(
            "voices", "one who speaks and is no actor", VOICE, [(v.id, v.name, v.kind) for v in out.voices]
        ),
        *((Table("types", "one type of tie of the data set's own", TYPE, types),) if types else ()),
        Table("dataset", "one field of dataset.yaml", DATASET, list(_dataset(out))),
    )


def joined(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(one.replace("\\", "\\\\").replace(";", "\\;") for one in values)


def parted(cell: str) -> list[str]:
    """The values of a cell that `joined` made.

    >>> parted(joined(["a; b", "", "c"]))
    ['a; b', '', 'c']
    """
    if "\\" not in cell:
        return cell.split("; ") if cell else []
    found, last = [], 0
    for mark in re.finditer(r"\\.|; ", cell):
        if mark[0] == "; ":
            found.append(cell[last : mark.start()])
            last = mark.end()
    return [re.sub(r"\\(.)", r"\1", one) for one in (*found, cell[last:])]


def typed(found: Date | Interval | None) -> str:
    return found.text if found else ""


def line_of(where: Span) -> str:
    """Where a record stands: `relations.yaml:12`."""
    return f"{where.file}:{where.line}" if where.file else ""


@lru_cache(maxsize=4096)
def day(ordinal: int) -> str:
    """A day of the calendar; nothing where there is no limit."""
    return date.fromordinal(ordinal).isoformat() if NEVER < ordinal < FOREVER else ""


def signed(found: Iterable[Signature | None]) -> str:
    return joined(f"{one.by} {one.on.text}" if one.on else one.by for one in found if one)


def relation_rows(out: Outgoing) -> Iterator[Row]:
    """The ties, as RELATION names the columns. Most fields hold nothing, and a call for each would be most of the time."""
    dataset = out.view.dataset
    names = {id_: actor.name for id_, actor in dataset.actors.items()}
    for seen in out.rows:
        row, days = seen.relation, seen.spell.days
        type_ = dataset.vocabulary.types[row.type]
        from_, to, where = seen.from_, seen.to, row.where
        yield (
            row.id, from_, row.type, to,
            joined(row.against) if row.against else "", row.modality, row.if_,
            row.when.text if row.when else "", row.as_of.text if row.as_of else "", row.gone_by.text if row.gone_by else "",
            joined(row.means) if row.means else "", row.extent, row.priority, row.scope,
            joined(row.place) if row.place else "", row.event, joined(row.see) if row.see else "",
            assessed(seen.assessment) if seen.assessment else "", row.coding, row.handling,
            signed((row.coded,)) if row.coded else "", signed(row.reviewed) if row.reviewed else "", row.note,
            names[from_], names[to], row.from_ if row.from_ != from_ else "", row.to if row.to != to else "",
            type_.family, type_.sign, "yes" if type_.symmetric else "", seen.standing, seen.spell.words, seen.answer or "",
            day(days.s1), day(days.s2), day(days.e1), day(days.e2), line_of(where),
        )  # fmt: skip


def assessed(found: Assessment) -> str:
    """A named analyst's judgement in one cell."""
    return joined(filter(None, (found.confidence, found.by, found.on.text, found.why)))


def item_cells(item: Evidence) -> Row:
    """An item of evidence, as EVIDENCE names the columns after the first."""
    return (
        item.source, "+".join(item.at), item.says, joined(item.via) if item.via else "", item.stance, item.hedge,
        item.likelihood, item.confidence, item.credibility, typed(item.said), typed(item.when), typed(item.as_of),
        typed(item.gone_by), item.gist, item.quote, typed(item.retrieved), line_of(item.where),
    )  # fmt: skip


def _evidence(out: Outgoing) -> Iterator[Row]:
    return ((of, *item_cells(item)) for of, item in out.held())


def actor_rows(out: Outgoing) -> Iterator[Row]:
    """The actors, as ACTOR names the columns."""
    for one in out.actors:
        ids = joined(f"{name}: {id_}" for name, id_ in one.ids)
        other = joined(alias.name for alias in one.aliases)
        yield (
            one.id, one.name, one.kind, one.of, typed(one.existed), joined(one.place), ids,
            "yes" if one.shared else "", one.note, other, line_of(one.where),
        )  # fmt: skip


def _names(out: Outgoing) -> Iterator[Row]:
    for actor in out.actors:
        for number, one in enumerate(actor.aliases, 1):
            shared = "yes" if one.shared else ""
            when = typed(one.when)
            yield (
                alias_ref(actor, number),
                actor.id,
                one.name,
                one.lang,
                joined(one.by),
                when,
                one.kind,
                shared,
            )


def _traits(out: Outgoing) -> Iterator[Row]:
    for actor in out.actors:
        for number, one in enumerate(actor.traits, 1):
            yield (
                trait_ref(actor, number), actor.id, one.trait, one.on, one.is_, one.figure, one.toward, one.priority,
                one.modality, typed(one.when), typed(one.as_of), typed(one.gone_by), joined(one.place), one.coding,
                one.note, line_of(one.where),
            )  # fmt: skip


def _events(out: Outgoing) -> Iterator[Row]:
    for one in out.events:
        yield (
            one.id, one.name, typed(one.when), joined(one.place), _who(one), _figures(one), joined(one.see), one.handling,
            one.note, line_of(one.where),
        )  # fmt: skip


def _who(event: Event) -> str:
    return joined(f"{role}: {name}" for role, names in event.who for name in names)


def _figures(event: Event) -> str:
    return joined(f"{f.unit}: {f.figure}{f' (says {f.says})' if f.says else ''}" for f in event.figures)


def _sources(out: Outgoing) -> Iterator[Row]:
    for one in out.sources:
        yield (
            one.id, one.title, one.author, one.publisher, typed(one.published), one.url, one.reliability,
            joined(one.derives_from), one.text, one.sha256, one.label, one.handling, one.note, line_of(one.where),
        )  # fmt: skip


def type_rows(out: Outgoing) -> Iterator[Row]:
    """The data set's own types, as TYPE names the columns."""
    for one in out.types:
        yield (
            one.name, one.family, one.sign, one.kind, _yes(one.symmetric), one.inverse, one.reads,
            joined((one.near, one.far)), one.noun, one.definition, _yes(one.balance), _yes(one.rolls_up),
            _yes(one.means), _yes(one.third),
            _yes(one.view), _yes(one.answers_for), _yes(one.steps),
        )  # fmt: skip


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _dataset(out: Outgoing) -> Iterator[Row]:
    about = out.view.dataset.about
    yield from (
        (name, getattr(about, name)) for name in ("title", "format", "question", "licence", "version", "cite")
    )
    yield "corrections", about.corrections
    yield "handling", about.handling
    yield "strictest handling", out.handling
    if out.what_if:
        yield "what if", out.what_if
    yield "coders", joined(about.coders)
    if found := about.coverage:
        yield "coverage sources", joined(found.sources)
        yield "coverage actors", joined(found.actors)
        yield "coverage types", joined(found.types)
        yield "coverage period", typed(found.period)


def short(item: Evidence) -> str:
    """An item in the short form: source, place, voice, stance."""
    return " ".join(filter(None, (item.source, "+".join(item.at), item.says, item.stance)))
