"""What a comparison says around the two: third parties, partners of one only, likeness, and what it hangs on."""

from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest

from ..page import Block, Column, Gap, Group, Paragraph, Row, Run, Table, Text, count, headed, listing, text
from ..sight import Seen
from ..text import akin
from ..view import View
from .compare import Comparison, Hinge
from .statements import mark_of
from .third import Third
from .wording import bracketed, places, short

HEADINGS = {
    "opposite": "opposite signs on a common date",
    "same": "same sign on a common date",
    "mixed": "both signs on common dates",
    "open": "signs on both sides, one of them not (yet) a fact",
    "disputed": "signs on both sides, one of them contested, doubted or only claimed",
    "no date": "signs on both sides, no common date: not a reading of any one day",
    "no sign": "not comparable: no sign of the two on both sides",
}
MOST_NAMES = 15
MOST_APART = 3
MOST_HINGED = 4
RATE = 10  # third parties of a common date, below which a share would only pretend to be one


def third_blocks(answer: Comparison, view: View) -> list[Block]:
    one, other = answer.actors
    if not answer.thirds:
        return [Gap(), Paragraph(text(Run("THIRD PARTIES", "heading"), ": none has a coded tie to both"))]
    rows: list[Row | Group | Paragraph] = []
    before = ""
    for third in answer.thirds:
        if third.reading != before:
            rows.append(Group(text(f" {HEADINGS[third.reading]}")))
            before = third.reading
        rows += _third(third, view)
    absent = [words for reading, words in HEADINGS.items() if reading == "same"]
    if not any(third.reading == "same" for third in answer.thirds):
        rows.append(Group(text(f" {absent[0]}: none coded")))
    columns = (Column(width=1), Column(most=16), Column(one.name, width=0), Column(other.name, width=0))
    return [Gap(), Table(headed("THIRD PARTIES"), columns, tuple(rows))]


def _third(third: Third, view: View) -> Iterable[Row]:
    name = view.dataset.name_of(third.party)
    cells = [_leg(leg, view) for leg in third.legs]
    for row in zip_longest(*cells, fillvalue=(Run(""),)):
        yield Row(((), text(name), *row))
        name = ""
    if third.shared:
        yield Row(((), (), text(Run(f"common date: {third.shared}", "dim")), ()))
    if third.supposed:
        yield Row(((), (), text(Run("what if; in the record it reads otherwise", "dim")), ()))


def _leg(leg: Sequence[Seen], view: View) -> list[Text]:
    """A line a tie, firm ones first; those without a sign only where no other is there."""
    signs = {row.relation.id: view.dataset.type_of(row.relation).sign != "0" for row in leg}
    shown = [row for row in leg if signs[row.relation.id]] or list(leg)
    return [tie_line(row, view) for row in sorted(shown, key=lambda row: not row.firm)]


def tie_line(row: Seen, view: View) -> Text:
    """A tie in a cell: its mark, noun, third party aimed at, period and places."""
    against = listing([view.dataset.name_of(one) for one in row.relation.against])
    narrowed = f", only against {against}" if against else ""
    claimed = ", claimed only" if row.standing == "claimed" else ""
    when = short(row.spell.words.partition(";")[0])
    noun = view.dataset.type_of(row.relation).noun
    words = f"{mark_of(row, None, view.dataset)} {noun}{narrowed}{claimed}, {when} "
    return text(words, Run(places(row.items, view.dataset), "place"))


