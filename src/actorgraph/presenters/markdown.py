"""Page -> Markdown, for a wiki, an issue or a note. What strangers wrote is text in it, never markup or a link."""

import re

from ..page import Block, Gap, Group, Page, Paragraph, Row, Run, Table, Text, Title, plain
from ..text import safe

_MARKS = re.compile(r"([\\`*_\[\]{}|~#!])")
_ADDRESS = re.compile(r"://|(?<=www)\.|@")


def present(page: Page) -> str:
    """The page as Markdown: headings, paragraphs, a table for each group of rows."""
    parts = [piece for block in page for piece in _block(block)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> list[str]:
    if isinstance(block, Gap):
        return []
    if isinstance(block, Title):
        right = f"\n\n*{_inline(block.right)}*" if block.right else ""
        return [f"# {_inline(block.left)}{right}"]
    if isinstance(block, Paragraph):
        return _paragraph(block)
    return _table(block)


def _paragraph(block: Paragraph) -> list[str]:
    first, *rest = block.text or (Run(""),)
    if first.role == "heading":
        return [f"## {_escaped(first.text.strip())}", _inline(tuple(rest)).lstrip(";, ")]
    return [f"- {_inline(block.text)}" if block.hang > block.indent else _inline(block.text)]


def _table(table: Table) -> list[str]:
    """The heading, then one table for the rows up to each group."""
    parts = [f"## {_inline(table.heading)}"] if table.heading else []
    rows: list[Row] = []
    for row in table.rows:
        if isinstance(row, Row):
            rows.append(row)
            continue
        parts += [_grid(table, rows)] if rows else []
        rows = []
        words = _inline(row.text)
        parts.append(f"### {words.strip()}" if isinstance(row, Group) else words)
    return parts + ([_grid(table, rows)] if rows else [])


def _grid(table: Table, rows: list[Row]) -> str:
    """A table of the columns that any of the rows fills."""
    kept = [
        number
        for number in range(len(table.columns))
        if any(number < len(row.cells) and plain(row.cells[number]).strip() for row in rows)
    ]
    heads = [_escaped(table.columns[number].heading) or " " for number in kept]
    lines = [_line(heads), _line(["---"] * len(kept))]
    lines += [
        _line([_inline(row.cells[n]).strip() if n < len(row.cells) else "" for n in kept]) for row in rows
    ]
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(runs: Text) -> str:
    """Text with its roles: names bold, commands as code, the rest plain."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.role == "command":
        return f"`{safe(run.text).replace('`', '')}`"
    return _escaped(run.text)


def _escaped(text: str) -> str:
    """Text in which nothing is markup: no emphasis, link, image, table, heading or tag."""
    shown = safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = _MARKS.sub(r"\\\1", shown)
    shown = _ADDRESS.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), shown)
    return re.sub(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)", r"\1\\\2", shown)
