"""What is typed is what is read: any text, in any of YAML's styles, in one file or in many."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from actorgraph.loading import Loaded, build
from actorgraph.nodes import Mapping, Node, Scalar, Sequence, read
from actorgraph.problems import Span
from generated import Files, data_sets, listed, short, written

# No text holds these: the nodes module refuses them by name.
FORBIDDEN = "".join(
    map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF])
)
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=FORBIDDEN), max_size=12
) | st.sampled_from(
    [
        "no",
        "~",
        "1_000",
        "2021-08-26",
        "0x1F",
        "a: b",
        "- a",
        "# a",
        "a #b",
        "'",
        '"',
        "\\",
        "%",
        "@",
        "`",
        "!a",
        "&a",
        "*a",
        "?",
    ]
)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(texts.filter(bool), values, min_size=1, max_size=4)
styles = st.fixed_dictionaries(
    {"quoted": st.booleans(), "flow": st.booleans(), "width": st.sampled_from([40, 10_000])}
)


def plain(node: Node | None) -> Any:
    """The tree as plain values."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


@given(documents, styles)
@example({"a": {"<<": "b"}}, {"quoted": True, "flow": False, "width": 40})
def test_any_document_reads_as_it_was_written_in_any_style(document, style) -> None:
    if not style["quoted"] and "<<" in str(document):
        return  # a plain << asks for a merge, which is refused
    node, problems = read(written(document, **style), "a.yaml")
    assert not problems
    assert plain(node) == document
    again, _ = read(written(plain(node), **style), "a.yaml")
    assert plain(again) == document


@given(documents, styles)
def test_line_ends_of_windows_and_a_byte_order_mark_change_no_value(document, style) -> None:
    data = written(document, **style)
    if b"\r" in data or "<<" in str(document):
        return
    node, _ = read(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), "a.yaml")
    assert plain(node) == document


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "no",
            "yes",
            "on",
            "off",
            "true",
            "null",
            "~",
            "1_000",
            "0o17",
            "0x1F",
            "1e3",
            ".inf",
            "012",
            "12:30:45",
        ),
        *("2021-08-26", "2015~", "2015?", "2015/..", "=", "TTP", "p6+p8", "+", "-1", "~500", "100..120"),
        *("naïve", "طالبان", "Ḥaqqānī", "a'b", 'a"b', "a:b", "a#b", "a\\n", "🙂"),
    ],
)
def test_what_yaml_would_make_a_number_a_date_or_nothing_stays_text(typed: str) -> None:
    quoted = '"' + typed.replace("\\", "\\\\").replace('"', '\\"') + '"'
    lists = f"- {typed}\n- {quoted}\n"
    for text in (f"k: {typed}\n", f"k: {quoted}\n", f"{{k: {quoted}}}\n", f"{quoted}: k\n", lists):
        node, problems = read(text.encode(), "a.yaml")
        assert not problems
        assert plain(node) in ({"k": typed}, {typed: "k"}, [typed, typed])


def test_several_lines_of_text_keep_their_breaks_where_they_were_asked_to() -> None:
    kept, _ = read(b"k: |\n  one: 1\n  # two\n\n  three\n", "a.yaml")
    folded, _ = read(b"k: >-\n  one\n  two\n\n  three\n", "a.yaml")
    assert plain(kept) == {"k": "one: 1\n# two\n\nthree\n"}
    assert plain(folded) == {"k": "one two\nthree"}


# -- whole data sets


def told(found: Loaded) -> Any:
    """Everything in a data set but the places at which it stands."""
    dataset = found.dataset
    return placeless(
        [
            dataset.about,
            dataset.actors,
            dataset.voices,
            dataset.sources,
            dataset.relations,
            dataset.events,
            dataset.left_out,
        ]
    )


def placeless(thing: Any) -> Any:
    if isinstance(thing, Span):
        return None
    if isinstance(thing, dict):
        return [(key, placeless(value)) for key, value in thing.items()]
    if isinstance(thing, list | tuple):
        return [type(thing).__name__, *(placeless(one) for one in thing)]
    return thing


def loaded(files: Files, **style: Any) -> Loaded:
    return build({name: written(content, **style) for name, content in files.items()}, [])


@given(data_sets(), styles)
def test_quotes_and_brackets_change_no_data_set(files: Files, style) -> None:
    quoted, other = loaded(files), loaded(files, **style)
    assert not quoted.problems
    assert not other.problems
    assert told(quoted) == told(other)


def in_folders(files: Files, at: int) -> Files:
    """Each family cut in two: `relations.yaml` into `relations/1.yaml` and `relations/2.yaml`."""
    found: Files = {}
    for name, content in files.items():
        family = name.removesuffix(".yaml")
        if family == "dataset":
            found[name] = content
            continue
        for number, half in enumerate((slice(0, at), slice(at, None)), 1):
            tops = {
                top: dict([*rows.items()][half]) if isinstance(rows, dict) else rows[half]
                for top, rows in content.items()
            }
            if any(tops.values()):
                found[f"{family}/{number}.yaml"] = {top: rows for top, rows in tops.items() if rows}
    return found


@given(data_sets(), st.integers(0, 6))
def test_a_folder_of_files_is_the_same_data_set_as_one_file(files: Files, at: int) -> None:
    one, many = loaded(files), loaded(in_folders(files, at))
    assert not many.problems
    assert told(one) == told(many)


@given(data_sets())
def test_an_item_in_short_form_and_one_alone_are_the_item_in_full(files: Files) -> None:
    rows = []
    for row in files["relations.yaml"]["relations"]:
        items = []
        for item in listed(row.get("evidence")):
            names = dict(zip(("source", "at", "says", "stance"), short(item), strict=True))
            full = {key: value for key, value in names.items() if value}
            items.append({**full, **item} if isinstance(item, dict) else full)
        rows.append({**row, "evidence": items})
    assert told(loaded(files)) == told(loaded({**files, "relations.yaml": {"relations": rows}}))
