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


def check(cited: Cited) -> Iterator[Problem]:
    if cited.text is None:
        return
    last = len(cited.text.lines)
    for item in cited.items:
        for place in item.at:
            if (number_of(place) or 0) > last:
                yield Problem(
                    "no-paragraph",
                    "error",
                    item.where,
                    f'there is no "{place}" in {cited.source.text}, which ends at p{last}',
                    ("Paragraph N is line N of the text. Look the passage up and write its number.",),
                )
            elif (number := number_of(place)) and not cited.text.lines[number - 1].strip():
                yield _empty(cited, item, place, number)


def _empty(cited: Cited, item: Evidence, place: str, number: int) -> Problem:
    """An empty line between paragraphs: each line has a number, empty ones too."""
    assert cited.text is not None
    lines = cited.text.lines
    beside = [n for n in (*range(number - 1, 0, -1),) if lines[n - 1].strip()][:1]
    beside += [n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()][:1]
    there = " and ".join(f"p{n}" for n in beside)
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
