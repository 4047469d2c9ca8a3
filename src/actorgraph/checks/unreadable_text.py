"""The text of a source can't be read."""

from collections.abc import Iterator

from ..problems import Problem, Severity
from .cited import Cited

SEVERITY: Severity = "warning"
WHY = (
    "Quotes, dates and gists of that source are then checked against nothing. Put the file into the folder of "
    "the data set; is it kept elsewhere for its copyright, say so under `suppress:`."
)
GOOD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09, text: memo.txt}
""",
    "memo.txt": "The North has shipped rifles to the militia for years.\n",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: memo p1}
""",
}
BAD = {name: text for name, text in GOOD.items() if name != "memo.txt"}
ALSO_BAD = {**GOOD, "sources.yaml": GOOD["sources.yaml"].replace("memo.txt", "../memo.txt")}


def check(cited: Cited) -> Iterator[Problem]:
    if cited.unread:
        yield Problem(
            "unreadable-text",
            SEVERITY,
            cited.source.where,
            f'the text "{cited.source.text}" can\'t be read: {cited.unread}',
            ("`text` names a file inside the folder of the data set. Paragraph N is line N of it.",),
        )
