"""Pictures: DOT that reads back as what was drawn whatever the names hold, and SVG that does nothing but show it."""

import html
import json
import re
import subprocess
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actorgraph.drawing import dot, fit, picture, render, scene, style
from actorgraph.drawing.label import LONGEST, shown
from actorgraph.drawing.lines import Line
from actorgraph.drawing.scene import SHAPES, Node, Note, Scene
from actorgraph.drawing.style import FAMILIES
from actorgraph.errors import Fault
from actorgraph.sight import Seen
from worlds import loaded, shipped, view

SVG = "{http://www.w3.org/2000/svg}"
TITLE = "{http://www.w3.org/1999/xlink}title"
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    '"]; evil [label="owned"]; "',
    "two\nlines\r\nand a\ttab",
    "\\N \\G \\l \\",
    "&amp; &#92; &lt;b&gt;",
    "]]>--><!-- <?php ?>",
    "a\u202egnp.exe\u2066 \x1b[31m \x00",
    "ولایت خراسان",
    "name: {of: 'a'} // not a comment #",
    "x" * 5000,
    " ",
)
NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=120))
WORLD: dict[str, Any] = {
    "actors": {
        "a": None, "b": {"kind": "government"}, "c": None, "d": None, "part": None, "sister": None,
        "villagers": {"kind": "community"}, "chief": {"kind": "person"}, "wing": {"kind": "segment", "of": "a"},
        "far": None, "farther": None,
    },
    "sources": {"s": {"author": "Ann Author", "published": "2020-06"}},
    "voices": {"press": {"name": "press", "kind": "unnamed"}, "un": {"name": "UN", "kind": "official"}},
}  # fmt: skip


def tie(from_: str, type_: str, to: str, at: str, **more: Any) -> dict[str, Any]:
    item = {"source": "s", "at": at, **more.pop("item", {})}
    return {"from": from_, "type": type_, "to": to, "evidence": [item, *more.pop("also", [])], **more}


DOUBT = [{"source": "s", "at": "p90", "says": "un", "stance": "doubts"}]
TIES = [
    tie("a", "attack", "b", "p1", when="2016/2018"),
    tie("a", "support", "b", "p2", item={"says": "press"}),
    tie("a", "support", "c", "p3", also=DOUBT),
    tie("a", "attack", "c", "p4", modality="intended"),
    tie("a", "attack", "c", "p5", **{"as-of": "2020-06"}),
    tie("a", "recruits-from", "villagers", "p6"),
    tie("part", "part-of", "c", "p7"),
    tie("sister", "part-of", "c", "p8"),
    tie("a", "enmity", "part", "p9"),
    tie("a", "attack", "sister", "p10"),
    tie("chief", "leads", "a", "p11"),
    tie("a", "seeks-to-topple", "d", "p12"),
    tie("a", "cooperation", "d", "p13", item={"stance": "disputes"}),
    tie("c", "cooperation", "far", "p14"),
    tie("far", "cooperation", "farther", "p15"),
]


def world(**lens: str) -> Any:
    found = loaded(WORLD, TIES)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return view(found, {key.replace("_", "-"): value for key, value in lens.items()})


def caption(row: Seen) -> str:
    return f"{row.relation.type} [{row.items[0].at[0]}]"


