"""Files that strangers send, through the real command: a clear error within seconds and little memory, no traceback.

And what a fuzzer found (tests/fuzz.py), each as the small file that showed it.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from actorgraph import checks, loading
from actorgraph.checks.sample import laid
from actorgraph.decode import reader
from actorgraph.lens import Lens
from actorgraph.loading import Loaded, build
from actorgraph.presenters import faults, plain
from actorgraph.presenters import json as json_
from actorgraph.questions import compare, compare_page, show, show_page, why, why_page
from actorgraph.text import width
from actorgraph.view.memory import MemoryView

pytestmark = pytest.mark.slow

MILLION = 10**6
SECONDS, MEGABYTES = 5, 500
SOUND = {
    "dataset.yaml": b"format: 1\ntitle: A record from a stranger\n",
    "actors.yaml": b"actors:\n  north: {name: North, kind: state}\n  south: {name: South, kind: state}\n",
    "relations.yaml": b"relations:\n  - {from: north, type: enmity, to: south, when: 2015, evidence: memo p1}\n",
    "sources.yaml": b"sources:\n  memo: {title: A memo, author: ann, published: 2021}\n"
    b"voices:\n  ann: {name: Ann, kind: author}\n",
}
ROWS = SOUND["relations.yaml"]


def rows(more: bytes) -> dict[str, bytes]:
    return {"relations.yaml": ROWS + more}


def bomb(times: int) -> dict[str, bytes]:
    """Each list holds the one before that many times: a billion values for whoever follows aliases."""
    lines = [b"  a0: &a0 [x]"]
    lines += [b"  a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * times)) for n in range(1, 300)]
    return {"events.yaml": b"events:\n" + b"\n".join(lines) + b"\n"}


def noted(words: bytes) -> dict[str, bytes]:
    return rows(b"  - {from: north, type: support, to: south, evidence: memo p1, note: " + words + b"}\n")


# By what they are: the file, and what is said of it.
FILES: dict[str, tuple[dict[str, bytes], str]] = {
    "1,000,000 brackets": (rows(b"  - " + b"[" * MILLION), "more than 32 deep"),
    "1,000,000 braces": (rows(b"  - " + b"{" * MILLION), "more than 32 deep"),
    "1,000,000 dashes": (rows(b"  " + b"- " * MILLION), "more than 32 deep"),
    "an alias bomb": (bomb(9), "stands for a value given elsewhere, which is not read"),
    "a tag that would run a program": (
        rows(b'  - !!python/object/apply:os.system ["touch RAN"]\n'),
        "is a tag, and tags are not read",
    ),
    "a value of 60 MB": (
        noted(b"x" * 60 * MILLION),
        "a value of 60,000,000 characters; at most 100,000 are read",
    ),
    "NUL": (noted(b"a\0b"), "NUL (U+0000) stands here, invisible"),
    "60 MB of NUL": ({"relations.yaml": b"\0" * 60 * MILLION}, "is not UTF-8 but UTF-16, or no text at all"),
    "UTF-16": ({"relations.yaml": ROWS.decode().encode("utf-16")}, "is not UTF-8 but UTF-16"),
    "60 MB of bytes that are no text": ({"relations.yaml": b"\xff" * 60 * MILLION}, "0xFF, is not UTF-8"),
    "60 MB of line ends": ({"relations.yaml": b"\r" * 60 * MILLION}, "more than 4,000,000 lines"),
    "half a pair, as bytes": (noted(b'"\xed\xa0\x80"'), "0xED, is not UTF-8"),
    "half a pair, as an escape": (noted(b'"\\ud800"'), "invalid Unicode character escape code"),
    "100,000 times one key": (rows(b"  - {" + b"from: north, " * 100_000 + b"}\n"), "is given twice"),
    "100,000 times one id": (
        {"events.yaml": b"events:\n" + b"  e: {name: E}\n" * 100_000},
        '"e" is given twice in events',
    ),
    "10,000 problems": (
        rows(
            b"".join(b"  - {from: nrth, type: suport, to: soth%d, evidence: memo}\n" % n for n in range(3334))
        ),
        'no actor "soth3333"',
    ),
    "30,000 items of evidence": (
        rows(
            b"  - from: south\n    type: distrust\n    to: north\n    if: x\n    evidence:\n"
            + b"      - memo p1\n" * 30_000
        ),
        "error: ",
    ),
}


def replaced(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        (folder / "relations.yaml").unlink()
        make(folder / "relations.yaml")

    return act


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(ROWS)
        file.truncate(200 * MILLION)


def odd_names(folder: Path) -> None:
    (folder / "relations").mkdir()
    for name in ("\x1b]0;owned\x07.yaml", "\u202e.yaml", "a\nb.yaml"):
        (folder / "relations" / name).write_text("relations: [x\n")


# By what stands in the place of a file.
PLACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file of 200 MB": (replaced(large), "a file of 191 MiB; at most 64 are read"),
    "a pipe": (replaced(os.mkfifo), "this file cannot be read: it is no plain file"),
    "a folder": (replaced(Path.mkdir), "this file cannot be read: it is a folder"),
    "a link out of the folder": (
        replaced(lambda path: path.symlink_to("/etc/passwd")),
        "a link that leaves the folder of the data set is not followed",
    ),
    "a link to a device": (
        replaced(lambda path: path.symlink_to("/dev/zero")),
        "a link that leaves the folder",
    ),
    "a link to itself": (replaced(lambda path: path.symlink_to(path)), "this file cannot be read"),
    "a folder that is a link out": (
        lambda folder: (folder / "events").symlink_to("/etc"),
        "a link that leaves",
    ),
    "names that steer a terminal": (odd_names, "relations/<U+001B>]0;owned<U+0007>.yaml:1:"),
}

# The command as a child of a small process, or the memory of the test itself would count as its own.
MEASURE = """
import json, os, subprocess, sys, time
begun = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=open("out", "wb"), stderr=open("err", "wb"))
_, status, used = os.wait4(child.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), time.monotonic() - begun, used.ru_maxrss / 1024]))
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def ran(tmp_path: Path) -> Callable[..., Ran]:
    """The command run on the folder `record`; fails where it took long, much, or ended in a traceback."""

    def run(*words: str) -> Ran:
        here = tmp_path / "run"
        here.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "actorgraph", *words, "--data", str(tmp_path / "record")]
        env = {**os.environ, "PYTHONUTF8": "1", "HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, *command], cwd=here, env=env, capture_output=True, check=True
        )
        code, seconds, megabytes = json.loads(done.stdout)
        out, err = ((here / name).read_text("utf-8") for name in ("out", "err"))
        assert seconds < SECONDS
        assert megabytes < MEGABYTES
        assert "Traceback" not in err
        for text in (out, err):
            assert not re.search("[^\\n -~\\xa0-\U0010ffff]", text)
        assert not (here / "RAN").exists()
        return Ran(code, out, err)

    return run


