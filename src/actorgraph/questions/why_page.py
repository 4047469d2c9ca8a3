"""The page of a pair: its state, a block a tie with a letter a voice, what it hangs on, what is no evidence."""

from collections.abc import Iterable

from ..dataset import Dataset
from ..lens import PLAIN, Lens
from ..model import ASSUMED, Evidence
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..sight import Seen
from ..view import View
from . import cant_tell, why_one
from .around_pair import Shared
from .basis import title
from .event_rows import event_row
from .falling import Numbered
from .hanging import hanging
from .legend import onward
from .pair_words import asked, documents, hands, marks_of, state_line
from .statements import mark_of
from .supposing import supposing
from .warrant import Word, dated, proposition, reason, stake_words, support_words
from .why import Grounds, item_when
from .wording import PRESUPPOSED, READ, TOLD, claim, hedged, held_by, options, places, plural, typed

BLOCK = (Column(width=2), Column(width=2), Column(width=9), Column(width=0))
NEAR = (Column(width=1), Column(width=0), Column(most=32), Column(most=9))
EVENTS = (Column(width=1), Column(most=17), Column(width=0), Column("at", most=8))
MOST_NEAR = 8


def page(answer: Grounds, view: View, folder: str = "") -> Page:
    """On whose word the two are tied, or one actor is described; `folder` is the data set's, where it was named."""
    if len(answer.actors) == 1:
        return why_one.page(answer, view, folder)
    one, other = answer.actors
    blocks: list[Block] = [title(f"{one.name} and {other.name}: on whose word", answer.basis)]
    blocks += [Paragraph(text(Run("State of the pair: ", "heading"), *state_line(answer, view)), 0, 2)]
    if view.lens.suppose:
        blocks.append(Paragraph(text(supposing(view))))
    blocks += _apart(answer, view, folder)
    if answer.ties:
        blocks += who_speaks(answer, view)
    own = [tie for tie in answer.ties if not tie.part]
    for tie in own:
        blocks += [Gap(), _block(tie, answer, view)]
    parts = [tie for tie in answer.ties if tie.part]
    if parts:
        head = ": said of parts, it sets nothing of the pair itself"
        blocks += [Gap(), Paragraph(text(Run("THROUGH PARTS", "heading"), head))]
    for number, tie in enumerate(parts):
        blocks += [*([Gap()] if number else []), _block(tie, answer, view)]
    if answer.ties:
        blocks += [Gap(), *hanging(answer, view)]
    blocks += _events(answer, view)
    blocks += _near(answer, view)
    if answer.ties:
        blocks += [Gap(), *hands(answer), *marks_of(answer, view)]
    return (*blocks, Gap(), *_next(answer, view, folder))


def who_speaks(answer: Grounds, view: View) -> Iterable[Block]:
    """Counts, who wrote and who is reported, whose stake can't be derived."""
    words = [word for tie in answer.ties for word in tie.words if not tie.seen.supposed]
    if not words and any(tie.words for tie in answer.ties):
        yield Paragraph(text("No statement of the record: all is supposed here."), 0, 2)
        return
    dataset = view.dataset
    spots = {place for word in words for place in word.item.places}
    voices = {word.item.says for word in words}
    lead = f"{count(len(words), 'statement')}, {count(len(voices), 'voice')}"
    where = f"{documents(answer)}, {count(len(spots), 'paragraph')}"
    yield Paragraph(text(f"{lead}; {where}."), 0, 2)
    wrote = dict.fromkeys(word.item.says for word in words if word.spoke != "reported")
    reported = dict.fromkeys(w.item.says for w in words if w.spoke == "reported" and w.item.says not in wrote)
    if reported and not wrote:
        by = listing(list(dict.fromkeys(word.chain[-1] for word in words)))
        yield Paragraph(text(f"No voice has a document of its own here: all is reported by {by}."), 0, 2)
    elif words:
        names = listing([dataset.name_of(voice) for voice in wrote])
        other = (
            f" Reported there: {listing([dataset.name_of(voice) for voice in reported])}." if reported else ""
        )
        yield Paragraph(text(f"Written by {names}.{other}"), 0, 2)
    apart = {v: None for v in wrote if v not in dataset.actors and not dataset.unnamed(v)}
    if apart:
        names = listing([dataset.name_of(voice) for voice in apart])
        who = "that voice is no actor" if len(apart) == 1 else "they are no actors"
        yield Paragraph(text(f"No stake of {names} can be derived: {who} of this record."), 0, 2)


