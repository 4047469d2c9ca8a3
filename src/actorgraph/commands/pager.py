"""A long answer on a terminal: a screen at a time, with a line that says how to leave."""

import os
import sys
from collections.abc import Mapping

PROMPT = "-Pslines %lt to %lb?e, the end:, more below.   q\\: quit, space\\: on, b\\: back, /WORD\\: find"


def pages(text: str) -> bool:
    """Whether a pager has shown the text; it needs `less` and somebody at the keyboard."""
    import shutil
    import subprocess

    less = shutil.which("less")
    if less is None or not sys.stdin.isatty():
        return False

    subprocess.run([less, *options(os.environ)], input=text.encode(), check=False)  # noqa: S603  # a fixed command
    return True


def options(environ: Mapping[str, str]) -> list[str]:
    """Colours shown, a text of one screen not held, the screen left as it is: what LESS holds goes before ours."""
    return ["-R"] if environ.get("LESS") else ["-FRX", PROMPT]
