"""Evidence held against the source's own text: quotes, years, gists, and which files may be read for it."""

from pathlib import Path

import pytest

from actorgraph import checks
from actorgraph.checks.sample import laid
from actorgraph.loading import load
from actorgraph.nodes.lines import quoted
from actorgraph.problems import Problem
from gallery import write

TEXT = """\
A memo
The two are “sworn enemies”, or so each of them says; co-operation ended in the 1990s.
In 2016-17 rifles were sent, and in ۱۳۹۹ as well.
Nobody knows why. Last year it was quiet.
"""


def told(folder: Path, item: str, text: str = TEXT, source: str = "text: memo.txt") -> list[Problem]:
    """What is told of one item of evidence from a memo with that text."""
    memo = f"  memo: {{title: A memo, author: jane-doe, published: 2021-09, {source}}}\n"
    row = f"  - {{from: north, type: support, to: militia, evidence: {{source: memo, {item}}}}}\n"
    files = {"sources.yaml": f"sources:\n{memo}", "relations.yaml": f"relations:\n{row}", "memo.txt": text}
    write(folder, laid(files))
    return checks.report(load(str(folder))).problems


@pytest.mark.parametrize(
    "quote",
    [
        "sworn enemies",
        "'The two are \"Sworn Enemies\"'",
        "sworn enemies ... each of them",
        "'[s]worn enemies, or so each [party] of them says'",
        "cooperation ended",
    ],
)
def test_a_quote_may_leave_out_and_put_in_what_its_signs_tell(tmp_path: Path, quote: str) -> None:
    assert told(tmp_path, f"at: p2, quote: {quote}") == []


@pytest.mark.parametrize(
    ("quote", "write_"),
    [
        ("sworn foes", 'quote: "sworn enemies"'),
        ("each of them ... sworn enemies", 'quote: "each of them says; co-operation"'),
        ("rifles were sent", "at: p3"),
        ("bombs fell", None),
    ],
)
def test_another_quote_is_told_with_the_nearest_words(tmp_path: Path, quote: str, write_: str | None) -> None:
    (problem,) = told(tmp_path, f"at: p2, quote: {quote}")
    assert problem.name == "quote-not-found"
    assert problem.write == ((write_,) if write_ else ())


MARKS = """\
A memo
They agreed never to meet; unarmed men attacked the co-operative’s oﬃce with 1.5 tonnes.
“We have 1,000 fighters — and\u00a0more”, non-combatants said in 2016–17.
该组织袭击了政府军。
The enemies of the peo- ple are many.
"""


@pytest.mark.parametrize(
    ("place", "quote"),
    [
        ("p2", "the cooperative's office"),
        ("p2", "the co-oper-ative’s  oﬃce"),
        ("p3", '"we have 1,000 fighters - and more"'),
        ("p3", "in 2016-17"),
        ("p4", "袭击了政府"),
        ("p5", "enem[ies] of the people"),
        ("p2+p3", "1.5 tonnes. We have"),
    ],
)
def test_blanks_quotation_marks_hyphens_and_ligatures_make_no_other_quote(
    tmp_path: Path, place: str, quote: str
) -> None:
    assert told(tmp_path, f"at: {place}, quote: {quoted(quote)}", MARKS) == []


@pytest.mark.parametrize(
    ("place", "quote", "differs"),
    [
        ("p2", "armed men attacked", 'It has "unarmed" for "armed".'),
        ("p3", "combatants said", 'It has "non-combatants" for "combatants".'),
        ("p2", "with 15 tonnes", 'It has "1.5" for "15".'),
        ("p3", "1000 fighters", 'It has "1,000" for "1000".'),
        ("p2", "They agreed to meet", 'It has "never", which the quote leaves out.'),
        ("p2", "They all agreed never to meet", 'It has no "all".'),
        ("p5", "enemies of the many", 'It has "peo- ple are", which the quote leaves out.'),
        ("p2", "meet ... agreed", 'It has "They" for "meet".'),
    ],
)
def test_a_miss_is_told_with_how_the_text_differs(
    tmp_path: Path, place: str, quote: str, differs: str
) -> None:
    (problem,) = told(tmp_path, f"at: {place}, quote: {quoted(quote)}", MARKS)
    assert problem.name == "quote-not-found"
    assert problem.advice[0].startswith(f'Nearest in {place}: "') and differs in problem.advice[0]


def test_the_nearest_passage_may_stand_in_another_paragraph_or_two(tmp_path: Path) -> None:
    (problem,) = told(tmp_path / "a", "at: p2, quote: we have 1000 fighters and many more", MARKS)
    assert problem.advice[0].startswith('Nearest in p3: "We have 1,000 fighters')
    assert problem.write[0] == "at: p3"
    (problem,) = told(tmp_path / "b", "at: p2, quote: with 1.5 tonnes. We have", MARKS)
    assert problem.write == ("at: p2+p3",)


