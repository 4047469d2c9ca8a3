"""What a timeline has no lane for, in words: seen once, forecast, undated, and how much lies on other days."""

from collections.abc import Iterable, Sequence

from ..page import Block, Gap, Paragraph, Run, Text, count, listing, plain, text
from .timeline import ORDER, Entry, Timeline
from .wording import held_by, places

HEADINGS = {
    "ahead": ("FORECAST", "after the record"),
    "undated": ("UNDATED", "the source gives no date"),
}


def paragraphs(answer: Timeline) -> Iterable[Block]:
    """A block for each kind; what is seen at one date only stands under that date."""
    seen = [entry for entry in answer.entries if entry.placed == "seen"]
    for when in sorted({entry.when for entry in seen}):
        held = [entry for entry in seen if entry.when == when]
        yield from _block(f"{when.upper()} ONLY", "before and after are not stated", held, answer)
    for placed, (heading, more) in HEADINGS.items():
        yield from _block(heading, more, [e for e in answer.entries if e.placed == placed], answer)
    out = len({entry.id for entry in answer.entries if entry.placed == "elsewhere"})
    left = [f"{count(out, 'row')} on other days"] if out else []
    left += [f"{count(answer.hidden, 'tie')} hidden by the lens"] if answer.hidden else []
    if left:
        yield Gap()
        yield Paragraph(text(f"{'; '.join(left)}."))


def _block(heading: str, more: str, entries: Sequence[Entry], answer: Timeline) -> Iterable[Block]:
    if not entries:
        return
    yield Gap()
    yield Paragraph(text(Run(heading, "heading"), f"; {more}"))
    for section in ORDER:
        held = [entry for entry in entries if entry.section == section]
        pieces = list(_facts(held) if section == "facts" else _pieces(held, answer))
        if pieces:
            joined = [
                run for number, piece in enumerate(pieces) for run in ([Run("; ")] * (number > 0) + [*piece])
            ]
            yield Paragraph(tuple(joined), 2, 4)


def _facts(held: Sequence[Entry]) -> Iterable[Text]:
    """`creed, nationalism [p10]`."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for entry in held:
        mark = f"{entry.mark} " if entry.mark else ""
        by_place.setdefault((entry.name, entry.at), []).append(f"{mark}{entry.what}")
    before = ""
    for (name, at), topics in by_place.items():
        who = f"{name}: " if name and name != before else ""
        before = name
        yield text(who, ", ".join(dict.fromkeys(topics)), *_at(at))


def _pieces(held: Sequence[Entry], answer: Timeline) -> Iterable[Text]:
    """One piece a tie, or for ties that differ in a name only."""
    rows: dict[str, list[Entry]] = {}
    for entry in held:
        rows.setdefault(entry.id, []).append(entry)
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for id_, entries in rows.items():
        first = entries[0]
        at = places([e.item for e in entries if e.item], answer.dataset)
        words = _words(entries, answer)
        alone = id_ if first.row == "event" or not first.link else ""
        groups.setdefault((first.mark, first.what, first.link, words, at, alone), []).append(first)
    before = ("", "")
    for (mark, what, link, words, at, _), entries in sorted(
        groups.items(), key=lambda one: _order(one[0], groups)
    ):
        names = listing(list(dict.fromkeys(entry.name for entry in entries)))
        who = f"{what} {link} {names}" if link else names
        lead = f"{what}: " if what and not link and (mark, what) != before else ""
        shown = f"{mark} " if mark and mark != before[0] else ""
        before = (mark, what)
        yield text(shown, lead, ", ".join(filter(None, [who, words])), *_at(at))


def _order(key: tuple[str, ...], groups: dict[tuple[str, ...], list[Entry]]) -> tuple[int, int]:
    """Rows of one mark, and of one kind in it, stand together, in the order in which the first of them comes."""
    keys = list(groups)
    same = [place for place, one in enumerate(keys) if one[0] == key[0]]
    kind = [place for place in same if keys[place][1] == key[1]]
    return same[0], kind[0]


def _words(entries: Sequence[Entry], answer: Timeline) -> str:
    """What narrows the tie, and who says it; of a contested one who holds what."""
    first = entries[0]
    if first.seen and first.mark == "?":
        voices = [" ".join(held_by(entry.item, answer.dataset)) for entry in entries if entry.item]
        return ", ".join(dict.fromkeys(voices))
    return plain(first.words) if len({plain(entry.words) for entry in entries}) == 1 else ""


def _at(at: str) -> Text:
    return text(" ", Run(f"[{at}]", "place")) if at else ()
