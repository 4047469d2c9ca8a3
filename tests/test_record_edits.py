"""An edit does what it says and nothing else: no other value, no remark, no other line is touched."""

import tempfile
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actorgraph.nodes import Mapping, Node, Scalar, Sequence, read
from actorgraph.record.draft import Draft
from actorgraph.record.edits import applied, is_block_text, is_flow, value_end
from actorgraph.record.fields import lengthened, reworded, setting, without
from actorgraph.record.inserting import insert
from actorgraph.record.order import order
from byhand import NOTES, Hand, dice, plain, remarks
from generated import Dice, files_of

ROW = {
    "from": "brel",
    "type": "alliance",
    "to": "corvo",
    "place": ["Kabul", "a, b"],
    "evidence": [{"source": "s1", "at": "p9", "gist": 'it\'s so: "yes" # or no'}, "s1 p3"],
    "id": "the-new-row",
}


def typed(dice: Dice, name: str) -> tuple[str, Mapping]:
    """A file as somebody typed it, and what it holds."""
    value = files_of(dice, False, 6)[name]
    for row in value["relations"] if name == "relations.yaml" else value["actors"].values():
        if dice.often():
            row["note"] = dice.one(NOTES)
    text = Hand(dice).file(value)
    root = again(text)
    assume(root is not None)
    assert root is not None
    return text, root


def again(text: str) -> Mapping | None:
    root, problems = read(text.encode(), "a.yaml")
    return root if isinstance(root, Mapping) and not problems else None


def added(before: str, after: str) -> None:
    """No line of before is missing in after, or stands elsewhere, brackets that were on its line aside."""
    gone = [line for line in ndiff(before.splitlines(), after.splitlines()) if line.startswith("- ")]
    assert not gone, gone


@given(dice, st.booleans())
def test_a_new_record_is_all_that_is_new(dice: Dice, last: bool) -> None:
    text, root = typed(dice, "relations.yaml")
    rows = root.get("relations")
    assert isinstance(rows, Sequence)
    at = len(rows.items) if last else dice.number(1, len(rows.items))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "relations.yaml").write_bytes(text.encode())
        draft = Draft(folder)
        found = draft.root("relations.yaml")
        assert found is not None
        there = found.get("relations")
        assert isinstance(there, Sequence)
        insert(draft, "relations", ROW, after=None if last else there.items[at - 1])
        new = draft.after["relations.yaml"].decode()
    expected = plain(root)
    expected["relations"].insert(at, ROW)
    assert plain(again(new)) == expected, new
    assert remarks(new) == remarks(text)
    assert text.count("\r\n") == 0 or new.count("\n") == new.count("\r\n")
    if not is_flow(text, rows):
        added(text, new)


@given(dice)
def test_a_new_actor_is_all_that_is_new(dice: Dice) -> None:
    text, root = typed(dice, "actors.yaml")
    record: dict[str, Any] = {"name": "No: one", "kind": "faction", "aliases": ["é", "x"]}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "actors.yaml").write_bytes(text.encode())
        draft = Draft(folder)
        insert(draft, "actors", record, "no-one")
        new = draft.after["actors.yaml"].decode()
    assert plain(again(new))["actors"] == {**plain(root)["actors"], "no-one": record}
    assert remarks(new) == remarks(text)


def records(root: Mapping) -> list[Mapping]:
    [(_, there)] = root.pairs
    found = there.items if isinstance(there, Sequence) else [value for _, value in there.pairs]
    return [one for one in found if isinstance(one, Mapping)]


@given(dice, st.sampled_from(["actors.yaml", "relations.yaml"]), st.sampled_from(NOTES))
def test_a_field_that_is_set_is_all_that_differs(dice: Dice, name: str, words: str) -> None:
    text, root = typed(dice, name)
    record = dice.one(records(root))
    key = dice.one(("note", "when", "existed", "scope", dice.one(sorted(record.fields))))
    value = dice.one((words, words, ["one", words], {"name": words, "list": ["a", "b"]}))
    old = record.get(key)
    new = applied(text, [setting(text, record, key, value, order(name.removesuffix(".yaml")))])
    changed = plain(record)
    same = again(new)
    assert same is not None, f"{new}\n{key}"
    index = records(root).index(record)
    assert plain(records(same)[index]) == {**changed, key: value}, new
    others = [plain(one) for number, one in enumerate(records(root)) if number != index]
    assert [plain(one) for number, one in enumerate(records(same)) if number != index] == others
    if old is None or (isinstance(old, Scalar) and not is_block_text(text, old) and isinstance(value, str)):
        assert remarks(new) == remarks(text)