def test_the_example_with_texts_passes_every_check_and_has_a_quote_on_every_item() -> None:
    record = load(str(Path(__file__).parent.parent / "examples" / "quotes"))
    assert checks.report(record).problems == []
    items = [item for row in record.dataset.relations for item in row.evidence]
    assert all(item.quote for item in items)
    assert all(source.text and source.sha256 for source in record.dataset.sources.values())


def test_of_a_text_that_has_changed_a_missed_quote_says_so(tmp_path: Path) -> None:
    pinned = f"text: memo.txt, sha256: {'0' * 64}"
    missed, changed = told(tmp_path, "at: p2, quote: sworn foes", source=pinned)
    assert (missed.name, changed.name) == ("quote-not-found", "changed-text")
    assert missed.advice[0].startswith(
        "The text is not the one that was coded: see changed-text. Nearest in p2"
    )


def test_a_quote_that_is_hard_to_find_ends(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, f"at: p2, quote: {'a' * 50_000}", f"A memo\nx{'a' * 1_000_000}\n")
    assert problem.name == "quote-not-found"


def test_one_quote_for_two_claims_is_a_warning_and_for_two_spells_of_one_tie_none(tmp_path: Path) -> None:
    row = "{{from: north, type: {}, to: militia, id: {}, as-of: {}, evidence: {{source: report, at: p1, quote: '{}'}}}}"

    def names(folder: str, *rows: tuple[str, str, str, str]) -> list[str]:
        text = "relations:\n" + "".join(f"  - {row.format(*one)}\n" for one in rows)
        write(tmp_path / folder, laid({"relations.yaml": text}))
        return [one.name for one in checks.report(load(str(tmp_path / folder))).problems]

    one = ("support", "a", "2010", "has helped it for years")
    assert names("two", one, ("alliance", "b", "2010", "Has helped it for years.")) == ["quote-twice"]
    assert names("spells", one, ("support", "b", "2020", "has helped it for years")) == []
    assert names("words", one, ("alliance", "b", "2010", "they are allies")) == []


def test_a_quote_at_a_place_that_is_no_paragraph_may_stand_anywhere(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "at: box1, quote: rifles were sent") == []
    assert told(tmp_path / "b", "quote: rifles were sent") == []
    assert [one.name for one in told(tmp_path / "c", "at: box1, quote: bombs fell")] == ["quote-not-found"]


@pytest.mark.parametrize(
    ("item", "missed"),
    [
        ("at: p3, when: 2016/2017", []),
        ("at: p2, as-of: 1990/1999", []),
        ("at: p3, as-of: 1399", ["early-year"]),
        ("at: p3, as-of: 2021-09", []),
        ("at: p2+p3, when: 2016/", []),
        ("at: box1, when: 2016/", []),
        ("at: p4, as-of: 2020", []),
        ("at: p4, as-of: 2019", ["date-not-in-passage"]),
        ("at: p2, when: 2016/", ["date-not-in-passage"]),
        ("at: p4, gone-by: 2016-05", ["date-not-in-passage"]),
        ("at: p3, as-of: 2016/2018", ["date-not-in-passage"]),
        ("at: p3, as-of: 2019-01/2019-08", ["date-not-in-passage"]),
    ],
)
def test_a_year_stands_in_the_passage_in_some_form(tmp_path: Path, item: str, missed: list[str]) -> None:
    assert [one.name for one in told(tmp_path, item)] == missed


def test_the_paragraph_that_has_the_year_is_named(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "at: p4, when: 2016-05/")
    assert '"2016-05"' in problem.what
    assert problem.advice[0].startswith("p3 does:")
    assert problem.where.length == len("2016-05")


