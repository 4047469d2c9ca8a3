"""The page of two actors compared: between them, side by side, third parties, one only, how alike, what it hangs on."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

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
    Text,
    count,
    headed,
    listing,
    text,
)
from ..sight import Seen
from ..view import View
from . import cant_tell, unshown
from .basis import document_line, title
from .compare import Between, Comparison
from .contest import contest_rows
from .in_short import contested
from .legend import mark_words, onward
from .rows import SECTIONS, TIES, fact_text, fact_when, tie_rows
from .show import Fact
from .statements import Statement, mark_of, not_yet
from .third_rows import alone_blocks, hinge_blocks, likeness, third_blocks
from .wording import bracketed, options, places, short, typed


def page(answer: Comparison, view: View, folder: str = "") -> Page:
    """All that is coded of the two beside each other."""
    one, other = answer.actors
    (pair,) = answer.between
    blocks: list[Block] = [title(f"{one.name} and {other.name}", answer.basis), *basis_lines(answer, view)]
    blocks += [Gap(), *_in_short(answer, pair, view), *between_blocks(answer, pair, view)]
    blocks += _side_by_side(answer, pair, view)
    blocks += third_blocks(answer, view)
    blocks += alone_blocks(answer, view)
    blocks += [Gap(), likeness(answer, view), *hinge_blocks(answer, view)]
    marks = {tie.mark for tie in (*pair.own, *pair.parts)}
    marks |= {
        mark_of(row, None, view.dataset) for third in answer.thirds for leg in third.legs for row in leg
    }
    if words := mark_words(marks, view):
        blocks += [Gap(), Paragraph(text(Run("; ".join(words) + ".", "dim")))]
    names = f"{typed(one)} {typed(other)}"
    line = f"actorgraph why {names}{options(view.lens, view.dataset, folder)}"
    lines = [("every word", line)]
    if _untimed(pair, view):
        lines.insert(0, cant_tell.line(view, one.id, other.id, folder))
    elif unshown.ties(view, one.id, other.id):
        line = f"actorgraph compare {names}{options(PLAIN, view.dataset, folder)}"
        lines.insert(0, ("without lens", line))
    return (*blocks, Gap(), onward(lines))


def basis_lines(answer: Comparison, view: View) -> Iterable[Block]:
    """The documents, and who else speaks on the ties compared."""
    yield Paragraph(document_line(answer.basis, view))
    own = {source.own for source in answer.basis.sources}
    said = [tie.item for pair in answer.between for tie in (*pair.own, *pair.parts) if tie.item]
    voices = list(dict.fromkeys(view.dataset.name_of(item.says) for item in said if item.says not in own))
    if voices:
        speak = "speaks" if len(voices) == 1 else "speak"
        yield Paragraph(text(f"Other voices that {speak} there: {listing(voices)}."))


def between_blocks(answer: Comparison, pair: Between, view: View) -> list[Block]:
    """The ties of the two by family, plans apart; then through their parts; then what is contested."""
    blocks: list[Block] = []
    for heading, ties in (("BETWEEN THEM", pair.own), ("THROUGH THEIR PARTS", pair.parts)):
        rows: list[Row | Group | Paragraph] = []
        for section, words in SECTIONS:
            held = [_directed(tie, view) for tie in ties if tie.section == section]
            if held:
                rows += [Group(text(f" {words}")), *tie_rows(sorted(held, key=lambda tie: tie.name))]
        if rows:
            blocks += [Gap(), Table(headed(heading), TIES, tuple(rows))]
    aside = [tie for tie in (*pair.own, *pair.parts) if tie.section == "contested"]
    if aside:
        columns = (Column(width=3), Column(width=0), TIES[3], TIES[4])
        blocks += [
            Gap(),
            Table(headed("CONTESTED, DOUBTED, ASKED"), columns, tuple(contest_rows(aside, view))),
        ]
    if not blocks:
        hidden = len(unshown.ties(view, pair.one, pair.other))
        told = f"none left by the lens, {hidden} hidden by it" if hidden else pair.state.name
        blocks += [Gap(), Paragraph(text(Run("BETWEEN THEM", "heading"), f": {told}"))]
    if untimed := _untimed(pair, view):
        blocks += cant_tell.listed(untimed, view)
    elif pair.other_days:
        elsewhere = count(pair.other_days, "tie")
        blocks.append(Paragraph(text(f"{elsewhere} of the two on other days, or not known on these."), 1, 1))
    return blocks


def _untimed(pair: Between, view: View) -> list[Seen]:
    """The ties of the two, where no date of theirs reaches the days asked."""
    return cant_tell.ties(view, pair.one, pair.other)


def _directed(tie: Statement, view: View) -> Statement:
    """The statement under who does it to whom instead of the other end's name."""
    name = view.dataset.name_of
    row = tie.seen
    both = view.dataset.type_of(row.relation).symmetric
    ends = f"{name(row.from_)} and {name(row.to)}" if both else f"{name(row.from_)} > {name(row.to)}"
    return tie._replace(link="", name=ends)


