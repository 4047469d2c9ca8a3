"""Covering programs for HiGHS: the least weight of 0-1 columns so that every row holds one of them."""

from collections.abc import Sequence
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from ..errors import Fault
from .watch import Watch

if TYPE_CHECKING:
    from highspy.highs import HighsCallbackEvent

POLL = 0.02
"""Seconds between two looks at the clock and at Ctrl-C while the solver runs."""


class Solution(NamedTuple):
    """A bound no choice of columns goes below, and values of the columns (empty where the solver was stopped before any)."""

    bound: float
    values: list[float]


class Program:
    """Minimise costs times columns, none below 0, over rows that are added as they are found violated.

    HiGHS (Huangfu and Hall 2018) runs on one core in a thread of its own, so that Ctrl-C and time limits reach it.
    """

    def __init__(self, costs: Sequence[float]) -> None:
        try:
            import highspy
        except ImportError as missing:
            raise Fault(
                "this network is too large to try every split, and the solver HiGHS is not installed",
                "install it: pip install 'actorgraph[balance]'",
            ) from missing
        self._costs = costs
        self._rows: list[Sequence[int]] = []
        self._kinds = highspy.HighsVarType
        self._infinity = highspy.kHighsInf
        self._stop = False
        self.reached = 0.0
        self._highs = highs = highspy.Highs()
        for option, value in (("output_flag", False), ("log_to_console", False), ("threads", 1), ("random_seed", 1), ("mip_rel_gap", 0.0)):
            highs.setOptionValue(option, value)
        for moment in (highs.cbSimplexInterrupt, highs.cbIpmInterrupt, highs.cbMipInterrupt):
            moment.subscribe(self._heed)
        highs.addVars(len(costs), [0.0] * len(costs), [self._infinity] * len(costs))
        highs.changeColsCost(len(costs), list(range(len(costs))), list(costs))

    def _heed(self, event: "HighsCallbackEvent") -> None:
        """Called by the solver, in its thread: tells it to stop, and notes how far an integer program is."""
        bound = event.data_out.mip_dual_bound
        if self.reached < bound < self._infinity:
            self.reached = bound
        event.data_in.user_interrupt = self._stop

    def cover(self, rows: Sequence[Sequence[int]]) -> None:
        """Add rows, each the columns of which one must be taken."""
        self._rows.extend(rows)
        starts: list[int] = []
        flat: list[int] = []
        for row in rows:
            starts.append(len(flat))
            flat.extend(row)
        count = len(rows)
        self._highs.addRows(count, [1.0] * count, [self._infinity] * count, len(flat), starts, flat, [1.0] * len(flat))

    def _run(self, watch: Watch) -> None:
        """Run the solver; TimeUp and KeyboardInterrupt stop it and go on."""
        self._stop = False
        thread = Thread(target=self._highs.run, daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(POLL)
                watch.check()
        except BaseException:
            self._stop = True
            thread.join(0.5)
            raise

    def relaxed(self, watch: Watch) -> Solution:
        """The linear program's optimum.

        The bound is recomputed from the dual values, scaled until they are feasible, and so does not hang on the solver's tolerances.
        """
        self._run(watch)
        solution = self._highs.getSolution()
        prices = [max(price, 0.0) for price in solution.row_dual]
        load = [0.0] * len(self._costs)
        for price, row in zip(prices, self._rows, strict=True):
            if price:
                for column in row:
                    load[column] += price
        worst = max((some / cost for some, cost in zip(load, self._costs, strict=True)), default=1.0)
        return Solution(sum(prices) / max(worst, 1.0), list(solution.col_value))

    def integral(self, watch: Watch, incumbent: Sequence[int]) -> Solution:
        """The integer program's optimum, started from the columns of a cover already known.

        Where it is stopped, `reached` is the bound it had.
        """
        highs = self._highs
        count = len(self._costs)
        highs.changeColsBounds(count, list(range(count)), [0.0] * count, [1.0] * count)
        highs.changeColsIntegrality(count, list(range(count)), [self._kinds.kInteger] * count)
        highs.setSolution(count, list(range(count)), [float(one) for one in incumbent])
        self._run(watch)
        self.reached = max(self.reached, highs.getInfo().mip_dual_bound)
        return Solution(highs.getInfo().mip_dual_bound, list(highs.getSolution().col_value))
