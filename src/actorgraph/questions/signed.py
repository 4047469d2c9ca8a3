"""Pairs with a sign: ties of a record or of a plain network, one sign a pair, as a graph of integers."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from ..balance.graph import Signed, neighbours, signed
from ..balance.split import frustration
from ..errors import Fault
from ..sight import Seen
from ..text import near

Pair = tuple[str, str]
AMBIVALENT = {
    "drop": "left out",
    "majority": "read by the sign that more of their ties have, left out where these are as many",
    "both": "counted once with each sign, so that each puts one tie out of line in any split",
    "worst": "read by the signs that put most ties out of line",
}
MARKS = {1: "+", -1: "-", 0: "+-"}
MOST_WORST = 10  # a thousand networks to solve


class Tie(NamedTuple):
    """A pair and what it counts as: 1 friendly, -1 hostile, 0 for one of both signs that counts as neither or both.

    `what_if` are the signs that only what is supposed brings.
    """

    one: str
    other: str
    sign: int
    rows: tuple[Seen, ...] = ()
    what_if: frozenset[int] = frozenset()

    def has(self, actor: str) -> bool:
        return actor in (self.one, self.other)

    @property
    def mark(self) -> str:
        """`+`, `-`, `+-` of both signs; `if` before it where the record alone would not have it."""
        of = {self.sign} if self.sign else {1, -1}
        return f"{'if' if of & self.what_if else ''}{MARKS[self.sign]}"


class Ties(NamedTuple):
    """The actors in order, the pairs that count, and among them or left out (sign 0) those of both signs."""

    actors: tuple[str, ...]
    ties: tuple[Tie, ...]
    mixed: tuple[Tie, ...]
    how: str

    @property
    def graph(self) -> Signed:
        """The pairs by the places of their actors."""
        at = {actor: place for place, actor in enumerate(self.actors)}
        return signed(len(at), [(at[tie.one], at[tie.other], tie.sign) for tie in self.ties])

    @property
    def twice(self) -> int:
        """How many ties are out of line whatever the split, since their pairs count with both signs."""
        return len(self.mixed) if self.how == "both" else 0

    @property
    def hostile(self) -> int:
        return sum(tie.sign < 0 for tie in self.ties) + self.twice

    @property
    def friendly(self) -> int:
        return sum(tie.sign > 0 for tie in self.ties) + self.twice

    @property
    def number(self) -> int:
        """All ties counted."""
        return len(self.ties) + 2 * self.twice

    @property
    def by_pair(self) -> dict[frozenset[str], Tie]:
        return {frozenset((tie.one, tie.other)): tie for tie in self.ties}


class Triad(NamedTuple):
    """Three actors, each tied to both others; strained where the product of the signs is negative.

    The ties are of the first and second actor, the second and third, the first and third.
    """

    actors: tuple[str, str, str]
    ties: tuple[Tie, Tie, Tie]

    @property
    def hostile(self) -> int:
        return sum(tie.sign < 0 for tie in self.ties)

    @property
    def strained(self) -> bool:
        return self.hostile % 2 == 1


def how_read(word: str) -> str:
    """A word of --ambivalent; a Fault names the words there are."""
    if word not in AMBIVALENT:
        found = near(word, AMBIVALENT)
        nearest = f" Nearest: {found[0]}." if found else ""
        raise Fault(f'--ambivalent "{word}" is none of {", ".join(AMBIVALENT)}.{nearest}')
    return word


def ties(
    order: Sequence[str], signs: Mapping[Pair, Sequence[int]], how: str, rows: Mapping[Pair, Iterable[Seen]]
) -> Ties:
    """One sign a pair; `order` has all actors as they are to stand, `signs` what each tie of a pair says.

    `rows` are the ties of a record, in the order of their signs; a plain network has none.
    """
    place = {actor: number for number, actor in enumerate(order)}
    plain: list[Tie] = []
    mixed: list[Tie] = []
    for pair in sorted(signs, key=lambda one: (place[one[0]], place[one[1]])):
        said = signs[pair]
        both = min(said) < 0 < max(said)
        total = sum(said) if how == "majority" or not both else 0
        held = tuple(rows.get(pair, ()))
        tie = Tie(*pair, (total > 0) - (total < 0), held, _what_if(held, said) if held else frozenset())
        if both:
            mixed.append(tie)
        if tie.sign:
            plain.append(tie)
    if how == "worst" and mixed:
        mixed = _worst(order, plain, mixed)
        plain = sorted([*plain, *mixed], key=lambda tie: (place[tie.one], place[tie.other]))
    kept = {end for tie in [*plain, *(mixed if how == "both" else ())] for end in (tie.one, tie.other)}
    return Ties(tuple(actor for actor in order if actor in kept), tuple(plain), tuple(mixed), how)


def _what_if(held: Sequence[Seen], said: Sequence[int]) -> frozenset[int]:
    """The signs of which every tie is supposed."""
    recorded = {sign for row, sign in zip(held, said, strict=True) if not row.supposed}
    return frozenset(said) - recorded


def _worst(order: Sequence[str], plain: list[Tie], mixed: list[Tie]) -> list[Tie]:
    """The first reading of the pairs of both signs, hostile before friendly, that puts most ties out of line."""
    if len(mixed) > MOST_WORST:
        raise Fault(
            f"{len(mixed)} pairs have ties of both signs, and --ambivalent worst tries every reading of at most "
            f"{MOST_WORST}. Read them another way: --ambivalent drop, majority or both"
        )
    found: list[Tie] = []
    most = -1
    for choice in product((-1, 1), repeat=len(mixed)):
        read = [tie._replace(sign=sign) for tie, sign in zip(mixed, choice, strict=True)]
        least = frustration(Ties(tuple(order), (*plain, *read), (), "worst").graph).upper
        if least > most:
            most, found = least, read
    return found


def triads(of: Ties) -> list[Triad]:
    """All closed triads: the strained first, then in the order of their actors."""
    around = neighbours(of.graph)
    pairs = of.by_pair
    found: list[Triad] = []
    for first, row in enumerate(around):
        above = sorted(other for other in row if other > first)
        for number, second in enumerate(above):
            for third in above[number + 1 :]:
                if third in around[second]:
                    a, b, c = of.actors[first], of.actors[second], of.actors[third]
                    legs = (pairs[frozenset((a, b))], pairs[frozenset((b, c))], pairs[frozenset((a, c))])
                    found.append(Triad((a, b, c), legs))
    return sorted(found, key=lambda one: not one.strained)
