"""What one loss changes: in numbers for the whole record, tie by tie for one question."""

from collections.abc import Iterable, Sequence

from ..page import Run, Text, count, listing, text
from ..sight import Seen
from ..view import View
from .falling import Change
from .hinges import Hinges, Loss
from .pairs import Turned
from .routes import Way
from .row_names import tie_name
from .statements import mark_of
from .third_rows import reading_words
from .warrant import proposition
from .wording import short

MOST_PAIRS = 3  # of the whole record, for each loss
MOST_TIES = 6  # of one question, of each kind


def in_numbers(loss: Loss, answer: Hinges, view: View) -> Iterable[tuple[Text, ...]]:
    """`4 ties fall, 1 changes standing`; then the pairs that read otherwise."""
    supposed = {row.relation.id for row in answer.ties if row.supposed}
    fall = sum(change.falls and change.relation not in supposed for change in loss.changes)
    told = [f"{count(fall, 'tie')} {'falls' if fall == 1 else 'fall'}"] if fall else []
    what_if = sum(change.falls and change.relation in supposed for change in loss.changes)
    told += [f"{what_if} supposed here {'goes' if what_if == 1 else 'go'} with it"] if what_if else []
    for number, what in (
        (sum(bool(change.standing) and not change.comes for change in loss.changes), "standing"),
        (sum(bool(change.when) for change in loss.changes), "dates"),
        (sum(bool(change.answer) for change in loss.changes), "the answer to the days asked"),
    ):
        if number:
            told.append(f"{count(number, 'tie')} {'changes' if number == 1 else 'change'} {what}")
    lost = sum(bool(change.voices) and not (change.standing or change.when) for change in loss.changes)
    told += (
        [f"{count(lost, 'tie')} {'stands' if lost == 1 else 'stand'} as before by fewer voices"]
        if lost
        else []
    )
    comes = sum(change.comes for change in loss.changes)
    told += [f"{count(comes, 'tie')} {'comes' if comes == 1 else 'come'} in"] if comes else []
    yield (text(f"{', '.join(told)}." if told else "No tie changes by itself."),)
    for words in (*_pairs(loss.pairs, view), *_standings(loss, answer, view), *_parts(loss, view)):
        yield (words,)


def _pairs(pairs: Sequence[Turned], view: View) -> Iterable[Text]:
    """Those that read otherwise, those left without a tie together; the first few by name."""
    name = view.dataset.name_of
    other = [pair for pair in pairs if pair.left]
    told = [
        f"{_pair(pair, view)}: {pair.after}; with it {pair.before or 'no tie'}" for pair in other[:MOST_PAIRS]
    ]
    if len(other) > MOST_PAIRS:
        more = len(other) - MOST_PAIRS
        told.append(f"{count(more, 'more pair')} {'reads' if more == 1 else 'read'} otherwise")
    yield from (text(f"{one}.") for one in told)
    bare = [pair for pair in pairs if not pair.left]
    if bare:
        names = [f"{name(pair.one)} and {name(pair.other)}" for pair in bare[:MOST_PAIRS]]
        names += [f"{len(bare) - MOST_PAIRS} more"] if len(bare) > MOST_PAIRS else []
        yield text(f"Left without a tie: {'; '.join(names)}.")


def _standings(loss: Loss, answer: Hinges, view: View) -> Iterable[Text]:
    """Ties of another standing whose pair reads as before: a claim may hang on one voice all the same."""
    turned = {frozenset((pair.one, pair.other)) for pair in loss.pairs}
    before = {row.relation.id: row for row in answer.ties}
    words = view.dataset.vocabulary.words["standing"]
    told = []
    for change in loss.changes:
        row = before.get(change.relation)
        if row is None or not change.standing or frozenset((row.from_, row.to)) in turned:
            continue
        noun = view.dataset.type_of(row.relation).noun
        old, new = (words[one].get("page") or one for one in (row.standing, change.standing))
        told.append(f"{tie_name(row, view.dataset)}, {noun}: {new}; with it {old}")
    if len(told) > MOST_PAIRS:
        told[MOST_PAIRS:] = [f"{count(len(told) - MOST_PAIRS, 'more tie')} of another standing"]
    yield from (text(f"{one}.") for one in told)


def _pair(pair: Turned, view: View) -> str:
    return f"{view.dataset.name_of(pair.one)} and {view.dataset.name_of(pair.other)}"


