"""The record in a browser: search, filter, time, and the evidence behind every line."""

import os
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import Fault
from .asking import Asked, picture
from .offering import pictured

if TYPE_CHECKING:
    from ..drawing.scene import Scene
    from .serving import Made

EXAMPLES = ("actorgraph view -o -", "actorgraph view IS-K -o - --kind state")


@picture
def command(
    asked: Asked,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PICTURE] [ACTOR...]",
            autocompletion=pictured,
            help="around, compare or path, and its actors; an actor alone: around it; none: all.",
        ),
    ] = None,
    steps: Annotated[
        int | None, typer.Option("--steps", min=1, max=3, help="around: so many ties from it.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Your own title instead of the plain one.")
    ] = None,
    engine: Annotated[
        str,
        typer.Option("--engine", metavar="graphviz-pure|system", help="system: the Graphviz installed here."),
    ] = "graphviz-pure",
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="How long a layout may take.")] = 30,
    serve: Annotated[
        bool,
        typer.Option("--serve", help="Serve it to this machine; it follows every file you save."),
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="With --serve; else one that is free.")
    ] = 0,
) -> None:
    """The record in a browser: search, filter, time, and the evidence behind every line.

    One file without any need of a network, opened at once; -o FILE.html keeps it, -o - writes it out. With --serve the
    page is made anew when a file of the data set is saved, and shows what check says.
    """
    from ..questions.wording import options
    from . import paging, written
    from .draw import scene_of

    words = list(words or ())
    if serve:
        if asked.output:
            raise Fault("--serve shows the page and keeps no file: leave -o out.")
        _serve(asked, words, steps, title, engine, seconds, port)
        return
    kind, found = scene_of(asked.view, words, steps, title)
    command_ = options(asked.view.lens, asked.view.dataset, asked.folder)
    text = paging.page(
        asked.view, found, whole=kind == "whole", command=command_, engine=engine, seconds=seconds
    )
    if asked.output == "-":
        sys.stdout.write(text)
        return
    what = f"{len(found.nodes)} actors, {len(found.lines)} lines"
    written.out(asked, text.encode(), what, "html", show=asked.output is None)


def _serve(
    asked: Asked,
    words: list[str],
    steps: int | None,
    title: str | None,
    engine: str,
    seconds: float,
    port: int,
) -> None:
    from ..questions.wording import options
    from . import page_pairs, paging, written
    from .draw import scene_of
    from .serving import Made, Server

    lens, folder = asked.view.lens, os.path.abspath(asked.found.folder)
    first = scene_of(
        asked.view, words, steps, title
    )  # a fault of the request is told here, not in the browser

    def make(state: str) -> "Made":
        from ..loading import load
        from ..view.memory import MemoryView

        loaded = load(folder)
        view = MemoryView(loaded.dataset, lens)
        try:
            kind, found = scene_of(view, words, steps, title)
        except Fault:  # the actor asked for has gone from the files: all that is left of them
            kind, found = _emptied(first[1])
        told: dict[str, Any] = paging.data(
            view,
            found,
            whole=kind == "whole",
            command=options(lens, loaded.dataset, asked.folder),
            pairs=False,
        )
        ids, ties = [one["id"] for one in told["actors"]], [one["id"] for one in told["ties"]]
        text = paging.written(told, found, engine, seconds, paging.problems(loaded), state)

        def pair(one: int, other: int) -> str:
            import json

            return json.dumps(page_pairs.pair(view, ids, ties, one, other))

        return Made(state, text, pair)

    with Server(folder, make, port) as server:
        typer.echo(f"{server.address} shows {asked.called}; it ends with Ctrl+C.", err=True)
        if not asked.quiet:
            written.opened(server.address)
        try:
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            return


def _emptied(scene: "Scene") -> "tuple[str, Scene]":
    return "gone", scene._replace(nodes=(), lines=(), clusters=(), notes=())
