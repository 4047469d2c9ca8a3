"""Who speaks in the record and which places it cites: the words of --says, --source and --without."""

from collections.abc import Iterable, Iterator

from ..dataset import Dataset
from ..errors import Fault
from ..model import Evidence
from ..text import near
from .names import bearers, initials, resolve, words


def evidence(dataset: Dataset) -> Iterator[Evidence]:
    """Every item of the record, whatever it stands on."""
    for row in dataset.relations:
        yield from row.evidence
    for actor in dataset.actors.values():
        for trait in actor.traits:
            yield from trait.evidence
        for alias in actor.aliases:
            yield from alias.evidence
    for event in dataset.events.values():
        yield from event.evidence
    for scenario in dataset.scenarios.values():
        yield from scenario.cites


def voice(word: str, dataset: Dataset) -> list[str]:
    """The id of a voice or an actor, by id, name, alias, or how one of those who speak begins."""
    if word in dataset.voices or word in dataset.actors:
        return [word]
    named = {voice.id: [voice.id, voice.name] for voice in dataset.voices.values()}
    named |= {id_: words(actor) for id_, actor in dataset.actors.items()}
    speaking = list(dict.fromkeys(item.says for item in evidence(dataset)))
    called = {id_: named.get(id_, [id_]) for id_ in speaking}
    short = {id_: names for id_, names in called.items() if initials(word, names)}
    found = bearers(word, called) or list(short)
    if len(found) == 1 and (word.strip().isupper() or not short):
        return found
    if found:
        meant = list(short) or found
        told = " or ".join(f"{id_} ({dataset.name_of(id_)})" for id_ in meant)
        raise Fault(f'No voice is called "{word}". Nearest: {told}. Try: --says {meant[0]}')
    actor = resolve(word, dataset)
    if not isinstance(actor, Fault):
        return [actor.id]
    known = {name: id_ for id_, names in called.items() for name in names}
    nearest = near(word, known, 1)
    said = f"Nearest: {known[nearest[0]]}." if nearest else f"Voices: {', '.join(speaking)}."
    raise Fault(f'No voice "{word}". {said} All: actorgraph list voices')


def source(word: str, dataset: Dataset) -> list[str]:
    """The id of a source."""
    if word not in dataset.sources:
        raise _no_source(word, dataset)
    return [word]


def without(word: str, dataset: Dataset) -> list[str]:
    """A source, a paragraph `mir-2021:p27`, or a voice."""
    name, colon, _ = word.partition(":")
    if name in dataset.sources:
        return [word]
    if colon:
        raise _no_source(name, dataset)
    holding = [id_ for id_ in dataset.sources if word in _places(id_, dataset)]
    if holding and word not in dataset.voices and word not in dataset.actors:
        raise Fault(
            f'"{word}" is a place in a source. Try: --without {",".join(f"{id_}:{word}" for id_ in holding)}'
        )
    return voice(word, dataset)


def must_be_cited(word: str, dataset: Dataset) -> None:
    """A Fault where the word is a place and no evidence cites it."""
    source, colon, at = word.partition(":")
    cited = _places(source, dataset)
    if not colon or at in cited:
        return
    if meant := [one for one in cited if one.lstrip("p") in at.lower().replace("p", "").split("+")] or _span(
        at, cited
    ):
        tried = ",".join(f"{source}:{one}" for one in meant)
        raise Fault(f'No paragraph "{at}" of {source} is cited. Try: --without {tried}')
    told = f"Cited: {' '.join(cited)}." if cited else "None of its paragraphs is."
    raise Fault(f'No paragraph "{at}" of {source} is cited. {told}')


def _places(source: str, dataset: Dataset) -> list[str]:
    """The places of the source that are cited, in its order."""
    found = {at for item in evidence(dataset) if item.source == source for at in item.at}
    return sorted(found, key=lambda at: (_number(at), at))


def _span(at: str, cited: list[str]) -> list[str]:
    """The cited places from the first to the last of `p3-p5`."""
    first, hyphen, last = at.partition("-")
    if not hyphen or not _number(first) or not _number(last):
        return []
    return [one for one in cited if _number(first) <= _number(one) <= _number(last)]


def _number(at: str) -> int:
    return int("".join(c for c in at if c in "0123456789")[:18] or 0)


def _no_source(word: str, dataset: Dataset) -> Fault:
    return no_such("source", word, dataset.sources, f"Sources: {', '.join(dataset.sources)}.")


def no_such(what: str, word: str, known: Iterable[str], otherwise: str) -> Fault:
    """No such word: the nearest, or what there is."""
    found = near(word, list(known), 1)
    return Fault(f'No {what} "{word}". {f"Nearest: {found[0]}." if found else otherwise}')
