"""The schemas accept and refuse what check accepts and refuses, in one file at a time."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

import actorgraph
import drawn
from actorgraph import checks
from actorgraph.checks.sample import laid
from actorgraph.dataset import Dataset
from actorgraph.loading import build, load
from actorgraph.nodes import Mapping, Node, Sequence, read
from actorgraph.problems import Problem
from actorgraph.schema import FILES, schema
from drawn import Place
from generated import written

ROOT = Path(__file__).resolve().parent.parent
VALIDATORS = {file: Draft202012Validator(schema(file)) for file in FILES}


class Editor(yaml.CSafeLoader):
    """YAML as an editor reads it: keys and dates are text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


class Old(Editor):
    """YAML 1.1: yes and no are truth values."""


class New(Editor):
    """YAML 1.2: only true and false are."""


Editor.add_constructor("tag:yaml.org,2002:map", Editor.construct_mapping)
for loader, dropped in ((Old, {"timestamp"}), (New, {"timestamp", "bool"})):
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] not in dropped]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
New.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def loaded(text: bytes, loader: type[Editor]) -> Any:
    return yaml.load(text, loader)  # noqa: S506  # a safe loader's heir


def refused(file: str, text: bytes, loader: type[Editor] = New) -> set[Place]:
    """The keys that the file's schema refuses."""
    name, value = file.partition("/")[0].removesuffix(".yaml"), loaded(text, loader)
    return {place for error in VALIDATORS[name].iter_errors(value) for place in named(error, value)}


@pytest.mark.parametrize("file", FILES)
def test_a_schema_is_one_by_the_rules_of_its_dialect(file: str) -> None:
    Draft202012Validator.check_schema(schema(file))


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: path.name)
@pytest.mark.parametrize("loader", [Old, New])
def test_the_shipped_data_agree_with_the_schemas(path: Path, loader: type[Editor]) -> None:
    assert refused(path.relative_to(ROOT / "data").as_posix(), path.read_bytes(), loader) == set()


@pytest.mark.parametrize("name", checks.NAMES)
def test_good_samples_agree_with_the_schemas(name: str) -> None:
    for file, data in laid(checks.rule(name).good).items():
        if file.startswith(FILES):
            assert refused(file, data) == set(), file


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_schema_and_check_refuse_the_same_keys(file: str) -> None:
    for seed in range(90):
        files, what = drawn.files_of(seed), ""
        if seed % 2:
            files[file], what = drawn.spoilt(files, file, seed)
        told, theirs, by_schema = both(files, file, quoted=seed % 3 == 0)
        said = f"seed {seed}: {what}\ncheck: {told}\nschema: {by_schema}"
        assert bool(theirs) == bool(what), said
        # Of a record with a misspelt key check says that alone; a schema takes the key to be left out.
        slips = {place[:-1] for problem in told if problem.name == "unknown-key" for place in theirs}
        for ours in by_schema:
            assert theirs <= ours, said
            assert all({place, place[:-1]} & slips for place in ours - theirs), said


def both(
    files: drawn.Files, file: str, *, quoted: bool
) -> tuple[list[Problem], set[Place], list[set[Place]]]:
    """What check tells of the file, the keys it refuses, and those that the schema refuses in each YAML."""
    texts = {f"{name}.yaml": written(drawn.plain(value), quoted=quoted) for name, value in files.items()}
    name = f"{file}.yaml"
    told = [one for one in build(texts, []).problems if one.severity == "error" and one.where.file == name]
    root, _ = read(texts[name], name)
    assert root is not None
    by_schema = [refused(name, texts[name], loader) for loader in (Old, New)]
    return told, {place_of(problem, root) for problem in told}, by_schema


