"""What is written as YAML is read as it was, by our reader and by another one, whatever the text."""

import io
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from actorgraph.nodes import read
from actorgraph.record.emitting import Value, block, double, flow, scalar, single
from byhand import plain

# What reading refuses by name, and what other readers take for the end of a line.
FORBIDDEN = "".join(
    map(
        chr, [*range(9), 11, 12, 13, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]
    )
)
ODD = (
    *(
        "no",
        "~",
        "null",
        "1_000",
        "2021-08-26",
        "../2015",
        "2015/..",
        "a: b",
        "a:",
        "- a",
        "-",
        "# a",
        "a #b",
    ),
    *("'", '"', "\\", "%", "@a", "`", "!a", "&a", "*a", "?", "? a", "a?", "<<", "=", "...", "---", "|", ">-"),
    *(" a", "a ", "a\nb", "a\n\nb\n", "\n", "\ta", "a\tb", "[a", "a]", "{", "a, b", "é", "\u00a0x", "", "  "),
    *(
        "long words " * 20,
        "two  blanks " * 20,
        "one\nlong words " + "and more " * 20,
        "x" * 300,
        "a - b # c " * 15,
    ),
)
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=FORBIDDEN), max_size=14
) | st.sampled_from(ODD)
keys = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
values: st.SearchStrategy[Any] = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=14,
)
records = st.dictionaries(keys, values, min_size=1, max_size=4)


def ours(text: str) -> Any:
    root, problems = read(text.encode(), "a.yaml")
    assert not problems, (text, problems)
    return plain(root)


def theirs(text: str) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="base", pure=True).load(io.StringIO(text))


@given(records, st.integers(0, 3))
@example({"a": {"b": ["x"] * 3}, "c": [[], {}]}, 0)
def test_a_record_reads_as_it_was_given(record: dict[str, Value], depth: int) -> None:
    value: Any = record
    for _ in range(depth):
        value = {"around": [value]}
    text = "\n".join(block(value, 0)) + "\n"
    assert ours(text) == value


@given(records)
def test_a_record_between_brackets_reads_as_it_was_given(record: dict[str, Value]) -> None:
    text = flow(record)
    assert "\n" not in text
    assert ours(f"a: {text}\n") == {"a": record}
    assert ours(f"a:\n  - {text}\n  - b\n") == {"a": [record, "b"]}


@given(texts)
def test_a_text_reads_as_it_was_in_any_quotes(text: str) -> None:
    assert ours(f"a: {double(text)}\n") == {"a": text}
    assert ours(f"a: {scalar(text, flow=False)}\n") == {"a": text}
    assert ours(f"a: [{scalar(text)}, b]\n") == {"a": [text, "b"]}
    if text.isprintable():
        assert ours(f"a: {single(text)}\n") == {"a": text}


@given(records)
def test_another_reader_reads_the_same(record: dict[str, Value]) -> None:
    text = "\n".join(block(record, 0)) + "\n"
    assert theirs(text) == record
    assert theirs(flow(record)) == record


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("is-k", "is-k"),
        ("2015/..", "2015/.."),
        ("mir-2021 p7", "mir-2021 p7"),
        ("it's so", "it's so"),
        ("No: one", "'No: one'"),
        ("it's: so", "'it''s: so'"),
        ("2015?", "'2015?'"),
        ("a\tb", r'"a\tb"'),
    ],
)
def test_a_text_has_quotes_only_where_it_needs_them(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_long_note_is_folded_and_a_text_of_lines_keeps_them() -> None:
    assert block({"note": "many words " * 10 + "end"}, 2) == [
        "  note: >-",
        "    many words many words many words many words many words many words many words many words many",
        "    words many words end",
    ]
    assert block({"note": "one\ntwo"}, 0) == ["note: |-", "  one", "  two"]


def test_a_record_has_a_line_a_field_and_items_one_each() -> None:
    record: dict[str, Value] = {
        "from": "a",
        "place": ["Kabul", "Herat"],
        "evidence": ["s1 p1", {"source": "s1", "at": "p2"}],
        "figures": {"killed": ">170"},
    }
    assert block([record], 2) == [
        "  - from: a",
        "    place: [Kabul, Herat]",
        "    evidence:",
        "      - s1 p1",
        "      - {source: s1, at: p2}",
        "    figures: {killed: '>170'}",
    ]
