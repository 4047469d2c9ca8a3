"""Who disagrees with whom: a block a proposition, ties that differ in degree, and ties that can't be so together.

Voices are listed and never counted against each other; who is silent on a proposition has not spoken on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..model import Actor
from ..page import listing
from ..sight import Seen
from ..spell import disputed, words
from ..view import View
from .basis import Basis, basis
from .degrees import Degree, by_pair, can_be_asked, degrees
from .kin import parts
from .same_period import Period, period_of
from .statements import ASIDE, not_yet
from .unlike import Clash, clashes, hardly_with
from .warrant import Word, weighed

COLUMNS = (
    "block", "number", "relation", "from", "type", "to", "family", "sign", "modality", "standing", "says",
    "stance", "overtaken", "when", "said", "party", "stake", "source", "at", "gist", "same-period", "note",
)  # fmt: skip
RANK = ("contested", "denied", "doubted", "open")


class Proposition(NamedTuple):
    """What is disputed, who holds what about it, whether they speak of one period, and what hardly goes with it."""

    seen: Seen
    words: tuple[Word, ...]
    period: Period | None
    hardly: tuple[Seen, ...]


class Question(NamedTuple):
    """The propositions on two actors or parts of theirs; firm ties of the two beside them; what is read with them."""

    one: str
    other: str
    propositions: tuple[Proposition, ...]
    beside: tuple[Seen, ...]
    read_with: tuple[Seen, ...]


class Dates(NamedTuple):
    """A tie of which the items state an end differently, or see it beyond an end that another states."""

    seen: Seen
    ends: tuple[str, ...]
    words: tuple[Word, ...]


class Disputes(NamedTuple):
    """The answer. `mixed` are pairs with ties of different kinds; `elsewhere` counts ties that the days asked exclude."""

    actors: tuple[Actor, ...]
    basis: Basis
    questions: tuple[Question, ...]
    degrees: tuple[Degree, ...]
    clashes: tuple[Clash, ...]
    dates: tuple[Dates, ...]
    mixed: tuple[tuple[Seen, ...], ...]
    elsewhere: int
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row an item of evidence, block by block."""
        return [*_rows(self)]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        return {
            "actors": [actor.id for actor in self.actors],
            "lens": self.basis.lens,
            "questions": [
                {
                    "between": [one.one, one.other],
                    "propositions": [
                        {
                            "relation": prop.seen.relation.id,
                            "standing": prop.seen.standing,
                            "same-period": prop.period.text if prop.period else None,
                            "hardly-with": [row.relation.id for row in prop.hardly],
                        }
                        for prop in one.propositions
                    ],
                    "beside": [row.relation.id for row in one.beside],
                    "read-with": [row.relation.id for row in one.read_with],
                }
                for one in self.questions
            ],
            "degree": [
                {"between": [one.one, one.other], "relations": [row.relation.id for row in one.rows]}
                for one in self.degrees
            ],
            "unlike-sign": [
                {
                    "relations": [row.relation.id for row in one.rows],
                    "attested": one.attested,
                    "open": one.open,
                }
                for one in self.clashes
            ],
            "dates": [{"relation": one.seen.relation.id, "ends": one.ends} for one in self.dates],
            "mixed": [[row.relation.id for row in rows] for rows in self.mixed],
            "not-on-these-days": self.elsewhere,
            "statements": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
        }


def ask(view: View, names: Sequence[str] = ()) -> Disputes:
    """The disputes of the record, of one actor and its parts, or between those actors and theirs."""
    actors = tuple(view.resolve(name) for name in names)
    if len({actor.id for actor in actors}) < len(actors):
        twice = next(actor for actor in actors if actors.count(actor) > 1)
        raise Fault(f"{twice.name} is named twice.")
    all_ = [row for row in view.relations() if _asked(row, [{*parts(view, one.id)} for one in actors])]
    rows = [row for row in all_ if row.answer != "no"]
    clashing = clashes(rows, view)
    unlike = {frozenset((one.rows[0].from_, one.rows[0].to)) for one in clashing}
    return Disputes(
        actors,
        basis(view, actors[0].id if len(actors) == 1 else None),
        tuple(_questions(view, rows)),
        tuple(degrees(rows, view)),
        tuple(clashing),
        tuple(_dates(view, rows)),
        tuple(held for pair, held in _mixed(view, rows) if pair not in unlike),
        len(all_) - len(rows),
        view.dataset,
    )


def _asked(row: Seen, circles: Sequence[set[str]]) -> bool:
    """Whether the tie is of the one actor, or between two of several."""
    if len(circles) < 2:
        return not circles or not circles[0].isdisjoint((row.from_, row.to))
    homes = [{number for number, held in enumerate(circles) if end in held} for end in (row.from_, row.to)]
    return any(one != other for one in homes[0] for other in homes[1])


def _questions(view: View, rows: Sequence[Seen]) -> list[Question]:
    """Grouped by the tops of the two ends: what is contested first, then what is denied, doubted, asked."""
    top, days = view.sight.belonging.top, view.lens.days
    groups: dict[frozenset[str], list[Seen]] = {}
    for row in rows:
        groups.setdefault(frozenset((top(row.from_, days), top(row.to, days))), []).append(row)
    beside = _Beside(view)
    found = [
        _question(view, held, beside)
        for held in groups.values()
        if any(row.standing in ASIDE for row in held)
    ]
    return sorted(found, key=lambda one: min(_rank(prop) for prop in one.propositions))


