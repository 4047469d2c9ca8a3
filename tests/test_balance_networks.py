"""Real signed networks: known optima, found and proved, and the measures of signnet 1.0.6."""

import pytest

from actorgraph.balance.graph import cost
from actorgraph.balance.optima import optima
from actorgraph.balance.rank import degrees, eigenvector, pn_index
from actorgraph.balance.split import blocs, frustration, ladder
from actorgraph.balance.triads import triads, walks
from networks import named, needs_networks, reference

pytestmark = needs_networks

# Name, least cost of two camps, and of any number where it is known.
KNOWN = (
    ("tribes", 7, 2),
    ("wwi_1872", 1, None),
    ("wwi_1890", 1, None),
    ("wwi_1907", 0, None),
    ("monks_esteem", 19, None),
    ("monks_praise", 10, None),
    ("cloister", 34, 25),
    ("congress", 18, 18),
    ("cow_46-49", 17, 12),
    ("cow_56-59", 34, 28),
    ("cow_66-69", 28, 24),
    ("cow_76-79", 50, 35),
    ("cow_86-89", 32, 26),
    ("cow_96-99", 45, 33),
)
MEASURED = tuple(reference())


@pytest.mark.parametrize(("name", "two", "any_number"), KNOWN, ids=[row[0] for row in KNOWN])
def test_known_optima_are_found_and_proved(name: str, two: int, any_number: int | None) -> None:
    _, graph = named(name)
    split = frustration(graph)
    assert (split.lower, split.upper, cost(graph, split.camp)) == (two, two, two)
    weak = blocs(graph)
    assert weak.proved
    assert weak.upper == cost(graph, weak.camp)
    assert any_number in (None, weak.upper)


def test_the_tribes_of_read_are_three_blocs() -> None:
    _, graph = named("tribes")
    assert [step.upper for step in ladder(graph)] == [29, 7, 2]
    assert blocs(graph).camps == 3
    assert len(optima(graph).splits) == 1


@pytest.mark.slow
def test_bitcoin_alpha_is_proved() -> None:
    _, graph = named("bitcoinalpha")
    assert (graph.n, len(graph.edges), graph.negatives) == (3783, 13876, 1152)
    split = frustration(graph)
    assert (split.lower, split.upper, cost(graph, split.camp)) == (720, 720, 720)
    assert blocs(graph).proved


@pytest.mark.parametrize("name", MEASURED)
def test_measures_are_those_of_signnet(name: str) -> None:
    names, graph = named(name)
    theirs = reference()[name]["signnet"]
    assert names == theirs["nodes"]
    census = triads(graph)
    assert list(census) == list(theirs["count_signed_triangles"].values())
    assert census.balanced / census.total == pytest.approx(theirs["balance_triangles"], abs=1e-12)
    assert walks(graph) == pytest.approx(theirs["balance_walk"], abs=1e-12)
    ours = degrees(graph)
    assert [one.positive for one in ours] == theirs["degree"]["pos"]
    assert [one.negative for one in ours] == theirs["degree"]["neg"]
    assert [one.net for one in ours] == theirs["degree"]["net"]
    assert pn_index(graph) == pytest.approx(theirs["pn_index"], abs=1e-11)
    vector = eigenvector(graph)
    assert vector
    mirrored = [-value for value in vector]
    assert pytest.approx(theirs["eigen_centrality_signed"], abs=1e-11) in (list(vector), mirrored)


@pytest.mark.parametrize("name", MEASURED)
def test_the_split_once_published_is_one_of_all_that_are_optimal(name: str) -> None:
    names, graph = named(name)
    bloc = set(reference()[name]["own"]["one_optimal_bloc"])
    camp = [int(one in bloc) for one in names]
    found = optima(graph)
    assert found.settled
    assert cost(graph, camp) == found.best.upper
    for v in range(graph.n):
        for u in range(v):
            assert found.pair(u, v) in ("free", "together" if camp[u] == camp[v] else "apart")