def _in_short(answer: Comparison, pair: Between, view: View) -> Iterable[Block]:
    """Templates filled from groups: sign by direction, deeds, plans, what is contested, third parties."""
    yield Paragraph(headed("IN SHORT"))
    for sentence in (*_signs(answer, pair, view), *_open(pair, view)):
        yield Paragraph(sentence, 2, 4)
    for sentence in contested([tie for tie in (*pair.own, *pair.parts) if tie.section == "contested"], view):
        yield Paragraph(sentence, 2, 4)
    for reading, words in (
        ("opposite", "Opposite signs"),
        ("same", "The same sign"),
        ("mixed", "Both signs"),
    ):
        names = [
            f"{view.dataset.name_of(one.party)}{' (what if)' if one.supposed else ''}"
            for one in answer.thirds
            if one.reading == reading
        ]
        if names:
            yield Paragraph(text(f"{words} on a common date towards: {listing(names)}."), 2, 4)
    if untimed := _untimed(pair, view):
        yield Paragraph(text(cant_tell.sentence(untimed, answer.basis.lens)), 2, 4)
    elif hidden := unshown.ties(view, pair.one, pair.other):
        yield Paragraph(text(unshown.sentence(hidden, view, answer.basis.lens)), 2, 4)
    elif not pair.own and not pair.parts:
        yield Paragraph(
            text(
                f"No tie of the two {'on these days' if pair.other_days else 'is coded'}: {pair.state.name}."
            ),
            2,
            4,
        )


def _signs(answer: Comparison, pair: Between, view: View) -> Iterable[Text]:
    one, other = answer.actors
    for sign, word in (("-", "Hostile"), ("+", "Cooperative")):
        ties = [
            tie for tie in pair.own if tie.seen.firm and view.dataset.type_of(tie.seen.relation).sign == sign
        ]
        ties = [tie for tie in ties if tie.section != "supposed"]
        ties = [tie for tie in ties if tie.item and not not_yet(tie.seen, view.dataset)]
        deeds = [tie for tie in ties if view.dataset.type_of(tie.seen.relation).kind == "act"]
        held = [tie for tie in ties if tie not in deeds]
        for group, lead in ((held, word), (deeds, f"{word} deeds")):
            if group:
                ways = _ways(group, one.id, view)
                said = {"both": "in both directions", "out": f"by {one.name}", "in": f"by {other.name}"}[ways]
                nouns = dict.fromkeys(view.dataset.type_of(tie.seen.relation).noun for tie in group)
                yield text(
                    f"{lead} {said}: {listing(list(nouns))} ",
                    bracketed([tie.item for tie in group if tie.item], view.dataset),
                    ".",
                )


def _ways(ties: Sequence[Statement], one: str, view: View) -> str:
    both = any(view.dataset.type_of(tie.seen.relation).symmetric for tie in ties)
    out = any(tie.seen.from_ == one for tie in ties)
    back = any(tie.seen.to == one for tie in ties)
    return "both" if both or (out and back) else "out" if out else "in"


