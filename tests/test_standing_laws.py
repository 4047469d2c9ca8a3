"""Laws of positions, independent support, parties and standing, held against a slow and literal reading of the rules."""

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.dataset import Dataset
from actorgraph.lens import PLAIN
from actorgraph.model import Evidence
from actorgraph.sight import Seen
from actorgraph.spell import combine
from actorgraph.standing import FIRM, STANDINGS, positions, standing, support
from actorgraph.timing import existed, own_claim
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from generated import Files, data_sets, lenses, listed, read
from slow_rules import AGAINST, FOR, groups, held, is_party, overtaken, roots, rule, stake, supporting
from worlds import loaded, view

VOICES = ("a", "un", "icg", "press", "ann", "bob")
PUBLISHED = {
    "s1": "2015",
    "s2": "2015-06",
    "s3": "2016-01",
    "s4": "2017",
    "d1": "2018",
    "d12": "2018",
    "d23": "2019",
}
WORLD: dict[str, Any] = {
    "actors": {"a": {}, "b": {}, "un": {}, "icg": {}},
    "voices": {
        "press": {"name": "press", "kind": "unnamed"},
        "ann": {"name": "Ann", "kind": "author"},
        "newcomer": {"name": "Newcomer", "kind": "official"},
    },
    "sources": {
        name: {"author": author, "published": PUBLISHED[name]}
        for name, author in zip(PUBLISHED, ["ann", "bob", "un", "ann", "cyn", "dan", "press"], strict=True)
    },
}
WORLD["sources"]["d1"]["derives-from"] = ["s1"]
WORLD["sources"]["d12"]["derives-from"] = ["s1", "s2"]
WORLD["sources"]["d23"]["derives-from"] = ["d12", "s3"]
NEW = {"source": "s4", "says": "newcomer"}


@st.composite
def items(
    draw: st.DrawFn, stances: tuple[str, ...] = (*sorted(FOR), *sorted(AGAINST), "frames", "mentions")
) -> Any:
    item = {
        "source": draw(st.sampled_from(sorted(PUBLISHED))),
        "says": draw(st.sampled_from(["author", "author", *VOICES])),
        "stance": draw(st.sampled_from(stances)),
    }
    if draw(st.booleans()):
        item["said"] = draw(st.sampled_from(["2014", "2014-06", "2014-06-03", "2015", "2014~"]))
    if draw(st.sampled_from([False, False, False, True])):
        item["via"] = draw(st.sampled_from(VOICES))
    return item


one_voice = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["s1", "s2", "s3"]),
        "says": st.just("un"),
        "stance": st.sampled_from(["supports", "suggests", "disputes", "mentions"]),
        "said": st.sampled_from(["2013", "2013-06", "2013-06~", "2014-02", "2014-02-03", "2014-03"]),
    }
)
rows_of_items = st.lists(items(), min_size=1, max_size=6)
rows_of_support = st.lists(items(("supports", "supports", "supports", "suggests")), min_size=2, max_size=6)
mostly_support = rows_of_items | rows_of_support
wavering = st.lists(one_voice, min_size=2, max_size=5)


def seen(evidence: list[Any], **more: Any) -> tuple[Seen, Dataset]:
    """One row with that evidence, alone in its world."""
    found = loaded(WORLD, [{"from": "a", "type": "alliance", "to": "b", "evidence": evidence, **more}])
    assert not found.problems, found.problems
    (row,) = view(found).relations()
    return row, found.dataset


def judged(row: Seen) -> Any:
    """Everything that the rules of standing say of a row."""
    supports = sorted(sorted((item.source, item.says) for item in group) for group in row.backing.groups)
    return (
        row.standing,
        row.place.now,
        row.place.earlier,
        row.place.two_minds,
        supports,
        row.spell,
        row.answer,
    )


@given(
    mostly_support | wavering, st.frozensets(st.sampled_from(VOICES)), st.frozensets(st.sampled_from(VOICES))
)
def test_positions_support_and_standing_are_what_the_rules_say_read_slowly(evidence, parties, staked) -> None:
    row, dataset = seen(evidence)
    found = row.relation.evidence
    place = positions(found)
    assert {voice: set(stances) for voice, stances in place.now.items()} == held(found)
    backing = support(place, dataset.sources)
    assert len(backing.groups) == len(groups(found, dataset))
    assert set(backing.items) == set(supporting(found))

    def partial(item: Evidence) -> bool:
        return item.says in parties

    def interested(item: Evidence) -> bool:
        return item.says in staked

    own = lambda item: item.says == dataset.sources[item.source].own  # noqa: E731
    stands = standing(place, backing, own, dataset.unnamed, partial, interested)
    assert stands == rule(found, dataset, partial, interested)


