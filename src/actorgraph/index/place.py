"""Where indexes lie: in the user's cache folder, readable and writable by nobody else."""

import os
import stat
from contextlib import suppress
from typing import Final

MODE: Final = 0o700
SUFFIX: Final = ".index"
PART: Final = ".part"
OLD: Final = 600.0


def folder() -> str:
    """The folder of all indexes, be it there or not."""
    from platformdirs import user_cache_dir

    return os.path.join(user_cache_dir("actorgraph", appauthor=False), "indexes")


def file_of(data: str) -> str:
    """The file of the index of the data set in that folder."""
    from zlib import crc32

    named = data.encode(errors="surrogatepass")
    return os.path.join(folder(), f"{crc32(named):08x}-{crc32(named[::-1]):08x}{SUFFIX}")


def own(path: str, *, directory: bool = False) -> bool:
    """Whether that is a plain file, or a folder, of this user that nobody else may write."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return False
    if not (stat.S_ISDIR(found.st_mode) if directory else stat.S_ISREG(found.st_mode)):
        return False
    user = getattr(os, "geteuid", None)  # Windows keeps others out by its own means
    return user is None or (found.st_uid == user() and not found.st_mode & 0o022)


def trusted(path: str) -> bool:
    """Whether an index may be read there."""
    return own(os.path.dirname(path), directory=True) and own(path)


def made() -> bool:
    """Whether the folder is there, or could be made, and is the user's own."""
    path = folder()
    with suppress(OSError, ValueError):
        os.makedirs(path, mode=MODE, exist_ok=True)
    return own(path, directory=True)


def begun(path: str) -> str:
    """An empty file beside that path, to be filled and then put in its place."""
    aside = f"{path}.{os.getpid()}-{os.urandom(4).hex()}{PART}"
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(aside, flags, 0o600))
    return aside


def swept(path: str, now: float) -> None:
    """Takes away what writers that were killed have left of this index."""
    home, name = os.path.split(path)
    for other in os.listdir(home):
        if other.startswith(f"{name}.") and other.endswith(PART):
            with suppress(OSError):
                left = os.path.join(home, other)
                if abs(now - os.lstat(left).st_mtime) > OLD:
                    os.unlink(left)
