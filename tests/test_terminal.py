"""What a colour terminal shows: the characters of plain text, with style added."""

import re

from actorgraph.lens import Lens
from actorgraph.loading import load
from actorgraph.presenters import plain, terminal
from actorgraph.questions.show import ask
from actorgraph.questions.show_page import page
from actorgraph.tree import shipped
from actorgraph.view.memory import MemoryView

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_taking_the_style_out_leaves_the_plain_page() -> None:
    view = MemoryView(load(shipped()).dataset, Lens())
    for cells in (80, 120):
        shown = page(ask(view, "IS-K"), view)
        styled = terminal.present(shown, cells)
        assert ESCAPE.search(styled)
        assert ESCAPE.sub("", styled) == plain.present(shown, cells)
