"""Laws of looking through a lens, hunted on drawn data sets and lenses typed as on a command line."""

import re
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.dataset import Dataset
from actorgraph.lens import PLAIN, Lens, days
from actorgraph.page import Page
from actorgraph.period import as_date, read_interval
from actorgraph.presenters.plain import present
from actorgraph.questions import listing, show, show_page
from actorgraph.sight import Seen
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from generated import Files, data_sets, last_day, lenses, listed, read, short
from worlds import loaded, view

EVIDENCE = ("known-by", "says", "source", "without")
LIVE = ("certainly", "possibly")


def answers(view_: MemoryView) -> list[Any]:
    """All that a question can learn of each relation, in order."""
    return [(row._replace(backing=None), row.backing.groups) for row in view_.relations()] + [
        (row.relation.id, row.reason) for row in view_.hidden()
    ]


def kept(view_: MemoryView) -> set[tuple[str, str]]:
    """Each place of evidence that is left, by relation."""
    return {
        (row.relation.id, f"{item.where}{at}")
        for row in view_.relations()
        for item in row.items
        for at in item.at or ("",)
    }


def bare(lens: Lens) -> Lens:
    """The lens without the words that its days were asked in; all empty ones are one."""
    worded = [one and one._replace(text="") for one in (lens.days, lens.throughout)]
    return Lens(empty=True) if lens.empty else lens._replace(days=worded[0], throughout=worded[1])


@st.composite
def asked(
    draw: st.DrawFn, number: int = 1, *options: str, undated: bool = False
) -> tuple[Dataset, list[Lens]]:
    files = draw(data_sets(undated))
    dataset = read(files).dataset
    return dataset, [read_lens(draw(lenses(files, *options)), dataset) for _ in range(number)]


@given(asked(undated=True))
def test_a_lens_twice_is_a_lens_once_and_what_it_shows_and_hides_is_all_there_is(drawn) -> None:
    dataset, (lens,) = drawn
    assert lens.merged(lens) == lens
    assert PLAIN.merged(lens) == lens.merged(PLAIN) == lens
    looked = MemoryView(dataset, lens)
    seen, hidden = (
        [row.relation.id for row in looked.relations()],
        [row.relation.id for row in looked.hidden()],
    )
    order = [row.id for row in dataset.relations]
    assert sorted(seen + hidden) == sorted(order)
    assert seen == sorted(seen, key=order.index)
    plain = MemoryView(dataset, PLAIN)
    assert [row.relation for row in plain.relations()] == list(dataset.relations)
    assert read_lens({}, dataset) == PLAIN


@given(asked(3, undated=True))
def test_lenses_merge_in_any_order(drawn) -> None:
    dataset, (one, other, third) = drawn
    merged = one.merged(other)
    assert merged == other.merged(one)
    assert merged.merged(one) == merged or merged.empty
    assert bare(merged.merged(third)) == bare(one.merged(other.merged(third)))
    assert answers(MemoryView(dataset, merged)) == answers(MemoryView(dataset, other.merged(one)))


@given(asked(2, *EVIDENCE, undated=True))
def test_a_merged_lens_leaves_the_evidence_that_both_leave(drawn) -> None:
    dataset, (one, other) = drawn
    merged = one.merged(other)
    both = kept(MemoryView(dataset, one)) & kept(MemoryView(dataset, other))
    assert kept(MemoryView(dataset, merged)) == both
    if merged.empty:
        assert not both
        assert {row.reason for row in MemoryView(dataset, merged).hidden()} == {"empty-lens"}
    named = [(one.says, other.says), (one.source, other.source)]
    assert merged.empty == any(a is not None and b is not None and not a & b for a, b in named)


@given(asked(2, "type", "family", "sign"))
def test_a_merged_lens_hides_a_row_that_either_hides_and_no_other(drawn) -> None:
    dataset, (one, other) = drawn
    seen = [{row.relation.id for row in MemoryView(dataset, lens).relations()} for lens in (one, other)]
    merged = one.merged(other)
    assert {row.relation.id for row in MemoryView(dataset, merged).relations()} == seen[0] & seen[1]


day_words = st.builds(
    lambda day, size: date.fromordinal(day).isoformat()[:size],
    st.integers(730000, 731500),
    st.sampled_from([4, 7, 10]),
)
day_spans = day_words | st.builds("{}/{}".format, day_words, day_words) | day_words.map("{}/".format)
asked_days = (
    day_spans.map(lambda text: read_interval(text, "during"))
    .filter(lambda found: hasattr(found, "start"))
    .map(days)
)


