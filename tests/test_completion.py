"""What the program answers at Tab: words that it accepts itself, from any record, silently and soon."""

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.main import get_command

import start
from actorgraph.cli import app, find, main
from actorgraph.commands import COMMANDS, tab
from actorgraph.commands.offering import described

pytestmark = pytest.mark.slow

Run = Callable[..., Any]


def offered(line: str, shell: str = "") -> list[str]:
    """The answer to a line of bare words."""
    return tab.answer(shell, tab.split(line), get_command(app))


LINES = (
    "show ", "why ", "why is-k ", "compare is-k ", "compare is-k taliban --traits ", "path is-k ",
    "path is-k taliban --avoid ", "path is-k taliban --through ", "path is-k taliban --over ", "matrix --order ",
    "draw around ", "draw compare is-k ", "draw path is-k ", "draw is-k -o p --format ", "draw matrix --order ",
    "timeline ", "timeline --during 2021 --bucket ",
    "list ", "list actors --says ", "list actors --source ", "list actors --type ", "list actors --family ",
    "list actors --sign ", "list actors --kind ", "list actors --standing ", "list actors --without ",
    "list actors --format ", "check --format ", "schema ", "explain ", "completion ",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_every_word_that_is_offered_is_accepted(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    words = offered(line)
    assert words
    step = max(1, len(words) // 12)
    for word in {*words[::step], words[-1]}:
        code = main([*shlex.split(line), word])
        assert code in (0, 1), f"{line}{word}\n{capsys.readouterr().err}"


FREE = {
    "DATE", "FROM/TO", "REV", "K", '"A TYPE B"', "N", "WORDS", "NAME", "ID", "URL", "TIE", "A_ID=B_ID", "SECONDS", "NEW",
    "TLP", "ROLE=ACTOR", "UNIT=N", "BASE", "OURS", "THEIRS", "PATH",
    "",  # whole numbers
}  # fmt: skip
# Every command, and those of a group as two words.
LEAVES = [
    line
    for name in COMMANDS
    for line in (
        [name] if not hasattr(find(name), "known") else [f"{name} {part}" for part in find(name).known]
    )
]


def command_of(line: str) -> Any:
    name, *part = line.split()
    return find(name).get_command(None, *part) if part else find(name)


@pytest.mark.parametrize("name", LEAVES)
def test_a_value_is_offered_unless_only_the_user_can_know_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    params = command_of(name).params
    for param in params:
        if getattr(param, "is_flag", False) or (param.metavar or "").strip("[]") in FREE:
            continue
        option = param.param_type_name == "option"
        what = param.opts[0] if option else param.metavar
        # The actors that stand before another argument are said to be two of the record.
        before = [] if option else ["is-k", "taliban"][: params.index(param)]
        line = [*name.split(), *before, *([what] if option else []), ""]
        assert tab.answer("", line, get_command(app)), f"actorgraph {name} {what}: Tab offers nothing"


def test_every_option_is_offered_by_its_names() -> None:
    for name in LEAVES:
        options = {
            opt
            for param in command_of(name).params
            if param.param_type_name == "option"
            for opt in param.opts
        }
        assert {*offered(f"{name} -")} == options | {"--help"}
    assert offered("-") == ["--version", "--help", "-h"]


def test_a_group_offers_its_commands_and_these_their_words() -> None:
    assert offered("add ") == ["actor", "relation", "evidence", "trait", "source", "voice", "event"]
    assert offered("add rel") == ["relation"]
    assert offered("add -") == ["--help"]
    assert offered("add nonsense ") == []
    assert "taliban" in offered("add relation is-k enmity ")
    assert "is-k" not in offered("add relation is-k enmity ")
    assert offered("add relation is-k seeks-to-t") == ["seeks-to-topple"]
    assert offered("add relation is-k seen-as-enemy") == ["seen-as-enemy-by"]
    assert offered("add relation is-k enmity taliban --evidence mir") == ["mir-2021"]
    assert offered("add relation is-k enmity taliban --says pre") == ["press"]
    assert offered("add relation is-k enmity taliban --stance dou") == ["doubts"]
    assert offered("add actor Foo --kind armed-g") == ["armed-group"]
    assert offered("add evidence is-k.enmity") == ["is-k.enmity.taliban"]


def test_an_option_is_offered_once_unless_it_may_stand_twice() -> None:
    assert "--brief" not in offered("show is-k --brief -")
    assert "--data" not in offered("show is-k --data=x -")
    assert "--type" in offered("show is-k --type hostile --t")


def test_a_value_is_completed_after_an_equals_sign_and_after_a_comma() -> None:
    assert offered("show --family=hos") == ["--family=hostile"]
    assert offered("matrix --kind state,armed-g") == ["state,armed-group"]
    assert offered("matrix --kind=state,armed-g") == ["--kind=state,armed-group"]
    assert "hostile,hostile" not in offered("show --family hostile,")


def test_what_stands_there_already_is_not_offered() -> None:
    assert "is-k" in offered("compare taliban ")
    for line in (
        "compare is-k ",
        "compare IS-K ",
        "path is-k ",
        "why 'Islamic State of Khorasan Province' ",
        "draw compare is-k ",
        "path taliban is-k --avoid ",
        "path --through is-k ",
    ):
        assert "is-k" not in offered(line)
    assert "is-k" in offered("show is-k --says ")


def test_whoever_says_nothing_is_no_voice_to_look_through() -> None:
    assert "united-nations" in offered("show is-k --says ")
    assert "haqqani-network" not in offered("show is-k --says ")


def test_arguments_may_follow_two_hyphens() -> None:
    assert offered("show -- is-k-p") == ["is-k-prisoners"]
    assert offered("show -- -") == []


@pytest.mark.parametrize(
    ("line", "replaced", "put"),
    [
        ("actorgraph show IS-K-P", "IS-K-P", "is-k-prisoners"),
        ("actorgraph matrix --kind=armed-g", "armed-g", "armed-group"),
        ("actorgraph matrix --kind=state,armed-g", "state,armed-g", "state,armed-group"),
        ("actorgraph matrix --kind=armed-g", "--kind=armed-g", "--kind=armed-group"),
        ('actorgraph show "is-k-p', "is-k-p", "is-k-prisoners"),
        ("actorgraph show is\\-k\\-p", "is\\-k\\-p", "is-k-prisoners"),
        ('"actorgraph" show --says "a b" is-k-p', "is-k-p", "is-k-prisoners"),
    ],
)
def test_bash_gets_what_takes_the_place_of_the_part_it_replaces(line: str, replaced: str, put: str) -> None:
    assert tab.answer("bash", [line, replaced], get_command(app)) == [put]


def test_what_was_typed_never_comes_back_in_letters_that_a_shell_would_run() -> None:
    for line in (
        "show --type=x$(y),hos",
        "show --type=x\\;y,hos",
        "matrix --kind='$(x)',armed-g",
        "$(x)",
        "show ~",
    ):
        assert offered(line) == []


WORDS = (
    "show", "why", "draw", "path", "compare", "list", "schema", "explain", "nonsense", "is-k", "IS-K", "taliban", "a b",
    "$(x)", "`x`", "x;y", "'", '"', "\\", "--", "-", "--data", "--data=", "--data=.", "-o", "-ox", "--width", "--width=a",
    "--type", "--type=hos", "--kind", "state,", ",", "=", "--=", "--frob", "--format", "--steps", "9", "", " ", "\n", "é",
)  # fmt: skip


@settings(max_examples=100)
@given(st.sampled_from(("bash", "zsh", "fish", "")), st.lists(st.sampled_from(WORDS), max_size=6))
def test_whatever_stands_on_the_line_the_answer_is_letters_that_no_shell_runs(
    shell: str, words: list[str]
) -> None:
    line = " ".join(words)
    sent = [f"actorgraph {line}", line.rpartition(" ")[2]] if shell == "bash" else words
    for answer in tab.answer(shell, sent, get_command(app)):
        word, _, about = answer.partition("\t")
        assert word in tab.PLACES.values() or re.fullmatch(r"[\w.,=+-]*", word, re.ASCII)
        assert about.isprintable()


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("IS-K", "IS-K"),
        ("Jamāʿat-ul-Aḥrār", "Jamaat-ul-Ahrar"),
        ("$(touch x); `y`\n\x1b[31m%F{red}", "touch x y 31mFred"),
        ("حركة طالبان", ""),
        ("a\t:b", "a b"),
        ("word " * 100, ("word " * 12).strip()),
    ],
)
def test_a_name_reaches_a_shell_reduced_to_letters_digits_blanks_and_hyphens(name: str, seen: str) -> None:
    assert described(name) == seen


def test_zsh_and_fish_get_a_description_and_bash_none() -> None:
    assert offered("show is-k-p", "zsh") == offered("show is-k-p", "fish")
    (line,) = offered("show is-k-p", "zsh")
    assert line == "is-k-prisoners\tfreed or escaped IS-K prisoners"


def broken(folder: Path, how: str) -> Path:
    """A data set of two actors, broken in that way."""
    files = {
        "dataset.yaml": "format: 1\ntitle: A\n",
        "actors.yaml": "actors:\n  is-a: {name: A, kind: faction}\n  is-b: {name: B, kind: faction}\n",
        "relations.yaml": "relations: []\n",
        "sources.yaml": "sources: {}\n",
    }
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    file, _, what = how.partition(" ")
    path = folder / file
    if what == "a pipe":
        path.unlink()
        os.mkfifo(path)
    elif what == "missing":
        path.unlink()
    elif what == "a folder":
        path.unlink()
        path.mkdir()
    elif what == "no YAML":
        path.write_text("a: [b\n  : }\n\tc: &d *e\n")
    elif what == "no text":
        path.write_bytes(b"\xff\xfe\x00\x01")
    return folder


KINDS = ("a pipe", "missing", "a folder", "no YAML", "no text")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes that have a name")
@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("file", ["dataset.yaml", "actors.yaml", "relations.yaml"])
def test_data_that_are_broken_are_no_reason_to_speak_or_to_wait(
    actorgraph: Run, tmp_path: Path, file: str, what: str
) -> None:
    folder = broken(tmp_path / "record", f"{file} {what}")
    for words in (("show", "--data", str(folder), "is"), ("show", f"--data={folder}", "--type", "hos")):
        done = actorgraph(*words, _ACTORGRAPH_COMPLETE="zsh")
        assert (done.returncode, done.stderr) == (0, "")
    done = actorgraph("show", "--data", str(folder), "is", _ACTORGRAPH_COMPLETE="")
    if file == "relations.yaml":
        assert done.stdout.split() == ["is-a", "is-b"]


def test_a_record_that_is_not_there_is_no_reason_to_speak(actorgraph: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in ("no-such-folder", "file", "", "a\nb", "~no-such-user", "$NO_SUCH", "x" * 5000):
        done = actorgraph("show", "--data", folder, "", _ACTORGRAPH_COMPLETE="fish")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = actorgraph("show", "", _ACTORGRAPH_COMPLETE="zsh", ACTORGRAPH_DATA="no-such-folder")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_home_that_no_shell_has_put_in_yet_is_understood(actorgraph: Run, tmp_path: Path) -> None:
    broken(tmp_path / "record", "")
    for folder in ("~/record", "$HOME/record"):
        assert actorgraph("show", "--data", folder, "", _ACTORGRAPH_COMPLETE="").stdout == "is-a\nis-b\n"


def test_lines_that_no_shell_sends_are_answered_with_nothing(actorgraph: Run) -> None:
    for shell in ("bash", "zsh", "fish", "tcsh"):
        for words in ((), ("",), ("'", "'"), ("a 'b", "\\"), ("show", "--says"), ("show", "\udcff")):
            done = actorgraph(*words, _ACTORGRAPH_COMPLETE=shell)
            assert (done.returncode, done.stderr) == (0, ""), (shell, words)


@pytest.mark.slow
def test_tab_costs_at_most_half_as_much_again_as_an_answer() -> None:
    answer, at_tab = "actorgraph show IS-K", "Tab after actorgraph show"
    ratios = []
    for _ in range(3):  # a busy machine may spoil one measurement, not three
        took = start.medians([answer, at_tab], runs=7)
        ratios.append(took[at_tab] / took[answer])
        if ratios[-1] <= 1.5:
            return
    pytest.fail(f"Tab takes {min(ratios):.2f} times an answer")


def test_a_comparison_is_about_actors_each_offered_once() -> None:
    assert "taliban" in offered("brief is-k tal")
    assert "taliban" in offered("diff --about is-k --about tal")
    assert "taliban" not in offered("diff --about Taliban --about tal")
