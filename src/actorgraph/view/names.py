"""Kind resolution of a name: id, name, alias, then a unique prefix; case, accents and marks are ignored."""

from shlex import quote

from ..dataset import Dataset
from ..errors import Fault
from ..model import Actor
from ..text import fold, near


def resolve(name: str, dataset: Dataset) -> Actor | Fault:
    """The one actor that bears the name, or what to say to the user."""
    actors = list(dataset.actors.values())
    asked = fold(name)
    if name in dataset.actors:
        return dataset.actors[name]
    bearers = [actor for actor in actors if asked and asked in (fold(actor.id), fold(actor.name))]
    bearers = bearers or [
        actor for actor in actors if asked and any(fold(alias.name) == asked for alias in actor.aliases)
    ]
    bearers = bearers or [
        actor for actor in actors if asked and any(fold(word).startswith(asked) for word in words(actor))
    ]
    if len(bearers) == 1:
        return bearers[0]
    return _ambiguous(name, bearers, dataset) if bearers else _unknown(name, actors, dataset)


def words(actor: Actor) -> list[str]:
    """Every way to call an actor."""
    return [actor.id, actor.name, *(alias.name for alias in actor.aliases)]


def _ambiguous(name: str, bearers: list[Actor], dataset: Dataset) -> Fault:
    width = max(len(actor.id) for actor in bearers)
    lines = []
    for actor in bearers:
        count = len(dataset.around.get(actor.id, ()))
        ties = f"{count} tie" if count == 1 else f"{count} ties"
        lines.append(f"  {actor.id:<{width}}  {actor.name}, {ties}")
    return Fault(f'"{name}" stands for {len(bearers)} actors; say which:', *lines)


def _unknown(name: str, actors: list[Actor], dataset: Dataset) -> Fault:
    if fold(name) in {fold(word) for voice in dataset.voices.values() for word in (voice.id, voice.name)}:
        return Fault(
            f'"{name}" is a voice: it speaks in the sources and is no actor. What it says: --says {quote(name)}'
        )
    called = {word: actor for actor in actors for word in words(actor)}
    nearest = near(name, list(called), 1)
    if not nearest:
        return Fault(f'No actor "{name}", and no name near it. All: actorgraph list actors')
    found = called[nearest[0]].name
    return Fault(f'No actor "{name}". Nearest: {found}. Try that name, or all: actorgraph list actors')
