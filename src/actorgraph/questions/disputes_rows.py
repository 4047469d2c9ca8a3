"""The rows of disputes: a tie with its mark, and a line a voice with its verb and its stake."""

from collections.abc import Iterable, Sequence

from ..page import Column, Group, Paragraph, Row, Run, Text, listing, text
from ..sight import Seen
from ..view import View
from .statements import mark_of, when
from .warrant import Word, proposition, stake_words, standing_word
from .wording import TOLD, hedged, held_by, places, short

COLUMNS = (
    Column(width=3),
    Column(width=2),
    Column(width=0),
    Column("when", most=13, shared="when", wide=24),
    Column("at", most=8, shared="at", wide=16),
)
MOST_STAKES = 3
Rows = list[Row | Group | Paragraph]


def marked(row: Seen, view: View) -> Text:
    """The mark of the tie, in the role of its colour."""
    mark = mark_of(row, None, view.dataset)
    role = (
        "open"
        if mark.startswith("~")
        else {"?": "contested", "-": "hostile", "+": "cooperative"}.get(mark, "")
    )
    return text(Run(mark.rjust(2), role))


def told(row: Seen, view: View) -> Text:
    """The tie as a sentence with its standing."""
    return text(proposition(row, view.dataset), Run(f", {standing_word(row, view.dataset)}", "dim"))


def tie_row(row: Seen, view: View) -> Row:
    """The tie with its dates and places, where its voices are not told."""
    at = text(Run(places(row.items, view.dataset), "place"))
    return Row(((), marked(row, view), told(row, view), text(Run(short(row.spell.words), "dim")), at))


def voice_rows(seen: Seen, words: Sequence[Word], view: View) -> Iterable[Row]:
    """A line an item with its verb; below the voice its stake, once, and what its stance does not say."""
    before = ""
    for word in words:
        item, dataset = word.item, view.dataset
        verb, voice = held_by(item, dataset)
        verb = f"{TOLD} by" if seen.supposed else verb
        lead = "earlier " if word.overtaken else ""
        hedge = f" ({hedged(item)})" if item.hedge else ""
        via = f", by way of {listing([dataset.name_of(one) for one in item.via])}" if item.via else ""
        gist = f": {item.gist}" if item.gist else ""
        words_ = text("  ", Run(f"{lead}{verb} ", "contested"), Run(voice, "voice"), f"{via}{hedge}{gist}")
        time = Run(short(when(item.time, seen.relation.modality == "expected")), "dim")
        yield Row(((), (), words_, text(time), text(Run(places([item], dataset), "place"))))
        wrote = word.spoke != "reported" and word.stakes is None and not dataset.unnamed(item.says)
        if item.says != before and not wrote:
            yield Row(((), (), text("    ", Run("stake: ", "dim"), _stake(word, view)), (), ()))
        if item.stance == "withholds":
            yield Row(((), (), text("    ", "not to support is not to deny"), (), ()))
        before = item.says


def _stake(word: Word, view: View) -> str:
    """The first of its ties, as `why` tells all of them."""
    stakes = word.stakes or ()
    if len(stakes) <= MOST_STAKES:
        return stake_words(word, view.sight)
    rest = [item for row in stakes[MOST_STAKES:] for item in view.sight.evidence(row.evidence)]
    at = f" [{places(rest, view.dataset)}]" if rest else ""
    first = stake_words(word._replace(stakes=stakes[:MOST_STAKES]), view.sight)
    return f"{first}; {len(stakes) - MOST_STAKES} more ties of its own{at}"