def told_and_answered(ran: Callable[..., Ran], said: str) -> None:
    """Check says it, and `show` answers from the rest and says first that there is an error."""
    checked = ran("check")
    assert checked.code == 1
    assert said in checked.out
    shown = ran("show", "north")
    assert shown.code == 0
    assert shown.out.startswith("North")
    assert " in the data, " in shown.err


linux = pytest.mark.skipif(
    sys.platform != "linux", reason="memory and places are measured as Linux tells them"
)


@linux
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_told_and_the_rest_is_answered(
    tmp_path: Path, ran: Callable[..., Ran], name: str
) -> None:
    files, said = FILES[name]
    write(tmp_path / "record", {**SOUND, **files})
    told_and_answered(ran, said)


@linux
@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_file_is_told_and_the_rest_is_answered(
    tmp_path: Path, ran: Callable[..., Ran], name: str
) -> None:
    make, said = PLACES[name]
    write(tmp_path / "record", SOUND)
    make(tmp_path / "record")
    told_and_answered(ran, said)


@linux
@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "pipe", "large"])
def test_the_text_of_a_source_is_a_small_file_of_the_folder(
    tmp_path: Path, ran: Callable[..., Ran], name: str
) -> None:
    """A warning: nothing but the comparison with the text is lost."""
    (tmp_path / "secret").write_text("secret\n")
    sources = SOUND["sources.yaml"].replace(b"author: ann", b"author: ann, text: " + name.encode())
    write(tmp_path / "record", {**SOUND, "sources.yaml": sources})
    os.mkfifo(tmp_path / "record" / "pipe")
    (tmp_path / "record" / "large").write_bytes(b"word " * 12 * MILLION)
    checked = ran("check")
    assert f'the text "{name}" can\'t be read: ' in checked.out
    assert "secret\n" not in checked.out


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def test_faults_without_end_are_told_to_a_number_and_the_rest_counted(monkeypatch) -> None:
    monkeypatch.setattr(loading, "MOST_PROBLEMS", 100)
    row = b"  - {from: nrth, type: support, to: south, evidence: memo}\n"
    loaded = build({**SOUND, "relations.yaml": b"relations:\n" + row * 200}, [])
    assert len(loaded.problems) == 101
    assert [problem.name for problem in loaded.problems].count("too-many-faults") == 1
    assert loaded.dataset.left_out == 200


# -- what the fuzzer found


def of(files: Mapping[str, str | bytes]) -> Loaded:
    """The small data set of the rules with those files beside its own."""
    return build(laid(files), [])


def printed(loaded: Loaded) -> str:
    return faults.present(checks.report(loaded), loaded.texts)


def seen(loaded: Loaded) -> MemoryView:
    return MemoryView(loaded.dataset, Lens())


def shown(loaded: Loaded, actor: str = "north") -> str:
    view = seen(loaded)
    return plain.present(show_page.page(show.ask(view, actor), view))


def test_a_part_whose_whole_could_not_be_read_is_still_answered() -> None:
    actors = """\
actors:
  east: {name: East, kind: nonsense}
  east-navy: {name: the navy of the East, kind: segment, of: east}
  east-army: {name: the army of the East, kind: segment, of: east}
"""
    relations = "relations:\n  - {from: east-navy, type: enmity, to: east-army, evidence: report p1}\n"
    loaded = of({"actors.yaml": actors, "relations.yaml": relations})
    for view in (seen(loaded), MemoryView(loaded.dataset, Lens(roll_up=True))):
        for other in ("east-army", None):
            assert "the navy of the East" in plain.present(
                why_page.page(why.ask(view, "east-navy", other), view)
            )


