"""The page of two voices: where they contradict each other, where one speaks alone, and where they agree."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Page, Paragraph, Row, Run, Table, Text, count, listing, text
from ..view import View
from .basis import document_line, title
from .compact import Piece, paragraphs
from .diff_voices import Held, Pair, Told, Voices
from .legend import mark_words, onward
from .wording import options, places, short

ALONE = (Column(width=1), Column(width=2), Column(width=0), Column("when", most=13), Column("at", most=12))
MANY = 20  # rows that are told in a line each


def page(answer: Voices, view: View, folder: str = "") -> Page:
    """Contradictions first; then what only one of the two speaks of, on which the other is silent."""
    first, second = (view.dataset.name_of(voice) for voice in (answer.first, answer.second))
    blocks: list[Block] = [
        title(f"{first} and {second}", answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Paragraph(text("A voice that is silent on a row has neither said nor denied it.")),
    ]
    if not answer.told:
        blocks += [Gap(), Paragraph(text("Neither of the two speaks of anything that is coded."))]
    blocks += _pairs(
        answer.pairs, "opposite signs", "OF OPPOSITE SIGN, on the same two actors", first, second, view
    )
    for kind, heading in (
        ("against each other", "AGAINST EACH OTHER, on one and the same row"),
        ("in two minds", "ONE OF THEM IN TWO MINDS"),
        ("both, not alike", "BOTH, BUT NOT ALIKE: in degree or in date"),
        ("aside", "ONE TAKES NO POSITION: it frames or asks"),
    ):
        held = [one for one in answer.told if one.kind == kind]
        if held:
            rows = tuple(row for one in held for row in _rows(one, first, second, view))
            blocks += [Gap(), Table((Run(heading, "heading"),), ALONE, rows)]
    heading = "ON THE SAME TWO, ANOTHER PROPOSITION: no answer to each other"
    blocks += _pairs(answer.pairs, "another proposition", heading, first, second, view)
    for kind, name, other in (("first only", first, second), ("second only", second, first)):
        held = [one for one in answer.told if one.kind == kind]
        head = text(Run(f"ONLY {name.upper()}", "heading"), f"; silent: {other}")
        if len(held) > MANY:
            blocks += [
                Gap(),
                Paragraph(head),
                *paragraphs(_piece(one, kind == "first only", view) for one in held),
            ]
        elif held:
            rows = tuple(_alone(one, one.first if kind == "first only" else one.second, view) for one in held)
            blocks += [Gap(), Table(head, ALONE, rows)]
    agreed = [one for one in answer.told if one.kind == "both"]
    if agreed:
        blocks += [
            Gap(),
            Table((Run("BOTH ALIKE", "heading"),), ALONE, tuple(_agreed(one, view) for one in agreed)),
        ]
    if answer.silent:
        blocks += [Gap(), Paragraph(text(f"Both are silent on {count(answer.silent, 'row')} more."))]
    if marks := mark_words({one.mark for one in answer.told if one.mark}, view):
        blocks += [Gap(), Paragraph((Run(f"{'; '.join(marks)}.", "dim"),))]
    lens = options(view.lens, view.dataset, folder)
    lines = [
        (f"all of {name}", f"actorgraph list relations --says {voice}{lens}")
        for name, voice in (("the one", answer.first), ("the other", answer.second))
    ]
    return (*blocks, Gap(), onward(lines))


def _pairs(
    found: Sequence[Pair], kind: str, heading: str, first: str, second: str, view: View
) -> Iterable[Block]:
    rows = []
    for one in found:
        if one.kind != kind:
            continue
        rows.append(Row(((), (), text(listing([view.dataset.name_of(end) for end in one.ends])), (), ())))
        rows += [_line(told, told.first, first, view) for told in one.first]
        rows += [_line(told, told.second, second, view) for told in one.second]
    if rows:
        yield Gap()
        yield Table((Run(heading, "heading"),), ALONE, tuple(rows))


def _piece(told: Told, first: bool, view: View) -> Piece:
    held = told.first if first else told.second
    at = places(held.items, view.dataset)
    if told.row == "event":
        return Piece("", "", told.name, _degree(held, view).removeprefix(", "), at)
    if told.row == "fact":
        return Piece(told.mark, told.name, f"{told.what}{_degree(held, view)}", "", at)
    words = told.words.removeprefix(told.what).lstrip(", ")
    return Piece(told.mark, told.what, told.name, f"{words}{_degree(held, view)}".lstrip(", "), at)


def _line(told: Told, held: Held, voice: str, view: View) -> Row:
    words = text("   ", Run(voice, "voice"), f": {told.words}{_degree(held, view)}")
    return Row(((), _mark(told), words, _when(held), _at(held, view)))


def _rows(told: Told, first: str, second: str, view: View) -> Iterable[Row]:
    yield Row(((), _mark(told), text(_named(told)), (), ()))
    for voice, held in ((first, told.first), (second, told.second)):
        words = text("   ", Run(f"{_verbs(held, view)} by ", "contested"), Run(voice, "voice"), _gist(held))
        yield Row(((), (), words, _when(held), _at(held, view)))


def _alone(told: Told, held: Held, view: View) -> Row:
    verb = _degree(held, view)
    return Row(((), _mark(told), text(f"{_named(told)}{verb}"), _when(held), _at(held, view)))


def _agreed(told: Told, view: View) -> Row:
    verb = _degree(told.first, view)
    at = places((*told.first.items, *told.second.items), view.dataset)
    words = text(f"{_named(told)}{verb}")
    return Row(((), _mark(told), words, _when(told.first), text(Run(at, "place"))))


def _named(told: Told) -> str:
    return ": ".join(filter(None, [told.name, told.words]))


def _verbs(held: Held, view: View) -> str:
    stances = view.dataset.vocabulary.words["stances"]
    return " and ".join(stances[one]["own"] for one in held.stances)


def _degree(held: Held, view: View) -> str:
    return "" if held.stances == ("supports",) else f", {_verbs(held, view)}"


def _gist(held: Held) -> str:
    gists = dict.fromkeys(item.gist for item in held.items if item.gist)
    return f": {'; '.join(gists)}" if gists else ""


def _when(held: Held) -> Text:
    return text(Run(short(held.when), "dim")) if held.when else ()


def _at(held: Held, view: View) -> Text:
    return text(Run(places(held.items, view.dataset), "place"))


def _mark(told: Told) -> Text:
    role = {"?": "contested", "~": "open"}.get(told.mark[:1], "")
    role = role or {"-": "hostile", "+": "cooperative"}.get(told.mark, "")
    return text(Run(told.mark.rjust(2), role)) if told.mark else ()