def test_four_words_of_the_source_are_a_gist_and_five_a_copy(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "at: p2, gist: foes by what each of them says") == []
    (problem,) = told(tmp_path / "b", "at: p2, gist: foes or so each of them claims")
    assert problem.name == "gist-repeats"
    assert problem.what.endswith("5 words in a row from the source: or so each of them")


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "folder/../../secret.txt", "."])
def test_a_text_outside_the_folder_is_neither_read_nor_shown(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("A secret that nobody is to see.\n")
    problems = told(tmp_path / "record", "at: p1, quote: a secret", source=f"text: {name}")
    assert [one.name for one in problems] == ["unreadable-text"]
    assert "nobody" not in str(problems)


def test_a_link_to_a_text_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret that nobody is to see.\n")
    (tmp_path / "record").mkdir()
    try:
        (tmp_path / "record" / "link.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system makes no links")
    (problem,) = told(tmp_path / "record", "at: p1", source="text: link.txt")
    assert problem.what.endswith("it lies outside the folder of the data set")


def test_a_text_that_is_too_large_or_no_text_is_told_and_not_read(tmp_path: Path) -> None:
    large = tmp_path / "record" / "large.txt"
    large.parent.mkdir()
    with large.open("wb") as file:
        file.truncate(3 * 2**20)
    (problem,) = told(tmp_path / "record", "at: p1", source="text: large.txt")
    assert problem.what.endswith("it has more than 2 MiB")
    large.write_bytes(b"caf\xe9\n")
    (problem,) = told(tmp_path / "record", "at: p1", source="text: large.txt")
    assert problem.what.endswith("it is not UTF-8")


def test_questions_answer_the_same_whatever_the_text_says(tmp_path: Path, actorgraph) -> None:
    told(tmp_path / "record", "at: p2, quote: sworn foes")
    with_text = actorgraph("show", "North", "--data", str(tmp_path / "record"))
    (tmp_path / "record" / "memo.txt").unlink()
    without = actorgraph("show", "North", "--data", str(tmp_path / "record"))
    assert (with_text.stdout, with_text.stderr) == (without.stdout, without.stderr)
    assert with_text.returncode == 0


def dated(folder: Path, date: str) -> Problem:
    row = f"  - {{from: north, type: support, to: militia, as-of: {date}, evidence: report p1}}\n"
    write(folder, laid({"relations.yaml": f"relations:\n{row}"}))
    (problem,) = checks.report(load(str(folder))).problems
    return problem


@pytest.mark.parametrize(
    ("date", "ran"),
    [
        ("1400 AH", "Hijri 1400 ran from about November 1979 to November 1980"),
        ("1442 AH", "Hijri 1442 ran from about August 2020 to August 2021"),
        ("Ramadan 1442", "Hijri 1442 ran from about August 2020 to August 2021"),
        ("1399 SH", "Solar Hijri 1399 ran from about March 2020 to March 2021"),
        ("12 Hamal 1399", "Solar Hijri 1399 ran from about March 2020 to March 2021"),
        ("1399/1400 SH", "Solar Hijri 1399 to 1400 ran from about March 2020 to March 2022"),
    ],
)
def test_a_date_of_another_calendar_is_refused_with_the_days_it_spans(
    tmp_path: Path, date: str, ran: str
) -> None:
    problem = dated(tmp_path, date)
    assert (problem.name, problem.severity, problem.write) == ("not-a-date", "error", ())
    assert problem.advice[0].startswith(f"{ran}. ")


def test_a_trait_before_its_actors_time_is_told_and_the_actor_still_answers(
    tmp_path: Path, actorgraph
) -> None:
    rebels = (
        "  rebels:\n    name: Rebels\n    kind: faction\n    existed: 2015/\n    traits:\n"
        "      - {trait: goal, is: a sea port, as-of: 2010, evidence: report p1}\n"
        "      - {trait: goal, is: a railway, as-of: 2016, evidence: report p2}\n"
    )
    write(tmp_path / "record", laid({"actors.yaml": f"actors:\n{rebels}"}))
    (problem,) = checks.report(load(str(tmp_path / "record"))).problems
    assert problem.name == "clash"
    done = actorgraph("show", "Rebels", "--data", str(tmp_path / "record"))
    assert done.returncode == 0
    assert "a railway" in done.stdout and "a sea port" not in done.stdout


@pytest.mark.parametrize("place", ["2", "para2", "P2", "\xa72", "line2", "p02"])
def test_a_place_that_looks_like_a_paragraph_and_is_none_is_told(tmp_path: Path, place: str) -> None:
    problem = next(one for one in told(tmp_path, f"at: {place}") if one.name == "place-not-numbered")
    assert (problem.severity, problem.write) == ("hint", ("p2",))
    assert "p1 to p4" in problem.what


def test_a_number_beyond_the_text_may_be_a_page(tmp_path: Path) -> None:
    problem = next(one for one in told(tmp_path, "at: 14") if one.name == "place-not-numbered")
    assert problem.write == ("page14",)


@pytest.mark.parametrize("place", ["p2", "page2", "caption", "table2", "fig3", "p3-4"])
def test_a_place_in_words_of_ones_own_is_left_alone(tmp_path: Path, place: str) -> None:
    assert "place-not-numbered" not in {one.name for one in told(tmp_path, f"at: {place}")}


def test_a_bare_number_in_a_source_without_a_text_is_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "at: 4", source="url: example.org") == []


def test_a_place_that_is_an_empty_line_is_told_with_the_lines_beside_it(tmp_path: Path) -> None:
    problem = next(iter(told(tmp_path, "at: p2", text="One.\n  \n\nFour.\n")))
    assert (problem.name, problem.severity) == ("no-paragraph", "error")
    assert '"p2" of memo is an empty line' in problem.what
    assert "words in p1 and p4" in problem.advice[0]
