"""What it hangs on: a line for each paragraph without which something changes."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Paragraph, Row, Run, Table, Text, count, listing, text
from ..view import View
from .falling import Change, Fall
from .why import Grounds

MOST_FALLS = 24
COLUMNS = (Column(width=1), Column(most=18), Column(width=0))


def hanging(answer: Grounds, view: View) -> Iterable[Block]:
    """The paragraphs of a pair, in their order, then those on which only a stake or nothing hangs."""
    heavy = [fall for fall in answer.falls if fall.changes or fall.wholes]
    example = next((fall.place for fall in answer.falls if fall.bears), None)
    if example is None:
        yield Paragraph(
            text(Run("WHAT IT HANGS ON", "heading"), ": nothing, no item of evidence is coded"), 0, 2
        )
        return
    yield Paragraph(
        text(Run("WHAT IT HANGS ON", "heading"), f": one paragraph dropped, as by --without {example}"), 0, 2
    )
    rows = [
        Row(((), without(fall, view), text(f"{_told(fall, answer, view)}."))) for fall in heavy[:MOST_FALLS]
    ]
    yield Table((), COLUMNS, tuple(rows), 1)
    if len(heavy) > MOST_FALLS:
        over = len(heavy) - MOST_FALLS
        changes = "changes" if over == 1 else "change"
        yield Paragraph(text(f"{count(over, 'more paragraph')} {changes} something."), 2, 2)
    stakes = [fall for fall in answer.falls if fall.stakes and fall not in heavy]
    if stakes:
        at = listing([place_label(fall, view) for fall in stakes], "or")
        yield Paragraph(text(f"Without {at} part of a stake above falls, and no tie changes."), 2, 2)
    idle = [fall for fall in answer.falls if fall.bears and fall not in heavy and not fall.stakes]
    if idle:
        at = listing([place_label(fall, view) for fall in idle], "or")
        yield Paragraph(text(f"Without {at} nothing changes."), 2, 2)


def without(fall: Fall, view: View) -> Text:
    """`without p11`."""
    return text("without ", Run(place_label(fall, view), "place"))


def place_label(fall: Fall, view: View) -> str:
    """`p11`, led by its source's label where there are several or no paragraph is named."""
    source, _, at = fall.place.partition(":")
    several = len(view.dataset.sources) > 1
    return " ".join(filter(None, [view.dataset.label_of(source) if several or not at else "", at]))


def _told(fall: Fall, answer: Grounds, view: View) -> str:
    name = view.dataset.name_of
    told = changes_told(fall.changes, view)
    if fall.state and any(change.falls or change.standing for change in fall.changes):
        before = answer.state
        if not fall.left:
            told.append("no tie of the two is left")
        elif before and before.text == fall.state.text:
            told.append(f"the pair stays {before.text}")
        else:
            told.append(f"the pair becomes {fall.state.text}")
    told += [f"{name(part)} is then no part of {name(whole)}" for part, whole in fall.wholes]
    return "; ".join(told)


def changes_told(changes: Sequence[Change], view: View) -> list[str]:
    """`ties 1 and 2 fall`, `tie 3 becomes attributed`, `tie 4 is then dated: seen 2015`, `tie 5 loses Joe Biden`."""
    told = []
    gone = [str(change.number) for change in changes if change.falls]
    if gone:
        told.append(f"ties {listing(gone)} fall" if len(gone) > 1 else f"tie {gone[0]} falls")
    words = view.dataset.vocabulary.words["standing"]
    for change in changes:
        if change.falls:
            continue
        each = []
        if change.standing:
            each.append(f"becomes {words[change.standing].get('page') or change.standing}")
        elif change.voices:
            each.append(f"loses {listing([view.dataset.name_of(voice) for voice in change.voices])}")
        if change.when:
            each.append("becomes undated" if change.when == "undated" else f"is then dated: {change.when}")
        told.append(f"tie {change.number} {' and '.join(each)}")
    return told


def ranked(falls: Sequence[Fall]) -> list[Fall]:
    """Those without which most ties fall, then most change their standing, then the order of places."""
    order = sorted(falls, key=lambda f: (-_gone(f), -_restood(f)))
    return [fall for fall in order if _gone(fall) or _restood(fall)]


def in_numbers(fall: Fall) -> str:
    told = [f"{count(_gone(fall), 'tie')} {'falls' if _gone(fall) == 1 else 'fall'}"] if _gone(fall) else []
    if _restood(fall):
        told.append(f"{_restood(fall)} {'changes' if _restood(fall) == 1 else 'change'} standing")
    dated = sum(bool(change.when) for change in fall.changes)
    if dated:
        told.append(f"{dated} {'changes' if dated == 1 else 'change'} dates")
    return ", ".join(told)


def _gone(fall: Fall) -> int:
    return sum(change.falls for change in fall.changes)


def _restood(fall: Fall) -> int:
    return sum(bool(change.standing) for change in fall.changes)
