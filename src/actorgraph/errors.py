"""Trouble outside the data: a request that can't be met, or a world that does not play along."""


class Fault(Exception):
    """What went wrong in one line; `hints` are further lines, such as the bearers of an ambiguous name.

    The line says what, the nearest thing that would have worked, and what to type next.
    """

    code = 2

    def __init__(self, message: str, *hints: str) -> None:
        super().__init__(message)
        self.hints = hints


def installing(what: str) -> str:
    """The command that installs a package or an extra for the Python that runs, also where that has no pip."""
    from importlib.util import find_spec
    from shlex import quote

    if find_spec("pip"):
        return f"python3 -m pip install {quote(what)}"
    import os
    import sys

    here = os.path.relpath(sys.executable)
    python = sys.executable if here.startswith("..") else here
    return f"python3 -m pip --python {quote(python)} install {quote(what)}"