def _rank(prop: Proposition) -> int:
    return RANK.index(prop.seen.standing) if prop.seen.standing in RANK else len(RANK)


def _question(view: View, held: Sequence[Seen], read_with: "_Beside") -> Question:
    """What is disputed, with what is only held possible of the same sign; the firm ties beside it."""
    dataset = view.dataset
    sign = {row.relation.id: dataset.type_of(row.relation).sign for row in held}
    aside = [row for row in held if row.standing in ASIDE]
    signs = {sign[row.relation.id] for row in aside} - {"0"}
    possible = [row for row in held if row.standing == "suggested" and sign[row.relation.id] in signs]
    order = [*sorted(aside, key=lambda row: RANK.index(row.standing)), *possible]
    beside = [row for row in held if row.firm and not not_yet(row, dataset) and sign[row.relation.id] != "0"]
    told = {row.relation.id for row in (*order, *beside)}
    top, days = view.sight.belonging.top, view.lens.days
    one, other = sorted((top(e, days) for e in (aside[0].from_, aside[0].to)), key=lambda e: _first(e, view))
    return Question(
        one,
        other,
        tuple(_proposition(view, row, beside) for row in order),
        tuple(beside),
        tuple(row for row in read_with.of(order) if row.relation.id not in told),
    )


def _first(actor: str, view: View) -> tuple[int, str]:
    """Whoever has more ties is named first."""
    return -len(view.dataset.around.get(actor, ())), view.dataset.name_of(actor).casefold()


def _proposition(view: View, row: Seen, beside: Sequence[Seen]) -> Proposition:
    spoken = weighed(row, view.sight)
    return Proposition(row, spoken, period_of(row, view), tuple(hardly_with(row, beside, view)))


class _Beside:
    """Which ties the coder reads together, from either side; looked up once for all questions."""

    def __init__(self, view: View) -> None:
        self._rows = {row.relation.id: row for row in view.relations()}
        self._set: dict[str, dict[str, None]] = {}
        for row in self._rows.values():
            for other in row.relation.see:
                self._set.setdefault(row.relation.id, {})[other] = None
                self._set.setdefault(other, {})[row.relation.id] = None

    def of(self, rows: Iterable[Seen]) -> list[Seen]:
        """The ties set beside these."""
        named = dict.fromkeys(other for row in rows for other in self._set.get(row.relation.id, ()))
        return [self._rows[id_] for id_ in named if id_ in self._rows]


def _dates(view: View, rows: Iterable[Seen]) -> Iterator[Dates]:
    for row in rows:
        timing = row.place.timing
        ends = disputed([item.time for item in timing])
        if ends:
            held = {id(item) for item in timing}
            spoken = tuple(word for word in weighed(row, view.sight) if id(word.item) in held)
            yield Dates(row, ends, spoken)


def _mixed(view: View, rows: Iterable[Seen]) -> Iterator[tuple[frozenset[str], tuple[Seen, ...]]]:
    """Pairs with ties of several families, none of them disputed: ties of belonging and rows without evidence apart."""
    for pair, held in by_pair(row for row in rows if can_be_asked(row)).items():
        kinds = {view.dataset.type_of(row.relation).family for row in held}
        if len(kinds - {"belongs"}) > 1:
            yield pair, tuple(row for row in held if view.dataset.type_of(row.relation).family != "belongs")


def _rows(answer: Disputes) -> Iterator[tuple[str, ...]]:
    for number, one in enumerate(answer.questions, 1):
        for letter, prop in enumerate(one.propositions):
            period = prop.period.text if prop.period else ""
            note = " ".join(row.relation.id for row in prop.hardly)
            for word in prop.words:
                yield _row(
                    "question", f"{number}{chr(97 + letter % 26)}", prop.seen, word, answer, period, note
                )
    for number, degree in enumerate(answer.degrees, 1):
        for row, spoken in zip(degree.rows, degree.words, strict=True):
            for word in spoken:
                yield _row("degree", str(number), row, word, answer)
    for number, clash in enumerate(answer.clashes, 1):
        for row in clash.rows:
            yield _row("unlike sign", str(number), row, None, answer, clash.text)
    for number, dates in enumerate(answer.dates, 1):
        for word in dates.words:
            yield _row("dates", str(number), dates.seen, word, answer, "", listing(dates.ends))
    for number, mixed in enumerate(answer.mixed, 1):
        for row in mixed:
            yield _row("mixed", str(number), row, None, answer)


def _row(
    block: str, number: str, row: Seen, word: Word | None, answer: Disputes, period: str = "", note: str = ""
) -> tuple[str, ...]:
    relation, type_ = row.relation, answer.dataset.type_of(row.relation)
    head = (
        block, number, relation.id, row.from_, relation.type, row.to, type_.family, type_.sign, relation.modality,
        row.standing,
    )  # fmt: skip
    if word is None:
        return (*head, "", "", "", row.spell.words, "", "", "", "", "", "", period, note)
    item = word.item
    derived = word.stakes is not None
    return (
        *head, item.says, item.stance, "yes" if word.overtaken else "no",
        words([item.time], relation.modality == "expected"), item.said.text if item.said else "",
        ("yes" if word.party else "no") if derived else "",
        " ".join(one.id for one in word.stakes or ()) if derived else "not derived",
        item.source, "+".join(item.at), item.gist, period, note,
    )  # fmt: skip
