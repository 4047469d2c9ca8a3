"""The words of lens options, as typed on a command line, into a Lens."""

from collections.abc import Callable, Iterable
from typing import Any

from ..dataset import Dataset
from ..errors import Fault
from ..lens import PLAIN, Lens
from ..standing import FIRM, STANDINGS
from . import cited, dates

ASSUMING = {"scenario", "assume", "assume-not"}
SIGNS = {"+": "+", "-": "-", "0": "0", "plus": "+", "minus": "-", "zero": "0"}


def asked(given: dict[str, list[str]], dataset: Dataset) -> Lens:
    """The lens of a request: as `lens`, but what can't be met is a Fault, not an empty page.

    That is where options have nothing in common, or a place to leave out stands in no evidence.
    """
    found = lens(given, dataset)
    days = [
        (f"--{option} {word}", dates.asked_days(word, option))
        for option in ("on", "during")
        for word in _words(option, given.get(option, []))
    ]
    if fault := dates.apart(days) or _no_type(found, given, dataset):
        raise fault
    for word in _words("without", given.get("without", [])):
        cited.must_be_cited(word, dataset)
    return found


def lens(given: dict[str, list[str]], dataset: Dataset) -> Lens:
    """The lens of those options; what a comma joins is any of them. A Fault says which word can't be read."""
    found = PLAIN
    for option, values in given.items():
        words = _words(option, values)
        if option in ASSUMING:
            continue
        if option == "roll-up":
            found = found._replace(roll_up=True)
        elif option == "known-by":
            for word in words:
                found = found.merged(Lens(known_by=dates.date(word, option)))
        elif option in ("on", "during"):
            for word in words:
                found = found.merged(Lens(days=dates.asked_days(word, option)))
        elif option == "throughout":
            for word in words:
                found = found.merged(Lens(throughout=dates.asked_days(word, option)))
        elif option == "type":
            found = found.merged(_types(words, dataset))
        elif words:
            names = frozenset(name for word in words for name in _NAMES[option](word, dataset))
            found = found.merged(_only(option, names))
    return _supposing(found, given, dataset) if ASSUMING & given.keys() else found


def _supposing(lens: Lens, given: dict[str, list[str]], dataset: Dataset) -> Lens:
    """The lens with the scenarios that are named and what the line itself assumes."""
    from .assumed import assumed, named

    scenarios = [named(word, dataset) for word in _words("scenario", given.get("scenario", []))]
    own = assumed(given.get("assume", []), given.get("assume-not", []), lens.throughout or lens.days, dataset)
    return lens.merged(Lens(suppose=tuple(filter(None, [*scenarios, own]))))


def _words(option: str, values: list[str]) -> list[str]:
    """What a comma joins, apart; an option that was given nothing is a Fault."""
    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    if values and not words:
        raise _empty(option)
    return words


def _empty(option: str) -> Fault:
    """An option that was given nothing."""
    shown = {"on": "2018", "during": "2016/2018", "throughout": "2016/2018", "known-by": "2018"}.get(option)
    what = f"Give it a date, such as --{option} {shown}." if shown else "Give it a word, or leave it out."
    return Fault(f"--{option} is empty. {what}")


def _no_type(wanted: Lens, given: dict[str, list[str]], dataset: Dataset) -> Fault | None:
    """What to say where no type of tie is of the types, families and signs asked together."""
    if any(
        (wanted.type is None or type_.name in wanted.type)
        and (wanted.family is None or type_.family in wanted.family)
        and (wanted.sign is None or type_.sign in wanted.sign)
        for type_ in dataset.vocabulary.types.values()
    ):
        return None
    told = [
        f"--{option} {','.join(given[option])}" for option in ("type", "family", "sign") if given.get(option)
    ]
    return Fault(f"No type of tie fits {' and '.join(told)} together. Ask them one at a time.")


def _only(option: str, names: frozenset[str]) -> Lens:
    fields: dict[str, Any] = {option: names}
    return PLAIN._replace(**fields)


def _family(word: str, dataset: Dataset) -> list[str]:
    return [_one_of("family", word, dataset.vocabulary.families)]


def _sign(word: str, dataset: Dataset) -> list[str]:
    return [SIGNS[_one_of("sign", word, SIGNS)]]


def _kind(word: str, dataset: Dataset) -> list[str]:
    return [_one_of("kind", word, dataset.vocabulary.kinds)]


def _standing(word: str, dataset: Dataset) -> list[str]:
    return sorted(FIRM) if word == "firm" else [_one_of("standing", word, [*STANDINGS, "firm"])]


_NAMES: dict[str, Callable[[str, Dataset], list[str]]] = {
    "says": cited.voice,
    "source": cited.source,
    "without": cited.without,
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
            raise cited.no_such("relation type", word, known, f"In use: {', '.join(used)}.")
        names.add(name)
    return Lens(type=frozenset(names)) if names else PLAIN


def _one_of(what: str, word: str, known: Iterable[str]) -> str:
    words = list(known)
    if word not in words:
        raise cited.no_such(what, word, words, f"It is one of: {', '.join(words)}.")
    return word
