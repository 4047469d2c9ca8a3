"""A copy of every data set that was asked, in the user's cache folder, from which single records are read at once.

The files are the truth. An index is believed only while they are what they were when it was made; it holds nothing
that is not made again from them, and whatever is wrong with it, the answer comes from the files.
"""

import os
from contextlib import suppress
from json import loads

from ..dataset import Loaded
from ..errors import Fault
from ..problems import Problem
from . import place, stamp
from .codec import decoded
from .indexed import Indexed, Rows
from .stamp import Stamp
from .store import Database, Kept, Lost, Store


def read(folder: str, *, cached: bool = True) -> Loaded:
    """The data set in the folder, from its index where that will do and nobody has said otherwise."""
    return opened(folder) if cached and not os.environ.get("ACTORGRAPH_NO_CACHE") else _loaded(folder)


def opened(folder: str) -> Loaded:
    """The data set in the folder: out of its index where that is true, else out of its files, and then indexed."""
    now = stamp.taken(folder)
    if now is None:
        return _loaded(folder)
    path = place.file_of(now.folder)
    found = _read(path, now)
    if found is not None:
        with suppress(Lost):
            return _indexed(found, folder, path, now)
    loaded = _loaded(folder)
    write(path, now, loaded)
    return loaded


def write(path: str, before: Stamp, loaded: Loaded) -> bool:
    """Puts an index there, unless there are errors or the files have changed since; says whether it did."""
    if any(problem.severity == "error" for problem in loaded.problems):
        return False
    true = stamp.digested(before, loaded.texts)
    now = stamp.taken(before.folder)
    if true is None or now is None or not stamp.same(true, now):
        return False
    import sqlite3
    import time

    from . import store
    from .rows import rows, text

    aside = None
    try:
        if not place.made():
            return False
        place.swept(path, time.time())
        aside = place.begun(path)
        store.write(aside, [("meta", text((stamp.program(), true))), *rows(loaded)])
        os.replace(aside, path)
    except (OSError, ValueError, sqlite3.Error):
        if aside:
            with suppress(OSError):
                os.unlink(aside)
        return False
    return True


def _loaded(folder: str) -> Loaded:
    from ..loading import load

    return load(folder)


def _read(path: str, now: Stamp) -> Database | None:
    """The index there, if it is this user's, of this program, and of the files as they are."""
    if not place.trusted(path):
        return None
    base = None
    try:
        base = Database(path)
        made_by, was = loads(base.part("meta"))
        if made_by == stamp.program() and stamp.same(decoded(Stamp, was), now):
            return base
    except Lost:
        pass
    if base:
        base.close()
    return None


def _indexed(base: Store, folder: str, path: str, now: Stamp) -> Loaded:
    def again() -> Store:
        """All rows from the files, where one was lost: the same ones, or the answer would be of two records."""
        from .rows import rows

        loaded = _loaded(folder)
        true, then = stamp.digested(now, loaded.texts), stamp.taken(folder)
        if true is None or then is None or not stamp.same(true, then):
            raise Fault("The data set changed while it was read. Ask again.")
        write(path, now, loaded)
        return Kept(rows(loaded))

    rows_ = Rows(base, again)
    problems: list[Problem] = list(rows_.part("problems", tuple[Problem, ...]))
    return Loaded(Indexed(rows_), problems, {}, folder)
