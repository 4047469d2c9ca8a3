"""Adding what holds of one actor alone."""

import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actorgraph.loading import load

Run = Callable[..., Any]
QUOTES = Path(__file__).resolve().parent.parent / "examples" / "quotes"
ITEM = 'trait "Upland League" capacity --on boats --figure 9 --as-of 2020-03 --evidence "monitors p2"'


@pytest.fixture
def add(actorgraph: Run, tmp_path: Path) -> Run:
    shutil.copytree(QUOTES, tmp_path / "data")
    return lambda line: actorgraph("add", *shlex.split(line))


def test_a_trait_goes_to_its_actor_and_a_second_one_behind_it(add: Run, tmp_path: Path) -> None:
    done = add(ITEM)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Added to upland-league (actors.yaml:")
    assert (
        add('trait upland goal --is "keep the crossing open" --evidence "wire p4 upland suggests"').returncode
        == 0
    )
    traits = load(str(tmp_path / "data")).dataset.actors["upland-league"].traits
    assert [(one.trait, one.is_ or one.figure) for one in traits] == [
        ("capacity", "9"),
        ("goal", "keep the crossing open"),
    ]
    assert traits[1].evidence[0].says == "upland-league"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("trait upland capacity", "Missing: --is or --figure."),
        ("trait nobody goal --is x", 'No actor "nobody"'),
        ("trait upland gaol --is x", "Nearest: goal"),
        ("trait upland capacity --figure many", '"many" is not a figure'),
    ],
)
def test_what_can_t_be_a_trait_is_told_and_not_written(
    add: Run, tmp_path: Path, line: str, told: str
) -> None:
    before = (tmp_path / "data" / "actors.yaml").read_bytes()
    done = add(line)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert (tmp_path / "data" / "actors.yaml").read_bytes() == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_a_trait_is_asked_for(tmp_path: Path) -> None:
    from sitting import Asked

    shutil.copytree(QUOTES, tmp_path / "data")
    with Asked(tmp_path, "add", "trait") as asked:
        asked.answers(
            ("Actor: ", "upland"),
            ("Trait: ", "goal"),
            ("Topic, such as creed, attacks (Enter: none): ", ""),
            ("What holds, in a few words: ", "open water"),
            ("such as report p3 (Enter: none): ", ""),
            ("Write it? [Y/n] ", ""),
        )
        assert asked.ends() == 0, asked.screen
    assert load(str(tmp_path / "data")).dataset.actors["upland-league"].traits[0].is_ == "open water"
