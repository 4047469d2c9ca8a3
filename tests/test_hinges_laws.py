"""What an answer hangs on is exactly what asking again with --without finds, on data sets drawn at random."""

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.pair import state
from actorgraph.questions import hinged, hinges, routes, why
from actorgraph.questions.hinges import Hinges
from actorgraph.questions.third import thirds
from actorgraph.questions.warrant import dated
from actorgraph.view.cited import evidence
from actorgraph.view.dropping import names
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from generated import data_sets, lenses, read

LENS = ("known-by", "says", "source", "without", "on", "during", "throughout", "type", "kind", "roll-up")
QUESTIONS = (("", 0), ("show", 1), ("why", 1), ("why", 2), ("compare", 2), ("compare", 3))


@st.composite
def looks(draw: st.DrawFn) -> MemoryView:
    files = draw(data_sets(most=4))
    rows = files["relations.yaml"]["relations"]
    names_ = list(files["actors.yaml"]["actors"])
    for number, (part, whole) in enumerate(draw(st.lists(st.permutations(names_), max_size=2).map(_heads))):
        said = draw(st.sampled_from(["s1 p900", "s2 p901 herald suggests", "s1 p902 clerk doubts", "s2"]))
        items = [said, "s1 p900"] if draw(st.booleans()) else said
        rows.append({"from": part, "type": "part-of", "to": whole, "id": f"part-{number}", "evidence": items})
    dataset = read(files).dataset
    return MemoryView(dataset, read_lens(draw(lenses(files, *LENS)), dataset))


def _heads(orders: list[list[str]]) -> list[tuple[str, str]]:
    return [(order[0], order[1]) for order in orders]


def again(view: MemoryView, name: str) -> MemoryView:
    """The same question's view, asked anew with one more --without."""
    return MemoryView(view.dataset, view.lens._replace(without=view.lens.without | {name}))


def cited(view: MemoryView) -> list[str]:
    """All that the ties cite in what the lens leaves of them."""
    items = view.sight.evidence(tuple(item for row in view.dataset.relations for item in row.evidence))
    return [*dict.fromkeys(name for item in items for name in names(item))]


def ties(view: MemoryView, asked: hinged.Watched) -> dict[str, tuple[str, str, str, frozenset[str]]]:
    return {
        row.relation.id: (row.standing, dated(row), row.answer or "", frozenset(i.says for i in row.items))
        for row in asked.select(view)
    }


def pairs(view: MemoryView, asked: hinged.Watched) -> dict[frozenset[str], str]:
    """What each pair with a tie among the question's own reads, from all that the view holds of it."""
    rows = [row for row in asked.select(view) if asked.pair(row.from_, row.to)]
    ends = {frozenset((row.from_, row.to)) for row in rows}
    return {
        pair: state(*sorted(pair), [row for row in rows if {row.from_, row.to} == pair], (), view.sight).text
        for pair in ends
    }


def told(answer: Hinges, name: str, change: str) -> set[tuple[str, str, str]]:
    return {
        (of, before, after)
        for without, _, what, of, before, after in answer.rows()
        if (without, what) == (name, change)
    }


@given(looks(), st.sampled_from(QUESTIONS), st.randoms(use_true_random=False))
def test_hinges_are_what_asking_again_without_it_finds(
    view: MemoryView, question: tuple[str, int], dice: Any
) -> None:
    word, number = question
    actors = dice.sample(list(view.dataset.actors), number)
    if len({view.resolve(name).id for name in actors}) < number:
        return
    asked = hinged.watched(view, word, actors)
    answer = hinges.ask(view, word, actors)
    before, read_before = ties(view, asked), pairs(view, asked)
    for name in cited(view):
        now = again(view, name)
        then = ties(now, asked)
        assert told(answer, name, "falls") == {(i, row[0], "") for i, row in before.items() if i not in then}
        assert told(answer, name, "comes in") == {
            (i, "", row[0]) for i, row in then.items() if i not in before
        }
        both = [(i, row, then[i]) for i, row in before.items() if i in then]
        assert told(answer, name, "standing") == {(i, a[0], b[0]) for i, a, b in both if a[0] != b[0]}
        assert told(answer, name, "dates") == {(i, a[1], b[1]) for i, a, b in both if a[1] != b[1]}
        assert told(answer, name, "answer") == {(i, a[2], b[2]) for i, a, b in both if a[2] != b[2]}
        assert told(answer, name, "voice") == {(i, voice, "") for i, a, b in both for voice in a[3] - b[3]}
        read_now = pairs(now, asked)
        found = {frozenset(of.split()): (was, reads) for of, was, reads in told(answer, name, "pair")}
        for pair in {*read_before, *read_now}:
            was, reads = read_before.get(pair, ""), read_now.get(pair, "hidden")
            if was != reads:
                assert found.pop(pair)[0] == was
            else:
                assert pair not in found
        assert not found


@given(looks())
def test_third_parties_hang_on_what_asking_again_finds(view: MemoryView) -> None:
    one, other = list(view.dataset.actors)[:2]
    if view.resolve(one) == view.resolve(other):
        return
    ids = [view.resolve(name).id for name in (one, other)]
    answer = hinges.ask(view, "compare", [one, other])
    before = {
        third.party: f"{third.reading}: {third.shared}".removesuffix(": ") for third in thirds(view, ids)
    }
    for name in cited(view):
        then = {
            t.party: f"{t.reading}: {t.shared}".removesuffix(": ") for t in thirds(again(view, name), ids)
        }
        moved = {
            (party, before.get(party, ""), then.get(party, ""))
            for party in {*before, *then}
            if before.get(party) != then.get(party)
        }
        assert told(answer, name, "third party") == moved


@given(looks())
def test_shortest_paths_hang_on_what_asking_again_finds(view: MemoryView) -> None:
    for one, other in combinations(list(view.dataset.actors)[:3], 2):
        ids = tuple(view.resolve(name).id for name in (one, other))
        if ids[0] == ids[1]:
            continue
        answer = hinges.ask(view, "path", [one, other])
        before = routes.shortest(view, ids)
        for name in cited(view):
            moved = routes.shortest(again(view, name), ids) != before
            assert bool(told(answer, name, "shortest path")) == moved


@given(looks())
def test_why_and_hinges_tell_the_same_of_a_pair(view: MemoryView) -> None:
    one, other = list(view.dataset.actors)[:2]
    if view.resolve(one) == view.resolve(other):
        return
    grounds = why.ask(view, one, other)
    answer = hinges.ask(view, "why", [one, other])
    of = {loss.name: loss for loss in answer.losses}
    for fall in grounds.falls:
        assert set(fall.changes) == set(of[fall.place].changes if fall.place in of else ())
        assert {(part, whole) for part, whole in fall.wholes} == {
            *(of[fall.place].wholes if fall.place in of else ())
        }


@given(looks())
def test_only_what_the_lens_leaves_is_named(view: MemoryView) -> None:
    left = {name for item in view.sight.evidence(tuple(evidence(view.dataset))) for name in names(item)}
    for word, number in QUESTIONS[:3]:
        answer = hinges.ask(view, word, list(view.dataset.actors)[:number])
        assert {loss.name for loss in answer.losses} | {*answer.idle} <= left


@given(looks())
def test_what_is_dropped_already_is_not_dropped_again(view: MemoryView) -> None:
    answer = hinges.ask(view)
    assert not view.lens.without & {*(loss.name for loss in answer.losses), *answer.idle}
