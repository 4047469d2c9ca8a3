"""The page in one file, read as text: what it weighs, what it may do, and that its answers are the command line's."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from actorgraph.cli import main
from actorgraph.commands import page_pairs, pages, paging, scenes
from actorgraph.drawing import viewer
from actorgraph.lens import Days
from actorgraph.loading import Loaded, load
from actorgraph.questions import compare, matrix, path
from actorgraph.questions.steps import Terms
from actorgraph.view.dates import one_day
from actorgraph.view.memory import MemoryView
from test_drawing import HOSTILE, NAMES, TIES, WORLD, tie
from worlds import loaded, shipped, view

ROOT = Path(__file__).resolve().parent.parent
DATA = ("--data", str(ROOT / "data"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the shipped record, as the command writes it."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    assert main(["draw", *DATA, "-o", str(file), "-q"]) == 0
    return file.read_text(encoding="utf-8")


def told(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def strewn(name: str) -> Loaded:
    """A record whose every field of words holds the name."""
    called = {"name": name or "x", "aliases": [{"name": name or "x", "kind": "native"}]}
    actors = {id_: {**(row or {}), **called} for id_, row in WORLD["actors"].items()}
    sources = {
        "s": {"author": name or "x", "title": name, "url": f"https://a.b/{name}", "published": "2020-06"}
    }
    item = {"gist": name, "quote": name, "hedge": name[:40]}
    rows = [tie("b", "attack", "d", "p1", item=item, note=name, place=[name]), *TIES]
    return loaded({**WORLD, "actors": actors, "sources": sources}, rows)


class Elements(HTMLParser):
    """Every element with the names of its attributes, and the values that a browser acts on."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.live: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))
        self.live += [str(value) for name, value in attrs if name in ("href", "src", "style", "srcset")]


def test_the_shipped_record_weighs_less_than_200_kb(page: str) -> None:
    assert len(page.encode()) < 200_000


