"""The text of a source is not the one whose sha256 is stated."""

from collections.abc import Iterator

from ..problems import Problem, Severity
from .cited import Cited

SEVERITY: Severity = "warning"
WHY = (
    "Paragraphs may have moved, and then every place cited points beside what was read. Compare it with the text "
    "that was coded; are the places still right, state the new sha256."
)
GOOD = {
    "sources.yaml": """\
sources:
  memo:
    title: A memo
    author: jane-doe
    published: 2021-09
    text: memo.txt
    sha256: 998fa708d3b2b830481fabbe7948bc17f8b66685adfff551077563dec590bbeb
""",
    "memo.txt": "The North has shipped rifles to the militia for years.\n",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: memo p1}
""",
}
BAD = {**GOOD, "memo.txt": "A MEMO\nThe North has shipped rifles to the militia for years.\n"}
ALSO_BAD = {**GOOD, "memo.txt": GOOD["memo.txt"].replace("\n", "\r\n")}


def check(cited: Cited) -> Iterator[Problem]:
    if cited.text is not None and cited.changed:
        yield Problem(
            "changed-text",
            SEVERITY,
            cited.source.where,
            f'"{cited.source.text}" is not the text whose sha256 is stated',
            ("Are the places cited still right? Then write:",),
            (f"sha256: {cited.text.sha256}",),
        )
