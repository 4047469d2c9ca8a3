"""One writer at a time: a lock on the folder itself, which leaves no file behind and ends with its process."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from ..errors import Fault

PATIENCE: Final = 10.0
_PAUSE: Final = 0.05


@contextmanager
def held(folder: str, patience: float = PATIENCE) -> Iterator[None]:
    """No other writer meanwhile: one that is at work is waited for, so many seconds long."""
    until = time.monotonic() + patience
    handle = _opened(folder)
    try:
        while not _taken(handle):
            if time.monotonic() > until:
                raise Fault(
                    f'Another actorgraph is writing in "{folder}". Nothing was changed.'
                    " Try again when it is done."
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: str) -> int:
        return _elsewhere(folder)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: str) -> int:
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN):
                return handle
            os.close(handle)
            return _elsewhere(folder)  # some network file systems lock no folders
        fcntl.flock(handle, fcntl.LOCK_UN)
        return handle

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN):
                raise
            return False
        return True


def _elsewhere(folder: str) -> int:
    """An empty file that stands for the folder, among those that the system clears away."""
    import tempfile
    from hashlib import sha256

    mark = sha256(os.path.realpath(folder).encode("utf-8", "surrogatepass")).hexdigest()[:20]
    path = os.path.join(tempfile.gettempdir(), f"actorgraph-{mark}.lock")
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
