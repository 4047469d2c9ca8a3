"""On what an answer rests: the documents and voices that the lens leaves, and to what date they know."""

from typing import NamedTuple

from ..model import Source
from ..page import Run, Text, Title, count, listing, text
from ..view import View

MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


class Basis(NamedTuple):
    """Documents, the voices that speak on the subject, the lens in words, and the last date of publication."""

    sources: tuple[Source, ...]
    voices: tuple[str, ...]
    lens: tuple[str, ...]
    known: str


def basis(view: View, around: str | None = None) -> Basis:
    """What is left of the sources for the relations seen, or for those of one actor."""
    dataset = view.dataset
    rows = view.relations(around)
    used = {item.source for row in rows for item in row.items}
    if around is not None:
        for trait in dataset.actors[around].traits:
            used |= {item.source for item in view.sight.evidence(trait.evidence)}
    sources = tuple(source for source in dataset.sources.values() if source.id in used)
    own = {source.own for source in sources}
    voices = dict.fromkeys(i.says for row in rows for i in row.items if i.says not in own)
    dates = [source.published for source in sources if source.published]
    latest = max(dates, key=lambda date: (date.last, date.text)) if dates else None
    return Basis(sources, tuple(voices), tuple(_words(view)), latest.text if latest else "")


def _words(view: View) -> list[str]:
    """The lens, an option at a time, for the first line of a page."""
    lens, name = view.lens, view.dataset.name_of
    words = []
    if lens.days:
        words.append(f"{'during' if '/' in lens.days.text else 'on'} {lens.days.text}")
    if lens.throughout:
        words.append(f"throughout {lens.throughout.text}")
    if lens.known_by:
        words.append(f"known by {lens.known_by.text}")
    if lens.says is not None:
        words.append(f"as said by {listing(sorted(name(voice) for voice in lens.says))}")
    if lens.source is not None:
        words.append(f"from {listing(sorted(lens.source))}")
    for option in ("type", "family", "sign", "kind", "standing"):
        chosen = getattr(lens, option)
        if chosen is not None:
            words.append(f"{option} {listing(sorted(chosen), 'or')}")
    if lens.without:
        words.append(f"without {listing(sorted(lens.without))}")
    if lens.roll_up:
        words.append("rolled up")
    return words


def title(name: str, found: Basis) -> Title:
    """The name with the lens, and the date to which the record knows."""
    lens = [Run(f", {word}", "lens") for word in found.lens]
    known = f"known to {month(found.known)}" if found.known else ""
    return Title(text(Run(name, "name"), *lens), text(Run(known, "dim")))


def month(date: str) -> str:
    """`2021-09` as `Sept 2021`; other dates as they are."""
    year, _, rest = date.partition("-")
    number = rest[:2]
    if number.isdigit() and len(rest) == 2 and 1 <= int(number) <= 12:
        return f"{MONTHS[int(number) - 1]} {year}"
    return date


def document_line(found: Basis, view: View) -> Text:
    """`Basis: one document [M] Mir, USIP.` and who speaks where no voice is named."""
    if not found.sources:
        return text("Basis: no document is left by this lens.")
    named = [_source(source, view) for source in found.sources[:3]]
    number = "one document" if len(found.sources) == 1 else count(len(found.sources), "document")
    more = f" and {len(found.sources) - 3} more" if len(found.sources) > 3 else ""
    speaks = " Where no voice is named its author speaks." if len(found.sources) == 1 else ""
    return text(f"Basis: {number} {', '.join(named)}{more}.{speaks}")


def _source(source: Source, view: View) -> str:
    name = view.dataset.name_of
    by = ", ".join(name(voice) for voice in (source.author, source.publisher) if voice)
    return f"[{view.dataset.label_of(source.id)}] {by}"
