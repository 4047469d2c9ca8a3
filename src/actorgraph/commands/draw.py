"""A picture: one actor and its ties, a path, a comparison, or the whole record."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault
from .asking import Asked, question, write
from .offering import actors as known

if TYPE_CHECKING:
    from ..drawing.scene import Scene
    from ..sight import Seen
    from ..view import View

EXAMPLES = (
    "actorgraph draw --around IS-K",
    "actorgraph draw --compare IS-K --compare Taliban --on 2021-09",
    'actorgraph draw --path "US government" --path Taliban --path IS-K',
)
MOST_ACTORS, MOST_LINES, MOST_STEPS = 60, 200, 3


@question
def command(
    asked: Asked,
    around: Annotated[
        str | None,
        typer.Option(
            "--around", metavar="ACTOR", autocompletion=known, help="One actor and its direct ties."
        ),
    ] = None,
    steps: Annotated[int, typer.Option("--steps", min=1, max=MOST_STEPS, help="So many ties from it.")] = 1,
    compare: Annotated[
        list[str] | None,
        typer.Option(
            "--compare",
            metavar="ACTOR",
            autocompletion=known,
            help="Twice or more: what each has with each, and with whom all do.",
        ),
    ] = None,
    path: Annotated[
        list[str] | None,
        typer.Option(
            "--path",
            metavar="ACTOR",
            autocompletion=known,
            help="Twice or more: each actor's ties with the next.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Your own title instead of the plain one.")
    ] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="Draw even what nobody can follow.")] = False,
) -> None:
    """A picture: one actor and its ties, a path, a comparison, or the whole record.

    With -o FILE.svg a picture for any browser, with -o FILE.dot or without -o the DOT text of it.
    """
    suffix = _suffix(asked)
    scene = _scene(asked.view, around, steps, compare or [], path or [])
    if not scene.nodes:
        raise Fault("Nothing to draw: no tie is left by this lens.")
    if not anyway and (len(scene.nodes) > MOST_ACTORS or len(scene.lines) > MOST_LINES):
        raise _hairball(scene)
    from ..drawing import dot

    text = dot.write(scene._replace(title=title) if title else scene)
    if suffix == ".svg":
        from ..drawing import render

        text = render.svg(text)
    write(text, asked.output)
    if asked.output and not asked.quiet:
        typer.echo(f"{asked.output}: {len(scene.nodes)} actors, {len(scene.lines)} lines.", err=True)


def _suffix(asked: Asked) -> str:
    suffix = os.path.splitext(asked.output)[1].lower() if asked.output else ".dot"
    if suffix not in (".svg", ".dot", ".gv"):
        raise Fault(f'draw writes .svg or .dot, not "{suffix}". Try: -o FILE.svg')
    if asked.format != "text":
        raise Fault(f"draw has no --format {asked.format}; it writes -o FILE.svg or -o FILE.dot.")
    return suffix


def _scene(view: "View", around: str | None, steps: int, compare: list[str], path: list[str]) -> "Scene":
    from ..drawing import scene
    from ..page import listing

    if sum(bool(one) for one in (around, compare, path)) > 1:
        raise Fault("One picture shows one thing: --around, --compare or --path.")
    if steps > 1 and not around:
        raise Fault("--steps says how far from --around ACTOR; name that actor.")

    def caption(row: "Seen") -> str:
        from ..questions.tie_words import tie_words
        from ..questions.wording import places

        at = places(row.items, view.dataset)
        return f"{tie_words(row, view, dated=True)}{f' [{at}]' if at else ''}"

    if around:
        actor = view.resolve(around)
        found = scene.ego(view, actor.id, steps, caption)
        walked = "Direct ties" if steps == 1 else f"Ties within {steps} steps"
        return _told(found, view, f"{actor.name} and its ties", f"{walked}; hostile ties left, all others right"
                     if steps == 1 else walked, actor.id)  # fmt: skip
    if compare:
        actors = _several(view, compare, "--compare")
        from ..questions.third import thirds

        names = [actor.name for actor in actors]
        parties = [third.party for third in thirds(view, [actor.id for actor in actors])]
        found = scene.comparison(view, [actor.id for actor in actors], parties, caption)
        between = (
            "Between them whoever has ties with both"
            if len(actors) == 2
            else "With whoever has ties with several"
        )
        return _told(found, view, f"{listing(names)} compared", between)
    if path:
        actors = _several(view, path, "--path")
        found = scene.path(view, [actor.id for actor in actors], caption)
        return _told(
            found, view, f"From {actors[0].name} to {actors[-1].name}", "The ties of each with the next"
        )
    found = scene.whole(view, caption)
    return _told(found, view, view.dataset.about.title or "Who is tied to whom", "Every actor with a tie")


def _several(view: "View", names: list[str], option: str):  # type: ignore[no-untyped-def]
    actors = [view.resolve(name) for name in names]
    if len({actor.id for actor in actors}) < max(2, len(actors)):
        raise Fault(f"{option} wants two actors or more, each once: {option} A {option} B")
    return actors


def _told(found: "Scene", view: "View", title: str, subtitle: str, actor: str | None = None) -> "Scene":
    """The scene with its title, the lens and date below it, and what it rests on at the foot."""
    from ..page import count
    from ..questions.basis import basis, month

    basis_ = basis(view, actor)
    known = f" Known to {month(basis_.known)}." if basis_.known else ""
    lens = f" Lens: {', '.join(basis_.lens)}." if basis_.lens else ""
    shown = f"{subtitle}. {count(len(found.nodes), 'actor')}, {count(sum(len(line.rows) for line in found.lines), 'tie')}."
    sources = []
    for source in basis_.sources[:3]:
        by = ", ".join(view.dataset.name_of(voice) for voice in (source.author, source.publisher) if voice)
        date = f", {month(source.published.text)}" if source.published else ""
        sources.append(f"[{view.dataset.label_of(source.id)}] {by}: {source.title}{date}")
    more = len(basis_.sources) - 3
    told = [
        f"Source{'s' if len(basis_.sources) > 1 else ''}: {'; '.join(sources)}{f'; {more} more' if more > 0 else ''}."
    ]
    told.append("A year alone is when a tie was seen; one without a year is undated.")
    if found.left_out:
        left = count(found.left_out, "tie")
        told.append(f"Not drawn: {left} denied, doubted, only asked, or not known on the days asked.")
    if view.dataset.about.handling != "TLP:CLEAR":
        told.insert(0, f"{view.dataset.about.handling}.")
    return found._replace(title=title, subtitle=f"{shown}{lens}{known}", sources=" ".join(told))


def _hairball(scene: "Scene") -> Fault:
    return Fault(
        f"{len(scene.nodes)} actors and {len(scene.lines)} lines would be a hairball: nobody follows more than "
        f"{MOST_ACTORS} and {MOST_LINES}.",
        "  one actor      actorgraph draw --around ACTOR -o FILE.svg",
        "  every pair     actorgraph matrix --kind KIND",
        "  fewer ties     --kind, --family, --standing firm, --on DATE",
        "  all the same   --anyway",
    )
