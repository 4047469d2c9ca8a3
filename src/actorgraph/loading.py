"""A folder of files -> (Dataset, [Problem]). Questions are answered from what could be read."""

import gc
from collections.abc import Iterator
from typing import NamedTuple

from . import nodes, tree
from .dataset import Dataset, Loaded
from .decode.about import about
from .decode.actor import actor
from .decode.event import event
from .decode.mirror import Mirrors
from .decode.reader import Names, Reader
from .decode.relation import relation
from .decode.scenario import scenario
from .decode.source import source, voice
from .decode.types import own_type
from .decode.values import is_id
from .fitting import fits
from .model import About, Relation, Scenario
from .nodes import Mapping, Node, Scalar, Sequence
from .period import Interval
from .problems import Problem, Span
from .text import slug
from .vocabulary import shipped

KEYS = {
    "actors": ("actors",),
    "relations": ("relations",),
    "sources": ("sources", "voices"),
    "events": ("events",),
    "types": ("types",),
    "scenarios": ("scenarios",),
}


MOST_PROBLEMS = 20_000


class _Record(NamedTuple):
    file: str
    key: Scalar
    node: Node


def load(folder: str) -> Loaded:
    """Everything that could be read in the folder, and every problem, sorted by place."""
    files, problems = tree.read(folder)
    collecting = gc.isenabled()
    gc.disable()  # all that is read stays: walking it again and again would double the time
    try:
        return build({file.name: file.data for file in files}, problems)._replace(folder=folder)
    finally:
        if collecting:
            gc.enable()


def build(texts: dict[str, bytes], problems: list[Problem]) -> Loaded:
    """The data set in those files, by name."""
    problems = list(problems)
    roots: dict[str, Node] = {}
    for name, data in texts.items():
        root, found = nodes.read(data, name)
        problems += found
        if root is not None:
            roots[name] = root
    return _Loader(roots, problems).loaded(texts)


