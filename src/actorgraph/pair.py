"""The state of a pair of actors on the days asked: friend, foe, linked, or which kind of blank."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from .model import Coverage
from .sight import Hidden, Seen, Sight
from .standing import assessed_none

Cell = Literal["firm", "linked", "unsettled", "none"]


class State(NamedTuple):
    """What a pair reads. `about`: rests only on possibly. `corner`: an unsettled row beside a firm state."""

    name: str
    about: bool = False
    corner: bool = False

    @property
    def text(self) -> str:
        return f"{self.name}~" if self.about else self.name


def state(one: str, other: str, rows: Sequence[Seen], hidden: Sequence[Hidden], sight: Sight) -> State:
    """The first rule of the format's section 8 that fits, from all rows between the two, both directions."""
    asked = sight.lens.dated
    live = [row for row in rows if not asked or row.answer in ("certainly", "possibly")]
    kinds = [(row, cell(row, sight)) for row in live]
    signed = [row for row, kind in kinds if kind == "firm"]
    linked = [row for row, kind in kinds if kind == "linked"]
    unsettled = [row for row, kind in kinds if kind == "unsettled"]
    if signed:
        return _signed(signed, bool(unsettled), asked, sight)
    if linked:
        return State("linked", _about(linked, asked), bool(unsettled))
    if unsettled:
        return State("unsettled", _about(unsettled, asked))
    denied = [row for row, kind in kinds if kind == "none"]
    if denied:
        return State("assessed none", _about(denied, asked))
    return _blank(one, other, rows, hidden, sight)


def cell(row: Seen, sight: Sight) -> Cell:
    """What one row makes of a pair: a sign, a link without one, something unsettled, or a denial."""
    actors = sight.dataset.actors
    segment = sight.lens.roll_up and any(actors[end].kind == "segment" for end in row.relation.ends)
    if row.firm and not segment:
        type_ = sight.dataset.type_of(row.relation)
        return "firm" if type_.sign != "0" and type_.balance else "linked"
    denied = row.standing == "denied" and row.relation.modality == "actual" and not segment
    none = denied and assessed_none(row.items, lambda item: sight.impartial(row, item))
    return "none" if none else "unsettled"


def counted(row: Seen, sight: Sight) -> bool:
    """Whether structural questions count the row: firm, signed, unconditional, between actors that act."""
    type_ = sight.dataset.type_of(row.relation)
    actors, vocabulary = sight.dataset.actors, sight.dataset.vocabulary
    return (
        row.firm
        and type_.sign != "0"
        and type_.balance
        and not row.relation.against
        and row.answer in (None, "certainly", "possibly")
        and all(vocabulary.acts(actors[end].kind) for end in row.relation.ends)
    )


def _signed(rows: list[Seen], corner: bool, asked: bool, sight: Sight) -> State:
    by_sign: dict[str, list[Seen]] = {}
    for row in rows:
        by_sign.setdefault(sight.dataset.type_of(row.relation).sign, []).append(row)
    about = any(_about(held, asked) for held in by_sign.values())
    words = {"+": "cooperative", "-": "hostile"}
    if len(by_sign) == 1:
        return State(words[next(iter(by_sign))], about, corner)
    for first, later in (("+", "-"), ("-", "+")):
        ends = max(row.spell.days.e2 for row in by_sign[first])
        if ends < min(row.spell.days.s1 for row in by_sign[later]):
            return State(f"{words[first]}, later {words[later]}", about, corner)
    return State("mixed", about, corner)


def _about(rows: list[Seen], asked: bool) -> bool:
    return asked and not any(row.answer == "certainly" for row in rows)


def _blank(one: str, other: str, rows: Sequence[Seen], hidden: Sequence[Hidden], sight: Sight) -> State:
    if hidden and not rows:
        return State("hidden")
    if any(row.answer == "not known" for row in rows):
        return State("unknown")
    if rows:
        days = sight.lens.days or sight.lens.throughout
        later = days is not None and all(row.spell.days.s1 > days.last for row in rows)
        return State("not yet" if later else "ended")
    coverage = sight.dataset.about.coverage
    return State("not coded" if coverage and _searched(coverage, (one, other), sight) else "unknown")


def _searched(coverage: Coverage, pair: tuple[str, str], sight: Sight) -> bool:
    """Whether the coder declares to have searched both actors and the days asked."""
    actors = coverage.actors
    listed = [name for name in actors if name in sight.dataset.actors]
    named = not listed or all(actor in actors for actor in pair)
    days = sight.lens.days or sight.lens.throughout
    if not actors or not named:
        return False
    if days is None or coverage.period is None:
        return True
    start, end = coverage.period.start, coverage.period.end
    return (start is None or days.first >= start.first) and (end is None or days.last <= end.last)
