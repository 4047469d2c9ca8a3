"""Two coders of one text: what counts as found by both, the figures, the list to adjudicate, and what can go wrong."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import agreement
from actorgraph.errors import Fault
from actorgraph.loading import load
from actorgraph.presenters import plain
from actorgraph.presenters import yaml as as_yaml
from actorgraph.questions.adjudication import cases
from actorgraph.questions.agree import Agreement, Found, ask
from actorgraph.questions.agree_page import page
from actorgraph.questions.coefficient import DRAWS, FEW, library, measure, of_counts
from worlds import loaded, shipped, typed, view

pytestmark = pytest.mark.slow  # `make check` and CI run it; `make test` stays under a minute

READERS = agreement.TABLES
BY_HAND = {"afghan-minorities": "minority-groups-afghanistan"}
WORLD: dict[str, Any] = {
    "actors": {"red": {"name": "Red"}, "blue": {"name": "Blue"}, "far": {"name": "Far"}},
    "voices": {"envoy": {"name": "the envoy", "kind": "official"}},
    "sources": {"one": {"author": "ann", "published": "2020-06", "label": "A"}},
}


def tie(
    *evidence: Any, from_: str = "red", type_: str = "enmity", to: str = "blue", **more: Any
) -> dict[str, Any]:
    fields = {key.replace("_", "-"): value for key, value in more.items()}
    return {"from": from_, "type": type_, "to": to, "evidence": list(evidence), **fields}


def compared(a: Any, b: Any, *, first: Any = WORLD, second: Any = WORLD, **how: Any) -> Agreement:
    one, other = loaded(first, a), loaded(second, b)
    assert not any(problem.severity == "error" for side in (one, other) for problem in side.problems)
    answer = ask(view(one), view(other), ("one", "other"), **how)
    shown = plain.present(page(answer, view(one)))
    assert max(map(len, shown.splitlines())) <= 80
    return answer


def counts(answer: Agreement, what: str = "statements") -> tuple[int, int, int]:
    found = next(one for one in answer.found if one.what == what)
    return found.first, found.second, found.both


def readers(**how: Any) -> Agreement:
    a, b = (view(load(str(READERS / f"reader-{reader}"))) for reader in "ab")
    return ask(a, b, ("A", "B"), **how)


# -- the coefficient


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [
        ("0100000010", "1110010000", 0.095),  # Krippendorff 2011, two observers of ten binary units
        ("aabbdcccedda", "babbbcccEddd".lower(), 0.692),  # the same, twelve units of five values
    ],
)
def test_alpha_is_that_of_the_published_examples(one: str, other: str, alpha: float) -> None:
    found = library()
    assert found is not None
    values = list(zip(one, other, strict=True))
    assert found(values) == pytest.approx(alpha, abs=0.0005)
    assert found(values) == pytest.approx(agreement.alpha(values))


def test_alpha_and_its_interval_are_those_of_the_formula() -> None:
    """20 pairs of a, 10 of b, 4 apart: expected disagreement 2*44*24/(68*67), observed 8/68."""
    values = [("a", "a")] * 20 + [("b", "b")] * 10 + [("a", "b")] * 4
    found = measure("stance", values)
    assert (found.units, found.alike, found.blank) == (34, 30, "")
    assert found.alpha == round(1 - (4 / 34) / (2 * 44 * 24 / (68 * 67)), 3)
    assert DRAWS == agreement.DRAWS
    low, high = agreement.interval(sorted(values))
    assert (found.low, found.high) == (round(low, 3), round(high, 3))
    assert measure("stance", values[::-1]) == found
    assert found.advice == "say so"


def test_below_thirty_units_there_is_no_coefficient_and_at_thirty_there_is() -> None:
    values = [("a", "a")] * 15 + [("b", "b")] * 14
    assert measure("stance", values)[2:] == (29, None, None, None, "few")
    assert measure("stance", [*values, ("b", "b")]).alpha == 1
    assert FEW == 30


@pytest.mark.parametrize(("apart", "advice"), [(1, ""), (6, "say so"), (9, "rewrite the rule")])
def test_the_height_of_alpha_says_what_to_do(apart: int, advice: str) -> None:
    values = [("a", "a")] * 20 + [("b", "b")] * (20 - apart) + [("a", "b")] * apart
    assert measure("stance", values).advice == advice


def test_what_to_do_stands_on_the_page() -> None:
    """Forty ties, of which twelve are an alliance for one coder alone."""
    mine = [tie(*(f"one p{n}" for n in range(40)))]
    theirs = [
        tie(*(f"one p{n}" for n in range(28))),
        tie(*(f"one p{n}" for n in range(28, 40)), type_="alliance"),
    ]
    answer = compared([*mine, tie("one p50", type_="support")], [*theirs, tie("one p50", type_="support")])
    shown = plain.present(page(answer, view(loaded(WORLD, []))), 60)
    assert "family: rewrite the rule, its alpha is below .667." in shown
    assert max(map(len, shown.splitlines())) <= 60


def test_where_all_values_are_one_alpha_says_nothing() -> None:
    assert measure("modality", [("actual", "actual")] * 40)[3:] == (None, None, None, "no variation")


# -- what is found by both


def test_the_program_finds_what_was_aligned_by_hand() -> None:
    """Ties and actors of the second readers: the same counts and coefficients as from the tables."""
    answer = readers(by_hand=BY_HAND)
    by_table = agreement.statements("a", "b")
    assert counts(answer, "on ties") == (by_table.first, by_table.second, len(by_table.both))
    assert counts(answer, "actors") == agreement.actors("a", "b")
    ties = [pair for pair in answer.both if pair.first.row == "tie"]
    codings = {
        "family": [(p.first.family, p.second.family) for p in ties],
        "stance": [(p.first.item.stance, p.second.item.stance) for p in ties],
        "type": [(p.first.type, p.second.type) for p in ties],
    }
    for field, values in codings.items():
        by_hand = [(here[field], there[field]) for here, there in by_table.both]
        assert sum(a == b for a, b in values) == sum(a == b for a, b in by_hand)
        assert measure(field, values).alpha == round(agreement.alpha(by_hand) or 0, 3)


def test_a_data_set_agrees_with_itself_in_everything() -> None:
    answer = ask(shipped(), shipped(), ("a", "b"))
    assert all(one.precision == one.recall == one.f1 == 1 for one in answer.found)
    assert not answer.differing
    assert not any(answer.alone) and not any(answer.actors_alone)
    assert [one.alpha for one in answer.measured] == [1, 1, 1]
    assert answer.periods.equal == answer.periods.overlap == answer.periods.dated > 0


@pytest.mark.slow
def test_a_and_b_swapped_swap_precision_and_recall_and_nothing_else() -> None:
    a, b = (view(load(str(READERS / f"reader-{reader}"))) for reader in "ab")
    one, other = ask(a, b, ("A", "B")), ask(b, a, ("B", "A"))
    assert one.found == tuple(found.swapped() for found in other.found)
    assert [(f.precision, f.recall) for f in one.found] == [(f.recall, f.precision) for f in other.found]
    assert one.measured == other.measured
    assert one.periods == other.periods
    assert {(p.first, p.second, p.differ) for p in one.both} == {
        (p.second, p.first, p.differ) for p in other.both
    }


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        (tie("one p1"), tie("one p1"), 1),
        (tie("one p1"), tie("one p2"), 0),
        (tie("one p1+p2"), tie("one p2+p3"), 1),
        (tie("one p1"), tie("one p1", to="far"), 0),
        (tie("one p1"), tie("one p1", type_="alliance"), 1),
        (tie("one p1", type_="attack"), tie("one p1", type_="attack", from_="blue", to="red"), 0),
        (tie("one p1", type_="alliance"), tie("one p1", type_="alliance", from_="blue", to="red"), 1),
        (tie("one p1", type_="attack"), tie("one p1", type_="alliance", from_="blue", to="red"), 1),
        (tie("one p1", "one p2"), tie("one p1"), 1),
        (tie("one p1"), {**tie(), "evidence": []}, 0),
    ],
)  # fmt: skip
def test_found_by_both_is_the_same_place_and_the_same_actors(a: Any, b: Any, both: int) -> None:
    assert counts(compared([a], [b]))[2] == both


def test_the_likest_statements_are_matched_first() -> None:
    mine = [tie("one p1", "one p1 envoy disputes"), tie("one p1", type_="support")]
    theirs = [tie("one p1", type_="cooperation"), tie("one p1 envoy disputes", "one p1", type_="rivalry")]
    pairs = compared(mine, theirs).both
    assert {
        (p.first.type, p.first.item.says, p.second.type, p.second.item.says, p.differ) for p in pairs
    } == {
        ("enmity", "ann", "rivalry", "ann", ("type",)),
        ("enmity", "envoy", "rivalry", "envoy", ("type",)),
        ("support", "ann", "cooperation", "ann", ("type",)),
    }


def test_what_is_coded_otherwise_is_named_field_by_field() -> None:
    mine = tie("one p1", against="far", when="2010/2015", type_="support", extent="limited")
    theirs = tie("one p1 envoy doubts", type_="support", modality="intended")
    (pair,) = compared([mine], [theirs]).differing
    assert pair.differ == ("against", "extent", "says", "stance", "modality", "time")


@pytest.mark.parametrize(
    ("here", "there", "overlap", "equal"),
    [
        ({"when": "2010/2015"}, {"when": "2010/2015"}, 1, 1),
        ({"when": "2010/2015"}, {"when": "2015/2018"}, 1, 0),
        ({"when": "2010/2015"}, {"when": "2016"}, 0, 0),
        ({"as-of": "2012"}, {"as-of": "2012-05"}, 1, 0),
        ({"when": "2018/.."}, {"as-of": "2019"}, 1, 0),
    ],
)
def test_periods_overlap_or_are_equal(here: Any, there: Any, overlap: int, equal: int) -> None:
    found = compared([{**tie("one p1"), **here}], [{**tie("one p1"), **there}]).periods
    assert found == (0, 0, 1, overlap, equal)


def test_periods_that_one_coder_or_none_has_are_counted_apart() -> None:
    found = compared(
        [tie("one p1", when="2010"), tie("one p2", to="far")], [tie("one p1"), tie("one p2", to="far")]
    )
    assert found.periods == (1, 1, 0, 0, 0)


def test_actors_under_two_ids_are_matched_by_a_name_that_is_theirs_alone_and_told() -> None:
    other = {
        **WORLD,
        "actors": {"red": {}, "the-blues": {"name": "The Blues", "aliases": ["BLUE"]}, "far": {}},
    }
    answer = compared([tie("one p1")], [tie("one p1", to="the-blues")], second=other)
    assert ("blue", "the-blues") in answer.actors
    assert counts(answer) == (1, 1, 1)
    assert "blue is the-blues (by name)" in plain.present(page(answer, view(loaded(WORLD, []))))


def test_said_by_hand_overrules_the_id_and_the_name() -> None:
    mine, theirs = [tie("one p1")], [tie("one p1", to="far")]
    answer = compared(mine, theirs, by_hand={"blue": "far"})
    assert counts(answer) == (1, 1, 1)
    assert counts(answer, "actors") == (2, 2, 2)
    with pytest.raises(Fault, match=r'No actor with the id "bleu" in one\. Nearest: blue'):
        compared(mine, theirs, by_hand={"bleu": "far"})
    with pytest.raises(Fault, match="one counterpart"):
        compared(mine, theirs, by_hand={"blue": "far", "red": "far"})


def test_traits_are_matched_by_actor_and_name() -> None:
    def world(trait: str, on: str) -> Any:
        row = {"trait": trait, "on": on, "is": "x", "evidence": ["one p1"]}
        return {**WORLD, "actors": {**WORLD["actors"], "red": {"name": "Red", "traits": [row]}}}

    assert (
        counts(compared([], [], first=world("goal", "order"), second=world("goal", "rule")), "on traits")[2]
        == 1
    )
    assert counts(compared([], [], first=world("goal", "order"), second=world("tactic", "order")))[2] == 0


# -- what is compared


def test_a_source_that_one_has_alone_is_left_out_and_counted() -> None:
    more = {**WORLD, "sources": {**WORLD["sources"], "two": {"author": "bob", "published": "2021"}}}
    answer = compared([tie("one p1"), tie("two p1", "two p2", to="far")], [tie("one p1")], first=more)
    assert answer.left_out == (2, 0)
    assert counts(answer) == (1, 1, 1)
    assert counts(answer, "actors") == (2, 2, 2)


@pytest.mark.parametrize(
    ("at", "found"), [(["p1"], (1, 1, 1)), (["one:p2"], (1, 0, 0)), (["one"], (2, 1, 1))]
)
def test_only_the_places_asked_for_are_compared(at: list[str], found: tuple[int, int, int]) -> None:
    assert counts(compared([tie("one p1"), tie("one p2", to="far")], [tie("one p1")], at=at)) == found


def test_a_place_in_no_source_of_both_says_which_there_are() -> None:
    with pytest.raises(Fault, match=r'"two" is no source here\. Both have: one\.'):
        compared([], [], at=["two:p1"])


def test_two_data_sets_without_a_source_in_common_have_nothing_to_compare() -> None:
    other = {**WORLD, "sources": {"two": {"title": "Another", "author": "bob", "published": "2021"}}}
    answer = compared([tie("one p1")], [tie("two p1")], second=other)
    assert [counts(answer), counts(answer, "actors")] == [(0, 0, 0), (0, 0, 0)]
    assert "no source in common" in plain.present(page(answer, view(loaded(WORLD, []))))
    assert Found("x", 0, 3, 0).precision is None


# -- the list to adjudicate


def test_each_disagreement_stands_in_the_list_with_both_codings_and_nothing_decided() -> None:
    answer = readers(by_hand=BY_HAND)
    held = yaml.safe_load(as_yaml.present("A list.\nSecond line.", cases(answer)))
    assert len(held["coded-otherwise"]) == len(answer.differing)
    assert len(held["found-by-one"]) == sum(map(len, answer.alone))
    assert len(held["actors-of-one"]) == sum(map(len, answer.actors_alone))
    for case in (*held["coded-otherwise"], *held["found-by-one"], *held["actors-of-one"]):
        assert case["decision"] is None
        assert case["why"] is None
    for case in held["coded-otherwise"]:
        assert case["at"] and case["a"]["line"] and case["b"]["line"]
        assert case["a"] != case["b"]


NASTY = [
    "a: b # c", "no", "null", "2021-09", "- x", "'", '"', "\\", "{a}", "!tag", "*x", "&x", "=1", "a\nb", " a ", "a ",
    "e\u0301", "\u202etxt", "\x1b[31m", "?", "%x", "@x", "on", "1e3", "~", "0x1F", "a:b", "...", "---",
]  # fmt: skip


@pytest.mark.parametrize("word", NASTY)
def test_words_of_strangers_stay_words_in_the_list(word: str) -> None:
    text = as_yaml.present(f"of {word}", {"word": word, "list": [word], "cases": [{"in": word}]})
    held = yaml.safe_load(text)
    shown = held["word"]
    assert isinstance(shown, str)
    assert held == {"word": shown, "list": [shown], "cases": [{"in": shown}]}
    assert shown == word or "<U+" in shown or "\n" in word
    assert "\x1b" not in text and "\u202e" not in text


# -- the command


def folder(at: Path, relations: list[Any], world: Any = WORLD) -> str:
    at.mkdir()
    actors = {id_: {"kind": "faction", "name": id_, **row} for id_, row in world["actors"].items()}
    sources = {id_: {"title": id_, **row} for id_, row in world["sources"].items()}
    files = {
        "dataset": {"format": "1", "title": "x"},
        "actors": {"actors": actors},
        "sources": {"sources": sources, "voices": world["voices"]},
        "relations": {"relations": relations},
    }
    for name, value in files.items():
        (at / f"{name}.yaml").write_bytes(typed(value))
    return str(at)


@pytest.mark.slow
def test_same_folders_same_bytes_in_every_format(actorgraph, tmp_path: Path) -> None:
    words = ("agree", str(READERS / "reader-a"), str(READERS / "reader-b"), "--adjudicate", "list.yaml")
    for format_ in ("text", "json", "csv", "markdown"):
        runs = []
        for _ in range(2):
            done = actorgraph(*words, "--format", format_)
            assert (done.returncode, done.stderr) == (0, "")
            runs.append((done.stdout, (tmp_path / "list.yaml").read_bytes()))
        assert runs[0] == runs[1]
        if format_ == "json":
            held = json.loads(done.stdout)["agree"]
            assert held["found"][1]["a-against-b"]["precision"] == held["found"][1]["b-against-a"]["recall"]
            assert held["coded"][0]["alpha"] == 1
        if format_ == "csv":
            rows = list(csv.DictReader(io.StringIO(done.stdout)))
            assert {row["found"] for row in rows} == {"both", "a", "b"}


def test_without_the_library_agreement_is_counted_and_one_line_says_how_to_install_it(
    actorgraph, tmp_path: Path
) -> None:
    """A folder before all others on the path holds a package of that name that can't be imported."""
    (tmp_path / "bare" / "nltk").mkdir(parents=True)
    (tmp_path / "bare" / "nltk" / "__init__.py").write_text("raise ModuleNotFoundError('nltk')\n")
    words = ("agree", str(READERS / "reader-a"), str(READERS / "reader-b"))
    done = actorgraph(*words, PYTHONPATH=str(tmp_path / "bare"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("pip install 'actorgraph[agree]'") == 1
    assert "stance              93     93   1.00      -" in done.stdout
    told = json.loads(actorgraph(*words, "--format", "json", PYTHONPATH=str(tmp_path / "bare")).stdout)
    assert {one["blank"] for one in told["agree"]["coded"]} == {"not installed"}


def test_few_statements_need_no_library(actorgraph, tmp_path: Path) -> None:
    mine, theirs = (folder(tmp_path / name, [tie("one p1")]) for name in ("mine", "theirs"))
    done = actorgraph("agree", mine, theirs, python=("-X", "importtime"))
    assert "below 30 shared units" in done.stdout
    assert "nltk" not in done.stderr


@pytest.mark.parametrize("bad", ["", "empty", "missing", "file"])
@pytest.mark.parametrize("place", [0, 1])
def test_a_folder_that_is_no_data_set_is_told_in_a_line(
    actorgraph, tmp_path: Path, bad: str, place: int
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    words = [folder(tmp_path / "good", [tie("one p1")])] * 2
    words[place] = bad
    done = actorgraph("agree", *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "actorgraph agree FOLDER_A FOLDER_B" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_data_set_without_statements_is_compared_all_the_same(actorgraph, tmp_path: Path) -> None:
    done = actorgraph("agree", folder(tmp_path / "mine", [tie("one p1")]), folder(tmp_path / "none", []))
    assert (done.returncode, done.stderr) == (0, "")
    assert "statements     1     0     0       0.00       -  0.00" in done.stdout


def test_errors_of_either_side_are_told_and_strict_refuses(actorgraph, tmp_path: Path) -> None:
    good, bad = (
        folder(tmp_path / "good", [tie("one p1")]),
        folder(tmp_path / "bad", [tie("one p1", type_="nonsense")]),
    )
    for words in ((good, bad), (bad, good)):
        done = actorgraph("agree", *words)
        assert done.returncode == 0
        assert "left out" in done.stderr
        assert "can't be read" in done.stdout
        assert actorgraph("agree", *words, "--strict").returncode == 1


@pytest.mark.parametrize("same", ["blue", "=blue", "blue=", "blue=far,blue=red"])
def test_a_pair_that_is_none_says_how_to_write_it(actorgraph, tmp_path: Path, same: str) -> None:
    mine = folder(tmp_path / "mine", [tie("one p1")])
    done = actorgraph("agree", mine, mine, "--same", same)
    assert done.returncode == 2
    assert "--same" in done.stderr


def test_a_notebook_compares_two_records_and_shows_the_page() -> None:
    import actorgraph as library_

    mine, theirs = (library_.load(READERS / f"reader-{reader}") for reader in "ab")
    answer = mine.agree(theirs, at=["p8"], same=BY_HAND)
    assert answer.found == readers(at=["p8"], by_hand=BY_HAND).found
    assert "CODED ALIKE" in mine.text(answer)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=2, max_size=40))
def test_the_coefficient_from_counts_is_that_of_the_library(values) -> None:
    alpha = library()
    assert alpha is not None
    if len({value for pair in values for value in pair}) > 1:
        assert of_counts(Counter(values)) == pytest.approx(alpha(values), abs=1e-9)
