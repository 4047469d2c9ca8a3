"""The page of one actor: basis, in short, what it is, ties by family, events, coverage, next."""

from collections.abc import Iterable, Sequence

from ..model import Event
from ..page import Block, Column, Gap, Group, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..sight import Seen
from ..view import View
from .basis import document_line, title
from .contest import contest_rows
from .in_short import in_short
from .legend import legend
from .show import Fact, Portrait
from .statements import Statement, when
from .wording import bracketed, places, said

SECTIONS = (
    ("belongs", "branch, part, office"),
    ("cooperative", "cooperative"),
    ("hostile", "hostile"),
    ("cooperative open", "cooperative, not (yet) a fact"),
    ("hostile open", "hostile, not (yet) a fact"),
    ("other open", "other, not (yet) a fact"),
    ("people", "people, listed and never counted as parties"),
    ("movement", "people drawn from and to, succession"),
    ("neutral", "without sign"),
    ("claimed", "claimed by a party or an unnamed voice only"),
    ("unsourced", "without evidence"),
)
ANSWERS = (
    ("certainly", "CERTAINLY"),
    ("possibly", "POSSIBLY, a stated limit allows it"),
    ("not known", "NOT KNOWN, nothing in the record reaches that day"),
    ("no", "CERTAINLY NOT, by its own dates"),
)
TIES = (
    Column(width=3),
    Column(most=22),
    Column(width=0),
    Column("when", most=17, shared="when"),
    Column("at", most=8, shared="at"),
)
FACTS = (Column(width=1), Column(most=13, shared="label"), Column(width=0), TIES[3], TIES[4])
EVENTS = (Column(width=1), Column(most=17, shared="label"), Column(width=0), TIES[4])


def page(answer: Portrait, view: View) -> Page:
    """All that is coded of the actor, through the lens."""
    blocks: list[Block] = list(head(answer, view))
    if nothing(answer):
        blocks += [Gap(), Paragraph(text(_empty(answer)))]
        return (*blocks, Gap(), *coverage(answer, view))
    if view.lens.dated:
        blocks += _by_answer(answer, view)
    else:
        blocks += [Gap(), *in_short(answer, view)]
        if answer.facts:
            blocks += [Gap(), Table(_h("WHAT IT IS"), FACTS, tuple(fact_rows(answer.facts, view)))]
        blocks += _ties("TIES", answer.own, view)
        blocks += _parts(answer, view)
    blocks += _passed(answer, view)
    if answer.events:
        rows = tuple(event_row(event, roles, answer, view) for event, roles in answer.events)
        blocks += [Gap(), Table(_h("EVENTS"), EVENTS, rows)]
    blocks += [Gap(), *coverage(answer, view), *legend(answer, view)]
    if not view.lens.dated:
        blocks += [Gap(), *_next(answer)]
    return tuple(blocks)


def head(answer: Portrait, view: View) -> Iterable[Block]:
    """The name, what kind of actor it is, its other names, and the basis."""
    actor, dataset = answer.actor, view.dataset
    yield title(actor.name, answer.basis)
    kind = dataset.vocabulary.kinds[actor.kind].one
    pieces: list[str | Run] = [kind[:1].upper() + kind[1:]]
    if answer.wholes:
        verb = "of" if actor.of else "part of"
        pieces.append(f", {verb} {listing([dataset.name_of(whole) for whole in answer.wholes])}")
        part = [
            one for one in answer.own if one.other in answer.wholes and one.section == "belongs" and one.item
        ]
        if part:
            pieces += [" ", bracketed([one.item for one in part if one.item], dataset)]
    pieces.append(".")
    names: list[str | Run] = []
    for alias in actor.aliases:
        items = view.sight.evidence(alias.evidence)
        if alias.evidence and not items:
            continue
        names += [", " if names else " Also ", alias.name]
        if items:
            names += [" ", bracketed(items, dataset)]
    yield Paragraph(text(*pieces, *names, "." if names else ""))
    yield Paragraph(document_line(answer.basis, view))


def fact_rows(facts: Sequence[Fact], view: View) -> Iterable[Row]:
    """One row an item; a label stands once. `~` marks a plan, a forecast, or what is only held possible."""
    before = ""
    for fact in facts:
        label = "" if fact.label == before else fact.label
        before = fact.label
        cells = (text(label), fact_text(fact, view), _time(_fact_when(fact)), _at(fact, view))
        yield Row((text(_fact_mark(fact)), *cells))


