"""Trouble outside the data: a request that can't be met, or a world that does not play along."""


class Fault(Exception):
    """What went wrong in one line; `hints` are further lines, such as the bearers of an ambiguous name.

    The line says what, the nearest thing that would have worked, and what to type next.
    """

    code = 2

    def __init__(self, message: str, *hints: str) -> None:
        super().__init__(message)
        self.hints = hints
