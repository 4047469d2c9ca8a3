"""Events on a page: when, what, the roles, the figures with their voices; and which the days asked can hold."""

from collections.abc import Iterable, Sequence

from ..dataset import Dataset
from ..model import Event
from ..page import Row, Run, listing, text
from ..view import View
from .wording import places, said


def event_row(event: Event, roles: Sequence[str], view: View) -> Row:
    """When, what, figures with their voice, and where it stands."""
    dataset = view.dataset
    items = view.sight.evidence(event.evidence)
    gists = "; ".join(item.gist for item in items if item.gist)
    words = "; ".join(filter(None, [event_figures(event, roles, dataset), gists]))
    voices = said(items[0], dataset) if items else ()
    maybe = "possibly: " if only_possible(event, view) else ""
    date = text(Run(when_event(event), "dim"))
    return Row(((), date, text(maybe, words, *voices), text(Run(places(items, dataset), "place"))))


def event_figures(event: Event, roles: Sequence[str], dataset: Dataset) -> str:
    """What it is, the roles in it, and each figure with its voice."""
    figures = "; ".join(
        f"{one.unit}: {figure_words(one.figure)}"
        + (f", says {dataset.name_of(one.says)}" if one.says else "")
        for one in event.figures
    )
    role = "" if not roles else f" ({listing(roles)})"
    return "; ".join(filter(None, [f"{event.name}{role}", figures]))


def figure_words(figure: str) -> str:
    """`>170` as `more than 170`."""
    for sign, words in ((">", "more than "), ("<", "fewer than "), ("~", "about ")):
        if figure.startswith(sign):
            return words + figure[1:]
    return figure.replace("..", " to ")


def when_event(event: Event) -> str:
    """Its date as a page has it: `2018 on`."""
    if event.when is None:
        return "undated"
    return event.when.text.replace("/..", " on").replace("/", " to ").strip()


def on_other_days(events: Iterable[Event], view: View) -> frozenset[str]:
    """The dated events that none of the days asked can hold."""
    days = view.lens.throughout or view.lens.days
    found = set()
    for event in events:
        if days and event.when:
            first = event.when.start.first if event.when.start else days.first
            last = event.when.end.last if event.when.end else days.last
            if first > days.last or last < days.first:
                found.add(event.id)
    return frozenset(found)


def only_possible(event: Event, view: View) -> bool:
    """Whether its date is too vague to place it on the days asked: some day in 2018, asked for May."""
    days, when = view.lens.throughout or view.lens.days, event.when
    if days is None or when is None or not when.single or when.start is None:
        return False
    return when.start.first < days.first or when.start.last > days.last