def fact_text(fact: Fact, view: View) -> Text:
    """The words or the figure of a trait, with who says it."""
    trait, dataset = fact.trait, view.dataset
    words = trait.is_
    if trait.figure:
        figure = f"{figure_words(trait.figure)} {trait.on}".strip()
        words = f"{figure}: {words}" if words else figure
    if fact.item and fact.item.gist:
        words = fact.item.gist if not words else f"{words}; {fact.item.gist}"
    if trait.toward:
        words += f", towards {dataset.name_of(trait.toward)}"
    if trait.priority:
        words += f" ({trait.priority} priority)"
    if trait.place and not any(place in words for place in trait.place):
        words += f" ({listing(trait.place)})"
    return text(words, *(said(fact.item, dataset) if fact.item else ()))


def figure_words(figure: str) -> str:
    """`>170` as `more than 170`."""
    for sign, words in ((">", "more than "), ("<", "fewer than "), ("~", "about ")):
        if figure.startswith(sign):
            return words + figure[1:]
    return figure.replace("..", " to ")


def tie_rows(ties: Iterable[Statement]) -> Iterable[Row]:
    """One row a statement; the other end's name stands once for its block of rows."""
    before = ""
    for tie in ties:
        name = f"{tie.link} {tie.name}"
        shown = "" if name == before else name
        before = name
        role = "open" if tie.mark.startswith("~") else {"-": "hostile", "+": "cooperative"}.get(tie.mark, "")
        if tie.section == "people":
            role = ""
        words = (text(shown), tie.text, _time(tie.when), text(Run(tie.at, "place")))
        yield Row(((Run(tie.mark.rjust(3), role),), *words))


def blocks_of(ties: Sequence[Statement]) -> list[Statement]:
    """The statements by partner: whoever has most first, then by name; the file's order inside."""
    size: dict[str, int] = {}
    for tie in ties:
        size[tie.other] = size.get(tie.other, 0) + 1
    return sorted(ties, key=lambda tie: (-size[tie.other], tie.name.casefold(), tie.other, tie.link))


def _ties(heading: str, ties: Sequence[Statement], view: View) -> list[Block]:
    rows: list[Row | Group | Paragraph] = []
    for section, words in SECTIONS:
        held = [tie for tie in ties if tie.section == section]
        if held:
            rows += [Group(text(f" {words}")), *tie_rows(blocks_of(held))]
    blocks: list[Block] = []
    if rows:
        blocks += [Gap(), Table(_h(heading), TIES, tuple(rows))]
    aside = [tie for tie in ties if tie.section == "contested"]
    if aside:
        blocks += [
            Gap(),
            Table(_h("CONTESTED, DOUBTED, ASKED"), contest_columns(), tuple(contest_rows(aside, view))),
        ]
    return blocks


def contest_columns() -> tuple[Column, ...]:
    return (Column(width=3), Column(width=0), TIES[3], TIES[4])


def _parts(answer: Portrait, view: View) -> list[Block]:
    """What is said of the actor's parts and segments; it sets nothing of the whole's."""
    blocks: list[Block] = []
    for part in dict.fromkeys(tie.actor for tie in answer.parts):
        held = [tie for tie in answer.parts if tie.actor == part]
        name = view.dataset.name_of(part)
        blocks += _ties(f"THROUGH ITS PART: {name}", held, view)
    return blocks


def _passed(answer: Portrait, view: View) -> list[Block]:
    """The whole's firm ties by partner, which say nothing of the part."""
    if not answer.passed:
        return []
    whole = answer.passed[0].whole
    dataset = view.dataset
    name = dataset.name_of(whole)
    pieces: list[str | Run] = []
    marks: dict[tuple[str, str], list[Seen]] = {}
    for one in answer.passed:
        mark = dataset.vocabulary.family_of(one.seen.relation.type).mark
        marks.setdefault((mark, one.seen.other(whole)), []).append(one.seen)
    for (mark, other), seen in marks.items():
        items = [item for row in seen for item in row.items]
        pieces += ["; " if pieces else "", f"{mark} {dataset.name_of(other)} ", bracketed(items, dataset)]
    said_ = f"   firm ties of {name}; nothing states them for this part"
    head_ = Paragraph(text(Run("NOT PASSED DOWN", "heading"), said_))
    return [Gap(), head_, Paragraph(text(*pieces, "."), 2, 2)]


def _by_answer(answer: Portrait, view: View) -> Iterable[Block]:
    """The rows by what their time answers to the day asked, facts and ties together."""
    listed = 0
    told = 0
    for wanted, heading in ANSWERS:
        facts = [fact for fact in answer.facts if fact.answer == wanted]
        ties = [tie for tie in answer.own if tie.seen.answer == wanted]
        listed += len(facts) + len(ties)
        told += (len(facts) + len(ties)) * (wanted in ("certainly", "possibly"))
        if not facts and not ties:
            if wanted in ("certainly", "possibly"):
                yield Gap()
                yield Paragraph(text(Run(heading.split(",")[0], "heading"), "   nothing"))
            continue
        rows: list[Row | Group | Paragraph] = [*_fact_ties(facts, view), *tie_rows(_in_order(ties))]
        yield Gap()
        yield Table(_h(heading), TIES, tuple(rows))
    if told * 2 < listed:
        yield Gap()
        yield Paragraph(text("That little is certain says how the sources date, not how little there was."))


