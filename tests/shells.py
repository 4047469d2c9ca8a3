"""A real shell in a terminal of its own, as somebody sits at it: keys in, screen out, and what it then ran."""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import NamedTuple

SRC = Path(__file__).resolve().parent.parent / "src"
PROMPT = "ready> "

# As `actorgraph completion --help` tells, a prompt that can be waited for, and several candidates shown at one Tab.
BASH = f"""
bind "set show-all-if-ambiguous on"
bind "set completion-query-items 0"
PS1="{PROMPT}"
eval "$(actorgraph completion bash)"
"""
ZSH = f"""
setopt no_list_ambiguous
LISTMAX=999
PS1="{PROMPT}"
eval "$(actorgraph completion zsh)"
"""
FISH = f"""
set fish_greeting
function fish_prompt; echo -n '{PROMPT}'; end
mkdir -p ~/.config/fish/completions
actorgraph completion fish > ~/.config/fish/completions/actorgraph.fish
"""
RC = {"bash": (".bashrc", BASH), "zsh": (".zshrc", ZSH), "fish": (".config/fish/config.fish", FISH)}

# The program under the name that shells look for; it notes what it was given and how it ended.
PROGRAM = """\
#!{python}
import json, os, sys
sys.path.insert(0, {src!r})
at_tab = "_ACTORGRAPH_COMPLETE" in os.environ
if at_tab:
    os.dup2(os.open({log!r} + ".stderr", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
from actorgraph.cli import main
code = main()
sys.stdout.flush()
with open({log!r}, "a") as log:
    log.write(json.dumps([at_tab, sys.argv[1:], code]) + "\\n")
sys.exit(code)
"""

# A process that leads its session takes the first terminal it opens for its own.
LEAD = "import os, sys; os.open(os.ttyname(0), os.O_RDWR); os.execvp(sys.argv[1], sys.argv[1:])"


class Ran(NamedTuple):
    """A line that was run: the words the program got, and its exit code."""

    words: list[str]
    code: int


class Shell:
    """One of the shells, started interactively in the folder `work` below `home`."""

    def __init__(self, name: str, home: Path) -> None:
        self.name = name
        self.log = home / "log"
        self.log.touch()
        (home / "bin").mkdir()
        (home / "work").mkdir(exist_ok=True)
        program = home / "bin" / "actorgraph"
        program.write_text(PROGRAM.format(python=sys.executable, src=str(SRC), log=str(self.log)))
        program.chmod(0o755)
        # Else fish begins, in the background, to read every manual of the machine.
        (home / ".local/share/fish/generated_completions").mkdir(parents=True)
        file, lines = RC[name]
        (home / file).parent.mkdir(parents=True, exist_ok=True)
        (home / file).write_text(lines)
        self.keys, screen = pty.openpty()
        # Wide and high, so that a list of candidates is shown whole and unasked.
        fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 160, 0, 0))
        environment = {
            "HOME": str(home), "PATH": f"{home}/bin:{os.environ['PATH']}", "TERM": "xterm", "LANG": "C.UTF-8",
            "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-c", LEAD, shutil.which(name) or name, "-i"],
            stdin=screen, stdout=screen, stderr=screen, env=environment, cwd=home / "work", start_new_session=True,
        )  # fmt: skip
        os.close(screen)
        self._screen = ""
        self._wait(self._ready, "no prompt")

    def close(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.keys)

    def run(self, *typed: str) -> Ran:
        """Type each part with Tab after it, then Enter; what the program was then given."""
        self._type("\x15")  # whatever stands on the line goes
        for part in typed:
            self._tab(part)
        before = len(self._noted(at_tab=False))
        self._type("\r")
        self._wait(lambda: len(self._noted(at_tab=False)) > before, f"nothing was run by {typed}")
        self._wait(self._ready, f"no prompt after {typed}")
        _, words, code = self._noted(at_tab=False)[-1]
        return Ran(words, code)

    def see(self, typed: str, *wanted: str) -> str:
        """Type it and Tab, wait for what is wanted, and take the line back; what stood on the screen meanwhile."""
        self._type("\x15")
        while self._read(0.1):
            pass
        self._screen = ""
        self._tab(typed)
        self._wait(
            lambda: all(word in self._screen for word in wanted), f"Tab after {typed!r} shows no {wanted}"
        )
        while not wanted and self._read(0.2):
            pass
        return re.sub(r".\x08", "", self._screen).replace(PROMPT, "")

    def complaints(self) -> str:
        """What the program said on standard error when it was asked at Tab."""
        file = Path(f"{self.log}.stderr")
        return file.read_text() if file.exists() else ""

    def _tab(self, typed: str) -> None:
        before = len(self._noted(at_tab=True))
        self._type(f"{typed}\t")
        self._wait(lambda: len(self._noted(at_tab=True)) > before, f"Tab after {typed!r} was not answered")

    def _noted(self, *, at_tab: bool) -> list[tuple[bool, list[str], int]]:
        notes = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [note for note in notes if note[0] == at_tab]

    def _type(self, keys: str) -> None:
        os.write(self.keys, keys.encode())

    def _wait(self, done, otherwise: str, seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"{self.name}: {otherwise}; on its screen:\n{self._screen[-2000:]}"
            self._read(0.02)

    def _ready(self) -> bool:
        """Whether the last line drawn is a prompt."""
        while self._read(0):
            pass
        return PROMPT in self._screen[self._screen.rfind("\n") + 1 :]

    def _read(self, seconds: float) -> bool:
        if not select.select([self.keys], [], [], seconds)[0]:
            return False
        got = os.read(self.keys, 65536).decode(errors="replace")
        if "\x1b[c" in got or "\x1b[0c" in got:  # fish 4 asks what terminal it is, and waits
            self._type("\x1b[?62c")
        self._screen += re.sub(
            r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>()][B0]?", "", got
        )
        return True
