"""yaml-language-server as an editor talks to it: a process of its own, JSON-RPC on its standard streams, and no network."""

import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any, NamedTuple

# Node takes this before the server: whoever dials out is written down, and gets nowhere.
NO_NETWORK = """
const socket = require("net").Socket
socket.prototype.connect = function (...to) {
  require("fs").appendFileSync(process.env.DIALLED, JSON.stringify(to) + "\\n")
  setImmediate(() => this.destroy(new Error("no network here")))
  return this
}
"""
CLIENT = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["plaintext"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}
SECONDS = 60


class Fault(NamedTuple):
    """What the editor underlines: the line as editors count it, the text below the line, and what it says."""

    line: int
    text: str
    says: str


class LanguageServer:
    """The server with a folder open; `settings` are those of the editor, such as yaml.schemas."""

    def __init__(self, program: str, folder: Path, settings: dict[str, Any] | None = None) -> None:
        self.folder = folder
        self.settings = settings or {}
        self._dialled = folder / "dialled"
        blocker = folder / "no-network.cjs"
        blocker.write_text(NO_NETWORK, encoding="utf-8")
        node = {"NODE_OPTIONS": f'--require "{blocker}"', "DIALLED": str(self._dialled), "HOME": str(folder)}
        self._process = subprocess.Popen(
            [program, "--stdio"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, **node},
        )  # fmt: skip
        # A server that says nothing more would keep the reader waiting for ever.
        self._watch = threading.Timer(SECONDS, self._process.kill)
        self._watch.start()
        self._asked = 0
        self._opened: set[str] = set()
        root = {"uri": folder.as_uri(), "name": folder.name}
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root["uri"],
                "workspaceFolders": [root],
                "capabilities": CLIENT,
            },
        )
        self._tell("initialized", {})

    def close(self) -> None:
        self._watch.cancel()
        self._process.kill()
        self._process.communicate()

    def open(self, name: str, text: str) -> list[Fault]:
        """Open the file with that text, which need not be on disk; what is underlined in it. Once a file: the server
        does not say which text it speaks of.
        """
        uri = (self.folder / name).as_uri()
        assert uri not in self._opened, name
        self._opened.add(uri)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [_fault(one, text.splitlines()) for one in message["params"]["diagnostics"]]

    def offers(self, name: str, typed: str) -> dict[str, str]:
        """What may stand at the mark `|` in a file with that text, and the sentence on each."""
        found = self._at("completion", name, typed)
        assert len({item["label"] for item in found["items"]}) == len(found["items"]), (
            "something is offered twice"
        )
        return {item["label"]: item.get("documentation") or "" for item in found["items"]}

    def hover(self, name: str, typed: str) -> str:
        """What is shown where the mouse rests at the mark `|`."""
        return str(self._at("hover", name, typed)["contents"]["value"])

    def dialled(self) -> str:
        """Where the server tried to connect to."""
        return self._dialled.read_text(encoding="utf-8") if self._dialled.exists() else ""

    def _at(self, what: str, name: str, typed: str) -> Any:
        before, mark, after = typed.partition("|")
        assert mark
        self.open(name, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        document = {"uri": (self.folder / name).as_uri()}
        return self._ask(f"textDocument/{what}", {"textDocument": document, "position": place})

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; what the server asks of its editor is answered on the way."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has ended, or said nothing for a minute"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "id" in message and "method" in message:
            items = message["params"]["items"] if message["method"] == "workspace/configuration" else None
            result = items and [self.settings.get(item["section"]) for item in items]
            self._send({"id": message["id"], "result": result})
        return message


def _fault(found: dict[str, Any], lines: list[str]) -> Fault:
    start, end = found["range"]["start"], found["range"]["end"]
    line = lines[start["line"]] if start["line"] < len(lines) else ""
    return Fault(start["line"] + 1, line[start["character"] : end["character"]], found["message"])
