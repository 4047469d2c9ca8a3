"""The UCDP Actor Dataset and the tables of states: what each column becomes, and that no loss goes without a word."""

import re
from pathlib import Path

import pytest

import states
from actorgraph import loading
from actorgraph.formats import reading
from actorgraph.formats.losses import KINDS
from actorgraph.text import LONGEST_ID
from importing import within
from worlds import SHARED

pytestmark = pytest.mark.slow  # `make check` and CI run it; `make test` stays under a minute

UCDP = Path(SHARED) / "data" / "ucdp" / "ucdp-actor-221.csv"
FORMATS = Path(reading.__file__).parent
HEAD = (
    "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NameChange,NewName,NewNameFullMotherTongue,NewNameFullEng,"
    "Org,Splinter,NamePrev,ActorIdPrev,SplitTemp,ActorIdSplitTemp,Alliance,ActorIdAlliance,JoinGroup,ActorIdGroup,"
    "Location,Region,Version\n"
)
ROWS = (
    '1,Front,Old Front,n/a,Old Front of All,1,"Mid, Front",,"Middle Front, Front of All",1,0,,,0,,0,,0,,Land,3,22.1\n'
    "2,Splinter,Splinter,n/a,Splinter,0,,,,1,1,Front,1,0,,1,3,0,,Land,3,22.1\n"
    "3,Union,Union,n/a,Union,0,,,,1,0,,,0,,0,,1,99,,,22.1\n"
    "4,Front,Front,n/a,Front of the Sea,0,,,,3,0,,,0,,0,,0,,Sea,3,22.1\n"
)


@pytest.fixture
def run(tmp_path: Path):
    return within(tmp_path)


@pytest.fixture
def ucdp(run, tmp_path: Path):
    (tmp_path / "u.csv").write_text("\ufeff" + HEAD + ROWS)
    return run("import", "ucdp-actors", "u.csv", "--into", "u")


def test_actors_of_ucdp_have_their_number_and_the_names_they_gave_up(ucdp, tmp_path: Path) -> None:
    assert ucdp.returncode == 0, ucdp.stderr
    actors = loading.load(str(tmp_path / "u")).dataset.actors
    front = actors["front"]
    assert dict(front.ids) == {"ucdp": "1"}
    former = {one.name for one in front.aliases if one.kind == "former"}
    assert former == {"Old Front", "Old Front of All", "Mid", "Middle Front"}
    assert [one.name for one in front.aliases if one.kind == "full"] == ["Front of All"]
    assert actors["front-4"].kind == "community"
    assert front.shared, "two actors of the file bear the name"


def test_ties_of_ucdp_say_what_the_columns_say_and_no_more(ucdp, tmp_path: Path) -> None:
    rows = loading.load(str(tmp_path / "u")).dataset.relations
    assert [(row.from_, row.type, row.to, row.scope) for row in rows] == [
        ("splinter", "split-from", "front", ""),
        ("splinter", "joined", "union", "an alliance"),
    ]
    told = " ".join(ucdp.stderr.split())
    assert "ties to an actor without a row in the file 99" in told
    assert "3 cells of Region" in told


def test_another_table_is_not_taken_for_ucdp(run, tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text("a,b\n1,2\n")
    done = run("import", "ucdp-actors", "u.csv")
    assert done.returncode == 2
    assert "has no column ActorId" in done.stderr


@pytest.mark.skipif(not UCDP.exists(), reason="the UCDP Actor Dataset is not at hand (ACTORGRAPH_SHARED)")
def test_the_dataset_of_ucdp_goes_in_whole_and_passes_check(run, tmp_path: Path) -> None:
    done = run("import", "ucdp-actors", str(UCDP), "--into", "u")
    assert done.returncode == 0, done.stderr
    found = loading.load(str(tmp_path / "u"))
    assert len(found.dataset.actors) == 1725
    assert not [problem for problem in found.problems if problem.severity == "error"]
    assert done.stderr.count("an actor without a row in the") == 4, (
        "the faults of the source are told one by one"
    )
    assert run("check", "--data", "u").returncode == 0


ATOP = "ccode1,ccode2,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul,start,end\n"


@pytest.fixture
def pacts(run, tmp_path: Path):
    def imported(rows: str):
        (tmp_path / "atop.csv").write_text(ATOP + rows)
        done = run("import", "states", "atop.csv", "--into", "s")
        assert done.returncode == 0, done.stderr
        return done, loading.load(str(tmp_path / "s")).dataset.relations

    return imported


def test_a_pact_is_one_tie_of_its_heaviest_obligation(pacts) -> None:
    _, (row, *more) = pacts("1,2,1,0,0,1,0,1900,1910\n2,1,1,0,0,1,0,1900,1910\n")
    assert (row.type, row.scope, row.evidence[0].at) == (
        "defence-pact",
        "defence, non-aggression",
        ("r2", "r3"),
    )
    assert not more


def test_what_each_side_promised_stands_apart_where_it_differs(pacts) -> None:
    done, (row,) = pacts("1,2,0,0,0,1,0,1907,1918\n2,1,0,0,1,1,0,1907,1918\n")
    assert (row.type, row.scope) == (
        "neutrality-pact",
        "State 1: non-aggression; State 2: neutrality, non-aggression",
    )
    assert "otherwise or for other years" in " ".join(done.stderr.split())


def test_a_spell_that_reaches_the_last_year_is_not_said_to_end(pacts) -> None:
    _, rows = pacts("1,2,1,0,0,0,0,1900,1910\n1,3,1,0,0,0,0,1905,2018\n")
    assert [(row.when.text if row.when else "", row.as_of.text if row.as_of else "") for row in rows] == [
        ("1900/1910", ""),
        ("1905/", "2018"),
    ]


@pytest.mark.skipif(not states.there(), reason="the tables of states are not at hand (ACTORGRAPH_SHARED)")
def test_no_spell_of_the_tables_of_states_goes_without_a_word(tmp_path: Path) -> None:
    found = loading.load(str(states.write(tmp_path / "s")))
    cited = {
        place
        for row in found.dataset.relations
        for item in row.evidence
        if item.source == "atop"
        for place in item.at
    }
    assert len(cited) + 17 == 15_419, "17 promise nothing, and the report says so"
    assert all(len(id_) <= LONGEST_ID for id_ in found.dataset.actors)


@pytest.mark.parametrize("name", sorted({one.module for one in reading.INDEX.values()}))
def test_every_loss_a_reader_tells_stands_in_its_table(name: str) -> None:
    module = next(reading.module(form) for form, one in reading.INDEX.items() if one.module == name)
    assert {loss.kind for loss in module.LOSSES.values()} <= {*KINDS}
    text = (FORMATS / f"{name}.py").read_text(encoding="utf-8")
    assert {*re.findall(r'\.tell\("([\w-]+)"', text)} <= module.LOSSES.keys()
