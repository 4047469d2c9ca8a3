"""The mapping file: which column of a table is which field of the record. It is YAML, read like all YAML.

    source: {id: my-sheet, title: Ties of 2021, author: Desk, published: 2021-09}
    table: relations
    from: Group A
    to: Group B
    kind: {is: armed-group}
    type: {column: Relationship, values: {ally: alliance, rival: rivalry}}
    when: Start/End

A name alone is that of a column. `{is: ...}` is one word for every row, `values` what a cell means, `split` what stands
between several. A file with actors and ties has two parts in place of `table`: `actors: {...}` and `relations: {...}`.
"""

from typing import Any, Final, NamedTuple

from .. import nodes
from ..decode.actor import REGISTERS
from ..decode.reader import Field, Names, Reader, Shape, fields, require
from ..decode.values import text
from ..nodes import Mapping, Node, Scalar, Sequence
from ..problems import Problem
from ..vocabulary import shipped
from .takes import Take

ORDERS: Final = ("day first", "month first")


class Part(NamedTuple):
    """Of one table: what becomes of its columns."""

    what: str
    fields: dict[str, Take]
    item: dict[str, Take]
    sheet: str = ""
    header: int = 1


class Plan(NamedTuple):
    """The mapping file, read; `bearers` whom of the record a name means that a tie's end has."""

    source: dict[str, str]
    parts: dict[str, Part]
    same: dict[str, str]
    dates: str = ""
    delimiter: str = ""
    bearers: dict[str, str] = {}  # noqa: RUF012 (never changed)


def _take(reader: Reader, node: Node, key: str) -> Take | None:
    if isinstance(node, Scalar):
        word = text(reader, node, key)
        if word is None:
            return None
        return Take(tuple(part.strip() for part in word.split("/"))) if key in PERIODS else Take((word,))
    if isinstance(node, Sequence):
        words = [text(reader, one, key) for one in node.items]
        return Take(tuple(word for word in words if word)) if None not in words else None
    found = fields(reader, node, TAKE, f"`{key}`")
    if found is None:
        return None
    columns = found.get("column", ())
    if not columns and "is" not in found:
        return reader.misshapen(
            node, f"`{key}` names no column", "Write the name of a column, or {is: ...} for every row."
        )
    values = dict(found["values"]) if "values" in found else None
    return Take(columns, found.get("is", ""), values, found.get("split", ""), found.get("others", ""))


def _columns(reader: Reader, node: Node, key: str) -> tuple[str, ...] | None:
    found = [text(reader, one, key) for one in (node.items if isinstance(node, Sequence) else [node])]
    return None if None in found else tuple(word for word in found if word)


def _free(reader: Reader, node: Node, key: str) -> str | None:
    """A text that may be blank, such as what stands between two cells."""
    if isinstance(node, Scalar) and node.text:
        return node.text
    return reader.misshapen(node, f"`{key}` is a text", "Write it in quotes.")


def _pairs(reader: Reader, node: Node, key: str) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, Mapping):
        return reader.misshapen(
            node,
            f"`{key}` is written as `word: word` pairs",
            "Write each as it stands in the table, and what it means.",
        )
    found = []
    for name, value in node.pairs:
        if not isinstance(value, Scalar) or (value.plain and not value.text):
            what = f'`{key}` does not say what "{name.text}" means'
            reader.fault("wrong-shape", name, what, ("Write a word after it, or '' for nothing.",))
        else:
            found.append((name.text, value.text))
    return tuple(found)


def _order(reader: Reader, node: Node, key: str) -> str | None:
    word = text(reader, node, key)
    if word is None or word in ORDERS:
        return word
    advice = f"It is one of: {', '.join(ORDERS)}."
    return reader.fault("unknown-word", node, f'"{word}" is no order of dates', (advice,))


def _number(reader: Reader, node: Node, key: str) -> int | None:
    word = text(reader, node, key)
    if word is None or (word.isascii() and word.isdigit() and 0 < int(word[:7]) < 1_000_000):
        return int(word) if word else None
    return reader.fault("wrong-shape", node, f"`{key}` is the number of a row", ("The first row is 1.",))


