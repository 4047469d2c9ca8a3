"""The words of lens options, as typed on a command line, into a Lens."""

from collections.abc import Callable, Iterable
from typing import Any

from ..dataset import Dataset
from ..errors import Fault
from ..lens import PLAIN, Days, Lens, days
from ..period import Date, Refusal, read_date, read_interval
from ..standing import FIRM, STANDINGS
from ..text import fold, near
from .names import resolve

SIGNS = {"+": "+", "-": "-", "0": "0", "plus": "+", "minus": "-", "zero": "0"}


def lens(given: dict[str, list[str]], dataset: Dataset) -> Lens:
    """The lens of those options; what a comma joins is any of them. A Fault says which word can't be read."""
    found = PLAIN
    for option, values in given.items():
        words = [word.strip() for value in values for word in value.split(",") if word.strip()]
        if option == "roll-up":
            found = found._replace(roll_up=True)
        elif option == "known-by":
            for word in words:
                found = found.merged(Lens(known_by=_date(word, option)))
        elif option in ("on", "during"):
            for word in words:
                found = found.merged(Lens(days=_days(word, option)))
        elif option == "throughout":
            for word in words:
                found = found.merged(Lens(throughout=_days(word, option)))
        elif option == "type":
            found = found.merged(_types(words, dataset))
        elif words:
            names = frozenset(name for word in words for name in _NAMES[option](word, dataset))
            found = found.merged(_only(option, names))
    return found


def _only(option: str, names: frozenset[str]) -> Lens:
    fields: dict[str, Any] = {option: names}
    return PLAIN._replace(**fields)


def voice(word: str, dataset: Dataset) -> list[str]:
    """The id of a voice or an actor, by id or name."""
    if word in dataset.voices or word in dataset.actors:
        return [word]
    for found in dataset.voices.values():
        if fold(word) in (fold(found.id), fold(found.name)):
            return [found.id]
    actor = resolve(word, dataset)
    if not isinstance(actor, Fault):
        return [actor.id]
    speaking = dict.fromkeys(item.says for row in dataset.relations for item in row.evidence)
    known = [*speaking, *(dataset.name_of(id_) for id_ in speaking)]
    raise _unknown("voice", word, known, f"Voices: {', '.join(speaking)}.")


def source(word: str, dataset: Dataset) -> list[str]:
    if word not in dataset.sources:
        raise _unknown("source", word, dataset.sources, f"Sources: {', '.join(dataset.sources)}.")
    return [word]


def without(word: str, dataset: Dataset) -> list[str]:
    """A source, a paragraph `mir-2021:p27`, or a voice."""
    name, colon, _ = word.partition(":")
    if name in dataset.sources:
        return [word]
    if colon:
        raise _unknown("source", name, dataset.sources, f"Sources: {', '.join(dataset.sources)}.")
    return voice(word, dataset)


def _family(word: str, dataset: Dataset) -> list[str]:
    return [_one_of("family", word, dataset.vocabulary.families)]


def _sign(word: str, dataset: Dataset) -> list[str]:
    return [SIGNS[_one_of("sign", word, SIGNS)]]


def _kind(word: str, dataset: Dataset) -> list[str]:
    return [_one_of("kind", word, dataset.vocabulary.kinds)]


def _standing(word: str, dataset: Dataset) -> list[str]:
    return sorted(FIRM) if word == "firm" else [_one_of("standing", word, [*STANDINGS, "firm"])]


_NAMES: dict[str, Callable[[str, Dataset], list[str]]] = {
    "says": voice,
    "source": source,
    "without": without,
    "family": _family,
    "sign": _sign,
    "kind": _kind,
    "standing": _standing,
}


def _types(words: list[str], dataset: Dataset) -> Lens:
    """Types by name or inverse; a family's name stands for all its types."""
    vocabulary = dataset.vocabulary
    names: set[str] = set()
    for word in words:
        if word in vocabulary.families:
            names |= {name for name, type_ in vocabulary.types.items() if type_.family == word}
            continue
        name = vocabulary.canonical(word)
        if name is None:
            known = [*vocabulary.types, *vocabulary.inverses, *vocabulary.families]
            used = sorted({row.type for row in dataset.relations})
            raise _unknown("relation type", word, known, f"In use: {', '.join(used)}.")
        names.add(name)
    return Lens(type=frozenset(names)) if names else PLAIN


def _one_of(what: str, word: str, known: Iterable[str]) -> str:
    words = list(known)
    if word not in words:
        raise _unknown(what, word, words, f"It is one of: {', '.join(words)}.")
    return word


def _unknown(what: str, word: str, known: Iterable[str], otherwise: str) -> Fault:
    found = near(word, list(known), 1)
    return Fault(f'No {what} "{word}". {f"Nearest: {found[0]}." if found else otherwise}')


def _date(word: str, option: str) -> Date:
    found = read_date(word, option)
    if isinstance(found, Refusal):
        raise _refused(option, found)
    return found


def _days(word: str, option: str) -> Days:
    found = read_interval(word, option)
    if isinstance(found, Refusal):
        raise _refused(option, found)
    return days(found)


def _refused(option: str, refusal: Refusal) -> Fault:
    better = f" Try: --{option} {refusal.write[0]}" if refusal.write else ""
    return Fault(f"--{option}: {refusal.what}.{better}")
