"""The permanent id: the same however the files are laid out, another as soon as the claim means something else."""

import copy
import random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import worlds
from actorgraph.errors import Fault
from actorgraph.loading import build
from actorgraph.questions.permanent import PARTS, Permanent, permanent, read, written

WORLD: dict[str, Any] = {
    "actors": {"red": {"name": "Red"}, "blue": {"name": "Blue"}, "green": {"name": "Green"}, "envoy": {}},
    "voices": {"ann": {"name": "Ann", "kind": "author"}, "press": {"name": "press", "kind": "unnamed"}},
    "sources": {
        "one": {"title": "First report", "author": "ann", "published": "2020"},
        "two": {"title": "Second report", "author": "ann", "published": "2021-06"},
    },
}
ROW: dict[str, Any] = {
    "from": "blue",
    "type": "support",
    "to": "green",
    "against": ["red"],
    "means": ["air", "intelligence"],
    "scope": "in the north",
    "place": ["Northtown", "Southtown"],
    "extent": "limited",
    "evidence": [
        {
            "source": "one",
            "at": "p1+p2",
            "as-of": "2019",
            "gist": "helps it from the air",
            "hedge": "appears",
        },
        {"source": "two", "at": "p3", "says": "press", "stance": "doubts", "quote": "no sign of it"},
        {"source": "two", "at": "p4", "when": "2018/..", "likelihood": "likely", "confidence": "low"},
    ],
}
OTHERS: list[dict[str, Any]] = [
    {"from": "red", "type": "enmity", "to": "blue", "evidence": "one p5"},
    {"from": "red", "type": "alliance", "to": "green", "evidence": "two p9"},
]


def mark(
    row: dict[str, Any], world: dict[str, Any] = WORLD, others: list[dict[str, Any]] = OTHERS
) -> Permanent:
    """The permanent id of the row in a record of sound rows."""
    found = worlds.loaded(world, [row, *others])
    assert not [problem for problem in found.problems if problem.severity == "error"], found.problems
    return _of(found)


def _of(found: Any) -> Permanent:
    seen = next(one for one in worlds.view(found).relations() if one.relation.type == "support")
    return permanent(seen, found.dataset)


def changed(row: dict[str, Any], **world: Any) -> tuple[str, ...]:
    return mark(ROW).changed(mark(row, **world))


# -- what leaves it as it is


@given(st.randoms(use_true_random=False), st.booleans(), st.booleans(), st.integers(20, 200), st.booleans())
def test_layout_order_comments_notes_and_names_leave_it_as_it_is(
    rng: random.Random, flow: bool, quoted: bool, width: int, split: bool
) -> None:
    def laid(value: Any) -> bytes:
        style = '"' if quoted else None
        text = yaml.safe_dump(
            value,
            default_flow_style=flow,
            default_style=style,
            width=width,
            sort_keys=False,
            allow_unicode=True,
        )
        remark = f"# {rng.random()}\n"
        return (remark + text + remark).encode()

    def stirred(value: Any) -> Any:
        if isinstance(value, dict):
            keys = rng.sample(list(value), len(value))
            return {key: stirred(value[key]) for key in keys}
        return [stirred(one) for one in value] if isinstance(value, list) else value

    row = copy.deepcopy(ROW)
    for field in ("evidence", "means", "place"):
        rng.shuffle(row[field])
    row["note"] = f"a remark of no weight, {rng.random()}"
    row["reviewed"] = [{"by": "somebody"}]
    rows = [row, *copy.deepcopy(OTHERS)]
    rng.shuffle(rows)
    actors = {id_: {"name": f"Actor {id_} {rng.randrange(9)}", "kind": "faction"} for id_ in WORLD["actors"]}
    sources = {
        id_: {**one, "title": f"Other title {rng.randrange(9)}"} for id_, one in WORLD["sources"].items()
    }
    voices = {id_: {**one, "name": f"V {id_}"} for id_, one in WORLD["voices"].items()}
    files = {
        "dataset.yaml": laid({"format": "1", "title": "x"}),
        "actors.yaml": laid({"actors": stirred(actors)}),
        "sources.yaml": laid({"voices": voices, "sources": stirred(sources)}),
    }
    if split:
        files |= {f"relations/{n}.yaml": laid({"relations": [stirred(one)]}) for n, one in enumerate(rows)}
    else:
        files["relations.yaml"] = laid({"relations": stirred(rows)})
    found = build(files, [])
    assert not [problem for problem in found.problems if problem.severity == "error"], found.problems
    assert _of(found).text == mark(ROW).text