PERIODS: Final = ("when", "as-of", "existed")
TAKE: Final = Shape(
    "take",
    {
        "column": Field("column", _columns),
        "is": Field("is", text),
        "values": Field("values", _pairs),
        "split": Field("split", _free),
        "others": Field("others", text),
    },
)
SOURCE: Final = Shape(
    "source",
    {
        name: Field(name, text)
        for name in ("id", "title", "author", "publisher", "published", "url", "reliability", "label", "note")
    },
    required=("id", "title", "published"),
)
ITEM: Final = (
    "source", "at", "says", "via", "stance", "hedge", "likelihood", "confidence", "credibility", "said", "when", "as-of",
    "gone-by", "gist", "quote", "retrieved",
)  # fmt: skip
FIELDS: Final = {
    "relations": (
        "from", "type", "to", "kind", "from-kind", "to-kind", "against", "modality", "if", "when", "as-of", "gone-by",
        "means", "extent", "priority", "scope", "place", "coding", "handling", "note", "id",
    ),
    "actors": ("key", "id", "name", "aliases", "kind", "existed", "place", *REGISTERS, "note"),
}  # fmt: skip
REQUIRED: Final = {"relations": ("from", "type", "to"), "actors": ("name", "kind")}


def _item(reader: Reader, node: Node, key: str) -> dict[str, Take] | None:
    found = fields(reader, node, Shape("evidence", {name: Field(name, _take) for name in ITEM}), "`evidence`")
    if found and (at := found.get("at")) and at.columns == ("row",):
        del found["at"]  # the row is what stands there anyway
    return found


def _shape(what: str) -> Shape:
    own = {name: Field(name, _take) for name in FIELDS[what]}
    layout = {"sheet": Field("sheet", text), "header": Field("header", _number)}
    item = {"evidence": Field("evidence", _item)} if what == "relations" else {}
    return Shape(what, {**own, **item, **layout}, required=REQUIRED[what])


def _part(reader: Reader, node: Node, what: str) -> Part | None:
    shape = _shape(what)
    found = fields(reader, node, shape, f"the mapping of {what}")
    if found is None:
        return None
    if not require(reader, node, shape, f"the mapping of {what}"):
        return None
    item = found.pop("evidence", {})
    sheet, header = found.pop("sheet", ""), found.pop("header", 1)
    return Part(what, found, item, sheet, header)


def _source(reader: Reader, node: Node, key: str) -> dict[str, str] | None:
    found = fields(reader, node, SOURCE, "`source`")
    if found is None or not require(reader, node, SOURCE, "`source`"):
        return None
    if not found.get("author") and not found.get("publisher"):
        what = "`source` has neither `author` nor `publisher`"
        return reader.fault("missing-key", node, what, ("Say whose word it is:",), ("author: ...",))
    return found


def _some_of_source(reader: Reader, node: Node, key: str) -> dict[str, str] | None:
    """Of a format that knows its source: what is to be said otherwise."""
    return fields(reader, node, SOURCE, "`source`")


def read(data: bytes, name: str, default: dict[str, str] | None = None) -> tuple[Plan, list[Problem]]:
    """The mapping, and what is wrong with it; `default` is a source that the format knows itself."""
    root, problems = nodes.read(data, name)
    reader = Reader(name, Names(shipped()), problems)
    plan = Plan(default or {}, {}, {})
    if not isinstance(root, Mapping):
        if root is not None:
            reader.misshapen(
                root, "a mapping is written as `field: column` pairs", "Such as:", ("from: Group A",)
            )
        return plan, problems
    table = root.get("table")
    what = table.text if isinstance(table, Scalar) else ""
    top = Shape("mapping", {
        "source": Field("source", _source if default is None else _some_of_source),
        "table": Field("table", text),
        "same": Field("same", _pairs),
        "dates": Field("dates", _order),
        "delimiter": Field("delimiter", _free),
        **({} if what in FIELDS else {part: Field(part, _part) for part in FIELDS}),
    })  # fmt: skip
    if table is not None and what not in FIELDS:
        reader.fault(
            "unknown-word", table, f'"{what}" is no table of the record', ("It is actors or relations.",)
        )
    found: dict[str, Any] = fields(reader, _only(root, top, what in FIELDS), top, "a mapping") or {}
    if what in FIELDS and (part := _part(reader, _only(root, top, False, without=True), what)):
        found[what] = part
    if root.get("source") is None and default is None:
        write = ("source: {id: ..., title: ..., author: ..., published: ...}",)
        reader.fault(
            "missing-key", root, "the mapping has no `source`", ("Say what each row is cited from:",), write
        )
    return plan._replace(
        source={**plan.source, **found.get("source", {})},
        parts={part: found[part] for part in FIELDS if part in found},
        same=dict(found.get("same", ())),
        dates=found.get("dates", ""),
        delimiter=found.get("delimiter", ""),
    ), problems


def _only(root: Mapping, top: Shape, flat: bool, *, without: bool = False) -> Mapping:
    """The keys at the top of a flat mapping, or those of its table; of one in parts, all of them."""
    if not flat and not without:
        return root
    own = Mapping(root.start, root.end)
    own.fields = {key: pair for key, pair in root.fields.items() if (key in top.fields) is not without}
    return own
