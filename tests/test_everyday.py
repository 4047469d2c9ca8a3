"""Everyday words lead to words of the vocabulary, and never take their place."""

import pytest

from actorgraph.vocabulary import shipped
from actorgraph.vocabulary.everyday import nearest, table


def test_every_everyday_word_means_words_of_the_vocabulary_and_is_none_itself() -> None:
    vocabulary = shipped()
    groups = ({*group} for group in vocabulary.words.values())
    for known in (
        {*vocabulary.types, *vocabulary.inverses},
        {*vocabulary.kinds},
        {*vocabulary.words["stances"]},
    ):
        for word, meant in table().items():
            assert word not in known or not known & {*meant.split("\t")}, word
    all_words = set(vocabulary.types).union(vocabulary.inverses, vocabulary.kinds, *groups)
    for word, meant in table().items():
        assert {*meant.split("\t")} <= all_words, word


@pytest.mark.parametrize(
    ("word", "found"),
    [("Rebel group", ["armed-group"]), ("militia", ["armed-group"]), ("armed-gruop", ["armed-group"])],
)
def test_meaning_goes_before_letters(word: str, found: list[str]) -> None:
    assert nearest(word, shipped().kinds) == found


def test_a_word_is_told_only_where_it_may_stand() -> None:
    assert nearest("army", shipped().types) == []
