"""Two actors become one, a tie ends, a segment gets a life of its own: nothing is lost, nothing is joined unasked."""

from pathlib import Path

import pytest

from actorgraph.errors import Fault
from actorgraph.record.draft import Draft, Refused
from actorgraph.record.promoting import promote
from actorgraph.record.retiring import item, retire
from actorgraph.record.uniting import merge

FILES = {
    "dataset.yaml": "format: 1\ntitle: Small\ncoverage: {actors: [one, other], sources: [s1]}\n",
    "actors.yaml": """\
actors:
  one:
    name: The One
    kind: faction
    note: >-
      kept
  third: {name: Third, kind: faction}
  # about the other
  other:
    name: Other   # as it calls itself
    kind: faction
    aliases:
      - {name: Alias, evidence: s1 p1}   # rarely
      - the one
    existed: 1990/
    place: [Here]
    ids: {wikidata: Q1}
    traits:
      - {trait: goal, is: peace, evidence: s1 p2}
    note: doubtful
  wing: {name: Wing, kind: segment, of: other}   # a wing
  last: {name: Last, kind: faction}
""",
    "sources.yaml": """\
sources:
  s1: {title: One, author: press, published: 2010}
  s2: {title: Two, author: herald, published: 2012}
voices:
  press: {name: the press, kind: unnamed}
  herald: {name: The Herald, kind: media}
  news: {name: news, kind: media, note: often}
""",
    "relations.yaml": """\
relations:
  - {from: one, type: support, to: third, when: 2001/, evidence: s1 p1}
  # the same?
  - from: other
    type: support
    to: third
    when: 2002/
    note: said twice
    evidence: [s2 p4 one supports, {source: s2, at: p5, as-of: 2003}]   # two
  - {from: third, type: distrust, to: last, against: [one, other], see: other.support.third, evidence: s1 p6}
  - {from: wing, type: enmity, to: last, evidence: s2 p7 news supports}
""",
    "events.yaml": "events:\n  talks: {name: Talks, who: {party: [one, other, third]}}\n",
}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return opened(tmp_path)


def opened(folder: Path, **changes: tuple[str, str]) -> Draft:
    for name, text in FILES.items():
        old, new = changes.get(name.removesuffix(".yaml"), ("", ""))
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1) if old else text)
    return Draft(str(folder))


def told(draft: Draft) -> str:
    draft.check()
    return "\n".join(data.decode() for data in draft.after.values())


def test_rows_that_become_one_are_listed_and_refused(draft: Draft) -> None:
    with pytest.raises(Fault, match="Nothing was changed") as refused:
        merge(draft, "one", "other")
    [line] = refused.value.hints
    assert "relations.yaml:2 and relations.yaml:4 become one relation, one.support.third" in line
    assert "--join" in line
    assert not draft.changed


def test_what_was_said_of_the_one_is_said_of_the_other(draft: Draft) -> None:
    merge(draft, "one", "other", join=True)
    after = draft.after["actors.yaml"].decode()
    assert told(draft).count("other") == 2, "in a remark and in the note"
    assert (
        """\
    name: The One
    aliases:
      - Other
      - {name: Alias, evidence: s1 p1}
    kind: faction
    existed: 1990/
    place: [Here]
    ids: {wikidata: Q1}
    traits:
      - {trait: goal, is: peace, evidence: s1 p2}
    note: >-
      kept
      other (Other) was merged into this. Its note: doubtful
    # as it calls itself
    # rarely
  third:"""
        in after
    )
    assert "  # about the other\n  wing: {name: Wing, kind: segment, of: one}   # a wing\n" in after
    assert "who: {party: [one, third]}" in draft.after["events.yaml"].decode()
    assert "coverage: {actors: [one], sources" in draft.after["dataset.yaml"].decode()


