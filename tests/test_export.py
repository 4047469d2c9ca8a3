"""What leaves the record: each field is in the file or told as lost, strangers' words do no harm, others can read it."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import openpyxl
import pandas as pd
import pytest
import yaml

import exports
import worlds
from actorgraph.formats import writing
from actorgraph.formats.fields import RECORDS, fields, lost, records
from actorgraph.formats.outgoing import Outgoing, outgoing
from actorgraph.formats.write_gexf import spell
from actorgraph.formats.writing import INDEX, module
from actorgraph.loading import Loaded
from actorgraph.period import Date, Interval
from actorgraph.view.released import released

FORMATS = list(INDEX)
GRAPHS = ("graphml", "gexf", "node-link", "cytoscape")
PLAIN = {
    "actors": {"a": {}, "b": {}},
    "voices": {"me": {"name": "Me", "kind": "author"}},
    "sources": {"one": {"author": "me", "published": "2020"}},
}
NS = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def full() -> Loaded:
    return exports.read(exports.FULL)


def parsed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314  # we wrote it


def words(value: Any) -> list[str]:
    """The words that a field's value is made of, as a reader would look for them."""
    if isinstance(value, Date | Interval):
        return [value.text]
    if isinstance(value, bool):
        return []
    if isinstance(value, tuple):
        return [word for one in value if one is not None for word in words(one)]
    return [value] if isinstance(value, str) and value else []


def told(out: Outgoing, record: str, field: str) -> list[str]:
    """What the records that go out hold in that field."""
    every = fields(record)
    return [word for one in records(out)[record] for word in words(getattr(one, every[field]))]


@pytest.mark.parametrize("name", FORMATS)
def test_every_field_is_in_the_file_or_told_as_lost_and_never_both(full: Loaded, name: str) -> None:
    out, written = exports.written(name, full)
    text = exports.text(name, written)
    gone = lost(module(name).LOSSES)
    # These two leave out whole ties and actors, and tell how many: of what they hold some is enough.
    enough = any if name in ("signed", "panel") else all
    for record, field in exports.every():
        found = told(out, record, field)
        if (record, field) == ("dataset", "handling") and name != "panel":
            found = [out.handling]  # the file bears the strictest mark of what is in it; a panel one a line
        if (record, field) in gone:
            # The id of a record stands for itself too, and "1" for anything.
            known = {*full.dataset.actors, *full.dataset.voices, *full.dataset.sources, *full.dataset.by_id}
            apart = [word for word in found if word not in known]
            shown = [word for word in apart if len(word) > 2 and word in text]
            assert len(shown) < len(apart) or not apart, (
                f"{name} declares {record}.{field} lost, and has {shown}"
            )
        elif found:
            held = enough(word in text for word in found)
            assert held, f"{name} neither holds nor declares {record}.{field}: {found}"


def test_every_writer_is_listed() -> None:
    folder = Path(str(writing.__file__)).parent
    assert {f"write_{kind.module}" for kind in INDEX.values()} == {
        one.stem for one in folder.glob("write_*.py")
    }


def test_the_full_world_fills_every_field(full: Loaded) -> None:
    held = records(outgoing(worlds.view(full)))
    for record, field in exports.every():
        values = [getattr(one, fields(record)[field]) for one in held[record]]
        default = RECORDS[record]._field_defaults.get(fields(record)[field])
        assert any(value != default for value in values) or (record, field) == ("dataset", "format"), (
            record,
            field,
        )


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes(full: Loaded, name: str) -> None:
    assert exports.written(name, full)[1] == exports.written(name, full)[1]


def test_a_workbook_does_not_tell_when_it_was_made(full: Loaded) -> None:
    data = exports.written("xlsx", full)[1].files["record.xlsx"]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(book.read(name) for name in book.namelist())
    assert str(date.today().year).encode() not in everything  # noqa: DTZ011


