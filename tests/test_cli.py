"""The root command: help, exit codes, a closed pipe, a full disk, completion."""

import os
import subprocess
import sys

import pytest

from actorgraph import __version__
from actorgraph.commands import COMMANDS, INDEX


def test_help_lists_every_command_under_its_heading(actorgraph) -> None:
    for words in (["--help"], ["-h"], []):
        done = actorgraph(*words)
        assert done.returncode == 0
        assert all(f"\n{heading}:\n" in done.stdout for heading in INDEX)
        assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


def test_the_version_is_told(actorgraph) -> None:
    assert actorgraph("--version").stdout == f"actorgraph {__version__}\n"


def test_an_unknown_command_names_the_nearest_and_what_to_type(actorgraph) -> None:
    done = actorgraph("shwo", "US government")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "No command \"shwo\". Nearest: show. Try: actorgraph show 'US government'\n"


def test_a_command_unlike_any_other_is_told_where_all_are_listed(actorgraph) -> None:
    done = actorgraph("zzz")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'No command "zzz", and no name near it. All: actorgraph --help\n'


@pytest.mark.parametrize(
    ("words", "said", "next_step"),
    [
        (["--frob"], "--frob", "actorgraph --help"),
        (["completion"], "SHELL", "actorgraph completion --help"),
        (["completion", "bash", "--frob"], "--frob", "actorgraph completion --help"),
        (["completion", "tcsh"], "tcsh", "actorgraph completion bash"),
    ],
)
def test_a_request_that_makes_no_sense_gets_one_line_and_code_2(actorgraph, words, said, next_step) -> None:
    done = actorgraph(*words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr
    assert done.stderr.endswith(f"Try: {next_step}\n")


def test_what_was_typed_cannot_steer_the_terminal_from_an_error_message(actorgraph) -> None:
    done = actorgraph("\x1b[2Jshow\u202e")
    assert not {"\x1b", "\u202e"} & set(done.stderr)


def test_a_reader_who_has_seen_enough_is_no_failure() -> None:
    for words in ("--help", "completion bash", "completion --help"):
        line = f"{sys.executable} -m actorgraph {words} | true; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8")
        assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full, the disk that is always full")
def test_a_full_disk_is_told_in_one_line() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "actorgraph", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert (done.returncode, done.stderr) == (2, "No space left on device\n")


RUN = """
import sys
from actorgraph import cli, commands
from actorgraph.commands import completion

def command():
    "Stand in for a command that goes wrong."
    raise {what}

completion.command = command
sys.exit(cli.main(["completion"]))
"""


def outcome(what: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", RUN.format(what=what)]
    return subprocess.run(program, capture_output=True, encoding="utf-8")


def test_a_bug_keeps_its_traceback_and_is_owned() -> None:
    done = outcome("ValueError('broken')")
    assert done.returncode == 3
    assert done.stderr.startswith("Traceback")
    assert "ValueError: broken" in done.stderr
    assert done.stderr.splitlines()[-1].startswith(f"This is a fault of actorgraph {__version__}, not yours.")


def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    done = outcome("KeyboardInterrupt")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_file_that_may_not_be_read_is_the_worlds_fault() -> None:
    done = outcome("PermissionError(13, 'Permission denied', 'relations.yaml')")
    assert (done.returncode, done.stderr) == (2, "Permission denied: relations.yaml\n")


def test_letters_that_the_console_lacks_are_shown_by_their_code(actorgraph) -> None:
    done = actorgraph("Жук", PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert done.returncode == 2
    assert "\\u0416" in done.stderr


def offered(actorgraph, *words: str) -> list[str]:
    return actorgraph(*words, _ACTORGRAPH_COMPLETE="1").stdout.split()


def test_completion_offers_commands_and_options(actorgraph) -> None:
    assert offered(actorgraph, "") == list(COMMANDS)
    assert offered(actorgraph, "compl") == ["completion"]
    assert offered(actorgraph, "completion", "--h") == ["--help"]
    assert offered(actorgraph, "no-such-command", "") == []


def test_completion_offers_the_shells(actorgraph) -> None:
    assert offered(actorgraph, "completion", "") == ["bash", "zsh", "fish"]
