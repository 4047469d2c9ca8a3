"""What an eye would stumble over in a picture, counted from its SVG: words on words, words cut off, lines that cross."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple
from xml.etree import ElementTree

from actorgraph.drawing.fit import length

SVG = "{http://www.w3.org/2000/svg}"
NEAR = 14.0  # lines that end at one box come close to each other there, which is no crossing
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle, and what stands in it."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""
    group: str = ""

    def cuts(self, other: "Box", slack: float = 1.0) -> bool:
        """Whether the two share more than a hair's breadth."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )

    def holds(self, other: "Box", slack: float = 1.5) -> bool:
        """Whether the other lies within this one."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Picture(NamedTuple):
    """What was read of an SVG: its frame, the words, the boxes of actors or cells, and the lines by their group."""

    frame: Box
    words: tuple[Box, ...]
    boxes: tuple[Box, ...]
    lines: dict[str, tuple[Point, ...]]


class Count(NamedTuple):
    """What an eye would stumble over."""

    overlaps: tuple[tuple[str, str], ...]
    clipped: tuple[str, ...]
    crossings: int
    through_words: tuple[tuple[str, str], ...]
    lines: int
    width: float
    height: float


def read(svg: str) -> Picture:
    """The picture's words, boxes and lines, in its own units."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own output
    left, top, wide, high = map(float, root.attrib["viewBox"].split())
    words: list[Box] = []
    boxes: list[Box] = []
    lines: dict[str, tuple[Point, ...]] = {}
    for node, shift, group, kind in _walk(root, (0.0, 0.0), "", ""):
        tag = node.tag.removeprefix(SVG)
        if tag == "text":
            words += (_upright(box, shift) if kind == "turned" else box for box in _words(node, shift, group))
        elif kind == "edge" and tag == "path" and group not in lines:
            lines[group] = tuple(_moved(_flat(node.attrib["d"]), shift))
        elif kind in ("node", "cell") and (box := _shape(node, tag, shift, group)):
            boxes.append(box)
    return Picture(Box(left, top, left + wide, top + high), tuple(words), tuple(boxes), lines)


def count(picture: Picture) -> Count:
    """How often words lie on words or on a strange box, are cut off, or lines cross each other or run through words."""
    overlaps = [(one.words, other.words) for one, other in _near(picture.words) if one.cuts(other)]
    overlaps += [
        (word.words, box.words or "a box")
        for word in picture.words
        for box in picture.boxes
        if word.group != box.group and word.cuts(box)
    ]
    held: dict[str, list[Box]] = {}
    for box in picture.boxes:
        held.setdefault(box.group, []).append(box)
    clipped = [word.words for word in picture.words if not picture.frame.holds(word)]
    clipped += [
        word.words
        for word in picture.words
        if word.group in held and not any(box.holds(word) for box in held[word.group])
    ]
    through = [
        (group, word.words)
        for group, line in picture.lines.items()
        for word in picture.words
        if word.group != group
        and _round(line).cuts(word)
        and any(_enters(a, b, word) for a, b in _steps(line))
    ]
    return Count(
        tuple(overlaps),
        tuple(clipped),
        sum(
            _crossings(one, other)
            for one, other in combinations(picture.lines.values(), 2)
            if _round(one).cuts(_round(other), 0)
        ),
        tuple(through),
        len(picture.lines),
        picture.frame.right - picture.frame.left,
        picture.frame.bottom - picture.frame.top,
    )


def _near(boxes: Iterable[Box]) -> Iterator[tuple[Box, Box]]:
    """Pairs that share some height."""
    order = sorted(boxes, key=lambda box: box.top)
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if other.top > one.bottom:
                break
            yield one, other


@cache
def _round(line: tuple[Point, ...]) -> Box:
    """The box around a line, a little wider where it is straight."""
    xs, ys = zip(*line, strict=True)
    return Box(min(xs) - 2, min(ys) - 2, max(xs) + 2, max(ys) + 2)