def alone_blocks(answer: Comparison, view: View) -> list[Block]:
    """Partners coded for one of the two only, which says nothing about the other."""
    rows = []
    for actor, alone in zip(answer.actors, answer.alone, strict=True):
        by_mark: dict[str, list[str]] = {}
        for other in sorted(alone, key=lambda other: view.dataset.name_of(other).casefold()):
            mark = mark_of(alone[other][0], None, view.dataset)
            by_mark.setdefault(mark, []).append(other)
        pieces: list[str | Run] = []
        for mark, others in by_mark.items():
            pieces.append(f"; {mark} " if pieces else f"{mark} ")
            for number, other in enumerate(others[:MOST_NAMES]):
                items = [item for row in alone[other] for item in row.items]
                pieces += [
                    ", " if number else "",
                    f"{view.dataset.name_of(other)} ",
                    bracketed(items, view.dataset),
                ]
            if len(others) > MOST_NAMES:
                pieces.append(f" and {len(others) - MOST_NAMES} more")
        rows.append(Row(((), text(actor.name), text(*pieces) or text("nobody"))))
    head = Paragraph(text(Run("CODED FOR ONE ONLY", "heading"), "; it says nothing about the other"))
    apart = [Paragraph(line, 1, 3) for line in islice(_akin(answer, view), MOST_APART)]
    return [Gap(), head, Table((), (Column(width=1), Column(most=18), Column(width=0)), tuple(rows)), *apart]


def _akin(answer: Comparison, view: View) -> Iterable[Text]:
    """Partners of either side whose names are near: two actors in the record, and a reader looks for one."""
    name = view.dataset.name_of
    for one in answer.alone[0]:
        for other in answer.alone[1]:
            if one not in answer.alone[1] and other not in answer.alone[0] and akin(name(one), name(other)):
                yield text(f"Kept apart, as coded: {name(one)} and {name(other)} are two actors.")


def likeness(answer: Comparison, view: View) -> Paragraph:
    """Counts; a share only from RATE third parties on and with a declared search."""
    signed = [one for one in answer.thirds if one.reading != "no sign"]
    dated = [one for one in answer.thirds if one.reading in ("same", "opposite", "mixed")]
    same = sum(one.reading == "same" for one in dated)
    searched = view.dataset.about.coverage is not None
    counts = f"Signed ties to both: {count(len(signed), 'third party', 'third parties')}; on a common date {len(dated)}."
    if len(dated) >= RATE and searched:
        told = f"{counts} Of these {same} of {len(dated)} have the same sign."
    else:
        search = "declared here" if searched else "none is declared here"
        told = f"no figure. {counts} A rate needs {RATE}, and a declared search for both ({search})."
    return Paragraph(text(Run("HOW ALIKE: ", "heading"), told))


def hinge_blocks(answer: Comparison, view: View) -> list[Block]:
    rows = [_hinge(hinge, view) for hinge in answer.hinges]
    if not rows:
        return []
    head = Paragraph(text(Run("WHAT IT HANGS ON", "heading"), "; what reads otherwise without one paragraph"))
    return [Gap(), head, Table((), (Column(width=1), Column(most=10), Column(width=0)), tuple(rows))]


def _hinge(hinge: Hinge, view: View) -> Row:
    source, _, at = hinge.place.partition(":")
    label = at if len(view.dataset.sources) == 1 else f"{view.dataset.label_of(source)} {at}"
    told = [f"the pair reads {hinge.state}"] if hinge.state else []
    for party, before, after in hinge.thirds[:MOST_HINGED]:
        told.append(f"{view.dataset.name_of(party)}: {reading_words(after)}; with it {reading_words(before)}")
    if len(hinge.thirds) > MOST_HINGED:
        told.append(f"{len(hinge.thirds) - MOST_HINGED} more third parties")
    return Row(((), text(Run(label, "place")), text("; ".join(told))))


def reading_words(found: tuple[str, str]) -> str:
    """`opposite signs, 2019`; `leaves the table`."""
    words = {
        "opposite": "opposite signs", "same": "the same sign", "mixed": "both signs", "": "leaves the table",
        "open": "not (yet) a fact on one side", "disputed": "disputed on one side",
        "no date": "no common date", "no sign": "no sign on one side",
    }  # fmt: skip
    reading, shared = found
    return f"{words[reading]}, {shared}" if shared else words[reading]
