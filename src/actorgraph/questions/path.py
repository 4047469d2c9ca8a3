"""The shortest paths between two actors: by which ties, when all of them held together, and what was left out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, NamedTuple

from ..dataset import Dataset
from ..errors import Fault
from ..model import Actor
from ..page import count
from ..sight import Seen
from ..standing import FIRM, SUPPOSED
from ..view import View
from .basis import Basis, basis
from .left_out import Left, left_out
from .no_path import No, which_no
from .searching import Search
from .steps import Avoided, Steps, Terms
from .telling import telling
from .together import KINDS, Window, together

COLUMNS = (
    "path", "steps", "through", "step", "a", "b", "relation", "from", "type", "to", "family", "sign", "modality",
    "standing", "shown", "says", "stance", "when", "answer", "source", "at", "together",
)  # fmt: skip
SHOWN, MOST, MOST_STEPS = 20, 1000, 99
LOOKED_AT = 2000  # paths of one length that are put in order; beyond so many the first ones found stand
KIN, OF_KIN = 6, 5
NEAR = 3  # steps within which ties that are no steps are told


class Step(NamedTuple):
    """One step in the direction walked: its ties, and the one of them that bears the path's common time."""

    a: str
    b: str
    rows: tuple[Seen, ...]
    told: Seen


class Path(NamedTuple):
    """Actors and the steps between them. `window` is None for a direct tie.

    `no_way_round`: a tie of it exists only against the actor at one of its ends.
    """

    actors: tuple[str, ...]
    steps: tuple[Step, ...]
    window: Window | None
    no_way_round: tuple[Seen, ...]


class Group(NamedTuple):
    """All paths of one length: those shown, and how many more there are, at least so many where `stopped`."""

    steps: int
    paths: tuple[Path, ...]
    more: int
    stopped: bool


class Kin(NamedTuple):
    """Paths from or to a part or a whole of one of the two. `relation` says how they belong together."""

    actor: str
    end: str
    part: bool
    chain: tuple[str, ...]
    groups: tuple[Group, ...]


class Paths(NamedTuple):
    """The answer. `wider`: the last group stands only because no shorter path has a common time."""

    a: Actor
    b: Actor
    terms: Terms
    avoided: tuple[Avoided, ...]
    basis: Basis
    groups: tuple[Group, ...]
    wider: bool
    kin: tuple[Kin, ...]
    cut: Path | None
    left: Left
    no: tuple[No, ...]
    stopped: bool
    dataset: Dataset

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return COLUMNS

    def lettered(self) -> Iterator[tuple[str, Path, Kin | None]]:
        """Every path with its letter, those of parts and wholes after the others."""
        found = [(path, None) for group in self.groups for path in group.paths]
        kin = [(path, one) for one in self.kin for group in one.groups for path in group.paths]
        for number, (path, one) in enumerate([*found, *kin]):
            yield letter(number), path, one

    def rows(self) -> Sequence[Sequence[str]]:
        """One row a tie of a step, with the item of evidence that stands for it."""
        return [row for name, path, kin in self.lettered() for row in _rows(name, path, kin, self.dataset)]

    def plain(self) -> dict[str, Any]:
        """The answer as JSON has it."""
        paths = [
            {
                "path": name,
                "steps": len(path.steps),
                "actors": path.actors,
                "through": kin.actor if kin else "",
                "together": path.window.plain() if path.window else None,
                "no-way-round": [row.relation.id for row in path.no_way_round],
            }
            for name, path, kin in self.lettered()
        ]
        return {
            "from": self.a.id,
            "to": self.b.id,
            "lens": self.basis.lens,
            "terms": {
                "count": self.terms.first,
                "max-steps": self.terms.max_steps,
                "directed": self.terms.directed,
                "avoid": [{"what": one.what, "id": one.id} for one in self.avoided],
                "through": self.terms.through,
                "over": self.terms.over,
            },
            "shortest": self.groups[0].steps if self.groups else None,
            "paths": paths,
            "more": [{"steps": one.steps, "number": one.more} for one in self.groups if one.more],
            "complete": not (self.stopped or any(group.stopped for group in self.groups)),
            "ties": [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()],
            "without-avoid": self.cut.actors if self.cut else None,
            "left-out": self.left.plain(),
            "no_path": [one.name for one in self.no if one.so],
        }


