"""Laws of comparing two actors, on generated data sets."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.presenters import plain
from actorgraph.questions import compare, compare_page
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from generated import data_sets, lenses, read


@st.composite
def asked(draw: st.DrawFn) -> tuple[MemoryView, str, str]:
    """A view of a data set, through a lens or none, and two of its actors."""
    files = draw(data_sets())
    dataset = read(files).dataset
    given_ = draw(lenses(files, "on", "known-by", "says", "without", "standing"))
    pair = draw(st.sampled_from(list(combinations(dataset.actors, 2))))
    return MemoryView(dataset, read_lens(given_, dataset)), *draw(st.permutations(pair))


@given(asked())
@settings(max_examples=60)
def test_b_beside_a_is_the_mirror_of_a_beside_b(drawn: tuple[MemoryView, str, str]) -> None:
    view, one, other = drawn
    there, back = compare.ask(view, [one, other]), compare.ask(view, [other, one])
    assert [(t.party, t.reading, t.shared, t.legs) for t in there.thirds] == [
        (t.party, t.reading, t.shared, t.legs[::-1]) for t in back.thirds
    ]
    assert there.between[0].state == back.between[0].state
    assert [tie.seen.relation.id for tie in there.between[0].own] == [
        tie.seen.relation.id for tie in back.between[0].own
    ]
    assert there.alone == back.alone[::-1]
    assert {(h.place, h.state, h.thirds) for h in there.hinges} == {
        (h.place, h.state, h.thirds) for h in back.hinges
    }


@given(asked())
@settings(max_examples=60)
def test_no_share_is_told_of_so_few_and_no_line_is_too_wide(drawn: tuple[MemoryView, str, str]) -> None:
    view, one, other = drawn
    page = plain.present(compare_page.page(compare.ask(view, [one, other]), view), 80)
    assert "HOW ALIKE: no figure" in page
    assert "%" not in page
    assert max(map(len, page.splitlines())) <= 80
