"""Laws of what a pair reads, and of roll-up, with the list of states read once more and slowly."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.pair import counted, state
from actorgraph.sight import Hidden, Seen
from actorgraph.standing import FIRM, assessed_none
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from actorgraph.vocabulary import shipped
from generated import Files, data_sets, lenses, read

PERIOD = (date(1960, 1, 1).toordinal(), date(1999, 12, 31).toordinal())
SETTLED = ("hostile", "cooperative", "mixed", "linked")
LENS = ("known-by", "says", "without", "on", "during", "throughout", "type", "sign", "standing", "roll-up")


@st.composite
def looks(draw: st.DrawFn, *options: str) -> tuple[Files, MemoryView]:
    files = draw(data_sets(most=3))
    spoken = draw(st.sampled_from([None, ["alba", "brel"]]))
    if spoken:
        files["dataset.yaml"]["coverage"] = {"actors": spoken, "types": "all", "period": "1960/1999"}
    dataset = read(files).dataset
    return files, MemoryView(dataset, read_lens(draw(lenses(files, *(options or LENS))), dataset))


def between(view: MemoryView, one: str, other: str) -> tuple[list[Seen], list[Hidden]]:
    """The rows of a pair, seen and hidden, whichever of the two they begin at; loops are no pair's."""
    pair = {one, other}
    days, top = view.lens.days, view.sight.belonging.top

    def ends(row: Hidden) -> set[str]:
        return {top(end, days) for end in row.relation.ends} if view.lens.roll_up else {*row.relation.ends}

    seen = [row for row in view.relations() if {row.from_, row.to} == pair]
    return seen, [row for row in view.hidden() if ends(row) == pair and row.reason != "loop"]


def read_pair(view: MemoryView, one: str, other: str, without: Any = lambda _: False) -> Any:
    seen, hidden = between(view, one, other)
    return state(one, other, [row for row in seen if not without(row)], hidden, view.sight)


def pairs(view: MemoryView) -> list[tuple[str, str]]:
    """Those with a row, and a few without."""
    ends = [(row.from_, row.to) for row in view.relations()]
    return [*ends, *combinations(list(view.dataset.actors)[:3], 2)]


# -- the list of states, once more


def slow_state(one: str, other: str, seen: Sequence[Seen], hidden: Sequence[Hidden], view: MemoryView) -> str:
    dataset, lens = view.dataset, view.lens
    dated = lens.days or lens.throughout
    rows = [row for row in seen if not dated or row.answer in ("certainly", "possibly")]

    def segment(row: Seen) -> bool:
        return lens.roll_up and "segment" in [dataset.actors[end].kind for end in row.relation.ends]

    def denied(row: Seen) -> bool:
        named = assessed_none(row.items, lambda item: view.sight.impartial(row, item))
        return row.standing == "denied" and row.relation.modality == "actual" and named and not segment(row)

    def mark(*lots: Sequence[Seen]) -> str:
        return "~" if dated and any(all(row.answer == "possibly" for row in lot) for lot in lots) else ""

    firm = [r for r in rows if r.standing in FIRM and r.relation.modality == "actual" and not segment(r)]
    type_ = {row.relation.id: dataset.type_of(row.relation) for row in rows}
    plus = [r for r in firm if type_[r.relation.id].sign == "+" and type_[r.relation.id].balance]
    minus = [r for r in firm if type_[r.relation.id].sign == "-" and type_[r.relation.id].balance]
    if plus and minus:
        meet = [
            p
            for p in plus
            for m in minus
            if max(p.spell.days.s1, m.spell.days.s1) <= min(p.spell.days.e2, m.spell.days.e2)
        ]
        if meet:
            return "mixed" + mark(plus, minus)
        told: list[str] = []
        for row in sorted([*plus, *minus], key=lambda row: row.spell.days.s1):
            word = "cooperative" if row in plus else "hostile"
            told += [word] if told[-1:] != [word] else []
        return ", later ".join(told) + mark(plus, minus)
    if plus or minus:
        return ("cooperative" if plus else "hostile") + mark(plus or minus)
    if firm:
        return "linked" + mark(firm)
    unsettled = [row for row in rows if not denied(row)]
    if unsettled:
        return "unsettled" + mark(unsettled)
    if rows:
        return "assessed none" + mark(rows)
    if hidden and not seen:
        return "hidden"
    if any(row.answer == "not known" for row in seen):
        return "unknown"
    if seen:
        over = [
            row
            for row in seen
            if (lens.days and row.spell.days.e2 < lens.days.first)
            or (lens.throughout and row.spell.days.e2 < lens.throughout.last)
        ]
        return "ended" if over else "not yet"
    coverage = dataset.about.coverage
    if coverage is None or not {one, other} <= {*coverage.actors}:
        return "unknown"
    first, last = PERIOD
    inside = all(
        first <= asked.first and asked.last <= last for asked in (lens.days, lens.throughout) if asked
    )
    return "not coded" if inside else "unknown"


def lots(view: MemoryView) -> list[tuple[Seen, ...]]:
    """Each row alone and any two together: what a pair reads comes from its rows, whoever the two are."""
    rows = view.relations()
    return [*((row,) for row in rows), *combinations(rows, 2)]


