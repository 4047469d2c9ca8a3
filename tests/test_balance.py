"""Structural balance on small graphs: what trying everything says, and clear answers at the edges."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from actorgraph.balance.graph import Signed, components, cost, out_of_line, signed
from actorgraph.balance.optima import optima
from actorgraph.balance.split import blocs, frustration, ladder, solve
from actorgraph.balance.watch import Watch
from actorgraph.errors import Fault, installing
from networks import any_camps, anyhow, several, two_camps


def agrees(graph: Signed) -> None:
    """Two camps, any number, all optimal splits, and who is together in them, as trying everything has it."""
    least, splits = two_camps(graph)
    two = frustration(graph)
    assert two.proved
    assert (two.lower, two.upper, cost(graph, two.camp)) == (least, least, least)
    lowest = components(graph)
    kept = sorted(split for split in splits if not any(split[root] for root in lowest))
    found = optima(graph, cap=len(kept))
    assert found.settled
    assert list(found.splits) == kept
    for v in range(graph.n):
        for u in range(v):
            ways = {split[u] == split[v] for split in splits}
            assert found.pair(u, v) == (
                "free" if len(ways) == 2 else "together" if ways == {True} else "apart"
            )
    weak = blocs(graph)
    assert weak.proved
    assert weak.upper == cost(graph, weak.camp) == any_camps(graph)


def test_small_graphs_are_solved_as_by_trying_everything() -> None:
    for graph in several(500, 8, seed=1):
        agrees(graph)


@pytest.mark.slow
def test_graphs_of_twelve_are_solved_as_by_trying_everything() -> None:
    for graph in several(600, 12, seed=2):
        agrees(graph)


def test_the_solver_finds_what_enumeration_finds() -> None:
    for number, graph in enumerate([anyhow(9, 0.5, 0.5, seed, most=2) for seed in range(12)]):
        for camps in (2, None):
            enumerated, relaxed = blocs(graph, camps), solve(graph, camps, Watch(), work=0)
            assert relaxed.proved, number
            assert relaxed.upper == enumerated.upper == cost(graph, relaxed.camp), number


def test_where_the_linear_program_leaves_a_gap_the_integer_program_closes_it() -> None:
    """All against all: the program over triangles says a third of the ties, but a half less the odd one is right."""
    everyone = signed(9, [(u, v, -1) for v in range(9) for u in range(v)])
    told: list[tuple[int, int]] = []
    split = solve(everyone, 2, Watch(report=lambda lower, upper: told.append((lower, upper))), work=0)
    assert (12, 16) in told
    assert (split.lower, split.upper) == (16, 16)


def test_k_camps_cost_less_the_more_there_are_and_as_much_as_any_number_in_the_end() -> None:
    for seed in range(15):
        graph = anyhow(8, 0.7, 0.6, seed)
        steps = list(ladder(graph))
        assert steps[0].upper == graph.negatives
        assert all(step.proved for step in steps)
        costs = [step.upper for step in steps]
        assert costs == sorted(costs, reverse=True)
        assert costs[-1] == any_camps(graph)
        assert all(step.camps <= place for place, step in enumerate(steps, 1))
        if len(steps) > 1:
            assert steps[1].upper == two_camps(graph)[0]


def test_five_in_three_factions_are_told_apart() -> None:
    """Two allies, two allies, and a loner, each against all others: three camps cost nothing, two cost the least bargain."""
    factions = (0, 0, 1, 1, 2)
    ties = [(u, v, 1 if factions[u] == factions[v] else -1) for v in range(5) for u in range(v)]
    graph = signed(5, ties)
    assert blocs(graph).camp == factions
    assert blocs(graph).upper == 0
    assert frustration(graph).upper == 2
    # The loner joins either pair; the pairs themselves hold.
    found = optima(graph)
    assert [found.pair(*pair) for pair in ((0, 1), (2, 3), (0, 2), (0, 4))] == [
        "together",
        "together",
        "apart",
        "free",
    ]
    assert found.splits == ((0, 0, 1, 1, 0), (0, 0, 1, 1, 1))
    assert out_of_line(graph, found.splits[0]) == ((0, 4, -1), (1, 4, -1))


@pytest.mark.parametrize("n", [0, 1, 4])
def test_without_ties_nothing_is_out_of_line(n: int) -> None:
    graph = Signed(n, ())
    for split in (frustration(graph), blocs(graph), blocs(graph, 3)):
        assert (split.lower, split.upper, split.ended, len(split.camp)) == (0, 0, "proved", n)
    found = optima(graph)
    assert found.settled
    assert all(found.pair(u, v) == "free" for v in range(n) for u in range(v))
    assert found.splits == ((0,) * n,)


def test_two_components_are_free_of_each_other() -> None:
    triangle = [(0, 1, -1), (0, 2, -1), (1, 2, -1)]
    graph = signed(6, [*triangle, *((u + 3, v + 3, sign) for u, v, sign in triangle)])
    assert frustration(graph).upper == 2
    found = optima(graph)
    assert len(found.splits) == 9
    assert {found.pair(u, v) for u in range(3) for v in range(3, 6)} == {"free"}


def test_more_optimal_splits_than_asked_for_are_not_listed_but_settled() -> None:
    ring = signed(7, [(at, (at + 1) % 7, -1) for at in range(7)])
    assert len(optima(ring).splits) == 7
    found = optima(ring, cap=6)
    assert found.splits == ()
    assert found.settled
    assert found.pair(0, 1) == "free"


def test_contrary_and_repeated_ties_are_summed_and_loops_left_out() -> None:
    ties = [(0, 1, 1), (1, 0, -1), (1, 2, 1), (2, 1, 1), (2, 2, -1), (3, 2, -1)]
    assert signed(4, ties) == Signed(4, ((1, 2, 1), (2, 3, -1)))
    assert signed(4, ties, weigh=True) == Signed(4, ((1, 2, 2), (2, 3, -1)))
    with pytest.raises(ValueError, match="tie 0-4 leaves the vertices 0 to 3"):
        signed(4, [(0, 4, 1)])


def test_a_split_into_no_camp_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one camp"):
        blocs(signed(2, [(0, 1, 1)]), 0)


def test_what_time_does_not_allow_to_prove_has_honest_bounds() -> None:
    graph = anyhow(2000, 0.005, 0.5, seed=4)
    told: list[tuple[int, int]] = []
    split = frustration(graph, seconds=1, report=lambda lower, upper: told.append((lower, upper)))
    assert split.ended == "time"
    assert not split.proved
    assert 0 < split.lower < split.upper == cost(graph, split.camp) < graph.negatives
    assert told[0] == (0, graph.negatives)
    assert all(a[0] <= b[0] and a[1] >= b[1] for a, b in pairwise(told))
    assert optima(graph, seconds=0).pair(0, 1) == "open"


def fresh(code: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env={**os.environ, **env}
    )


RING = (
    "from actorgraph.balance.graph import signed;"
    " ring = signed(40, [(at, (at + step) % 40, at * step % 3 - 1) for at in range(40) for step in (1, 2)]);"
)
SPLIT = "from actorgraph.balance.split import frustration, blocs;"


def test_small_cores_need_no_solver() -> None:
    done = fresh(
        f"import sys; {RING} {SPLIT} print(frustration(ring).proved, blocs(ring).proved,"
        " {'numpy', 'scipy', 'highspy', 'subprocess'} & sys.modules.keys())"
    )
    assert done.stdout == "True True set()\n", done.stderr


@pytest.mark.parametrize("absent", ["highspy", "scipy.sparse"])
def test_without_the_extra_a_large_core_says_what_to_install(
    absent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, absent, None)
    with pytest.raises(Fault, match="too large to try every split") as caught:
        frustration(anyhow(60, 0.2, 0.5, seed=5))
    assert caught.value.hints == (f"install it: {installing('actorgraph[balance]')}",)


@pytest.mark.slow
def test_the_same_graph_has_the_same_camps_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); from networks import anyhow;"
        f"{SPLIT} g = anyhow(60, .08, .5, 6); print(frustration(g).camp, blocs(g).camp)"
    )
    code = code.replace("'tests'", repr(os.path.dirname(__file__)))
    first, second = (fresh(code, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout != "", first.stderr
