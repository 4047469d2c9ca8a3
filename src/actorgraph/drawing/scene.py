"""What is drawn: actors, lines between them, parent organisations, notes. Nothing here knows how it looks.

A scene is made from a View for the whole record, for one actor with its neighbours, for a path and for a comparison.
`caption` turns a tie into words; it is handed in, since drawing knows no question.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ..model import Actor
from ..sight import Seen
from ..view import View
from .label import in_prose
from .lines import Line, lines
from .places import apart, around, between, crowded, hubs

Caption = Callable[[Seen], str]
NOTHING: Mapping[str, str] = MappingProxyType({})
SHAPES = ("armed-group", "state", "community", "person", "segment")  # any other kind is `other`
DRAWN = ("certainly", "possibly", None)
UNDRAWN = ("denied", "doubted", "open")


class Node(NamedTuple):
    """An actor. `place` is its column, counted from the left; None leaves it to the engine."""

    id: str
    name: str
    native: str
    shape: str
    focus: bool = False
    place: int | None = None


class Cluster(NamedTuple):
    """A parent organisation with those drawn that are part of it."""

    id: str
    name: str
    members: tuple[str, ...]


class Note(NamedTuple):
    """What a line stands for, tie by tie, with its places."""

    number: int
    text: str


class Scene(NamedTuple):
    """A picture before anybody decides how it looks. `form`: whole, ego, path, comparison or diff."""

    form: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    clusters: tuple[Cluster, ...]
    notes: tuple[Note, ...]
    title: str = ""
    subtitle: str = ""
    sources: str = ""
    left_out: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """What stands below the legend: remarks, then the notes with their numbers."""
        return [*self.remarks, *(f"[{note.number}] {note.text}" for note in self.notes)]


def whole(view: View, caption: Caption) -> Scene:
    """Every actor with a tie that is drawn."""
    rows = view.relations()
    return _scene("whole", view, _ends(_drawn(rows, view)), rows, caption)


def ego(view: View, actor: str, steps: int, caption: Caption) -> Scene:
    """The actor, whoever is at most so many ties away, and the ties walked; of the rest only who is part of whom."""
    near = {actor: 0}
    for step in range(1, steps + 1):
        for one in [one for one, far in near.items() if far == step - 1]:
            for row in _drawn(view.relations(one), view):
                near.setdefault(row.other(one), step)
    rows = [
        row
        for row in _around(view, near)
        if {row.from_, row.to} <= set(near)
        and (
            min(near[row.from_], near[row.to]) < steps
            or view.dataset.type_of(row.relation).family == "belongs"
        )
    ]
    return _scene("ego" if steps == 1 else "whole", view, near, rows, caption, (actor,))


def path(view: View, walks: Sequence[Sequence[str]], rows: Sequence[Seen], caption: Caption) -> Scene:
    """The actors of some walks from one actor to another, and the ties they go by, in the order of the steps."""
    places = {actor: place for walk in reversed(walks) for place, actor in enumerate(walk)}
    last = max(len(walk) for walk in walks) - 1
    places[walks[0][-1]] = last
    order = sorted(places, key=places.__getitem__)
    rows = [row for row in rows if {row.from_, row.to} <= set(places)]
    return _scene("path", view, order, rows, caption, (walks[0][0], walks[0][-1]), places=places)


def diff(view: View, marks: Mapping[str, str], caption: Caption) -> Scene:
    """Every tie that has a mark, by its id: what became of it between two dates."""
    rows = [row for row in view.relations() if row.relation.id in marks]
    return _scene("diff", view, _ends(_drawn(rows, view)), rows, caption, marks=marks)


def comparison(view: View, actors: Sequence[str], thirds: Sequence[str], caption: Caption) -> Scene:
    """The actors, the ties between them, and those with third parties that more than one of them has."""
    shown = {*actors, *thirds}
    rows = [row for row in _around(view, actors) if {row.from_, row.to} <= shown]
    return _scene("comparison", view, [*actors, *thirds], rows, caption, tuple(actors))


def _around(view: View, actors: Iterable[str]) -> list[Seen]:
    """The rows of those actors, each once, in the file's order of each."""
    return list({row.relation.id: row for actor in actors for row in view.relations(actor)}.values())


