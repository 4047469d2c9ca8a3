"""Comparisons and paths for a page: of every pair of its actors, each as the question answers it, in few bytes."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..view import View

MOST = 60  # actors; their pairs take a second or two


def pairs(view: "View", ids: Sequence[str], ties: Sequence[str]) -> dict[str, Any]:
    """By pair, as `3,7` after the actors' numbers. What most pairs answer stands once, as `usual`.

    Words that recur stand in `words` and go by their number.
    """
    told = _Told(view, ids, ties)
    found = {f"{one},{other}": told.pair(one, other) for one, other in combinations(range(len(ids)), 2)}
    usual = Counter(pair[0] for pair in found.values() if not any(pair[1:])).most_common(1)
    state = usual[0][0] if usual else 0
    kept = {key: pair for key, pair in found.items() if pair[0] != state or any(pair[1:])}
    return {"words": list(told.words), "usual": state, "pairs": kept}


def pair(view: "View", ids: Sequence[str], ties: Sequence[str], one: int, other: int) -> dict[str, Any]:
    """The same of one pair alone."""
    told = _Told(view, ids, ties)
    found = told.pair(min(one, other), max(one, other))
    return {"words": list(told.words), "pair": found}


class _Told:
    """Numbers for the actors and for the words that recur."""

    def __init__(self, view: "View", ids: Sequence[str], ties: Sequence[str]) -> None:
        self.view, self.ids = view, ids
        self.ties = {id_: number for number, id_ in enumerate(ties)}
        self.place = {id_: number for number, id_ in enumerate(ids)}
        self.words: dict[str, int] = {}

    def pair(self, one: int, other: int) -> list[Any]:
        """The state, the numbers of ties through parts, third parties, paths, and how many more paths there are."""
        from ..questions.compare import between
        from ..questions.path import paths
        from ..questions.third import thirds

        a, b = self.ids[one], self.ids[other]
        tied = between(self.view, a, b)
        thirds_ = [
            [self._actor(t.party), self._word(t.reading), self._word(t.shared)]
            for t in thirds(self.view, (a, b))
        ]
        parts = dict.fromkeys(statement.seen.relation.id for statement in tied.parts)
        through = [self.ties[id_] for id_ in parts if id_ in self.ties]
        groups = paths(self.view, a, b)
        walks = [
            [[self._actor(actor) for actor in one.actors], self._word(one.window.text) if one.window else -1]
            for group in groups
            for one in group.paths
        ]
        more = sum(group.more for group in groups)
        return [self._word(tied.state.text), through, thirds_, walks, more]

    def _actor(self, id_: str) -> int | str:
        """Its number; of one that is not on the page its name."""
        return self.place.get(id_, self.view.dataset.name_of(id_))

    def _word(self, word: str) -> int:
        return self.words.setdefault(word, len(self.words))
