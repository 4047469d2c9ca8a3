"""Laws of balance, on graphs that hypothesis makes up."""

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.balance.graph import Signed, cost, signed
from actorgraph.balance.rank import brokerage, degrees, eigenvector, pn_index
from actorgraph.balance.split import blocs, frustration
from actorgraph.balance.triads import triads, walks


@st.composite
def graphs(draw: st.DrawFn, most: int = 8) -> Signed:
    n = draw(st.integers(1, most))
    pairs = [(u, v) for v in range(n) for u in range(v)]
    signs = draw(st.lists(st.sampled_from((-1, 0, 1)), min_size=len(pairs), max_size=len(pairs)))
    return signed(n, [(u, v, sign) for (u, v), sign in zip(pairs, signs, strict=True)])


def least(graph: Signed) -> int:
    split = frustration(graph)
    assert split.proved
    return split.upper


@given(graphs(), st.data())
def test_one_tie_flipped_added_or_removed_moves_the_least_cost_by_at_most_one(
    graph: Signed, data: st.DataObject
) -> None:
    if graph.n < 2:
        return
    v = data.draw(st.integers(1, graph.n - 1))
    u = data.draw(st.integers(0, v - 1))
    others = [edge for edge in graph.edges if edge[:2] != (u, v)]
    costs = {least(signed(graph.n, [*others, *more])) for more in ([], [(u, v, 1)], [(u, v, -1)])}
    assert max(costs) - min(costs) <= 1
    # With the tie out of line either way, one of its signs costs one more than none.
    without = least(signed(graph.n, others))
    assert min(costs) == without


@given(graphs(), st.data())
def test_switching_a_camp_changes_nothing(graph: Signed, data: st.DataObject) -> None:
    side = data.draw(st.lists(st.booleans(), min_size=graph.n, max_size=graph.n))
    switched = signed(graph.n, [(u, v, -sign if side[u] != side[v] else sign) for u, v, sign in graph.edges])
    assert least(switched) == least(graph)
    camp = frustration(graph).camp
    assert cost(switched, [one ^ other for one, other in zip(camp, side, strict=True)]) == least(graph)


@given(graphs(6), graphs(6), st.data())
def test_costs_of_blocks_and_components_add_up(one: Signed, two: Signed, data: st.DataObject) -> None:
    ends = [(u + one.n, v + one.n, sign) for u, v, sign in two.edges]
    apart = Signed(one.n + two.n, (*one.edges, *ends))
    shared = data.draw(st.integers(0, one.n - 1))
    joined = signed(one.n + two.n - 1, [*one.edges, *(_merged(edge, one.n, shared) for edge in ends)])
    for camps in (2, 3, None):
        both = blocs(one, camps).upper + blocs(two, camps).upper
        assert blocs(apart, camps).upper == both
        assert blocs(joined, camps).upper == both


def _merged(edge: tuple[int, int, int], first: int, shared: int) -> tuple[int, int, int]:
    """The edge with the second graph's first vertex put on one of the other graph."""
    u, v, sign = edge
    return *(shared if end == first else end - 1 for end in (u, v)), sign  # type: ignore[return-value]


@given(graphs())
def test_weak_balance_costs_no_more_and_neither_more_than_the_negatives_or_half_the_ties(
    graph: Signed,
) -> None:
    assert blocs(graph).upper <= least(graph) <= min(graph.negatives, len(graph.edges) // 2)


@given(graphs())
def test_balance_over_walks_and_triads_is_whole_just_where_it_is_whole(graph: Signed) -> None:
    census = triads(graph)
    assert 0 < walks(graph) <= 1 + 1e-12
    if least(graph) == 0:
        assert abs(walks(graph) - 1) < 1e-12
        assert census.one == census.three == 0
    if blocs(graph).upper == 0:
        assert census.one == 0


@given(graphs())
def test_positions_follow_their_definitions(graph: Signed) -> None:
    ties = degrees(graph)
    assert sum(one.positive + one.negative for one in ties) == 2 * len(graph.edges)
    index = pn_index(graph)
    for vertex, value in enumerate(index or ()):
        near = [(v if u == vertex else u, sign) for u, v, sign in graph.edges if vertex in (u, v)]
        pull = sum((sign if sign > 0 else 2 * sign) * index[other] for other, sign in near)  # type: ignore[index]
        assert abs(value - 1 - pull / (2 * graph.n - 2)) < 1e-9
    vector = eigenvector(graph)
    if vector:
        sums = [0.0] * graph.n
        for u, v, sign in graph.edges:
            sums[u] += sign * vector[v]
            sums[v] += sign * vector[u]
        top = max(range(graph.n), key=lambda one: abs(vector[one]))
        ratio = sums[top] / vector[top]
        assert abs(abs(vector[top]) - 1) < 1e-12
        assert all(abs(total - ratio * value) < 1e-9 for total, value in zip(sums, vector, strict=True))


@given(graphs())
def test_a_broker_stands_between_friends_who_are_not_friends(graph: Signed) -> None:
    camp = blocs(graph).camp
    friends = {(u, v) for u, v, sign in graph.edges if sign > 0} | {
        (v, u) for u, v, sign in graph.edges if sign > 0
    }
    for vertex, roles in enumerate(brokerage(graph, camp)):
        pairs = [
            (a, b)
            for b in range(graph.n)
            for a in range(b)
            if (vertex, a) in friends and (vertex, b) in friends and (a, b) not in friends
        ]
        assert sum(roles) == len(pairs)
        assert roles.between == sum(camp[a] != camp[b] for a, b in pairs)
