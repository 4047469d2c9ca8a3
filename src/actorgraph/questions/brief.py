"""One screen of an actor: the long page's own words and places, less of them, and a count of what is cut."""

from collections.abc import Sequence

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, plain, text
from ..text import width
from ..view import View
from .basis import title
from .brief_ties import CELLS, Piece, asked, cut_words, height, tie_pieces
from .dated import known_to, nothing_certain
from .event_rows import event_figures, on_other_days, only_possible, when_event
from .in_short import absent
from .rows import fact_text, fact_when
from .show import Fact, Portrait, chooses_ties
from .show_page import searched_sources
from .statements import Statement
from .supposing import supposing
from .wording import bracketed, options, short, typed

LINES = 23  # with the prompt above: the 24 lines of a terminal
GAPS = 2
LEADING = ("origin", "ideology", "goal", "tactic", "leadership", "standing", "strategy", "position")
ORDER = (
    "supposed", "hostile", "cooperative", "belongs", *LEADING[:3], "event 1",
    "hostile aim", "cooperative aim", "hostile open", "cooperative open", "legend",
    *LEADING[3:5], "movement", "event 2", *LEADING[5:], "people", "neutral", "other open", "claimed", "unsourced",
)  # fmt: skip
MARKED = (Column(width=3), Column(width=0))
LABELLED = (Column(width=1), Column(most=13, shared="label"), Column(width=0))


def page(answer: Portrait, view: View, folder: str = "") -> Page:
    """At most LINES lines of CELLS cells. Basis, what is contested, and coverage are never cut."""
    ties = [tie for tie in answer.own if tie.seen.answer in (None, "certainly", "possibly")]
    head, first = _head(answer, view), title(answer.actor.name, answer.basis)
    line = f"actorgraph show {typed(answer.actor)}{options(view.lens, view.dataset, folder)}"
    last = text("All of it: ", Run(line, "command"))
    aside = asked([tie for tie in ties if tie.section == "contested"], answer, view)
    pieces = [*_facts(answer, view), *_events(answer, view), *tie_pieces(ties, answer)]
    used = GAPS + _title_height(first.left, first.right) + height(head, CELLS) + height(last, CELLS)
    used += sum(piece.height for piece in aside)
    kept: list[Piece] = []
    for piece in sorted([*pieces, *_legend([*pieces, *aside])], key=_worth):
        more = [*kept, piece]
        tall = sum(one.height for one in more) + height(_coverage(answer, view, ties, more), CELLS)
        if used + tall <= LINES:
            kept = more
    shown = [piece for piece in pieces if piece in kept]
    blocks: list[Block] = [first, Paragraph(head)]
    for columns, rows in (
        (LABELLED, [piece.row for piece in shown if piece.block == "facts"]),
        (MARKED, [piece.row for piece in (*shown, *aside) if piece.block == "ties"]),
    ):
        blocks += [Gap(), Table((), columns, tuple(rows))] if rows else []
    if any(piece.section == "legend" for piece in kept):
        blocks += [Paragraph(piece.row.cells[0]) for piece in _legend([*shown, *aside])]
    return (*blocks, Paragraph(_coverage(answer, view, ties, shown)), Paragraph(last))


def _worth(piece: Piece) -> int:
    """What is dropped last has the lowest number."""
    return ORDER.index(piece.section)


def _title_height(left: Text, right: Text) -> int:
    wide = width(plain(left)) + width(plain(right)) < CELLS
    return 1 if wide else height(left, CELLS) + bool(right)


def _head(answer: Portrait, view: View) -> Text:
    dataset = view.dataset
    kind = dataset.vocabulary.kinds[answer.actor.kind].one
    wholes = [dataset.name_of(whole) for whole in answer.wholes]
    part = f", {'of' if answer.actor.of else 'part of'} {listing(wholes)}" if wholes else ""
    labels = listing([f"[{dataset.label_of(source.id)}]" for source in answer.basis.sources[:5]])
    number = len(answer.basis.sources)
    documents = "one document" if number == 1 else count(number, "document") if number else "no document"
    basis = f"{kind[:1].upper()}{kind[1:]}{part}. Basis: {documents} {labels}".rstrip()
    sources = searched_sources(answer, view)
    where = f"searched: {listing(sources)}" if sources else "no search declared or left by the lens"
    told = f"{basis}; {where}."
    return text(
        " ".join(filter(None, [told, nothing_certain(answer, view), known_to(answer, view), supposing(view)]))
    )


