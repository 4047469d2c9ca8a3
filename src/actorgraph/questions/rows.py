"""The rows of an actor's page: facts and ties, each with its date and its place."""

from collections.abc import Iterable, Sequence

from ..dataset import Dataset
from ..page import Column, Row, Run, Text, listing, text
from ..view import View
from .event_rows import figure_words
from .show import Fact
from .statements import Statement, when
from .wording import places, said, short

SECTIONS = (
    ("belongs", "part, branch, office, leader, spokesman"),
    ("cooperative", "cooperative"),
    ("hostile", "hostile"),
    ("cooperative aim", "cooperative by an aim: held, not (yet) reached"),
    ("hostile aim", "hostile by an aim: held, not (yet) reached"),
    ("cooperative open", "cooperative, not (yet) a fact"),
    ("hostile open", "hostile, not (yet) a fact"),
    ("other open", "other, not (yet) a fact"),
    ("people", "people, listed and never counted as parties"),
    ("movement", "people drawn from and to, succession"),
    ("neutral", "without sign"),
    ("claimed", "claimed by a party or an unnamed voice only"),
    ("unsourced", "without evidence"),
    ("supposed", "what if: supposed here, not in the record"),
)
STARS = {"judgement": "*", "unsure": "**"}
TIES = (
    Column(width=3),
    Column(most=22),
    Column(width=0),
    Column("when", most=13, shared="when", wide=24),
    Column("at", most=8, shared="at", wide=16),
)


def fact_rows(facts: Sequence[Fact], view: View) -> Iterable[Row]:
    """One row an item; a label stands once."""
    before = ""
    for fact in facts:
        label = "" if fact.label == before else fact.label
        before = fact.label
        words = text(*fact_text(fact, view), STARS.get(fact.trait.coding, ""))
        mark = text(Run(fact.mark, "contested" if fact.mark == "?" else "open")) if fact.mark else ()
        yield Row((mark, text(label), words, _time(fact_when(fact)), _at(fact, view)))


def fact_text(fact: Fact, view: View) -> Text:
    """The words or the figure of a trait, with who says it."""
    return fact_words(fact, view.dataset)


def fact_words(fact: Fact, dataset: Dataset) -> Text:
    """The same of an answer whose view is not at hand."""
    trait = fact.trait
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


def tie_rows(ties: Iterable[Statement], starred: bool = False) -> Iterable[Row]:
    """One row a statement; the other end's name stands once for its block of rows.

    `starred` marks what a coder read by judgement, where the page's legend says so.
    """
    before = ""
    for tie in ties:
        name = f"{tie.link} {tie.name}".strip()
        shown = "" if name == before else name
        before = name
        role = "open" if tie.mark.startswith("~") else {"-": "hostile", "+": "cooperative"}.get(tie.mark, "")
        if tie.section == "people":
            role = ""
        star = STARS.get(tie.seen.relation.coding, "") if starred else ""
        words = (text(shown), text(*tie.text, star), _time(tie.when), text(Run(tie.at, "place")))
        yield Row(((Run(tie.mark.rjust(3), role),), *words))


def blocks_of(ties: Sequence[Statement]) -> list[Statement]:
    """The statements by partner: whoever has most first, then by name; the file's order inside."""
    size: dict[str, int] = {}
    for tie in ties:
        size[tie.other] = size.get(tie.other, 0) + 1
    return sorted(ties, key=lambda tie: (-size[tie.other], tie.name.casefold(), tie.other, tie.link))


def _time(words: str) -> Text:
    return (Run(short(words), "dim"),) if words else ()


def _at(fact: Fact, view: View) -> Text:
    return (Run(places([fact.item], view.dataset), "place"),) if fact.item else ()


def fact_when(fact: Fact) -> str:
    """The item's own period in words."""
    return when(fact.item.time, fact.trait.modality == "expected") if fact.item else ""