def test_a_source_with_a_publisher_is_still_asked_when_it_was_published() -> None:
    """The two words are near each other, but one is no slip for the other."""
    files = drawn.files_of(0)
    files["sources"]["sources"]["s1"] = {"title": "Report", "publisher": "Press"}
    _, theirs, by_schema = both(files, "sources", quoted=False)
    assert [theirs, theirs] == by_schema == [{("sources", "s1", "published")}] * 2


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_schema_and_check_know_the_same_keys(file: str) -> None:
    """Check lists the keys of a record to whoever types one that is like none of them."""
    by_check = set()
    for seed in range(40):
        files = drawn.files_of(seed)
        for record in drawn.records(files[file]):
            record["qqqqqqqq"] = "x"
        told, _, _ = both(files, file, quoted=True)
        by_check |= {
            one.advice[0].partition(" has the keys: ")[2] for one in told if one.name == "unknown-key"
        }
    found = schema(file)
    records = [*found["$defs"].values(), *([found] if file == "dataset" else [])]
    by_schema = {", ".join(record["properties"]) + "." for record in records}
    assert by_check - {""} == by_schema


def test_every_sentence_on_a_field_stands_in_a_schema() -> None:
    path = Path(actorgraph.__file__).parent / "vocabulary" / "fields.yaml"
    sentences = loaded(path.read_bytes(), New)
    shown = "".join(json.dumps(schema(file), ensure_ascii=False) for file in FILES)
    for record, fields in sentences.items():
        for field, told in fields.items():
            assert json.dumps(told["is"], ensure_ascii=False)[1:-1] in shown, f"{record}: {field}"
            assert told["is"].endswith("."), told


def test_what_an_editor_offers_is_accepted_by_check() -> None:
    """Examples beside a field are values that its own schema takes."""
    for file in FILES:
        found = schema(file)
        for record in (found, *found["$defs"].values()):
            for key, field in record["properties"].items():
                alone = Draft202012Validator({**field, "$defs": found["$defs"]})
                assert all(alone.is_valid(example) for example in field.get("examples", ())), key


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load(str(ROOT / "data")).dataset


@pytest.mark.parametrize("file", FILES)
def test_with_a_record_the_same_is_taken_and_its_ids_are_offered(file: str, shipped: Dataset) -> None:
    found = schema(file, shipped)
    Draft202012Validator.check_schema(found)
    validator = Draft202012Validator(found)
    for seed in range(20):
        value = drawn.plain(drawn.files_of(seed)[file])
        assert list(validator.iter_errors(value)) == [], seed
    for record in found["$defs"].values():
        for offered in record.get("defaultSnippets", ()):
            assert Draft202012Validator(record).is_valid(offered["body"]), offered


def test_a_name_that_could_steer_a_screen_is_offered_with_marks_instead(shipped: Dataset) -> None:
    actor = shipped.actors["is-k"]._replace(name="IS-K\x1b[2J\u202e")
    actors = {**shipped.actors, "is-k": actor}
    record = Dataset(
        shipped.about, actors, shipped.voices, shipped.sources, (), shipped.events, shipped.vocabulary
    )
    first, *_ = schema("relations", record)["$defs"]["an-actor"]["defaultSnippets"]
    assert first["description"] == "IS-K<U+001B>[2J<U+202E>"


def test_the_command_offers_the_ids_of_a_record_nearby_and_never_those_of_the_shipped_one(
    actorgraph, tmp_path: Path, shipped: Dataset
) -> None:
    alone = actorgraph("schema", "relations")
    assert alone.stderr == "No ids are offered, for no data set is here. Name one: --data DIR\n"
    named = actorgraph("schema", "relations", "--data", str(ROOT / "data"))
    assert json.loads(named.stdout) == schema("relations", shipped)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    nearby = actorgraph("schema", "relations")
    assert (nearby.stdout, nearby.stderr) == (named.stdout, "With the ids and types of: data\n")
    assert actorgraph("schema", "relations", "--data", "none").returncode == 2


