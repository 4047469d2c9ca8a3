"""The terms of others stand where the vocabulary says, each with a source, and the page is made of them."""

import crosswalk as page
from actorgraph.vocabulary import shipped
from actorgraph.vocabulary.crosswalk import HOW, crosswalk


def test_the_page_is_as_the_vocabulary_has_it() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "make docs"


def test_each_term_is_of_a_type_and_a_set_and_says_how_it_stands_and_where() -> None:
    found = crosswalk()
    assert found.terms.keys() <= shipped().types.keys()
    for type_, terms in found.terms.items():
        assert terms.keys() <= found.sets.keys(), type_
        assert all(one.how in HOW and one.term and one.at for one in terms.values()), type_


def test_each_set_names_its_source_and_how_much_of_it_was_read() -> None:
    for one in crosswalk().sets.values():
        assert one.title and one.publisher and one.checked
