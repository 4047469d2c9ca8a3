"""Time and progress of a long answer."""

import time
from collections.abc import Callable

Report = Callable[[int, int], None]
"""Takes a lower and an upper bound each time one of them moves."""


class TimeUp(Exception):
    """The time allowed is over."""


class Watch:
    """What a long answer asks whether to go on, and tells how far it is. It decides when to stop, never what the
    answer is.
    """

    def __init__(self, seconds: float | None = None, report: Report | None = None) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds
        self._report = report
        self._told: tuple[int, int] | None = None

    def check(self) -> None:
        """TimeUp once the time is over."""
        if self._end is not None and time.monotonic() > self._end:
            raise TimeUp

    def quiet(self) -> "Watch":
        """The same end, without telling: for the parts of an answer whose bounds are not its own."""
        other = Watch()
        other._end = self._end
        return other

    def tell(self, lower: int, upper: int) -> None:
        if self._report and (lower, upper) != self._told:
            self._told = (lower, upper)
            self._report(lower, upper)
