"""What two dates leave open: rows that can't be told of one of them, by name where they are few, else counted."""

from collections.abc import Iterable, Sequence

from ..dataset import Dataset
from ..page import Paragraph, count, listing, text
from .compact import Piece, paragraphs
from .diff import Fate
from .wording import places, short

MANY = 12  # rows that are named one by one unless all are asked for


def untold(held: Sequence[Fate], now: str, dataset: Dataset, *, whole: bool) -> Iterable[Paragraph]:
    """Each row with its place; of many rows how many are of each kind, and none of them is left out."""
    if whole or len(held) <= MANY:
        yield from _each(held, now, dataset)
    else:
        yield from _counted(held)


def _each(held: Sequence[Fate], now: str, dataset: Dataset) -> Iterable[Paragraph]:
    ties = [
        Piece(fate.mark, fate.what, fate.name, _narrowed(fate, now), places(fate.items, dataset))
        for fate in held
        if fate.row == "tie"
    ]
    topics: dict[tuple[str, str], list[str]] = {}
    for fate in held:
        if fate.row == "fact":
            shown = f"{fate.mark} {fate.what}".strip()
            topics.setdefault((fate.name, places(fate.items, dataset)), []).append(shown)
    facts = [Piece("", name, ", ".join(dict.fromkeys(told)), "", at) for (name, at), told in topics.items()]
    events = [
        Piece("", "", fate.name, "", places(fate.items, dataset)) for fate in held if fate.row == "event"
    ]
    for pieces in (ties, facts, events):
        yield from paragraphs(pieces)


def _narrowed(fate: Fate, now: str) -> str:
    """What stands beside the kind of tie, and its date where that is another than the one asked."""
    dated = "" if fate.when in ("undated", f"seen {now}") else short(fate.when)
    return "; ".join(filter(None, [fate.words.removeprefix(fate.what).lstrip(",; "), dated]))


def _counted(held: Sequence[Fate]) -> Iterable[Paragraph]:
    """`- 11 ties: views as a threat 4, enmity`; then the facts by actor, then the events."""
    ties = [fate for fate in held if fate.row == "tie"]
    for mark in dict.fromkeys(fate.mark for fate in ties):
        kinds = [fate.what for fate in ties if fate.mark == mark]
        yield Paragraph(text(f"{mark} {count(len(kinds), 'tie')}: {_often(kinds)}"), 2, 4)
    for row, noun in (("fact", "fact"), ("event", "event")):
        names = [fate.name for fate in held if fate.row == row]
        if names:
            told = _often(names) if row == "fact" else listing(names)
            yield Paragraph(text(f"{count(len(names), noun)}: {told}"), 2, 4)


def _often(words: Sequence[str]) -> str:
    found = {word: words.count(word) for word in dict.fromkeys(words)}
    return ", ".join(f"{word} {number}" if number > 1 else word for word, number in found.items())
