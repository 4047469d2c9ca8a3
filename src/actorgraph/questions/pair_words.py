"""The state of a pair in a sentence, of a blank which kind it is; documents, coders, and names as a shell takes them."""

from collections.abc import Iterable, Sequence

from ..model import Coverage
from ..page import Block, Paragraph, Run, Text, count, listing, text
from ..pair import State, cell
from ..sight import Seen
from ..view import View
from . import cant_tell
from .legend import mark_words
from .statements import mark_of, not_yet
from .warrant import standing_word
from .why import ANSWERS, Grounds


def state_line(answer: Grounds, view: View) -> Text:
    """What the pair reads, of how many ties of which standing, and what the lens hides."""
    own = [tie.seen for tie in answer.ties if not tie.part]
    sentences = [f"{_state(answer, own, view)}."]
    if answer.recorded and answer.recorded != answer.state:
        sentences.append(f"In the record, without the what-if: {_name(answer.recorded)}.")
    parts = len(answer.ties) - len(own)
    through = f"{count(parts, 'tie')} through parts" if parts else ""
    untimed = cant_tell.ties(view, *(actor.id for actor in answer.actors))
    if untimed:
        sentences.append(cant_tell.sentence(untimed, answer.basis.lens))
        sentences.append(f"By standing: {standings(own, view)}{f'; {through}' if parts else ''}.")
    elif own:
        more = f"; {through}" if parts else ""
        sentences.append(f"{count(len(own), 'tie')} of the two: {standings(own, view)}{more}.")
    elif parts:
        sentences.append(f"{through}.")
    if own and own[0].answer and not untimed:
        answers = [f"{number} {one}" for one in ANSWERS if (number := sum(row.answer == one for row in own))]
        sentences.append(f"Asked {asked(answer)}: {', '.join(answers)}.")
    if answer.hidden and own:
        are = "is" if answer.hidden == 1 else "are"
        sentences.append(f"{answer.hidden} more {are} hidden by the lens ({listing(answer.basis.lens)}).")
    if len(own) > 2:
        days = "Those that reach the days asked stand first, firm ones before others."
        plain = "Firm ones stand first, then those that leave the pair unsettled."
        sentences.append(days if own[0].answer else plain)
    return text(" ".join(sentences))


def asked(answer: Grounds) -> str:
    """The days of the lens in words."""
    return " and ".join(word for word in answer.basis.lens if word.startswith(cant_tell.ASKED))


def _state(answer: Grounds, own: Sequence[Seen], view: View) -> str:
    found = answer.state
    assert found is not None
    told = found.name
    if told == "linked":
        told += f", neither friend nor foe by that: {_nouns(own, 'linked', view)}"
    elif told == "unsettled":
        told += ", nothing firm is known between the two"
    elif told == "assessed none":
        told += f", of {_nouns(own, 'none', view)}"
    elif told == "ended" and not own and view.lens.suppose:
        told += ": the what-if ends each tie of the two that this lens leaves"
    elif told in _BLANKS:
        told += f"; {_BLANKS[told]}"
        if told.startswith("hidden"):
            told += f": {count(answer.hidden, 'tie')} ({listing(answer.basis.lens)})"
    elif told == "not coded":
        told += f"; {_searched(view.dataset.about.coverage)}"
    elif told == "unknown":
        told += _unknown(own)
    if aimed(own, view):
        told += " by an aim alone, which is held; what it aims at is not (yet) a fact"
    if found.about:
        told += ", and that only possibly on the days asked"
    if found.corner:
        told += ", with unsettled ties beside it"
    return told


def aimed(own: Sequence[Seen], view: View) -> bool:
    """Whether all that makes the two friend or foe is an aim of one: held, and not reached."""
    firm = [row for row in own if row.answer in (None, "certainly", "possibly")]
    signed = [row for row in firm if cell(row, view.sight) == "firm"]
    return bool(signed) and all(not_yet(row, view.dataset) for row in signed)


def _name(found: State) -> str:
    maybe = ", and that only possibly on the days asked" if found.about else ""
    return f"{found.name}{maybe}{', with unsettled ties beside it' if found.corner else ''}"


_BLANKS = {
    "hidden": "what is coded of the two is all hidden by the lens",
    "ended": "each tie of the two was over by then",
    "not yet": "each tie of the two begins later",
}


def _unknown(own: Sequence[Seen]) -> str:
    if own:
        return " on the days asked"
    return "; no tie of the two is coded, and no search that covers both is declared"


def _searched(coverage: Coverage | None) -> str:
    where = listing(coverage.sources) if coverage and coverage.sources else "the sources"
    days = f" for {coverage.period.text}" if coverage and coverage.period else ""
    return f"a search of {where}{days} found no tie of the two, which is no finding that there is none"


def _nouns(own: Sequence[Seen], kind: str, view: View) -> str:
    rows = [row for row in own if cell(row, view.sight) == kind]
    return listing(list(dict.fromkeys(view.dataset.type_of(row.relation).noun for row in rows)))


def standings(own: Sequence[Seen], view: View) -> str:
    """How many ties of which standing; plans and forecasts apart."""
    apart = {"intended": "planned", "expected": "forecast"}
    words = [apart.get(row.relation.modality) or standing_word(row, view.dataset) for row in own]
    order = sorted(dict.fromkeys(words), key=lambda word: -words.count(word))
    return words[0] if len(own) == 1 else ", ".join(f"{words.count(word)} {word}" for word in order)


def documents(answer: Grounds) -> str:
    """`1 document [M] Asfandyar Mir, USIP`; of many the first three."""
    name, label = answer.dataset.name_of, answer.dataset.label_of
    told = []
    for source in answer.basis.sources[:3]:
        by = ", ".join(name(voice) for voice in (source.author, source.publisher) if voice)
        told.append(f"[{label(source.id)}] {by}")
    more = [f"{len(answer.basis.sources) - 3} more"] if len(answer.basis.sources) > 3 else []
    return f"{count(len(answer.basis.sources), 'document')} {listing([*told, *more])}".strip()


def hands(answer: Grounds) -> Iterable[Block]:
    coded = listing(answer.coded) or "not recorded"
    read = listing(answer.reviewed) or "not recorded"
    yield Paragraph(text(f"Coded by: {coded}. Second reader: {read}."), 0, 2)


def marks_of(answer: Grounds, view: View) -> Iterable[Block]:
    """The legend of the marks on the page, but for those that any reader knows."""
    marks = {mark_of(tie.seen, None, view.dataset) for tie in answer.ties}
    yield Paragraph(text(Run(f"{'; '.join(mark_words(marks, view))}.", "dim")))
