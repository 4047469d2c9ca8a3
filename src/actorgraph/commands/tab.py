"""What a shell is told at Tab: what may stand where the word at the cursor begins.

A line is a word in letters that no shell reads as anything else; zsh and fish get a description after a tab. Where
a file is wanted the one line says so, and the shell offers names itself: it knows how to quote what strangers wrote.
"""

import re
import shlex
from collections.abc import Iterable
from typing import Any

from .asking import LENS

PLACES = {
    "FILE": ":file",
    "DIR": ":folder",
    "OTHER_FOLDER": ":folder",
    "FOLDER_A": ":folder",
    "FOLDER_B": ":folder",
}
_PLAIN = re.compile(r"[A-Za-z0-9+-][A-Za-z0-9.,_=+-]*")

Offers = Iterable[tuple[str, str]]


def answer(shell: str, given: list[str], root: Any) -> list[str]:
    """The lines for bash (given the line and the part it replaces), zsh or fish (the words), or bare words."""
    words, kept = given or [""], 0
    if shell == "bash":
        line, replaced = [*given, "", ""][:2]
        words = split(line)[1:] or [""]
        # bash breaks words at `=` and `:` too, and replaces only what comes after.
        ending = replaced if words[-1].endswith(replaced) else split(replaced)[-1]
        kept = len(words[-1]) - len(ending)
    elif shell == "fish":
        words[-1] = split(words[-1])[-1]
    found = _whole(words, root)
    if found and found[0][0] in PLACES.values():
        return [found[0][0]]
    described = shell in ("zsh", "fish")
    return [
        f"{word[kept:]}\t{about}" if described and about else word[kept:]
        for word, about in found
        if _PLAIN.fullmatch(word)
    ]


def split(line: str) -> list[str]:
    """The words of an unfinished line without their quotes; the last is empty where the line ends in a blank."""
    for end in ("|", "|'", '|"'):
        try:
            *words, last = shlex.split(line + end)
        except ValueError:  # a quote is still open
            continue
        return [*words, last[:-1]]
    return [line]


def _whole(words: list[str], root: Any) -> list[tuple[str, str]]:
    """Whole words for the place of the last one."""
    *before, start = words
    name, *rest = before or ["actorgraph"]
    command = root.get_command(None, name) if before else root
    while rest and hasattr(command, "index"):  # a group of commands: the next word is one of them
        name, *rest = rest
        command = command.get_command(None, name)
    if command is None:
        return []
    valued = {opt: param for param in command.params for opt in param.opts if _valued(param)}
    pending = valued.get(rest[-1]) if rest and "--" not in rest else None  # its value comes now
    ctx = command.make_context(name, rest[:-1] if pending else [*rest], resilient_parsing=True)
    params = command.get_params(ctx)
    awaited, head = (pending, "") if pending else _awaited(valued, ctx, rest, start)
    if awaited:
        offers = list(_values(awaited, ctx))
        if offers and offers[0][0] in PLACES.values():
            return offers
        if awaited.name in LENS:  # a comma joins several
            head += start[len(head) :].rpartition(",")[0]
            head += "," if start[len(head) :].startswith(",") else ""
        taken = {*_taken(awaited, ctx), *head.rpartition("=")[2].casefold().split(",")}
        offers = [offer for offer in offers if offer[0] not in taken]
    elif start.startswith("-") and "--" not in rest:
        offers = list(_options(params, rest))
    else:
        offers = list(command.known.items()) if hasattr(command, "index") else []
    begun = start[len(head) :].casefold()
    return [(head + word, about) for word, about in offers if word.casefold().startswith(begun)]


def _awaited(valued: dict[str, Any], ctx: Any, rest: list[str], start: str) -> tuple[Any, str]:
    """The option or argument whose value stands here, or None; and what of the word is no part of the value."""
    if start.startswith("-") and "--" not in rest:
        option, equals, _ = start.partition("=")
        return (valued.get(option), option + equals) if equals else (None, "")
    arguments = [param for param in ctx.command.params if param.param_type_name == "argument"]
    return next((param for param in arguments if param.nargs < 0 or not _typed(param, ctx)), None), ""


def _values(param: Any, ctx: Any) -> Offers:
    """What the parameter takes, in small letters: its own offers, else what its place in the help says."""
    if offered := param.shell_complete(ctx, ""):
        return ((item.value, item.help or "") for item in offered)
    named = (param.metavar or "").strip("[].")
    if named in PLACES:
        return [(PLACES[named], "")]
    return ((word, "") for word in named.split("|") if "|" in named)


def _options(params: list[Any], rest: list[str]) -> Offers:
    """Options that may still be given."""
    given = {word.partition("=")[0] for word in rest}
    for param in params:
        if param.param_type_name == "option" and (param.multiple or not given & {*param.opts}):
            yield from ((opt, param.help or "") for opt in sorted((*param.opts, *param.secondary_opts)))


def _taken(param: Any, ctx: Any) -> Iterable[str]:
    """What was given for it already: no word stands twice in one option."""
    for value in _typed(param, ctx):
        yield from value.casefold().split(",")


def _valued(param: Any) -> bool:
    """Whether it is an option that a value follows."""
    return param.param_type_name == "option" and not param.is_flag


def _typed(param: Any, ctx: Any) -> list[str]:
    """What was typed for the parameter; a default was not."""
    source = ctx.get_parameter_source(param.name)
    value = ctx.params.get(param.name)
    if value is None or source is None or source.name != "COMMANDLINE":
        return []
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
