"""What show and list say of a small record: real processes, at 80 columns in a pipe."""

import json
import os
import subprocess
import sys

import pytest

FILES = {
    "dataset.yaml": "format: 1\ntitle: A small record\n",
    "actors.yaml": """actors:
  red: {name: Red Front, kind: armed-group}
  wing: {name: Red Wing, kind: faction}
  blue: {name: Blue League, kind: armed-group}
  town: {name: the townspeople, kind: community}
""",
    "sources.yaml": """voices:
  press: {name: press reports, kind: unnamed}
sources:
  ann: {title: A report, author: Ann Author, published: 2020-05}
  bob: {title: Another, author: Bob Writer, published: 2022-03}
""",
    "relations.yaml": """relations:
  - {from: red, type: sees-as-enemy, to: blue, as-of: 2020, evidence: ann p2}
  - {from: red, type: military-campaign, to: blue, when: 2015/2018, evidence: ann p3}
  - {from: red, type: attack, to: town, when: 2017, evidence: bob p4}
  - {from: wing, type: part-of, to: red, evidence: ann p5}
  - {from: wing, type: collaboration, to: blue, evidence: [bob p6, ann p7 press doubts]}
""",
}


@pytest.fixture
def ask(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "actorgraph", *words, "--data", str(tmp_path)]
        env = {**os.environ, "COLUMNS": "200"}
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=False)

    return run


def test_a_page_is_80_columns_and_holds_each_tie_with_its_source_and_place(ask) -> None:
    done = ask("show", "Red Front")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    for place in ("1 p2", "1 p3", "2 p4", "1 p5"):
        assert any(line.rstrip().endswith(place) for line in lines), place
    assert "2015 to 2018" in done.stdout


def test_people_are_listed_apart_from_parties(ask) -> None:
    page = ask("show", "red").stdout
    assert page.index("people, listed and never counted") < page.index("townspeople", page.index("TIES"))


def test_a_contested_tie_names_who_asserts_and_who_doubts(ask) -> None:
    page = " ".join(ask("show", "Red Wing").stdout.split())
    assert "contested" in page
    assert "asserted by Bob Writer" in page
    assert "doubted by press reports" in page


def test_the_ties_of_a_whole_are_not_passed_down(ask) -> None:
    page = ask("show", "Red Wing").stdout
    assert page.index("Red Wing stands") > page.index("NOT PASSED DOWN")


def test_a_day_sorts_ties_by_what_their_dates_say_of_it(ask) -> None:
    page = ask("show", "red", "--on", "2016").stdout
    assert page.index("CERTAINLY") < page.index("p3") < page.index("NOT KNOWN") < page.index("p2")
    assert page.index("CERTAINLY NOT") < page.index("p4")


def test_what_came_out_later_is_hidden_and_counted(ask) -> None:
    page = ask("show", "red", "--known-by", "2021").stdout
    assert "townspeople" not in page
    assert "1 tie of Red Front hidden by the lens" in page


def test_json_holds_the_statements_and_how_many_errors_the_data_have(ask) -> None:
    found = json.loads(ask("show", "red", "--format", "json").stdout)
    assert found["errors"] == 0
    own = [one for one in found["show"]["statements"] if one["actor"] == "red"]
    assert {one["at"] for one in own} == {"p2", "p3", "p4", "p5"}


def test_an_unknown_name_is_answered_with_the_nearest_and_nothing_else(ask) -> None:
    done = ask("show", "Blue Leage")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Nearest: Blue League" in done.stderr


def test_an_ambiguous_beginning_lists_its_bearers(ask) -> None:
    done = ask("show", "Red")
    assert done.returncode == 0, "the id red is exact"
    done = ask("show", "Red-")
    assert done.returncode == 0
    done = ask("show", "re")
    assert done.returncode == 2
    assert "Red Front" in done.stderr
    assert "Red Wing" in done.stderr


def test_actors_are_listed_by_kind_with_their_ties(ask) -> None:
    page = ask("list", "actors", "--kind", "armed-group").stdout
    assert "townspeople" not in page
    assert page.index("Red Front") < page.index("Red Wing")


def test_an_error_leaves_its_record_out_and_is_told_first(ask, tmp_path) -> None:
    broken = FILES["relations.yaml"].replace("when: 2017", "when: c. 2017")
    (tmp_path / "relations.yaml").write_text(broken, encoding="utf-8")
    done = ask("show", "red")
    assert "1 error in the data, 1 record left out" in done.stderr
    assert "townspeople" not in done.stdout
    check = ask("check")
    assert check.returncode == 1
    assert "when: 2017~" in check.stdout
    refused = ask("show", "red", "--strict")
    assert (refused.returncode, refused.stdout) == (1, "")


@pytest.mark.parametrize("name", ["red.txt", "red.md", "red.json"])
def test_what_an_error_keeps_out_is_told_in_the_file_too(ask, tmp_path, name: str) -> None:
    ask("show", "red", "-o", str(tmp_path / name))
    assert "ot in this answer" not in (tmp_path / name).read_text(encoding="utf-8")
    broken = FILES["relations.yaml"].replace("when: 2017", "when: c. 2017")
    (tmp_path / "relations.yaml").write_text(broken, encoding="utf-8")
    ask("show", "red", "-o", str(tmp_path / name))
    told = " ".join((tmp_path / name).read_text(encoding="utf-8").split())
    line = 1 + next(n for n, words in enumerate(broken.splitlines()) if "c. 2017" in words)
    assert f"relations.yaml:{line}" in told
    if name.endswith(".json"):
        assert '"left-out": 1' in told
    else:
        assert "Not in this answer: 1 record left out for 1 error in the data" in told
        assert "actorgraph check" in told
