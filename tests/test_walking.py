"""Our searches find what those of networkx and rustworkx find, on any graph; ours also say in which order."""

import random
from collections.abc import Callable, Sequence

import networkx as nx
import pytest
import rustworkx as rx
from hypothesis import given
from hypothesis import strategies as st

from actorgraph.balance.blocks import blocks
from actorgraph.balance.graph import components, neighbours, signed
from actorgraph.questions.walking import Reach, Work, shortest, walks

Ties = Sequence[tuple[int, int]]
TIES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda tie: tie[0] != tie[1]), max_size=30
)


def near_of(n: int, ties: Ties) -> Callable[[str], list[str]]:
    """The neighbours of a vertex, in the order of their numbers."""
    near: list[set[int]] = [set() for _ in range(n)]
    for one, other in ties:
        near[one].add(other)
        near[other].add(one)
    told = {str(at): [str(other) for other in sorted(held)] for at, held in enumerate(near)}
    return lambda actor: told[actor]


def ours(n: int, ties: Ties, one: int, other: int) -> list[tuple[int, ...]]:
    """All shortest paths, in the order in which a search tells them."""
    near, start, goal = near_of(n, ties), str(one), str(other)
    home = Reach(goal, near)
    steps = shortest(Reach(start, near), home, n)
    if steps is None:
        return []
    found = walks(start, goal, steps, near, [(goal, home)], Work(10**9))
    return [tuple(map(int, names)) for names in found]


def graphs(n: int, ties: Ties) -> tuple["nx.Graph[int]", rx.PyGraph]:
    """The graph as either library has it."""
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(n))
    plain.add_edges_from(ties)
    fast = rx.PyGraph(multigraph=False)
    fast.add_nodes_from(range(n))
    fast.add_edges_from_no_data(list(ties))
    return plain, fast


def check_paths(n: int, ties: Ties, one: int, other: int) -> None:
    plain, fast = graphs(n, ties)
    found = ours(n, ties, one, other)
    assert found == sorted(found)
    linked = nx.has_path(plain, one, other)
    assert found == (sorted(map(tuple, nx.all_shortest_paths(plain, one, other))) if linked else [])
    assert found == sorted(tuple(path) for path in rx.graph_all_shortest_paths(fast, one, other))


def check_parts(n: int, ties: Ties) -> None:
    plain, fast = graphs(n, ties)
    graph = signed(n, [(*tie, 1) for tie in plain.edges])
    lowest = components(graph)
    parts = sorted(sorted(at for at in range(n) if lowest[at] == low) for low in {*lowest})
    assert parts == sorted(sorted(part) for part in nx.connected_components(plain))
    assert parts == sorted(sorted(part) for part in rx.connected_components(fast))
    found = {
        frozenset(frozenset(edge) for edge in block) for block in blocks(dict(enumerate(neighbours(graph))))
    }
    theirs = nx.biconnected_component_edges(plain)
    assert found == {frozenset(frozenset(edge) for edge in block) for block in theirs}
    numbered: dict[int, set[frozenset[int]]] = {}
    for edge, number in rx.biconnected_components(fast).items():
        numbered.setdefault(number, set()).add(frozenset(edge))
    assert found == {frozenset(block) for block in numbered.values()}


@given(TIES, st.integers(0, 9), st.integers(1, 9))
def test_paths_are_those_of_other_libraries_in_the_order_of_names(ties, one, apart) -> None:
    check_paths(10, ties, one, (one + apart) % 10)


@given(TIES)
def test_components_and_blocks_are_those_of_other_libraries(ties) -> None:
    check_parts(10, ties)


@pytest.fixture(scope="module")
def many() -> tuple[int, Ties]:
    """20,000 ties between 3,000."""
    dice = random.Random(5)  # noqa: S311  # the same graph each time
    return 3000, [tuple(dice.sample(range(3000), 2)) for _ in range(20_000)]


def test_paths_in_a_large_graph_are_those_of_other_libraries(many) -> None:
    for one, other in ((0, 1), (17, 2999), (5, 1500)):
        check_paths(*many, one, other)


def test_components_and_blocks_of_a_large_graph_are_those_of_other_libraries(many) -> None:
    check_parts(*many)
