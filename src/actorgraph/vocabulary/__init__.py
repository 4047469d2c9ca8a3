"""The words a data set may use: relation types, kinds of actor, traits, and closed lists.

Types are data (relations.yaml); a data set adds its own in types.yaml. No code branches on a type's name.
"""

import os
from typing import NamedTuple

from ..nodes import Mapping, Node, Scalar, Sequence, read

Words = dict[str, str]


class Family(NamedTuple):
    """A family of relation types: the mark and the heading of its rows."""

    name: str
    mark: str
    heading: str


class RelationType(NamedTuple):
    """A type of tie. `near` names the other end on the page of FROM, `far` on the page of TO."""

    name: str
    family: str
    sign: str
    kind: str
    reads: str
    near: str
    far: str
    noun: str
    definition: str = ""
    inverse: str = ""
    symmetric: bool = False
    balance: bool = True
    rolls_up: bool = False
    means: bool = False
    third: bool = False
    view: bool = False
    answers_for: bool = False
    steps: bool = True


class Kind(NamedTuple):
    """A kind of actor; `acts` is false for those never ranked, placed in camps or stepped through."""

    name: str
    one: str
    many: str
    under: str = ""
    acts: bool = True


class TraitKind(NamedTuple):
    """A kind of trait, its label on a page, and the kinds of actor that are expected to have one."""

    name: str
    label: str
    expected_of: tuple[str, ...] = ()


class Vocabulary(NamedTuple):
    """Everything a file may name. Words of closed lists are dicts from the word to its fields."""

    families: dict[str, Family]
    types: dict[str, RelationType]
    inverses: dict[str, str]
    kinds: dict[str, Kind]
    traits: dict[str, TraitKind]
    words: dict[str, dict[str, Words]]

    def canonical(self, name: str) -> str | None:
        """The type's own name for a name or an inverse; None where there is no such type."""
        return name if name in self.types else self.inverses.get(name)

    def is_kind(self, kind: str, asked: str) -> bool:
        """Whether `kind` is `asked` or stands below it in the tree."""
        while kind:
            if kind == asked:
                return True
            found = self.kinds.get(kind)
            kind = found.under if found else ""
        return False

    def family_of(self, type_name: str) -> Family:
        return self.families[self.types[type_name].family]

    def acts(self, kind: str) -> bool:
        """Whether actors of this kind are ranked, placed in camps and stepped through."""
        found = self.kinds.get(kind)
        return found is None or found.acts

    def with_types(self, own: dict[str, RelationType]) -> "Vocabulary":
        """This vocabulary with a data set's own types added or redefined."""
        types = {**self.types, **own}
        return self._replace(types=types, inverses=_inverses(types))


_FOLDER = os.path.dirname(__file__)
_loaded: Vocabulary | None = None


def shipped() -> Vocabulary:
    """The vocabulary that comes with the program, read once."""
    global _loaded
    if _loaded is None:
        relations, actors, words = (_file(name) for name in ("relations", "actors", "words"))
        types = {name: relation_type(name, fields_of(row)) for name, row in _rows(relations, "types")}
        _loaded = Vocabulary(
            {name: _family(name, fields_of(row)) for name, row in _rows(relations, "families")},
            types,
            _inverses(types),
            {name: _kind(name, fields_of(row)) for name, row in _rows(actors, "kinds")},
            {name: _trait(name, fields_of(row)) for name, row in _rows(actors, "traits")},
            {group: _group(rows) for group, rows in pairs_of(words)},
        )
    return _loaded


def relation_type(name: str, row: Words, base: RelationType | None = None) -> RelationType:
    """A type from its fields as typed; what is not given comes from `base` or a plain default."""

    def flag(field: str, default: bool) -> bool:
        return row[field] == "yes" if field in row else default

    names = row.get("names", "").split("\t") if row.get("names") else []
    given = base or RelationType(name, "neutral", "0", "act", f"{name.replace('-', ' ')} TO", "to", "by", "")
    return RelationType(
        name,
        row.get("family", given.family),
        row.get("sign", given.sign),
        row.get("class", given.kind),
        row.get("reads", given.reads),
        names[0] if names else given.near,
        names[-1] if names else given.far,
        row.get("noun", given.noun or name.replace("-", " ")),
        row.get("def", given.definition),
        row.get("inverse", given.inverse),
        flag("symmetric", given.symmetric),
        flag("balance", given.balance),
        flag("rolls-up", given.rolls_up),
        flag("means", given.means),
        flag("third", given.third),
        flag("view", given.view),
        flag("answers-for", given.answers_for),
        flag("steps", given.steps),
    )


def _inverses(types: dict[str, RelationType]) -> dict[str, str]:
    return {type_.inverse: name for name, type_ in types.items() if type_.inverse}


def _family(name: str, row: Words) -> Family:
    return Family(name, row["mark"], row["heading"])


def _kind(name: str, row: Words) -> Kind:
    return Kind(name, row["one"], row["many"], row.get("under", ""), row.get("acts") != "no")


def _trait(name: str, row: Words) -> TraitKind:
    return TraitKind(name, row["label"], tuple(filter(None, row.get("for", "").split("\t"))))


def _group(rows: Node) -> dict[str, Words]:
    if isinstance(rows, Sequence):
        return {item.text: {} for item in rows.items if isinstance(item, Scalar)}
    return {
        name: fields_of(row) if isinstance(row, Mapping) else {"": _text(row)} for name, row in pairs_of(rows)
    }


def _file(name: str) -> Mapping:
    path = os.path.join(_FOLDER, f"{name}.yaml")
    with open(path, "rb") as file:
        node, problems = read(file.read(), f"vocabulary/{name}.yaml")
    if problems or not isinstance(node, Mapping):
        raise RuntimeError(f"vocabulary/{name}.yaml can't be read: {problems}")
    return node


def pairs_of(node: Node) -> list[tuple[str, Node]]:
    """The names of a mapping and what stands under each."""
    return [(key.text, value) for key, value in node.pairs] if isinstance(node, Mapping) else []


def _rows(node: Mapping, key: str) -> list[tuple[str, Node]]:
    found = node.get(key)
    return pairs_of(found) if found is not None else []


def fields_of(node: Node) -> Words:
    """A row's fields as text; the entries of a list are joined by a tab."""
    return {key: _text(value) for key, value in pairs_of(node)}


def _text(node: Node) -> str:
    if isinstance(node, Sequence):
        return "\t".join(item.text for item in node.items if isinstance(item, Scalar))
    return node.text if isinstance(node, Scalar) else ""
