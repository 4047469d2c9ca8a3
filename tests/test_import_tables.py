"""Tables of people come in by a mapping: what a cell means is said, what is left behind is told."""

import csv
import zipfile
from pathlib import Path

import openpyxl
import pytest

from actorgraph import loading
from importing import within

MAP = """\
source: {id: sheet, title: A register, author: Desk, published: 2022}
table: relations
from: Group A
to: Group B
type: {column: Relationship, values: {ally: alliance, rival: rivalry}}
kind: {is: armed-group}
when: Start/End
"""
TIES = """\
Group A,Group B,Relationship,Start,End,Strength
Reds,Blues,rival,2001,2003,3
Reds,Greens,ally,2004,,
Greens,reds,ally,2004,,
"""


@pytest.fixture
def run(tmp_path: Path):
    return within(tmp_path)


@pytest.fixture
def put(tmp_path: Path, run):
    """Import a table of that text with that mapping."""

    def imported(text: str | bytes, mapping: str = MAP, *more: str):
        data = text.encode() if isinstance(text, str) else text
        (tmp_path / "ties.csv").write_bytes(data)
        (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
        return run("import", "table", "ties.csv", "--map", "map.yaml", *more)

    return imported


def test_a_row_becomes_a_tie_cited_by_its_number(put) -> None:
    done = put(TIES)
    assert done.returncode == 0, done.stderr
    assert "- {from: reds, type: rivalry, to: blues, when: 2001/2003, evidence: sheet r2}" in done.stdout
    assert '1  cells of the column "Strength": the mapping does not name it' in done.stderr


def test_a_tie_stated_from_both_ends_is_one_with_two_places(put) -> None:
    done = put(TIES)
    assert "- {from: reds, type: alliance, to: greens, when: 2004/, evidence: sheet r3+r4}" in done.stdout


def test_without_a_mapping_one_is_offered_and_nothing_imported(put, run, tmp_path: Path) -> None:
    put(TIES)
    done = run("import", "table", "ties.csv")
    assert done.returncode == 2
    assert "Nothing was imported" in done.stderr
    filled = done.stdout.replace("author:", "author: Desk").replace("published:", "published: 2022")
    (tmp_path / "offered.yaml").write_text(filled, encoding="utf-8")
    done = run("import", "table", "ties.csv", "--map", "offered.yaml")
    assert done.returncode == 0, done.stderr
    assert "type: rivalry, to: blues, when: 2001/2003" in done.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TIES.encode(),
        TIES.replace(",", ";").encode(),
        TIES.replace(",", "\t").replace("\n", "\r\n").encode(),
        TIES.encode("utf-16"),
        TIES.replace("Blues", "B" + "lues").encode("cp1252"),
    ],
    ids=["mark", "semicolons", "tabs", "utf-16", "ascii"],
)
def test_a_table_reads_the_same_however_it_was_saved(put, data: bytes) -> None:
    assert put(data).stdout == put(TIES).stdout


def test_letters_of_windows_are_read_and_told(put) -> None:
    done = put(TIES.replace("Blues", "Bléus").encode("cp1252"))
    assert "name: Bléus" in done.stdout
    assert "file that is not UTF-8" in done.stderr


def test_a_row_with_a_cell_too_many_is_left_out_with_its_number(put) -> None:
    done = put(TIES + "Reds,Blues, and others,ally,2001,,\n" + "Reds,Whites,ally\n")
    assert "rows with more cells than headings" in done.stderr
    assert "along (r5)" in done.stderr
    assert "to: whites" in done.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TIES + '"Reds,Blues\n', "a quote that is not closed"),
        (TIES.encode() + b"\0", "is zero"),
        ("", "it is empty"),
        (TIES.replace("Group B", "Group A"), 'two columns "Group A"'),
        (TIES.replace("Group B", "Side B"), 'no column "Group B"'),
    ],
    ids=["quote", "zero", "empty", "twice", "missing"],
)
def test_a_table_that_cannot_be_read_is_told_in_a_line(put, text: str | bytes, said: str) -> None:
    done = put(text)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (MAP.replace("from:", "form:"), "from: Group A"),
        (MAP.replace("rival: rivalry", "rival: "), 'does not say what "rival" means'),
        (MAP.replace("title: A register, ", ""), "title"),
        (MAP.replace("kind: {is: armed-group}\n", ""), "what the actors are"),
        ("- a\n", "field: column"),
    ],
    ids=["slip", "no meaning", "no title", "no kind", "list"],
)
def test_a_mapping_with_a_fault_is_told_what_to_write(put, mapping: str, said: str) -> None:
    done = put(TIES, mapping)
    assert done.returncode == 2
    assert said in done.stderr
    assert not done.stdout


