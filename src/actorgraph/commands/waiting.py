"""Long work says that it goes on: on a terminal, after a second, until it is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final, TextIO

_PATIENCE: Final = 1.0


@contextmanager
def patient(doing: str) -> Iterator[None]:
    """A line on standard error that counts the seconds and goes away; nothing in a pipe, nothing if it is quick."""
    screen = sys.stderr
    if not (screen and screen.isatty()):
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(doing, done, screen), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: Event, screen: TextIO) -> None:
    seconds, shown = 0, ""
    while not done.wait(_PATIENCE):
        seconds += 1
        shown = f"{doing} ... {seconds} s"
        screen.write(f"\r{shown}")
        screen.flush()
    if shown:
        screen.write(f"\r{' ' * len(shown)}\r")
        screen.flush()