def _open(pair: Between, view: View) -> Iterable[Text]:
    for lead, ties in (
        ("Held as an aim", [tie for tie in pair.own if tie.item and tie.section.endswith(" aim")]),
        ("Not (yet) a fact", [tie for tie in pair.own if tie.item and tie.section.endswith("open")]),
        ("What if, not in the record", [tie for tie in pair.own if tie.section == "supposed"]),
    ):
        if not ties:
            continue
        said = dict.fromkeys(
            f"{view.dataset.type_of(tie.seen.relation).noun} "
            + (
                "of both"
                if view.dataset.type_of(tie.seen.relation).symmetric
                else f"by {view.dataset.name_of(tie.seen.from_)}"
            )
            for tie in ties
        )
        items = [tie.item for tie in ties if tie.item]
        place: list[str | Run] = [" ", bracketed(items, view.dataset)] if items else []
        yield text(f"{lead}: {'; '.join(said)}", *place, ".")


def _side_by_side(answer: Comparison, pair: Between, view: View) -> list[Block]:
    """Differences that a source states itself, apart from statements that only stand side by side here."""
    one, other = answer.actors
    stated = [tie for tie in pair.own if tie.item and contrast(tie, view)]
    blocks: list[Block] = []
    rows: list[Row | Group | Paragraph] = [
        Row(((Run("  ="),), tie.text, text(Run(short(tie.when), "dim")), text(Run(tie.at, "place"))))
        for tie in stated
    ]
    if rows:
        columns = (Column(width=3), Column(width=0), TIES[3], TIES[4])
        blocks += [
            Gap(),
            Table(
                text(Run("SIDE BY SIDE", "heading"), ", as a source itself sets them"), columns, tuple(rows)
            ),
        ]
    aligned = list(aligned_rows(answer.facts, view))
    if aligned:
        columns = (Column(width=1), Column(most=13), Column(one.name, width=0), Column(other.name, width=0))
        head = text(Run("SIDE BY SIDE", "heading"), ", statements made apart and aligned here")
        blocks += [Gap(), Paragraph(head), Table((), columns, tuple(aligned))]
    return blocks


def contrast(tie: Statement, view: View) -> bool:
    """Whether the text itself sets the two against each other: an attitude of both, without a sign."""
    type_ = view.dataset.type_of(tie.seen.relation)
    return type_.symmetric and type_.sign == "0" and type_.kind == "attitude" and tie.section != "contested"


def aligned_rows(facts: Sequence[Sequence[Fact]], view: View) -> Iterable[Row]:
    """A row a topic: what is said of each under it; `not coded` where only others have it."""
    kinds = list(view.dataset.vocabulary.traits)
    for kind in kinds:
        held = [[fact for fact in of_one if fact.trait.trait == kind] for of_one in facts]
        if not any(held):
            continue
        label = view.dataset.vocabulary.traits[kind].label
        topics = dict.fromkeys(fact.trait.on for of_one in held for fact in of_one)
        shared = [on for on in topics if all(any(fact.trait.on == on for fact in of_one) for of_one in held)]
        rest = [[fact for fact in of_one if fact.trait.on not in shared] for of_one in held]
        groups = [[[fact for fact in of_one if fact.trait.on == on] for of_one in held] for on in shared]
        for group in [*groups, rest]:
            for number, row in enumerate(zip_longest(*group)):
                empty = "not coded" if number == 0 and not shared else ""
                yield Row(((), text(label), *(_fact(fact, empty, view) for fact in row)))
                label = ""


def _fact(fact: Fact | None, empty: str, view: View) -> Text:
    if fact is None:
        return (Run(empty, "dim"),)  # not (), or the cell before it would run on into this column
    open_ = fact.trait.modality != "actual" or (fact.item is not None and fact.item.stance == "suggests")
    when = short(fact_when(fact))
    at = places([fact.item], view.dataset) if fact.item else ""
    return text(
        "~ " if open_ else "",
        *fact_text(fact, view),
        Run(f", {when}" if when else "", "dim"),
        Run(f" {at}", "place"),
    )
