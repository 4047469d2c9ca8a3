"""The page of disputes: a numbered block a question, a letter a proposition, a line a voice with its stake."""

from collections.abc import Iterable

from ..lens import PLAIN
from ..page import Block, Gap, Page, Paragraph, Row, Run, Table, count, listing, text
from ..sight import Seen
from ..view import View
from .basis import document_line, title
from .disputes import Disputes, Proposition, Question
from .disputes_other import MOST, date_blocks, degree_blocks, mixed_blocks, more, unlike_blocks
from .disputes_rows import COLUMNS, Rows, marked, voice_rows
from .legend import mark_words, onward
from .pair_words import standings
from .statements import mark_of
from .warrant import proposition, reason, standing_word
from .wording import bracketed, held_by, options, typed

MOST_BESIDE = 6


def page(answer: Disputes, view: View, folder: str = "", *, mixed: bool = False) -> Page:
    """Questions, degrees, unlike signs, dates; `mixed` also lists pairs whose ties are of different kinds."""
    names = listing([actor.name for actor in answer.actors])
    blocks: list[Block] = [title(f"Disputes{f' on {names}' if names else ''}", answer.basis)]
    blocks += [Paragraph(document_line(answer.basis, view)), *_opening(answer, view)]
    for number, one in enumerate(answer.questions[:MOST], 1):
        blocks += [Gap(), *_question(number, one, view)]
    blocks += more(len(answer.questions), "question")
    blocks += degree_blocks(answer, view)
    blocks += unlike_blocks(answer, view)
    blocks += date_blocks(answer, view)
    blocks += mixed_blocks(answer, view, shown=mixed)
    marks = {mark_of(row, None, view.dataset) for row in _shown(answer, mixed)}
    if words := mark_words(marks, view):
        blocks += [Gap(), Paragraph(text(Run("; ".join(words) + ".", "dim")))]
    return (*blocks, Gap(), _next(answer, view, folder, mixed))


def _opening(answer: Disputes, view: View) -> Iterable[Block]:
    """What is found of each kind, who wrote and who is only reported."""
    props = sum(len(one.propositions) for one in answer.questions)
    found = [
        f"{count(len(answer.questions), 'question')} with {count(props, 'proposition')}"
        if props
        else "no proposition is disputed",
        *(
            [f"{count(len(answer.degrees), 'pair')} with ties of one sign and different degree"]
            if answer.degrees
            else []
        ),
        f"{count(len(answer.clashes), 'pair') if answer.clashes else 'no pair'} of unlike sign on days that may be common",
        *([f"{count(len(answer.dates), 'tie')} dated differently"] if answer.dates else []),
    ]
    told = "; ".join(found)
    yield Paragraph(text(f"{told[0].upper()}{told[1:]}."))
    words = [word for one in answer.questions for prop in one.propositions for word in prop.words]
    wrote = list(dict.fromkeys(word.item.says for word in words if word.spoke != "reported"))
    reported = list(
        dict.fromkeys(w.item.says for w in words if w.spoke == "reported" and w.item.says not in wrote)
    )
    name = view.dataset.name_of
    if reported:
        own = f"Written by {listing([name(voice) for voice in wrote])}. " if wrote else ""
        other = "The other voices reach" if wrote else "All voices reach"
        via = listing([f"[{view.dataset.label_of(s.id)}]" for s in answer.basis.sources[:3]])
        yield Paragraph(
            text(
                f"{own}{other} us through {via}; none of their statements is coded from a document of its own."
            )
        )
    if answer.elsewhere:
        yield Paragraph(
            text(f"{count(answer.elsewhere, 'tie')} that can't have been so on the days asked left out.")
        )


def _question(number: int, one: Question, view: View) -> Iterable[Block]:
    name = view.dataset.name_of
    parts = any({prop.seen.from_, prop.seen.to} != {one.one, one.other} for prop in one.propositions)
    inside = one.one == one.other
    names = f"Inside {name(one.one)}" if inside else f"{name(one.one)} and {name(one.other)}"
    head = f"{names}{', or parts of them' if parts and not inside else ''}"
    rows: Rows = []
    if len(one.propositions) > 1:
        lead = f"{len(one.propositions)} different propositions; a voice on one has not spoken on the others."
        rows.append(Paragraph(text(lead), 4, 4))
    for at, prop in enumerate(one.propositions):
        rows += _proposition(chr(97 + at % 26) if len(one.propositions) > 1 else "", prop, view)
    yield Table(
        text(Run(f"{number}".rjust(2), "heading"), "  ", Run(head, "heading")), COLUMNS, tuple(rows), 1
    )
    yield from _beside(one, view)


