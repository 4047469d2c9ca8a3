"""An actor with its other names and traits."""

from ..model import Actor, Alias, Trait
from ..nodes import Mapping, Node, Scalar, Sequence
from ..spell import Claim, faults
from .evidence import evidence, timed
from .modality import modality
from .reader import Field, Reader, fields, require
from .relation import ADVICE
from .values import actor as actor_id
from .values import chosen, date, interval, text, texts, voices, word_of, yes

ALIAS_KINDS = ("full", "former", "weak", "pejorative", "native")
REGISTERS = ("wikidata", "ucdp", "acled", "opensanctions", "mmp")


def alias_kind(reader: Reader, node: Node, key: str) -> str | None:
    return chosen(reader, node, key, ALIAS_KINDS)


def kind(reader: Reader, node: Node, key: str) -> str | None:
    return chosen(reader, node, key, reader.names.vocabulary.kinds, "unknown-kind")


def trait_kind(reader: Reader, node: Node, key: str) -> str | None:
    return chosen(reader, node, key, reader.names.vocabulary.traits, "unknown-trait")


def figure(reader: Reader, node: Node, key: str) -> str | None:
    """A number as the source has it: `77`, `>170`, `~500`, `100..120`."""
    word = text(reader, node, key)
    if word is None:
        return None
    parts = word.split("..") if ".." in word else [word.lstrip("<>~") if word[:1] in "<>~" else word]
    if (
        1 <= len(parts) <= 2
        and all(_number(part) for part in parts)
        and len(word) - len(word.lstrip("<>~")) < 2
    ):
        return word
    return reader.fault(
        "bad-figure",
        node,
        f'"{word}" is not a figure',
        (
            "A figure is 77, >170 (more than), <20 (fewer than), ~500 (about) or 100..120. Its unit stands elsewhere.",
        ),
    )


def _number(word: str) -> bool:
    whole, dot, rest = word.partition(".")
    return word.isascii() and whole.isdigit() and (not dot or rest.isdigit())


ALIAS = {
    "name": Field("name", text),
    "lang": Field("lang", text),
    "by": Field("by", voices),
    "when": Field("when", interval),
    "evidence": Field("evidence", evidence),
    "kind": Field("kind", alias_kind),
    "shared": Field("shared", yes),
}
TRAIT = {
    "trait": Field("trait", trait_kind),
    "on": Field("on", text),
    "is": Field("is_", text),
    "figure": Field("figure", figure),
    "toward": Field("toward", actor_id),
    "priority": Field("priority", word_of("priority")),
    "modality": Field("modality", modality),
    "when": Field("when", interval),
    "as-of": Field("as_of", interval),
    "gone-by": Field("gone_by", date),
    "place": Field("place", texts),
    "evidence": Field("evidence", evidence),
    "coding": Field("coding", word_of("coding")),
    "note": Field("note", text),
}


def alias(reader: Reader, node: Node) -> Alias | None:
    if isinstance(node, Scalar):
        name = text(reader, node, "alias")
        return Alias(name, reader.span(node)) if name else None
    before = reader.errors
    values = fields(reader, node, ALIAS, "an alias")
    if values is None or not require(reader, node, values, "this alias", "name") or reader.errors > before:
        return None
    found = Alias(where=reader.span(node), **values)
    return found._replace(evidence=timed(found.evidence, found.when, None, None, "actual", reader))


def trait(reader: Reader, node: Node) -> Trait | None:
    before = reader.errors
    values = fields(reader, node, TRAIT, "a trait")
    if values is None or not require(reader, node, values, "this trait", "trait") or reader.errors > before:
        return None
    if not ("is_" in values or "figure" in values):
        return reader.fault(
            "missing-key",
            node,
            "this trait says nothing",
            ("Add `is:` with words, or `figure:` with a number.",),
        )
    found = Trait(where=reader.span(node), **values)
    items = timed(found.evidence, found.when, found.as_of, found.gone_by, found.modality, reader)
    expected = found.modality == "expected"
    claims = [item.time for item in items] or [
        Claim(found.when, found.as_of, found.gone_by, None, None, expected)
    ]
    for clash in faults(claims, [], expected):
        reader.fault(clash.name, node, clash.what, ADVICE[clash.name])
    return found._replace(evidence=items) if reader.errors == before else None


def _aliases(reader: Reader, node: Node, key: str) -> tuple[Alias, ...] | None:
    nodes = node.items if isinstance(node, Sequence) else [node]
    return tuple(found for found in (alias(reader, one) for one in nodes) if found)


def _traits(reader: Reader, node: Node, key: str) -> tuple[Trait, ...] | None:
    if not isinstance(node, Sequence):
        return reader.misshapen(node, "`traits` is a list", "Begin each trait with a hyphen.")
    return tuple(found for found in (trait(reader, one) for one in node.items) if found)


def _ids(reader: Reader, node: Node, key: str) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, Mapping):
        return reader.misshapen(
            node, "`ids` is written as `register: id` pairs", f"Registers: {', '.join(REGISTERS)}."
        )
    found = []
    for name, value in node.pairs:
        if name.text not in REGISTERS:
            new = f"It is one of: {', '.join(REGISTERS)}."
            reader.unknown("unknown-word", name, f'no register "{name.text}"', name.text, REGISTERS, "", new)
        elif word := text(reader, value, name.text):
            found.append((name.text, word))
    return tuple(found)


SHAPE = {
    "name": Field("name", text),
    "aliases": Field("aliases", _aliases),
    "kind": Field("kind", kind),
    "of": Field("of", actor_id),
    "existed": Field("existed", interval),
    "place": Field("place", texts),
    "ids": Field("ids", _ids),
    "traits": Field("traits", _traits),
    "shared": Field("shared", yes),
    "note": Field("note", text),
}


def actor(reader: Reader, id_: str, node: Node) -> Actor | None:
    """The actor with what could be read of it; None where it has no readable name or kind."""
    values = fields(reader, node, SHAPE, f"the actor {id_}")
    if values is None or not require(reader, node, values, f"the actor {id_}", "name", "kind"):
        return None
    if "name" not in values or "kind" not in values:
        return None
    found = Actor(id=id_, where=reader.span(node), **values)
    if found.kind == "segment" and not found.of:
        reader.fault("segment-of", node, f"the segment {id_} does not say of whom", ("Add:",), ("of: ...",))
    elif found.of and found.kind != "segment":
        reader.fault(
            "segment-of",
            (node.get("of") if isinstance(node, Mapping) else None) or node,
            f"{id_} is of kind {found.kind}, and only a segment has `of`",
            ("Write `kind: segment`, or a sourced `part-of` row in relations.yaml.",),
        )
        return found._replace(of="")
    return found
