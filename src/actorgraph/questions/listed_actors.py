"""The list of actors: by kind, with three counts that are never one."""

from collections.abc import Sequence

from ..dataset import Dataset
from ..model import Actor
from ..page import Column, count, listing, text
from ..sight import Seen
from ..view import View
from .listed import Entry, Listed, counted, short_of_all
from .wording import figure, places

COLUMNS = ("id", "name", "also", "kind", "of", "ends", "against", "says", "at")
SHOWN = (
    Column(width=1),
    Column("name", most=34),
    Column("also", width=0),
    Column("ends", most=4),
    Column("ag.", most=4),
    Column("says", most=4),
    Column("at", most=12),
)
COUNTS = "ends: ties at whose end it stands; ag.: ties aimed at it; says: statements it makes."


def listed(view: View) -> Listed:
    """Those of most ties first in each kind, then by name. Segments and what is rolled up stand under their wholes."""
    dataset, lens = view.dataset, view.lens
    seen, left = counted(view, _of_any_kind(view))
    top = view.sight.belonging.top
    actors = view.actors()
    rolled = [actor for actor in actors if lens.roll_up and top(actor.id, lens.days) != actor.id]
    segments = [
        actor for actor in actors if actor.kind == "segment" and not lens.kind and actor not in rolled
    ]
    chosen = [actor for actor in actors if actor not in rolled and actor not in segments]
    headings = list(dict.fromkeys(kind.many for kind in dataset.vocabulary.kinds.values()))
    rows = [(-_ends(actor, seen), actor.name.casefold(), actor) for actor in chosen]
    entries = [_entry(actor, seen, dataset) for _, _, actor in sorted(rows, key=lambda row: row[:2])]
    groups = tuple(heading for heading in headings if any(entry.group == heading for entry in entries))
    notes = [f"{COUNTS} The order is no rank.", *short_of_all(seen, left)]
    if segments:
        stand = "which stands under its whole" if len(segments) == 1 else "which stand under their wholes"
        notes.append(f"Left out: {count(len(segments), 'segment')}, {stand} (--kind segment lists them).")
    if rolled:
        verb = "stands" if len(rolled) == 1 else "stand"
        notes.append(f"Rolled up: {_names(rolled)} {verb} under their wholes and are counted there.")
    return Listed(COLUMNS, tuple(entries), SHOWN, groups, tuple(notes))


def _of_any_kind(view: View) -> Sequence[Seen]:
    """The ties through the lens, `kind` apart: that chooses actors here, and all of an actor's ties count."""
    if view.lens.kind is None:
        return view.relations()
    looked = (view.sight.see(relation) for relation in view.dataset.relations)
    return [row for row in looked if isinstance(row, Seen)]


def _entry(actor: Actor, seen: Sequence[Seen], dataset: Dataset) -> Entry:
    ends = _ends(actor, seen)
    against = sum(actor.id in row.relation.against for row in seen)
    says = sum(item.says == actor.id for row in seen for item in row.items)
    also = ", ".join(alias.name for alias in actor.aliases)
    at = _where(actor, seen, dataset)
    cells = (actor.id, actor.name, also, actor.kind, actor.of, str(ends), str(against), str(says), at)
    told = f"of {dataset.name_of(actor.of)}" if actor.of else also
    shown = (actor.name, told, str(ends), str(against or ""), str(says or ""), at)
    return Entry(dataset.vocabulary.kinds[actor.kind].many, cells, ((), *(text(cell) for cell in shown)))


def _ends(actor: Actor, seen: Sequence[Seen]) -> int:
    return sum(actor.id in (row.from_, row.to) for row in seen)


def _where(actor: Actor, seen: Sequence[Seen], dataset: Dataset) -> str:
    """The first place that names it at an end of a tie."""
    order = list(dataset.sources)
    found = [
        item._replace(at=(at,))
        for row in seen
        if actor.id in row.relation.ends
        for item in row.items
        for at in item.at or ("",)
    ]
    first = min(found, key=lambda item: (order.index(item.source), figure(item.at[0])), default=None)
    return places([first], dataset) if first else ""


def _names(actors: Sequence[Actor]) -> str:
    """Parts by name, segments by number."""
    parts = [actor.name for actor in actors if actor.kind != "segment"]
    segments = len(actors) - len(parts)
    return listing([*parts, *([count(segments, "segment")] if segments else [])])
