"""Which kind of no "no path" is: denied, searched for, not coded, only contested, undated, or cut by the question."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ..lens import PLAIN, Lens
from ..model import Actor
from ..pair import state
from ..sight import Seen
from ..view import View
from ..view.memory import MemoryView
from .basis import basis
from .searching import Search
from .steps import Steps, Terms


class No(NamedTuple):
    """One kind of no: its name, whether it is so, the ties that show it, and the options that cut a path off."""

    name: str
    so: bool
    rows: tuple[Seen, ...] = ()
    options: tuple[str, ...] = ()


LENS = {
    "days": "on", "throughout": "throughout", "known_by": "known-by", "says": "says", "source": "source",
    "type": "type", "family": "family", "sign": "sign", "kind": "kind", "standing": "standing",
    "without": "without", "roll_up": "roll-up",
}  # fmt: skip


OVER = "--over all"  # the one option that brings a path back by being given


def which_no(view: View, one: Actor, other: Actor, terms: Terms) -> tuple[No, ...]:
    """All kinds, always in this order, each yes or no."""
    a, b = one.id, other.id
    rows = [row for row in view.relations(a) if b in (row.from_, row.to)]
    hidden = [row for row in view.hidden(a) if b in row.relation.ends]
    ended = [row for row in view.ended(a) if b in row.relation.ends]
    found = state(a, b, rows, [*hidden, *ended], view.sight)
    denied = tuple(row for row in rows if row.standing == "denied")
    weak = _ties(Search(Steps(view, (a, b), terms, firm=False), a, b, terms.through), terms)
    unknown: tuple[Seen, ...] = ()
    if view.lens.dated:
        unknown = _ties(Search(Steps(view, (a, b), terms, dated=False), a, b, terms.through), terms)
        if not weak and not unknown:
            weak = _ties(
                Search(Steps(view, (a, b), terms, firm=False, dated=False), a, b, terms.through), terms
            )
            unknown = weak if all(row.answer == "not known" for row in weak) else ()
    return (
        No("assessed-none", found.name == "assessed none", denied),
        No("searched", found.name == "not coded" and bool(searched(view, a, b))),
        No("not-coded", not rows and not hidden, ()),
        No("contested", bool(weak), weak),
        No("undated", bool(unknown), unknown),
        No("lens", bool(cuts := tuple(_cuts(view, a, b, terms))), (), cuts),
    )


def searched(view: View, a: str, b: str) -> list[str]:
    """What the declared search went through, of it only what a lens on evidence leaves of the two."""
    found = view.dataset.about.coverage
    if found is None:
        return []
    left = {source.id for end in (a, b) for source in basis(view, end).sources}
    return [one for one in found.sources if one in left or not view.lens.chooses] or [""] * (
        not view.lens.chooses
    )


def _ties(search: Search, terms: Terms) -> tuple[Seen, ...]:
    """The ties of the first of the shortest paths: of each step the firm one, else all that are claimed of it."""
    length = search.shortest(terms.max_steps)
    names = next(search.of(length), ()) if length else ()
    found: list[Seen] = []
    for a, b in pairwise(names):
        rows = search.steps.usable(a, b, names)
        found += [row for row in rows if row.firm][:1] or rows
    return tuple(found)


def _cuts(view: View, a: str, b: str, terms: Terms) -> Iterable[str]:
    """The options without each of which a path would be found, the days last."""
    for field, option in LENS.items():
        default = getattr(PLAIN, field)
        if getattr(view.lens, field) != default:
            freed: Lens = view.lens._replace(**{field: default, "empty": False})
            if _any(MemoryView(view.dataset, freed), a, b, terms):
                yield f"--{_typed(option, view.lens)}"
    for name, value in terms._asdict().items():
        if value and name in ("avoid", "through", "max_steps", "directed"):
            default = Terms._field_defaults[name]
            if _any(view, a, b, terms._replace(**{name: default})):
                yield f"--{name.replace('_', '-')}{_value(value)}"
    if not terms.over and _any(view, a, b, terms._replace(over=("all",))):
        yield OVER


def _any(view: View, a: str, b: str, terms: Terms) -> bool:
    search = Search(Steps(view, (a, b), terms), a, b, terms.through)
    return search.shortest(terms.max_steps) is not None


def _typed(option: str, lens: Lens) -> str:
    days = lens.days if option == "on" else lens.throughout if option == "throughout" else None
    if days:
        return f"{'during' if option == 'on' and '/' in days.text else option} {days.text}"
    if option == "known-by" and lens.known_by:
        return f"{option} {lens.known_by.text}"
    held = getattr(lens, option.replace("-", "_"))
    return f"{option} {','.join(sorted(held))}" if isinstance(held, frozenset) else option


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f" {', '.join(map(str, value))}"
    return "" if value is True else f" {value}"
