"""Whatever bytes a stranger sends: bounded time, problems instead of tracebacks, and never a value nobody typed."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actorgraph.nodes import Lost, Mapping, Node, Scalar, Sequence, read

pytestmark = pytest.mark.slow  # `make check` and CI run it; `make test` stays under a minute

MILLION = 10**6

HOSTILE = {
    "a million brackets": (b"[" * MILLION, "too-deep"),
    "a million braces in a record": (b"actors:\n  a: " + b"{" * MILLION, "too-deep"),
    "a million dashes": (b"- " * MILLION, "too-deep"),
    "a million question marks": (b"? " * MILLION, "too-deep"),
    "a bracket on each of many lines": (b"[\n" * 300_000, "too-deep"),
    "billion laughs": (
        b"a0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 3000)),
        "too-many-faults",
    ),
    "a million times one key": (b"a: b\n" * MILLION, "too-many-faults"),
    "many broken records": (b"actors:\n" + b"  a: {b: c\n" * 200_000, "too-many-faults"),
    "a quote that never closes": (b'a: "' + b"x\n" * MILLION, "syntax"),
    "many quotes that never close": (b"relations:\n" + b'- {a: "b}\n' * 200_000, "too-many-faults"),
    "a key of a million letters": (b"k" * MILLION + b": v\n", "syntax"),
    "a million colons": (b": " * MILLION, "syntax"),
    "a million ampersands": (b"&" * MILLION, "anchor"),
    "60 MB of NUL": (b"\0" * 60 * MILLION, "not-utf8"),
    "60 MB that are not UTF-8": (b"\xff" * 60 * MILLION, "not-utf8"),
    "60 MB of line ends": (b"\n" * 60 * MILLION, "file-too-large"),
    "65 MiB": (b"x" * (65 * 2**20), "file-too-large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_problem_and_soon_told(name):
    data, fault = HOSTILE[name]
    begun = time.process_time()
    _, problems = read(data, "actors.yaml")
    assert time.process_time() - begun < 4  # a fifth of it on a quiet machine
    assert fault in {problem.name for problem in problems}
    assert len(problems) <= 1001


def test_many_keys_and_long_lines_are_only_large():
    text = b"".join(b"k%d: v\n" % n for n in range(200_000)) + b"long: [" + b"word, " * MILLION + b"]\n"
    node, problems = read(text, "actors.yaml")
    assert not problems
    assert len(node.fields) == 200_001
    assert len(node.get("long").items) == MILLION


def test_a_value_that_is_a_book_is_left_out_and_told():
    text = b"a: " + b"x" * 100_000 + b"\nb: " + b"x" * 100_001 + b"\nc: d\n"
    node, problems = read(text, "actors.yaml")
    assert [(problem.name, problem.where.line) for problem in problems] == [("too-long", 2)]
    assert [node.get(key).__class__ for key in "abc"] == [Scalar, Lost, Scalar]


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else Lost


def reference(text: str) -> object:
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text, lists and mappings
    except (yaml.YAMLError, TypeError):
        return yaml.YAMLError


RECORDS = """\
actors:
  is-k:
    name: IS-K
    aliases: [IS-KP, {name: "Islamic State", by: [author]}]
    traits:
      - {trait: ideology, is: creed, evidence: mir-2021 p10}
      - trait: capacity
        figure: '>170'
  taliban: {name: Taliban, kind: party}
  # a comment
  ttp:
    name: "TTP: the movement"
    note: it's one of
      several groups
    long: |
      text one
      text: two
voices:
  press: {name: press reports, kind: unnamed}
"""

edits = st.tuples(
    st.integers(0, len(RECORDS)),
    st.integers(0, 12),
    st.text(st.sampled_from("\t :{}[],-'\"#&*!|>%@`\\\n\r?~ab<é\0\u2028"), max_size=3)
    | st.sampled_from(["\n---\n", "\n...\n", "\n<<<<<<< HEAD\n", "<<: *a", "\n- ", "\n  "]),
)


@given(st.lists(edits, min_size=1, max_size=4))
@settings(max_examples=400, deadline=None)
@example([(0, 12, "")])
def test_a_file_edited_anyhow_is_read_as_typed_or_its_faults_are_told(changes):
    text = RECORDS
    for at, gone, new in changes:
        text = text[:at] + new + text[at + gone :]
    node, problems = read(text.encode(), "actors.yaml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for problem in problems:
        assert 1 <= problem.where.line <= lines
        assert problem.where.column >= 1
        assert problem.where.length >= 1
        assert problem.what
    if not any(problem.severity == "error" for problem in problems):
        assert plain(node) == reference(text)


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_at_all_end_in_a_tree_or_problems(data):
    node, problems = read(data, "actors.yaml")
    assert node is not None or problems
