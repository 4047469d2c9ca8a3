"""A claim to be cited: its permanent id, and whether it still is what somebody cited earlier."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..page import Work
from ..sight import Hidden, Seen
from ..text import near
from ..view import View
from .cite_since import Earlier, Since
from .permanent import LETTER, Permanent, permanent, read
from .references import handling, works
from .tie_names import of_actor, of_pair
from .warrant import dated, proposition

State = Literal["cited", "unchanged", "changed", "renamed", "gone", "cut short", "of another version"]
LAPSED: tuple[State, ...] = ("changed", "gone", "cut short", "of another version")
COLUMNS = (
    "permanent-id", "asked", "state", "changed", "lines", "relation", "from", "type", "to", "modality", "standing",
    "when", "claim", "voices", "places", "handling",
)  # fmt: skip


class Cited(NamedTuple):
    """One claim as asked for. `now` is its permanent id and `seen` the tie, None where it is gone.

    `changed` are the parts that differ from the permanent id asked for, `lines` where a text writes it, `near` ids
    that may be meant where it is gone.
    """

    asked: str
    state: State
    now: Permanent | None
    seen: Seen | None
    changed: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    near: tuple[str, ...] = ()
    since: Since | None = None

    @property
    def lapsed(self) -> bool:
        """Whether what was cited can't be found as it was."""
        return self.state in LAPSED


class Citation(NamedTuple):
    """The answer: one claim or several; `text` names the text they were found in."""

    claims: tuple[Cited, ...]
    works: tuple[Work, ...]
    text: str
    dataset: Dataset

    @property
    def differs(self) -> bool:
        """Whether a claim is not what was cited."""
        return any(claim.lapsed for claim in self.claims)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a claim."""
        return [_row(claim, self.dataset) for claim in self.claims]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it: the claims, each with its evidence, and the works they stand on."""
        about = self.dataset.about
        claims = []
        for claim, row in zip(self.claims, self.rows(), strict=True):
            told: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
            told["changed"], told["lines"], told["near"] = claim.changed, claim.lines, claim.near
            items = claim.seen.items if claim.seen else ()
            told["evidence"] = [
                {
                    "says": item.says, "via": item.via, "stance": item.stance, "source": item.source, "at": item.at,
                    "hedge": item.hedge, "likelihood": item.likelihood, "confidence": item.confidence,
                    "gist": item.gist, "quote": item.quote,
                }
                for item in items
            ]  # fmt: skip
            told["since"] = claim.since
            claims.append(told)
        data = {"title": about.title, "version": about.version, "licence": about.licence, "cite": about.cite}
        return {"text": self.text, "claims": claims, "works": self.works, "data-set": data}


def ask(view: View, words: Sequence[str], earlier: Earlier | None = None) -> Citation:
    """The claims of those ids or permanent ids; two names of actors stand for their one tie.

    `earlier` is a state of the record to look at too: it knows under which id a tie stands now.
    """
    found: list[Cited] = []
    ids = [word for word in words if "@" in word or _id(word, view)]
    if len(words) == 2 and not ids:
        row = of_pair(view, *words)
        found.append(_cited(row.id, _seen(row.id, view), view))
    else:
        marks = _Marks(view, earlier)
        found += [_asked(word, marks) for word in dict.fromkeys(words)]
    return _citation(found, "", view, earlier)


def check(
    view: View, written: Iterable[tuple[int, Permanent]], name: str, earlier: Earlier | None = None
) -> Citation:
    """What became of the permanent ids written in a text, in its order."""
    lines: dict[Permanent, list[int]] = {}
    for line, one in written:
        lines.setdefault(one, []).append(line)
    marks = _Marks(view, earlier)
    found = [_compared(one, marks)._replace(lines=tuple(dict.fromkeys(at))) for one, at in lines.items()]
    return _citation(found, name, view, earlier)


def _citation(claims: Sequence[Cited], text: str, view: View, earlier: Earlier | None) -> Citation:
    if earlier is not None:
        claims = [one._replace(since=earlier.of(one.now)) if one.now else one for one in claims]
    return Citation(tuple(claims), works(claims_of(claims), view.dataset), text, view.dataset)


def claims_of(claims: Iterable[Cited]) -> list[tuple[str, Seen]]:
    """The permanent ids as they are now with their ties, each once."""
    return list({one.now.text: (one.now.text, one.seen) for one in claims if one.now and one.seen}.values())