@given(day_words, day_words)
def test_known_by_two_dates_is_known_by_the_earlier_last_day(one, other) -> None:
    lenses_ = [Lens(known_by=as_date(text)) for text in (one, other)]
    merged = lenses_[0].merged(lenses_[1])
    assert merged == lenses_[1].merged(lenses_[0])
    assert last_day(merged.known_by.text) == min(last_day(one), last_day(other))


@given(asked_days, asked_days)
def test_days_asked_together_are_the_shared_days_and_throughout_is_the_span_of_both(one, other) -> None:
    both = Lens(days=one, throughout=one).merged(Lens(days=other, throughout=other))
    first, last = max(one.first, other.first), min(one.last, other.last)
    assert both.empty == (first > last)
    assert both.throughout is not None
    assert (both.throughout.first, both.throughout.last) == (
        min(one.first, other.first),
        max(one.last, other.last),
    )
    for found in [both.throughout] if both.empty else [both.throughout, both.days]:
        assert found is not None
        assert days(read_interval(found.text, "during")) == found, "its words mean the same days"
    if not both.empty:
        assert (both.days.first, both.days.last) == (first, last)


@st.composite
def periods(draw: st.DrawFn) -> tuple[Dataset, Lens, int, int]:
    """A lens, and a short period near a date at which some answer turns."""
    dataset, (lens,) = draw(asked(1, *EVIDENCE))
    seen = [row.spell for row in MemoryView(dataset, lens).relations()]
    turns = [day for spell in seen for day in (*spell.days, *(spell.sure or ())) if 700000 < day < 760000]
    first = draw(st.sampled_from(sorted({*turns, 722815}))) + draw(st.integers(-12, 3))
    return dataset, lens, first, first + draw(st.integers(0, 14))


@given(periods())
def test_the_possible_ties_of_all_days_unite_to_those_of_the_period(drawn) -> None:
    dataset, lens, first, last = drawn
    text = f"{date.fromordinal(first)}/{date.fromordinal(last)}"
    period = MemoryView(dataset, lens.merged(read_lens({"during": [text]}, dataset)))
    each = [
        MemoryView(
            dataset, lens.merged(read_lens({"on": [date.fromordinal(day).isoformat()]}, dataset))
        ).relations()
        for day in range(first, last + 1)
    ]
    possible = {row.relation.id for rows in each for row in rows if row.answer in LIVE}
    assert possible == {row.relation.id for row in period.relations() if row.answer in LIVE}
    certain = {row.relation.id for rows in each for row in rows if row.answer == "certainly"}
    assert certain <= {row.relation.id for row in period.relations() if row.answer == "certainly"}


def test_certain_in_a_period_may_be_certain_on_no_day_of_it() -> None:
    world = {"actors": {"a": {}, "b": {}}, "sources": {"m": {"author": "mir", "published": "2021"}}}
    found = loaded(world, [{"from": "a", "type": "attack", "to": "b", "when": "2015-02", "evidence": "m"}])
    (row,) = view(found, {"during": "2015-02"}).relations()
    assert row.answer == "certainly"
    each = [view(found, {"on": f"2015-02-{day:02d}"}).relations()[0].answer for day in range(1, 29)]
    assert set(each) == {"possibly"}


@given(
    data_sets(undated=True).flatmap(
        lambda f: st.tuples(st.just(f), lenses(f, "known-by", "source", "without"))
    )
)
def test_a_row_through_a_lens_is_the_row_without_those_items(drawn) -> None:
    files, options = drawn
    whole = read(files).dataset
    looked = MemoryView(whole, read_lens(options, whole))
    rows = []
    for row, relation in zip(files["relations.yaml"]["relations"], whole.relations, strict=True):
        left = [
            one for item in listed(row.get("evidence")) if (one := pruned(item, options, files)) is not None
        ]
        if left or not (row.get("evidence") or set(options) & {"known-by", "source"}):
            rows.append({**row, "evidence": left, "id": relation.id})
    cut = MemoryView(read({**files, "relations.yaml": {"relations": rows}}).dataset, PLAIN)
    told = [[reading(row) for row in found.relations()] for found in (looked, cut)]
    assert told[0] == told[1]


def reading(row: Seen) -> Any:
    """A relation as seen, without the lines in which it stands."""
    place, backing = row.place, row.backing
    items = [(item.source, item.at, item.says, item.stance, item.time) for item in row.items]
    supports = (backing.voices, backing.sources, len(backing.groups))
    return row.relation.id, items, place.now, place.earlier, supports, row.standing, row.spell


