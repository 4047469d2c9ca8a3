"""A page as it may be printed: nothing in it steers the terminal, and right-to-left words keep their place."""

import re
from typing import Final

from ..page import Block, Group, Page, Paragraph, Row, Run, Table, Text, Title, plain
from ..text import safe

_RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFTWARD: Final = f"[{_RIGHT_TO_LEFT}]+(?:[ \u200c\u200d-]+[{_RIGHT_TO_LEFT}]+)*"
_MARK: Final = "\u200e"


def neutral(page: Page) -> Page:
    """The page with marks for what could do harm: before it is measured, since a mark takes room."""
    return tuple(_block(block) for block in page)


def _block(block: Block) -> Block:
    if isinstance(block, Title):
        return Title(_text(block.left), _text(block.right))
    if isinstance(block, Paragraph):
        return block._replace(text=_text(block.text))
    if isinstance(block, Table):
        columns = tuple(column._replace(heading=safe(column.heading)) for column in block.columns)
        rows = tuple(_row(row) for row in block.rows)
        return block._replace(heading=_text(block.heading), columns=columns, rows=rows)
    return block


def _row(row: Row | Group | Paragraph) -> Row | Group | Paragraph:
    if isinstance(row, Row):
        return row._replace(cells=tuple(_text(cell) for cell in row.cells))
    if isinstance(row, Group):
        return Group(_text(row.text), _text(row.right))
    return row._replace(text=_text(row.text))


def _text(runs: Text) -> Text:
    for run in runs:
        if not run.text.isascii() or not run.text.isprintable():
            return tuple(Run(safe(one.text), one.role) for one in runs)
    return runs


def held(line: list[Run]) -> list[Run]:
    """Right-to-left words between left-to-right marks: else a number beside them would change sides with them."""
    shown = plain(tuple(line))
    if shown.isascii():
        return line
    found = [words.span() for words in re.finditer(_LEFTWARD, shown)]
    if not found:
        return line
    starts, ends = ({span[side] for span in found} for side in (0, 1))
    out: list[Run] = []
    at = 0
    for run in line:
        text = ""
        for character in run.text:
            text += f"{_MARK * (at in starts)}{character}{_MARK * (at + 1 in ends)}"
            at += 1
        out.append(Run(text, run.role))
    return out
