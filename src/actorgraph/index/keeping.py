"""All indexes of this user: how many there are, whether one is true, and away with them."""

import os
from contextlib import suppress

from . import _loaded, _read, place, stamp
from .place import folder
from .rows import rows
from .store import Lost

__all__ = ["clear", "folder", "number", "state", "verify"]


def _files(*endings: str) -> list[str]:
    home = folder()
    if not place.own(home, directory=True):
        return []
    with suppress(OSError):
        return [os.path.join(home, name) for name in sorted(os.listdir(home)) if name.endswith(endings)]
    return []


def number() -> int:
    """How many indexes are kept."""
    return len(_files(place.SUFFIX))


def clear() -> int:
    """Takes all of them away, and what killed writers left; how many there were."""
    gone = 0
    for path in _files(place.SUFFIX, place.PART):
        with suppress(OSError):
            os.unlink(path)
            gone += path.endswith(place.SUFFIX)
    return gone


def state(data: str) -> str:
    """How it stands with the index of the data set in that folder."""
    now = stamp.taken(data)
    path = now and place.file_of(now.folder)
    if now is None or path is None or not os.path.lexists(path):
        return "none yet"
    base = _read(path, now)
    if base is None:
        return "one that no longer fits its files or this program, so it is not used"
    base.close()
    return f"one of {os.path.getsize(path):,} bytes, as its files are"


def verify(data: str) -> bool | None:
    """Whether the index in use says all that the files say; one that does not is taken away. None where none is used."""
    now = stamp.taken(data)
    base = now and _read(place.file_of(now.folder), now)
    if now is None or not base:
        return None
    loaded = _loaded(data)
    try:
        relations = list(base.every(len(loaded.dataset.relations)))
        for key, body in rows(loaded):
            if (relations[key] if isinstance(key, int) else base.part(key)) != body:
                raise Lost
    except Lost:
        base.close()
        with suppress(OSError):
            os.unlink(place.file_of(now.folder))
        return False
    base.close()
    return True