@given(looks())
def test_a_pair_reads_what_the_list_says_read_slowly_and_the_same_from_both_ends(drawn) -> None:
    _, view = drawn
    for one, other in pairs(view):
        found = read_pair(view, one, other)
        assert found == read_pair(view, other, one)
        assert found.text == slow_state(one, other, *between(view, one, other), view)
    for rows in lots(view):
        assert state("alba", "brel", rows, (), view.sight).text == slow_state("alba", "brel", rows, (), view)


@given(looks())
def test_a_denial_flips_no_sign_and_changes_no_settled_state(drawn) -> None:
    _, view = drawn
    for rows in lots(view):
        found = state("alba", "brel", rows, (), view.sight)
        firm = [row for row in rows if row.standing != "denied"]
        if found.name.startswith(SETTLED):
            assert state("alba", "brel", firm, (), view.sight).name == found.name
        if not firm:
            assert found.name in ("assessed none", "unsettled", "unknown", "ended", "not yet")


@given(looks("known-by", "on", "roll-up"))
def test_only_what_is_actual_settles_and_only_the_unconditional_between_actors_that_act_is_counted(
    drawn,
) -> None:
    _, view = drawn
    kinds = {id_: actor.kind for id_, actor in view.dataset.actors.items()}
    for row in view.relations():
        read_ = state("alba", "brel", [row], (), view.sight)
        if row.relation.modality != "actual":
            assert not read_.name.startswith(SETTLED)
        bystanders = [end for end in row.relation.ends if kinds[end] in ("segment", "person", "community")]
        signed = read_.name in ("hostile", "cooperative")
        assert counted(row, view.sight) == (signed and not row.relation.against and not bystanders)


@given(looks())
def test_a_tie_typed_from_its_other_end_reads_the_same(drawn) -> None:
    files, view = drawn
    turned = []
    for row, relation in zip(files["relations.yaml"]["relations"], view.dataset.relations, strict=True):
        found = shipped().types[relation.type]
        name = found.inverse if row["type"] == found.name else found.name
        turned.append(
            {**row, "from": row["to"], "type": name or found.name, "to": row["from"], "id": relation.id}
        )
    other = MemoryView(read({**files, "relations.yaml": {"relations": turned}}).dataset, view.lens)
    for one, two in pairs(view):
        assert read_pair(view, one, two) == read_pair(other, one, two)


# -- roll-up


@st.composite
def rolled(draw: st.DrawFn) -> tuple[MemoryView, MemoryView]:
    """The same data through the same lens, as typed and rolled up. More parts than elsewhere."""
    files, view = draw(looks("known-by", "without", "on", "during"))
    names = list(view.dataset.actors)
    parts = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=3))
    rows = [
        {"from": part, "type": "part-of", "to": whole, "id": f"part-{number}", "evidence": "s1"}
        for number, (part, whole) in enumerate(parts)
        if part != whole
    ]
    files["relations.yaml"] = {"relations": [*files["relations.yaml"]["relations"], *rows]}
    dataset = read(files).dataset
    return MemoryView(dataset, view.lens), MemoryView(dataset, view.lens._replace(roll_up=True))


@given(rolled())
def test_roll_up_keeps_every_row_its_id_and_its_standing_and_tells_of_the_loops(drawn) -> None:
    plain, up = drawn
    before = {row.relation.id: row for row in plain.relations()}
    after = {row.relation.id: row for row in up.relations()}
    loops = {row.relation.id for row in up.hidden() if row.reason == "loop"}
    assert after.keys() | loops == before.keys()
    assert not after.keys() & loops
    assert len(up.relations()) + len(up.hidden()) == len(plain.dataset.relations)
    for id_, row in after.items():
        assert row._replace(from_="", to="") == before[id_]._replace(from_="", to="")
    days, chain = plain.lens.days, plain.sight.belonging.chain
    for id_, row in before.items():
        tops = [chain(end, days)[-1] for end in row.relation.ends]
        assert (id_ in loops) == (tops[0] == tops[1])
        if id_ in after:
            assert [after[id_].from_, after[id_].to] == tops


@given(rolled())
def test_nothing_rolls_down_and_rolling_up_twice_is_rolling_up_once(drawn) -> None:
    plain, up = drawn
    days, belonging = up.lens.days, up.sight.belonging
    for row in up.relations():
        for end, typed in zip((row.from_, row.to), row.relation.ends, strict=True):
            assert end in belonging.chain(typed, days)
            assert belonging.top(end, days) == end
            if end != typed:
                assert typed not in belonging.chain(end, days)[1:]
    for actor in up.dataset.actors:
        if belonging.top(actor, days) != actor:
            assert not up.relations(actor), "a part that rolled up has no rows of its own"
        assert all(actor in row.relation.ends for row in plain.relations(actor)), "nor has a whole its parts'"


@given(rolled())
def test_a_row_with_a_segment_at_an_end_settles_no_pair_of_wholes(drawn) -> None:
    _, up = drawn
    actors = up.dataset.actors

    def segment(row: Seen) -> bool:
        return any(actors[end].kind == "segment" for end in row.relation.ends)

    for one, other in pairs(up):
        found = read_pair(up, one, other)
        if found.name.startswith(SETTLED):
            assert read_pair(up, one, other, without=segment).name == found.name
        alone = state(one, other, [row for row in between(up, one, other)[0] if segment(row)], (), up.sight)
        assert not alone.name.startswith(SETTLED)
