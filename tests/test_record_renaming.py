"""An id changes everywhere it is named, and nothing else of any file does."""

import shutil
from difflib import ndiff
from pathlib import Path

import pytest

from actorgraph.checks import report
from actorgraph.errors import Fault
from actorgraph.loading import load
from actorgraph.record.draft import Draft
from actorgraph.record.renaming import mentions, rename

DATA = Path(__file__).parent.parent / "data"
FILES = {
    "dataset.yaml": """\
format: 1
title: Small
coverage: {sources: [paper], actors: [north, south], types: all, period: 2000/2010}
suppress:
  - {check: unsourced, at: north.feud.south, why: to be coded}   # north.feud.south
""",
    "types.yaml": "types:\n  feud: {family: hostile, sign: '-', class: act, symmetric: yes, reads: feuds with TO}\n",
    "actors.yaml": """\
actors:
  north: {name: North, kind: faction}   # north itself
  south:
    name: South
    kind: faction
    aliases: [{name: The South, by: [north, "press"]}]
    traits:
      - {trait: position, is: fears north, toward: north, evidence: "paper p1 north frames"}
  north-wing: {name: Wing, kind: segment, of: north}
""",
    "sources.yaml": """\
sources:
  paper: {title: The paper, author: north, published: 2010}
  copy: {title: Copy, publisher: press, published: 2011, derives-from: paper}
voices:
  press: {name: the press, kind: unnamed}
""",
    "relations.yaml": """\
relations:
  # of north and south
  - {from: south, type: feud, to: north}
  - from: north-wing
    type: support
    to: south
    against: north
    see: [north.feud.south, own-id]
    evidence:
      - paper   p2
      - >-
        copy p3
        north doubts
      - {source: paper, at: p4, says: press, via: ["\\x6eorth"], said: 2009}
  - {from: south, type: distrust, to: north, id: own-id, evidence: copy p5 press supports, event: clash}
""",
    "events.yaml": """\
events:
  clash: {name: Clash, who: {party: [north, south]}, figures: {dead: {figure: 7, says: north}}, see: own-id}
""",
    "scenarios.yaml": """\
scenarios:
  peace:
    name: Peace
    on: 2010
    do:
      - {end: north.feud.south, reason: tired of it}
      - add: {from: north, type: support, to: south, evidence: paper p9, reason: so said}
    unless: [north-wing.support.south.against.north]
    risks: [{risk: a split, to: north, evidence: paper p9 north doubts}]
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def renamed(folder: Path, *words: str, **more: str) -> dict[str, str]:
    draft = Draft(str(folder))
    rename(draft, *words, **more)
    draft.check()
    return {name: data.decode() for name, data in draft.after.items()}


def test_an_actor_is_followed_into_every_file(folder: Path) -> None:
    after = renamed(folder, "north", "boreal")
    told = "\n".join(after.values())
    kept = ("# of north", "# north", "fears north", "north-wing", "North")
    left = [line for line in told.splitlines() if "north" in line and not any(word in line for word in kept)]
    assert not left
    assert "  boreal: {name: North, kind: faction}   # north itself\n" in after["actors.yaml"]
    assert "see: [boreal.feud.south, own-id]" in after["relations.yaml"]
    assert "        copy p3\n        boreal doubts\n" in after["relations.yaml"]
    assert "      - paper   p2\n" in after["relations.yaml"]
    assert "at: boreal.feud.south, why: to be coded}   # north.feud.south" in after["dataset.yaml"]
    assert "unless: [north-wing.support.south.against.boreal]" in after["scenarios.yaml"]
    assert "- {end: boreal.feud.south, reason" in after["scenarios.yaml"]
    assert "actors: [boreal, south]" in after["dataset.yaml"]


def test_the_ends_of_a_symmetric_tie_change_places_in_its_id(folder: Path) -> None:
    assert "see: [south.feud.zenith, own-id]" in renamed(folder, "north", "zenith")["relations.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("paper", "report", "sources: [report]"),
        ("paper", "report", "derives-from: report"),
        ("press", "media", 'by: [north, "media"]'),
        ("press", "media", "evidence: copy p5 media supports"),
        ("clash", "battle", "event: battle}"),
        ("feud", "vendetta", "see: [north.vendetta.south, own-id]"),
        ("own-id", "other-id", "see: [north.feud.south, other-id]"),
        ("own-id", "other-id", "see: other-id}"),
        ("north.feud.south", "the-feud", "{from: south, type: feud, to: north, id: the-feud}"),
        ("north.feud.south", "the-feud", "- {end: the-feud, reason"),
        ("peace", "truce", "\n  truce:\n    name: Peace"),
    ],
)
def test_every_kind_of_record_can_be_renamed(folder: Path, old: str, new: str, expected: str) -> None:
    assert expected in "\n".join(renamed(folder, old, new).values())


def test_an_id_that_two_records_have_is_asked_back(folder: Path) -> None:
    (folder / "events.yaml").write_text("events:\n  press: {name: Pressing}\n")
    relations = folder / "relations.yaml"
    relations.write_text(relations.read_text().replace(", event: clash", ""))
    with pytest.raises(Fault, match=r"--what who or --what event"):
        renamed(folder, "press", "media")
    assert "  media: {name: Pressing}" in renamed(folder, "press", "media", what="event")["events.yaml"]
    assert "  media: {name: the press" in renamed(folder, "press", "media", what="who")["sources.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("nort", "x", "Nearest: north"),
        ("north", "south", "taken"),
        ("north", "press", "taken"),
        ("north", "author", "stands for"),
        ("north", "The North", "Such as: the-north"),
        ("feud", "enmity", "taken"),
        ("north", "north", "--name"),
    ],
)
def test_what_can_t_be_is_told_with_what_can(folder: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(Fault, match=told):
        renamed(folder, old, new)


def test_a_voice_made_of_words_is_to_be_declared_first(folder: Path) -> None:
    sources = folder / "sources.yaml"
    sources.write_text(sources.read_text().replace("publisher: press", "publisher: The Herald"))
    with pytest.raises(Fault, match="Declare it"):
        renamed(folder, "the-herald", "herald")
    with pytest.raises(Fault, match="taken"):
        renamed(folder, "press", "the-herald")


def test_an_actor_of_the_shipped_record_there_and_back(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "record")
    folder = str(tmp_path / "record")
    before = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    known = report(load(folder)).problems
    draft = Draft(folder)
    found = rename(draft, "taliban", "zz-taliban")
    assert found.relations["is-k.enmity.taliban"] == "is-k.enmity.zz-taliban"
    draft.write()
    after = load(folder)
    assert [(one.name, one.where.line) for one in report(after).problems] == [
        (one.name, one.where.line) for one in known
    ]
    for name, data in before.items():
        new = (Path(folder) / name).read_text()
        lines = [line for line in ndiff(data.decode().splitlines(), new.splitlines()) if line[0] in "+-"]
        assert all("taliban" in line for line in lines)
    draft = Draft(folder)
    rename(draft, "zz-taliban", "taliban")
    draft.write()
    assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == before


def test_lines_where_the_id_stands_in_words_are_named(folder: Path) -> None:
    draft = Draft(str(folder))
    rename(draft, "north", "boreal")
    assert list(mentions(draft, "north")) == [
        "dataset.yaml:5",
        "actors.yaml:2",
        "actors.yaml:8",
        "relations.yaml:2",
    ]


def test_a_new_name_beside_the_new_id(folder: Path) -> None:
    assert (
        "boreal: {name: The Boreal, kind"
        in renamed(folder, "north", "boreal", name="The Boreal")["actors.yaml"]
    )
    assert "paper: {title: Report, author" in renamed(folder, "paper", "paper", name="Report")["sources.yaml"]
    with pytest.raises(Fault, match="no name"):
        renamed(folder, "own-id", "x", name="X")
