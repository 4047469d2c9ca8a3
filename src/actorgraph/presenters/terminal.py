"""Page -> a colour terminal: the very characters of the plain text, with style added. Eight colours only."""

from rich.console import Console
from rich.text import Text as Styled

from ..page import Page
from .layout import lines

STYLES = {
    "name": "bold",
    "heading": "bold",
    "dim": "dim",
    "place": "dim",
    "hostile": "red",
    "cooperative": "blue",
    "contested": "yellow",
    "open": "dim italic",
    "voice": "underline",
    "command": "cyan",
    "lens": "reverse",
}


def present(page: Page, cells: int = 80) -> str:
    """The page with escape sequences; taking them out leaves what plain text shows."""
    console = Console(
        force_terminal=True,
        color_system="standard",
        no_color=False,
        width=cells + 1,
        highlight=False,
        soft_wrap=True,
    )
    with console.capture() as capture:
        for line in lines(page, cells):
            styled = Styled()
            for run in line:
                styled.append(run.text, STYLES.get(run.role, ""))
            styled.rstrip()
            if styled.plain:
                console.print(styled, soft_wrap=True)
            else:
                console.print()
    return capture.get()
