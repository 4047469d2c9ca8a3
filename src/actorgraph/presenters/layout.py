"""Page -> lines of runs at a width. Plain text and a terminal print the same lines."""

from collections.abc import Iterator

from ..page import Block, Column, Gap, Group, Page, Paragraph, Row, Run, Table, Text, Title, plain
from ..text import width
from .harmless import held, neutral

NARROWEST, WIDE, WIDEST = 60, 100, 120
MARKS = 3  # cells of a column for marks or numbers
Line = list[Run]


def lines(page: Page, cells: int) -> Iterator[Line]:
    """The page at that many cells a line; below 60 and above 120 it stays there."""
    cells = max(NARROWEST, min(cells, WIDEST))
    page = neutral(page)
    shared = _shared(page, cells)
    for block in page:
        yield from _block(block, cells, shared)


def _block(block: Block | Group | Row, cells: int, shared: dict[str, int]) -> Iterator[Line]:
    if isinstance(block, Gap):
        yield []
    elif isinstance(block, Title):
        yield from _sides(block.left, block.right, cells)
    elif isinstance(block, Paragraph):
        yield from _paragraph(block, cells)
    elif isinstance(block, Table):
        yield from _table(block, cells, shared)


def _sides(left: Text, right: Text, cells: int) -> Iterator[Line]:
    """Left and right on one line, or one below the other where they don't fit."""
    room = cells - width(plain(left)) - width(plain(right))
    if room > 0 or not right:
        yield [*held([*left]), *([Run(" " * room), *held([*right])] if right else [])]
        return
    yield from _wrapped(left, cells)
    yield [Run(" " * max(0, cells - width(plain(right)))), *held([*right])]


def _paragraph(block: Paragraph, cells: int) -> Iterator[Line]:
    hang = block.hang or block.indent
    room = cells - max(block.indent, hang)
    for number, line in enumerate(_wrapped(block.text, room)):
        yield [Run(" " * (hang if number else block.indent)), *line]


def _table(table: Table, cells: int, shared: dict[str, int]) -> Iterator[Line]:
    widths = _widths(table, cells, shared)
    starts = [sum(widths[:i]) + table.gap * i for i in range(len(widths))]
    if table.heading or any(column.heading for column in table.columns):
        yield from _headings(table, widths, starts, cells)
    for row in table.rows:
        if isinstance(row, Paragraph):
            yield from _paragraph(row, cells)
        elif isinstance(row, Group):
            yield from _sides(row.text, row.right, cells)
        else:
            yield from _row(row, widths, starts, cells, table.gap)


def _headings(table: Table, widths: list[int], starts: list[int], cells: int) -> Iterator[Line]:
    """The headings on one line, or those of the columns below where one is too long for its column."""
    named = [
        (start, column.heading) for start, column in zip(starts, table.columns, strict=True) if column.heading
    ]
    ends = [*(start - 1 for start, _ in named[1:]), cells][: len(named)]
    if all(start + width(words) <= end for (start, words), end in zip(named, ends, strict=True)):
        yield _heading(table, starts)
        return
    if table.heading:
        yield held([*table.heading])
    row = Row(tuple((Run(column.heading, "dim"),) if column.heading else () for column in table.columns))
    yield from _row(row, widths, starts, cells, table.gap)


def _heading(table: Table, starts: list[int]) -> Line:
    line: Line = held([*table.heading])
    at = width(plain(table.heading))
    for column, start in zip(table.columns, starts, strict=True):
        if column.heading and start >= at:
            line += [Run(" " * (start - at)), Run(column.heading, "dim")]
            at = start + width(column.heading)
    return line


def _row(row: Row, widths: list[int], starts: list[int], cells: int, gap: int) -> Iterator[Line]:
    """The cells side by side, each wrapped in its column; a cell before empty ones may use their room."""
    rooms = list(widths)
    for index in range(len(row.cells)):
        after = index + 1
        while after < len(row.cells) and not row.cells[after]:
            after += 1
        rooms[index] = (starts[after] - gap if after < len(row.cells) else cells) - starts[index]
    wrapped = [
        list(_wrapped(cell, max(room, 1))) if cell else []
        for cell, room in zip(row.cells, rooms, strict=True)
    ]
    for number in range(max((len(cell) for cell in wrapped), default=0)):
        line: Line = []
        at = 0
        for start, cell in zip(starts, wrapped, strict=True):
            if number < len(cell):
                line += [Run(" " * (start - at)), *cell[number]]
                at = start + sum(width(run.text) for run in cell[number])
        yield line