class _Loader:
    def __init__(self, roots: dict[str, Node], problems: list[Problem]) -> None:
        self.roots = roots
        self.problems = problems
        self.names = Names(shipped())
        self.left_out = 0
        self.full = False

    def loaded(self, texts: dict[str, bytes]) -> Loaded:
        names = self.names
        tops = {key: list(self._tops(family, key)) for family, keys in KEYS.items() for key in keys}
        own = {}
        for record in self._records(tops["types"], {}):
            found = own_type(self._reader(record.file), record.key, record.node)
            if found:
                own[found.name] = found
        if own:
            names.vocabulary = names.vocabulary.with_types(own)
        declared: dict[str, Span] = {}
        actors_ = list(self._records(tops["actors"], declared))
        names.actors = dict(declared)
        voices_ = list(self._records(tops["voices"], declared))
        names.voices = {r.key.text: voice(self._reader(r.file), r.key.text, r.node) for r in voices_}
        sources_ = list(self._records(tops["sources"], names.source_ids))
        for record in sources_:
            names.sources[record.key.text] = source(self._reader(record.file), record.key.text, record.node)
        events_ = list(self._records(tops["events"], names.events))
        actors = {}
        for record in actors_:
            before = len(self.problems)
            found_actor = actor(self._reader(record.file), record.key.text, record.node)
            if found_actor:
                actors[found_actor.id] = found_actor
            self._count(before)
        events = {}
        for record in events_:
            found_event = event(self._reader(record.file), record.key.text, record.node)
            if found_event:
                events[found_event.id] = found_event
            else:
                self.left_out += 1
        bounds = {id_: (a.name, a.existed) for id_, a in actors.items() if a.existed}
        rows = [row for row in self._relations(tops["relations"], bounds) if {*row.ends} <= actors.keys()]
        dataset = Dataset(
            self._about(),
            actors,
            names.voices,
            names.sources,
            tuple(rows),
            events,
            names.vocabulary,
        )
        dataset.left_out = self.left_out
        dataset.scenarios = self._scenarios(tops["scenarios"], bounds, dataset)
        dataset.left_out = self.left_out
        self.problems.sort(key=lambda problem: (problem.where, problem.name, problem.what))
        return Loaded(dataset, self.problems, texts)

    def _scenarios(
        self, tops: list[tuple[str, Node]], bounds: dict[str, tuple[str, Interval]], dataset: Dataset
    ) -> dict[str, Scenario]:
        found = {}
        for record in self._records(tops, {}):
            reader = self._reader(record.file)
            one = scenario(reader, record.key.text, record.node, bounds)
            if one and fits(reader, record.node, one, dataset):
                found[one.id] = one
            else:
                self.left_out += 1
        return found

    def _count(self, before: int) -> None:
        self.left_out += sum(problem.severity == "error" for problem in self.problems[before:])

    def _reader(self, file: str) -> Reader:
        return Reader(file, self.names, self.problems)

    def _about(self) -> About:
        root = self.roots.get("dataset.yaml")
        return about(self._reader("dataset.yaml"), root) if root is not None else About()

    def _tops(self, family: str, key: str) -> Iterator[tuple[str, Node]]:
        """The value under `key` in each file of the family; other top keys are a problem."""
        for name, root in self.roots.items():
            if name != f"{family}.yaml" and not name.startswith(f"{family}/"):
                continue
            reader = self._reader(name)
            if not isinstance(root, Mapping):
                if key == KEYS[family][0]:
                    reader.misshapen(
                        root, f"the file begins with `{key}:`", "Put the records below it.", (f"{key}:",)
                    )
                continue
            for top, value in root.pairs:
                if top.text == key:
                    yield name, value
                elif top.text not in KEYS[family] and key == KEYS[family][0]:
                    reader.unknown(
                        "unknown-key",
                        top,
                        f'unknown key "{top.text}"',
                        top.text,
                        KEYS[family],
                        "",
                        f"At the left edge stands {' or '.join(f'`{key}:`' for key in KEYS[family])} and no other key.",
                    )

    def _records(self, tops: list[tuple[str, Node]], declared: dict[str, Span]) -> Iterator[_Record]:
        """The entries of a mapping by id, each id once; `declared` grows by them."""
        for name, node in tops:
            reader = self._reader(name)
            if isinstance(node, Scalar) and not node.text:
                continue
            if not isinstance(node, Mapping):
                reader.misshapen(
                    node,
                    "records stand below their ids",
                    "Begin each with its id and a colon, such as:",
                    ("some-id: {...}",),
                )
                continue
            for number, (key, value) in enumerate(node.pairs):
                if self._enough(reader, key, len(node.pairs) - number):
                    return
                if not is_id(key.text):
                    reader.fault(
                        "bad-id",
                        key,
                        f'"{key.text}" is not an id',
                        (
                            "An id has small letters a to z, digits and single hyphens, at most 64. Write instead:",
                        ),
                        (f"{slug(key.text) or 'a-name'}:",),
                    )
                    self.left_out += 1
                elif key.text in declared:
                    first = declared[key.text]
                    reader.fault(
                        "same-id",
                        key,
                        f'the id "{key.text}" is taken',
                        (
                            f"It stands at {first.file}:{first.line}:{first.column}. Give one of the two another id.",
                        ),
                    )
                    self.left_out += 1
                else:
                    declared[key.text] = reader.span(key)
                    yield _Record(name, key, value)

    def _enough(self, reader: Reader, here: Node, left: int) -> bool:
        """Whether so much is wrong that nobody would read on; what is `left` from here is told of once."""
        if len(self.problems) < MOST_PROBLEMS:
            return False
        self.left_out += left
        if not self.full:
            self.full = True
            advice = "Mend those that are told, then check again."
            reader.fault("too-many-faults", here, "too many faults: nothing from here on is read", (advice,))
        return True

    def _relations(
        self, tops: list[tuple[str, Node]], bounds: dict[str, tuple[str, Interval]]
    ) -> list[Relation]:
        found: dict[str, Relation] = {}
        mirrors = Mirrors(self.names.vocabulary)
        for name, node in tops:
            reader = self._reader(name)
            if isinstance(node, Scalar) and not node.text:
                continue
            if not isinstance(node, Sequence):
                reader.misshapen(node, "`relations` is a list", "Begin each relation with a hyphen.")
                continue
            for number, one in enumerate(node.items):
                if self._enough(reader, one, len(node.items) - number):
                    break
                row = relation(reader, one, bounds)
                if row is None or mirrors.told(reader, row, one):
                    self.left_out += 1
                elif row.id in found:
                    self._same_id(reader, row, found[row.id])
                else:
                    found[row.id] = row
        return list(found.values())

    def _same_id(self, reader: Reader, row: Relation, first: Relation) -> None:
        self.left_out += 1
        reader.fault(
            "same-id",
            row.where,
            f'a second relation has the id "{row.id}"',
            (
                f"The first stands at {first.where.file}:{first.where.line}:{first.where.column}.",
                "Another voice or place is one more item of evidence there. A second spell is a row of its own:",
                "give the newer one an id, such as",
            ),
            (f"id: {row.id.replace('.', '-')[:60]}-2",),
        )
