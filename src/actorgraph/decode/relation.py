"""A relation: its fields, its canonical type and id, and the rules that one row must keep by itself."""

from ..model import Assessment, Relation, Signature
from ..nodes import Mapping, Node, Sequence
from ..period import Interval
from ..spell import Claim, Clash, faults
from ..standing import positions
from .evidence import evidence, timed
from .reader import Field, Nested, Reader, Several, Shape, fields, require
from .values import actor, actors, date, interval, modality, new_id, text, texts, word_of

ASSESSMENT = Shape(
    "assessment",
    {
        "confidence": Field("confidence", word_of("confidence")),
        "by": Field("by", text),
        "on": Field("on", date),
        "why": Field("why", text),
    },
    required=("confidence", "by", "on"),
)
SIGNATURE = Shape("signature", {"by": Field("by", text), "on": Field("on", date)}, required=("by",))


def type_(reader: Reader, node: Node, key: str) -> str | None:
    """A type's own name or its inverse, as typed."""
    word = text(reader, node, key)
    if word is None:
        return None
    vocabulary = reader.names.vocabulary
    if vocabulary.canonical(word):
        return word
    if word in vocabulary.families:
        known = [name for name, found in vocabulary.types.items() if found.family == word]
        return reader.fault(
            "unknown-type",
            node,
            f'"{word}" is a family of types, not a type',
            (f"Its types are: {', '.join(known)}.",),
        )
    return reader.unknown(
        "unknown-type",
        node,
        f'no relation type "{word}"',
        word,
        [*vocabulary.types, *vocabulary.inverses],
        key,
        f"All, by family: {', '.join(f'actorgraph explain {name}' for name in vocabulary.families)}."
        " A type of your own is declared in types.yaml.",
    )


def _assessment(reader: Reader, node: Node, key: str) -> Assessment | None:
    values = fields(reader, node, ASSESSMENT, "an assessment")
    if values is None or not require(reader, node, ASSESSMENT, "an assessment"):
        return None
    return Assessment(**values) if values.keys() >= {*ASSESSMENT.required} else None


def _signature(reader: Reader, node: Node, key: str) -> Signature | None:
    values = fields(reader, node, SIGNATURE, f"`{key}`")
    if values is None or not require(reader, node, SIGNATURE, f"`{key}`"):
        return None
    return Signature(**values) if "by" in values else None


def event(reader: Reader, node: Node, key: str) -> str | None:
    word = text(reader, node, key)
    events = reader.names.events
    if word is None or word in events:
        return word
    return reader.unknown(
        "unknown-event", node, f'no event "{word}"', word, events, key, "An event is declared in events.yaml."
    )


signature = Nested(SIGNATURE, _signature)
SHAPE = Shape(
    "relation",
    {
        "from": Field("from_", actor),
        "type": Field("type", type_),
        "to": Field("to", actor),
        "against": Field("against", actors),
        "modality": Field("modality", modality),
        "if": Field("if_", text),
        "when": Field("when", interval),
        "as-of": Field("as_of", interval),
        "gone-by": Field("gone_by", date),
        "means": Field("means", Several(word_of("means"))),
        "extent": Field("extent", word_of("extent")),
        "priority": Field("priority", word_of("priority")),
        "scope": Field("scope", text),
        "place": Field("place", texts),
        "event": Field("event", event),
        "see": Field("see", texts),
        "evidence": Field("evidence", evidence),
        "assessment": Field("assessment", Nested(ASSESSMENT, _assessment)),
        "coding": Field("coding", word_of("coding")),
        "handling": Field("handling", word_of("handling")),
        "coded": Field("coded", signature),
        "reviewed": Field("reviewed", Several(signature)),
        "id": Field("id", new_id),
        "note": Field("note", text),
    },
    required=("from", "type", "to"),
)


def relation(
    reader: Reader, node: Node, existed: dict[str, tuple[str, Interval]], shape: Shape = SHAPE
) -> Relation | None:
    """The relation, or None where a fault was reported. `existed` bounds the actors that have bounds.

    `shape` may have a `reason` beside the keys of a relation: it belongs to whatever the relation stands in.
    """
    before = reader.errors
    values = fields(reader, node, shape, "a relation")
    if values is None:
        return None
    values.pop("reason", None)
    require(reader, node, SHAPE, "this relation")
    if reader.errors > before:
        return None
    row = _normal(reader, Relation(**{"id": "", **values}, where=reader.span(node), typed=values["type"]))
    items = timed(row.evidence, row.when, row.as_of, row.gone_by, row.modality, reader)
    row = row._replace(id=row.id or derived_id(row), evidence=items)
    _rules(reader, node, row)
    _times(reader, node, row, existed)
    return row if reader.errors == before else None


