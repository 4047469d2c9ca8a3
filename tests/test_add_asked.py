"""Adding by asking: on a terminal, one question a field, completed at Tab, and nothing written until a yes."""

import shutil
import sys
from pathlib import Path

import pytest

from actorgraph.loading import load

if sys.platform == "win32":
    pytest.skip("there are no terminals of this kind", allow_module_level=True)

from sitting import Asked

pytestmark = pytest.mark.slow
QUOTES = Path(__file__).resolve().parent.parent / "examples" / "quotes"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    shutil.copytree(QUOTES, tmp_path / "data")
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "data").glob("*.yaml"))}


def test_an_actor_is_asked_for_field_by_field(record: Path) -> None:
    with Asked(record, "add", "actor") as asked:
        asked.answers(
            ("Name: ", "Ferry Guild"),
            ("Kind: ", "compny"),
            ("Nearest: company", ""),
            ("It is needed.", "company"),
            ("Other names, joined by ; (Enter: none): ", "FG; the Guild"),
        )
        shown = asked.sees("Write it? [Y/n] ")
        assert (
            "  ferry-guild:\n    name: Ferry Guild\n    aliases: [FG, the Guild]\n    kind: company\n"
            in shown
        )
        asked.types("\n")
        assert asked.ends() == 0
    assert "ferry-guild: {name: Ferry Guild, aliases: [FG, the Guild], kind: company}" in (
        held(record)["actors.yaml"].decode()
    )


def test_what_stands_on_the_line_is_not_asked_for(record: Path) -> None:
    with Asked(record, "add", "actor", "Ferry Guild", "--kind", "company") as asked:
        assert asked.ends() == 0
    assert "Name:" not in asked.screen
    assert "Write it?" not in asked.screen


def test_tab_completes_names_kinds_and_types(record: Path) -> None:
    with Asked(record, "add", "relation") as asked:
        asked.sees("From: ")
        asked.types("river fr\t")
        asked.sees("River Front")
        asked.types("\n")
        asked.sees("Type (? lists them): ")
        asked.types("seeks-to-t\t\n")
        asked.answers(
            ("To: ", "council"),
            ("Evidence: source and place, such as report p3 (Enter: none): ", "wire p99x7 p3"),
            ("has 3 words", "wire p4"),
            ("Who says so (Enter: its author, Delta Wire): ", "northern counsil"),
            ("Nearest: Northern Council", "Northern Council"),
            ("Stance (Enter: supports): ", "suggests"),
            ("2019/2021 (Enter: none): ", "May 2020"),
            ("Write instead: 2020-05", ""),
            ("Or when it is seen: 2021, 2017/2021 (first and last) (Enter: none): ", ""),
            ("What it says, in your own words (Enter: none): ", "it wants them gone"),
            ("Write it? [Y/n] ", "y"),
        )
        assert asked.ends() == 0, asked.screen
    row = load(str(record / "data")).dataset.by_id["river-front.seeks-to-topple.northern-council"]
    assert [(one.source, one.at, one.says, one.stance, one.gist) for one in row.evidence] == [
        ("wire", ("p4",), "northern-council", "suggests", "it wants them gone")
    ]


@pytest.mark.parametrize("keys", ["n\n", "Ctrl-C", "\x04"])
def test_a_no_or_giving_up_writes_nothing(record: Path, keys: str) -> None:
    before = held(record)
    with Asked(record, "add", "voice", "--kind", "unnamed") as asked:
        asked.answers(("Name: ", "residents"))
        asked.sees("Write it? [Y/n] ")
        if keys == "Ctrl-C":
            assert asked.gives_up() == 130
        else:
            asked.types(keys)
            assert asked.ends() in (2, 130)
    assert held(record) == before
    assert "Traceback" not in asked.screen


def test_a_near_name_needs_a_yes(record: Path) -> None:
    before = held(record)
    for keys, code in (("\n", 2), ("n\n", 2), ("y\n", 0)):
        with Asked(record, "add", "actor", "River Fornt", "--kind", "party") as asked:
            asked.sees("river-front  River Front (actor)")
            asked.sees("Add it all the same? [y/N] ")
            asked.types(keys)
            assert asked.ends() == code
        assert (held(record) == before) == bool(code)


def test_a_tie_that_is_there_is_offered_the_evidence(record: Path) -> None:
    line = (
        "add",
        "relation",
        "front",
        "attack",
        "council",
        "--evidence",
        "monitors p1",
        "--as-of",
        "2020-03",
    )
    before = held(record)
    with Asked(record, *line) as asked:
        asked.answers(("Add the evidence to it? [Y/n] ", "n"))
        assert asked.ends() == 2
    assert held(record) == before
    with Asked(record, *line) as asked:
        asked.sees("river-front.attack.northern-council is there already (relations.yaml:4).")
        asked.answers(("Add the evidence to it? [Y/n] ", ""))
        assert asked.ends() == 0
    after = held(record)["relations.yaml"].decode()
    assert (
        after.replace("      - {source: monitors, at: p1, as-of: 2020-03}\n", "")
        == before["relations.yaml"].decode()
    )


def test_with_no_input_nothing_is_asked(record: Path) -> None:
    with Asked(record, "add", "actor", "--no-input") as asked:
        assert asked.ends() == 2
    assert "Missing: NAME, --kind." in asked.screen


