"""The page of a what-if: what would change, who stands where, risks, what touches it, signs, the other options."""

from collections.abc import Iterable, Sequence

from ..model import Evidence, Relation
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..pair import State
from ..sight import Seen
from ..view import View
from .basis import document_line, title
from .legend import mark_words, onward
from .scenario import Changed, Follow, Outlook, Told
from .scenario_beside import beside
from .scenario_signs import signs
from .statements import mark_of
from .tie_words import tie_words
from .wording import bracketed, claim, options, places, said, typed

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LABELS = {
    "favours": "speaks for it",
    "hesitates": "held back",
    "objects": "objects",
    "gains": "would gain",
    "loses": "would lose",
    "weighs": "to be weighed",
}
LABELLED = (Column(width=1), Column(most=14, shared="label"), Column(width=0), Column(most=12, shared="at"))
MARKED = (Column(width=3), Column(width=0), Column(most=12, shared="at"))
PAIRED = (Column(width=4), Column(most=6), Column(width=0), Column(most=12, shared="at"))


def page(answer: Outlook, view: View, folder: str = "") -> Page:
    """All that the record holds of it; `folder` is the data set's, where it was named."""
    blocks: list[Block] = [*_head(answer, view)]
    if answer.hidden:
        left = count(answer.hidden, "statement")
        blocks.append(
            Paragraph(text(f"{left} of it {'is' if answer.hidden == 1 else 'are'} hidden by the lens."))
        )
    if answer.bare and answer.hidden:
        blocks += [Gap(), Paragraph(text("Nothing of it is left by this lens."))]
        return (*blocks, Gap(), _next(answer, view, folder))
    blocks += _changes(answer, view)
    blocks += _follows(answer, view)
    blocks += _stands(answer, view)
    blocks += _risks(answer, view)
    blocks += _see(answer, view)
    blocks += signs(answer, view)
    blocks += beside(answer, view)
    if words := mark_words(_marks(answer, view), view):
        blocks += [Gap(), Paragraph(text(Run(f"{'; '.join(words)}.", "dim")))]
    return (*blocks, Gap(), _next(answer, view, folder))


def _head(answer: Outlook, view: View) -> Iterable[Block]:
    found = answer.scenario
    number = len(answer.options)
    several = NUMBERS[number] if number < len(NUMBERS) else str(number)
    first = title(found.name, answer.basis)
    beside_ = (
        f"one of {several} what-ifs of {found.on.text}" if number > 1 else f"a what-if of {found.on.text}"
    )
    yield first._replace(right=text(Run(beside_, "dim")))
    voices = list(dict.fromkeys(view.dataset.name_of(item.says) for item in found.evidence))
    who = (
        f"that {listing(voices)} {'discusses' if len(voices) == 1 else 'discuss'}"
        if voices
        else "of this record"
    )
    place: list[str | Run] = [" ", bracketed(found.evidence, view.dataset)] if found.evidence else []
    likely = [item.likelihood for item in found.evidence if item.likelihood]
    given = f"its likelihood in their words: {listing(likely)}" if likely else "no likelihood is given for it"
    yield Paragraph(text(f"A what-if {who}", *place, f". No forecast, and {given}."))
    yield Paragraph(document_line(answer.basis, view))


def _changes(answer: Outlook, view: View) -> Iterable[Block]:
    yield Gap()
    head = Run("WHAT WOULD CHANGE", "heading")
    if not answer.changed:
        left = "left by this lens" if answer.whole.do else "added, ended or changed by who decides"
        yield Paragraph(text(head, f": nothing; no tie is {left}."), 0, 2)
        return
    yield Paragraph(text(head, f", from {answer.scenario.on.text} on"))
    for pair in answer.changed:
        yield from _pair(pair, answer, view)


