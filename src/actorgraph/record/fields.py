"""A field of a record set, lengthened or taken out, a text replaced, a record taken out; the rest stays."""

from collections.abc import Sequence as Ordered

from ..nodes import Mapping, Node, Scalar, Sequence
from .edits import (
    Edit,
    is_block_text,
    is_flow,
    keeps_blanks,
    line_end,
    line_start,
    next_line,
    remarks_end,
    value_end,
)
from .emitting import Value, double, flow, pair, scalar, single
from .inserting import into


def reworded(text: str, node: Scalar, words: str) -> Edit:
    """Other words in the place of a text, in the quotes it has, if it has any."""
    end = value_end(text, node)
    mark = text[node.start.index : node.start.index + 1] if not node.plain else ""
    quotes = double if mark == '"' or not words.isprintable() else single if mark == "'" else scalar
    lead = (
        " " if node.plain and not node.text and text[node.start.index - 1 : node.start.index] == ":" else ""
    )
    return Edit(node.start.index, end, lead + quotes(words))


def setting(text: str, record: Mapping, key: str, value: Value, order: Ordered[str] = ()) -> Edit:
    """A field with that value: in the place of the one it has, else after the last one that `order` puts before it.

    Comments inside a value of several lines that is replaced go with it.
    """
    old = record.get(key)
    within = is_flow(text, record)
    column = int(record.start.column)
    if old is not None:
        if isinstance(old, Scalar) and isinstance(value, str) and not is_block_text(text, old):
            return reworded(text, old, value)
        name = record.key(key)
        assert name is not None
        # A comment beside or below it would become part of a text on lines of its own.
        followed = text[value_end(text, old) : remarks_end(text, old, column)].strip()
        new = f": {flow(value)}" if within or followed else _tail(key, value, column)
        if is_block_text(text, old):  # a remark in its head stays beside what takes its place
            _, sign, words = text[old.start.index : line_end(text, old.start.index)].partition("#")
            beside = f" {sign}{words.rstrip()}" if sign else ""
            new = "\n".join([new.split("\n")[0] + beside, *new.split("\n")[1:]])
        return Edit(name.end.index, value_end(text, old), new)
    before = _before(record, key, order)
    if within:
        words = f"{scalar(key)}: {flow(value)}"
        if not record.fields:
            return Edit(record.start.index + 1, record.start.index + 1, words)
        if before is None:
            first = next(iter(record.pairs))[0].start.index
            return Edit(first, first, f"{words}, ")
        at = value_end(text, record.fields[before][1])
        return Edit(at, at, f", {words}")
    if before is None:
        first = next(iter(record.pairs))[0].start.index
        return Edit(first, first, "\n".join(pair(key, value, column)).lstrip(" ") + f"\n{' ' * column}")
    end = remarks_end(text, record.fields[before][1], column)
    return Edit(end, end, "\n" + "\n".join(pair(key, value, column)))


def _tail(key: str, value: Value, column: int) -> str:
    """What follows a key: the colon and the value."""
    return "\n".join(pair(key, value, column))[column + len(scalar(key, flow=False)) :]


def _before(record: Mapping, key: str, order: Ordered[str]) -> str | None:
    """The field after which a new one goes; None puts it first."""
    known = [one for one in record.fields if one in order]
    if key not in order or not known:
        return next(reversed(record.fields), None)
    rank = order.index(key)
    earlier = [one for one in known if order.index(one) < rank]
    return max(earlier, key=list(record.fields).index, default=None)


def lengthened(text: str, record: Mapping, key: str, item: Value, order: Ordered[str] = ()) -> list[Edit]:
    """One item more in a field that takes one or a list: a single one there becomes the first of a list."""
    old = record.get(key)
    if old is None or (isinstance(old, Scalar) and old.plain and not old.text):
        return [setting(text, record, key, item, order)]
    column = int(record.start.column)
    if isinstance(old, Sequence):
        return into(text, old, item, column=column + 2, top=record.key(key))
    if is_flow(text, record):
        begin, end = old.start.index, value_end(text, old)
        return [Edit(begin, end, f"[{_within(text, old)}, {flow(item)}]")]
    return _listed(text, record, key, old, item)


