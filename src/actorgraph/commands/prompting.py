"""Questions to somebody at a terminal: one line each, completed at Tab, asked again until the answer can be taken."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

import typer

from ..errors import Fault
from ..text import fold, safe

Take = Callable[[str], str]


def possible(no_input: bool) -> bool:
    """Whether there is somebody to ask."""
    return not no_input and all(one.isatty() for one in (sys.stdin, sys.stdout, sys.stderr))


def ask(
    question: str, take: Take, offers: Iterable[str] = (), *, needed: bool = True, without: str = "none"
) -> str:
    """The answer as `take` takes it; a Fault of it is told and the question asked again.

    Enter skips what is not needed, and what it then is stands in `without`.
    """
    words = sorted({word for word in offers if word and word == safe(word)})
    while True:
        typed = _line(f"{question}{'' if needed else f' (Enter: {safe(without)})'}: ", words).strip()
        if not typed:
            if not needed:
                return ""
            shown = f" One of: {', '.join(words)}." if 0 < len(words) < 40 else ""
            tell(f"It is needed.{shown} Ctrl-C gives up, and nothing is written.")
            continue
        try:
            return take(typed)
        except Fault as fault:
            for line in (str(fault), *fault.hints):
                tell(line)


def agreed(question: str, default: bool) -> bool:
    """A yes or a no; Enter is the default."""
    while True:
        typed = _line(f"{question} [{'Y/n' if default else 'y/N'}] ", ()).strip().lower()
        if not typed:
            return default
        if typed in ("y", "yes", "n", "no"):
            return typed[0] == "y"


def _line(prompt: str, words: Iterable[str]) -> str:
    _complete(list(words))
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        typer.echo("\nNothing is written.", err=True)
        raise typer.Abort from None
    except UnicodeDecodeError:
        raise Fault("What was typed is no text in the encoding of this terminal.") from None


def _complete(words: list[str]) -> None:
    """Words offered at Tab, blanks and all; a system without readline offers none."""
    with suppress(ImportError):
        import readline

        def offered(begun: str, number: int) -> str | None:
            start = fold(begun) if begun else ""
            found = [word for word in words if fold(word).startswith(start)]
            return found[number] if number < len(found) else None

        readline.set_completer(offered)
        readline.set_completer_delims("")
        libedit = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
        readline.parse_and_bind("set show-all-if-ambiguous on")
        readline.set_auto_history(False)


def tell(line: str) -> None:
    """A line below the question, broken between words."""
    from textwrap import wrap

    cells = max(40, os.get_terminal_size().columns - 1)
    line = safe(line)
    if len(line) + 2 <= cells or line.startswith(" "):
        typer.echo(f"  {line}", err=True)
        return
    for part in wrap(line, cells - 2, break_long_words=False, break_on_hyphens=False):
        typer.echo(f"  {part}", err=True)
