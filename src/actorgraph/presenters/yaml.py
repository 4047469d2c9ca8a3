"""Plain lists and objects -> YAML that a person fills in. Words of strangers stay words, whatever they look like."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ..text import safe

# Words that mean themselves unquoted; all else is quoted, `no` and dates among it.
_PLAIN = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null|nan|inf)$)[A-Za-z](?:[\w./-]| (?=\w))*", re.A | re.I
)


def present(comment: str, thing: dict[str, Any]) -> str:
    """The object as YAML under a comment, whose lines are its own."""
    head = [f"# {safe(line)}".rstrip() for line in comment.splitlines()]
    return "\n".join([*head, *_object(thing), ""])


def _object(thing: dict[str, Any]) -> Iterator[str]:
    for name, value in thing.items():
        key = _word(name)
        if isinstance(value, dict):
            yield f"{key}:"
            yield from (f"  {line}" for line in _object(value))
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield ""
            yield f"{key}:"
            for one in value:
                first, *rest = _object(one)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        elif isinstance(value, list):
            yield f"{key}: [{', '.join(_word(one) for one in value)}]"
        else:
            yield f"{key}: {_word(value)}".rstrip()


def _word(word: str) -> str:
    """A scalar; an empty one stays empty, for somebody to fill in."""
    shown = safe(word)
    return shown if not shown or _PLAIN.fullmatch(shown) else json.dumps(shown, ensure_ascii=False)
