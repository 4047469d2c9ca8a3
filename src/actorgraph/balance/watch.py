"""Time and progress of a long answer."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

Report = Callable[[int, int], None]
"""Takes a lower and an upper bound each time one of them moves."""


class TimeUp(Exception):
    """The time allowed is over."""


@contextmanager
def unbroken() -> Iterator[None]:
    """Ctrl-C waits until the block is left: a library whose import is cut short looks like one that is not there."""
    if threading.current_thread() is not threading.main_thread() or not callable(
        before := signal.getsignal(signal.SIGINT)
    ):
        yield
        return
    asked: list[int] = []

    def later(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    signal.signal(signal.SIGINT, later)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        before(signal.SIGINT, None)


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
