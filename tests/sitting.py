"""Somebody at a terminal whom the program asks: what stands on the screen, and the keys typed."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

# A process that leads its session takes the first terminal it opens for its own, and with it Ctrl-C.
LEAD = "import os, sys; os.open(os.ttyname(0), os.O_RDWR); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
SRC = Path(__file__).resolve().parent.parent / "src"


class Asked:
    """The program on a terminal of its own, started in a folder."""

    def __init__(self, folder: Path, *words: str, columns: int = 100) -> None:
        self.keys, screen = pty.openpty()
        fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 60, columns, 0, 0))
        kept = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", LEAD, "-m", "actorgraph", *words],
            stdin=screen,
            stdout=screen,
            stderr=screen,
            cwd=folder,
            env={**kept, "PYTHONPATH": str(SRC), "PYTHONUTF8": "1", "NO_COLOR": "1"},
            start_new_session=True,
        )
        os.close(screen)
        self.screen = ""
        self._seen = 0

    def __enter__(self) -> "Asked":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.keys)

    def sees(self, wanted: str, seconds: float = 20) -> str:
        """Wait until that stands on the screen, below what was waited for before; all that came meanwhile."""
        end = time.monotonic() + seconds
        while wanted not in self.screen[self._seen :]:
            assert time.monotonic() < end and self._read(), f"no {wanted!r} on:\n{self.screen[self._seen :]}"
        begin = self._seen
        self._seen = self.screen.index(wanted, begin) + len(wanted)
        return self.screen[begin : self._seen]

    def types(self, words: str) -> None:
        """Keys, a line feed for Enter."""
        os.write(self.keys, words.replace("\n", "\r").encode())

    def answers(self, *pairs: tuple[str, str]) -> "Asked":
        """Each question waited for, and answered with Enter."""
        for question, answer in pairs:
            self.sees(question)
            self.types(f"{answer}\n")
        return self

    def gives_up(self) -> int:
        """Ctrl-C; one that comes while a key is being taken throws the key away, and the library waits for another."""
        for attempt in range(20):
            if attempt:
                self.types(" ")
                self._read()
            self.types("\x03")
            end = time.monotonic() + 1
            while time.monotonic() < end and self._read():
                pass
            if self.process.poll() is not None:
                break
        return self.ends()

    def ends(self, seconds: float = 20) -> int:
        """The exit code, once the program has ended and its screen is read."""
        end = time.monotonic() + seconds
        while self._read() and time.monotonic() < end:
            pass
        return self.process.wait(timeout=seconds)

    def _read(self) -> bool:
        """A piece of the screen more; False once nothing can come."""
        if not select.select([self.keys], [], [], 0.2)[0]:
            return self.process.poll() is None
        try:
            got = os.read(self.keys, 65536).decode(errors="replace")
        except OSError:  # the other side is closed
            return False
        self.screen += re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", got).replace("\r\n", "\n")
        return bool(got)
