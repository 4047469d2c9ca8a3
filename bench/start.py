"""What a start costs: whole processes, alternating runs, medians. `make bench`.

The yardstick is a Typer program of one empty command, in the same Python, compiled like everything else.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)

@app.command()
def nothing() -> None:
    "Nothing."

def main() -> None:
    app()
"""

# What an installed console script does before it hands over.
SCRIPT = "import re, sys; from {module} import main; sys.exit(main())"
AT_TAB = "import os; os.environ['_ACTORGRAPH_COMPLETE'] = 'zsh'; "


def commands(folder: Path) -> dict[str, list[str]]:
    """Each start to be timed, by the name it has in the table; `folder` takes the yardstick."""
    (folder / "bare.py").write_text(BARE)
    compileall.compile_dir(folder, quiet=1)
    import actorgraph

    compileall.compile_dir(os.path.dirname(actorgraph.__file__), quiet=1)
    ours = [sys.executable, "-c", SCRIPT.format(module="actorgraph.cli")]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "bare typer --help": [sys.executable, "-c", SCRIPT.format(module="bare"), "--help"],
        "actorgraph --help": [*ours, "--help"],
        "actorgraph show IS-K": [*ours, "show", "IS-K"],
        "Tab after actorgraph show": [*ours[:2], AT_TAB + ours[2], "show", ""],
    }


def medians(names: list[str], runs: int = 25) -> dict[str, float]:
    """Milliseconds a whole process takes, run in turn so that a busy machine hurts all alike."""
    with tempfile.TemporaryDirectory() as made:
        starts = {name: start for name, start in commands(Path(made)).items() if name in names}
        environment = {**os.environ, "PYTHONPATH": made}
        took: dict[str, list[float]] = {name: [] for name in starts}
        for turn in range(runs + 2):
            for name, start in starts.items():
                begun = time.perf_counter()
                subprocess.run(start, env=environment, cwd=made, capture_output=True, check=True)
                if turn >= 2:  # the first two fill the caches of the disk
                    took[name].append((time.perf_counter() - begun) * 1000)
    return {name: statistics.median(times) for name, times in took.items()}


def main() -> None:
    """Print the table."""
    names = [
        "python -c pass",
        "bare typer --help",
        "actorgraph --help",
        "actorgraph show IS-K",
        "Tab after actorgraph show",
    ]
    found = medians(names)
    print(f"{'':26}{'ms':>8}{'to python':>12}{'to bare typer':>16}")
    for name, took in found.items():
        print(f"{name:26}{took:8.1f}{took / found[names[0]]:12.2f}{took / found[names[1]]:16.2f}")


if __name__ == "__main__":
    main()
