"""Text as XML: nothing in it ends a tag or an attribute early, and no character that XML forbids is left.

Graphs are written a line at a time, since a tree of elements for 100,000 ties takes gigabytes.
"""

from ..text import safe

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escaped(text: str) -> str:
    """Text as it may stand between tags and in an attribute between double quotes."""
    return safe(text).translate(_MARKUP)
