"""The second reading can be recounted: its tables hold what the readers wrote, its page what the tables give."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import agreement
from actorgraph.vocabulary import shipped

PAGE = (agreement.TABLES.parent / "second-reading.md").read_text(encoding="utf-8")
COMPARED = ("type", "stance", "modality", "time")


def test_the_figures_of_the_page_are_those_of_the_tables() -> None:
    assert "\n".join(agreement.report()) in PAGE, "python tests/agreement.py prints what the page must say"


def test_every_difference_has_a_line_that_says_what_came_of_it() -> None:
    told = {
        int(number)
        for number in re.findall(r"^\| (\d+) \| p\d+ \| .+ \| (?:stays|mended|both) \| .+ \|$", PAGE, re.M)
    }
    referents = {
        (coder, row[coder]): row["referent"]
        for row in agreement.table("actors.csv")
        for coder in agreement.NAMES
    }
    statements: dict[int, list[dict[str, str]]] = {}
    for item in agreement.table("alignment.csv"):
        statements.setdefault(int(item["statement"]), []).append(item)
    differ = set()
    for number, items in statements.items():
        ends = {frozenset(referents[item["coder"], item[end]] for end in ("from", "to")) for item in items}
        codes = {tuple(item[field] for field in COMPARED) for item in items}
        if len(items) < 3 or len(ends) > 1 or len(codes) > 1:
            differ.add(number)
    assert differ <= told
    assert told <= set(statements)


@pytest.mark.parametrize("coder", ["a", "b"])
def test_the_table_holds_every_statement_of_a_reader_once_and_no_other(coder: str) -> None:
    wrote = Counter(read(agreement.TABLES / f"reader-{coder}"))
    held = Counter(
        (
            row["at"],
            row["from"],
            row["type"],
            row["to"],
            row["says"],
            row["stance"],
            row["modality"],
            row["time"],
        )
        for row in agreement.table("alignment.csv")
        if row["coder"] == coder
    )
    assert held == wrote


@pytest.mark.parametrize("coder", ["a", "b"])
def test_every_actor_of_a_reader_has_one_referent(coder: str) -> None:
    ids = [row[coder] for row in agreement.table("actors.csv") if row[coder]]
    wrote = raw(agreement.TABLES / f"reader-{coder}" / "actors.yaml")["actors"]
    assert sorted(ids) == sorted(wrote)


def test_families_are_those_of_the_vocabulary() -> None:
    words = shipped()
    for row in agreement.table("alignment.csv"):
        assert words.types[words.canonical(row["type"]) or ""].family == row["family"], row


def test_alpha_is_that_of_a_published_example() -> None:
    """Krippendorff's two observers of ten binary units: .095."""
    one, other = "0100000010", "1110010000"
    assert agreement.alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_alpha_is_one_where_all_agree_and_unknown_where_nothing_varies() -> None:
    assert agreement.alpha([("a", "a"), ("b", "b")]) == 1
    assert agreement.alpha([("a", "a"), ("a", "a")]) is None


@pytest.mark.parametrize(
    ("here", "there", "together"),
    [
        ("as-of 2021-09", "as-of 2021", True),
        ("when 2016/2020", "as-of 2017/2021-09", True),
        ("when 2016/2020", "as-of 2021-09", False),
        ("as-of 2015", "when 2016/2020", False),
    ],
)
def test_periods_overlap_where_they_share_a_month(here: str, there: str, *, together: bool) -> None:
    assert agreement.overlap(here, there) == agreement.overlap(there, here) == together


def raw(path: Path) -> Any:
    """Every scalar as it was typed."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def read(folder: Path) -> list[tuple[str, ...]]:
    found = []
    for row in raw(folder / "relations.yaml")["relations"]:
        items = row["evidence"] if isinstance(row["evidence"], list) else [row["evidence"]]
        for item in items:
            dated = item if item.keys() & {"when", "as-of", "gone-by"} else row
            time = " ".join(
                f"{field} {dated[field]}" for field in ("when", "as-of", "gone-by") if field in dated
            )
            says, stance = item.get("says", "author"), item.get("stance", "supports")
            ends = (row["from"], row["type"], row["to"])
            found.append((item["at"], *ends, says, stance, row.get("modality", "actual"), time))
    return found
