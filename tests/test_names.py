"""Which actor a name stands for, and what is said where it might be two or none."""

import pytest

from actorgraph.errors import Fault
from actorgraph.view.names import resolve
from worlds import loaded

ACTORS = {
    "greens": {"name": "Greens", "kind": "armed-group", "aliases": ["Green Movement of the North"]},
    "greens-base": {"name": "the Greens' base", "kind": "segment", "of": "greens"},
    "orkani-network": {"name": "Orkani Network", "kind": "faction"},
    "orkani-seniors": {"name": "seniors of the Orkani Network", "kind": "segment", "of": "orkani-network"},
    "bole": {"name": "Bole", "kind": "armed-group"},
    "bole-sector": {"name": "security sector of Bole", "kind": "segment", "of": "bole"},
    "boles-friends": {"name": "Boles and friends", "kind": "segment", "of": "bole"},
    "ada-stone": {"name": "Ada Stone", "kind": "person"},
    "abu-omar": {"name": "Abu Omar al-Hakim", "kind": "person"},
    "old-south": {"name": "former Afghan government", "kind": "government"},
    "west": {"name": "Western government", "kind": "government"},
    "four-accused": {"name": "four accused, Ostlandia, 2020", "kind": "community"},
    "free-nations": {"name": "Free Nations", "kind": "alliance"},
    "fn-leader": {"name": "an FN leader, unnamed", "kind": "segment", "of": "free-nations"},
    "fn-base": {"name": "FN base", "kind": "segment", "of": "free-nations"},
    "ostlander-police": {"name": "Ostlander police", "kind": "office"},
}
FOUND = loaded({"actors": ACTORS, "sources": {"ann": {"author": "Ann", "published": "2021"}}}, []).dataset


def found(name: str) -> str | Fault:
    answer = resolve(name, FOUND)
    return answer if isinstance(answer, Fault) else answer.id


@pytest.mark.parametrize(
    ("asked", "actor"),
    [
        ("the Greens", "greens"),
        ("A Greens", "greens"),
        ("THE GREENS", "greens"),
        ("the Greens' base", "greens-base"),
        ("greens' base", "greens-base"),
        ("Ork", None),
        ("Orkani N", "orkani-network"),
        ("Stone", "ada-stone"),
        ("al-Hakim", "abu-omar"),
        ("Hakim", "abu-omar"),
        ("Omar al Hakim", "abu-omar"),
        ("North", "greens"),
        ("security sector", "bole-sector"),
        ("Omar", "abu-omar"),
        ("FN", "free-nations"),
        ("ON", "orkani-network"),
    ],
)
def test_a_name_finds_its_actor(asked: str, actor: str | None) -> None:
    answer = found(asked)
    assert isinstance(answer, Fault) if actor is None else answer == actor


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Boles", ["bole", "boles-friends"]),
        ("Orkanis", ["orkani-network", "orkani-seniors"]),
        ("government", ["old-south", "west"]),
        ("Ostlandia", ["ostlander-police", "four-accused"]),
    ],
)
def test_what_may_be_two_actors_is_asked_back(asked: str, meant: list[str]) -> None:
    fault = found(asked)
    assert isinstance(fault, Fault), fault
    assert f'"{asked}" may stand for' in str(fault)
    assert {hint.split()[0] for hint in fault.hints} >= set(meant)


def test_a_name_that_holds_all_the_words_is_offered_before_one_that_looks_alike() -> None:
    fault = found("Afghan government")
    assert isinstance(fault, Fault)
    assert "Nearest: former Afghan government." in str(fault)


def test_a_misspelt_name_with_its_article_is_still_near() -> None:
    assert "Nearest: Greens." in str(found("the Grenes"))


@pytest.mark.parametrize("asked", ["Orkanni", "Orkany", "the Orkanni"])
def test_a_misspelt_word_of_a_longer_name_is_near_it(asked: str) -> None:
    assert "Nearest: Orkani Network" in str(found(asked))


def test_initials_in_small_letters_are_offered_first() -> None:
    fault = found("fn")
    assert isinstance(fault, Fault)
    assert fault.hints[0].split()[0] == "free-nations"


def test_nothing_near_says_where_all_are_listed() -> None:
    assert "actorgraph list actors" in str(found("zzzz"))
    assert isinstance(found(""), Fault)
    assert isinstance(found("the"), Fault)