def test_each_combination_of_stances_fits_one_row_of_the_table() -> None:
    stances = [*sorted(FOR), *sorted(AGAINST), "frames", "mentions"]
    for size in range(len(stances) + 1):
        for chosen in combinations(stances, size):
            evidence = [
                {"source": f"s{n % 4 + 1}", "says": VOICES[n % 3 + 1], "stance": s}
                for n, s in enumerate(chosen)
            ]
            row, dataset = seen(evidence)
            assert row.standing in STANDINGS
            assert row.standing == rule(
                row.relation.evidence, dataset, lambda item: item.says in "ab", lambda _: False
            )


@given(
    data_sets(undated=True).flatmap(lambda f: st.tuples(st.just(f), lenses(f, "known-by", "says", "without")))
)
def test_the_time_of_a_row_is_that_of_who_holds_it_and_else_of_what_is_doubted_or_asked(drawn) -> None:
    files, options = drawn
    dataset = read(files).dataset
    for row in MemoryView(dataset, read_lens(options, dataset)).relations():
        found = row.items
        now = held(found)
        holding = [item for item in found if item.stance in FOR and now[item.says] & FOR]
        standing_ = [item for item in found if item.stance in now[item.says] and not overtaken(item, found)]
        times = [item.time for item in holding or standing_] or [own_claim(row.relation)]
        bounds = existed(row.relation.ends, dataset)
        assert row.spell == combine(times, bounds, row.relation.modality == "expected")


# -- what does and does not change it


@given(
    data_sets(undated=True).flatmap(
        lambda f: st.tuples(st.just(f), lenses(f), st.randoms(use_true_random=False))
    )
)
def test_the_order_of_items_and_records_and_files_changes_no_answer(drawn) -> None:
    files, options, random = drawn

    def shuffled(values: Any) -> Any:
        found = list(values.items()) if isinstance(values, dict) else list(values)
        random.shuffle(found)
        return dict(found) if isinstance(values, dict) else found

    before = read(files).dataset
    rows = [
        {**row, "id": relation.id, "evidence": shuffled(listed(row.get("evidence")))}
        for row, relation in zip(files["relations.yaml"]["relations"], before.relations, strict=True)
    ]
    other = {
        name: {key: shuffled(v) if isinstance(v, dict) else v for key, v in f.items()}
        for name, f in files.items()
    }
    other["relations.yaml"] = {"relations": shuffled(rows)}
    after = read(shuffled(other)).dataset
    looks = [MemoryView(dataset, read_lens(options, dataset)) for dataset in (before, after)]
    told = [{row.relation.id: (row.from_, row.to, judged(row)) for row in look.relations()} for look in looks]
    assert told[0] == told[1]
    hidden = [{row.relation.id: row.reason for row in look.hidden()} for look in looks]
    assert hidden[0] == hidden[1]


@given(
    st.lists(items(), max_size=5),
    st.sampled_from([*VOICES, "author", "newcomer"]),
    st.sampled_from(sorted(PUBLISHED)),
)
def test_a_mention_more_turns_nothing_but_what_had_no_item(evidence, voice, source) -> None:
    before, _ = seen(evidence)
    after, _ = seen([*evidence, {"source": source, "says": voice, "stance": "mentions"}])
    assert after.standing == ("open" if before.standing == "unsourced" else before.standing)
    assert after.backing == before.backing._replace(items=after.backing.items, groups=after.backing.groups)
    assert len(after.backing.groups) == len(before.backing.groups)


@given(mostly_support, st.sampled_from(sorted(AGAINST)))
def test_another_voice_that_withholds_doubts_or_denies_makes_a_firm_row_contested(evidence, stance) -> None:
    before, _ = seen(evidence)
    after, _ = seen([*evidence, {**NEW, "stance": stance}])
    if before.standing in FIRM:
        assert after.standing == "contested"
    if before.standing in ("denied", "doubted"):
        assert after.standing in ("denied", "doubted")


@given(mostly_support, st.sampled_from(["supports", "suggests", *sorted(AGAINST), "frames", "mentions"]))
def test_a_contested_row_stays_contested_whatever_another_voice_adds(evidence, stance) -> None:
    before, _ = seen(evidence)
    if before.standing == "contested":
        assert seen([*evidence, {**NEW, "stance": stance}])[0].standing == "contested"


