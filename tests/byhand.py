"""Plain values as people type them: odd indents, every style and quote, remarks in odd places, any line end.

Every remark is `#rN` with its own number, so a test can tell which are still there, and beside what.
"""

import re
from random import Random
from typing import Any

from hypothesis import strategies as st

from actorgraph.nodes import Mapping, Node, Scalar, Sequence
from generated import Dice

REMARK = re.compile(r"#r\d+")
NOTES = (
    "plain words",
    "it's a note: with a colon",
    'she said "no" # and meant it',
    "[brackets], {braces}, commas",
    "- a hyphen first",
    "two lines\nof text",
    "  blanks around  ",
    "  indented\nthan not\n\n  again\n",
    "Jamāʿat \U0001f600 \u062f\u0627\u0639\u0634",
    "ends in lines\n\n",
    "tab\there, back\\slash",
    "a long text of many words that nobody would leave on one single line, " * 3 + "end",
    "",
)

# A whole file takes thousands of choices: drawn one by one they would take minutes.
dice = st.integers(0, 1 << 40).map(lambda seed: Dice(Random(seed).randbytes(8000)))  # noqa: S311  # no secret


class Hand:
    """Somebody typing, whose habits come from the dice."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.remarks = 0
        self.tidy = dice.seldom()

    def remark(self) -> str:
        self.remarks += 1
        return f"#r{self.remarks}{self.dice.one(('', ' words', ': [a, {b', chr(32) + chr(39), ' # more', ' - x'))}"

    def now(self) -> bool:
        """Whether to do something odd here."""
        return not self.tidy and self.dice.number(0, 5) == 5

    def file(self, value: dict[str, Any]) -> str:
        lines = self.above(0)
        lines += ["---"] if self.now() else []
        lines += self.block(value, 0)
        lines += self.above(0)
        text = "\n".join(lines) + self.dice.one(("\n", "\n", "\n", "", "\n\n\n"))
        return text.replace("\n", self.dice.one(("\n", "\n", "\r\n")))

    def above(self, column: int, deepest: int = 12) -> list[str]:
        """Remarks and empty lines before what begins at the column."""
        lines = []
        while self.now():
            at = self.dice.one((column, column, 0, min(deepest, column + 1), min(deepest, column + 3)))
            lines.append(self.dice.one(("", "  ", " " * at + self.remark(), " " * at + self.remark())))
        return lines

    def block(self, value: Any, column: int, *, beside: bool = False) -> list[str]:
        """A mapping or list that is not empty, on lines from that column on."""
        lines: list[str] = []
        inside = False  # a text of lines ends where a remark stands further left
        for key, one in value.items() if isinstance(value, dict) else ((None, one) for one in value):
            if not (beside and not lines):
                lines += self.above(column, column if inside else 12)
            head = " " * column + ("-" if key is None else f"{self.key(key)}:")
            new, inside = self.entry(head, one, column, key is None)
            lines += new
        return lines

    def key(self, key: str) -> str:
        return self.dice.one((key, key, key, f"'{key}'", f'"{key}"')) if self.now() else key

    def tail(self) -> str:
        return self.dice.one((" ", "   ", "\t")) + self.remark() if self.now() else ""

    def entry(self, head: str, value: Any, column: int, listed: bool) -> tuple[list[str], bool]:
        blank = "  " if self.now() else " "
        if isinstance(value, str):
            return self.text(head, value, column)
        if not value or (column > 1 and self.dice.often()):
            first, *rest = self.flow(value, column + self.dice.number(1, 6)).split("\n")
            rest = [*rest]
            end = self.tail()
            if self.now():
                between = [head + self.tail(), *self.above(column + 1, 12)]
                return [
                    *between,
                    f"{' ' * (column + 1)}{first}",
                    *rest[:-1],
                    *([rest[-1] + end] if rest else []),
                ], False
            lines = [f"{head}{blank}{first}", *rest]
            return [*lines[:-1], lines[-1] + end], False
        step = self.dice.one((2, 2, 2, 1, 3, 4))
        if isinstance(value, list) and not listed and self.dice.seldom():
            step = 0
        if listed and not self.now():
            inner = column + 1 + self.dice.one((1, 1, 1, 2, 3))
            lines = self.block(value, inner, beside=True)
            return [head + lines[0][column + 1 :], *lines[1:]], self.ends_in_text(lines)
        lines = self.block(value, column + max(step, 1 if listed or isinstance(value, dict) else 0))
        return [head + self.tail(), *lines], self.ends_in_text(lines)

    def ends_in_text(self, lines: list[str]) -> bool:
        """Careful rather than exact: what follows may be inside a text of lines."""
        return any(re.search(r"[|>][-+0-9]*(\s+#r.*)?$", line) for line in lines)

    def text(self, head: str, text: str, column: int) -> tuple[list[str], bool]:
        inner = column + self.dice.number(1, 5)
        style = self.dice.one(("plain", "plain", "plain", "single", "double", "folded", "literal", "lines"))
        plain = bool(re.fullmatch(r"[^\W\d_][\w ().;-]*[\w.]|[\d][\w/.+-]*", text)) and "  " not in text
        if style == "literal" and text.strip() and not text.startswith((" ", "\n")) and "\t" not in text:
            ends = len(text) - len(text.rstrip("\n"))
            mark = ("-", "", "+")[min(ends, 2)]
            rows = text.removesuffix("\n").split("\n")
            body = [" " * inner + row if row else "" for row in rows]
            return [f"{head} |{mark}{self.tail()}", *body], True
        if style == "folded" and plain and " " in text:
            at = text.index(" ")
            return [f"{head} >-{self.tail()}", " " * inner + text[:at], " " * inner + text[at + 1 :]], True
        if style in ("plain", "lines") and plain:
            if style == "lines" and " " in text:
                at = text.index(" ")
                return [f"{head} {text[:at]}", " " * inner + text[at + 1 :] + self.tail()], False
            if self.now():
                return [
                    head + self.tail(),
                    *self.above(column + 1, 12),
                    " " * inner + text + self.tail(),
                ], False
            return [f"{head} {text}{self.tail()}"], False
        return [f"{head} {self.quoted(text, style)}{self.tail()}"], False

    def quoted(self, text: str, style: str = "") -> str:
        if style == "double" or not text.isprintable():
            escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            return f'"{escaped}"'
        return "'" + text.replace("'", "''") + "'"

    def flow(self, value: Any, column: int) -> str:
        """Between brackets, now and then on several lines with remarks on them."""
        if isinstance(value, str):
            return (
                value
                if re.fullmatch(r"[a-z][a-z0-9 -]*[a-z0-9]", value) and "  " not in value
                else self.quoted(value)
            )
        ends = "{}" if isinstance(value, dict) else "[]"
        wide = self.now()

        def gap() -> str:
            if wide and self.dice.often():
                at = self.dice.number(column, column + 3)
                return f"{' ' + self.remark() if self.now() else ''}\n{' ' * at}"
            return ""

        parts = [
            f"{key + ': ' if key else ''}{self.flow(one, column + 1)}"
            for key, one in (value.items() if isinstance(value, dict) else ((None, one) for one in value))
        ]
        inner = ",".join((gap() or " " * bool(number)) + part for number, part in enumerate(parts))
        return ends[0] + inner + (("," if self.now() and parts else "") + gap() if wide else "") + ends[1]


def plain(node: Node | None) -> Any:
    """A tree as plain values; the order of keys is no part of them."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(one) for one in node.items]
    return node.text if isinstance(node, Scalar) else None


def remarks(text: str) -> list[str]:
    """The remarks in a text, by number."""
    return sorted(REMARK.findall(text))
