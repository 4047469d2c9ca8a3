"""What an eye would stumble over in the pictures of both data sets, and what a layout takes. `make bench`.

The yardstick is a drawing laid out by hand of the same subject, where it lies beside the repository: ../shared, or the
folder that ACTORGRAPH_SHARED names.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import geometry
from actorgraph.drawing import render
from actorgraph.errors import Fault

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ACTORGRAPH_SHARED") or ROOT.parent / "shared")
POWERS = ("--data", str(ROOT / "examples" / "great-powers"))
IS_K = ("--data", str(ROOT / "data"))
PICTURES = {
    "the record": (*IS_K,),
    "one actor": ("IS-K", *IS_K),
    "comparison": ("compare", "IS-K", "Taliban", *IS_K),
    "paths": ("path", "US government", "IS-K", *IS_K),
    "grid": ("matrix", "--kind", "armed-group,state", *IS_K),
    "time": ("timeline", "IS-K", *IS_K),
    "what changed": ("diff", "--from", "2015", "--to", "2021-09", *IS_K),
    "powers: the record": POWERS,
    "powers: one actor": ("Germany", *POWERS),
    "powers: comparison": ("compare", "Germany", "Britain", *POWERS),
    "powers: paths": ("path", "Italy", "Russia", *POWERS),
    "powers: grid": ("matrix", *POWERS),
    "powers: time": ("timeline", *POWERS),
    "powers: what changed": ("diff", "--from", "1880", "--to", "1907", *POWERS),
}


def drawn(words: tuple[str, ...], form: str = "svg") -> str:
    """What `actorgraph draw` makes of the words."""
    line = [sys.executable, "-m", "actorgraph", "draw", *words, "--format", form, "-q"]
    return subprocess.run(line, capture_output=True, check=True, encoding="utf-8").stdout


def main() -> None:
    """Print both tables."""
    print(
        f"{'':24}{'overlaps':>9}{'cut off':>9}{'crossings':>11}{'lines':>7}{'through words':>15}{'size':>14}"
    )
    for name, words in PICTURES.items():
        _row(name, drawn(words))
    yard = SHARED / "visual" / "whole.dot"
    if yard.exists():
        _row("yardstick", render.laid(yard.read_text(encoding="utf-8")).decode())
    else:
        print(f"no yardstick: {yard} is not there")
    _times(drawn(IS_K, "dot"))


def _row(name: str, svg: str) -> None:
    found = geometry.count(geometry.read(svg))
    counts = (len(found.overlaps), len(found.clipped), found.crossings, found.lines, len(found.through_words))
    numbers = "".join(f"{one:{wide}}" for one, wide in zip(counts, (9, 9, 11, 7, 15), strict=True))
    print(f"{name:24}{numbers}{f'{found.width:.0f} x {found.height:.0f}':>14}")


def _times(dot: str, runs: int = 15) -> None:
    """Milliseconds to lay out the shipped record as SVG, the engines in turn so that a busy machine hurts both alike."""
    try:
        render.program("system")
    except Fault as fault:
        print(f"no times side by side: {fault}")
        return
    took: dict[str, list[float]] = {engine: [] for engine in render.ENGINES}
    for turn in range(runs + 1):
        for engine, times in took.items():
            begun = time.perf_counter()
            render.laid(dot, engine)
            if turn:  # the first fills the caches of the disk
                times.append((time.perf_counter() - begun) * 1000)
    ours, theirs = (statistics.median(took[engine]) for engine in ("graphviz-pure", "system"))
    print(
        f"\nlayout of the record: graphviz-pure {ours:.0f} ms, dot {theirs:.0f} ms, ratio {ours / theirs:.2f}"
    )
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        drawn((*IS_K, "-o", os.path.join(folder, "a.svg")))
        print(
            f"the whole command, from the start of Python to the file: {(time.perf_counter() - begun) * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
