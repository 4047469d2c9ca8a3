"""What export writes, import reads back: the same records, up to the fixed table of losses of the format."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import worlds
from actorgraph.formats import read_record, writing
from actorgraph.formats.fields import fields, lost
from actorgraph.formats.mapping import Plan
from actorgraph.formats.outgoing import outgoing
from actorgraph.loading import Loaded, build
from actorgraph.model import Actor, Evidence, Relation
from generated import Dice, Files, dice, files_of, written
from importing import within

TWO_WAY = ("csv", "xlsx", "node-link", "graphml", "gexf", "cytoscape")
GRAPHS = ("graphml", "gexf", "cytoscape")
# What a table joins, a spreadsheet runs and markup ends.
ODD = (
    "a; b",
    "ends in \\",
    "; ",
    "=1+1",
    "'=2",
    "''-3",
    "-",
    '"q", r',
    "<b>&amp;",
    "#REF!",
    "(says x): 3",
    "007",
    "1/2",
)


def files(dice: Dice) -> Files:
    """A data set drawn, with more of what can be typed: odd words, events, types of its own."""
    found = files_of(dice, undated=False, most=5)
    words = lambda: dice.one(ODD)  # noqa: E731
    found["dataset.yaml"] |= {"coders": [words(), "b"], "cite": words(), "licence": words(), "title": words()}
    found["dataset.yaml"] |= {
        "coverage": {"sources": ["s1"], "actors": words(), "types": "all", "period": "1950/2000"}
    }
    found["types.yaml"] = {
        "types": {
            "feud": {
                "family": "hostile",
                "sign": "-",
                "class": "act",
                "reads": "feuds with TO",
                "names": ["a; b", "c"],
            },
            "toll": {
                "family": "neutral",
                "sign": "0",
                "class": "act",
                "reads": words(),
                "inverse": "tolled",
                "steps": "no",
            },
        }
    }
    actors = found["actors.yaml"]["actors"]
    for name, one in actors.items():
        one |= {"note": words(), "place": dice.some(ODD, 1, 3)} if dice.often() else {}
        one |= {"ids": {"wikidata": f"Q-{name}"}} if dice.seldom() else {}
        one.setdefault("aliases", []).append(
            {"name": f"{words()} {name}", "lang": "xq", "kind": "former", "when": "1950"}
        )
        trait = {"trait": "capacity", "on": words(), "figure": ">170", "note": words(), "evidence": "s1 p1"}
        one["traits"] = [*one.get("traits", ()), trait] if dice.often() else one.get("traits", [])
    found["events.yaml"] = {
        "events": {
            "clash": {
                "name": words(),
                "when": "1980",
                "who": {"perpetrator": ["alba", "brel"]},
                "figures": {words(): "3..5", "x: y": {"figure": "~7", "says": "herald"}},
                "evidence": ["s1 p5", {"source": "s1", "at": "p6", "gist": words()}],
                "place": [words()],
                "note": words(),
            }
        }
    }
    sources = found["sources.yaml"]["sources"]
    sources["s1"] |= {
        "title": words(),
        "url": "https://example.org/?a=1;b",
        "label": words(),
        "handling": "TLP:GREEN",
    }
    rows = found["relations.yaml"]["relations"]
    for row in rows:
        row |= {"note": words(), "place": dice.some(ODD, 1, 3), "scope": words()} if dice.often() else {}
        row |= (
            {"coded": {"by": "a coder", "on": "2012"}, "reviewed": [{"by": words()}]} if dice.seldom() else {}
        )
        row |= {"event": "clash", "handling": "TLP:RED"} if dice.seldom() else {}
    rows.append(
        {"id": "own", "from": "alba", "type": "feud", "to": "brel", "see": ["own-two"], "evidence": "s1 p9"}
    )
    rows.append(
        {"id": "own-two", "from": "alba", "type": "tolled", "to": "brel", "evidence": "s1 p10 clerk doubts"}
    )
    return found


def read(found: Files) -> Loaded:
    loaded = build({name: written(content) for name, content in found.items()}, [])
    assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
    return loaded


@cache
def command() -> Any:
    from importlib import import_module

    return import_module("actorgraph.commands.import")


def back(name: str, loaded: Loaded) -> tuple[Loaded, dict[str, int]]:
    """The data set that import makes of the export, and the losses that it tells of by name."""
    done = writing.module(name).write(outgoing(worlds.view(loaded)))
    with tempfile.TemporaryDirectory() as folder:
        for file, data in done.files.items():
            (Path(folder) / file).write_bytes(data)
        only = next(iter(done.files))
        incoming = read_record.read([folder if name == "csv" else f"{folder}/{only}"], Plan({}, {}, {}))
    texts = {file: text.encode() for file, text in command()._texts(incoming).items()}
    told = {loss: incoming.losses.count(loss) for loss in read_record.LOSSES}
    return build(texts, []), {loss: number for loss, number in told.items() if number}


def compared(record: str, one: Any, gone: set[tuple[str, str]]) -> dict[str, Any]:
    """The fields of a record that the format does not declare lost."""
    found = {}
    for name, field in fields(record).items():
        if (record, name) not in gone:
            value = getattr(one, field)
            found[name] = value.text if hasattr(value, "text") else value
    return found


def flat(loaded: Loaded, gone: set[tuple[str, str]]) -> dict[str, Any]:
    """The data set by record, up to what the format declares lost."""
    data = loaded.dataset

    def items(held: tuple[Evidence, ...]) -> list[dict[str, Any]]:
        return [compared("evidence", one, gone) for one in held] if ("evidence", "at") not in gone else []

    def tie(one: Relation) -> dict[str, Any]:
        found = compared("relation", one, gone) | {"evidence": items(one.evidence)}
        if found.get("assessment"):
            found["assessment"] = (
                *found["assessment"][:2],
                found["assessment"].on.text,
                found["assessment"].why,
            )
        for key in ("coded", "reviewed"):
            signed = [found[key]] if key == "coded" and found[key] else found[key] or ()
            found[key] = [(by, on.text if on else None) for by, on in signed]
        return found

    def actor(one: Actor) -> dict[str, Any]:
        held: dict[str, Any] = compared("actor", one, gone)
        held["aliases"] = [
            compared("name", alias, gone)
            | ({"evidence": items(alias.evidence)} if ("name", "by") not in gone else {})
            for alias in one.aliases
        ]
        if ("trait", "trait") not in gone:
            held["traits"] = [
                compared("trait", t, gone) | {"evidence": items(t.evidence)} for t in one.traits
            ]
        return held

    about = compared("dataset", data.about, gone)
    if coverage := about.get("coverage"):
        about["coverage"] = (*coverage[:3], coverage.period.text)
    found: dict[str, Any] = {
        "dataset": about,
        "actors": {id_: actor(one) for id_, one in data.actors.items()},
        "relations": [tie(one) for one in data.relations],
        "sources": {id_: compared("source", one, gone) for id_, one in data.sources.items()},
        "voices": {id_: compared("voice", one, gone) for id_, one in data.voices.items()},
    }
    if ("event", "name") not in gone:
        found["events"] = {
            id_: compared("event", one, gone) | {"evidence": items(one.evidence)}
            for id_, one in data.events.items()
        }
    if ("type", "name") not in gone:
        found["types"] = [compared("type", data.vocabulary.types[name], gone) for name in ("feud", "toll")]
    return found


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name == "xlsx" else ()) for name in TWO_WAY]
)
@given(dice)
@settings(max_examples=20, deadline=None)
def test_an_export_reads_back_as_the_record_up_to_what_it_declares_lost(name: str, dice: Dice) -> None:
    before = read(files(dice))
    after, told = back(name, before)
    assert not [one for one in after.problems if one.severity == "error"], after.problems
    gone = lost(writing.module(name).LOSSES)
    if name in (*GRAPHS, "node-link"):
        gone = gone | {("dataset", "handling")}  # the strictest of what is in it
    assert flat(after, gone) == flat(before, gone)
    assert {*told} <= ({"type", "event", "shared"} if name in GRAPHS else set())


@pytest.fixture
def run(tmp_path: Path) -> Any:
    return within(tmp_path)


TWO_ACTORS = "id,name,kind\na,A,state\nb,B,state\n"
TIE = "id,from,type,to\nx,a,alliance,b\n"


def put(folder: Path, **tables: str) -> None:
    folder.mkdir()
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["csv", "record"])
def test_a_folder_of_tables_needs_no_mapping(run, tmp_path: Path, name: str) -> None:
    put(tmp_path / "t", actors=TWO_ACTORS, relations=TIE, evidence="of,source,at,says,stance\nx,s,p1,v,supports\n",
        sources="id,title,author,published\ns,S,v,2020\n", voices="id,name,kind\nv,V,author\n")  # fmt: skip
    done = run("import", name, "t")
    assert done.returncode == 0, done.stderr
    assert "- {id: x, from: a, type: alliance, to: b, evidence: s p1 v supports}" in done.stdout or (
        "id: x" in done.stdout and "evidence: s p1 v supports" in done.stdout
    )


def test_what_somebody_did_to_the_tables_is_told(run, tmp_path: Path) -> None:
    put(tmp_path / "t", actors=TWO_ACTORS + ",C,state\na,Again,state\n", other="z\n1\n",
        relations="id,from,type,to,mine\nx,a,rivalry,b,3\n,a,rivalry,b,\n", evidence="of,source\ngone,s\n")  # fmt: skip
    told = " ".join(run("import", "record", "t").stderr.split())
    assert "1 rows without an id or a name, in actors" in told
    assert "1 rows with an id that an earlier row has, in actors" in told
    assert "1 rows without one of the two ends or a type" in told
    assert "1 items of evidence of a record that no table has" in told and "(gone)" in told
    assert '1 cells of a column that no export writes: "mine" of relations' in told
    assert "1 tables that no export writes: other.csv" in told


def test_an_export_offered_as_a_strangers_graph_is_told_apart(run) -> None:
    assert run("export", "graphml", "-q", "-o", "g.graphml").returncode == 0
    done = run("import", "graphml", "g.graphml")
    assert "actorgraph import record g.graphml" in done.stderr


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("x.graphml", '<!DOCTYPE g [<!ENTITY a "aa">]><graphml>&a;</graphml>', "declares entities"),
        ("x.graphml", "<graphml/>", "no export"),
        ("x.gexf", "<gexf><graph>", "no XML"),
        ("x.json", '{"a":' * 100_000, "no JSON"),
        (
            "x.json",
            '{"graph": {"coverage": 3}, "nodes": [{"id": 1}], "edges": []}',
            "no graph that an export wrote",
        ),
        ("x.json", '{"graph": {}, "nodes": [3], "edges": []}', "no graph that an export wrote"),
        (
            "x.json",
            '{"elements": {"nodes": [{"data": 3}], "edges": []}, "data": {}}',
            "no graph that an export wrote",
        ),
        ("x.csv", TIE, "import record DIR"),
        ("x.xlsx", "PK\x03\x04", "is no workbook"),
    ],
)
def test_a_strange_export_ends_in_one_clear_line(
    run, tmp_path: Path, file: str, data: str, said: str
) -> None:
    (tmp_path / file).write_text(data, encoding="utf-8")
    done = run("import", "record", file)
    assert done.returncode == 2 and said in done.stderr, done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_that_is_a_number_is_read_as_words(run, tmp_path: Path) -> None:
    data = '{"data": {}, "elements": {"nodes": [{"data": {"id": "a", "name": 3, "kind": "state"}}], "edges": []}}'
    (tmp_path / "x.cyjs").write_text(data)
    assert "a: {name: 3, kind: state}" in run("import", "record", "x.cyjs").stdout


@pytest.mark.slow
def test_a_million_rows_of_an_export_end_in_a_clear_error(run, tmp_path: Path) -> None:
    put(
        tmp_path / "t",
        actors=TWO_ACTORS,
        relations="id,from,type,to\n" + "".join(f"t{n},a,rivalry,b\n" for n in range(10**6)),
    )
    done = run("import", "record", "t")
    assert done.returncode == 2 and "relations.csv has more than 400,000 rows" in done.stderr


@pytest.mark.parametrize("name", ["csv", "xlsx", "node-link", "graphml", "gexf", "cytoscape"])
def test_what_is_supposed_does_not_come_back_as_the_record(run, name: str) -> None:
    assert run("export", name, "-q", "-o", "x", "--assume", "is-k alliance taliban").returncode == 0
    done = run("import", "record", "x")
    assert done.returncode == 2 and "holds a what-if" in done.stderr