def _facts(answer: Portrait, view: View) -> list[Piece]:
    """One a trait, the leading ones first: what a source says outright, latest evidenced."""
    pieces = []
    for name in LEADING:
        facts = [fact for fact in answer.facts if fact.trait.trait == name and _told(fact)]
        if not facts:
            continue
        best = max(facts, key=lambda fact: (_sure(fact), fact.trait.priority == "leading", fact_last(fact)))
        words = _fact(best, view)
        pieces.append(Piece("facts", name, Row(((), text(best.label), words)), height(words, CELLS - 18)))
    return pieces


def _told(fact: Fact) -> bool:
    """An actual trait that a voice asserts and none questions, and that the day asked does not exclude."""
    asserted = fact.item is not None and fact.item.stance == "supports" and not fact.mark
    return asserted and bool(fact.trait.is_) and fact.answer in (None, "certainly", "possibly")


def _sure(fact: Fact) -> bool:
    return fact.answer != "possibly"


def fact_last(fact: Fact) -> str:
    """The last date that the item bears, for ordering."""
    time = fact.item.time if fact.item else None
    dates = [time.when.end or time.when.start] if time and time.when else []
    dates += [time.as_of.end] if time and time.as_of else []
    return max((date.text for date in dates if date), default="")


def _fact(fact: Fact, view: View) -> Text:
    place = [bracketed([fact.item], view.dataset)] if fact.item else []
    lead = "" if _sure(fact) else "possibly: "
    return text(lead, *fact_text(fact, view), f", {short(fact_when(fact))} ", *place)


def _events(answer: Portrait, view: View) -> list[Piece]:
    """The latest two with figures."""
    pieces = []
    elsewhere = on_other_days([event for event, _ in answer.events], view)
    for event, roles in answer.events:
        if event.when and event.figures and event.id not in elsewhere:
            maybe = "possibly: " if only_possible(event, view) else ""
            place = bracketed(view.sight.evidence(event.evidence), view.dataset)
            words = text(maybe, event_figures(event, roles, view.dataset), " ", place)
            row = Row(((), text(Run(when_event(event), "dim")), words))
            pieces.append((row, height(words, CELLS - 18)))
    return [
        Piece("facts", f"event {len(pieces[-2:]) - number}", row, size)
        for number, (row, size) in enumerate(pieces[-2:])
    ]


def _legend(pieces: Sequence[Piece]) -> list[Piece]:
    """The signs and what is no fact; what else a mark means, its row says in words."""
    marks = [piece.mark for piece in pieces]
    told = [
        words
        for sign, words in (("-", "- hostile"), ("+", "+ cooperative"))
        if f"~{sign}" in marks or sign in marks
    ]
    told += ["~ not (yet) a fact"] if any(mark.startswith("~") for mark in marks) else []
    told += ["? contested, doubted or asked"] if "?" in marks else []
    words = text(Run(f"{'; '.join(told)}.", "dim"))
    return [Piece("legend", "legend", Row((words,)), height(words, CELLS))] if told else []


def _coverage(answer: Portrait, view: View, ties: Sequence[Statement], shown: Sequence[Piece]) -> Text:
    """What was cut, by kind; then what the page rests on."""
    found = answer.coverage
    cut = cut_words(ties, shown)
    facts = len(answer.facts) - sum(piece.section in LEADING for piece in shown)
    events = len(answer.events) - sum(piece.section.startswith("event") for piece in shown)
    cut += [count(facts, "fact")] if facts else []
    cut += [count(events, "event")] if events else []
    aside = len(answer.own) - len(ties)
    cut += [f"{count(aside, 'statement')} not known or not so then"] if ties and aside else []
    words = f"Cut: {', '.join(cut)}. " if cut else ""
    words += "Facts are left out: this lens chooses ties. " if chooses_ties(view) else ""
    hidden = f"; {count(found.hidden, 'tie')} hidden by the lens" if found.hidden else ""
    # Where ties less firm are coded, the row of theirs says so.
    words += "".join(f"{sentence} " for sentence in absent(answer, view) if ";" not in sentence)
    ends = f"At one end of {found.ends} of {count(found.statements, 'statement')}{hidden}."
    return text(words + ends)
