"""The same again whenever a file of a data set changes: what `check --watch` does until it is interrupted."""

import gc
import os
import sys
import time
from collections.abc import Callable
from typing import Final

import typer

from ..errors import Fault
from ..text import safe
from ..tree import NAMES

_PAUSE: Final = 0.25


def watch(folder: str, look: Callable[[], object]) -> None:
    """Call `look` now and after each change in the folder; it ends with the process."""
    while True:
        # The state before looking: what is saved meanwhile is looked at once more.
        seen = state(folder)
        try:
            look()
        except Fault as fault:  # an editor may take a file away before it puts the new one there
            for line in (str(fault), *fault.hints):
                typer.echo(safe(line), err=True)
        sys.stdout.flush()
        typer.echo("Watching; Ctrl-C ends it.", err=True)
        gc.collect()  # a process that answers once never needs to
        while state(folder) == seen:
            time.sleep(_PAUSE)
        now = state(folder)
        while (later := _after_a_moment(folder)) != now:  # a file that is still being written
            now = later


def _after_a_moment(folder: str) -> frozenset[tuple[str, int, int, int]]:
    time.sleep(_PAUSE / 2)
    return state(folder)


def state(folder: str) -> frozenset[tuple[str, int, int, int]]:
    """Which files lie there, hidden ones aside, each with what changes when it is written."""
    found = set()
    for inner in (folder, *(os.path.join(folder, name) for name in NAMES[1:])):
        try:
            with os.scandir(inner) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        about = entry.stat()
                        found.add((entry.path, about.st_mtime_ns, about.st_size, about.st_ino))
        except OSError:
            continue
    return frozenset(found)
