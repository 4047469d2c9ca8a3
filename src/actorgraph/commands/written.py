"""A picture in the format asked, into a file or before the user's eyes."""

import os
import sys

import typer

from ..errors import Fault
from .asking import Asked, write

FORMATS = ("svg", "png", "pdf", "html", "dot", "mmd")
SUFFIXES = {".gv": "dot", ".mermaid": "mmd", ".htm": "html"}


def form(asked: str | None, output: str | None, other: str) -> str:
    """The format asked for, else the one that the suffix names, else the other one."""
    suffix = os.path.splitext(output)[1].lower() if output else ""
    if asked:
        found = asked.lower()
    elif suffix:
        found = SUFFIXES.get(suffix, suffix[1:])
    else:
        found = other
    if found not in FORMATS:
        raise Fault(f'draw writes {", ".join(FORMATS)}, not "{asked or suffix}". Try: -o FILE.svg')
    return found


def made(drawn: str, title: str, form: str, scale: float) -> bytes:
    """The SVG in the form asked; scripts that are shown as boxes are named."""
    if form == "svg":
        return drawn.encode()
    from ..drawing import paper, pixels

    found, missing = pixels.png(drawn, scale) if form == "png" else paper.pdf(drawn, title)
    if missing:
        told = ", ".join(missing[:6])
        typer.echo(
            f"No font here for: {told}; shown as boxes. Write -o FILE.svg, or install a fontpkg family that has it "
            "(fontpkg-noto-sans-devanagari, -thai, -tamil, -telugu, -khmer).",
            err=True,
        )
    return found


def out(asked: Asked, found: bytes, what: str, form: str, *, show: bool) -> None:
    """On standard output or into the file; to be shown, into a new one if need be."""
    output = asked.output
    if show and output is None:
        import tempfile

        output = os.path.join(
            tempfile.mkdtemp(prefix="actorgraph-"), f"{'page' if form == 'html' else 'picture'}.{form}"
        )
    if output is None and form in ("png", "pdf") and sys.stdout.isatty():
        raise Fault(f"A .{form} is not for a terminal. Name a file: -o FILE.{form}")
    write(found, output)
    if output and not asked.quiet:
        typer.echo(f"{output}: {what}.", err=True)
    if show and output and not opened(output):
        raise Fault(f"Nothing here opens such files (no xdg-open). It is in {output}")


def opened(path: str) -> bool:
    """With what the desktop opens such files or addresses with; False where it has nothing for them."""
    import shutil
    import subprocess

    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606
        return True
    viewer = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if viewer is None:
        return False
    subprocess.run([viewer, path], check=False)  # noqa: S603
    return True


def installed(name: str) -> bool:
    """Whether the package of an extra is there."""
    from importlib.util import find_spec

    return find_spec(name) is not None
