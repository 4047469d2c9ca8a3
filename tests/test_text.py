"""Names fold, near names are found, widths count cells, and no text steers a terminal."""

import re
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from actorgraph.text import fold, near, paragraphs, safe, slug, width

# -- folding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "us"),
        ("IS-K", "isk"),
        ("IS‑K", "IS-K"),  # a hyphen that does not break
        ("Jamāʿat-ul-Aḥrār", "Jamaat ul Ahrar"),
        ("Jama’at", "Jama'at"),
        ("Erdoğan", "ERDOGAN"),
        ("İstanbul", "istanbul"),
        ("Ø", "o"),
        ("Straße", "STRASSE"),
        ("ﬁghters", "fighters"),
        ("O\u2019Neill", "ONeill"),
        ("Al  Qaida\n", "al-qaida"),
        ("e\u0301", "é"),
        ("أحمد", "احمد"),
        ("Хамид Карзай", "хамид карзаи"),
    ],
)
def test_case_accents_punctuation_and_blanks_make_no_difference(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("al-Qaeda", "al-Qaida"), ("IS", "ISI"), ("हिन्दी", "हन्दा"), ("A+", "A"), ("か", "き")]
)
def test_other_letters_do(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["-", "...", "—", "؟", "’"])
def test_a_name_of_punctuation_alone_is_still_a_name(text):
    assert fold(text)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


# -- ids


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Islamic State – Khorasan", "islamic-state-khorasan"),
        ("U.S. Government", "us-government"),
        ("Jama'at-ul-Ahrar", "jamaat-ul-ahrar"),
        ("  --Łódź_2021-- ", "lodz-2021"),
        ("طالبان", ""),
        ("x" * 80, "x" * 64),
        ("word " * 20, "-".join(["word"] * 13)),
    ],
)
def test_a_slug_is_what_one_would_type_as_id(text, made):
    assert slug(text) == made


@given(st.text(max_size=100))
def test_a_slug_is_an_id_or_nothing(text):
    made = slug(text)
    assert len(made) <= 64
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", made)
    assert slug(made) == made


# -- near names


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("talban", ["taliban"]),
        ("Talibna", ["taliban"]),
        ("agianst", ["against"]),
        ("us-goverment", ["us-government"]),
        ("haqqani", ["haqqani-network"]),
        ("zenda", []),
        ("x", []),
        ("", []),
        ("taliban", ["taliban"]),
    ],
)
def test_the_nearest_names_are_found(word, found):
    assert near(word, ["us-government", "taliban", "against", "haqqani-network", "is-k"]) == found


def test_nearer_comes_first_and_equals_come_by_code_point():
    assert near("hamas", ["hamaz", "hamasx", "hamas", "Zhamas", "lamas", "hamaz"], 4) == [
        "hamas",
        "Zhamas",
        "hamasx",
        "hamaz",
    ]


def test_the_order_of_the_candidates_does_not_matter():
    names = ["support", "supports", "suport", "sport", "export"]
    assert near("supprt", names) == near("supprt", names[::-1]) == near("supprt", iter(names))


@pytest.mark.slow
def test_long_words_and_long_lists_take_bounded_time():
    begun = time.process_time()
    assert near("a" * 100_000, ["a" * 100_000]) == []
    near("a" * 90, ["a" * 50 + "b" * 40] * 2_000)
    near("islamic-state", [f"actor-{n}" for n in range(50_000)])
    assert time.process_time() - begun < 2


# -- width


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("é–“…”·", 6), ("e\u0301", 1), ("日本", 4), ("│─▒", 3), ("→", 1), ("سلام", 4)],
)
def test_width_counts_what_a_terminal_shows(text, cells):
    assert width(text) == cells


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), max_size=20))
def test_the_short_way_counts_like_the_long_one(text):
    if wcswidth(text) >= 0:
        assert width(text) == wcswidth(text)


def test_every_character_of_the_short_way_takes_one_cell():
    for start, end in ((0x20, 0x7F), (0xA0, 0x300), (0x2010, 0x2028), (0x2500, 0x25A0)):
        for code in range(start, end):
            if unicodedata.category(chr(code)) != "Cf":
                assert width(chr(code)) == wcswidth(chr(code)) == 1, hex(code)


# -- harmless text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – text é", "plain – text é"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\x9bb\x7f\0", "a<U+009B>b<U+007F><U+0000>"),
        ("a\u202eb\u2066c\u2069", "a<U+202E>b<U+2066>c<U+2069>"),
        ("a\u2028b\u2029c\x85d", "a<U+2028>b<U+2029>c<U+0085>d"),
        ("a\r\nb\nc\td\re", "a b c d e"),
        ("a\udc80b", "a<U+DC80>b"),
        ("a\U000e0041b\u200bc\ufeff", "a<U+E0041>b<U+200B>c<U+FEFF>"),
        ("می\u200cخواهم 👩\u200d⚕ \u200f", "می\u200cخواهم 👩\u200d⚕ \u200f"),
        ("7\xa0km", "7\xa0km"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_as_a_mark(text, shown):
    assert safe(text) == shown


@given(st.text(st.characters(exclude_categories=[]), max_size=30))
def test_safe_text_is_safe_once_and_for_all(text):
    shown = safe(text)
    assert safe(shown) == shown
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not any(
        unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for c in shown
    )
    shown.encode()


# -- paragraphs


def test_line_n_is_paragraph_n():
    assert paragraphs("one\n\nthree\r\nfour\rfive") == ["one", "", "three", "four", "five"]
    assert paragraphs("one\n") == ["one"]
    assert paragraphs("") == []
    assert paragraphs("a\u2028b\x0cc\n") == ["a\u2028b\x0cc"]


# -- starting


@pytest.mark.parametrize("module", ["text", "tree"])
def test_neither_loads_yaml_nor_wcwidth_at_start(module):
    code = f"import sys, actorgraph.{module}; print(*sorted({{'yaml', 'wcwidth', 'difflib'}} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
