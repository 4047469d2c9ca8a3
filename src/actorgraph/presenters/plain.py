"""Page -> plain text: for a pipe, a file, a terminal without colour."""

from ..page import Page
from .layout import lines


def present(page: Page, cells: int = 80) -> str:
    return "".join("".join(run.text for run in line).rstrip() + "\n" for line in lines(page, cells))
