"""DOT into SVG, by graphviz-pure in a process of its own, with a time limit."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig

from ..errors import Fault
from .fit import fitted

PROGRAM = "graphviz-pure"
SECONDS = 30
FONTS = "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"


def svg(dot: str, seconds: float = SECONDS) -> str:
    """The picture as SVG: text and shapes, nothing that a browser would run or fetch."""
    command = [program(), "-Kdot", "-Tsvg", "-q"]
    try:
        done = subprocess.run(command, input=dot.encode(), capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise Fault(
            f"Laying out the picture took more than {seconds:g} seconds, so it was stopped. Draw less: "
            "actorgraph draw --around ACTOR, --kind or --family; or write .dot and lay it out yourself."
        ) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise Fault(
            f"{PROGRAM} could not lay out the picture: {said or 'no word why'}. Write .dot instead: -o FILE.dot"
        )
    return fitted(inert(done.stdout.decode()))


def inert(found: str) -> str:
    """Without the DOCTYPE, which names an address, and with fonts for systems that lack Arial."""
    body = re.sub(r"<!DOCTYPE[^>]*>\s*", "", found, count=1)
    return body.replace('font-family="Arial"', f'font-family="{FONTS}"')


def program() -> str:
    """The command beside the interpreter, among the environment's scripts, or on the path."""
    beside = [os.path.dirname(sys.executable), sysconfig.get_path("scripts")]
    found = shutil.which(PROGRAM, path=os.pathsep.join(beside)) or shutil.which(PROGRAM)
    if found is None:
        raise Fault(
            f"A picture needs {PROGRAM}, which is not installed here. Install it: python3 -m pip install {PROGRAM}. "
            "Or write DOT and lay it out with another Graphviz: -o FILE.dot"
        )
    return found
