"""What is asked wrongly: the one line that says what is wrong and what to type instead; and where answers go."""

import os
from pathlib import Path

import pytest

DATE = "A date is 2015, 2015-06 or 2015-06-03"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--on 2018 --during 2016/2017", "--on 2018 and --during 2016/2017 have no day in common"),
        ("--on 2018 --on 2019", "--on 2018 and --on 2019 have no day in common"),
        ("--during 2010/2020 --during 2012/2013 --on 2018", "--during 2012/2013"),
        ("--type pledge --family hostile", "No type of tie fits --type pledge and --family hostile together"),
        ("--on 2016-2020", "Try: --during 2016/2020"),
        ("--on 2016/2020", "Try: --during 2016/2020"),
        ("--on 2018/..", "Try: --during 2018/.."),
        ("--on 201X", "Try: --during 2010/2019"),
        ("--on 2021-02-30", "2021-02 has 28 days"),
        ("--during 2021-02-30/2022", "2021-02 has 28 days"),
        ("--on 2021-13", "Months run from 01 to 12"),
        ("--on 2021-13", DATE),
        ("--on last+year", DATE),
        ("--on 21", DATE),
        ("--on +", "--on is empty. Give it a date, such as --on 2018"),
        ("--says +", "--says is empty"),
        ("--known-by June+2018", "Try: --known-by 2018-06"),
        ("--without mir-2021:p99", 'No paragraph "p99" of mir-2021 is cited. Cited: p1 p2 '),
        ("--without mir-2021:p3-p5", "Try: --without mir-2021:p3,mir-2021:p4"),
        ("--without mir-2021:11", "Try: --without mir-2021:p11"),
        ("--without p11", "Try: --without mir-2021:p11"),
        ("--says un", "Try: --says united-nations"),
        ("--format xml", "text, json, csv, markdown"),
        ("-o nowhere/x.txt", """Can't write "nowhere/x.txt": there is no folder "nowhere"."""),
        ("-o .", """Can't write ".": it is a folder."""),
    ],
)
def test_a_request_that_cannot_be_met_is_told_in_one_line(actorgraph, words: str, said: str) -> None:
    done = actorgraph("list", "relations", *(word.replace("+", " ") for word in words.split()))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    told = [line for line in done.stderr.splitlines() if not line.startswith("Data: the shipped data set")]
    assert len(told) == 1


@pytest.mark.parametrize("voice", ["editor", "The Editor", "biden", "press", "some"])
def test_a_voice_is_found_as_an_actor_is(actorgraph, voice: str) -> None:
    done = actorgraph("list", "voices", "--says", voice, "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["show", "United", "States"], 'actorgraph show "United States"\n'),
        (["show", "United", "States", "--on", "2018"], 'actorgraph show "United States" --on 2018\n'),
        (["why", "IS-K", "Haqqani", "Network"], 'actorgraph why IS-K "Haqqani Network"\n'),
        (["show", "--on", "2018", "United", "States"], 'such as "United States".\n'),
    ],
)
def test_a_name_with_blanks_needs_quotes(actorgraph, words: list[str], meant: str) -> None:
    done = actorgraph(*words)
    assert done.returncode == 2
    assert "needs quotes" in done.stderr
    assert done.stderr.endswith(meant)


def test_an_option_without_its_value_leads_to_its_commands_help(actorgraph) -> None:
    assert actorgraph("show", "IS-K", "--on").stderr.endswith("Try: actorgraph show --help\n")


def test_a_format_is_known_in_any_case(actorgraph, tmp_path: Path) -> None:
    table = actorgraph("list", "voices", "--format", "CSV").stdout
    assert table.startswith("id,name,")
    assert actorgraph("list", "voices", "-o", "out.CSV").returncode == 0
    assert (tmp_path / "out.CSV").read_text(encoding="utf-8") == table
    assert os.listdir(tmp_path) == ["out.CSV"]


def test_check_says_whose_data_it_checked(actorgraph, tmp_path: Path) -> None:
    done = actorgraph("check")
    assert done.stderr.startswith("Checked: ")
    assert "the shipped data set (your own: --data DIR)" in done.stderr
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "dataset.yaml").write_text("format: 1\ntitle: Mine\n", encoding="utf-8")
    assert actorgraph("check").stderr == "Checked: data.\n"


def test_a_part_is_answered_by_its_whole_where_parts_are_rolled_up(actorgraph) -> None:
    done = actorgraph("show", "Haqqani Network", "--roll-up")
    assert "Haqqani Network stands under Taliban with --roll-up." in done.stderr
    assert done.stdout.startswith("Taliban, rolled up with Haqqani Network and ")
    assert "Nothing is coded" not in done.stdout
    assert "stands under" not in actorgraph("show", "Taliban", "--roll-up").stderr


def test_a_family_stands_in_the_title_as_it_was_typed(actorgraph) -> None:
    title = actorgraph("show", "IS-K", "--type", "hostile", "--standing", "firm").stdout.splitlines()[0]
    assert title.startswith("IS-K, type hostile, standing firm ")


def test_the_documents_of_traits_and_events_are_documents(actorgraph) -> None:
    page = actorgraph("show", "NATO").stdout
    assert "Basis: one document" in page
    assert "left by this lens" not in page