def test_a_line_led_by_blanks_and_a_tab_has_its_tab_told() -> None:
    loaded = of({"dataset.yaml": "format: 1\n  \ttitle: A sample\n"})
    assert [(p.name, p.where[1:]) for p in loaded.problems if p.name == "tab"] == [("tab", (2, 3, 1))]


@pytest.mark.parametrize("place", ["²", "p٣", "p" + "9" * 199])
def test_a_place_of_odd_figures_is_sorted_all_the_same(place: str) -> None:
    relations = f"relations:\n  - {{from: north, type: support, to: south, evidence: {{source: report, at: '{place}'}}}}\n"
    loaded = of({"relations.yaml": relations})
    assert not loaded.problems
    assert "South" in shown(loaded)
    view = seen(loaded)
    assert plain.present(why_page.page(why.ask(view, "north", "south"), view))


def test_a_place_longer_than_any_is_a_problem() -> None:
    relations = f"relations:\n  - {{from: north, type: support, to: south, evidence: report p{'1' * 200}}}\n"
    (problem,) = of({"relations.yaml": relations}).problems
    assert (problem.name, problem.what) == ("bad-place", "a place of 201 characters; at most 200 are read")


def test_a_day_in_odd_figures_is_no_date() -> None:
    actors = 'actors:\n  east: {name: East, kind: state, existed: "፩ may 2021"}\n'
    assert [problem.name for problem in of({"actors.yaml": actors}).problems] == ["not-a-date"]


def test_the_mark_stands_under_the_word_at_fault_or_under_all_of_it() -> None:
    """An escape takes more room than what it stands for."""
    relations = """\
relations:
  - {from: north, type: support, to: south, evidence: "report p1 pres supports"}
  - {from: north, type: distrust, to: south, evidence: "rep\\u006frt p1 pres supports"}
"""
    loaded = of({"relations.yaml": relations})
    lines = relations.split("\n")
    marked = [lines[p.where.line - 1][p.where.column - 1 :][: p.where.length] for p in loaded.problems]
    assert marked == ["pres", '"rep\\u006frt p1 pres supports"']


@pytest.mark.parametrize(
    "name", ["☀️analyst", "👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽", "🇩🇪🇫🇷🇩🇪🇫🇷🇩🇪🇫🇷", "a" + "\u0301" * 150, "क्षिक्षिक्षिक्षि"]
)
def test_a_word_is_cut_where_its_cells_end_however_they_are_counted(name: str) -> None:
    relations = f'relations:\n  - {{from: north, type: support, to: south, evidence: {{source: report, at: "{name}"}}}}\n'
    page = shown(of({"relations.yaml": relations}))
    assert max(width(line) for line in page.split("\n")) <= 80
    assert name in page.replace("\n", "").replace(" ", "")


def test_the_heading_of_a_column_is_wrapped_and_shown_as_harmless_as_its_cells() -> None:
    long = "the emirate of the \\u202e mountains and the valleys between them"
    actors = f"""\
actors:
  east: {{name: "{long}", kind: state, traits: [{{trait: goal, is: trade, evidence: report p1}}]}}
  west: {{name: West, kind: state, traits: [{{trait: goal, is: peace, evidence: report p1}}]}}
"""
    view = seen(of({"actors.yaml": actors}))
    page = plain.present(compare_page.page(compare.ask(view, ["west", "east"], None), view))
    assert "\u202e" not in page
    assert max(width(line) for line in page.split("\n")) <= 80


def test_a_message_quotes_no_more_of_a_long_value_than_is_read() -> None:
    relations = f"relations:\n  - {{from: {'x' * 90_000}, type: support, to: south, evidence: report}}\n"
    text = printed(of({"relations.yaml": relations}))
    assert 'no actor "xxx' in text
    assert max(map(len, text.split("\n"))) < 400


def test_near_names_are_looked_for_while_that_takes_no_minutes(monkeypatch) -> None:
    monkeypatch.setattr(reader, "MOST_COMPARED", 1000)
    actors = "actors:\n" + "".join(f"  actor-{n}: {{name: A {n}, kind: state}}\n" for n in range(200))
    relations = "relations:\n" + "".join(
        f"  - {{from: actor-{n}x, type: support, to: south, evidence: report}}\n" for n in range(100)
    )
    first, *_, last = of({"actors.yaml": actors, "relations.yaml": relations}).problems
    assert first.advice[0].startswith("Nearest: actor-0")
    assert last.advice == ("A new actor is declared in actors.yaml.",)


def test_json_holds_what_was_typed_and_steers_nothing() -> None:
    found = {"name": "a\u202eb\x1b[31m\x9b\U000e0041 é 漢"}
    text = json_.dumped(found)
    assert json.loads(text) == found
    assert "é 漢" in text
    assert not {"\u202e", "\x1b", "\x9b", "\U000e0041"} & set(text)
