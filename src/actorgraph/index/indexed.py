"""A data set whose records are read from an index one by one, as they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from json import loads
from typing import Any, Generic, TypeVar, overload

from ..dataset import Borne, Dataset, gathered, named
from ..model import About, Actor, Event, Relation, Scenario, Source, Voice
from ..vocabulary import Vocabulary
from .codec import decoded
from .store import Lost, Store

T = TypeVar("T")
Again = Callable[[], Store]


class Rows:
    """The rows of a store as records. Where one is lost, all are made again from the files, and reading goes on."""

    def __init__(self, store: Store, again: Again) -> None:
        self._store = store
        self._again = again
        self._kept: dict[int, Relation] = {}
        self.numbers: dict[str, int] = {}

    def part(self, key: str, kind: Any) -> Any:
        """A part as a value of that type."""
        try:
            return decoded(kind, loads(self._store.part(key)))
        except Lost:
            self._store = self._again()
            return decoded(kind, loads(self._store.part(key)))

    def maybe(self, key: str, kind: Any) -> Any:
        """The same, or None where there is none; which proves nothing."""
        try:
            found = self._store.maybe(key)
        except Lost:
            self._store = self._again()
            found = self._store.maybe(key)
        return None if found is None else decoded(kind, loads(found))

    def relation(self, number: int) -> Relation:
        """One relation, made once."""
        found = self._kept.get(number)
        if found is None:
            try:
                (body,) = self._store.relations((number,))
            except Lost:
                self._store = self._again()
                (body,) = self._store.relations((number,))
            found = self._kept[number] = decoded(Relation, loads(body))
            self.numbers[found.id] = number
        return found

    def every(self, count: int) -> tuple[Relation, ...]:
        """All relations; those made before are not made again."""
        try:
            bodies = list(self._store.every(count))
        except Lost:
            self._store = self._again()
            bodies = list(self._store.every(count))
        for number, body in enumerate(bodies):
            if number not in self._kept:
                self._kept[number] = decoded(Relation, loads(body))
        return tuple([self._kept[number] for number in range(count)])


class Records(Mapping[str, T], Generic[T]):
    """Records of one kind by id, in the file's order."""

    def __init__(self, rows: Rows, kind: str, record: type[T]) -> None:
        self._rows = rows
        self._kind = kind
        self._record = record
        self._made: dict[str, T] = {}

    @cached_property
    def _ids(self) -> dict[str, None]:
        return dict.fromkeys(self._rows.part(self._kind, tuple[str, ...]))

    def __getitem__(self, id_: str) -> T:
        found = self._made.get(id_)
        if found is None:
            if id_ not in self._ids:
                raise KeyError(id_)
            found = self._made[id_] = self._rows.part(f"{self._kind}/{id_}", self._record)
        return found

    def get(self, id_: str, default: Any = None) -> Any:
        found = self._made.get(id_)
        return found if found is not None else self[id_] if id_ in self._ids else default

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Ties(Sequence[Relation]):
    """Relations by number, each made when it is asked for."""

    def __init__(self, rows: Rows, numbers: Sequence[int]) -> None:
        self._rows = rows
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Relation: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Relation]: ...
    def __getitem__(self, at: int | slice) -> Relation | Sequence[Relation]:
        if isinstance(at, slice):
            return [self._rows.relation(number) for number in self._numbers[at]]
        return self._rows.relation(self._numbers[at])

    def __iter__(self) -> Iterator[Relation]:
        return map(self._rows.relation, self._numbers)


