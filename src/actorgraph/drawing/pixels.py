"""SVG into PNG, by resvg, with the fonts that were installed for it and no others: the same bytes on every machine."""

from ..errors import Fault, installing
from .fonts import fonts
from .runs import spread


def png(svg: str, scale: float = 1) -> tuple[bytes, list[str]]:
    """The picture at 96 dots an inch times the scale, and the scripts it shows as boxes."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise Fault(
            f"A .png needs resvg_py, which is not installed here. Install it: {installing('actorgraph[png]')}. "
            "Or write -o FILE.svg"
        ) from None
    found = fonts("png")
    put, missing = spread(svg, found)
    files = [font.file for font in found]
    return bytes(
        svg_to_bytes(svg_string=put, dpi=96, zoom=scale, skip_system_fonts=True, font_files=files)
    ), missing
