"""Every picture in every format: legible, the same bytes each time, and nothing live whatever the record holds."""

import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import geometry
import pictures as shown_in_docs
from actorgraph.cli import main
from actorgraph.drawing import (
    canvas,
    dot,
    fonts,
    matrix,
    mermaid,
    paper,
    picture,
    pixels,
    render,
    runs,
    scene,
    timeline,
)
from actorgraph.drawing.frame import Words
from actorgraph.drawing.style import DARK, FAMILIES, LIGHT, PRINT, THEMES
from actorgraph.errors import Fault
from test_drawing import HOSTILE, NAMES, TIES, WORLD, drawing, tie
from worlds import typed

ROOT = Path(__file__).resolve().parent.parent
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
POWERS = ("--data", str(ROOT / "examples" / "great-powers"))
ISK = ("--data", str(ROOT / "data"))
PICTURES = {
    "whole": (),
    "one actor": ("IS-K",),
    "two steps": ("around", "al-Qaeda", "--steps", "2"),
    "compare": ("compare", "IS-K", "Taliban"),
    "compare three": ("compare", "IS-K", "Taliban", "US government"),
    "path": ("path", "US government", "IS-K"),
    "matrix": ("matrix", "--kind", "armed-group,state"),
    "timeline": ("timeline", "IS-K"),
    "all in time": ("timeline",),
    "diff": ("diff", "--from", "2015", "--to", "2021-09"),
}
OF_POWERS = {
    "whole": (),
    "one actor": ("Germany",),
    "compare": ("compare", "Germany", "Britain"),
    "path": ("path", "Italy", "Russia"),
    "matrix": ("matrix",),
    "timeline": ("timeline",),
    "diff": ("diff", "--from", "1880", "--to", "1907"),
}
BOTH = [(*words, *ISK) for words in PICTURES.values()] + [(*words, *POWERS) for words in OF_POWERS.values()]
dot_here = pytest.mark.skipif(shutil.which("dot") is None, reason="no Graphviz is installed here")


def draw(tmp_path: Path, *words: str, form: str = "svg") -> bytes:
    """The picture that the command makes of those words."""
    path = tmp_path / f"picture.{form}"
    assert main(["draw", *words, "-o", str(path), "-q"]) == 0
    return path.read_bytes()


# -- legible


