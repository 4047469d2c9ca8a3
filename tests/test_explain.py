"""explain: every name that the program prints can be asked for, and says what it means."""

import pytest

from actorgraph import checks
from actorgraph.presenters import explained
from actorgraph.standing import STANDINGS
from actorgraph.vocabulary import shipped

WORDS = shipped()


@pytest.mark.parametrize("name", explained.names(WORDS))
def test_every_name_is_explained_at_80_columns(name: str) -> None:
    page = explained.present(name, WORDS)
    assert page.startswith(f"{WORDS.canonical(name) or name}, a ")
    prose = [line for line in page.splitlines() if not line.startswith("    ")]
    assert all(len(line) <= 80 for line in prose)


def test_no_standing_and_no_stance_is_left_out() -> None:
    assert explained.STANDINGS.keys() == {*STANDINGS}
    assert explained.STANCES.keys() == WORDS.words["stances"].keys()


def test_a_check_is_explained_with_its_severity_and_both_samples() -> None:
    page = explained.present("unknown-key", WORDS)
    rule = checks.rule("unknown-key")
    assert "An error:" in page
    for word, sample in (("Wrong", rule.bad), ("Right", rule.good)):
        lines = page[page.index(f"{word}, relations.yaml:") :].split("\n")[1:]
        typed = sample["relations.yaml"].splitlines()
        assert [line.removeprefix("    ") for line in lines[: len(typed)]] == typed


def test_a_type_says_sign_direction_inverse_and_where_its_neighbours_begin() -> None:
    page = explained.present("sees-as-threat", WORDS)
    assert "Sign       - (hostile)" in page
    assert "from FROM to TO; from the other end: seen-as-threat-by" in page
    beside = page[page.index("Beside it:") :]
    assert "  endangers " in beside  # which its own definition names
    assert "  sees-as-enemy " not in beside
    # A type that is named in another's definition shows that one.
    assert "  sees-as-threat" not in explained.present("endangers", WORDS).partition("Beside it:")[0]
    assert "  sees-as-threat " in explained.present("endangers", WORDS)


def test_an_inverse_and_other_spellings_lead_to_the_same_page(actorgraph) -> None:
    pages = {
        actorgraph("explain", *name.split("|")).stdout for name in ("support", "supported-by", "Supported By")
    }
    assert len(pages) == 1
    assert "supported-by" in pages.pop()


def test_a_family_lists_its_types() -> None:
    page = explained.present("belongs", WORDS)
    named = {line.split()[0] for line in page.splitlines() if line.startswith("  ") and line[2] != " "}
    assert named >= {name for name, type_ in WORDS.types.items() if type_.family == "belongs"}


def test_without_a_name_every_check_has_its_line(actorgraph) -> None:
    done = actorgraph("explain")
    named = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ") and line[2] != " "]
    assert named == list(checks.NAMES)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_an_unknown_name_leads_to_the_nearest(actorgraph) -> None:
    done = actorgraph("explain", "quote-not-fond")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Try: actorgraph explain quote-not-found" in done.stderr
    done = actorgraph("explain", "zzzzzz")
    assert (done.returncode, done.stdout) == (2, "")
    assert "All: actorgraph explain" in done.stderr


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        *(
            (word, word)
            for word in ("firm", "stake", "presupposed", "lens", "segment", "triad", "conditional")
        ),
        ("Third Party", "third-party"),
        ("planned", "modality"),
    ],
)
def test_a_word_that_answers_print_is_explained(actorgraph, asked: str, word: str) -> None:
    done = actorgraph("explain", asked)
    assert done.returncode == 0, done.stderr
    assert f"{word}, a " in done.stdout


def test_all_that_can_be_explained_is_listed() -> None:
    listed = explained.index(WORDS)
    inverses = set(WORDS.inverses)
    missing = [name for name in explained.names(WORDS) if name not in listed and name not in inverses]
    assert not missing
    assert all(len(line) <= 80 for line in listed.splitlines())