def test_line_breaks_in_words_and_how_letters_are_composed_leave_it_as_it_is() -> None:
    composed, apart = ({**ROW, "scope": word} for word in ("in the r\u00e9gion", "in   the\nre\u0301gion "))
    assert mark(composed) == mark(apart)


def test_the_inverse_type_and_the_other_end_first_are_the_same_claim() -> None:
    one = {"from": "red", "type": "support", "to": "blue", "evidence": "one p1"}
    other = {"from": "blue", "type": "supported-by", "to": "red", "evidence": "one p1 author supports"}
    inverse = worlds.loaded(WORLD, []).dataset.vocabulary.types["support"].inverse
    assert mark(one) == mark({**other, "type": inverse})


def test_a_date_on_the_row_is_the_date_of_its_items() -> None:
    bare: dict[str, Any] = {"from": "red", "type": "support", "to": "blue"}
    on_row = {**bare, "when": "2018/", "evidence": ["one p1", "two p2"]}
    on_items = {
        **bare,
        "evidence": [{"source": s, "at": p, "when": "2018/"} for s, p in (("one", "p1"), ("two", "p2"))],
    }
    assert mark(on_row) == mark(on_items)
    assert mark({**on_row, "when": "/2018"}) == mark({**on_row, "when": "../2018"})


# -- what makes it another


CLAIMED, WHEN, WORD = PARTS


@pytest.mark.parametrize(
    ("field", "value", "parts"),
    [
        ("from", "envoy", {CLAIMED}),
        ("to", "envoy", {CLAIMED}),
        ("type", "cooperation", {CLAIMED}),
        ("against", ["envoy"], {CLAIMED}),
        ("modality", "intended", {CLAIMED}),
        ("means", ["air"], {CLAIMED}),
        ("scope", "in the south", {CLAIMED}),
        ("extent", "close", {CLAIMED}),
        ("priority", "leading", {CLAIMED}),
        ("place", ["Northtown"], {CLAIMED}),
        ("coding", "unsure", {WORD}),
        ("assessment", {"confidence": "low", "by": "me", "on": "2021-07"}, {WORD}),
    ],
)
def test_each_field_of_the_row_that_means_something_changes_its_part(
    field: str, value: Any, parts: set[str]
) -> None:
    row = {**ROW, field: value}
    if field == "type":
        row.pop("means")
    found = worlds.loaded(WORLD, [row, *OTHERS])
    seen = next(one for one in worlds.view(found).relations() if one.relation.against)
    assert set(mark(ROW).changed(permanent(seen, found.dataset))) == parts


@pytest.mark.parametrize(
    ("item", "field", "value", "parts"),
    [
        (0, "source", "two", {WHEN, WORD}),
        (0, "at", "p1", {WHEN, WORD}),
        (1, "says", "envoy", {WHEN, WORD}),
        (1, "stance", "disputes", {WORD}),
        (1, "via", ["envoy"], {WORD}),
        (0, "hedge", "seems", {WORD}),
        (0, "gist", "helps it by sea", {WORD}),
        (1, "quote", "a sign of it", {WORD}),
        (2, "likelihood", "very-likely", {WORD}),
        (2, "confidence", "high", {WORD}),
        (1, "credibility", "2", {WORD}),
        (0, "as-of", "2018", {WHEN}),
        (0, "gone-by", "2020", {WHEN}),
        (1, "said", "2020", {WHEN}),
        (2, "when", "2018/", {WHEN}),
        (2, "when", "2018~/..", {WHEN}),
    ],
)
def test_each_field_of_an_item_changes_its_part(item: int, field: str, value: Any, parts: set[str]) -> None:
    row = copy.deepcopy(ROW)
    row["evidence"][item][field] = value
    assert set(changed(row)) == parts


