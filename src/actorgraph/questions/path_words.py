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


def ends(row: Seen, a: str, view: View, told: Told | None = None) -> str:
    """`X > Y` where X does it to Y, `X + Y` where it is mutual.

    `Y < X` where the words beside it, the coder's own, begin at Y: the tie was typed from there.
    """
    dataset = view.dataset
    type_ = dataset.type_of(row.relation)
    from_, to = end_name(row, True, view), end_name(row, False, view)
    if type_.symmetric:
        first, second = (from_, to) if row.from_ == a else (to, from_)
        return f"{first} {dataset.vocabulary.family_of(type_.name).mark} {second}"
    turned = row.relation.typed == type_.inverse and told is not None and any(i.gist for i in told.items[:1])
    return f"{to} < {from_}" if turned else f"{from_} > {to}"


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
        text(Run(ends(row, a, view, told), "name")),
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
    """Everything else that is firm of the step: `- enmity, seen 2021-09 [p4 p10], undated [p11]; ...`."""
    dataset = view.dataset
    seen = {id(item) for item in shown}
    found: dict[str, dict[str, list[Evidence]]] = {}
    for row in rows:
        for item in row.place.timing:
            if id(item) not in seen:
                own = item.says == dataset.sources[item.source].own
                said = short(when(item)) + ("" if own else f", {said_by(item, view)}")
                noun = f"{mark_of(row, None, dataset)} {dataset.type_of(row.relation).noun}"
                found.setdefault(noun, {}).setdefault(said, []).append(item)
    return "; ".join(
        f"{noun}, {', '.join(f'{said} [{places(items, dataset)}]' for said, items in by_date.items())}"
        for noun, by_date in found.items()
    )


def said_by(item: Evidence, view: View) -> str:
    verb = view.dataset.vocabulary.words["stances"][item.stance]["by"]
    return f"{verb} {view.dataset.name_of(item.says)}"
