"""The program within this process, in a folder: many small files are imported, and starting takes longer than that."""

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from actorgraph.cli import main


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def within(folder: Path) -> Callable[..., Done]:
    """`actorgraph` as a user of that folder types it."""

    def run(*words: str) -> Done:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([*words])
        return Done(code, out.getvalue(), err.getvalue())

    return run
