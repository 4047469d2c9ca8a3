"""Whatever is done to a record in whatever order: no error comes in, no remark and no record goes."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from actorgraph.checks import report
from actorgraph.errors import Fault
from actorgraph.loading import Loaded, load
from actorgraph.nodes import read
from actorgraph.record.draft import Draft
from actorgraph.record.inserting import insert
from actorgraph.record.layout import formatted
from actorgraph.record.promoting import promote
from actorgraph.record.references import records, rows
from actorgraph.record.renaming import rename
from actorgraph.record.retiring import item, retire
from actorgraph.record.uniting import merge
from byhand import Hand, dice, remarks
from generated import Dice, files_of

numbers = st.integers(0, 10_000)


def typed(thrown: Dice) -> dict[str, str]:
    """A data set as somebody types it, its remarks numbered through all files."""
    hand, found = Hand(thrown), {}
    for name, value in files_of(thrown, False, 6).items():
        while read((text := hand.file(value)).encode(), name)[1]:
            pass  # a hand that wrote what no reader takes tries again
        found[name] = text
    return found


class Record(RuleBasedStateMachine):
    """A folder, and what must still be in it: how many actors and relations, which remarks."""

    @initialize(thrown=dice)
    def begin(self, thrown: Dice) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.count = 0
        for name, text in typed(thrown).items():
            (self.folder / name).write_bytes(text.encode())
        self.remarks = self.told()
        self.actors, self.relations = len(self.loaded.dataset.actors), len(self.loaded.dataset.relations)
        self.clean = not self.errors()

    @property
    def loaded(self) -> Loaded:
        return load(str(self.folder))

    def told(self) -> list[str]:
        return sorted(one for path in self.folder.iterdir() for one in remarks(path.read_bytes().decode()))

    def errors(self) -> list[Any]:
        return [one for one in report(self.loaded).problems if one.severity == "error"]

    def one(self, number: int, among: Any) -> Any:
        found = list(among)
        return found[number % len(found)] if found else None

    def done(self, deed: Any) -> bool:
        """The deed, checked and written; one that is refused changes nothing."""
        draft = Draft(str(self.folder))
        try:
            deed(draft)
            draft.check()
        except Fault:
            return False
        draft.write()
        return True

    def fresh(self) -> str:
        self.count += 1
        return f"{'azm'[self.count % 3]}-new-{self.count}"

    @rule()
    def add_actor(self) -> None:
        id_ = self.fresh()
        self.actors += self.done(lambda draft: insert(draft, "actors", {"name": id_, "kind": "faction"}, id_))

    @rule(a=numbers, b=numbers, type_=st.sampled_from(["support", "enmity", "part-of", "alliance"]))
    def add_relation(self, a: int, b: int, type_: str) -> None:
        actors = self.loaded.dataset.actors
        row = {"from": self.one(a, actors), "type": type_, "to": self.one(b, actors), "evidence": "s1 p1"}
        if actors:
            self.relations += self.done(lambda draft: insert(draft, "relations", row))

    @rule(number=numbers, space=st.sampled_from(["actors", "voices", "sources", "relations"]))
    def give_another_id(self, number: int, space: str) -> None:
        def deed(draft: Draft) -> None:
            ids = (
                [row.read.id for row in rows(draft) if row.read]
                if space == "relations"
                else [id_.text for _, _, id_, _ in records(draft, space)]
            )
            if ids:
                rename(draft, self.one(number, ids), self.fresh())

        self.done(deed)

    @rule(a=numbers, b=numbers, join=st.booleans())
    def merge_actors(self, a: int, b: int, join: bool) -> None:
        actors = list(self.loaded.dataset.actors)
        if len(actors) < 3 or self.one(a, actors) == self.one(b, actors):
            return
        if self.done(lambda draft: merge(draft, self.one(a, actors), self.one(b, actors), join=join)):
            self.actors -= 1
            after = len(self.loaded.dataset.relations)
            assert after == self.relations or join
            self.relations = after

    @rule(number=numbers)
    def retire_relation(self, number: int) -> None:
        ids = list(self.loaded.dataset.by_id)
        if ids:
            self.done(
                lambda draft: retire(draft, self.one(number, ids), {**item("s1 p9"), "gone-by": "1999"})
            )

    @rule()
    def promote_segment(self) -> None:
        segments = [one.id for one in self.loaded.dataset.actors.values() if one.of]
        if segments:
            self.relations += self.done(lambda draft: promote(draft, segments[0], evidence="s1 p8"))

    @rule(name=st.sampled_from(["actors.yaml", "relations.yaml", "sources.yaml"]))
    def lay_out(self, name: str) -> None:
        def deed(draft: Draft) -> None:
            draft.put(name, formatted(draft.before[name], name).decode())

        self.done(deed)

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "folder"):
            dataset = self.loaded.dataset
            assert (len(dataset.actors), len(dataset.relations)) == (self.actors, self.relations)
            assert self.told() == self.remarks
            assert not self.clean or not self.errors()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


TestRecord = pytest.mark.slow(Record.TestCase)
TestRecord.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)
