"""Plain-text accounting for relationships: who is with whom, against whom, since when, and who says so."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dataset import Dataset as Dataset
    from .errors import Fault as Fault
    from .face import Record as Record
    from .face import load as load
    from .lens import Lens as Lens
    from .problems import Problem as Problem

__version__ = "0.1.0"

# The command line imports this package too, so a name is fetched only when it is asked for.
_HOMES = {
    "Dataset": "actorgraph.dataset",
    "Fault": "actorgraph.errors",
    "Record": "actorgraph.face",
    "load": "actorgraph.face",
    "Lens": "actorgraph.lens",
    "Problem": "actorgraph.problems",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'actorgraph' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