def _parts(loss: Loss, view: View) -> Iterable[Text]:
    name = view.dataset.name_of
    for part, whole in loss.wholes:
        yield text(f"{name(part)} is then no part of {name(whole)}.")


def named(loss: Loss, answer: Hinges, view: View) -> Iterable[tuple[Text, ...]]:
    """What becomes of each tie, pair, third party, trait and event; of each kind the first few."""
    name = view.dataset.name_of
    before = {row.relation.id: row for row in answer.ties}
    gone = [before[change.relation] for change in loss.changes if change.falls]
    if len(gone) > 1:
        yield (), text(f"{len(gone)} ties fall:")
    yield from _ties([(row, "falls: " if len(gone) == 1 else "", "") for row in gone], view)
    kept = [change for change in loss.changes if change.relation in before and not change.falls]
    yield from _ties([(before[change.relation], "", f": {_becomes(change, view)}") for change in kept], view)
    comes = [change.relation for change in loss.changes if change.comes]
    if comes:
        yield (
            (),
            text(
                f"{count(len(comes), 'tie')} {'comes' if len(comes) == 1 else 'come'} in: {', '.join(comes)}"
            ),
        )
    for turned in loss.pairs:
        after = turned.after if turned.left else "no tie is left"
        if turned.left or answer.question != "show":  # there the ties that fall say so
            yield (), text(f"{_pair(turned, view)}: {after}; with it {turned.before or 'no tie'}")
    yield from (((), words) for words in _parts(loss, view))
    for third in loss.thirds:
        told = f"{reading_words(third.after)}; with it {reading_words(third.before)}"
        yield (), text(f"{name(third.party)}, third party: {told}")
    if loss.way:
        yield (), text(f"shortest path: {_way(loss.way, view)}; with it {_way(answer.way, view)}")
    yield from (((), words) for words in _told(loss, view))


def _ties(rows: Sequence[tuple[Seen, str, str]], view: View) -> Iterable[tuple[Text, ...]]:
    """A tie a line, with its mark, and what is said before and behind it."""
    for row, lead, end in rows[:MOST_TIES]:
        mark = mark_of(row, None, view.dataset)
        role = "open" if mark.startswith("~") else "contested" if mark == "?" else ""
        yield text(Run(mark.rjust(2), role)), text(f"{lead}{proposition(row, view.dataset)}{end}")
    if len(rows) > MOST_TIES:
        yield (), text(f"{len(rows) - MOST_TIES} more")


def _becomes(change: Change, view: View) -> str:
    """`then attributed`, `then undated`, `Joe Biden lost`."""
    told = []
    if change.standing:
        told.append(
            f"then {view.dataset.vocabulary.words['standing'][change.standing].get('page') or change.standing}"
        )
    elif change.voices:
        told.append(f"without {listing([view.dataset.name_of(voice) for voice in change.voices])}")
    if change.when:
        told.append("then undated" if change.when == "undated" else f"then dated {short(change.when)}")
    if change.answer:
        told.append(f"then {change.answer} on the days asked")
    return ", ".join(told)


def _told(loss: Loss, view: View) -> Iterable[Text]:
    """Traits and events that fall, on one line each kind; those of fewer voices or other days."""
    for what in ("trait", "event"):
        gone = [one for one in loss.told if one.what == what and one.falls]
        words = [f"{one.of}, {one.words}" if what == "trait" else one.words for one in gone[:MOST_TIES]]
        words += [f"{len(gone) - MOST_TIES} more"] if len(gone) > MOST_TIES else []
        if gone:
            yield text(
                f"{count(len(gone), what)} {'falls' if len(gone) == 1 else 'fall'}: {'; '.join(words)}"
            )
    for one in loss.told:
        if not one.falls:
            lost = (
                f"without {listing([view.dataset.name_of(voice) for voice in one.voices])}"
                if one.voices
                else ""
            )
            when = f"then dated {short(one.when[1])}" if one.when[1] else ""
            yield text(f"{one.what}, {one.words}: {', '.join(filter(None, [lost, when]))}")


def _way(way: Way | None, view: View) -> str:
    if way is None or way.steps is None:
        return "no path"
    first = " - ".join(view.dataset.name_of(name) for name in way.paths[0])
    more = f" and {len(way.paths) - 1} more" if len(way.paths) > 1 else ""
    return f"{count(way.steps, 'step')}, {first}{more}"
