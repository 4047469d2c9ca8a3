"""A quote does not stand in the passage cited."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..model import Evidence
from ..nodes.lines import quoted
from ..problems import Problem
from ..text import fold
from .cited import Cited, Text

WHY = (
    "Readers take a quote for the source's very words. Copy them from the text, with `...` where words are left "
    "out and your own in [brackets]; what is said in your words goes to `gist`."
)
GOOD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09, text: memo.txt}
""",
    "memo.txt": "A memo\nThe two are sworn enemies, or so each says.\n",
    "relations.yaml": """\
relations:
  - {from: south, type: enmity, to: militia, evidence: {source: memo, at: p2, quote: sworn enemies ... each says}}
""",
}
BAD = {
    **GOOD,
    "relations.yaml": """\
relations:
  - {from: south, type: enmity, to: militia, evidence: {source: memo, at: p2, quote: sworn foes}}
""",
}
ALSO_BAD = {
    **GOOD,
    "relations.yaml": """\
relations:
  - {from: south, type: enmity, to: militia, evidence: {source: memo, at: p1, quote: sworn enemies}}
""",
}
# Words of a passage, and of a quote, that are searched for near ones: comparing costs the product of both.
MOST_WORDS, MOST_QUOTED = 20_000, 50


def check(cited: Cited) -> Iterator[Problem]:
    text = cited.text
    if text is None:
        return
    for item in cited.items:
        if item.quote and text.passage(item.at) and not _stands(_folded(item.quote), text.folded(item.at)):
            places = "+".join(item.at) or cited.source.text
            advice, write = _meant(item, text, places)
            yield Problem(
                "quote-not-found",
                "error",
                item.where,
                f'the quote "{item.quote}" is not in {places} of {item.source}',
                advice,
                write,
                ("or put it in your own words under `gist`.",),
            )


def pieces(quote: str) -> list[str]:
    """The parts of a quote that are the source's: what stands in brackets is the coder's, save a changed letter."""
    whole = re.sub(r"\[(\w)\]", r"\1", quote)
    return [piece for piece in re.split(r"\[[^\]]*\]|\.\.+|…", whole) if fold(piece)]


def _folded(quote: str) -> list[str]:
    return [fold(piece) for piece in pieces(quote)]


def _stands(folded: list[str], passage: str) -> bool:
    at = 0
    for piece in folded:
        found = passage.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _meant(item: Evidence, text: Text, places: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    folded = _folded(item.quote)
    numbers = range(1, len(text.lines) + 1) if _stands(folded, text.folded(())) else ()
    for number in numbers:
        if _stands(folded, text.folded((f"p{number}",))):
            return (f"It stands in p{number}. Write instead:",), (f"at: p{number}",)
    near = _nearest(item.quote, text.passage(item.at))
    if near:
        return (f'Nearest in {places}: "{near}". Write the words of the text:',), (f"quote: {quoted(near)}",)
    return ("No words of it are there. Is it another paragraph? Look it up,",), ()


def _nearest(quote: str, passage: str) -> str:
    """As many words of the passage as the quote has, where most of them in a row are the same."""
    words, typed = passage.split()[:MOST_WORDS], quote.split()[:MOST_QUOTED]
    folded = [fold(word) for word in typed]
    same = SequenceMatcher(None, [fold(word) for word in words], folded, autojunk=False).find_longest_match()
    if not same.size:
        return ""
    start = max(0, same.a - same.b)
    return " ".join(words[start : start + len(typed)]).strip(' ,.;:“”‘’"')
