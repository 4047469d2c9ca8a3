"""A page from this machine to this machine: rebuilt when a file of the data set is saved, with what `check` says of it."""

import os
import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import NamedTuple

HOME = "127.0.0.1"
TYPES = {"/": "text/html; charset=utf-8", "/state": "text/plain", "/pair": "application/json"}


class Made(NamedTuple):
    """A page with the state of the files it was made of, and what it answers of two of its actors."""

    state: str
    page: str
    pair: Callable[[int, int], str]


class Server(ThreadingHTTPServer):
    """Serves what `make` makes. Only requests that name this machine are answered."""

    daemon_threads = True

    def __init__(self, folder: str, make: Callable[[str], Made], port: int = 0) -> None:
        super().__init__((HOME, port), _Handler)
        self.hosts = {f"{name}:{self.server_address[1]}" for name in (HOME, "localhost")}
        self._folder, self._make = folder, make
        self._lock = Lock()
        self._made: Made | None = None

    @property
    def address(self) -> str:
        return f"http://{HOME}:{self.server_address[1]}/"

    def made(self) -> Made:
        """The page of the files as they are now."""
        with self._lock:
            now = state(self._folder)
            if self._made is None or self._made.state != now:
                self._made = self._make(now)
            return self._made

    def state(self) -> str:
        return state(self._folder)


def state(folder: str) -> str:
    """What changes when a file is saved: name, size and time of each."""
    found = []
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.name.endswith((".yaml", ".yml")) and entry.is_file():
            told = entry.stat()
            found.append(f"{entry.name} {told.st_size} {told.st_mtime_ns}")
    from hashlib import sha256

    return sha256("\n".join(found).encode()).hexdigest()[:16]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "actorgraph", ""

    def do_GET(self) -> None:
        # A page of somebody else's that a name of theirs leads here must not read the record.
        if self.headers.get("Host", "") not in self.server.hosts:
            self._send(421, "text/plain", "This server answers only to 127.0.0.1 and localhost.\n")
            return
        path, _, query = self.path.partition("?")
        pair = re.fullmatch(r"of=(\d{1,6})(?:,|%2C)(\d{1,6})", query)
        if path == "/":
            self._send(200, TYPES["/"], self.server.made().page)
        elif path == "/state":
            self._send(200, TYPES["/state"], self.server.state())
        elif path == "/pair" and pair:
            try:
                self._send(200, TYPES["/pair"], self.server.made().pair(int(pair[1]), int(pair[2])))
            except IndexError:
                self._send(404, "text/plain", "No such actor on this page.\n")
        else:
            self._send(404, "text/plain", "Nothing here.\n")

    def _send(self, code: int, type_: str, text: str) -> None:
        sent = text.encode()
        self.send_response(code)
        for name, value in (
            ("Content-Type", type_), ("Content-Length", str(len(sent))), ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Every request is the reader's own: nothing to tell."""