def test_a_word_without_a_meaning_leaves_its_rows_out(put) -> None:
    done = put(TIES + "Reds,Whites,mentor,,,\n")
    assert 'does not list, in "Relationship": "mentor"' in " ".join(done.stderr.split())
    assert "whites" not in done.stdout


def test_a_date_that_can_be_read_two_ways_is_a_problem_until_the_mapping_says_which(put) -> None:
    table = TIES.replace("2001,2003", "03/04/2001,04/04/2003")
    done = put(table)
    assert done.returncode == 1
    assert "not a date" in done.stderr
    assert "2001-04-03/2003-04-04" in put(table, MAP + "dates: day first\n").stdout


def test_signs_are_mapped_to_types_however_they_are_typed(put) -> None:
    mapping = MAP.replace("{ally: alliance, rival: rivalry}", "{1: alliance, -1: rivalry}")
    done = put(TIES.replace("rival", "-1.0").replace("ally", "+1"), mapping)
    assert "type: rivalry, to: blues" in done.stdout
    assert "type: alliance, to: greens" in done.stdout


def test_formulas_in_cells_come_in_as_text_that_no_terminal_runs(put) -> None:
    done = put(TIES + '"=HYPERLINK(""x"")",\x1b[31mEvil,rival,,,\n')
    assert "\x1b" not in done.stdout + done.stderr


def test_actors_of_a_table_have_names_kinds_and_ids_of_registers(run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Code,Name,Type,Aka,QID\n7,Reds,rebels,Red Army; RA,Q1\n,,,,\n7,Twice,rebels,,\n"
    )
    (tmp_path / "map.yaml").write_text(
        "source: {id: s, title: S, author: A, published: 2022}\ntable: actors\nkey: Code\nname: Name\n"
        "kind: {column: Type, values: {rebels: armed-group}}\naliases: {column: Aka, split: ';'}\nwikidata: QID\n"
    )
    done = run("import", "table", "a.csv", "--map", "map.yaml")
    assert "reds:\n    name: Reds\n    aliases: [Red Army, RA]\n    kind: armed-group" in done.stdout or (
        "reds: {name: Reds, aliases: [Red Army, RA], kind: armed-group" in done.stdout
    )
    assert "rows of an actor that an earlier row has" in done.stderr


# -- into a data set


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_into_a_new_folder_it_makes_a_data_set_that_passes_check(put, tmp_path: Path) -> None:
    assert put(TIES, MAP, "--into", "new").returncode == 0
    found = loading.load(str(tmp_path / "new"))
    assert not found.problems
    assert [row.id for row in found.dataset.relations] == ["blues.rivalry.reds", "greens.alliance.reds"]


def test_the_same_table_twice_changes_nothing(put, tmp_path: Path) -> None:
    put(TIES, MAP, "--into", "new")
    before = files(tmp_path / "new")
    done = put(TIES, MAP, "--into", "new")
    assert "Nothing to write" in done.stderr
    assert files(tmp_path / "new") == before


def test_what_differs_is_listed_and_overwritten_only_when_asked(put, tmp_path: Path) -> None:
    put(TIES, MAP, "--into", "new")
    before = files(tmp_path / "new")
    changed = TIES.replace("2001,2003", "2001,2005") + "Reds,Whites,ally,,,\n"
    done = put(changed, MAP, "--into", "new")
    assert done.returncode == 2
    assert "Differ (relations): blues.rivalry.reds" in done.stderr
    assert files(tmp_path / "new") == before
    assert put(changed, MAP, "--into", "new", "--replace").returncode == 0
    after = (tmp_path / "new" / "relations.yaml").read_text()
    assert "2001/2005" in after
    assert "2001/2003" not in after
    assert "whites" in after


def test_an_error_in_the_outcome_writes_nothing(put, tmp_path: Path) -> None:
    put(TIES, MAP, "--into", "new")
    before = files(tmp_path / "new")
    done = put(TIES + "Reds,Whites,ally,sometime,,\n", MAP, "--into", "new")
    assert done.returncode == 1
    assert "not a date" in done.stderr
    assert files(tmp_path / "new") == before


