"""How the cost of every command grows, from 100 to 100,000 relations. `make bench-growth`.

    growth.py                                 measure everything; rewrite docs/performance.md and its plot
    growth.py show path --sizes 100,1000      these commands and sizes alone; nothing is written

Each run is a process of its own. Its time is that of the processor, its memory the most it held at once, children such
as Graphviz included. One that needs more than LIMIT seconds is ended, and told so.
"""

import argparse
import math
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from growth_world import RUNS, World

ROOT = Path(__file__).resolve().parent.parent
PAGE, PLOT = ROOT / "docs" / "performance.md", ROOT / "docs" / "growth.svg"
BEGINS, ENDS = "<!-- growth: written by bench/growth.py -->\n", "<!-- end of growth -->\n"
SIZES = (100, 1_000, 10_000, 100_000)
LIMIT = 120
ANSWERED = (0, 1)  # 1: there are errors in the data, or files that fmt would change


class Ran(NamedTuple):
    """One run, `refused` what it said where it gave no answer; `over`: it was ended."""

    seconds: float
    megabytes: float
    refused: str = ""
    over: bool = False

    @property
    def answered(self) -> bool:
        return not (self.refused or self.over)

    @property
    def text(self) -> str:
        """The time as the table has it."""
        if self.refused:
            return "refuses"
        return f"over {LIMIT}" if self.over else f"{self.seconds:.{2 if self.seconds < 10 else 1}f}"


def run(words: Sequence[str], folder: Path, kept: Path) -> Ran:
    """The program once, in that folder, with what it keeps between runs in `kept`."""
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "actorgraph", *words],
            cwd=folder,
            env={**os.environ, "XDG_CACHE_HOME": str(kept), "COLUMNS": "80"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)),
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = code = os.waitstatus_to_exitcode(status)
        said.seek(0)
        talk = said.read().decode(errors="replace").strip()
    ran = Ran(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    if -code in (signal.SIGKILL, signal.SIGXCPU):
        return ran._replace(over=True)
    if "Traceback" in talk:
        sys.exit(f"actorgraph {' '.join(words)}\n{talk}")
    return ran if code in ANSWERED else ran._replace(refused=talk or f"exit code {code}")


def once(name: str, world: World, times: int) -> Ran:
    """The run whose time is the median of so many."""
    anew = "nothing kept" in name
    found = [run(world.words(name), world.folder, world.kept(anew)) for _ in range(times)]
    return sorted(found)[times // 2]


def growth(names: Sequence[str], sizes: Sequence[int]) -> dict[str, list[Ran]]:
    """Each of the runs at each size, told as they come."""
    found: dict[str, list[Ran]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as made:
        for size in sizes:
            world = World(size, Path(made))
            run(["show", "actor-1"], world.folder, world.kept(False))
            for name in names:
                ran = once(name, world, 3 if size <= 1000 else 1)
                if ran.refused and size == sizes[0] and name != "draw, everything":
                    sys.exit(f"{name} refuses at {size} relations, so its words are wrong:\n{ran.refused}")
                found[name].append(ran)
                print(f"{size:7} {name:20}{ran.text:>9} s {ran.megabytes:7.0f} MB", flush=True)
    return found


def exponent(sizes: Sequence[int], row: Sequence[Ran]) -> float | None:
    """The e of n**e that fits best: the slope of a line through the logarithms; None with fewer than two answers."""
    points = [(math.log(n), math.log(ran.seconds)) for n, ran in zip(sizes, row, strict=True) if ran.answered]
    return statistics.linear_regression(*zip(*points, strict=True)).slope if len(points) > 1 else None


def exponents(row: Sequence[Ran]) -> tuple[float | None, float | None]:
    """Over all sizes, where the fixed cost of a start flattens it; and from the last but one to the last."""
    return exponent(SIZES, row), exponent(SIZES[-2:], row[-2:])


def table(found: dict[str, list[Ran]]) -> str:
    """The table as the page has it."""
    lines = [
        f"| command | {' | '.join(f'{size:,}' for size in SIZES)} | exponent | last step | MB |",
        f"|---|{'--:|' * (len(SIZES) + 3)}",
    ]
    for name, row in found.items():
        label = f"`{RUNS[name]}`" + (", nothing kept" if "nothing kept" in name else "")
        slopes = ("" if one is None else f"{one:.2f}" for one in exponents(row))
        lines.append(
            f"| {label} | {' | '.join([*(ran.text for ran in row), *slopes, f'{row[-1].megabytes:,.0f}'])} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, and where nothing narrower is asked write the page anew."""
    asking = argparse.ArgumentParser(description="How the cost of every command grows.")
    asking.add_argument("commands", nargs="*", choices=[[], *RUNS], metavar="COMMAND")
    asking.add_argument("--sizes", type=lambda text: [int(one) for one in text.split(",")], metavar="N,N")
    asked = asking.parse_args()
    found = growth(asked.commands or list(RUNS), asked.sizes or SIZES)
    for name, row in found.items():
        for ran in [one for one in row if one.refused][:1]:
            print(f"\n{name} refuses:\n{ran.refused}")
    if not (asked.commands or asked.sizes):
        import growth_plot

        slopes = {name: exponents(row) for name, row in found.items()}
        PLOT.write_text(growth_plot.plot(found, slopes, SIZES))
        before, _, rest = PAGE.read_text().partition(BEGINS)
        PAGE.write_text(f"{before}{BEGINS}\n{table(found)}\n{ENDS}{rest.partition(ENDS)[2]}")


if __name__ == "__main__":
    main()
