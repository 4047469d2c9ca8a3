"""The console blocks of the docs: found, run, compared, and rewritten from what was really printed.

In a ```console block a line that starts with `$ ` is a command, the lines below it what it prints, on either
stream, 80 columns wide; a line of three dots stands for lines left out. After `<<'END'` the lines up to END belong to
the command. A page is one sitting: a fresh folder with copies of `data/`, `examples/` and the second readings in it, a
fresh home, and its commands in order; `cd DIR` alone holds for those that follow. A block marked
`console norun` is never run; it is for the installing that a test can't do. One marked `console tables` is run where the
tables of states lie at hand, and has them in `tables/`.

`make docs` runs this file, which puts the true output under every command, and makes docs/errors.md, docs/gallery.md and
docs/crosswalk.md.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import crosswalk
import gallery
import pictures
import states

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console(?P<mark>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """One command of a block and the lines expected below it."""

    line: int
    command: str
    expected: list[str]


class Block(NamedTuple):
    """One fenced block: where its body starts and ends in the page, what it is marked as, and its steps."""

    start: int
    end: int
    mark: str
    steps: list[Step]

    @property
    def runs(self) -> bool:
        return not self.mark or (self.mark == "tables" and states.there())


def pages() -> list[Path]:
    """Every page whose examples are promises."""
    return [page for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if page.exists()]


def blocks(text: str) -> Iterator[Block]:
    """The console blocks of a page, in order."""
    for found in BLOCK.finditer(text):
        steps: list[Step] = []
        first = text.count("\n", 0, found.start("body")) + 1
        for number, line in enumerate(found["body"].splitlines(), first):
            if steps and steps[-1].command.count("\nEND") < steps[-1].command.count("<<'END'"):
                steps[-1] = steps[-1]._replace(command=f"{steps[-1].command}\n{line}")
            elif line.startswith("$ "):
                steps.append(Step(number, line[2:], []))
            elif steps:
                steps[-1].expected.append(line.rstrip())
            else:
                raise ValueError(f"line {number}: a console block starts with a command, `$ ...`")
        yield Block(found.start("body"), found.end("body"), found["mark"].strip(), steps)


class Sitting:
    """A reader at a terminal of 80 columns, in a folder that holds the shipped data."""

    def __init__(self, folder: Path) -> None:
        self.here = folder / "actorgraph"
        home = folder / "home"
        home.mkdir()
        self.here.mkdir()
        for name in ("data", "examples", "docs/data/second-reading"):
            if (ROOT / name).exists():
                shutil.copytree(ROOT / name, self.here / name)
        if states.there():
            (self.here / "tables").symlink_to(states.FOLDER.resolve())
        scripts = sysconfig.get_path("scripts")
        path = os.pathsep.join((scripts, os.environ.get("PATH", os.defpath)))
        self.environment = {"HOME": str(home), "PATH": path, "COLUMNS": "80", "LANG": "C.UTF-8"}

    def run(self, command: str) -> list[str]:
        """What the command prints, without blanks at line ends."""
        if command.startswith("cd ") and (self.here / command[3:]).is_dir():
            self.here /= command[3:]
            return []
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.here,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
        )
        return [line.rstrip() for line in done.stdout.splitlines()]


def agrees(expected: list[str], printed: list[str]) -> bool:
    """Whether the page tells the truth, lines left out aside. Blank lines at the end are the page's own."""
    lines = "\n".join(expected).rstrip("\n").split("\n")
    pattern = "\n".join("(.*\n)*?.*" if line == "..." else re.escape(line) for line in lines)
    return re.fullmatch(pattern, "\n".join(printed).rstrip("\n")) is not None


def rewrite(text: str, sitting: Sitting) -> str:
    """The page with the true output under every command; a block that is already true stays as it is."""
    parts, end = [], 0
    for block in blocks(text):
        if not block.runs:
            continue
        body = []
        for number, step in enumerate(block.steps):
            printed = sitting.run(step.command)
            last = number + 1 == len(block.steps)
            truth = step.expected if agrees(step.expected, printed) else [*printed, *([] if last else [""])]
            body += [f"$ {step.command}", *truth]
        parts += [text[end : block.start], *(f"{line}\n" for line in body)]
        end = block.end
    return "".join(parts) + text[end:]


def main() -> None:
    """Make the galleries of errors and of pictures, and rewrite every page that does not tell the truth."""
    gallery.PAGE.write_text(gallery.page(), encoding="utf-8")
    crosswalk.PAGE.write_text(crosswalk.page(), encoding="utf-8")
    pictures.write()
    for page in pages():
        with tempfile.TemporaryDirectory() as folder:
            before = page.read_text(encoding="utf-8")
            after = rewrite(before, Sitting(Path(folder)))
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(f"rewrote {page.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