def test_the_policy_lets_nothing_run_but_the_one_script(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    for kind, pattern in (
        ("script", r'<script type="module">(.*?)</script>'),
        ("style", r"<style>(.*?)</style>"),
    ):
        (text,) = re.findall(pattern, page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src &#x27;sha256-{digest}&#x27;" in policy[1]
    assert "default-src &#x27;none&#x27;" in policy[1]
    assert "unsafe" not in policy[1]
    assert "connect-src" not in policy[1]
    elements = Elements(page)
    assert not elements.live
    assert not any(name.startswith("on") for _, names in elements.found for name in names)


def test_the_same_record_makes_the_same_bytes(page: str, tmp_path: Path) -> None:
    file = tmp_path / "again.html"
    assert main(["draw", *DATA, "-o", str(file), "-q"]) == 0
    assert file.read_text(encoding="utf-8") == page


def test_a_chart_says_that_the_page_holds_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["draw", "matrix", *DATA, "-o", str(tmp_path / "a.html")]) == 2
    assert "actorgraph draw -o FILE.html" in capsys.readouterr().err


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_ends_the_element_it_stands_in(name: str) -> None:
    # Every field that takes words holds the name; the tree of elements stays that of a harmless one.
    assert _tree(name) == _tree("plain")


@given(name=NAMES)
@example(name='</script><img src=x onerror="alert(1)">')
@example(name="{{script}}{{data}}\\u003c/script>")
@settings(max_examples=25)
def test_no_text_of_a_record_becomes_markup(name: str) -> None:
    assert _tree(name) == _tree("plain")


def _tree(name: str) -> list[tuple[str, tuple[str, ...]]]:
    found = view(strewn(name))
    page = viewer.page(paging.data(found, scenes.whole(found), whole=True, pairs=False), None)
    assert told(page)["title"]  # the data can still be read
    return Elements(page).found


# -- the same answers as the command line


@pytest.fixture(scope="module", params=["data", "examples/great-powers"])
def record(request: pytest.FixtureRequest) -> tuple[MemoryView, dict[str, Any]]:
    found = view(load(str(ROOT / request.param)))
    return found, paging.data(found, scenes.whole(found), whole=True)


@pytest.mark.slow
def test_every_comparison_and_path_is_the_one_of_the_command(
    record: tuple[MemoryView, dict[str, Any]],
) -> None:
    found, data = record
    ids = [actor["id"] for actor in data["actors"]]
    words, kept, usual = data["pairs"]["words"], data["pairs"]["pairs"], data["pairs"]["usual"]
    for one, other in combinations(range(len(ids)), 2):
        state, _, thirds, paths, _ = kept.get(f"{one},{other}", [usual, [], [], [], 0])
        asked = compare.ask(found, [ids[one], ids[other]]).plain()
        assert words[state] == asked["pairs"][0]["state"]
        assert [
            {"party": ids[who], "reading": words[r], "common": words[days]} for who, r, days in thirds
        ] == asked["thirds"]
        answer = path.ask(found, ids[one], ids[other], Terms())
        walks = [
            (list(p.actors), p.window.text if p.window else "") for _, p, kin in answer.lettered() if not kin
        ]
        assert [([ids[who] for who in walk], words[when] if when >= 0 else "") for walk, when in paths] == walks  # fmt: skip


def moments(told_: str, size: int) -> list[str]:
    found = ["u"] * size
    for moment in filter(None, told_.split(",")):
        at = int(moment[:-1] or 0)
        found[at:] = [moment[-1]] * (size - at)
    return found


def test_at_every_stop_of_the_slider_each_tie_answers_as_on_that_date(
    record: tuple[MemoryView, dict[str, Any]],
) -> None:
    found, data = record
    words = {"c": "certainly", "p": "possibly", "u": "not known", "e": "no", "n": "no"}
    answers = {row["id"]: moments(row["on"], len(data["stops"])) for row in data["ties"]}
    assert len(data["stops"]) > 20
    for number, stop in enumerate(data["stops"]):
        days = one_day(stop, "on")
        asked = {
            row.relation.id: row.answer for row in found.through(found.lens._replace(days=days)).relations()
        }
        assert {id_: words[at[number]] for id_, at in answers.items()} == asked


def test_the_grid_holds_the_marks_of_the_matrix(record: tuple[MemoryView, dict[str, Any]]) -> None:
    found, data = record
    ids = [actor["id"] for actor in data["actors"]]
    by_id = {row["id"]: row for row in data["ties"]}
    stop = data["stops"][-1]
    dated = found.through(found.lens._replace(days=one_day(stop, "on")))
    answer = matrix.ask(dated)
    for cell in answer.cells:
        for row in cell.rows:
            if not matrix.live(row):
                continue
            marks, code = (
                by_id[row.relation.id]["m"],
                moments(by_id[row.relation.id]["on"], len(data["stops"]))[-1],
            )
            assert marks[-1 if code == "p" else 0] == matrix.row_mark(row, answer.sight)
            ends = {ids[by_id[row.relation.id]["a"]], ids[by_id[row.relation.id]["b"]]}
            assert ends == {cell.row, cell.column}


def test_through_one_voice_or_source_a_tie_reads_as_the_lens_has_it() -> None:
    also = [
        {"source": "other", "at": "p2", "says": "un", "stance": "disputes"},
        {"source": "other", "at": "p3", "says": "jane", "when": "2019"},
    ]
    world = {
        **WORLD,
        "sources": {**WORLD["sources"], "other": {"author": "jane", "published": "2021"}},
        "voices": {**WORLD["voices"], "jane": {"name": "Jane", "kind": "analyst"}},
    }
    found = loaded(world, [tie("a", "attack", "b", "p1", also=also), tie("a", "support", "c", "p4")])
    assert not [one for one in found.problems if one.severity == "error"]
    data = pages.data(view(found), scenes.whole(view(found)), view(found).relations(), "")
    row = data["ties"][0]
    voices, sources = [one for one, _ in data["voices"]], [one["id"] for one in data["sources"]]
    assert row["s"] == "contested"
    for voice in ("", *voices):
        for source in ("", *sources):
            lens = {"says": voice, "source": source}
            asked = view(found, {key: word for key, word in lens.items() if word})
            seen = next((one for one in asked.relations() if one.relation.id == row["id"]), None)
            key = f"{voices.index(voice) if voice else ''}|{sources.index(source) if source else ''}"
            items = [
                i
                for i in row["i"]
                if (not voice or voices[i[1]] == voice) and (not source or sources[i[0]] == source)
            ]
            assert bool(items) == (seen is not None)
            if seen and key != "|":
                assert {**row, **row["as"].get(key, {})}["s"] == seen.standing


def test_a_pair_asked_of_the_server_is_the_pair_of_the_page() -> None:
    found = shipped()
    data = paging.data(found, scenes.whole(found), whole=True)
    ids, ties = [one["id"] for one in data["actors"]], [one["id"] for one in data["ties"]]
    alone = page_pairs.pair(found, ids, ties, 4, 0)
    kept = data["pairs"]["pairs"]["0,4"]
    assert alone["words"][alone["pair"][0]] == data["pairs"]["words"][kept[0]]
    assert len(alone["pair"][3]) == len(kept[3])


def test_a_page_with_a_day_of_its_own_has_no_slider() -> None:
    found = shipped({"on": "2021-09"})
    assert pages.stops(found, found.relations()) == []
    assert isinstance(found.lens.days, Days)
