"""An editor by docs/editors.md, with a real yaml-language-server: what it offers, shows and underlines."""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from actorgraph import vocabulary
from actorgraph.loading import load
from actorgraph.schema import schema
from languageserver import Fault, LanguageServer

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
PROGRAM = shutil.which("yaml-language-server")
NUMBERS = count(1)
FILES = sorted(path.stem for path in (ROOT / "data").glob("*.yaml"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        PROGRAM is None,
        reason="no yaml-language-server on PATH (npm install -g yaml-language-server, or run .ci/run)",
    ),
]

ROW = """relations:
  - from: is-k
    type: rivalry
    to: taliban
"""


@pytest.fixture
def record(actorgraph, tmp_path: Path) -> Path:
    """A folder with the shipped data in it, and the schemas written as the guide says."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    written(actorgraph)
    return tmp_path


@pytest.fixture
def editor(record: Path) -> Iterator[LanguageServer]:
    """An editor without settings: it goes by the first line of a file, and fetches no catalogue."""
    yield from opened(record, {"schemaStore": {"enable": False}})


def opened(record: Path, settings: dict[str, Any]) -> Iterator[LanguageServer]:
    assert PROGRAM
    server = LanguageServer(PROGRAM, record, {"yaml": settings})
    yield server
    server.close()


def written(actorgraph) -> None:
    command = re.search(r"^\$ actorgraph (schema -o .*)$", GUIDE, re.MULTILINE)
    assert command
    done = actorgraph(*command[1].split())
    assert done.returncode == 0, done.stderr


def under(text: str, file: str = "relations") -> tuple[str, str]:
    """A new file with that text, below the line that the guide puts on top of it."""
    line = re.search(r"^# yaml-language-server: .*$", GUIDE, re.MULTILINE)
    assert line
    return f"data/{file}-{next(NUMBERS)}.yaml", f"{line[0].replace('relations', file)}\n{text}"


def fields(file: str, name: str) -> dict[str, Any]:
    return schema(file)["$defs"][name]["properties"]


def test_nothing_is_underlined_in_the_shipped_data_and_nobody_dials_out(editor: LanguageServer) -> None:
    for file in FILES:
        text = (ROOT / "data" / f"{file}.yaml").read_text(encoding="utf-8")
        assert editor.open(*under(text, file)) == [], file
    assert editor.dialled() == ""


def test_a_misspelt_key_an_unknown_type_and_a_wrong_date_are_underlined_where_they_stand(
    editor: LanguageServer,
) -> None:
    assert editor.open(*under(ROW + "    evidnce: mir-2021 p4\n")) == [
        Fault(6, "evidnce", "Property evidnce is not allowed.")
    ]
    for unknown in ("rivalri", "Rivalry"):
        (found,) = editor.open(*under(ROW.replace("rivalry", unknown)))
        assert found[:2] == (4, unknown)
        assert "No type has this name" in found.says
    (found,) = editor.open(*under(ROW + "    evidence:\n      - source: mir-2021\n        said: 2012/13\n"))
    assert found[:2] == (8, "2012/13")
    assert "A date is 2015" in found.says


def test_a_key_that_is_missing_is_said_at_its_record(editor: LanguageServer) -> None:
    (found,) = editor.open(*under("relations:\n  - from: is-k\n    to: taliban\n"))
    assert (found.line, found.says) == (3, 'Missing property "type".')


def test_the_keys_of_a_relation_that_it_has_not_yet_are_offered(editor: LanguageServer) -> None:
    keys = {key: field["description"] for key, field in fields("relations", "relation").items()}
    offered = editor.offers(*under("relations:\n  - |"))
    assert {key: offered[key] for key in keys} == keys
    assert offered.keys() - keys == {"relation"}  # all that must stand, in one go
    assert editor.offers(*under(ROW + "    |")).keys() == keys.keys() - {"from", "type", "to"}


def test_keys_are_offered_between_braces_after_the_first_letter(editor: LanguageServer) -> None:
    offered = editor.offers(*under(ROW + "    evidence: {source: mir-2021, s|}\n"))
    assert offered.keys() == fields("relations", "evidence").keys() - {"source"}


def test_types_and_their_inverses_are_offered_with_their_definitions(editor: LanguageServer) -> None:
    shipped = vocabulary.shipped()
    offered = editor.offers(*under("relations:\n  - from: is-k\n    type: |\n"))
    assert offered.keys() == {*shipped.types, *shipped.inverses}
    assert offered["rivalry"] == shipped.types["rivalry"].definition


def test_what_a_stance_and_a_grade_mean_stands_beside_them(editor: LanguageServer) -> None:
    words = vocabulary.shipped().words
    stances = editor.offers(*under(ROW + "    evidence:\n      - source: mir-2021\n        stance: |\n"))
    assert stances == {word: row["verb"] for word, row in words["stances"].items()}
    grades = editor.offers(*under("sources:\n  a:\n    reliability: |\n", "sources"))
    assert grades == {word: row["page"] for word, row in words["reliability"].items()}


def test_ids_of_the_record_are_offered_with_their_names(editor: LanguageServer) -> None:
    dataset = load(str(ROOT / "data")).dataset
    actors = {id_: actor.name for id_, actor in dataset.actors.items()}
    voices = {id_: voice.name for id_, voice in dataset.voices.items()}
    assert editor.offers(*under("relations:\n  - from: |\n")) == actors
    assert editor.offers(*under(ROW + "    against:\n      - |\n")) == actors
    said = editor.offers(*under(ROW + "    evidence:\n      - source: mir-2021\n        says: |\n"))
    assert said == {**actors, **voices, "author": "the own voice of the source"}
    sources = editor.offers(*under(ROW + "    evidence:\n      - source: |\n"))
    assert sources == {id_: source.title for id_, source in dataset.sources.items()}
    events = editor.offers(*under(ROW + "    event: |\n"))
    assert events == {id_: event.name for id_, event in dataset.events.items()}


def test_an_actor_declared_since_the_schemas_were_written_is_not_underlined(editor: LanguageServer) -> None:
    assert editor.open(*under(ROW.replace("is-k", "somebody-new"))) == []


def test_a_type_of_ones_own_is_known_once_the_schemas_are_written_again(
    actorgraph, editor: LanguageServer, record: Path
) -> None:
    row = under(ROW.replace("rivalry", "feud"))
    assert [fault.text for fault in editor.open(*row)] == ["feud"]
    (record / "data" / "types.yaml").write_text(
        "types:\n  feud:\n    family: hostile\n    sign: '-'\n    class: attitude\n    reads: is in a feud with TO\n"
        "    def: a quarrel of generations\n    symmetric: yes\n"
    )
    assert actorgraph("check").returncode == 0
    written(actorgraph)
    for again in opened(record, {"schemaStore": {"enable": False}}):
        assert again.open(*row) == []
        assert (
            again.offers(*under("relations:\n  - from: is-k\n    type: |\n"))["feud"]
            == "a quarrel of generations"
        )


def test_a_digit_is_offered_once_and_nothing_where_any_text_may_stand(editor: LanguageServer) -> None:
    item = ROW + "    evidence:\n      - source: mir-2021\n        "
    assert list(editor.offers(*under(item + "credibility: |\n"))) == ["1", "2", "3", "4", "5", "6"]
    assert list(editor.offers(*under("format: |\n", "dataset"))) == ["1"]
    assert editor.offers(*under(item + "gist: |\n")) == {}


def test_a_value_not_yet_typed_is_asked_for_in_plain_words(editor: LanguageServer) -> None:
    (found,) = editor.open(*under(ROW + "    as-of:\n"))
    assert found.line == 6
    assert found.says.startswith("A date is 2015, 2015-06 or 2015-06-03")
    (found,) = editor.open(*under(ROW + "    note:\n"))
    assert (found.line, found.says) == (6, "Write a value, or take the line out.")


def test_the_mouse_over_a_key_shows_its_sentence_and_over_a_type_its_definition(
    editor: LanguageServer,
) -> None:
    assert fields("relations", "relation")["as-of"]["description"] in editor.hover(
        *under(ROW + "    as|-of: 2021-09\n")
    )
    shown = editor.hover(*under(ROW.replace("rivalry", "riv|alry")))
    first = re.search(r"^\* .*$", shown, re.MULTILINE)
    assert first
    assert first[0] == f"* `rivalry`: {vocabulary.shipped().types['rivalry'].definition}"


def test_a_record_just_begun_is_understood_without_another_step(actorgraph, tmp_path: Path) -> None:
    assert actorgraph("init", "new").returncode == 0
    for editor in opened(tmp_path / "new", {"schemaStore": {"enable": False}}):
        for path in sorted((tmp_path / "new").glob("*.yaml")):
            assert editor.open(path.name, path.read_text(encoding="utf-8")) == [], path.name
        first, *_ = (tmp_path / "new" / "relations.yaml").read_text(encoding="utf-8").splitlines()
        (found,) = editor.open("relations-2.yaml", f"{first}\n{ROW}    spare: x\n")
        assert found.text == "spare"


def test_a_first_line_that_finds_no_schema_is_told(editor: LanguageServer) -> None:
    name, text = under(ROW)
    (found,) = editor.open(name.replace("data/", "data/relations/"), text)
    assert found.says.startswith("Unable to load schema")


def test_the_settings_of_the_guide_do_without_a_first_line_and_without_a_network(record: Path) -> None:
    block = re.search(r"^```json\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert block
    settings: dict[str, Any] = {}
    for name, value in json.loads(block[1]).items():
        place = settings
        *above, last = name.removeprefix("yaml.").split(".")
        for step in above:
            place = place.setdefault(step, {})
        place[last] = value
    for editor in opened(record, settings):
        for file in FILES:
            text = (ROOT / "data" / f"{file}.yaml").read_text(encoding="utf-8")
            (found,) = editor.open(f"data/{file}.yaml", f"{text}\nspare: x\n")
            assert found.text == "spare", file
        (found,) = editor.open("data/relations/2021.yaml", ROW + "    spare: x\n")
        assert found.text == "spare"
        assert editor.dialled() == ""