def _widths(table: Table, cells: int, shared: dict[str, int]) -> list[int]:
    natural = [_fit(table, index, column, shared, cells) for index, column in enumerate(table.columns)]
    left = cells - sum(size for size in natural if size > 0) - table.gap * (len(natural) - 1)
    flexible = max(1, natural.count(0))
    return [size or max(left // flexible, 10) for size in natural]


def _fit(table: Table, index: int, column: Column, shared: dict[str, int], cells: int) -> int:
    if 1 < column.width <= MARKS:
        return max(column.width, _longest_mark(table, index))
    if column.width >= 0:
        return column.width
    if column.shared:
        return shared[column.shared]
    return min(_natural(table, index), _most(column, cells))


def _longest_mark(table: Table, index: int) -> int:
    """The longest one-word cell of a narrow column beside another cell: a mark or a number is never broken."""
    sizes = [0]
    for row in table.rows:
        if isinstance(row, Row) and len(row.cells) > index + 1 and row.cells[index + 1]:
            words = plain(row.cells[index]).strip()
            sizes += [width(words)] if " " not in words and width(words) <= MARKS + 1 else []
    return max(sizes)


def _most(column: Column, cells: int) -> int:
    return (column.wide if cells >= WIDE and column.wide else column.most) or WIDEST


def _natural(table: Table, index: int) -> int:
    sizes = [
        width(plain(row.cells[index]))
        for row in table.rows
        if isinstance(row, Row) and index < len(row.cells)
    ]
    return max([width(table.columns[index].heading), 1, *sizes])


def _shared(page: Page, cells: int) -> dict[str, int]:
    """The widths of columns that stand below one another in several tables of the page."""
    found: dict[str, int] = {}
    for table in page:
        for index, column in enumerate(table.columns if isinstance(table, Table) else ()):
            if column.shared and isinstance(table, Table):
                size = min(_natural(table, index), _most(column, cells))
                found[column.shared] = max(found.get(column.shared, 1), size)
    return found


def _wrapped(runs: Text, cells: int) -> Iterator[Line]:
    """Lines of at most that many cells, broken at blanks; a word that is longer alone is cut."""
    shown = plain(runs)
    if shown.isascii() and shown.isprintable() and "  " not in shown.strip():
        if len(shown) <= cells:
            yield [*runs]  # most cells: nothing to measure or to break
            return
        role = runs[0].role
        if shown[0] != " " and all(run.role == role for run in runs):
            plainly = _broken_plainly(shown, cells)
            if plainly:
                yield from ([Run(line, role)] for line in plainly)
                return
    lead = Run(" " * _leading(runs))
    for line in _broken(runs, cells - len(lead.text)):
        yield [lead, *held(line)]


def _broken_plainly(shown: str, cells: int) -> list[str]:
    """Letters that take a cell each, broken at blanks; nothing where a word is longer than a line."""
    lines = []
    while len(shown) > cells:
        at = shown.rfind(" ", 1, cells + 1)
        if at < 0:
            return []
        lines.append(shown[:at])
        shown = shown[at + 1 :]
    return [*lines, shown] if shown else lines


def _leading(runs: Text) -> int:
    shown = plain(runs)
    return len(shown) - len(shown.lstrip(" "))


def _broken(runs: Text, cells: int) -> Iterator[Line]:
    line: Line = []
    used = 0
    for word, blank in _words(runs):
        size = sum(width(run.text) for run in word)
        if line and used + blank + size > cells:
            yield line
            line, used, blank = [], 0, 0
        if line and blank:
            line.append(Run(" ", line[-1].role if line[-1].role == word[0].role else ""))
            used += 1
        while size > cells:
            head, word = _cut(word, cells)
            yield head
            size = sum(width(run.text) for run in word)
        line += word
        used += size
    if line:
        yield line


def _words(runs: Text) -> Iterator[tuple[Line, int]]:
    """Words, each of one or more runs, with 1 where a blank stands before it."""
    word: Line = []
    blank = 0
    for run in runs:
        for number, piece in enumerate(run.text.split(" ")):
            if number:
                if word:
                    yield word, blank
                    word = []
                blank = 1
            if piece:
                word.append(Run(piece, run.role))
        if word and run.text.endswith(" "):
            yield word, blank
            word, blank = [], 1
    if word:
        yield word, blank


def _cut(word: Line, cells: int) -> tuple[Line, Line]:
    """The part of an overlong word that fits, and the rest."""
    shown = plain(tuple(word))
    end, room = 0, cells
    while end < len(shown) and width(shown[end]) <= room:
        room -= width(shown[end])
        end += 1
    while end > 1 and width(shown[:end]) > cells:  # some characters are wider together
        end -= 1
    return _part(word, 0, max(end, 1)), _part(word, max(end, 1), len(shown))


def _part(word: Line, start: int, end: int) -> Line:
    found: Line = []
    at = 0
    for run in word:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            found.append(Run(piece, run.role))
        at += len(run.text)
    return found