def ask(view: View, a: str, b: str, terms: Terms | None = None) -> Paths:
    """The paths from A to B that the terms allow, through the view's lens."""
    terms = terms or Terms()
    one, other = _end(view, a), _end(view, b)
    if one.id == other.id:
        raise Fault(
            f'"{a}" and "{b}" are one actor, {one.name}. A path has two ends: actorgraph show {one.id}'
        )
    terms = terms._replace(through=tuple(_end(view, name).id for name in terms.through))
    steps = Steps(view, (one.id, other.id), terms)
    _checked(one, other, steps, terms)
    search = Search(steps, one.id, other.id, terms.through)
    groups, wider = _groups(search, terms)
    depth = max([group.steps for group in groups], default=terms.max_steps or NEAR)
    kin = tuple(_kin(view, one.id, other.id, terms, steps, depth))
    free = _without_avoid(view, steps, terms, groups) if steps.avoided else None
    shown = [path.actors for group in groups for path in group.paths]
    near = min(max(2, groups[0].steps), NEAR) if groups else 2
    left = left_out(steps, one.id, other.id, near, shown)
    no = () if groups else which_no(view, one, other, terms)
    return Paths(
        one, other, terms, steps.avoided, _basis(view, steps, terms, groups), groups, wider, kin,
        free, left, no, search.work.spent, view.dataset,
    )  # fmt: skip


def paths(view: View, a: str, b: str) -> tuple[Group, ...]:
    """The paths alone that `ask` finds between two ids where nothing is asked of them."""
    terms = Terms()
    return _groups(Search(Steps(view, (a, b), terms), a, b), terms)[0]


def _end(view: View, name: str) -> Actor:
    """The actor of that name; under roll-up the top in whose place it stands."""
    found = view.resolve(name)
    return (
        view.dataset.actors[view.sight.belonging.top(found.id, view.lens.days)]
        if view.lens.roll_up
        else found
    )


def _checked(one: Actor, other: Actor, steps: Steps, terms: Terms) -> None:
    for name, asked, most in (("--count", terms.first, MOST), ("--max-steps", terms.max_steps, MOST_STEPS)):
        if asked is not None and not 1 <= asked <= most:
            raise Fault(f"{name} takes a number from 1 to {most}, and {asked} is none.")
    for end in (one, other):
        if any(end.id == one.id for one in steps.avoided if one.what == "actor"):
            raise Fault(
                f"--avoid {end.id}: {end.name} is an end of the path. Avoid an actor between the two."
            )
        if end.id in terms.through:
            raise Fault(
                f"--through {end.id}: {end.name} is an end of the path already. Name one between the two."
            )


def _groups(search: Search, terms: Terms) -> tuple[tuple[Group, ...], bool]:
    """The shortest paths, and longer ones as far as the terms ask.

    Where nothing is asked: beside direct ties also the paths of two steps; and one length more where no path
    found so far has a common time.
    """
    first = search.shortest(terms.max_steps)
    if first is None:
        return (), False
    asked = terms.max_steps or (search.longest if terms.first else None)
    last = asked or max(first, 2)
    groups: list[Group] = []
    shown = terms.first or SHOWN
    wider = False
    length = first
    while length <= last and shown > 0 and not search.work.spent:
        group = _group(search, length, shown)
        if group.paths:
            groups.append(group)
            shown -= len(group.paths)
        if length == last and asked is None and not wider:
            wider = not any(timely(path) for one in groups for path in one.paths)
            last += wider
        length += 1
    return tuple(groups), wider and groups[-1].steps == last


def timely(path: Path) -> bool:
    """Whether all its steps are attested at a common date; of a direct tie, whether it has one."""
    return path.window.common if path.window else any(row.spell.reach for row in path.steps[0].rows)


def _group(search: Search, length: int, shown: int) -> Group:
    """The paths of that length in order: strongest standing, best dated, then by name."""
    found = [made(names, search.steps) for names in islice(search.of(length), LOOKED_AT)]
    order = sorted(found, key=lambda path: _rank(path, search.steps.view.dataset))
    more = len(order) - shown
    return Group(length, tuple(order[:shown]), max(0, more), len(found) == LOOKED_AT or search.work.spent)


def made(names: tuple[str, ...], steps: Steps) -> Path:
    """The path along those actors: of each step the ties that may stand in it, and the best time of all."""
    rows = [steps.usable(a, b, names) for a, b in pairwise(names)]
    if len(rows) == 1:
        told: tuple[Seen, ...] = (rows[0][0],)
        window = None
    else:
        window, told = together(rows)
    ends = {names[0], names[-1]}
    only = [row for row in told if not ends.isdisjoint(row.relation.against) and len(rows) > 1]
    walked = zip(pairwise(names), rows, told, strict=True)
    steps_ = tuple(Step(a, b, tuple(held), row) for (a, b), held, row in walked)
    return Path(names, steps_, window, tuple(only))


