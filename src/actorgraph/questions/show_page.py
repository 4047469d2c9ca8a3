"""The page of one actor: basis, in short, what it is, ties by family, events, coverage, next."""

from collections.abc import Iterable, Sequence

from ..lens import PLAIN
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
    count,
    headed,
    listing,
    text,
)
from ..sight import Seen
from ..view import View
from .basis import document_line, title
from .contest import contest_rows
from .event_rows import event_row, on_other_days
from .in_short import in_short
from .legend import legend, onward
from .rows import SECTIONS, TIES, blocks_of, fact_rows, tie_rows
from .show import Portrait, chooses_ties
from .statements import Statement, mark_of, not_yet
from .wording import bracketed, options, plural, short, typed

FACTS = (Column(width=1), Column(most=13, shared="label"), Column(width=0), TIES[3], TIES[4])
EVENTS = (Column(width=1), Column(most=17, shared="label"), Column(width=0), TIES[4])


def page(answer: Portrait, view: View, folder: str = "") -> Page:
    """All that is coded of the actor, through the lens; `folder` is the data set's, where it was named."""
    blocks: list[Block] = list(head(answer, view))
    if nothing(answer):
        blocks += [Gap(), Paragraph(text(_empty(answer)))]
        return (*blocks, Gap(), *coverage(answer, view), Gap(), *_next(answer, view, folder))
    if chooses_ties(view):
        blocks.append(Paragraph(text("Facts are left out: this lens chooses ties.")))
    if view.lens.dated:
        from .dated import by_answer

        blocks += by_answer(answer, view)
    else:
        told = list(in_short(answer, view))
        blocks += [Gap(), *told] if told else []
        if answer.facts:
            blocks += [Gap(), Table(headed("WHAT IT IS"), FACTS, tuple(fact_rows(answer.facts, view)))]
        blocks += _ties("TIES", answer.own, view)
        blocks += _parts(answer, view)
    blocks += _passed(answer, view)
    blocks += _events(answer, view)
    blocks += [Gap(), *coverage(answer, view), *legend(answer, view)]
    return (*blocks, Gap(), *_next(answer, view, folder))


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


