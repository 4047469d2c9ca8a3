"""The foot of a page: a legend of only the marks and words for time that occur on it, and commands that lead on."""

from collections.abc import Iterable, Sequence

from ..page import Block, Column, Gap, Group, Paragraph, Row, Run, Table, text
from ..text import width
from ..view import View
from .show import Portrait

TIMES = (
    ("seen", "seen D: so at D; beginning and end not stated."),
    ("since", "since D: still so when the source appeared."),
    ("from at least", "seen D to E: seen at both; before and after not stated."),
    ("undated", "undated: the source gives no date."),
)
READINGS = {"judgement": "* read by the coder's judgement.", "unsure": "** read unsurely."}
PIPE = 80  # cells of a line in a pipe
WORD = 22


def legend(answer: Portrait, view: View) -> Iterable[Block]:
    """What the times, the marks and the stars of the page mean."""
    ties = (*answer.own, *answer.parts)
    words = mark_words({*(tie.mark for tie in ties), *(fact.mark for fact in answer.facts)}, view)
    whens = [tie.when for tie in ties if not tie.seen.supposed]
    times = [said for word, said in TIMES if any(when.startswith(word) for when in whens)]
    codings = {tie.seen.relation.coding for tie in ties} | {fact.trait.coding for fact in answer.facts}
    stars = [said for coding, said in READINGS.items() if coding in codings]
    if words or times:
        yield Gap()
    if times:
        yield Paragraph(text(Run(" ".join(times), "dim")))
    if words:
        yield Paragraph(text(Run(" ".join(["; ".join(words) + ".", *stars]), "dim")))


def mark_words(found: set[str], view: View) -> list[str]:
    """What each of the marks found on a page means."""
    supposed = any(mark.startswith("if") for mark in found)
    marks = {mark.removeprefix("if").lstrip("~") for mark in found}
    families = view.dataset.vocabulary.families.values()
    words = [f"{one.mark} {_word(one.heading)}" for one in families if one.mark in marks]
    if "?" in marks:
        words.append("? contested, doubted or asked")
    if any(mark.removeprefix("if").startswith("~") for mark in found):
        words.append("~ not (yet) a fact: plan, forecast, possible; of an aim, what it aims at")
    if supposed:
        words.append("if: what if, supposed here and not in the record")
    return words


def _word(heading: str) -> str:
    return heading.split(" (")[0]


def onward(lines: Sequence[tuple[str, str]]) -> Table:
    """Commands that lead on: the word left, the command right; below it where one line holds it only there."""
    left = min(max(width(word) for word, _ in lines), WORD)
    rows: list[Row | Group | Paragraph] = []
    for word, line in lines:
        command = Run(line, "command")
        if width(line) <= PIPE - left - 5:
            rows.append(Row(((), text(word), (command,))))
        else:
            rows += [Paragraph(text(word), 3, 3), Paragraph((command,), 5, 7)]
    columns = (Column(width=1), Column(width=left), Column(width=0))
    return Table((Run("NEXT", "heading"),), columns, tuple(rows))
