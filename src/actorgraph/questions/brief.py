"""One screen of an actor: the long page's own words and places, less of them, and a count of what is cut."""

from collections.abc import Sequence
from typing import NamedTuple

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, plain, text
from ..text import width
from ..view import View
from .basis import title
from .dated import on_other_days
from .in_short import contested
from .rows import SECTIONS, event_figures, fact_text, fact_when, when_event
from .show import Fact, Portrait
from .show_page import searched_sources
from .statements import Statement
from .wording import bracketed, quoted, short

LINES = 23  # with the prompt above: the 24 lines of a terminal
CELLS = 80
OTHER = 4  # the title, two empty lines, and the command for all of it
LEADING = ("origin", "ideology", "goal", "tactic", "leadership", "standing", "strategy", "position")
ORDER = (
    "hostile", "cooperative", "belongs", *LEADING[:3], "event 1", "hostile open", "cooperative open",
    *LEADING[3:5], "movement", "event 2", *LEADING[5:], "people", "neutral", "other open", "claimed", "unsourced",
)  # fmt: skip
APART = {
    "belongs": "part",
    "cooperative open": "not a fact", "hostile open": "not a fact",
    "other open": "not a fact, without sign", "people": "people", "movement": "drawn from and to",
    "claimed": "claimed only",
}  # fmt: skip
MARKS = ("cooperative", "hostile", "belongs", "cooperative open", "hostile open", "movement", "neutral")
MARKED = (Column(width=3), Column(width=0))
LABELLED = (Column(width=1), Column(most=13, shared="label"), Column(width=0))


class Piece(NamedTuple):
    """A row that may be cut: where it stands, what it is called when it is not shown, and its height."""

    block: str
    section: str
    row: Row
    height: int


def page(answer: Portrait, view: View) -> Page:
    """At most LINES lines of CELLS cells. Basis, what is contested, and coverage are never cut."""
    ties = [tie for tie in answer.own if tie.seen.answer in (None, "certainly", "possibly")]
    head = _head(answer, view)
    asked = _asked([tie for tie in ties if tie.section == "contested"], view)
    aside = [Piece("ties", "contested", _marked("?", asked), height(asked, CELLS - 5))] if asked else []
    pieces = [*_facts(answer, view), *_events(answer, view), *_ties(ties, answer, view)]
    kept: list[Piece] = []
    for piece in sorted(pieces, key=_worth):
        more = [*kept, piece]
        tall = sum(one.height for one in (*more, *aside))
        if OTHER + height(head, CELLS) + tall + height(_coverage(answer, view, ties, more), CELLS) <= LINES:
            kept = more
    shown = [piece for piece in pieces if piece in kept]
    blocks: list[Block] = [title(answer.actor.name, answer.basis), Paragraph(head)]
    for name, columns, more in (("facts", LABELLED, []), ("ties", MARKED, aside)):
        rows = tuple(piece.row for piece in (*shown, *more) if piece.block == name)
        blocks += [Gap(), Table((), columns, rows)] if rows else []
    blocks += [Paragraph(_coverage(answer, view, ties, shown))]
    line = f"actorgraph show {quoted(answer.actor.name)}"
    return (*blocks, Paragraph(text("All of it: ", Run(line, "command"))))


def height(words: Text, cells: int) -> int:
    """The lines that a paragraph takes at that many cells."""
    lines, used = 1, 0
    for word in plain(words).split():
        size = width(word)
        if used and used + 1 + size > cells:
            lines, used = lines + 1, size
        else:
            used += size + (1 if used else 0)
    return lines


def _worth(piece: Piece) -> int:
    """What is dropped last has the lowest number."""
    return ORDER.index(piece.section)


def _head(answer: Portrait, view: View) -> Text:
    dataset = view.dataset
    kind = dataset.vocabulary.kinds[answer.actor.kind].one
    wholes = [dataset.name_of(whole) for whole in answer.wholes]
    part = f", {'of' if answer.actor.of else 'part of'} {listing(wholes)}" if wholes else ""
    labels = listing([f"[{dataset.label_of(source.id)}]" for source in answer.basis.sources[:5]])
    number = len(answer.basis.sources)
    documents = "one document" if number == 1 else count(number, "document") if number else "no document"
    return text(f"{kind[:1].upper()}{kind[1:]}{part}. Basis: {documents} {labels}".rstrip() + ".")


def _facts(answer: Portrait, view: View) -> list[Piece]:
    """One a trait, the leading ones first: what a source says outright, latest evidenced."""
    pieces = []
    for name in LEADING:
        facts = [fact for fact in answer.facts if fact.trait.trait == name and _told(fact)]
        if not facts:
            continue
        best = max(facts, key=lambda fact: (fact.trait.priority == "leading", fact_last(fact)))
        words = _fact(best, view)
        label = text(best.label)
        pieces.append(Piece("facts", name, Row(((), label, words)), height(words, CELLS - 18)))
    return pieces


def _told(fact: Fact) -> bool:
    """An actual trait that a voice asserts, and that the day asked does not exclude."""
    asserted = fact.item is not None and fact.item.stance == "supports" and fact.trait.modality == "actual"
    return asserted and bool(fact.trait.is_) and fact.answer in (None, "certainly", "possibly")


def fact_last(fact: Fact) -> str:
    """The last date that the item bears, for ordering."""
    time = fact.item.time if fact.item else None
    dates = [time.when.end or time.when.start] if time and time.when else []
    dates += [time.as_of.end] if time and time.as_of else []
    return max((date.text for date in dates if date), default="")


def _fact(fact: Fact, view: View) -> Text:
    place = [bracketed([fact.item], view.dataset)] if fact.item else []
    return text(*fact_text(fact, view), f", {short(fact_when(fact))} ", *place)


