"""The integer program, in a process of its own: unlike a thread it can be stopped at any moment, and its bound is
read as it goes.

What goes in is one line of JSON, what comes out are lines: a number is a bound, a list the columns taken at the
optimum.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from queue import Empty, Queue
from threading import Thread
from typing import IO, TYPE_CHECKING

from .solver import POLL, Rows, Solution, cover, covering
from .watch import Watch

if TYPE_CHECKING:
    from highspy.highs import HighsCallbackEvent

CALL = "from actorgraph.balance.integer import main; main()"


class Whole:
    """The integer program over rows; `bound` is what is proved at any time."""

    def __init__(self) -> None:
        self.bound = 0.0

    def solve(self, costs: Sequence[float], rows: Rows, start: Sequence[int], watch: Watch) -> Solution:
        """The optimum, begun from columns that are known to cover. TimeUp and KeyboardInterrupt end the other process
        and go on.
        """
        asked = json.dumps({"costs": list(costs), "rows": [list(row) for row in rows], "start": list(start)})
        # It finds what this process finds, and nothing in the folder it happens to run in; Ctrl-C is for this process
        # alone.
        where = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        child = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-P", "-c", CALL],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=where,
            start_new_session=True,
        )
        assert child.stdin and child.stdout
        try:
            child.stdin.write(asked + "\n")
            child.stdin.flush()
            for line in _lines(child.stdout, watch):
                found = json.loads(line)
                if isinstance(found, list):
                    taken = set(found)
                    return Solution(self.bound, [float(column in taken) for column in range(len(costs))])
                self.bound = max(self.bound, found)
        finally:
            child.kill()
            child.wait()
            child.stdin.close()
        raise RuntimeError("the solver ended without an answer")


def _lines(source: IO[str], watch: Watch) -> Iterator[str]:
    """Lines as they come, with looks at the clock in between."""
    queue: Queue[str | None] = Queue()

    def read() -> None:
        with source:
            for line in source:
                queue.put(line)
        queue.put(None)

    Thread(target=read, daemon=True).start()
    while True:
        watch.check()
        try:
            line = queue.get(timeout=POLL)
        except Empty:
            continue
        if line is None:
            return
        yield line


def main() -> None:
    """The other side: read a program, solve it, write bounds and the optimum."""
    asked = json.loads(sys.stdin.readline())
    # Where the asking process is gone, this one is of no use.
    Thread(target=lambda: (sys.stdin.read(), os._exit(1)), daemon=True).start()
    costs, start = asked["costs"], asked["start"]
    import highspy
    import numpy as np

    program = covering(costs)
    cover(program, asked["rows"])
    columns = list(range(len(costs)))
    program.changeColsBounds(len(costs), columns, [0.0] * len(costs), [1.0] * len(costs))
    program.changeColsIntegrality(
        len(costs), columns, np.full(len(costs), int(highspy.HighsVarType.kInteger), np.uint8)
    )
    program.setSolution(len(costs), columns, [float(one) for one in start])
    reached = 0.0

    def tell(bound: float) -> None:
        nonlocal reached
        if reached < bound < float("inf"):
            reached = bound
            sys.stdout.write(f"{bound!r}\n")
            sys.stdout.flush()

    def heed(event: "HighsCallbackEvent") -> None:
        tell(event.data_out.mip_dual_bound)

    program.cbMipInterrupt.subscribe(heed)
    program.run()
    tell(program.getInfo().mip_dual_bound)
    taken = [column for column, value in enumerate(program.getSolution().col_value) if value > 0.5]
    sys.stdout.write(json.dumps(taken) + "\n")
    sys.stdout.flush()
