"""Small data sets built from plain dicts, through the program's own loader."""

import os
from typing import Any

import yaml

from actorgraph.loading import Loaded, build, load
from actorgraph.view.memory import MemoryView
from actorgraph.view.options import lens as read_lens

SHARED = os.environ.get("ACTORGRAPH_SHARED") or os.path.join(os.path.dirname(__file__), "..", "..", "shared")


def loaded(world: dict[str, Any], relations: list[dict[str, Any]]) -> Loaded:
    """A world of `types`, `actors`, `voices`, `sources`, `coverage`, `events`, `scenarios` and the relations given."""
    actors = {id_: {"name": id_, "kind": "faction", **(row or {})} for id_, row in world["actors"].items()}
    sources = {id_: {"title": id_, **(row or {})} for id_, row in world["sources"].items()}
    about = {"format": "1", "title": "A small world"}
    if world.get("coverage"):
        about["coverage"] = world["coverage"]
    files: dict[str, Any] = {
        "dataset.yaml": about,
        "actors.yaml": {"actors": actors},
        "sources.yaml": {"sources": sources, "voices": world.get("voices", {})},
        "relations.yaml": {"relations": relations},
    }
    if "types" in world:
        files["types.yaml"] = {"types": world["types"]}
    if "events" in world:
        files["events.yaml"] = {"events": world["events"]}
    if "scenarios" in world:
        files["scenarios.yaml"] = {"scenarios": world["scenarios"]}
    return build({name: typed(value) for name, value in files.items()}, [])


def typed(value: Any) -> bytes:
    """YAML with every scalar quoted: what the loader reads is text."""
    return yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10_000).encode()


def view(found: Loaded, lens: dict[str, Any] | None = None) -> MemoryView:
    """The data set through a lens of options as typed."""
    options = {key: value if isinstance(value, list) else [value] for key, value in (lens or {}).items()}
    return MemoryView(found.dataset, read_lens(options, found.dataset))


def shipped(lens: dict[str, Any] | None = None) -> MemoryView:
    """The repository's own data through a lens."""
    return view(load(os.path.join(os.path.dirname(__file__), "..", "data")), lens)
