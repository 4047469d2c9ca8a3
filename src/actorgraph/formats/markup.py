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


def counted(
    stream: IO[bytes], name: str, start: Callable[[str, dict[str, str]], None] | None = None
) -> Counter[str]:
    """How often each element stands in the file, by its name without a prefix; `start` is told of each."""
    return _walked(stream, name, start, head=False)


def proved(stream: IO[bytes], name: str) -> None:
    """That the file declares no entities: they stand before the first element or nowhere."""
    _walked(stream, name, None, head=True)


def _walked(
    stream: IO[bytes], name: str, start: Callable[[str, dict[str, str]], None] | None, *, head: bool
) -> Counter[str]:
    found: Counter[str] = Counter()
    depth = 0
    parser = expat.ParserCreate()

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        if head:
            raise _Enough
        depth += 1
        found[tag.rpartition(":")[2]] += 1
        if depth > DEEPEST:
            raise Fault(f'"{safe(name)}" nests its elements more than {DEEPEST} deep: not read.')
        if found.total() > MOST_ELEMENTS:
            raise Fault(f'"{safe(name)}" has more than {MOST_ELEMENTS:,} elements. Split it.')
        if start:
            start(tag, attributes)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_: object) -> None:
        raise Fault(
            f'"{safe(name)}" declares entities of its own, which can blow up to any size: not read.'
            " Save it again from the program that made it."
        )

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
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
