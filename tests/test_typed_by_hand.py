"""Slips of somebody who types in the files: what is told names the slip, not only what it led to."""

from actorgraph.checks.sample import laid
from actorgraph.loading import build
from actorgraph.problems import Problem


def told(row: str) -> list[Problem]:
    files = laid({"relations.yaml": f"relations:\n{row}"})
    return build(
        {name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()}, []
    ).problems


def test_a_hyphen_that_was_lost_is_named_at_the_first_key() -> None:
    rows = (
        "  - from: north\n    type: threat\n    to: south\n    evidence: paper\n"
        "    from: south\n    type: threat\n    to: north\n    evidence: paper\n"
    )
    first, *others = told(rows)
    assert first.name == "duplicate-key"
    assert "its line begins with a hyphen" in first.advice[0]
    assert first.write == ("- from: south", "from: north")
    assert not any("hyphen" in one.advice[0] for one in others)


def test_a_comma_between_curly_quotes_names_the_quotes() -> None:
    row = "  - {from: north, type: threat, to: south, evidence: {source: paper, gist: \u201cboats, lent\u201d}}\n"
    assert any("Curly quotes hold nothing together" in one.advice[0] for one in told(row))


def test_columns_are_told_once_each() -> None:
    rows = "  - from: north\n    type: threat\n  - from: south\n    type: threat\n     to: north\n"
    advice = next(one.advice[0] for one in told(rows) if one.name == "syntax")
    assert "at column 5 or 3 or 1." in advice