def _pair(pair: Changed, answer: Outlook, view: View) -> Iterable[Block]:
    name, dataset = view.dataset.name_of, view.dataset
    yield Paragraph(text(Run(f"{name(pair.one)} + {name(pair.other)}", "name")), 2, 2)
    rows = []
    for label, ties in (("now", pair.now), ("ends", pair.ends), ("then", pair.comes)):
        lead = label
        for row in ties:
            told = [tie_words(row, view, dated=label != "then")]
            told += [_direction(row, view)]
            rows.append(Row(((), text(Run(lead, "dim")), _tie(row, told, view), _at(row.items, view))))
            lead = ""
            for reason in _reasons(row, answer):
                rows.append(Row(((), (), text(f"  because {reason}"), ())))
    if not pair.now and not pair.ends:
        rows.insert(0, Row(((), text(Run("now", "dim")), text("no tie of the two on that day is coded"), ())))
    yield Table((), PAIRED, tuple(rows), 1)
    yield Paragraph(text(_sign(pair.before, pair.after)), 5, 7)
    kinds = list(dict.fromkeys(dataset.type_of(row.relation).noun for row in pair.comes))
    old = {dataset.type_of(row.relation).noun for row in (*pair.now, *pair.ends)}
    new = [noun for noun in kinds if noun not in old]
    if new and pair.now:
        firm = list(dict.fromkeys(dataset.type_of(row.relation).noun for row in pair.now if row.firm))
        beside_ = f", beside {listing(firm)}" if firm else ""
        yield Paragraph(text(f"New in kind: {listing(new)}{beside_}."), 5, 7)


def _direction(row: Seen, view: View) -> str:
    """`by North`, where the tie has a direction."""
    if view.dataset.type_of(row.relation).symmetric:
        return ""
    return f"by {view.dataset.name_of(row.from_)}"


def _tie(row: Seen, told: Sequence[str], view: View) -> Text:
    mark = mark_of(row, None, view.dataset)
    words = ", ".join(filter(None, told))
    return text(Run(f"{mark} ", "open" if row.supposed else ""), words)


def _reasons(row: Seen, answer: Outlook) -> Iterable[str]:
    """Why it would come or end so, as the scenario has it."""
    id_ = row.relation.id.removeprefix(f"{answer.scenario.id}:")
    for edit in answer.scenario.do:
        named = edit.relation.id if edit.relation else edit.id
        brings = row.supposed if edit.verb != "end" else not row.supposed
        if named == id_ and brings:
            yield edit.reason


def _sign(before: State, after: State) -> str:
    if before.name == after.name:
        return f"Change of sign: none; the pair reads {before.name} now and then."
    return f"Change of sign: now {before.name}, then {after.name}."


def _follows(answer: Outlook, view: View) -> Iterable[Block]:
    if not answer.follows:
        return
    rows = [_follow(one, view) for one in answer.follows]
    head = text(Run("WHAT COULD FOLLOW", "heading"), ", as a source has it; each stays a forecast")
    yield from (Gap(), Paragraph(head), Table((), MARKED, tuple(rows), 1))


def _follow(one: Follow, view: View) -> Row:
    family = view.dataset.vocabulary.family_of(one.relation.type).mark
    lead = "would end: " if one.edit.verb == "end" else "would change: " if one.edit.verb == "change" else ""
    hedges = _hedges(one.items, view)
    words = text(f"{lead}{claim(one.relation, view.dataset)}", *hedges, f": {one.edit.reason}")
    return Row((text(Run(f" ~{family}", "open")), words, _at(one.items, view)))


def _hedges(items: Sequence[Evidence], view: View) -> Text:
    """Who says so and how strongly, each once."""
    seen = dict.fromkeys(said(item, view.dataset) for item in items)
    return tuple(run for words in seen for run in words)


def _stands(answer: Outlook, view: View) -> Iterable[Block]:
    if not answer.stands and not answer.unless:
        return
    name = view.dataset.name_of
    rows = []
    before = ""
    for kind, label in LABELS.items():
        for one in answer.stands:
            if one.stands != kind:
                continue
            who = f"{listing([name(actor) for actor in one.who])}: " if one.who else ""
            words = text(who, one.why, *_hedges(one.evidence, view))
            rows.append(Row(((), text(label if label != before else ""), words, _at(one.evidence, view))))
            before = label
    for told in answer.unless:
        label = "in its way"
        words = text(*_record(told, view))
        rows.append(Row(((), text(label if label != before else ""), words, _at(told.items, view))))
        before = label
    yield from (Gap(), Paragraph(text(Run("WHO IS SAID TO STAND WHERE", "heading"))))
    yield Table((), LABELLED, tuple(rows))


