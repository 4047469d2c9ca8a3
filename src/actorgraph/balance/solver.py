"""Covering programs for HiGHS: the least cost of columns so that every row holds one of them, whole or in parts."""

from collections.abc import Sequence
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from ..errors import Fault, installing
from .watch import Watch, unbroken

if TYPE_CHECKING:
    import highspy
    from highspy.highs import HighsCallbackEvent

POLL = 0.02
"""Seconds between two looks at the clock while the solver runs."""
PATIENCE = 0.4
"""Seconds the solver has to stop once it is told to; it looks up at every step of the simplex method."""

Rows = Sequence[Sequence[int]]


class Solution(NamedTuple):
    """A bound that no choice of columns goes below, and values of the columns."""

    bound: float
    values: list[float]


def covering(costs: Sequence[float]) -> "highspy.Highs":
    """An empty program of HiGHS (Huangfu and Hall 2018) over columns of these costs, none below 0. A Fault where it
    is not installed.
    """
    try:
        with unbroken():
            import highspy
    except ImportError as missing:
        raise Fault(
            "this network is too large to try every split, and the solver HiGHS is not installed",
            f"install it: {installing('actorgraph[balance]')}",
        ) from missing

    class Quiet(highspy.Highs):
        """Says nothing, not even its name, which it writes to standard output as soon as callbacks are set."""

        def enableCallbacks(self) -> None:  # noqa: N802 - the solver's name
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    program = Quiet()  # type: ignore[no-untyped-call]
    # One thread and one seed: the same rows have the same solution.
    for option, value in (("threads", 1), ("random_seed", 1), ("mip_rel_gap", 0.0)):
        program.setOptionValue(option, value)
    count = len(costs)
    program.addVars(count, [0.0] * count, [highspy.kHighsInf] * count)
    program.changeColsCost(count, list(range(count)), list(costs))
    return program


def cover(program: "highspy.Highs", rows: Rows) -> None:
    """Add rows, each the columns of which one must be taken."""
    starts: list[int] = []
    flat: list[int] = []
    for row in rows:
        starts.append(len(flat))
        flat.extend(row)
    count = len(rows)
    program.addRows(count, [1.0] * count, [float("inf")] * count, len(flat), starts, flat, [1.0] * len(flat))


class Relaxation:
    """The linear program, to which rows are added as they are found violated. It runs in a thread, so that Ctrl-C and
    time limits reach it.
    """

    def __init__(self, costs: Sequence[float]) -> None:
        self._costs = costs
        self.rows: list[Sequence[int]] = []
        self._stop = False
        self._done = Event()
        self._program = covering(costs)
        self._program.cbSimplexInterrupt.subscribe(self._heed)

    def _heed(self, event: "HighsCallbackEvent") -> None:
        """Called by the solver, in its thread."""
        if self._stop and event.data_in is not None:
            event.data_in.user_interrupt = True

    def cover(self, rows: Rows) -> None:
        self.rows.extend(rows)
        cover(self._program, rows)

    def _run(self) -> None:
        try:
            self._program.run()
        finally:
            self._done.set()

    def solve(self, watch: Watch) -> Solution:
        """The optimum so far. TimeUp and KeyboardInterrupt stop the solver and go on; what it had by then is a bound
        as well.
        """
        self._stop = False
        self._done.clear()
        try:
            # No daemon: a thread of the solver that outlives the interpreter brings the process down.
            Thread(target=self._run).start()
            # Not Thread.join, which Ctrl-C makes believe in Python 3.11 that the thread has ended.
            while not self._done.wait(POLL):
                watch.check()
        except BaseException:
            self._stop = True
            self._done.wait(PATIENCE)
            raise
        return Solution(self.bound(), list(self._program.getSolution().col_value))

    def bound(self) -> float:
        """What the dual values prove: any will do once they are scaled to be feasible, so this does not hang on the
        solver's tolerances.
        """
        if not self._done.is_set():
            return 0.0
        prices = [max(price, 0.0) for price in self._program.getSolution().row_dual]
        load = [0.0] * len(self._costs)
        for price, row in zip(prices, self.rows, strict=False):
            if price:
                for column in row:
                    load[column] += price
        worst = max((some / cost for some, cost in zip(load, self._costs, strict=True)), default=1.0)
        return sum(prices) / max(worst, 1.0)