@given(dice, st.sampled_from(["s1 p99", {"source": "s1", "at": "p98", "gist": "a, b"}]))
def test_one_more_item_leaves_the_others_as_they_are(dice: Dice, item: Any) -> None:
    text, root = typed(dice, "relations.yaml")
    index = dice.number(0, len(records(root)) - 1)
    record = records(root)[index]
    new = applied(text, lengthened(text, record, "evidence", item, order("relations")))
    held = plain(record).get("evidence")
    expected = item if held is None else [*(held if isinstance(held, list) else [held]), item]
    same = again(new)
    assert same is not None, new
    assert plain(records(same)[index]) == {**plain(record), "evidence": expected}, new
    assert [plain(one) for one in records(same)[:index]] == [plain(one) for one in records(root)[:index]]
    old = record.get("evidence")
    if not (isinstance(old, Scalar) and is_block_text(text, old)):
        assert remarks(new) == remarks(text)


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    parts = [one for _, one in node.pairs] if isinstance(node, Mapping) else []
    return [scalar for part in [*parts, *getattr(node, "items", [])] for scalar in scalars(part)]


@given(dice, st.sampled_from([note for note in NOTES if note]))
def test_other_words_stand_in_the_place_of_the_old(dice: Dice, words: str) -> None:
    text, root = typed(dice, "relations.yaml")
    found = scalars(root)
    number = dice.number(0, len(found) - 1)
    new = applied(text, [reworded(text, found[number], words)])
    same = again(new)
    assert same is not None, new
    assert [one.text for one in scalars(same)] == [
        words if at == number else one.text for at, one in enumerate(found)
    ]
    if not is_block_text(text, found[number]):
        assert remarks(new) == remarks(text)


@given(dice)
def test_what_is_taken_out_is_all_that_is_gone(dice: Dice) -> None:
    text, root = typed(dice, "relations.yaml")
    rows = root.get("relations")
    assert isinstance(rows, Sequence)
    whole = dice.often()
    there: Mapping | Sequence = rows if whole else dice.one(records(root))
    entries = there.items if isinstance(there, Sequence) else [value for _, value in there.pairs]
    index = dice.number(0, len(entries) - 1)
    new = applied(text, [without(text, there, entries[index])])
    same = again(new)
    assert same is not None, new
    expected = plain(root)
    if whole:
        del expected["relations"][index]
    else:
        del expected["relations"][rows.items.index(there)][list(there.fields)[index]]
    assert plain(same) == expected or (whole and not expected["relations"]), new


@pytest.mark.parametrize(
    "text",
    [
        "relations:\n",
        "relations: # none yet\n",
        "relations: []\n",
        "relations: []  # none yet",
        "# none\n",
        "",
    ],
)
def test_the_first_record_finds_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "relations.yaml").write_text(text)
    draft = Draft(str(tmp_path))
    insert(draft, "relations", ROW)
    new = draft.after["relations.yaml"].decode()
    assert plain(again(new)) == {"relations": [ROW]}
    assert ("none" in new) == ("none" in text)


def test_a_voice_finds_its_place_where_there_was_none(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("sources:\n  s1: {title: One}\n")
    draft = Draft(str(tmp_path))
    insert(draft, "sources", {"name": "The press", "kind": "unnamed"}, "press", key="voices")
    assert draft.after["sources.yaml"].decode() == (
        "sources:\n  s1: {title: One}\nvoices:\n  press:\n    name: The press\n    kind: unnamed\n"
    )


def test_a_file_that_is_not_there_is_begun(tmp_path: Path) -> None:
    draft = Draft(str(tmp_path))
    assert insert(draft, "events", {"name": "A fire"}, "fire") == "events.yaml"
    assert draft.changed == {"events.yaml": b"events:\n  fire:\n    name: A fire\n"}


def test_edits_that_overlap_are_a_fault_of_the_program(tmp_path: Path) -> None:
    text = "actors:\n  a: {name: A, kind: faction}\n"
    root = again(text)
    assert root is not None
    record = records(root)[0]
    twice = [reworded(text, node, "B") for node in scalars(record)[:1] * 2]
    with pytest.raises(ValueError, match="overlap"):
        applied(text, twice)
    assert value_end(text, record) == len(text) - 1
