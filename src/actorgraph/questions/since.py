"""What is new in the record since a date, as its sources were published, or since a revision of its files.

Since a date means: what the sources published after it say that those published by then did not. A source without a
date of publication stands on both sides, so nothing is called new on its word.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from ..lens import Lens
from ..model import Source
from ..period import Date
from ..standing import STANDINGS
from ..view import View
from .about import about, left, rests_on
from .diff_records import COLUMNS, Change, Records, ask

# What differs, by what it is called at the edge of a page; the most telling first. An empty row means any.
TELLING: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("changed sign", ("changed sign",), ""),
    ("standing", ("changed standing",), ""),
    ("source lost", ("lost its only source", "removed with its only source"), ""),
    ("ended", ("ended",), ""),
    ("end undone", ("end taken back",), ""),
    ("new tie", ("added", "added with a source"), "tie"),
    ("tie gone", ("removed",), "tie"),
    ("new actor", ("added",), "actor"),
    ("actor gone", ("removed",), "actor"),
    ("new source", ("added",), "source"),
    ("source gone", ("removed",), "source"),
    ("re-dated", ("re-dated",), ""),
    (
        "changed",
        ("changed type", "changed direction", "changed modality", "changed extent", "changed qualifier", "changed"),
        "",
    ),
    ("who says so", ("changed voice",), ""),
    ("support", (
        "gained its first source", "lost a source", "gained a source", "changed source",
        "gained an independent support", "lost an independent support",
    ), ""),
    ("new event", ("added",), "event"),
    ("event gone", ("removed",), "event"),
    ("new fact", ("added",), "fact"),
    ("fact gone", ("removed",), "fact"),
    ("new voice", ("added",), "voice"),
    ("voice gone", ("removed",), "voice"),
    ("other words", ("other words",), ""),
    ("renamed", ("renamed",), ""),
)  # fmt: skip


class Since(NamedTuple):
    """The answer: every difference, the most telling first, and the sources published since or without a date.

    `bare` says that no source left by the lens was published by the date.
    """

    since: str
    by: Literal["date", "revision"]
    records: Records
    published: tuple[Source, ...]
    undated: tuple[Source, ...]
    bare: bool

    @property
    def differs(self) -> bool:
        """Whether anything means something else."""
        return self.records.differs

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`, those of `diff` between two data sets."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a difference, the most telling first; none is left out."""
        return self.records.rows()

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "since": self.since,
            "read-as": self.by,
            "about": self.records.about,
            "published-since": [source.id for source in self.published],
            "without-date": [source.id for source in self.undated],
            **self.records.plain(),
        }


def by_date(view: View, date: Date, names: Sequence[str] = ()) -> Since:
    """What the sources published after the date say beside those published by its last day."""
    shown = [source for source in view.dataset.sources.values() if left(source, view.lens)]
    undated = [source for source in shown if source.published is None]
    later = [source for source in shown if source.published and source.published.last > date.last]
    known = [source for source in shown if source not in later]
    # A row without evidence is hidden on both sides: nobody published it.
    sides = [
        view.through(view.lens.merged(Lens(source=frozenset(one.id for one in held))))
        for held in (known, shown)
    ]
    found = ask(sides[0], sides[1], f"what was published by {date.text}", "now", names)
    basis = rests_on(about(view, names))
    cited = {source.id for source in basis.sources}
    return Since(
        date.text, "date", in_order(found._replace(basis=basis)), tuple(later),
        tuple(source for source in undated if source.id in cited), len(known) == len(undated),
    )  # fmt: skip


def by_revision(old: View, view: View, rev: str, words: tuple[str, str], names: Sequence[str] = ()) -> Since:
    """What differs from the data set as it was at the revision; `words` are what a page calls the two."""
    return Since(rev, "revision", in_order(ask(old, view, *words, names)), (), (), False)


def in_order(found: Records) -> Records:
    """The most telling first, in each kind the firmest, then by the mark and the order of the files."""
    marks = ("?", "-", "+", "~-", "~+")
    order = [label for label, *_ in TELLING]
    return found._replace(
        changes=tuple(
            sorted(
                found.changes,
                key=lambda one: (
                    order.index(label_of(one)),
                    _firmness(one),
                    marks.index(one.mark) if one.mark in marks else len(marks),
                ),
            )
        )
    )


def _firmness(change: Change) -> tuple[bool, int]:
    """The place of a new tie, or of one that is gone, among others: facts first, in each the better standing."""
    seen = change.now or change.was
    if seen is None or label_of(change) not in ("new tie", "tie gone"):
        return (False, 0)
    return (not seen.firm, STANDINGS.index(seen.standing))


def label_of(change: Change) -> str:
    """What a difference is called at the edge of a page."""
    return next(label for label, kinds, row in TELLING if change.kind in kinds and row in ("", change.row))
