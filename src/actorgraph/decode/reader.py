"""The frame of decoding: a file being read, what may be named in it, and the fields of a record."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ..model import Source, Voice
from ..nodes import Lost, Mapping, Node, Scalar
from ..problems import Problem, Span
from ..text import near
from ..vocabulary import Vocabulary


class Names:
    """Everything a record may name: ids declared anywhere in the data set, read before the records."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.actors: dict[str, Span] = {}
        self.voices: dict[str, Voice] = {}
        self.sources: dict[str, Source] = {}
        self.source_ids: dict[str, Span] = {}
        self.events: dict[str, Span] = {}


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
        self.problems.append(Problem(name, "error", span, what, tuple(advice), tuple(write), tuple(after)))

    def misshapen(self, where: Node, what: str, advice: str, write: Iterable[str] = ()) -> None:
        """A value of the wrong shape; one that was lost in reading has been told of already."""
        if isinstance(where, Lost):
            self.errors += 1
        else:
            self.fault("wrong-shape", where, what, (advice,), write)

    def hint(self, name: str, where: Node, what: str, advice: Iterable[str] = ()) -> None:
        self.problems.append(Problem(name, "hint", self.span(where), what, tuple(advice)))

    def unknown(
        self, name: str, where: Node | Span, what: str, word: str, known: Iterable[str], key: str, new: str
    ) -> None:
        """A name that nothing bears: the nearest ones, or where such a name is declared."""
        self.fault(name, where, what, *nearest(word, known, key, new))


def nearest(word: str, known: Iterable[str], key: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Advice and what to write for a name that nothing bears; `new` where no name is near."""
    found = near(word, list(known), 3)
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


Shape = dict[str, Field]


def fields(reader: Reader, node: Node, shape: Shape, of_what: str) -> dict[str, Any] | None:
    """The values of a record by attribute; what could not be read is missing, its fault reported."""
    if not isinstance(node, Mapping):
        reader.misshapen(
            node, f"{of_what} is written as `key: value` pairs", f"Its keys are: {', '.join(shape)}."
        )
        return None
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        field = shape.get(key.text)
        if field is None:
            _unknown_key(reader, key, value, shape, of_what)
            continue
        read = field.read(reader, value, key.text)
        if read is not None:
            values[field.attr] = read
    return values


def require(reader: Reader, node: Node, values: dict[str, Any], of_what: str, *keys: str) -> bool:
    """Whether the record has those keys; one that stands there with a fault counts as given."""
    given = {key.text for key, _ in node.pairs} if isinstance(node, Mapping) else set()
    # A key with a slip in it has been told of already.
    missing = [key for key in keys if key not in given and not any(near(typed, (key,)) for typed in given)]
    for key in missing:
        reader.fault(
            "missing-key",
            reader.span(node)._replace(length=1),
            f"{of_what} has no `{key}`",
            ("Add:",),
            (f"{key}: ...",),
        )
    return given.issuperset(keys)


# Fields that people type from habit: the field of ours that must be there, and what to say.
TIME = "Time is `when: START/END`: 2018/.. since then and going on, 2018/ began then, /2019 until then."
INSIDE = "It stands inside `evidence`, beside the source: every statement has a voice of its own."
MOVED = {
    "level": ("means", "How it is done goes to `means`, how far to `extent`, where it holds to `scope`."),
    "sign": ("evidence", "A sign is never typed: it belongs to the type (types.yaml has your own)."),
    "strength": ("extent", "Only what the source says of it: `extent: limited` or `extent: close`."),
    "weight": ("extent", "Only what the source says of it: `extent: limited` or `extent: close`."),
    "status": (
        "modality",
        "What is wanted is `modality: intended`; what is over has `gone-by`; who doubts it, a stance.",
    ),
    "certainty": (
        "coding",
        "Of your reading: `coding`. Of the voice: `likelihood` or `confidence` in `evidence`.",
    ),
    "sources": ("evidence", "Who says so goes to `evidence: SOURCE PLACE`."),
    "source": ("evidence", "Who says so goes to `evidence: SOURCE PLACE`."),
    "confidence": (
        "assessment",
        "A voice's own stands inside `evidence`, a named analyst's in `assessment`.",
    ),
    "likelihood": ("evidence", INSIDE),
    "says": ("evidence", INSIDE),
    "stance": ("evidence", INSIDE),
    "hedge": ("evidence", INSIDE),
    "gist": ("evidence", INSIDE),
    "quote": ("evidence", INSIDE),
    "said": ("evidence", INSIDE),
    "at": ("evidence", INSIDE),
    "since": ("when", TIME),
    "until": ("when", TIME),
    "start": ("when", TIME),
    "end": ("when", TIME),
    "date": ("when", TIME),
    "year": ("when", TIME),
    "parent": ("of", "A part of something else is a sourced `part-of` row; only a segment has `of`."),
    "part-of": ("of", "A part of something else is a sourced `part-of` row; only a segment has `of`."),
}


def _unknown_key(reader: Reader, key: Scalar, value: Node, shape: Shape, of_what: str) -> None:
    what = f'unknown key "{key.text}"'
    needed, moved = MOVED.get(key.text, ("", ""))
    found = near(key.text, list(shape), 1)
    if needed in shape:
        reader.fault("unknown-key", key, what, (moved,))
    elif found:
        text = f"{found[0]}: {value.text}" if isinstance(value, Scalar) else f"{found[0]}:"
        reader.fault("unknown-key", key, what, ("Write instead:",), (text,))
    else:
        reader.fault(
            "unknown-key",
            key,
            what,
            (f"{of_what[0].upper()}{of_what[1:]} has the keys: {', '.join(shape)}.",),
        )
