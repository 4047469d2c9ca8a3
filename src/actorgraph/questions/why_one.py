"""The page of one actor's voices: who says how much of it, from where, with what stake, and on what it hangs."""

from collections.abc import Iterable

from ..model import Actor, Relation
from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, count, listing, text
from ..view import View
from .basis import title
from .falling import Numbered
from .hanging import COLUMNS as HANGING
from .hanging import in_numbers, place_label, ranked, without
from .legend import onward
from .pair_words import documents, hands, marks_of, standings
from .statements import ASIDE, mark_of
from .supposing import supposing
from .warrant import Word, stakes_told, standing_word
from .why import Grounds
from .wording import claim, hedged, options, places, typed

ASIDE_ROWS = (Column(width=3), Column(width=0), Column(most=18, shared="why"), Column(most=9, shared="at"))
MOST_ASIDE = 10
MOST_VOICES = 40
MOST_FALLS = 12
MOST_PLACES = 20
Spoken = list[tuple[Numbered, Word]]


def page(answer: Grounds, view: View, folder: str = "") -> Page:
    """A block a voice, then the paragraphs by what falls without them."""
    actor = answer.actors[0]
    lens = options(view.lens, view.dataset, folder)
    blocks: list[Block] = [title(f"{actor.name}: on whose word", answer.basis)]
    if view.lens.suppose:
        blocks.append(Paragraph(text(supposing(view))))
    if not answer.ties:
        hidden = f"; the lens hides {count(answer.hidden, 'tie')}" if answer.hidden else ""
        blocks.append(Paragraph(text(f"Nobody here says anything on a tie of {actor.name}{hidden}.")))
        return (*blocks, Gap(), onward([("actor", f"actorgraph show {typed(actor)}{lens}")]))
    blocks.append(Paragraph(text(_counts(answer, view)), 0, 2))
    if strangers := _strangers(answer, view):
        blocks.append(Paragraph(text(f"No stake can be derived of {strangers}."), 0, 2))
    voices = _voices(answer)
    for voice, spoken in voices[:MOST_VOICES]:
        blocks += [Gap(), *_voice(voice, spoken, answer, view)]
    if len(voices) > MOST_VOICES:
        blocks += [
            Gap(),
            Paragraph(text(f"{count(len(voices) - MOST_VOICES, 'more voice')}, each with fewer.")),
        ]
    blocks += [Gap(), *_hanging(answer, view), Gap(), *hands(answer), *marks_of(answer, view)]
    line = f"actorgraph why {typed(actor)} {typed(_most_tied(answer, view))}{lens}"
    return (
        *blocks,
        Gap(),
        onward([("tie by tie", line), ("actor", f"actorgraph show {typed(actor)}{lens}")]),
    )


def _most_tied(answer: Grounds, view: View) -> Actor:
    others = [tie.seen.other(answer.actors[0].id) for tie in answer.ties]
    return view.dataset.actors[max(dict.fromkeys(others), key=others.count)]


def _counts(answer: Grounds, view: View) -> str:
    items = count(sum(len(tie.words) for tie in answer.ties), "statement")
    voices = count(len(answer.basis.voices), "voice")
    ties = f"{count(len(answer.ties), 'tie')}: {standings([tie.seen for tie in answer.ties], view)}"
    are = "is" if answer.hidden == 1 else "are"
    hidden = f" {answer.hidden} more {are} hidden by the lens." if answer.hidden else ""
    return f"{items} by {voices}; {documents(answer)}. On {ties}.{hidden}"


def _strangers(answer: Grounds, view: View) -> str:
    """The voices of which no stake can be derived, and why not."""
    dataset = view.dataset
    apart = [voice for voice, _ in _voices(answer) if voice not in dataset.actors]
    named = [dataset.name_of(voice) for voice in apart if not dataset.unnamed(voice)]
    unnamed = [dataset.name_of(voice) for voice in apart if dataset.unnamed(voice)]
    told = [f"{listing(named)} (no actor of this record)"] if named else []
    told += [f"{listing(unnamed)} (unnamed)"] if unnamed else []
    return " nor of ".join(told)


