"""Two actors of whom a lens leaves no tie: whose word is missing, and how much others tell."""

from collections.abc import Iterable, Sequence

from ..page import count, listing
from ..sight import ENDED, Hidden
from ..view import View
from .pairs import of_pair


def ties(view: View, one: str, other: str) -> list[Hidden]:
    """The ties of the two that the lens hides; empty where it leaves one."""
    seen, hidden = of_pair(view, one, other)
    return [] if seen else [row for row in hidden if row.reason != ENDED]


def sentence(hidden: Sequence[Hidden], view: View, lens: Iterable[str]) -> str:
    """That the voices asked say nothing of the two, or what else leaves no tie; how many are hidden."""
    number = len(hidden)
    are = "is" if number == 1 else "are"
    if view.lens.says and len(list(lens)) == 1:
        voices = sorted(view.dataset.name_of(voice) for voice in view.lens.says)
        says = "says" if len(voices) == 1 else "say"
        told = f"{count(number, 'tie')} of the two {are} coded on the word of others"
        return f"{listing(voices)} {says} nothing of the two in this record; {told}, hidden by this lens."
    return f"No tie of the two is left by this lens ({listing(list(lens))}); {count(number, 'tie')} {are} hidden by it."