def _risks(answer: Outlook, view: View) -> Iterable[Block]:
    head = Run("RISKS STATED FOR THIS OPTION", "heading")
    yield Gap()
    if not answer.risks:
        none = "left by this lens" if answer.whole.risks else "coded, which is no finding that there is none"
        yield Paragraph(text(head, f": none is {none}."), 0, 2)
        return
    name = view.dataset.name_of
    rows = []
    for number, risk in enumerate(answer.risks, 1):
        to = f"; for {listing([name(actor) for actor in risk.to])}" if risk.to else ""
        words = text(risk.risk, *_hedges(risk.evidence, view), to)
        rows.append(Row((text(str(number).rjust(3)), words, _at(risk.evidence, view))))
    yield from (Paragraph(text(head)), Table((), MARKED, tuple(rows)))


def _see(answer: Outlook, view: View) -> Iterable[Block]:
    """What the scenario points to: what stands in its own passages, apart from what stands elsewhere."""
    own = {place for item in answer.scenario.evidence for place in item.places}
    near = [told for told in answer.see if own & {place for item in told.items for place in item.places}]
    far = [told for told in answer.see if told not in near]
    joins = "the author does not join these" if len(answer.basis.sources) < 2 else "no source joins these"
    for heading, more, several in (
        ("STATED IN THE SAME PASSAGE", "", near),
        ("STATED ELSEWHERE, TOUCHES THE SAME TIES", f"; {joins}", far),
    ):
        rows = [
            Row((text(_mark(told, view)), text(*_record(told, view)), _at(told.items, view)))
            for told in several
        ]
        if rows:
            yield from (
                Gap(),
                Paragraph(text(Run(heading, "heading"), more)),
                Table((), MARKED, tuple(rows), 1),
            )


def _mark(told: Told, view: View) -> str:
    row = (
        view.through(view.lens._replace(suppose=())).sight.see(told.record)
        if isinstance(told.record, Relation)
        else None
    )
    return mark_of(row, None, view.dataset).rjust(3) if isinstance(row, Seen) else ""


def _record(told: Told, view: View) -> Text:
    """The tie as a sentence with its voices, or the event by its name."""
    if not isinstance(told.record, Relation):
        return text(told.record.name)
    apart = {"intended": "planned: ", "expected": "a forecast: "}.get(told.record.modality, "")
    gists = list(dict.fromkeys(item.gist for item in told.items if item.gist))
    gist = f": {'; '.join(gists)}" if gists else ""
    return text(f"{apart}{claim(told.record, view.dataset)}", *_hedges(told.items, view), gist)


def _at(items: Sequence[Evidence], view: View) -> Text:
    found = places(items, view.dataset)
    return text(Run(found, "place")) if found else ()


def _marks(answer: Outlook, view: View) -> set[str]:
    rows = [row for pair in answer.changed for row in (*pair.now, *pair.ends, *pair.comes)]
    family = view.dataset.vocabulary.family_of
    told = {f"~{family(one.relation.type).mark}" for one in answer.follows}
    told |= {mark.strip() for one in answer.see if (mark := _mark(one, view))}
    return told | {mark_of(row, None, view.dataset) for row in rows}


def _next(answer: Outlook, view: View, folder: str) -> Table:
    lens, found = options(view.lens, view.dataset, folder), answer.scenario
    actor = (
        answer.changed[0].one
        if answer.changed
        else answer.follows[0].relation.from_
        if answer.follows
        else ""
    )
    lines = []
    if actor:
        shown = typed(view.dataset.actors[actor])
        lines.append(("in every answer", f"actorgraph show {shown} --scenario {found.id}{lens}"))
    if answer.changed:
        pair = " ".join(typed(view.dataset.actors[end]) for end in answer.changed[0][:2])
        lines.append(("on whose word", f"actorgraph why {pair} --scenario {found.id}{lens}"))
    others = [one.scenario.id for one in answer.options if one.scenario.id != found.id]
    if others:
        lines.append(("another option", f"actorgraph scenario {others[0]}{lens}"))
    lines.append(("all what-ifs", f"actorgraph scenario{lens}"))
    return onward(lines)
