"""DOT into what an engine makes of it, in a process of its own and with a time limit: graphviz-pure, or Graphviz."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig

from ..errors import Fault, installing

PURE, SYSTEM = "graphviz-pure", "dot"
ENGINES = {"graphviz-pure": PURE, "system": SYSTEM}
SECONDS = 30.0


def laid(
    dot: str, engine: str = "graphviz-pure", seconds: float = SECONDS, form: str = "svg", layout: str = "dot"
) -> bytes:
    """What the engine makes of the DOT; `form` and `layout` as it calls them."""
    command = [program(engine), f"-K{layout}", f"-T{form}", "-q"]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=dot.encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise Fault(
            f"Laying out the picture took more than {seconds:g} seconds, so it was stopped.",
            "  one actor      actorgraph draw around ACTOR -o FILE.svg",
            "  fewer ties     --kind, --family, --standing firm, --on DATE",
            "  more time      --seconds 300, or --engine system, or -o FILE.dot to lay it out yourself",
        ) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise Fault(
            f"{ENGINES[engine]} could not lay out the picture: {said or 'no word why'}. Write .dot instead: -o FILE.dot"
        )
    if form != "pdf":
        return done.stdout
    # Graphviz stamps a PDF with the time of day; as many digits keep every offset in the file true.
    return re.sub(rb"(/CreationDate \(D:)\d{14}", rb"\g<1>19700101000000", done.stdout)


def program(engine: str = "graphviz-pure") -> str:
    """The engine's command: ours beside the interpreter, among the environment's scripts or on the path."""
    if engine not in ENGINES:
        raise Fault(f'No engine "{engine}". It is one of: {", ".join(ENGINES)}.')
    name = ENGINES[engine]
    beside = [] if engine == "system" else [os.path.dirname(sys.executable), sysconfig.get_path("scripts")]
    found = shutil.which(name, path=os.pathsep.join(beside)) if beside else None
    found = found or shutil.which(name)
    if found:
        return found
    if engine == "system":
        raise Fault(
            "--engine system needs Graphviz, and no dot is installed here. Install it, or leave --engine out."
        )
    raise Fault(
        f"A picture needs {name}, which is not installed here. Install it: {installing(name)}. "
        "Or use an installed Graphviz: --engine system. Or write DOT: -o FILE.dot"
    )