@given(rows_of_support)
def test_a_new_voice_in_a_new_source_never_takes_support_away(evidence) -> None:
    """Nor are there ever more supports than voices, or than documents at the root."""
    old = [item for item in evidence if item["source"] != "s4"]
    before, dataset = seen(old)
    after, _ = seen([*old, NEW])
    assert len(after.backing.groups) == len(before.backing.groups) + 1
    assert len(before.backing.groups) <= before.backing.voices
    assert len(before.backing.groups) <= len(
        set().union(*(roots(i.source, dataset) for i in before.backing.items), ())
    )


@given(rows_of_support, st.sampled_from(sorted(PUBLISHED)))
def test_a_source_taken_away_never_makes_support_out_of_less(evidence, source) -> None:
    """Unless its voices speak elsewhere too: then it may have held two others together (below), or overtaken one."""
    rest = [item for item in evidence if item["source"] != source]

    def voices(items_: list[Any]) -> set[str]:
        told = {
            i["says"] if i["says"] != "author" else WORLD["sources"][i["source"]]["author"] for i in items_
        }
        return told | {i["via"] for i in items_ if "via" in i}

    if not rest or voices(rest) & voices([item for item in evidence if item["source"] == source]):
        return
    before, _ = seen(evidence)
    after, _ = seen(rest)
    assert len(after.backing.groups) <= len(before.backing.groups)


@given(rows_of_support, st.sampled_from([*VOICES, "author", "newcomer"]))
def test_a_source_that_derives_from_nothing_never_takes_support_away(evidence, voice) -> None:
    """Also where a voice that spoke already speaks in it, as long as no second one relays it."""
    old = [item for item in evidence if item["source"] != "s4"]
    before, _ = seen(old)
    after, _ = seen([*old, {"source": "s4", "says": voice, "stance": "supports"}])
    assert len(after.backing.groups) >= len(before.backing.groups)


def test_dropping_a_source_that_holds_two_others_together_makes_two_of_one() -> None:
    """s3 quotes both authors: with it the three hang together, without it two speak for themselves."""
    quoting = ["s1 p1", "s2 p1", "s3 p1 ann supports", "s3 p2 bob supports"]
    found = loaded(WORLD, [{"from": "a", "type": "alliance", "to": "b", "evidence": quoting}])
    assert [len(row.backing.groups) for row in view(found).relations()] == [1]
    assert [len(row.backing.groups) for row in view(found, {"without": "s3"}).relations()] == [2]


@given(mostly_support | wavering)
def test_the_latest_dated_word_of_a_voice_is_among_its_positions(evidence) -> None:
    row, _ = seen(evidence)
    for voice in row.place.now:
        dated = [i for i in row.items if i.says == voice and i.stance in FOR | AGAINST and i.time.said]
        if dated:
            last = max(i.time.said.first for i in dated if i.time.said)
            latest = [i for i in dated if i.time.said and i.time.said.first == last]
            assert row.place.now[voice] & {item.stance for item in latest}


# -- parties and stakes


@given(
    data_sets(undated=True, most=3).flatmap(
        lambda f: st.tuples(st.just(f), lenses(f, "known-by", "without", "on", "says"))
    )
)
def test_who_is_a_party_and_has_a_stake_is_what_the_rules_say_read_slowly(drawn) -> None:
    files, options = drawn
    dataset = read(files).dataset
    asked = read_lens(options, dataset)
    looked = MemoryView(dataset, asked)
    # Read from what known-by and without leave; whose eyes one looks through, and which day is asked, is all one.
    record = MemoryView(dataset, PLAIN._replace(known_by=asked.known_by, without=asked.without)).relations()
    for row in looked.relations():
        for item in row.items:
            party = is_party(item, row.relation, record, dataset)
            assert looked.sight.belonging.party(row.relation, item) == party, (row.relation.id, item)
            stakes = {one.id for one in looked.sight.belonging.stake(row.relation, item)}
            assert stakes == stake(item, row.relation, record, dataset)
        expected = rule(
            row.items,
            dataset,
            lambda item, row=row: is_party(item, row.relation, record, dataset),
            lambda item, row=row: bool(stake(item, row.relation, record, dataset)),
        )
        assert row.standing == expected


@given(data_sets())
def test_whether_a_row_of_belonging_is_firm_depends_on_no_other_row(files: Files) -> None:
    found = read(files).dataset
    whole_ = MemoryView(found, PLAIN)
    for number, row in enumerate(whole_.relations()):
        if found.type_of(row.relation).family == "belongs":
            alone = {**files, "relations.yaml": {"relations": [files["relations.yaml"]["relations"][number]]}}
            (only,) = MemoryView(read(alone).dataset, PLAIN).relations()
            assert only.firm == row.firm
