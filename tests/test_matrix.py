"""The grid of friend and foe: what each cell reads is what the pair reads, and a small world answered by hand."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from actorgraph.errors import Fault
from actorgraph.presenters import plain
from actorgraph.questions import matrix, matrix_page, why
from actorgraph.view.memory import MemoryView
from test_pair_laws import looks, read_pair
from worlds import loaded, shipped, view

WORLD: dict[str, Any] = {
    "actors": {
        "a": None, "b": None, "c": None, "d": None, "part": None, "quiet": None, "drawn": None,
        "villagers": {"kind": "community"}, "chief": {"kind": "person"}, "wing": {"kind": "segment", "of": "a"},
    },
    "sources": {"s": {"author": "Ann Author", "published": "2020-06"}},
    "voices": {"press": {"name": "press", "kind": "unnamed"}, "un": {"name": "UN", "kind": "official"}},
}  # fmt: skip


def tie(from_: str, type_: str, to: str, at: str, **more: Any) -> dict[str, Any]:
    item = {"source": "s", "at": at, **more.pop("item", {})}
    return {"from": from_, "type": type_, "to": to, "evidence": [item, *more.pop("also", [])], **more}


NOW = {"as-of": "2020-06"}
TIES = [
    tie("a", "attack", "b", "p1", **NOW),
    tie("b", "cooperation", "c", "p2", **NOW),
    tie("a", "enmity", "c", "p3", when="2010/2012"),
    tie("a", "support", "d", "p4", **NOW),
    tie("a", "attack", "d", "p5", **NOW),
    tie("part", "part-of", "a", "p6", **NOW),
    tie(
        "part",
        "cooperation",
        "b",
        "p7",
        also=[{"source": "s", "at": "p8", "says": "un", "stance": "doubts"}],
        **NOW,
    ),
    tie("c", "seeks-to-topple", "a", "p9", **NOW),
    tie("b", "attack", "a", "p10", modality="intended", **NOW),
    tie("b", "support", "d", "p11", **NOW),
    tie("b", "attack", "d", "p12", item={"says": "press"}, **NOW),
    tie("a", "recruits-from", "drawn", "p13", **NOW),
    tie("a", "attack", "villagers", "p14", **NOW),
    tie("chief", "attack", "a", "p15", **NOW),
    tie("wing", "cooperation", "b", "p16", **NOW),
    tie("c", "trade", "d", "p17", **NOW),
    tie("d", "cooperation", "c", "p18", item={"stance": "disputes"}, **NOW),
]


def world(**lens: str) -> MemoryView:
    found = loaded(WORLD, TIES)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return view(found, {key.replace("_", "-"): value for key, value in lens.items()})


def marks(answer: matrix.Matrix) -> dict[str, str]:
    return {f"{one.row} {one.column}": one.mark for one in answer.cells if one.rows}


def test_each_coded_cell_has_the_mark_that_its_own_direction_earns() -> None:
    assert marks(matrix.ask(world())) == {
        "a b": "-", "b a": "~-",  # an attack; a planned one
        "b c": "+", "c b": "+",  # symmetric
        "a c": "(-)", "c a": "~-",  # over by then, and so in brackets; an aim
        "a d": "-+",
        "a part": "^", "part a": "^",
        "part b": "?", "b part": "?",
        "b d": "+?",  # claimed by the press beside it
        "c d": "o", "d c": "o",
    }  # fmt: skip


def test_the_day_is_the_last_one_evidenced_and_a_day_asked_moves_the_brackets() -> None:
    last = matrix.ask(world())
    assert last.chosen
    assert last.day is not None
    assert last.day.text == "2020-06"
    asked = matrix.ask(world(on="2011"))
    assert not asked.chosen
    then = marks(asked)
    assert then["a c"] == "-"
    assert then["a b"] == "(-)"
    assert then["b d"] == "(+?)"


def test_without_any_date_every_tie_counts() -> None:
    undated = [tie("a", "attack", "b", "p1"), tie("b", "support", "a", "p2")]
    answer = matrix.ask(view(loaded(WORLD, undated)))
    assert answer.day is None
    assert marks(answer) == {"a b": "-", "b a": "+"}


def test_who_has_no_signed_tie_is_named_below_and_communities_persons_and_segments_never_stand_in_the_grid() -> (
    None
):
    answer = matrix.ask(world())
    assert {actor.id for actor in answer.actors} == {"a", "b", "c", "d", "part"}
    assert [actor.id for actor, _ in answer.left_out] == ["drawn", "quiet"]
    text = page_of(answer, world())
    assert "without any signed tie among these" in text
    assert "drawn (< only, p13), quiet." in text
    assert not re.search(r"villagers|chief|wing", text)


def test_a_blank_says_which_blank_it_is() -> None:
    def mark(**more: Any) -> str:
        lens = more.pop("lens", {})
        rows = matrix.ask(view(loaded({**WORLD, **more}, TIES), lens)).cells
        return next(one.mark for one in rows if (one.row, one.column) == ("part", "d"))

    assert mark() == "_"
    assert mark(coverage={"actors": "all", "period": "2000/2021"}) == "."
    hidden = marks_of_all(matrix.ask(world(type="cooperation")))
    assert hidden["b d"] == "h"


def marks_of_all(answer: matrix.Matrix) -> dict[str, str]:
    return {f"{one.row} {one.column}": one.mark for one in answer.cells}


def page_of(answer: matrix.Matrix, asked: MemoryView, width: int = 80) -> str:
    return plain.present(matrix_page.page(answer, asked), width)


def test_parts_stand_below_their_whole_unless_another_order_is_asked() -> None:
    def order(word: str) -> list[str]:
        return [actor.id for actor in matrix.ask(world(), word).actors]

    assert order("whole")[:2] == ["a", "part"]
    assert order("name") == ["a", "b", "c", "d", "part"]
    assert order("ties")[-1] == "part"
    with pytest.raises(Fault, match="whole, ties, name"):
        matrix.ask(world(), "size")


def test_rolled_up_a_part_gives_its_ties_to_the_whole_and_leaves_the_grid() -> None:
    answer = matrix.ask(world(roll_up=[]))  # type: ignore[arg-type]
    assert "part" not in {actor.id for actor in answer.actors}
    assert marks(answer)["b a"] == "~-?"


def test_the_legend_tells_the_marks_that_occur_and_no_others() -> None:
    text = page_of(matrix.ask(world()), world())
    legend = " ".join(text.split("CELLS")[0].split())
    for told in (
        "- hostile;",
        "+ cooperative;",
        "-+ both signs",
        "? contested",
        "( ) not on that day",
        "# itself",
    ):
        assert told in legend
    few = view(loaded(WORLD, TIES[:1]))
    legend = page_of(matrix.ask(few), few).split("CELLS")[0]
    for untold in ("+ coop", "contested", "( )", "~", "people drawn"):
        assert untold not in legend


def test_more_than_ten_actors_stand_in_blocks_that_fit_the_page() -> None:
    many = {
        f"actor-number-{number:02}": {"name": f"The {'long ' * 9}name of actor {number}"}
        for number in range(30)
    }
    ids = list(many)
    ties = [tie(one, "attack", other, "p1", **NOW) for one, other in pairwise(ids)]
    asked = view(loaded({**WORLD, "actors": many}, ties))
    answer = matrix.ask(asked)
    for width in (60, 80, 120):
        text = page_of(answer, asked, width)
        assert max(map(len, text.splitlines())) <= width
    assert re.search(r"\bac\b +ad\b", page_of(answer, asked))


def test_no_sums_no_shares_and_nobody_is_called_neutral() -> None:
    text = page_of(matrix.ask(shipped({"kind": "armed-group,state"})), shipped({"kind": "armed-group,state"}))
    assert not re.search(r"neutral|%|total|\bsum\b", text, re.I)


@pytest.mark.parametrize("on", [None, "2018", "2021-09"])
def test_a_pair_reads_in_the_grid_what_why_says_of_it(on: str | None) -> None:
    answer = matrix.ask(shipped({"on": on} if on else {}))
    assert answer.day is not None
    asked, never = shipped({"on": answer.day.text}), shipped()
    for one in answer.cells:
        if one.row < one.column:
            assert one.pair == why.ask(asked, one.row, one.column).state
            back = next(o for o in answer.cells if (o.row, o.column) == (one.column, one.row))
            if one.elsewhen and (back.elsewhen or not back.rows):
                told = why.ask(never, one.row, one.column).state
                assert told is not None
                assert words(one.elsewhen.name) <= words(told.name)


def words(name: str) -> set[str]:
    return (
        {"hostile", "cooperative"}
        if name == "mixed"
        else set(name.split(", later ")) & {"hostile", "cooperative"}
    )


@given(looks())
@settings(max_examples=150)
def test_both_cells_of_a_pair_together_read_what_the_pair_reads(world: tuple[Any, MemoryView]) -> None:
    _, asked = world
    answer = matrix.ask(asked)
    dated = MemoryView(asked.dataset, answer.sight.lens)
    cells = {(one.row, one.column): one for one in answer.cells}
    for (one, other), found in cells.items():
        back = cells[other, one]
        assert found.pair == read_pair(dated, one, other)
        signs = words(found.state.name) | words(back.state.name)
        assert signs == words(found.pair.name)
        if not signs:
            names = {found.state.name, back.state.name}
            order = ("linked", "unsettled", "assessed none")
            first = next((name for name in order if name in names), None)
            assert (found.pair.name if found.pair.name in order else None) == first


@pytest.mark.slow
@given(looks())
@settings(max_examples=150)
def test_a_mark_fits_its_cell_and_brackets_are_for_other_days(world: tuple[Any, MemoryView]) -> None:
    for one in matrix.ask(world[1]).cells:
        assert 1 <= len(one.mark) <= 5
        assert one.mark.startswith("(") == one.mark.endswith(")") == (one.elsewhen is not None)
        assert ("-" in one.mark) >= (one.state.name in ("hostile", "mixed"))
        assert ("+" in one.mark) >= (one.state.name in ("cooperative", "mixed"))
        assert (one.mark[-1] in "?~") == one.state.corner or not one.rows or one.state.name == "unsettled"


def test_the_rows_of_the_table_are_the_cells(actorgraph: Any) -> None:
    done = actorgraph("matrix", "--kind", "armed-group", "--format", "csv")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == ",".join(matrix.COLUMNS)
    shown = len(matrix.ask(shipped({"kind": "armed-group"})).actors)
    assert len(lines) == 1 + shown * (shown - 1)


def test_kinds_that_are_placed_in_no_camp_are_told_so() -> None:
    asked = world(kind="community")
    assert "placed in no camp" in " ".join(page_of(matrix.ask(asked), asked).split())
