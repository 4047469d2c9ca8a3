"""A place looks like the number of a paragraph, and is not written as one."""

import re
from collections.abc import Iterator

from ..problems import Problem
from .cited import Cited, number_of

SEVERITY = "hint"
WHY = (
    "Where a source has its text in the folder, paragraph 4 is p4, and only then a quote is looked for there and a "
    "reader led to it. A bare 4 is printed as typed and may as well be a page. Anything else that is no paragraph, "
    "such as a page, a caption or a table, is named in a word of your own: page4, caption, table2."
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
BAD = {**GOOD, "relations.yaml": GOOD["relations.yaml"].replace("memo p2", "memo 2")}
ALSO_BAD = {**GOOD, "relations.yaml": GOOD["relations.yaml"].replace("memo p2", "memo para2")}
_NUMBERED = re.compile(r"(?:p|par|para|paragraph|line|l|\xb6|\xa7)?[.:-]?0*([1-9][0-9]{0,8})", re.IGNORECASE)


def check(cited: Cited) -> Iterator[Problem]:
    if cited.text is None:
        return
    last = len(cited.text.lines)
    for item in cited.items:
        for place in item.at:
            found = None if number_of(place) else _NUMBERED.fullmatch(place)
            if not found:
                continue
            there = int(found[1]) <= last
            yield Problem(
                "place-not-numbered",
                "hint",
                item.where,
                f'"{place}" is not read as a paragraph of {item.source}, whose text has p1 to p{last}',
                ("Is it the paragraph? Write:",) if there else ("Is it a page? Write:",),
                (f"p{found[1]}" if there else f"page{found[1]}",),
            )
