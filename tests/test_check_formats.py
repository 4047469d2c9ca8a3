"""check for programs: JSON, the annotations of a code host, SARIF. Each tells what the text tells."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest

from actorgraph.checks.sample import laid
from gallery import write

ODD = "relations/50%, so: far.yaml"
FILES = {
    ODD: b"relations:\n  - {from: north, type: suport, to: militia, scope: 50% of it, evidence: report p1}\n",
    "event.yaml": b"events:\n",
    "actors.yaml": b"""\
actors:
  rebels: {name: Rebels, kind: faction, place: [Port Sarim]}
  pirates: {name: Pirates, kind: faction, place: [Port Sarrim], traits: [{trait: goal, is: '100% of it'}]}
""",
    "dataset.yaml": b"""\
format: 1
title: A sample
suppress:
  - {check: near-places, at: pirates, why: "two ports, in fact"}
""",
}
NAMES = ["unknown-type", "unknown-file", "unsourced"]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A data set with an error, two warnings and a hint that is kept, in a folder of a repository."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    folder = tmp_path / "repository" / "my data"
    try:
        write(folder, {**laid({}), **FILES})
    except OSError:
        pytest.skip("this system has no such file names")
    return folder


def test_text_counts_what_is_suppressed_and_names_one_to_have_explained(actorgraph, record: Path) -> None:
    done = actorgraph("check", "--data", str(record))
    assert done.returncode == 1
    assert done.stdout.endswith(
        "1 error, 2 warnings in 3 of 6 files; all were read to the end; 1 suppressed,\n"
        "with its reason in dataset.yaml. Explain one: actorgraph explain unknown-type\n"
    )
    assert actorgraph("explain", "unknown-type").returncode == 0


def test_json_has_the_problems_with_their_places_and_what_to_write(actorgraph, record: Path) -> None:
    done = actorgraph("check", "--data", str(record), "--format", "json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["actorgraph"]) == (1, 1)
    assert sorted(one["name"] for one in found["problems"]) == sorted(NAMES)
    one = next(one for one in found["problems"] if one["severity"] == "error")
    assert one == {
        "name": "unknown-type",
        "severity": "error",
        "file": ODD,
        "line": 2,
        "column": 25,
        "length": 6,
        "what": 'no relation type "suport"',
        "hints": ["Nearest: support. Write instead:"],
        "write": ["type: support"],
    }
    assert [(kept["name"], kept["why"]) for kept in found["suppressed"]] == [
        ("near-places", "two ports, in fact")
    ]


ANNOTATION = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_annotations_lead_from_the_repository_to_the_line(actorgraph, record: Path) -> None:
    done = actorgraph("check", "--data", str(record), "--format", "github")
    *lines, summary, told = done.stdout.splitlines()
    assert summary.startswith("1 error, 2 warnings") and told.endswith("explain unknown-type")
    found = [ANNOTATION.fullmatch(line) for line in lines]
    assert all(found), "a line is no annotation: something in it was not escaped"
    assert [one[1] for one in found if one] == ["error", "warning", "warning"]
    pairs = [dict(pair.split("=") for pair in one[2].split(",")) for one in found if one]
    first, message = pairs[0], found[0][3]
    assert (unquote(first["file"]), first["line"], first["col"]) == (f"my data/{ODD}", "2", "25")
    assert [one["title"] for one in pairs] == ["unknown-type", "unsourced", "unknown-file"]
    assert unquote(message).split("\n")[0] == 'no relation type "suport"'
    assert "    type: support" in unquote(message)
    assert "line" not in pairs[2], "a whole file has no line"


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
FROM_ONE = {"type": "integer", "minimum": 1}


def closed(required: str, **properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


REGION = closed("startLine", startLine=FROM_ONE, startColumn=FROM_ONE, endColumn=FROM_ONE)
ADDRESS = closed("uri", uri={"type": "string", "pattern": r"^([A-Za-z0-9_.~/-]|%[0-9A-F]{2})+$"})
SUPPRESSION = closed(
    "kind",
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification={"type": "string"},
)
RULE = closed(
    "id",
    id={"type": "string"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed("", level=LEVEL),
)
RESULT = closed(
    "message",
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=TEXT,
    suppressions={"type": "array", "uniqueItems": True, "items": SUPPRESSION},
    locations={
        "type": "array",
        "items": closed(
            "", physicalLocation=closed("artifactLocation", artifactLocation=ADDRESS, region=REGION)
        ),
    },
)
DRIVER = closed(
    "name",
    name={"type": "string"},
    version={"type": "string"},
    rules={"type": "array", "uniqueItems": True, "items": RULE},
)
# What the standard asks of those properties that are written here; it has many more.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": closed(
                "tool",
                tool=closed("driver", driver=DRIVER),
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                results={"type": "array", "items": RESULT},
            ),
        },
    },
}


def test_sarif_keeps_to_the_standard_and_names_rule_and_region(actorgraph, record: Path) -> None:
    target = record.parent / "found.sarif"
    done = actorgraph("check", "--data", str(record), "-o", str(target))
    assert (done.returncode, done.stdout) == (1, "")
    log = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert {result["ruleId"] for result in run["results"]} == {*NAMES, "near-places"}
    (kept,) = [result for result in run["results"] if "suppressions" in result]
    assert kept["ruleId"] == "near-places"
    assert kept["suppressions"][0]["justification"] == "two ports, in fact"
    (error,) = [result for result in run["results"] if result["level"] == "error"]
    place = error["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == f"my data/{ODD}"
    assert place["region"] == {"startLine": 2, "startColumn": 25, "endColumn": 31}
    assert "Wrong" in rules[error["ruleIndex"]]["help"]["text"]


def test_a_clean_record_makes_an_empty_run(actorgraph, tmp_path: Path) -> None:
    write(tmp_path / "clean", laid({}))
    done = actorgraph("check", "--data", str(tmp_path / "clean"), "--format", "sarif")
    log = json.loads(done.stdout)
    jsonschema.validate(log, SARIF)
    assert (done.returncode, log["runs"][0]["results"]) == (0, [])
    done = actorgraph("check", "--data", str(tmp_path / "clean"), "--format", "github")
    assert done.stdout == "No problem in 4 files.\n"


def test_an_unknown_format_names_the_known(actorgraph) -> None:
    done = actorgraph("check", "--format", "xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "text, json, github, sarif" in done.stderr
