"""The page in a real browser, from a file: what a reader sees, presses, types and takes away."""

import csv
import importlib.resources
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import browser
from actorgraph.cli import main
from actorgraph.commands import paging, scenes
from actorgraph.drawing.style import LIGHT
from actorgraph.questions import compare, path
from test_drawing import HOSTILE
from test_page import strewn, told
from worlds import shipped, view

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(browser.MISSING), reason=browser.MISSING or "there is one"),
]
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser.chromium() as found:
        yield found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("viewer") / "isk.html"
    assert main(["draw", "--data", str(ROOT / "data"), "-o", str(made), "-q"]) == 0
    return made


@pytest.fixture(scope="module")
def powers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("viewer") / "powers.html"
    data = ROOT / "examples" / "great-powers"
    assert main(["draw", "--data", str(data), "-o", str(made), "-q"]) == 0
    return made


class Tab:
    """One tab at the page, and whatever it asks for or complains of."""

    def __init__(self, chromium: Any, file: Path, fragment: str = "", **look: Any) -> None:
        self.context = chromium.new_context(viewport={"width": 1280, "height": 800}, **look)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.trouble: list[str] = []
        self.page.on("console", lambda said: self.trouble.append(said.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda asked: self.trouble.append(asked.url))
        self.page.goto(f"{file.as_uri()}{fragment}")
        assert self.page.evaluate("document.documentElement.dataset.ready") == "yes"
        self.data = json.loads(self.page.locator("#data").text_content() or "")
        self.trouble.remove(f"{file.as_uri()}{fragment}".partition("#")[0])

    def go(self, fragment: str) -> None:
        self.page.evaluate(
            "async to => { if (location.hash !== to && (to !== '#' || location.hash)) { const done = new Promise(ok => "
            "addEventListener('hashchange', ok, {once: true})); location.hash = to; await done; } }",
            f"#{fragment}",
        )

    def rows(self) -> list[str]:
        """The ids of the ties that the list shows."""
        found = self.page.eval_on_selector_all(
            "#list [data-row]", "all => all.map(one => Number(one.dataset.row))"
        )
        return [self.data["ties"][number]["id"] for number in found]

    @property
    def panel(self) -> str:
        return str(self.page.locator("#panel").inner_text())


@pytest.fixture(scope="module")
def shared(chromium: Any, file: Path) -> Iterator[Tab]:
    tab = Tab(chromium, file)
    yield tab
    tab.context.close()


@pytest.fixture
def tab(shared: Tab) -> Iterator[Tab]:
    """The page with nothing chosen; whoever used it leaves no request and no message behind."""
    shared.go("")
    shared.page.keyboard.press("Escape")
    yield shared
    assert shared.trouble == []


def test_it_opens_with_the_picture_and_says_what_it_is(tab: Tab) -> None:
    assert tab.page.title() == tab.data["title"]
    assert tab.page.locator("#map").is_visible()
    assert len(tab.page.query_selector_all("#map .node")) == 39
    assert "76 of 76 ties" in tab.page.locator("#status").inner_text()


LENSES = (
    {"family": "hostile,movement"}, {"type": "military-campaign"}, {"standing": "firm"}, {"standing": "contested"},
    {"kind": "state"}, {"kind": "community"}, {"source": "mir-2021"}, {"says": "press-reports"},
    {"family": "cooperative", "standing": "contested"},
)  # fmt: skip


@pytest.mark.parametrize("lens", LENSES, ids=str)
def test_each_filter_leaves_what_the_command_lists(tab: Tab, lens: dict[str, str]) -> None:
    if lens.get("says") and lens["says"] not in dict(tab.data["voices"]):
        lens = {"says": tab.data["voices"][-1][0]}
    keys = {"family": "families", "says": "voice"}
    tab.go("&".join(["view=list", *(f"{keys.get(key, key)}={word}" for key, word in lens.items())]))
    asked = shipped(lens)
    assert sorted(tab.rows()) == sorted(row.relation.id for row in asked.relations())
    words = tab.page.locator("#line").inner_text()
    assert all(f"--{option} {word}" in words for option, word in lens.items())


def test_filters_are_pressed_and_chosen_on_the_page(tab: Tab) -> None:
    tab.page.get_by_role("button", name="List", exact=True).click()
    for family in ("cooperative", "belongs", "movement", "without sign"):
        tab.page.locator("#families").get_by_role("button", name=family).click()
    assert sorted(tab.rows()) == sorted(row.relation.id for row in shipped({"family": "hostile"}).relations())
    tab.page.locator("#more summary").click()
    tab.page.get_by_label("Kind of actor").select_option("state")
    asked = shipped({"family": "hostile", "kind": "state"})
    assert sorted(tab.rows()) == sorted(row.relation.id for row in asked.relations())
    tab.page.get_by_role("button", name="Clear filters").click()
    assert len(tab.rows()) == 76


def test_a_line_without_a_tie_that_is_left_goes_from_the_picture(tab: Tab) -> None:
    tab.go("families=hostile")
    assert tab.page.locator("#map .edge.hostile.away").count() == 0
    assert tab.page.locator("#map .edge.cooperative:not(.away)").count() == 0


def test_the_slider_shows_what_held_on_a_date(tab: Tab) -> None:
    tab.go("view=list")
    slider = tab.page.locator("#slider")
    slider.focus()
    tab.page.keyboard.press("End")
    stop = tab.data["stops"][-1]
    assert tab.page.locator("#when").inner_text() == stop
    asked = {row.relation.id: row.answer for row in shipped({"on": stop}).relations()}
    cells = tab.page.eval_on_selector_all(
        "#list [data-row]",
        "all => all.map(one => [Number(one.dataset.row), one.lastElementChild.textContent])",
    )
    shown = {tab.data["ties"][number]["id"]: word for number, word in cells}
    assert {id_ for id_, word in shown.items() if word == "certainly"} == {
        i for i, a in asked.items() if a == "certainly"
    }
    assert {id_ for id_, word in shown.items() if word == "possibly"} == {
        i for i, a in asked.items() if a == "possibly"
    }
    assert "ended" in shown.values()
    tab.page.keyboard.press("Home")
    assert tab.page.locator("#when").inner_text() == "any time"


def test_what_held_on_a_date_is_not_paler_for_having_ended_since(chromium: Any, powers: Path) -> None:
    tab = Tab(chromium, powers)
    ties = [row for row in tab.data["ties"] if row["id"].startswith("britain.enmity.france")]
    shaft = tab.page.locator(f"#line-{ties[0]['n']} path").first
    assert shaft.get_attribute("stroke") == LIGHT.faded(LIGHT.lines["hostile"]).lower()
    tab.go("on=1889")
    assert shaft.get_attribute("stroke") == LIGHT.lines["hostile"].lower()
    tab.go("on=1907")
    assert shaft.get_attribute("stroke") != LIGHT.lines["hostile"].lower()
    tab.context.close()


def test_play_walks_through_time_and_stops_when_asked(tab: Tab) -> None:
    tab.page.get_by_role("button", name="Play").click()
    first = tab.page.locator("#when").inner_text()
    tab.page.wait_for_function("first => document.getElementById('when').textContent > first", arg=first)
    tab.page.get_by_role("button", name="Pause").click()
    assert tab.page.get_by_role("button", name="Play").is_visible()


def test_an_actor_is_found_by_part_of_an_alias_and_opens_its_ties(tab: Tab) -> None:
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("khorasan")
    tab.page.keyboard.press("Enter")
    assert tab.page.locator("#panel h2").inner_text() == "IS-K"
    assert "actor=is-k" in tab.page.url
    assert tab.page.locator("#map #node-is-k.here").count() == 1
    assert tab.page.locator("#panel .tie").count() == sum(
        "is-k" in row.relation.ends for row in shipped().relations()
    )


def test_whoever_is_called_so_is_found_before_those_whose_names_hold_it(tab: Tab) -> None:
    for typed, first in (("tal", "Taliban"), ("is-k", "IS-K"), ("us gov", "US government")):
        tab.page.locator("#find").fill(typed)
        assert tab.page.locator("#found li").first.inner_text() == first
    tab.page.keyboard.press("Escape")


def test_words_on_lines_wait_until_they_can_be_read(tab: Tab) -> None:
    word = tab.page.locator("#map .label text").first
    size = tab.page.locator("#zoom")
    size.get_by_text("Fit").click()
    word.wait_for(state="hidden")
    for _ in range(3):
        size.get_by_text("+").click()
    word.wait_for(state="visible")
    size.get_by_text("Fit").click()


def test_a_line_opens_its_evidence_with_every_voice(tab: Tab) -> None:
    row = next(row for row in tab.data["ties"] if row["s"] == "contested" and row["n"])
    tab.page.locator(f"#label-{row['n']} text").first.dispatch_event("click", {"bubbles": True})
    text = tab.panel
    for item in row["i"]:
        assert item[2] in text
    assert tab.data["reasons"][row["why"]] in text
    assert tab.data["sources"][0]["ref"] in text


def test_a_source_with_an_address_is_a_link_that_tells_nobody_whence(chromium: Any, tmp_path: Path) -> None:
    from test_drawing import TIES, WORLD
    from worlds import loaded

    sources = {"s": {"author": "Ann Author", "published": "2020-06", "url": "https://example.org/report"}}
    found = view(loaded({**WORLD, "sources": sources}, TIES))
    file = tmp_path / "a.html"
    file.write_text(paging.page(found, scenes.whole(found), whole=True), encoding="utf-8")
    tab = Tab(chromium, file, f"#tie={found.relations()[0].relation.id}")
    link = tab.page.locator("#panel a").first
    assert link.get_attribute("href") == "https://example.org/report"
    assert link.get_attribute("rel") == "noopener noreferrer"
    tab.context.close()


@pytest.mark.parametrize("two", [("is-k", "taliban"), ("us-government", "is-k"), ("al-qaeda", "pakistan")])
def test_a_comparison_is_the_one_of_the_command(tab: Tab, two: tuple[str, str]) -> None:
    tab.go(f"compare={two[0]},{two[1]}")
    answer = compare.ask(shipped(), two)
    assert f"Between them: {answer.between[0].state.text}." in tab.panel
    for third in answer.thirds:
        name = shipped().dataset.name_of(third.party)
        held = tab.page.locator(f'.thirds[data-reading="{third.reading}"]').inner_text()
        assert f"{name} {third.shared}".strip() in held


@pytest.mark.parametrize("two", [("us-government", "is-k"), ("ttp", "pakistan"), ("is-k", "haqqani-network")])
def test_paths_are_those_of_the_command(tab: Tab, two: tuple[str, str]) -> None:
    tab.go(f"path={two[0]},{two[1]}")
    name = shipped().dataset.name_of
    walks = [
        (" – ".join(map(name, one.actors)), one.window.text if one.window else "direct")
        for _, one, kin in path.ask(shipped(), *two).lettered()
        if kin is None
    ]
    shown = tab.page.locator(".paths li").all_inner_texts()
    assert len(shown) == len(walks)
    for text, (walk, when) in zip(shown, walks, strict=True):
        assert text.startswith(walk)
        assert text.endswith(when)
    assert walks or tab.page.locator("#nopath").is_visible()


def test_a_path_lights_the_ties_it_goes_by_and_no_plan(tab: Tab) -> None:
    tab.go("path=us-government,is-k")
    answer = path.ask(shipped(), "us-government", "is-k")
    by = {
        row.relation.id
        for _, one, kin in answer.lettered()
        if kin is None
        for step in one.steps
        for row in step.rows
    }
    lit = tab.page.eval_on_selector_all("#map .edge.lit", "all => all.map(one => Number(one.dataset.line))")
    assert set(lit) == {row["n"] for row in tab.data["ties"] if row["id"] in by and row["n"]}


def test_in_time_a_plan_is_told_from_what_is_contested(tab: Tab) -> None:
    tab.go("view=lanes")
    for number, row in enumerate(tab.data["ties"]):
        bar = tab.page.locator(f"[data-bar='{number}']")
        if bar.count():
            plan = row["m"][0].startswith("~")
            assert bar.locator("text").inner_html().startswith("~ ") == plan
            assert ("plan" in bar.get_attribute("class").split()) == plan


def test_two_actors_are_chosen_in_a_form(tab: Tab) -> None:
    tab.page.locator("#two summary").click()
    tab.page.locator("#one").select_option("us-government")
    tab.page.locator("#other").select_option("is-k")
    tab.page.locator("#two").get_by_role("button", name="Path").click()
    assert "path=us-government%2Cis-k" in tab.page.url


def test_the_grid_and_time_show_the_same_selection(tab: Tab) -> None:
    tab.go("view=matrix&families=hostile")
    cell = tab.page.locator("#matrix button").first
    assert tab.page.locator("#matrix .f-cooperative").count() == 0
    cell.click()
    assert "tie=" in tab.page.url
    assert tab.page.locator("#panel .tie[open]").count() == 1
    tab.go("view=lanes&families=hostile")
    bars = tab.page.eval_on_selector_all(
        "#lanes [data-bar]", "all => all.map(one => Number(one.dataset.bar))"
    )
    assert bars
    assert {tab.data["ties"][number]["t"] for number in bars} <= {
        row.relation.type for row in shipped({"family": "hostile"}).relations()
    }


def test_the_address_brings_everything_back(chromium: Any, file: Path, tab: Tab) -> None:
    tab.go("view=list&families=hostile,belongs&standing=firm&on=2021-09&actor=is-k")
    rows, panel, address = tab.rows(), tab.panel, tab.page.url
    again = Tab(chromium, file, f"#{address.partition('#')[2]}")
    assert (again.rows(), again.panel) == (rows, panel)
    again.context.close()
    tab.page.locator("#panel .link").first.click()
    assert "actor=" not in tab.page.url
    tab.page.go_back()
    tab.page.wait_for_function("() => location.hash.includes('actor=is-k')")
    assert tab.panel == panel


def test_an_address_that_names_nothing_known_is_passed_over(tab: Tab) -> None:
    tab.go("view=nonsense&actor=<b>&tie=x&on=1066&compare=is-k&path=a,b&families=none&standing=%22")
    assert tab.page.locator("#map").is_visible()


def test_a_keyboard_alone_reaches_evidence_and_back(tab: Tab) -> None:
    press = tab.page.keyboard.press
    tab.page.locator("#families button").last.focus()
    seen = []
    for _ in range(12):
        press("Tab")
        seen.append(
            tab.page.evaluate(
                "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
            )
        )
        if tab.page.evaluate("document.activeElement.dataset.actor !== undefined"):
            break
    assert tab.page.evaluate("document.activeElement.dataset.actor !== undefined"), seen
    before = tab.page.evaluate("document.activeElement.dataset.actor")
    outline = tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        press(key)
    press("ArrowRight")
    assert tab.page.evaluate("document.activeElement.dataset.actor") != before
    press("Enter")
    assert tab.page.evaluate("document.activeElement.id") == "panel"
    press("2")
    assert tab.page.locator("#matrix").is_visible()
    press("4")
    assert tab.page.locator("#list").is_visible()
    press("1")
    press("Escape")
    assert "actor=" not in tab.page.url
    for _ in range(3):
        press("]")
    assert tab.page.locator("#when").inner_text() == tab.data["stops"][2]


def test_the_picture_is_moved_and_scaled_as_one(tab: Tab) -> None:
    def transform() -> str:
        tab.page.wait_for_timeout(60)
        return str(tab.page.evaluate("document.getElementById('map').style.transform"))

    def height() -> int:
        return int(tab.page.evaluate("document.getElementById('map').parentElement.clientHeight"))

    before, now = -1, height()
    while before != now:  # the lines below the picture are still being set
        tab.page.wait_for_timeout(150)
        before, now = now, height()
    tab.page.keyboard.press("0")
    fitted = transform()
    tab.page.mouse.move(300, 640)
    tab.page.mouse.down()
    tab.page.mouse.move(380, 600, steps=4)
    tab.page.mouse.up()
    moved = transform()
    assert moved != fitted
    tab.page.mouse.wheel(0, -400)
    assert transform() != moved
    tab.page.keyboard.press("0")
    assert transform() == fitted
    assert tab.page.url.endswith("isk.html") or tab.page.url.endswith("#")


def test_what_is_taken_away(tab: Tab, tmp_path: Path) -> None:
    tab.go("families=hostile&on=2021-09")
    taken = {}
    for name in ("svg", "png", "csv"):
        tab.page.locator("#saving summary").click()
        with tab.page.expect_download() as found:
            tab.page.locator(f"#{name}").click()
        found.value.save_as(tmp_path / f"a.{name}")
        taken[name] = (tmp_path / f"a.{name}").read_bytes()
    picture = ElementTree.fromstring(taken["svg"])  # noqa: S314  # our own
    words = "".join(picture.itertext())
    assert tab.data["title"] in words
    assert "family hostile" in words
    assert "on 2021-09" in words
    assert "hostile" in words
    assert b"cooperative firm" not in taken["svg"]
    assert taken["png"].startswith(b"\x89PNG")
    assert len(taken["png"]) > 20_000
    rows = list(csv.DictReader(StringIO(taken["csv"].decode())))
    asked = {row.relation.id: row for row in shipped({"family": "hostile", "on": "2021-09"}).relations()}
    assert {row["id"] for row in rows} == set(asked)
    assert all(row["standing"] == asked[row["id"]].standing for row in rows)
    assert all(row["permanent_id"].startswith(f"{row['id']}@") for row in rows)


def test_a_citation_is_the_one_of_the_command(tab: Tab, capsys: pytest.CaptureFixture[str]) -> None:
    id_ = "is-k.seeks-to-topple.taliban"
    tab.go(f"tie={id_}")
    tab.page.get_by_role("button", name="Copy citation").first.click()
    tab.page.wait_for_function("() => document.documentElement.dataset.copied")
    copied = tab.page.evaluate("document.documentElement.dataset.copied")
    capsys.readouterr()
    assert main(["cite", id_, "--data", str(ROOT / "data"), "-q"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    first = copied.partition("\n\n")[0]
    assert " ".join(first.split()) in printed


AXE = """async () => { const found = await axe.run(document, {resultTypes: ['violations']});
return found.violations.map(one => [one.id, one.nodes.map(node => node.target.join(' ')).slice(0, 4)]); }"""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_rules_of_axe_find_nothing(chromium: Any, file: Path, look: str) -> None:
    pytest.importorskip(
        "axe_playwright_python", reason="axe-core is not installed: pip install axe-playwright-python"
    )
    source = (
        importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    )
    tab = Tab(chromium, file, color_scheme=look, reduced_motion="reduce")
    tab.page.evaluate(source)
    states = ("", "actor=is-k", "compare=is-k,taliban", "view=matrix", "view=lanes", "view=list&on=2021-09")
    for state in states if look == "light" else states[:2]:
        tab.go(state)
        assert tab.page.evaluate(AXE) == [], state
    tab.context.close()


def test_on_a_phone_nothing_runs_over_the_edge(chromium: Any, file: Path) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for state in ("", "#actor=is-k", "#view=lanes", "#view=list", "#view=matrix"):
        page.goto(f"{file.as_uri()}{state}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, state
    context.close()


def test_it_opens_with_all_of_a_small_picture_in_sight(chromium: Any, powers: Path) -> None:
    tab = Tab(chromium, powers)
    tab.page.wait_for_timeout(100)
    field = tab.page.locator("#picture").bounding_box()
    for box in (one.bounding_box() for one in tab.page.locator("#map .node").all()):
        assert field["y"] <= box["y"] and box["y"] + box["height"] <= field["y"] + field["height"]
    tab.context.close()


def test_on_a_phone_the_name_of_whom_one_chose_comes_into_sight(chromium: Any, file: Path) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("scrollY") == 0
    page.locator("#find").fill("pakistani")
    page.keyboard.press("Enter")
    box = page.locator("#panel h2").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] < page.locator("#clock").bounding_box()["y"]
    context.close()


def test_on_paper_stand_picture_and_evidence_without_the_controls(chromium: Any, file: Path) -> None:
    tab = Tab(chromium, file, "#tie=is-k.seeks-to-topple.taliban")
    tab.page.emulate_media(media="print")
    tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not tab.page.locator("#families").is_visible()
    assert not tab.page.locator("#slider").is_visible()
    assert tab.page.locator("#map").is_visible()
    assert "Asserted by" in tab.panel
    tab.context.close()


def test_whoever_wants_no_motion_gets_none(chromium: Any, file: Path) -> None:
    tab = Tab(chromium, file, reduced_motion="reduce")
    assert (
        tab.page.evaluate("getComputedStyle(document.querySelector('#map .edge')).transitionDuration") == "0s"
    )
    tab.context.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_runs_whatever_a_name_holds(chromium: Any, tmp_path: Path, name: str) -> None:
    found = view(strewn(name))
    file = tmp_path / "hostile.html"
    file.write_text(paging.page(found, scenes.whole(found), whole=True), encoding="utf-8")
    tab = Tab(chromium, file)
    ids = [row["id"] for row in told(file.read_text(encoding="utf-8"))["ties"]]
    for state in ("view=matrix", "view=lanes", "view=list", "actor=b", *(f"tie={id_}" for id_ in ids[:1])):
        tab.go(state)
    assert tab.page.locator("img, iframe, object, embed").count() == 0
    assert tab.page.evaluate("document.scripts.length") == 2
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert tab.trouble == []
    tab.context.close()


def test_a_name_from_right_to_left_keeps_its_own_direction(chromium: Any, tmp_path: Path) -> None:
    found = view(strewn("ولایت خراسان"))
    file = tmp_path / "rtl.html"
    file.write_text(paging.page(found, scenes.whole(found), whole=True), encoding="utf-8")
    tab = Tab(chromium, file)
    assert tab.page.locator("#panel bdi").first.inner_text() == "ولایت خراسان"
    assert re.search(r"ولایت خراسان\s*\d+ ties?", tab.panel)
    tab.context.close()
