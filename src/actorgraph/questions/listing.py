"""Lists: actors with three counts, and relations, sources and voices, a line each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..errors import Fault
from ..page import Block, Column, Gap, Group, Page, Paragraph, Row, Run, Table, count, text
from ..sight import Seen
from ..view import View
from .basis import Basis, basis, document_line, title
from .wording import claim, places

WHAT = ("actors", "relations", "sources", "voices")


class Entry(NamedTuple):
    """One line: under which heading, and its cells."""

    group: str
    cells: tuple[str, ...]


class Listing(NamedTuple):
    """The answer: entries under their headings, with the columns' names."""

    what: str
    basis: Basis
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]

    def rows(self) -> Sequence[Sequence[str]]:
        return [entry.cells for entry in self.entries]

    def plain(self) -> dict[str, Any]:
        rows = [dict(zip(self.columns, entry.cells, strict=True)) for entry in self.entries]
        return {"what": self.what, "lens": self.basis.lens, "rows": rows}


def ask(view: View, what: str) -> Listing:
    """The list of that name, through the view's lens."""
    if what not in WHAT:
        raise Fault(f'Nothing to list as "{what}". It is one of: {", ".join(WHAT)}.')
    columns, entries = {"actors": _actors, "relations": _relations, "sources": _sources, "voices": _voices}[
        what
    ](view)
    return Listing(what, basis(view), columns, tuple(entries))


def page(answer: Listing, view: View) -> Page:
    """The entries by group, with what the counts mean."""
    blocks: list[Block] = [
        title(answer.what.capitalize(), answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Gap(),
    ]
    widths = {name: Column(name, most=34) for name in answer.columns}
    widest = {"actors": "also", "relations": "tie", "sources": "title", "voices": "name"}[answer.what]
    widths[widest] = Column(widest, width=0)
    rows: list[Row | Group | Paragraph] = []
    before = ""
    for entry in answer.entries:
        if entry.group and entry.group != before:
            rows.append(Group(text(Run(entry.group, "heading"))))
            before = entry.group
        rows.append(Row(((), *(text(cell) for cell in entry.cells))))
    blocks.append(Table((), (Column(width=1), *widths.values()), tuple(rows), gap=1))
    if not answer.entries:
        blocks.append(Paragraph(text("None is left by this lens.")))
    if answer.what == "actors":
        counts = "ends: ties at whose end it stands; ag.: ties aimed at it; says: statements it makes."
        blocks += [Gap(), Paragraph(text(f"{counts} The order is no rank."))]
    return tuple(blocks)


def _actors(view: View) -> tuple[tuple[str, ...], list[Entry]]:
    """By kind; those with most ties first, then by name. Segments stand under their wholes and are left out."""
    dataset = view.dataset
    seen = view.relations()
    kinds = dataset.vocabulary.kinds
    headings = [kind.many for kind in kinds.values()]
    found = []
    for actor in view.actors():
        if actor.kind == "segment":
            continue
        ends = sum(actor.id in (row.from_, row.to) for row in seen)
        against = sum(actor.id in row.relation.against for row in seen)
        says = sum(item.says == actor.id for row in seen for item in row.items)
        also = ", ".join(alias.name for alias in actor.aliases)
        cells = (
            actor.name,
            also,
            str(ends),
            str(against or ""),
            str(says or ""),
            _where(actor.id, seen, view),
        )
        found.append(
            (
                (headings.index(kinds[actor.kind].many), -ends, actor.name.casefold()),
                Entry(kinds[actor.kind].many, cells),
            )
        )
    return ("name", "also", "ends", "ag.", "says", "at"), [
        entry for _, entry in sorted(found, key=lambda one: one[0])
    ]


def _where(actor: str, seen: Sequence[Seen], view: View) -> str:
    """The first place that names it at an end of a tie."""
    items = [item for row in seen if actor in row.relation.ends for item in row.items]
    return places(items, view.dataset).split(" ")[0] if items else ""


def _relations(view: View) -> tuple[tuple[str, ...], list[Entry]]:
    dataset = view.dataset
    entries = [
        Entry(
            dataset.vocabulary.family_of(row.relation.type).heading,
            (claim(row.relation, dataset), row.standing, row.spell.words, places(row.items, dataset)),
        )
        for row in view.relations()
    ]
    order = [family.heading for family in dataset.vocabulary.families.values()]
    return ("tie", "standing", "when", "at"), sorted(entries, key=lambda entry: order.index(entry.group))


def _sources(view: View) -> tuple[tuple[str, ...], list[Entry]]:
    name = view.dataset.name_of
    entries = []
    for source in view.dataset.sources.values():
        items = sum(item.source == source.id for row in view.relations() for item in row.items)
        date = source.published.text if source.published else ""
        entries.append(Entry("", (source.id, source.title, name(source.own), date, count(items, "item"))))
    return ("id", "title", "by", "date", "items"), entries


def _voices(view: View) -> tuple[tuple[str, ...], list[Entry]]:
    """Who speaks on a tie, whether or not it is an actor."""
    dataset = view.dataset
    said: dict[str, int] = {}
    for row in view.relations():
        for item in row.items:
            said[item.says] = said.get(item.says, 0) + 1
    order = sorted(said, key=lambda voice: (-said[voice], dataset.name_of(voice).casefold()))
    kinds = {id_: voice.kind for id_, voice in dataset.voices.items()}
    entries = [
        Entry("", (v, dataset.name_of(v), kinds.get(v, "actor"), count(said[v], "statement"))) for v in order
    ]
    return ("id", "name", "kind", "says"), entries
