"""Ctrl-C in the middle of a proof: the bounds told are true, and the process ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from actorgraph.balance.split import frustration
from networks import FOLDER, anyhow, needs_networks

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole consoles only"),
]

PROGRAM = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from networks import anyhow, named
from actorgraph.balance.split import frustration
graph = {{graph}}
print("ready", flush=True)
split = frustration(graph)
print(split.lower, split.upper, split.ended, len(split.camp))
"""


def interrupted(graph: str, seconds: float) -> tuple[int, int, str]:
    """The bounds that a process tells when interrupted so many seconds after it began, and how it says it ended."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(graph=graph)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    said, trouble = process.communicate(timeout=10)
    assert trouble == ""
    # Where the proof is done, Ctrl-C meets a Python that is leaving, and ends it by the signal.
    assert process.returncode in (0, -signal.SIGINT)
    lower, upper, ended, _ = said.split()
    return int(lower), int(upper), ended


def test_a_hard_graph_interrupted_at_ten_moments_has_true_bounds() -> None:
    """It takes seconds, most of them in the integer program."""
    least = frustration(anyhow(40, 0.5, 0.5, seed=7))
    assert least.proved
    chance = Random(8)  # noqa: S311 - no secret
    endings = set()
    for _ in range(10):
        lower, upper, ended = interrupted("anyhow(40, 0.5, 0.5, seed=7)", 0.02 + 2.5 * chance.random())
        assert lower <= least.upper <= upper
        endings.add(ended)
    assert "interrupted" in endings


@needs_networks
def test_bitcoin_alpha_interrupted_at_ten_moments_has_true_bounds() -> None:
    chance = Random(9)  # noqa: S311 - no secret
    assert (FOLDER / "bitcoinalpha.csv").exists()
    for _ in range(10):
        lower, upper, _ = interrupted("named('bitcoinalpha')[1]", 0.02 + 0.9 * chance.random())
        assert lower <= 720 <= upper
