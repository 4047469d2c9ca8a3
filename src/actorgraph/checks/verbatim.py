"""Whether the words of a quote stand in a passage, word for word.

Case, accents, white space, quotation marks and other punctuation, hyphens and ligatures do not tell them apart. A
point, comma or dash inside a figure does, and so does where a word begins: "armed men" is not in "unarmed men".
"""

import re
from typing import NamedTuple

from ..text import fold

# A hyphen holds a word together, also at the end of a line; every other mark and every blank parts two words.
_WORD = re.compile(r"[^\W_]+(?:[-‐‑\xad]\s*[^\W_]+)*")
_POINT = re.compile(r"(?<=\d)([.,:/])(?=\d)")
_DASH = re.compile(r"(?<=\d)\s*[-‐‑‒–—−]\s*(?=\d)")
_KEPT = str.maketrans(".,:/", "=+<>")  # signs that folding keeps
_SCRIPTS = "\u0590"  # before it stand the scripts that part words by blanks and take nothing in front of them
_TRIES = (
    10_000_000  # letters compared for one piece: a quote that is hard to find is not looked for without end
)


class Piece(NamedTuple):
    """Words of the source in a quote; an open side goes on in brackets: `enem[ies]`."""

    text: str
    open_before: bool = False
    open_after: bool = False


def pieces(quote: str) -> list[Piece]:
    """The parts of a quote that are the source's: what stands in brackets is the coder's, save a changed letter."""
    whole = re.sub(r"\[(\w)\]", r"\1", quote)
    found, at, bracket = [], 0, False
    for cut in [*re.finditer(r"\[[^\]]*\]|\.\.+|…", whole), None]:
        text = whole[at : cut.start() if cut else len(whole)]
        closing = cut is not None and cut[0].startswith("[")
        piece = Piece(text, bracket and text[:1].isalnum(), closing and text[-1:].isalnum())
        found += [piece] if any(c.isalnum() for c in text) else []
        at, bracket = (cut.end(), closing) if cut else (at, False)
    return found


def figured(text: str) -> str:
    """The text with the marks inside its figures as signs that folding keeps."""
    return _DASH.sub("~", _POINT.sub(lambda found: found[0].translate(_KEPT), text))


class Passage:
    """A passage in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        edges = bytearray()
        at = 0
        text = figured(text)
        for word in _WORD.finditer(text):
            for piece, inside in ((text[at : word.start()], False), (word[0], True)):
                folded = fold(f"x{piece}")[1:]  # of marks alone nothing is left
                parts.append(folded)
                edges += bytes([1] * len(folded) if not inside else [n == 0 for n in range(len(folded))])
            at = word.end()
        parts.append(fold(f"x{text[at:]}")[1:])
        edges += bytes([1] * len(parts[-1]))
        self.folded = "".join(parts)
        self._edges = edges

    def holds(self, wanted: list[tuple[str, Piece]]) -> bool:
        """Whether the folded pieces stand there, one after the other."""
        at = 0
        for folded, piece in wanted:
            at = self._find(folded, piece, at)
            if at < 0:
                return False
        return True

    def _find(self, folded: str, piece: Piece, at: int) -> int:
        """Where the piece ends; -1 where it does not stand there as whole words."""
        for _ in range(max(100, _TRIES // (len(folded) or 1))):
            begin = self.folded.find(folded, at)
            if begin < 0:
                return -1
            end = begin + len(folded)
            if (piece.open_before or self._edge(begin)) and (piece.open_after or self._edge(end)):
                return end
            at = begin + 1
        return -1

    def _edge(self, at: int) -> bool:
        """Whether a word may begin or end there."""
        if at in (0, len(self.folded)) or self._edges[at]:
            return True
        return any(letter >= _SCRIPTS for letter in self.folded[at - 1 : at + 1])


def wanted(quote: str) -> list[tuple[str, Piece]]:
    """The pieces of the quote with what is looked for."""
    return [(fold(f"x{figured(piece.text)}")[1:], piece) for piece in pieces(quote)]
