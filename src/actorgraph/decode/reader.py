"""The frame of decoding: a file being read, what may be named in it, and the fields of a record."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..model import Source, Voice
from ..nodes import Lost, Mapping, Node, Scalar, Sequence
from ..problems import Problem, Span, clipped
from ..text import near
from ..vocabulary import Vocabulary
from ..vocabulary.everyday import nearest as everyday

if TYPE_CHECKING:
    from .values import Word


MOST_COMPARED: Final = 1_000_000


class Names:
    """Everything a record may name: ids declared anywhere in the data set, read before the records."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.actors: dict[str, Span] = {}
        self.voices: dict[str, Voice] = {}
        self.sources: dict[str, Source] = {}
        self.source_ids: dict[str, Span] = {}
        self.events: dict[str, Span] = {}
        self.compared = 0


class Reader:
    """One file on its way to records. Faults are collected, never raised."""

    def __init__(self, file: str, names: Names, problems: list[Problem]) -> None:
        self.file = file
        self.names = names
        self.problems = problems
        self.errors = 0

    def span(self, node: Node) -> Span:
        return node.span(self.file)

    def fault(
        self,
        name: str,
        where: Node | Span,
        what: str,
        advice: Iterable[str] = (),
        write: Iterable[str] = (),
        after: Iterable[str] = (),
    ) -> None:
        """An error: the record it stands in is left out."""
        self.errors += 1
        span = where if isinstance(where, Span) else self.span(where)
        lines = tuple(clipped(line, 1000) for line in write)
        self.problems.append(Problem(name, "error", span, clipped(what), tuple(advice), lines, tuple(after)))

    def misshapen(self, where: Node, what: str, advice: str, write: Iterable[str] = ()) -> None:
        """A value of the wrong shape; one that was lost in reading has been told of already."""
        if isinstance(where, Lost):
            self.errors += 1
        else:
            self.fault("wrong-shape", where, what, (advice,), write)

    def hint(self, name: str, where: Node, what: str, advice: Iterable[str] = ()) -> None:
        self.problems.append(Problem(name, "hint", self.span(where), clipped(what), tuple(advice)))

    def unknown(
        self, name: str, where: Node | Span, what: str, word: str, known: Iterable[str], key: str, new: str
    ) -> None:
        """A name that nothing bears: the nearest ones, or where such a name is declared.

        In a record with very many of both the later ones are told without the nearest, or it would take minutes.
        """
        known = list(known) if self.names.compared < MOST_COMPARED else []
        self.names.compared += len(known)
        self.fault(name, where, what, *nearest(word, known, key, new))


def nearest(word: str, known: Iterable[str], key: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Advice and what to write for a name that nothing bears; `new` where no name is near."""
    found = everyday(word, known, 3)
    if not found:
        return (new,), ()
    write = tuple(f"{key}: {name}" if key else name for name in found)
    names = " or ".join([", ".join(found[:-1]), found[-1]] if found[:-1] else found)
    return (f"Nearest: {names}. Write {'one of' if len(found) > 1 else 'instead'}:",), write


Read = Callable[[Reader, Node, str], Any]


class Field(NamedTuple):
    """A key of a record: where its value goes and how it is read. None from `read` is a fault reported."""

    attr: str
    read: Read


class Shape(NamedTuple):
    """The keys a record has. All of `required` must be there, and one of `either`."""

    name: str
    fields: dict[str, Field]
    required: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


def fields(reader: Reader, node: Node, shape: Shape, of_what: str) -> dict[str, Any] | None:
    """The values of a record by attribute; what could not be read is missing, its fault reported."""
    known = shape.fields
    if not isinstance(node, Mapping):
        reader.misshapen(
            node, f"{of_what} is written as `key: value` pairs", f"Its keys are: {', '.join(known)}."
        )
        return None
    values: dict[str, Any] = {}
    for word, (key, value) in node.fields.items():
        field = known.get(word)
        if field is None:
            from .moved import unknown_key

            unknown_key(reader, key, value, shape, of_what)
            continue
        attr, reads = field
        read = reads(reader, value, word)
        if read is not None:
            values[attr] = read
    return values


def require(reader: Reader, node: Node, shape: Shape, of_what: str) -> bool:
    """Whether the record has the keys it must have; one that stands there with a fault counts as given."""
    if not isinstance(node, Mapping):  # told of already
        return False
    if all(map(node.fields.__contains__, shape.required)):
        return True
    given = {key.text for key, _ in node.pairs}
    # A key with a slip in it has been told of already.
    slips = given - shape.fields.keys()
    missing = [
        key for key in shape.required if key not in given and not any(near(slip, (key,)) for slip in slips)
    ]
    for key in missing:
        reader.fault(
            "missing-key",
            reader.span(node)._replace(length=1),
            f"{of_what} has no `{key}`",
            ("Add:",),
            (f"{key}: ...",),
        )
    return False


# Readers made of readers. What one is made of stands in its attributes: the schema of a file is drawn from them.


class Several:
    """One value or a list; of a list only, where `hyphen` says how to begin one.

    A value that can't be read costs all of them, or itself alone where `apart`.
    """

    def __init__(self, one: Read, *, apart: bool = False, hyphen: str = "") -> None:
        self.one = one
        self.apart = apart
        self.hyphen = hyphen

    def __call__(self, reader: Reader, node: Node, key: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            if self.hyphen:
                return reader.misshapen(node, f"`{key}` is a list", self.hyphen)
            value = self.one(reader, node, key)
            return (value,) if value is not None else () if self.apart else None
        one = self.one
        values = [one(reader, item, key) for item in node.items]
        if None not in values:
            return tuple(values)
        return tuple(value for value in values if value is not None) if self.apart else None


class Either:
    """One text, or else a record."""

    def __init__(self, short: Callable[[Reader, Scalar, str], Any], long: Read) -> None:
        self.short = short
        self.long = long

    def __call__(self, reader: Reader, node: Node, key: str) -> Any:
        if isinstance(node, Scalar):
            return self.short(reader, node, key)
        return self.long(reader, node, key)


class Nested:
    """A record inside a record: its keys, and what is made of it."""

    def __init__(self, shape: Shape, read: Read) -> None:
        self.shape = shape
        self.read = read

    def __call__(self, reader: Reader, node: Node, key: str) -> Any:
        return self.read(reader, node, key)


class Pairs:
    """Pairs of a name and a value. The names are words of a closed list, or free where `names` is None."""

    def __init__(self, noun: str, value: str, one: Read, names: "Word | None" = None, such: str = "") -> None:
        self.noun = noun
        self.value = value
        self.one = one
        self.names = names
        self.such = such

    def __call__(self, reader: Reader, node: Node, key: str) -> tuple[tuple[str, Any], ...] | None:
        words = list(self.names.words(reader.names.vocabulary)) if self.names else []
        if not isinstance(node, Mapping):
            advice = self.such or f"{self.noun.capitalize()}s: {', '.join(words)}."
            return reader.misshapen(node, f"`{key}` is written as `{self.noun}: {self.value}` pairs", advice)
        found = []
        for name, value in node.pairs:
            if self.names and name.text not in words:
                what, new = f'no {self.noun} "{name.text}"', f"It is one of: {', '.join(words)}."
                reader.unknown(self.names.problem, name, what, name.text, words, "", new)
            elif read := self.one(reader, value, name.text):
                found.append((name.text, read))
        return tuple(found)
