"""`disputes`, `hinges` and `diff` between two voices tell of one disagreement alike, on shipped data and on drawn ones."""

from collections.abc import Iterable
from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.questions import diff_voices, disputes, hinges
from actorgraph.questions.degrees import can_meet
from actorgraph.questions.statements import ASIDE
from actorgraph.standing import AGAINST, FOR
from actorgraph.view.cited import evidence
from actorgraph.view.dropping import names
from actorgraph.view.memory import MemoryView
from generated import Files, data_sets, read
from worlds import loaded, shipped, view

Sides = dict[str, dict[str, str]]


def sides(view: MemoryView) -> Sides:
    """Of each proposition that `disputes` sets apart, on which side each of its voices stands."""
    found: Sides = {}
    for question in disputes.ask(view).questions:
        for prop in question.propositions:
            spoken: dict[str, set[str]] = {}
            for word in prop.words:
                if not word.overtaken:
                    spoken.setdefault(word.item.says, set()).add(word.item.stance)
            found[prop.seen.relation.id] = {voice: side(held) for voice, held in spoken.items()}
    return found


def side(held: set[str]) -> str:
    if held & FOR and held & AGAINST:
        return "both"
    return "for" if held & FOR else "against" if held & AGAINST else "neither"


def speaking(view: MemoryView) -> list[str]:
    return sorted({item.says for item in evidence(view.dataset)})


def against_each_other(view: MemoryView, one: str, other: str) -> set[str]:
    """The ties that `diff --says ONE --says OTHER` puts under that heading."""
    told = diff_voices.ask(view, one, other).told
    return {row.id for row in told if row.row == "tie" and row.kind == "against each other"}


def they_agree_on_who_is_against_whom(view: MemoryView) -> int:
    """A tie that two voices hold against each other is a block of `disputes` with both on other sides; and back."""
    blocks, found = sides(view), 0
    for one, other in combinations(speaking(view), 2):
        parted = {
            tie for tie, held in blocks.items() if {held.get(one), held.get(other)} == {"for", "against"}
        }
        assert against_each_other(view, one, other) == parted, (one, other)
        found += len(parted)
    return found


def vanished(view: MemoryView, name: str) -> set[str]:
    """The disputed ties that are no longer disputed when the question is asked without it."""
    then = MemoryView(view.dataset, view.lens._replace(without=view.lens.without | {name}))
    return aside(view) - aside(then)


def aside(view: MemoryView) -> set[str]:
    rows = (prop.seen for one in disputes.ask(view).questions for prop in one.propositions)
    return {row.relation.id for row in rows if row.standing in ASIDE}


def hinge(answer: hinges.Hinges, name: str) -> set[str]:
    """The ties that `hinges` tells, for that name, to fall or to leave the standings of a dispute."""
    return {
        of
        for without, _, change, of, before, after in answer.rows()
        if without == name and change in ("falls", "standing") and before in ASIDE and after not in ASIDE
    }


def they_agree_on_what_a_dispute_hangs_on(view: MemoryView, cited: Iterable[str]) -> int:
    answer, found = hinges.ask(view), 0
    for name in cited:
        gone = vanished(view, name)
        assert hinge(answer, name) == gone, name
        found += len(gone)
    return found


def cited(view: MemoryView) -> list[str]:
    return [*dict.fromkeys(name for item in evidence(view.dataset) for name in names(item))]


def test_on_the_shipped_data_they_agree_on_who_is_against_whom() -> None:
    assert they_agree_on_who_is_against_whom(shipped()) == 2


def test_on_the_shipped_data_a_dispute_that_goes_with_a_voice_a_paragraph_or_the_source_is_a_hinge() -> None:
    asked = shipped()
    assert they_agree_on_what_a_dispute_hangs_on(asked, cited(asked)) > 20


def test_what_one_side_of_the_article_hangs_on_is_told_by_name() -> None:
    """Without the US government nobody is left who does not support the allegation of joint attacks."""
    answer = hinges.ask(shipped())
    assert "haqqani-network.collaboration.is-k" in hinge(answer, "us-government")


@given(data_sets())
@settings(max_examples=60)
def test_on_drawn_data_they_agree_on_who_is_against_whom(files: Files) -> None:
    they_agree_on_who_is_against_whom(view(read(files)))


@given(data_sets(most=4))
@settings(max_examples=30)
def test_on_drawn_data_they_agree_on_what_a_dispute_hangs_on(files: Files) -> None:
    asked = view(read(files))
    items = [item for row in asked.relations() for item in row.items]
    they_agree_on_what_a_dispute_hangs_on(
        asked, dict.fromkeys(name for item in items for name in names(item))
    )


WORLD = {
    "actors": {"red": {"name": "Red"}, "blue": {"name": "Blue"}},
    "voices": {name: {"name": name.title(), "kind": "official"} for name in ("envoy", "clerk", "guard")},
    "sources": {"s": {"title": "S", "author": "ann", "published": "2020-06"}},
}


@st.composite
def of_two(draw: st.DrawFn) -> MemoryView:
    """Ties of both signs on one pair, lasting ones and deeds, dated or not, each held or denied by some voice."""
    rows = []
    for number in range(draw(st.integers(2, 4))):
        said = draw(
            st.lists(st.sampled_from(["envoy", "clerk", "guard"]), min_size=1, max_size=2, unique=True)
        )
        stances = ["supports", "supports", "suggests", "disputes"]
        items = [f"s p{number}{at} {voice} {draw(st.sampled_from(stances))}" for at, voice in enumerate(said)]
        ends = draw(st.permutations(["red", "blue"]))
        kind = draw(
            st.sampled_from(["enmity", "alliance", "sees-as-enemy", "support", "fighting", "cooperation"])
        )
        row = {"id": f"r{number}", "from": ends[0], "type": kind, "to": ends[1], "evidence": items}
        when = draw(st.sampled_from(["", "", "2001/2003", "2010/"]))
        rows.append({**row, "scope": f"place {number}"} | ({"when": when} if when else {}))
    return view(loaded(WORLD, rows))


@given(of_two())
@settings(max_examples=150)
def test_what_hardly_goes_together_is_of_opposite_sign_to_the_two_who_hold_it(asked: MemoryView) -> None:
    """And what two hold of opposite sign is, to `disputes`, a clash, a part of a question, or can be so together."""
    answer = disputes.ask(asked)
    clashing = {frozenset(row.relation.id for row in clash.rows) for clash in answer.clashes}
    lasting = ("enmity", "alliance", "sees-as-enemy")
    rows = {row.relation.id: row for row in asked.relations()}
    for one, other in permutations(speaking(asked), 2):
        told = diff_voices.ask(asked, one, other)
        pairs = [pair for pair in told.pairs if pair.kind == "opposite signs"]
        ids = {(a.id, b.id) for pair in pairs for a in pair.first for b in pair.second}
        for first, second in permutations(rows.values(), 2):
            both = frozenset((first.relation.id, second.relation.id))
            held = (
                first.place.now.get(one, frozenset()) & FOR and second.place.now.get(other, frozenset()) & FOR
            )
            if both in clashing and held:
                assert (first.relation.id, second.relation.id) in ids
        for mine, theirs in ids:
            here = [rows[mine], rows[theirs]]
            signs = {asked.dataset.type_of(row.relation).sign for row in here}
            plain = all(row.relation.type in lasting and row.firm for row in here) and can_meet(*here)
            if plain and len(signs) == 2:
                assert frozenset((mine, theirs)) in clashing
