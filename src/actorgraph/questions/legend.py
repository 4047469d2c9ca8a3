"""The legend of a page: only the marks and the words for time that occur on it."""

from collections.abc import Iterable

from ..page import Block, Gap, Paragraph, Run, text
from ..view import View
from .show import Portrait

TIMES = (
    ("seen", "seen D: so at D; beginning and end not stated."),
    ("since", "since D: still so when the source appeared."),
    ("from at least", "from at least D to at least E: seen at both; before and after not stated."),
    ("undated", "undated: the source gives no date."),
)


def legend(answer: Portrait, view: View) -> Iterable[Block]:
    ties = (*answer.own, *answer.parts)
    families = view.dataset.vocabulary.families
    marks = {tie.mark.lstrip("~") for tie in ties}
    words = [f"{one.mark} {_word(one.heading)}" for one in families.values() if one.mark in marks]
    if "?" in marks:
        words.append("? contested, doubted or asked")
    if any(tie.mark.startswith("~") for tie in ties):
        words.append("~ not (yet) a fact: aim, plan, forecast, possible")
    whens = [tie.when for tie in ties]
    times = [said for word, said in TIMES if any(when.startswith(word) for when in whens)]
    if words or times:
        yield Gap()
    if times:
        yield Paragraph(text(Run(" ".join(times), "dim")))
    if words:
        yield Paragraph(text(Run("   ".join(words), "dim")))


def _word(heading: str) -> str:
    return heading.split(",")[0].split(" (")[0]