def _voices(answer: Grounds) -> list[tuple[str, Spoken]]:
    """The authors first, then whoever says most, then by name."""
    found: dict[str, Spoken] = {}
    for tie in answer.ties:
        for word in tie.words:
            found.setdefault(word.item.says, []).append((tie, word))
    name = answer.dataset.name_of

    def order(pair: tuple[str, Spoken]) -> tuple[bool, int, str]:
        voice, spoken = pair
        return all(word.spoke != "author" for _, word in spoken), -len(spoken), name(voice).casefold()

    return sorted(found.items(), key=order)


def _voice(voice: str, spoken: Spoken, answer: Grounds, view: View) -> Iterable[Block]:
    dataset = view.dataset
    items = [word.item for _, word in spoken]
    ties = len({tie.number for tie, _ in spoken})
    on = f" on {count(ties, 'tie')}" if len(items) > 1 else ""
    told = f": {count(len(items), 'statement')}{on}"
    spots = dict.fromkeys(place for item in items for place in item.places)
    where = places(items if len(spots) <= MOST_PLACES else items[:MOST_PLACES], dataset)
    more = ", and more" if len(spots) > MOST_PLACES else ""
    stake = _stake(voice, spoken, answer, view)
    name = Run(dataset.name_of(voice), "voice")
    rest = f"]{more}; stake: {stake}" if stake else f"]{more}"
    yield Paragraph(text(name, told, " [", Run(where, "place"), rest), 0, 4)
    rows = []
    aside = [(tie, word) for tie, word in spoken if _why(tie, word, view)]
    for tie, word in aside[:MOST_ASIDE]:
        mark = mark_of(tie.seen, word.item, dataset)
        cells = (text(mark.rjust(3)), text(_short(tie, view)), text(_why(tie, word, view)))
        rows.append(Row((*cells, text(Run(places([word.item], dataset), "place")))))
    if rows:
        yield Table((), ASIDE_ROWS, tuple(rows), 1)
    if len(aside) > MOST_ASIDE:
        yield Paragraph(text(f"{len(aside) - MOST_ASIDE} more contested, claimed or hedged."), 4, 4)


def _short(tie: Numbered, view: View) -> str:
    row = tie.seen.relation
    kinds = {"intended": "plan: ", "expected": "forecast: "}
    return f"{kinds.get(row.modality, '')}{claim(row._replace(if_=''), view.dataset)}"


def _why(tie: Numbered, word: Word, view: View) -> str:
    """Why a statement is set apart: its tie is contested or claimed, or its words are hedged."""
    item = word.item
    told = []
    if tie.seen.standing in ASIDE or tie.seen.standing == "claimed":
        told.append(standing_word(tie.seen, view.dataset))
    if item.hedge:
        told.append(hedged(item))
    elif item.likelihood:
        told.append(item.likelihood.replace("-", " "))
    return ", ".join(told)


def _stake(voice: str, spoken: Spoken, answer: Grounds, view: View) -> str:
    """The voice's own signed firm ties with the actor or a whole of it."""
    actor = answer.actors[0]
    if voice not in view.dataset.actors:
        return ""
    if voice == actor.id:
        return f"it is {actor.name} itself"
    chain = view.sight.belonging.chain(actor.id, view.lens.days)
    rows: dict[str, Relation] = {}
    for _, word in spoken:
        for row in word.stakes or ():
            if not {row.from_, row.to}.isdisjoint(chain):
                rows[row.id] = row
    told = stakes_told(list(rows.values()), voice, view.sight)
    if told:
        return "; ".join(told)
    if any(word.party for _, word in spoken):
        return "a party to what it speaks of"
    return f"none towards {actor.name} in this record"


def _hanging(answer: Grounds, view: View) -> Iterable[Block]:
    falls = ranked(answer.falls)
    yield Paragraph(
        text(Run("WHAT IT HANGS ON", "heading"), ": one paragraph dropped, what falls or stands otherwise"),
        0,
        2,
    )
    rows = [Row(((), without(fall, view), text(in_numbers(fall)))) for fall in falls[:MOST_FALLS]]
    yield Table((), HANGING, tuple(rows), 1)
    if len(falls) > MOST_FALLS:
        rest = falls[MOST_FALLS:]
        at = " ".join(place_label(fall, view) for fall in rest[:8])
        yield Paragraph(text(f"Fewer: {at}{', and more' if len(rest) > 8 else ''}."), 2, 2)
    if not falls:
        yield Paragraph(text("No single paragraph: each tie has another."), 2, 2)
