"""One page for a reader who was away: the most telling differences, each with its place; the rest counted."""

from collections.abc import Sequence
from shlex import quote
from typing import NamedTuple

from ..model import Source
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..text import safe, width
from ..view import View
from .about import on_the_line
from .basis import title
from .brief_ties import CELLS, height
from .diff_records import Change
from .diff_records_page import WHOLE, change_at, change_words
from .diff_records_page import page as records_page
from .legend import mark_words
from .since import TELLING, Since, label_of
from .wording import options

LINES = 36  # of CELLS cells: one page, be the window small or large
FEW, LEAST = {"new tie": 7, "tie gone": 4}, 3  # of each kind before any other kind has more
MOST = 200  # rows that are tried: no page holds more
LABEL, AT = 12, 12
WORDS = CELLS - LABEL - 11  # with the places
COLUMNS = (Column(width=1), Column(width=LABEL), Column(width=2), Column(width=0), Column(most=AT, wide=16))
NAMED = 3
FIXED = 9  # the title, the gaps, what is counted, the legend
HEADINGS = (
    "changed sign",
    "standing",
    "source lost",
    "ended",
    "end undone",
)  # of which a row may have several
# How what is not shown is counted, where the label is no noun.
COUNTED = {
    **{label: (label, label) for label in ("changed sign", "ended", "re-dated", "changed", "renamed")},
    **{
        f"{one} gone": (f"{one} gone", f"{one}s gone")
        for one in ("tie", "actor", "source", "event", "fact", "voice")
    },
    "standing": ("of another standing", "of another standing"),
    "source lost": ("without its source", "without their source"),
    "end undone": ("end taken back", "ends taken back"),
    "who says so": ("said by other voices", "said by other voices"),
    "support": ("with other support", "with other support"),
    "other words": ("in other words", "in other words"),
}
# By which rule some of a kind are shown and others counted.
RULES = dict.fromkeys(("new tie", "tie gone"), " (shown: the firmest, one of each mark in turn)")
# What is told by name alone, and how many names.
NAMES = {"new actor": 8, "actor gone": 8, "new source": 4, "source gone": 4, "new voice": 8, "voice gone": 8}


class Entry(NamedTuple):
    """One row of the page, the differences that it tells of, and its height."""

    label: str
    mark: str
    words: str
    at: str
    told: tuple[Change, ...]

    def height(self, at: int) -> int:
        """Its lines at CELLS cells, with so many for the places."""
        return max(height(text(self.words), WORDS - at), height(text(self.at), at) if self.at else 1)


def page(answer: Since, view: View, folder: str = "") -> Page:
    """At most LINES lines of CELLS cells; a row that differs in several ways stands by what tells most of it."""
    records = answer.records
    head = [Paragraph(text(words)) for words in _head(answer, view)]
    last = text("All of it: ", Run(_all(answer, view, folder), "command"))
    told = _once(records.changes)
    fixed = FIXED + sum(height(block.text, CELLS) for block in head) + height(last, CELLS)
    shown = _fitting(told, answer, LINES - fixed)
    blocks: list[Block] = [title(f"New since {safe(answer.since)}", records.basis), *head]
    if shown:
        blocks += [Gap(), Table((), COLUMNS, _rows(shown))]
    if rest := _rest(told, shown, answer):
        blocks += [Gap(), Paragraph(text(rest))]
    if marks := mark_words({one.mark for one in shown if one.mark}, view):
        blocks += [Paragraph((Run(f"{'; '.join(marks)}.", "dim"),))]
    return (*blocks, Paragraph(last)) if records.changes else tuple(blocks)


def whole(answer: Since, view: View) -> Page:
    """Every difference since a date, by kind."""
    notes = [Paragraph(text(words)) for words in _published(answer, view)]
    first, *rest = records_page(answer.records, view)
    return (first, *notes, *rest)


def _head(answer: Since, view: View) -> list[str]:
    if answer.by == "date":
        return [
            *_published(answer, view),
            *([] if answer.differs else ["Nothing that is coded means anything else."]),
        ]
    records = answer.records
    unchanged = f"{count(records.alike, 'tie')} unchanged"
    if records.words_only:
        unchanged += f", {records.words_only} in words only"
    if not records.changes:
        return [f"Nothing means anything else; {unchanged}."]
    rows = len(_once(records.changes))
    differ = f"{count(len(records.changes), 'difference')} in {count(rows, 'row')}"
    return [f"From {records.before} to {records.after}: {differ}; {unchanged}."]


def _published(answer: Since, view: View) -> list[str]:
    """Which sources were published since, and which have no date to say so."""
    found = []
    if answer.published:
        named = [_source(one, view) for one in answer.published[:NAMED]]
        more = [count(len(answer.published) - NAMED, "other")] if len(answer.published) > NAMED else []
        bare = f" None was by {answer.since}: all that is coded is new." if answer.bare else ""
        found.append(f"Published since: {listing([*named, *more])}.{bare}")
    else:
        found.append(f"No source was published after {answer.since}.")
    if answer.undated:
        labels = listing([f"[{view.dataset.label_of(one.id)}]" for one in answer.undated])
        one = len(answer.undated) == 1
        found.append(
            f"{labels} {'has' if one else 'have'} no date of publication: whether {'it is' if one else 'they are'}"
            " newer can't be told, and nothing is called new on that word."
        )
    return found


