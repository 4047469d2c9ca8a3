"""Readers of one value each: text, names, words of a closed list, dates. None means a fault was reported."""

from collections.abc import Callable, Collection
from typing import TypeVar

from ..nodes import Node, Scalar
from ..period import Date, Interval, Refusal, hint, read_date, read_interval
from ..vocabulary import Vocabulary
from .reader import Reader, Several

T = TypeVar("T", Date, Interval)
ID_LENGTH = 64
_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def text(reader: Reader, node: Node, key: str) -> str | None:
    """Any text that is not empty."""
    if not isinstance(node, Scalar):
        return reader.misshapen(
            node, f"`{key}` is one text, not a list or a mapping", "Write one value after the colon."
        )
    if not node.text.strip():
        return reader.fault(
            "empty-value", node, f"`{key}` has no value", ("Write one, or take the line out.",)
        )
    return node.text


texts = Several(text)


def is_id(word: str) -> bool:
    return (
        0 < len(word) <= ID_LENGTH
        and _ID_CHARACTERS.issuperset(word)
        and word[0] != "-"
        and word[-1] != "-"
        and "--" not in word
    )


def new_id(reader: Reader, node: Node, key: str) -> str | None:
    """An id that a record gives itself; the dots of a derived relation id are allowed in `id` and `see`."""
    word = text(reader, node, key)
    if word is None or is_id(word.replace(".", "-")):
        return word
    from ..text import slug

    return reader.fault(
        "bad-id",
        node,
        f'"{word}" is not an id',
        ("An id has small letters a to z, digits and single hyphens, at most 64. Write instead:",),
        (f"{key}: {slug(word)}",) if slug(word) else (),
    )


Words = Callable[[Vocabulary], Collection[str]]


class Word:
    """One word of a closed list."""

    def __init__(self, words: Words, problem: str) -> None:
        self.words = words
        self.problem = problem

    def __call__(self, reader: Reader, node: Node, key: str) -> str | None:
        return chosen(reader, node, key, self.words(reader.names.vocabulary), self.problem)


def word_of(words: str | Words, problem: str = "unknown-word") -> Word:
    """A word of one of the vocabulary's closed lists, by its name, or of the list found there."""
    return Word(words if callable(words) else lambda vocabulary: vocabulary.words[words], problem)


def chosen(
    reader: Reader, node: Node, key: str, words: Collection[str], problem: str = "unknown-word"
) -> str | None:
    word = text(reader, node, key)
    if word is None or word in words:
        return word
    return reader.unknown(
        problem, node, f'no {key} "{word}"', word, words, key, f"It is one of: {', '.join(words)}."
    )


MODALITY = word_of("modality")


def modality(reader: Reader, node: Node, key: str) -> str | None:
    """Whether the tie is so, wanted or forecast."""
    if isinstance(node, Scalar) and node.text in MODALITY.words(reader.names.vocabulary):
        return node.text
    from .modality import led

    return led(reader, node, key)


YES_NO = ("yes", "no")


def yes(reader: Reader, node: Node, key: str) -> bool | None:
    word = chosen(reader, node, key, YES_NO)
    return None if word is None else word == "yes"


def date(reader: Reader, node: Node, key: str) -> Date | None:
    """One date of the EDTF subset."""
    word = text(reader, node, key)
    if word is None:
        return None
    return _read(reader, node, key, read_date(word, key))


def interval(reader: Reader, node: Node, key: str) -> Interval | None:
    """A date or an interval of the EDTF subset."""
    word = text(reader, node, key)
    if word is None:
        return None
    return _read(reader, node, key, read_interval(word, key))


def _read(reader: Reader, node: Node, key: str, found: T | Refusal) -> T | None:
    if isinstance(found, Refusal):
        advice = (found.advice,) if found.advice else ("Write instead:",) if found.write else ()
        return reader.fault(
            "not-a-date", node, found.what, advice, [f"{key}: {text}" for text in found.write]
        )
    start, end = (found, found) if isinstance(found, Date) else (found.start, found.end)
    for one in (start,) if start == end else (start, end):  # the same is told once
        said = hint(one) if one else None
        if said:
            reader.hint("early-year", node, said, ("If it is, write the Gregorian date.",))
    return found


def actor(reader: Reader, node: Node, key: str) -> str | None:
    """The id of an actor of the data set."""
    word = text(reader, node, key)
    names = reader.names
    if word is None or word in names.actors:
        return word
    if word in names.voices:
        return reader.fault(
            "unknown-actor",
            node,
            f'"{word}" is a voice, and a voice is no end of a tie',
            ("Write it under `says`, or declare it as an actor in actors.yaml.",),
        )
    return reader.unknown(
        "unknown-actor",
        node,
        f'no actor "{word}"',
        word,
        names.actors,
        key,
        "A new actor is declared in actors.yaml.",
    )


actors = Several(actor)


def voice(reader: Reader, node: Node, key: str) -> str | None:
    """The id of an actor or a voice, or `author`."""
    word = text(reader, node, key)
    return None if word is None else known_voice(reader, node, key, word)


def known_voice(reader: Reader, node: Node, key: str, word: str) -> str | None:
    names = reader.names
    if word == "author" or word in names.actors or word in names.voices:
        return word
    return reader.unknown(
        "unknown-voice",
        node,
        f'no voice or actor "{word}"',
        word,
        [*names.actors, *names.voices, "author"],
        key,
        "A voice that is no actor is declared under `voices:` in sources.yaml.",
    )


voices = Several(voice)


def source(reader: Reader, node: Node, key: str) -> str | None:
    word = text(reader, node, key)
    return None if word is None else known_source(reader, node, key, word)


def known_source(reader: Reader, node: Node, key: str, word: str) -> str | None:
    if word in reader.names.source_ids:
        return word
    return reader.unknown(
        "unknown-source",
        node,
        f'no source "{word}"',
        word,
        reader.names.source_ids,
        key,
        "A source is declared in sources.yaml.",
    )


sources = Several(source)
