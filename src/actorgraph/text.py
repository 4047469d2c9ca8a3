"""Words as people type and terminals show them: folding, near names, display width, harmless text."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

LONGEST_ID: Final = 64
_LONGEST_WORD: Final = 100
_MOST_CANDIDATES: Final = 200_000

# Letters that Unicode does not take apart, and the apostrophes of transliteration, which it calls letters.
_PLAIN: Final = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "ʻ": "", "ʼ": "", "ʽ": "", "ʾ": "", "ʿ": "", "ˈ": "", "ʹ": "", "ـ": "", "`": "", "´": "",
})  # fmt: skip
_ASCII_DROPPED: Final = str.maketrans("", "", " \t\n\r\x0b\x0c!\"#%&'()*,-./:;?@[\\]_{}`")

# Escape sequences, control characters, overrides and isolates of direction, line separators, invisible marks,
# and what one terminal leaves out and another shows as a blank (soft hyphen, Hangul fillers).
# Joiners and plain direction marks stay: Persian, Arabic and emoji need them.
UNSAFE: Final = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u3164\uffa0"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


# What a spreadsheet takes for the beginning of a formula.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def fold(text: str) -> str:
    """`text` without case, accents, punctuation and blanks: two names that fold alike are one name.

    >>> fold("U.S.") == fold("us"), fold("Jamāʿat-ul-Aḥrār")
    (True, 'jamaatulahrar')
    """
    if text.isascii():
        return text.lower().translate(_ASCII_DROPPED) or text.lower()
    from unicodedata import category

    kept = "".join(c for c in _bare(text) if category(c)[0] not in "PZC")
    return kept or "".join(text.casefold().split())


def slug(text: str) -> str:
    """`text` in the form of an id; empty where it holds no Latin letter and no digit."""
    words = re.sub(r"['’‘.]", "", _bare(text))
    made = re.sub(r"[^a-z0-9]+", "-", words).strip("-")
    if len(made) > LONGEST_ID:
        head = made[: LONGEST_ID + 1]
        made = head.rpartition("-")[0] if "-" in head else head[:LONGEST_ID]
    return made.strip("-")


def _bare(text: str) -> str:
    from unicodedata import combining, normalize

    # Folding case may bring forth new accents (İ), hence twice.
    for _ in range(2):
        text = "".join(c for c in normalize("NFKD", text) if not combining(c)).casefold()
    return text.translate(_PLAIN)


def near(word: str, candidates: Iterable[str], n: int = 3) -> list[str]:
    """The `n` candidates nearest to `word`, nearest first; none where nothing is near enough.

    A third of the letters may differ, four at most; after these come the candidates that `word` begins.
    """
    wanted = fold(word[: _LONGEST_WORD + 1])
    if not wanted or len(wanted) > _LONGEST_WORD:
        return []
    limit = min(4, max(1, len(wanted) // 3))
    found: list[tuple[int, str]] = []
    for candidate in islice(candidates, _MOST_CANDIDATES):
        if len(candidate) > 3 * _LONGEST_WORD:
            continue
        other = fold(candidate)
        distance = _distance(wanted, other, limit)
        if distance <= limit and distance < len(wanted):
            found.append((distance, candidate))
        elif len(wanted) > 2 and other.startswith(wanted):
            found.append((limit + 1, candidate))
    return list(dict.fromkeys(name for _, name in sorted(found)))[:n]


def _distance(a: str, b: str, limit: int) -> int:
    """Letters put in, left out, changed or swapped with a neighbour; more than `limit` is `limit` + 1."""
    if a == b:
        return 0
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    letters, others = {*a}, {*b}
    if len(letters - others) > limit or len(others - letters) > limit:  # each such letter is a difference
        return limit + 1
    before: list[int] = []
    row = [j if j <= limit else limit + 1 for j in range(len(b) + 1)]
    for i, letter in enumerate(a, 1):
        before, last, row = row, before, [limit + 1] * (len(b) + 1)
        if i <= limit:
            row[0] = i
        for j in range(max(1, i - limit), min(len(b), i + limit) + 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != b[j - 1]))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, last[j - 2] + 1)
            row[j] = best
        if min(row) > limit:
            return limit + 1
    return row[-1]


def akin(one: str, other: str) -> bool:
    """Whether two names share the root of a word: `Pakistan`, `Pakistani government`."""
    roots = [
        {fold(word)[:6] for word in re.split(r"[^\w]+", name) if len(fold(word)) > 5} for name in (one, other)
    ]
    return bool((roots[0] & roots[1]) - {"govern", "milita", "former"})


def width(text: str) -> int:
    """The terminal cells that `text` takes."""
    if text.isascii() or all(
        c < "\u0300" or "\u2010" <= c <= "\u2027" or "\u2500" <= c <= "\u259f" for c in text
    ):
        return len(text) - text.count("\xad")
    from wcwidth import wcswidth, wcwidth

    cells = wcswidth(text)
    return cells if cells >= 0 else sum(max(0, wcwidth(c)) for c in text)


def safe(text: str) -> str:
    """`text` that cannot steer a terminal or deceive the eye: what could is shown as `<U+202E>`.

    Line breaks and tabs become a blank.
    """
    if text.isprintable() and "\u3164" not in text and "\uffa0" not in text:
        return text
    text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return re.sub(UNSAFE, lambda found: f"<U+{ord(found[0]):04X}>", text)


def inert(text: str) -> str:
    """`text` as a cell that no spreadsheet runs: what would begin a formula is led by an apostrophe, a number is not.

    >>> inert("=1+1"), inert("-"), inert("-1.5"), inert("-1-2")
    ("'=1+1", '-', '-1.5', "'-1-2")
    """
    shown = safe(text)
    harmless = text in ("+", "-") or re.fullmatch(r"-[0-9]+(\.[0-9]+)?", text)
    return f"'{shown}" if text.startswith(FORMULA) and not harmless else shown


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a source's text: line N of the file is paragraph N."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines
