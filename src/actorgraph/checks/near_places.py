"""Two names of places that differ by a slip."""

from collections.abc import Iterator

from ..dataset import Dataset
from ..problems import Problem, Severity, Span
from ..text import fold

SEVERITY: Severity = "hint"
WHY = (
    "One place under two names is found by half. Write one of them everywhere; two places whose names are "
    "really that near stay as they are."
)
GOOD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, place: [Port Sarim]}
  pirates: {name: Pirates, kind: faction, place: [Port Sarim]}
""",
}
BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, place: [Port Sarim]}
  pirates: {name: Pirates, kind: faction, place: [Port Sarrim]}
""",
}
ALSO_BAD = {
    "actors.yaml": """\
actors:
  rebels: {name: Rebels, kind: faction, place: [Nangarhar]}
""",
    "relations.yaml": """\
relations:
  - {from: north, type: support, to: rebels, place: Nangahrar, evidence: report p1}
""",
}
SHORTEST = 6


def check(dataset: Dataset) -> Iterator[Problem]:
    uses: dict[str, list[Span]] = {}
    for name, where in _places(dataset):
        uses.setdefault(name, []).append(where)
    order = {name: index for index, name in enumerate(uses)}
    # Names that are one letter apart are alike with that letter left out.
    alike: dict[str, list[str]] = {}
    for name in uses:
        for key in _with_one_left_out(fold(name)):
            alike.setdefault(key, []).append(name)
    told: set[tuple[str, str]] = set()
    for names in alike.values():
        for one in names:
            for other in names:
                # The rarer name is more likely the slip; of two as frequent, the later.
                usual, odd = sorted((one, other), key=lambda name: (-len(uses[name]), order[name]))
                if one != other and (odd, usual) not in told and _a_slip(fold(odd), fold(usual)):
                    told.add((odd, usual))
                    yield _problem(odd, usual, uses)


def _places(dataset: Dataset) -> Iterator[tuple[str, Span]]:
    traits = [trait for actor in dataset.actors.values() for trait in actor.traits]
    families = (dataset.actors.values(), traits, dataset.relations, dataset.events.values())
    for places, where in ((one.place, one.where) for family in families for one in family):
        yield from ((name, where) for name in places)


def _with_one_left_out(word: str) -> set[str]:
    if len(word) < SHORTEST:
        return {word}
    return {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}


def _a_slip(one: str, other: str) -> bool:
    """One letter more, less, other, or swapped with its neighbour. Figures differ on purpose."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if (one + other).isdigit():
        return False
    return max(len(one), len(other)) < 2 or (len(one) == 2 and one == other[::-1])


def _problem(odd: str, usual: str, uses: dict[str, list[Span]]) -> Problem:
    first = min(uses[usual])
    count = len(uses[usual])
    times = "once" if count == 1 else f"{count} times"
    return Problem(
        "near-places",
        SEVERITY,
        min(uses[odd]),
        f'the place "{odd}" is nearly "{usual}"',
        (f"That stands {times}, first at {first.file}:{first.line}. One place? Write instead:",),
        (f"place: {usual}",),
    )
