"""Keys that a record does not have: what was meant, or where it is written."""

import re

from ..nodes import Node, Scalar
from ..text import near
from .reader import Reader, Shape

# Fields that people type from habit: the field of ours that must be there, and what to say.
TIME = "Time is `when: START/END`: 2018/.. since then and going on, 2018/ began then, /2019 until then."
INSIDE = "It stands inside `evidence`, beside the source: every statement has a voice of its own."
MOVED = {
    "level": ("means", "How it is done goes to `means`, how far to `extent`, where it holds to `scope`."),
    "sign": ("evidence", "A sign is never typed: it belongs to the type (types.yaml has your own)."),
    "strength": ("extent", "Only what the source says of it: `extent: limited` or `extent: close`."),
    "weight": ("extent", "Only what the source says of it: `extent: limited` or `extent: close`."),
    "status": (
        "modality",
        "What is wanted is `modality: intended`; what is over has `gone-by`; who doubts it, a stance.",
    ),
    "certainty": (
        "coding",
        "Of your reading: `coding`. Of the voice: `likelihood` or `confidence` in `evidence`.",
    ),
    "sources": ("evidence", "Who says so goes to `evidence: SOURCE PLACE`."),
    "source": ("evidence", "Who says so goes to `evidence: SOURCE PLACE`."),
    "confidence": (
        "assessment",
        "A voice's own stands inside `evidence`, a named analyst's in `assessment`.",
    ),
    "likelihood": ("evidence", INSIDE),
    "says": ("evidence", INSIDE),
    "stance": ("evidence", INSIDE),
    "hedge": ("evidence", INSIDE),
    "gist": ("evidence", INSIDE),
    "quote": ("evidence", INSIDE),
    "said": ("evidence", INSIDE),
    "at": ("evidence", INSIDE),
    "since": ("when", TIME),
    "until": ("when", TIME),
    "start": ("when", TIME),
    "end": ("when", TIME),
    "date": ("when", TIME),
    "year": ("when", TIME),
    "parent": ("of", "A part of something else is a sourced `part-of` row; only a segment has `of`."),
    "part-of": ("of", "A part of something else is a sourced `part-of` row; only a segment has `of`."),
}


def unknown_key(reader: Reader, key: Scalar, value: Node, shape: Shape, of_what: str) -> None:
    what = f'unknown key "{key.text}"'
    needed, moved = MOVED.get(key.text, ("", ""))
    found = near(key.text, list(shape.fields), 1)
    if needed in shape.fields:
        reader.fault("unknown-key", key, what, (moved,))
    elif found:
        text = f"{found[0]}: {value.text}" if isinstance(value, Scalar) else f"{found[0]}:"
        reader.fault("unknown-key", key, what, ("Write instead:",), (text,))
    elif re.search("[\u201c\u201d\u201e\u2018\u2019]", key.text):
        reader.fault(
            "unknown-key",
            key,
            what,
            (
                "Curly quotes hold nothing together, so the comma before it ended the value. Use straight ones:",
            ),
            ('gist: "boats, lent in February"',),
        )
    else:
        reader.fault(
            "unknown-key",
            key,
            what,
            (f"{of_what[0].upper()}{of_what[1:]} has the keys: {', '.join(shape.fields)}.",),
        )
