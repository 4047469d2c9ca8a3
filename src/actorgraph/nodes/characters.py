"""Bytes -> text: the encoding, and the characters that no text holds."""

import re
from itertools import islice
from typing import Final

from ..problems import Problem, Span
from .stop import fault

MOST_CHARACTERS: Final = 20


def forbidden() -> str:
    """The pattern of what no text holds; YAML 1.1 takes some of it for line ends, so places would shift."""
    return "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"


def decoded(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, with U+FFFD for what no text holds, each told; None where it is no text at all."""
    start = data[:400]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (len(start) > 3 and start.count(0) * 3 > len(start)):
        return None, [
            fault(
                "not-utf8",
                file,
                (0, 0),
                "the file is not UTF-8 but UTF-16, or no text at all",
                "Save it as UTF-8.",
            )
        ]
    problems: list[Problem] = []
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
        problems.append(
            Problem(
                "byte-order-mark",
                "hint",
                Span(file, 1, 1),
                "an invisible byte-order mark comes first",
                ("It is read without it. Save the file as UTF-8 without BOM.",),
            )
        )
    text = data.decode("utf-8", "surrogateescape")
    bad = forbidden()
    found = list(islice(re.finditer(bad, text), MOST_CHARACTERS + 1))
    line = begin = 0
    for one in found[:MOST_CHARACTERS]:
        before = text[begin : one.start()]
        breaks = before.count("\n") + before.count("\r") - before.count("\r\n")
        if breaks:
            line, begin = line + breaks, begin + max(before.rfind("\n"), before.rfind("\r")) + 1
        problems.append(_character(file, (line, one.start() - begin), one[0], text, one.start()))
    if len(found) > MOST_CHARACTERS:
        problems[-1] = problems[-1]._replace(after=("There are more. The file was not read.",))
        return None, problems
    return re.sub(bad, "\ufffd", text) if found else text, problems


def _character(file: str, at: tuple[int, int], character: str, text: str, index: int) -> Problem:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        byte = code - 0xDC00
        count = len(text[:index].encode("utf-8", "surrogateescape")) + 1
        meant = bytes([byte]).decode("cp1252", "replace")
        guess = f' In a file from Windows it would be "{meant}".' if meant != "\ufffd" else ""
        return fault(
            "not-utf8",
            file,
            at,
            f"byte {count:,} of the file, 0x{byte:02X}, is not UTF-8",
            f"Save the file as UTF-8, or type the character again.{guess}",
        )
    named = {0: "NUL", 0x2028: "a line separator", 0x2029: "a paragraph separator"}
    what = named.get(code, "a control character")
    return fault(
        "control-character",
        file,
        at,
        f"{what} (U+{code:04X}) stands here, invisible",
        "Delete it; an editor that shows invisible characters helps.",
    )
