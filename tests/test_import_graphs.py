"""Graphs and signed lists come in with their attributes; what strangers put into a file is refused or told."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from importing import within
from worlds import SHARED

SIGNED = Path(SHARED) / "data" / "signed"
MAP = """\
source: {id: g, title: A graph, author: Desk, published: 2022}
actors: {name: label, kind: {is: armed-group}}
relations:
  from: source
  to: target
  type: {column: tie, values: {ally: alliance, foe: sees-as-enemy}}
"""
SIGNS = "source: {id: s, title: A list, author: Desk, published: 2022}\n"


def graph() -> nx.MultiDiGraph:
    made = nx.MultiDiGraph()
    made.add_node("a", label="Reds")
    made.add_node("b", label="Blues")
    made.add_edge("a", "b", tie="ally", weight=2.5)
    made.add_edge("b", "a", tie="foe")
    return made


@pytest.fixture
def run(tmp_path: Path):
    return within(tmp_path)


@pytest.fixture
def put(tmp_path: Path, run):
    """Import a file of that name and content by a mapping."""

    def imported(form: str, name: str, data: str | bytes, mapping: str = MAP):
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        (tmp_path / "map.yaml").write_text(mapping)
        return run("import", form, name, "--map", "map.yaml")

    return imported


def graphml() -> str:
    return "\n".join(nx.generate_graphml(graph()))


def gexf() -> str:
    return "\n".join(nx.generate_gexf(graph()))


def node_link() -> str:
    return json.dumps(nx.node_link_data(graph(), edges="edges"))


@pytest.mark.parametrize(
    ("form", "name", "data"),
    [
        ("graphml", "g.graphml", graphml()),
        ("gexf", "g.gexf", gexf()),
        ("node-link", "g.json", node_link()),
        ("node-link", "g.json", node_link().replace('"edges"', '"links"')),
    ],
    ids=["graphml", "gexf", "edges", "links"],
)
def test_a_graph_reads_the_same_in_each_format(put, form: str, name: str, data: str) -> None:
    done = put(form, name, data)
    assert done.returncode == 0, done.stderr
    assert "reds: {name: Reds, kind: armed-group}" in done.stdout
    assert "- {from: reds, type: alliance, to: blues, evidence: g e1}" in done.stdout
    assert "- {from: blues, type: sees-as-enemy, to: reds, evidence: g e2}" in done.stdout
    assert '1  cells of the column "weight"' in done.stderr


def test_a_network_of_pajek_has_its_lines_in_order(put) -> None:
    net = '*Vertices 2\n1 "Reds" 0.1 0.2\n2 "Blues"\n*Arcs\n1 2 -1\n*Partition x\n1\n2\n'
    mapping = (
        MAP.replace("name: label", "name: id").replace("column: tie", "column: weight").replace("foe:", "-1:")
    )
    done = put("pajek", "g.net", net, mapping)
    assert "- {from: reds, type: sees-as-enemy, to: blues, evidence: g e1}" in done.stdout
    assert "sections of Pajek: *partition" in done.stderr


GEXF = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="edge"><attribute id="0" title="tie" type="string"/></attributes>
<nodes><node id="a" label="Reds"><viz:color r="1" g="2" b="3"/></node><node id="b" label="Blues"/></nodes>
<edges><edge id="0" source="a" target="b"><attvalues><attvalue for="0" value="ally"/></attvalues>
<spells><spell start="2001" end="2003"/><spell start="2005" end="2006"/></spells></edge></edges>
</graph></gexf>
"""


def test_each_spell_of_an_edge_is_a_tie_and_drawing_is_told(put) -> None:
    done = put("gexf", "g.gexf", GEXF, MAP + "  when: start/end\n")
    assert "to: blues, when: 2001/2003, evidence: g e1" in done.stdout, done.stderr
    assert "when: 2005/2006" in done.stdout
    assert "1  colours: drawing" in done.stderr