def _ties(heading: str, ties: Sequence[Statement], view: View) -> list[Block]:
    rows: list[Row | Group | Paragraph] = []
    for section, words in SECTIONS:
        held = [tie for tie in ties if tie.section == section]
        if held:
            rows += [Group(text(f" {words}")), *tie_rows(blocks_of(held), starred=True)]
    blocks: list[Block] = []
    if rows:
        blocks += [Gap(), Table(headed(heading), TIES, tuple(rows))]
    aside = [tie for tie in ties if tie.section == "contested"]
    if aside:
        blocks += [
            Gap(),
            Table(headed("CONTESTED, DOUBTED, ASKED"), contest_columns(), tuple(contest_rows(aside, view))),
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
    partners: dict[tuple[str, str], dict[str, list[Seen]]] = {}
    for one in answer.passed:
        if not_yet(one.seen, dataset):
            continue
        row = one.seen.relation
        narrowed = (
            f", only against {listing([dataset.name_of(actor) for actor in row.against])}"
            if row.against
            else ""
        )
        time = short(one.seen.spell.words.partition(";")[0])
        dated = "" if time in ("undated", f"seen {answer.basis.known}") else f", {time}"
        key = (mark_of(one.seen, None, dataset), dataset.name_of(one.seen.other(whole)))
        words = f"{dataset.type_of(row).noun}{narrowed}{dated} "
        partners.setdefault(key, {}).setdefault(words, []).append(one.seen)
    rows = []
    for (mark, partner), kinds in partners.items():
        pieces: list[str | Run] = []
        for words, seen in kinds.items():
            items = [item for one in seen for item in one.items]
            pieces += ["; " if pieces else "", words, bracketed(items, dataset)]
        rows.append(Row((text(mark.rjust(3)), text(partner), text(*pieces))))
    said_ = f"   uncontested ties of {name}; nothing states them for this part"
    columns = (Column(width=3), Column(most=22), Column(width=0))
    return [Gap(), Paragraph(text(Run("NOT PASSED DOWN", "heading"), said_)), Table((), columns, tuple(rows))]


def _events(answer: Portrait, view: View) -> list[Block]:
    """The events of the days asked; how many lie on other days."""
    elsewhere = on_other_days([event for event, _ in answer.events], view)
    rows = tuple(event_row(event, roles, view) for event, roles in answer.events if event.id not in elsewhere)
    other = [Paragraph(text(f"{count(len(elsewhere), 'event')} on other days."), 2, 2)] if elsewhere else []
    if rows:
        return [Gap(), Table(headed("EVENTS"), EVENTS, rows), *other]
    return [Gap(), Paragraph(headed("EVENTS")), *other] if other else []


def coverage(answer: Portrait, view: View) -> Iterable[Block]:
    """How much of the record the page shows, what was searched, what is missing."""
    found = answer.coverage
    name = answer.actor.name
    yield Paragraph(text(Run("COVERAGE", "heading")))
    ties = len({tie.seen.relation.id for tie in answer.own if tie.item and not tie.seen.supposed})
    stands = "stand" if plural(answer.actor) else "stands"
    ends = f"{found.ends}, on {count(ties, 'tie')}" if ties else "none"
    words = f"{count(found.statements, 'statement')} on ties in all: {name} {stands} at one end of {ends}"
    words += (
        f"; {found.against} more {'are' if found.against != 1 else 'is'} aimed at it" if found.against else ""
    )
    words += f"; it is the voice of {found.says}" if found.says else ""
    meant = "A statement is what one voice says of one tie in one place."
    yield Paragraph(text(f"{words}. {meant}"), 2, 2)
    if found.hidden:
        hidden = f"{count(found.hidden, 'tie')} of {name} hidden by the lens ({listing(answer.basis.lens)})."
        yield Paragraph(text(Run(hidden)), 2, 2)
    yield Paragraph(text(_searched(answer, view)), 2, 2)
    if found.missing:
        nothing_ = "Nothing is left by the lens under" if found.hidden else "Nothing coded under"
        yield Paragraph(text(f"{nothing_}: {', '.join(found.missing)}."), 2, 2)


def _searched(answer: Portrait, view: View) -> str:
    """What was searched; a lens on evidence leaves no date that only the rest of the record bears."""
    searched = view.dataset.about.coverage
    if searched is None:
        return "No search is declared: what is missing here was not coded, no more."
    sources = searched_sources(answer, view)
    if not sources:
        return "No source of the declared search is left by the lens."
    period = searched.period.text if searched.period and not view.lens.chooses else ""
    what = ", ".join(filter(None, [listing(sources), period]))
    return f"Searched: {what}. What is missing was not found there; it may exist."


def searched_sources(answer: Portrait, view: View) -> list[str]:
    """The sources of the declared search that the lens leaves."""
    searched = view.dataset.about.coverage
    left = {source.id for source in answer.basis.sources}
    return [one for one in searched.sources if one in left or not view.lens.chooses] if searched else []


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


def _next(answer: Portrait, view: View, folder: str) -> Iterable[Block]:
    """Commands that lead on from here, for this record: the partner with most ties, the middle of its years."""
    name, lens = typed(answer.actor), options(view.lens, view.dataset, folder)
    data = options(PLAIN, view.dataset, folder)
    lines = []
    if first := blocks_of([tie for tie in answer.own if tie.item]):
        lines.append(("whose word", f"why {name} {typed(view.dataset.actors[first[0].other])}{lens}"))
    if answer.basis.lens:
        lines.append(("without lens", f"show {name}{data}"))
    searched = view.dataset.about.coverage
    if (
        not answer.basis.lens
        and searched
        and searched.period
        and searched.period.start
        and searched.period.end
    ):
        year = (int(searched.period.start.text[:4]) + int(searched.period.end.text[:4])) // 2
        lines.append((f"in {year:04}", f"show {name} --on {year:04}{data}"))
    if not answer.basis.lens and any(tie.section == "contested" for tie in answer.own):
        lines.append(("contested", f"show {name} --standing contested{data}"))
    if answer.coverage.says and answer.actor.id not in (view.lens.says or ()):
        lines.append(("what it says", f"list relations --says {answer.actor.id}{data}"))
    lines.append(("one screen", f"show {name} --brief{lens}"))
    yield onward([(word, f"actorgraph {line}") for word, line in lines])