class _Marks:
    """The ties by their digits: of one whose id is gone, the same claim may stand under another id."""

    def __init__(self, view: View, earlier: Earlier | None) -> None:
        self.view = view
        self.moved = earlier.now if earlier else {}
        self._by_digits: dict[str, list[Permanent]] = {}

    def same(self, digits: str) -> list[Permanent]:
        if not self._by_digits:
            for seen in self.view.relations():
                one = permanent(seen, self.view.dataset)
                self._by_digits.setdefault(one.digits, []).append(one)
        return self._by_digits.get(digits, [])


def _asked(word: str, marks: _Marks) -> Cited:
    earlier, view = read(word), marks.view
    if earlier is None:
        id_ = _id(word, view)
        if id_ is None:
            raise _unknown(word, view)
        return _cited(id_, _seen(id_, view), view)
    found = _compared(earlier, marks)
    if found.state in ("gone", "cut short"):
        raise _lost(found, view)
    return found


def _cited(asked: str, seen: Seen, view: View) -> Cited:
    return Cited(asked, "cited", permanent(seen, view.dataset), seen)


def _compared(earlier: Permanent, marks: _Marks) -> Cited:
    """What became of a claim since its permanent id was made."""
    view = marks.view
    row = view.relation(earlier.relation) or view.relation(marks.moved.get(earlier.relation, ""))
    asked = earlier.text
    if not earlier.whole:
        return Cited(asked, "cut short", None, None, near=(earlier.relation,) if row else ())
    if row is None:
        alike = marks.same(earlier.digits) if earlier.letter == LETTER else []
        if len(alike) == 1:
            return Cited(asked, "renamed", alike[0], _seen(alike[0].relation, view))
        return Cited(asked, "gone", None, None, near=_nearest(earlier.relation, view))
    seen = _seen(row.id, view)
    now = permanent(seen, view.dataset)
    if earlier.letter != LETTER:
        return Cited(asked, "of another version", now, seen)
    changed = earlier.changed(now)
    same: State = "unchanged" if row.id == earlier.relation else "renamed"
    return Cited(asked, "changed" if changed else same, now, seen, changed)


def _seen(id_: str, view: View) -> Seen:
    found = view.sight.see(view.dataset.by_id[id_])
    assert not isinstance(found, Hidden), "no lens, nothing hidden"
    return found


def _id(word: str, view: View) -> str | None:
    """The id as typed, in any case."""
    lower = word.strip().lower()
    return lower if view.relation(lower) else None


def _nearest(id_: str, view: View) -> tuple[str, ...]:
    """The ids most like it, then those of ties of the same two actors."""
    from_, _, rest = id_.partition(".")
    around = view.dataset.around.get(from_, ())
    same = [row.id for row in around if row.to in rest.split(".") or row.from_ in rest.split(".")]
    return tuple(dict.fromkeys([*near(id_, view.dataset.by_id, 1), *same]))[:3]


def _unknown(word: str, view: View) -> Fault:
    """No such id: an actor's ties where it is a name, else the nearest ids."""
    if fault := of_actor(word, view):
        return fault
    nearest = _nearest(word.strip().lower(), view)
    told = (
        f"Nearest: {' or '.join(nearest)}."
        if nearest
        else "Their ids: actorgraph list relations --format csv."
    )
    return Fault(f'No tie "{word}". {told}{_left_out(view)}')


def _lost(found: Cited, view: View) -> Fault:
    near_by = f" Near it: {' or '.join(found.near)}." if found.near else ""
    if found.state == "cut short":
        return Fault(
            f'"{found.asked}" is cut short or mistyped: the mark after @ is a letter and 15 digits.{near_by}'
        )
    return Fault(f'"{found.asked}" is gone: the record has no such tie any more.{near_by}{_left_out(view)}')


def _left_out(view: View) -> str:
    number = view.dataset.left_out
    return f" It may be among the records left out for an error: {number}." if number else ""


def _row(claim: Cited, dataset: Dataset) -> tuple[str, ...]:
    now, seen = claim.now.text if claim.now else "", claim.seen
    head = (now, claim.asked, claim.state, "; ".join(claim.changed), " ".join(map(str, claim.lines)))
    if seen is None:
        return (*head, *[""] * (len(COLUMNS) - len(head)))
    row = seen.relation
    return (
        *head, row.id, row.from_, row.type, row.to, row.modality, seen.standing, dated(seen), proposition(seen, dataset),
        " ".join(f"{item.says}:{item.stance}" for item in seen.items),
        " ".join(dict.fromkeys(place for item in seen.items for place in item.places)), " ".join(handling([seen], dataset)),
    )  # fmt: skip
