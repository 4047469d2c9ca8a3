"""A relation that is over: one more item of evidence, with the end that its source states."""

from ..errors import Fault
from ..nodes import Mapping
from .draft import Draft
from .emitting import Value
from .fields import lengthened
from .naming import relation
from .order import order
from .references import rows
from .renaming import unknown

_TIME = ("when", "as-of", "gone-by")


def retire(draft: Draft, word: str, item: dict[str, Value]) -> str:
    """The item, which has its own time, beside the evidence that the relation has; the relation's id."""
    dataset = draft.loaded.dataset
    if " " not in word and word not in dataset.by_id:
        raise unknown(word, list(dataset.by_id))
    id_ = relation(word, dataset).id
    row = next(row for row in rows(draft) if row.read and row.read.id == id_)
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
    return id_


def item(words: str) -> dict[str, Value]:
    """Evidence in short form as a mapping, which has room for a time."""
    parts = words.split()
    if len(parts) not in (1, 2, 4):
        raise Fault(
            f"Evidence has 1, 2 or 4 words, this has {len(parts)}: source; source, place; or source, place, voice, stance."
            ' Such as: --evidence "report p3"'
        )
    return dict(zip(("source", "at", "says", "stance"), parts, strict=False))
