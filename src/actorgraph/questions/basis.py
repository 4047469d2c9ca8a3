"""On what an answer rests: the documents and voices that the lens leaves, and to what date they know."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model import ASSUMED, Source
from ..page import Run, Text, Title, count, listing, text
from ..view import View
from .wording import families, firm

MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


class Basis(NamedTuple):
    """Documents, the voices that speak on the subject, the lens in words, and the last date of publication.

    `ended` are the relations that a what-if has ended.
    """

    sources: tuple[Source, ...]
    voices: tuple[str, ...]
    asked: tuple[str, ...]
    known: str
    ended: tuple[str, ...] = ()

    @property
    def lens(self) -> tuple[str, ...]:
        """The lens in words, with what a what-if in it ends."""
        return (*self.asked, *(f"what if, ended: {id_}" for id_ in self.ended))


def basis(view: View, around: str | None = None) -> Basis:
    """What is left of the sources for all that is seen, or for what is told of one actor."""
    dataset = view.dataset
    rests = view.borne(around)
    used = {*rests.sources, *_told(view, around)}
    sources = dataset.cited(used)
    own = {source.own for source in sources}
    voices = (voice for voice in rests.voices if voice not in own)
    gone = tuple(row.relation.id for row in view.ended())
    dates = [source.published for source in sources if source.published]
    latest = max(dates, key=lambda date: (date.last, date.text)) if dates else None
    return Basis(sources, tuple(voices), tuple(_words(view, around)), latest.text if latest else "", gone)


def leaves(view: View, source: Source) -> bool:
    """Whether the lens leaves the source: a page of then names nothing that came out later."""
    lens = view.lens
    if lens.known_by and (source.published is None or source.published.last > lens.known_by.last):
        return False
    return (
        not lens.empty and source.id not in lens.without and (lens.source is None or source.id in lens.source)
    )


def _told(view: View, around: str | None) -> Iterator[str]:
    """The sources of traits and events, and of the ties that an actor's page counts: what it says, what is aimed at it."""
    dataset, evidence = view.dataset, view.sight.evidence
    if around is None and view.lens.whole:
        yield from dataset.described
        return
    for actor in dataset.actors.values() if around is None else (dataset.actors[around],):
        for trait in actor.traits:
            yield from (item.source for item in evidence(trait.evidence))
    for event in dataset.events.values():
        if around is None or any(around in who for _, who in event.who):
            yield from (item.source for item in evidence(event.evidence))
    if around is not None:
        for row in view.naming(around):
            aimed = around in row.relation.against
            yield from (item.source for item in row.items if aimed or item.says == around)


def _words(view: View, around: str | None) -> list[str]:
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
    chosen = {
        "type": lens.type and families(lens.type, view.dataset), "family": lens.family, "sign": lens.sign,
        "kind": lens.kind, "standing": lens.standing and firm(lens.standing),
    }  # fmt: skip
    words += [
        f"{option} {listing(sorted(held), 'or')}" for option, held in chosen.items() if held is not None
    ]
    if lens.without:
        words.append(f"without {listing(sorted(lens.without))}")
    words += [f"what if: {scenario.name}" for scenario in lens.suppose if scenario.id != ASSUMED]
    if any(scenario.id == ASSUMED for scenario in lens.suppose):
        words.append("what if, as assumed here")
    if lens.roll_up:
        words.append(f"rolled up{_with_parts(view, around)}")
    return words


def _with_parts(view: View, around: str | None) -> str:
    """Who stands under the actor through roll-up, parts by name: ` with Haqqani Network and 6 segments`."""
    dataset, top = view.dataset, view.sight.belonging.top
    if around is None:
        return ""
    below = [a for a in dataset.actors.values() if a.id != around and top(a.id, view.lens.days) == around]
    parts = [actor.name for actor in below if actor.kind != "segment"]
    segments = len(below) - len(parts)
    named = parts if len(parts) < 3 else [count(len(parts), "part")]
    told = listing([*named, *([count(segments, "segment")] if segments else [])])
    return f" with {told}" if told else ""


def title(name: str, found: Basis) -> Title:
    """The name with the lens, and the date to which the record knows."""
    lens = [Run(f", {word}", "lens") for word in found.asked]
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
        none = "Basis: no document is left by this lens." if found.lens else "Basis: no document."
        return text(none, _what_if(view))
    named = [_source(source, view) for source in found.sources[:3]]
    number = "one document" if len(found.sources) == 1 else count(len(found.sources), "document")
    more = f" and {len(found.sources) - 3} more" if len(found.sources) > 3 else ""
    speaks = " Where no voice is named its author speaks." if len(found.sources) == 1 else ""
    return text(f"Basis: {number} {', '.join(named)}{more}.{speaks}", _what_if(view))


def _what_if(view: View) -> str:
    from .supposing import supposing

    return f" {supposing(view)}" if view.lens.suppose else ""


def _source(source: Source, view: View) -> str:
    name = view.dataset.name_of
    by = ", ".join(name(voice) for voice in (source.author, source.publisher) if voice)
    return f"[{view.dataset.label_of(source.id)}] {by}"