def _walk(
    node: ElementTree.Element, shift: Point, group: str, kind: str
) -> Iterator[tuple[ElementTree.Element, Point, str, str]]:
    moved = re.search(r"translate\(\s*([-\d.]+)[ ,]+([-\d.]+)", node.get("transform", ""))
    if moved:
        shift = (shift[0] + float(moved[1]), shift[1] + float(moved[2]))
    found = node.get("class", "").partition(" ")[0]
    if "rotate(-90)" in node.get("transform", ""):
        kind = "turned"
    if found in ("node", "edge", "cell", "label"):
        group, kind = node.get("id", "").replace("label-", "line-"), found
    yield node, shift, group, kind
    for child in node:
        yield from _walk(child, shift, group, kind)


def _words(node: ElementTree.Element, shift: Point, group: str) -> Iterator[Box]:
    text = "".join(node.itertext())
    if not text.strip():
        return
    size = float(node.get("font-size", "14"))
    known = length(text, bold=node.get("font-weight") == "bold") or len(text) * 550
    wide = float(node.get("textLength") or known * size / 1000)
    x, y = float(node.get("x", "0")) + shift[0], float(node.get("y", "0")) + shift[1]
    start = x - {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", "start"), 0)
    yield Box(start, y - 0.72 * size, start + wide, y + 0.2 * size, text.strip(), group)


def _upright(box: Box, about: Point) -> Box:
    """Where a box lies that is turned a quarter to the left about its origin."""
    x, y = about
    return box._replace(
        left=x + box.top - y, right=x + box.bottom - y, top=y - box.right + x, bottom=y - box.left + x
    )


def _shape(node: ElementTree.Element, tag: str, shift: Point, group: str) -> Box | None:
    if tag == "ellipse":
        x, y, rx, ry = (float(node.attrib[key]) for key in ("cx", "cy", "rx", "ry"))
        return Box(x - rx + shift[0], y - ry + shift[1], x + rx + shift[0], y + ry + shift[1], "", group)
    if tag == "rect":
        x, y, w, h = (float(node.get(key, "0")) for key in ("x", "y", "width", "height"))
        return Box(x + shift[0], y + shift[1], x + w + shift[0], y + h + shift[1], "", group)
    points = list(_moved(_numbers(node.get("points") or node.get("d") or ""), shift))
    if tag not in ("polygon", "path") or not points or node.get("stroke") in ("none", "transparent"):
        return None
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys), "", group)


def _numbers(text: str) -> list[Point]:
    found = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]
    return list(zip(found[::2], found[1::2], strict=False))


def _moved(points: Iterable[Point], shift: Point) -> Iterator[Point]:
    yield from ((x + shift[0], y + shift[1]) for x, y in points)


def _flat(path: str, pieces: int = 12) -> list[Point]:
    """A path of Bézier curves as a chain of short straight pieces."""
    points = _numbers(path)
    found = points[:1]
    for at in range(1, len(points) - 2, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[at - 1 : at + 3]
        for piece in range(1, pieces + 1):
            t = piece / pieces
            u = 1 - t
            a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def _steps(line: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    yield from pairwise(line)


def _crossings(one: tuple[Point, ...], other: tuple[Point, ...]) -> int:
    ends = (one[0], one[-1], other[0], other[-1])
    found = 0
    for a, b in _steps(one):
        for c, d in _steps(other):
            at = _meet(a, b, c, d)
            if at and all((at[0] - x) ** 2 + (at[1] - y) ** 2 > NEAR**2 for x, y in ends):
                found += 1
    return found


def _meet(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return None
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return None
    (x1, y1), (x2, y2) = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    size = x1 * y2 - y1 * x2
    if not size:
        return None
    t = ((c[0] - a[0]) * y2 - (c[1] - a[1]) * x2) / size
    u = ((c[0] - a[0]) * y1 - (c[1] - a[1]) * x1) / size
    return (a[0] + t * x1, a[1] + t * y1) if 0 <= t < 1 and 0 <= u < 1 else None


def _enters(a: Point, b: Point, box: Box, slack: float = 2.0) -> bool:
    """Whether the piece of line runs into the box, a margin left aside."""
    left, right, top, bottom = box.left + slack, box.right - slack, box.top + slack, box.bottom - slack
    if left >= right or top >= bottom:
        return False
    if left < a[0] < right and top < a[1] < bottom:
        return True
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return any(_meet(a, b, corners[n], corners[(n + 1) % 4]) for n in range(4))