class Around(Mapping[str, Sequence[Relation]]):
    """By actor, its relations of one of the three kinds that stand with it."""

    def __init__(self, data: "Indexed", of: int, by: Callable[[Relation], Iterable[str]]) -> None:
        self._data = data
        self._of = of
        self._by = by

    def __getitem__(self, actor: str) -> Sequence[Relation]:
        known = actor in self._data.actors or actor in self._data.voices
        found = self._data.ties(actor)[self._of] if known else ()
        if not found:
            raise KeyError(actor)
        return Ties(self._data.rows, found)

    def __iter__(self) -> Iterator[str]:
        """In the order in which all relations first name them."""
        return iter(gathered(self._data.relations, self._by))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Ids(Mapping[str, T], Generic[T]):
    """Relations, or their numbers, by id."""

    def __init__(self, data: "Indexed", made: Callable[[int], T]) -> None:
        self._data = data
        self._made = made

    def __getitem__(self, id_: str) -> T:
        found = self._data.rows.numbers.get(id_)
        if found is None:
            found = self._data.rows.maybe(f"relation/{id_}", int)
        if found is None:  # no such relation, or its row is lost: all relations tell
            found = self._data.numbers[id_]
        return self._made(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._data.numbers)

    def __len__(self) -> int:
        return len(self._data.numbers)


class Indexed(Dataset):
    """The same reads as of a data set in memory; `rows` are where they come from."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        about: About = rows.part("about", About)
        vocabulary: Vocabulary = rows.part("vocabulary", Vocabulary)
        super().__init__(
            about,
            Records(rows, "actors", Actor),
            Records(rows, "voices", Voice),
            Records(rows, "sources", Source),
            (),
            Records(rows, "events", Event),
            vocabulary,
            0,
            Records(rows, "scenarios", Scenario),
        )
        self._ties: dict[str, Sequence[Any]] = {}

    @cached_property
    def _every(self) -> tuple[Relation, ...]:
        return self.rows.every(self.rows.part("count", int))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relations, in the file's order."""
        return self._every

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """By id, in the file's order, where each relation stands: asks for all."""
        return {relation.id: number for number, relation in enumerate(self.relations)}

    @cached_property
    def order(self) -> Mapping[str, int]:
        return Ids(self, lambda number: number)

    @cached_property
    def by_id(self) -> Mapping[str, Relation]:
        return Ids(self, self.rows.relation)

    @cached_property
    def around(self) -> Mapping[str, Sequence[Relation]]:
        return Around(self, 0, lambda row: row.ends)

    @cached_property
    def naming(self) -> Mapping[str, Sequence[Relation]]:
        return Around(self, 1, named)

    @cached_property
    def belonging(self) -> Mapping[str, Sequence[Relation]]:
        return Around(self, 2, self._part)

    def under(self, actor: str) -> Sequence[Sequence[str]]:
        """Who may belong to the actor, a step below: those that roll up to it, segments too; and the others."""
        return self.ties(actor)[3:]

    @cached_property
    def borne(self) -> Borne:
        found: Borne = self.rows.part("borne", Borne)
        return found

    def _part(self, relation: Relation) -> Iterable[str]:
        return (relation.from_,) if self.type_of(relation).family == "belongs" else ()

    def bearing(self, name: str) -> Sequence[str]:
        """Who bears a folded name, as id or name rather than as an alias; none, where only all names can tell."""
        found = self.rows.maybe(f"name/{name}", tuple[tuple[str, ...], ...])
        return (found[0] or found[1]) if found else ()

    @cached_property
    def described(self) -> tuple[str, ...]:
        found: tuple[str, ...] = self.rows.part("described", tuple[str, ...])
        return found

    def ties(self, actor: str) -> Sequence[Any]:
        """The numbers of the relations around an actor, that name it, and by which it belongs; who is under it."""
        found = self._ties.get(actor)
        if found is None:
            found = self._ties[actor] = self.rows.part(f"ties/{actor}", list[Any])
        return found

    def between(self, actor: str, others: Any) -> Sequence[Relation]:
        """The relations of the actor that have one of those at the other end, in the file's order."""
        if actor not in self.actors:
            return ()
        mine = self.ties(actor)[0]
        there = (other for other in others if other != actor and other in self.actors)
        theirs = {number for other in there for number in self.ties(other)[0]}
        return [self.rows.relation(number) for number in mine if number in theirs]
