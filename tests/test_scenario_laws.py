"""Laws of what-ifs, hunted on drawn data sets: they add and end what their edits say, mark it, and touch nothing else."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from actorgraph.dataset import Dataset
from actorgraph.loading import build
from actorgraph.page import Page
from actorgraph.pair import state
from actorgraph.presenters.plain import present
from actorgraph.questions import (
    balance,
    balance_page,
    blocs,
    blocs_page,
    compare,
    compare_page,
    disputes,
    disputes_page,
    hinges,
    hinges_page,
    listing,
    matrix,
    matrix_page,
    path,
    path_page,
    rank,
    rank_page,
    scenario,
    scenario_page,
    show,
    show_page,
    sources,
    sources_page,
    timeline,
    timeline_page,
    why,
    why_page,
)  # fmt: skip
from actorgraph.questions.pairs import of_pair
from actorgraph.questions.steps import Terms
from actorgraph.sight import Seen
from actorgraph.standing import SUPPOSED
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from generated import ACTORS, TIES, WHOLES, Dice, Files, data_sets, lens_of, read, written

PLAIN_PATH = Terms(None, None, False, (), (), ())
DAY = "1980"  # what is recorded as actual holds then
OPTIONS = ("roll-up", "known-by", "says", "source", "without", "on", "during", "sign", "standing", "kind")


class World(NamedTuple):
    """A record with the scenario `option`, and the ids that the scenario ends."""

    dataset: Dataset
    ends: frozenset[str]
    lens: dict[str, list[str]]

    def through(self, *options: str, **more: str) -> MemoryView:
        """The record through the drawn lens if asked for by name, and through these options."""
        drawn = {name: words for name, words in self.lens.items() if name in options}
        given_ = {name.replace("_", "-"): [word] for name, word in more.items()}
        return MemoryView(self.dataset, read_lens(drawn | given_, self.dataset))


def edits(dice: Dice, files: Files, rows: list[str], ends: bool) -> tuple[dict[str, Any], frozenset[str]]:
    """One to six ties that are done, one that could follow, and of the rows given up to two that end."""
    actors = [name for name in files["actors.yaml"]["actors"] if name in ACTORS]
    source = dice.one(sorted(files["sources.yaml"]["sources"]))
    added = []
    for _ in range(dice.number(1, 6)):
        one, other = dice.mixed(actors)[:2]
        row = {"from": one, "type": dice.one(dice.one((TIES, TIES, WHOLES))), "to": other}
        row |= {"evidence": f"{source} p{dice.number(900, 999)}"} if dice.often() else {}
        added.append({"add": row, "reason": "so it is said"})
    gone = dice.some(rows, 0, 2) if ends and rows else []
    done = [*added, *({"end": id_, "reason": "it is over"} for id_ in gone)]
    one, other = dice.mixed(actors)[:2]
    could = {"add": {"from": one, "type": dice.one(TIES), "to": other}, "reason": "it may follow"}
    return {"name": "An option", "on": DAY, "do": dice.mixed(done), "then": [could]}, frozenset(gone)


@st.composite
def worlds(draw: st.DrawFn, *, ends: bool = True) -> World:
    files = draw(data_sets())
    dice = Dice(draw(st.binary(min_size=160, max_size=160)))
    there = [row.id for row in read(files).dataset.relations if row.modality == "actual"]
    option, gone = edits(dice, files, there, ends)
    files["scenarios.yaml"] = {
        "scenarios": {"option": option, "nothing": {"name": "Nothing is done", "on": DAY}}
    }
    found = build({name: written(content) for name, content in files.items()}, [])
    assume(not found.problems)  # two ties of one scenario may be the same tie
    return World(found.dataset, gone, lens_of(dice, files, OPTIONS))


def pages(seen: MemoryView, one: str, other: str) -> Iterator[Page]:
    """The page of each question on two actors."""
    yield show_page.page(show.ask(seen, one), seen)
    yield why_page.page(why.ask(seen, one, other), seen)
    yield compare_page.page(compare.ask(seen, (one, other), None), seen)
    yield path_page.page(path.ask(seen, one, other, PLAIN_PATH), seen)
    yield matrix_page.page(matrix.ask(seen), seen)
    yield timeline_page.page(timeline.ask(seen, (one,)), seen)
    yield disputes_page.page(disputes.ask(seen, ()), seen)
    yield hinges_page.page(hinges.ask(seen, "", ()), seen)
    yield sources_page.page(sources.ask(seen), seen)
    yield balance_page.page(balance.ask(seen), seen, left_out=True)
    yield blocs_page.page(blocs.of_record(seen), seen)
    yield rank_page.page(rank.of_record(seen), seen)


def bare(row: Seen) -> Any:
    return row._replace(backing=None), row.backing.groups  # type: ignore[arg-type]


def relations(seen: MemoryView) -> Any:
    return listing.ask(seen, "relations")


@given(worlds())
def test_a_scenario_without_edits_changes_no_answer(world: World) -> None:
    plain, with_it = (world.through(*OPTIONS, **more) for more in (dict[str, str](), {"scenario": "nothing"}))
    for ask in (relations, matrix.ask, balance.ask, sources.ask):
        assert ask(plain).rows() == ask(with_it).rows()  # type: ignore[operator]


@given(worlds())
def test_what_is_not_marked_stands_in_the_record_and_what_is_gone_an_edit_ends(world: World) -> None:
    plain, with_it = (world.through(*OPTIONS, **more) for more in (dict[str, str](), {"scenario": "option"}))
    before = {row.relation.id: bare(row) for row in plain.relations()}
    kept = {row.relation.id: bare(row) for row in with_it.relations() if not row.supposed}
    assert all(before[id_] == row for id_, row in kept.items())
    gone = before.keys() - kept.keys()
    assert gone <= world.ends
    assert gone == before.keys() & {one.relation.id for one in with_it.ended()}


@given(worlds())
def test_what_is_supposed_has_one_standing_and_no_place_but_what_the_scenario_cites(world: World) -> None:
    cited = {place for item in world.dataset.scenarios["option"].cites for place in item.places}
    seen = world.through(scenario="option")
    for row in seen.relations():
        assert row.supposed == (row.standing == SUPPOSED) == row.relation.id.startswith("option:")
        if row.supposed:
            assert {place for item in row.items for place in item.places} <= cited
    marked = [line[relations(seen).columns.index("standing")] for line in relations(seen).rows()]
    assert marked.count(SUPPOSED) == sum(row.supposed for row in seen.relations())


@given(worlds(ends=False))
def test_what_is_added_bears_witness_to_nothing(world: World) -> None:
    """No voice, source or paragraph says more for it, and no figure of balance is told for its sake."""
    plain, with_it = world.through(), world.through(scenario="option")
    assert sources.ask(plain).rows() == sources.ask(with_it).rows()
    before, after = (balance.ask(one).withheld for one in (plain, with_it))
    assert [why for why in before if "independent source" in why] == [
        why for why in after if "independent source" in why
    ]


@given(worlds())
def test_what_a_scenario_says_would_change_is_what_differs_with_it(world: World) -> None:
    told = scenario.ask(world.through(), "option")
    plain, with_it = world.through(on=DAY), world.through(on=DAY, scenario="option")
    before, after = (
        {row.relation.id: row for row in one.relations() if not row.supposed} for one in (plain, with_it)
    )
    come = {row.relation.id for row in with_it.relations() if row.supposed}
    follows = {row.relation.id for row in with_it.relations() if row.relation.modality == "expected"} & come
    assert {row.relation.id for pair in told.changed for row in pair.comes} == come - follows
    assert {row.relation.id for pair in told.changed for row in pair.ends} == before.keys() - after.keys()
    for pair in told.changed:
        for seen, says in ((plain, pair.before), (with_it, pair.after)):
            assert state(pair.one, pair.other, *of_pair(seen, pair.one, pair.other), seen.sight) == says
    assert told.before == balance.ask(plain).ties
    assert told.after == balance.ask(with_it).ties


@given(worlds(), st.data())
def test_a_pair_that_no_edit_names_counts_in_balance_as_it_did_and_only_what_is_supposed_is_marked(
    world: World, data: st.DataObject
) -> None:
    plain, with_it = (
        balance.ask(world.through(on=DAY, **more)).ties for more in ({}, {"scenario": "option"})
    )
    option = world.dataset.scenarios["option"]
    named = {frozenset((edit.relation or world.dataset.by_id[edit.id]).ends) for edit in option.do}
    before, after = plain.by_pair, with_it.by_pair
    for pair in before.keys() | after.keys():
        if pair not in named:
            assert before.get(pair) == after.get(pair)
        elif pair in after and after[pair].mark.startswith("if"):
            assert any(row.supposed for row in after[pair].rows)
            assert pair not in before or before[pair].sign != after[pair].sign


@given(worlds(), st.data())
def test_the_order_of_options_does_not_matter(world: World, data: st.DataObject) -> None:
    actors = sorted(set(world.dataset.actors) & set(ACTORS))
    pairs = [(one, other) for at, one in enumerate(actors) for other in actors[at + 1 :]]
    chosen = data.draw(st.lists(st.sampled_from(pairs), min_size=2, max_size=3, unique=True))
    words = [f"{one} {data.draw(st.sampled_from(['alliance', 'enmity']))} {other}" for one, other in chosen]
    turned = data.draw(st.permutations(words))
    one, other = (
        MemoryView(world.dataset, read_lens({"assume": several, "scenario": ["option"]}, world.dataset))
        for several in (words, turned)
    )
    assert {row.relation.id: bare(row) for row in one.relations()} == {
        row.relation.id: bare(row) for row in other.relations()
    }


@given(worlds())
def test_the_record_under_a_what_if_is_the_record(world: World) -> None:
    rows = world.dataset.relations
    seen = world.through(scenario="option")
    assert seen.dataset.record is world.dataset
    assert world.dataset.relations is rows
    back = seen.through(seen.lens._replace(suppose=()))
    assert [bare(row) for row in back.relations()] == [bare(row) for row in world.through().relations()]


@given(worlds())
def test_every_question_answers_under_a_what_if_and_its_page_says_so(world: World) -> None:
    seen = world.through("roll-up", scenario="option")
    tops = list(dict.fromkeys(seen.resolve(actor).id for actor in ACTORS if actor in world.dataset.actors))
    assume(len(tops) > 1)
    for page in pages(seen, *tops[:2]):
        words = " ".join(present(page, 80).split())
        assert "what if: An option" in words
        assert "What if, not in the record: " in words or "What if: nothing of it shows" in words
    told = scenario_page.page(scenario.ask(world.through(), "option"), world.through())
    assert "No forecast, and no likelihood is given for it." in " ".join(present(told, 80).split())
