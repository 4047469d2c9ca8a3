"""Adding by the options of a line: the record in its place, everything else to the byte, nothing where it is wrong."""

import difflib
import shlex
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from actorgraph.loading import load

Run = Callable[..., Any]
QUOTES = Path(__file__).resolve().parent.parent / "examples" / "quotes"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """An invented record that the program finds from where it is run."""
    shutil.copytree(QUOTES, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def add(actorgraph: Run, record: Path) -> Run:
    def run(line: str, *more: str) -> Any:
        return actorgraph("add", *shlex.split(line), *more)

    return run


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in sorted(folder.glob("*.yaml"))}


def put(before: str, after: str) -> list[str]:
    """The lines that came in, all in one place; nothing else may have changed."""
    steps = difflib.SequenceMatcher(
        None, before.splitlines(True), after.splitlines(True), False
    ).get_opcodes()
    changes = [step for step in steps if step[0] != "equal"]
    assert [step[0] for step in changes] == ["insert"], changes
    return after.splitlines()[changes[0][3] : changes[0][4]]


ADDED = {
    'actor "Ferry Guild" --kind company --alias FG --alias "the Guild"': (
        "actors.yaml",
        "  ferry-guild: {name: Ferry Guild, aliases: [FG, the Guild], kind: company}",
        "ferry-guild (actors.yaml:6)",
    ),
    'voice "boatmen at the landing" --kind unnamed --id boatmen': (
        "sources.yaml",
        "voices:\n  boatmen:\n    name: boatmen at the landing\n    kind: unnamed",
        "boatmen (sources.yaml:37)",
    ),
    'relation "the river front" threat council --when 2020/.. --evidence "wire p4"': (
        "relations.yaml",
        "  - {from: river-front, type: threat, to: northern-council, when: 2020/.., evidence: wire p4}",
        "river-front.threat.northern-council (relations.yaml:31)",
    ),
    # An inverse is kept as typed, its id is that of the type; a voice and a stance go into the short form.
    'relation council threatened-by upland --evidence "wire p4" --says council --stance suggests': (
        "relations.yaml",
        ("  - from: northern-council\n    type: threatened-by\n    to: upland-league\n"
        "    evidence: wire p4 northern-council suggests"),
        "upland-league.threat.northern-council (relations.yaml:31)",
    ),
    # Several items; a third party; what has commas or colons stands in quotes.
    'relation council distrust upland --evidence "wire p4" --evidence "courier p3" --against front'
    ' --scope "boats, and: more"': (
        "relations.yaml",
        ("  - from: northern-council\n    type: distrust\n    to: upland-league\n    against: river-front\n"
        "    scope: 'boats, and: more'\n    evidence: [wire p4, courier p3]"),
        "northern-council.distrust.upland-league.against.river-front (relations.yaml:31)",
    ),
    'relation front seeks-to-topple council --evidence "courier p4" --modality intended --gist "it wants them gone"': (
        "relations.yaml",
        ("  - from: river-front\n    type: seeks-to-topple\n    to: northern-council\n    modality: intended\n"
        "    evidence: {source: courier, at: p4, gist: it wants them gone}"),
        "river-front.seeks-to-topple.northern-council.intended (relations.yaml:31)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("line", ADDED)
def test_a_record_goes_to_the_end_of_its_file_in_the_manner_of_its_neighbours(
    add: Run, record: Path, line: str
) -> None:
    file, row, told = ADDED[line]
    before = held(record)
    done = add(line)
    assert (done.returncode, done.stdout) == (0, f"Added {told}.\n"), done.stderr
    after = held(record)
    assert put(before[file], after[file]) == row.split("\n")
    assert {**after, file: ""} == {**before, file: ""}
    assert not [one for one in load(str(record)).problems if one.severity == "error"]


def test_a_source_is_written_on_lines_with_the_checksum_of_its_text(add: Run, record: Path) -> None:
    (record / "texts" / "diary.txt").write_bytes(b"One\r\nTwo\r\n")
    before = held(record)
    done = add(
        'source diary --title "A diary: May" --author "A boatman" --published 2020-05 --derives-from wire'
        " --url https://example.org/diary --text data/texts/diary.txt"
    )
    assert (done.returncode, done.stderr) == (0, "Written: sources.yaml.\n")
    added = put(before["sources.yaml"], held(record)["sources.yaml"])
    assert [line.strip() for line in added] == [
        "diary:",
        "title: 'A diary: May'",
        "author: A boatman",
        "published: 2020-05",
        "url: https://example.org/diary",
        "derives-from: wire",
        "text: texts/diary.txt",
        f"sha256: {sha256(b'One' + bytes([13, 10]) + b'Two' + bytes([13, 10])).hexdigest()}",
    ]
    assert load(str(record)).dataset.sources["diary"].own == "a-boatman"


def test_a_text_outside_the_record_is_refused(add: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("One\n")
    line = "source diary --title D --author A --published 2020 --text"
    for file in ("elsewhere.txt", "../../etc/passwd", "data", "nowhere.txt"):
        before = held(record)
        done = add(f"{line} {file}")
        assert (done.returncode, done.stdout, held(record)) == (2, "", before)
        assert file in done.stderr


def test_an_event_has_its_roles_and_figures(add: Run, record: Path) -> None:
    done = add(
        'event "Shots at the landing" --when 2020-03-03 --place Stillwater --who "perpetrator=river front"'
        ' --who victim=council --who victim=upland --figure "boats sunk=>2" --evidence "wire p2" --note "as told"'
    )
    assert (done.returncode, done.stdout) == (0, "Added shots-at-the-landing (events.yaml:2).\n"), done.stderr
    event = load(str(record)).dataset.events["shots-at-the-landing"]
    assert event.who == (("perpetrator", ("river-front",)), ("victim", ("northern-council", "upland-league")))
    assert [(one.unit, one.figure) for one in event.figures] == [("boats sunk", ">2")]
    assert (event.evidence[0].places, event.note) == (("wire:p2",), "as told")


def test_several_ties_share_one_evidence(add: Run, record: Path) -> None:
    before = held(record)["relations.yaml"]
    done = add(
        'relation "Upland League" distrust "Northern Council" --and "Northern Council distrusted-by River Front"'
        ' --and "river-front threat northern-council" --evidence "wire p3" --as-of 2020'
    )
    assert done.stdout.splitlines() == [
        "Added upland-league.distrust.northern-council (relations.yaml:31).",
        "Added river-front.distrust.northern-council (relations.yaml:32).",
        "Added river-front.threat.northern-council (relations.yaml:33).",
    ]
    rows = put(before, held(record)["relations.yaml"])
    assert len(rows) == 3
    assert all(row.endswith("as-of: 2020, evidence: wire p3}") for row in rows)


def test_one_faulty_tie_of_several_keeps_all_out(add: Run, record: Path) -> None:
    before = held(record)
    done = add('relation front threat council --and "front threat front" --evidence "wire p3"')
    assert (done.returncode, done.stdout, held(record)) == (1, "", before)
    assert 'error: "river-front" stands at both ends' in done.stderr
    again = add('relation front threat council --and "council threatened-by front" --evidence "wire p3"')
    assert (again.returncode, held(record)) == (1, before)
    assert 'a second relation has the id "river-front.threat.northern-council"' in again.stderr


WRONG = {
    'relation front emnity council --evidence "wire p3"': 'error: no relation type "emnity"',
    'relation front threat council --evidence "wire p3" --when 2020-2021': "error:",
    'relation front threat council --evidence "wire p3" --when 2035': "begins after its source was published",
    'relation front threat council --evidence "wire p3" --means arms': "takes no means",
    'relation front threat council --evidence "wire p99"': 'there is no "p99"',
    'relation front threat council --evidence "wire p3" --quote "not in it at all"': "is not in p3 of wire",
    'relation front threat council --evidence "wire p3" --stance likes': 'no stance "likes"',
    'relation front threat council --evidence "wire p3" --id "A b"': '"A b" is not an id',
    "source Diary --title D --author A --published 2020": '"Diary" is not an id',
    "source diary --title D --author A --published May": "error:",
    'event Fire --who "arsonist=front"': 'no role "arsonist"',
    'event Fire --figure "boats=many"': '"many" is not a figure',
}


@pytest.mark.parametrize("line", WRONG)
def test_what_would_bring_an_error_is_shown_as_check_shows_it_and_not_written(
    add: Run, record: Path, line: str
) -> None:
    before = held(record)
    done = add(line)
    assert (done.returncode, done.stdout, held(record)) == (1, "", before)
    assert WRONG[line] in done.stderr
    assert "^" in done.stderr
    assert done.stderr.endswith("into the record. Nothing was changed.\n")


NOT_MEANT = {
    "actor Foo": "Missing: --kind. Try: actorgraph add actor --help",
    "relation front": "Missing: TYPE, TO. Try: actorgraph add relation --help",
    "source x": "Missing: --title, --published, --author or --publisher.",
    "actor Foo --kind armed": "Nearest: armed-forces or armed-group.",
    "relation frnot threat council": 'No actor "frnot".',
    "relation nobody-of-note threat council": "A new one: actorgraph add actor nobody-of-note --kind KIND",
    "relation front threat council --evidence 'wier p3'": 'No source "wier". Nearest: wire.',
    "relation front threat council --evidence 'wire p3 p4'": "Several places are joined",
    "relation front threat council --evidence 'wire p3 council doubts' --says front": "says it already: leave --says out",
    "relation front threat council --evidence 'wire p3' --says nobody": 'No voice or actor "nobody".',
    "relation front threat council --evidence 'wire p3' --evidence 'wire p4' --gist x": "--gist belongs to one item",
    "relation front threat council --and 'front council'": "holds no type of tie",
    "relation front threat council --id a --and 'front distrust council'": "Add them one by one",
    "evidence front.threat.council 'wire p3'": "No relation says",
    "evidence nothing 'wire p3'": 'No relation has the id "nothing".',
    "actor حركة --kind party": "no letter a to z and no digit to make an id of",
    "event Fire --who front": "has no `=` between two parts",
    "actor Foo --kind party --data nowhere": 'No data set in "nowhere"',
}


@pytest.mark.parametrize("line", NOT_MEANT)
def test_a_line_that_can_not_be_meant_is_told_what_to_type(add: Run, record: Path, line: str) -> None:
    before = held(record)
    done = add(line)
    assert (done.returncode, done.stdout, held(record)) == (2, "", before)
    assert NOT_MEANT[line] in done.stderr


def test_a_dry_run_shows_the_difference_and_writes_nothing(add: Run, record: Path) -> None:
    before = held(record)
    done = add("actor Islanders --kind community --dry-run")
    assert (done.returncode, held(record)) == (0, before)
    assert [line for line in done.stdout.splitlines() if line[0] in "+-"] == [
        "--- actors.yaml",
        "+++ actors.yaml",
        "+  islanders: {name: Islanders, kind: community}",
    ]


NEAR = ('actor "River Fornt" --kind party', 'actor Uplands --kind party --alias "Upland Leage"',
        'voice "The Northern Council" --kind official --id nc', 'actor "Deltawire" --kind media',
        'source two --title "Shots at the Stillwater Landing" --author A --published 2020')  # fmt: skip


@pytest.mark.parametrize("line", NEAR)
def test_what_is_near_is_shown_first_and_added_on_request(add: Run, record: Path, line: str) -> None:
    before = held(record)
    done = add(line)
    assert (done.returncode, done.stdout, held(record)) == (2, "", before)
    assert done.stderr.startswith("There is one whose name is near:\n  ")
    assert done.stderr.endswith("If it is another one, add it all the same: --anyway\n")
    again = add(line, "--anyway")
    # Of two that bear one name to the letter the check has the last word.
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("name", ["Ferry Guild", "RF", "Council of the South", "1st Front", "River Guard"])
def test_other_names_are_added_without_a_word(add: Run, name: str) -> None:
    assert add("actor --kind party", name).stderr == "Written: actors.yaml.\n"


def test_names_that_differ_in_a_number_are_two(add: Run) -> None:
    assert add('actor "9th Brigade" --kind armed-group').returncode == 0
    assert add('actor "8th Brigade" --kind armed-group').returncode == 0


def test_an_id_that_is_taken_is_told_with_its_place(add: Run, record: Path) -> None:
    done = add("voice X --kind media --id river-front")
    assert done.returncode == 2
    assert 'The id "river-front" is taken, by River Front (actors.yaml:4).' in done.stderr
    assert add('source river-front --title "River front news" --author A --published 2020').returncode == 0


def test_a_tie_that_is_there_gets_evidence_instead_of_a_twin(add: Run, record: Path) -> None:
    before = held(record)
    done = add('relation council attacked-by front --when 2020-03 --evidence "monitors p1"')
    assert (done.returncode, done.stdout, held(record)) == (2, "", before)
    assert done.stderr == (
        "river-front.attack.northern-council is there already (relations.yaml:4).\n"
        "Another voice or place for it: actorgraph add evidence river-front.attack.northern-council 'monitors p1'\n"
        "A claim of its own beside it, or a second spell: --id ID\n"
    )
    # The line that it names does what it says.
    again = add("evidence river-front.attack.northern-council 'monitors p1'")
    assert (again.returncode, again.stdout) == (
        0,
        "Added to river-front.attack.northern-council (relations.yaml:4).\n",
    )
    assert put(before["relations.yaml"], held(record)["relations.yaml"]) == ["      - monitors p1"]


def test_another_spell_of_a_tie_takes_an_id_of_its_own(add: Run, record: Path) -> None:
    line = 'relation front attack council --when 2010 --evidence "monitors p1"'
    done = add(line)
    assert done.returncode == 2
    assert "is there already, for another time (relations.yaml:4)" in done.stderr
    given = done.stderr.rsplit("--id ", 1)[1].strip()
    again = add(f"{line} --id {given}")
    assert (again.returncode, again.stdout) == (0, f"Added {given} (relations.yaml:31).\n")


def test_evidence_goes_to_a_tie_named_in_words_and_a_single_item_becomes_a_list(
    add: Run, record: Path
) -> None:
    before = held(record)["relations.yaml"]
    done = add('evidence "the league cooperation front" "courier p3" --gist "boats lent" --as-of 2020-03')
    assert (done.returncode, done.stdout) == (
        0,
        "Added to river-front.cooperation.upland-league (relations.yaml:30).\n",
    )
    old, new = (text.splitlines()[29] for text in (before, held(record)["relations.yaml"]))
    item = "{source: courier, at: p3, as-of: 2020-03, gist: boats lent}"
    assert new == old.replace("evidence: {", "evidence: [{").removesuffix("}") + f", {item}]}}"
    row = load(str(record)).dataset.by_id["river-front.cooperation.upland-league"]
    assert [(one.source, one.at, one.gist) for one in row.evidence][1] == ("courier", ("p3",), "boats lent")


def test_windows_line_ends_and_a_missing_last_one_stay(add: Run, record: Path) -> None:
    path = record / "actors.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").rstrip())
    before = path.read_bytes()
    add('actor "Ferry Guild" --kind company')
    assert path.read_bytes() == before + b"\r\n  ferry-guild: {name: Ferry Guild, kind: company}"


def test_a_record_split_into_files_gets_it_in_the_last_one(add: Run, record: Path) -> None:
    (record / "relations").mkdir()
    (record / "relations.yaml").rename(record / "relations" / "a.yaml")
    (record / "relations" / "b.yaml").write_text("relations: []  # the second part\n")
    done = add('relation front threat council --and "front distrust council" --evidence "wire p4"')
    assert (done.returncode, done.stderr) == (0, "Written: relations/b.yaml.\n")
    text = (record / "relations" / "b.yaml").read_text()
    assert text.startswith("relations:  # the second part\n  - from: river-front\n")
    assert text.count("- from:") == 2


def test_the_shipped_record_is_not_written_to(actorgraph: Run) -> None:
    done = actorgraph("add", "actor", "Foo", "--kind", "party")
    assert (done.returncode, done.stderr.splitlines()[1]) == (2, "Or begin one: actorgraph init")


@pytest.mark.slow
def test_from_an_empty_folder_to_an_answer(actorgraph: Run, tmp_path: Path) -> None:
    for line in (
        "init",
        'add source report --title "Who runs the port" --author "Jane Doe" --published 2026-03',
        'add actor "River Front" --kind armed-group --alias RF',
        'add actor "Northern Council" --kind government',
        "add voice residents --kind unnamed",
        'add relation RF enmity Council --when 2019/.. --evidence "report p3" --and "Council sanctions RF"',
        'add evidence "RF enmity Council" "report p4 residents doubts"',
        'add event "Fire at the quay" --when 2025-05 --who victim=RF --evidence "report p5"',
        "check --strict",
        "fmt --check",
        "show RF",
    ):
        done = actorgraph(*shlex.split(line))
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert "Northern Council" in done.stdout
    first = (tmp_path / "relations.yaml").read_text().partition("relations:\n")[2]
    assert first == (
        "  - from: river-front\n    type: enmity\n    to: northern-council\n    when: 2019/..\n"
        "    evidence:\n      - report p3\n      - report p4 residents doubts\n"
        "  - from: northern-council\n    type: sanctions\n    to: river-front\n    when: 2019/..\n"
        "    evidence: report p3\n"
    )


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('evidence "front attack council" "wire p4" --stance denies', "disputes"),
        ('evidence "front attack council" "wire p4 council denied"', "disputes"),
        ('evidence "front attack council" "wire p4" --stance rejects', "disputes"),
        ('evidence "front attack council" "wire p4" --stance asserted', "supports"),
        ('actor "Delta Army" --kind army', "armed-forces"),
        ('actor "Delta Army" --kind military', "armed-forces"),
        ("actor Delta --kind country", "state"),
        ('actor "Delta Rebels" --kind rebels', "armed-group"),
        ('relation front campaign council --evidence "wire p4"', "military-campaign"),
        ('relation front captured council --evidence "wire p4"', "attack"),
        ('relation front zigzag council --evidence "wire p4"', "actorgraph explain hostile"),
    ],
)
def test_an_everyday_word_is_told_the_nearest_by_meaning(
    add: Run, record: Path, line: str, meant: str
) -> None:
    before = held(record)
    done = add(line)
    assert done.returncode in (1, 2)
    assert meant in done.stderr
    assert "campaigned-against-by" not in done.stderr
    assert held(record) == before