BOMB = '<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "&a;"}{"&a;" * 9}">' for n in range(9)
)


@pytest.mark.parametrize(
    ("form", "name", "data", "said"),
    [
        ("graphml", "g.graphml", BOMB + "]><graphml>&a8;</graphml>", "declares entities"),
        (
            "gexf",
            "g.gexf",
            '<!DOCTYPE g [<!ENTITY x SYSTEM "/etc/passwd">]><gexf>&x;</gexf>',
            "declares entities",
        ),
        ("graphml", "g.graphml", "<graphml>" * 200, "deep"),
        ("graphml", "g.graphml", "<graphml><graph>", "no XML"),
        ("graphml", "g.graphml", "<html/>", "can't be read as a graph"),
        ("gexf", "g.gexf", "<gexf/>", "can't be read as a graph"),
        ("pajek", "g.net", "nothing", "*Vertices"),
        ("pajek", "g.net", '*Vertices 1\n1 "a\n', "can't be read as a graph"),
        ("node-link", "g.json", "[" * 100_000, "can't be read as a graph"),
        ("node-link", "g.json", '{"nodes": [{}], "links": []}', "can't be read as a graph"),
        ("node-link", "g.json", '{"nodes": [], "links": [{"source": "a", "target": "b"}]}', "no vertex"),
    ],
    ids=["bomb", "outside", "deep", "cut", "html", "empty", "no net", "quote", "brackets", "no id", "astray"],
)
def test_a_strange_graph_ends_in_one_clear_line(put, form: str, name: str, data: str, said: str) -> None:
    done = put(form, name, data)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


# -- signed lists


@pytest.mark.parametrize(
    "text",
    ["a,b,1\nb,c,-1\n", "source,target,sign\na,b,+\nb,c,-\n", "# a list\na b 2.5\nb\tc -3\n"],
    ids=["bare", "headed", "weights"],
)
def test_a_signed_list_gives_ties_that_say_a_sign_and_nothing_else(put, text: str) -> None:
    text = text.replace("\t", " ")
    done = put("signed", "s.csv", text, SIGNS)
    assert done.returncode == 0, done.stderr
    assert "from: a, type: positive-tie, to: b" in done.stdout
    assert "from: b, type: negative-tie, to: c" in done.stdout
    assert ("weights other than 1 and -1" in done.stderr) == ("2.5" in text)


def test_zero_and_what_is_no_edge_are_left_out_and_told(put) -> None:
    done = put("signed", "s.csv", "a,b,1\na,c,0\na,d\n", SIGNS)
    assert "1  edges with the sign or weight 0" in done.stderr
    assert "1  lines that are no edge with a sign" in done.stderr


def test_a_mapping_gives_the_signs_types_of_the_vocabulary(put) -> None:
    more = "table: relations\nfrom: source\nto: target\nkind: {is: state}\n"
    more += "type: {column: sign, values: {1: alliance, -1: rivalry}}\n"
    done = put("signed", "s.csv", "a,b,1\nb,c,-1\n", SIGNS + more)
    assert "from: a, type: alliance, to: b" in done.stdout
    assert "types.yaml" not in done.stdout


@pytest.mark.skipif(not SIGNED.exists(), reason="the signed networks are not at hand (ACTORGRAPH_SHARED)")
@pytest.mark.parametrize("name", ["tribes", "cow_46-49"])
def test_known_networks_come_in_whole(run, tmp_path: Path, name: str) -> None:
    text = (SIGNED / f"{name}.csv").read_text()
    edges = {frozenset(row[:2]) for row in list(csv.reader(io.StringIO(text)))[1:]}
    (tmp_path / "map.yaml").write_text(SIGNS)
    files = [str(SIGNED / f"{name}.csv"), str(SIGNED / f"{name}.nodes.txt")]
    done = run("import", "signed", *files, "--map", "map.yaml")
    assert done.stdout.count("type: positive-tie") + done.stdout.count("type: negative-tie") == len(edges)