def test_an_item_more_or_less_changes_it() -> None:
    more = {**ROW, "evidence": [*ROW["evidence"], "two p8"]}
    assert set(changed(more)) == {WHEN, WORD}
    assert set(changed({**ROW, "evidence": ROW["evidence"][:2]})) == {WHEN, WORD}


def test_a_standing_that_changes_with_another_row_changes_on_whose_word() -> None:
    """The envoy becomes a part of Blue, and what it says of Blue a party's claim."""
    row = {"from": "blue", "type": "support", "to": "green", "evidence": "one p1 envoy supports"}
    part = {"from": "envoy", "type": "part-of", "to": "blue", "evidence": "two p7"}
    assert mark(row).changed(mark(row, others=[*OTHERS, part])) == (WORD,)


def test_a_type_that_is_given_another_sign_changes_what_is_claimed() -> None:
    turned = {**WORLD, "types": {"support": {"sign": "-"}}}
    found = worlds.loaded(turned, [ROW, *OTHERS])
    assert CLAIMED in mark(ROW).changed(_of(found))


def test_the_digits_of_this_definition_are_these() -> None:
    """Should this fail, every id in print would be told as changed: a new definition needs a new letter."""
    row = {"from": "red", "type": "support", "to": "blue", "when": "2018/", "evidence": "one p1"}
    assert mark(row, others=[]).text == "red.support.blue@v3bb100c2bc108e4"
    assert mark(ROW).text == "blue.support.green.against.red@v72a8c43e846be80"


# -- reading it


def test_an_id_is_read_in_any_case_and_its_parts_told_apart() -> None:
    found = read(" Red.Enmity.Blue@V00000aaaaabbbbb ")
    assert found == Permanent("red.enmity.blue", "v", "00000aaaaabbbbb")
    assert found.changed(Permanent("", "v", "00000aaaaa00000")) == (WORD,)
    assert read("red.enmity.blue") is None


@pytest.mark.parametrize(
    "word", ["@", "a@", "@v123", "a@v", "a b@v123", "a@1f3a", "a@vxyz", "a@v1@v2", "x@y.org"]
)
def test_what_is_no_permanent_id_is_told_so(word: str) -> None:
    with pytest.raises(Fault, match="no permanent id"):
        read(word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(red.enmity.blue@v00000aaaaabbbbb).", ["red.enmity.blue@v00000aaaaabbbbb"]),
        (
            "`own-id@v00000aaaaabbbbb`, x.y.z@w00000aaaaabbbbb",
            ["own-id@v00000aaaaabbbbb", "x.y.z@w00000aaaaabbbbb"],
        ),
        ("cut: red.enmity.blue@v00000aaaaabbbb", ["red.enmity.blue@v00000aaaaabbbb"]),
        ("ann@web.org, bob@v1.com, ann@vaccine.org, a@v00000aaaaabbbbbz", []),
        ("Sred.x.y@v00000aaaaabbbbb", []),
    ],
)
def test_ids_are_found_in_a_text_and_addresses_are_none(text: str, found: list[str]) -> None:
    assert [one.text for _, one in written(text)] == found


def test_a_long_text_without_blanks_is_read_at_once() -> None:
    """Nothing here may take time that grows with the square of the text."""
    for piece in ("a", "a.", "a-", "@", "a@v", "a@v0"):
        assert list(written(piece * (1_000_000 // len(piece)))) == []
    line = "red.enmity.blue@v00000aaaaabbbbb "
    assert len(list(written(line * 10_000))) == 10_000
