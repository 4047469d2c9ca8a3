"""A paragraph is cited that the text of the source does not have, or an empty line of it."""

from collections.abc import Iterator

from ..model import Evidence
from ..problems import Problem
from .cited import Cited, number_of

WHY = (
    "Whoever looks it up finds nothing. It is a slip of the number, or the text in the folder is laid out in "
    "another way than the one that was coded: one paragraph a line."
)
GOOD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09, text: memo.txt}
""",
    "memo.txt": "A memo\nThe North has shipped rifles to the militia for years.\n",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: memo p2}
""",
}
BAD = {**GOOD, "relations.yaml": GOOD["relations.yaml"].replace("p2", "p22")}
ALSO_BAD = {**GOOD, "relations.yaml": GOOD["relations.yaml"].replace("p2", "p2+p3")}
_NEAR = 50


def check(cited: Cited) -> Iterator[Problem]:
    if cited.text is None:
        return
    last = len(cited.text.lines)
    for item in cited.items:
        for place in item.at:
            number = number_of(place) or 0
            if number > last:
                yield Problem(
                    "no-paragraph",
                    "error",
                    item.where,
                    f'there is no "{place}" in {cited.source.text}, which ends at p{last}',
                    ("Paragraph N is line N of the text. Look the passage up and write its number.",),
                )
            elif number and not cited.text.lines[number - 1].strip():
                yield _empty(cited, item, place, number)


def _empty(cited: Cited, item: Evidence, place: str, number: int) -> Problem:
    """An empty line between paragraphs: each line has a number, empty ones too."""
    assert cited.text is not None
    lines = cited.text.lines
    # Not farther, so that a text of nothing but empty lines costs no more than another.
    before = range(number - 1, max(0, number - _NEAR), -1)
    after = range(number + 1, min(len(lines), number + _NEAR) + 1)
    beside = (next((n for n in side if lines[n - 1].strip()), 0) for side in (before, after))
    there = " and ".join(f"p{n}" for n in beside if n)
    return Problem(
        "no-paragraph",
        "error",
        item.where,
        f'"{place}" of {item.source} is an empty line',
        (
            f"Paragraph N is line N of {cited.source.text}, and empty lines count."
            + (f" Beside it are words in {there}." if there else ""),
            "Or take the empty lines out of the text before anything is cited from it.",
        ),
    )
