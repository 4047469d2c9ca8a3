"""The rows of an actor's page: facts, ties and events, each with its date and its place."""

from collections.abc import Iterable, Sequence

from ..model import Event
from ..page import Column, Row, Run, Text, listing, text
from ..view import View
from .show import Fact, Portrait
from .statements import Statement, when
from .wording import places, said, short

SECTIONS = (
    ("belongs", "branch, part, office"),
    ("cooperative", "cooperative"),
    ("hostile", "hostile"),
    ("cooperative open", "cooperative, not (yet) a fact"),
    ("hostile open", "hostile, not (yet) a fact"),
    ("other open", "other, not (yet) a fact"),
    ("people", "people, listed and never counted as parties"),
    ("movement", "people drawn from and to, succession"),
    ("neutral", "without sign"),
    ("claimed", "claimed by a party or an unnamed voice only"),
    ("unsourced", "without evidence"),
)
TIES = (
    Column(width=3),
    Column(most=22),
    Column(width=0),
    Column("when", most=13, shared="when", wide=24),
    Column("at", most=8, shared="at", wide=16),
)


def fact_rows(facts: Sequence[Fact], view: View) -> Iterable[Row]:
    """One row an item; a label stands once. `~` marks a plan, a forecast, or what is only held possible."""
    before = ""
    for fact in facts:
        label = "" if fact.label == before else fact.label
        before = fact.label
        cells = (text(label), fact_text(fact, view), _time(fact_when(fact)), _at(fact, view))
        yield Row((text(_fact_mark(fact)), *cells))


def fact_text(fact: Fact, view: View) -> Text:
    """The words or the figure of a trait, with who says it."""
    trait, dataset = fact.trait, view.dataset
    words = trait.is_
    if trait.figure:
        figure = f"{figure_words(trait.figure)} {trait.on}".strip()
        words = f"{figure}: {words}" if words else figure
    if fact.item and fact.item.gist:
        words = fact.item.gist if not words else f"{words}; {fact.item.gist}"
    if trait.toward:
        words += f", towards {dataset.name_of(trait.toward)}"
    if trait.priority:
        words += f" ({trait.priority} priority)"
    if trait.place and not any(place in words for place in trait.place):
        words += f" ({listing(trait.place)})"
    return text(words, *(said(fact.item, dataset) if fact.item else ()))


def figure_words(figure: str) -> str:
    """`>170` as `more than 170`."""
    for sign, words in ((">", "more than "), ("<", "fewer than "), ("~", "about ")):
        if figure.startswith(sign):
            return words + figure[1:]
    return figure.replace("..", " to ")


def tie_rows(ties: Iterable[Statement]) -> Iterable[Row]:
    """One row a statement; the other end's name stands once for its block of rows."""
    before = ""
    for tie in ties:
        name = f"{tie.link} {tie.name}".strip()
        shown = "" if name == before else name
        before = name
        role = "open" if tie.mark.startswith("~") else {"-": "hostile", "+": "cooperative"}.get(tie.mark, "")
        if tie.section == "people":
            role = ""
        words = (text(shown), tie.text, _time(tie.when), text(Run(tie.at, "place")))
        yield Row(((Run(tie.mark.rjust(3), role),), *words))


def blocks_of(ties: Sequence[Statement]) -> list[Statement]:
    """The statements by partner: whoever has most first, then by name; the file's order inside."""
    size: dict[str, int] = {}
    for tie in ties:
        size[tie.other] = size.get(tie.other, 0) + 1
    return sorted(ties, key=lambda tie: (-size[tie.other], tie.name.casefold(), tie.other, tie.link))


def event_row(event: Event, roles: Sequence[str], answer: Portrait, view: View) -> Row:
    """When, what, figures with their voice, and where it stands."""
    dataset = view.dataset
    items = view.sight.evidence(event.evidence)
    gists = "; ".join(item.gist for item in items if item.gist)
    words = "; ".join(filter(None, [event_figures(event, roles, view), gists]))
    voices = said(items[0], dataset) if items else ()
    date = when_event(event)
    return Row(((), _time(date), text(words, *voices), text(Run(places(items, dataset), "place"))))


def event_figures(event: Event, roles: Sequence[str], view: View) -> str:
    """What it is, the roles in it, and each figure with its voice."""
    dataset = view.dataset
    figures = "; ".join(
        f"{one.unit}: {figure_words(one.figure)}"
        + (f", says {dataset.name_of(one.says)}" if one.says else "")
        for one in event.figures
    )
    role = "" if not roles else f" ({listing(roles)})"
    return "; ".join(filter(None, [f"{event.name}{role}", figures]))


def when_event(event: Event) -> str:
    if event.when is None:
        return "undated"
    return event.when.text.replace("/..", " on").replace("/", " to ").strip()


def _time(words: str) -> Text:
    return (Run(short(words), "dim"),) if words else ()


def _at(fact: Fact, view: View) -> Text:
    return (Run(places([fact.item], view.dataset), "place"),) if fact.item else ()


def fact_when(fact: Fact) -> str:
    """The item's own period in words."""
    return when(fact.item.time, fact.trait.modality == "expected") if fact.item else ""


def _fact_mark(fact: Fact) -> str:
    open_ = fact.trait.modality != "actual" or (fact.item is not None and fact.item.stance == "suggests")
    return "~" if open_ else ""