def pruned(item: Any, options: dict[str, list[str]], files: Files) -> Any:
    """The item as the lens leaves it, from what is typed; None where nothing is left."""
    source, at, says, stance = short(item)
    document = files["sources.yaml"]["sources"][source]
    if says == "author":
        says = document.get("author") or document.get("publisher")
    out = document.get("published")
    if "known-by" in options and (not out or last_day(out) > last_day(options["known-by"][0])):
        return None
    if "says" in options and says not in options["says"]:
        return None
    if "source" in options and source not in options["source"]:
        return None
    without = options.get("without", [])
    left = [place for place in at.split("+") if f"{source}:{place}" not in without]
    if source in without or says in without or not left:
        return None
    base = item if isinstance(item, dict) else {"source": source, "says": says, "stance": stance}
    return {**base, **({"at": "+".join(left)} if at else {})}


# -- nothing is shown that no surviving evidence bears


@st.composite
def eyes(draw: st.DrawFn) -> tuple[Files, dict[str, list[str]]]:
    files = draw(data_sets())
    searched = {"sources": sorted(files["sources.yaml"]["sources"]), "actors": "all", "period": "1931/2021"}
    files["dataset.yaml"]["coverage"] = searched
    options = draw(lenses(files, "known-by", "says"))
    return files, options | draw(lenses(files, "on", "during", "standing"))


@given(eyes())
def test_no_page_known_by_or_as_said_shows_what_no_surviving_evidence_bears(drawn) -> None:
    files, options = drawn
    dataset = read(files).dataset
    looked = MemoryView(dataset, read_lens(options, dataset))
    dates, voices, places, gists = borne(files, options)
    strangers = {row["name"] for id_, row in files["sources.yaml"]["voices"].items() if id_ not in voices}
    strangers |= {name for name in ("quill", "scribe") if name not in voices}
    for text in pages(looked):
        shown = text.split("NEXT")[0]  # the examples of what to ask next name a year of their own
        assert set(re.findall(r"(?<![\w-])\d{4}(?:-\d\d){0,2}(?![\w-])", shown)) <= dates, shown
        assert set(re.findall(r"\bp\d+\b", shown)) <= places, shown
        assert set(re.findall(r"\bgist\d+\b", shown)) <= gists, shown
        assert not [name for name in strangers if re.search(rf"\b{name}\b", shown)], shown


def pages(looked: MemoryView) -> list[str]:
    """The page of each actor, and the lists, as a pipe gets them."""
    found: list[Page] = [show_page.page(show.ask(looked, actor), looked) for actor in looked.dataset.actors]
    found += [listing.page(listing.ask(looked, what), looked) for what in ("actors", "relations", "voices")]
    return [present(page, 120) for page in found]


def borne(files: Files, options: dict[str, list[str]]) -> tuple[set[str], set[str], set[str], set[str]]:
    """Dates, voices, places and gists of what the lens leaves; with the lens' own, and the bounds of actors."""
    dates = {part for words in options.values() for word in words for part in word.split("/")}
    voices, places, gists = set(options.get("says", [])), set(), set()
    actors = files["actors.yaml"]["actors"].values()
    dates |= {part for actor in actors for part in actor.get("existed", "").split("/")}
    traits = [one for actor in actors for key in ("traits", "aliases") for one in actor.get(key, [])]
    for row in [*files["relations.yaml"]["relations"], *traits]:
        for item in listed(row.get("evidence")):
            left = pruned(item, options, files)
            if left is None:
                continue
            document = files["sources.yaml"]["sources"][left["source"]]
            own = left if any(key in left for key in ("when", "as-of", "gone-by")) else row
            times = [own.get(key, "") for key in ("when", "as-of", "gone-by")] + [left.get("said", "")]
            dates |= {part.rstrip("~?%") for time in times for part in time.split("/")}
            dates |= {document["published"], document["published"][:4]}
            voices |= {
                left.get("says", ""),
                left.get("via", ""),
                document.get("author"),
                document.get("publisher"),
            }
            places |= set(left.get("at", "").split("+"))
            gists |= {left.get("gist", "")}
    return dates, voices, places, gists


def test_an_assessment_is_hidden_from_who_could_not_know_it_and_from_who_looks_through_other_eyes() -> None:
    world = {
        "actors": {"a": {}, "b": {}, "un": {}},
        "sources": {"m": {"author": "mir", "published": "2015"}},
    }
    judged = {"confidence": "low", "by": "desk", "on": "2017-05"}
    row = {
        "from": "a",
        "type": "attack",
        "to": "b",
        "evidence": ["m", "m p1 un supports"],
        "assessment": judged,
    }
    found = loaded(world, [row])

    def assessed(**lens: str) -> bool:
        return view(found, lens).relations()[0].assessment is not None

    assert assessed()
    assert assessed(**{"known-by": "2017"})
    assert not assessed(**{"known-by": "2017-04"})
    assert not assessed(says="un")
