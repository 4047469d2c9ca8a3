"""A file cut into its records, each with the remarks above it and on it: joined again they are the file."""

from collections.abc import Iterator
from typing import NamedTuple

from .. import nodes
from ..decode.relation import derived_id
from ..model import Relation
from ..nodes import Lost, Mapping, Node, Sequence
from ..problems import Span
from ..vocabulary import shipped
from .edits import is_flow, line_end, next_line, remarks_end
from .emitting import Value
from .gathering import plain
from .order import order
from .references import SPACES

# A list below one of these keys is a list of records; suppressions stand alone, a row each.
_LISTS = ("relations", "suppress")


class Chunk(NamedTuple):
    """A record, or a top key with what is below it: its whole lines, its value, where it begins in them."""

    id: str
    kind: str
    text: str
    value: Value
    lead: int
    column: int
    inner: "Pieces | None" = None


class Pieces(NamedTuple):
    """Chunks with the lines before the first and after the last."""

    head: str
    chunks: tuple[Chunk, ...]
    tail: str
    listed: bool = False


def pieces(text: str, name: str) -> Pieces | None:
    """The file by its top keys and these by records; None where it is no file of a data set that could be read."""
    root, problems = nodes.read(text.encode(), name)
    if any(one.severity == "error" and one.name != "empty-file" for one in problems):
        return None
    if root is None:
        return Pieces("", (), text)
    if not isinstance(root, Mapping) or is_flow(text, root) or not _known(root):
        return None
    return _cut(text, 0, len(text), root, "", [(key.text, key, value) for key, value in root.pairs])


def _known(root: Mapping) -> bool:
    return any(key.text in SPACES or key.text in order("dataset") for key, _ in root.pairs)


def _cut(
    text: str, start: int, stop: int, there: Node, kind: str, entries: list[tuple[str, Node, Node]]
) -> Pieces:
    """What stands between those characters, cut after each entry and the remarks on it."""
    chunks, at = [], start
    for id_, first, value in entries:
        column = int(there.start.column)
        below = remarks_end(text, value, column)
        end = min(stop, next_line(text, max(below, line_end(text, int(first.start.index)))))
        begin = _begin(text, at)
        inner = None
        if not kind and _holds_records(text, id_, value):
            inside = next_line(text, begin)
            head = text[at:inside]
            inner = _cut(text, inside, end, value, id_, list(_entries(id_, value)))
            inner = inner._replace(head=head, listed=isinstance(value, Sequence))
        chunks.append(Chunk(id_, kind, text[at:end], plain(value), begin - at, column, inner))
        at = end
    return Pieces("", tuple(chunks), text[at:stop])


def _begin(text: str, at: int) -> int:
    """The first line from there on that is no remark, empty, or a marker of a document."""
    while at < len(text):
        line = text[at : line_end(text, at)].strip()
        if line and not line.startswith(("#", "---", "%")):
            break
        at = next_line(text, at)
    return at


def _holds_records(text: str, key: str, value: Node) -> bool:
    if is_flow(text, value):
        return False
    if isinstance(value, Mapping):
        return key in SPACES and key not in _LISTS
    return (
        isinstance(value, Sequence)
        and key in _LISTS
        and not any(isinstance(one, Lost) for one in value.items)
    )


def _entries(key: str, there: Node) -> Iterator[tuple[str, Node, Node]]:
    """Each record with its id; where two have the same, the second is told apart by a number."""
    seen: dict[str, int] = {}
    if isinstance(there, Mapping):
        for id_, value in there.pairs:
            yield id_.text, id_, value
    elif isinstance(there, Sequence):
        for value in there.items:
            name = _id(key, plain(value))
            seen[name] = seen.get(name, 0) + 1
            yield name if seen[name] == 1 else f"{name} ({seen[name]})", value, value


def _id(key: str, row: Value) -> str:
    """What tells a row of a list apart: a relation's own or derived id, the check and place of a suppression."""
    if not isinstance(row, dict):
        return str(row)
    if key == "suppress":
        return f"{row.get('check', '')} at {row.get('at', '')}"
    if isinstance(row.get("id"), str):
        return str(row["id"])
    vocabulary = shipped()
    from_, typed, to = (str(row.get(field, "")) for field in ("from", "type", "to"))
    name = vocabulary.canonical(typed) or typed
    if name != typed:
        from_, to = to, from_
    if name in vocabulary.types and vocabulary.types[name].symmetric and from_ > to:
        from_, to = to, from_
    against = row.get("against", [])
    third = tuple(map(str, against if isinstance(against, list) else [against]))
    where = Span("", 0, 0)
    return derived_id(
        Relation("", from_, name, to, where, against=third, modality=str(row.get("modality", "actual")))
    )