@pytest.mark.parametrize("name", ["graphml", "gexf", "node-link", "cytoscape"])
def test_networkx_reads_every_tie_of_a_graph_back(name: str) -> None:
    out = outgoing(worlds.shipped())
    data = next(iter(module(name).write(out).files.values()))
    graph = {
        "graphml": lambda: nx.read_graphml(io.BytesIO(data), force_multigraph=True),
        "gexf": lambda: nx.read_gexf(io.BytesIO(data), version="1.3"),
        "node-link": lambda: nx.node_link_graph(json.loads(data)),
        "cytoscape": lambda: nx.cytoscape_graph(json.loads(data)),
    }[name]()
    assert isinstance(graph, nx.MultiDiGraph)
    assert {*graph.nodes} == {actor.id for actor in out.actors}
    assert {(a, b, key) for a, b, key in graph.edges(keys=True)} == {
        (row.from_, row.to, row.relation.id) for row in out.rows
    }
    standing = {key: held["standing"] for _, _, key, held in graph.edges(keys=True, data=True)}
    assert standing == {row.relation.id: row.standing for row in out.rows}
    evidence = graph.edges["is-k", "taliban", "is-k.enmity.taliban"]["evidence"]
    assert "p11" in str(evidence) and "joe-biden" in str(evidence)


def test_pandas_reads_every_table_and_the_workbook_back_alike() -> None:
    out = outgoing(worlds.shipped())
    tables, book = module("csv").write(out).files, module("xlsx").write(out).files["record.xlsx"]
    for name, data in tables.items():
        text = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
        sheet = pd.read_excel(
            io.BytesIO(book), sheet_name=name.removesuffix(".csv"), dtype=str, keep_default_na=False
        )
        assert [*text] == [*sheet] and len(text) == len(sheet)
        same = text.map(lambda cell: cell.removeprefix("'")) == sheet.map(lambda cell: cell.removeprefix("'"))
        assert same.all().all(), name
    ties = pd.read_csv(io.BytesIO(tables["relations.csv"]), dtype=str, keep_default_na=False)
    assert len(ties) == 76 and ties["id"].is_unique
    items = pd.read_csv(io.BytesIO(tables["evidence.csv"]), dtype=str, keep_default_na=False)
    assert set(ties["id"]) <= set(items["of"])


def test_a_signed_list_is_read_by_networkx_and_nets_nothing() -> None:
    rows = [
        {"from": "a", "type": "enmity", "to": "b", "evidence": "one p1"},
        {"from": "a", "type": "support", "to": "b", "evidence": "one p2"},
        {"from": "a", "type": "support", "to": "c", "modality": "intended", "evidence": "one p3"},
        {
            "from": "b",
            "type": "support",
            "to": "c",
            "evidence": {"source": "one", "at": "p4", "stance": "disputes"},
        },
    ]
    _, written = exports.written(
        "signed", worlds.loaded({**PLAIN, "actors": {"a": {}, "b": {}, "c": {}}}, rows)
    )
    graph = nx.read_edgelist(
        io.BytesIO(written.files["signed.tsv"]),
        delimiter="\t",
        create_using=nx.MultiDiGraph,
        data=(("sign", int), ("id", str)),
    )
    assert sorted((a, b, held["sign"]) for a, b, held in graph.edges(data=True)) == [
        ("a", "b", -1),
        ("a", "b", 1),
    ]
    assert set(written.left) == {
        "1 tie intended or expected",
        "1 tie contested, claimed or otherwise not firm",
    }


