"""The page of a grid: ten columns at a time, what its marks mean, and each coded cell in words with its places."""

from collections.abc import Iterable, Sequence

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
    listing,
    plain,
    text,
)
from ..sight import Seen
from ..text import width
from ..view import View
from .basis import document_line, title
from .matrix import Cell, Matrix, live, mutual, row_mark
from .tie_words import tie_words
from .wording import places

ACROSS = 10  # columns of five cells beside a name, in 80
MANY = 40
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def page(answer: Matrix, view: View) -> Page:
    """The grid, the marks that occur, the cells in words, and who is left out."""
    blocks: list[Block] = [
        title("Friend and foe, row towards column", answer.basis),
        Paragraph(document_line(answer.basis, view)),
        Paragraph(text(" ".join(_opening(answer, view)))),
    ]
    blocks += _grids(answer)
    if answer.actors:
        blocks += [Gap(), *(Paragraph(line, 0, 2) for line in _legend(answer))]
        blocks += _words(answer, view)
    if answer.left_out:
        blocks += [Gap(), Paragraph(text(_left_out(answer, view)))]
    return tuple(blocks)


def letters(number: int) -> str:
    """The letters a to z, then aa, ab and so on."""
    return letters(number // 26 - 1) + ALPHABET[number % 26] if number >= 26 else ALPHABET[number]


def _opening(answer: Matrix, view: View) -> Iterable[str]:
    kinds = view.dataset.vocabulary.kinds
    for asked in sorted(view.lens.kind or ()):
        below = [
            k.many
            for k in kinds.values()
            if k.name != asked and view.dataset.vocabulary.is_kind(k.name, asked)
        ]
        others = [many for many in dict.fromkeys(below) if many != kinds[asked].many]
        if others:
            yield f"{kinds[asked].one.capitalize()} takes in {listing(others)}."
    if not answer.actors and not answer.left_out:
        yield "No actor of these kinds: communities, persons and segments are placed in no camp."
        return
    if answer.day is None:
        yield "Nothing here is dated, so no day is asked and every tie counts."
    elif answer.chosen:
        yield f"Day: {answer.day.text}, the last one evidenced; another: --on DATE."
    else:
        yield f"{'Days' if '/' in answer.day.text else 'Day'}: {answer.day.text}, as asked."
    if len(answer.actors) > MANY:
        yield f"{len(answer.actors)} actors are more than one can take in; fewer: --kind, --family, --standing firm."


def _grids(answer: Matrix) -> Iterable[Block]:
    ids = [actor.id for actor in answer.actors]
    marks = {(one.row, one.column): one for one in answer.cells}
    names = [
        text(f"{letters(number):>2} ", Run(actor.name, "name")) for number, actor in enumerate(answer.actors)
    ]
    blocks = -(-len(ids) // ACROSS)
    across = -(-len(ids) // blocks) if blocks else 0  # 11 columns stand as 6 and 5, not as 10 and 1
    for start in range(0, len(ids), across or 1):
        some = range(start, min(start + across, len(ids)))
        widest = max(width(plain(name)) for name in names) + 1
        fits = widest + 5 * len(some) <= 60
        columns = [
            Column(width=widest if fits else 0),
            *(Column(f"  {letters(number)}", 5) for number in some),
        ]
        rows = []
        for name, one in zip(names, ids, strict=True):
            cells = [
                _shown(marks[one, ids[number]]) if one != ids[number] else text("  #") for number in some
            ]
            rows.append(Row((name, *cells)))
        yield Gap()
        yield Table((), tuple(columns), tuple(rows), gap=0)


def _shown(one: Cell) -> Text:
    """The mark with its sign in the third of five cells."""
    if one.mark.startswith("if"):
        return text(Run(one.mark, "open"))
    bare = one.mark.strip("()")
    aside, hoped = one.mark.startswith("("), bare.startswith("~")
    lead = f"{'(' if aside else ''}{'~' if hoped else ''}".rjust(2)
    rest = bare.removeprefix("~") + (")" if aside else "")
    role = {"-": "hostile", "+": "cooperative", "?": "contested"}.get(
        bare[:1], "open" if bare[:1] == "~" else ""
    )
    return text(Run(lead + rest, "dim" if aside or bare in (".", "_", "h") else role))


def _legend(answer: Matrix) -> Iterable[Text]:
    """What the marks in the grid mean, only those that occur."""
    marks = [one.mark.removeprefix("if") for one in answer.cells]
    used = set("".join(marks))
    families = answer.sight.dataset.vocabulary.families.values()
    words = {one.mark: one.heading for one in families} | {"0": "assessed, and none found", "#": "itself"}
    told = [f"{mark} {said}" for mark, said in words.items() if mark in used or mark == "#"]
    if any("-+" in mark for mark in marks):
        told.append("-+ both signs, told below")
    yield text(Run("; ".join(told) + ".", "dim"))
    told = []
    if "~" in used:
        told.append(
            "~ in front: no fact, or not for certain on that day (plan, forecast, possible; of an aim, what it aims at)"
        )
    if any(len(mark.strip("()")) > 1 and mark.strip("()").endswith("~") for mark in marks):
        told.append("~ behind: such a tie beside it")
    if "?" in used:
        part = ", or said of a part only" if answer.sight.lens.roll_up else ""
        told.append(
            f"? contested, doubted, asked or claimed by a party{part}; behind a sign: such a tie beside it"
        )
    if "(" in used:
        told.append("( ) not on that day: earlier, later or undated")
    if any(one.mark.startswith("if") or any(row.supposed for row in one.rows) for one in answer.cells):
        told.append("if in front: what if, not in the record")
    if told:
        yield text(Run("; ".join(told) + ".", "dim"))
    coded = sum(one.coded for one in answer.cells)
    blanks = {
        ".": "A dot is not coded: the search found nothing that way, which is no finding that there is nothing.",
        "_": "_ is unknown: nothing is coded that way, and no search that covers both is declared.",
        "h": "h is hidden: what is coded that way is all hidden by the lens.",
    }
    told = [said for mark, said in blanks.items() if mark in used]
    yield text(Run(f"{coded} of {len(answer.cells)} cells are coded. {' '.join(told)}".strip(), "dim"))


def _words(answer: Matrix, view: View) -> Iterable[Block]:
    """Under each actor what leads from it, and once what stands in both cells of a pair."""
    name = {actor.id: f"{letters(number)} {actor.name}" for number, actor in enumerate(answer.actors)}
    rows: list[Row | Group | Paragraph] = []
    before = ""
    for one in answer.cells:
        for link, held in _ways(one, name, answer):
            if one.row != before:
                rows.append(Paragraph(text(Run(name[one.row], "name")), 1, 3))
                before = one.row
            for number, line in enumerate(_lines(held, answer, view)):
                rows.append(Row(((), text(f"{link} {name[one.column]}" if not number else ""), *line)))
    if rows:
        heading = text(Run("CELLS", "heading"), "   > towards; = in both cells of the pair")
        columns = (Column(width=1), Column(most=22, wide=34), Column(most=5), Column(width=0))
        yield Gap()
        yield Paragraph(heading)
        yield Table((), columns, tuple(rows), gap=1)


def _ways(one: Cell, name: dict[str, str], answer: Matrix) -> Iterable[tuple[str, Sequence[Seen]]]:
    order = list(name)
    both = [row for row in one.rows if mutual(row, answer.sight)]
    alone = [row for row in one.rows if row not in both]
    if both and order.index(one.row) < order.index(one.column):
        yield "=", both
    if alone:
        yield ">", alone


def _lines(rows: Sequence[Seen], answer: Matrix, view: View) -> Iterable[tuple[Text, Text]]:
    """One line a mark: what each tie is, when it is not for certain that day, who disputes it, and where it stands."""
    by_mark: dict[str, list[Seen]] = {}
    for row in rows:
        mark = row_mark(row if live(row) else row._replace(answer=None), answer.sight)
        mark = f"if{mark}" if row.supposed else mark
        by_mark.setdefault(mark if live(row) else f"({mark})", []).append(row)
    for mark in sorted(
        by_mark, key=lambda mark: (mark.startswith("("), "if" in mark, "?" in mark, "~" in mark)
    ):
        pieces: list[str | Run] = []
        for row in by_mark[mark]:
            dated = answer.day is not None and row.answer != "certainly"
            said = tie_words(row, view, dated=dated)
            at = places(row.items, view.dataset)
            pieces.append(f"{'; ' if pieces else ''}{said}{' ' if at else ''}")
            if at:
                pieces.append(Run(f"[{at}]", "place"))
        sign = mark.strip("()").removeprefix("if")
        role = {"-": "hostile", "+": "cooperative", "?": "contested"}.get(sign, "open" if "~" in sign else "")
        yield text(Run(mark, role)), text(*pieces)


def _left_out(answer: Matrix, view: View) -> str:
    told = []
    for actor, rows in answer.left_out:
        marks = dict.fromkeys(f"{'if' if row.supposed else ''}{row_mark(row, answer.sight)}" for row in rows)
        at = places([item for row in rows for item in row.items], view.dataset)
        told.append(f"{actor.name} ({' '.join(marks)} only{f', {at}' if at else ''})" if rows else actor.name)
    none = "" if all(rows for _, rows in answer.left_out) else "; where no mark is given, no tie at all"
    who = count(len(told), "actor")
    return f"Left out, {who} without any signed tie among these{none}: {', '.join(told)}."
