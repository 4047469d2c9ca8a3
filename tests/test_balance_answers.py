"""balance, blocs and rank: what they say of the great powers, of strange networks, and where they refuse."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from actorgraph.errors import Fault
from actorgraph.loading import load
from actorgraph.pair import counted as counts_for_pairs
from actorgraph.questions import balance, balance_time, blocs, rank, signed
from actorgraph.questions.counted_ties import counted, reason, wide
from networks import anyhow
from worlds import loaded, shipped, view

POWERS = Path(__file__).parent.parent / "examples" / "great-powers"
ALLIES = {"from": "a", "type": "alliance", "to": "b", "evidence": "s p1"}


def powers(on: str) -> Any:
    return view(load(str(POWERS)), {"on": on})


def world(*ties: str, **lens: str) -> Any:
    """`a + b p1`: allies or foes by a paragraph of one source, whose author says so."""
    rows = [tie.split() for tie in ties]
    relations = [
        {"from": one, "type": "alliance" if sign == "+" else "enmity", "to": other, "evidence": f"s {at}"}
        | ({"id": f"tie-{number}"})
        for number, (one, sign, other, at) in enumerate(rows)
    ]
    actors = {end: {} for one, _, other, _ in rows for end in (one, other)} or {"a": {}}
    return view(loaded({"actors": actors, "sources": {"s": {"author": "somebody"}}}, relations), lens)


# Worked out by hand from the ties of examples/great-powers, which follow Antal, Krapivsky and Redner 2006.
@pytest.mark.parametrize(
    ("year", "least", "camps", "odd"),
    [
        ("1872", 1, {"britain", "france"}, {("britain", "france")}),
        ("1890", 1, {"france", "russia"}, {("austria-hungary", "britain")}),
        ("1907", 0, {"britain", "france", "russia"}, set()),
    ],
)
def test_the_great_powers_in_two_camps(
    year: str, least: int, camps: set[str], odd: set[tuple[str, str]]
) -> None:
    answer = balance.ask(powers(year))
    best = answer.optima.best
    assert (best.lower, best.upper, len(answer.optima.splits)) == (least, least, 1)
    assert camps in [set(camp) for camp in balance.named(best.camp, answer.ties.actors)]
    assert {(row[0], row[1]) for row in answer.rows() if row[-1] == "always"} == odd


def test_each_date_over_time_says_what_that_date_alone_says() -> None:
    course = balance_time.ask(view(load(str(POWERS))))
    assert [one.first.text for one in course.periods] == ["1872", "1882", "1890", "1891", "1904", "1907"]
    for one in course.periods:
        alone = balance.ask(powers(one.first.text))
        assert alone.ties == one.ties
        assert alone.optima.best.upper == one.optima.best.upper


def test_what_counts_is_what_pairs_count() -> None:
    """The grid and paths count ties that are possible on the day; balance only with `possibly`."""
    for lens in ({"on": "2018"}, {"on": "2021-09"}, {}, {"roll-up": "yes"}):
        seen = shipped(lens)
        for row in seen.relations():
            assert (reason(row, seen.sight, wide(["possibly"])) == "") == counts_for_pairs(row, seen.sight)


def test_each_thing_that_it_hangs_on_is_what_without_says() -> None:
    for lens in ({"on": "2021-09"}, {}):
        answer = balance.ask(shipped(lens))
        assert answer.turns
        for turn in answer.turns:
            if turn.drops:
                alone = balance.ask(shipped({**lens, "without": turn.name}))
            else:
                alone = balance.ask(shipped(lens), wide([turn.name]))
            assert (turn.lower, turn.upper) == (alone.optima.best.lower, alone.optima.best.upper)
            assert [one.actors for one in turn.strained] == [
                one.actors for one in alone.triads if one.strained
            ]
            assert turn.splits == len(alone.optima.splits)


def test_persons_communities_and_conditional_ties_count_only_where_asked_for_and_persons_never() -> None:
    kinds = {"a": {}, "b": {}, "p": {"kind": "person"}, "c": {"kind": "community"}}
    relations = [
        {"from": "a", "type": "alliance", "to": end, "evidence": f"s p{number}"} | more
        for number, (end, more) in enumerate([("b", {"against": "c"}), ("p", {}), ("c", {})])
    ]
    found = view(loaded({"actors": kinds, "sources": {"s": {"author": "somebody"}}}, relations))
    assert {name: len(rows) for name, rows in counted(found).left.items()} == {
        "against": 1,
        "persons": 1,
        "communities": 1,
    }
    assert counted(found, wide(["against,communities"])).ties.actors == ("a", "b", "c")


@pytest.mark.parametrize(
    ("how", "least", "ties"), [("drop", 0, 2), ("majority", 1, 3), ("both", 1, 4), ("worst", 1, 3)]
)
def test_a_pair_of_both_signs_is_named_and_read_as_asked(how: str, least: int, ties: int) -> None:
    """Allies twice and once foes, beside a foe of the one who is a friend of the other."""
    found = world("a + b p1", "a + b p2", "a - b p3", "b + c p4", "a - c p5")
    answer = balance.ask(found, ambivalent=how)
    assert [(tie.one, tie.other) for tie in answer.ties.mixed] == [("a", "b")]
    assert answer.optima.best.upper + answer.ties.twice == least
    assert answer.ties.number == ties


def test_no_index_is_told_of_little_unless_asked_for_and_then_with_the_reason() -> None:
    plain = balance.ask(world("a + b p1", "b + c p2", "a - c p3"))
    assert not plain.figures
    assert len(plain.withheld) == 3
    asked = balance.ask(world("a + b p1", "b + c p2", "a - c p3"), index=True)
    assert asked.withheld == plain.withheld
    assert {one.name: one.text for one in asked.figures}["line"] == "0.333"


def test_a_record_that_follows_one_actor_ranks_nobody() -> None:
    found = shipped()
    answer = rank.of_record(found)
    assert not answer.positions
    assert "IS-K" in answer.refused[0]
    other = powers("1907")
    assert len(rank.of_record(other).positions) == 6
    bare = world("a + b p1")
    assert "no coverage" in rank.of_record(bare).refused[0]


def test_measures_that_signed_ties_have_not_are_refused_with_the_nearest() -> None:
    with pytest.raises(Fault, match=r"shortest paths.*Nearest: brokerage"):
        rank.measure("betweenness")
    with pytest.raises(Fault, match="Nearest: degree"):
        rank.measure("degre")


@pytest.mark.parametrize(
    ("edges", "says"),
    [
        ("a,b,0\n", "No signed tie counts"),
        ("a,a,1\n", "No signed tie counts"),
        ("a;b;1\nc;d;-1\n", "2 parts without a tie between them"),
        ("# noted\nfrom\tto\tsign\na\tb\t+\n", "none of 1 tie in any split"),
        ("a b -2.5\n", "1 hostile"),
    ],
)
def test_strange_networks_have_clear_answers(actorgraph: Any, tmp_path: Path, edges: str, says: str) -> None:
    (tmp_path / "edges.csv").write_text(edges)
    for command in ("balance", "blocs", "rank"):
        done = actorgraph(command, "edges.csv")
        assert done.returncode == 0, done.stderr
        assert says in done.stdout or command != "balance"


def test_a_record_without_a_signed_tie_says_so() -> None:
    answer = balance.ask(world())
    assert answer.ties == signed.Ties((), (), (), "drop")
    assert answer.optima.best.proved


def hard(folder: Path, actors: int = 2000) -> Path:
    """A random network that nobody proves in a second."""
    rows = [f"{u},{v},{weight}" for u, v, weight in anyhow(actors, 0.005, 0.5, seed=7).edges]
    file = folder / "edges.csv"
    file.write_text("\n".join(rows))
    return file


@pytest.mark.slow
def test_what_time_does_not_allow_to_prove_is_told_as_bounds(actorgraph: Any, tmp_path: Path) -> None:
    hard(tmp_path)
    done = actorgraph("balance", "edges.csv", "--time-limit", "2", "--format", "json")
    found = json.loads(done.stdout)["balance"]["out-of-line"]
    assert not found["proved"]
    assert 0 < found["at-least"] < found["at-most"]
    assert found["ended"] == "time"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_prints_the_bounds_known_by_then_and_exits_with_130(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "actorgraph", "balance", str(hard(tmp_path))]
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr
        assert process.stderr.readline().startswith("out of line: at least ")  # it has begun
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "not proved: interrupted; at least" in out


def test_a_file_is_not_asked_what_only_a_record_knows(actorgraph: Any, tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_text("a,b,1\n")
    for option in (("--on", "2018"), ("--with", "contested"), ("--over-time",)):
        done = actorgraph("balance", "edges.csv", *option)
        assert done.returncode == 2
        assert done.stderr.startswith(option[0])


@pytest.mark.parametrize("k", [1, 2, 3, 5])
def test_the_camps_asked_for_come_with_the_price_of_one_more(k: int) -> None:
    """1872: all in one camp six ties are out of line, in two one, in three none."""
    answer = blocs.of_record(powers("1872"), k)
    assert [(number, split.lower, split.upper) for number, split in answer.steps] == [
        (number, cost, cost) for number, cost in ((1, 6), (2, 1), (3, 0)) if number <= k + 1
    ]
    assert len({camp for _, camp in answer.rows()}) == min(k, 3)
    assert answer.saves == (k < 2)
    assert answer.plain()["lens"] == ("on 1872",)


def test_camps_of_parts_without_a_tie_are_said_to_have_nothing_to_do_with_each_other(
    actorgraph: Any, tmp_path: Path
) -> None:
    (tmp_path / "edges.csv").write_text("a,b,1\nc,d,1\n")
    for command in ("balance", "blocs"):
        assert "the camps of one say nothing of" in actorgraph(command, "edges.csv").stdout


@pytest.mark.slow
def test_a_time_limit_leaves_time_for_the_camps_asked_for_and_for_the_next(tmp_path: Path) -> None:
    graph = anyhow(2000, 0.005, 0.5, seed=7)
    of = signed.ties(range(graph.n), {(u, v): [sign] for u, v, sign in graph.edges}, "drop", {})  # type: ignore[arg-type]
    answer = blocs.ask(of, 3, seconds=2)
    assert [number for number, _ in answer.steps] == [1, 2, 3, 4]
    lowers, uppers = ([split[side] for _, split in answer.steps] for side in (0, 1))
    assert lowers == sorted(lowers, reverse=True)
    assert uppers == sorted(uppers, reverse=True)
    assert answer.chosen == answer.steps[2][1]
    assert set(rank.ask(of, seconds=0.1).unsaid) == {"pn", "eigenvector", "brokerage"}
