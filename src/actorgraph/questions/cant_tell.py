"""Two actors on a day that no date of their ties reaches: the plain sentence, and the ties with how each is dated."""

from collections.abc import Iterable, Sequence

from ..page import Block, Paragraph, Run, listing, text
from ..sight import Seen
from ..view import View
from .pairs import of_pair
from .statements import mark_of
from .warrant import dated, proposition, standing_word
from .wording import options, places, short, typed

ASKED = ("on ", "during ", "throughout ")


def ties(view: View, one: str, other: str) -> list[Seen]:
    """The ties of the two of which the days asked are not known; empty where one of theirs is answered otherwise."""
    rows, _ = of_pair(view, one, other)
    return rows if rows and all(row.answer == "not known" for row in rows) else []


def sentence(rows: Sequence[Seen], lens: Iterable[str]) -> str:
    """How many ties are coded, how they are dated, and that no more can be told of the days asked."""
    days = listing([_in_words(word) for word in lens if word.startswith(ASKED)])
    bare = sum(dated(row) == "undated" for row in rows)
    if len(rows) == 1:
        when = "without a date" if bare else "dated on other days only"
        return f"1 tie of the two is coded, {when}: whether it held {days} can't be told."
    whole = "both" if len(rows) == 2 else "all"
    if bare == len(rows):
        when = f"{whole} without a date"
    elif not bare:
        when = f"{whole} dated on other days only"
    else:
        when = f"{bare} without a date, {len(rows) - bare} dated on other days only"
    return f"{len(rows)} ties of the two are coded, {when}: whether they held {days} can't be told."


def _in_words(days: str) -> str:
    """`in 2018`, since nothing holds on a year; `on 2018-03-01`."""
    whole = days.startswith("on ") and days.count("-") < 2
    return days.replace("on ", "in ", 1) if whole else days


def listed(rows: Sequence[Seen], view: View) -> Iterable[Block]:
    """Each tie with its standing, its date and its place."""
    for row in rows:
        told = f"{proposition(row, view.dataset)}: {standing_word(row, view.dataset)}, {short(dated(row))} "
        at = Run(f"[{places(row.items, view.dataset)}]", "place")
        mark = mark_of(row, None, view.dataset)
        yield Paragraph(text(f"{mark.rjust(3)}  {told}", at), 0, 5)


def line(view: View, one: str, other: str, folder: str) -> tuple[str, str]:
    """The command that shows the ties whatever the day."""
    names = " ".join(typed(view.dataset.actors[actor]) for actor in (one, other))
    lens = view.lens._replace(days=None, throughout=None)
    return "ties of any day", f"actorgraph why {names}{options(lens, view.dataset, folder)}"
