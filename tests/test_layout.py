"""Where lines break, whatever is asked to be printed."""

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.page import Column, Paragraph, Row, Table, text
from actorgraph.presenters.plain import present
from actorgraph.text import width


def in_a_column(words: str, cells: int) -> list[str]:
    table = Table((), (Column(width=cells), Column(width=0)), (Row((text(words), text("|"))),))
    return [line[:cells].rstrip() for line in present((table,)).splitlines()]


def test_lines_break_at_blanks_and_runs_of_blanks_are_one() -> None:
    assert in_a_column("one two  three four", 9) == ["one two", "three", "four"]


def test_a_word_is_cut_only_where_it_fills_a_line_alone() -> None:
    assert in_a_column("ab cdefghij kl", 4) == ["ab", "cdef", "ghij", "kl"]


def test_a_wide_character_is_printed_even_where_it_does_not_fit() -> None:
    table = Table((), (Column(width=1), Column(width=0)), (Row((text("日本"), text("|"))),))
    assert "".join(present((table,)).split()).replace("|", "") == "日本"


@given(st.text(max_size=200))
def test_no_line_of_a_paragraph_is_wider_than_the_page(words: str) -> None:
    assert all(width(line) <= 60 for line in present((Paragraph(text(words), 2, 4),), 60).splitlines())