def test_without_a_file_the_command_lists_them_and_with_one_prints_it(actorgraph) -> None:
    listed = actorgraph("schema").stdout.splitlines()
    assert [line.split()[0] for line in listed if line[0] != " "] == list(FILES)
    assert max(map(len, listed)) <= 80
    for name in ("relations", "relations.yaml"):
        assert json.loads(actorgraph("schema", name).stdout) == schema("relations")


def test_all_are_written_into_a_folder(actorgraph, tmp_path: Path) -> None:
    done = actorgraph("schema", "-o", "made/schemas")
    assert done.returncode == 0, done.stderr
    for line, file in zip(done.stdout.splitlines(), FILES, strict=True):
        assert json.loads((tmp_path / line).read_text(encoding="utf-8")) == schema(file)
    assert len(list((tmp_path / "made" / "schemas").iterdir())) == len(FILES)


def test_a_wrong_file_or_folder_is_told_what_to_type(actorgraph, tmp_path: Path) -> None:
    assert "Try: actorgraph schema relations" in actorgraph("schema", "relation").stderr
    (tmp_path / "taken").write_text("x")
    done = actorgraph("schema", "-o", "taken")
    assert (done.returncode, done.stdout) == (2, "")
    assert "actorgraph schema -o DIR" in done.stderr


def place_of(problem: Problem, root: Node) -> Place:
    """The key that a problem points at; of a missing one, where it would stand."""
    at = problem.where.line, problem.where.column
    found = list(nodes(root, ()))
    values = [place for is_key, node, place in found if not is_key and holds(node, at)]
    keys = [place for is_key, node, place in found if is_key and holds(node, at)]
    if problem.name in ("missing-key", "segment-of", "wrong-shape"):
        record = min(values, key=len)  # it begins where its first key begins
        one_key = problem.write and "neither" not in problem.what and problem.name != "wrong-shape"
        return (*record, problem.write[0].partition(":")[0]) if one_key else record
    return max(keys or values, key=len)


def holds(node: Node, at: tuple[int, int]) -> bool:
    """Whether the place is that of a mapping or list, or within a text."""
    if isinstance(node, Mapping | Sequence):
        return (node.line, node.column) == at
    return node.line == at[0] and node.column <= at[1] < node.column + node.length


def nodes(node: Node, place: Place) -> Iterator[tuple[bool, Node, Place]]:
    """Each key and each value from a node down, and the place it has among keys."""
    yield False, node, place
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            yield True, key, (*place, key.text)
            yield from nodes(value, (*place, key.text))
    if isinstance(node, Sequence):
        for number, value in enumerate(node.items):
            yield from nodes(value, (*place, number))


def named(error: ValidationError, root: Any) -> Iterator[Place]:
    """The keys that an error is about: of alternatives, those of the ones that have the right shape."""
    place = tuple(error.absolute_path)
    if error.validator == "required":
        assert isinstance(error.validator_value, list)
        yield from ((*place, key) for key in error.validator_value if key not in error.instance)
    elif error.validator == "additionalProperties":
        yield from ((*place, key) for key in error.instance if key not in error.schema["properties"])
    elif "propertyNames" in error.absolute_schema_path:
        yield (*place, error.instance)
    elif error.validator is None:  # a key that may not stand here: jsonschema tells its record and its value
        for step in place:
            root = root[step]
        yield from ((*place, key) for key, value in root.items() if value is error.instance)
    elif error.validator == "anyOf" and not all(one.keys() == {"required"} for one in error.validator_value):
        inner = error.context or ()
        misfits = {one.relative_schema_path[0] for one in inner if misshapen(one)}
        fit = [one for one in inner if one.relative_schema_path[0] not in misfits]
        yield from {found for one in fit for found in named(one, root)} or {place}
    else:
        yield place


def misshapen(error: ValidationError) -> bool:
    """Whether text, list or mapping stands where another of them belongs, and not only further down."""
    return error.validator in ("type", "not") and not error.relative_path
