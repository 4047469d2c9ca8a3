"""Beside the paths: what was left out with its reason, and of "no path" which kind of no it is."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Group, Paragraph, Row, Run, Table, Text, count, listing, text
from ..sight import Seen
from ..view import View
from . import cant_tell
from .left_out import CLASSES
from .no_path import OVER, No, searched
from .path import Paths
from .path_words import ends, marked
from .statements import mark_of
from .warrant import dated, standing_word
from .wording import claim, held_by, places, short

LEFT = (Column(width=2), Column(width=2), Column(width=0), Column(most=9))
NO = (Column(width=1), Column(most=22), Column(width=3), Column(width=0))
MOST = 6
LABELS = {
    "assessed-none": "assessed none",
    "searched": "searched, none found",
    "not-coded": "not coded",
    "contested": "only contested ties",
    "undated": "not known on that day",
    "lens": "cut by the question",
}


def left_blocks(answer: Paths, view: View) -> list[Block]:
    """The classes of what was left out, each with its reason; empty ones are not printed."""
    rows: list[Row | Group | Paragraph] = []
    told = {row.relation.id for no in answer.no for row in no.rows}
    for name, words in CLASSES:
        held = [row for row in answer.left.rows.get(name, ()) if row.relation.id not in told]
        if held:
            rows += [Group(text(f" {words}"))]
            lines = list(_taken(answer, held, view) if name == "avoided" else _lines(held, answer, view))
            more = len(lines) - MOST + answer.left.more.get(name, 0)
            rows += lines[:MOST]
            rows += [Paragraph(text(f"{more} more of these."), 5, 5)] if more > 0 else []
    if answer.left.apart:
        rows += [Group(text(" kept apart, as coded")), *_apart(answer, view)]
    if answer.left.hidden:
        lens = listing(answer.basis.lens)
        hidden = f"{count(answer.left.hidden, 'tie')} of the two hidden by the lens ({lens})."
        rows += [Paragraph(text(f" {hidden}"), 0, 2)]
    return [Gap(), Table(text(Run("LEFT OUT", "heading")), LEFT, tuple(rows), 1)] if rows else []


def _lines(rows: Sequence[Seen], answer: Paths, view: View) -> Iterable[Row]:
    """Each tie with both names, who holds what about it, and where."""
    dataset = view.dataset
    for row in rows:
        kind = {"intended": "planned: ", "expected": "a forecast: "}.get(row.relation.modality, "")
        words: list[str | Run] = [f"{kind}{claim(row.relation, dataset)}"]
        if row.standing not in ("corroborated", "undisputed"):
            held = dict.fromkeys(" ".join(held_by(item, dataset)) for item in row.place.made_by)
            words.append(f": {', '.join(held)}" if held else ": no evidence")
        when = short(dated(row))
        words.append(f", {when}" if when != "undated" else "")
        items = [*row.items]
        if leads := answer.left.beside.get(row.relation.id):
            words.append(f"; the other step: {ends(leads, leads.from_, view)}")
            words.append(f" ({dataset.type_of(leads.relation).noun})")
            items += leads.items
        cells = (text(*words), text(Run(places(items, dataset), "place")))
        yield Row(((), marked(mark_of(row, None, dataset)), *cells))


def _taken(answer: Paths, rows: Sequence[Seen], view: View) -> Iterable[Row]:
    """What --avoid took: the shortest path first, then the ties by pair."""
    dataset = view.dataset
    if answer.cut:
        steps = ", ".join(
            f"{ends(step.told, step.a, view)} ({dataset.type_of(step.told.relation).noun})"
            for step in answer.cut.steps
        )
        when = f"; {answer.cut.window.text}" if answer.cut.window else ""
        items = [item for step in answer.cut.steps for item in step.told.items]
        lead = f"without --avoid: {steps}{when}"
        yield Row(((), (), text(lead), text(Run(places(items, dataset), "place"))))
    pairs: dict[tuple[str, str, str], list[Seen]] = {}
    for row in rows:
        one, other = sorted((row.from_, row.to))
        pairs.setdefault((one, other, mark_of(row, None, dataset)), []).append(row)
    for (one, other, mark), held in pairs.items():
        nouns = listing(list(dict.fromkeys(dataset.type_of(row.relation).noun for row in held)))
        names = f"{dataset.name_of(one)} and {dataset.name_of(other)}"
        items = [item for row in held for item in row.items]
        yield Row(((), marked(mark), text(f"{names}: {nouns}"), text(Run(places(items, dataset), "place"))))


def _apart(answer: Paths, view: View) -> Iterable[Row]:
    """Two actors of near names: the ties of the one are not those of the other."""
    dataset = view.dataset
    name = dataset.name_of
    for apart in answer.left.apart:
        partners: dict[str, dict[str, None]] = {}
        for row in apart.rows:
            noun = dataset.type_of(row.relation).noun + ("" if row.firm else f" ({_weak(row, view)})")
            partners.setdefault(row.other(apart.actor), {})[noun] = None
        ties = "; ".join(f"with {name(other)}: {', '.join(nouns)}" for other, nouns in partners.items())
        words = f"{name(apart.end)} and {name(apart.actor)} are two actors; {name(apart.actor)} {ties}"
        items = [item for row in apart.rows for item in row.items]
        yield Row(((), (), text(words), text(Run(places(items, dataset), "place"))))


def _weak(row: Seen, view: View) -> str:
    """Why a tie is no firm fact, in a word or two."""
    apart = {"intended": "planned", "expected": "a forecast"}
    return apart.get(row.relation.modality) or standing_word(row, view.dataset)


def kinds_of_no(answer: Paths, view: View) -> Iterable[Block]:
    """All kinds in their order, yes or no, with what shows it; then what a hurried reader must not write."""
    a, b = answer.a.name, answer.b.name
    day = " on the days asked" if view.lens.dated else ""
    stopped = "No path was found before the search was stopped: there are more ways than could be looked at."
    yield Paragraph(text(stopped if answer.stopped else f"No path is known{day}."))
    if untimed := cant_tell.ties(view, answer.a.id, answer.b.id):
        yield Paragraph(text(cant_tell.sentence(untimed, answer.basis.lens)))
        yield from cant_tell.listed(untimed, view)
    yield Gap()
    rows = [
        Row(((), text(LABELS[no.name]), text(Run("yes" if no.so else "no", "name" if no.so else "")), words))
        for no in answer.no
        if (words := _why(no, answer, view)) is not None
    ]
    yield Table(text(Run("WHICH KIND OF NO", "heading")), NO, tuple(rows))
    yield Gap()
    both = _between(answer)
    lead = (
        f"That both have ties with {view.dataset.name_of(both)} makes no tie between them. " if both else ""
    )
    yield Paragraph(text(f'{lead}This answer does not support "{a} and {b} have no relation".'))


def _between(answer: Paths) -> str:
    """The actor in the middle of a path of two steps that is not known on the days asked."""
    rows = next((no.rows for no in answer.no if no.name == "undated"), ())
    if len(rows) != 2:
        return ""
    shared = {rows[0].from_, rows[0].to} & {rows[1].from_, rows[1].to}
    return min(shared) if len(shared) == 1 else ""


def _why(no: No, answer: Paths, view: View) -> Text:
    if no.name == "assessed-none":
        said = "no voice says that there is none"
        return text(f"{_shown(no.rows, view)}" if no.so else said)
    if no.name == "searched":
        return text(_search(no, answer, view))
    if no.name == "not-coded":
        return text(_coded(no, answer, view))
    if no.name == "contested":
        return text(
            f"no firm path, only: {_claims(no.rows, view)}"
            if no.so
            else "ties that are no firm facts make no path either"
        )
    if no.name == "undated":
        if not view.lens.dated:
            return text("no day was asked")
        lead = f"a path of {count(len(no.rows), 'step')} with no date that reaches that day: "
        if not no.so:
            return text(_not_unknown(answer))
        claimed = "what is claimed above has no date that reaches that day"
        return text(lead + _shown(no.rows, view) if all(row.firm for row in no.rows) else claimed)
    if not no.so:
        alone = f"nothing was asked that cuts, and {OVER} finds none either"
        return text("no path is found without any one of the options" if answer.basis.lens else alone)
    options = [option for option in no.options if option != OVER]
    told = [f"without {listing(options, 'or')} a path is found"] if options else []
    if OVER in no.options:
        told.append(f"{OVER} finds one, by way of people or mere voices")
    return text("; ".join(told))


def _not_unknown(answer: Paths) -> str:
    """Why the day leaves nothing open: it cuts a path off, or there is none on any day."""
    days = ("--on ", "--during ", "--throughout ")
    if any(option.startswith(days) for one in answer.no for option in one.options):
        return "each path has a step that was certainly not then"
    return "no firm path is coded for any other day either"


def _search(no: No, answer: Paths, view: View) -> str:
    found = view.dataset.about.coverage
    if found is None:
        return "the data set declares no search"
    left = searched(view, answer.a.id, answer.b.id)
    if not left:
        return "no source of the declared search is left by the lens"
    if not no.so:
        tied = any(answer.b.id in (row.from_, row.to) for row in view.relations(answer.a.id))
        return (
            "a tie of the two is coded"
            if tied
            else "the declared search does not cover both, or not these days"
        )
    where = listing(left) or "the sources"
    days = f" for {found.period.text}" if found.period and not view.lens.chooses else ""
    return f"a search of {where}{days} is declared and found no direct tie, which is no finding that there is none"


def _coded(no: No, answer: Paths, view: View) -> str:
    told = []
    for actor in (answer.a, answer.b):
        number = len(view.relations(actor.id))
        told.append(f"{actor.name} stands in {count(number, 'tie') if number else 'no tie at all'}")
    direct = "no direct tie" if no.so else "a direct tie is coded, but none that is a step"
    return f"{direct}; {', '.join(told)}"


def _shown(rows: Sequence[Seen], view: View) -> str:
    dataset = view.dataset
    return ", ".join(
        f"{ends(row, row.from_, view)} ({dataset.type_of(row.relation).noun}, {short(dated(row))}) "
        f"[{places(row.items, dataset)}]"
        for row in rows
    )


def _claims(rows: Sequence[Seen], view: View) -> str:
    dataset = view.dataset
    words = dataset.vocabulary.words["standing"]
    return "; ".join(
        f"{claim(row.relation, dataset)}, {words[row.standing].get('page') or row.standing} "
        f"[{places(row.items, dataset)}]"
        for row in rows[:MOST]
    )


def no_sign(answer: Paths, view: View) -> str:
    """Where it is said how the two stand: in their direct ties that have a sign, or nowhere here."""
    a, b = answer.a.name, answer.b.name
    direct = answer.groups[0].paths[0] if answer.groups and answer.groups[0].steps == 1 else None
    if direct and any(view.dataset.type_of(row.relation).sign != "0" for row in direct.steps[0].rows):
        return f"No sign is carried along a path: how {a} and {b} stand to each other is said by A alone."
    return f"No sign is carried along a path: nothing here says how {a} and {b} stand to each other."