def derived_id(row: Relation) -> str:
    """`FROM.TYPE.TO[.against.X][.intended|.expected]`; it depends on that row alone."""
    parts = [row.from_, row.type, row.to]
    for third in row.against:
        parts += ["against", third]
    if row.modality != "actual":
        parts.append(row.modality)
    return ".".join(parts)


def _normal(reader: Reader, row: Relation) -> Relation:
    """The row with its canonical type; the ends of a symmetric one sorted."""
    vocabulary = reader.names.vocabulary
    name = vocabulary.canonical(row.type) or row.type
    from_, to = (row.to, row.from_) if name != row.type else (row.from_, row.to)
    if vocabulary.types[name].symmetric and from_ > to:
        from_, to = to, from_
    if name == row.type and from_ == row.from_:
        return row
    return row._replace(from_=from_, type=name, to=to)


def _rules(reader: Reader, node: Node, row: Relation) -> None:
    found = reader.names.vocabulary.types[row.type]
    if row.from_ == row.to:
        reader.fault(
            "self-loop",
            _value(node, "to"),
            f'"{row.to}" stands at both ends',
            (
                "A tie has two actors. Is one end a part, a person or a segment of it? What holds of one actor is a trait.",
            ),
        )
    for third in row.against:
        if third in row.ends:
            reader.fault(
                "against-an-end",
                _value(node, "against"),
                f'"{third}" is an end of the tie and can\'t be the third party it is aimed at',
                ("Name the third party, or take `against` out.",),
            )
    if row.means and not found.means:
        reader.fault(
            "means-not-taken",
            _value(node, "means"),
            f"the type {row.type} takes no means",
            ("Say it in `scope`, or choose a type that takes means, such as support.",),
        )
    if row.if_ and row.modality != "expected":
        reader.fault(
            "if-not-expected",
            _value(node, "if"),
            "a condition belongs to what is expected",
            ("Write beside it:",),
            ("modality: expected",),
            ("or say the condition in `note`.",),
        )


def _times(reader: Reader, node: Node, row: Relation, existed: dict[str, tuple[str, Interval]]) -> None:
    expected = row.modality == "expected"
    claims = [item.time for item in row.evidence] or [
        Claim(row.when, row.as_of, row.gone_by, None, None, expected)
    ]
    bounds = [existed[end] for end in row.ends if end in existed]
    for clash in faults(claims, bounds, expected, _timing(row)):
        reader.fault(clash.name, _clash_place(node, clash), clash.what, ADVICE[clash.name])


def _timing(row: Relation) -> list[int] | None:
    """The items that make the row's time, by index; None where all do."""
    if len(row.evidence) < 2:
        return None
    made = {id(item) for item in positions(row.evidence).timing}
    return [index for index, item in enumerate(row.evidence) if id(item) in made] or None


ADVICE = {
    "clash": ("Read the passage again: one of the dates is not this tie's, or they belong to two rows.",),
    "two-rows": (
        "One row is one unbroken spell. Write a second row for the other spell, with an `id` of its own.",
    ),
    "after-publication": ("Give this item its own time: what the source could speak of when it appeared.",),
    "as-of-expected": ("What has not happened can't be seen. Write `when`, or leave the time out.",),
}


def _clash_place(node: Node, clash: Clash) -> Node:
    """Where to look: the first field named, in the first item concerned that has it, else in the row."""
    items: list[Node] = []
    if isinstance(node, Mapping):
        found = node.get("evidence")
        items = found.items if isinstance(found, Sequence) else [found] if found is not None else []
    concerned = [items[index] for index in clash.items if index < len(items)]
    for place in [*concerned, node]:
        for field in clash.fields:
            value = place.get(field) if isinstance(place, Mapping) else None
            if value is not None:
                return value
    return node


def _value(node: Node, key: str) -> Node:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found if found is not None else node
