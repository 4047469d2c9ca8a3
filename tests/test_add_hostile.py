"""Whatever is typed into an option comes back from the file as it was, or is refused with nothing written."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actorgraph.cli import main
from actorgraph.loading import load

pytestmark = pytest.mark.slow  # `make check` and CI run it; `make test` stays under a minute

Run = Callable[..., Any]
QUOTES = Path(__file__).resolve().parent.parent / "examples" / "quotes"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    shutil.copytree(QUOTES, tmp_path / "data")
    return tmp_path / "data"


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}


LINES = [
    "# no comment", "a # b", "a: b", "a:", ": b", "- a", "-", "--", "--gist", "? a", "[a", "a]", "{a: b}", "a, b",
    "*a", "&a b", "!a", "|", ">", "|-", "'", '"', "''", "it's", 'say "so"', "\\", "\\n", "%a", "@a", "`a`", "~", "null",
    "no", "1_000", "0x1", "2021-08-26", "<<", "=", "...", "---", "a  b", "é ñ ł", "حركة طالبان", "日本語", "a\u200db",
    "$(touch x)", "`touch x`", "a;b", "a|b", "x" * 5000, "long words " * 450 + "end", "{{ x }}", "%s {0} {name}",
]  # fmt: skip
SEVERAL = ["one\ntwo", "one\n\n  two", "one\r\ntwo", "a\tb", "# a\n# b", "- a\n- b", "a:\n  b: c", "end:\n'"]


@pytest.mark.parametrize("option", ["note", "gist", "scope", "place"])
def test_hostile_text_comes_back_as_it_was(actorgraph: Run, record: Path, option: str) -> None:
    texts = LINES + SEVERAL * (option in ("note", "gist"))
    for number, text in enumerate(texts):
        before = held(record)
        words = ("relation", "river-front", "threat", "northern-council", "--evidence", "monitors p1")
        done = main(
            ["add", *words, "--data", str(record), "--id", f"x-{number}", f"--{option}={text}", "--no-input"]
        )
        assert done == 0, text
        row = load(str(record)).dataset.by_id[f"x-{number}"]
        found = {
            "note": row.note,
            "scope": row.scope,
            "place": "".join(row.place),
            "gist": row.evidence[0].gist,
        }
        assert found[option] == text.replace("\r\n", "\n").strip()
        after = held(record)
        assert after["relations.yaml"].startswith(before["relations.yaml"].rstrip(b"\n"))


@pytest.mark.parametrize("text", [line for line in LINES if line.strip("-'\"") and not line.startswith("-")])
def test_a_name_of_any_letters_comes_back_as_it_was(record: Path, text: str) -> None:
    words = [
        "add",
        "actor",
        text,
        "--kind",
        "party",
        "--id",
        "x",
        "--alias",
        f"{text} too",
        "--data",
        str(record),
    ]
    assert main([*words, "--anyway", "--no-input"]) == 0
    actor = load(str(record)).dataset.actors["x"]
    assert (actor.name, [one.name for one in actor.aliases]) == (text, [f"{text} too"])


def test_a_name_that_begins_with_a_hyphen_follows_two(record: Path) -> None:
    words = [
        "add",
        "actor",
        "--kind",
        "party",
        "--id",
        "x",
        "--data",
        str(record),
        "--no-input",
        "--",
        "-X- # y",
    ]
    assert main(words) == 0
    assert load(str(record)).dataset.actors["x"].name == "-X- # y"


UNSEEN = ["a\x00b", "a\x07b", "a\x1b[2Jb", "a\x7fb", "a\x85b", "a\u202eb", "a\u2066b", "a\u200bb", "a\ufeffb", "a\u2028b",
          "a\xadb", "a\udcffb", "\ud800"]  # fmt: skip


@pytest.mark.parametrize("text", UNSEEN)
@pytest.mark.parametrize("words", [
    ["actor", "{}", "--kind", "party", "--id", "x"],
    ["actor", "X", "--kind", "party", "--alias", "{}"],
    ["voice", "{}", "--kind", "media", "--id", "x"],
    ["source", "x", "--title", "{}", "--author", "A", "--published", "2020"],
    ["source", "x", "--title", "T", "--author", "{}", "--published", "2020"],
    ["source", "x", "--title", "T", "--author", "A", "--published", "2020", "--url", "{}"],
    ["event", "E", "--note", "{}"],
    ["event", "E", "--who", "victim={}"],
    ["relation", "front", "threat", "council", "--evidence", "wire p4", "--gist", "{}"],
    ["relation", "front", "threat", "council", "--evidence", "{}"],
    ["relation", "front", "{}", "council"],
    ["relation", "{}", "threat", "council"],
    ["evidence", "front attack council", "{}"],
], ids=lambda words: " ".join(words[:1] + words[-2:]))  # fmt: skip
def test_what_can_not_be_seen_is_refused_wherever_it_is_typed(
    record: Path, capsys: pytest.CaptureFixture[str], words: list[str], text: str
) -> None:
    before = held(record)
    line = [word.replace("{}", text) for word in words]
    assert main(["add", *line, "--data", str(record), "--no-input"]) == 2
    told = capsys.readouterr()
    assert (told.out, held(record)) == ("", before)
    assert "which can't be seen" in told.err or "no text" in told.err
    assert told.err.isascii()
    assert told.err.replace("\n", "").isprintable()


@pytest.mark.parametrize("text", ["", "  ", "a\nb", "a\tb"])
def test_names_are_one_line_of_something(record: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    before = held(record)
    for words in (["actor", text, "--kind", "party"], ["actor", "X", "--kind", "party", "--alias", text]):
        assert main(["add", *words, "--data", str(record), "--no-input"]) == 2
        assert capsys.readouterr().err.startswith(("NAME ", "--alias ", "Missing: NAME"))
    assert held(record) == before


def test_a_text_beyond_what_is_read_is_refused(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(record)
    assert main(["add", "actor", "X", "--kind", "party", "--note", "x" * 100_001, "--data", str(record)]) == 1
    assert held(record) == before
    assert "at most 100,000 are read" in capsys.readouterr().err


VISIBLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]), min_size=1
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=VISIBLE, style=st.sampled_from(["flow", "block"]))
def test_any_visible_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str, style: str) -> None:
    record = tmp_path_factory.mktemp("world") / "data"
    shutil.copytree(QUOTES, record)
    if style == "block":
        (record / "actors.yaml").write_text("actors:\n  river-front:\n    name: River Front\n    kind: party\n"
                                            "  northern-council:\n    name: Northern Council\n    kind: party\n"
                                            "  upland-league:\n    name: Upland League\n    kind: party\n")  # fmt: skip
    code = main(
        ["add", "actor", "X1", "--kind", "party", f"--note={text}", "--data", str(record), "--no-input"]
    )
    if code == 0:
        assert load(str(record)).dataset.actors["x1"].note == text.strip()
    else:
        assert (code, text.strip() == "" or "\u3164" in text or "\uffa0" in text) == (2, True)