def _within(text: str, old: Node) -> str:
    """A value as typed, with quotes where it needs them between brackets."""
    if isinstance(old, Scalar) and (old.plain or is_block_text(text, old)):
        return scalar(old.text)
    return text[old.start.index : value_end(text, old)]


def _listed(text: str, record: Mapping, key: str, old: Node, item: Value) -> list[Edit]:
    """The one value on a line of its own with a hyphen, and the new one below it."""
    from .emitting import item as entry

    name = record.key(key)
    assert name is not None
    column = int(record.start.column) + 2
    end = value_end(text, old)
    new = "\n" + "\n".join(entry(item, column))
    last = line_end(text, end)
    if isinstance(old, Scalar) and (is_block_text(text, old) or old.start.line != old.end.line):
        alone = f":\n{' ' * column}- {scalar(old.text, flow=False)}"
        return [Edit(name.end.index, end, alone), Edit(last, last, new)]
    if is_flow(text, old) or isinstance(old, Scalar):
        colon = text.index(":", name.end.index)
        begin = old.start.index
        if text[colon + 1 : begin].strip():  # a comment stands between: it stays above
            under = "\n" + "\n".join(entry(item, int(old.start.column)))
            return [Edit(begin, begin, "- "), Edit(last, last, under)]
        return [Edit(colon + 1, begin, f"\n{' ' * column}- "), Edit(last, last, new)]
    edits, at = [], line_start(text, old.start.index)
    shift = column + 2 - int(old.start.column)
    while at <= end:
        first = at == line_start(text, old.start.index)
        if first:
            edits.append(Edit(at, old.start.index, f"{' ' * column}- "))
        elif text[at : line_end(text, at)].strip():
            blanks = len(text[at:]) - len(text[at:].lstrip(" "))
            edits.append(Edit(at, at + blanks, " " * max(0, blanks + shift)))
        following = next_line(text, at)
        if following == at:
            break
        at = following
    return [*edits, Edit(last, last, new)]


def without(text: str, there: Mapping | Sequence, value: Node) -> Edit:
    """An entry taken out of a mapping or list, with the remarks on it; comments above it stay."""
    entries = list(there.pairs) if isinstance(there, Mapping) else [(one, one) for one in there.items]
    number = next(number for number, entry in enumerate(entries) if entry[1] is value)
    begin, end = entries[number][0].start.index, value_end(text, value)
    if is_flow(text, there):
        if number + 1 < len(entries):
            return Edit(begin, entries[number + 1][0].start.index, "")
        start = value_end(text, entries[number - 1][1]) if number else begin
        return Edit(start, end, "")
    if isinstance(there, Sequence):
        begin = _hyphen(text, there, number)
    start, column = line_start(text, begin), int(there.start.column)
    left = start + column
    end = remarks_end(text, value, column)
    stop = next_line(text, end)
    if number and keeps_blanks(
        text, entries[number - 1][1]
    ):  # empty lines below would become part of that text
        while stop < len(text) and not text[stop : line_end(text, stop)].strip():
            stop = next_line(text, stop)
    if text[start:left].strip():  # it shares its line with a hyphen: what follows takes its place there
        return Edit(left, stop + len(text[stop:]) - len(text[stop:].lstrip(" \r\n")), "")
    if stop == line_end(text, end) and start:  # the last line of a file that has no line end there
        start -= 2 if text[start - 2 : start] == "\r\n" else 1
    return Edit(start, stop, "")


def _hyphen(text: str, there: Sequence, number: int) -> int:
    """Where the hyphen of that entry stands, which may be on a line above it."""
    if number == 0:
        return int(there.start.index)
    at = value_end(text, there.items[number - 1])
    while (at := next_line(text, at)) < int(there.items[number].start.index):
        found = at + int(there.start.column)
        if text[at : found + 1].strip(" ") == "-":
            return found
    raise ValueError("an entry of a list without its hyphen")
