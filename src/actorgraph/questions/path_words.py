"""How a step reads: who to whom, its mark, its words; and the other ties of the same step, in a line."""

from collections.abc import Iterable, Sequence

from ..model import Evidence
from ..page import Row, Run, Text, text
from ..sight import Seen
from ..view import View
from .statements import mark_of
from .telling import Told, when
from .wording import places, short

ROLES = {"-": "hostile", "+": "cooperative", "?": "contested"}


def ends(row: Seen, a: str, view: View) -> str:
    """`X > Y` where X does it to Y, `Y < X` where it was coded from the other end, `X + Y` where it is mutual."""
    dataset = view.dataset
    type_ = dataset.type_of(row.relation)
    from_, to = end_name(row, True, view), end_name(row, False, view)
    if type_.symmetric:
        first, second = (from_, to) if row.from_ == a else (to, from_)
        return f"{first} {dataset.vocabulary.family_of(type_.name).mark} {second}"
    return f"{to} < {from_}" if row.relation.typed == type_.inverse else f"{from_} > {to}"


def end_name(row: Seen, near: bool, view: View) -> str:
    """The end's name; under roll-up with the part that the row names."""
    end, typed = (row.from_, row.relation.from_) if near else (row.to, row.relation.to)
    name = view.dataset.name_of
    return name(end) if end == typed else f"{name(end)} ({name(typed)})"


def step_row(letter: str, row: Seen, a: str, told: Told, view: View) -> Row:
    """A line of a path: mark, ends, words, date, place."""
    mark = mark_of(row, None, view.dataset)
    words = told.text
    if row.answer == "possibly":
        words = (*words, Run("; only possibly on the days asked"))
    cells = (
        text(letter.rjust(2)) if letter else (),
        marked(mark),
        text(Run(ends(row, a, view), "name")),
        words,
        text(Run(short(told.when), "dim")),
        text(Run(places(told.items, view.dataset), "place")),
    )
    return Row(cells)


def marked(mark: str) -> Text:
    return (Run(mark.rjust(2), "open" if mark.startswith("~") else ROLES.get(mark, "")),)


def beside(rows: Sequence[Seen], told: Seen, view: View) -> Iterable[Seen]:
    """Of each other sign that the step has too, the first tie: a path must not hide it."""
    types = view.dataset.type_of
    shown = {types(told.relation).sign, "0"}
    for row in rows:
        sign = types(row.relation).sign
        if sign not in shown:
            shown.add(sign)
            yield row


def others(rows: Iterable[Seen], shown: Iterable[Evidence], view: View) -> str:
    """Everything else that is firm of the step: `- enmity, seen 2021-09 [p4 p10]; ...`."""
    dataset = view.dataset
    seen = {id(item) for item in shown}
    found: dict[tuple[str, str, str, str], list[Evidence]] = {}
    for row in rows:
        for item in row.place.timing:
            if id(item) not in seen:
                own = item.says == dataset.sources[item.source].own
                voice = "" if own else f", {said_by(item, view)}"
                key = (mark_of(row, None, dataset), dataset.type_of(row.relation).noun, short(when(item)), voice)
                found.setdefault(key, []).append(item)
    return "; ".join(
        f"{mark} {noun}, {dates}{voice} [{places(items, dataset)}]"
        for (mark, noun, dates, voice), items in found.items()
    )


def said_by(item: Evidence, view: View) -> str:
    verb = view.dataset.vocabulary.words["stances"][item.stance]["by"]
    return f"{verb} {view.dataset.name_of(item.says)}"