def test_gexf_keeps_to_the_rules_of_its_schema() -> None:
    """The published schema of 1.3 does not stand by itself (it lacks types it names), so its rules are spelt out."""
    root = parsed(module("gexf").write(outgoing(worlds.shipped())).files["graph.gexf"])
    assert (root.tag, root.get("version")) == (f"{NS}gexf", "1.3")
    assert [child.tag for child in root] == [f"{NS}meta", f"{NS}graph"]
    graph = root[1]
    assert dict(graph.attrib) == {
        "defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval",
    }  # fmt: skip
    declared: dict[str, set[str]] = {}
    for block in graph.findall(f"{NS}attributes"):
        assert block.get("class") in ("node", "edge") and block.get("mode") == "static"
        for one in block:
            assert one.tag == f"{NS}attribute" and {*one.attrib} == {"id", "title", "type"}
            assert one.get("type") == "string"
            declared.setdefault(block.get("class") or "", set()).add(one.get("id") or "")
    nodes = {node.get("id") for node in graph.findall(f"{NS}nodes/{NS}node")}
    edges = graph.findall(f"{NS}edges/{NS}edge")
    assert len({edge.get("id") for edge in edges}) == len(edges) == 76
    assert len({(e.get("source"), e.get("target"), e.get("kind")) for e in edges}) == 76, (
        "Gephi would merge ties"
    )
    for kind, held in (("node", graph.findall(f"{NS}nodes/{NS}node")), ("edge", edges)):
        allowed = {"id", "label"} if kind == "node" else {"id", "label", "source", "target", "kind"}
        for one in held:
            assert {*one.attrib} <= allowed
            assert [child.tag for child in one] in ([f"{NS}attvalues"], [f"{NS}attvalues", f"{NS}spells"])
            for value in one[0]:
                assert {*value.attrib} == {"for", "value"} and value.get("for") in declared[kind]
            for spelt in one.findall(f"{NS}spells/{NS}spell"):
                days = [
                    date.fromisoformat(spelt.get(end) or "") for end in ("start", "end") if spelt.get(end)
                ]
                assert {*spelt.attrib} <= {"start", "end"} and days == sorted(days)
    assert all({edge.get("source"), edge.get("target")} <= nodes for edge in edges)


@pytest.mark.parametrize(
    ("when", "held"),
    [
        ({"when": "2015/2017"}, ("certainly", "2015-12-31", "2017-01-01")),
        ({"when": "2015-03"}, ("certainly", "2015-03-01", "2015-03-31")),
        ({"as-of": "2016-02/2017-02"}, ("certainly", "2016-02-29", "2017-02-01")),
        ({"when": "2015-05-05/.."}, ("certainly", "2015-05-05", "2018-01-01")),
        ({"gone-by": "2016"}, ("certainly", "", "2016-12-31")),
        ({"when": "2015?/2016"}, ("possibly", "2015-01-01", "2016-12-31")),
        ({}, ("undated", "", "")),
    ],
    ids=str,
)
def test_gephis_timeline_shows_a_tie_no_longer_than_its_evidence(
    when: dict[str, str], held: tuple[str, str, str]
) -> None:
    row = {"from": "a", "type": "enmity", "to": "b", "evidence": [{"source": "one", "at": "p1", **when}]}
    world = {"actors": {"a": {}, "b": {}}, "sources": {"one": {"published": "2018"}}}
    (seen,) = worlds.view(worlds.loaded(world, [row])).relations()
    assert spell(seen) == held


COVERED = {"sources": ["one"], "actors": "all", "types": "all", "period": "2014/2016"}


