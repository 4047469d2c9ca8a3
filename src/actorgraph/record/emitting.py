"""Values -> YAML text, as people type it: no quotes where none are needed, short lists on one line."""

import re
from textwrap import wrap
from typing import Final

# A record as a command has it: texts, lists and mappings of them.
Value = str | list["Value"] | dict[str, "Value"]

WIDTH: Final = 100
_BEGINS: Final = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.|<<|=")
_WITHIN: Final = re.compile(r":(?:\s|$)|\s#")
_FLOW: Final = re.compile(r"[,\[\]{}?]")  # of `?` between brackets YAML readers think differently
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str, *, flow: bool = True) -> str:
    """The text on one line: plain where every YAML reader takes it so, else in quotes; `flow` between brackets."""
    if not text.isprintable():
        return double(text)
    odd = _BEGINS.match(text) or _WITHIN.search(text) or text != text.strip() or not text
    return single(text) if odd or (flow and _FLOW.search(text)) else text


def single(text: str) -> str:
    """The text in single quotes; it holds no line end and nothing invisible."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """The text in double quotes, with escapes for what can't be seen."""
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _escape(c)) for c in text) + '"'


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def flow(value: Value) -> str:
    """The value on one line, in brackets where it is a list or a mapping."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return f"{{{', '.join(f'{scalar(key)}: {flow(one)}' for key, one in value.items())}}}"


def block(value: Value, column: int) -> list[str]:
    """The mapping or list on lines of its own, each with its indent; a text is one line."""
    blanks = " " * column
    if isinstance(value, dict) and value:
        return [line for key, one in value.items() for line in pair(key, one, column)]
    if isinstance(value, list) and value:
        return [line for one in value for line in item(one, column)]
    return [blanks + (scalar(value, flow=False) if isinstance(value, str) else flow(value))]


def pair(key: str, value: Value, column: int) -> list[str]:
    """A key with its value, from that column on."""
    head = f"{' ' * column}{scalar(key, flow=False)}:"
    if isinstance(value, str):
        return _text(head, value, column + 2)
    if not value or _short(value, len(head) + 1):
        return [f"{head} {flow(value)}"]
    return [head, *block(value, column + 2)]


def item(value: Value, column: int) -> list[str]:
    """An entry of a list, its hyphen at that column."""
    head = f"{' ' * column}-"
    if isinstance(value, str):
        return _text(head, value, column + 2)
    if not value or _short(value, len(head) + 1):
        return [f"{head} {flow(value)}"]
    first, *rest = block(value, column + 2)
    return [f"{head} {first.lstrip(' ')}", *rest]


def _short(value: Value, before: int) -> bool:
    """Whether it goes on one line: a list of texts, or a mapping of texts and such lists."""
    if isinstance(value, str):
        return True
    parts = value.values() if isinstance(value, dict) else value
    plain = all(isinstance(one, str) or (isinstance(value, dict) and _texts(one)) for one in parts)
    return plain and before + len(flow(value)) <= WIDTH


def _texts(value: Value) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _text(head: str, text: str, column: int) -> list[str]:
    line = f"{head} {scalar(text, flow=False)}"
    lines = text.split("\n")
    if len(line) <= WIDTH and len(lines) == 1:
        return [line]
    blanks = " " * column
    clean = text == text.strip() and all(part == "" or part.isprintable() for part in lines)
    if clean and len(lines) > 1 and not any(part.endswith(" ") for part in lines):
        return [f"{head} |-", *(blanks + part if part else "" for part in lines)]
    if clean and len(lines) == 1 and "  " not in text:
        folded = wrap(text, WIDTH - column, break_long_words=False, break_on_hyphens=False)
        return [f"{head} >-", *(blanks + part for part in folded)]
    return [line]
