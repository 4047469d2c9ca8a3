"""A year that the passage cited does not mention."""

import re
from collections.abc import Iterator

from ..model import Evidence
from ..period import Date
from ..problems import Problem, Severity
from .cited import Cited, Text

SEVERITY: Severity = "warning"
WHY = (
    "A date belongs to the passage and the voice that it stands with; joined to another it makes somebody say what "
    "he did not. Cite the paragraph that dates it, or keep it where the year follows from words such as two years ago."
)
GOOD = {
    "sources.yaml": """\
sources:
  memo: {title: A memo, author: jane-doe, published: 2021-09, text: memo.txt}
""",
    "memo.txt": "Rifles were sent as early as 2017.\nThe press writes of rifles too.\n",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: memo, at: p1, when: 2017/}}
""",
}
BAD = {
    **GOOD,
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: memo, at: p2, says: press, when: 2017/}}
""",
}
ALSO_BAD = {
    **GOOD,
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: militia, evidence: {source: memo, at: p1, as-of: 2016/2017}}
""",
}


def check(cited: Cited) -> Iterator[Problem]:
    text = cited.text
    if text is None:
        return
    for item in cited.items:
        passage = text.passage(item.at)
        for date in _dates(item) if passage else ():
            year = date.text[:4]
            published = _published(cited)
            said = _saying(year, "last year" if year == f"{published - 1:04}" else "")
            if year != f"{published:04}" and not said.search(passage):
                yield Problem(
                    "date-not-in-passage",
                    SEVERITY,
                    item.where,
                    f'"{date.text}" is not in the passage cited: {_places(item, text)} holds no {year}',
                    _advice(text.elsewhere(item.at, said), year),
                )


def _dates(item: Evidence) -> Iterator[Date]:
    """The dates that count for the item, its own or its row's, each year once."""
    time = item.time
    ends = (time.when, time.as_of)
    dates = [date for end in ends if end for date in (end.start, end.end) if date]
    dates += [time.gone_by] if time.gone_by else []
    yield from {date.text[:4]: date for date in dates}.values()


def _published(cited: Cited) -> int:
    return int(cited.source.published.text[:4]) if cited.source.published else 0


def _saying(year: str, words: str) -> re.Pattern[str]:
    """The year, its decade, or its last digits after another: 2017, the 2010s, 2016-17; in any digits, or those words."""
    digits = [rf"[{digit}{chr(0x660 + int(digit))}{chr(0x6F0 + int(digit))}]" for digit in year]
    whole, decade, short = "".join(digits), "".join(digits[:3]) + "0s", "".join(digits[2:])
    figures = rf"(?<!\d)(?:{whole}|{decade}|\d{{4}}[-/–]{short})(?!\d)"
    return re.compile(rf"{figures}|\b{words}\b" if words else figures, re.IGNORECASE)


def _places(item: Evidence, text: Text) -> str:
    return "+".join(item.at) or f"no paragraph of {len(text.lines)}"


def _advice(elsewhere: list[str], year: str) -> tuple[str, ...]:
    if not elsewhere:
        return (f"No paragraph holds {year}. A date that is not in the text is left out.",)
    those = ", ".join(elsewhere[:5]) + (" and others" if len(elsewhere) > 5 else "")
    verb = "does" if len(elsewhere) == 1 else "do"
    return (f"{those} {verb}: look whose words these are, and give them an item of their own with the date.",)
