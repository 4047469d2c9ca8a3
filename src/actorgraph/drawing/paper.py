"""SVG into PDF, by typst: lines and letters stay what they are, and no clock is read."""

import os
import re
import tempfile

from ..errors import Fault, installing
from .fonts import fonts
from .runs import spread

PAGE = """\
#set document(title: sys.inputs.title, date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image("picture.svg", width: WIDTHpt)
"""


def pdf(svg: str, title: str) -> tuple[bytes, list[str]]:
    """One page as large as the picture, and the scripts it shows as boxes."""
    try:
        from typst import compile as made
    except ImportError:
        raise Fault(
            f"A .pdf needs typst, which is not installed here. Install it: {installing('actorgraph[pdf]')}",
            "  with Graphviz installed   --engine system",
            "  without either            -o FILE.svg, which a browser prints to PDF",
        ) from None
    found = fonts("pdf")
    put, missing = spread(svg, found)
    wide = re.search(r'<svg width="([\d.]+)pt"', svg)
    assert wide, "our own SVG says how wide it is"
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("main.typ", PAGE.replace("WIDTH", wide[1])), ("picture.svg", put)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        page = made(
            os.path.join(folder, "main.typ"),
            font_paths=sorted({os.path.dirname(font.file) for font in found}),
            ignore_system_fonts=True,
            sys_inputs={"title": title},
        )
    return page, missing
