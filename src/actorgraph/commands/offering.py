"""What completion offers for a value: ids of the data set that would be asked, and the words of closed lists.

Ids only, never names: an id is letters, digits and hyphens, so no shell can be made to run what a stranger wrote.
"""

import os
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from ..dataset import Dataset


def _dataset(ctx: typer.Context) -> "Dataset | None":
    """The data set that the line so far asks; None where there is none or it can't be read."""
    from ..loading import load
    from ..tree import find

    found = find(os.getcwd(), ctx.params.get("data"), os.environ.get("ACTORGRAPH_DATA"))
    if not os.path.exists(os.path.join(found.folder, "dataset.yaml")):
        return None
    return load(found.folder).dataset


def _ids(*parts: str) -> Any:
    """A completer that offers the ids held in those parts of the data set."""

    def offered(ctx: typer.Context) -> list[str]:
        dataset = _dataset(ctx)
        return [id_ for part in parts for id_ in getattr(dataset, part)] if dataset else []

    return offered


def types(ctx: typer.Context) -> list[str]:
    """Types of tie and their families."""
    dataset = _dataset(ctx)
    return [*dataset.vocabulary.types, *dataset.vocabulary.families] if dataset else []


def families() -> list[str]:
    """Families of types."""
    from ..vocabulary import shipped

    return list(shipped().families)


def kinds() -> list[str]:
    """Kinds of actor."""
    from ..vocabulary import shipped

    return list(shipped().kinds)


def standings() -> list[str]:
    """Standings, and the word for the firm ones."""
    from ..standing import STANDINGS

    return ["firm", *STANDINGS]


actors = _ids("actors")
sources = _ids("sources")
voices = _ids("voices", "actors")
LENS: dict[str, Any] = {
    "says": voices,
    "source": sources,
    "type": types,
    "family": families,
    "kind": kinds,
    "standing": standings,
    "without": _ids("sources", "voices", "actors"),
}
