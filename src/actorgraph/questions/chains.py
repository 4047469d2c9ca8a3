"""Who repeats whom: documents by what they derive from, as a tree that also ends where a data set goes in circles."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..model import Source
from ..standing import roots as roots_of


class Link(NamedTuple):
    """One line of the tree: a document, how far below its beginning, and all that it derives from.

    `again`: it stands above with what repeats it. `turns`: the chain goes in a circle here, and none came first.
    """

    source: str
    depth: int
    above: tuple[str, ...]
    again: bool
    turns: bool


def chains(sources: Mapping[str, Source], left: Collection[str]) -> tuple[Link, ...]:
    """The documents left and what they derive from, the beginnings first; those that stand alone are not among them."""
    shown = _with_above(sources, left)
    below: dict[str, list[str]] = {}
    for name in sources:
        for above in _above(sources, name) if name in shown else ():
            below.setdefault(above, []).append(name)
    found: list[Link] = []
    placed: set[str] = set()
    for name in shown:
        if below.get(name) and not _above(sources, name):
            _hang(name, False, below, sources, placed, found)
    for name in shown:
        if name not in placed and _above(sources, name):
            _hang(_in_circle(name, sources), True, below, sources, placed, found)
    return tuple(found)


def _with_above(sources: Mapping[str, Source], left: Collection[str]) -> dict[str, None]:
    """Those left and all that they derive from, in the order of the files."""
    known, todo = {*left}, [*left]
    while todo:
        further = {*_above(sources, todo.pop())} - known
        known |= further
        todo += further
    return dict.fromkeys([*(name for name in sources if name in known), *sorted(known - sources.keys())])


def _above(sources: Mapping[str, Source], name: str) -> Sequence[str]:
    found = sources.get(name)
    return [*dict.fromkeys(found.derives_from)] if found else []


def _hang(
    first: str,
    turns: bool,
    below: Mapping[str, Sequence[str]],
    sources: Mapping[str, Source],
    placed: set[str],
    found: list[Link],
) -> None:
    """The document and all that repeats it, each told once in full."""
    todo = [(first, 0)]
    while todo:
        name, depth = todo.pop()
        again = name in placed
        found.append(Link(name, depth, tuple(_above(sources, name)), again, turns and not depth))
        if not again:
            placed.add(name)
            todo += [(one, depth + 1) for one in reversed(below.get(name, ()))]


def _in_circle(name: str, sources: Mapping[str, Source]) -> str:
    """A document of the circle to which the chain leads up."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        name = _above(sources, name)[0]
    return name


def roots(names: Iterable[str], sources: Mapping[str, Source]) -> dict[str, frozenset[str]]:
    """By document: those at the beginning of its chains, as independent support is counted."""
    found: dict[str, frozenset[str]] = {}
    for asked in names:
        path: dict[str, None] = {}
        name = asked
        while name not in found and name not in path and len(_above(sources, name)) == 1:
            path[name] = None
            name = _above(sources, name)[0]
        circle = name in path
        if not circle and name not in found:
            found[name] = roots_of(name, sources)
        rootless = circle or (found[name] == {name} and bool(_above(sources, name)))
        found |= {one: frozenset((one,)) if rootless else found[name] for one in path}
    return {name: found[name] for name in names}
