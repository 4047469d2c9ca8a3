"""YAML text becomes a tree of text that knows its places, and every fault is told with what to write."""

import gc

import pytest

from actorgraph.nodes import Lost, Mapping, Node, Scalar, Sequence, read
from actorgraph.problems import Problem, Span


def plain(node: Node | None) -> object:
    """The tree as Python values; Lost for what was not taken."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return Lost if isinstance(node, Lost) else None


def tree(text: str, file: str = "actors.yaml") -> object:
    node, problems = read(text.encode(), file)
    assert not problems
    return plain(node)


def faults(text: str | bytes, file: str = "actors.yaml") -> list[Problem]:
    return read(text if isinstance(text, bytes) else text.encode(), file)[1]


def fault(text: str | bytes, file: str = "actors.yaml") -> Problem:
    (only,) = faults(text, file)
    return only


def place(problem: Problem) -> tuple[int, int, int]:
    return problem.where.line, problem.where.column, problem.where.length


# -- what is read


def test_every_scalar_is_the_text_that_was_typed():
    text = "a: {b: no, c: 1_000, d: 2021-08-26, e: null, f: ~, g: 0x1F, h: 1e3}\n"
    assert tree(text) == {
        "a": {"b": "no", "c": "1_000", "d": "2021-08-26", "e": "null", "f": "~", "g": "0x1F", "h": "1e3"}
    }


def test_a_value_left_out_is_told_from_an_empty_one():
    node, _ = read(b"a:\nb: ''\n", "actors.yaml")
    left_out, empty = (node.get(key) for key in "ab")
    assert (left_out.text, left_out.plain) == ("", True)
    assert (empty.text, empty.plain) == ("", False)


def test_places_count_characters_also_beyond_the_basic_plane():
    node, _ = read("k: {é𝔘: 'x𝔘', b: [c, dé]}\n".encode(), "actors.yaml")
    key, value = next(iter(node.get("k").pairs))
    assert key.span("actors.yaml") == Span("actors.yaml", 1, 5, 2)
    assert value.span("actors.yaml") == Span("actors.yaml", 1, 9, 4)
    last = node.get("k").get("b").items[1]
    assert (last.line, last.column, last.length) == (1, 22, 2)


def test_a_carriage_return_ends_a_line_as_in_editors():
    node, _ = read(b"a: b\r\nc: d\re: f\n", "actors.yaml")
    assert [key.line for key, _ in node.pairs] == [1, 2, 3]


def test_the_place_of_a_block_is_its_first_key_and_of_a_flow_all_of_it():
    node, _ = read(b"relations:\n  - from: a\n    to: b\n  - {from: a, to: b}\n", "relations.yaml")
    block, flow = node.get("relations").items
    assert (block.line, block.column, block.length) == (2, 5, 4)
    assert (flow.line, flow.column, flow.length) == (4, 5, 16)


def test_a_mapping_knows_its_keys_and_their_places():
    node, _ = read(b"a: b\nc: d\n", "actors.yaml")
    assert node.get("c").text == "d"
    assert node.get("x") is None
    assert node.key("c").line == 2
    assert node.key("x") is None


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("text", [b"a: b\n", b"a: [b\n", b"\xff\xfe"])
def test_the_garbage_collector_is_left_as_it_was(on, text):
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        read(text, "actors.yaml")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


# -- keys given twice


def test_a_key_given_twice_is_marked_and_neither_value_is_taken():
    text = "actors:\n  is-k:\n    name: IS-K\n    kind: armed-group\n    kind: armed-grop\n"
    node, problems = read(text.encode(), "actors.yaml")
    assert problems == [
        Problem(
            "duplicate-key",
            "error",
            Span("actors.yaml", 5, 5, 4),
            '"kind" is given twice for is-k',
            ("First at 4:5. Write it once; neither value is taken:",),
            ("kind: armed-group",),
        )
    ]
    assert plain(node) == {"actors": {"is-k": {"name": "IS-K", "kind": Lost}}}


def test_a_row_of_a_list_has_no_name_to_tell():
    problem = fault("relations:\n- {from: a, type: b, from: c}\n")
    assert problem.what == '"from" is given twice'


def test_an_id_given_twice_is_told_with_its_list():
    assert fault("actors:\n  a: {n: x}\n  a: {n: y}\n").what == '"a" is given twice in actors'


def test_the_third_time_is_told_too():
    assert [place(problem) for problem in faults("a: 1\na: 2\na: 3\n")] == [(2, 1, 1), (3, 1, 1)]


# -- what YAML allows and a data set does not


@pytest.mark.parametrize(
    ("text", "name", "where", "value"),
    [
        ("x: &k v\n", "anchor", (1, 4, 2), "v"),
        ("x: *k\n", "alias", (1, 4, 2), Lost),
        ("x: !!int 3\n", "tag", (1, 4, 5), Lost),
        ("x: !important thing\n", "tag", (1, 4, 10), Lost),
        ("x: {a: b, [c]: d}\n", "key-not-text", (1, 11, 3), Lost),
        ('x: "\\e[31m"\n', "control-character", (1, 4, 8), Lost),
        ('x: "a\\0b"\n', "control-character", (1, 4, 6), Lost),
    ],
)
def test_a_refused_feature_is_told_where_it_stands(text, name, where, value):
    node, problems = read(("r:\n  " + text).encode(), "actors.yaml")
    assert [(problem.name, problem.severity) for problem in problems] == [(name, "error")]
    line, column, length = where
    assert place(problems[0]) == (line + 1, column + 2, length)
    assert plain(node) == {"r": {"x": value}}


def test_a_merge_key_costs_the_record_and_is_one_fault():
    node, problems = read(b"actors:\n  a:\n    <<: *base\n    name: A\n  b: {name: B}\n", "actors.yaml")
    assert [problem.name for problem in problems] == ["merge-key"]
    assert plain(node) == {"actors": {"a": Lost, "b": {"name": "B"}}}


def test_two_angles_in_quotes_are_a_key_like_any():
    assert tree("'<<': a\n") == {"<<": "a"}


def test_a_second_document_is_not_read():
    node, problems = read(b"---\na: b\n---\nc: d\n", "actors.yaml")
    assert [(problem.name, place(problem)) for problem in problems] == [("several-documents", (3, 1, 3))]
    assert plain(node) == {"a": "b"}
    assert [problem.name for problem in faults("a: b\n...\nc: d\n")] == ["several-documents"]


def test_thirty_two_levels_are_read_and_one_more_is_not():
    assert not faults("a: " + "[" * 31 + "]" * 31 + "\n")
    problem = fault("a: " + "[" * 32 + "]" * 32 + "\n")
    assert (problem.name, place(problem)) == ("too-deep", (1, 35, 1))


# -- bytes and characters


def test_a_byte_that_is_not_utf8_is_told_and_only_its_value_lost():
    node, problems = read(b"actors:\n  a: {name: caf\xe9, kind: x}\n", "actors.yaml")
    assert [(problem.name, place(problem)) for problem in problems] == [("not-utf8", (2, 16, 1))]
    assert "0xE9" in problems[0].what
    assert "é" in problems[0].advice[0]
    assert plain(node) == {"actors": {"a": {"name": Lost, "kind": "x"}}}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_told_by_its_name(encoding):
    node, problems = read("actors:\n  a: b\n".encode(encoding), "actors.yaml")
    assert node is None
    assert [problem.name for problem in problems] == ["not-utf8"]
    assert "UTF-16" in problems[0].what


def test_a_byte_order_mark_is_a_hint_and_moves_no_column():
    node, problems = read(b"\xef\xbb\xbfa: b\n", "actors.yaml")
    assert [(problem.name, problem.severity) for problem in problems] == [("byte-order-mark", "hint")]
    assert node.key("a").column == 1


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufeff"]
)
def test_a_character_that_no_text_may_hold_is_told_and_moves_no_line(character):
    node, problems = read(f"a: x{character}y\nb: c\n".encode(), "actors.yaml")
    assert [(problem.name, place(problem)) for problem in problems] == [("control-character", (1, 5, 1))]
    assert f"U+{ord(character):04X}" in problems[0].what
    assert plain(node) == {"a": Lost, "b": "c"}
    assert node.key("b").line == 2


@pytest.mark.parametrize("character", ["\t", "\u200f", "\u202e", "\xa0", "😀"])
def test_other_characters_are_text(character):
    assert tree(f"a: x{character}y\n") == {"a": f"x{character}y"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n# a\n...\n"])
def test_a_file_without_data_is_a_problem(text):
    node, problems = read(text.encode(), "relations/east.yaml")
    assert node is None
    assert [(problem.name, problem.write) for problem in problems] == [("empty-file", ("relations:",))]


# -- YAML that is no YAML: said in plain words, one record lost, the rest read

BEFORE = "actors:\n  good: {name: g}\n"
AFTER = "\n  last: {name: z}\nvoices:\n  v: {name: w}\n"

BROKEN = {
    "  a: {name: x": ((3, 6, 1), '"{" is not closed', ()),
    "  a: [x": ((3, 6, 1), '"[" is not closed', ()),
    '  a:\n    name: "foo': ((4, 11, 4), "this quote is not closed", ('name: "foo"',)),
    "  a:\n    note: he said: no": (
        (4, 11, 11),
        "text with a colon and a blank in it needs quotes",
        ('note: "he said: no"',),
    ),
    "  a: {b: c: d}": ((3, 10, 4), "text with a colon and a blank in it needs quotes", ('"c: d"',)),
    "  a: {b: c d: e}": ((3, 11, 1), 'a comma is missing before "d"', ("c, d:",)),
    "  a:\n    x: {b: c\n     , d: e\n     f: g}": (
        (5, 11, 1),
        "a comma is missing at the end of this line",
        (),
    ),
    "  a:\n    x: 1\n     y: 2": ((5, 6, 4), "this line is not indented like the lines it belongs to", ()),
    "  a:\n    x: 1\n   y: 2": ((5, 4, 4), "this line is not indented like the lines it belongs to", ()),
    "  a:\n    b: c\n    foo\n    d: e": ((5, 5, 3), "this line has no key with a colon and a blank", ()),
    "  a:\n    b:c\n    d: e": ((4, 5, 3), "this line has no key with a colon and a blank", ("b: c",)),
    "  a:\n    name: 'it's'": ((4, 15, 2), "text goes on after the closing quote", ('name: "it\'s"',)),
    '  a:\n    name: "Tal" movement': (
        (4, 17, 8),
        "text goes on after the closing quote",
        ("name: '\"Tal\" movement'",),
    ),
    '  a:\n    p: "c:\\dir"': (
        (4, 11, 1),
        "inside double quotes a backslash stands for something else",
        ("p: 'c:\\dir'",),
    ),
    "  a:\n    x: - b": ((4, 8, 1), "a list begins on a line of its own", ("x:", "  - b")),
    "  a: [b]]": ((3, 9, 1), "something stands after the closing bracket", ()),
    "  a: [b,,c]": ((3, 9, 1), '"," stands where a value belongs', ()),
    "  a:\n    x: @y z": ((4, 8, 1), 'text that begins with "@" needs quotes', ('x: "@y z"',)),
    "  a: {x: '1' y: z}": ((3, 14, 1), 'a comma or "}" is missing before this', ()),
    "  a:\n    x: * foo": ((4, 8, 1), 'text that begins with "*" needs quotes', ('x: "* foo"',)),
}


@pytest.mark.parametrize("middle", BROKEN)
def test_a_syntax_fault_is_told_in_plain_words_and_costs_its_record_alone(middle):
    where, what, write = BROKEN[middle]
    node, problems = read((BEFORE + middle + AFTER).encode(), "actors.yaml")
    assert [(place(problem), problem.what, problem.write) for problem in problems] == [(where, what, write)]
    assert problems[0].severity == "error"
    assert problems[0].advice
    assert plain(node) == {
        "actors": {"good": {"name": "g"}, "a": Lost, "last": {"name": "z"}},
        "voices": {"v": {"name": "w"}},
    }


@pytest.mark.parametrize("middle", ["  a:\n\tname: x", "  a:\n    name: x\n\tkind: y"])
def test_a_tab_that_indents_is_told_by_its_name(middle):
    node, problems = read((BEFORE + middle + AFTER).encode(), "actors.yaml")
    assert [problem.name for problem in problems] == ["tab"]
    assert plain(node)["actors"] == {"good": {"name": "g"}, "a": Lost, "last": {"name": "z"}}


def test_a_quote_left_open_does_not_swallow_the_records_below():
    text = 'actors:\n  a:\n    name: "A\n  b:\n    name: "B"\n  c: {name: C}\n'
    node, problems = read(text.encode(), "actors.yaml")
    assert [place(problem) for problem in problems] == [(3, 11, 2)]
    assert plain(node) == {"actors": {"a": Lost, "b": {"name": "B"}, "c": {"name": "C"}}}


def test_one_fault_never_hides_a_later_one():
    text = (
        "relations:\n- {a: b\n- {c: d}\n- {e: f\n- g: h\n  i: j: k\n- {l: m, l: n}\n- {o: p}\n"
        "other:\n  q: [\n  r: *s\n"
    )
    node, problems = read(text.encode(), "relations.yaml")
    assert [(problem.where.line, problem.name) for problem in problems] == [
        (2, "syntax"),
        (4, "syntax"),
        (6, "syntax"),
        (7, "duplicate-key"),
        (10, "syntax"),
        (11, "alias"),
    ]
    rows = [Lost, {"c": "d"}, Lost, Lost, {"l": Lost}, {"o": "p"}]
    assert plain(node) == {"relations": rows, "other": {"q": Lost, "r": Lost}}


def test_lines_stay_right_below_a_fault():
    node, _ = read(b"actors:\n  a: {x: [\n\n  # why\n  b: {name: B}\nvoices: {v: w}\n", "actors.yaml")
    assert node.get("actors").key("b").line == 5
    assert node.key("voices").line == 6


def test_a_line_out_of_place_costs_the_record_above_because_it_may_belong_to_it():
    node, problems = read(b"actors:\n  a:\n    name: x\n kind: y\n  b: {name: z}\n", "actors.yaml")
    assert [place(problem) for problem in problems] == [(4, 2, 7)]
    assert plain(node) == {"actors": {"a": Lost, "kind": Lost, "b": {"name": "z"}}}


def test_a_top_key_without_its_colon_does_not_hand_its_records_to_the_one_above():
    node, problems = read(b"sources:\n  a: {x: y}\nvoices\n  v: {name: w}\nlast: {}\n", "sources.yaml")
    assert [place(problem) for problem in problems] == [(3, 1, 6)]
    assert plain(node) == {"sources": {"a": Lost, "v": Lost}, "last": {}}


def test_records_between_brackets_are_lost_together_and_the_message_says_so():
    node, problems = read(b"relations: [\n {a: b},\n {c: d: e},\n {f: g}]\nother: x\n", "relations.yaml")
    assert problems[0].after == ('Until then nothing under "relations" is read.',)
    assert plain(node) == {"relations": Lost, "other": "x"}


def test_the_marks_of_an_unsettled_merge_are_told():
    text = (
        "actors:\n  a: {n: x}\n<<<<<<< HEAD\n  b: {n: x}\n=======\n  b: {n: y}\n>>>>>>> other\n  c: {n: z}\n"
    )
    node, problems = read(text.encode(), "actors.yaml")
    marks = [problem for problem in problems if "git left a merge" in problem.what]
    assert [problem.where.line for problem in marks] == [3, 5, 7]
    assert plain(node)["actors"]["c"] == {"n": "z"}


def test_problems_come_in_the_order_of_the_file():
    found = faults("actors:\n  a: {x: *y}\n  b: {x: [\n  c: {x: &z 1}\n")
    assert [problem.where for problem in found] == sorted(problem.where for problem in found)
    assert [problem.where.line for problem in found] == [2, 3, 4]