def _rank(path: Path, dataset: Dataset) -> tuple[Any, ...]:
    stands = sorted((_standing(step.told) for step in path.steps), reverse=True)
    dated = -KINDS.index(path.window.kind) if path.window else 0
    undated = sum(step.told.spell.reach is None for step in path.steps)
    return stands, dated, undated, [dataset.name_of(actor).casefold() for actor in path.actors], path.actors


def _standing(row: Seen) -> int:
    order = ("corroborated", "undisputed", "attributed", SUPPOSED)
    return order.index(row.standing) if row.standing in FIRM else len(order)


def _kin(view: View, a: str, b: str, terms: Terms, steps: Steps, depth: int) -> Iterable[Kin]:
    """Paths that begin at a part or a whole of A, or end at one of B; neither passes through A or B itself."""
    belonging, days = view.sight.belonging, view.lens.days
    for end, far in () if view.lens.roll_up else ((a, b), (b, a)):
        chains = {one: belonging.chain(one, days) for one in view.dataset.below(end)}
        below = [(one, chain[: chain.index(end) + 1]) for one, chain in chains.items() if end in chain[1:]]
        own = belonging.chain(end, days)
        named = [(one, chain, True) for one, chain in below]
        named += [(one, own[: number + 2], False) for number, one in enumerate(own[1:])]
        named = [one for one in named if one[0] != far and far not in one[1] and not steps.barred(one[0])]
        for actor, chain, part in named[:KIN]:
            ends = (actor, far) if end == a else (far, actor)
            inner = Steps(view, ends, terms, shut=frozenset((end,)))
            search = Search(inner, *ends, tuple(name for name in terms.through if name != actor))
            groups = _kin_groups(search, depth)
            if groups:
                yield Kin(actor, end, part, chain, groups)


def _kin_groups(search: Search, depth: int) -> tuple[Group, ...]:
    first = search.shortest(depth)
    groups: list[Group] = []
    shown = OF_KIN
    for length in range(first, min(depth, max(first, 2)) + 1) if first else ():
        group = _group(search, length, shown)
        if group.paths:
            groups.append(group)
            shown -= len(group.paths)
        if shown <= 0:
            break
    return tuple(groups)


def _without_avoid(view: View, steps: Steps, terms: Terms, groups: Sequence[Group]) -> Path | None:
    """The first path that --avoid took away, where it is no longer than the shortest that is left."""
    freed = Steps(view, steps.ends, terms._replace(avoid=()))
    search = Search(freed, *steps.ends, terms.through)
    first = search.shortest(terms.max_steps)
    if first is None or (groups and first > groups[0].steps):
        return None
    for path in _group(search, first, LOOKED_AT).paths:
        if any(steps.refused(step.told) for step in path.steps):
            return path
    return None


def _basis(view: View, steps: Steps, terms: Terms, groups: Sequence[Group]) -> Basis:
    """The documents of the two and of the steps, the lens, and the terms as a reader has to know them."""
    rows = [row for end in steps.ends for row in view.relations(end)]
    rows += [step.told for group in groups for path in group.paths for step in path.steps]
    used = {item.source for row in rows for item in row.items}
    sources = view.dataset.cited(used)
    known = max(
        (s.published for s in sources if s.published), key=lambda date: (date.last, date.text), default=None
    )
    found = basis(view, steps.ends[0])
    words = [*found.asked, *(["directed"] if terms.directed else [])]
    if terms.max_steps:
        words.append(f"at most {count(terms.max_steps, 'step')}")
    words += [f"avoiding {avoided.name}" for avoided in steps.avoided]
    words += [f"through {view.dataset.name_of(name)}" for name in terms.through]
    words += [f"also over {name}" for name in terms.over]
    return Basis(sources, (), tuple(words), known.text if known else "", found.ended)


def _rows(name: str, path: Path, kin: Kin | None, dataset: Dataset) -> Iterable[tuple[str, ...]]:
    for number, step in enumerate(path.steps, 1):
        for row in step.rows:
            relation, type_ = row.relation, dataset.type_of(row.relation)
            told = telling(row, path.window.days if path.window else None, dataset)
            item = told.items[0] if told.items else None
            yield (
                name, str(len(path.steps)), kin.actor if kin else "", str(number), step.a, step.b, relation.id,
                row.from_, relation.type, row.to, type_.family, type_.sign, relation.modality, row.standing,
                "yes" if row is step.told else "no", item.says if item else "", item.stance if item else "",
                told.when, row.answer or "", item.source if item else "",
                "+".join(item.at) if item else "", path.window.text if path.window else "",
            )  # fmt: skip


def letter(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    head, tail = divmod(number, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)