def parsed(text: str) -> Any:
    """The graph as a DOT parser that is not ours reads it: nodes by id, and lines."""
    done = subprocess.run(
        [render.program(), "-q", "-Tjson0"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def nodes_of(graph: Any) -> dict[str, Any]:
    clusters = graph.get("_subgraph_cnt", 0)
    return {one["name"]: one for one in graph["objects"][clusters:]}


def lines_of(graph: Any) -> list[tuple[str, str, Any]]:
    """The lines from whom to whom, as the arrow points."""
    name = {one["_gvid"]: one["name"] for one in graph["objects"]}
    found = []
    for one in graph["edges"]:
        if one.get("style") != "invis":
            ends = name[one["tail"]], name[one["head"]]
            found.append((*(ends[::-1] if one["dir"] == "back" else ends), one))
    return found


def text_of(label: str) -> str:
    """The words of an HTML-like label."""
    words = html.unescape(re.sub(r"<[^>]*>", "", label.replace("<BR/>", " ")))
    return words.replace("\\\\", "\\")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def drawing(names: list[str]) -> Scene:
    """A scene whose every word is a stranger's."""
    nodes = tuple(
        Node(
            f"n-{number}", name, name[::-1] if number % 2 else "", (*SHAPES, "other")[number % 6], number == 0
        )
        for number, name in enumerate(names)
    )
    families = list(FAMILIES)
    lines = tuple(
        Line(
            "n-0", f"n-{number}", families[number % 5], "firm", number % 2 == 0, number % 3 == 0, False, False, 1.6,
            ((name, name),), number, (),
        )
        for number, name in enumerate(names) if number
    )  # fmt: skip
    notes = tuple(Note(line.note, ": ".join(line.said[0])) for line in lines)
    clusters = (scene.Cluster("w", names[0], ("n-0",)),)
    return Scene("whole", nodes, lines, clusters, notes, names[0], names[-1], names[0])


@given(st.lists(NAMES, min_size=2, max_size=6))
@settings(max_examples=60)
@example(list(HOSTILE))
def test_dot_reads_back_as_the_very_names_of_the_scene(names: list[str]) -> None:
    drawn = drawing(names)
    graph = parsed(dot.write(drawn))
    found = nodes_of(graph)
    assert set(found) == {node.id for node in drawn.nodes}
    for node in drawn.nodes:
        wanted = (
            ("○" if node.shape == "person" else "")
            + shown(node.name)
            + (shown(node.native) if node.native else "")
        )
        assert squeezed(text_of(found[node.id]["label"])) == squeezed(wanted)
    assert {(from_, to) for from_, to, _ in lines_of(graph)} == {
        (line.from_, line.to) for line in drawn.lines
    }
    for _, _, one in lines_of(graph):
        line = drawn.lines[int(one["id"].removeprefix("line-")) - 1]
        assert squeezed(shown(line.said[0][0])) in squeezed(text_of(one["label"]))


@given(st.lists(NAMES, min_size=2, max_size=6))
@settings(max_examples=30)
@example(list(HOSTILE))
def test_svg_is_well_formed_shows_the_names_and_does_nothing(names: list[str]) -> None:
    drawn = drawing(names)
    found = picture.svg(drawn)
    root = ElementTree.fromstring(found)  # noqa: S314  # our own output is what is tested
    groups = {
        group.findtext(f"{SVG}title"): group for group in root.iter(f"{SVG}g") if group.get("class") == "node"
    }
    for node in drawn.nodes:
        told = "".join("".join(text.itertext()) for text in groups[node.id].iter(f"{SVG}text"))
        assert squeezed(shown(node.name)) in squeezed(told)
        (link,) = groups[node.id].iter(f"{SVG}a")
        assert squeezed(link.attrib[TITLE]) == squeezed(shown(node.name)).replace("\\", "∖")
    allowed = {"svg", "g", "title", "text", "path", "polygon", "polyline", "ellipse", "a", "rect"}
    for one in root.iter():
        assert one.tag.removeprefix(SVG) in allowed
        for attribute in one.attrib:
            bare = attribute.rpartition("}")[2]
            assert not bare.startswith("on")
            assert bare not in ("href", "src", "style")
    assert "<!DOCTYPE" not in found


def test_a_name_is_cut_with_an_ellipsis_and_never_steers_the_reader() -> None:
    assert shown("x" * 5000) == "x" * (LONGEST - 1) + "…"
    assert shown("a\u202eb\x1b[1m") == "a<U+202E>b<U+001B>[1m"
    assert shown("") == "(blank)"


def test_latin_text_keeps_its_room_whatever_font_a_viewer_has() -> None:
    drawn = drawing(["Élise Dupont", "ولایت خراسان"])
    root = ElementTree.fromstring(picture.svg(drawn))  # noqa: S314
    room = {("".join(one.itertext()), one.get("textLength")) for one in root.iter(f"{SVG}text")}
    assert ("Élise Dupont", f"{fit.length('Elise Dupont', bold=True) * 18 / 1000:.2f}") in room
    assert ("ولایت خراسان", None) in room


def lines_by_label(drawn: Scene) -> dict[str, Any]:
    graph = parsed(dot.write(drawn))
    return {re.sub(r" ?\[\d+\]$", "", text_of(one["label"])): one for _, _, one in lines_of(graph)}


def test_colour_and_arrowhead_tell_the_family_and_dashes_the_standing() -> None:
    found = lines_by_label(scene.whole(world(), caption))
    attack, claimed, contested = found["attacks 2020"], found["support"], found["support?"]
    assert (attack["color"], attack["arrowhead"], attack["style"]) == ("#C1272D", "tee", "solid")
    assert (claimed["color"], claimed["arrowhead"], claimed["style"]) == ("#0B6FB8", "normal", "dashed")
    assert (contested["color"], contested["style"]) == ("#0B6FB8", "dotted")
    assert (found["recruits"]["color"], found["recruits"]["arrowhead"]) == ("#C58A00", "vee")
    assert (found["leads"]["color"], found["leads"]["arrowhead"]) == ("#444444", "odiamond")
    assert found["attacks 2016–18"]["color"] == style.LIGHT.faded(
        "#C1272D"
    )  # over by the last date of the record
    assert {one["penwidth"] for one in found.values()} == {"1.6"}  # no confidence that nobody stated


def test_a_plan_or_an_aim_is_hollow_with_a_tilde_and_never_shares_a_line_with_a_fact() -> None:
    found = lines_by_label(scene.whole(world(), caption))
    for plan in ("~ attacks", "~ aims to overthrow"):
        assert found[plan]["color"] == "#C1272D:#FFFFFF:#C1272D"
    assert "attacks 2020" in found


def test_years_on_a_label_stand_behind_the_tie_they_belong_to() -> None:
    def said(*ties: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        (line,) = scene.whole(view(loaded(WORLD, list(ties))), caption).lines
        return line.said

    attacks = tie("a", "attack", "b", "p1", when="2016/2018")
    undated = tie("a", "enmity", "b", "p2")
    foes = tie("a", "enmity", "b", "p2", when="2019")
    assert said(attacks, undated) == (("attacks", "2016–18"), ("enmity", ""))  # no year of an undated tie
    assert said(attacks, foes) == (("enmity", "2019"), ("attacks", "2016–18"))
    assert said(attacks, {**undated, "when": "2016/2018"}) == (("enmity, attacks", "2016–18"),)


def test_what_is_denied_doubted_or_asked_is_counted_and_not_drawn() -> None:
    drawn = scene.ego(world(), "d", 1, caption)
    assert [line.said for line in drawn.lines] == [(("aims to overthrow", ""),)]
    assert drawn.left_out == 1


def test_people_go_from_the_source_to_the_recruiter() -> None:
    graph = parsed(dot.write(scene.ego(world(), "a", 1, caption)))
    assert ("villagers", "a") in {(from_, to) for from_, to, _ in lines_of(graph)}


@pytest.mark.parametrize("form", ["whole", "ego", "path", "comparison"])
def test_every_line_leads_the_way_its_ties_lead(form: str) -> None:
    asked = world()
    drawn = {
        "whole": lambda: scene.whole(asked, caption),
        "ego": lambda: scene.ego(asked, "a", 1, caption),
        "path": lambda: scene.path(asked, [["b", "a", "c", "part"]], asked.relations(), caption),
        "comparison": lambda: scene.comparison(asked, ["c", "a"], ["part", "sister"], caption),
    }[form]()
    assert drawn.lines
    for from_, to, one in lines_of(parsed(dot.write(drawn))):
        line = drawn.lines[int(one["id"].removeprefix("line-")) - 1]
        for row in line.rows:
            if one["dir"] != "both":
                assert (row.from_, row.to) == (from_, to)


def test_steps_say_how_far_a_picture_reaches() -> None:
    def reached(steps: int) -> set[str]:
        return {node.id for node in scene.ego(world(), "a", steps, caption).nodes}

    assert reached(1) == {"a", "b", "c", "d", "part", "sister", "villagers", "chief"}
    assert reached(2) - reached(1) == {"far"}
    assert reached(3) - reached(2) == {"farther"}


def test_hostile_ties_stand_left_all_others_right_and_parts_beside_their_whole() -> None:
    places = {node.id: node.place for node in scene.ego(world(), "a", 1, caption).nodes}
    assert places == {"a": 0, "b": -1, "c": -1, "d": -1, "part": -1, "sister": -1, "villagers": 1, "chief": 1}
    (cluster,) = scene.ego(world(), "a", 1, caption).clusters
    assert (cluster.id, set(cluster.members)) == ("c", {"c", "part", "sister"})


def test_shapes_tell_the_kind_of_actor_and_a_native_name_stands_below() -> None:
    actors = {**WORLD["actors"], "a": {"aliases": [{"name": "ولایت", "kind": "native"}]}}
    found = nodes_of(parsed(dot.write(scene.whole(view(loaded({**WORLD, "actors": actors}, TIES)), caption))))
    assert found["villagers"]["shape"] == "ellipse"
    assert found["chief"]["shape"] == "plaintext"
    assert found["b"]["style"] == "filled"
    assert found["c"]["style"] == "rounded,filled"
    assert text_of(found["a"]["label"]) == "a ولایت"


def test_the_legend_holds_what_occurs_and_nothing_else() -> None:
    words = text_of(dot.write(scene.whole(world(), caption)))
    for told in (
        "hostile",
        "cooperative",
        "claimed by a party",
        "contested",
        "aim, plan or forecast",
        "community",
    ):
        assert told in words
    few = text_of(dot.write(scene.path(world(), [["chief", "a"]], list(world().relations("chief")), caption)))
    for untold in ("hostile", "claimed", "contested", "hollow", "paler", "community"):
        assert untold not in few


def test_on_a_day_only_what_may_hold_then_is_drawn() -> None:
    drawn = scene.whole(world(on="2017"), caption)
    assert [line.said for line in drawn.lines] == [(("attacks", "2016–18"),)]
    assert {node.id for node in drawn.nodes} == {"a", "b"}


def test_shipped_data_name_no_accused_and_draw_no_doubt_as_fact() -> None:
    asked = shipped()
    drawn = scene.whole(asked, caption)
    for line in drawn.lines:
        for row in line.rows:
            assert row.standing not in ("denied", "doubted", "open")
            assert (row.standing in ("contested", "suggested")) == (line.standing == "open")
            assert (row.relation.modality != "actual") <= line.plan
    assert "four accused, Germany, 2020" in {node.name for node in drawn.nodes}


def test_the_same_record_makes_the_same_bytes(actorgraph: Any) -> None:
    told = [actorgraph("draw", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert told[0] == told[1]
    assert told[0].startswith("//")


def test_a_hairball_is_refused_with_what_is_legible_instead(actorgraph: Any, tmp_path: Any) -> None:
    actors = "".join(f"  a{number}: {{name: A{number}, kind: faction}}\n" for number in range(70))
    rows = "".join(
        f"  - {{from: a{number}, type: attack, to: a{number + 1}, evidence: s p1}}\n" for number in range(69)
    )
    (tmp_path / "dataset.yaml").write_text("format: 1\ntitle: Many\n", encoding="utf-8")
    (tmp_path / "actors.yaml").write_text(f"actors:\n{actors}", encoding="utf-8")
    (tmp_path / "relations.yaml").write_text(f"relations:\n{rows}", encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(
        "sources:\n  s: {title: S, author: Ann, published: 2020}\nvoices: {}\n", encoding="utf-8"
    )
    refused = actorgraph("draw", "-o", "many.svg")
    assert refused.returncode == 2
    assert "hairball" in refused.stderr
    assert "matrix" in refused.stderr
    assert actorgraph("draw", "--anyway", "-o", "many.svg").returncode == 0


def test_a_layout_that_takes_too_long_is_stopped_with_a_word() -> None:
    with pytest.raises(Fault, match="more than 0 seconds"):
        picture.svg(scene.whole(shipped(), caption), seconds=0)


def test_without_the_engine_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(render.ENGINES, "graphviz-pure", "no-such-engine")
    with pytest.raises(Fault, match=r"pip install no-such-engine.*-o FILE\.dot"):
        render.laid("digraph {}")
