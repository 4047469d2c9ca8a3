"""Long work says that it goes on: on a terminal, after a second, until it is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

_PATIENCE: Final = 1.0


@contextmanager
def patient(doing: str) -> Iterator[None]:
    """A line on standard error that counts the seconds and goes away; nothing in a pipe, nothing if it is quick."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: Event) -> None:
    seconds, shown = 0, ""
    while not done.wait(_PATIENCE):
        seconds += 1
        shown = f"{doing} ... {seconds} s"
        sys.stderr.write(f"\r{shown}")
        sys.stderr.flush()
    if shown:
        sys.stderr.write(f"\r{' ' * len(shown)}\r")
        sys.stderr.flush()
