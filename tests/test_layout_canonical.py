"""The canonical layout: the same values, the same remarks, once and for all; and what it looks like."""

from pathlib import Path

import pytest
from hypothesis import given

from actorgraph.errors import Fault
from actorgraph.loading import build
from actorgraph.nodes import read
from actorgraph.questions.diff_records import ask
from actorgraph.record.layout import formatted
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens
from byhand import NOTES, Hand, dice, plain, remarks
from generated import Dice, files_of

ROOT = Path(__file__).resolve().parent.parent
SETS = [ROOT / "data", *sorted((ROOT / "examples").iterdir())]


def typed(dice: Dice) -> dict[str, str]:
    """A data set as somebody typed it, without a fault of YAML."""
    files = files_of(dice, False, 6)
    for row in [*files["relations.yaml"]["relations"], *files["actors.yaml"]["actors"].values()]:
        if dice.often():
            row["note"] = dice.one(NOTES)
    texts = {name: Hand(dice).file(value) for name, value in files.items()}
    return {name: text for name, text in texts.items() if not read(text.encode(), name)[1]}


@given(dice)
def test_no_value_and_no_remark_is_lost_and_a_second_time_changes_nothing(dice: Dice) -> None:
    for name, text in typed(dice).items():
        new = formatted(text.encode(), name)
        again, faults = read(new, name)
        assert not faults
        assert plain(again) == plain(read(text.encode(), name)[0])
        assert remarks(new.decode()) == remarks(text)
        assert formatted(new, name) == new
        # Lines end as they did, the last one too.
        assert new.count(b"\r\n") == (new.count(b"\n") if "\r\n" in text else 0)
        assert new.endswith(b"\n")
        assert not new.startswith((b"\n", b"\r"))


@given(dice)
def test_the_data_set_means_the_same(dice: Dice) -> None:
    files = {name: text.encode() for name, text in typed(dice).items()}
    before = build(files, []).dataset
    after = build({name: formatted(data, name) for name, data in files.items()}, []).dataset
    old, new = (MemoryView(found, lens({}, found)) for found in (before, after))
    told = ask(old, new, "before", "after")
    assert not told.differs
    assert [row.id for row in before.relations] == [row.id for row in after.relations]


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_what_is_shipped_is_in_the_canonical_layout(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        assert formatted(path.read_bytes(), path.name) == path.read_bytes(), path.name


BEFORE = """\


# The record.
relations:   # all of them
# == first section
-   type: enmity   # as they say
    from: 'a'
    # whom it hates
    to:
      b


    when: 2015/
    # a remark on the whole row
# == second section
- # begins here
  to: c
  note: >
         folded
         text
  evidence:
  - {source: s1,   # the first
     at: p1}
  - s1 p2
  colour: red
  from: a
# at the end
"""
AFTER = """\
# The record.
relations:   # all of them
  # == first section
  - from: 'a'
    type: enmity   # as they say
    # whom it hates
    to: b

    when: 2015/
    # a remark on the whole row
  # == second section
  # begins here
  - from: a
    to: c
    evidence:
      - {source: s1,   # the first
         at: p1}
      - s1 p2
    colour: red
    note: >
      folded
      text
# at the end
"""


def test_remarks_stay_with_what_they_are_about() -> None:
    assert formatted(BEFORE.encode(), "relations.yaml").decode() == AFTER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("actors:\n    a:  {name: A}   \n", "actors:\n  a: {name: A}\n"),
        ("actors:\n  a:\n    note: |+\n      one\n\n\n", "actors:\n  a:\n    note: |+\n      one\n\n\n"),
        ("actors:\n  a:\n    note: |\n     one", "actors:\n  a:\n    note: |-\n      one\n"),
        ("actors:\n  a:\n     note: |2\n         one\n", "actors:\n  a:\n    note: |2\n        one\n"),
        ('actors:\n  a: {note: "one \\\n      two"}\n', 'actors:\n  a: {note: "one \\\n      two"}\n'),
        ("---\nactors:\n", "---\nactors:\n"),
        ("actors: {a: {name: A},\n  b: {name: B}}\n", "actors: {a: {name: A},\n  b: {name: B}}\n"),
        ("{actors: {a: {name: A}}}", "{actors: {a: {name: A}}}\n"),
        ("\ufeffactors:\n", "actors:\n"),
        ("# nothing yet", "# nothing yet\n"),
        ("", ""),
    ],
)
def test_some_files(before: str, after: str) -> None:
    assert formatted(before.encode(), "actors.yaml").decode() == after
    assert formatted(after.encode(), "actors.yaml").decode() == after


def test_a_key_that_begins_with_a_question_mark_is_told_of() -> None:
    with pytest.raises(Fault, match=r"actors\.yaml:2: a key that begins"):
        formatted(b"actors:\n  ? a\n  : {name: A}\n", "actors.yaml")
