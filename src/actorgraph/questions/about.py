"""What of the record a comparison is about: all of it, one actor with its parts, or what is between several."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..dataset import Borne, Dataset, borne_by
from ..errors import Fault
from ..lens import Lens
from ..model import Actor, Event, Evidence, Relation, Source
from ..page import listing
from ..sight import Hidden, Seen, Sight
from ..view import View
from .basis import Basis, basis
from .kin import parts
from .wording import typed


class About:
    """A view of the ties, traits and events of one actor or of its parts; of several, of what is between them."""

    def __init__(self, view: View, actors: Sequence[str], called: Sequence[str]) -> None:
        self.whole = view
        self.sight: Sight = view.sight
        self.about = tuple(actors)
        self.called = tuple(called)
        self._circles = [{*parts(view, actor)} if actor else set[str]() for actor in actors]

    @property
    def dataset(self) -> Dataset:
        return self.whole.dataset

    @property
    def lens(self) -> Lens:
        return self.whole.lens

    def resolve(self, name: str) -> Actor:
        return self.whole.resolve(name)

    def actors(self) -> Sequence[Actor]:
        """Those of whom something is told, with no other traits than those asked about."""
        found = []
        for actor in self.whole.actors():
            traits = tuple(one for one in actor.traits if self.holds(actor.id, one.toward))
            if traits or any(actor.id in circle for circle in self._circles):
                found.append(actor._replace(traits=traits))
        return found

    def relations(self, around: str | None = None) -> Sequence[Seen]:
        rows = self.whole.relations(around)
        return [row for row in rows if self.holds(row.from_, row.to, *row.relation.against)]

    def naming(self, actor: str) -> Sequence[Seen]:
        rows = self.whole.naming(actor)
        return [row for row in rows if self.holds(row.from_, row.to, *row.relation.against)]

    def borne(self, around: str | None = None) -> Borne:
        return borne_by(row.items for row in self.relations(around) if not row.supposed)

    def relation(self, id_: str) -> Relation | None:
        return self.whole.relation(id_)

    def source(self, id_: str) -> Source | None:
        return self.whole.source(id_)

    def hidden(self, around: str | None = None) -> Sequence[Hidden]:
        rows = self.whole.hidden(around)
        return [row for row in rows if self.holds(*row.relation.ends, *row.relation.against)]

    def ended(self, around: str | None = None) -> Sequence[Hidden]:
        rows = self.whole.ended(around)
        return [row for row in rows if self.holds(*row.relation.ends, *row.relation.against)]

    def through(self, lens: Lens) -> "About":
        return About(self.whole.through(lens), self.about, self.called)

    def holds(self, *who: str) -> bool:
        """Whether one of them is of the actor asked about; of several actors, two of them of two."""
        homes = [{number for number, held in enumerate(self._circles) if one in held} for one in who]
        if len(self._circles) == 1:
            return any(homes)
        return any(
            a != b for n, one in enumerate(homes) for other in homes[n + 1 :] for a in one for b in other
        )


def about(view: View, names: Sequence[str]) -> View:
    """The view, narrowed to those actors where any are named."""
    if not names:
        return view
    actors = [view.resolve(name) for name in names]
    return About(view, _apart([one.id for one in actors], view), [one.name for one in actors])


def both(old: View, new: View, names: Sequence[str], renamed: dict[str, str]) -> tuple[View, View]:
    """Two data sets narrowed to the same actors; one that only the other side has leaves nothing of it here."""
    if not names:
        return old, new
    back = {later: before for before, later in renamed.items()}
    here, there = [], []
    for name in names:
        now = _resolved(new, name)
        then = _resolved(old, back.get(now, now) if now else name)
        if not (now or then):
            new.resolve(name)  # raises, and says what is near
        here.append(then)
        there.append(now or renamed.get(then, ""))
    called = [
        new.dataset.name_of(now) if now else old.dataset.name_of(then)
        for then, now in zip(here, _apart(there, new), strict=True)
    ]
    return About(old, here, called), About(new, there, called)


def _resolved(view: View, name: str) -> str:
    try:
        return view.resolve(name).id
    except Fault:
        return ""


def _apart(ids: list[str], view: View) -> list[str]:
    twice = next((id_ for id_ in ids if id_ and ids.count(id_) > 1), "")
    if twice:
        raise Fault(f"{view.dataset.name_of(twice)} is named twice.")
    return ids


def asked_about(view: View) -> tuple[str, ...]:
    """The actors, by id, to which the view is narrowed; empty where it shows all."""
    return view.about if isinstance(view, About) else ()


def on_the_line(actors: Sequence[str], dataset: Dataset, option: str = "") -> str:
    """The actors as a command line has them: ` --about IS-K`, or ` IS-K` where they are its words."""
    words = [typed(dataset.actors[one]) if one in dataset.actors else one for one in actors]
    return "".join(f" {option} {word}" if option else f" {word}" for word in words)


def events(view: View) -> Iterator[tuple[Event, tuple[Evidence, ...]]]:
    """The events of which the view leaves evidence, or that have none anyway."""
    for event in view.dataset.events.values():
        items = view.sight.evidence(event.evidence)
        if not items and (event.evidence or view.lens.chooses or view.lens.empty):
            continue
        if not isinstance(view, About) or view.holds(*{one for _, who in event.who for one in who}):
            yield event, items


def told(view: View) -> Iterator[Evidence]:
    """All evidence of what the view shows: of ties, traits and events."""
    for row in view.relations():
        yield from row.items
    for actor in view.actors():
        for trait in actor.traits:
            yield from view.sight.evidence(trait.evidence)
    for _, items in events(view):
        yield from items


def rests_on(view: View) -> Basis:
    """The basis of what the view shows, with whom it is about among the words of the lens."""
    found = basis(view)
    if not isinstance(view, About):
        return found
    items = list(told(view))
    used = {item.source for item in items}
    sources = tuple(source for source in found.sources if source.id in used)
    dates = [source.published for source in sources if source.published]
    latest = max(dates, key=lambda date: (date.last, date.text)).text if dates else ""
    words = f"{'about' if len(view.called) == 1 else 'between'} {listing(view.called)}"
    heard = {item.says for item in items}
    voices = tuple(voice for voice in found.voices if voice in heard)
    return Basis(sources, voices, (words, *found.asked), latest, found.ended)


class There(NamedTuple):
    """Actors, sources and voices by id."""

    actors: frozenset[str]
    sources: frozenset[str]
    voices: frozenset[str]


def there(view: View) -> There:
    """What a side of a comparison has, whoever is asked about: all, or what still occurs in the evidence left by a lens."""
    whole = view.whole if isinstance(view, About) else view
    dataset, lens = whole.dataset, whole.lens
    if not (lens.chooses or lens.without or lens.empty):
        return There(*(frozenset(held) for held in (dataset.actors, dataset.sources, dataset.voices)))
    found = concerned(whole)
    through = {id_ for id_, source in dataset.sources.items() if left(source, lens)}
    return found._replace(sources=frozenset(through))


def concerned(view: View) -> There:
    """Whom what the view shows is about, what it rests on and who speaks in it."""
    items = list(told(view))
    actors = {end for row in view.relations() for end in (*row.relation.ends, row.from_, row.to)}
    for actor in view.actors():
        if any(view.sight.evidence(trait.evidence) for trait in actor.traits):
            actors.add(actor.id)
    voices = {voice for item in items for voice in (item.says, *item.via)}
    return There(frozenset(actors), frozenset(item.source for item in items), frozenset(voices))


def left(source: Source, lens: Lens) -> bool:
    """Whether the lens lets the source through, cited or not."""
    late = lens.known_by and (source.published is None or source.published.last > lens.known_by.last)
    chosen = lens.source is None or source.id in lens.source
    return chosen and not late and not lens.empty and source.id not in lens.without
