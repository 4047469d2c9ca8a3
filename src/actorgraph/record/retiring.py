"""A relation that is over: one more item of evidence, with the end that its source states."""

from ..dataset import Dataset
from ..errors import Fault
from ..model import Relation
from ..nodes import Mapping
from ..standing import AGAINST, FOR, positions
from .draft import Draft
from .emitting import Value
from .fields import lengthened
from .naming import relation, source, voice
from .order import order
from .references import rows
from .renaming import unknown

_TIME = ("when", "as-of", "gone-by")
_ALIGNED = 29


def retire(draft: Draft, word: str, item: dict[str, Value]) -> str:
    """The item, which has its own time, beside the evidence that the relation has; the relation's id."""
    dataset = draft.loaded.dataset
    if " " not in word and word not in dataset.by_id:
        raise unknown(word, list(dataset.by_id))
    read = relation(word, dataset)
    id_ = read.id
    row = next(row for row in rows(draft) if row.read and row.read.id == id_)
    assert isinstance(row.node, Mapping)
    times = [key for key in _TIME if row.node.get(key) is not None]
    if row.node.get("evidence") is None and times:
        raise Fault(
            f"{id_} has no evidence, and the end would be the only date that counts, not its `{times[0]}`."
            f" Give it evidence first: {row.file}:{row.node.line}"
        )
    keys = order("evidence")
    spoken = _spoken(item, read, dataset)
    item = dict(sorted(spoken.items(), key=lambda pair: keys.index(pair[0])))
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


def _spoken(item: dict[str, Value], row: Relation, dataset: Dataset) -> dict[str, Value]:
    """The item with whose word it is. An end asserts the tie too, so that voice has to hold it or be named."""
    item = item | {"source": source(str(item["source"]), dataset)}
    own = dataset.sources[str(item["source"])].own or "author"
    says = voice(str(item["says"]), dataset) if "says" in item else ""
    speaks = own if says in ("", "author") else says
    held = positions(row.evidence).now
    if row.evidence and not says and not held.get(own, frozenset()) & FOR:
        raise _unvouched(row, own, held, dataset)
    now = held.get(speaks, frozenset())
    stance = str(item.get("stance", "suggests" if now & FOR == {"suggests"} else "supports"))
    if stance in AGAINST or stance in ("frames", "mentions"):
        raise Fault(
            f'An end counts by voices that support the tie or suggest it, and "{stance}" does neither.',
            f'What else is said of it: actorgraph add evidence {row.id} "SOURCE PLACE VOICE STANCE"',
        )
    if now & AGAINST and not now & FOR and "stance" not in item:
        raise Fault(
            f"{dataset.name_of(speaks)} does not hold that {row.id} ever was, and an end says so.",
            "If it now says that it was, and is over: --stance supports",
        )
    item = {key: value for key, value in item.items() if key not in ("says", "stance")}
    if speaks != own:
        item["says"] = says
    return item | ({"stance": stance} if stance != "supports" else {})


def _unvouched(row: Relation, own: str, held: dict[str, frozenset[str]], dataset: Dataset) -> Fault:
    """The voice of the source has not said that the tie was so: it must not say so by the way."""
    holders = [one for one in held if held[one] & FOR]
    names = " and ".join(map(dataset.name_of, holders)) or "nobody who supports it"
    name = dataset.name_of(own) if own != "author" else "its author"
    lines = [("author", f"{name} says it, in its own voice:")]
    lines += [(one, f"{dataset.name_of(one)} says it, as told there:") for one in holders]
    widest = max(_ALIGNED, *(len(told) for _, told in lines))
    return Fault(
        f"{row.id} rests on {names}, and not on {name}.",
        "Whoever says that a tie ended says that it was. Who says so?",
        *(f"  {told:<{widest}}  --says {one}" for one, told in lines),
        "If it is only one of the two that came to an end: write that actor's `existed`",
        "in actors.yaml, which bounds its ties.",
    )
