"""What YAML allows and a data set does not: one value, one line, every record for itself."""

import re

from ..problems import Problem, Span, clipped
from .lines import quoted
from .node import Lost, Node, Scalar
from .recovery import Open


def _error(name: str, where: Span, what: str, *advice: str, write: tuple[str, ...] = ()) -> Problem:
    return Problem(name, "error", where, clipped(what), advice, tuple(clipped(line, 1000) for line in write))


def anchor(file: str, node: Node, name: str) -> Problem:
    """`&name value`."""
    where = node.span(file)._replace(length=len(name) + 1)
    return _error(
        "anchor",
        where,
        f'"&{name}" names this value for use elsewhere, which is not read',
        "Write the value itself at each place, or put text that begins with & in quotes.",
    )


def alias(file: str, node: Node, name: str) -> Problem:
    """`*name` in the place of a value."""
    return _error(
        "alias",
        node.span(file),
        f'"*{name}" stands for a value given elsewhere, which is not read',
        "Write the value itself, or put text that begins with * in quotes:",
        write=(quoted(f"*{name}"),),
    )


def tag(file: str, node: Node, lines: list[str]) -> Problem:
    """`!tag value`."""
    here = lines[node.start.line][node.start.column :]
    name = re.match(r"\S*", here)
    typed = name[0] if name else "!"
    value = here[len(typed) : node.length].strip()
    write = (value, quoted(f"{typed} {value}")) if value and value[0] not in "\"'[{" else ()
    return _error(
        "tag",
        node.span(file)._replace(length=len(typed)),
        f'"{typed}" is a tag, and tags are not read',
        "Every value is text already. Write it alone, or all of it in quotes" + (":" if write else "."),
        write=write,
    )


def merge_key(file: str, node: Node) -> Problem:
    """`<<: *name`."""
    return _error(
        "merge-key",
        node.span(file),
        '"<<" takes keys over from another place, which is not read',
        "Each record stands alone: write its keys out.",
    )


def key_not_text(file: str, node: Node) -> Problem:
    """A list or a mapping before the colon."""
    return _error(
        "key-not-text",
        node.span(file),
        "a list or a mapping stands where a key belongs",
        "A key is one word. Text that begins with { or [ is put in quotes.",
    )


def several_documents(file: str, node: Node) -> Problem:
    """A second `---`."""
    return _error(
        "several-documents",
        node.span(file),
        "a second document begins here; nothing from here on is read",
        "Take this line out, and put records under the top key where they belong.",
    )


def too_long(file: str, node: Scalar, most: int) -> Problem:
    """A value that is a book."""
    return _error(
        "too-long",
        node.span(file)._replace(length=1),
        f"a value of {len(node.text):,} characters; at most {most:,} are read",
        "Is a quote not closed? Text of that length is kept in a file of its own; here stands what it says.",
    )


def escape(file: str, node: Node, character: str) -> Problem:
    """A control character made by an escape in double quotes."""
    return _error(
        "control-character",
        node.span(file),
        f"an escape in it stands for a control character (U+{ord(character):04X})",
        "Leave it out. Single quotes keep a backslash as it is.",
    )


def duplicate_key(
    file: str, key: Scalar, first: Scalar, value: Node, around: Open, lines: list[str]
) -> Problem:
    """A key that stands there already; `around` are the collections open above it."""
    record = around[1][1] if len(around) > 1 else None
    top = around[0][1] if len(around) == 1 else None
    of = f" for {record.text}" if isinstance(record, Scalar) else ""
    if isinstance(top, Scalar):
        of = f" in {top.text}"
    write: tuple[str, ...] = ()
    if not isinstance(value, Lost) and value.start.line == value.end.line and value.length <= 100:
        typed = lines[value.start.line][value.start.column : value.end.column]
        write = (f"{first.text}: {typed}".rstrip(),)
    end = ":" if write else "."
    advice = f"First at {first.line}:{first.column}. Write it once; neither value is taken{end}"
    if (
        lines[first.start.line][: first.start.column].strip() == "-"
    ):  # the key with which an entry of a list begins
        again = lines[key.start.line].strip()
        write = (*((f"- {again}",) if len(again) <= 100 else ()), *write)
        advice = (
            f"First at {first.line}:{first.column}. Does a new record begin here? Then its line begins with a"
            f" hyphen. Otherwise write it once; neither value is taken{end}"
        )
    return _error("duplicate-key", key.span(file), f'"{key.text}" is given twice{of}', advice, write=write)


def too_large(file: str, what: str, line: int = 1) -> Problem:
    """More than is read at once."""
    return _error(
        "file-too-large",
        Span(file, line, 1),
        what,
        "Split it: actors, relations and sources may each be a folder of files.",
    )


def too_many(file: str, line: int) -> Problem:
    """More faults than anybody reads at once."""
    return _error(
        "too-many-faults",
        Span(file, line, 1),
        "too many faults: nothing from here on is read",
        "Mend those above, then check again.",
    )


def empty(file: str) -> Problem:
    """Nothing but blanks and comments."""
    top = re.split("[./]", file, maxsplit=1)[0]
    if top == "dataset":
        return _error(
            "empty-file",
            Span(file, 1, 1),
            "the file holds no data",
            "It needs a title at least:",
            write=("title: ...",),
        )
    return _error(
        "empty-file",
        Span(file, 1, 1),
        "the file holds no data",
        "Begin it with its top key:",
        write=(f"{top}:",),
    )