def _in_order(ties: Sequence[Statement]) -> list[Statement]:
    order = [section for section, _ in SECTIONS] + ["contested"]
    return sorted(blocks_of(ties), key=lambda tie: order.index(tie.section))


def _fact_ties(facts: Sequence[Fact], view: View) -> Iterable[Row]:
    for row in fact_rows(facts, view):
        mark, *rest = row.cells
        yield Row((text(Run(mark[0].text.rjust(3), "open")) if mark else (), *rest))


def event_row(event: Event, roles: Sequence[str], answer: Portrait, view: View) -> Row:
    """When, what, figures with their voice, and where it stands."""
    dataset = view.dataset
    figures = "; ".join(
        f"{one.unit}: {figure_words(one.figure)}"
        + (f", says {dataset.name_of(one.says)}" if one.says else "")
        for one in event.figures
    )
    role = "" if not roles else f" ({listing(roles)})"
    items = view.sight.evidence(event.evidence)
    gists = "; ".join(item.gist for item in items if item.gist)
    words = "; ".join(filter(None, [f"{event.name}{role}", figures, gists]))
    voices = said(items[0], dataset) if items else ()
    date = when_event(event)
    return Row(((), _time(date), text(words, *voices), text(Run(places(items, dataset), "place"))))


def when_event(event: Event) -> str:
    if event.when is None:
        return "undated"
    return event.when.text.replace("/..", " on").replace("/", " to ").strip()


def coverage(answer: Portrait, view: View) -> Iterable[Block]:
    """How much of the record the page shows, what was searched, what is missing."""
    found = answer.coverage
    name = answer.actor.name
    yield Paragraph(text(Run("COVERAGE", "heading")))
    words = f"{count(found.statements, 'statement')} on ties in all: {name} stands at one end of {found.ends}"
    words += (
        f"; {found.against} more {'are' if found.against != 1 else 'is'} aimed at it" if found.against else ""
    )
    words += f"; it is the voice of {found.says}" if found.says else ""
    yield Paragraph(text(words + "."), 2, 2)
    if found.hidden:
        hidden = f"{count(found.hidden, 'tie')} of {name} hidden by the lens ({listing(answer.basis.lens)})."
        yield Paragraph(text(Run(hidden)), 2, 2)
    searched = view.dataset.about.coverage
    if searched is None:
        yield Paragraph(text("No search is declared: what is missing here was not coded, no more."), 2, 2)
    else:
        what = ", ".join(
            filter(None, [listing(searched.sources), searched.period.text if searched.period else ""])
        )
        yield Paragraph(text(f"Searched: {what}. What is missing was not found there; it may exist."), 2, 2)
    if found.missing:
        nothing_ = "Nothing is left by the lens under" if found.hidden else "Nothing coded under"
        yield Paragraph(text(f"{nothing_}: {', '.join(found.missing)}."), 2, 2)


def nothing(answer: Portrait) -> bool:
    return not (answer.facts or answer.own or answer.parts or answer.events)


def _empty(answer: Portrait) -> str:
    if answer.coverage.hidden:
        lens = listing(answer.basis.lens)
        ties = count(answer.coverage.hidden, "tie")
        return (
            f"Nothing of {answer.actor.name} is left by this lens ({lens}); without it {ties} would be shown."
        )
    return f"Nothing is coded of {answer.actor.name} beyond its name."


def _next(answer: Portrait) -> Iterable[Block]:
    name = answer.actor.name
    quoted = f'"{name}"' if " " in name else name
    lines = [
        (f"actorgraph show {quoted} --on 2018", "what held then"),
        (f"actorgraph show {quoted} --standing contested", "only what is contested"),
    ]
    rows = tuple(Row(((), (Run(line, "command"),), text(what))) for line, what in lines)
    yield Table(_h("NEXT"), (Column(width=1), Column(most=50), Column(width=0)), rows)


def _h(words: str) -> Text:
    return (Run(words, "heading"),)


def _time(words: str) -> Text:
    return (Run(words, "dim"),) if words else ()


def _at(fact: Fact, view: View) -> Text:
    return (Run(places([fact.item], view.dataset), "place"),) if fact.item else ()


def _fact_when(fact: Fact) -> str:
    return when(fact.item.time, fact.trait.modality == "expected") if fact.item else ""


def _fact_mark(fact: Fact) -> str:
    open_ = fact.trait.modality != "actual" or (fact.item is not None and fact.item.stance == "suggests")
    return "~" if open_ else ""
