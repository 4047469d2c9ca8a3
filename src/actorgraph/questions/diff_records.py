"""What differs between two data sets, in meaning: added, ended, re-dated, another sign or standing, support lost or won.

Both are seen through one lens. Wording, order and notes are no difference; what changed only in words is counted.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Literal, NamedTuple

from ..dataset import Dataset
from ..model import Evidence
from ..sight import Seen
from ..view import View
from .about import asked_about, both, rests_on, there
from .basis import Basis
from .diff_other import others
from .matching import Renames, match, renames, side_of_tie
from .row_names import tie_name
from .statements import mark_of
from .tie_aspects import Aspect, aspects, wording
from .tie_words import tie_words

COLUMNS = (
    "difference", "row", "id-before", "id-after", "name", "mark", "before", "after", "places-before", "places-after",
)  # fmt: skip
KINDS = (
    "added", "added with a source", "removed", "removed with its only source", "ended", "end taken back", "re-dated",
    "changed sign", "changed type", "changed direction", "changed modality", "changed extent", "changed qualifier",
    "changed standing", "lost its only source", "gained its first source", "lost a source", "gained a source",
    "changed source",
    "gained an independent support", "lost an independent support", "changed voice", "changed", "other words", "renamed",
)  # fmt: skip
# What a difference is called when the two data sets change places.
BACK = {
    "added": "removed",
    "removed": "added",
    "removed with its only source": "added with a source",
    "added with a source": "removed with its only source",
    "ended": "end taken back",
    "end taken back": "ended",
    "lost its only source": "gained its first source",
    "gained its first source": "lost its only source",
    "lost a source": "gained a source",
    "gained a source": "lost a source",
    "gained an independent support": "lost an independent support",
    "lost an independent support": "gained an independent support",
}


class Change(NamedTuple):
    """One difference of one row. `before` and `after` are in words, `old` and `new` its evidence on each side."""

    kind: str
    row: Literal["tie", "fact", "event", "actor", "source", "voice"]
    id_before: str
    id_after: str
    name: str
    mark: str
    before: str
    after: str
    old: tuple[Evidence, ...] = ()
    new: tuple[Evidence, ...] = ()
    was: Seen | None = None
    now: Seen | None = None


class Records(NamedTuple):
    """The answer. `words_only` counts ties whose wording, note or place alone is another; `alike` the ties unchanged."""

    basis: Basis
    before: str
    after: str
    changes: tuple[Change, ...]
    words_only: int
    alike: int
    old: Dataset
    new: Dataset
    about: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything means something else."""
        return bool(self.changes)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a difference; a tie that differs in two ways has two."""
        return [
            (
                one.kind, one.row, one.id_before, one.id_after, one.name, one.mark, one.before, one.after,
                _places(one.old), _places(one.new),
            )
            for one in self.changes
        ]  # fmt: skip

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()]
        return {
            "before": self.before, "after": self.after, "lens": self.basis.lens, "in-words-only": self.words_only,
            "unchanged": self.alike, "rows": rows,
        }  # fmt: skip


def ask(old: View, new: View, before: str, after: str, names: Sequence[str] = ()) -> Records:
    """From the one data set to the other; `before` and `after` are what a page calls them; all, or about those actors."""
    found = renames(old.dataset, new.dataset)
    old, new = both(old, new, names, found.actors)
    changes: list[Change] = []
    words_only = alike = 0
    rows, later = old.relations(), new.relations()
    none = Renames({}, {}, {})
    sources = there(old).sources, there(new).sources
    for here, now_at in _pairs(old, new, found):
        was = rows[here] if here is not None else None
        now = later[now_at] if now_at is not None else None
        if was is not None and now is not None:
            told = list(aspects(was, now, old.dataset, new.dataset, found))
            changes += [_changed(one, was, now, new) for one in told]
            if not told:
                alike += 1
                words_only += wording(was, found) != wording(now, none)
        elif now is not None:
            changes.append(_alone("added", now, new, sources[0], found))
        elif was is not None:
            changes.append(_alone("removed", was, old, sources[1], found))
    changes += [Change(*one) for one in others(old, new, found)]
    changes.sort(key=lambda one: KINDS.index(one.kind))
    return Records(
        rests_on(new), before, after, tuple(changes), words_only, alike - words_only, old.dataset, new.dataset,
        tuple(one or other for one, other in zip(asked_about(new), asked_about(old), strict=True)),
    )  # fmt: skip


def _pairs(old: View, new: View, found: Renames) -> Iterable[tuple[int | None, int | None]]:
    """Which row is which; in one data set seen twice every row is itself."""
    rows, later = old.relations(), new.relations()
    if old.dataset is not new.dataset:
        sides = [side_of_tie(row, old.dataset, found) for row in rows]
        return match(sides, [side_of_tie(row, new.dataset, Renames({}, {}, {})) for row in later])
    at = {row.relation.id: number for number, row in enumerate(later)}
    pairs = [(number, at.pop(row.relation.id, None)) for number, row in enumerate(rows)]
    return [*pairs, *((None, number) for number in at.values())]


def _changed(one: Aspect, was: Seen, now: Seen, new: View) -> Change:
    ids = was.relation.id, now.relation.id
    name = f"{tie_name(now, new.dataset)}: {new.dataset.type_of(now.relation).noun}"
    mark = mark_of(now, None, new.dataset)
    return Change(one.kind, "tie", *ids, name, mark, one.before, one.after, was.items, now.items, was, now)


def _alone(
    kind: Literal["added", "removed"], row: Seen, view: View, other: AbstractSet[str], found: Renames
) -> Change:
    """A row of one side only; told apart where it came or went with every source that bears it."""
    dataset = view.dataset
    added = kind == "added"
    old_to_new = found.sources if not added else {new: old for old, new in found.sources.items()}
    sources = {old_to_new.get(item.source, item.source) for item in row.items}
    told: str = kind
    if sources and not sources & other:
        told = "added with a source" if added else "removed with its only source"
    words = f"{tie_words(row, view, dated=True)}"
    ids = ("", row.relation.id) if added else (row.relation.id, "")
    items = ((), row.items) if added else (row.items, ())
    sides = (None, row) if added else (row, None)
    shown = ("", words) if added else (words, "")
    return Change(
        told, "tie", *ids, tie_name(row, dataset), mark_of(row, None, dataset), *shown, *items, *sides
    )


def _places(items: Iterable[Evidence]) -> str:
    return " ".join(dict.fromkeys(at for item in items for at in item.places))
