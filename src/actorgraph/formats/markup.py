"""XML of strangers, walked once before anything else reads it: no entities, no great depth, and what stands in it."""

from collections import Counter
from collections.abc import Callable
from typing import IO, Final
from xml.parsers import expat

from ..errors import Fault
from ..text import safe

DEEPEST: Final = 100
MOST_ELEMENTS: Final = 5_000_000
_CHUNK: Final = 2**20


class _Enough(Exception):
    pass


Told = Callable[[str], object]


def counted(
    stream: IO[bytes],
    name: str,
    start: Callable[[str, dict[str, str]], None] | None = None,
    end: Told | None = None,
    words: Told | None = None,
) -> Counter[str]:
    """How often each element stands in the file, by its name without a prefix.

    `start` is told of each with its attributes, `end` where it closes, `words` what stands between.
    """
    return _walked(stream, name, start, end, words, head=False)


def proved(stream: IO[bytes], name: str) -> None:
    """That the file declares no entities: they stand before the first element or nowhere."""
    _walked(stream, name, None, None, None, head=True)


def _walked(
    stream: IO[bytes],
    name: str,
    start: Callable[[str, dict[str, str]], None] | None,
    closed: Told | None,
    words: Told | None,
    *,
    head: bool,
) -> Counter[str]:
    found: Counter[str] = Counter()
    depth = elements = 0
    parser = expat.ParserCreate()

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        if head:
            raise _Enough
        depth += 1
        elements += 1
        found[tag.rpartition(":")[2]] += 1
        if depth > DEEPEST:
            raise Fault(f'"{safe(name)}" nests its elements more than {DEEPEST} deep: not read.')
        if elements > MOST_ELEMENTS:
            raise Fault(f'"{safe(name)}" has more than {MOST_ELEMENTS:,} elements. Split it.')
        if start:
            start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if closed:
            closed(tag)

    def entity(*_: object) -> None:
        raise Fault(
            f'"{safe(name)}" declares entities of its own, which can blow up to any size: not read.'
            " Save it again from the program that made it."
        )

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    if words:
        parser.buffer_text = True
        parser.CharacterDataHandler = words
    parser.EntityDeclHandler = entity
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _Enough:
        pass
    except expat.ExpatError as error:
        raise Fault(f'"{safe(name)}" is no XML that can be read: {error}.') from error
    return found
