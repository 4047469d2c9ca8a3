"""The lines of one record changed by themselves: some of its fields, its remarks, its column."""

from collections.abc import Iterable

from .. import nodes
from ..nodes import Mapping, Node, Sequence
from . import gathering
from .chunks import Chunk
from .edits import applied, line_start
from .emitting import Value
from .fields import setting, without
from .order import order


def shifted(chunk: Chunk, column: int) -> Chunk:
    """The record at another column; the lines of it move together."""
    by = column - chunk.column
    lines = [_moved(line, by) for line in chunk.text.splitlines(keepends=True)]
    lead = sum(map(len, lines[: chunk.text.count("\n", 0, chunk.lead)]))
    return chunk._replace(text="".join(lines), lead=lead, column=column)


def _moved(line: str, by: int) -> str:
    bare = line.lstrip(" ")
    return line if not bare.strip() else " " * max(0, len(line) - len(bare) + by) + bare


def remarks(chunk: Chunk) -> list[str]:
    """The remarks above and in the record, in order."""
    text = _top(chunk) + chunk.text
    return gathering.remarks(text, 0, len(text), _nodes(text))


def put(chunk: Chunk, keys: Iterable[str], values: dict[str, Value]) -> str:
    """The record's lines with those fields as `values` have them, one after the other; the rest of it stays."""
    top = _top(chunk)
    text = top + chunk.text
    kept = gathering.remarks(text, 0, len(text), _nodes(text))
    for key in keys:
        record = _record(text, chunk)
        old = record.get(key)
        if key in values:
            edit = setting(text, record, key, values[key], order(chunk.kind or chunk.id))
        else:
            assert old is not None
            edit = without(text, record, old)
        text = applied(text, [edit])
    left = gathering.remarks(text, 0, len(text), _nodes(text))
    lost = [one for one in kept if one not in left]
    return "".join(remarked(text[len(top) :], chunk, lost))


def remarked(text: str, chunk: Chunk, new: Iterable[str]) -> tuple[str, str]:
    """The lines above the record, with more remarks at its column, and its own."""
    more = "".join(f"{' ' * chunk.column}{one}\n" for one in new)
    top = _top(chunk)
    begin = _begin(top + text, chunk) - len(top)
    return text[:begin] + more, text[begin:]


def _begin(text: str, chunk: Chunk) -> int:
    """Where the line of the record begins."""
    there = _nodes(text)[0]
    if chunk.kind:
        assert isinstance(there, Mapping)
        there = next(iter(there.pairs))[1]
    return line_start(text, int(there.start.index))


def _top(chunk: Chunk) -> str:
    """A key above a record, so that its lines can be read by themselves; what stands under no key needs none."""
    return f"{chunk.kind}:\n" if chunk.kind else ""


def _nodes(text: str) -> list[Node]:
    root, _ = nodes.read(text.encode(), "a.yaml")
    assert root is not None
    return [root]


def _record(text: str, chunk: Chunk) -> Mapping:
    root: Node = _nodes(text)[0]
    for _ in range(2 if chunk.kind else 1):
        assert isinstance(root, Mapping | Sequence)
        root = next(iter(root.pairs))[1] if isinstance(root, Mapping) else root.items[0]
    assert isinstance(root, Mapping)
    return root
