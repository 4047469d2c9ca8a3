"""The tree that YAML text is read into: every scalar is text, and every value knows where it stands."""

from collections.abc import Collection

from yaml.error import Mark

from ..problems import Span


class Node:
    """A value and where it stands; lines and columns count characters from 1."""

    __slots__ = ("end", "start")

    def __init__(self, start: Mark, end: Mark) -> None:
        self.start = start
        self.end = end

    @property
    def line(self) -> int:
        """Its first line."""
        return self.start.line + 1

    @property
    def column(self) -> int:
        """Its first character in that line."""
        return self.start.column + 1

    @property
    def length(self) -> int:
        """The characters it takes; 1 where it goes on over several lines."""
        return self.end.index - self.start.index or 1 if self.start.line == self.end.line else 1

    def span(self, file: str) -> Span:
        """Its place, for a problem."""
        start = self.start
        return Span(file, start.line + 1, start.column + 1, self.length)


class Scalar(Node):
    """Text as typed. `plain` is text without quotes: nothing typed is plain and empty, '' is only empty."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, plain: bool, start: Mark, end: Mark) -> None:
        self.text = text
        self.plain = plain
        self.start = start
        self.end = end


class Mapping(Node):
    """Keys and values, in the order typed."""

    __slots__ = ("fields",)

    def __init__(self, start: Mark, end: Mark) -> None:
        self.fields: dict[str, tuple[Scalar, Node]] = {}
        self.start = start
        self.end = end

    @property
    def pairs(self) -> Collection[tuple[Scalar, Node]]:
        """Each key with its value."""
        return self.fields.values()

    @property
    def length(self) -> int:
        """The characters it takes on one line, else those of its first key."""
        if self.start.line == self.end.line:
            return self.end.index - self.start.index or 1
        first = next(iter(self.fields.values()), None)
        return first[0].length if first and first[0].start.index == self.start.index else 1

    def get(self, key: str) -> Node | None:
        """The value of `key`, None where it is not there."""
        found = self.fields.get(key)
        return found[1] if found else None

    def key(self, key: str) -> Scalar | None:
        """The key itself, with its place."""
        found = self.fields.get(key)
        return found[0] if found else None


class Sequence(Node):
    """A list of values."""

    __slots__ = ("items",)

    def __init__(self, start: Mark, end: Mark) -> None:
        self.items: list[Node] = []
        self.start = start
        self.end = end


class Lost(Node):
    """A value that could not be taken. Its problem is told already: whoever meets it fails quietly."""

    __slots__ = ()
