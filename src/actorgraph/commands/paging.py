"""A page in one file from a scene: its picture, its data, and what `check` says where it is served."""

from typing import TYPE_CHECKING, Any

from ..errors import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dataset import Loaded
    from ..drawing.scene import Scene
    from ..drawing.viewer import Drawn
    from ..view import View

DENSE = (60, 200)  # actors and lines beyond which lines are drawn straight and without words
MOST_LINES = 12_000  # beyond so many nothing is drawn, and the page begins with its list


def page(
    view: "View",
    scene: "Scene",
    *,
    whole: bool,
    command: str = "",
    engine: str = "graphviz-pure",
    seconds: float = 30,
    problems: "Sequence[str]" = (),
    served: str = "",
) -> str:
    """The whole file. `served` is the state of the data set, for a page that asks whether it changed."""
    return written(data(view, scene, whole=whole, command=command), scene, engine, seconds, problems, served)


def written(
    told: dict[str, Any],
    scene: "Scene",
    engine: str,
    seconds: float,
    problems: "Sequence[str]" = (),
    served: str = "",
) -> str:
    """The file from its data and its picture."""
    from ..drawing import viewer

    drawn = picture(scene, engine, seconds)
    if drawn is None and scene.lines:
        told["undrawn"] = "Too dense to draw, so the page begins with its list."
    elif crowded(scene):
        told["subtitle"] += " Too dense to read as a picture: a map to search and filter in."
    told |= {"problems": list(problems), "served": served}
    return viewer.page(told, drawn, served=bool(served))


def data(
    view: "View", scene: "Scene", *, whole: bool, command: str = "", pairs: bool = True
) -> dict[str, Any]:
    """What the page knows; `pairs` the answers for every pair of its actors, where these are not too many."""
    from . import page_pairs, pages

    told = pages.data(view, scene, pages.rows_of(view, scene, whole=whole), command)
    ids = [actor["id"] for actor in told["actors"]]
    ties = [tie["id"] for tie in told["ties"]]
    told["pairs"] = page_pairs.pairs(view, ids, ties) if pairs and len(ids) <= page_pairs.MOST else None
    return told


def crowded(scene: "Scene") -> bool:
    """Whether there are more actors or lines than anybody follows."""
    return len(scene.nodes) > DENSE[0] or len(scene.lines) > DENSE[1]


def picture(scene: "Scene", engine: str, seconds: float) -> "Drawn | None":
    """The scene laid out, without words on lines where it is dense; None where no engine manages it in time."""
    from ..drawing import dense, legend, picture, render, viewer
    from ..drawing.style import LIGHT

    samples = tuple((one.drawing, one.says) for one in legend.samples(legend.entries(scene, LIGHT), LIGHT))
    if not crowded(scene):
        from ..drawing.fit import fitted

        inner, wide, high = picture.bare(scene, LIGHT, engine, seconds)
        return viewer.Drawn(fitted(inner), wide, high, samples)
    if len(scene.lines) > MOST_LINES or not scene.lines:
        return None
    try:
        laid = render.laid(dense.write(scene), engine, seconds, layout=dense.LAYOUT).decode()
    except Fault:
        return None
    return viewer.Drawn(*picture.inside(laid), samples)


def problems(loaded: "Loaded") -> list[str]:
    """What `check` finds, a line each, under a line that counts them."""
    from .. import checks
    from ..presenters import faults

    report = checks.report(loaded)
    if not report.problems:
        return []
    lines = [
        f"{one.where.file}:{one.where.line}: {one.severity}: {faults.message(one)}" for one in report.problems
    ]
    return [faults.summary(report, len(loaded.texts)).replace("\n", " "), *lines[:100]]
