"""Rows of text by key, in SQLite or in memory. A row that is not what was written is `Lost`, never guessed at.

A row is known by its checksum, and every key that is asked for has a row: neither a flipped bit nor a lost page can
pass for a record, or for the want of one.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Final, Protocol

FORMAT: Final = 1
APPLICATION: Final = 0x61637467  # "actg", told by `file`
LARGEST: Final = 2**28
TABLES: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE part (key TEXT PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE relation (number INTEGER PRIMARY KEY, body TEXT NOT NULL, sum INTEGER NOT NULL);
"""
Row = tuple[str | int, str]


class Lost(Exception):
    """A row that was written is not there, or is not what was written."""


class Store(Protocol):
    """Parts by name, relations by number."""

    def part(self, key: str) -> str:
        """The text of that part; `Lost` where there is none."""

    def maybe(self, key: str) -> str | None:
        """The text of a part that may never have been written."""

    def relations(self, numbers: Iterable[int]) -> Iterator[str]:
        """The texts of those relations."""

    def every(self, count: int) -> Iterator[str]:
        """The texts of all relations, in their order."""


class Kept:
    """Rows in memory: where a file can't be trusted, or none can be written."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = dict(rows)

    def part(self, key: str) -> str:
        return self._rows[key]

    def maybe(self, key: str) -> str | None:
        return self._rows.get(key)

    def relations(self, numbers: Iterable[int]) -> Iterator[str]:
        return (self._rows[number] for number in numbers)

    def every(self, count: int) -> Iterator[str]:
        return (self._rows[number] for number in range(count))


class Database:
    """Rows in a file that is only read."""

    def __init__(self, path: str) -> None:
        import sqlite3

        self._fault = sqlite3.Error
        named = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        named = named if named.startswith("/") else "/" + named.replace("\\", "/")
        try:
            self._base = sqlite3.connect(f"file://{named}?mode=ro&immutable=1", uri=True)
            self._base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
            self._base.execute("PRAGMA cell_size_check = ON")
            self._base.execute("PRAGMA trusted_schema = OFF")
        except sqlite3.Error as error:
            raise Lost from error

    def part(self, key: str) -> str:
        found = self.maybe(key)
        if found is None:
            raise Lost
        return found

    def maybe(self, key: str) -> str | None:
        found = self._one("SELECT body, sum FROM part WHERE key = ?", key)
        return None if found is None else _sound(key, *found)

    def relations(self, numbers: Iterable[int]) -> Iterator[str]:
        for number in numbers:
            found = self._one("SELECT body, sum FROM relation WHERE number = ?", number)
            if found is None:
                raise Lost
            yield _sound(number, *found)

    def every(self, count: int) -> Iterator[str]:
        expected = 0
        try:
            for number, body, sum_ in self._base.execute(
                "SELECT number, body, sum FROM relation ORDER BY number"
            ):
                if number != expected:
                    raise Lost
                expected += 1
                yield _sound(number, body, sum_)
        except self._fault as error:
            raise Lost from error
        if expected != count:
            raise Lost

    def _one(self, query: str, key: str | int) -> Any:
        try:
            return self._base.execute(query, (key,)).fetchone()
        except (self._fault, OverflowError, UnicodeError) as error:
            raise Lost from error

    def close(self) -> None:
        self._base.close()


def _sound(key: str | int, body: Any, sum_: Any) -> str:
    if not isinstance(body, str) or checksum(key, body) != sum_:
        raise Lost
    return body


def checksum(key: str | int, body: str) -> int:
    """Of a row as a whole, so that no row can stand in another's place."""
    return zlib.crc32(f"{key}\n{body}".encode())


def write(path: str, rows: Iterable[Row]) -> None:
    """The rows into a file that is there and empty."""
    import sqlite3

    base = sqlite3.connect(path, isolation_level=None)
    try:
        base.executescript(TABLES)
        base.execute("BEGIN")
        for key, body in rows:
            table = "relation" if isinstance(key, int) else "part"
            base.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (key, body, checksum(key, body)))  # noqa: S608
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {FORMAT}")
        base.execute("COMMIT")
    finally:
        base.close()
