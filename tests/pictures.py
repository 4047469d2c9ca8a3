"""The gallery of pictures, docs/gallery.md: each with the line that makes it. `make docs` makes page and pictures."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "gallery.md"
FOLDER = ROOT / "docs" / "pictures"
OPENING = """\
# Pictures

`actorgraph draw` makes a picture of an answer: title, lens, legend, numbered notes, sources and date stand inside, so
that it can be pasted into a report. The lens works as everywhere (`--on 2018`, `--says VOICE`, `--family hostile` ...).

| written | needs |
|---|---|
| `.svg`, `.dot`, `.mmd` (Mermaid) | nothing more |
| `.png` | `python3 -m pip install 'actorgraph[png]'` |
| `.pdf` | `python3 -m pip install 'actorgraph[pdf]'`, or Graphviz and `--engine system` |

`--theme dark` is for slides, `--theme print` for paper without colour, `--scale 2` for twice the size; `--title` puts your
own words above; `--show` opens the picture. Letters of a `.png` and a `.pdf` are Arimo (Latin, Greek, Cyrillic, Hebrew)
and Noto Sans Arabic; other families of fontpkg are used if installed, and scripts without a font are named.

How to read them: colour and arrowhead tell the family of a tie, the dash its standing (solid firm, dashed claimed by a
party, dotted with `?` contested), a hollow line with `~` is an aim, a plan or a forecast, a pale line is over. A line is
wider or thinner only where a named analyst says how confident he is. The shapes of boxes tell the kind of actor. A
picture of more than 60 actors or 200 lines is refused with smaller ones to draw instead; `--anyway` draws it.

This page and its pictures are made by `make docs`."""


class Shown(NamedTuple):
    """A heading, what to see, the file, and the words of the line."""

    heading: str
    about: str
    file: str
    line: str


SHOWN = (
    Shown(
        "Two actors and what is around them",
        "Whoever has ties with both stands between them.",
        "comparison.svg",
        "compare IS-K Taliban",
    ),
    Shown(
        "One actor",
        "Left stands whose firmest tie with it is hostile, right all others; parts beside their whole.",
        "actor.svg",
        "Taliban --standing firm",
    ),
    Shown(
        "Paths", "Over firm ties, each path with its common time.", "paths.svg", 'path "US government" IS-K'
    ),
    Shown(
        "Friend and foe",
        "Row towards column, on the last day that the evidence bears. A corner marks dissent beside a firm tie.",
        "grid.svg",
        "matrix --kind armed-group,state",
    ),
    Shown(
        "In time",
        "A lane for each two actors. Thick where it held for certain; an end that nobody states fades out.",
        "time.svg",
        "timeline IS-K --family hostile",
    ),
    Shown(
        "What changed",
        "Of the great powers, between 1880 and 1907.",
        "changed.svg",
        "diff --from 1880 --to 1907 --data examples/great-powers",
    ),
    Shown(
        "A whole record",
        "The great powers, in the dark theme.",
        "powers.svg",
        "--theme dark --data examples/great-powers",
    ),
)


def page() -> str:
    """docs/gallery.md as it has to be."""
    parts = [OPENING]
    for one in SHOWN:
        line = f"```sh\nactorgraph draw {one.line} -o {one.file}\n```"
        parts += [f"## {one.heading}", one.about, line, f"![{one.heading}](pictures/{one.file})"]
    return "\n\n".join(parts) + "\n"


def drawn(one: Shown) -> str:
    """The picture as the line makes it today."""
    import shlex

    line = [sys.executable, "-m", "actorgraph", "draw", *shlex.split(one.line), "--format", "svg", "-q"]
    return subprocess.run(line, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


def write() -> None:
    """Make the page and its pictures."""
    FOLDER.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    for one in SHOWN:
        (FOLDER / one.file).write_text(drawn(one), encoding="utf-8")