def _ties(ties: Sequence[Statement], answer: Portrait, view: View) -> list[Piece]:
    """A row a family: its partners with their places, as many as two lines hold."""
    pieces = []
    for section, heading in SECTIONS:
        held = [tie for tie in ties if tie.section == section and tie.item]
        if held:
            most = 3 if section == "hostile" else 2
            words = _partners(f"{APART.get(section, heading)}: ", held, most, answer)
            pieces.append(Piece("ties", section, _marked(_mark(held), words), height(words, CELLS - 5)))
    return pieces


def _partners(lead: str, held: Sequence[Statement], most: int, answer: Portrait) -> Text:
    """Names with the period of their best tie, unless it is only seen at the record's own date."""
    bare = ("undated", f"seen {answer.basis.known}")
    partners: dict[str, list[Statement]] = {}
    for tie in held:
        partners.setdefault(tie.other, []).append(tie)
    order = sorted((sorted(ties, key=lambda tie: _first([tie])) for ties in partners.values()), key=_first)
    pieces: list[str | Run] = [lead]
    for number, ties in enumerate(order):
        links = list(dict.fromkeys(tie.link for tie in ties))
        name = f"{links[0]} {ties[0].name}" if len(links) == 1 else f"{ties[0].name}, both ways"
        when = short(ties[0].seen.spell.words.partition(";")[0])
        name += "" if when in bare or ties[0].section not in ("hostile", "cooperative") else f", {when}"
        new = [
            "; " if number else "",
            f"{name} ",
            bracketed([t.item for t in ties if t.item], answer.dataset),
        ]
        left = len(order) - number
        if height(text(*pieces, *new, f"; {left} more"), CELLS - 5) > most and number:
            return text(*pieces, f"; {left} more")
        pieces += new
    return text(*pieces)


def _first(ties: Sequence[Statement]) -> tuple[int, int, int, str]:
    """Undisputed and latest evidenced first, then more voices, then the name."""
    standing = min(
        ("corroborated", "undisputed", "attributed").index(t.seen.standing) if t.seen.firm else 3
        for t in ties
    )
    voices = {tie.item.says for tie in ties if tie.item}
    return (standing, -max(tie.seen.spell.days.e1 for tie in ties), -len(voices), ties[0].name.casefold())


def _asked(aside: Sequence[Statement], view: View) -> Text:
    """Who holds what about what is contested, as many propositions as three lines hold; the rest is counted."""
    weight = ("contested", "denied", "doubted", "open")
    order = sorted(aside, key=lambda tie: weight.index(tie.seen.standing))
    relations = list(dict.fromkeys(tie.seen.relation.id for tie in order))
    pieces: list[str | Run] = []
    for number, relation in enumerate(relations):
        sentence = next(iter(contested([tie for tie in order if tie.seen.relation.id == relation], view)))
        rest = [tie for tie in order if tie.seen.relation.id in relations[number:] and tie.item]
        more = [" " if pieces else "", f"{len(relations) - number} more asked or doubted ",
                bracketed([tie.item for tie in rest if tie.item], view.dataset), "."]  # fmt: skip
        if pieces and height(text(*pieces, " ", *sentence, *more), CELLS - 5) > 3:
            return text(*pieces, *more)
        pieces += [" " if pieces else "", *sentence]
    return text(*pieces)


def _mark(held: Sequence[Statement]) -> str:
    return max((tie.mark for tie in held), key=[tie.mark for tie in held].count)


def _marked(mark: str, words: Text) -> Row:
    role = (
        "open"
        if mark.startswith("~")
        else {"-": "hostile", "+": "cooperative", "?": "contested"}.get(mark, "")
    )
    return Row(((Run(mark.rjust(3), role),), words))


def _events(answer: Portrait, view: View) -> list[Piece]:
    """The latest two with figures."""
    pieces = []
    elsewhere = on_other_days(answer, view)
    for event, roles in answer.events:
        if event.when and event.figures and event.id not in elsewhere:
            words = text(
                event_figures(event, roles, view),
                " ",
                bracketed(view.sight.evidence(event.evidence), view.dataset),
            )
            row = Row(((), text(Run(when_event(event), "dim")), words))
            pieces.append((row, height(words, CELLS - 18)))
    return [
        Piece("facts", f"event {len(pieces[-2:]) - number}", row, size)
        for number, (row, size) in enumerate(pieces[-2:])
    ]


def _coverage(answer: Portrait, view: View, ties: Sequence[Statement], shown: Sequence[Piece]) -> Text:
    """What was cut, by kind; then what the page rests on."""
    found = answer.coverage
    kept = {piece.section for piece in shown}
    cut = []
    for section, heading in SECTIONS:
        others = {tie.other for tie in ties if tie.section == section}
        if others and section not in kept:
            mark = _mark([tie for tie in ties if tie.section == section])
            cut.append(f"{len(others)} {mark if section in MARKS else APART.get(section, heading)}")
    facts = len(answer.facts) - sum(piece.section in LEADING for piece in shown)
    events = len(answer.events) - sum(piece.section.startswith("event") for piece in shown)
    cut += [count(facts, "fact")] if facts else []
    cut += [count(events, "event")] if events else []
    aside = len(answer.own) - len(ties)
    cut += [f"{count(aside, 'statement')} not known or not so that day"] if ties and aside else []
    words = f"Cut: {', '.join(cut)}. " if cut else ""
    sources = searched_sources(answer, view)
    where = f"searched: {listing(sources)}" if sources else "no search declared or left by the lens"
    hidden = f"; {count(found.hidden, 'tie')} hidden by the lens" if found.hidden else ""
    return text(
        f"{words}At one end of {found.ends} of {count(found.statements, 'statement')}{hidden}; {where}."
    )
