"""The page of sources: documents and voices with what they bear, and ties whose documents are not independent."""

from collections.abc import Iterable

from ..lens import PLAIN
from ..model import Source
from ..page import (
    Block,
    Column,
    Gap,
    Group,
    Page,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    count,
    headed,
    listing,
    text,
)
from ..view import View
from .basis import title
from .borne import Borne
from .chains_page import echo_blocks, label, named, opening, tree
from .legend import onward
from .sources import Document, Sources
from .speakers import Speaker
from .supposing import supposing
from .wording import options

MOST_DOCUMENTS, MOST_VOICES, MOST_PLACES, MOST_NAMED = 24, 24, 5, 6
FIGURES = ("statements", "ties", "alone", "traits", "events")
COLUMNS = (Column(width=1), Column(width=2), Column(width=0), *(Column(word) for word in FIGURES))
DEFINED = (
    "A statement is what one voice says of one tie in one place. alone: ties of which no evidence would be left "
    "without it, as --without drops it. The order is no rank."
)
NO_TALLY = (
    "The figures tell what this record holds, not who is right: what is said often is not the truer for it, and "
    "who is silent denies nothing."
)
Rows = list[Row | Group | Paragraph]


def page(answer: Sources, view: View, folder: str = "", *, drawn: bool = False) -> Page:
    """The figures, or with `drawn` the chains; `folder` is the data set's, where it was named."""
    blocks: list[Block] = [title("Sources", answer.basis), *opening(answer), Paragraph(text(NO_TALLY))]
    if view.lens.suppose:
        blocks.insert(1, Paragraph(text(supposing(view))))
    blocks += tree(answer, view) if drawn else [*_documents(answer, view), *_voices(answer, view)]
    blocks += echo_blocks(answer, view)
    if not drawn:
        blocks += [Gap(), Paragraph((Run(DEFINED, "dim"),)), *_notes(answer, view)]
    return (*blocks, Gap(), _next(answer, view, folder, drawn))


def _documents(answer: Sources, view: View) -> Iterable[Block]:
    yield Gap()
    if not answer.documents:
        yield Paragraph(text(f"No document is {'left by this lens' if answer.basis.lens else 'declared'}."))
        return
    order = sorted(answer.documents, key=lambda one: -one.borne.statements)
    rows: Rows = []
    for one in order[:MOST_DOCUMENTS]:
        head = text(Run(label(one.source.id, view), "place"), f" {one.source.title}")
        rows += [_row(head, one.borne), *_beneath(one, view)]
    yield Table(headed("DOCUMENTS"), COLUMNS, tuple(rows), 1)
    yield from _more(len(order) - MOST_DOCUMENTS, "document")


def _beneath(one: Document, view: View) -> Iterable[Row]:
    """By whom, when, how reliable; whom it repeats; its voices; the paragraphs that bear most."""
    source, name = one.source, view.dataset.name_of
    date = f"published {source.published.text}" if source.published else "undated"
    by = listing([name(voice) for voice in dict.fromkeys((source.author, source.publisher)) if voice])
    yield _note("by", f"{by}; {date}; {graded(source, view)}")
    if source.derives_from:
        yield _note("derives from", named(source.derives_from, view))
    if one.voices:
        told = [f"{name(voice)} {number}" for voice, number in one.voices[:MOST_NAMED]]
        rest = len(one.voices) - MOST_NAMED
        yield _note("voices", listing([*told, *([f"{rest} more"] if rest > 0 else [])]))
    cited = [one_ for one_ in one.paragraphs if one_[1].statements]
    most = sorted(cited, key=lambda place: (-place[1].ties, -place[1].alone))[:MOST_PLACES]
    if most:
        bears = [_at(at, borne) for at, borne in most]
        rest = len(cited) - len(most)
        yield _note(
            "bears most", ", ".join([*bears, *([f"{count(rest, 'more paragraph')}"] if rest else [])])
        )


def _at(place: str, borne: Borne) -> str:
    return f"{place} {count(borne.ties, 'tie')}{f' ({borne.alone} alone)' if borne.alone else ''}"