def _block(tie: Numbered, answer: Grounds, view: View) -> Table:
    """The proposition, why it stands as it does, then a letter a voice."""
    seen, dataset = tie.seen, view.dataset
    mark = mark_of(seen, None, dataset)
    head = text(Run(proposition(seen, view.dataset), "name"))
    rows = [Row((text(str(tie.number).rjust(2)), text(Run(mark.rjust(2), _role(mark))), head, ()))]
    rows += [_detail(label, words) for label, words in _facts(tie, answer, view) if words]
    letters = {voice: _letter(n) for n, voice in enumerate(dict.fromkeys(w.item.says for w in tie.words))}
    before = ""
    for word in tie.words:
        letter = "" if word.item.says == before else letters[word.item.says]
        first = word.item.says != before
        before = word.item.says
        rows.append(Row(((), text(letter.rjust(2)) if letter else (), _voice(word, seen, view), ())))
        rows += [_detail(label, said) for label, said in _item(word, tie, first, view) if said]
    rows.append(Row(((), (), text(Run("coded in ", "dim"), _coded(seen)), ())))
    return Table((), BLOCK, tuple(rows), 1)


def _facts(tie: Numbered, answer: Grounds, view: View) -> Iterable[tuple[str, str]]:
    seen, row = tie.seen, tie.seen.relation
    yield "standing", reason(seen, view.sight)
    yield "support", support_words(seen)
    yield "when", seen.spell.words
    if seen.answer:
        yield "asked", f"{asked(answer)}: {seen.answer}"
    yield "place", listing(row.place)
    yield (
        "priority",
        f"{row.priority}, among the aims of {view.dataset.name_of(row.from_)}" if row.priority else "",
    )
    if seen.assessment:
        judged = seen.assessment
        why = f": {judged.why}" if judged.why else ""
        yield "assessed", f"with {judged.confidence} confidence by {judged.by}, {judged.on.text}{why}"
    yield "see", "; ".join(_see(other, answer, view) for other in row.see)


def _coded(seen: Seen) -> str:
    """Where the tie stands in the files, how surely it was read, and the coder's note."""
    row = seen.relation
    if row.scenario == ASSUMED and not row.where.file:
        return "no file: assumed on the command line"
    note = f". {row.note.strip()}" if row.note else ""
    return f"{row.where.file}, line {row.where.line}{READ.get(row.coding, '')}{note}"


def _see(id_: str, answer: Grounds, view: View) -> str:
    """A relation read together with this one: its number on the page, or its proposition and place."""
    for tie in answer.ties:
        if tie.seen.relation.id == id_:
            return f"{tie.number}, {claim(tie.seen.relation, view.dataset)}"
    row = view.relation(id_)
    if row is None:
        return id_
    found = places(view.sight.evidence(row.evidence), view.dataset)
    return f"{claim(row, view.dataset)} [{found}]" if found else id_


def _voice(word: Word, seen: Seen, view: View) -> Text:
    """What the voice does, and the chain from it to the place in the source; it does not assert what is supposed."""
    dataset, item = view.dataset, word.item
    verb = f"{TOLD if seen.supposed else dataset.vocabulary.words['stances'][item.stance]['own']} by "
    label = f"[{dataset.label_of(item.source)}]"
    at = f"{label} {' '.join(item.at)}".strip()
    name, *rest = word.chain
    return text(verb, Run(name, "voice"), *(f" -> {link}" for link in rest), " -> ", Run(at, "place"))


def _item(word: Word, tie: Numbered, first: bool, view: View) -> Iterable[tuple[str, str]]:
    """What one item says, hedges, grades and dates; the stake once for each voice."""
    item = word.item
    yield "gist", item.gist
    yield "words", f'"{item.quote}"' if item.quote else ""
    if item.hedge:
        taken = "presupposed: the passage takes it for granted"
        yield "hedge", taken if item.hedge == PRESUPPOSED else hedged(item)
    yield (
        "likely",
        f"likelihood in its own words: {item.likelihood.replace('-', ' ')}" if item.likelihood else "",
    )
    yield "sure", f"confidence it states in its own judgement: {item.confidence}" if item.confidence else ""
    yield "graded", f"credibility {item.credibility}, by the coder" if item.credibility else ""
    yield "said", item.said.text if item.said else ""
    when = item_when(item, tie.seen)
    yield "when", when if when != dated(tie.seen) else ""
    if word.overtaken:
        yield "earlier", "overtaken by what the same voice said later"
    wrote = word.spoke != "reported" and word.stakes is None and not view.dataset.unnamed(item.says)
    yield "stake", "" if wrote or not first else stake_words(word, view.sight)


