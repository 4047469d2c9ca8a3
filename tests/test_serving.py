"""The page served to this machine: it follows the files, shows what check says, and answers nobody else."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

import browser
from actorgraph.commands.serving import state
from test_page import told

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    """The command as a user starts it, and the port it names."""
    line = [sys.executable, "-m", "actorgraph", "view", "--serve", "--data", str(folder), "--on", "2021-09"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, encoding="utf-8", env={"PATH": ""}) as process:
        assert process.stderr
        said = process.stderr.readline()
        yield int(said.partition("127.0.0.1:")[2].partition("/")[0])
        process.terminate()


def asked(port: int, path: str, host: str = "") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_it_follows_the_files_and_shows_what_check_says(port: int, folder: Path) -> None:
    code, page = asked(port, "/")
    assert code == 200
    assert told(page)["problems"] == []
    assert told(page)["served"] == asked(port, "/state")[1]
    assert "connect-src &#x27;self&#x27;" in page
    relations = folder / "relations.yaml"
    relations.write_text(
        relations.read_text(encoding="utf-8") + "  - from: nobody\n    type: war\n    to: is-k\n",
        encoding="utf-8",
    )
    assert told(page)["served"] != asked(port, "/state")[1]
    problems = told(asked(port, "/")[1])["problems"]
    assert "error" in problems[0]
    assert any("relations.yaml" in one and "nobody" in one for one in problems[1:])


def test_a_pair_is_worked_out_through_the_lens_of_the_page(port: int) -> None:
    data = told(asked(port, "/")[1])
    ids = [one["id"] for one in data["actors"]]
    code, answer = asked(port, f"/pair?of={ids.index('is-k')},{ids.index('taliban')}")
    assert code == 200
    found = json.loads(answer)
    from actorgraph.questions import compare
    from worlds import shipped

    state_ = compare.ask(shipped({"on": "2021-09"}), ["is-k", "taliban"]).between[0].state.text
    assert found["words"][found["pair"][0]] == state_
    assert asked(port, "/pair?of=0,9999")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:80"])
def test_another_name_for_this_machine_is_refused(port: int, host: str) -> None:
    for path in ("/", "/state", "/pair?of=0,1"):
        code, text = asked(port, path, host)
        assert code == 421
        assert "IS-K" not in text


def test_there_is_nothing_but_the_page(port: int) -> None:
    for path in ("/relations.yaml", "/../pyproject.toml", "/%2e%2e/x", "/pair?of=1", "//etc/passwd"):
        assert asked(port, path)[0] == 404


def test_a_file_that_is_no_part_of_the_data_set_changes_nothing(folder: Path) -> None:
    before = state(str(folder))
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert state(str(folder)) == before


def test_serve_keeps_no_file(actorgraph: Any, tmp_path: Path) -> None:
    done = actorgraph("view", "--serve", "-o", str(tmp_path / "a.html"))
    assert done.returncode == 2
    assert "leave -o out" in done.stderr


@pytest.mark.browser
@pytest.mark.skipif(bool(browser.MISSING), reason=browser.MISSING or "there is one")
def test_the_page_in_the_browser_is_made_anew_when_a_file_is_saved(port: int, folder: Path) -> None:
    with browser.chromium() as chromium:
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{port}/#actor=is-k")
        page.locator("#panel h2").wait_for()
        actors = folder / "actors.yaml"
        text = actors.read_text(encoding="utf-8")
        actors.write_text(text.replace("name: IS-K\n", "name: IS-K renamed\n", 1), encoding="utf-8")
        page.wait_for_function(
            "() => document.querySelector('#panel h2')?.textContent === 'IS-K renamed'", timeout=20_000
        )
        assert "actor=is-k" in page.url
        page.evaluate("location.hash = '#compare=is-k,taliban'")
        page.locator("#state").wait_for()
