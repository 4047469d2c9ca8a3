"""What completion offers for a value: ids of the data set that would be asked, and the words of closed lists.

An id is small letters, digits and hyphens, so no shell can be made to run what a stranger wrote. Names reach a shell
only as descriptions, reduced to letters, digits, blanks and hyphens.
"""

import os
import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from ..dataset import Dataset

LONGEST = 60
ACTORS = ("actor", "actors", "a", "b", "FROM", "avoid", "through", "words", "about")
Offers = list[tuple[str, str]]


def _dataset(ctx: typer.Context) -> "Dataset | None":
    """The data set that the line so far asks; None where there is none or it can't be read."""
    from ..index import read
    from ..tree import find

    named = ctx.params.get("data")  # as typed: no shell has put in what ~ and $HOME stand for
    named = named and os.path.expandvars(os.path.expanduser(named))
    found = find(os.getcwd(), named, os.environ.get("ACTORGRAPH_DATA"))
    if not os.path.exists(os.path.join(found.folder, "dataset.yaml")):
        return None
    return read(found.folder).dataset


def described(name: str) -> str:
    """A name as far as a shell may see it.

    >>> described("Jamāʿat; $(rm -rf ~)")
    'Jamaat rm -rf'
    """
    from unicodedata import normalize

    bare = re.sub(r"[^A-Za-z0-9 -]", "", re.sub(r"\s", " ", normalize("NFKD", name[: 4 * LONGEST])))
    return " ".join(bare.split())[:LONGEST].strip()


def _of(*parts: "Callable[[Dataset], Offers]") -> "Callable[[typer.Context], Offers]":
    """A completer that offers those parts of the data set; a word that two of them have stands for neither.

    No question takes one actor twice, be it called by another name.
    """

    def offered(ctx: typer.Context) -> Offers:
        dataset = _dataset(ctx)
        if dataset is None:
            return []
        found = [offer for part in parts for offer in part(dataset)]
        often = Counter(word for word, _ in found)
        named = _named(ctx, dataset) if _actors in parts else set()
        return [offer for offer in found if often[offer[0]] == 1 and offer[0] not in named]

    return offered


def _named(ctx: typer.Context, dataset: "Dataset") -> set[str]:
    """The actors that the line names already."""
    from ..model import Actor
    from ..view.names import resolve

    given = [ctx.params.get(name) for name in ACTORS]
    names = [name for value in given for name in ([value] if isinstance(value, str) else value or ())]
    return {found.id for name in names if isinstance(found := resolve(name, dataset), Actor)}


def _actors(dataset: "Dataset") -> Offers:
    return [(one.id, described(one.name)) for one in dataset.actors.values()]


def _sources(dataset: "Dataset") -> Offers:
    return [(one.id, described(one.title)) for one in dataset.sources.values()]


def _scenarios(dataset: "Dataset") -> Offers:
    return [(one.id, described(one.name)) for one in dataset.scenarios.values()]


def _voices(dataset: "Dataset") -> Offers:
    """Whoever says something in the record."""
    from ..view.cited import evidence

    ids = dict.fromkeys(item.says for item in evidence(dataset))
    return [(id_, described(dataset.name_of(id_))) for id_ in ids]


def _declared(dataset: "Dataset") -> Offers:
    """Voices, whether they say something yet or not."""
    return [(one.id, described(one.name)) for one in dataset.voices.values()]


def _events(dataset: "Dataset") -> Offers:
    return [(one.id, described(one.name)) for one in dataset.events.values()]


def _types(dataset: "Dataset") -> Offers:
    return [(one.name, described(one.family)) for one in dataset.vocabulary.types.values()]


def _families(dataset: "Dataset") -> Offers:
    return [(name, "all types of this family") for name in dataset.vocabulary.families]


def _traits(dataset: "Dataset") -> Offers:
    return [(name, "") for name in dataset.vocabulary.traits]


def _inverses(dataset: "Dataset") -> Offers:
    return [(name, f"as {described(of)}") for name, of in dataset.vocabulary.inverses.items()]


def _ties(dataset: "Dataset") -> Offers:
    return [(one.id, described(one.type)) for one in dataset.relations]


def _segments(dataset: "Dataset") -> Offers:
    return [(one.id, described(one.name)) for one in dataset.actors.values() if one.of]


actors = _of(_actors)
citable = _of(_actors, _ties)
nameable = _of(_actors, _declared, _sources, _events, _ties)
segments = _of(_segments)
avoidable = _of(_actors, _types, _families)
traits = _of(_traits)
scenarios = _of(_scenarios)
typed = _of(_types, _inverses)
ties = _of(_ties)
documents = _of(_sources)
speakers = _of(_actors, _declared)
events = _of(_events)


def words(group: str) -> Callable[[], list[str]]:
    """The words of one of the closed lists."""

    def offered() -> list[str]:
        from ..vocabulary import shipped

        return list(shipped().words[group])

    return offered


def pictured(ctx: typer.Context) -> Offers:
    """First which picture, or an actor; then actors."""
    from .draw import PICTURES

    offered = actors(ctx)
    return offered if ctx.params.get("words") else [*((one, "") for one in PICTURES), *offered]


def families() -> list[str]:
    """Families of types."""
    from ..vocabulary import shipped

    return list(shipped().families)


def kinds() -> list[str]:
    """Kinds of actor."""
    from ..vocabulary import shipped

    return list(shipped().kinds)


def bystanders() -> list[str]:
    """What no path goes over unless asked to."""
    from ..vocabulary import shipped

    return [*(kind.name for kind in shipped().kinds.values() if not kind.acts), "voices", "all"]


def standings() -> list[str]:
    """Standings, and the word for the firm ones."""
    from ..standing import STANDINGS

    return ["firm", *STANDINGS]


def explicable() -> list[str]:
    """Every name that can be explained."""
    from ..presenters.explained import names
    from ..vocabulary import shipped

    return list(names(shipped()))


def formats() -> list[str]:
    """How a question answers."""
    from .asking import FORMATS

    return list(FORMATS)


def lists() -> list[str]:
    """What can be listed."""
    from ..questions.listing import WHAT

    return list(WHAT)


LENS: dict[str, Any] = {
    "says": _of(_voices),
    "source": _of(_sources),
    "type": _of(_types, _families),
    "family": families,
    "kind": kinds,
    "standing": standings,
    "without": _of(_sources, _voices),
    "scenario": scenarios,
    "assume-not": _of(_ties),
}