def test_an_end_that_the_record_knows_by_another_name_is_that_actor_and_told(put, tmp_path: Path) -> None:
    put(TIES, MAP, "--into", "new")
    actors = tmp_path / "new" / "actors.yaml"
    actors.write_text(actors.read_text().replace("name: Reds", "name: Red Army, aliases: [The Scarlets]"))
    done = put("Group A,Group B,Relationship,Start,End\nthe scarlets,Whites,ally,,\n", MAP, "--into", "new")
    assert '"the scarlets" is reds' in " ".join(done.stderr.split())
    assert "{from: reds, type: alliance, to: whites" in (tmp_path / "new" / "relations.yaml").read_text()


def test_an_actor_of_a_table_with_a_name_of_another_is_told_as_a_possible_duplicate(
    put, run, tmp_path: Path
) -> None:
    put(TIES, MAP, "--into", "new")
    (tmp_path / "a.csv").write_text("id,name\nred-army,REDS\n")
    (tmp_path / "m.yaml").write_text(
        "source: {id: s, title: S, author: A, published: 2022}\ntable: actors\nid: id\nname: name\nkind: {is: state}\n"
    )
    done = run("import", "table", "a.csv", "--map", "m.yaml", "--into", "new")
    assert 'Possible duplicate: red-army is called "REDS", as reds is.' in done.stderr
    assert done.returncode == 1
    with (tmp_path / "m.yaml").open("a") as file:
        file.write("same: {red-army: reds}\n")
    done = run("import", "table", "a.csv", "--map", "m.yaml", "--into", "new")
    assert done.returncode == 0, done.stderr


# -- workbooks


@pytest.fixture
def book(tmp_path: Path, run):
    """Import a workbook made by a function."""

    def imported(fill, mapping: str = MAP):
        made = openpyxl.Workbook()
        fill(made.active)
        made.save(tmp_path / "t.xlsx")
        (tmp_path / "map.yaml").write_text(mapping)
        return run("import", "table", "t.xlsx", "--map", "map.yaml")

    return imported


def rows(sheet, *more: list) -> None:
    for row in (*csv.reader(TIES.splitlines()), *more):
        sheet.append(row)


def test_a_sheet_reads_as_the_same_table_in_text(put, book) -> None:
    assert book(rows).stdout == put(TIES).stdout


def test_days_numbers_merged_cells_formulas_and_errors_of_a_sheet(book) -> None:
    import datetime

    def fill(sheet) -> None:
        sheet.append(["Register of ties"])
        sheet.append(["Group A", "Group B", "Relationship", "Start", "End", "Strength"])
        sheet.append(["Reds", "Blues", "rival", datetime.datetime(2001, 2, 3), 2003.0, "=1+1"])  # noqa: DTZ001
        sheet.append([None, "Greens", "ally", 2004, None, None])
        sheet.merge_cells("A3:A4")
        sheet.append(["Reds", "Whites", "#N/A"])

    done = book(fill, MAP + "header: 2\n")
    assert "to: blues, when: 2001-02-03/2003, evidence: sheet r3" in done.stdout
    assert "{from: reds, type: alliance, to: greens, when: 2004/, evidence: sheet r4}" in done.stdout
    told = " ".join(done.stderr.split())
    assert "formulas without a stored value" in told
    assert "in it (A3:A4)" in told
    assert "such as #N/A: taken for empty (C5)" in told
    assert "rows without a type of tie" in told


def packed(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)


def test_a_workbook_that_unpacks_to_too_much_is_refused_unread(book, run, tmp_path: Path) -> None:
    book(rows)
    packed(tmp_path / "t.xlsx", "xl/media/zeros.bin", bytes(32 * 2**20))
    done = run("import", "table", "t.xlsx", "--map", "map.yaml")
    assert done.returncode == 2
    assert "as no workbook does" in done.stderr


def test_entities_in_a_workbook_are_refused(book, run, tmp_path: Path) -> None:
    book(rows)
    packed(tmp_path / "t.xlsx", "xl/evil.xml", b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')
    done = run("import", "table", "t.xlsx", "--map", "map.yaml")
    assert done.returncode == 2
    assert "declares entities" in done.stderr


def test_what_is_no_workbook_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("a,b\n")
    (tmp_path / "map.yaml").write_text(MAP)
    done = run("import", "table", "t.xlsx", "--map", "map.yaml")
    assert done.returncode == 2
    assert "is no workbook" in done.stderr


@pytest.mark.slow
def test_a_table_of_a_million_rows_ends_in_a_clear_error(put) -> None:
    import resource

    rows = "".join(f"g{n},h{n},ally,,,\n" for n in range(1_000_000))
    done = put("Group A,Group B,Relationship,Start,End,Strength\n" + rows)
    assert done.returncode == 2
    assert "More than 200,000 records" in done.stderr
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_000_000, "in KiB"
