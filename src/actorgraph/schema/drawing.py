"""The schema of one file, drawn from the tables of keys that decoding reads by."""

from typing import Any

from .. import vocabulary
from ..dataset import Dataset
from ..decode import about, actor, event, evidence, relation, scenario, source, types
from ..decode.reader import Either, Field, Nested, Pairs, Several, Shape
from ..decode.values import Word
from ..loading import KEYS
from .leaves import AN_ID, Schema, enum, leaf, meant
from .offers import offers
from .sentences import told

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LIMITS = (
    "A schema sees one file and no calendar. That an id is declared elsewhere, that dates agree and that a day "
    "exists (not 2021-02-30) is told by: actorgraph check"
)
# The records below each top key.
RECORDS = {
    "actors": actor.SHAPE,
    "relations": relation.SHAPE,
    "sources": source.SHAPE,
    "voices": source.VOICE,
    "events": event.SHAPE,
    "types": types.SHAPE,
    "scenarios": scenario.SHAPE,
}


FILES = ("dataset", *KEYS)


def schema(file: str, dataset: Dataset | None = None) -> Schema:
    """The schema of one of FILES; with a data set it offers what is declared there, and knows its types."""
    drawing = _Drawing(dataset)
    keys = {key: drawing.collection(key) for key in KEYS.get(file, ())}
    root = _object(keys) if keys else drawing.record(about.SHAPE)
    return {
        "$schema": DIALECT,
        "$id": f"actorgraph:format-{about.FORMAT}/{file}",
        "title": f"actorgraph {file}",
        "description": f"{sentence(file)} {LIMITS}",
        **root,
        "$defs": drawing.records,
    }


def sentence(file: str) -> str:
    """What the file is for."""
    return str(told("file", file)["description"])


class _Drawing:
    """One schema in the making; the records that it refers to gather in `records`."""

    def __init__(self, dataset: Dataset | None) -> None:
        self.shipped = vocabulary.shipped()
        self.vocabulary = dataset.vocabulary if dataset else self.shipped
        self.offers = offers(dataset) if dataset else {}
        self.records: dict[str, Schema] = {}

    def collection(self, key: str) -> Schema:
        """The records below a top key: of relations a list, of others a mapping by id; none is no fault."""
        shape, file = RECORDS[key], told("file", key)
        record = self._ref(shape)
        if key == "relations":
            return {**file, "type": ["array", "null"], "items": record}
        names: Schema = {name: AN_ID[name] for name in ("pattern", "errorMessage", "maxLength")}
        found = {**file, "type": ["object", "null"], "propertyNames": names, "additionalProperties": record}
        return found if shape is not types.SHAPE else {**found, **self._own_types(names)}

    def _own_types(self, names: Schema) -> Schema:
        """One of ours redefined keeps what it leaves out; a family's name can't be taken."""
        redefined = {
            word: rule for word, rule in self.records[types.SHAPE.name].items() if word != "required"
        }
        self.records["redefined"] = redefined
        return {
            "propertyNames": {**names, "not": enum(self.vocabulary.families)},
            "properties": {name: {"$ref": "#/$defs/redefined"} for name in self.shipped.types},
        }

    def _ref(self, shape: Shape) -> Schema:
        if shape.name not in self.records:
            self.records[shape.name] = {}
            self.records[shape.name] = self.record(shape)
        return {"$ref": f"#/$defs/{shape.name}"}

    def record(self, shape: Shape) -> Schema:
        """The keys of a record, and what they ask of each other."""
        found = _object({key: self._field(shape, key, field) for key, field in shape.fields.items()})
        if shape.required:
            found["required"] = list(shape.required)
        if shape.either:
            found["anyOf"] = [{"required": [key]} for key in shape.either]
        rules = self._rules(shape)
        return {**found, "allOf": rules} if rules else found

    def _field(self, shape: Shape, key: str, field: Field) -> Schema:
        sentence, value = told(shape.name, key), self._value(field.read, key)
        # Ids of this record make better examples than those of another.
        found = "examples" in sentence and self._offered(field.read)
        return {**({"description": sentence["description"]} if found else sentence), **value}

    def _offered(self, read: Any) -> Any:
        """Whether there is something to offer where that is read."""
        return self.offers.get(read.one if isinstance(read, Several) else read)

    def _value(self, read: Any, key: str) -> Schema:
        if isinstance(read, Several):
            one = self._value(read.one, key)
            many = {"type": "array", "items": one}
            return many if read.hyphen else _either(one, many)
        if isinstance(read, Either):
            return _either(self._value(read.short, key), self._value(read.long, key))
        if isinstance(read, Nested):
            return self._ref(read.shape)
        if isinstance(read, Pairs):
            one = self._value(read.one, key)
            if read.names is None:
                return {"type": "object", "additionalProperties": one}
            return _object(dict.fromkeys(read.names.words(self.vocabulary), one))
        if isinstance(read, Word):
            return meant(read.words(self.vocabulary))
        found = leaf(read, key, self.vocabulary)
        if read not in self.offers:
            return found
        name, snippets = self.offers[read]
        self.records[name] = {**found, "defaultSnippets": snippets}
        return {"$ref": f"#/$defs/{name}"}

    def _rules(self, shape: Shape) -> list[Schema]:
        """What the value of one key asks of another in the same record."""
        if shape is actor.SHAPE:
            others = [kind for kind in self.vocabulary.kinds if kind != "segment"]
            return [
                {"if": {"required": ["kind"], **_says("kind", "segment")}, "then": {"required": ["of"]}},
                {
                    "if": {"required": ["kind"], **_says("kind", *others)},
                    "then": {"properties": {"of": False}},
                },
            ]
        if shape is relation.SHAPE:
            others = [word for word in self.vocabulary.words["modality"] if word != "expected"]
            return [{"if": _says("modality", *others), "then": {"properties": {"if": False}}}]
        if shape is evidence.SHAPE:
            likelihood = self.vocabulary.words["likelihood"].items()
            even = [word for word, row in likelihood if row.get("below-even") != "yes"]
            return [{"if": _says("stance", "supports"), "then": _says("likelihood", *even)}]
        return []


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _either(one: Schema, other: Schema) -> Schema:
    """One of the two; alternatives within the first stand beside the second."""
    return {"anyOf": [*one.get("anyOf", [one]), other]}


def _says(key: str, *words: str) -> Schema:
    """The key is one of these words, or left out."""
    return {"properties": {key: {"enum": list(words)}}}
