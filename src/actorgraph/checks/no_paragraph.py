"""A paragraph is cited that the text of the source does not have."""

from collections.abc import Iterator

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
