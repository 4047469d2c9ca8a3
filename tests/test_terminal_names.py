"""Names that strangers give, in a pipe and in a real terminal (tmux): columns stand, nothing is run, coloured or hidden."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from actorgraph.page import Column, Row, Table, Title, text
from actorgraph.presenters import plain

pytestmark = pytest.mark.slow  # `make check` and CI run it; `make test` stays under a minute

MARK = "\u200e"

# Names that change nothing but what they take of a line.
NAMES = {
    "han": "伊斯兰国呼罗珊省",
    "hangul": "한국 정부",
    "kana": "ｶﾀｶﾅ カタカナ",
    "arabic": "حركة طالبان",
    "pointed": "طَالِبَان",
    "joined": "می\u200cخواهم",
    "hebrew": "צה״ל 2015",
    "thai": "กลุ่มที่",
    "stacked": "A\u0301\u0302\u0303\u0304 b\u0338",
    "cyrillic": "Север",
    "full": "Ｍｉｄｄｌｅ",
    "thumb": "👍 front",
}
# Names as typed in double quotes that would steer or deceive, and how they are shown.
DECEIVING = {
    "turned": (r"Ea\u202Est", "Ea<U+202E>st"),
    "isolated": (r"We\u2066st\u2069", "We<U+2066>st<U+2069>"),
    "broken": (r"Up\u200Bland", "Up<U+200B>land"),
    "soft": (r"Low\u00ADland", "Low<U+00AD>land"),
    "filled": ("\u3164Highland", "<U+3164>Highland"),
    "tagged": (r"Isle\U000E0041", "Isle<U+E0041>"),
    "command": ("N $(touch RAN)", "N $(touch RAN)"),
    "older": ("M `touch RAN`", "M `touch RAN`"),
    "two-lines": ("O; touch RAN", "O; touch RAN"),
}
# Values that hold control characters, as typed: they are refused, and shown in an excerpt.
REFUSED = (r'"t\e]0;owned\a"', r'"r\x1b[31med"', '"t\x1b]0;owned\x07"', '"c\x9b31m"', '"a\x08\x08b"')


def world(folder: Path, *, broken: bool = False) -> str:
    """A data set in which the state `north` is tied to an actor of each name; its folder."""
    named = {**NAMES, **{id_: typed for id_, (typed, _) in DECEIVING.items()}}
    actors = "".join(f'  {id_}: {{name: "{name}", kind: faction}}\n' for id_, name in named.items())
    rows = "".join(
        f"  - {{from: north, type: distrust, to: {id_}, as-of: 2017, evidence: "
        f'{{source: report, at: p{number}, gist: "{named[id_][:20]}", says: {"press" if number % 2 else "author"}}}}}\n'
        for number, id_ in enumerate(named, 100)
    )
    if broken:
        actors += "".join(f"  bad-{n}: {{kind: state, name: {value}}}\n" for n, value in enumerate(REFUSED))
        rows += '  - {from: "no\\u202Erth", type: 敌对, to: طالبان, evidence: raport}\n'
    folder.mkdir()
    for name, held in {
        "dataset.yaml": 'format: 1\ntitle: "Names \\u202E"\n',
        "actors.yaml": "actors:\n  north: {name: North, kind: state, aliases: [الشمال, 北方]}\n" + actors,
        "relations.yaml": "relations:\n" + rows,
        "sources.yaml": 'sources:\n  report: {title: "报告 \\u202E", author: كاتب, published: 2021}\n'
        "voices:\n  press: {name: صحيفة, kind: media}\n",
    }.items():
        (folder / name).write_text(held, encoding="utf-8")
    return str(folder)


COMMANDS = (
    ("show", "north"),
    ("show", "north", "--brief"),
    ("show", "turned"),
    ("why", "north", "arabic"),
    ("why", "north", "command"),
    ("compare", "north", "arabic"),
    ("list", "actors"),
    ("list", "relations"),
    ("list", "voices"),
)


@pytest.mark.parametrize("broken", [False, True])
@pytest.mark.parametrize("words", [*COMMANDS, ("check",)])
def test_what_is_printed_holds_nothing_that_steers_or_deceives(
    tmp_path: Path, actorgraph: Callable[..., Any], words: tuple[str, ...], broken: bool
) -> None:
    done = actorgraph(*words, "--data", world(tmp_path / "record", broken=broken))
    assert done.returncode == int(words == ("check",) and broken)
    for printed in (done.stdout, done.stderr):
        assert not re.search(
            "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u2028-\u202e\u2060-\u206f\u3164]", printed
        )


def test_every_name_is_shown_as_it_is_or_with_its_marks(
    tmp_path: Path, actorgraph: Callable[..., Any]
) -> None:
    done = actorgraph("list", "actors", "--data", world(tmp_path / "record"))
    listed = done.stdout.replace(MARK, "")
    for name in (*NAMES.values(), *(shown for _, shown in DECEIVING.values())):
        assert name in listed


def test_commands_to_copy_name_by_id_what_a_shell_would_run_or_nobody_could_type(
    tmp_path: Path, actorgraph: Callable[..., Any]
) -> None:
    folder = world(tmp_path / "record")
    for id_ in ("command", "older", "two-lines", "turned", "arabic"):
        for words in (
            ("show", id_),
            ("show", id_, "--brief"),
            ("why", "north", id_),
            ("compare", "north", id_),
        ):
            page = actorgraph(*words, "--data", folder).stdout
            copied = [line for line in page.split("\n") if "actorgraph " in line]
            assert copied
            assert not [line for line in copied if "touch" in line or "<U+" in line or not line.isascii()]


@pytest.mark.parametrize("name", ["حركة طالبان", "עברית", "طَالِبَان"])
def test_right_to_left_words_do_not_take_what_stands_beside_them_along(name: str) -> None:
    """A terminal that turns words round would set `طالبان  2015` with the year on the left: a mark ends the run."""
    rows = (Row((text(name), text("2015"), text("p7"))), Row((text("North"), text("2015"), text("p8"))))
    columns = (Column(), Column(heading="when"), Column(heading="at"))
    page = plain.present((Title(text(name), text("2021")), Table(text(f"TIES OF {name}"), columns, rows)))
    assert page.count(f"{MARK}{name}{MARK}") == 3
    assert page.replace(MARK, "").split("\n")[-2:] == [f"{'North':<{len(name) - marks(name)}}  2015  p8", ""]


def marks(name: str) -> int:
    return sum("\u064b" <= character <= "\u0652" for character in name)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_is_offered_ids_alone_and_runs_none_of_them(tmp_path: Path) -> None:
    folder = Path(world(tmp_path / "record"))
    hostile = ("$(touch RAN)", "`touch RAN`", "; touch RAN", "*", "-rf", "a b", "\x1b[31m", "حركة")
    with (folder / "actors.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"  {json.dumps(id_)}: {{name: {json.dumps(id_)}, kind: state}}\n" for id_ in hostile)
    script = (
        "source <(actorgraph completion bash);"
        ' for COMP_LINE in "actorgraph show " "actorgraph show N" "actorgraph why north "; do'
        ' COMP_POINT=${#COMP_LINE}; _actorgraph actorgraph "${COMP_LINE##* }";'
        ' printf "%s\\n" "${COMPREPLY[@]}"; done'
    )
    path = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
    env = {**os.environ, "HOME": str(tmp_path), "PATH": path, "ACTORGRAPH_DATA": str(folder)}
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8"
    )
    assert done.stderr == ""
    offered = done.stdout.split()
    assert offered.count("arabic") >= 2
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", offer) for offer in offered)
    assert not list(tmp_path.rglob("RAN"))


# -- in a real terminal

tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux to draw a terminal")
CELLS = 80

# Write each text at the left edge, and ask the terminal where the cursor came to stand.
MEASURE = r"""
import json, os, sys, tty
tty.setcbreak(0)
found = []
for words in json.load(open(sys.argv[1], encoding="utf-8")):
    os.write(1, b"\r\x1b[2K" + words.encode() + b"\x1b[6n")
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 1)
    found.append(int(answer[answer.rindex(b";") + 1 : -1]) - 1)