def test_an_actor_that_is_there_is_told_before_another_id_is_asked_for(add: Run) -> None:
    done = add('actor "River Front" --kind party')
    assert done.returncode == 2
    first, *rest = done.stderr.splitlines()
    assert first == "River Front is in the record already: river-front (actors.yaml:4)."
    assert "actorgraph rename river-front --alias NAME" in rest[0]


@pytest.mark.parametrize(
    ("there", "new"),
    [
        ("M23", "March 23 Movement"),
        ("March 23 Movement", "M23"),
        ("FDLR", "Hutu FDLR"),
        ("Hutu FDLR", "FDLR"),
    ],
)
def test_a_name_and_what_it_is_cut_down_to_are_shown(add: Run, there: str, new: str) -> None:
    assert add("actor --kind armed-group", there).returncode == 0
    done = add("actor --kind armed-group", new)
    assert done.returncode == 2
    assert f"  {there} (actor)" in done.stderr


def test_a_segment_is_not_held_against_its_whole(add: Run) -> None:
    assert add("actor FDLR --kind armed-group").returncode == 0
    assert add('actor "FDLR commanders" --kind segment --of FDLR').returncode == 0


def test_what_to_write_is_told_as_it_is_typed_on_the_line(add: Run) -> None:
    done = add("actor Boatmen --kind segment")
    assert done.returncode == 1
    assert "          --of ...\n" in done.stderr
    assert done.stderr.startswith("As it would stand in the file; nothing was written:\n")
    done = add('relation front threat council --extent clos --evidence "wire p4"')
    assert "          --extent close\n" in done.stderr


@pytest.mark.parametrize(
    "line", ['relation front threat council --evidence "p4"', 'evidence "front attack council" 4']
)
def test_a_place_without_a_source_is_asked_for_its_source(add: Run, line: str) -> None:
    done = add(line)
    assert done.returncode == 2
    assert "is a place. Which source? Such as: wire " in done.stderr
