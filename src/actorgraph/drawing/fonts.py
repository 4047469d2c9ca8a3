"""The fonts at hand for pictures that carry their letters: Arimo, Noto Sans Arabic, and any other fontpkg family installed.

Which letters a font has is read from its own table (cmap).
"""

import os
from importlib.metadata import entry_points
from struct import unpack_from
from typing import NamedTuple

from ..errors import Fault, installing

FIRST = "arimo"  # has the widths that pictures are laid out with


class Font(NamedTuple):
    """A family, its file, and the code points it has a glyph for, as ranges."""

    family: str
    file: str
    ranges: tuple[tuple[int, int], ...]

    def has(self, letter: str) -> bool:
        """Whether the font can show the letter."""
        code = ord(letter)
        return any(first <= code <= last for first, last in self.ranges)


def fonts(extra: str) -> list[Font]:
    """Arimo first, then the others by name; a Fault that names the extra to install where there is no Arimo."""
    found = {one.name: one for one in entry_points(group="fontpkg.family")}
    if FIRST not in found:
        raise Fault(
            f"A .{extra} carries its letters, and their fonts are not installed here. "
            f"Install them: {installing(f'actorgraph[{extra}]')}. Or write -o FILE.svg"
        )
    names = sorted(found, key=lambda name: (name != FIRST, name != "noto_sans_arabic", name))
    return [font for name in names if (font := _font(found[name].load()))]


def _font(module: object) -> Font | None:
    """The upright file of a family."""
    folder = os.path.join(str(getattr(module, "ROOT", "")), "files")
    files = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    upright = [one for one in files if one.endswith((".ttf", ".otf")) and "Italic" not in one]
    best = next((one for one in upright if "[" in one or "Regular" in one), upright[0] if upright else None)
    if best is None:
        return None
    path = os.path.join(folder, best)
    with open(path, "rb") as file:
        return Font(str(getattr(module, "FAMILY", "")), path, ranges(file.read()))


def ranges(data: bytes) -> tuple[tuple[int, int], ...]:
    """The code points of a font's best Unicode table."""
    tables = {
        data[at : at + 4]: unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)
    }
    cmap = tables[b"cmap"]
    starts = [
        cmap + unpack_from(">I", data, at + 4)[0]
        for at in range(cmap + 4, cmap + 4 + 8 * unpack_from(">H", data, cmap + 2)[0], 8)
    ]
    kinds = {unpack_from(">H", data, start)[0]: start for start in starts}
    if 12 in kinds:
        at = kinds[12]
        groups = unpack_from(">I", data, at + 12)[0]
        return tuple(unpack_from(">II", data, at + 16 + 12 * n) for n in range(groups))
    if 4 not in kinds:
        return ()
    at = kinds[4]
    double = unpack_from(">H", data, at + 6)[0]
    lasts = unpack_from(f">{double // 2}H", data, at + 14)
    firsts = unpack_from(f">{double // 2}H", data, at + 16 + double)
    return tuple((first, last) for first, last in zip(firsts, lasts, strict=True) if first != 0xFFFF)
