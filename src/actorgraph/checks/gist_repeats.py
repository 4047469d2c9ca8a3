"""A gist repeats the words of the source."""

from collections.abc import Iterator

from ..problems import Problem, Severity
from ..text import fold
from .cited import Cited

SEVERITY: Severity = "warning"
WHY = (
    "`gist` is the passage in the coder's words, so that a reader sees how it was understood; the source's own "
    "stand under `quote`. Say it in your words, or take the gist out."
)
# A word or two of the source are often the best ones.
FEWEST_WORDS = 5
# A gist is a line; of a longer one only the beginning is compared.
MOST_WORDS = 200
GOOD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, gist: sends arms, quote: has shipped rifles for many years}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, gist: shipped rifles for many years, quote: has shipped rifles for many years}
""",
}
ALSO_BAD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09, text: memo.txt}
""",
    "memo.txt": "The North, it seems, has shipped rifles for many years.\n",
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: memo, at: p1, gist: it has shipped rifles for many years in secret}
""",
}


def check(cited: Cited) -> Iterator[Problem]:
    for item in cited.items:
        if not item.gist:
            continue
        source = fold(item.quote) if item.quote else ""
        source += " " + cited.text.folded(item.at) if cited.text is not None else ""
        if not source:
            continue
        words = repeated(item.gist.split()[:MOST_WORDS], source)
        if words:
            yield Problem(
                "gist-repeats",
                SEVERITY,
                item.where,
                f'the gist "{item.gist}" has {len(words)} words in a row from the source: {" ".join(words)}',
                ("Say it in your own words; those of the source stand under `quote`.",),
            )


def repeated(gist: list[str], source: str) -> list[str]:
    """The longest run of the gist's words that the folded source has too; none that is short."""
    best: list[str] = []
    for start in range(len(gist)):
        end = start + max(FEWEST_WORDS, len(best) + 1)
        while end <= len(gist) and fold("".join(gist[start:end])) in source:
            best = gist[start:end]
            end += 1
    return best