def _source(source: Source, view: View) -> str:
    name = view.dataset.name_of
    by = ", ".join(name(voice) for voice in (source.author, source.publisher) if voice) or source.title
    return f"[{view.dataset.label_of(source.id)}] {by}, {source.published.text if source.published else 'undated'}"


def _all(answer: Since, view: View, folder: str) -> str:
    """The command that shows every difference."""
    word = quote(answer.since)
    way = f"--since {word}" if answer.by == "date" else f"--rev{'=' if word.startswith('-') else ' '}{word}"
    about = on_the_line(answer.records.about, view.dataset, "--about")
    return f"actorgraph diff {safe(way)}{about}{options(view.lens, view.dataset, folder)}"


def _once(changes: Sequence[Change]) -> list[Change]:
    """Each row by what tells most of it, and under every heading; what changed its standing with whoever turned it."""
    found: dict[object, Change] = {}
    rows: dict[tuple[str, str, str], Change] = {}
    for number, one in enumerate(changes):
        row = (one.row, one.id_before, one.id_after)
        first = rows.setdefault(row, one)
        if one.kind in WHOLE or first is one or label_of(one) in HEADINGS:
            found[number if one.kind in WHOLE else (row, one.kind)] = one
        elif (first.kind, one.kind) == ("changed standing", "changed voice"):
            turned = found[(row, first.kind)]
            found[(row, first.kind)] = turned._replace(after=f"{turned.after}; {one.after}")
    return list(found.values())


def _fitting(told: Sequence[Change], answer: Since, lines: int) -> list[Entry]:
    """A few of each kind first, then more of the most telling ones, as many as the lines hold."""
    kinds = [
        (label, _entries(label, [one for one in told if label_of(one) == label], answer))
        for label, *_ in TELLING
    ]
    first = [one for label, held in kinds for one in held[: FEW.get(label, LEAST)]]
    more = [one for label, held in kinds for one in held[FEW.get(label, LEAST) :]]
    kept: list[Entry] = []
    for one in [*first, *more][:MOST]:
        at = min(AT, max(width(other.at) for other in (*kept, one)))
        if sum(other.height(at) for other in (*kept, one)) <= lines:
            kept.append(one)
    return [one for _, held in kinds for one in held if one in kept]


def _entries(label: str, held: Sequence[Change], answer: Since) -> list[Entry]:
    """A row a difference, those of other marks in turn; of actors, sources and voices one row for all names."""
    if label in NAMES and held:
        if label == "new source" and answer.by == "date":
            return [Entry("", "", "", "", tuple(held))]  # the head of the page names them
        named = [one.name for one in held[: NAMES[label]]]
        more = len(held) - len(named)
        return [Entry(label, "", listing([*named, *([f"{more} more"] if more else [])]), "", tuple(held))]
    events = ("new event", "event gone")
    told = {id(one): f"{one.name}, {one.after or one.before}" for one in held if label in events}
    marks = [one.mark for one in held]
    turn = sorted(range(len(held)), key=lambda at: (marks[:at].count(marks[at]), at))
    return [
        Entry(label, one.mark, told.get(id(one)) or change_words(one), change_at(one, answer.records), (one,))
        for one in (held[at] for at in turn)
    ]


def _rows(shown: Sequence[Entry]) -> tuple[Row, ...]:
    rows, before = [], ""
    for one in shown:
        if one.label:
            head = text(Run(one.label, "heading")) if one.label != before else ()
            rows.append(Row(((), head, _mark(one.mark), text(one.words), text(Run(one.at, "place")))))
            before = one.label
    return tuple(rows)


def _mark(mark: str) -> Text:
    role = {"?": "contested", "~": "open"}.get(mark[:1], "")
    role = role or {"-": "hostile", "+": "cooperative"}.get(mark, "")
    return text(Run(mark.rjust(2), role)) if mark else ()


def _rest(told: Sequence[Change], shown: Sequence[Entry], answer: Since) -> str:
    """What does not stand on the page, by kind."""
    kept = {id(change) for one in shown for change in one.told}
    words = []
    for label, *_ in TELLING:
        number = sum(label_of(one) == label and id(one) not in kept for one in told)
        rule = RULES.get(label, "") if any(one.label == label for one in shown) else ""
        words += [f"{count(number, *COUNTED.get(label, (label, '')))}{rule}"] if number else []
    beside = len(answer.records.changes) - len(told)
    words += [f"{count(beside, 'further difference')} in these rows"] if beside else []
    return f"Not shown: {', '.join(words)}." if words else ""
