"""The root command: finds a command, runs it, and turns what happened into an exit code.

0 answered, 1 a check failed (the command returns it), 2 a request or the world was at fault, 3 a bug of ours,
130 interrupted.
"""

import gc
import os
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Any

from . import __version__, later

later.put_off()  # before Typer, which imports them all

import typer
from typer.core import TyperGroup
from typer.main import get_command

from .commands import COMMANDS, INDEX
from .errors import Fault

_WORD = r"""(?:"[^"]*"|'[^']*'|\S)+"""
WIDEST = 75  # of an example, with its indent and the sign that it goes on below 80

# Typer exports BadParameter but not the class of all usage errors, and its home differs between releases.
_UsageError: type[Exception] = typer.BadParameter.__bases__[0]


def find(name: str, home: str = "actorgraph.commands", known: Iterable[str] = COMMANDS) -> Any:
    """The command of that name, importing its module, or None; one with an `INDEX` is a group of commands."""
    if name not in known:
        return None
    module = import_module(f"{home}.{name.replace('-', '_')}")
    epilog = "\b\nExamples:" + "".join(f"\n  {line}" for one in module.EXAMPLES for line in broken(one))
    if hasattr(module, "INDEX"):
        family = type("Family", (Group,), {"index": {"Commands": module.INDEX}, "home": module.__name__})
        alone = typer.Typer(name=name, cls=family, add_completion=False, rich_markup_mode=None)
        alone.callback(epilog=epilog)(module.command)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name, epilog=epilog)(module.command)
    return get_command(alone)


def broken(example: str) -> list[str]:
    """An example in lines that fit a page and are still one command when they are copied."""
    lines = [""]
    for word in re.findall(rf"--[a-z-]+ (?!-){_WORD}|{_WORD}", example):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > WIDEST:
            lines[-1] += " \\"
            lines.append(f"    {word}")
        else:
            lines[-1] += f"{' ' if lines[-1] else ''}{word}"
    return lines


class Group(TyperGroup):
    """A group that knows its commands from an index and imports only the one that is asked for."""

    index: dict[str, dict[str, str]] = INDEX
    home = "actorgraph.commands"

    @property
    def known(self) -> dict[str, str]:
        """The commands by name, whatever heading they stand under."""
        return {name: summary for group in self.index.values() for name, summary in group.items()}

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer does; without a word it is help that is wanted."""
        return super().parse_args(ctx, args or ["--help"])

    def list_commands(self, ctx: Any) -> list[str]:
        """Every name in the index."""
        return list(self.known)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One command, imported now."""
        return find(cmd_name, self.home, self.known)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The index as help shows it; no command is imported for that."""
        for heading, group in self.index.items():
            with formatter.section(heading):
                formatter.write_dl(list(group.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Typer does, but an unknown name is answered in our own words."""
        if args[0] not in self.known:
            raise unknown(args, self.known, ctx.command_path)
        return super().resolve_command(ctx, args)


def unknown(words: list[str], known: dict[str, str], after: str) -> Fault:
    """No such command: the nearest, and the line as it was perhaps meant."""
    from difflib import get_close_matches
    from shlex import join

    called = " ".join([*after.split()[1:], words[0]])
    near = get_close_matches(words[0].lower(), known, n=1)
    if not near:
        return Fault(f'No command "{called}", and no name near it. All: {after} --help')
    meant = [*after.split(), near[0], *(words[1:] or ["--help"])]
    return Fault(f'No command "{called}". Nearest: {near[0]}. Try: {join(meant)}')


app = typer.Typer(
    cls=Group,
    add_completion=False,  # ours, in commands/completion.py, costs nothing at start
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"actorgraph {__version__}")
        raise typer.Exit


@app.callback(epilog="More on one of them: actorgraph show --help")
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who is with whom, against whom, since when, and who says so."""


def _complete(words: list[str]) -> int:
    """Answer a shell at Tab; where nothing can be read there is nothing to offer, and no word said about it."""
    from contextlib import suppress

    from .commands import tab

    with suppress(Fault, OSError):
        lines = tab.answer(os.environ["_ACTORGRAPH_COMPLETE"], words, get_command(app))
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def main(argv: list[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    if argv is None:
        gc.disable()  # one question, then the process ends: collecting would only cost time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that lacks a letter gets its code, not a traceback
            stream.reconfigure(errors="backslashreplace")
    try:
        if "_ACTORGRAPH_COMPLETE" in os.environ:
            return _complete(words)
        code = get_command(app).main(words, prog_name="actorgraph", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except Fault as fault:
        _tell(str(fault), *fault.hints)
        return fault.code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        return _hush(0)
    except SystemExit as stop:
        # Typer answers a closed pipe itself, with 1; but a reader who has seen enough is no failure.
        if isinstance(stop.__context__, BrokenPipeError):
            return _hush(0)
        raise
    except OSError as fault:
        return _hush(_tell(f"{fault.strerror or fault}{f': {fault.filename}' if fault.filename else ''}"))
    except Exception as fault:
        if isinstance(fault, _UsageError):
            return _tell(_usage(fault, words))
        return _bug()


def _usage(fault: Any, words: list[str]) -> str:
    """Typer's own words in one line, and what to type instead or where to read on."""
    said = " ".join(fault.format_message().split()).rstrip(".")
    asked = fault.ctx.command_path if fault.ctx else "actorgraph"
    if asked == "actorgraph" and words and words[0] in COMMANDS:  # of a missing value Typer names no command
        asked = f"actorgraph {words[0]}"
    params = fault.ctx.command.params if fault.ctx else []
    names = [param.name for param in params if param.param_type_name == "argument"]
    if "unexpected extra argument" in said and set(names) & {"actor", "a", "b"}:
        return f"{said}. A name with blanks needs quotes{_quoted(words, len(names))}"
    return f"{said}. Try: {asked} --help"


def _quoted(words: list[str], takes: int) -> str:
    """The line as it was perhaps meant: the last of its names is all the words before the options, in quotes."""
    command, *rest = words
    end = next((at for at, word in enumerate(rest) if word.startswith("-")), len(rest))
    names, options = rest[:end], rest[end:]
    if len(names) <= takes:
        return ', such as "United States".'
    last = f'"{" ".join(names[takes - 1 :])}"'
    return f": {' '.join(['actorgraph', command, *names[: takes - 1], last, *options])}"


def _tell(*lines: str) -> int:
    from .text import safe

    for line in lines:
        typer.echo(safe(line), err=True)
    return 2


def _bug() -> int:
    import traceback

    traceback.print_exc()
    typer.echo(f"This is a fault of actorgraph {__version__}, not yours. Please report it.", err=True)
    return 3


def _hush(code: int) -> int:
    """Nobody reads any more: what is still buffered must not complain when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return code