def test_a_source_and_an_event_and_evidence_are_asked_for(record: Path) -> None:
    with Asked(record, "add", "source") as asked:
        asked.answers(
            ("Id, such as mir-2021: ", "wire"),
            ('The id "wire" is taken', "diary"),
            ("Title: ", "A diary"),
            ("Author (Enter: none): ", ""),
            ("Publisher: ", "Hill Post"),
            ("Published, such as 2021-09: ", "2020-13"),
            ("Published, such as 2021-09: ", "2020-12"),
            ("Address (URL) (Enter: none): ", ""),
            ("File with its text (Enter: none): ", ""),
            ("Write it? [Y/n] ", ""),
        )
        assert asked.ends() == 0, asked.screen
    with Asked(record, "add", "event", "--who", "victim=council") as asked:
        asked.answers(
            ("Name: ", "Fire at the quay"),
            ("When, such as 2021-08-26 (Enter: none): ", "2020-11"),
            ("(Enter: none): ", "diary p2"),
            ("Who says so (Enter: its author, Hill Post): ", ""),
            ("Stance (Enter: supports): ", ""),
            ("What it says, in your own words (Enter: none): ", ""),
            ("Write it? [Y/n] ", ""),
        )
        assert asked.ends() == 0, asked.screen
    with Asked(record, "add", "evidence") as asked:
        asked.answers(
            ("Relation: ", "front attack council"),
            ("such as report p3: ", "diary p4"),
            ("Who says so (Enter: its author, Hill Post): ", "front"),
            ("Stance (Enter: supports): ", "disputes"),
            ("2019/2021 (Enter: none): ", "2020-03"),
            ("What it says, in your own words (Enter: none): ", "never did"),
        )
        shown = asked.sees("Write it? [Y/n] ")
        assert "river-front.attack.northern-council:" in shown
        assert "stance: disputes" in shown
        asked.types("\n")
        assert asked.ends() == 0, asked.screen
    found = load(str(record / "data"))
    assert [one for one in found.problems if one.severity == "error"] == []
    assert found.dataset.events["fire-at-the-quay"].who == (("victim", ("northern-council",)),)
    last = found.dataset.by_id["river-front.attack.northern-council"].evidence[-1]
    assert (last.places, last.says, last.stance, last.gist) == (
        ("diary:p4",),
        "river-front",
        "disputes",
        "never did",
    )


def test_evidence_that_was_asked_for_is_written_on_a_yes_only(record: Path) -> None:
    before = held(record)
    with Asked(record, "add", "evidence", "front attack council") as asked:
        asked.answers(
            ("such as report p3: ", "monitors p1 front disputes"),
            ("2019/2021 (Enter: none): ", "2020-03"),
            ("What it says, in your own words (Enter: none): ", ""),
            ("Write it? [Y/n] ", "n"),
        )
        assert asked.ends() == 2
    assert "Who says so" not in asked.screen
    assert held(record) == before


def test_who_took_part_in_an_event_is_asked(record: Path) -> None:
    with Asked(record, "add", "event") as asked:
        asked.answers(
            ("Name: ", "Fire at the quay"),
            ("When, such as 2021-08-26 (Enter: none): ", ""),
            ("such as perpetrator=River Front; target=Council (Enter: none): ", "attacker=front"),
            ('No role "attacker"', "perpetrator=front; victim=council"),
            ("such as report p3 (Enter: none): ", ""),
            ("Write it? [Y/n] ", ""),
        )
        assert asked.ends() == 0, asked.screen
    who = load(str(record / "data")).dataset.events["fire-at-the-quay"].who
    assert who == (("perpetrator", ("river-front",)), ("victim", ("northern-council",)))


def test_a_name_that_would_steer_the_terminal_is_not_offered_and_not_shown(record: Path) -> None:
    with (record / "data" / "actors.yaml").open("a") as file:
        file.write('  zz-hostile: {name: "Zz\\u202ehostile\\e]0;x", kind: party}\n')
    with Asked(record, "add", "relation") as asked:
        asked.sees("From: ")
        asked.types("zz\t\t")
        asked.sees("zz")
        assert asked.gives_up() == 130
    assert "\u202e" not in asked.screen
    assert "\x1b]0" not in asked.screen


def test_giving_up_says_that_nothing_is_written(record: Path) -> None:
    with Asked(record, "add", "actor") as asked:
        asked.sees("Name: ")
        assert asked.gives_up() == 130
    assert "Nothing is written." in asked.screen


def test_a_date_that_can_t_be_read_is_told_once_what_to_write(record: Path) -> None:
    with Asked(record, "add", "event") as asked:
        asked.answers(("Name: ", "Fire"), ("When, such as 2021-08-26 (Enter: none): ", "18 March 2013"))
        asked.sees("Write instead: 2013-03-18")
        asked.gives_up()
    assert "Write instead: Write instead:" not in asked.screen


def test_a_question_mark_lists_the_types_by_family(record: Path) -> None:
    with Asked(record, "add", "relation", "front") as asked:
        asked.answers(("Type (? lists them): ", "?"))
        asked.sees("hostile: enmity")
        asked.sees("cooperative: alliance")
        asked.gives_up()