def _scene(
    form: str,
    view: View,
    ids: Iterable[str],
    rows: Sequence[Seen],
    caption: Caption,
    focus: tuple[str, ...] = (),
    marks: Mapping[str, str] = NOTHING,
    places: Mapping[str, int] | None = None,
) -> Scene:
    drawn = _drawn(rows, view)
    found = lines(drawn, view, {id_: number for number, id_ in enumerate(focus)}, marks)
    if form == "diff":
        found = tuple(line._replace(over="ended" in line.mark) for line in found)
    notes = tuple(Note(line.note, _note(line, view, caption)) for line in found)
    order = list(ids)
    places = _places(form, order, focus, found, view) if places is None else places
    places = apart(places, found, focus)
    nodes = [_node(view.dataset.actors[id_], focus, view)._replace(place=places.get(id_)) for id_ in order]
    if form != "path":
        nodes.sort(key=lambda node: (not node.focus, _rank(node.shape)))
    return Scene(form, tuple(nodes), found, _clusters(nodes, view), notes, left_out=len(rows) - len(drawn))


def _places(
    form: str, ids: list[str], focus: tuple[str, ...], found: Sequence[Line], view: View
) -> dict[str, int]:
    wholes = {id_: view.sight.belonging.top(id_, view.lens.days) for id_ in ids}
    if form == "ego":
        return around(focus[0], ids, found, wholes)
    if form == "comparison" and len(focus) > 2:
        return {id_: 2 * focus.index(id_) if id_ in focus else 1 for id_ in ids}
    two = list(focus[:2]) if form == "comparison" else hubs(found)
    if len(two) < 2:
        return {}
    places = between(two[0], two[1], ids, found, wholes)
    return {} if crowded(places, found) else places


def _drawn(rows: Iterable[Seen], view: View) -> list[Seen]:
    """What makes a line: no contrast, limit or report without a sign, in which the two have no dealings."""
    return [
        row
        for row in rows
        if row.standing not in UNDRAWN
        and row.answer in DRAWN
        and ((type_ := view.dataset.type_of(row.relation)).steps or type_.sign != "0")
    ]


def _ends(rows: Iterable[Seen]) -> list[str]:
    return list(dict.fromkeys(end for row in rows for end in (row.from_, row.to)))


def _node(actor: Actor, focus: Sequence[str], view: View) -> Node:
    kinds = view.dataset.vocabulary
    shape = next((one for one in SHAPES if kinds.is_kind(actor.kind, one)), "other")
    native = next((alias.name for alias in actor.aliases if alias.kind == "native"), "")
    return Node(actor.id, actor.name, native, shape, actor.id in focus)


def _rank(shape: str) -> int:
    return (*SHAPES, "other").index(shape)


def _clusters(nodes: Sequence[Node], view: View) -> tuple[Cluster, ...]:
    """Two or more parts of one whole in one column; a focus stands free."""
    top = view.sight.belonging.top
    held: dict[tuple[str, int | None], list[str]] = {}
    for node in nodes:
        if not node.focus:
            held.setdefault((top(node.id, view.lens.days), node.place), []).append(node.id)
    return tuple(
        Cluster(whole, view.dataset.name_of(whole), tuple(members))
        for (whole, _), members in held.items()
        if len(members) > 1
    )


def _note(line: Line, view: View, caption: Caption) -> str:
    """`IS-K, Taliban: enmity [p10]; > denouncements [p19]; < views as an enemy [p26]`."""
    name = view.dataset.name_of
    told = []
    for row in line.rows:
        way = (
            ""
            if view.dataset.type_of(row.relation).symmetric
            else "→\xa0"
            if row.from_ == line.from_
            else "←\xa0"
        )
        told.append(f"{way}{caption(row)}")
    return f"{in_prose(name(line.from_))}, {in_prose(name(line.to))}: {'; '.join(told)}"