def test_joined_rows_keep_every_item_with_the_time_it_had(draft: Draft) -> None:
    merge(draft, "one", "other", join=True)
    after = draft.after["relations.yaml"].decode()
    assert (
        "evidence: [s1 p1, {source: s2, at: p4, says: one, stance: supports, when: 2002/},"
        " {source: s2, at: p5, as-of: 2003}], note: said twice}\n    # two\n  # the same?\n" in after
    )
    assert "against: [one], see: one.support.third" in after


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"relations": ("to: last, evidence: s2", "to: last, against: other, evidence: s2")}, None),
        ({"relations": ("from: wing, type: enmity, to: last", "from: one, type: enmity, to: other")}, "tie between"),
        ({"relations": ("from: wing, type: enmity, to: last", "from: one, type: enmity, to: last, against: other")},
         "against"),
        ({"relations": ("note: said twice", "scope: in towns")}, "differ in `scope`"),
        ({"relations": ("    when: 2002/\n", "")}, "put them into its items"),
        ({"actors": ("is: peace,", "is: peace, toward: one,")}, "toward one"),
    ],
)  # fmt: skip
def test_what_stands_against_it_is_named_with_what_to_do(
    tmp_path: Path, changes: dict[str, tuple[str, str]], hint: str | None
) -> None:
    draft = opened(tmp_path, **changes)
    if hint is None:
        merge(draft, "one", "other", join=True)
        return
    with pytest.raises(Fault) as refused:
        merge(draft, "one", "other", join=True)
    assert hint in "\n".join(refused.value.hints)


def test_fields_in_which_they_differ_are_refused_or_noted(tmp_path: Path) -> None:
    draft = opened(tmp_path, actors=("kind: faction\n    note", "kind: party\n    existed: 1980/\n    note"))
    with pytest.raises(Fault) as refused:
        merge(draft, "one", "other")
    assert "`kind` party, and `kind` faction" in refused.value.hints[0]
    assert "`existed` 1980/, and `existed` 1990/" in refused.value.hints[1]
    merge(draft, "one", "other", join=True)
    assert "It had `kind` faction, `existed` 1990/." in told(draft)


def test_voices_merge_too(draft: Draft) -> None:
    merge(draft, "herald", "news")
    assert "herald: {name: The Herald, kind: media, note: 'news (news) was" in told(draft)
    assert "s2 p7 herald supports" in told(draft)


def test_a_tie_gets_an_end_with_its_evidence(draft: Draft) -> None:
    retire(draft, "one.support.third", {"gist": "broke off", **item("s2 p9"), "says": "author", "gone-by": "2011"})
    assert "evidence: [s1 p1, {source: s2, at: p9, gone-by: 2011, gist: broke off}]}" in told(draft)


@pytest.mark.parametrize(
    ("time", "name"), [({"gone-by": "2020"}, "after-publication"), ({"when": "/1999"}, "two-rows")]
)
def test_an_end_that_can_t_be_is_refused(draft: Draft, time: dict[str, str], name: str) -> None:
    retire(draft, "one.support.third", {**item("s2 p9"), "says": "author", **time})
    with pytest.raises(Refused) as refused:
        draft.check()
    assert [one.name for one in refused.value.problems] == [name]


def test_an_end_is_not_set_beside_dates_that_would_cease_to_count(tmp_path: Path) -> None:
    draft = opened(tmp_path, relations=("when: 2001/, evidence: s1 p1", "when: 2001/"))
    with pytest.raises(Fault, match="Give it evidence first"):
        retire(draft, "one.support.third", {**item("s2 p9"), "gone-by": "2011"})
    with pytest.raises(Fault, match=r"one\.support\.third"):
        retire(draft, "one.suport.third", {**item("s2 p9"), "gone-by": "2011"})


def test_a_segment_becomes_an_actor_with_a_sourced_tie_to_its_whole(draft: Draft) -> None:
    assert promote(draft, "wing", "party", "s1 p3").relation == "wing.part-of.other"
    assert "  wing: {name: Wing, kind: party}   # a wing\n" in told(draft)
    assert "  - {from: wing, type: part-of, to: other, evidence: s1 p3}\n" in told(draft)


def test_only_a_segment_is_promoted(draft: Draft) -> None:
    with pytest.raises(Fault, match="no segment"):
        promote(draft, "one")
    with pytest.raises(Fault, match="Nearest: wing"):
        promote(draft, "wings")
    with pytest.raises(Fault, match="No kind"):
        promote(draft, "wing", "wingg")
