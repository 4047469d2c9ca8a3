"""Pairs that change from one date to another: from foe to friend, or to another kind of tie of the same sign."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from ..lens import Days
from ..pair import cell
from ..sight import Seen
from ..view import View
from .tie_words import tie_words

SIGNS = {"-": "hostile", "+": "cooperative"}


class Change(NamedTuple):
    """A pair with what it was and what it is; `maybe` is the old sign where it possibly still holds."""

    kind: Literal["sign", "kind"]
    ends: tuple[str, str]
    against: tuple[str, ...]
    then: str
    now: str
    maybe: str
    before: tuple[Seen, ...]
    after: tuple[Seen, ...]

    def row(self) -> tuple[str, ...]:
        """The change as cells, in the order of diff's columns."""
        rows = (*self.before, *self.after)
        places = dict.fromkeys(at for row in rows for item in row.items for at in item.places)
        ids = " ".join(dict.fromkeys(row.relation.id for row in rows))
        what = f"{self.then}, then {self.now}{f', possibly still {self.maybe}' if self.maybe else ''}"
        return (
            f"changed {self.kind}", "pair", ids, *self.ends, "", "", "", self.then, self.now, " ".join(places), what,
        )  # fmt: skip


def changes(view: View, then: Days, now: Days, ended: set[str], begun: set[str]) -> Iterable[Change]:
    """Of two actors and the third that a tie is aimed at: never across actors, and never out of what is not known."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Seen]] = {}
    for row in view.relations():
        if cell(row, view.sight) == "firm":
            key = (tuple(sorted((row.from_, row.to))), tuple(sorted(row.relation.against)))
            groups.setdefault(key, []).append(row)
    for (ends, against), rows in groups.items():
        was, is_ = _held(rows, then), _held(rows, now)
        if not was or not is_:
            continue
        old, new = _signs(was, view), _signs(is_, view)
        if old != new:
            left = _maybe(old - new, is_, view)
            words = (_surely(old, was), _surely(new, is_), left)
            yield Change("sign", (ends[0], ends[-1]), against, *words, tuple(was), tuple(is_))
            continue
        over = [row for row in was if row.relation.id in ended]
        fresh = [row for row in is_ if row.relation.id in begun]
        if over and fresh:
            told = (_kinds(over, view), _kinds(fresh, view), "")
            if told[0] != told[1]:
                yield Change("kind", (ends[0], ends[-1]), against, *told, tuple(over), tuple(fresh))


def _held(rows: Sequence[Seen], days: Days) -> list[Seen]:
    """The rows that hold certainly or possibly on the days, with that answer."""
    answered = [row._replace(answer=row.spell.on(days.first, days.last)) for row in rows]
    return [row for row in answered if row.answer in ("certainly", "possibly")]


def _signs(rows: Sequence[Seen], view: View) -> frozenset[str]:
    """The signs that are certain, else those that are possible."""
    certain = [row for row in rows if row.answer == "certainly"]
    return frozenset(view.dataset.type_of(row.relation).sign for row in certain or rows)


def _surely(signs: frozenset[str], rows: Sequence[Seen]) -> str:
    """The signs in words; possible only where no row is certain."""
    sure = any(row.answer == "certainly" for row in rows)
    return _words(signs) if sure else f"possibly {_words(signs)}"


def _maybe(gone: frozenset[str], rows: Sequence[Seen], view: View) -> str:
    return _words(gone & frozenset(view.dataset.type_of(row.relation).sign for row in rows))


def _words(signs: frozenset[str]) -> str:
    return " and ".join(SIGNS[sign] for sign in ("-", "+") if sign in signs)


def _kinds(rows: Sequence[Seen], view: View) -> str:
    return " and ".join(dict.fromkeys(tie_words(row, view, dated=False) for row in rows))