def _apart(answer: Grounds, view: View, folder: str) -> Iterable[Block]:
    """Two lines an actor that may be meant: a fact of the record, and where to read it."""
    lens = options(view.lens, view.dataset, folder)
    for apart in answer.apart:
        has = "have" if plural(apart.actor) else "has"
        told = f"{apart.actor.name} {has} {count(apart.ties, 'tie')} with {apart.with_.name}."
        line = f"actorgraph why {typed(apart.with_)} {typed(apart.actor)}{lens}"
        yield Paragraph(text(Run("Kept apart: ", "heading"), told), 0, 2)
        yield Paragraph((Run(line, "command"),), 2, 4)


def _events(answer: Grounds, view: View) -> list[Block]:
    """Events in which both have a role: no tie, and none is read from them."""
    rows = [event_row(one.event, _parts_in(one, view), view) for one in answer.events if one.both]
    head = text(Run("EVENTS", "heading"), " in which both have a role; no tie is read from them")
    return [Gap(), Table(head, EVENTS, tuple(rows))] if rows else []


def _parts_in(shared: Shared, view: View) -> list[str]:
    """`civilians: victim`."""
    return [f"{view.dataset.name_of(actor)}: {role}" for actor, role in shared.roles]


def _near(answer: Grounds, view: View) -> list[Block]:
    """What stands at the same places on other pairs: where readers go wrong."""
    dataset = view.dataset
    rows = []
    for seen in answer.near[:MOST_NEAR]:
        cells = (text(proposition(seen, view.dataset)), text(_held(seen.items, dataset)))
        rows.append(Row(((), *cells, text(Run(places(seen.items, dataset), "place")))))
    for one in answer.events:
        if not one.both:
            told = f"{one.event.name} ({listing(_parts_in(one, view))})"
            held = _held(one.event.evidence, dataset)
            rows.append(
                Row(((), text(told), text(held), text(Run(places(one.event.evidence, dataset), "place"))))
            )
    if not rows:
        return []
    same = "the same paragraphs" if answer.ties else "paragraphs that speak of both"
    head = Paragraph(text(Run("NOT EVIDENCE FOR THIS PAIR", "heading"), f": {same}, on other pairs"))
    blocks: list[Block] = [Gap(), head, Table((), NEAR, tuple(rows), 1)]
    if (over := len(answer.near) - MOST_NEAR) > 0:
        stands = "stands" if over == 1 else "stand"
        blocks.append(Paragraph(text(f"{count(over, 'more tie')} {stands} there."), 2, 2))
    return blocks


def _held(items: Iterable[Evidence], dataset: Dataset) -> str:
    """`asserted by X; doubted by Y`."""
    return "; ".join(dict.fromkeys(" ".join(held_by(item, dataset)) for item in items))


def _next(answer: Grounds, view: View, folder: str) -> Iterable[Block]:
    one, other = (typed(actor) for actor in answer.actors)
    lens, data = (options(seen, view.dataset, folder) for seen in (view.lens, PLAIN))
    lines = [("one actor", f"show {one}{lens}"), ("the other", f"show {other}{lens}")]
    if cant_tell.ties(view, *(actor.id for actor in answer.actors)):
        lines.insert(
            0, ("ties of any day", f"why {one} {other}{options(_any_day(view), view.dataset, folder)}")
        )
    if answer.hidden and answer.basis.lens:
        lines.insert(0, ("without lens", f"why {one} {other}{data}"))
    wholes = [
        (actor, whole)
        for actor in answer.actors
        for whole in view.sight.belonging.wholes(actor.id, view.lens.days)
        if whole not in [one.id for one in answer.actors] and whole in view.dataset.actors
    ]
    for actor, whole in wholes[:1]:
        far = other if actor is answer.actors[0] else one
        above = view.dataset.actors[whole]
        lines.append((f"{above.name}, the whole", f"why {far} {typed(above)}{lens}"))
    yield onward([(word, f"actorgraph {line}") for word, line in lines])


def _any_day(view: View) -> Lens:
    return view.lens._replace(days=None, throughout=None)


def _detail(label: str, words: str) -> Row:
    return Row(((), (), (Run(label, "dim"),), text(words)))


def _letter(number: int) -> str:
    """A to z, then aa, ab and so on."""
    head, tail = divmod(number, 26)
    return (_letter(head - 1) if head else "") + chr(ord("a") + tail)


def _role(mark: str) -> str:
    if mark.startswith("~"):
        return "open"
    return {"-": "hostile", "+": "cooperative", "?": "contested"}.get(mark, "")
