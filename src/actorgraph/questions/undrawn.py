"""What a timeline has no lane for, in words: seen once, forecast, undated, and how much lies on other days."""

from collections.abc import Iterable, Sequence

from ..page import Block, Gap, Paragraph, Run, count, plain, text
from .compact import Piece, place
from .compact import paragraphs as briefly
from .timeline import ORDER, Entry, Timeline
from .wording import held_by, places, qualifiers

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
        yield from _facts(held) if section == "facts" else briefly(_pieces(held, answer))


def _facts(held: Sequence[Entry]) -> Iterable[Paragraph]:
    """`what it is: creed, nationalism [p10]`; of several actors each with its name."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for entry in held:
        mark = f"{entry.mark} " if entry.mark else ""
        by_place.setdefault((entry.name, entry.at), []).append(f"{mark}{entry.what}")
    told: list[Run] = []
    before = ""
    for (name, at), topics in by_place.items():
        who = f"{name}: " if name and name != before else ""
        before = name
        told += text("; " if told else "", who, ", ".join(dict.fromkeys(topics)), *place(at))
    if told:
        lead = "" if any(name for name, _ in by_place) else "what it is: "
        yield Paragraph(text(lead, *told), 2, 4)


def _pieces(held: Sequence[Entry], answer: Timeline) -> Iterable[Piece]:
    """One piece a tie or event."""
    rows: dict[str, list[Entry]] = {}
    for entry in held:
        rows.setdefault(entry.id, []).append(entry)
    for entries in rows.values():
        first = entries[0]
        at = places([e.item for e in entries if e.item], answer.dataset)
        yield Piece(first.mark, first.what, first.name, _words(entries, answer), at, first.link)


def _words(entries: Sequence[Entry], answer: Timeline) -> str:
    """What narrows the tie, and who says it; of a contested one who holds what."""
    first = entries[0]
    if first.seen and first.mark == "?":
        voices = [" ".join(held_by(entry.item, answer.dataset)) for entry in entries if entry.item]
        return ", ".join([*qualifiers(first.seen.relation, answer.dataset), *dict.fromkeys(voices)])
    return plain(first.words) if len({plain(entry.words) for entry in entries}) == 1 else ""