@pytest.mark.parametrize("words", BOTH, ids=" ".join)
def test_no_words_lie_on_words_or_are_cut_off_and_no_line_runs_through_them(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    found = geometry.count(geometry.read(draw(tmp_path, *words).decode()))
    assert not found.overlaps
    assert not found.clipped
    assert len(found.through_words) <= found.lines / 15  # each interrupted by the words, which stand above
    assert found.crossings <= found.lines / 3


def test_what_is_counted_is_what_an_eye_would_see() -> None:
    def counted(body: str) -> geometry.Count:
        found = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{body}</svg>'
        return geometry.count(geometry.read(found))

    word = '<text x="{}" y="{}" font-size="10">Germany</text>'
    line = '<g class="edge" id="{}"><path d="M{}"/></g>'
    assert counted(word.format(10, 20) + word.format(30, 22)).overlaps == (("Germany", "Germany"),)
    assert not counted(word.format(10, 20) + word.format(100, 20)).overlaps
    assert counted(word.format(180, 20)).clipped == ("Germany",)
    turned = '<g transform="translate(20,90) rotate(-90)">' + word.format(0, 0) + "</g>"
    assert counted(turned + word.format(12, 70)).overlaps
    assert not counted(turned + word.format(40, 90)).overlaps
    one, other = (
        line.format("a", "0,0C50,25 100,50 200,100"),
        line.format("b", "0,100C50,75 100,50 200,0"),
    )
    assert counted(one + other).crossings == 1
    assert counted(one + word.format(70, 45)).through_words == (("a", "Germany"),)
    box = '<g class="node" id="n"><polygon stroke="#000" points="10,10 30,10 30,30 10,30"/>{}</g>'
    assert counted(box.format(word.format(12, 22))).clipped == ("Germany",)


def test_every_picture_carries_title_lens_sources_and_date(tmp_path: Path) -> None:
    for words in (("matrix",), ("timeline",), (), ("Germany",)):
        svg = draw(tmp_path, *words, *POWERS, "--title", "Two & two", "--sign", "-").decode()
        told = "".join(ElementTree.fromstring(svg).itertext())  # noqa: S314
        for wanted in ("Two & two", "Lens: sign -.", "Known to 2006.", "Antal", "hostile"):
            assert wanted in told, (words, wanted)


@pytest.mark.parametrize("name", THEMES)
def test_no_theme_says_by_colour_what_an_eye_cant_tell_from_the_ground(name: str) -> None:
    theme = THEMES[name]
    for colour in theme.lines.values():
        assert contrast(colour, theme.paper) >= (3.0 if theme is not LIGHT else 2.9)
    for colour in (*theme.words.values(), theme.ink, theme.grey, theme.small):
        assert contrast(colour, theme.paper) >= 4.5
    for family in FAMILIES:
        assert contrast(theme.words[family], theme.tint(family)) >= 3.0
    assert len({style.head for style in FAMILIES.values()}) == len(FAMILIES)


def test_in_print_nothing_has_a_colour() -> None:
    for colour in (*PRINT.lines.values(), *PRINT.words.values(), *PRINT.fills.values(), PRINT.paper):
        assert colour[1:3] == colour[3:5] == colour[5:7]


def light_of(colour: str) -> float:
    """Of a grey."""
    return int(colour[1:3], 16)


def contrast(one: str, other: str) -> float:
    """As WCAG counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_heads_of_a_plan_are_as_visible_as_those_of_a_fact() -> None:
    drawn = drawing(["a", "b", "c", "d", "e", "f", "g"])
    for theme in (LIGHT, DARK):
        for group in re.findall(
            r'<g id="line[^"]*" class="edge [^"]*plan">.*?\n</g>', picture.svg(drawn, theme), re.DOTALL
        ):
            assert not re.search(rf'<poly\w+ fill="[^"]*" stroke="{theme.paper}"', group, re.IGNORECASE)


# -- what each picture shows


def test_two_actors_with_several_lines_never_stand_in_one_column() -> None:
    from actorgraph.drawing import scene
    from worlds import loaded, view

    both = [*TIES, tie("part", "attack", "c", "p20"), tie("c", "support", "part", "p21")]
    drawn = scene.ego(view(loaded(WORLD, both)), "a", 1, lambda row: row.relation.type)
    places = {node.id: node.place for node in drawn.nodes}
    assert places["part"] == -1


def test_a_cell_has_the_sign_in_its_colour_a_plan_on_white_and_dissent_in_the_corner() -> None:
    marks = {
        "-?": ("-", False, "?"),
        "~+": ("+", True, ""),
        "(-)": ("-", False, ""),
        ".": (".", False, ""),
        "-+": ("-+", False, ""),
    }
    for mark, wanted in marks.items():
        cell = matrix.Cell(0, 1, mark, 1, "")
        assert (cell.sign, cell.plan, cell.corner) == wanted
        grid = matrix.Grid(("a", "b"), frozenset(), (cell,))
        svg = matrix.svg(grid, Words("t", ""))
        body = svg[svg.index('id="cell-0-1"') : svg.index("</g>", svg.index('id="cell-0-1"'))]
        tinted = wanted[0][0] in "+-" and not wanted[1] and not mark.startswith("(")
        assert (LIGHT.tint("hostile") in body or LIGHT.tint("cooperative") in body) == tinted
        assert ("<polygon" in body) == bool(wanted[2])


def test_a_long_name_beside_the_grid_takes_a_second_line_before_it_is_cut() -> None:
    names = ("terrorist groups aligned with the Taliban", "x" * 120)
    cells = (matrix.Cell(0, 1, ".", 0, "x"), matrix.Cell(1, 0, ".", 0, "x"))
    svg = matrix.svg(matrix.Grid(names, frozenset(), cells), Words("t", "s"))
    held = re.findall(r">([^<]*)</text>", svg)
    assert held.count("terrorist groups aligned with") == held.count("the Taliban") == 2
    assert sum(one.endswith("…") for one in held) == 2  # at the left and above
    assert not geometry.count(geometry.read(svg)).overlaps


def test_in_print_a_tie_that_is_over_is_paler_than_any_that_holds() -> None:
    holding = [light_of(colour) for colour in PRINT.lines.values()]
    assert min(light_of(PRINT.faded(colour)) for colour in PRINT.lines.values()) > max(holding)


def test_an_end_that_nobody_states_fades_and_one_that_is_stated_does_not() -> None:
    def bars(*span: Any, standing: str = "firm", plan: bool = False) -> str:
        row = timeline.Row("war", "", "p1", "hostile", standing, plan, (timeline.Span(*span),), "")
        lanes = timeline.Lanes((timeline.Lane("a, b", (row,)),), 700_000, 704_000, None)
        svg = timeline.svg(lanes, Words("t", ""))
        return svg[svg.index('id="row-0-1"') : svg.index("</g>", svg.index('id="row-0-1"'))]

    stated = bars(701_000, 703_000, False, False, (701_500, 702_500))
    assert "url(#" not in stated
    assert LIGHT.lines["hostile"] in stated
    assert LIGHT.faded(LIGHT.lines["hostile"]) in stated
    assert "url(#in-hostile)" in bars(701_000, 703_000, True, False, None)
    assert "url(#out-hostile)" in bars(701_000, 703_000, False, True, None)
    assert "stroke-dasharray" in bars(701_000, 703_000, False, False, None, standing="claimed")
    assert "~ war" in bars(701_000, 703_000, False, False, None, plan=True)
    assert "war?" in bars(701_000, 703_000, False, False, None, standing="open")


def test_a_plan_is_thick_only_where_it_was_held_for_certain() -> None:
    def heights(plan: bool) -> list[str]:
        span = timeline.Span(700_000, 703_000, False, False, (701_000, 702_000))
        row = timeline.Row("attacks", "A", "p1", "hostile", "firm", plan, (span,), "t")
        lanes = timeline.Lanes((timeline.Lane("A, B", (row,)),), 699_000, 704_000, None)
        group = timeline.svg(lanes, Words("t", "s")).partition('class="row"')[2].partition("</g>")[0]
        return re.findall(r'<rect [^>]*height="([\d.]+)"', group)

    assert heights(plan=True) == heights(plan=False) == ["5", "8"]


def test_what_changed_is_said_on_each_line_and_what_did_not_is_left_out(tmp_path: Path) -> None:
    told = draw(tmp_path, "diff", "--from", "1880", "--to", "1907", *POWERS, form="mmd").decode()
    lines = [line for line in told.splitlines() if "|" in line]
    assert lines
    assert all("began" in line or "ended" in line for line in lines)
    assert "%% Britain, France: hostile, then cooperative" in told


def test_a_path_is_drawn_as_the_question_finds_it(tmp_path: Path) -> None:
    path = ("path", "Italy", "Russia", *POWERS)
    assert "Britain" in draw(tmp_path, *path, form="mmd").decode()
    without = draw(tmp_path, *path, "--avoid", "Britain", form="mmd").decode()
    assert '"Britain"' not in without
    none = draw(tmp_path, "path", "Shias", "Pakistan", *ISK, form="mmd").decode()
    assert "No path is found. Why: actorgraph path shias pakistan" in none
    assert "B: Italy – Austria-Hungary – Russia: all steps together" in without


# -- nothing live


ATTRIBUTES = {
    "width", "height", "viewBox", "id", "class", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "points",
    "d", "cx", "cy", "rx", "ry", "x", "y", "text-anchor", "font-family", "font-size", "font-weight", "textLength",
    "lengthAdjust",
    "offset", "stop-color", "stop-opacity", f"{XLINK}title", "{http://www.w3.org/XML/1998/namespace}space", "fill-opacity",
    "stroke-opacity", "font-style",
}  # fmt: skip
ELEMENTS = {
    "svg", "g", "title", "text", "path", "polygon", "polyline", "ellipse", "a", "rect", "defs", "linearGradient", "stop",
}  # fmt: skip


def inert(svg: str) -> ElementTree.Element:
    """The parsed picture, after a look at every element and attribute."""
    root = ElementTree.fromstring(svg)  # noqa: S314
    for one in root.iter():
        assert one.tag.removeprefix(SVG) in ELEMENTS
        for name, value in one.attrib.items():
            assert name in ATTRIBUTES
            if name != f"{XLINK}title":
                assert not re.search(r"url\((?!#(in|out)-[a-z]+\))|javascript|data:|//", value)
    return root


def charts(names: list[str]) -> list[str]:
    """A grid and lanes whose every word is a stranger's."""
    told = Words(names[0], names[-1], (), tuple(names), names[0])
    size = range(len(names))
    marks = ("-", "+?", "~-", "(?)", ".", "h")
    cells = tuple(matrix.Cell(a, b, marks[(a + b) % 6], a, names[a]) for a in size for b in size if a != b)
    spans = (timeline.Span(700_000, 700_400, True, False, None),)
    rows = tuple(
        timeline.Row(one, one, one, list(FAMILIES)[n % 5], "open", False, spans, one)
        for n, one in enumerate(names)
    )
    lanes = timeline.Lanes(tuple(timeline.Lane(one, rows) for one in names), 699_000, 702_000, 701_000)
    return [matrix.svg(matrix.Grid(tuple(names), frozenset(), cells), told), timeline.svg(lanes, told)]


@given(st.lists(NAMES, min_size=2, max_size=4))
@settings(max_examples=20)
@example(list(HOSTILE))
def test_grids_and_lanes_hold_text_and_shapes_whatever_names_hold(names: list[str]) -> None:
    for svg in charts(names):
        inert(svg)
        found = geometry.count(geometry.read(svg))
        assert not found.clipped


@given(st.lists(NAMES, min_size=2, max_size=6))
@settings(max_examples=60)
@example(list(HOSTILE))
def test_mermaid_reads_no_name_as_a_command(names: list[str]) -> None:
    label = r'"(?:[A-Za-z0-9 .,\-\u0180-\U0010ffff]|#\d+;|<br/>)*"'
    node = rf"n\d+(?:\({label}\)|\[{label}\]|\(\[{label}\]\)|>{label}\])"
    grammar = re.compile(
        r'---|title: "(?:[A-Za-z0-9 .,-]|\\U[0-9a-f]{8})*"|flowchart (?:TB|LR)|  %% [^\n{}%]*|  end'
        rf"|  subgraph c\d+\[{label}\]|  {{1,2}}(?:  )?{node}"
        rf"|  n\d+ [<xo]?(?:--|-\.-)[>xo]\|{label}\| n\d+"
        r"|  linkStyle \d+ stroke:#\w{6},stroke-width:[\d.]+px(?:,stroke-dasharray:\d \d)?"
        r"|  style n\d+ fill:#\w{6},stroke:#\w{6},color:#\w{6}(?:,stroke-width:3px)?(?:,stroke-dasharray:5 2)?"
    )
    text = mermaid.write(drawing(names))
    for line in text.splitlines():
        assert grammar.fullmatch(line), line
    assert len(re.findall(r"^  linkStyle", text, re.MULTILINE)) == len(names) - 1


@dot_here
@pytest.mark.parametrize("form", ["plain", "json"])
def test_an_installed_graphviz_reads_every_name_as_a_name(form: str) -> None:
    done = subprocess.run(
        ["dot", f"-T{form}"],
        input=dot.write(drawing(list(HOSTILE))).encode(),
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert b"syntax" not in done.stderr
    if form == "plain":
        nodes = {line.split()[1] for line in done.stdout.decode().splitlines() if line.startswith("node ")}
        assert nodes == {f'"n-{number}"' for number in range(len(HOSTILE))}


def hostile_world(folder: Path) -> tuple[str, str]:
    """A data set with something hostile in every field that a picture shows."""
    bad = iter(HOSTILE * 40)
    actors = {
        id_: {
            "name": f"{id_} {next(bad)}",
            "kind": "faction",
            "aliases": [{"name": next(bad), "kind": "native"}],
            **(row or {}),
        }
        for id_, row in WORLD["actors"].items()
    }
    rows = [{**row, "scope": next(bad), "place": next(bad), "note": next(bad)} for row in TIES]
    for row in rows:
        for item in row["evidence"]:
            item |= {"gist": next(bad), "quote": next(bad)}
    files: dict[str, Any] = {
        "dataset.yaml": {"format": "1", "title": next(bad)},
        "actors.yaml": {"actors": actors},
        "sources.yaml": {
            "sources": {"s": {"title": next(bad), "author": next(bad), "published": "2020-06"}},
            "voices": {id_: {**row, "name": next(bad)} for id_, row in WORLD["voices"].items()},
        },
        "relations.yaml": {"relations": rows},
    }
    for name, value in files.items():
        (folder / name).write_bytes(typed(value))
    return "--data", str(folder)


@pytest.mark.parametrize(
    "words",
    [(), ("around", "a"), ("compare", "a", "c"), ("path", "b", "a"), ("matrix",), ("timeline",)],
    ids=" ".join,
)
def test_a_record_full_of_hostile_words_makes_a_picture_that_only_shows_them(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "world").mkdir()
    data = hostile_world(tmp_path / "world")
    svg = draw(tmp_path, *words, *data, "--title", HOSTILE[0]).decode()
    inert(svg)
    assert HOSTILE[0] in "".join(ElementTree.fromstring(svg).itertext())  # noqa: S314
    found = geometry.count(geometry.read(svg))
    assert not [one for one in found.clipped if one in HOSTILE[0]]


# -- pixels and paper


def test_a_png_has_the_size_asked_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    def size(data: bytes) -> tuple[int, int]:
        assert data.startswith(b"\x89PNG\r\n")
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")

    one = draw(tmp_path, "Germany", *POWERS, form="png")
    assert one == draw(tmp_path, "Germany", *POWERS, form="png")
    half = draw(tmp_path, "Germany", *POWERS, "--scale", "0.5", form="png")
    assert [abs(full - 2 * small) <= 1 for full, small in zip(size(one), size(half), strict=True)] == [
        True,
        True,
    ]


def test_a_pdf_keeps_its_letters_and_reads_no_clock(tmp_path: Path) -> None:
    one = draw(tmp_path, "timeline", *POWERS, form="pdf")
    assert one.startswith(b"%PDF")
    assert one == draw(tmp_path, "timeline", *POWERS, form="pdf")
    assert b"CreationDate" not in one
    assert b"/Font" in one


def test_each_piece_of_text_has_one_script_and_its_font() -> None:
    found = fonts.fonts("png")
    svg = f"<svg>{canvas.words(100, 9, 'IS-K ولایت خراسان и Талибан', 10, '#000000', anchor='middle')}</svg>"
    put, missing = runs.spread(svg, found)
    pieces = re.findall(r'font-family="([^"]+)"[^>]* x="([-\d.]+)"[^>]*>([^<]+)<', put)
    assert [(family, text.strip()) for family, _, text in pieces] == [
        ("Arimo", "IS-K"), ("Noto Sans Arabic", "ولایت خراسان"), ("Arimo", "и Талибан"),
    ]  # fmt: skip
    assert [float(x) for _, x, _ in pieces] == sorted(float(x) for _, x, _ in pieces)
    assert not missing
    assert runs.spread(svg.replace("IS-K", "देश 中"), found)[1] == ["CJK", "Devanagari"]


def test_scripts_without_a_font_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draw(tmp_path, "Germany", *POWERS, "--title", "देश", form="png")
    assert "No font here for: Devanagari; shown as boxes." in capsys.readouterr().err


@pytest.mark.parametrize(("made", "module"), [(pixels.png, "resvg_py"), (paper.pdf, "typst")])
def test_without_the_extra_the_user_is_told_what_to_install(
    made: Any, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        Fault, match=rf"{module}.*pip install 'actorgraph\[{'png' if module == 'resvg_py' else 'pdf'}\]'"
    ):
        made("<svg/>", "1")


# -- the command


def test_the_suffix_or_format_picks_what_is_written(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert draw(tmp_path, "Germany", *POWERS, form="gv").startswith(b"// dir=back")
    assert draw(tmp_path, "Germany", *POWERS, "--format", "mmd", form="txt").startswith(b"---\ntitle:")
    assert main(["draw", "Germany", *POWERS, "--format", "svg"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<?xml")
    scaled = draw(tmp_path, "matrix", *POWERS, "--scale", "2").decode()
    assert re.search(r'<svg width="1312pt" height="[\d.]+pt" viewBox="0 0 656 ', scaled)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("-o isk.gif", "draw writes svg, png, pdf, html, dot, mmd"),
        ("--format text", "draw writes svg, png, pdf, html, dot, mmd"),
        ("matrix -o m.dot", "no .dot of it: .svg, .png or .pdf"),
        ("compare IS-K", "two to eight actors, and the line names 1"),
        ("IS-K --order name", "--order belongs to: actorgraph draw matrix"),
        ("matrix --steps 2", "--steps belongs to: actorgraph draw around"),
        ("diff", "from which date on"),
        ("--theme neon", 'No theme "neon". It is one of: light, dark, print.'),
        ("IS-K --format svg --engine fdp", 'No engine "fdp". It is one of: graphviz-pure, system.'),
        ("matrix --sign + --kind person", "Nothing to draw"),
        ("IS-K --width 90", "No such option"),
    ],
)  # fmt: skip
def test_what_cant_be_drawn_is_said_with_what_to_type_instead(
    line: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["draw", *line.split(), *ISK]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_show_opens_the_picture_with_what_the_desktop_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = tmp_path / "xdg-open"
    viewer.write_text(f'#!/bin/sh\ncp "$1" {tmp_path}/shown.svg\n')
    viewer.chmod(viewer.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["draw", "Germany", *POWERS, "--show", "-q"]) == 0
    assert (tmp_path / "shown.svg").read_text(encoding="utf-8").startswith("<?xml")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert main(["draw", "matrix", *POWERS, "--show", "-q"]) == 2


@dot_here
def test_an_installed_graphviz_lays_out_the_same_picture(tmp_path: Path) -> None:
    svg = draw(tmp_path, "Germany", *POWERS, "--engine", "system").decode()
    assert "Known to 2006." in "".join(inert(svg).itertext())
    assert geometry.count(geometry.read(svg)).lines == 6


@dot_here
def test_an_installed_graphviz_has_nothing_to_warn_of(tmp_path: Path) -> None:
    written = draw(tmp_path, "IS-K", *ISK, form="dot")
    done = subprocess.run(["dot", "-Tsvg"], input=written, capture_output=True, check=True)
    assert done.stderr.decode() == ""


@pytest.mark.slow
def test_the_gallery_shows_what_draw_draws() -> None:
    assert shown_in_docs.PAGE.read_text(encoding="utf-8") == shown_in_docs.page(), "make docs"
    for one in shown_in_docs.SHOWN:
        assert (shown_in_docs.FOLDER / one.file).read_text(encoding="utf-8") == shown_in_docs.drawn(one), (
            "make docs"
        )
    assert {path.name for path in shown_in_docs.FOLDER.iterdir()} == {one.file for one in shown_in_docs.SHOWN}


def test_a_name_that_no_engine_can_measure_stays_in_the_middle_of_its_box() -> None:
    svg = picture.svg(drawing(["a", "Движение Талибан", "ولایت خراسان وتحریک طالبان پاکستان"]))
    found = geometry.read(svg)
    for words in ("Движение Талибан", "طالبان پاکستان"):
        (word,) = (one for one in found.words if one.words == words and one.group.startswith("node"))
        (box,) = (one for one in found.boxes if one.group == word.group)
        assert box.holds(word)
        assert abs((word.left + word.right) - (box.left + box.right)) < 1


@pytest.mark.parametrize("name", ["Εθνική Οργάνωση Κυπρίων", "Частная военная компания", "中国人民解放军"])
def test_a_box_has_room_for_letters_that_no_engine_can_measure(name: str) -> None:
    node = scene.Node("a", name, "", "state")
    svg = render.laid(dot.write(scene.Scene("whole", (node,), (), (), ()), framed=False)).decode()
    (box,) = geometry.read(svg).boxes
    assert box.right - box.left > canvas.wide(name, 12, bold=True) + 8


@dot_here
def test_graphviz_writes_a_pdf_that_reads_no_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    one = draw(tmp_path, "Germany", *POWERS, "--engine", "system", form="pdf")
    assert one.startswith(b"%PDF")
    assert b"/CreationDate (D:19700101000000" in one
