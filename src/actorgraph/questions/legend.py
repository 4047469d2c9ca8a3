"""The legend of a page: only the marks and the words for time that occur on it."""

from collections.abc import Iterable

from ..page import Block, Gap, Paragraph, Run, text
from ..view import View
from .show import Portrait

TIMES = (
    ("seen", "seen D: so at D; beginning and end not stated."),
    ("since", "since D: still so when the source appeared."),
    ("from at least", "seen D to E: seen at both; before and after not stated."),
    ("undated", "undated: the source gives no date."),
)


def legend(answer: Portrait, view: View) -> Iterable[Block]:
    ties = (*answer.own, *answer.parts)
    words = mark_words({tie.mark for tie in ties}, view)
    whens = [tie.when for tie in ties]
    times = [said for word, said in TIMES if any(when.startswith(word) for when in whens)]
    if words or times:
        yield Gap()
    if times:
        yield Paragraph(text(Run(" ".join(times), "dim")))
    if words:
        yield Paragraph(text(Run("; ".join(words) + ".", "dim")))


def mark_words(found: set[str], view: View) -> list[str]:
    """What each of the marks found on a page means."""
    marks = {mark.lstrip("~") for mark in found}
    families = view.dataset.vocabulary.families.values()
    words = [f"{one.mark} {_word(one.heading)}" for one in families if one.mark in marks]
    if "?" in marks:
        words.append("? contested, doubted or asked")
    if any(mark.startswith("~") for mark in found):
        words.append("~ not (yet) a fact: aim, plan, forecast, possible")
    return words


def _word(heading: str) -> str:
    return heading.split(" (")[0]
