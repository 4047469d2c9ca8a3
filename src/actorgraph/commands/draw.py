"""A picture: the record, one actor, a comparison, paths, the grid, ties in time, or what changed."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import Fault
from . import written
from .asking import Asked, picture
from .offering import actors as known
from .offering import avoidable, bystanders, pictured

if TYPE_CHECKING:
    from ..drawing.scene import Scene
    from ..drawing.style import Theme
    from ..view import View

EXAMPLES = (
    "actorgraph draw IS-K",
    "actorgraph draw compare IS-K Taliban --on 2021-09",
    'actorgraph draw path "US government" IS-K',
    "actorgraph draw matrix --kind armed-group",
    "actorgraph draw timeline IS-K --family hostile",
)
PICTURES = ("around", "compare", "path", "matrix", "timeline", "diff")
CHARTS = ("matrix", "timeline")
BELONGS = {
    "steps": "around", "order": "matrix", "from": "diff", "to": "diff", "count": "path", "max-steps": "path",
    "directed": "path", "avoid": "path", "through": "path", "over": "path",
}  # fmt: skip
MOST_ACTORS, MOST_LINES, MOST_STEPS = 60, 200, 3
INTO = (
    "  to look at         actorgraph draw IS-K --show",
    "  a picture          actorgraph draw IS-K -o FILE.svg",
    "  a page to search   actorgraph draw IS-K -o FILE.html",
    "  text of Graphviz   actorgraph draw IS-K --format dot",
)
GRAMMAR = (
    "  the whole record   actorgraph draw",
    "  one actor          actorgraph draw IS-K",
    "  side by side       actorgraph draw compare A B",
    "  how they hang      actorgraph draw path A B",
    "  friend and foe     actorgraph draw matrix",
    "  in time            actorgraph draw timeline [ACTOR...]",
    "  what changed       actorgraph draw diff [ACTOR...] --from DATE --to DATE",
)


@picture
def command(
    asked: Asked,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PICTURE] [ACTOR...]",
            autocompletion=pictured,
            help="around, compare, path, matrix, timeline or diff, and its actors; an actor alone: around it.",
        ),
    ] = None,
    steps: Annotated[
        int | None, typer.Option("--steps", min=1, max=MOST_STEPS, help="around: so many ties from it.")
    ] = None,
    order: Annotated[
        str | None, typer.Option("--order", metavar="whole|ties|name", help="matrix: who stands first.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="diff: the earlier date.")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="diff: the later date; else the last one known."),
    ] = None,
    count: Annotated[
        int | None, typer.Option("--count", metavar="K", help="path: the first K paths.")
    ] = None,
    max_steps: Annotated[
        int | None, typer.Option("--max-steps", metavar="N", help="path: all of at most N steps.")
    ] = None,
    directed: Annotated[
        bool, typer.Option("--directed", help="path: only from who does it to whom.")
    ] = False,
    avoid: Annotated[
        list[str] | None,
        typer.Option(
            "--avoid",
            metavar="NAME",
            autocompletion=avoidable,
            help="path: not through this actor, type of tie or family.",
        ),
    ] = None,
    through: Annotated[
        list[str] | None,
        typer.Option(
            "--through", metavar="ACTOR", autocompletion=known, help="path: only by way of this actor."
        ),
    ] = None,
    over: Annotated[
        list[str] | None,
        typer.Option(
            "--over",
            metavar="KIND",
            autocompletion=bystanders,
            help="path: also over communities, persons, voices or all.",
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="svg|png|pdf|html|dot|mmd",
            help="Else by the suffix of -o; without either dot, of a chart svg.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Your own title instead of the plain one.")
    ] = None,
    theme: Annotated[
        str, typer.Option("--theme", metavar="light|dark|print", help="print: legible without colour.")
    ] = "light",
    scale: Annotated[
        float, typer.Option("--scale", min=0.1, max=8, help="Larger or smaller than 96 dots an inch.")
    ] = 1,
    engine: Annotated[
        str,
        typer.Option("--engine", metavar="graphviz-pure|system", help="system: the Graphviz installed here."),
    ] = "graphviz-pure",
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="How long a layout may take.")] = 30,
    show: Annotated[bool, typer.Option("--show", help="Open the picture when it is made.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Draw even what nobody can follow.")] = False,
) -> None:
    """A picture: the record, one actor, a comparison, paths, the grid, ties in time, or what changed.

    With -o FILE.svg for any browser; FILE.html to search, filter and read the evidence in; .png and .pdf with
    an extra installed; .dot and .mmd (Mermaid) as text.
    """
    from ..drawing.style import theme as themed

    kind, names = _what(list(words or ()))
    given = {
        "steps": steps, "order": order, "from": from_, "to": to, "count": count, "max-steps": max_steps,
        "directed": directed or None, "avoid": avoid, "through": through, "over": over,
    }  # fmt: skip
    for option, value in given.items():
        if value is not None and BELONGS[option] != kind:
            raise Fault(f"--{option} belongs to: actorgraph draw {BELONGS[option]}", *GRAMMAR)
    form = written.form(format_, asked.output, "svg" if show or kind in CHARTS else "dot")
    if form == "dot" and format_ is None and asked.output is None and sys.stdout.isatty():
        raise Fault("A picture goes into a file, and none is named.", *INTO)
    look = themed(theme)
    if kind in CHARTS:
        made, what = _chart(asked, kind, names, order or "whole", title, look, form, scale, anyway=anyway)
    else:
        found = _scene(asked.view, kind, names, given)
        found = found._replace(title=title) if title else found
        if form == "html":
            written.out(asked, *_page(asked, found, kind, engine, seconds), form, show=show)
            return
        made, what = _graph(found, look, form, engine, scale, seconds, anyway=anyway)
    written.out(asked, made, what, form, show=show)


def _what(words: list[str]) -> tuple[str, list[str]]:
    """Which picture, and of whom."""
    if not words:
        return "whole", []
    if words[0] in PICTURES:
        kind, names = words[0], words[1:]
    else:
        kind, names = "around", words
    wants = {
        "around": (1, 1),
        "compare": (2, 8),
        "path": (2, 2),
        "matrix": (0, 0),
        "timeline": (0, 8),
        "diff": (0, 8),
    }
    least, most = wants[kind]
    if not least <= len(names) <= most:
        wanted = {
            (1, 1): "one actor",
            (2, 2): "two actors",
            (2, 8): "two to eight actors",
            (0, 8): "at most eight actors",
        }
        told = wanted.get((least, most), "no actor")
        raise Fault(f"draw {kind} takes {told}, and the line names {len(names) or 'none'}.", *GRAMMAR)
    return kind, names


def scene_of(
    view: "View", words: list[str], steps: int | None = None, title: str | None = None
) -> "tuple[str, Scene]":
    """Which picture the words ask for, and what is drawn: of a page, which goes by no option of one picture."""
    kind, names = _what(words)
    if kind not in ("whole", "around", "compare", "path"):
        raise Fault(f"A page holds grid and time beside the picture, and no {kind}: actorgraph view [ACTOR]")
    if steps is not None and kind != "around":
        raise Fault("--steps belongs to: actorgraph view ACTOR", *GRAMMAR)
    given = {
        "steps": steps,
        "count": None,
        "max-steps": None,
        "directed": None,
        "avoid": None,
        "through": None,
        "over": None,
    }
    found = _scene(view, kind, names, given)
    return kind, found._replace(title=title) if title else found


def _scene(view: "View", kind: str, names: list[str], given: dict[str, Any]) -> "Scene":
    from . import scenes

    if kind == "around":
        found = scenes.around(view, view.resolve(names[0]), given["steps"] or 1)
    elif kind == "compare":
        actors = [view.resolve(name) for name in names]
        if len({actor.id for actor in actors}) < len(actors):
            raise Fault("draw compare wants each actor once.")
        found = scenes.compare(view, actors)
    elif kind == "path":
        from ..questions.steps import Terms

        avoid, through, over = (tuple(given[name] or ()) for name in ("avoid", "through", "over"))
        terms = Terms(given["count"], given["max-steps"], bool(given["directed"]), avoid, through, over)
        found = scenes.path(view, names[0], names[1], terms)
    elif kind == "diff":
        from ..questions.diff_sides import two_days

        if given["from"] is None and given["to"] is None:
            raise Fault("Say from which date on: actorgraph draw diff --from DATE --to DATE")
        found = scenes.diff(view, *two_days(view, given["from"], given["to"]), names)
    else:
        found = scenes.whole(view)
    if not found.nodes:
        raise Fault(
            "Nothing to draw: no source says that a tie began or ended between the two dates."
            if kind == "diff"
            else "Nothing to draw: no tie is left by this lens."
        )
    return found


def _graph(
    found: "Scene", look: "Theme", form: str, engine: str, scale: float, seconds: float, *, anyway: bool
) -> tuple[bytes, str]:
    from ..drawing import dot, mermaid, picture, render

    if not anyway and (len(found.nodes) > MOST_ACTORS or len(found.lines) > MOST_LINES):
        raise _hairball(found)
    what = f"{len(found.nodes)} actors, {len(found.lines)} lines"
    if form in ("dot", "mmd"):
        text = dot.write(found, look) if form == "dot" else mermaid.write(found, look)
        return text.encode(), what
    if form == "pdf" and engine == "system" and not written.installed("typst"):
        return render.laid(dot.write(found, look), engine, seconds, "pdf"), what
    drawn = picture.svg(found, look, engine, scale if form != "png" else 1, seconds)
    return written.made(drawn, found.title, form, scale), what


def _page(asked: Asked, found: "Scene", kind: str, engine: str, seconds: float) -> tuple[bytes, str]:
    from ..questions.wording import options
    from . import paging

    command = options(asked.view.lens, asked.view.dataset, asked.folder)
    text = paging.page(
        asked.view, found, whole=kind == "whole", command=command, engine=engine, seconds=seconds
    )
    return text.encode(), f"{len(found.nodes)} actors, {len(found.lines)} lines"


def _chart(
    asked: Asked, kind: str, names: list[str], order: str, title: str | None, look: "Theme", form: str, scale: float,
    *, anyway: bool,
) -> tuple[bytes, str]:  # fmt: skip
    from ..drawing import matrix, timeline
    from . import charts

    if form == "html":
        raise Fault(f"A page holds the {kind} beside the picture: actorgraph draw -o FILE.html")
    if form in ("dot", "mmd"):
        raise Fault(
            f"A {kind} has no lines for a layout to place, so there is no .{form} of it: .svg, .png or .pdf"
        )
    size = scale if form != "png" else 1
    if kind == "matrix":
        grid, told = charts.matrix(asked.view, order, anyway=anyway)
        told = told._replace(title=title or told.title)
        drawn, what = matrix.svg(grid, told, look, size), f"{len(grid.names)} actors"
    else:
        asked.tell_tops(*names)
        lanes, told = charts.timeline(asked.view, names, anyway=anyway)
        told = told._replace(title=title or told.title)
        rows = sum(len(lane.rows) for lane in lanes.lanes)
        drawn, what = timeline.svg(lanes, told, look, size), f"{len(lanes.lanes)} pairs, {rows} kinds of tie"
    return written.made(drawn, told.title, form, scale), what


def _hairball(scene: "Scene") -> Fault:
    return Fault(
        f"{len(scene.nodes)} actors and {len(scene.lines)} lines would be a hairball: nobody follows more than "
        f"{MOST_ACTORS} and {MOST_LINES}.",
        "  one actor      actorgraph draw ACTOR -o FILE.svg",
        "  two            actorgraph draw path A B -o FILE.svg",
        "  every pair     actorgraph draw matrix --kind KIND -o FILE.svg",
        "  fewer ties     --kind, --family, --standing firm, --on DATE",
        "  all the same   --anyway",
    )
