"""A relation that is over: one more item of evidence, with the end that its source states."""

from ..errors import Fault
from ..nodes import Mapping
from .draft import Draft
from .emitting import Value
from .fields import lengthened
from .order import order
from .references import Row, rows
from .renaming import unknown

_TIME = ("when", "as-of", "gone-by")


def retire(draft: Draft, id_: str, item: dict[str, Value]) -> None:
    """The item, which has its own time, beside the evidence that the relation has."""
    row = named(draft, id_)
    assert isinstance(row.node, Mapping)
    times = [key for key in _TIME if row.node.get(key) is not None]
    if row.node.get("evidence") is None and times:
        raise Fault(
            f"{id_} has no evidence, and the end would be the only date that counts, not its `{times[0]}`."
            f" Give it evidence first: {row.file}:{row.node.line}"
        )
    keys = order("evidence")
    item = dict(sorted(item.items(), key=lambda pair: keys.index(pair[0])))
    draft.edit(row.file, *lengthened(draft.text(row.file), row.node, "evidence", item, order("relations")))


def named(draft: Draft, id_: str) -> Row:
    """The relation of that id as typed."""
    found = next((row for row in rows(draft) if row.read and row.read.id == id_), None)
    if found is None:
        raise unknown(id_, [row.read.id for row in rows(draft) if row.read])
    return found


def item(words: str) -> dict[str, Value]:
    """Evidence in short form as a mapping, which has room for a time."""
    parts = words.split()
    if len(parts) not in (1, 2, 4):
        raise Fault(
            f"Evidence has 1, 2 or 4 words, this has {len(parts)}: source; source, place; or source, place, voice, stance."
            ' Such as: --evidence "report p3"'
        )
    return dict(zip(("source", "at", "says", "stance"), parts, strict=False))
