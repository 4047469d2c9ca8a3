"""The state of a pair of actors on the days asked: friend, foe, linked, or which kind of blank."""

from collections.abc import Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from .lens import Lens
from .sight import ENDED, Hidden, Seen, Sight
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
    if any(_meet(plus, minus) for plus in by_sign.get("+", ()) for minus in by_sign.get("-", ())):
        return State("mixed", about, corner)
    words = {"+": "cooperative", "-": "hostile"}
    in_order = sorted(rows, key=lambda row: row.spell.days.s1)
    turns = groupby(words[sight.dataset.type_of(row.relation).sign] for row in in_order)
    return State(", later ".join(word for word, _ in turns), about, corner)


def _meet(one: Seen, other: Seen) -> bool:
    """Whether the two can share a day."""
    return one.spell.days.s1 <= other.spell.days.e2 and other.spell.days.s1 <= one.spell.days.e2


def _about(rows: list[Seen], asked: bool) -> bool:
    return asked and not any(row.answer == "certainly" for row in rows)


def _blank(one: str, other: str, rows: Sequence[Seen], hidden: Sequence[Hidden], sight: Sight) -> State:
    if hidden and not rows:
        return State("ended" if all(gone.reason == ENDED for gone in hidden) else "hidden")
    if any(row.answer == "not known" for row in rows):
        return State("unknown")
    if rows:
        return State("ended" if any(_over(row, sight.lens) for row in rows) else "not yet")
    return State("not coded" if searched((one, other), sight) else "unknown")


def _over(row: Seen, lens: Lens) -> bool:
    """Whether the row ended before the days asked, or before the last of those on each of which it was to hold."""
    end = row.spell.days.e2
    return bool((lens.days and end < lens.days.first) or (lens.throughout and end < lens.throughout.last))


def searched(pair: tuple[str, str], sight: Sight) -> bool:
    """Whether the coder declares to have searched both actors and the days asked."""
    coverage = sight.dataset.about.coverage
    if coverage is None:
        return False
    actors = coverage.actors
    listed = [name for name in actors if name in sight.dataset.actors]
    named = not listed or all(actor in actors for actor in pair)
    if not actors or not named:
        return False
    if coverage.period is None:
        return True
    start, end = coverage.period.start, coverage.period.end
    return all(
        (start is None or days.first >= start.first) and (end is None or days.last <= end.last)
        for days in (sight.lens.days, sight.lens.throughout)
        if days
    )
