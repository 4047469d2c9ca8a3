"""Modules that wait are themselves as soon as they are used."""

import subprocess
import sys

import pytest

from actorgraph.later import UNUSED

USED = {
    "subprocess": "run([sys.executable, '-c', ''], check=True).returncode == 0",
    "bz2": "decompress(waiting.compress(b'x')) == b'x'",
    "lzma": "decompress(waiting.compress(b'x')) == b'x'",
    "textwrap": "wrap('a b', 1) == ['a', 'b']",
    "ipaddress": "ip_address('::1').is_loopback",
    "linecache": "getline('nowhere', 1) == ''",
    "tokenize": "open(waiting.__file__).read(1) == '\"'",
}


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("name", UNUSED)
def test_a_module_waits_until_it_is_used(name: str) -> None:
    done = run(f"""
import sys
from actorgraph import later
later.put_off(({name!r},))
import {name} as waiting
assert type(waiting) is later.Later
assert waiting.{USED[name]}
assert type(waiting) is not later.Later and waiting is sys.modules[{name!r}]
assert not hasattr(waiting, "no_such_name")
""")
    assert done.returncode == 0, done.stderr


def test_two_threads_may_use_it_first_at_once() -> None:
    done = run("""
import sys
from threading import Barrier, Thread
from actorgraph import later
later.put_off(("subprocess",))
import subprocess
met, found = Barrier(8), []
def use():
    met.wait()
    found.append(subprocess.Popen)
threads = [Thread(target=use) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(found) == 8
""")
    assert done.returncode == 0, done.stderr


def test_what_is_imported_already_stays() -> None:
    done = run(
        "import textwrap; from actorgraph import later; later.put_off(); assert textwrap.wrap('a') == ['a']"
    )
    assert done.returncode == 0, done.stderr


def test_help_uses_none_of_those_that_cost_most() -> None:
    done = run("""
import sys
from actorgraph import cli, later
cli.main(["--version"])
assert type(sys.modules["subprocess"]) is later.Later
""")
    assert done.returncode == 0, done.stderr
