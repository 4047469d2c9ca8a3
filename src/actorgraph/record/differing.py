"""A unified diff that stays quick where a file has a hundred thousand lines and most of them are like others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher, unified_diff
from typing import Literal

LONG = 5000  # lines; up to here difflib compares each line with all that are like it
AROUND = 3

Opcode = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def unified(old: Sequence[str], new: Sequence[str], from_: str, to: str) -> Iterator[str]:
    """The lines of the diff, in a long file not always the shortest one."""
    if max(len(old), len(new)) <= LONG:
        yield from unified_diff(old, new, from_, to)
        return
    for number, group in enumerate(_grouped(_opcodes(old, new))):
        if not number:
            yield f"--- {from_}\n"
            yield f"+++ {to}\n"
        (_, a, _, b, _), (_, _, a_end, _, b_end) = group[0], group[-1]
        yield f"@@ -{_range(a, a_end)} +{_range(b, b_end)} @@\n"
        for what, one, one_end, other, other_end in group:
            if what == "equal":
                yield from (f" {line}" for line in old[one:one_end])
                continue
            yield from (f"-{line}" for line in old[one:one_end])
            yield from (f"+{line}" for line in new[other:other_end])


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """Line beside line where there are as many and most are equal; else by what stands once in what differs."""
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(one) == len(other) and 4 * sum(a != b for a, b in zip(one, other, strict=True)) <= len(one):
        inner = list(_beside(one, other))
    else:
        often = {line for line, number in Counter(other).items() if number > 1}
        inner = SequenceMatcher(often.__contains__, one, other, autojunk=False).get_opcodes()
    found: list[Opcode] = [("equal", 0, head, 0, head)] if head else []
    found += [(what, a + head, b + head, c + head, d + head) for what, a, b, c, d in inner]
    return [*found, ("equal", len(old) - tail, len(old), len(new) - tail, len(new))]


def _beside(one: Sequence[str], other: Sequence[str]) -> Iterator[Opcode]:
    start = 0
    for at in range(1, len(one) + 1):
        same = one[start] == other[start]
        if at == len(one) or (one[at] == other[at]) != same:
            yield ("equal" if same else "replace", start, at, start, at)
            start = at


def _grouped(opcodes: list[Opcode]) -> Iterable[Sequence[tuple[str, int, int, int, int]]]:
    """The changes, with some lines around each, those that are near one another together."""
    return _Known(opcodes).get_grouped_opcodes(AROUND)


class _Known(SequenceMatcher[str]):
    """Opcodes that are known, for difflib to group."""

    def __init__(self, opcodes: list[Opcode]) -> None:
        super().__init__(None, (), ())
        self._known = opcodes

    def get_opcodes(self) -> list[Opcode]:
        return self._known


def _range(start: int, stop: int) -> str:
    """Lines as `diff -u` counts them: from 1, and an empty range by the line before it."""
    length = stop - start
    return f"{start + 1}" if length == 1 else f"{start + bool(length)},{length}"
