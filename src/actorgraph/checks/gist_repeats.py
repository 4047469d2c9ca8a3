"""A gist repeats the words of the source."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity
from ..text import fold

SEVERITY: Severity = "hint"
WHY = (
    "`gist` is the passage in the coder's words, so that a reader sees how it was understood; the source's own "
    "stand under `quote`. Say it in your words, or take the gist out."
)
# A word or two of the source are often the best ones.
FEWEST_WORDS = 4
GOOD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, gist: sends arms, quote: has shipped rifles for years}
""",
}
BAD = {
    "relations.yaml": """\
relations:
  - from: north
    type: support
    to: militia
    evidence: {source: report, at: p1, gist: has shipped rifles for years, quote: has shipped rifles for years}
""",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    traits = [trait for actor in dataset.actors.values() for trait in actor.traits]
    families = (dataset.relations, dataset.events.values(), traits)
    for items in (one.evidence for family in families for one in family):
        for item in items:
            if item.gist and item.quote and _repeats(item.gist, item.quote):
                yield Problem(
                    "gist-repeats",
                    SEVERITY,
                    item.where,
                    f'the gist "{item.gist}" repeats the quote',
                    ("Say it in your own words, or take the gist out: the quote stands there anyway.",),
                )


def _repeats(gist: str, quote: str) -> bool:
    return len(gist.split()) >= FEWEST_WORDS and fold(gist) in fold(quote)
