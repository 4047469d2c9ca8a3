"""What docs/performance.md says of cost, it says of every command."""

import re
from pathlib import Path

import growth
import growth_plot
import growth_world
from actorgraph.commands import COMMANDS

SOME = {
    "show": [growth.Ran(seconds, 20.0) for seconds in (0.1, 0.2, 1.1, 10.1)],
    "draw": [growth.Ran(1, 1, "no")] * 4,
}


def test_every_command_is_measured() -> None:
    assert {line.split()[0] for line in growth_world.RUNS.values()} == {*COMMANDS}


def test_the_table_and_the_plot_of_the_page_have_a_line_for_every_run() -> None:
    page = growth.PAGE.read_text().partition(growth.BEGINS)[2].partition(growth.ENDS)[0]
    drawn = re.findall(r"<text[^>]*>([^<]*)</text>", growth.PLOT.read_text())
    for name, line in growth_world.RUNS.items():
        assert f"| `{line}`" in page, f"{name} is not in docs/performance.md: make bench-growth"
        assert name in drawn, f"{name} is not in docs/growth.svg: make bench-growth"


def test_a_cost_ten_times_as_high_at_ten_times_the_size_has_the_exponent_1() -> None:
    assert growth.exponent((10, 100), [growth.Ran(1, 1), growth.Ran(10, 1)]) == 1
    assert growth.exponent((10, 100), [growth.Ran(1, 1), growth.Ran(0, 1, "too many")]) is None


def test_what_refuses_or_does_not_end_says_so_in_the_plot() -> None:
    slopes = {name: growth.exponents(row) for name, row in SOME.items()}
    assert ">refuses<" in growth_plot.plot(SOME, slopes, growth.SIZES)


def test_each_run_is_a_command_line_of_the_world_it_is_asked_of(tmp_path: Path) -> None:
    world = growth_world.World(100, tmp_path)
    for name in growth_world.RUNS:
        left = {"A", "B", "FAR", "TIE", "SIGNED", "MEANT", "OURS", "THEIRS"} & {*world.words(name)}
        assert not left, (name, left)