def graded(source: Source, view: View) -> str:
    """The coder's grade in its words."""
    if not source.reliability:
        return "reliability not graded"
    words = view.dataset.vocabulary.words["reliability"][source.reliability]["page"]
    return f"graded {source.reliability}, {words}"


def _voices(answer: Sources, view: View) -> Iterable[Block]:
    if not answer.speakers:
        return
    rows: Rows = []
    for one, borne in answer.speakers[:MOST_VOICES]:
        name = view.dataset.name_of(one.id)
        kind = "" if one.kind == "actor" or one.kind in name else f", {one.kind}"
        rows += [_row(text(Run(name, "voice"), kind), borne), *_speaking(one, view)]
    yield Gap()
    yield Table(headed("VOICES"), COLUMNS, tuple(rows), 1)
    yield from _more(len(answer.speakers) - MOST_VOICES, "voice")


def _speaking(one: Speaker, view: View) -> Iterable[Row]:
    """What it holds how often, what it alone asserts, and in how much it has a stake."""
    verbs = view.dataset.vocabulary.words["stances"]
    if one.stances:
        held = ", ".join(f"{verbs[stance]['verb']} {number}" for stance, number in one.stances)
        alone = f"; asserted by no other voice: {count(one.only, 'tie')}" if one.only else ""
        yield _note("holds", f"{held}{alone}")
    staked = [f"a party to {count(one.party, 'tie')}"] if one.party else []
    if one.stake:
        ties = f"{one.stake} more" if staked else count(one.stake, "tie")
        staked.append(f"in {ties}, by ties of its own with an end")
    if staked:
        yield _note("stake", listing(staked))


def _row(head: Text, borne: Borne) -> Row:
    cells = (cell if cell != "0" else "-" for cell in borne.cells)
    return Row(((), head, (), *(text(c.rjust(len(word))) for c, word in zip(cells, FIGURES, strict=True))))


def _note(lead: str, told: str) -> Row:
    return Row(((), (), text(Run(f"{lead}: ", "dim"), told), *((),) * len(FIGURES)))


def _more(number: int, what: str) -> Iterable[Block]:
    if number > 0:
        yield Paragraph(
            text(f"{count(number, f'more {what}')} of fewer statements: --format csv has all."), 2, 4
        )


def _notes(answer: Sources, view: View) -> Iterable[Block]:
    if any(one.kind != "actor" for one, _ in answer.speakers):
        told = "A stake is derived from the ties of an actor; of any other voice none can be, which is not to have none."
        yield Paragraph((Run(told, "dim"),))
    if answer.others:
        held = f"Counted are the {answer.ties} of {answer.ties + answer.others} ties that hold certainly or possibly"
        yield Paragraph((Run(f"{held} on the days asked, traits likewise, and events of any day.", "dim"),))
    if not answer.told:
        yield Paragraph((Run("Traits and events are not counted: the lens asks for some ties only.", "dim"),))
    if answer.left_out:
        yield Paragraph((Run(f"{count(answer.left_out, 'document')} left out by the lens.", "dim"),))


def _next(answer: Sources, view: View, folder: str, drawn: bool) -> Table:
    lens, data = (options(seen, view.dataset, folder) for seen in (view.lens, PLAIN))
    lines = [
        ("figures", f"actorgraph sources{lens}")
        if drawn
        else ("who repeats whom", f"actorgraph sources --map{lens}")
    ]
    heaviest = max(answer.documents, key=lambda one: one.borne.alone, default=None)
    if heaviest and heaviest.paragraphs:
        at = max(heaviest.paragraphs, key=lambda place: (place[1].alone, place[1].ties))[0]
        again = f"{data if view.lens.without else lens} --without {heaviest.source.id}:{at}"
        lines.append(("without one", f"actorgraph list relations{again}"))
    lines.append(("what hangs on each", f"actorgraph hinges{lens}"))
    lines.append(("as a table", f"actorgraph sources{lens} --format csv"))
    return onward(lines)
