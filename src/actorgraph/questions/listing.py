"""Lists: actors with three counts, and relations, sources and voices, a line each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..errors import Fault
from ..page import Block, Column, Gap, Group, Page, Paragraph, Row, Run, Table, count, text
from ..view import View
from . import listed_actors, listed_ties
from .basis import Basis, basis, document_line, leaves, title
from .listed import Entry, Listed, counted, short_of_all

MORE = "How much each bears, and which documents only repeat another: actorgraph sources"
WHAT = ("actors", "relations", "sources", "voices")


class Listing(NamedTuple):
    """The answer: a row an entry under the columns, and how a page shows them."""

    what: str
    basis: Basis
    listed: Listed

    @property
    def columns(self) -> tuple[str, ...]:
        return self.listed.columns

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.listed.entries

    def rows(self) -> Sequence[Sequence[str]]:
        return [entry.cells for entry in self.entries]

    def plain(self) -> dict[str, Any]:
        rows = [dict(zip(self.columns, entry.cells, strict=True)) for entry in self.entries]
        return {"what": self.what, "lens": self.basis.lens, "notes": self.listed.notes, "rows": rows}


def ask(view: View, what: str) -> Listing:
    """The list of that name, through the view's lens."""
    kinds = {
        "actors": listed_actors.listed,
        "relations": listed_ties.listed,
        "sources": _sources,
        "voices": _voices,
    }
    if what not in kinds:
        raise Fault(f'Nothing to list as "{what}". It is one of: {", ".join(WHAT)}.')
    return Listing(what, basis(view), kinds[what](view))


def page(answer: Listing, view: View) -> Page:
    """The entries by group, with what the counts mean."""
    blocks: list[Block] = [
        title(answer.what.capitalize(), answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Gap(),
    ]
    rows: list[Row | Group | Paragraph] = []
    shown = [entry for entry in answer.entries if entry.shown]
    sizes = {group: sum(entry.group == group for entry in shown) for group in answer.listed.groups}
    for group in answer.listed.groups or ("",):
        if group:
            number = f"  {sizes[group]}" if sizes[group] else ": nothing"
            rows.append(Group(text(Run(group, "heading"), Run(number, "dim"))))
        rows += [Row(entry.shown) for entry in shown if entry.group == group]
    blocks.append(Table((), answer.listed.shown, tuple(rows), gap=answer.listed.gap))
    if not answer.entries:
        blocks.append(Paragraph(text(f"None is {'left by this lens' if answer.basis.lens else 'coded'}.")))
    if answer.listed.notes:
        blocks.append(Gap())
        blocks += [Paragraph(text(note)) for note in answer.listed.notes]
    return tuple(blocks)


def _sources(view: View) -> Listed:
    name = view.dataset.name_of
    seen, left = counted(view)
    columns = ("id", "title", "by", "date", "items")
    entries = []
    left_out = 0
    for source in view.dataset.sources.values():
        if not leaves(view, source):
            left_out += 1
            continue
        items = sum(item.source == source.id for row in seen for item in row.items)
        date = source.published.text if source.published else ""
        cells = (source.id, source.title, name(source.own), date, str(items))
        entries.append(_entry(cells))
    hidden = (f"{count(left_out, 'source')} left out by the lens.",) if left_out else ()
    notes = ("items: statements on ties.", *short_of_all(seen, left), *hidden, MORE)
    return Listed(columns, tuple(entries), _columns(columns, "title"), (), notes)


def _voices(view: View) -> Listed:
    """Who speaks on a tie, whether or not it is an actor."""
    dataset = view.dataset
    seen, left = counted(view)
    said: dict[str, int] = {}
    for row in seen:
        for item in row.items:
            said[item.says] = said.get(item.says, 0) + 1
    order = sorted(said, key=lambda voice: (-said[voice], dataset.name_of(voice).casefold()))
    kinds = {id_: voice.kind for id_, voice in dataset.voices.items()}
    columns = ("id", "name", "kind", "says")
    entries = tuple(
        _entry((v, dataset.name_of(v), kinds.get(v, "actor"), str(said[v])), count(said[v], "statement"))
        for v in order
    )
    return Listed(columns, entries, _columns(columns, "name"), (), (*short_of_all(seen, left), MORE))


def _entry(cells: tuple[str, ...], last: str = "") -> Entry:
    return Entry("", cells, ((), *(text(cell) for cell in (*cells[:-1], last or cells[-1]))))


def _columns(names: tuple[str, ...], widest: str) -> tuple[Column, ...]:
    return (Column(width=1), *(Column(name, 0 if name == widest else -1, most=34) for name in names))
