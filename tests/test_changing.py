"""rename, merge, retire and promote as typed: what is written, what is said, and with which code they end."""

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]
DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def run(actorgraph: Run, tmp_path: Path) -> Run:
    """In a folder with a record of one's own."""
    shutil.copytree(DATA, tmp_path / "data")
    return actorgraph


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "data").iterdir() if path.is_file()}


def test_a_change_is_written_and_counted(run: Run, tmp_path: Path) -> None:
    done = run("rename", "press", "news-media")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Written: " in done.stderr
    assert "press is news-media in " in done.stderr
    assert run("check").returncode == 0


def test_a_dry_run_shows_the_patch_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    before = files(tmp_path)
    done = run("rename", "press", "news-media", "--dry-run")
    assert "+  news-media:" in done.stdout
    assert done.stderr.startswith("Nothing was written: --dry-run.")
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["rename", "talibann", "x"], 2, 'No record has the id "talibann". Nearest: taliban'),
        (["rename", "taliban", "is-k"], 2, 'The id "is-k" is taken. To make them one: actorgraph merge is-k taliban'),
        (["rename", "press", "x", "--what", "actor"], 2, '"actor" is no kind of record'),
        (["merge", "is-k", "taliban"], 2, "is-k.enmity.taliban is a tie between the two"),
        (["merge", "is-k", "is-k"], 2, "is-k is one already"),
        (["retire", "is-k.enmity.talban", "--gone-by", "2021", "--evidence", "mir-2021"], 2, "Nearest: is-k.enmity.taliban"),
        (["retire", "is-k.enmity.taliban", "--gone-by", "2022", "--evidence", "mir-2021 p8"], 1, "after its source"),
        (["retire", "is-k.enmity.taliban", "--evidence", "mir-2021 p8"], 2, "Say when it ended"),
        (["retire", "is-k.enmity.taliban", "--gone-by", "May 2021", "--evidence", "mir-2021"], 2, "--gone-by: "),
        (["retire", "is-k.enmity.taliban", "--gone-by", "2021", "--evidence", "mir-2021 p8 press"], 2, "1, 2 or 4 words"),
        (["promote", "taliban"], 2, "taliban is no segment"),
        (["promote", "taliban-base", "--evidence", "mir-2022 p1"], 1, 'no source "mir-2022"'),
    ],
)  # fmt: skip
def test_what_can_t_be_done_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, words: list[str], code: int, told: str
) -> None:
    before = files(tmp_path)
    done: Any = run(*words)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert files(tmp_path) == before


def test_an_item_that_says_a_tie_goes_on_is_named(run: Run, tmp_path: Path) -> None:
    relations = tmp_path / "data" / "relations.yaml"
    row = "  - {from: ttp, type: enmity, to: isis, evidence: {source: mir-2021, at: p8, when: 2019/..}}\n"
    relations.write_text(relations.read_text() + row)
    done = run("retire", "isis.enmity.ttp", "--gone-by", "2021-09", "--evidence", "mir-2021 p9")
    assert done.returncode == 0, done.stderr
    assert "By relations.yaml:" in done.stderr
    assert "it goes on" in done.stderr


CLAIMED = """\
  - {from: taliban, type: support, to: ttp, evidence: [mir-2021 p11 united-nations supports, mir-2021 p11 taliban disputes]}
"""


@pytest.fixture
def claimed(run: Run, tmp_path: Path) -> Run:
    """A tie that one voice asserts, one denies, and the author of the report only passes on."""
    relations = tmp_path / "data" / "relations.yaml"
    relations.write_text(relations.read_text() + CLAIMED)
    return run


ENDS = ("retire", "taliban.support.ttp", "--gone-by", "2021-09", "--evidence", "mir-2021 p12")


