"""The worked cases of the format: time, lens, standing, pairs, roll-up. One test a case."""

import datetime
import itertools
import os
from typing import Any

import pytest
import yaml

from actorgraph.lens import Lens, days
from actorgraph.loading import Loaded
from actorgraph.pair import counted, state
from actorgraph.period import FOREVER, NEVER, Refusal, read_date, read_interval
from actorgraph.problems import Problem
from actorgraph.sight import Hidden, Seen
from actorgraph.spell import disputed
from actorgraph.standing import assessed_none
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens
from worlds import SHARED, loaded, view

FOLDERS = [os.path.join(os.path.dirname(__file__), "conformance"), os.path.join(SHARED, "conformance")]


def cases(name: str) -> list[Any]:
    found = []
    for folder in FOLDERS:
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as file:
            book = yaml.load(file, yaml.BaseLoader)  # noqa: S506  # makes text of everything
        found += [pytest.param(book, case, id=case["id"]) for case in book["cases"]]
    if not os.path.exists(os.path.join(FOLDERS[1], name)):
        why = f"the format's own {name} is not beside the project (set ACTORGRAPH_SHARED to its folder)"
        found.append(pytest.param({}, {}, id="shared", marks=pytest.mark.skip(reason=why)))
    return found


def world_of(book: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    return {**book["world"], **case.get("world", {})}


def options(lens: dict[str, Any]) -> dict[str, list[str]]:
    return {key: value if isinstance(value, list) else [value] for key, value in lens.items()}


def told(problem: Problem) -> str:
    return " ".join([problem.what, *problem.advice, *problem.write, *problem.after])


def day(ordinal: int) -> str:
    return ".." if ordinal in (NEVER, FOREVER) else datetime.date.fromordinal(ordinal).isoformat()


@pytest.mark.parametrize(("book", "case"), cases("time.yaml"))
def test_time(book: dict[str, Any], case: dict[str, Any]) -> None:
    if "days" in case:
        found = read_date(case["date"])
        assert not isinstance(found, Refusal)
        assert f"{day(found.first)} {day(found.last)}" == case["days"]
    elif "field" in case:
        check_reading(book, case)
    else:
        check_relation(book, case)


@pytest.mark.parametrize(("book", "case"), cases("lens.yaml"))
def test_lens(book: dict[str, Any], case: dict[str, Any]) -> None:
    check_relation(book, case)


def check_reading(book: dict[str, Any], case: dict[str, Any]) -> None:
    value = case.get("refuse", case.get("hint"))
    world, row = world_of(book, case), {**book["row"], "evidence": "m"}
    if case["field"] == "published":
        world = {**world, "sources": {**world["sources"], "m": {"author": "mir", "published": value}}}
    else:
        row[case["field"]] = value
    problems = loaded(world, [row]).problems
    severity = "error" if "refuse" in case else "hint"
    messages = [told(problem) for problem in problems if problem.severity == severity]
    assert any(case["write"] in message for message in messages), problems


def check_relation(book: dict[str, Any], case: dict[str, Any]) -> None:
    expect = case["expect"]
    found = loaded(world_of(book, case), [{**book["row"], **case["relation"]}])
    if "problem" in expect:
        problem = next(p for p in found.problems if p.name == expect["problem"])
        for name in expect["names"]:
            assert name in told(problem), problem
        return
    assert found.dataset.relations, found.problems
    lenses = case.get("lens", {})
    for order in itertools.permutations(lenses if isinstance(lenses, list) else [lenses]):
        parts = [read_lens(options(part), found.dataset) for part in order]
        merged = Lens()
        for part in parts:
            merged = merged.merged(part).merged(part)
        check_seen(expect, MemoryView(found.dataset, merged))


def check_seen(expect: dict[str, Any], view_: MemoryView) -> None:
    relation = view_.dataset.relations[0]
    seen = view_.sight.see(relation)
    if isinstance(seen, Hidden):
        assert expect.get("hidden") == seen.reason
        assert expect.get("keeps", []) == []
        if expect.get("merged") == "empty":
            assert view_.lens.empty
        return
    for key, wanted in expect.items():
        assert answer(key, view_, seen) == normal(key, wanted), key


def normal(key: str, wanted: Any) -> Any:
    if key == "keeps":
        return [int(one) for one in wanted]
    return wanted


def answer(key: str, view_: MemoryView, seen: Seen) -> Any:
    asked, _, text = key.partition(" ")
    if asked in ("on", "during", "throughout"):
        interval = read_interval(text, "during")
        assert not isinstance(interval, Refusal)
        span = days(interval)
        ask = seen.spell.throughout if asked == "throughout" else seen.spell.on
        return ask(span.first, span.last)
    places = [item.where for item in seen.relation.evidence]
    return {
        "four": lambda: " ".join(day(one) for one in seen.spell.days),
        "words": lambda: seen.spell.words,
        "answer": lambda: seen.answer,
        "disputes": lambda: list(disputed([item.time for item in seen.place.timing])),
        "keeps": lambda: [places.index(item.where) + 1 for item in seen.items],
        "at": lambda: ["+".join(item.at) for item in seen.items],
        "merged": lambda: merged_words(view_.lens),
    }[key]()


def merged_words(lens: Lens) -> Any:
    if lens.empty:
        return "empty"
    words: dict[str, Any] = {}
    if lens.days:
        words["during" if "/" in lens.days.text else "on"] = lens.days.text
    if lens.known_by:
        words["known-by"] = lens.known_by.text
    if lens.says:
        words["says"] = sorted(lens.says)
    return words


@pytest.mark.parametrize(("book", "case"), cases("standing.yaml"))
def test_standing(book: dict[str, Any], case: dict[str, Any]) -> None:
    rows = [{**book["row"], **case["relation"]}]
    found = loaded(world_of(book, case), rows + book["world"]["relations"] + case.get("more", []))
    check_states(found, case, rows)


@pytest.mark.parametrize(("book", "case"), [*cases("pair.yaml"), *cases("rollup.yaml")])
def test_pair(book: dict[str, Any], case: dict[str, Any]) -> None:
    rows = [{**book["row"], **row} for row in case["rows"]]
    check_states(loaded(world_of(book, case), rows), case, rows)


def check_states(found: Loaded, case: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    view_ = view(found, case.get("lens"))
    sight = view_.sight
    relations = found.dataset.relations[: len(rows)]
    assert len(relations) == len(rows), found.problems
    looked = [sight.see(relation) for relation in relations]
    plain = MemoryView(found.dataset, view_.lens._replace(standing=None, type=None, sign=None, roll_up=False))
    pair = case.get("pair") or (list(relations[0].ends) if relations else ["a", "b"])
    between = [row for row in view_.relations(pair[0]) if pair[1] in (row.from_, row.to)]
    hidden = [row for row in view_.hidden(pair[0]) if pair[1] in row.relation.ends and row.reason != "loop"]
    for key, wanted in case["expect"].items():
        if key == "standing":
            assert (looked[0].standing if isinstance(looked[0], Seen) else "hidden") == wanted
        elif key == "standings":
            seen = [plain.sight.see(relation) for relation in relations]
            assert [row.standing for row in seen if isinstance(row, Seen)] == wanted
        elif key in ("state", "corner"):
            read = state(pair[0], pair[1], between, hidden, sight)
            assert (read.text if key == "state" else "yes" if read.corner else "no") == wanted
        elif key == "counted":
            assert ["yes" if isinstance(r, Seen) and counted(r, sight) else "no" for r in looked] == wanted
        elif key == "top":
            assert {name: sight.belonging.top(name, view_.lens.days) for name in wanted} == wanted
        elif key == "stays":
            asked = case["expect"]["top"]
            assert [n for n in asked if len(sight.belonging.wholes(n, view_.lens.days)) > 1] == wanted
        elif key == "dropped":
            loops = [row.relation.from_ for row in view_.hidden() if row.reason == "loop"]
            tops = [sight.belonging.top(name, view_.lens.days) for name in loops]
            assert str(sum(top in pair for top in tops)) == wanted
        else:
            seen_ = looked[0]
            assert isinstance(seen_, Seen)
            assert voices(key, seen_, view_, wanted) == wanted


def voices(key: str, seen: Seen, view_: MemoryView, wanted: Any) -> Any:
    place, sight = seen.place, view_.sight
    if key == "positions":
        return {voice: sorted(held) for voice, held in place.now.items()}
    if key == "earlier":
        return {voice: sorted(left) for voice, left in place.earlier.items()}
    if key == "two-minds":
        return list(place.two_minds)
    if key == "support":
        return str(len(seen.backing.groups))
    if key == "parties":
        return list(sight.parties(seen))
    if key == "none":
        denied = assessed_none(seen.items, lambda item: sight.impartial(seen, item))
        return "assessed" if denied else "unsettled"
    assert key == "stake"
    found: dict[str, list[str]] = {voice: [] for voice in wanted}
    for item in seen.items:
        if item.says in found:
            found[item.says] += [row.id for row in sight.belonging.stake(seen.relation, item)]
    return found
