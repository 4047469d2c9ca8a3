"""The words a data set may use: relation types, kinds of actor, traits, and closed lists.

Types are data (relations.yaml); a data set adds its own in types.yaml. No code branches on a type's name.
"""

from typing import NamedTuple

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
        return self._replace(types=types, inverses=inverses(types))


_loaded: Vocabulary | None = None


def shipped() -> Vocabulary:
    """The vocabulary that comes with the program, read once."""
    global _loaded
    if _loaded is None:
        from .reading import read  # a data set out of an index brings its vocabulary along

        _loaded = read()
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


def inverses(types: dict[str, RelationType]) -> dict[str, str]:
    """The type of each name that a type has from its other end."""
    return {type_.inverse: name for name, type_ in types.items() if type_.inverse}