def test_an_end_does_not_make_the_author_vouch_for_a_tie_unasked(claimed: Run, tmp_path: Path) -> None:
    before = files(tmp_path)
    done = claimed(*ENDS)
    assert done.returncode == 2
    assert "rests on United Nations, and not on Asfandyar Mir" in done.stderr
    assert "--says author\n" in done.stderr
    assert "--says united-nations\n" in done.stderr
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("says", "item", "told"),
    [
        ("United Nations", "{source: mir-2021, at: p12, says: united-nations, gone-by: 2021-09}", "over by 2021-09"),
        ("author", "{source: mir-2021, at: p12, gone-by: 2021-09}", "over by 2021-09"),
    ],
)  # fmt: skip
def test_an_end_is_told_in_the_voice_that_is_named(
    claimed: Run, tmp_path: Path, says: str, item: str, told: str
) -> None:
    done = claimed(*ENDS, "--says", says)
    assert done.returncode == 0, done.stderr
    assert told in done.stderr
    assert item in (tmp_path / "data" / "relations.yaml").read_text()


def test_an_end_is_no_stronger_than_what_that_voice_has_said(run: Run, tmp_path: Path) -> None:
    relations = tmp_path / "data" / "relations.yaml"
    row = CLAIMED.replace("supports,", "suggests,")
    relations.write_text(relations.read_text() + row)
    assert run(*ENDS, "--says", "united-nations").returncode == 0
    assert "says: united-nations, stance: suggests, gone-by: 2021-09}" in relations.read_text()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--says", "taliban"), "Taliban does not hold that taliban.support.ttp ever was"),
        (("--says", "author", "--stance", "disputes"), 'and "disputes" does neither'),
        (("--says", "press release"), 'No voice or actor "press release"'),
    ],
)
def test_an_end_in_a_voice_that_can_t_give_it_is_refused(
    claimed: Run, more: tuple[str, str], told: str
) -> None:
    done = claimed(*ENDS, *more)
    assert done.returncode == 2
    assert told in done.stderr


def test_a_standing_that_an_end_changes_is_told(run: Run, tmp_path: Path) -> None:
    relations = tmp_path / "data" / "relations.yaml"
    relations.write_text(
        relations.read_text()
        + "  - {from: taliban, type: support, to: ttp, evidence: mir-2021 p11 press supports}\n"
    )
    done = run(*ENDS, "--says", "author")
    assert "It was claimed by a party or an unnamed voice, and is undisputed now." in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rename", "IS-K", "isis-k", "--dry-run"], "is-k is isis-k in "),
        (["rename", "the Taliban", "emirate", "--dry-run"], "taliban is emirate in "),
        (["rename", "IS-K enmity Taliban", "a-tie", "--dry-run"], "is-k.enmity.taliban is a-tie in "),
        (["merge", "US government", "United States", "--join", "--dry-run"], "united-states is part of us-government"),
        (["promote", "Taliban base", "--kind", "faction", "--dry-run"], "taliban-base is an actor"),
    ],
)  # fmt: skip
def test_a_record_is_found_by_the_names_that_questions_take(run: Run, words: list[str], told: str) -> None:
    done = run(*words)
    assert done.returncode == 0, done.stderr
    assert told in done.stderr


def test_a_name_that_several_bear_is_not_guessed(run: Run, tmp_path: Path) -> None:
    before = files(tmp_path)
    done = run("rename", "German", "x")
    assert done.returncode == 2
    assert "may stand for" in done.stderr
    assert files(tmp_path) == before


def test_a_name_and_an_alias_are_changed_and_the_id_stays(run: Run, tmp_path: Path) -> None:
    done = run("rename", "taliban", "--name", "Islamic Emirate", "--alias", "Taliban")
    assert done.returncode == 0, done.stderr
    actors = (tmp_path / "data" / "actors.yaml").read_text()
    assert "    name: Islamic Emirate\n" in actors
    assert run("show", "Taliban").stdout.startswith("Islamic Emirate")
    again = run("rename", "taliban", "--alias", "Taliban")
    assert again.returncode == 2
    assert 'taliban is called "Taliban" already' in again.stderr


def test_rename_without_anything_new_asks_what_is_to_change(run: Run) -> None:
    done = run("rename", "taliban")
    assert done.returncode == 2
    assert "--name, or --alias" in done.stderr


def test_the_list_that_a_refusal_names_has_the_ids(run: Run) -> None:
    done = run("rename", "zzzz", "x")
    assert "actorgraph list actors --format csv" in done.stderr
    assert "\nis-k," in run("list", "actors", "--format", "csv").stdout
