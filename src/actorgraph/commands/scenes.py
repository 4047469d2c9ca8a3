"""The scenes that draw hands to drawing: each the picture of a question's answer, with title, lens, date and sources."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..drawing.scene import Scene
    from ..lens import Days
    from ..model import Actor, Source
    from ..questions.basis import Basis
    from ..questions.path import Path
    from ..questions.steps import Terms
    from ..sight import Seen
    from ..view import View

SOURCES = 3  # named at the foot; the others are counted


def caption(view: "View") -> "Callable[[Seen], str]":
    """What a note says of a tie: its words, and where they stand."""
    from ..questions.tie_words import tie_words
    from ..questions.wording import places

    def told(row: "Seen") -> str:
        at = places(row.items, view.dataset)
        return f"{tie_words(row, view, dated=True)}{f' [{at}]' if at else ''}"

    return told


def whole(view: "View") -> "Scene":
    """Every actor with a tie that is drawn."""
    from ..drawing import scene

    found = scene.whole(view, caption(view))
    return framed(found, view, view.dataset.about.title or "Who is tied to whom", "Every actor with a tie")


def around(view: "View", actor: "Actor", steps: int) -> "Scene":
    """One actor, and who is so many ties away."""
    from ..drawing import scene

    found = scene.ego(view, actor.id, steps, caption(view))
    walked = (
        "Direct ties; left whose firmest is hostile, parts beside their whole"
        if steps == 1
        else f"Ties within {steps} steps"
    )
    return framed(found, view, f"{actor.name} and its ties", walked, actor.id)


def compare(view: "View", actors: "Sequence[Actor]") -> "Scene":
    """What each has with each, and with whom they share ties."""
    from ..drawing import scene
    from ..page import listing
    from ..questions.third import thirds

    ids = [actor.id for actor in actors]
    parties = [third.party for third in thirds(view, ids)]
    found = scene.comparison(view, ids, parties, caption(view))
    between = (
        "Between them whoever has ties with both"
        if len(actors) == 2
        else "With whoever has ties with several"
    )
    return framed(found, view, f"{listing([actor.name for actor in actors])} compared", between)


def path(view: "View", a: str, b: str, terms: "Terms") -> "Scene":
    """The paths that the question finds, over the ties that may stand in them."""
    from ..drawing import scene
    from ..page import count
    from ..questions.path import ask

    answer = ask(view, a, b, terms)
    paths = [(name, one) for name, one, kin in answer.lettered() if kin is None]
    rows = {row.relation.id: row for _, one in paths for step in one.steps for row in step.rows}
    walks = [one.actors for _, one in paths] or [(answer.a.id, answer.b.id)]
    found = scene.path(view, walks, list(rows.values()), caption(view))
    told = [_walked(name, one, view) for name, one in paths]
    none = f"No path is found. Why: actorgraph path {answer.a.id} {answer.b.id}"
    found = found._replace(remarks=tuple(told or [none]))
    more = sum(group.more for group in answer.groups)
    of = f" of {len(paths) + more}" if more else ""
    walked = f"{count(len(paths), 'path')}{of} over firm ties. A path is a reading aid, not a finding"
    title = f"From {answer.a.name} to {answer.b.name}"
    return framed(found, view, title, walked, basis_=answer.basis)


def _walked(name: str, one: "Path", view: "View") -> str:
    """`A: US government – Taliban – IS-K: all steps together possibly 2021`."""
    who = " – ".join(view.dataset.name_of(actor) for actor in one.actors)
    return f"{name}: {who}: {f'all steps together {one.window.text}' if one.window else 'direct'}"


def diff(view: "View", then: "Days", now: "Days", names: Sequence[str] = ()) -> "Scene":
    """What began, ended or changed between two dates; of all, or about those actors."""
    from ..drawing import scene
    from ..page import count
    from ..questions.diff import DIFFERS, ask

    answer = ask(view, then, now, names)
    ties = [fate for fate in answer.fates if fate.row == "tie"]
    words = {"between": "began and ended"}
    marks = {fate.id: words.get(fate.kind, fate.kind) for fate in ties if fate.kind in DIFFERS}
    found = scene.diff(view, marks, caption(view))
    changed = tuple(
        f"{view.dataset.name_of(one.ends[0])}, {view.dataset.name_of(one.ends[1])}: {one.then}, then {one.now}"
        f"{f', possibly still {one.maybe}' if one.maybe else ''}"
        for one in answer.changes
    )
    same = sum(fate.kind == "same" for fate in ties)
    unsure = len(ties) - same - len(marks)
    rest = [
        f"{count(same, 'tie')} the same on both dates" if same else "",
        f"{unsure} whose dates lie outside or don't tell" if unsure else "",
    ]
    told = "; ".join(filter(None, rest))
    found = framed(
        found._replace(remarks=changed), view, f"What changed from {then.text} to {now.text}",
        "Ties that a source says began or ended between the two", basis_=answer.basis,
    )  # fmt: skip
    also = "; " if found.left_out else ". Not drawn: "
    return found._replace(sources=f"{found.sources[:-1]}{also}{told}." if told else found.sources)


def framed(
    found: "Scene",
    view: "View",
    title: str,
    subtitle: str,
    actor: str | None = None,
    *,
    basis_: "Basis | None" = None,
) -> "Scene":
    """The scene with its title, the lens and date below it, and what it rests on at the foot."""
    from ..page import count

    ties = sum(len(line.rows) for line in found.lines)
    shown = f"{subtitle}. {count(len(found.nodes), 'actor')}, {count(ties, 'tie')}."
    told = ["A year alone is when a tie was seen; one without a year is undated."]
    if found.left_out:
        left = count(found.left_out, "tie")
        told.append(f"Not drawn: {left} denied, doubted, only asked, or not known on the days asked.")
    lens, sources = footing(view, actor, basis_)
    return found._replace(title=title, subtitle=f"{shown}{lens}", sources=" ".join([sources, *told]))


def footing(view: "View", actor: str | None = None, basis_: "Basis | None" = None) -> tuple[str, str]:
    """The lens and the date for below the title; handling and sources for the foot."""
    from ..questions.basis import basis, month

    found = basis_ or basis(view, actor)
    known = f" Known to {month(found.known)}." if found.known else ""
    lens = f" Lens: {', '.join(found.lens)}." if found.lens else ""
    more = len(found.sources) - SOURCES
    named = "; ".join(_named(found.sources[:SOURCES], view))
    told = f"Source{'s' if len(found.sources) > 1 else ''}: {named}{f'; {more} more' if more > 0 else ''}."
    handling = view.dataset.about.handling
    return f"{lens}{known}", told if handling == "TLP:CLEAR" else f"{handling}. {told}"


def _named(sources: "Iterable[Source]", view: "View") -> Iterable[str]:
    from ..questions.basis import month

    for source in sources:
        by = ", ".join(view.dataset.name_of(voice) for voice in (source.author, source.publisher) if voice)
        date = f", {month(source.published.text)}" if source.published else ""
        yield f"[{view.dataset.label_of(source.id)}] {by}: {source.title}{date}"
