"""A quote does not stand in the passage cited."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice, pairwise
from typing import NamedTuple

from ..model import Evidence
from ..nodes.lines import quoted
from ..problems import Problem
from ..text import fold
from .cited import MOST_WORDS, Cited, Spelled, Text, number_of, split
from .verbatim import figured, pieces, wanted

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
# So many words of a quote are looked for in as many as MOST_WORDS of a text: comparing costs the product of both.
MOST_QUOTED = 50
# So many differences are told, and so many words around the longest run are looked at for further ones.
MOST_TOLD, AROUND = 3, 6


class Near(NamedTuple):
    """The words of the text that are nearest to a quote: in which paragraph, how many in a row are the same."""

    paragraph: int
    words: list[str]
    run: int


def check(cited: Cited) -> Iterator[Problem]:
    text = cited.text
    if text is None:
        return
    for item in cited.items:
        if item.quote and text.passage(item.at) and not text.words(item.at).holds(wanted(item.quote)):
            places = "+".join(item.at) or cited.source.text
            advice, write = _meant(item, text, places)
            if cited.changed:
                advice = (f"The text is not the one that was coded: see changed-text. {advice[0]}",)
            yield Problem(
                "quote-not-found",
                "error",
                item.where,
                f'the quote "{item.quote}" is not in {places} of {item.source}',
                advice,
                write,
                ("or put it in your own words under `gist`.",),
            )


def _meant(item: Evidence, text: Text, places: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where it stands, else the nearest words of the text and how these differ."""
    looked_for = wanted(item.quote)
    if text.words(()).holds(looked_for):
        lines = [f"p{number}" for number in range(1, len(text.lines) + 1)]
        for at in (*((line,) for line in lines), *pairwise(lines)):
            if text.words(at).holds(looked_for):
                return (f"It stands in {' and '.join(at)}. Write instead:",), (f"at: {'+'.join(at)}",)
    typed = [word for piece in pieces(item.quote) for word in piece.text.split()][:MOST_QUOTED]
    cited = {n for n in map(number_of, item.at) if n and n <= len(text.lines)}
    spelled = (word for n in sorted(cited) for word in split(text.lines[n - 1], n))
    near = _nearest(typed, [*islice(spelled, MOST_WORDS)])
    beyond = _nearest(typed, text.spelled)
    elsewhere = bool(cited) and beyond is not None and beyond.run > max(near.run if near else 0, 1)
    found = beyond if elsewhere or not cited else near
    if found is None:
        return ("No words of it are there. Is it another paragraph? Look it up,",), ()
    paragraph = f"p{found.paragraph}"
    words = " ".join(found.words).strip(' ,.;:“”‘’"')
    where = paragraph if elsewhere else places
    told = f'Nearest in {where}: "{words}". {_differs(typed, found.words)} Write the words of the text:'
    return (told,), (*((f"at: {paragraph}",) if elsewhere else ()), f"quote: {quoted(words)}")


def _nearest(typed: list[str], words: list[Spelled]) -> Near | None:
    """The words of the text that stand where the quote has its own, around the longest run that both have."""
    theirs, ours = [word.folded for word in words], _compared(typed)
    same = SequenceMatcher(None, theirs, ours, autojunk=False).find_longest_match()
    if not same.size:
        return None
    start = max(0, same.a - same.b - AROUND)
    around = theirs[start : same.a + len(ours) - same.b + AROUND]
    blocks = SequenceMatcher(None, around, ours, autojunk=False).get_matching_blocks()[:-1]
    first, last = blocks[0], blocks[-1]
    begin = start + max(0, first.a - first.b)
    end = start + last.a + len(ours) - last.b
    return Near(words[same.a].paragraph, [word.text for word in words[begin:end]], same.size)


def _differs(typed: list[str], words: list[str]) -> str:
    """What the text has for the words of the quote, as in `It has "enemies" for "foes"`."""
    told = []
    for kind, a, b, c, d in SequenceMatcher(
        None, _compared(words), _compared(typed), autojunk=False
    ).get_opcodes():
        theirs, ours = (" ".join(one).strip(' ,.;:“”‘’"') for one in (words[a:b], typed[c:d]))
        if kind == "replace":
            told.append(f'"{theirs}" for "{ours}"')
        elif kind == "delete":
            told.append(f'"{theirs}", which the quote leaves out')
        elif kind == "insert":
            told.append(f'no "{ours}"')
    if not told:
        return "The same words stand there in another way."
    more = f"; {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    return f"It has {'; '.join(told[:MOST_TOLD])}{more}."


def _compared(words: Iterable[str]) -> list[str]:
    return [fold(figured(word)) for word in words]
