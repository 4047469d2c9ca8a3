"""An actor with its other names and traits."""

from ..model import Actor, Alias, Trait
from ..nodes import Mapping, Node
from ..period import Interval
from ..spell import Claim, faults
from .evidence import evidence, timed
from .reader import Either, Field, Nested, Pairs, Reader, Several, Shape, fields, require
from .relation import ADVICE
from .values import actor as actor_id
from .values import date, interval, modality, text, texts, voices, word_of, yes

ALIAS_KINDS = ("full", "former", "weak", "pejorative", "native")
REGISTERS = ("wikidata", "ucdp", "acled", "opensanctions", "mmp")


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


ALIAS = Shape(
    "alias",
    {
        "name": Field("name", text),
        "lang": Field("lang", text),
        "by": Field("by", voices),
        "when": Field("when", interval),
        "evidence": Field("evidence", evidence),
        "kind": Field("kind", word_of(lambda _: ALIAS_KINDS)),
        "shared": Field("shared", yes),
    },
    required=("name",),
)
TRAIT = Shape(
    "trait",
    {
        "trait": Field("trait", word_of(lambda vocabulary: vocabulary.traits, "unknown-trait")),
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
    },
    required=("trait",),
    either=("is", "figure"),
)


def bare_alias(reader: Reader, node: Node, key: str) -> Alias | None:
    name = text(reader, node, "alias")
    return Alias(name, reader.span(node)) if name else None


def _alias(reader: Reader, node: Node, key: str) -> Alias | None:
    before = reader.errors
    values = fields(reader, node, ALIAS, "an alias")
    if values is None or not require(reader, node, ALIAS, "this alias") or reader.errors > before:
        return None
    found = Alias(where=reader.span(node), **values)
    return found._replace(evidence=timed(found.evidence, found.when, None, None, "actual", reader))


def _trait(reader: Reader, node: Node, key: str) -> Trait | None:
    before = reader.errors
    values = fields(reader, node, TRAIT, "a trait")
    if values is None or not require(reader, node, TRAIT, "this trait") or reader.errors > before:
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


def _within(reader: Reader, one: Trait, bounds: list[tuple[str, Interval]]) -> bool:
    """Whether the actor existed in the trait's time; its other faults have been told of already."""
    if not bounds:
        return True
    expected = one.modality == "expected"
    own = Claim(one.when, one.as_of, one.gone_by, None, None, expected)
    claims = [item.time for item in one.evidence] or [own]
    clashes = [clash for clash in faults(claims, bounds, expected) if "existed" in clash.fields]
    for clash in clashes:
        reader.fault(clash.name, one.where, clash.what, ADVICE[clash.name])
    return not clashes


_aliases = Several(Either(bare_alias, Nested(ALIAS, _alias)), apart=True)
_traits = Several(Nested(TRAIT, _trait), apart=True, hyphen="Begin each trait with a hyphen.")
_ids = Pairs("register", "id", text, word_of(lambda _: REGISTERS))
SHAPE = Shape(
    "actor",
    {
        "name": Field("name", text),
        "aliases": Field("aliases", _aliases),
        "kind": Field("kind", word_of(lambda vocabulary: vocabulary.kinds, "unknown-kind")),
        "of": Field("of", actor_id),
        "existed": Field("existed", interval),
        "place": Field("place", texts),
        "ids": Field("ids", _ids),
        "traits": Field("traits", _traits),
        "shared": Field("shared", yes),
        "note": Field("note", text),
    },
    required=("name", "kind"),
)


def actor(reader: Reader, id_: str, node: Node) -> Actor | None:
    """The actor with what could be read of it; None where it has no readable name or kind."""
    values = fields(reader, node, SHAPE, f"the actor {id_}")
    if values is None or not require(reader, node, SHAPE, f"the actor {id_}"):
        return None
    if "name" not in values or "kind" not in values:
        return None
    found = Actor(id=id_, where=reader.span(node), **values)
    if found.existed:
        bounds = [(found.name, found.existed)]
        found = found._replace(traits=tuple(one for one in found.traits if _within(reader, one, bounds)))
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
