"""Evidence: one item or a list; an item is a string of one, two or four words, or a mapping."""

import re
from typing import Any

from ..model import Evidence
from ..nodes import Mapping, Node, Scalar
from ..period import Date, Interval
from ..spell import Claim
from .reader import Either, Field, Nested, Reader, Several, Shape, fields, require
from .values import date, interval, known_source, known_voice, source, text, voice, voices, word_of

HEDGE_WORDS = 3
LONGEST_PLACE = 200
CREDIBILITY = ("1", "2", "3", "4", "5", "6")


def places(reader: Reader, node: Node, key: str) -> tuple[str, ...] | None:
    """Locators without blanks, joined by `+`."""
    word = text(reader, node, key)
    return None if word is None else _places(reader, node, word, "at: ")


def hedge(reader: Reader, node: Node, key: str) -> str | None:
    word = text(reader, node, key)
    if word is None or len(word.split()) <= HEDGE_WORDS:
        return word
    return reader.fault(
        "long-hedge",
        node,
        f"a hedge is the source's hedging word, at most {HEDGE_WORDS} of them",
        ("Put the rest in your own words under `gist`.",),
    )


SHAPE = Shape(
    "evidence",
    {
        "source": Field("source", source),
        "at": Field("at", places),
        "says": Field("says", voice),
        "via": Field("via", voices),
        "stance": Field("stance", word_of("stances", "unknown-stance")),
        "hedge": Field("hedge", hedge),
        "likelihood": Field("likelihood", word_of("likelihood")),
        "confidence": Field("confidence", word_of("confidence")),
        "credibility": Field("credibility", word_of(lambda _: CREDIBILITY)),
        "said": Field("said", date),
        "when": Field("when", interval),
        "as-of": Field("as_of", interval),
        "gone-by": Field("gone_by", date),
        "gist": Field("gist", text),
        "quote": Field("quote", text),
        "retrieved": Field("retrieved", date),
    },
    required=("source",),
)


def timed(
    items: tuple[Evidence, ...],
    when: Interval | None,
    as_of: Interval | None,
    gone_by: Date | None,
    modality: str,
    reader: Reader,
) -> tuple[Evidence, ...]:
    """The items with the dates that count for each: its own, or the row's where it has none of the three."""
    expected = modality == "expected"
    found = []
    for item in items:
        published = (
            reader.names.sources[item.source].published if item.source in reader.names.sources else None
        )
        own = item.when is not None or item.as_of is not None or item.gone_by is not None
        dates = (item.when, item.as_of, item.gone_by) if own else (when, as_of, gone_by)
        time = Claim(*dates, item.said or published, published, expected)
        found.append(Evidence(*item[:-1], time))  # the last field; _replace takes three times as long
    return tuple(found)


def _item(reader: Reader, node: Node, key: str) -> Evidence | None:
    before = reader.errors
    values = fields(reader, node, SHAPE, "an item of evidence")
    if values is None:
        return None
    require(reader, node, SHAPE, "this item of evidence")
    if reader.errors > before or not _likely(reader, node, values):
        return None
    return _own_voice(reader, Evidence(where=reader.span(node), **values))


def short(reader: Reader, node: Scalar, key: str) -> Evidence | None:
    words = node.text.split()
    if not words:
        text(reader, node, "evidence")
        return None
    if len(words) not in (1, 2, 4):
        return _miscounted(reader, node, words)
    before = reader.errors
    named = known_source(reader, node, "", words[0]) or _told_at(reader, node, 0)
    at = _places(reader, node, words[1], "") or _told_at(reader, node, 1) if len(words) > 1 else ()
    says, stance = "author", "supports"
    if len(words) == 4:
        says = known_voice(reader, node, "", words[2]) or _told_at(reader, node, 2) or ""
        stance = words[3]
        stances = reader.names.vocabulary.words["stances"]
        if stance not in stances:
            new = f"It is one of: {', '.join(stances)}."
            reader.unknown("unknown-stance", node, f'no stance "{stance}"', stance, stances, "", new)
            _told_at(reader, node, 3)
    if reader.errors > before or named is None or at is None:
        return None
    return _own_voice(reader, Evidence(named, reader.span(node), at, says, (), stance))


# The items, each with its source's own voice in place of `author`; dates are given by `timed`.
evidence = Several(Either(short, Nested(SHAPE, _item)))


def _miscounted(reader: Reader, node: Scalar, words: list[str]) -> None:
    """Evidence of three words lacks one; of more, it is no longer short."""
    source_, at, *rest = words
    if len(rest) > 1:
        write = f"evidence: {{source: {source_}, at: {at}, says: ..., stance: ..., gist: ...}}"
    elif rest[0] in reader.names.vocabulary.words["stances"]:
        write = f"evidence: {source_} {at} author {rest[0]}"
    else:
        write = f"evidence: {source_} {at} {rest[0]} supports"
    reader.fault(
        "evidence-words",
        node,
        f"evidence in short form has 1, 2 or 4 words; this has {len(words)}",
        ("The words are: source, place, voice, stance; or source, place; or source alone. Such as:",),
        (write,),
    )


def _told_at(reader: Reader, node: Scalar, index: int) -> None:
    """Move the problem just told from the whole scalar to one of its words."""
    where = reader.span(node)
    words = list(re.finditer(r"\S+", node.text))
    as_typed = where.length == len(node.text) + 2 * (not node.plain)  # no escapes, all on one line
    if as_typed and reader.problems:
        column = where.column + words[index].start() + (not node.plain)
        reader.problems[-1] = reader.problems[-1]._replace(
            where=where._replace(column=column, length=len(words[index][0]))
        )


def _places(reader: Reader, node: Node, word: str, key: str) -> tuple[str, ...] | None:
    if len(word) > LONGEST_PLACE:
        what = f"a place of {len(word):,} characters; at most {LONGEST_PLACE} are read"
        return reader.fault(
            "bad-place",
            node,
            what,
            ("Name the paragraphs, such as p6+p8. Further ones are an item of their own.",),
        )
    parts = tuple(word.split("+"))
    if all(parts) and len(word.split()) == 1:
        return parts
    return reader.fault(
        "bad-place",
        node,
        f'"{word}" is not a place in a source',
        ("A place has no blanks; several are joined by a plus. Write instead:",),
        (f"{key}{'+'.join(word.replace('+', ' ').replace(',', ' ').split())}",),
    )


def _own_voice(reader: Reader, item: Evidence) -> Evidence:
    if item.says != "author":
        return item
    found = reader.names.sources.get(item.source)
    return item._replace(says=found.own or "author") if found else item


def _likely(reader: Reader, node: Node, values: dict[str, Any]) -> bool:
    word = values.get("likelihood")
    if word is None or values.get("stance", "supports") != "supports":
        return True
    if reader.names.vocabulary.words["likelihood"][word].get("below-even") != "yes":
        return True
    typed = node.get("likelihood") if isinstance(node, Mapping) else None
    reader.fault(
        "unlikely-support",
        typed or node,
        f'a voice that calls it "{word}" does not support it',
        ("Write beside it:",),
        ("stance: doubts",),
    )
    return False