def _proposition(letter: str, prop: Proposition, view: View) -> Iterable[Row]:
    seen = prop.seen
    head = text(Run(proposition(seen, view.dataset), "name"))
    yield Row((text(letter.rjust(3)), marked(seen, view), head, (), ()))
    yield from voice_rows(seen, prop.words, view)
    yield _note("standing", _standing(prop, view))
    if seen.answer:
        yield _note("on the days asked", seen.answer)
    if prop.period:
        yield _note("same period", f"{prop.period.text}")
    if prop.hardly:
        nouns = list(dict.fromkeys(view.dataset.type_of(row.relation).noun for row in prop.hardly))
        at = bracketed([item for row in prop.hardly for item in row.items], view.dataset)
        yield _note("hint from signs", f"hardly so beside {listing(nouns)} ", at)


def _standing(prop: Proposition, view: View) -> str:
    """As `why` tells it; of what is contested the lines above say who."""
    seen = prop.seen
    if seen.standing == "contested":
        minds = [view.dataset.name_of(voice) for voice in seen.place.two_minds]
        return f"{standing_word(seen, view.dataset)}{f'; in two minds: {listing(minds)}' if minds else ''}"
    return reason(seen, view.sight)


def _note(label: str, words: str, *more: Run) -> Row:
    return Row(((), (), text(Run(f"{label}: ", "dim"), words, *more), (), ()))


def _beside(one: Question, view: View) -> Iterable[Block]:
    """The firm ties of the two by sign, in nouns; and what the coder reads together with these."""
    dataset = view.dataset
    for sign, word in (("-", "hostile"), ("+", "cooperative")):
        held = [row for row in one.beside if dataset.type_of(row.relation).sign == sign]
        if held:
            nouns = list(dict.fromkeys(dataset.type_of(row.relation).noun for row in held))
            more = [f"{count(len(nouns) - MOST_BESIDE, 'more kind')}"] if len(nouns) > MOST_BESIDE else []
            told = f"{word}, {standings(held, view)}: {listing([*nouns[:MOST_BESIDE], *more])} "
            at = bracketed([item for row in held for item in row.items], dataset)
            yield Paragraph(text(Run("beside it: ", "dim"), told, at), 4, 6)
    for row in one.read_with:
        held_ = "; ".join(dict.fromkeys(" ".join(held_by(item, dataset)) for item in row.items))
        told = f"{proposition(row, dataset)}: {held_} "
        yield Paragraph(text(Run("read with it: ", "dim"), told, bracketed(row.items, dataset)), 4, 6)


def _shown(answer: Disputes, mixed: bool) -> Iterable[Seen]:
    yield from (prop.seen for one in answer.questions for prop in one.propositions)
    yield from (row for one in answer.degrees for row in one.rows)
    yield from (row for one in answer.clashes for row in one.rows)
    yield from (one.seen for one in answer.dates)
    if mixed:
        yield from (row for rows in answer.mixed for row in rows)


def _next(answer: Disputes, view: View, folder: str, mixed: bool) -> Table:
    lens, data = (options(seen, view.dataset, folder) for seen in (view.lens, PLAIN))
    names = "".join(f" {typed(actor)}" for actor in answer.actors)
    lines = []
    if answer.questions:
        ends = [
            typed(view.dataset.actors[end]) for end in answer.questions[0].propositions[0].seen.relation.ends
        ]
        lines.append(("on whose word", f"actorgraph why {' '.join(ends)}{lens}"))
    elif answer.basis.lens:
        lines.append(("without lens", f"actorgraph disputes{names}{data}"))
    if answer.mixed and not mixed:
        lines.append(("different kinds", f"actorgraph disputes{names} --mixed{lens}"))
    lines.append(("what hangs on it", f"actorgraph hinges{lens}"))
    return onward(lines)