def panel(
    rows: list[dict[str, Any]], coverage: dict[str, Any] | None = COVERED
) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Hostile, cooperative and state of a to b and a to c, by year."""
    world = {
        "actors": {"a": {}, "b": {}, "c": {}, "crowd": {"kind": "community"}},
        "sources": {"one": {"author": "me", "published": "2020"}},
        "voices": {"me": {"name": "Me", "kind": "author"}},
        "coverage": coverage,
    }
    _, written = exports.written("panel", worlds.loaded(world, rows))
    read = csv.DictReader(io.StringIO(written.files["panel.csv"].decode()))
    return {
        (one["a"] + one["b"], one["year"]): (one["hostile"], one["cooperative"], one["state"]) for one in read
    }


WAR = {
    "from": "a",
    "type": "enmity",
    "to": "b",
    "evidence": [{"source": "one", "at": "p1", "when": "2015-03/2016-05"}],
}
AID = {"from": "b", "type": "support", "to": "a", "evidence": [{"source": "one", "at": "p2", "when": "2015"}]}


def test_a_panel_keeps_hostile_and_cooperative_apart() -> None:
    found = panel([WAR, AID])
    assert found["ab", "2015"] == ("1", "1", "mixed")
    assert found["ab", "2016"] == ("1", "0", "hostile")


def test_nothing_coded_is_zero_only_where_it_was_searched() -> None:
    assert panel([WAR])["ac", "2015"] == ("0", "0", "not coded")
    assert panel([WAR], None)["ac", "2015"] == ("NA", "NA", "unknown")
    assert panel([WAR], {**COVERED, "period": "2014/2015-06"})["ac", "2015"][0] == "NA", (
        "half a year was searched"
    )
    assert panel([WAR], {**COVERED, "types": ["cooperative"]})["ac", "2015"][:2] == ("NA", "0")


def test_what_is_only_possible_contested_or_planned_is_no_zero_and_no_one() -> None:
    doubtful = {**WAR, "evidence": [{"source": "one", "at": "p1", "when": "2015?"}]}
    contested = {**WAR, "evidence": [{"source": "one", "at": "p1", "when": "2015"}, "one p2 b disputes"]}
    planned = {**WAR, "modality": "intended"}
    undated = {**WAR, "evidence": "one p1"}
    for row in (doubtful, contested, planned, undated):
        assert panel([row])["ab", "2015"][:2] == ("NA", "0"), row


def test_a_panel_reads_as_numbers_and_blanks_in_pandas() -> None:
    _, written = exports.written("panel", worlds.loaded(PLAIN, [WAR]))
    table = pd.read_csv(io.BytesIO(written.files["panel.csv"]))
    assert table["hostile"].tolist() == [1, 1] and table["cooperative"].isna().all()


NASTY = (
    *("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "]]>", "</data>\x1b[31m<x>", "a\x0b\ufffe"),
    *("\u202ex", "b" * 5000, '"; DROP', "#REF!"),
)


@pytest.fixture(scope="module")
def hostile() -> Loaded:
    actors = {
        f"n{at}": {"name": word, "aliases": [{"name": f"{word}."}], "note": word}
        for at, word in enumerate(NASTY)
    }
    rows = [
        {
            "from": "n0",
            "type": "support",
            "to": f"n{at}",
            "scope": word,
            "note": word,
            "evidence": [{"source": "one", "at": "p1", "gist": word}],
        }
        for at, word in enumerate(NASTY)
        if at
    ]
    sources = {"one": {"title": "=1", "author": "me"}}
    voices = {"me": {"name": "@me", "kind": "author"}}
    return worlds.loaded({"actors": actors, "sources": sources, "voices": voices}, rows)


def test_no_spreadsheet_runs_what_a_stranger_wrote(hostile: Loaded) -> None:
    for name in ("csv", "paper", "panel"):
        for file, data in exports.written(name, hostile)[1].files.items():
            if file.endswith(".csv"):
                cells = [cell for row in csv.reader(io.StringIO(data.decode())) for cell in row]
                assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and len(cell) > 1]
    book = openpyxl.load_workbook(io.BytesIO(exports.written("xlsx", hostile)[1].files["record.xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1" in {cell.value for cell in cells}, "in a workbook it stays as it was written"


@pytest.mark.parametrize("name", FORMATS)
def test_no_export_steers_a_terminal_and_every_one_can_be_read(hostile: Loaded, name: str) -> None:
    _, written = exports.written(name, hostile)
    text = exports.text(name, written)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufffe]", text)
    if name in ("graphml", "gexf"):
        root = parsed(text.encode())
        assert not [one for one in root.iter() if one.tag.endswith("}x")], "markup in a name is text"
    if name in GRAPHS:
        assert "]]>" not in text or name in ("node-link", "cytoscape")
        assert "b" * 5000 in text
    if name == "node-link":
        assert json.loads(text)["nodes"][0]["name"] == "=1+1"


def test_a_cell_longer_than_excel_holds_is_cut_and_told() -> None:
    world = {"actors": {"a": {"note": "x" * 40_000}, "b": {}}, "sources": {}}
    assert exports.written("xlsx", worlds.loaded(world, []))[1].left == (
        "1 cell was cut at 32,767 characters, which is all a cell holds",
    )


def test_a_release_leaves_behind_what_is_marked_stricter_and_what_only_that_bears(full: Loaded) -> None:
    dataset, gone = released(full.dataset, "GREEN")
    assert gone.sources == 1 and gone.ties == 3 and gone.events == 1
    assert gone.traits == 2 and gone.names == 1, "they rest on the withheld source alone"
    found = Loaded(dataset, [], {})
    for name in FORMATS:
        text = exports.text(name, exports.written(name, found)[1])
        secret = (
            "Paper title",
            "paper-one",
            "tie note",
            "Event One",
            "gist of it",
            "Voice One",
            "Actor Two",
            "third-one",
        )
        assert not [word for word in secret if word in text], name


def test_a_release_takes_nothing_missing_for_not_coded(full: Loaded) -> None:
    assert released(full.dataset, "TLP:GREEN")[0].about.coverage is None
    same, gone = released(full.dataset, "red")
    assert same.about.coverage == full.dataset.about.coverage and set(gone) == {0}


def test_two_documents_that_repeat_a_withheld_one_do_not_pass_for_independent() -> None:
    world = {
        "actors": {"a": {}, "b": {}},
        "voices": {name: {"name": name, "kind": "author"} for name in ("x", "y", "z")},
        "sources": {
            "root": {"author": "x", "handling": "TLP:RED"},
            "one": {"author": "y", "derives-from": "root"},
            "two": {"author": "z", "derives-from": "root"},
        },
    }
    rows = [{"from": "a", "type": "enmity", "to": "b", "evidence": ["one p1", "two p1"]}]
    found = worlds.loaded(world, rows)
    (before,) = worlds.view(found).relations()
    dataset, _ = released(found.dataset, "TLP:CLEAR")
    (after,) = worlds.view(Loaded(dataset, [], {})).relations()
    assert len(before.backing.groups) == len(after.backing.groups) == 1
    assert after.standing == before.standing == "undisputed"
    assert "root" not in exports.text("node-link", exports.written("node-link", Loaded(dataset, [], {}))[1])


TWO = {
    "actors": {"a": {"note": "n3"}, "b": {}, "c": {}},
    "voices": {"early": {"name": "Early", "kind": "author"}, "late": {"name": "Latecomer", "kind": "author"}},
    "sources": {
        "old": {"author": "early", "published": "2010"},
        "new": {"title": "Newer paper", "author": "late", "published": "2019"},
    },
}


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_shows_no_date_voice_or_place_that_the_lens_hides(name: str) -> None:
    rows = [
        {
            "from": "a", "type": "enmity", "to": "b", "when": "2018-08", "note": "says Latecomer",
            "evidence": [{"source": "old", "at": "p1", "when": "2009"}, {"source": "new", "at": "p99"}],
        },
        {"from": "a", "type": "support", "to": "c", "evidence": "new p98"},
    ]  # fmt: skip
    _, written = exports.written(name, worlds.loaded(TWO, rows), {"known-by": "2012"})
    text = exports.text(name, written)
    hidden = [
        word
        for word in ("2018", "2019", "Newer", "Latecomer", "late,", "p99", "p98", "support")
        if word in text
    ]
    assert not hidden, hidden


def test_an_export_on_a_day_has_the_ties_that_may_hold_then() -> None:
    rows = [
        {"from": "a", "type": "enmity", "to": "b", "evidence": {"source": "old", "at": "p1", "when": "2009"}},
        {
            "from": "a",
            "type": "support",
            "to": "c",
            "evidence": {"source": "old", "at": "p2", "when": "2004"},
        },
    ]
    out = outgoing(worlds.view(worlds.loaded(TWO, rows), {"on": "2009"}))
    assert [row.relation.id for row in out.rows] == ["a.enmity.b"]
    assert out.left == ("1 tie not known or over on the days asked",)


def test_parts_stand_in_their_wholes_under_roll_up() -> None:
    rows = [
        {"from": "c", "type": "part-of", "to": "a", "evidence": "old p1"},
        {"from": "c", "type": "enmity", "to": "b", "evidence": "old p2"},
    ]
    _, written = exports.written("graphml", worlds.loaded(TWO, rows), {"roll-up": []})
    graph = nx.read_graphml(io.BytesIO(written.files["graph.graphml"]))
    assert {*graph.nodes} == {"a", "b"}
    held = graph.edges["a", "b"] if graph.has_edge("a", "b") else graph.edges["b", "a"]
    assert "c" in (held.get("coded-from"), held.get("coded-to"))


def test_a_data_paper_has_citation_licence_and_a_word_on_each_column(full: Loaded) -> None:
    _, written = exports.written("paper", full)
    citation = yaml.safe_load(written.files["CITATION.cff"])
    assert citation["authors"] == [{"name": "coder-one"}] and citation["license"] == "LIC-1"
    meanings = [*csv.DictReader(io.StringIO(written.files["dictionary.csv"].decode()))]
    described = {(row["table"], row["column"]) for row in meanings if row["meaning"]}
    for file, data in written.files.items():
        if file.startswith("tables/"):
            heading = next(csv.reader(io.StringIO(data.decode())))
            assert {(file.removeprefix("tables/"), name) for name in heading} <= described
    codebook = written.files["CODEBOOK.md"].decode()
    assert all(f"| {row.type} |" in codebook for row in full.dataset.relations)


def test_the_command_writes_and_tells_what_was_lost(actorgraph, tmp_path) -> None:
    done = actorgraph("export", "graphml", "-o", "g.graphml")
    assert done.returncode == 0 and (tmp_path / "g.graphml").exists()
    assert "45 actors, 76 ties, 180 items of evidence." in done.stderr
    assert "trait: all 65" in done.stderr and "hedge 52" in done.stderr
    assert "hidden by the lens" in actorgraph("export", "signed", "--family", "hostile").stderr


@pytest.mark.parametrize(
    ("name", "file"), [("node-link", "x.json"), ("panel", "x.csv"), ("csv", "x.csv"), ("gexf", "x.txt")]
)
def test_the_name_of_the_file_does_not_change_what_is_written(
    actorgraph, tmp_path, name: str, file: str
) -> None:
    assert actorgraph("export", name, "-o", file).returncode == 0
    assert (tmp_path / file).exists()


def test_our_own_graph_is_read_by_import_with_every_tie_and_open_spells(actorgraph, tmp_path) -> None:
    actorgraph("export", "gexf", "-o", "x.gexf")
    offered = actorgraph("import", "gexf", "x.gexf").stdout
    mapping = re.sub("author: .*", "author: me", re.sub("published: .*", "published: 2021-09", offered))
    (tmp_path / "map.yaml").write_text(mapping)
    done = actorgraph("import", "gexf", "x.gexf", "--map", "map.yaml")
    assert "None" not in done.stdout + done.stderr
    assert len(re.findall(r"(?m)^ +- {?from: ", done.stdout)) == 76


def test_the_command_says_what_to_do_next(actorgraph, tmp_path) -> None:
    (tmp_path / "dataset.yaml").write_text("title: mine\n")
    for words, said in (
        (("export", "gefx"), "Nearest: gexf"),
        (("export", "xlsx"), "export xlsx -o FILE.xlsx"),
        (("export", "csv"), "export csv -o DIR"),
        (("export", "csv", "-o", "."), "holds a data set"),
        (("export", "graphml", "--release", "blue"), "TLP:CLEAR"),
    ):
        done = actorgraph(*words)
        assert done.returncode == 2 and said in done.stderr, (words, done.stderr)


def test_a_data_set_that_is_stricter_as_a_whole_is_not_released(actorgraph, tmp_path) -> None:
    for name, text in (
        ("dataset.yaml", "title: mine\nhandling: TLP:AMBER\n"),
        ("actors.yaml", "actors: {a: {name: A, kind: state}}\n"),
    ):
        (tmp_path / name).write_text(text)
    done = actorgraph("export", "graphml", "--release", "TLP:GREEN")
    assert done.returncode == 2 and not done.stdout and "marked TLP:AMBER" in done.stderr
    assert "Marked TLP:AMBER." in actorgraph("export", "graphml").stderr


def test_an_export_imports_neither_networkx_nor_openpyxl_unless_it_needs_it(actorgraph) -> None:
    done = actorgraph("export", "graphml", python=("-X", "importtime"))
    assert not re.search(r"\| +(networkx|openpyxl|numpy)$", done.stderr, re.MULTILINE)