with open(sys.argv[2], "w") as file:
    json.dump(found, file)
"""


class Terminal:
    """A terminal of 80 columns that nobody looks at."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.socket = str(home / "tmux")

    def ask(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-f", os.devnull, "-S", self.socket, *words], env=self.env, capture_output=True
        )
        return done.stdout.decode()

    @property
    def env(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TMUX", "NO_COLOR", "PYTHON"))
        }
        return {
            **kept,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "HOME": str(self.home),
        }

    def run(self, *words: str) -> None:
        """Start the command, and wait for its end."""
        ended = self.home / "ended"
        ended.unlink(missing_ok=True)
        size = ("-x", str(CELLS), "-y", "300")
        line = f'"$@"; printf "\\nat the end"; : > {ended}; sleep 60'
        self.ask("new-session", "-d", *size, "-c", str(self.home), "sh", "-c", line, "sh", *words)
        until = time.monotonic() + 30
        while not (ended.exists() and "at the end" in self.ask("capture-pane", "-p")):
            assert time.monotonic() < until, self.ask("capture-pane", "-p")
            time.sleep(0.05)

    def screen(self, *options: str) -> str:
        return self.ask("capture-pane", "-p", *options).partition("\nat the end")[0]

    def stop(self) -> None:
        self.ask("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    home = tmp_path / "t"
    home.mkdir()
    one = Terminal(home)
    yield one
    one.stop()


@tmux
@pytest.mark.parametrize("words", [("show", "north"), ("list", "actors"), ("list", "relations")])
def test_columns_begin_at_the_same_cell(
    tmp_path: Path, actorgraph: Callable[..., Any], terminal: Terminal, words: tuple[str, ...]
) -> None:
    page = actorgraph(*words, "--data", world(tmp_path / "record")).stdout
    rows = [line for line in page.split("\n") if re.search(r"  p\d{3}$", line)]
    before = [line[:-4] for line in rows]
    assert len(before) >= len(NAMES)
    (tmp_path / "texts").write_text(json.dumps([*before, *rows]), encoding="utf-8")
    terminal.run(sys.executable, "-c", MEASURE, str(tmp_path / "texts"), str(tmp_path / "cells"))
    cells = json.loads((tmp_path / "cells").read_text())
    assert {*cells[: len(before)]} == {cells[0]}
    assert max(cells) <= CELLS


@tmux
@pytest.mark.parametrize(
    "words", [("show", "north"), ("why", "north", "command"), ("list", "actors"), ("check",)]
)
def test_nothing_is_run_renamed_or_coloured_by_a_name(
    tmp_path: Path, actorgraph: Callable[..., Any], terminal: Terminal, words: tuple[str, ...]
) -> None:
    folder = world(tmp_path / "record", broken=True)
    piped = actorgraph(*words, "--data", folder).stdout
    terminal.run(
        "sh",
        "-c",
        'exec "$@" 2>/dev/null',
        "sh",
        sys.executable,
        "-m",
        "actorgraph",
        *words,
        "--data",
        folder,
    )
    assert "owned" not in terminal.ask("display-message", "-p", "#{pane_title} #{window_name}")
    assert not (terminal.home / "RAN").exists()
    assert bare(terminal.screen()) == bare(piped)
    coloured = re.findall("\x1b\\[31m", terminal.screen("-e"))
    assert coloured == [] or words[0] != "check"


def bare(page: str) -> str:
    """The words without what a terminal drops or breaks: its marks of direction, blanks at the end of lines."""
    lines = [line.replace(MARK, "").rstrip() for line in page.split("\n")]
    return "".join(line for line in lines if line)
